// The edges of the meldingen: first and last day of validity, a day on either side of a birthday, one telminuut more
// or less, and the notes that must stay away as much as those that must be there.
#include <gtest/gtest.h>

#include "core/rules/rmc/doorstroompunt.h"
#include "tests/rules/pupil_builder.h"

namespace verzuim::testing {
namespace {

StringList NotesOf(const Melding& melding) {
  StringList notes;
  for (const LetOp& note : melding.let_op) {
    notes.push_back(std::string(WireName(note.code)) + (note.detail.empty() ? "" : " " + note.detail));
  }
  return notes;
}

// ---- validity

TEST(Validity, ALuxeMeldingFromTheFirstDayOn) {
  PupilBuilder b;
  b.DueOn(D(2020, 8, 1), 4).Miss(D(2020, 8, 1), 4, ReasonClass::kLuxe).Peildatum(D(2020, 8, 31));
  const PupilOutcome outcome = b.Outcome();
  ASSERT_EQ(outcome.meldingen.size(), 1U);
  EXPECT_EQ(ToIso(outcome.meldingen[0].begindatum), "2020-08-01");
  EXPECT_TRUE(outcome.outside.empty());
}

TEST(Validity, WhatLiesBeforeItIsSaidOnceWithAllItsDays) {
  PupilBuilder b;
  b.Due(D(2020, 6, 1), D(2020, 6, 26), 4).Peildatum(D(2020, 6, 30));
  b.Away(D(2020, 6, 8), D(2020, 6, 9), ReasonClass::kLuxe).Away(D(2020, 6, 15), D(2020, 6, 16), ReasonClass::kLuxe);
  const PupilOutcome outcome = b.Outcome();
  EXPECT_EQ(Lines(outcome), StringList{});
  ASSERT_EQ(outcome.outside.size(), 1U);
  EXPECT_EQ(outcome.outside[0].rule->id, "duo.luxe");
  EXPECT_EQ(ToIso(outcome.outside[0].dates.first) + " " + ToIso(outcome.outside[0].dates.last),
            "2020-06-08 2020-06-16");
}

TEST(Validity, TheOldDoorstroompuntRuleHoldsOnItsLastDay) {
  for (const auto& [first, rule] :
       {std::pair(D(2025, 12, 4), "rmc.voor_2026"), std::pair(D(2025, 12, 8), "rmc.wvo2020.8.20")}) {
    PupilBuilder b;
    b.SetCalendar({Regio::kMidden, {DateRange{D(2026, 7, 18), D(2026, 8, 30)}}, {}});
    b.pupil().geboortedatum = D(2006, 5, 5);
    b.Due(D(2025, 11, 3), D(2026, 1, 30), 6).Away(first, D(2026, 1, 30)).Peildatum(D(2026, 1, 30));
    StringList rules;
    for (const Melding& m : b.Outcome().meldingen) {
      if (m.soort == MeldingSoort::kRmc) rules.push_back(std::string(m.rule->id) + " " + ToIso(m.meldbaar_vanaf));
    }
    const bool old = first == D(2025, 12, 4);
    EXPECT_EQ(rules, StringList{std::string(rule) + (old ? " 2025-12-31" : " 2026-01-02")});
  }
}

TEST(Validity, TheAgeOfTheDoorstroompuntFromTheSixteenthBirthday) {
  const Date birth = D(2009, 3, 5);
  EXPECT_FALSE(rmc::HeeftLeeftijd(birth, D(2025, 3, 4)));
  EXPECT_TRUE(rmc::HeeftLeeftijd(birth, D(2025, 3, 5)));
  EXPECT_TRUE(rmc::HeeftLeeftijd(D(1999, 3, 5), D(2026, 3, 4)));
  EXPECT_FALSE(rmc::HeeftLeeftijd(D(1999, 3, 5), D(2026, 3, 5)));
}

// Before article 21a: a day on which nothing was missed is no absence outside its validity, whatever comes after.
TEST(Validity, ADayWithoutAbsenceIsNotOutside) {
  PupilBuilder b;
  b.DueOn(D(2009, 7, 30), 4).DueOn(D(2009, 7, 31), 4).Peildatum(D(2009, 8, 31));
  EXPECT_TRUE(b.Outcome().outside.empty());
}

// ---- notes

PupilBuilder TwoFullDays(int lessons = 8) {
  PupilBuilder b;
  b.Due(D(2025, 9, 1), D(2025, 10, 10), lessons).Away(D(2025, 9, 2), D(2025, 9, 3));
  return b;
}

TEST(Notes, APlainMeldingHasNone) {
  for (const Uur uur : {Uur::kLesuur, Uur::kKlokuur}) {
    PupilBuilder b = TwoFullDays();
    b.options().uur = uur;
    const PupilOutcome outcome = b.Outcome();
    ASSERT_EQ(Lines(outcome), StringList{"16u 2025-09-02..2025-09-03 960 uiterlijk 2025-09-10"});
    EXPECT_EQ(NotesOf(outcome.meldingen[0]), StringList{});
    EXPECT_TRUE(outcome.meldingen[0].alle_lessen_gemist);
  }
}

TEST(Notes, OneAttendedLessonIsNotAllLessons) {
  PupilBuilder b = TwoFullDays(9), c;
  c.Due(D(2025, 9, 1), D(2025, 10, 10), 9).Miss(D(2025, 9, 2), 8).Miss(D(2025, 9, 3), 8);
  EXPECT_TRUE(b.Outcome().meldingen.at(0).alle_lessen_gemist);
  EXPECT_FALSE(c.Outcome().meldingen.at(0).alle_lessen_gemist);
}

// Absence nobody explained counts when it is old enough, and the melding says how much of it there is: one minute.
TEST(Notes, OneProvisionalMinute) {
  PupilBuilder b;
  b.options().uur = Uur::kKlokuur;
  b.Due(D(2025, 9, 1), D(2025, 10, 10)).Away(D(2025, 9, 2), D(2025, 9, 2)).Miss(D(2025, 9, 3), 7);
  b.Lesson(D(2025, 9, 3), 60, 59).Lesson(D(2025, 9, 4), 60, 1, ReasonClass::kOnverklaard);
  const PupilOutcome outcome = b.Outcome();
  ASSERT_EQ(Lines(outcome), StringList{"16u 2025-09-02..2025-09-04 960 uiterlijk 2025-09-11"});
  EXPECT_EQ(DetailOf(outcome.meldingen[0], LetOpCode::kVoorlopig), "1");
}

TEST(Notes, OneMinuteBeyondArticle11a) {
  PupilBuilder b(Profiel::kPo);
  b.pupil().geboortedatum = D(2020, 2, 2);
  b.options().uur = Uur::kKlokuur;
  b.Due(D(2025, 9, 1), D(2025, 10, 10)).Miss(D(2025, 9, 1), 5, ReasonClass::kVijfjarige);
  b.Miss(D(2025, 9, 2), 5, ReasonClass::kVijfjarige).Lesson(D(2025, 9, 3), 60, 1, ReasonClass::kVijfjarige);
  b.Away(D(2025, 9, 4), D(2025, 9, 4)).Miss(D(2025, 9, 5), 7).Lesson(D(2025, 9, 5), 60, 59);
  const PupilOutcome outcome = b.Outcome();
  ASSERT_EQ(Lines(outcome), StringList{"16u 2025-09-03..2025-09-05 960 uiterlijk 2025-09-12"});
  EXPECT_EQ(DetailOf(outcome.meldingen[0], LetOpCode::kVijfjarigeBovenMaximum), "1");
}

// What was missed before a birthday counts for another duty; the melding says that there was some, however little,
// and not when there was none or when it was on the birthday itself.
TEST(Notes, AbsenceBeforeABirthdayIsSaid) {
  struct Example {
    int year;  // of birth: five or eighteen on 2 September 2025
    LetOpCode code;
  };
  for (const Example& example :
       {Example{2020, LetOpCode::kLeerplichtBegin}, Example{2007, LetOpCode::kLeeftijdGrens}}) {
    const bool adult = example.year == 2007;
    // Leerplicht begins on the first of the month after the fifth birthday.
    const Date birthday = adult ? D(2025, 9, 2) : D(2025, 10, 1);
    for (const int minutes : {0, 1, 60}) {
      for (const int days_before : {1, 0}) {
        PupilBuilder b(adult ? Profiel::kVo : Profiel::kPo);
        b.options().uur = Uur::kKlokuur;
        b.options().melding_18plus = true;
        b.pupil().geboortedatum = D(example.year, 9, 2);
        b.Due(birthday - 1, birthday + 9);
        if (minutes > 0) b.Lesson(birthday - days_before, 60, minutes);
        b.Away(birthday + 1, birthday + 3).Peildatum(birthday + 9);
        const PupilOutcome outcome = b.Outcome();
        ASSERT_GE(outcome.meldingen.size(), 1U);
        EXPECT_EQ(Has(outcome.meldingen[0], example.code), minutes > 0 && days_before == 1)
            << example.year << " " << minutes << " " << days_before;
      }
    }
  }
}

// In clock hours the other window and the other unit are read with every minute of every day.
TEST(Notes, AnotherReadingCountsADayOfOneMinute) {
  PupilBuilder b;
  b.options().uur = Uur::kKlokuur;
  b.Due(D(2025, 9, 1), D(2025, 10, 10)).Lesson(D(2025, 9, 3), 60, 1).Away(D(2025, 9, 4), D(2025, 9, 4));
  b.Miss(D(2025, 9, 30), 7).Lesson(D(2025, 9, 30), 60, 59);
  const PupilOutcome outcome = b.Outcome();
  ASSERT_EQ(Lines(outcome), StringList{"16u 2025-09-03..2025-09-30 960 uiterlijk 2025-10-07"});
  // Whole calendar weeks: September 30 lies in the fifth.
  EXPECT_EQ(DetailOf(outcome.meldingen[0], LetOpCode::kVensterW1), "481");
}

TEST(Notes, TheOtherWindowIsReadInTheUnitOfTheSchool) {
  PupilBuilder b;
  b.options().uur = Uur::kLesuur;
  b.Due(D(2025, 9, 1), D(2025, 10, 10), 8, 45)
      .Away(D(2025, 9, 4), D(2025, 9, 4))
      .Away(D(2025, 9, 30), D(2025, 9, 30));
  const PupilOutcome outcome = b.Outcome();
  ASSERT_EQ(Lines(outcome), StringList{"16u 2025-09-04..2025-09-30 960 uiterlijk 2025-10-07"});
  EXPECT_EQ(DetailOf(outcome.meldingen[0], LetOpCode::kVensterW1), "480");
}

// ---- counting

TEST(Counting, AnotherEnrolmentOnTheSecondDayStartsFromZero) {
  for (const bool again : {false, true}) {
    PupilBuilder b;
    if (again) b.pupil().inschrijvingen = {{D(2025, 8, 1), D(2025, 9, 2)}, {D(2025, 9, 4), std::nullopt}};
    b.DueOn(D(2025, 9, 2), 8).DueOn(D(2025, 9, 4), 8).Away(D(2025, 9, 2), D(2025, 9, 4));
    EXPECT_EQ(b.Outcome().meldingen.size(), again ? 0U : 1U);
  }
}

// A gap of one day parts two enrolments, so the absence ends with the first of them, in its fourth week.
TEST(Counting, AGapOfOneDayEndsALongAbsence) {
  for (const int gap : {0, 1}) {
    PupilBuilder b;
    b.pupil().inschrijvingen = {{D(2025, 8, 1), D(2025, 10, 2)}, {D(2025, 10, 3) + gap, std::nullopt}};
    b.Due(D(2025, 9, 1), D(2025, 10, 2), 6).Away(D(2025, 9, 8), D(2025, 10, 2)).Peildatum(D(2025, 10, 17));
    bool found = false;
    for (const Melding& m : b.Outcome().meldingen) found = found || m.soort == MeldingSoort::kLrv;
    EXPECT_EQ(found, gap == 0) << gap;
  }
}

// After a long absence the count goes on with the very next lesson day.
TEST(Counting, TheDayAfterALongAbsenceCounts) {
  PupilBuilder b;
  b.Due(D(2025, 9, 1), D(2025, 10, 10)).Away(D(2025, 9, 1), D(2025, 9, 29));
  for (const Date day : {D(2025, 9, 30), D(2025, 10, 1), D(2025, 10, 2)}) b.Miss(day, 6);
  EXPECT_EQ(Lines(b.Outcome()).back(), "16u 2025-09-30..2025-10-02 1080 uiterlijk 2025-10-09");
}

// The same where the count went on during the long absence, and this ended on the day that made it one.
TEST(Counting, TheDayAfterALongAbsenceCountsWithOptionLrvNa16u) {
  PupilBuilder b;
  b.options().lrv_na_16u = true;
  b.Due(D(2026, 1, 5), D(2026, 2, 13), 6).Away(D(2026, 1, 5), D(2026, 1, 30)).Peildatum(D(2026, 2, 13));
  for (const Date day : {D(2026, 2, 2), D(2026, 2, 3), D(2026, 2, 4), D(2026, 2, 5)}) b.Miss(day, 4);
  EXPECT_EQ(Lines(b.Outcome()).back(), "16u 2026-02-02..2026-02-05 960 uiterlijk 2026-02-12");
}

// ---- long absence

// The fourth week runs from a Friday to a Thursday and has no lesdag at all. The Thursday before it is a lesdag of
// the school, though not of this pupil, so that the absence is not yet long on the Wednesday.
TEST(LongAbsence, TheLastLesdagBeforeAWeekWithoutAnyIsWaitedFor) {
  PupilBuilder b;
  b.SetCalendar({Regio::kMidden, {}, {D(2026, 1, 30), D(2026, 2, 2), D(2026, 2, 3), D(2026, 2, 4), D(2026, 2, 5)}});
  for (Date day = D(2026, 1, 9); day <= D(2026, 2, 6); ++day) {
    if (b.calendar().IsLesdag(day) && day.IsoWeekday() != 4) b.DueOn(day, 6);
  }
  b.Away(D(2026, 1, 9), D(2026, 2, 6)).Peildatum(D(2026, 2, 6));
  StringList established;
  for (const Melding& m : b.Outcome().meldingen) {
    if (m.soort == MeldingSoort::kLrv) established.push_back(ToIso(m.meldbaar_vanaf));
  }
  EXPECT_EQ(established, StringList{"2026-02-06"});
}

// Sixteen hours that are full on the very first day of an absence: an excused day broke it, and that is said.
TEST(LongAbsence, ThatItWasBrokenIsSaidFromItsFirstDayOn) {
  PupilBuilder b;
  b.Due(D(2026, 1, 1), D(2026, 2, 6)).Peildatum(D(2026, 2, 6));
  b.DueOn(D(2025, 12, 17), 9).Miss(D(2025, 12, 17), 8);
  b.Away(D(2026, 1, 5), D(2026, 1, 20)).Away(D(2026, 1, 21), D(2026, 1, 21), ReasonClass::kZiekte);
  b.Away(D(2026, 1, 22), D(2026, 2, 6));
  const Melding first = b.Outcome().meldingen.at(0);
  EXPECT_EQ(first.einddatum, D(2026, 1, 5));
  EXPECT_EQ(DetailOf(first, LetOpCode::kLrvOnderbroken), "2026-01-21");
}

TEST(LongAbsence, ItsEndIsTheDayBeforeTheEighteenthBirthdayThoughItLastedOneDayMore) {
  PupilBuilder b;
  b.pupil().geboortedatum = D(2007, 10, 6);  // a Monday when eighteen
  b.Due(D(2025, 9, 1), D(2025, 10, 10), 6).Away(D(2025, 9, 8), D(2025, 10, 6));
  StringList ends;
  for (const Melding& m : b.Outcome().meldingen) {
    if (m.soort == MeldingSoort::kLrv) ends.push_back(ToIso(m.einddatum.value()));
  }
  EXPECT_EQ(ends, StringList{"2025-10-05"});
}

// Option na_laatste_16u: it begins the day after the last sixteen hours before it; those may lie on its first day,
// and those of the day on which it is established come too late.
TEST(LongAbsence, ItBeginsAfterTheLastSixteenHoursBeforeIt) {
  PupilBuilder b;
  b.options().lrv_begin = LrvBegin::kNaLaatste16u;
  b.Due(D(2025, 9, 1), D(2025, 10, 10)).Away(D(2025, 9, 1), D(2025, 9, 26)).Peildatum(D(2025, 9, 26));
  EXPECT_EQ(Lines(b.Outcome()).back(), "lrv 2025-09-25.. 960 uiterlijk 2025-10-03");

  PupilBuilder c;
  c.options().lrv_begin = LrvBegin::kNaLaatste16u;
  c.options().drempel_minuten = 30 * 60;
  c.Due(D(2025, 9, 1), D(2025, 10, 10), 1).Away(D(2025, 9, 8), D(2025, 10, 3)).Peildatum(D(2025, 10, 3));
  c.DueOn(D(2025, 9, 6), 30).Miss(D(2025, 9, 6), 29);
  EXPECT_EQ(Lines(c.Outcome()).back(), "lrv 2025-09-09.. 1140 uiterlijk 2025-10-10");
}

// ---- weekly pace

TEST(WeeklyPace, TheLastDayBeforeTheEighteenthBirthdayEndsTheRun) {
  PupilBuilder b;
  b.options().aaneengesloten = Aaneengesloten::kWekelijks;
  b.pupil().geboortedatum = D(2007, 9, 5);
  b.Due(D(2025, 9, 1), D(2025, 10, 10)).Away(D(2025, 9, 1), D(2025, 9, 5));
  EXPECT_EQ(Lines(b.Outcome()), (StringList{"16u 2025-09-01..2025-09-02 960 uiterlijk 2025-09-09",
                                            "16u 2025-09-03..2025-09-04 960 uiterlijk 2025-09-11"}));
}

// Held back by the pace, sixteen hours wait for a day of absence; a day at school is no end of them.
TEST(WeeklyPace, WhatWasHeldBackEndsOnADayOfAbsence) {
  PupilBuilder b;
  b.options().aaneengesloten = Aaneengesloten::kWekelijks;
  b.options().wekelijks_max = 0;
  b.Due(D(2025, 9, 1), D(2025, 10, 10)).Away(D(2025, 9, 1), D(2025, 9, 4)).Miss(D(2025, 9, 8), 1);
  EXPECT_EQ(Lines(b.Outcome()), (StringList{"16u 2025-09-01..2025-09-02 960 uiterlijk 2025-09-09",
                                            "16u 2025-09-03..2025-09-08 1020 uiterlijk 2025-09-15"}));
}

}  // namespace
}  // namespace verzuim::testing
