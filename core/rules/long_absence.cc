#include "core/rules/long_absence.h"

#include "core/rules/duo/guidance.h"

namespace verzuim {
namespace {

// Farther than any vacation: a lesdag after the peildatum is looked for within this many days.
constexpr int kSearchDays = 200;

}  // namespace

std::optional<size_t> EstablishedOn(const Timeline& timeline, const Run& run, const Spell& spell,
                                    const RuleContext& context) {
  const std::vector<TimelineDay>& days = timeline.days;
  const Date first = days[run.first].date;
  const auto within = [&](Date later, int weken) {
    return duo::WithinWeken(first, later, weken, spell.klok, context.calendar);
  };
  // Missed up to a day in the last of the weeks, or up to the last lesdag that a vacation has left of them.
  const auto spans = [&](Date day) {
    if (!within(day, spell.weken - 1)) return true;
    const std::optional<Date> next = context.calendar.FirstLesdag({day + 1, day + kSearchDays});
    return next && !within(*next, spell.weken);
  };
  if (!spans(days[run.last].date)) return std::nullopt;  // most runs are short and end here

  if (!within(days[run.last].date, spell.weken)) {
    // It goes on beyond the weeks.
    size_t last_inside = run.first, first_beyond = run.last;
    for (size_t i = run.first; i <= run.last; ++i) {
      if (days[i].kind != DayKind::kFull) continue;
      if (within(days[i].date, spell.weken)) {
        last_inside = i;
      } else {
        first_beyond = i;
        break;
      }
    }
    if (spell.vergelijking == Vergelijking::kMeerDan) return first_beyond;
    return spans(days[last_inside].date) ? last_inside : first_beyond;
  }

  if (spell.vergelijking == Vergelijking::kMeerDan) return std::nullopt;
  // It ends inside the last week as far as known. Is that week over?
  const size_t after = run.last + 1;
  if (after < days.size() && days[after].enrolment == days[run.last].enrolment &&
      within(days[after].date, spell.weken)) {
    return std::nullopt;  // back at school, ill, exempt or not explained before the weeks were over
  }
  const Date known_until = timeline.enrolment_end[days[run.last].enrolment];
  const std::optional<Date> next = context.calendar.FirstLesdag({known_until + 1, known_until + kSearchDays});
  if (next && within(*next, spell.weken)) return std::nullopt;
  return run.last;
}

}  // namespace verzuim
