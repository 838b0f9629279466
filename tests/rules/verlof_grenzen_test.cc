// Leave, suspension and exemption at their edges: a day and a minute on either side, which the vectors do not all
// reach.
#include <gtest/gtest.h>

#include "core/rules/verlof.h"
#include "core/rules/vrijstelling.h"
#include "tests/rules/pupil_builder.h"

namespace verzuim::testing {
namespace {

using Verlof = VerlofWaarschuwingCode;

// One pupil with days of leave.
struct Leerling {
  Profiel profiel = Profiel::kVo;
  Date geboren = D(2011, 3, 15);
  Date peildatum = D(2025, 12, 19);
  Pupil pupil = {};
  std::vector<DueDay> due = {};
  std::vector<MissedLesson> missed = {};

  // A day with so many lessons of 60 minutes (0: not known) of which so many minutes were missed.
  void Day(Date date, int lessons, int minutes, ReasonClass reason) {
    due.push_back({date, {60 * lessons}, lessons});
    for (int lesuur = 1; minutes > 0; ++lesuur, minutes -= 60) {
      missed.push_back({date, lesuur, {60}, {std::min(60, minutes)}, reason, false, false, {1, 0}});
    }
  }
  template <class Ask>
  auto With(Ask ask) {
    pupil.key = "L1";
    pupil.geboortedatum = geboren;
    const SchoolCalendar calendar(CalendarConfig{Regio::kMidden, {}, {}});
    const Options options = DefaultOptions(profiel);
    return ask(PupilFacts{pupil, due, missed}, RuleContext{calendar, options, profiel, peildatum});
  }
  VerlofKaart Kaart() {
    return With([](const auto& f, const auto& c) { return VerlofVan(f, c).at(0); });
  }
  VrijstellingKaart Exemption() {
    return With([](const auto& f, const auto& c) { return VrijstellingenVan(f, c).at(0); });
  }
};

bool Warns(const VerlofKaart& kaart, Verlof code) {
  return std::any_of(kaart.waarschuwingen.begin(), kaart.waarschuwingen.end(),
                     [code](const VerlofWaarschuwing& w) { return w.code == code; });
}
bool Warns(const VrijstellingKaart& kaart, VrijstellingCode code) {
  return std::any_of(kaart.waarschuwingen.begin(), kaart.waarschuwingen.end(),
                     [code](const VrijstellingWaarschuwing& w) { return w.code == code; });
}

// ---- leave

TEST(Verlof, TheDayItselfOfThePeildatumCounts) {
  for (const int later : {0, 1}) {
    Leerling l;
    l.peildatum = D(2025, 11, 4);
    l.Day(D(2025, 11, 3), 4, 240, ReasonClass::kGewichtig);
    l.Day(D(2025, 11, 4) + later, 4, 240, ReasonClass::kGewichtig);
    EXPECT_EQ(l.Kaart().dagen, later == 0 ? 2 : 1);
  }
}

TEST(Verlof, AStretchHasItsOwnDaysAndMinutes) {
  Leerling l;
  l.Day(D(2025, 11, 3), 4, 240, ReasonClass::kGewichtig);
  const VerlofKaart kaart = l.Kaart();
  ASSERT_EQ(kaart.perioden.size(), 1U);
  EXPECT_EQ(kaart.perioden[0].dagen, 1);
  EXPECT_EQ(kaart.perioden[0].minuten, 240);
}

// A part of a day is known only where the lessons of the day are.
TEST(Verlof, APartOfADay) {
  struct Example {
    int lessons, minutes, deels;
  };
  for (const Example& e : {Example{4, 240, 0}, {4, 239, 1}, {1, 59, 1}, {1, 60, 0}, {0, 60, 0}}) {
    Leerling l;
    l.Day(D(2025, 11, 3), e.lessons, e.minutes, ReasonClass::kGewichtig);
    l.due[0].minutes.value += e.lessons == 0 ? 240 : 0;
    EXPECT_EQ(l.Kaart().deels, e.deels) << e.lessons << " " << e.minutes;
  }
}

// From sixteen on the days follow the weekdays the pupil goes to school: all five give all of it, and without a
// timetable nobody can say.
TEST(Verlof, ThePartOfTheWeekdays) {
  for (const int weekdays : {4, 5}) {
    for (const int lessons : {0, 4}) {
      Leerling l;
      l.geboren = D(2008, 9, 15);
      for (int i = 0; i < weekdays; ++i)
        l.Day(D(2025, 11, 3) + i, lessons, i == 0 ? 60 : 0, ReasonClass::kVakantieverlof);
      const VerlofKaart kaart = l.Kaart();
      EXPECT_EQ(Warns(kaart, Verlof::kRoosterOnbekend), lessons == 0);
      EXPECT_EQ(Warns(kaart, Verlof::kEvenredigDeel), lessons > 0 && weekdays == 4);
      EXPECT_EQ(kaart.maximum, lessons > 0 && weekdays == 4 ? 8 : 10);
    }
  }
}

TEST(Verlof, TenHoursAWeekOfAFiveYearOld) {
  for (const int minutes : {599, 600, 601}) {
    Leerling l;
    l.profiel = Profiel::kPo;
    l.geboren = D(2020, 2, 2);
    l.Day(D(2025, 11, 3), 11, minutes, ReasonClass::kVijfjarige);
    EXPECT_EQ(Warns(l.Kaart(), Verlof::kBovenTienUur), minutes > 600) << minutes;
  }
}

TEST(Verlof, UntilTheDayBeforeTheSixthBirthday) {
  for (const int days : {-1, 0, 1}) {
    Leerling l;
    l.profiel = Profiel::kPo;
    l.geboren = D(2019, 11, 5);
    l.Day(D(2025, 11, 5) + days, 5, 60, ReasonClass::kVijfjarige);
    EXPECT_EQ(Warns(l.Kaart(), Verlof::kZesJaar), days >= 0) << days;
  }
}

// Wet op het primair onderwijs, art. 40c: in force since 1 August 2014.
TEST(Verlof, SuspensionFromTheFirstDayOfItsArticle) {
  for (const int days : {-1, 0}) {
    Leerling l;
    l.profiel = Profiel::kPo;
    l.geboren = D(2006, 2, 2);
    l.peildatum = D(2014, 8, 29);
    l.Day(D(2014, 8, 1) + days, 5, 300, ReasonClass::kSchorsing);
    EXPECT_EQ(Warns(l.Kaart(), Verlof::kGeenArtikel), days < 0) << days;
  }
}

TEST(Verlof, AFirstOfAugustHasASchoolYearOfItsOwn) {
  Leerling l;
  l.Day(D(2025, 8, 1), 4, 240, ReasonClass::kGewichtig);
  EXPECT_EQ(ToIso(l.Kaart().schooljaar.first), "2025-08-01");
  l.due.insert(l.due.begin(), {D(2025, 7, 31), {240}, 4});
  EXPECT_EQ(ToIso(l.Kaart().schooljaar.first), "2025-08-01");
}

// ---- exemption

Leerling Exempt(std::optional<Date> van, std::optional<Date> tot, VrijstellingGrond grond = VrijstellingGrond::kA) {
  Leerling l;
  l.pupil.vrijstellingen = {{van, tot, grond}};
  return l;
}

TEST(Vrijstelling, SixtyDaysBeforeItsEnd) {
  for (const int days : {59, 60, 61}) {
    Leerling l = Exempt(D(2025, 9, 1), D(2025, 12, 19) + days);
    EXPECT_EQ(Warns(l.Exemption(), VrijstellingCode::kLooptAf), days <= 60) << days;
  }
}

// The notice is due by 30 June; an exemption that ends that day needs none.
TEST(Vrijstelling, NoNoticeForWhatEndsByThen) {
  for (const int days : {-1, 0, 1}) {
    Leerling l = Exempt(D(2025, 9, 1), D(2026, 6, 30) + days);
    EXPECT_EQ(l.Exemption().kennisgeving.has_value(), days > 0) << days;
  }
}

TEST(Vrijstelling, TheFirstNoticeOfOneToComeFollowsItsBegin) {
  EXPECT_EQ(ToIso(Exempt(D(2026, 9, 1), std::nullopt).Exemption().kennisgeving.value()), "2027-06-30");
  EXPECT_EQ(ToIso(Exempt(D(2023, 9, 1), std::nullopt).Exemption().kennisgeving.value()), "2026-06-30");
}

// Art. 8: placed on a school in the year before; not on the day itself, and not longer ago than a year.
TEST(Vrijstelling, PlacedInTheYearBefore) {
  const Date van = D(2025, 9, 1);
  const auto earlier = [&](std::optional<Date> from, std::optional<Date> through) {
    Leerling l = Exempt(van, std::nullopt, VrijstellingGrond::kB);
    l.pupil.inschrijvingen = {{from, through}};
    return Warns(l.Exemption(), VrijstellingCode::kEerderGeplaatst);
  };
  EXPECT_TRUE(earlier(van - 1, std::nullopt));
  EXPECT_FALSE(earlier(van, std::nullopt));
  EXPECT_TRUE(earlier(std::nullopt, std::nullopt));
  EXPECT_TRUE(earlier(D(2023, 8, 1), D(2024, 9, 1)));
  EXPECT_FALSE(earlier(D(2023, 8, 1), D(2024, 8, 31)));
}

TEST(Vrijstelling, LessonsMissedThroughThePeildatum) {
  Leerling l = Exempt(D(2025, 9, 1), std::nullopt);
  for (const int days : {-1, 0, 1}) l.Day(l.peildatum + days, 1, 60, ReasonClass::kSpijbelen);
  EXPECT_EQ(l.Exemption().gemist, 2);
}

}  // namespace
}  // namespace verzuim::testing
