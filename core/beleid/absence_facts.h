// AbsenceFacts: the missed lessons of one pupil as the conditions of a beleid look at them.
//
// Laid over the timeline of the rules (core/rules/timeline.h), so that enrolment, peildatum, telminuten and what is
// still unexplained are judged once and the same way.
#ifndef VERZUIM_CORE_BELEID_ABSENCE_FACTS_H_
#define VERZUIM_CORE_BELEID_ABSENCE_FACTS_H_

#include <cstdint>
#include <vector>

#include "core/beleid/regel.h"
#include "core/register/pupil.h"
#include "core/rules/evaluate.h"
#include "core/rules/plichten.h"
#include "core/rules/timeline.h"

namespace verzuim::beleid {

struct AbsentLesson {
  const MissedLesson* fact;
  uint32_t day;          // into days()
  CreditMinutes credit;  // of any class, in the unit of the options
  bool provisional;      // unexplained for so long that it counts as ongeoorloofd
  bool first_of_day;
};

struct LessonDay {
  Date date;
  uint32_t enrolment;
  bool due_known;
  uint32_t first, past;  // range of lessons()
};

class AbsenceFacts {
 public:
  AbsenceFacts(const PupilFacts& facts, const Plichten& plichten, const RuleContext& context);

  const Timeline& timeline() const { return timeline_; }
  // The pupil's lesson days up to the peildatum, and all missed lessons on them in order.
  const std::vector<LessonDay>& days() const { return days_; }
  const std::vector<AbsentLesson>& lessons() const { return lessons_; }

  // Whether a lesson is of this kind. `strict` leaves out what nobody has explained yet: for a record that leaves the
  // school only what is known to be ongeoorloofd counts.
  static bool Counts(const AbsentLesson& lesson, Telt telt, bool strict);
  // Whether any lesson of the day is.
  bool HasAbsence(size_t day, Telt telt, bool strict) const;
  // Whether no lesson day of the pupil lies between `day` and the one after it, in one enrolment.
  bool Follows(size_t day) const;
  // The last lesson day up to `date`; days().size() when there is none.
  size_t LastDayUpTo(Date date) const;

 private:
  const SchoolCalendar& calendar_;
  Timeline timeline_;
  std::vector<LessonDay> days_;
  std::vector<AbsentLesson> lessons_;
};

}  // namespace verzuim::beleid

#endif  // VERZUIM_CORE_BELEID_ABSENCE_FACTS_H_
