// Timeline: the days of one pupil as the rules see them, up to the peildatum.
//
// Built once per pupil; every rule then walks over it. A day is a due day of the pupil, a lesson is a missed one.
// Terms
//   counts      the lesson adds credit to the sixteen hours: ongeoorloofd, and not left out by an option
//   undecided   not explained yet, and too young to count as ongeoorloofd (article 12)
//   full        every due lesson of the day was missed from begin to end with a class that counts
//   excused     every due lesson was missed in full, but some of them geoorloofd
//   run         consecutive days that are full, in one enrolment and under one duty or the other
#ifndef VERZUIM_CORE_RULES_TIMELINE_H_
#define VERZUIM_CORE_RULES_TIMELINE_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/date.h"
#include "core/base/units.h"
#include "core/register/pupil.h"
#include "core/rules/evaluate.h"
#include "core/rules/plichten.h"

namespace verzuim {

struct TimelineLesson {
  const MissedLesson* fact;
  CreditMinutes credit;        // in the unit of the options
  CreditMinutes other_credit;  // in the other unit
  Minutes beyond_11a;          // booked under article 11a without being covered by it
  bool counts = false;
  bool luxe = false;
  bool provisional = false;  // counts although nobody has explained it
};

enum class DayKind : uint8_t { kBroken, kFull, kExcused, kUndecided };

struct TimelineDay {
  Date date;
  Plicht plicht = Plicht::kGeen;
  DayKind kind = DayKind::kBroken;
  bool adult = false;  // on or after the 18th birthday
  bool has_luxe = false;
  bool all_reported = false;                   // every due lesson missed in full and ongeoorloofd, luxe included
  bool due_known = true;                       // false: the files do not say which lessons were due
  uint32_t enrolment = 0;                      // rises by one with each new enrolment
  uint32_t first_lesson = 0, past_lesson = 0;  // range of lessons of this day
  CreditMinutes credit, other_credit;
  int32_t run = -1;
};

struct Run {
  size_t first, last;  // days, both full
  size_t through;      // last day that may still belong to it: days that nobody has explained yet follow `last`
  bool over = false;   // known to have ended: a later day is not part of it, or the enrolment is over
  std::optional<Date> excused;  // an excused day right before, right after or inside
};

struct Timeline {
  std::vector<TimelineDay> days;
  std::vector<TimelineLesson> lessons;
  std::vector<Run> runs;     // of days, by the option lrv_overbrugt_geoorloofd
  std::vector<Run> bridged;  // with excused days bridged, whatever the option; equal to runs where nothing differs
  std::vector<Date> enrolment_end;   // last day per enrolment, or the peildatum when that comes first
  std::optional<DateRange> outside;  // missed lessons on days before the law that would judge them
};

// `in_force` is the validity of the sixteen-hours rule of this school: missed lessons on other days are not judged.
Timeline BuildTimeline(const PupilFacts& facts, const Plichten& plichten, const RuleContext& context,
                       DateRange in_force);

// Whether no lesson day lies between `day` and `next`, two days of the timeline, in one enrolment. Where the files do
// not say which days were due, no lesdag of the calendar may lie between.
bool Follows(const Timeline& timeline, size_t day, size_t next, const SchoolCalendar& calendar);

}  // namespace verzuim

#endif  // VERZUIM_CORE_RULES_TIMELINE_H_
