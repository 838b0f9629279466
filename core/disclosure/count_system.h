// CountSystem: what a reader knows about counts, as sums over whole numbers that are never negative.
//
// A cell is one unknown count: a published cell, a part nobody publishes (an "atom"), or the room in an inequality.
// A relation says that some cells together make others: sum(parts) = sum(total). Everything the publicatie tells and
// everything public is one of three things: a relation, a cell's bounds, or a shown number (lower = upper bound).
//
// Example  15 = 10 + 5 + x + x   five cells, one relation; both x are then 0
#ifndef VERZUIM_CORE_DISCLOSURE_COUNT_SYSTEM_H_
#define VERZUIM_CORE_DISCLOSURE_COUNT_SYSTEM_H_

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace verzuim {

using CellId = uint32_t;
inline constexpr int64_t kUnbounded = std::numeric_limits<int64_t>::max();
// Larger systems are refused, and so is a larger count: below it every sum and every product stays exact in a double.
inline constexpr size_t kMaxCells = 4'000'000;
inline constexpr int64_t kMaxCount = 1'000'000'000'000;

// The closed interval of values a reader knows a cell to lie in, before any sum is used.
struct Bounds {
  int64_t lo = 0;
  int64_t hi = kUnbounded;
  bool IsShown() const { return lo == hi; }
  bool Contains(int64_t value) const { return lo <= value && value <= hi; }
  bool operator==(const Bounds&) const = default;
};

// The values that must stay possible for a cell: all of first..last. Empty when last < first.
struct Need {
  int8_t first = 0;
  int8_t last = -1;
  bool IsEmpty() const { return last < first; }
  bool operator==(const Need&) const = default;
};

struct Term {
  CellId cell;
  int32_t sign;  // +1 for a part, -1 for a total
};

// That a cell is in a relation, and as what.
struct Membership {
  uint32_t relation;
  int32_t sign;
};

class CountSystem {
 public:
  // A view of the terms of one relation or of the memberships of one cell.
  template <class T>
  struct Slice {
    const T* first;
    const T* last;
    const T* begin() const { return first; }
    const T* end() const { return last; }
    size_t size() const { return static_cast<size_t>(last - first); }
  };

  // Adds `n` cells and returns the first.
  CellId AddCells(size_t n);
  // sum(parts) = sum(total).
  void AddRelation(const std::vector<CellId>& total, const std::vector<CellId>& parts);
  // Call once after the last relation and before MembershipsOf.
  void Index();

  size_t cells() const { return cells_; }
  size_t relations() const { return starts_.size() - 1; }
  Slice<Term> Terms(size_t relation) const {
    return {terms_.data() + starts_[relation], terms_.data() + starts_[relation + 1]};
  }
  Slice<Membership> MembershipsOf(CellId cell) const {
    return {memberships_.data() + cell_starts_[cell], memberships_.data() + cell_starts_[cell + 1]};
  }
  // Whether `values` (one per cell) fit every relation.
  bool Fits(const std::vector<int64_t>& values) const;

 private:
  size_t cells_ = 0;
  std::vector<Term> terms_;
  std::vector<uint32_t> starts_ = {0};
  std::vector<Membership> memberships_;
  std::vector<uint32_t> cell_starts_;
};

// What the reader of one publicatie has: the bounds of every cell and what must stay possible.
struct ReaderView {
  std::vector<Bounds> bounds;
  std::vector<Need> needs;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_DISCLOSURE_COUNT_SYSTEM_H_
