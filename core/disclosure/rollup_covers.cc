#include "core/disclosure/rollup_covers.h"

#include <algorithm>
#include <limits>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

namespace verzuim {
namespace {

constexpr size_t kNearPartners = 10;
constexpr size_t kRings = 4;        // looked at for one change
constexpr size_t kRingsKept = 24;   // per family
constexpr size_t kChoice = 12;      // leaves looked at for one place in a plan
constexpr size_t kOtherTotals = 3;  // partners of the same gemeente, of the same samenwerkingsverband, of the land
constexpr size_t kLeaves = 12;      // of a total, looked at for one change
constexpr size_t kKinds = 12;       // of shifts, the cheapest ones, looked at for one leaf
constexpr int kStacked = 8;         // changes on top of each other
constexpr double kNever = std::numeric_limits<double>::infinity();

}  // namespace

RollupCovers::RollupCovers(const RollupSystem& rollup) : rollup_(rollup), shifts_(rollup) {
  leaves_of_.resize(rollup.blocks.size());
  for (uint32_t l = 0; l < rollup.leaves.size(); ++l) {
    for (const CellId block : rollup.leaves[l].blocks) {
      if (block < rollup.PublishedCells()) leaves_of_[block / rollup.BlockSize()].push_back(l);
    }
  }
  MakeFamilies();
}

void RollupCovers::MakeFamilies() {
  // Where a leaf is counted besides its own site: the names say it all.
  using FamilyKey = std::tuple<std::string_view, std::string_view, std::vector<CellId>>;
  std::map<FamilyKey, uint32_t> places;
  std::map<std::string_view, std::vector<const FamilyKey*>> of_gemeente, of_verband;
  std::vector<const FamilyKey*> place_of;
  for (uint32_t l = 0; l < rollup_.leaves.size(); ++l) {
    const RollupLeaf& leaf = rollup_.leaves[l];
    std::vector<CellId> lands;  // tells subdivisions apart
    for (const CellId block : leaf.blocks) {
      if (block >= rollup_.PublishedCells()) continue;
      if (rollup_.blocks[block / rollup_.BlockSize()].niveau == Niveau::kLand) lands.push_back(block);
    }
    const Indeling& indeling = rollup_.frame.sites[leaf.site].indeling;
    const auto [place, fresh] = places.emplace(FamilyKey(indeling.gemeente, indeling.samenwerkingsverband, lands),
                                               static_cast<uint32_t>(families_.size()));
    if (fresh) {
      families_.emplace_back();
      place_of.push_back(&place->first);
      of_gemeente[indeling.gemeente].push_back(&place->first);
      of_verband[indeling.samenwerkingsverband].push_back(&place->first);
    }
    families_[place->second].leaves.push_back(l);
    family_of_.push_back(place->second);
  }
  for (uint32_t f = 0; f < families_.size(); ++f) {
    const auto& [gemeente, verband, lands] = *place_of[f];
    std::vector<std::array<uint32_t, 3>>& rings = families_[f].rings;
    for (const FamilyKey* same : of_gemeente[gemeente]) {
      if (std::get<1>(*same) == verband || std::get<2>(*same) != lands) continue;
      for (const FamilyKey* opposite : of_verband[std::get<1>(*same)]) {
        if (rings.size() == kRingsKept) break;
        if (std::get<0>(*opposite) == gemeente || std::get<2>(*opposite) != lands) continue;
        const auto last = places.find(FamilyKey(std::get<0>(*opposite), verband, lands));
        if (last != places.end()) rings.push_back({places.at(*same), places.at(*opposite), last->second});
      }
    }
  }
}

double RollupCovers::CostOfBlock(const Asked& asked, CellId block, uint32_t kind, int64_t amount) const {
  double cost = 0;
  for (const Turn& turn : shifts_.Kinds()[kind].turns) {
    const CellId c = block + turn.at;
    if (asked.cost[c] == kNever || !asked.bounds[c].Contains(asked.table[c] + turn.sign * amount)) return kNever;
    cost += asked.cost[c];
  }
  return cost;
}

// Blocks in which the steps cancel out do not change and cost nothing.
double RollupCovers::CostOf(const Asked& asked, const Plan& plan, int64_t amount) const {
  std::vector<std::pair<CellId, int>> net;
  for (size_t i = 0; i < plan.size; ++i) {
    for (const CellId block : rollup_.leaves[plan.steps[i].leaf].blocks) net.emplace_back(block, plan.steps[i].sign);
  }
  std::sort(net.begin(), net.end());
  double cost = 0;
  bool asked_changes = false;
  for (size_t i = 0; i < net.size() && cost != kNever;) {
    int sum = 0;
    const CellId block = net[i].first;
    for (; i < net.size() && net[i].first == block; ++i) sum += net[i].second;
    if (sum == 0) continue;
    asked_changes = asked_changes || block == asked.block;
    cost += CostOfBlock(asked, block, plan.kind, sum * amount);
  }
  return asked_changes ? cost : kNever;
}

void RollupCovers::Try(const Asked& asked, Plan plan, Plan& best) const {
  const ShiftKind& kind = shifts_.Kinds()[plan.kind];
  plan.amount = asked.left;
  for (size_t i = 0; i < plan.size && plan.amount > 0; ++i) {
    const ShiftKind& own = plan.steps[i].sign > 0 ? kind : shifts_.Kinds()[kind.reverse];
    int64_t can;
    shifts_.BestWay(rollup_.leaves[plan.steps[i].leaf], own, asked.table, plan.amount, &can);
    plan.amount = std::min(plan.amount, can);
  }
  for (; plan.amount > 0; plan.amount /= 2) {
    const double cost = CostOf(asked, plan, plan.amount);
    if (cost == kNever) continue;
    plan.score = (cost + 1e-3) / static_cast<double>(plan.amount);
    if (plan.score < best.score) best = plan;
    return;
  }
}

// The leaf of some of these that can take the step at the lowest cost in its own cells. False when none can.
bool RollupCovers::CheapestOf(const Asked& asked, const std::vector<uint32_t>& leaves, uint32_t kind, Step& step,
                              Random& random) const {
  double lowest = kNever;
  const ShiftKind& own = shifts_.Kinds()[step.sign > 0 ? kind : shifts_.Kinds()[kind].reverse];
  const size_t start = random.Below(leaves.size());
  for (size_t i = 0; i < std::min(kChoice, leaves.size()) && lowest > 0; ++i) {
    const uint32_t l = leaves[(start + i) % leaves.size()];
    const double cost = CostOfBlock(asked, rollup_.leaves[l].cells, kind, step.sign);
    int64_t can;
    if (cost >= lowest || shifts_.BestWay(rollup_.leaves[l], own, asked.table, 1, &can) == nullptr) continue;
    lowest = cost;
    step.leaf = l;
  }
  return lowest != kNever;
}

void RollupCovers::TryPartners(const Asked& asked, const Plan& alone, Random& random, Plan& best) const {
  const double free = 1e-3 / static_cast<double>(asked.left);  // nothing better than this
  const uint32_t leaf = alone.steps[0].leaf;
  const Family& family = families_[family_of_[leaf]];
  Try(asked, alone, best);
  Plan plan = alone;
  const auto with = [&](uint32_t partner) {
    if (partner == leaf || best.score <= free) return;
    plan.size = 2;
    plan.steps[1] = {partner, -1};
    Try(asked, plan, best);
  };
  const size_t many = family.leaves.size(), start = random.Below(many);
  for (size_t i = 0; i < std::min(kNearPartners, many); ++i) with(family.leaves[(start + i) % many]);
  for (size_t i = 0; i < std::min(kRings, family.rings.size()) && best.score > free; ++i) {
    const std::array<uint32_t, 3>& ring = family.rings[random.Below(family.rings.size())];
    plan.size = 4;
    bool all = true;
    for (size_t k = 0; k < 3 && all; ++k) {
      plan.steps[k + 1].sign = static_cast<int8_t>(k == 1 ? 1 : -1);
      all = CheapestOf(asked, families_[ring[k]].leaves, plan.kind, plan.steps[k + 1], random);
    }
    if (all) Try(asked, plan, best);
  }
  // The other subdivisions of the site stand next to it.
  for (const size_t other : {leaf + 1, leaf + 2, leaf - 1, leaf - 2}) {
    if (other < rollup_.leaves.size() && rollup_.leaves[other].site == rollup_.leaves[leaf].site) {
      with(static_cast<uint32_t>(other));
    }
  }
  for (const CellId block : rollup_.leaves[leaf].blocks) {
    if (block >= rollup_.PublishedCells() || best.score <= free) continue;
    const std::vector<uint32_t>& others = leaves_of_[block / rollup_.BlockSize()];
    Step step{leaf, -1};
    for (size_t i = 0; others.size() > 1 && i < kOtherTotals; ++i) {
      if (CheapestOf(asked, others, plan.kind, step, random)) with(step.leaf);
    }
  }
}

RollupCovers::Plan RollupCovers::BestPlan(const Asked& asked, const std::vector<uint32_t>& kinds,
                                          Random& random) const {
  Plan best{kNever};
  const std::vector<uint32_t>& leaves = leaves_of_[asked.block / rollup_.BlockSize()];
  const double free = 1e-3 / static_cast<double>(asked.left);
  const size_t start = leaves.size() > 1 ? random.Below(leaves.size()) : 0;
  for (size_t i = 0; i < std::min(leaves.size(), kLeaves) && best.score > free; ++i) {
    const uint32_t l = leaves[(start + i) % leaves.size()];
    const RollupLeaf& leaf = rollup_.leaves[l];
    std::vector<std::pair<double, uint32_t>> cheap;
    const size_t first = random.Below(kinds.size());
    for (size_t k = 0; k < kinds.size(); ++k) {
      const uint32_t kind = kinds[(first + k) % kinds.size()];
      // In its own cells one pupil has to be possible.
      const double own = CostOfBlock(asked, leaf.cells, kind, 1);
      int64_t can;
      if (own == kNever || shifts_.BestWay(leaf, shifts_.Kinds()[kind], asked.table, 1, &can) == nullptr) continue;
      cheap.emplace_back(own, kind);
    }
    std::stable_sort(cheap.begin(), cheap.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (size_t k = 0; k < std::min(cheap.size(), kKinds) && best.score > free; ++k) {
      Plan alone{kNever};
      alone.kind = cheap[k].second;
      alone.size = 1;
      alone.steps[0] = {l, 1};
      TryPartners(asked, alone, random, best);
    }
  }
  return best;
}

TableChange RollupCovers::Find(const CoverRequest& request, Random& random) const {
  if (request.cell >= rollup_.PublishedCells()) return {};
  const size_t at = request.cell % rollup_.BlockSize();
  const std::vector<uint32_t>& kinds = shifts_.KindsWith(at, request.change > 0);
  std::vector<int64_t> table = request.truth;
  std::vector<double> cost = request.cost;
  std::vector<CellId> touched;
  int64_t left = request.change < 0 ? -request.change : request.change;
  for (int stacked = 0; stacked < kStacked && left > 0; ++stacked) {
    const Plan plan =
        BestPlan({static_cast<CellId>(request.cell - at), left, request.bounds, cost, table}, kinds, random);
    if (plan.amount == 0) return {};
    const ShiftKind& kind = shifts_.Kinds()[plan.kind];
    for (size_t i = 0; i < plan.size; ++i) {
      const RollupLeaf& leaf = rollup_.leaves[plan.steps[i].leaf];
      const ShiftKind& own = plan.steps[i].sign > 0 ? kind : shifts_.Kinds()[kind.reverse];
      int64_t can;
      const PupilShift* way = shifts_.BestWay(leaf, own, table, plan.amount, &can);
      if (can < plan.amount) return {};  // two steps share a leaf
      shifts_.ForEachChange(leaf, own, *way, plan.amount, [&](CellId c, int64_t by) {
        table[c] += by;
        touched.push_back(c);
      });
    }
    // What changes is hidden from here on; in most totals the steps cancel out, and those stay as dear as they were.
    for (const CellId c : touched) {
      if (table[c] != request.truth[c]) cost[c] = 0;
    }
    left = request.truth[request.cell] + request.change - table[request.cell];
    if (request.change < 0) left = -left;
  }
  if (left != 0) return {};
  std::sort(touched.begin(), touched.end());
  touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
  TableChange change;
  for (const CellId c : touched) {
    if (table[c] != request.truth[c]) change.emplace_back(c, table[c] - request.truth[c]);
  }
  return change;
}

}  // namespace verzuim
