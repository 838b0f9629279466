// EvaluatePupil: from the facts of one pupil to the meldingen the law requires.
//
// Pure: same facts, calendar, options and peildatum give the same meldingen; no clock, no other pupil.
// Cost is linear in the pupil's own days and missed lessons.
#ifndef VERZUIM_CORE_RULES_EVALUATE_H_
#define VERZUIM_CORE_RULES_EVALUATE_H_

#include <vector>

#include "core/calendar/school_calendar.h"
#include "core/options/options.h"
#include "core/register/pupil.h"
#include "core/rules/episode.h"
#include "core/rules/melding.h"

namespace verzuim {

struct RuleContext {
  const SchoolCalendar& calendar;
  const Options& options;
  Profiel profiel;
  // The day up to which facts are known, and on which the question is asked. Facts after it are not used.
  Date peildatum;
};

// A question that no rule could answer: facts on dates outside the validity of the rule that would judge them.
struct OutsideValidity {
  const Rule* rule;
  DateRange dates;
};

struct PupilOutcome {
  std::vector<Melding> meldingen;  // sorted by meldbaar_vanaf, soort; `pupil` is left 0 for the caller to fill
  std::vector<OutsideValidity> outside;
  std::vector<Episode> episodes;  // sorted by van, aard; `pupil` likewise
};

PupilOutcome EvaluatePupil(const PupilFacts& facts, const RuleContext& context);

}  // namespace verzuim

#endif  // VERZUIM_CORE_RULES_EVALUATE_H_
