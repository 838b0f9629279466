#include "tests/disclosure/brute_force.h"

#include <algorithm>

namespace verzuim {
namespace {

class Enumeration {
 public:
  Enumeration(const CountSystem& system, const std::vector<Bounds>& bounds, int64_t highest, size_t limit)
      : system_(system), bounds_(bounds), highest_(highest), limit_(limit), table_(system.cells(), 0) {
    for (CellId c = 0; c < system.cells(); ++c) {
      if (bounds[c].IsShown()) {
        table_[c] = bounds[c].lo;
      } else {
        open_.push_back(c);
      }
    }
    position_.assign(system.cells(), -1);
    for (size_t i = 0; i < open_.size(); ++i) position_[open_[i]] = static_cast<int>(i);
    seen.assign(system.cells(), 0);
  }

  bool Run(size_t at) {
    if (++steps_ > limit_) return false;
    if (at == open_.size()) {
      if (!system_.Fits(table_)) return true;
      for (CellId c = 0; c < table_.size(); ++c) {
        if (table_[c] < 32) seen[c] |= 1U << table_[c];
      }
      return true;
    }
    const CellId c = open_[at];
    for (int64_t v = bounds_[c].lo; v <= std::min(bounds_[c].hi, highest_); ++v) {
      table_[c] = v;
      if (!Broken(c, static_cast<int>(at)) && !Run(at + 1)) return false;
    }
    table_[c] = 0;
    return true;
  }

  std::vector<uint32_t> seen;

 private:
  // Whether a relation of `c` whose cells are all chosen does not add up.
  bool Broken(CellId c, int at) const {
    for (const Membership& in : system_.MembershipsOf(c)) {
      int64_t sum = 0;
      bool complete = true;
      for (const Term& term : system_.Terms(in.relation)) {
        complete = complete && position_[term.cell] <= at;
        sum += term.sign * table_[term.cell];
      }
      if (complete && sum != 0) return true;
    }
    return false;
  }

  const CountSystem& system_;
  const std::vector<Bounds>& bounds_;
  int64_t highest_;
  size_t limit_;
  size_t steps_ = 0;
  std::vector<int64_t> table_;
  std::vector<CellId> open_;
  std::vector<int> position_;
};

}  // namespace

std::optional<std::vector<uint32_t>> PossibleValues(const CountSystem& system, const std::vector<Bounds>& bounds,
                                                    int64_t highest, size_t limit) {
  Enumeration all(system, bounds, highest, limit);
  if (!all.Run(0)) return std::nullopt;
  return all.seen;
}

}  // namespace verzuim
