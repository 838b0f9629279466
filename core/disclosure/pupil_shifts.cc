#include "core/disclosure/pupil_shifts.h"

#include <algorithm>
#include <map>
#include <utility>

namespace verzuim {
namespace {

constexpr size_t kOfTriple[] = {static_cast<size_t>(Categorie::kTotaal), static_cast<size_t>(Categorie::kGeoorloofd),
                                static_cast<size_t>(Categorie::kOngeoorloofd)};
constexpr size_t kSick = static_cast<size_t>(Categorie::kZiekte);

}  // namespace

PupilShifts::PupilShifts(const RollupSystem& rollup) : rollup_(rollup) {
  const size_t intervals = rollup.frame.Intervals();
  const std::vector<IntervalTriple>& triples = rollup.triples;
  std::vector<std::pair<std::vector<Turn>, PupilShift>> all;
  const auto add = [&](const PupilShift& shift) {
    std::vector<Turn> turns;
    const auto turn = [&](size_t categorie, size_t from, size_t to) {
      if (from == to) return;
      turns.push_back({static_cast<uint16_t>(categorie * intervals + from), -1});
      turns.push_back({static_cast<uint16_t>(categorie * intervals + to), +1});
    };
    for (size_t part = 0; part < 3; ++part) turn(kOfTriple[part], triples[shift.from][part], triples[shift.to][part]);
    turn(kSick, shift.sick_from, shift.sick_to);
    std::sort(turns.begin(), turns.end());
    all.emplace_back(std::move(turns), shift);
  };
  for (uint8_t i = 0; i < intervals; ++i) {
    for (uint8_t j = 0; j < intervals; ++j) {
      if (i != j) add({0, 0, i, j});
    }
  }
  for (uint16_t p = 0; p < triples.size(); ++p) {
    for (uint16_t q = 0; q < triples.size(); ++q) {
      if (p == q) continue;
      add({p, q, 0, 0});
      if (triples[p][1] != triples[q][1]) add({p, q, triples[p][1], triples[q][1]});
    }
  }
  std::map<std::vector<Turn>, uint32_t> places;
  for (auto& [turns, shift] : all) {
    const auto [place, fresh] = places.emplace(turns, static_cast<uint32_t>(kinds_.size()));
    if (fresh) kinds_.push_back({turns, {}, 0});
    kinds_[place->second].ways.push_back(shift);
  }
  by_turn_.resize(2 * rollup.BlockSize());
  for (uint32_t k = 0; k < kinds_.size(); ++k) {
    std::vector<Turn> back = kinds_[k].turns;
    for (Turn& turn : back) {
      by_turn_[2 * turn.at + (turn.sign > 0 ? 1U : 0U)].push_back(k);
      turn.sign = static_cast<int8_t>(-turn.sign);
    }
    // Turns of one category have different cells, so the order stays.
    kinds_[k].reverse = places.at(back);
  }
}

int64_t PupilShifts::Capacity(const RollupLeaf& leaf, const PupilShift& shift,
                              const std::vector<int64_t>& table) const {
  int64_t most = kMaxCount;
  if (shift.from != shift.to) most = table[leaf.atoms + shift.from];
  if (shift.sick_from != shift.sick_to) {
    most = std::min(most, table[leaf.cells + kSick * rollup_.frame.Intervals() + shift.sick_from]);
  }
  for (size_t b = 0; b < rollup_.frame.bounds.size() && most > 0; ++b) {
    const int room = RoomOf(shift, b);
    if (room < 0) most = std::min(most, table[leaf.rooms + b] / -room);
  }
  return most;
}

const PupilShift* PupilShifts::BestWay(const RollupLeaf& leaf, const ShiftKind& kind,
                                       const std::vector<int64_t>& table, int64_t enough, int64_t* capacity) const {
  const PupilShift* best = nullptr;
  *capacity = 0;
  for (const PupilShift& shift : kind.ways) {
    const int64_t can = Capacity(leaf, shift, table);
    if (can <= *capacity) continue;
    best = &shift;
    *capacity = can;
    if (can >= enough) break;
  }
  return best;
}

}  // namespace verzuim
