// PupilShifts: what one pupil does to the counts when his absence would have been another.
//
// A pupil of a site moves from one triple of intervals to another, or to another interval of ziekte, or both. Counts
// change by one, the site stays possible for real pupils. Many ways to move look the same from outside: they are one
// kind.
//
// Example  intervals "0" and "(0,100]": from no absence to geoorloofd is +1 and -1 in totaal and in geoorloofd
#ifndef VERZUIM_CORE_DISCLOSURE_PUPIL_SHIFTS_H_
#define VERZUIM_CORE_DISCLOSURE_PUPIL_SHIFTS_H_

#include <cstdint>
#include <vector>

#include "core/disclosure/rollup_system.h"

namespace verzuim {

// A cell of a block, counted from its first, and +1 or -1.
struct Turn {
  uint16_t at;
  int8_t sign;
  bool operator==(const Turn& other) const { return at == other.at && sign == other.sign; }
  bool operator<(const Turn& other) const { return at != other.at ? at < other.at : sign < other.sign; }
};

struct PupilShift {
  uint16_t from = 0, to = 0;           // triples; equal when none changes
  uint8_t sick_from = 0, sick_to = 0;  // intervals of ziekte; equal when it does not change
};

struct ShiftKind {
  std::vector<Turn> turns;       // sorted; what changes in every block the pupil is counted in
  std::vector<PupilShift> ways;  // at least one
  uint32_t reverse = 0;          // the kind with the opposite turns
};

class PupilShifts {
 public:
  explicit PupilShifts(const RollupSystem& rollup);

  const std::vector<ShiftKind>& Kinds() const { return kinds_; }
  // The kinds that add one to (or take one from) cell `at` of a block.
  const std::vector<uint32_t>& KindsWith(size_t at, bool up) const { return by_turn_[2 * at + (up ? 1 : 0)]; }

  // How many pupils of the leaf can go this way in `table`.
  int64_t Capacity(const RollupLeaf& leaf, const PupilShift& shift, const std::vector<int64_t>& table) const;
  // The way of this kind that most pupils can go, up to `enough`; null when none can.
  const PupilShift* BestWay(const RollupLeaf& leaf, const ShiftKind& kind, const std::vector<int64_t>& table,
                            int64_t enough, int64_t* capacity) const;

  // Calls change(cell, by) for everything that `amount` pupils change in the leaf and the blocks it is counted in.
  template <class Change>
  void ForEachChange(const RollupLeaf& leaf, const ShiftKind& kind, const PupilShift& shift, int64_t amount,
                     Change change) const {
    for (const CellId block : leaf.blocks) {
      for (const Turn& turn : kind.turns) change(static_cast<CellId>(block + turn.at), turn.sign * amount);
    }
    if (shift.from != shift.to) {
      change(static_cast<CellId>(leaf.atoms + shift.from), -amount);
      change(static_cast<CellId>(leaf.atoms + shift.to), amount);
    }
    for (size_t b = 0; b < rollup_.frame.bounds.size(); ++b) {
      const int room = RoomOf(shift, b);
      if (room != 0) change(static_cast<CellId>(leaf.rooms + b), room * amount);
    }
  }

 private:
  // Change of the room above bound b.
  int RoomOf(const PupilShift& shift, size_t b) const {
    const size_t g_from = rollup_.triples[shift.from][1], g_to = rollup_.triples[shift.to][1];
    return (g_to > b) - (g_from > b) - (shift.sick_to > b) + (shift.sick_from > b);
  }

  const RollupSystem& rollup_;
  std::vector<ShiftKind> kinds_;
  std::vector<std::vector<uint32_t>> by_turn_;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_DISCLOSURE_PUPIL_SHIFTS_H_
