// Langdurig relatief verzuim and the doorstroompunt: where a run begins, when it is long, and how it ends.
#include <gtest/gtest.h>

#include "tests/rules/pupil_builder.h"

namespace verzuim::testing {
namespace {

std::optional<Melding> Find(const PupilOutcome& outcome, MeldingSoort soort) {
  for (const Melding& m : outcome.meldingen) {
    if (m.soort == soort) return m;
  }
  return std::nullopt;
}

// Six lessons a day; away from Monday 5 January 2026 to `away_until`; data and peildatum run to `data_until`.
PupilBuilder Away(Date away_until, Date data_until) {
  PupilBuilder b;
  b.Due(D(2026, 1, 5), data_until, 6).Away(D(2026, 1, 5), away_until).Peildatum(data_until);
  return b;
}

TEST(LongAbsence, OneDayShortExactlyAndOneDayMore) {
  EXPECT_EQ(Find(Away(D(2026, 1, 29), D(2026, 1, 30)).Outcome(), MeldingSoort::kLrv), std::nullopt);
  const PupilOutcome exact = Away(D(2026, 1, 30), D(2026, 2, 2)).Outcome();
  ASSERT_NE(Find(exact, MeldingSoort::kLrv), std::nullopt);
  EXPECT_EQ(Find(exact, MeldingSoort::kLrv)->einddatum, D(2026, 1, 30));
  EXPECT_EQ(Find(Away(D(2026, 2, 2), D(2026, 2, 3)).Outcome(), MeldingSoort::kLrv)->einddatum, D(2026, 2, 2));
}

TEST(LongAbsence, ARunThatOnlyReachesTheEndOfTheDataIsNotLong) {
  EXPECT_EQ(Find(Away(D(2026, 1, 29), D(2026, 1, 29)).Outcome(), MeldingSoort::kLrv), std::nullopt);
  const PupilOutcome on_the_day = Away(D(2026, 1, 30), D(2026, 1, 30)).Outcome();
  ASSERT_NE(Find(on_the_day, MeldingSoort::kLrv), std::nullopt);
  EXPECT_EQ(Find(on_the_day, MeldingSoort::kLrv)->einddatum, std::nullopt);
}

TEST(LongAbsence, FactsAfterThePeildatumAreNotUsed) {
  PupilBuilder b = Away(D(2026, 2, 6), D(2026, 2, 6));
  b.Peildatum(D(2026, 1, 29));
  EXPECT_EQ(Find(b.Outcome(), MeldingSoort::kLrv), std::nullopt);
}

TEST(LongAbsence, OnePartlyAttendedLessonBreaksIt) {
  PupilBuilder b;
  b.Due(D(2026, 1, 5), D(2026, 2, 6), 6).Peildatum(D(2026, 2, 6));
  b.Away(D(2026, 1, 5), D(2026, 1, 20)).Miss(D(2026, 1, 21), 5).Lesson(D(2026, 1, 21), 60, 59);
  b.Away(D(2026, 1, 22), D(2026, 2, 6));
  EXPECT_EQ(Find(b.Outcome(), MeldingSoort::kLrv), std::nullopt);
}

TEST(LongAbsence, PartTimePupilNeedsNoLessonOnTheLastDay) {
  PupilBuilder b;  // lessons on Mondays and Tuesdays only; the four weeks run to Friday 30 January
  for (Date d = D(2026, 1, 5); d <= D(2026, 2, 3); d = d + 7) b.DueOn(d, 6).DueOn(d + 1, 6);
  b.Away(D(2026, 1, 5), D(2026, 2, 3)).Peildatum(D(2026, 1, 29));
  EXPECT_EQ(Find(b.Outcome(), MeldingSoort::kLrv), std::nullopt);  // a lesdag of the school is still to come
  b.Peildatum(D(2026, 1, 30));
  ASSERT_NE(Find(b.Outcome(), MeldingSoort::kLrv), std::nullopt);
  EXPECT_EQ(Find(b.Outcome(), MeldingSoort::kLrv)->meldbaar_vanaf, D(2026, 1, 27));
}

TEST(LongAbsence, ASingleMissedDayWithoutLessonsAfterItIsNotLong) {
  PupilBuilder b;
  b.DueOn(D(2026, 1, 5), 6).DueOn(D(2026, 3, 2), 6).Away(D(2026, 1, 5), D(2026, 3, 2)).Peildatum(D(2026, 3, 6));
  const PupilOutcome outcome = b.Outcome();
  ASSERT_NE(Find(outcome, MeldingSoort::kLrv), std::nullopt);
  EXPECT_EQ(Find(outcome, MeldingSoort::kLrv)->meldbaar_vanaf, D(2026, 3, 2));  // the first lesson day after them
  b.Peildatum(D(2026, 2, 27));
  EXPECT_EQ(Find(b.Outcome(), MeldingSoort::kLrv), std::nullopt);
}

TEST(LongAbsence, CountingStartsAfreshAfterTheReturn) {
  PupilBuilder b = Away(D(2026, 2, 5), D(2026, 3, 6));
  // Back on 6 February for one lesson; then ten hours, which with the ten from the run's tail would be sixteen.
  b.Miss(D(2026, 2, 6), 5).Miss(D(2026, 2, 9), 5);
  for (const Melding& m : b.Outcome().meldingen) {
    EXPECT_TRUE(m.soort != MeldingSoort::kZestienUur || *m.einddatum <= D(2026, 1, 30));
  }
  b.Miss(D(2026, 2, 10), 6);
  const PupilOutcome outcome = b.Outcome();
  EXPECT_EQ(Lines(outcome).back(), "16u 2026-02-06..2026-02-10 960 uiterlijk 2026-02-17");
  EXPECT_FALSE(Has(outcome.meldingen.back(), LetOpCode::kOokLangdurend));
  EXPECT_TRUE(Has(outcome.meldingen.front(), LetOpCode::kOokLangdurend));
}

TEST(LongAbsence, ASickDayBreaksItAndIsPointedOut) {
  PupilBuilder b;
  b.Due(D(2026, 1, 5), D(2026, 2, 6), 6).Peildatum(D(2026, 2, 6));
  b.Away(D(2026, 1, 5), D(2026, 1, 20)).Away(D(2026, 1, 21), D(2026, 1, 21), ReasonClass::kZiekte);
  b.Away(D(2026, 1, 22), D(2026, 2, 6));
  const PupilOutcome broken = b.Outcome();
  EXPECT_EQ(Find(broken, MeldingSoort::kLrv), std::nullopt);
  EXPECT_EQ(DetailOf(broken.meldingen.front(), LetOpCode::kLrvOnderbroken), "2026-01-21");
  b.options().lrv_overbrugt_geoorloofd = true;
  const PupilOutcome bridged = b.Outcome();
  ASSERT_NE(Find(bridged, MeldingSoort::kLrv), std::nullopt);
  EXPECT_EQ(Find(bridged, MeldingSoort::kLrv)->meldbaar_vanaf, D(2026, 1, 30));
  EXPECT_EQ(DetailOf(*Find(bridged, MeldingSoort::kLrv), LetOpCode::kLrvOnderbroken), "2026-01-21");
  EXPECT_FALSE(Find(bridged, MeldingSoort::kLrv)->alle_lessen_gemist);
  const Melding whole = *Find(bridged, MeldingSoort::kLrv);
  for (const MeldingRegel& regel : whole.regels) EXPECT_NE(regel.date, D(2026, 1, 21));
}

TEST(LongAbsence, UnexplainedTailNeitherEndsNorExtendsIt) {
  PupilBuilder b;
  b.Due(D(2026, 1, 5), D(2026, 2, 6), 16).Peildatum(D(2026, 2, 6));
  b.Away(D(2026, 1, 5), D(2026, 2, 4)).Away(D(2026, 2, 5), D(2026, 2, 5), ReasonClass::kOnverklaard);
  b.Away(D(2026, 2, 6), D(2026, 2, 6));
  const PupilOutcome outcome = b.Outcome();
  EXPECT_EQ(Find(outcome, MeldingSoort::kLrv)->einddatum, std::nullopt);
  for (const Melding& m : outcome.meldingen) {
    EXPECT_TRUE(m.soort != MeldingSoort::kZestienUur ||
                *m.einddatum <= D(2026, 1, 30));  // sixteen hours on 6 February
  }
}

TEST(LongAbsence, EndOfEnrolmentEndsIt) {
  PupilBuilder b = Away(D(2026, 2, 6), D(2026, 2, 6));
  b.pupil().inschrijvingen = {{D(2025, 8, 1), D(2026, 2, 10)}};
  b.Peildatum(D(2026, 2, 13));
  EXPECT_EQ(Find(b.Outcome(), MeldingSoort::kLrv)->einddatum, D(2026, 2, 6));
  b.pupil().inschrijvingen = {{D(2025, 8, 1), D(2026, 1, 29)}};  // gone before the four weeks were over
  EXPECT_EQ(Find(b.Outcome(), MeldingSoort::kLrv), std::nullopt);
}

TEST(LongAbsence, JoinedEnrolmentsAreOne) {
  PupilBuilder b = Away(D(2026, 2, 6), D(2026, 2, 6));
  b.pupil().inschrijvingen = {{D(2025, 8, 1), D(2026, 1, 18)}, {D(2026, 1, 19), std::nullopt}};
  EXPECT_NE(Find(b.Outcome(), MeldingSoort::kLrv), std::nullopt);
  b.pupil().inschrijvingen[1].van = D(2026, 1, 20);  // a day between: a new enrolment
  EXPECT_EQ(Find(b.Outcome(), MeldingSoort::kLrv), std::nullopt);
}

TEST(LongAbsence, TurningEighteenHandsItOverToTheDoorstroompunt) {
  PupilBuilder b = Away(D(2026, 2, 13), D(2026, 2, 13));
  b.pupil().geboortedatum = D(2008, 2, 4);
  const PupilOutcome outcome = b.Outcome();
  const std::optional<Melding> lrv = Find(outcome, MeldingSoort::kLrv);
  const std::optional<Melding> rmc = Find(outcome, MeldingSoort::kRmc);
  ASSERT_NE(lrv, std::nullopt);
  ASSERT_NE(rmc, std::nullopt);
  EXPECT_EQ(lrv->einddatum, D(2026, 2, 3));
  EXPECT_EQ(DetailOf(*lrv, LetOpCode::kLeeftijdGrens), "2026-02-04");
  EXPECT_EQ(rmc->begindatum, D(2026, 1, 5));
  EXPECT_EQ(rmc->meldbaar_vanaf, D(2026, 2, 4));
  EXPECT_EQ(rmc->einddatum, std::nullopt);
}

TEST(LongAbsence, TurningEighteenBeforeTheFourWeeksLeavesOnlyTheDoorstroompunt) {
  PupilBuilder b = Away(D(2026, 2, 13), D(2026, 2, 13));
  b.pupil().geboortedatum = D(2008, 1, 30);
  const PupilOutcome outcome = b.Outcome();
  EXPECT_EQ(Find(outcome, MeldingSoort::kLrv), std::nullopt);
  EXPECT_EQ(Find(outcome, MeldingSoort::kRmc)->meldbaar_vanaf, D(2026, 1, 30));
}

TEST(LongAbsence, BirthdayInAVacationAfterTheDataClosesIt) {
  PupilBuilder b = Away(D(2026, 2, 13), D(2026, 2, 13));
  b.pupil().geboortedatum = D(2008, 2, 17);
  b.Peildatum(D(2026, 2, 20));
  EXPECT_EQ(Find(b.Outcome(), MeldingSoort::kLrv)->einddatum, D(2026, 2, 16));
}

TEST(LongAbsence, DaysBeforeLeerplichtAreNotPartOfIt) {
  PupilBuilder b(Profiel::kPo);
  b.pupil().geboortedatum = D(2020, 12, 14);  // leerplichtig from 5 January 2026
  b.Due(D(2025, 12, 1), D(2026, 2, 6), 5).Away(D(2025, 12, 1), D(2026, 2, 6)).Peildatum(D(2026, 2, 6));
  const std::optional<Melding> lrv = Find(b.Outcome(), MeldingSoort::kLrv);
  ASSERT_NE(lrv, std::nullopt);
  EXPECT_EQ(lrv->begindatum, D(2026, 1, 5));
  EXPECT_EQ(lrv->meldbaar_vanaf, D(2026, 1, 30));
}

TEST(LongAbsence, UnknownDueTimeIsNeverAllOfIt) {
  PupilBuilder b;
  for (Date d = D(2026, 1, 5); d <= D(2026, 2, 6); ++d) {
    if (b.calendar().IsLesdag(d)) b.DueOn(d, 0).Miss(d, 6);
  }
  const PupilOutcome outcome = b.Peildatum(D(2026, 2, 6)).Outcome();
  EXPECT_EQ(Find(outcome, MeldingSoort::kLrv), std::nullopt);
  EXPECT_FALSE(outcome.meldingen.front().alle_lessen_gemist);
}

TEST(LongAbsence, CaribbeanNetherlandsKnowsOnlyArticle33) {
  PupilBuilder b(Profiel::kBes);
  b.Due(D(2026, 1, 5), D(2026, 2, 6), 6).Away(D(2026, 1, 5), D(2026, 2, 6)).Peildatum(D(2026, 2, 6));
  for (const Melding& m : b.Outcome().meldingen) EXPECT_EQ(m.rule->id, "bes.33");
  EXPECT_GT(b.Outcome().meldingen.back().einddatum, D(2026, 1, 30));
}

TEST(Luxe, ConsecutiveDaysAcrossAVacationAreOneEpisode) {
  PupilBuilder b;
  b.Due(D(2025, 10, 1), D(2025, 11, 7), 6).Peildatum(D(2025, 11, 7));
  b.Away(D(2025, 10, 16), D(2025, 10, 17), ReasonClass::kLuxe)
      .Away(D(2025, 10, 27), D(2025, 10, 27), ReasonClass::kLuxe);
  b.Away(D(2025, 11, 4), D(2025, 11, 4), ReasonClass::kLuxe);
  const PupilOutcome outcome = b.Outcome();
  EXPECT_EQ(Lines(outcome), (StringList{"luxe 2025-10-16..2025-10-27 1080 uiterlijk 2025-10-23",
                                        "luxe 2025-11-04..2025-11-04 360 uiterlijk 2025-11-11"}));
  EXPECT_EQ(outcome.meldingen[1].volgnummer, 2);
  EXPECT_TRUE(outcome.meldingen[0].alle_lessen_gemist);
  EXPECT_FALSE(Has(outcome.meldingen[1], LetOpCode::kLuxeLoopt));
}

TEST(Luxe, WithoutKnownDueTimeALesdagBetweenBreaksTheEpisode) {
  PupilBuilder b;
  b.DueOn(D(2025, 10, 3), 0).DueOn(D(2025, 10, 6), 0).DueOn(D(2025, 10, 8), 0);
  for (const Date d : {D(2025, 10, 3), D(2025, 10, 6), D(2025, 10, 8)}) b.Miss(d, 2, ReasonClass::kLuxe);
  EXPECT_EQ(b.Outcome().meldingen.size(), 2U);
  EXPECT_EQ(b.Outcome().meldingen[0].einddatum, D(2025, 10, 6));
}

TEST(Luxe, OnlyUnderLeerplichtAndSaysWhenItRunsOn) {
  PupilBuilder b;
  b.Due(D(2025, 10, 1), D(2025, 10, 17), 6).Away(D(2025, 10, 17), D(2025, 10, 17), ReasonClass::kLuxe);
  b.Peildatum(D(2025, 10, 17));
  EXPECT_TRUE(Has(b.Outcome().meldingen.at(0), LetOpCode::kLuxeLoopt));
  b.pupil().geboortedatum = D(2007, 10, 17);
  EXPECT_EQ(b.Outcome().meldingen.size(), 0U);
}

// The days lie side by side, but the pupil was not enrolled on the Monday between them: two episodes.
TEST(Luxe, AHolidayInTwoEnrolmentsIsTwoMeldingen) {
  PupilBuilder pupil;
  pupil.pupil().inschrijvingen = {{std::nullopt, D(2025, 10, 10)}, {D(2025, 10, 14), std::nullopt}};
  pupil.DueOn(D(2025, 10, 10), 6).DueOn(D(2025, 10, 14), 6).DueOn(D(2025, 10, 15), 6);
  pupil.Miss(D(2025, 10, 10), 6, ReasonClass::kLuxe).Miss(D(2025, 10, 14), 6, ReasonClass::kLuxe);
  EXPECT_EQ(Lines(pupil.Outcome()), (StringList{"luxe 2025-10-10..2025-10-10 360 uiterlijk 2025-10-17",
                                                "luxe 2025-10-14..2025-10-14 360 uiterlijk 2025-10-21"}));
}

}  // namespace
}  // namespace verzuim::testing
