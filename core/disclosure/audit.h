// Audit: what a reader of a publicatie can work out, from the publicatie alone.
//
// The reader knows the sums, the bounds that markers give and every shown number, and can solve integer programs.
// For every hidden cell the audit looks for whole tables that fit: one for each value that must stay possible, and
// on request one for the lowest and one for the highest value. A value without such a table counts as given away.
//
// Example  15 = 10 + 5 + x + x: both x audit to lowest 0, highest 0: given away
#ifndef VERZUIM_CORE_DISCLOSURE_AUDIT_H_
#define VERZUIM_CORE_DISCLOSURE_AUDIT_H_

#include <cstdint>
#include <vector>

#include "core/disclosure/certificate.h"
#include "core/disclosure/count_system.h"

namespace verzuim {

struct AuditOptions {
  bool ranges = false;     // also the lowest and highest value of every hidden cell
  int search_steps = 400;  // per value, when the corners of the solution space are not whole
};

enum class AuditState : uint8_t {
  kDone,
  kContradiction,  // no table fits: the publicatie contradicts itself
  kTooLarge,       // a connected group of hidden cells is too large to solve
};

struct CellAudit {
  int64_t lowest = 0;     // of the tables found; with `ranges` the true lowest
  int64_t highest = 0;    // kUnbounded when there is no end
  uint32_t possible = 0;  // bit v: a whole table has the value v (v < 32)
  // No table at all, whole or not, has a needed value: whoever solves the sums knows that this count is not small.
  bool never_small = false;
  // Whether every needed value is possible.
  bool Allows(Need need) const {
    for (int v = need.first; v <= need.last; ++v) {
      if ((possible >> v & 1) == 0) return false;
    }
    return true;
  }
};

// A combination of relations that pins a hidden cell: cell = sum(shown) - sum(hidden), with what is hidden at its
// bound. Coefficients are whole multiples of `divisor`.
struct Recipe {
  CellId cell;
  bool upper;                                     // the recipe gives an upper bound (else a lower one)
  int64_t bound;                                  // the value it gives, rounded to the whole number inside
  std::vector<std::pair<CellId, double>> shown;   // cell is at most (at least) the sum of these
  std::vector<std::pair<CellId, double>> hidden;  // … less these, which cannot help
};

struct Audit {
  AuditState state = AuditState::kDone;
  CellId contradiction = 0;        // a cell of the group without a table
  std::vector<CellAudit> cells;    // one per cell
  std::vector<CellId> given_away;  // cells with a need that is not possible as a whole
  Certificate certificate;         // proves all other needs
  bool Safe() const { return state == AuditState::kDone && given_away.empty(); }
};

// The connected groups of hidden cells: two are connected when a relation holds both. Sorted by first cell.
struct HiddenGroup {
  std::vector<CellId> cells;
  std::vector<uint32_t> relations;
};
std::vector<HiddenGroup> HiddenGroups(const CountSystem& system, const std::vector<Bounds>& bounds);

Audit RunAudit(const CountSystem& system, const ReaderView& view, const AuditOptions& options = {});

// The same in steps: what is said of a hidden cell changes its group only, and only that is audited again. The answer
// is the one RunAudit gives of the view as it is in the end.
class Auditor {
 public:
  // `system` and `view` are kept by reference. Which cells are hidden has to stay as it is.
  Auditor(const CountSystem& system, const ReaderView& view, const AuditOptions& options = {});
  // Audits everything.
  AuditState Run();
  // Audits the groups of these cells again; their bounds or needs in the view have changed.
  AuditState Again(const std::vector<CellId>& changed);
  const CellAudit& Cell(CellId c) const { return out_.cells[c]; }
  // The result; call it last.
  Audit Take();

 private:
  bool RunGroup(uint32_t g);

  const CountSystem& system_;
  const ReaderView& view_;
  AuditOptions options_;
  std::vector<HiddenGroup> groups_;
  std::vector<std::vector<std::vector<CellValue>>> witnesses_;  // per group
  std::vector<uint32_t> group_of_;
  std::vector<uint32_t> scratch_;  // of Tableau
  std::vector<Bounds> reach_;      // per cell: what Propagate leaves of its bounds
  Audit out_;
};

// The reader's way to a cell that was given away; `upper` asks for the recipe of its upper end.
// Empty `shown` and `hidden` when the linear relations alone do not bound it there.
Recipe RecipeFor(const CountSystem& system, const ReaderView& view, CellId cell, bool upper);

}  // namespace verzuim

#endif  // VERZUIM_CORE_DISCLOSURE_AUDIT_H_
