// Counts the sixteen hours (LPW art. 21a, LPB art. 33, and the voluntary count for 18 and over): one pass over the
// timeline with a sliding window.
#ifndef VERZUIM_CORE_RULES_SIXTEEN_HOURS_H_
#define VERZUIM_CORE_RULES_SIXTEEN_HOURS_H_

#include <optional>
#include <vector>

#include "core/rules/evaluate.h"
#include "core/rules/timeline.h"

namespace verzuim {

// From which day of a run on it is reported as a whole, so that its hours no longer count one by one. Indexed by
// run; nullopt where that never happens.
using RunStops = std::vector<std::optional<size_t>>;

// One period in which the threshold was reached: days [first, last] of the timeline.
struct ReachedPeriod {
  size_t first, last;
  size_t since;  // the day on which this count began, after the period before it
  CreditMinutes sum;
  bool weekly_allowed;  // a follow-up inside one run: the school may also report once a week
};

enum class Tally : uint8_t { kPlichtig, kAdult };

// Whether the lessons of a day count in this tally.
bool CountsIn(const TimelineDay& day, Tally tally);

// The days of a run after its stop never count, and the count starts afresh on the first day after such a run.
// Without lrv_na_16u the whole run is left out.
std::vector<ReachedPeriod> CountSixteenHours(const Timeline& timeline, Tally tally, const RunStops& stops,
                                             const RuleContext& context);

// The same days in another reading: when the threshold was first reached and the most that any window holds.
struct OtherReading {
  std::optional<size_t> reached;
  CreditMinutes most;
};
OtherReading ReadInVenster(const Timeline& timeline, Tally tally, size_t since, size_t last, Venster venster,
                           const RuleContext& context);
OtherReading ReadInOtherUur(const Timeline& timeline, Tally tally, size_t since, size_t last,
                            const RuleContext& context);

}  // namespace verzuim

#endif  // VERZUIM_CORE_RULES_SIXTEEN_HOURS_H_
