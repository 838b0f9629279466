// Pattern: which cells are hidden, and through which open cells every demand on it is met.
//
// Shared by everything that looks for patterns. A demand is one value that has to stay possible for one cell; the
// firm ones have to be met, a guise (a large cell as if it were small) is welcome.
#ifndef VERZUIM_CORE_DISCLOSURE_PATTERN_H_
#define VERZUIM_CORE_DISCLOSURE_PATTERN_H_

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "core/disclosure/suppress.h"

namespace verzuim {

inline constexpr size_t kNoDemand = std::numeric_limits<size_t>::max();

// What is asked of every pattern of one problem.
class Demands {
 public:
  explicit Demands(const SuppressProblem& problem);

  const std::vector<Demand>& All() const { return demands_; }
  const Demand& operator[](size_t d) const { return demands_[d]; }
  size_t size() const { return demands_.size(); }
  // The demands before this one have to be met; the others are guises.
  size_t Firm() const { return firm_; }
  // The demand under which an open cell could be a small count; kNoDemand when it has none.
  size_t GuiseOf(CellId c) const { return guise_of_[c]; }
  // Whether a pattern may hide the cell or show it.
  bool IsOpen(CellId c) const;
  // Whether an open cell holds more than what has to stay possible for a small count.
  bool IsLarge(CellId c) const { return problem_.truth[c] > problem_.needs[c].last; }

 private:
  const SuppressProblem& problem_;
  std::vector<Demand> demands_;
  size_t firm_;
  std::vector<size_t> guise_of_;
};

struct Pattern {
  std::vector<char> hidden;
  std::vector<CellId> open;  // the open cells that are hidden
  HidingCost cost;
  std::vector<CellId> odd;   // the open cells that allow some of the small values and not all
  std::vector<CellId> said;  // those of which it is said that they are large

  // Everything that has to be hidden, and nothing else.
  Pattern(const SuppressProblem& problem, const Demands& demands);
  void HideEverything(const SuppressProblem& problem, const Demands& demands);

  void Hide(const SuppressProblem& problem, CellId c);
  void Show(const SuppressProblem& problem, const Demands& demands, CellId c);

  // Per demand: the open cells that its table changes.
  const std::vector<CellId>& Support(size_t demand) const { return support_[demand]; }
  void SetSupport(size_t demand, std::vector<CellId> cells);
  // The demands whose support holds the cell, from first to last.
  std::vector<size_t> UsersOf(CellId c) const;

  // A hidden cell counts as much as two odd ones.
  int64_t Score() const { return kHiddenPrice * cost.weight + static_cast<int64_t>(odd.size()); }
  static constexpr int64_t kHiddenPrice = 2;

 private:
  std::vector<std::vector<CellId>> support_;
  std::vector<std::vector<uint32_t>> users_;  // per cell, in no order
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_DISCLOSURE_PATTERN_H_
