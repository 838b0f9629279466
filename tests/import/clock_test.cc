// Moments of web services on the Dutch clock, with both changes of the clocks.
#include "core/import/clock.h"

#include <gtest/gtest.h>

#include <string>

namespace verzuim {
namespace {

std::string Text(const std::optional<ClockTime>& at) {
  return at ? ToIso(at->date) + " " + std::to_string(at->time.value) : "-";
}

TEST(DutchClockTest, KnowsSummerAndWinter) {
  EXPECT_EQ(Text(DutchClock(1756708200)), "2025-09-01 510");  // 1 September 2025, 06:30 UTC
  EXPECT_EQ(Text(DutchClock(1736749800)), "2025-01-13 450");  // 13 January 2025, 06:30 UTC
}

TEST(DutchClockTest, SkipsAnHourInMarchAndRepeatsOneInOctober) {
  EXPECT_EQ(Text(DutchClock(1743296399)), "2025-03-30 119");  // 01:59:59
  EXPECT_EQ(Text(DutchClock(1743296400)), "2025-03-30 180");  // 03:00
  EXPECT_EQ(Text(DutchClock(1761440399)), "2025-10-26 179");  // 02:59:59, summer
  EXPECT_EQ(Text(DutchClock(1761440400)), "2025-10-26 120");  // 02:00, winter
}

TEST(DutchClockTest, TheDayIsOfTheDutchClock) {
  EXPECT_EQ(Text(ReadMoment("2025-08-31T22:30:00Z")), "2025-09-01 30");
  EXPECT_EQ(Text(ReadMoment("2025-12-31T23:00:00Z")), "2026-01-01 0");
}

// The length of a day is 23 hours once a year and 25 once, and 24 on every other day.
TEST(DutchClockTest, EveryYearHasOneShortAndOneLongDay) {
  for (int year = 1996; year < 2100; ++year) {
    int shorter = 0;
    int longer = 0;
    const Date first = Date::FromCivil(year, 1, 1).value();
    for (Date day = first; day.year() == year; ++day) {
      int hours = 0;
      for (int hour = -3; hour < 27; ++hour) {
        const auto at = DutchClock((int64_t{day.days()} * 24 + hour) * 3600);
        if (at && at->date == day) ++hours;
      }
      if (day == Date::FromCivil(1996, 1, 1).value()) continue;  // begins before the rule
      shorter += hours == 23;
      longer += hours == 25;
      EXPECT_TRUE(hours >= 23 && hours <= 25) << ToIso(day);
      EXPECT_TRUE(hours == 24 || day.IsoWeekday() == 7) << ToIso(day);
    }
    EXPECT_EQ(shorter, 1) << year;
    EXPECT_EQ(longer, 1) << year;
  }
}

TEST(ReadMomentTest, ReadsOffsets) {
  EXPECT_EQ(Text(ReadMoment("2025-09-01T08:30")), "2025-09-01 510");
  EXPECT_EQ(Text(ReadMoment("2025-09-01T08:30:00.000+02:00")), "2025-09-01 510");
  EXPECT_EQ(Text(ReadMoment("2025-01-13T08:30:00.000+01:00")), "2025-01-13 510");
  EXPECT_EQ(Text(ReadMoment("2025-01-13T02:30:00-0500")), "2025-01-13 510");
  EXPECT_EQ(Text(ReadMoment("2025-09-01T06:30:00.0000000Z")), "2025-09-01 510");
}

TEST(ReadMomentTest, RefusesWhatIsNone) {
  for (const char* text :
       {"", "2025-09-01", "2025-09-01 08:30", "2025-09-31T08:30", "2025-09-01T24:30", "2025-09-01T08:60",
        "2025-09-01T08:3", "2025-09-01T08:30:", "2025-09-01T08:30:00.", "2025-09-01T08:30:00+1",
        "2025-09-01T08:30:00+01:0", "2025-09-01T08:30:00 bla", "1995-09-01T08:30Z"}) {
    EXPECT_EQ(Text(ReadMoment(text)), "-") << text;
  }
  EXPECT_EQ(Text(DutchClock(INT64_MAX)), "-");
  EXPECT_EQ(Text(DutchClock(INT64_MIN)), "-");
}

}  // namespace
}  // namespace verzuim
