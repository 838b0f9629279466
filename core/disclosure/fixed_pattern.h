// Fixed patterns: a choice of what to hide that tells nothing itself.
//
// Suppress looks for the cheapest pattern, and what is cheapest depends on the counts: whoever has this program can
// ask for which counts it would have chosen the pattern that was published, and rule out the others. Here the
// patterns are known before any count is: a ladder of levels, each hiding the cells of the levels before it and some
// more. The first level is taken that
//   1. hides every small count;
//   2. has a key: a cell that the level adds, such that every count that must stay possible stays so also when the
//      key is known to be small. The key is the first such cell, found from what would be published alone;
//   3. is true: cells of which it has to be said that they are large (proven.h) are.
// Proof that a reader who knows all this cannot narrow further: take any table that fits the publicatie and has a
// small key. The levels before do not hide its key, so they are not taken for it. At this level the same is shown, so
// the key and what is said are the same, and the table fits them: the program publishes the same. The tables
// with a small key therefore all stay, and by 2 they have all values that must stay possible.
#ifndef VERZUIM_CORE_DISCLOSURE_FIXED_PATTERN_H_
#define VERZUIM_CORE_DISCLOSURE_FIXED_PATTERN_H_

#include <optional>
#include <vector>

#include "core/disclosure/count_table.h"
#include "core/disclosure/proven.h"
#include "core/disclosure/school_system.h"

namespace verzuim {

// The cells that each level adds. They must not depend on the counts.
using Ladder = std::vector<std::vector<CellId>>;

// From inner cells to totals: the cells that add up fewest inner cells first.
Ladder LadderOf(const CountTable& table);
// From the highest interval to the lowest: first in the subdivisions, then in totaal.
Ladder LadderOf(const SchoolFrame& frame);

// The pattern of the first level that can be taken; nothing when there is none. Every cell of role kHidden must be
// small.
std::optional<ProvenPattern> FindFixedPattern(const SuppressProblem& problem, int drempel, const Ladder& ladder);

}  // namespace verzuim

#endif  // VERZUIM_CORE_DISCLOSURE_FIXED_PATTERN_H_
