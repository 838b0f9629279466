#include "core/aggregate/levering.h"

#include <gtest/gtest.h>

namespace verzuim {
namespace {

constexpr Date D(int y, int m, int d) {
  return Date::FromCivil(y, m, d).value();
}
constexpr DateRange kPeriod = {D(2025, 8, 1), D(2025, 10, 31)};
constexpr Date kPeildatum = D(2026, 1, 1);
const std::vector<int> kBounds = {0, 5, 10, 20};

// A pupil with one due day and some minutes missed in each of two classes.
struct Facts {
  Pupil pupil;
  std::vector<DueDay> due;
  std::vector<MissedLesson> missed;
  PupilFacts view() const { return {pupil, due, missed}; }
};

Facts Absent(int due, std::vector<std::pair<ReasonClass, int>> absences, Date on = D(2025, 9, 1)) {
  Facts facts;
  facts.due = {{on, {due}, 10}};
  int lesuur = 1;
  for (const auto& [reason, minutes] : absences) {
    MissedLesson lesson;
    lesson.date = on;
    lesson.lesuur = lesuur++;
    lesson.lesson = lesson.missed = {minutes};
    lesson.reason = reason;
    facts.missed.push_back(lesson);
  }
  return facts;
}

Telling Count(const std::vector<Facts>& pupils, std::vector<Onderverdeling> parts = {}) {
  LeveringTeller teller({"p", kPeriod}, {}, parts);
  for (const Facts& facts : pupils) teller.Add(facts.view(), kPeildatum);
  return teller.Finish();
}

int64_t Cell(const Telling& t, size_t part, Categorie category, size_t interval) {
  return t.cells[t.CellIndex(part, static_cast<size_t>(category), interval)];
}

TEST(Interval, ExactlyTenPercentIsNotMoreThanTenPercent) {
  EXPECT_EQ(IntervalNames(kBounds), (std::vector<std::string>{"0", "(0,5]", "(5,10]", "(10,20]", "(20,100]"}));
  EXPECT_EQ(IntervalOf(kBounds, 0, 18000), 0u);
  EXPECT_EQ(IntervalOf(kBounds, 1, 18000), 1u);
  EXPECT_EQ(IntervalOf(kBounds, 900, 18000), 1u);
  EXPECT_EQ(IntervalOf(kBounds, 901, 18000), 2u);
  EXPECT_EQ(IntervalOf(kBounds, 1800, 18000), 2u);
  EXPECT_EQ(IntervalOf(kBounds, 1801, 18000), 3u);
  EXPECT_EQ(IntervalOf(kBounds, 3601, 18000), 4u);
  EXPECT_EQ(IntervalOf(kBounds, 18000, 18000), 4u);
}

TEST(Levering, SickAndTruantAddUpForThePupilAndStandApartInTheCategories) {
  const Telling t = Count({Absent(10000, {{ReasonClass::kZiekte, 600}, {ReasonClass::kSpijbelen, 600}})});
  EXPECT_EQ(Cell(t, 0, Categorie::kZiekte, 2), 1);
  EXPECT_EQ(Cell(t, 0, Categorie::kGeoorloofd, 2), 1);
  EXPECT_EQ(Cell(t, 0, Categorie::kOngeoorloofd, 2), 1);
  EXPECT_EQ(Cell(t, 0, Categorie::kTotaal, 3), 1);
  EXPECT_EQ(t.minutes[t.SumIndex(0, 0)], 1200);
}

TEST(Levering, EveryPupilStandsOncePerCategoryAndMinutesAddUp) {
  std::vector<Facts> pupils;
  for (int i = 0; i < 40; ++i) {
    pupils.push_back(Absent(1000, {{static_cast<ReasonClass>(i % 13), i * 7}, {ReasonClass::kZiekte, i}}));
    pupils.back().pupil.leerjaar = i % 9;
  }
  const Telling t = Count(pupils, DefaultOnderverdeling(Profiel::kPo));
  EXPECT_EQ(t.onderverdelingen, (std::vector<std::string>{"totaal", "onderbouw", "bovenbouw", "overig"}));
  EXPECT_EQ(t.leerlingen[0], 40);
  for (size_t c = 0; c < kCategorieen; ++c) {
    for (size_t o = 0; o < t.onderverdelingen.size(); ++o) {
      int64_t sum = 0;
      for (size_t i = 0; i < t.Intervals(); ++i) sum += t.cells[t.CellIndex(o, c, i)];
      EXPECT_EQ(sum, t.leerlingen[o]);
    }
    for (size_t i = 0; i < t.Intervals(); ++i) {
      int64_t parts = 0;
      for (size_t o = 1; o < t.onderverdelingen.size(); ++o) parts += t.cells[t.CellIndex(o, c, i)];
      EXPECT_EQ(parts, t.cells[t.CellIndex(0, c, i)]);
    }
  }
  for (size_t o = 0; o < t.onderverdelingen.size(); ++o) {
    EXPECT_EQ(t.minutes[t.SumIndex(o, 0)], t.minutes[t.SumIndex(o, 1)] + t.minutes[t.SumIndex(o, 3)]);
    EXPECT_LE(t.minutes[t.SumIndex(o, 2)], t.minutes[t.SumIndex(o, 1)]);
  }
}

TEST(Levering, WhatLiesOutsideThePeriodOrThePeildatumIsNotCounted) {
  const Telling late = Count({Absent(1000, {{ReasonClass::kZiekte, 10}}, D(2025, 11, 1))});
  EXPECT_EQ(late.leerlingen[0], 0);
  EXPECT_EQ(late.zonder_lestijd[0], 1) << "enrolled, but without lessons in the period";
  LeveringTeller teller({"p", kPeriod}, {}, {});
  teller.Add(Absent(1000, {{ReasonClass::kZiekte, 10}}, D(2025, 9, 2)).view(), D(2025, 9, 1));
  EXPECT_EQ(teller.Finish().leerlingen[0], 0);
  Facts gone = Absent(1000, {});
  gone.pupil.inschrijvingen = {{std::nullopt, D(2025, 7, 31)}};
  EXPECT_EQ(Count({gone}).zonder_lestijd[0], 0) << "not enrolled in the period";
}

TEST(Levering, HoursKnowHowManyPupilsAreBehindThem) {
  const Telling t = Count(
      {Absent(1000, {{ReasonClass::kZiekte, 60}}), Absent(1000, {{ReasonClass::kZiekte, 60}}), Absent(1000, {})});
  EXPECT_EQ(t.minutes[t.SumIndex(0, 2)], 120);
  EXPECT_EQ(t.minutes_pupils[t.SumIndex(0, 2)], 2);
}

TEST(DefaultPerioden, FourOfThemEndWithTheVacations) {
  const SchoolCalendar calendar(CalendarConfig{Regio::kMidden, {}, {}});
  const std::vector<PeriodeNaam> perioden = DefaultPerioden(calendar, D(2026, 1, 7));
  ASSERT_EQ(perioden.size(), 4u);
  EXPECT_EQ(perioden[0].dates, (DateRange{D(2025, 8, 1), D(2025, 10, 26)}));
  EXPECT_EQ(perioden[1].dates, (DateRange{D(2025, 10, 27), D(2026, 1, 4)}));
  EXPECT_EQ(perioden[2].dates, (DateRange{D(2026, 1, 5), D(2026, 5, 3)}));
  EXPECT_EQ(perioden[3].dates, (DateRange{D(2026, 5, 4), D(2026, 7, 31)}));
}

TEST(DefaultPerioden, WithoutVacationsTheYearIsOnePeriod) {
  const SchoolCalendar calendar(CalendarConfig{std::nullopt, {{D(2024, 7, 6), D(2024, 8, 18)}}, {}});
  const std::vector<PeriodeNaam> perioden = DefaultPerioden(calendar, D(2031, 1, 7));
  ASSERT_EQ(perioden.size(), 1u);
  EXPECT_EQ(perioden[0].dates, (DateRange{D(2030, 8, 1), D(2031, 7, 31)}));
}

}  // namespace
}  // namespace verzuim
