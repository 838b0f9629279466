// Every option of rule book B9: what changes when it changes, and that the default is the rule book's.
#include <gtest/gtest.h>

#include "tests/rules/pupil_builder.h"

namespace verzuim::testing {
namespace {

PupilBuilder AwayAllJanuary(Date last = D(2026, 2, 6)) {
  PupilBuilder b;
  b.Due(D(2026, 1, 5), last, 6).Away(D(2026, 1, 5), last).Peildatum(last);
  return b;
}

size_t Count(const PupilOutcome& outcome, MeldingSoort soort) {
  size_t n = 0;
  for (const Melding& m : outcome.meldingen) n += m.soort == soort ? 1 : 0;
  return n;
}

const Melding& Only(const PupilOutcome& outcome, MeldingSoort soort) {
  for (const Melding& m : outcome.meldingen) {
    if (m.soort == soort) return m;
  }
  ADD_FAILURE() << "no " << WireName(soort);
  static const Melding none{};
  return none;
}

TEST(Option, DrempelMinuten) {
  PupilBuilder b;
  b.options().drempel_minuten = 300;
  b.Due(D(2025, 9, 1), D(2025, 9, 26)).Miss(D(2025, 9, 1), 4);
  EXPECT_EQ(Lines(b.Outcome()), StringList{});
  b.Miss(D(2025, 9, 2), 1);
  EXPECT_EQ(Lines(b.Outcome()), StringList{"16u 2025-09-01..2025-09-02 300 uiterlijk 2025-09-09"});
}

TEST(Option, VensterLesweken) {
  PupilBuilder b;
  b.Due(D(2025, 9, 1), D(2025, 10, 10)).Miss(D(2025, 9, 1), 8).Miss(D(2025, 9, 29), 8);
  EXPECT_EQ(Lines(b.Outcome()), StringList{});
  b.options().venster_lesweken = 5;
  EXPECT_EQ(b.Outcome().meldingen.size(), 1U);
}

TEST(Option, VensterW4DiffersForPartWeekVacations) {
  PupilBuilder b;
  b.SetCalendar(CalendarConfig{std::nullopt, {{D(2025, 9, 10), D(2025, 9, 12)}}, {}});
  b.Due(D(2025, 9, 1), D(2025, 10, 10)).Miss(D(2025, 9, 1), 8).Miss(D(2025, 9, 29), 8);
  EXPECT_EQ(Lines(b.Outcome()), StringList{});
  b.options().venster = Venster::kW4;
  EXPECT_EQ(b.Outcome().meldingen.size(), 1U);
}

TEST(Option, VensterW1TellsWhereW2WasEarlier) {
  PupilBuilder b;
  b.options().venster = Venster::kW1;
  b.Due(D(2025, 9, 1), D(2025, 10, 17));
  b.Miss(D(2025, 9, 10), 8).Miss(D(2025, 10, 6), 8).Miss(D(2025, 10, 7), 8);
  const PupilOutcome outcome = b.Outcome();
  EXPECT_EQ(Lines(outcome), StringList{"16u 2025-10-06..2025-10-07 960 uiterlijk 2025-10-14"});
  EXPECT_EQ(DetailOf(outcome.meldingen[0], LetOpCode::kVensterW2), "2025-10-06");
}

TEST(Option, TeLaatVolNa) {
  PupilBuilder b;
  b.options().te_laat = TeLaat::kVolNa;
  b.options().te_laat_vol_na = 15;
  b.Due(D(2025, 9, 1), D(2025, 9, 26));
  for (Date d = D(2025, 9, 1); d <= D(2025, 9, 22); ++d) {
    if (b.calendar().IsLesdag(d)) b.Lesson(d, 60, 16, ReasonClass::kTeLaat, true);
  }
  EXPECT_EQ(Lines(b.Outcome()), StringList{"16u 2025-09-01..2025-09-22 960 uiterlijk 2025-09-29"});
  b.options().te_laat_vol_na = 16;
  EXPECT_EQ(Lines(b.Outcome()), StringList{});
}

TEST(Option, WekelijksMinDagenAndMax) {
  PupilBuilder b = AwayAllJanuary();
  b.options().aaneengesloten = Aaneengesloten::kWekelijks;
  EXPECT_EQ(Count(b.Outcome(), MeldingSoort::kZestienUur), 4U);
  b.options().wekelijks_min_dagen = 14;
  EXPECT_EQ(Count(b.Outcome(), MeldingSoort::kZestienUur), 2U);
  b.options().wekelijks_min_dagen = 7;
  b.options().wekelijks_max = 1;
  EXPECT_EQ(Count(b.Outcome(), MeldingSoort::kZestienUur), 2U);
}

TEST(Option, WekelijksSendsWhatIsReachedWhenTheRunEnds) {
  PupilBuilder b;
  b.options().aaneengesloten = Aaneengesloten::kWekelijks;
  b.Due(D(2026, 1, 5), D(2026, 1, 16), 6).Away(D(2026, 1, 5), D(2026, 1, 12)).Peildatum(D(2026, 1, 16));
  EXPECT_EQ(Lines(b.Outcome()).back(), "16u 2026-01-08..2026-01-12 1080 uiterlijk 2026-01-19");
  b.Peildatum(D(2026, 1, 12));  // not yet known to have ended
  EXPECT_EQ(b.Outcome().meldingen.size(), 1U);
}

TEST(Option, LrvWekenAndVergelijking) {
  PupilBuilder b = AwayAllJanuary();
  b.options().lrv_weken = 2;
  EXPECT_EQ(Only(b.Outcome(), MeldingSoort::kLrv).meldbaar_vanaf, D(2026, 1, 16));
  b.options().lrv_weken = 4;
  b.options().lrv_vergelijking = Vergelijking::kMeerDan;
  EXPECT_EQ(Only(b.Outcome(), MeldingSoort::kLrv).meldbaar_vanaf, D(2026, 2, 2));
  b.Peildatum(D(2026, 1, 30));
  EXPECT_EQ(Count(b.Outcome(), MeldingSoort::kLrv), 0U);
}

TEST(Option, LrvKlokKalender28) {
  PupilBuilder b;
  b.options().lrv_klok = Klok::kKalender28;
  // A whole free week that is no vacation: not a lesweek, but 7 calendar days.
  b.SetCalendar(CalendarConfig{
      Regio::kMidden, {}, {D(2026, 1, 12), D(2026, 1, 13), D(2026, 1, 14), D(2026, 1, 15), D(2026, 1, 16)}});
  b.Due(D(2026, 1, 5), D(2026, 2, 13), 6).Away(D(2026, 1, 5), D(2026, 2, 13)).Peildatum(D(2026, 2, 13));
  EXPECT_EQ(Only(b.Outcome(), MeldingSoort::kLrv).meldbaar_vanaf, D(2026, 1, 30));
  b.options().lrv_klok = Klok::kLesweken;
  EXPECT_EQ(Only(b.Outcome(), MeldingSoort::kLrv).meldbaar_vanaf, D(2026, 2, 6));
}

TEST(Option, LrvBeginNaLaatste16u) {
  PupilBuilder b = AwayAllJanuary();
  b.options().lrv_begin = LrvBegin::kNaLaatste16u;
  const PupilOutcome outcome = b.Outcome();
  const Melding& lrv = Only(outcome, MeldingSoort::kLrv);
  EXPECT_EQ(lrv.begindatum, D(2026, 1, 29));  // the last melding of sixteen hours ended on 28 January
  EXPECT_EQ(lrv.regels.front().date, D(2026, 1, 29));
}

TEST(Option, LrvNa16u) {
  PupilBuilder b = AwayAllJanuary();
  b.options().lrv_na_16u = false;
  EXPECT_EQ(Count(b.Outcome(), MeldingSoort::kZestienUur), 0U);
  EXPECT_EQ(Count(b.Outcome(), MeldingSoort::kLrv), 1U);
  b.Peildatum(D(2026, 1, 29));  // not long yet: the sixteen hours are due
  EXPECT_EQ(Count(b.Outcome(), MeldingSoort::kZestienUur), 6U);
}

TEST(Option, RmcWekenAndKlok) {
  PupilBuilder b = AwayAllJanuary();
  b.pupil().geboortedatum = D(2006, 5, 1);
  EXPECT_EQ(Only(b.Outcome(), MeldingSoort::kRmc).meldbaar_vanaf, D(2026, 1, 30));
  b.options().rmc_weken = 2;
  EXPECT_EQ(Only(b.Outcome(), MeldingSoort::kRmc).meldbaar_vanaf, D(2026, 1, 16));
  b.options().rmc_klok = Klok::kKalender28;
  EXPECT_EQ(Only(b.Outcome(), MeldingSoort::kRmc).meldbaar_vanaf, D(2026, 1, 16));
}

TEST(Option, Melding18Plus) {
  PupilBuilder b = AwayAllJanuary();
  b.pupil().geboortedatum = D(2008, 1, 8);
  EXPECT_EQ(Count(b.Outcome(), MeldingSoort::kZestienUur18Plus), 0U);
  b.options().melding_18plus = true;
  const PupilOutcome outcome = b.Outcome();
  // Three days before the birthday make the melding under leerplicht; the adult count begins on the birthday.
  EXPECT_EQ(Lines(outcome)[0], "16u 2026-01-05..2026-01-07 1080 uiterlijk 2026-01-14");
  EXPECT_EQ(Lines(outcome)[1], "16u_18plus 2026-01-08..2026-01-12 1080 uiterlijk 2026-01-19");
  EXPECT_EQ(DetailOf(outcome.meldingen[1], LetOpCode::kLeeftijdGrens), "2026-01-08");
  for (const Melding& m : outcome.meldingen) {
    EXPECT_TRUE(m.soort != MeldingSoort::kZestienUur18Plus || *m.einddatum <= D(2026, 1, 30));
  }
  b.pupil().startkwalificatie_sinds = D(2025, 7, 1);
  EXPECT_EQ(b.Outcome().meldingen.size(), 0U);
}

TEST(Option, LuxeTeltMee) {
  PupilBuilder b;
  b.Due(D(2025, 9, 1), D(2025, 9, 26), 8).Away(D(2025, 9, 1), D(2025, 9, 2), ReasonClass::kLuxe);
  EXPECT_EQ(Lines(b.Outcome()), StringList{"luxe 2025-09-01..2025-09-02 960 uiterlijk 2025-09-08"});
  b.options().luxe_telt_mee = true;
  EXPECT_EQ(Lines(b.Outcome()), (StringList{"luxe 2025-09-01..2025-09-02 960 uiterlijk 2025-09-08",
                                            "16u 2025-09-01..2025-09-02 960 uiterlijk 2025-09-09"}));
}

TEST(Option, TermijnWerkdagenAndVanaf) {
  PupilBuilder b;
  b.Due(D(2025, 9, 1), D(2025, 9, 26), 8).Away(D(2025, 9, 1), D(2025, 9, 2)).Peildatum(D(2025, 9, 26));
  b.options().termijn_werkdagen = 0;
  EXPECT_EQ(b.Outcome().meldingen[0].uiterste_datum, D(2025, 9, 2));
  b.options().termijn_werkdagen = 5;
  b.options().termijn_vanaf = TermijnVanaf::kRegistratie;
  EXPECT_EQ(b.Outcome().meldingen[0].uiterste_datum, D(2025, 10, 3));
}

TEST(Option, HerstartSchooljaar) {
  PupilBuilder b;
  b.Due(D(2026, 7, 1), D(2026, 9, 18)).Miss(D(2026, 7, 14), 8).Miss(D(2026, 9, 1), 8).Peildatum(D(2026, 9, 18));
  const PupilOutcome across = b.Outcome();
  EXPECT_EQ(Lines(across), StringList{"16u 2026-07-14..2026-09-01 960 uiterlijk 2026-09-08"});
  EXPECT_TRUE(Has(across.meldingen[0], LetOpCode::kSchooljaargrens));
  b.options().herstart_schooljaar = true;
  EXPECT_EQ(Lines(b.Outcome()), StringList{});
}

TEST(Option, DefaultsAreThoseOfTheRuleBook) {
  const Options vo = DefaultOptions(Profiel::kVo);
  EXPECT_EQ(vo, Options{});
  EXPECT_EQ(DefaultOptions(Profiel::kPo).uur, Uur::kKlokuur);
  EXPECT_EQ(DefaultOptions(Profiel::kMbo).uur, Uur::kLesuur);
  EXPECT_EQ(DefaultOptions(Profiel::kBes).drempel_vergelijking, Vergelijking::kMeerDan);
}

TEST(LetOpVakanties, UnknownVacationsAreTold) {
  PupilBuilder b;
  b.SetCalendar(CalendarConfig{});
  b.Due(D(2025, 9, 1), D(2025, 9, 26)).Away(D(2025, 9, 1), D(2025, 9, 2));
  EXPECT_TRUE(Has(b.Outcome().meldingen.at(0), LetOpCode::kVakantiesOnbekend));
}

}  // namespace
}  // namespace verzuim::testing
