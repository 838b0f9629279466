// BoxSource: alternating-sign boxes, the shortest changes of a table that keep all its totals.
//
// In one dimension a change takes from one code and gives to another, and their parents follow up to where the two
// meet (or up to Total). The product over all dimensions fits every relation. A box moves as far as the cells that
// shrink allow; several boxes are stacked when one is not enough.
//
// Example  in a 2 x 2 table: +1 -1 / -1 +1 keeps all row and column totals
#ifndef VERZUIM_CORE_DISCLOSURE_BOXES_H_
#define VERZUIM_CORE_DISCLOSURE_BOXES_H_

#include <cstdint>
#include <vector>

#include "core/disclosure/count_table.h"
#include "core/disclosure/cover.h"

namespace verzuim {

class BoxSource : public CoverSource {
 public:
  explicit BoxSource(const CountTable& table);
  TableChange Find(const CoverRequest& request, Random& random) const override;

 private:
  struct Step {
    int64_t offset;  // from the target's cell
    int8_t sign;
  };
  using Path = std::vector<Step>;  // the other codes of a one-dimensional change that has +1 at the target's code

  struct Best {
    double score;
    int64_t amount;
    std::vector<std::pair<CellId, int8_t>> cells;
  };
  struct Partial;

  std::vector<Path> Paths(const CoverRequest& request, size_t dimension, uint32_t code, size_t limit,
                          Random& random) const;
  template <class Visit>
  void WalkPath(size_t dimension, uint32_t code, uint32_t from, uint32_t to, Visit visit) const;
  void Extend(const CoverRequest& request, int64_t left, const std::vector<std::vector<Path>>& paths,
              size_t dimension, Partial& partial, Best& best) const;

  const CountTable& table_;
  std::vector<size_t> stride_;
  // Per dimension and code: the leaves inside; per leaf: the leaves that share its first parent.
  std::vector<std::vector<std::vector<uint32_t>>> inside_;
  std::vector<std::vector<std::vector<uint32_t>>> siblings_;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_DISCLOSURE_BOXES_H_
