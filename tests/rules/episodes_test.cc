// Episodes: where one begins and ends, and which question is answered how on the day a melding arose or was not made.
#include <gtest/gtest.h>

#include "tests/rules/pupil_builder.h"

namespace verzuim::testing {
namespace {

// "ongeoorloofd 2025-09-01..2025-09-02 2 dagen 960/960: 2025-09-02 16u #1": minutes missed and telminuten, and per
// path its day, outcome and melding.
StringList EpisodesOf(const PupilOutcome& outcome) {
  StringList lines;
  for (const Episode& e : outcome.episodes) {
    std::string line = std::string(WireName(e.aard)) + " " + ToIso(e.van) + ".." + ToIso(e.tot) + " " +
                       std::to_string(e.lesdagen) + " dagen " + std::to_string(e.gemist.value) + "/" +
                       std::to_string(e.telminuten.value) + ":";
    for (const EpisodePad& pad : e.paden) {
      line += " " + ToIso(pad.op) + " " + std::string(TekstVan(pad.pad.uitkomst).wire);
      if (pad.volgnummer > 0) line += " #" + std::to_string(pad.volgnummer);
    }
    lines.push_back(line);
  }
  return lines;
}

PupilBuilder September(int lessons = 8) {
  PupilBuilder b;
  b.Due(D(2025, 9, 1), D(2025, 10, 10), lessons);
  return b;
}

TEST(Episodes, AWeekendJoinsAndALessonDayWithoutAbsenceParts) {
  PupilBuilder b = September();
  for (const Date day : {D(2025, 9, 4), D(2025, 9, 5), D(2025, 9, 8), D(2025, 9, 10)}) b.Miss(day, 2);
  EXPECT_EQ(EpisodesOf(b.Outcome()),
            (StringList{"ongeoorloofd 2025-09-04..2025-09-08 3 dagen 360/360: 2025-09-08 overig",
                        "ongeoorloofd 2025-09-10..2025-09-10 1 dagen 120/120: 2025-09-10 overig"}));
}

TEST(Episodes, TheEighteenthBirthdayParts) {
  PupilBuilder b = September();
  b.pupil().geboortedatum = D(2007, 9, 3);
  for (const Date day : {D(2025, 9, 1), D(2025, 9, 2), D(2025, 9, 3), D(2025, 9, 4)}) b.Miss(day, 1);
  EXPECT_EQ(EpisodesOf(b.Outcome()),
            (StringList{"ongeoorloofd 2025-09-01..2025-09-02 2 dagen 120/120: 2025-09-02 overig",
                        "ongeoorloofd 2025-09-03..2025-09-04 2 dagen 120/120: 2025-09-04 niet_melden"}));
}

TEST(Episodes, AMeldingOnItsLastDayLeavesNothingToAsk) {
  PupilBuilder b = September();
  b.Away(D(2025, 9, 1), D(2025, 9, 2));
  EXPECT_EQ(EpisodesOf(b.Outcome()),
            StringList{"ongeoorloofd 2025-09-01..2025-09-02 2 dagen 960/960: 2025-09-02 16u #1"});
}

TEST(Episodes, AnEarlierMeldingIsKnownFromTheDayAfter) {
  PupilBuilder b = September();
  b.Away(D(2025, 9, 1), D(2025, 9, 4));
  const PupilOutcome outcome = b.Outcome();
  ASSERT_EQ(EpisodesOf(outcome),
            StringList{"ongeoorloofd 2025-09-01..2025-09-04 4 dagen 1920/1920: 2025-09-02 16u #1 2025-09-04 16u #2"});
  const std::vector<EpisodePad>& paden = outcome.episodes[0].paden;
  EXPECT_FALSE(paden[0].pad.Answer(Vraag::kEerdereMelding));
  EXPECT_TRUE(paden[1].pad.Answer(Vraag::kEerdereMelding));
}

// "Wekelijks": what is left of a run after its melding waits; after another run it does not.
TEST(Episodes, WhatIsLeftWaitsOnlyWithTheWeeklyPaceAndInTheSameRun) {
  PupilBuilder b = September();
  b.Away(D(2025, 9, 1), D(2025, 9, 3)).Away(D(2025, 9, 8), D(2025, 9, 8));
  const auto expected = [](const char* rest) {
    return StringList{
        std::string("ongeoorloofd 2025-09-01..2025-09-03 3 dagen 1440/1440: 2025-09-02 16u #1 2025-09-03 ") + rest,
        "ongeoorloofd 2025-09-08..2025-09-08 1 dagen 480/480: 2025-09-08 16u #2"};
  };
  EXPECT_EQ(EpisodesOf(b.Outcome()), expected("overig"));
  b.options().aaneengesloten = Aaneengesloten::kWekelijks;
  EXPECT_EQ(EpisodesOf(b.Outcome()), expected("niet_melden"));
}

TEST(Episodes, OnlyTheRunOfTheMeldingWaits) {
  PupilBuilder b = September();
  b.options().aaneengesloten = Aaneengesloten::kWekelijks;
  b.Away(D(2025, 9, 1), D(2025, 9, 2)).Away(D(2025, 9, 4), D(2025, 9, 4));
  EXPECT_EQ(EpisodesOf(b.Outcome()),
            (StringList{"ongeoorloofd 2025-09-01..2025-09-02 2 dagen 960/960: 2025-09-02 16u #1",
                        "ongeoorloofd 2025-09-04..2025-09-04 1 dagen 480/480: 2025-09-04 overig"}));
}

TEST(Episodes, LateArrivalsThatDoNotCountLeadToNothing) {
  PupilBuilder b = September();
  b.options().te_laat = TeLaat::kGeen;
  b.Lesson(D(2025, 9, 1), 60, 10, ReasonClass::kTeLaat, true);
  const PupilOutcome outcome = b.Outcome();
  ASSERT_EQ(EpisodesOf(outcome),
            StringList{"ongeoorloofd 2025-09-01..2025-09-01 1 dagen 10/0: 2025-09-01 niet_melden"});
  EXPECT_FALSE(outcome.episodes[0].paden[0].pad.Answer(Vraag::kTeltMee));
}

// Four weeks from a Tuesday, 7 lessons a day: the last of them is no day on which sixteen hours are reached.
TEST(Episodes, ALongAbsenceArisesWithoutSixteenHoursOnThatDay) {
  PupilBuilder b = September(7);
  b.Away(D(2025, 9, 2), D(2025, 9, 29)).Peildatum(D(2025, 9, 30));
  const PupilOutcome outcome = b.Outcome();
  ASSERT_EQ(outcome.episodes.size(), 1U);
  const EpisodePad& last = outcome.episodes[0].paden.back();
  EXPECT_EQ(ToIso(last.op) + " " + std::string(TekstVan(last.pad.uitkomst).wire), "2025-09-29 lrv");
  EXPECT_TRUE(last.pad.Asked(Vraag::kZestienUur));
  EXPECT_FALSE(last.pad.Answer(Vraag::kZestienUur));
}

// Article 11a covers ten hours a week of a five-year-old: of 601 minutes one is left.
TEST(Episodes, OneMinuteBeyondArticle11aIsOngeoorloofd) {
  for (const int minutes : {599, 600, 601}) {
    PupilBuilder b(Profiel::kPo);
    b.pupil().geboortedatum = D(2020, 2, 2);
    b.Due(D(2025, 9, 1), D(2025, 10, 10), 5);
    for (const Date day : {D(2025, 9, 1), D(2025, 9, 2)}) b.Miss(day, 4, ReasonClass::kVijfjarige);
    b.Miss(D(2025, 9, 3), 1, ReasonClass::kVijfjarige);
    b.Lesson(D(2025, 9, 4), 60, minutes - 540, ReasonClass::kVijfjarige);
    const PupilOutcome outcome = b.Outcome();
    EXPECT_EQ(outcome.episodes.back().aard == EpisodeAard::kOngeoorloofd, minutes > 600) << minutes;
  }
}

}  // namespace
}  // namespace verzuim::testing
