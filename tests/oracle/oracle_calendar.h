// The reference's own calendar (rule book B1.1, B2, B7 and F).
#ifndef VERZUIM_TESTS_ORACLE_ORACLE_CALENDAR_H_
#define VERZUIM_TESTS_ORACLE_ORACLE_CALENDAR_H_

#include <vector>

#include "tests/oracle/oracle.h"

namespace verzuim::oracle {

// Remembers for each day of the years in question whether it is vacation and whether it is a lesson day; everything
// else is found by walking.
class Days {
 public:
  explicit Days(const Calendar& calendar);

  bool Vacation(Date date) const { return vacation_[Index(date)]; }
  bool LessonDay(Date date) const { return lesson_day_[Index(date)]; }
  // Whether the ISO week of `date` holds a lesson day.
  bool LessonWeek(Date date) const;
  // How many lesweken begin after the week of `from`, up to and including the week of `through`.
  int LessonWeeksAfter(Date from, Date through) const;
  int LessonDaysAfter(Date from, Date through) const;

  // Rule book B2, inside(a, d) for `weeks` lesweken; d >= a.
  bool InsideW1(Date a, Date d, int weeks) const;
  bool InsideW2(Date a, Date d, int weeks) const;
  bool InsideW4(Date a, Date d, int weeks) const;
  // Rule book B3, clock calendar28: at most 7 * weeks calendar days, vacation days not counted.
  bool InsideCalendar(Date a, Date d, int weeks) const;

  // The n-th workday after `date` (rule book B7).
  Date Workday(Date date, int n, const Options& options) const;

 private:
  static size_t Index(Date date);

  std::vector<bool> vacation_, lesson_day_;
};

}  // namespace verzuim::oracle

#endif  // VERZUIM_TESTS_ORACLE_ORACLE_CALENDAR_H_
