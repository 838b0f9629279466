// PupilBuilder: facts of one pupil for tests of the rules, in the words of the worked examples.
//
// Every lesdag of the calendar from `Due` on has lessons; Miss takes some of them. Hours are lessons of 60 minutes
// unless a lesson length is given, so that credit hours and lessons are the same.
#ifndef VERZUIM_TESTS_RULES_PUPIL_BUILDER_H_
#define VERZUIM_TESTS_RULES_PUPIL_BUILDER_H_

#include <algorithm>
#include <string>
#include <vector>

#include "core/rules/evaluate.h"

namespace verzuim::testing {

inline Date D(int year, int month, int day) {
  return Date::FromCivil(year, month, day).value();
}

class PupilBuilder {
 public:
  explicit PupilBuilder(Profiel profiel = Profiel::kVo, Regio regio = Regio::kMidden)
      : profiel_(profiel), calendar_(CalendarConfig{regio, {}, {}}), options_(DefaultOptions(profiel)) {
    pupil_.key = "L1";
    pupil_.geboortedatum = D(2011, 3, 15);
    peildatum_ = D(2026, 7, 17);
  }

  Pupil& pupil() { return pupil_; }
  Options& options() { return options_; }
  const SchoolCalendar& calendar() const { return calendar_; }
  void SetCalendar(const CalendarConfig& config) { calendar_ = SchoolCalendar(config); }
  PupilBuilder& Peildatum(Date date) {
    peildatum_ = date;
    return *this;
  }

  // Lessons on every lesdag from `first` to `last`: so many of that length.
  PupilBuilder& Due(Date first, Date last, int lessons = 8, int minutes = 60) {
    for (Date d = first; d <= last; ++d) {
      if (calendar_.IsLesdag(d)) DueOn(d, lessons, minutes);
    }
    return *this;
  }
  PupilBuilder& DueOn(Date date, int lessons, int minutes = 60) {
    due_.push_back({date, {lessons * minutes}, lessons});
    lesson_minutes_ = minutes;
    return *this;
  }
  // The first `lessons` lessons of the day missed in full.
  PupilBuilder& Miss(Date date, int lessons, ReasonClass reason = ReasonClass::kSpijbelen) {
    for (int i = 1; i <= lessons; ++i) Add(date, {lesson_minutes_}, {lesson_minutes_}, reason, false);
    return *this;
  }
  // One lesson of its own length, partly or wholly missed.
  PupilBuilder& Lesson(Date date, int length, int missed, ReasonClass reason = ReasonClass::kSpijbelen,
                       bool late = false) {
    Add(date, {length}, {missed}, reason, late);
    return *this;
  }
  // Every lesson of every due day in the range missed.
  PupilBuilder& Away(Date first, Date last, ReasonClass reason = ReasonClass::kSpijbelen) {
    for (const DueDay& due : due_) {
      if (first <= due.date && due.date <= last) Miss(due.date, due.lessons, reason);
    }
    return *this;
  }

  PupilOutcome Outcome() {
    std::stable_sort(due_.begin(), due_.end(), [](const DueDay& a, const DueDay& b) { return a.date < b.date; });
    std::stable_sort(missed_.begin(), missed_.end(),
                     [](const MissedLesson& a, const MissedLesson& b) { return a.date < b.date; });
    return EvaluatePupil({pupil_, due_, missed_}, {calendar_, options_, profiel_, peildatum_});
  }

 private:
  void Add(Date date, Minutes length, Minutes missed, ReasonClass reason, bool late) {
    int lesuur = 1;
    for (const MissedLesson& other : missed_) lesuur += other.date == date ? 1 : 0;
    missed_.push_back({date, lesuur, length, missed, reason, late, false, {++row_, 0}});
  }

  Profiel profiel_;
  SchoolCalendar calendar_;
  Options options_;
  Pupil pupil_;
  Date peildatum_;
  int lesson_minutes_ = 60;
  uint32_t row_ = 1;
  std::vector<DueDay> due_;
  std::vector<MissedLesson> missed_;
};

// One line per melding: "16u 2025-09-01..2025-09-22 960 uiterlijk 2025-09-29", a running one ends in "..".
inline std::vector<std::string> Lines(const PupilOutcome& outcome) {
  std::vector<std::string> lines;
  for (const Melding& m : outcome.meldingen) {
    lines.push_back(std::string(WireName(m.soort)) + " " + ToIso(m.begindatum) + ".." +
                    (m.einddatum ? ToIso(*m.einddatum) : "") + " " + std::to_string(m.minuten.value) + " uiterlijk " +
                    ToIso(m.uiterste_datum));
  }
  return lines;
}

inline bool Has(const Melding& melding, LetOpCode code) {
  return std::any_of(melding.let_op.begin(), melding.let_op.end(), [code](const LetOp& l) { return l.code == code; });
}
inline std::string DetailOf(const Melding& melding, LetOpCode code) {
  for (const LetOp& l : melding.let_op) {
    if (l.code == code) return l.detail;
  }
  return "(geen)";
}

using StringList = std::vector<std::string>;

}  // namespace verzuim::testing

#endif  // VERZUIM_TESTS_RULES_PUPIL_BUILDER_H_
