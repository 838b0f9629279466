#include "core/beleid/absence_facts.h"

#include <algorithm>

#include "core/rules/duo/guidance.h"
#include "core/rules/lpw/articles.h"

namespace verzuim::beleid {
namespace {

bool IsLate(const MissedLesson& lesson) {
  return lesson.late || lesson.reason == ReasonClass::kTeLaat;
}

// The same measure as for the sixteen hours, for absence of any class.
CreditMinutes CreditOf(const MissedLesson& lesson, const Options& options) {
  const Uur uur = lesson.clock_only ? Uur::kKlokuur : options.uur;
  return IsLate(lesson) ? duo::TelminutenTeLaat(uur, lesson.lesson, lesson.missed, options)
                        : duo::Telminuten(uur, lesson.lesson, lesson.missed);
}

// Whether `lesson` is the first of the day. Where the files do not tell which lessons were due: lesuur 1.
bool IsFirst(const MissedLesson& lesson, const DueDay& due) {
  if (lesson.clock_only) return false;
  if (due.lesuren == 0) return lesson.lesuur == 1;
  return (due.lesuren & (LesuurBit(lesson.lesuur) - 1)) == 0;
}

}  // namespace

AbsenceFacts::AbsenceFacts(const PupilFacts& facts, const Plichten& plichten, const RuleContext& context)
    : calendar_(context.calendar),
      timeline_(
          BuildTimeline(facts, plichten, context, {lpw::kArticle21a1.geldig_van, lpw::kArticle21a1.geldig_tot})) {
  days_.reserve(timeline_.days.size());
  lessons_.reserve(timeline_.lessons.size());
  auto due = facts.due.begin();
  for (const TimelineDay& day : timeline_.days) {
    while (due->date < day.date) ++due;
    const auto first = static_cast<uint32_t>(lessons_.size());
    for (uint32_t i = day.first_lesson; i < day.past_lesson; ++i) {
      const TimelineLesson& lesson = timeline_.lessons[i];
      lessons_.push_back({lesson.fact, static_cast<uint32_t>(days_.size()), CreditOf(*lesson.fact, context.options),
                          lesson.provisional, IsFirst(*lesson.fact, *due)});
    }
    days_.push_back({day.date, day.enrolment, day.due_known, first, static_cast<uint32_t>(lessons_.size())});
  }
}

bool AbsenceFacts::Counts(const AbsentLesson& lesson, Telt telt, bool strict) {
  const MissedLesson& fact = *lesson.fact;
  const Judgement judgement = JudgementOf(fact.reason);
  const bool ongeoorloofd = judgement == Judgement::kOngeoorloofd || (lesson.provisional && !strict);
  switch (telt) {
    case Telt::kOngeoorloofd:
      return ongeoorloofd;
    case Telt::kAfwezig:
      return ongeoorloofd && !IsLate(fact);
    case Telt::kTeLaat:
      return ongeoorloofd && IsLate(fact);
    case Telt::kZiekte:
      return fact.reason == ReasonClass::kZiekte;
    case Telt::kGeoorloofd:
      return judgement == Judgement::kGeoorloofd;
    case Telt::kAlles:
      return judgement == Judgement::kGeoorloofd || judgement == Judgement::kOngeoorloofd ||
             judgement == Judgement::kPending;
  }
  return false;
}

bool AbsenceFacts::HasAbsence(size_t day, Telt telt, bool strict) const {
  return std::any_of(lessons_.begin() + days_[day].first, lessons_.begin() + days_[day].past,
                     [&](const AbsentLesson& lesson) { return Counts(lesson, telt, strict); });
}

// Where the files do not say which days were due, no lesdag of the calendar may lie between.
bool AbsenceFacts::Follows(size_t day) const {
  if (day + 1 >= days_.size()) return false;
  const LessonDay& a = days_[day];
  const LessonDay& b = days_[day + 1];
  if (a.enrolment != b.enrolment) return false;
  return (a.due_known && b.due_known) || calendar_.CountLesdagen({a.date + 1, b.date - 1}) == 0;
}

size_t AbsenceFacts::LastDayUpTo(Date date) const {
  const auto after =
      std::upper_bound(days_.begin(), days_.end(), date, [](Date d, const LessonDay& day) { return d < day.date; });
  return after == days_.begin() ? days_.size() : static_cast<size_t>(after - days_.begin()) - 1;
}

}  // namespace verzuim::beleid
