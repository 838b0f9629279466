// RollupCovers: small changes of real pupils, for roll-ups.
//
// Some pupils of one site change intervals; where that would show in a total, as many of another site (or of another
// subdivision) change the other way round, or of three others in a ring: two gemeenten and two samenwerkingsverbanden
// that cross. What changes is whole and possible for pupils, so every relation fits.
//
// Example  A: one pupil from 3 to 2 above 20 %, B: one from 4 to 5; the region keeps its 7
#ifndef VERZUIM_CORE_DISCLOSURE_ROLLUP_COVERS_H_
#define VERZUIM_CORE_DISCLOSURE_ROLLUP_COVERS_H_

#include <array>
#include <cstdint>
#include <vector>

#include "core/disclosure/cover.h"
#include "core/disclosure/pupil_shifts.h"
#include "core/disclosure/rollup_system.h"

namespace verzuim {

class RollupCovers : public CoverSource {
 public:
  explicit RollupCovers(const RollupSystem& rollup);
  TableChange Find(const CoverRequest& request, Random& random) const override;

 private:
  struct Step {
    uint32_t leaf;
    int8_t sign;  // +1: the kind itself, -1: its reverse
  };
  struct Plan {
    double score;
    int64_t amount = 0;
    uint32_t kind = 0;
    size_t size = 0;
    std::array<Step, 4> steps{};
  };
  // Leaves that are counted in exactly the same totals, and the rings they are part of.
  struct Family {
    std::vector<uint32_t> leaves;
    std::vector<std::array<uint32_t, 3>> rings;  // families: same gemeente, opposite, same samenwerkingsverband
  };
  struct Asked {
    CellId block;
    int64_t left;
    const std::vector<Bounds>& bounds;
    const std::vector<double>& cost;
    const std::vector<int64_t>& table;
  };

  void MakeFamilies();
  double CostOf(const Asked& asked, const Plan& plan, int64_t amount) const;
  double CostOfBlock(const Asked& asked, CellId block, uint32_t kind, int64_t amount) const;
  // Completes the plan with the amount all its steps can do; takes it when it is better.
  void Try(const Asked& asked, Plan plan, Plan& best) const;
  bool CheapestOf(const Asked& asked, const std::vector<uint32_t>& leaves, uint32_t kind, Step& step,
                  Random& random) const;
  void TryPartners(const Asked& asked, const Plan& alone, Random& random, Plan& best) const;
  Plan BestPlan(const Asked& asked, const std::vector<uint32_t>& kinds, Random& random) const;

  const RollupSystem& rollup_;
  PupilShifts shifts_;
  std::vector<std::vector<uint32_t>> leaves_of_;  // per block
  std::vector<Family> families_;
  std::vector<uint32_t> family_of_;  // per leaf
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_DISCLOSURE_ROLLUP_COVERS_H_
