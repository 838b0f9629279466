#include "tests/oracle/oracle_calendar.h"

#include <string_view>

namespace verzuim::oracle {
namespace {

// Rule book F, line by line: letters of the regions, first and last free day.
struct VacationLine {
  std::string_view regions;
  Date first, last;
};
constexpr Date On(std::string_view iso) {
  return ParseIsoDate(iso).value();
}
constexpr VacationLine kVacations[] = {
    {"N", On("2024-10-26"), On("2024-11-03")},    // herfst
    {"M", On("2024-10-26"), On("2024-11-03")},    // herfst
    {"Z", On("2024-10-19"), On("2024-10-27")},    // herfst
    {"NMZ", On("2024-12-21"), On("2025-01-05")},  // kerst
    {"N", On("2025-02-15"), On("2025-02-23")},    // voorjaar
    {"M", On("2025-02-22"), On("2025-03-02")},    // voorjaar
    {"Z", On("2025-02-22"), On("2025-03-02")},    // voorjaar
    {"NMZ", On("2025-04-26"), On("2025-05-04")},  // mei
    {"N", On("2025-07-12"), On("2025-08-24")},    // zomer
    {"M", On("2025-07-19"), On("2025-08-31")},    // zomer
    {"Z", On("2025-07-05"), On("2025-08-17")},    // zomer
    {"N", On("2025-10-18"), On("2025-10-26")},    // herfst
    {"M", On("2025-10-18"), On("2025-10-26")},    // herfst
    {"Z", On("2025-10-11"), On("2025-10-19")},    // herfst
    {"NMZ", On("2025-12-20"), On("2026-01-04")},  // kerst
    {"N", On("2026-02-21"), On("2026-03-01")},    // voorjaar
    {"M", On("2026-02-14"), On("2026-02-22")},    // voorjaar
    {"Z", On("2026-02-14"), On("2026-02-22")},    // voorjaar
    {"NMZ", On("2026-04-25"), On("2026-05-03")},  // mei
    {"N", On("2026-07-04"), On("2026-08-16")},    // zomer
    {"M", On("2026-07-18"), On("2026-08-30")},    // zomer
    {"Z", On("2026-07-11"), On("2026-08-23")},    // zomer
    {"N", On("2026-10-10"), On("2026-10-18")},    // herfst
    {"M", On("2026-10-17"), On("2026-10-25")},    // herfst
    {"Z", On("2026-10-17"), On("2026-10-25")},    // herfst
    {"NMZ", On("2026-12-19"), On("2027-01-03")},  // kerst
    {"N", On("2027-02-20"), On("2027-02-28")},    // voorjaar
    {"M", On("2027-02-20"), On("2027-02-28")},    // voorjaar
    {"Z", On("2027-02-13"), On("2027-02-21")},    // voorjaar
    {"NMZ", On("2027-04-24"), On("2027-05-02")},  // mei
    {"N", On("2027-07-10"), On("2027-08-22")},    // zomer
    {"M", On("2027-07-17"), On("2027-08-29")},    // zomer
    {"Z", On("2027-07-24"), On("2027-09-05")},    // zomer
    {"N", On("2027-10-16"), On("2027-10-24")},    // herfst
    {"M", On("2027-10-16"), On("2027-10-24")},    // herfst
    {"Z", On("2027-10-23"), On("2027-10-31")},    // herfst
    {"NMZ", On("2027-12-25"), On("2028-01-09")},  // kerst
    {"N", On("2028-02-19"), On("2028-02-27")},    // voorjaar
    {"M", On("2028-02-26"), On("2028-03-05")},    // voorjaar
    {"Z", On("2028-02-26"), On("2028-03-05")},    // voorjaar
    {"NMZ", On("2028-04-29"), On("2028-05-07")},  // mei
    {"N", On("2028-07-15"), On("2028-08-27")},    // zomer
    {"M", On("2028-07-08"), On("2028-08-20")},    // zomer
    {"Z", On("2028-07-22"), On("2028-09-03")},    // zomer
};

char Letter(Region region) {
  switch (region) {
    case Region::kNorth:
      return 'N';
    case Region::kMiddle:
      return 'M';
    case Region::kSouth:
      return 'Z';
    case Region::kNone:
      break;
  }
  return '-';
}

bool Is(Date date, int month, int day) {
  return date.month() == month && date.day() == day;
}

// Koningsdag: 27 April, or the 26th when the 27th is a Sunday.
bool IsKingsDay(Date date) {
  if (Is(date, 4, 27)) return date.IsoWeekday() != 7;
  return Is(date, 4, 26) && date.IsoWeekday() == 6;
}

// The seven days on which the whole country is free (rule book B7).
bool IsPublicHoliday(Date date) {
  const int since_easter = date - Easter(date.year());
  return Is(date, 1, 1) || Is(date, 12, 25) || Is(date, 12, 26) || IsKingsDay(date) ||
         since_easter == 1 /* Easter Monday */ || since_easter == 39 /* Hemelvaart */ ||
         since_easter == 50 /* Whit */;
}

bool IsGoodFridayOrLiberationDay(Date date) {
  return date - Easter(date.year()) == -2 || Is(date, 5, 5);
}

bool IsWeekend(Date date) {
  return date.IsoWeekday() >= 6;
}

constexpr Date kFirst = Date::FromCivil(2023, 1, 2).value();  // a Monday
constexpr Date kLast = Date::FromCivil(2030, 12, 29).value();

}  // namespace

// Gauss's rule with the constants of the years 1900 to 2099.
Date Easter(int year) {
  const int d = (19 * (year % 19) + 24) % 30;
  const int e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + 5) % 7;
  int after_22_march = d + e;
  if (d == 29 && e == 6) after_22_march -= 7;
  if (d == 28 && e == 6 && year % 19 > 10) after_22_march -= 7;
  return Date::FromCivil(year, 3, 22).value() + after_22_march;
}

