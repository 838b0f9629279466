// Suppress: which cells to hide so that a reader cannot narrow the small counts. Sees the true counts.
//
// First a safe pattern is built, fast; then it is made smaller for as long as iterations last: drop some hidden
// cells, cover what became unsafe in the cheapest way, take back whatever is no longer needed. The caller's
// test (an audit, which sees the pattern and not the truth) has the last word on every pattern. Same problem, seed
// and number of iterations: same pattern, on every machine.
#ifndef VERZUIM_CORE_DISCLOSURE_SUPPRESS_H_
#define VERZUIM_CORE_DISCLOSURE_SUPPRESS_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "core/disclosure/count_system.h"
#include "core/disclosure/cover.h"

namespace verzuim {

enum class CellRole : uint8_t {
  kPart,    // never published: an atom, or the room in an inequality
  kFree,    // may be shown or hidden
  kHidden,  // has to be hidden: small, or by wish
  kShown,   // has to be shown: a structural zero, or by wish
};

// One thing that has to stay possible: `cell` with the value `target`, which is not its true one.
struct Demand {
  CellId cell;
  int64_t target;
};

struct SuppressProblem {
  const CountSystem* system = nullptr;  // indexed
  std::vector<int64_t> truth;
  std::vector<CellRole> role;
  std::vector<Bounds> hidden;   // per cell: what the reader knows of it when it is hidden
  std::vector<Need> needs;      // per cell: what must stay possible when it is hidden, or else be said not to be
  std::vector<int64_t> weight;  // per cell: cost of hiding it, at least 1
  std::vector<Demand> demands;  // further demands, on cells that are always hidden
};

// What hiding costs: the weights of the hidden open cells, then the counts they hide.
struct HidingCost {
  int64_t weight = 0;
  int64_t pupils = 0;
  bool operator==(const HidingCost&) const = default;
  bool operator<(const HidingCost& other) const {
    return weight != other.weight ? weight < other.weight : pupils < other.pupils;
  }
};

struct SuppressProgress {
  int iteration;  // done so far
  HidingCost cost;
  bool safe;  // a pattern with this cost was accepted: stopping now gives it
};

struct SuppressOptions {
  uint64_t seed = 1;
  int iterations = 200;
  // Called before every iteration; false stops the search with the best so far.
  std::function<bool(const SuppressProgress&)> progress;
};

struct SuppressResult {
  std::vector<char> hidden;  // per cell, parts included
  HidingCost cost;
  int iterations = 0;
  bool accepted = false;  // `hidden` passed the test; else it is only the last pattern tried
};

// What a reader has under a pattern: shown cells have one value, hidden ones their bounds and needs.
ReaderView ViewOf(const SuppressProblem& problem, const std::vector<char>& hidden);

// What a test says of a pattern. Where it is not safe, `lost` names hidden cells whose small values are not all
// possible; adding hidden cells can repair that. None named: nothing to repair.
struct PatternVerdict {
  bool safe = false;
  std::vector<CellId> lost;
};
// Judges a pattern (a flag per cell); has the last word on everything that Suppress returns.
using PatternTest = std::function<PatternVerdict(const std::vector<char>& hidden)>;

// The best pattern found, or nothing when even hiding everything that may be hidden gives a count away (see
// ClashingWishes for what to give up). `covers` proposes cells; without it the search starts from everything hidden.
std::optional<SuppressResult> Suppress(const SuppressProblem& problem, const CoverSource* covers,
                                       const SuppressOptions& options, const PatternTest& accept);

// Whether hiding everything that may be hidden protects every count.
bool CanProtect(const SuppressProblem& problem);
// A smallest set of the cells in `shown` (all of role kShown by wish) that together make a safe pattern impossible:
// give up any one of them. Empty when there is one, or when it stays impossible without these wishes.
std::vector<CellId> ClashingWishes(SuppressProblem problem, const std::vector<CellId>& shown);

}  // namespace verzuim

#endif  // VERZUIM_CORE_DISCLOSURE_SUPPRESS_H_
