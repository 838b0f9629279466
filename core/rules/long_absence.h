// Long absence: from which day a run is langdurig relatief verzuim, or a matter for the doorstroompunt.
#ifndef VERZUIM_CORE_RULES_LONG_ABSENCE_H_
#define VERZUIM_CORE_RULES_LONG_ABSENCE_H_

#include <optional>

#include "core/options/options.h"
#include "core/rules/evaluate.h"
#include "core/rules/timeline.h"

namespace verzuim {

// How long is long.
struct Spell {
  int weken;
  Vergelijking vergelijking;
  Klok klok;
};

// The day of the run (index into the timeline) on which it has lasted that long, or nullopt.
//   minstens   the last lesson day inside the weeks that start on the run's first day. It counts only when those
//              weeks are over as far as the peildatum knows: no lesdag of the calendar is left in them after it. A
//              run that merely reaches the end of the data is not long.
//   meer_dan   the first lesson day after those weeks.
std::optional<size_t> EstablishedOn(const Timeline& timeline, const Run& run, const Spell& spell,
                                    const RuleContext& context);

}  // namespace verzuim

#endif  // VERZUIM_CORE_RULES_LONG_ABSENCE_H_
