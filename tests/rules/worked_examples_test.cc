// The 24 worked examples of rule book B11, straight on the facts of one pupil.
#include <gtest/gtest.h>

#include "tests/rules/pupil_builder.h"

namespace verzuim::testing {
namespace {

// The absences of example 1; the others vary on them.
PupilBuilder Scattered() {
  PupilBuilder b;
  b.Due(D(2025, 9, 1), D(2025, 10, 17));
  b.Miss(D(2025, 9, 1), 3)
      .Miss(D(2025, 9, 4), 2)
      .Miss(D(2025, 9, 9), 4)
      .Miss(D(2025, 9, 12), 3)
      .Miss(D(2025, 9, 17), 2);
  return b;
}

TEST(WorkedExample, Nr1ScatteredHours) {
  PupilBuilder b = Scattered();
  b.Miss(D(2025, 9, 22), 2);
  const PupilOutcome outcome = b.Outcome();
  EXPECT_EQ(Lines(outcome), StringList{"16u 2025-09-01..2025-09-22 960 uiterlijk 2025-09-29"});
  EXPECT_EQ(outcome.meldingen[0].regels.size(), 16U);
  EXPECT_EQ(outcome.meldingen[0].meldbaar_vanaf, D(2025, 9, 22));
  EXPECT_EQ(outcome.meldingen[0].volgnummer, 1);
  EXPECT_EQ(outcome.meldingen[0].rule->id, "lpw.21a.1");
  EXPECT_FALSE(outcome.meldingen[0].alle_lessen_gemist);
}

TEST(WorkedExample, Nr2FifteenHours) {
  PupilBuilder b = Scattered();
  b.Miss(D(2025, 9, 22), 1);
  EXPECT_EQ(Lines(b.Outcome()), StringList{});
}

TEST(WorkedExample, Nr3AutumnVacationStopsTheClock) {
  PupilBuilder b(Profiel::kVo, Regio::kNoord);
  b.Due(D(2025, 10, 1), D(2025, 11, 28));
  b.Miss(D(2025, 10, 6), 5).Miss(D(2025, 10, 15), 4).Miss(D(2025, 10, 29), 4).Miss(D(2025, 11, 7), 3);
  EXPECT_EQ(Lines(b.Outcome()), StringList{"16u 2025-10-06..2025-11-07 960 uiterlijk 2025-11-14"});
}

TEST(WorkedExample, Nr4SameDatesInZuid) {
  PupilBuilder b(Profiel::kVo, Regio::kZuid);
  EXPECT_FALSE(b.calendar().IsLesdag(D(2025, 10, 15)));
  // The register rejects the lessons of a vacation day; the rest is twelve hours.
  b.Due(D(2025, 10, 1), D(2025, 11, 28));
  b.Miss(D(2025, 10, 6), 5).Miss(D(2025, 10, 29), 4).Miss(D(2025, 11, 7), 3);
  EXPECT_EQ(Lines(b.Outcome()), StringList{});
}

TEST(WorkedExample, Nr5Christmas) {
  PupilBuilder b;
  b.Due(D(2025, 12, 1), D(2026, 1, 30));
  b.Miss(D(2025, 12, 4), 4).Miss(D(2025, 12, 17), 5).Miss(D(2026, 1, 7), 4).Miss(D(2026, 1, 13), 3);
  const PupilOutcome outcome = b.Outcome();
  EXPECT_EQ(Lines(outcome), StringList{"16u 2025-12-04..2026-01-13 960 uiterlijk 2026-01-20"});
  EXPECT_EQ(DetailOf(outcome.meldingen[0], LetOpCode::kVensterW1), "780");  // thirteen hours
  b.options().venster = Venster::kW1;
  EXPECT_EQ(Lines(b.Outcome()), StringList{});
}

TEST(WorkedExample, Nr6WindowEdge) {
  PupilBuilder a;
  a.Due(D(2025, 9, 1), D(2025, 10, 17));
  a.Miss(D(2025, 9, 10), 4).Miss(D(2025, 9, 17), 4).Miss(D(2025, 9, 24), 4).Miss(D(2025, 10, 7), 4);
  const PupilOutcome outcome = a.Outcome();
  EXPECT_EQ(Lines(outcome), StringList{"16u 2025-09-10..2025-10-07 960 uiterlijk 2025-10-14"});
  EXPECT_EQ(DetailOf(outcome.meldingen[0], LetOpCode::kVensterW1), "720");
  a.options().venster = Venster::kW1;
  EXPECT_EQ(Lines(a.Outcome()), StringList{});

  PupilBuilder b;
  b.Due(D(2025, 9, 1), D(2025, 10, 17));
  b.Miss(D(2025, 9, 10), 4).Miss(D(2025, 9, 17), 4).Miss(D(2025, 9, 24), 4).Miss(D(2025, 10, 8), 4);
  EXPECT_EQ(Lines(b.Outcome()), StringList{});
}

TEST(WorkedExample, Nr7SlidingNotTumbling) {
  for (const Venster venster : {Venster::kW1, Venster::kW2}) {
    PupilBuilder b;
    b.options().venster = venster;
    b.Due(D(2025, 9, 1), D(2025, 10, 17));
    b.Miss(D(2025, 9, 1), 6).Miss(D(2025, 9, 11), 5).Miss(D(2025, 9, 29), 4).Miss(D(2025, 10, 2), 7);
    const PupilOutcome outcome = b.Outcome();
    EXPECT_EQ(Lines(outcome), StringList{"16u 2025-09-11..2025-10-02 960 uiterlijk 2025-10-09"});
    EXPECT_FALSE(Has(outcome.meldingen[0], LetOpCode::kVensterW1));
    EXPECT_FALSE(Has(outcome.meldingen[0], LetOpCode::kVensterW2));
  }
}

TEST(WorkedExample, Nr8FollowUpAndDroppedSurplus) {
  PupilBuilder b = Scattered();
  b.Miss(D(2025, 9, 22), 4);
  b.Miss(D(2025, 9, 23), 4)
      .Miss(D(2025, 9, 25), 4)
      .Miss(D(2025, 9, 30), 4)
      .Miss(D(2025, 10, 2), 3)
      .Miss(D(2025, 10, 3), 1);
  const PupilOutcome outcome = b.Outcome();
  EXPECT_EQ(Lines(outcome), (StringList{"16u 2025-09-01..2025-09-22 1080 uiterlijk 2025-09-29",
                                        "16u 2025-09-23..2025-10-03 960 uiterlijk 2025-10-10"}));
  EXPECT_EQ(outcome.meldingen[1].volgnummer, 2);
}

TEST(WorkedExample, Nr9TwoMeldingenInsideFourWeeks) {
  PupilBuilder b;
  b.Due(D(2026, 1, 5), D(2026, 2, 13));
  b.Miss(D(2026, 1, 12), 7).Miss(D(2026, 1, 13), 7).Miss(D(2026, 1, 14), 6);
  b.Miss(D(2026, 1, 19), 6).Miss(D(2026, 1, 21), 6).Miss(D(2026, 1, 22), 4);
  EXPECT_EQ(Lines(b.Outcome()), (StringList{"16u 2026-01-12..2026-01-14 1200 uiterlijk 2026-01-21",
                                            "16u 2026-01-19..2026-01-22 960 uiterlijk 2026-01-29"}));
}

TEST(WorkedExample, Nr10SicknessDoesNotCount) {
  PupilBuilder b;
  b.Due(D(2025, 9, 1), D(2025, 10, 17));
  b.Miss(D(2025, 9, 1), 3).Miss(D(2025, 9, 4), 2).Miss(D(2025, 9, 9), 4, ReasonClass::kZiekte);
  b.Miss(D(2025, 9, 12), 3).Miss(D(2025, 9, 17), 2).Miss(D(2025, 9, 22), 2);
  EXPECT_EQ(Lines(b.Outcome()), StringList{});
}

TEST(WorkedExample, Nr11LessonHoursAndClockHours) {
  const auto sixteen_lessons = [](Uur uur, int lessons) {
    PupilBuilder b;
    b.options().uur = uur;
    b.Due(D(2025, 9, 1), D(2025, 9, 12), 8, 50);
    for (Date d = D(2025, 9, 1); lessons > 0; ++d) {
      if (!b.calendar().IsLesdag(d)) continue;
      b.Miss(d, std::min(lessons, 2));
      lessons -= 2;
    }
    return b.Outcome();
  };
  const PupilOutcome les = sixteen_lessons(Uur::kLesuur, 16);
  EXPECT_EQ(Lines(les), StringList{"16u 2025-09-01..2025-09-10 960 uiterlijk 2025-09-17"});
  EXPECT_EQ(DetailOf(les.meldingen[0], LetOpCode::kKlokuur), "800");
  EXPECT_EQ(Lines(sixteen_lessons(Uur::kKlokuur, 16)), StringList{});
  const PupilOutcome klok = sixteen_lessons(Uur::kKlokuur, 20);
  EXPECT_EQ(Lines(klok), StringList{"16u 2025-09-01..2025-09-12 1000 uiterlijk 2025-09-19"});
  EXPECT_EQ(DetailOf(klok.meldingen[0], LetOpCode::kLesuur), "2025-09-10");

  const auto primary = [](int last_day_minutes) {
    PupilBuilder b(Profiel::kPo);
    b.pupil().geboortedatum = D(2016, 3, 15);
    b.Due(D(2025, 9, 1), D(2025, 9, 12), 1, 330);
    b.Lesson(D(2025, 9, 1), 330, 330).Lesson(D(2025, 9, 2), 330, 330).Lesson(D(2025, 9, 3), 330, last_day_minutes);
    return Lines(b.Outcome());
  };
  EXPECT_EQ(primary(300), StringList{"16u 2025-09-01..2025-09-03 960 uiterlijk 2025-09-10"});
  EXPECT_EQ(primary(299), StringList{});
}

TEST(WorkedExample, Nr12Late) {
  const auto late = [](TeLaat rule, Uur uur) {
    PupilBuilder b;
    b.options().te_laat = rule;
    b.options().uur = uur;
    b.Due(D(2025, 9, 1), D(2025, 9, 26), 8, 50);
    for (Date d = D(2025, 9, 1); d <= D(2025, 9, 26); ++d) {
      if (b.calendar().IsLesdag(d)) b.Lesson(d, 50, 10, ReasonClass::kTeLaat, true);
    }
    return Lines(b.Outcome());
  };
  EXPECT_EQ(late(TeLaat::kMinuten, Uur::kLesuur), StringList{});
  EXPECT_EQ(late(TeLaat::kMinuten, Uur::kKlokuur), StringList{});
  EXPECT_EQ(late(TeLaat::kEenUur, Uur::kLesuur), StringList{"16u 2025-09-01..2025-09-22 960 uiterlijk 2025-09-29"});
  EXPECT_EQ(late(TeLaat::kGeen, Uur::kLesuur), StringList{});
}

// Midden, six hours a day, away from all lessons from Monday 5 January 2026.
PupilBuilder AwayFromJanuary(Date last) {
  PupilBuilder b;
  b.Due(D(2026, 1, 5), last, 6);
  b.Peildatum(last);
  return b;
}

TEST(WorkedExample, Nr13ContinuousAbsenceStrict) {
  PupilBuilder b = AwayFromJanuary(D(2026, 2, 6));
  b.Away(D(2026, 1, 5), D(2026, 2, 6));
  const PupilOutcome outcome = b.Outcome();
  EXPECT_EQ(Lines(outcome), (StringList{"16u 2026-01-05..2026-01-07 1080 uiterlijk 2026-01-14",
                                        "16u 2026-01-08..2026-01-12 1080 uiterlijk 2026-01-19",
                                        "16u 2026-01-13..2026-01-15 1080 uiterlijk 2026-01-22",
                                        "16u 2026-01-16..2026-01-20 1080 uiterlijk 2026-01-27",
                                        "16u 2026-01-21..2026-01-23 1080 uiterlijk 2026-01-30",
                                        "16u 2026-01-26..2026-01-28 1080 uiterlijk 2026-02-04",
                                        "lrv 2026-01-05.. 9000 uiterlijk 2026-02-06"}));
  const Melding& lrv = outcome.meldingen.back();
  EXPECT_EQ(lrv.meldbaar_vanaf, D(2026, 1, 30));
  EXPECT_TRUE(lrv.alle_lessen_gemist);
  EXPECT_TRUE(Has(lrv, LetOpCode::kLrvLoopt));
  EXPECT_TRUE(Has(outcome.meldingen[1], LetOpCode::kWekelijksMag));
  EXPECT_FALSE(Has(outcome.meldingen[0], LetOpCode::kWekelijksMag));
}

TEST(WorkedExample, Nr13ContinuousAbsenceWeekly) {
  PupilBuilder b = AwayFromJanuary(D(2026, 2, 6));
  b.options().aaneengesloten = Aaneengesloten::kWekelijks;
  b.Away(D(2026, 1, 5), D(2026, 2, 6));
  EXPECT_EQ(Lines(b.Outcome()), (StringList{"16u 2026-01-05..2026-01-07 1080 uiterlijk 2026-01-14",
                                            "16u 2026-01-08..2026-01-14 1800 uiterlijk 2026-01-21",
                                            "16u 2026-01-15..2026-01-21 1800 uiterlijk 2026-01-28",
                                            "16u 2026-01-22..2026-01-28 1800 uiterlijk 2026-02-04",
                                            "lrv 2026-01-05.. 9000 uiterlijk 2026-02-06"}));
}

TEST(WorkedExample, Nr14LongAbsenceOverChristmas) {
  PupilBuilder b;
  b.Due(D(2025, 12, 1), D(2026, 1, 23), 5);
  b.Peildatum(D(2026, 1, 23));
  b.Away(D(2025, 12, 8), D(2026, 1, 23));
  const PupilOutcome outcome = b.Outcome();
  EXPECT_EQ(Lines(outcome).front(), "16u 2025-12-08..2025-12-11 1200 uiterlijk 2025-12-18");
  EXPECT_EQ(outcome.meldingen.back().soort, MeldingSoort::kLrv);
  EXPECT_EQ(outcome.meldingen.back().meldbaar_vanaf, D(2026, 1, 16));
  EXPECT_EQ(outcome.meldingen.back().uiterste_datum, D(2026, 1, 23));

  PupilBuilder wednesday;
  wednesday.Due(D(2025, 12, 1), D(2026, 1, 23), 5);
  wednesday.Peildatum(D(2026, 1, 23));
  wednesday.Away(D(2025, 12, 10), D(2026, 1, 23));
  EXPECT_EQ(wednesday.Outcome().meldingen.back().meldbaar_vanaf, D(2026, 1, 20));
}

TEST(WorkedExample, Nr15LongAbsenceBroken) {
  PupilBuilder b = AwayFromJanuary(D(2026, 2, 27));
  b.Away(D(2026, 1, 5), D(2026, 1, 20)).Miss(D(2026, 1, 21), 5).Away(D(2026, 1, 22), D(2026, 2, 27));
  const PupilOutcome outcome = b.Outcome();
  StringList lrv;
  for (const Melding& m : outcome.meldingen) {
    if (m.soort == MeldingSoort::kLrv) lrv.push_back(ToIso(m.begindatum) + " " + ToIso(m.meldbaar_vanaf));
  }
  EXPECT_EQ(lrv, StringList{"2026-01-22 2026-02-25"});
  EXPECT_EQ(Lines(outcome)[4], "16u 2026-01-21..2026-01-23 1020 uiterlijk 2026-01-30");
}

TEST(WorkedExample, Nr16EighteenthBirthday) {
  PupilBuilder b(Profiel::kMbo);
  b.pupil().geboortedatum = D(2008, 1, 21);
  b.Due(D(2026, 1, 5), D(2026, 2, 13));
  b.Miss(D(2026, 1, 12), 5).Miss(D(2026, 1, 15), 5).Miss(D(2026, 1, 20), 4).Miss(D(2026, 1, 21), 4);
  EXPECT_EQ(Lines(b.Outcome()), StringList{});
  b.pupil().geboortedatum = D(2008, 1, 22);  // one day younger
  EXPECT_EQ(Lines(b.Outcome()), StringList{"16u 2026-01-12..2026-01-21 1080 uiterlijk 2026-01-28"});
  EXPECT_EQ(b.Outcome().meldingen[0].rule->id, "lpw.21a.2");
  EXPECT_TRUE(Has(b.Outcome().meldingen[0], LetOpCode::kAlleenLestijd));
}

TEST(WorkedExample, Nr17Doorstroompunt) {
  PupilBuilder b(Profiel::kMbo, Regio::kNoord);
  b.pupil().geboortedatum = D(2006, 5, 1);
  b.Due(D(2026, 3, 2), D(2026, 3, 27), 6);
  b.Peildatum(D(2026, 3, 27));
  b.Away(D(2026, 3, 2), D(2026, 3, 27));
  const PupilOutcome outcome = b.Outcome();
  EXPECT_EQ(Lines(outcome), StringList{"rmc 2026-03-02.. 7200 uiterlijk 2026-04-03"});
  EXPECT_EQ(outcome.meldingen[0].meldbaar_vanaf, D(2026, 3, 27));
  EXPECT_EQ(outcome.meldingen[0].rule->id, "rmc.web.9.2.2");
  b.options().feestdagen = Feestdagen::kAlgemeneTermijnenwet;
  EXPECT_EQ(b.Outcome().meldingen[0].uiterste_datum, D(2026, 4, 7));
  b.pupil().startkwalificatie_sinds = D(2024, 7, 1);
  EXPECT_EQ(Lines(b.Outcome()), StringList{});
}

// The rule book rests on the text of 2017 (younger than 23). WEB art. 9.2.1 says 27 since 1 January 2026.
TEST(WorkedExample, Nr17AgeBoundOfTheDoorstroompunt) {
  const auto born = [](Date birth, Date first) {
    PupilBuilder b(Profiel::kMbo, Regio::kNoord);
    b.pupil().geboortedatum = birth;
    b.Due(first, first + 25, 6);
    b.Peildatum(first + 25);
    b.Away(first, first + 25);
    return b.Outcome().meldingen.size();
  };
  EXPECT_EQ(born(D(2002, 11, 4), D(2025, 11, 3)), 0U);  // 23 in 2025
  EXPECT_EQ(born(D(2002, 12, 1), D(2025, 11, 3)), 1U);  // 22 in 2025
  EXPECT_EQ(born(D(2003, 1, 1), D(2026, 3, 2)), 1U);    // 23 in 2026
  EXPECT_EQ(born(D(1999, 3, 2), D(2026, 3, 2)), 0U);    // 27 on the first day
}

TEST(WorkedExample, Nr18Startkwalificatie) {
  PupilBuilder b;
  b.pupil().geboortedatum = D(2008, 10, 1);
  b.Due(D(2026, 1, 5), D(2026, 2, 13));
  for (int day = 12; day <= 16; ++day) b.Miss(D(2026, 1, day), 3).Miss(D(2026, 1, day + 7), 3);
  EXPECT_EQ(Lines(b.Outcome()), StringList{"16u 2026-01-12..2026-01-19 1080 uiterlijk 2026-01-26"});  // vmbo-tl only
  b.pupil().startkwalificatie_sinds = D(2025, 7, 4);                                                  // havo
  EXPECT_EQ(Lines(b.Outcome()), StringList{});
}

PupilBuilder FiveYearOld() {
  PupilBuilder b(Profiel::kPo);
  b.pupil().geboortedatum = D(2020, 9, 14);
  b.Due(D(2025, 9, 1), D(2025, 10, 17), 1, 330);
  b.Lesson(D(2025, 9, 29), 330, 330).Lesson(D(2025, 9, 30), 330, 330);
  return b;
}

TEST(WorkedExample, Nr19FiveYearOld) {
  PupilBuilder b = FiveYearOld();
  b.Lesson(D(2025, 10, 1), 330, 330).Lesson(D(2025, 10, 2), 330, 330).Lesson(D(2025, 10, 3), 330, 300);
  const PupilOutcome outcome = b.Outcome();
  EXPECT_EQ(Lines(outcome), StringList{"16u 2025-10-01..2025-10-03 960 uiterlijk 2025-10-10"});
  EXPECT_EQ(DetailOf(outcome.meldingen[0], LetOpCode::kLeerplichtBegin), "2025-10-01");

  PupilBuilder notified = FiveYearOld();  // five hours of the week under article 11a
  notified.Lesson(D(2025, 10, 1), 300, 300, ReasonClass::kVijfjarige).Lesson(D(2025, 10, 1), 30, 30);
  notified.Lesson(D(2025, 10, 2), 330, 330).Lesson(D(2025, 10, 3), 330, 300);
  EXPECT_EQ(Lines(notified.Outcome()), StringList{});
}

TEST(WorkedExample, Nr20Luxe) {
  PupilBuilder b(Profiel::kPo);
  b.pupil().geboortedatum = D(2016, 3, 15);
  b.Due(D(2025, 9, 1), D(2025, 11, 14), 1, 330);
  b.Away(D(2025, 10, 13), D(2025, 10, 17), ReasonClass::kLuxe);
  EXPECT_EQ(Lines(b.Outcome()), StringList{"luxe 2025-10-13..2025-10-17 1650 uiterlijk 2025-10-20"});

  PupilBuilder one_day(Profiel::kPo);
  one_day.pupil().geboortedatum = D(2016, 3, 15);
  one_day.Due(D(2025, 9, 1), D(2025, 11, 14), 1, 330);
  one_day.Away(D(2025, 10, 17), D(2025, 10, 17), ReasonClass::kLuxe);
  EXPECT_EQ(Lines(one_day.Outcome()), StringList{"luxe 2025-10-17..2025-10-17 330 uiterlijk 2025-10-24"});
}

TEST(WorkedExample, Nr21Deadline) {
  const auto due = [](Date end, Feestdagen feestdagen, bool skip) {
    PupilBuilder b;
    b.options().feestdagen = feestdagen;
    b.options().termijn_slaat_vakantie_over = skip;
    b.Due(end - 14, end, 16);
    b.Miss(end, 16);
    return b.Outcome().meldingen.at(0).uiterste_datum;
  };
  EXPECT_EQ(due(D(2026, 4, 2), Feestdagen::kMinimaal, false), D(2026, 4, 10));
  EXPECT_EQ(due(D(2026, 4, 2), Feestdagen::kAlgemeneTermijnenwet, false), D(2026, 4, 13));
  EXPECT_EQ(due(D(2025, 12, 19), Feestdagen::kMinimaal, false), D(2025, 12, 30));
  EXPECT_EQ(due(D(2025, 12, 19), Feestdagen::kMinimaal, true), D(2026, 1, 9));
  EXPECT_EQ(due(D(2026, 5, 12), Feestdagen::kMinimaal, false), D(2026, 5, 20));
}

TEST(WorkedExample, Nr22CaribbeanNetherlands) {
  const auto bonaire = [](int extra) {
    PupilBuilder b(Profiel::kBes);
    b.Due(D(2025, 9, 1), D(2025, 9, 26), 8);
    b.Miss(D(2025, 9, 1), 8).Miss(D(2025, 9, 2), 7).Lesson(D(2025, 9, 3), 61, 60 + extra);
    return b.Outcome();
  };
  EXPECT_EQ(Lines(bonaire(0)), StringList{});
  EXPECT_EQ(Lines(bonaire(1)), StringList{"16u 2025-09-01..2025-09-03 961 uiterlijk 2025-09-10"});
  EXPECT_EQ(bonaire(1).meldingen[0].rule->id, "bes.33");
}

TEST(WorkedExample, Nr23NewSchool) {
  PupilBuilder b;
  b.pupil().inschrijvingen = {{D(2025, 8, 1), D(2025, 10, 3)}, {D(2025, 10, 6), std::nullopt}};
  b.Due(D(2025, 9, 1), D(2025, 10, 17));
  b.Miss(D(2025, 10, 2), 5).Miss(D(2025, 10, 3), 5).Miss(D(2025, 10, 7), 7);
  EXPECT_EQ(Lines(b.Outcome()), StringList{});
  b.pupil().inschrijvingen.clear();  // the same hours in one enrolment
  EXPECT_EQ(Lines(b.Outcome()), StringList{"16u 2025-10-02..2025-10-07 1020 uiterlijk 2025-10-14"});
}

TEST(WorkedExample, Nr24Schorsing) {
  PupilBuilder b;
  b.Due(D(2025, 9, 1), D(2025, 9, 26), 6);
  b.Away(D(2025, 9, 1), D(2025, 9, 3), ReasonClass::kSchorsing);
  b.Miss(D(2025, 9, 8), 5).Miss(D(2025, 9, 9), 5).Miss(D(2025, 9, 10), 5);
  EXPECT_EQ(Lines(b.Outcome()), StringList{});
}

}  // namespace
}  // namespace verzuim::testing
