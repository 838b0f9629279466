// Date and DateRange: strict civil days.
//
// The law speaks of calendar days, so a Date is a day and nothing else: no time, no zone, no clock, no
// locale. A date that does not exist (2026-02-30) is not a Date; nothing is normalised.
// Every range in this project is closed: both ends belong to it.
//
// Example
//   constexpr Date d = Date::FromCivil(2026, 1, 30).value();
//   static_assert(d.IsoWeekday() == 5);                      // Friday
//   static_assert(ParseIsoDate("2026-02-30") == std::nullopt);
#ifndef VERZUIM_CORE_BASE_DATE_H_
#define VERZUIM_CORE_BASE_DATE_H_

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace verzuim {

class Date {
 public:
  // 1970-01-01. Needed for containers; never stands for "no date": that is std::optional<Date>.
  constexpr Date() = default;

  // The day, or nullopt when it does not exist in the Gregorian calendar or lies outside 1900..2199.
  static constexpr std::optional<Date> FromCivil(int year, int month, int day);
  // Days since 1970-01-01, negative before.
  static constexpr Date FromDays(int32_t days) { return Date(days); }

  constexpr int32_t days() const { return days_; }
  constexpr int year() const { return Civil().year; }
  constexpr int month() const { return Civil().month; }  // [1, 12]
  constexpr int day() const { return Civil().day; }      // [1, 31]

  // [1, 7], Monday is 1.
  constexpr int IsoWeekday() const { return static_cast<int>(FloorMod(days_ + 3, 7)) + 1; }
  // The Monday of this day's ISO week: the name of the week in this project.
  constexpr Date Monday() const { return Date(days_ - (IsoWeekday() - 1)); }

  constexpr Date operator+(int n) const { return Date(days_ + n); }
  constexpr Date operator-(int n) const { return Date(days_ - n); }
  constexpr int operator-(Date other) const { return days_ - other.days_; }
  constexpr Date& operator++() {
    ++days_;
    return *this;
  }
  constexpr auto operator<=>(const Date&) const = default;

  // Same day and month n years later; 29 February becomes 1 March in a common year (the day on which an
  // age is reached under Dutch practice, so that no birthday is skipped).
  constexpr Date PlusYears(int n) const;
  // Same day n months later (or earlier); the last day of the month where it has no such day.
  // Example  31 March less one month is 28 February, or 29 in a leap year.
  constexpr Date PlusMonths(int n) const;
  // First day of the month after this one.
  constexpr Date FirstOfNextMonth() const;

 private:
  struct YearMonthDay {
    int year, month, day;
  };
  explicit constexpr Date(int32_t days) : days_(days) {}
  static constexpr int64_t FloorMod(int64_t a, int64_t b) { return ((a % b) + b) % b; }
  static constexpr int32_t DaysFromCivil(int year, int month, int day);
  static constexpr int DaysInMonth(int year, int month);
  constexpr YearMonthDay Civil() const;

  int32_t days_ = 0;
};

// The closed interval [first, last]. Empty when last < first.
struct DateRange {
  Date first;
  Date last;
  constexpr bool Contains(Date d) const { return first <= d && d <= last; }
  constexpr int Days() const { return last < first ? 0 : last - first + 1; }
  constexpr bool operator==(const DateRange&) const = default;
};
// Holds no day.
inline constexpr DateRange kNoDates = {Date::FromDays(0), Date::FromDays(-1)};

// "JJJJ-MM-DD", exactly ten characters, an existing day; anything else is nullopt.
constexpr std::optional<Date> ParseIsoDate(std::string_view text);
// "JJJJ-MM-DD".
std::string ToIso(Date date);

// Age in completed years on `on`; a person born on `birth` is n on birth.PlusYears(n).
constexpr int AgeOn(Date birth, Date on);

// ---- definitions ----------------------------------------------------------------------------------------------

constexpr int Date::DaysInMonth(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return kDays[month - 1] + (month == 2 && leap ? 1 : 0);
}

// Years run from 1 March here, so that the leap day is the last day of a year and months follow one formula.
constexpr int32_t Date::DaysFromCivil(int year, int month, int day) {
  const int y = month <= 2 ? year - 1 : year;
  const int m = (month + 9) % 12;  // March is 0
  return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1 - 719468;
}

constexpr Date::YearMonthDay Date::Civil() const {
  const int z = days_ + 719468;  // days since 0000-03-01
  const int era = z / 146097;
  const int doe = z - era * 146097;
  const int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  const int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const int m = (5 * doy + 2) / 153;
  const int month = m < 10 ? m + 3 : m - 9;
  return {yoe + era * 400 + (month <= 2 ? 1 : 0), month, doy - (153 * m + 2) / 5 + 1};
}

constexpr std::optional<Date> Date::FromCivil(int year, int month, int day) {
  if (year < 1900 || year > 2199 || month < 1 || month > 12) return std::nullopt;
  if (day < 1 || day > DaysInMonth(year, month)) return std::nullopt;
  return Date(DaysFromCivil(year, month, day));
}

constexpr Date Date::PlusYears(int n) const {
  const YearMonthDay c = Civil();
  if (c.month == 2 && c.day == 29 && DaysInMonth(c.year + n, 2) == 28) return Date(DaysFromCivil(c.year + n, 3, 1));
  return Date(DaysFromCivil(c.year + n, c.month, c.day));
}

constexpr Date Date::PlusMonths(int n) const {
  const YearMonthDay c = Civil();
  const int64_t months = int64_t{12} * c.year + (c.month - 1) + n;
  const auto month = static_cast<int>(FloorMod(months, 12)) + 1;
  const auto year = static_cast<int>((months - (month - 1)) / 12);
  const int last = DaysInMonth(year, month);
  return Date(DaysFromCivil(year, month, c.day < last ? c.day : last));
}

constexpr Date Date::FirstOfNextMonth() const {
  const YearMonthDay c = Civil();
  return c.month == 12 ? Date(DaysFromCivil(c.year + 1, 1, 1)) : Date(DaysFromCivil(c.year, c.month + 1, 1));
}

constexpr std::optional<Date> ParseIsoDate(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  int parts[3] = {0, 0, 0};
  constexpr int kFrom[] = {0, 5, 8};
  constexpr int kTo[] = {4, 7, 10};
  for (int p = 0; p < 3; ++p) {
    for (int i = kFrom[p]; i < kTo[p]; ++i) {
      const char c = text[static_cast<size_t>(i)];
      if (c < '0' || c > '9') return std::nullopt;
      parts[p] = parts[p] * 10 + (c - '0');
    }
  }
  return Date::FromCivil(parts[0], parts[1], parts[2]);
}

constexpr int AgeOn(Date birth, Date on) {
  int age = on.year() - birth.year();
  if (birth.PlusYears(age) > on) --age;
  return age;
}

}  // namespace verzuim

#endif  // VERZUIM_CORE_BASE_DATE_H_
