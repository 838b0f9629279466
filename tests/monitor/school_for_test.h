// Pupils for tests of the figures: due days and missed lessons by hand, without files.
#ifndef VERZUIM_TESTS_MONITOR_SCHOOL_FOR_TEST_H_
#define VERZUIM_TESTS_MONITOR_SCHOOL_FOR_TEST_H_

#include <algorithm>
#include <string>
#include <vector>

#include "core/monitor/monitor.h"

namespace verzuim::testing {

constexpr Date D(int year, int month, int day) {
  return Date::FromCivil(year, month, day).value();
}

struct TestPupil {
  Pupil pupil;
  std::vector<DueDay> due;
  std::vector<MissedLesson> missed;

  PupilFacts View() const { return {pupil, due, missed}; }
  // A day with lessons 1..lessons of so many minutes each.
  TestPupil& Due(Date date, int lessons, int minutes) {
    due.push_back({date, {lessons * minutes}, lessons, (uint32_t{1} << (lessons + 1)) - 2});
    return *this;
  }
  TestPupil& Miss(Date date, int lesuur, int length, int missed_minutes, ReasonClass reason) {
    MissedLesson lesson;
    lesson.date = date;
    lesson.lesuur = lesuur;
    lesson.lesson = {length};
    lesson.missed = {missed_minutes};
    lesson.reason = reason;
    missed.push_back(lesson);
    return *this;
  }
};

}  // namespace verzuim::testing

#endif  // VERZUIM_TESTS_MONITOR_SCHOOL_FOR_TEST_H_
