// RollupCovers: small changes of real pupils, for roll-ups.
//
// Some pupils of one site change intervals; where that would show in a total, as many of another site (or of another
// subdivision) change the other way round. What changes is whole and possible for pupils, so every relation fits.
//
// Example  A: one pupil from 3 to 2 above 20 %, B: one from 4 to 5; the region keeps its 7
#ifndef VERZUIM_CORE_DISCLOSURE_ROLLUP_COVERS_H_
#define VERZUIM_CORE_DISCLOSURE_ROLLUP_COVERS_H_

#include <cstdint>
#include <vector>

#include "core/disclosure/cover.h"
#include "core/disclosure/rollup_system.h"

namespace verzuim {

class RollupCovers : public CoverSource {
 public:
  explicit RollupCovers(const RollupSystem& rollup);
  TableChange Find(const CoverRequest& request, Random& random) const override;

 private:
  struct Turn {  // cell of a block, counted from its first, and +1 or -1
    uint8_t at;
    int8_t sign;
  };
  // One pupil goes from one triple to another, or changes interval of ziekte, or both.
  struct Shift {
    uint8_t from = 0, to = 0;            // triples; equal when none changes
    uint8_t sick_from = 0, sick_to = 0;  // intervals of ziekte; equal when it does not change
    std::vector<Turn> turns;             // what changes in every block
  };
  struct Plan {
    double score;
    int64_t amount;
    size_t leaf, partner;  // partner == leaf: none
    size_t shift, back;
  };

  void AddShift(Shift shift);
  int64_t Capacity(const RollupLeaf& leaf, const Shift& shift, const std::vector<int64_t>& truth) const;
  double CostOf(const CoverRequest& request, const std::vector<int64_t>& truth, const RollupLeaf& leaf,
                const RollupLeaf* partner, const Shift& shift, int64_t amount) const;
  void Apply(const RollupLeaf& leaf, const Shift& shift, int64_t amount, std::vector<int64_t>& truth,
             std::vector<CellId>& touched) const;
  std::vector<size_t> Partners(size_t leaf, Random& random) const;

  const RollupSystem& rollup_;
  std::vector<Shift> shifts_;
  std::vector<std::vector<uint32_t>> by_turn_;  // 2 * cell of a block + (sign > 0): the shifts that do it
  std::vector<std::vector<uint32_t>> reverse_;  // per shift: those with the opposite turns
  std::vector<std::vector<uint32_t>> near_;     // per leaf: leaves counted in the same totals
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_DISCLOSURE_ROLLUP_COVERS_H_
