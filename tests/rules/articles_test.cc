// Article by article: the day before, the day itself, the day after; one minute less, exactly, one more.
#include "core/rules/bes/articles.h"

#include <gtest/gtest.h>

#include "core/rules/duo/guidance.h"
#include "core/rules/lpw/articles.h"
#include "core/rules/plichten.h"
#include "tests/rules/pupil_builder.h"

namespace verzuim::testing {
namespace {

SchoolCalendar Midden() {
  return SchoolCalendar(CalendarConfig{Regio::kMidden, {}, {}});
}

TEST(Article3, BeginsOnTheFirstSchoolDayOfTheMonthAfterTheFifthBirthday) {
  const SchoolCalendar calendar = Midden();
  EXPECT_EQ(lpw::LeerplichtBegin(D(2020, 9, 14), 5, calendar), D(2025, 10, 1));
  EXPECT_EQ(lpw::LeerplichtBegin(D(2020, 9, 30), 5, calendar), D(2025, 10, 1));
  EXPECT_EQ(lpw::LeerplichtBegin(D(2020, 10, 1), 5, calendar), D(2025, 11, 3));  // 1 November is a Saturday
  EXPECT_EQ(lpw::LeerplichtBegin(D(2020, 12, 31), 5, calendar), D(2026, 1, 5));  // Christmas vacation
  EXPECT_EQ(lpw::LeerplichtBegin(D(2020, 7, 5), 5, calendar), D(2025, 9, 1));    // no lesdag in August 2025
  EXPECT_EQ(lpw::LeerplichtBegin(D(2021, 9, 14), bes::kLeerplichtBeginLeeftijd, calendar), D(2025, 10, 1));
}

TEST(Article3, EndsWithTheSchoolYearOfTheSixteenthBirthday) {
  EXPECT_EQ(lpw::LeerplichtEind(D(2010, 7, 31), std::nullopt), D(2026, 7, 31));
  EXPECT_EQ(lpw::LeerplichtEind(D(2010, 8, 1), std::nullopt), D(2027, 7, 31));
  EXPECT_EQ(lpw::LeerplichtEind(D(2010, 8, 1), D(2026, 7, 31)), D(2026, 7, 31));   // twelve school years
  EXPECT_EQ(lpw::LeerplichtEind(D(2010, 7, 31), D(2027, 7, 31)), D(2026, 7, 31));  // never later
}

TEST(Article4a, EndsBeforeTheEighteenthBirthday) {
  const DateRange range = lpw::Kwalificatieplicht(D(2008, 1, 21), D(2024, 7, 31), std::nullopt, std::nullopt);
  EXPECT_EQ(range, (DateRange{D(2024, 8, 1), D(2026, 1, 20)}));
  EXPECT_EQ(lpw::Kwalificatieplicht(D(2008, 1, 21), D(2024, 7, 31), D(2025, 7, 4), std::nullopt).last, D(2025, 7, 3));
  EXPECT_EQ(lpw::Kwalificatieplicht(D(2008, 1, 21), D(2024, 7, 31), std::nullopt, D(2025, 7, 4)).last, D(2025, 7, 4));
  EXPECT_EQ(lpw::Kwalificatieplicht(D(2008, 2, 29), D(2024, 7, 31), std::nullopt, std::nullopt).last, D(2026, 2, 28));
}

TEST(Plichten, FromTooYoungToTooOld) {
  const SchoolCalendar calendar = Midden();
  Pupil pupil;
  pupil.geboortedatum = D(2008, 1, 21);
  const Plichten plichten(pupil, calendar, Profiel::kVo);
  EXPECT_EQ(plichten.On(D(2013, 1, 31)), Plicht::kGeen);
  EXPECT_EQ(plichten.On(D(2013, 2, 1)), Plicht::kPlichtig);
  EXPECT_EQ(plichten.On(D(2024, 7, 31)), Plicht::kPlichtig);
  EXPECT_EQ(plichten.On(D(2024, 8, 1)), Plicht::kPlichtig);  // kwalificatieplicht follows at once
  EXPECT_EQ(plichten.On(D(2026, 1, 20)), Plicht::kPlichtig);
  EXPECT_EQ(plichten.On(D(2026, 1, 21)), Plicht::kDoorstroompunt);
  EXPECT_EQ(plichten.On(D(2035, 1, 20)), Plicht::kDoorstroompunt);
  EXPECT_EQ(plichten.On(D(2035, 1, 21)), Plicht::kGeen);
  EXPECT_EQ(Plichten(pupil, calendar, Profiel::kBes).On(D(2026, 1, 21)), Plicht::kGeen);
}

TEST(Plichten, PracticalDiplomaEndsKwalificatieplichtButNotTheDoorstroompunt) {
  const SchoolCalendar calendar = Midden();
  Pupil pupil;
  pupil.geboortedatum = D(2009, 3, 1);
  pupil.kwalificatieplicht_tot = D(2025, 10, 31);
  const Plichten plichten(pupil, calendar, Profiel::kPro);
  EXPECT_EQ(plichten.On(D(2025, 10, 31)), Plicht::kPlichtig);
  EXPECT_EQ(plichten.On(D(2025, 11, 1)), Plicht::kDoorstroompunt);
  EXPECT_EQ(plichten.LastPlichtigBefore(D(2025, 11, 12), D(2025, 10, 1)), D(2025, 10, 31));
  EXPECT_EQ(plichten.LastPlichtigBefore(D(2025, 11, 12), D(2025, 11, 1)), std::nullopt);
}

TEST(Article5, NothingWhileAVrijstellingRuns) {
  const SchoolCalendar calendar = Midden();
  Pupil pupil;
  pupil.geboortedatum = D(2008, 1, 21);
  pupil.vrijstellingen = {{D(2025, 9, 1), D(2025, 9, 30)}, {D(2026, 2, 1), std::nullopt}};
  const Plichten plichten(pupil, calendar, Profiel::kVo);
  EXPECT_EQ(plichten.On(D(2025, 8, 31)), Plicht::kPlichtig);
  EXPECT_EQ(plichten.On(D(2025, 9, 1)), Plicht::kGeen);
  EXPECT_EQ(plichten.On(D(2025, 9, 30)), Plicht::kGeen);
  EXPECT_EQ(plichten.On(D(2025, 10, 1)), Plicht::kPlichtig);
  EXPECT_EQ(plichten.On(D(2026, 2, 1)), Plicht::kGeen);  // not the doorstroompunt either
}

TEST(Plichten, UnknownBirthDateCountsAsLeerplichtig) {
  PupilBuilder b;
  b.pupil().geboortedatum = std::nullopt;
  b.Due(D(2025, 9, 1), D(2025, 9, 26)).Miss(D(2025, 9, 1), 8).Miss(D(2025, 9, 2), 8);
  const PupilOutcome outcome = b.Outcome();
  ASSERT_EQ(outcome.meldingen.size(), 1U);
  EXPECT_TRUE(Has(outcome.meldingen[0], LetOpCode::kGeboortedatumOnbekend));
}

TEST(Article11, EveryGeoorloofdeClassIsLeftOut) {
  for (const ReasonClass reason :
       {ReasonClass::kZiekte, ReasonClass::kSchorsing, ReasonClass::kReligie, ReasonClass::kVakantieverlof,
        ReasonClass::kGewichtig, ReasonClass::kVerboden, ReasonClass::kGesloten, ReasonClass::kGeenVerzuim}) {
    PupilBuilder b;
    b.Due(D(2025, 9, 1), D(2025, 9, 26)).Away(D(2025, 9, 1), D(2025, 9, 5), reason);
    EXPECT_EQ(Lines(b.Outcome()), StringList{}) << WireName(reason);
  }
  for (const ReasonClass reason : {ReasonClass::kSpijbelen, ReasonClass::kWachtOpPlek}) {
    PupilBuilder b;
    b.Due(D(2025, 9, 1), D(2025, 9, 26)).Away(D(2025, 9, 1), D(2025, 9, 2), reason);
    EXPECT_EQ(b.Outcome().meldingen.size(), 1U) << WireName(reason);
  }
}

TEST(Article11a, TenHoursAWeekUntilTheSixthBirthday) {
  lpw::Vijfjarigen hours(D(2026, 3, 18));
  EXPECT_EQ(hours.Uncovered(D(2026, 3, 9), {330}), Minutes{0});
  EXPECT_EQ(hours.Uncovered(D(2026, 3, 10), {270}), Minutes{0});  // exactly ten hours
  EXPECT_EQ(hours.Uncovered(D(2026, 3, 11), {1}), Minutes{1});    // one minute more
  EXPECT_EQ(hours.Uncovered(D(2026, 3, 16), {600}), Minutes{0});  // a new week; nothing was saved up
  EXPECT_EQ(hours.Uncovered(D(2026, 3, 17), {60}), Minutes{60});
  EXPECT_EQ(hours.Uncovered(D(2026, 3, 18), {60}), Minutes{60});  // the sixth birthday
  EXPECT_EQ(hours.Uncovered(D(2026, 3, 25), {60}), Minutes{60});
}

TEST(Article11a, WhatIsAboveItCountsAndIsTold) {
  PupilBuilder b(Profiel::kPo);
  b.pupil().geboortedatum = D(2020, 3, 14);
  b.Due(D(2025, 9, 1), D(2025, 9, 26), 1, 330);
  b.Away(D(2025, 9, 1), D(2025, 9, 5), ReasonClass::kVijfjarige);  // 27.5 hours, ten of them covered
  const PupilOutcome outcome = b.Outcome();
  EXPECT_EQ(Lines(outcome), StringList{"16u 2025-09-02..2025-09-05 1050 uiterlijk 2025-09-12"});
  EXPECT_EQ(DetailOf(outcome.meldingen[0], LetOpCode::kVijfjarigeBovenMaximum), "1050");
}

TEST(Article12, UnexplainedAbsenceCountsAfterTwoSchoolDays) {
  const auto on = [](Date peildatum, int option) {
    PupilBuilder b;
    b.options().onverklaard_na_schooldagen = option;
    b.Due(D(2025, 9, 1), D(2025, 9, 26), 16).Miss(D(2025, 9, 4), 16, ReasonClass::kOnverklaard).Peildatum(peildatum);
    return b.Outcome();
  };
  EXPECT_EQ(on(D(2025, 9, 5), 2).meldingen.size(), 0U);
  EXPECT_EQ(on(D(2025, 9, 7), 2).meldingen.size(), 0U);  // the weekend brings no school day
  ASSERT_EQ(on(D(2025, 9, 8), 2).meldingen.size(), 1U);
  EXPECT_EQ(DetailOf(on(D(2025, 9, 8), 2).meldingen[0], LetOpCode::kVoorlopig), "960");
  EXPECT_EQ(on(D(2025, 9, 4), 0).meldingen.size(), 1U);
}

TEST(Article21a, ThresholdOneMinuteBelowAtAndAbove) {
  const auto minutes = [](int missed, Vergelijking op) {
    PupilBuilder b;
    b.options().uur = Uur::kKlokuur;
    b.options().drempel_vergelijking = op;
    b.Due(D(2025, 9, 1), D(2025, 9, 26), 3, 480);
    b.Lesson(D(2025, 9, 1), 480, 480).Lesson(D(2025, 9, 2), 480, 479).Lesson(D(2025, 9, 2), 480, missed);
    return b.Outcome().meldingen.size();
  };
  EXPECT_EQ(minutes(0, Vergelijking::kMinstens), 0U);
  EXPECT_EQ(minutes(1, Vergelijking::kMinstens), 1U);
  EXPECT_EQ(minutes(2, Vergelijking::kMinstens), 1U);
  EXPECT_EQ(minutes(1, Vergelijking::kMeerDan), 0U);
  EXPECT_EQ(minutes(2, Vergelijking::kMeerDan), 1U);
}

TEST(Article21a, EdgesOfTheThreeReadingsOfTheWindow) {
  const SchoolCalendar calendar = Midden();
  const auto last_in = [&](Date first, Venster venster) {
    Date last = first;
    for (Date d = first; d < first + 60; ++d) {
      if (calendar.IsLesdag(d) && lpw::InVenster(first, d, 4, venster, calendar)) last = d;
    }
    return last;
  };
  EXPECT_EQ(last_in(D(2025, 9, 10), Venster::kW2), D(2025, 10, 7));  // Wednesday to Tuesday
  EXPECT_EQ(last_in(D(2025, 9, 10), Venster::kW1), D(2025, 10, 3));  // to the end of the fourth week
  EXPECT_EQ(last_in(D(2025, 9, 10), Venster::kW4), D(2025, 10, 7));
  EXPECT_EQ(last_in(D(2025, 9, 1), Venster::kW2), D(2025, 9, 26));
  EXPECT_EQ(last_in(D(2025, 12, 4), Venster::kW2), D(2026, 1, 14));  // two weeks of Christmas in between
  EXPECT_EQ(last_in(D(2025, 12, 4), Venster::kW4), D(2026, 1, 14));
}

TEST(Article21a, W1IsNeverAheadOfW2) {
  const SchoolCalendar calendar = Midden();
  for (Date a = D(2025, 9, 1); a <= D(2026, 7, 17); ++a) {
    for (Date d = a; d < a + 50; ++d) {
      if (!calendar.IsLesdag(a) || !calendar.IsLesdag(d)) continue;
      const bool w1 = lpw::InVenster(a, d, 4, Venster::kW1, calendar);
      const bool w2 = lpw::InVenster(a, d, 4, Venster::kW2, calendar);
      EXPECT_TRUE(w2 || !w1) << ToIso(a) << " " << ToIso(d);
      EXPECT_EQ(w2, lpw::InVenster(a, d, 4, Venster::kW4, calendar)) << ToIso(a) << " " << ToIso(d);
    }
  }
}

TEST(Telminuten, LessonHoursFloorAndLongLessonsCountInMinutes) {
  EXPECT_EQ(duo::Telminuten(Uur::kLesuur, {50}, {50}).value, 60);
  EXPECT_EQ(duo::Telminuten(Uur::kKlokuur, {50}, {50}).value, 50);
  EXPECT_EQ(duo::Telminuten(Uur::kLesuur, {50}, {10}).value, 12);
  EXPECT_EQ(duo::Telminuten(Uur::kLesuur, {45}, {7}).value, 9);  // 9.33
  EXPECT_EQ(duo::Telminuten(Uur::kLesuur, {60}, {60}).value, 60);
  EXPECT_EQ(duo::Telminuten(Uur::kLesuur, {1}, {1}).value, 60);  // the shortest lesson there is
  EXPECT_EQ(duo::Telminuten(Uur::kLesuur, {61}, {61}).value, 61);
  EXPECT_EQ(duo::Telminuten(Uur::kLesuur, {75}, {75}).value, 75);
  EXPECT_EQ(duo::Telminuten(Uur::kLesuur, {0}, {0}).value, 0);
}

TEST(Telminuten, LateInEachWay) {
  Options options;
  const auto late = [&](TeLaat rule, int missed) {
    options.te_laat = rule;
    return duo::TelminutenTeLaat(Uur::kLesuur, {50}, {missed}, options).value;
  };
  EXPECT_EQ(late(TeLaat::kMinuten, 10), 12);
  EXPECT_EQ(late(TeLaat::kGeen, 10), 0);
  EXPECT_EQ(late(TeLaat::kEenUur, 0), 60);
  EXPECT_EQ(late(TeLaat::kVolNa, 20), 24);  // not more than twenty: the minutes
  EXPECT_EQ(late(TeLaat::kVolNa, 21), 60);
}

TEST(Outside, FactsFromBeforeTheLawAreNotJudged) {
  PupilBuilder b;
  b.pupil().geboortedatum = D(1997, 3, 15);
  b.Due(D(2009, 6, 1), D(2009, 9, 30)).Miss(D(2009, 6, 2), 8).Miss(D(2009, 7, 1), 8).Miss(D(2009, 9, 2), 8);
  const PupilOutcome outcome = b.Outcome();
  EXPECT_EQ(outcome.meldingen.size(), 0U);
  ASSERT_EQ(outcome.outside.size(), 1U);
  EXPECT_EQ(outcome.outside[0].rule->id, "lpw.21a.1");
  EXPECT_EQ(outcome.outside[0].dates, (DateRange{D(2009, 6, 2), D(2009, 7, 1)}));
}

TEST(Outside, LongAbsenceFromBeforeItsGuidanceIsToldAndNotAnswered) {
  PupilBuilder b;
  b.pupil().geboortedatum = D(2003, 3, 15);
  b.Due(D(2015, 9, 1), D(2015, 10, 16), 6).Away(D(2015, 9, 1), D(2015, 10, 16)).Peildatum(D(2015, 10, 16));
  const PupilOutcome outcome = b.Outcome();
  for (const Melding& m : outcome.meldingen) EXPECT_EQ(m.soort, MeldingSoort::kZestienUur);
  EXPECT_GT(outcome.meldingen.back().meldbaar_vanaf, D(2015, 10, 1));  // not suppressed by a rule not in force
  ASSERT_EQ(outcome.outside.size(), 1U);
  EXPECT_EQ(outcome.outside[0].rule->id, "duo.lrv");
}

}  // namespace
}  // namespace verzuim::testing
