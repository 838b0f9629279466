#include "core/disclosure/rollup_covers.h"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

namespace verzuim {
namespace {

constexpr size_t kNearPartners = 6;
constexpr size_t kFarPartners = 4;
constexpr size_t kLeaves = 4;  // of a total, looked at for one change
constexpr int kStacked = 8;    // changes on top of each other
constexpr double kNever = std::numeric_limits<double>::infinity();

constexpr size_t kOfTriple[] = {static_cast<size_t>(Categorie::kTotaal), static_cast<size_t>(Categorie::kGeoorloofd),
                                static_cast<size_t>(Categorie::kOngeoorloofd)};
constexpr size_t kSick = static_cast<size_t>(Categorie::kZiekte);

}  // namespace

RollupCovers::RollupCovers(const RollupSystem& rollup) : rollup_(rollup) {
  const size_t intervals = rollup.frame.Intervals();
  const std::vector<IntervalTriple>& triples = rollup.triples;
  by_turn_.resize(2 * rollup.BlockSize());
  for (uint8_t i = 0; i < intervals; ++i) {
    for (uint8_t j = 0; j < intervals; ++j) {
      if (i != j) AddShift({0, 0, i, j, {}});
    }
  }
  for (uint8_t p = 0; p < triples.size(); ++p) {
    for (uint8_t q = 0; q < triples.size(); ++q) {
      if (p == q) continue;
      AddShift({p, q, 0, 0, {}});
      if (triples[p][1] != triples[q][1]) AddShift({p, q, triples[p][1], triples[q][1], {}});
    }
  }
  std::map<std::vector<std::pair<uint8_t, int8_t>>, std::vector<uint32_t>> same;
  auto key = [](const Shift& shift, int sign) {
    std::vector<std::pair<uint8_t, int8_t>> out;
    for (const Turn& turn : shift.turns) out.emplace_back(turn.at, static_cast<int8_t>(sign * turn.sign));
    std::sort(out.begin(), out.end());
    return out;
  };
  for (uint32_t s = 0; s < shifts_.size(); ++s) same[key(shifts_[s], 1)].push_back(s);
  for (const Shift& shift : shifts_) reverse_.push_back(same[key(shift, -1)]);

  // Near are the leaves that are counted in exactly the same totals: nothing above changes.
  std::map<std::vector<CellId>, std::vector<uint32_t>> families;
  auto totals_of = [&](const RollupLeaf& leaf) {
    std::vector<CellId> totals;
    for (const CellId block : leaf.blocks) {
      if (block < rollup_.PublishedCells() && rollup_.SiteOf(block) == rollup_.frame.sites.size())
        totals.push_back(block);
    }
    return totals;
  };
  for (uint32_t l = 0; l < rollup.leaves.size(); ++l) families[totals_of(rollup.leaves[l])].push_back(l);
  for (const RollupLeaf& leaf : rollup.leaves) near_.push_back(families[totals_of(leaf)]);
}

void RollupCovers::AddShift(Shift shift) {
  const size_t intervals = rollup_.frame.Intervals();
  auto turn = [&](size_t categorie, size_t from, size_t to) {
    if (from == to) return;
    shift.turns.push_back({static_cast<uint8_t>(categorie * intervals + from), -1});
    shift.turns.push_back({static_cast<uint8_t>(categorie * intervals + to), +1});
  };
  for (size_t part = 0; part < 3; ++part) {
    turn(kOfTriple[part], rollup_.triples[shift.from][part], rollup_.triples[shift.to][part]);
  }
  turn(kSick, shift.sick_from, shift.sick_to);
  for (const Turn& t : shift.turns)
    by_turn_[2 * t.at + (t.sign > 0)].push_back(static_cast<uint32_t>(shifts_.size()));
  shifts_.push_back(std::move(shift));
}

// How many pupils of the leaf can do it.
int64_t RollupCovers::Capacity(const RollupLeaf& leaf, const Shift& shift, const std::vector<int64_t>& truth) const {
  int64_t most = kMaxCount;
  if (shift.from != shift.to) most = truth[leaf.atoms + shift.from];
  if (shift.sick_from != shift.sick_to) {
    most = std::min(most, truth[leaf.cells + kSick * rollup_.frame.Intervals() + shift.sick_from]);
  }
  const uint8_t g_from = rollup_.triples[shift.from][1], g_to = rollup_.triples[shift.to][1];
  for (size_t b = 0; b < rollup_.frame.bounds.size() && most > 0; ++b) {
    const int room = (g_to > b) - (g_from > b) - (shift.sick_to > b) + (shift.sick_from > b);
    if (room < 0) most = std::min(most, truth[leaf.rooms + b] / -room);
  }
  return most;
}

double RollupCovers::CostOf(const CoverRequest& request, const std::vector<int64_t>& truth, const RollupLeaf& leaf,
                            const RollupLeaf* partner, const Shift& shift, int64_t amount) const {
  double cost = 0;
  auto add = [&](CellId block, int sign) {
    for (const Turn& turn : shift.turns) {
      const CellId c = block + turn.at;
      cost += request.cost[c];
      if (!request.bounds[c].Contains(truth[c] + sign * turn.sign * amount)) cost = kNever;
    }
  };
  auto theirs = partner == nullptr ? leaf.blocks.end() : partner->blocks.begin();
  const auto end = partner == nullptr ? leaf.blocks.end() : partner->blocks.end();
  for (const CellId block : leaf.blocks) {
    for (; theirs != end && *theirs < block; ++theirs) add(*theirs, -1);
    if (theirs != end && *theirs == block) {
      ++theirs;
    } else {
      add(block, 1);
    }
    if (cost == kNever) return cost;
  }
  for (; theirs != end; ++theirs) add(*theirs, -1);
  return cost;
}

void RollupCovers::Apply(const RollupLeaf& leaf, const Shift& shift, int64_t amount, std::vector<int64_t>& truth,
                         std::vector<CellId>& touched) const {
  auto change = [&](CellId c, int64_t by) {
    truth[c] += by;
    touched.push_back(c);
  };
  for (const CellId block : leaf.blocks) {
    for (const Turn& turn : shift.turns) change(block + turn.at, turn.sign * amount);
  }
  if (shift.from != shift.to) {
    change(leaf.atoms + shift.from, -amount);
    change(leaf.atoms + shift.to, amount);
  }
  const uint8_t g_from = rollup_.triples[shift.from][1], g_to = rollup_.triples[shift.to][1];
  for (size_t b = 0; b < rollup_.frame.bounds.size(); ++b) {
    const int room = (g_to > b) - (g_from > b) - (shift.sick_to > b) + (shift.sick_from > b);
    if (room != 0) change(static_cast<CellId>(leaf.rooms + b), room * amount);
  }
}

std::vector<size_t> RollupCovers::Partners(size_t leaf, Random& random) const {
  std::vector<size_t> out = {leaf};
  auto add = [&](size_t other) {
    if (std::find(out.begin(), out.end(), other) == out.end()) out.push_back(other);
  };
  const std::vector<uint32_t>& near = near_[leaf];
  for (size_t i = 0; i < kNearPartners; ++i) add(near[random.Below(near.size())]);
  // The other subdivisions of the site stand next to it.
  for (const size_t other : {leaf + 1, leaf + 2, leaf - 1, leaf - 2}) {
    if (other < rollup_.leaves.size() && rollup_.leaves[other].site == rollup_.leaves[leaf].site) add(other);
  }
  for (size_t i = 0; i < kFarPartners; ++i) add(random.Below(rollup_.leaves.size()));
  return out;
}

TableChange RollupCovers::Find(const CoverRequest& request, Random& random) const {
  if (request.cell >= rollup_.PublishedCells()) return {};
  const size_t at = request.cell % rollup_.BlockSize();
  const CellId block = static_cast<CellId>(request.cell - at);
  std::vector<size_t> leaves;
  for (size_t l = 0; l < rollup_.leaves.size(); ++l) {
    const std::vector<CellId>& blocks = rollup_.leaves[l].blocks;
    if (std::binary_search(blocks.begin(), blocks.end(), block)) leaves.push_back(l);
  }
  std::vector<int64_t> truth = request.truth;
  std::vector<double> cost = request.cost;
  const CoverRequest now{request.cell, request.change, request.truth, request.bounds, cost, request.effort};
  std::vector<CellId> touched;
  int64_t left = request.change < 0 ? -request.change : request.change;
  const std::vector<uint32_t>& shifts = by_turn_[2 * at + (request.change > 0)];
  for (int stacked = 0; stacked < kStacked && left > 0; ++stacked) {
    Plan best{kNever, 0, 0, 0, 0, 0};
    random.Shuffle(leaves);
    for (size_t i = 0; i < std::min(leaves.size(), kLeaves); ++i) {
      const size_t l = leaves[i];
      const std::vector<size_t> partners = Partners(l, random);
      for (const uint32_t s : shifts) {
        const Shift& shift = shifts_[s];
        const int64_t room = std::min(left, Capacity(rollup_.leaves[l], shift, truth));
        if (room <= 0) continue;
        for (const size_t partner : partners) {
          int64_t amount = room;
          size_t back = s;
          if (partner != l) {
            if (std::binary_search(rollup_.leaves[partner].blocks.begin(), rollup_.leaves[partner].blocks.end(),
                                   block)) {
              continue;  // the cell itself would not change
            }
            int64_t most = 0;
            for (const uint32_t r : reverse_[s]) {
              const int64_t can = Capacity(rollup_.leaves[partner], shifts_[r], truth);
              if (can > most) most = can, back = r;
              if (most >= room) break;
            }
            amount = std::min(amount, most);
            if (amount <= 0) continue;
          }
          const RollupLeaf* other = partner == l ? nullptr : &rollup_.leaves[partner];
          const double price = CostOf(now, truth, rollup_.leaves[l], other, shift, amount);
          if (price == kNever) continue;
          const double score = (price + 1e-3) / static_cast<double>(amount);
          if (score < best.score) best = {score, amount, l, partner, s, back};
        }
      }
    }
    if (best.amount == 0) return {};
    Apply(rollup_.leaves[best.leaf], shifts_[best.shift], best.amount, truth, touched);
    if (best.partner != best.leaf)
      Apply(rollup_.leaves[best.partner], shifts_[best.back], best.amount, truth, touched);
    for (const CellId c : touched) {
      if (truth[c] != request.truth[c]) cost[c] = 0;
    }
    left -= best.amount;
  }
  if (left > 0) return {};
  std::sort(touched.begin(), touched.end());
  touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
  TableChange change;
  for (const CellId c : touched) {
    if (truth[c] != request.truth[c]) change.emplace_back(c, truth[c] - request.truth[c]);
  }
  return change;
}

}  // namespace verzuim