bool IsVacation(const Calendar& calendar, Date date) {
  if (!calendar.own_vacations.empty()) {
    for (const DateRange& own : calendar.own_vacations) {
      if (own.first <= date && date <= own.last) return true;
    }
    return false;
  }
  for (const VacationLine& line : kVacations) {
    if (line.regions.find(Letter(calendar.region)) == std::string_view::npos) continue;
    if (line.first <= date && date <= line.last) return true;
  }
  return false;
}

bool IsLessonDay(const Calendar& calendar, Date date) {
  if (IsWeekend(date) || IsPublicHoliday(date) || IsVacation(calendar, date)) return false;
  for (Date free : calendar.free_days) {
    if (free == date) return false;
  }
  return true;
}

Days::Days(const Calendar& calendar) {
  for (Date date = kFirst; date <= kLast; ++date) {
    vacation_.push_back(IsVacation(calendar, date));
    lesson_day_.push_back(IsLessonDay(calendar, date));
  }
}

size_t Days::Index(Date date) {
  return static_cast<size_t>(date - kFirst);
}

bool Days::LessonWeek(Date date) const {
  for (int i = 0; i < 7; ++i) {
    if (LessonDay(date.Monday() + i)) return true;
  }
  return false;
}

int Days::LessonWeeksAfter(Date from, Date through) const {
  int weeks = 0;
  for (Date monday = from.Monday() + 7; monday <= through; monday = monday + 7) weeks += LessonWeek(monday) ? 1 : 0;
  return weeks;
}

int Days::LessonDaysAfter(Date from, Date through) const {
  int days = 0;
  for (Date date = from + 1; date <= through; ++date) days += LessonDay(date) ? 1 : 0;
  return days;
}

bool Days::InsideW1(Date a, Date d, int weeks) const {
  return LessonWeeksAfter(a, d) < weeks;
}

bool Days::InsideW2(Date a, Date d, int weeks) const {
  const int later = LessonWeeksAfter(a, d);
  return later < weeks || (later == weeks && d.IsoWeekday() < a.IsoWeekday());
}

bool Days::InsideW4(Date a, Date d, int weeks) const {
  int days = 0;
  for (Date date = a; date <= d; ++date) days += !IsWeekend(date) && !Vacation(date) ? 1 : 0;
  return days <= 5 * weeks;
}

bool Days::InsideCalendar(Date a, Date d, int weeks) const {
  int days = 0;
  for (Date date = a; date <= d; ++date) days += Vacation(date) ? 0 : 1;
  return days <= 7 * weeks;
}

Date Days::Workday(Date date, int n, const Options& options) const {
  const bool wide = options.feestdagen == Feestdagen::kAlgemeneTermijnenwet;
  while (n > 0) {
    ++date;
    if (IsWeekend(date) || IsPublicHoliday(date)) continue;
    if (wide && IsGoodFridayOrLiberationDay(date)) continue;
    if (options.termijn_slaat_vakantie_over && Vacation(date)) continue;
    --n;
  }
  return date;
}

}  // namespace verzuim::oracle
