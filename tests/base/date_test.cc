#include "core/base/date.h"

#include <gtest/gtest.h>

#include <chrono>

namespace verzuim {
namespace {

constexpr Date D(int y, int m, int d) {
  return Date::FromCivil(y, m, d).value();
}

TEST(Date, ExamplesOfTheHeader) {
  static_assert(D(2026, 1, 30).IsoWeekday() == 5);
  static_assert(ParseIsoDate("2026-02-30") == std::nullopt);
  static_assert(D(1970, 1, 1).days() == 0);
}

TEST(Date, AgreesWithTheStandardLibraryOnEveryDay) {
  using namespace std::chrono;
  Date date = D(1900, 1, 1);
  for (sys_days day = sys_days(year(1900) / January / 1); day <= sys_days(year(2199) / December / 31);
       day += days(1), ++date) {
    const year_month_day ymd(day);
    ASSERT_EQ(date.days(), day.time_since_epoch().count());
    ASSERT_EQ(date.year(), static_cast<int>(ymd.year()));
    ASSERT_EQ(date.month(), static_cast<int>(static_cast<unsigned>(ymd.month())));
    ASSERT_EQ(date.day(), static_cast<int>(static_cast<unsigned>(ymd.day())));
    ASSERT_EQ(date.IsoWeekday(), static_cast<int>(weekday(day).iso_encoding()));
    ASSERT_EQ(Date::FromCivil(date.year(), date.month(), date.day()), date);
    ASSERT_EQ(ParseIsoDate(ToIso(date)), date);
  }
}

TEST(Date, RefusesWhatDoesNotExist) {
  EXPECT_FALSE(Date::FromCivil(2025, 2, 29));
  EXPECT_TRUE(Date::FromCivil(2024, 2, 29));
  EXPECT_FALSE(Date::FromCivil(1900, 2, 29));
  EXPECT_FALSE(Date::FromCivil(2025, 13, 1));
  EXPECT_FALSE(Date::FromCivil(2025, 0, 1));
  EXPECT_FALSE(Date::FromCivil(2025, 4, 31));
  EXPECT_FALSE(Date::FromCivil(1899, 12, 31));
  EXPECT_FALSE(Date::FromCivil(2200, 1, 1));
  for (const char* text :
       {"", "2026-2-3", "2026-02-3", "26-02-03", "2026/02/03", "2026-02-03 ", " 2026-02-03", "2026-0a-03"}) {
    EXPECT_FALSE(ParseIsoDate(text)) << text;
  }
}

TEST(Date, YearsAndAge) {
  static_assert(D(2008, 2, 29).PlusYears(18) == D(2026, 3, 1));
  static_assert(D(2008, 2, 29).PlusYears(16) == D(2024, 2, 29));
  static_assert(D(2026, 3, 31).PlusMonths(-1) == D(2026, 2, 28));
  static_assert(D(2024, 3, 31).PlusMonths(-1) == D(2024, 2, 29));
  static_assert(D(2026, 1, 15).PlusMonths(-1) == D(2025, 12, 15));
  static_assert(D(2025, 12, 1).PlusMonths(1) == D(2026, 1, 1));
  static_assert(D(2025, 11, 30).PlusMonths(3) == D(2026, 2, 28));
  static_assert(D(2026, 5, 5).PlusMonths(-13) == D(2025, 4, 5));
  static_assert(AgeOn(D(2008, 1, 21), D(2026, 1, 20)) == 17);
  static_assert(AgeOn(D(2008, 1, 21), D(2026, 1, 21)) == 18);
  static_assert(D(2025, 12, 31).FirstOfNextMonth() == D(2026, 1, 1));
  static_assert(D(2026, 1, 1).FirstOfNextMonth() == D(2026, 2, 1));
  static_assert(D(2026, 1, 4).Monday() == D(2025, 12, 29));
}

TEST(DateRange, IsClosed) {
  constexpr DateRange week{D(2026, 1, 5), D(2026, 1, 11)};
  static_assert(week.Contains(D(2026, 1, 5)) && week.Contains(D(2026, 1, 11)) && !week.Contains(D(2026, 1, 12)));
  static_assert(week.Days() == 7);
  static_assert(DateRange{D(2026, 1, 5), D(2026, 1, 4)}.Days() == 0);
}

}  // namespace
}  // namespace verzuim
