// GroupAudit: the audit of one connected group of hidden cells.
#ifndef VERZUIM_CORE_DISCLOSURE_GROUP_AUDIT_H_
#define VERZUIM_CORE_DISCLOSURE_GROUP_AUDIT_H_

#include <cstdint>
#include <vector>

#include "core/disclosure/audit.h"
#include "core/disclosure/tableau.h"

namespace verzuim {

// Looks for a whole table for every needed value of every cell, and keeps those that show something new.
class GroupAudit {
 public:
  // `reach`: per cell of the system, bounds that every fitting table keeps; no value outside is looked for. `out`
  // gets what was found of the cells of the group, `witnesses` the tables. All are kept by reference.
  GroupAudit(const ReaderView& view, const AuditOptions& options, const HiddenGroup& group,
             const std::vector<Bounds>& reach, Tableau& tableau, Audit& out,
             std::vector<std::vector<CellValue>>& witnesses)
      : view_(view),
        options_(options),
        group_(group),
        reach_(reach),
        tableau_(tableau),
        out_(out),
        witnesses_(witnesses) {}
  // False when no table fits.
  bool Run();

 private:
  int64_t Whole(size_t i) const { return static_cast<int64_t>(tableau_.Value(i)); }
  bool IsPossible(size_t i, int64_t value) const { return (out_.cells[group_.cells[i]].possible >> value & 1) != 0; }
  bool Note(size_t i);
  void Take();
  DriveResult Reach(size_t i, int64_t value);
  DriveResult ReachFrom(size_t i, int64_t value);
  bool ReachFromWitness(size_t i, int64_t value);
  void Cover(size_t i);
  void Extreme(size_t i, bool up);

  const ReaderView& view_;
  const AuditOptions& options_;
  const HiddenGroup& group_;
  const std::vector<Bounds>& reach_;
  Tableau& tableau_;
  Audit& out_;
  std::vector<std::vector<CellValue>>& witnesses_;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_DISCLOSURE_GROUP_AUDIT_H_
