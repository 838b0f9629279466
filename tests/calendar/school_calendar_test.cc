#include "core/calendar/school_calendar.h"

#include <gtest/gtest.h>

#include "core/calendar/holidays.h"

namespace verzuim {
namespace {

Date D(int year, int month, int day) {
  return Date::FromCivil(year, month, day).value();
}

SchoolCalendar Of(Regio regio) {
  return SchoolCalendar(CalendarConfig{regio, {}, {}});
}

TEST(EasterSunday, KnownYears) {
  EXPECT_EQ(EasterSunday(2025), D(2025, 4, 20));
  EXPECT_EQ(EasterSunday(2026), D(2026, 4, 5));
  EXPECT_EQ(EasterSunday(2027), D(2027, 3, 28));
  EXPECT_EQ(EasterSunday(2028), D(2028, 4, 16));
  EXPECT_EQ(EasterSunday(1954), D(1954, 4, 18));  // the years on which short-cuts fail
  EXPECT_EQ(EasterSunday(1981), D(1981, 4, 19));
  EXPECT_EQ(EasterSunday(2049), D(2049, 4, 18));
  EXPECT_EQ(EasterSunday(2038), D(2038, 4, 25));
}

TEST(EasterSunday, AlwaysASundayBetween22MarchAnd25April) {
  for (int year = 1900; year < 2200; ++year) {
    const Date easter = EasterSunday(year);
    EXPECT_EQ(easter.IsoWeekday(), 7) << year;
    EXPECT_GE(easter, D(year, 3, 22));
    EXPECT_LE(easter, D(year, 4, 25));
  }
}

TEST(IsFeestdag, MinimalSet) {
  for (const Date date : {D(2026, 1, 1), D(2026, 4, 6), D(2026, 4, 27), D(2026, 5, 14), D(2026, 5, 25),
                          D(2026, 12, 25), D(2026, 12, 26)}) {
    EXPECT_TRUE(IsFeestdag(date, Feestdagen::kMinimaal)) << ToIso(date);
    EXPECT_FALSE(IsFeestdag(date + 2, Feestdagen::kMinimaal)) << ToIso(date + 2);
  }
}

TEST(IsFeestdag, KoningsdagMovesFromASunday) {
  EXPECT_TRUE(IsFeestdag(D(2025, 4, 26), Feestdagen::kMinimaal));  // 27 April 2025 is a Sunday
  EXPECT_FALSE(IsFeestdag(D(2025, 4, 27), Feestdagen::kMinimaal));
  EXPECT_FALSE(IsFeestdag(D(2026, 4, 26), Feestdagen::kMinimaal));
}

TEST(IsFeestdag, AlgemeneTermijnenwetAddsTwo) {
  for (const Date date : {D(2026, 4, 3), D(2026, 5, 5)}) {
    EXPECT_FALSE(IsFeestdag(date, Feestdagen::kMinimaal));
    EXPECT_TRUE(IsFeestdag(date, Feestdagen::kAlgemeneTermijnenwet));
  }
}

TEST(SchooljaarOf, FirstAugustToLastOfJuly) {
  EXPECT_EQ(SchooljaarOf(D(2026, 7, 31)), (DateRange{D(2025, 8, 1), D(2026, 7, 31)}));
  EXPECT_EQ(SchooljaarOf(D(2026, 8, 1)), (DateRange{D(2026, 8, 1), D(2027, 7, 31)}));
}

TEST(Schoolvakanties, EveryRowIsFreeAndTheDaysAroundItAreNot) {
  for (const Schoolvakantie& row : Schoolvakanties()) {
    for (const Regio regio : {Regio::kNoord, Regio::kMidden, Regio::kZuid}) {
      if (!Geldt(row, regio)) continue;
      const SchoolCalendar calendar = Of(regio);
      EXPECT_TRUE(calendar.IsVakantie(row.dagen.first)) << ToIso(row.dagen.first);
      EXPECT_TRUE(calendar.IsVakantie(row.dagen.last));
      EXPECT_FALSE(calendar.IsVakantie(row.dagen.first - 1));
      EXPECT_FALSE(calendar.IsVakantie(row.dagen.last + 1));
      EXPECT_EQ(calendar.CountLesdagen(row.dagen), 0);
    }
  }
}

TEST(Schoolvakanties, StatusIsToldPerRow) {
  int one_source = 0, unchecked = 0;
  for (const Schoolvakantie& row : Schoolvakanties()) {
    one_source += row.status == Bronstatus::kEenBron ? 1 : 0;
    unchecked += row.status == Bronstatus::kNietNagetrokken ? 1 : 0;
    EXPECT_FALSE(WireName(row.status).empty());
    EXPECT_TRUE(row.status != Bronstatus::kEenBron || Geldt(row, Regio::kZuid));
  }
  EXPECT_EQ(one_source, 3);  // Zuid 2026-27
  EXPECT_EQ(unchecked, 3);   // summer of 2024
}

TEST(Regio, NamesGoBothWays) {
  for (const Regio regio : {Regio::kNoord, Regio::kMidden, Regio::kZuid})
    EXPECT_EQ(ParseRegio(WireName(regio)), regio);
  EXPECT_EQ(ParseRegio("west"), std::nullopt);
}

TEST(Lesweek, VacationWeekIsSkipped) {
  const SchoolCalendar noord = Of(Regio::kNoord);
  EXPECT_FALSE(noord.IsLesdag(D(2025, 10, 20)));
  EXPECT_FALSE(noord.IsLesweek(D(2025, 10, 20)));
  EXPECT_TRUE(noord.IsLesweek(D(2025, 10, 17)));
  EXPECT_EQ(noord.LesweekIndex(D(2025, 10, 29)) - noord.LesweekIndex(D(2025, 10, 6)), 2);
  // A week that is no lesweek has the rank of the next one.
  EXPECT_EQ(noord.LesweekIndex(D(2025, 10, 22)), noord.LesweekIndex(D(2025, 10, 27)));
}

TEST(Lesweek, OneFreeDayDoesNotTakeTheWeekAway) {
  const SchoolCalendar calendar(CalendarConfig{Regio::kMidden, {}, {D(2025, 9, 8)}});
  EXPECT_FALSE(calendar.IsLesdag(D(2025, 9, 8)));
  EXPECT_FALSE(calendar.IsVakantie(D(2025, 9, 8)));
  EXPECT_TRUE(calendar.IsLesweek(D(2025, 9, 8)));
  const CalendarConfig whole_week = {
      Regio::kMidden, {}, {D(2025, 9, 8), D(2025, 9, 9), D(2025, 9, 10), D(2025, 9, 11), D(2025, 9, 12)}};
  EXPECT_FALSE(SchoolCalendar(whole_week).IsLesweek(D(2025, 9, 8)));  // closed all week: the clock stops
}

TEST(Lesweek, RanksRiseAcrossTheEdgesOfTheTables) {
  const SchoolCalendar calendar = Of(Regio::kMidden);
  for (const Date edge : {D(2000, 7, 31), D(2050, 8, 1)}) {
    for (Date date = edge - 21; date < edge + 21; ++date) {
      EXPECT_LE(calendar.LesweekIndex(date), calendar.LesweekIndex(date + 1)) << ToIso(date);
      EXPECT_LE(calendar.LesweekIndex(date + 7) - calendar.LesweekIndex(date), 1);
    }
  }
  EXPECT_EQ(calendar.FirstLesdag({D(2051, 1, 1), D(2051, 12, 31)}), std::nullopt);
}

TEST(OwnVacations, ReplaceTheTable) {
  const SchoolCalendar own(CalendarConfig{Regio::kMidden, {{D(2025, 11, 3), D(2025, 11, 9)}}, {}});
  EXPECT_TRUE(own.IsLesdag(D(2025, 10, 20)));  // vacation of the region
  EXPECT_FALSE(own.IsLesdag(D(2025, 11, 5)));
  EXPECT_TRUE(own.KnowsVakanties(D(2026, 3, 1)));
  EXPECT_FALSE(own.KnowsVakanties(D(2026, 9, 1)));
}

TEST(KnowsVakanties, OnlyInsideTheTable) {
  const SchoolCalendar calendar = Of(Regio::kZuid);
  EXPECT_FALSE(calendar.KnowsVakanties(D(2024, 7, 31)));  // of that year only the summer is in the table
  EXPECT_TRUE(calendar.IsVakantie(D(2024, 8, 1)));
  EXPECT_TRUE(calendar.KnowsVakanties(D(2024, 8, 1)));
  EXPECT_TRUE(calendar.KnowsVakanties(D(2028, 7, 31)));
  EXPECT_FALSE(calendar.KnowsVakanties(D(2028, 8, 1)));
  EXPECT_FALSE(SchoolCalendar(CalendarConfig{}).KnowsVakanties(D(2025, 9, 1)));
}

TEST(Counts, AgreeWithAWalkDayByDay) {
  const SchoolCalendar calendar(CalendarConfig{Regio::kNoord, {}, {D(2025, 9, 8)}});
  for (int length = 0; length < 120; length += 7) {
    const DateRange range = {D(2025, 9, 3), D(2025, 9, 3) + length};
    int lesdagen = 0, weekdagen = 0, kalenderdagen = 0;
    for (Date date = range.first; date <= range.last; ++date) {
      lesdagen += calendar.IsLesdag(date) ? 1 : 0;
      weekdagen += date.IsoWeekday() <= 5 && !calendar.IsVakantie(date) ? 1 : 0;
      kalenderdagen += calendar.IsVakantie(date) ? 0 : 1;
    }
    EXPECT_EQ(calendar.CountLesdagen(range), lesdagen);
    EXPECT_EQ(calendar.CountWeekdagenBuitenVakantie(range), weekdagen);
    EXPECT_EQ(calendar.CountKalenderdagenBuitenVakantie(range), kalenderdagen);
  }
  EXPECT_EQ(calendar.CountLesdagen({D(2025, 9, 5), D(2025, 9, 4)}), 0);
}

TEST(AddWorkdays, WorkedExamples) {
  const SchoolCalendar calendar = Of(Regio::kMidden);
  const auto add = [&](Date date, Feestdagen set, bool skip) { return calendar.AddWorkdays(date, 5, set, skip); };
  EXPECT_EQ(add(D(2026, 4, 2), Feestdagen::kMinimaal, false), D(2026, 4, 10));
  EXPECT_EQ(add(D(2026, 4, 2), Feestdagen::kAlgemeneTermijnenwet, false), D(2026, 4, 13));
  EXPECT_EQ(add(D(2025, 12, 19), Feestdagen::kMinimaal, false), D(2025, 12, 30));
  EXPECT_EQ(add(D(2025, 12, 19), Feestdagen::kMinimaal, true), D(2026, 1, 9));
  EXPECT_EQ(add(D(2026, 5, 12), Feestdagen::kMinimaal, false), D(2026, 5, 20));
  EXPECT_EQ(calendar.AddWorkdays(D(2026, 5, 16), 0, Feestdagen::kMinimaal, false), D(2026, 5, 16));
}

TEST(FirstAndLastLesdag, InsideTheRange) {
  const SchoolCalendar calendar = Of(Regio::kNoord);
  EXPECT_EQ(calendar.FirstLesdag({D(2025, 10, 18), D(2025, 10, 31)}), D(2025, 10, 27));
  EXPECT_EQ(calendar.LastLesdag({D(2025, 10, 1), D(2025, 10, 26)}), D(2025, 10, 17));
  EXPECT_EQ(calendar.LastLesdag({D(2025, 10, 18), D(2025, 10, 26)}), std::nullopt);
}

}  // namespace
}  // namespace verzuim
