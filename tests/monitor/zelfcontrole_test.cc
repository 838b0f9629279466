#include "core/monitor/zelfcontrole.h"

#include <gtest/gtest.h>

#include "core/monitor/cijfers.h"
#include "core/rules/lpw/articles.h"
#include "tests/monitor/school_for_test.h"

namespace verzuim {
namespace {

using testing::D;
using testing::TestPupil;

class ZelfcontroleTest : public ::testing::Test {
 protected:
  RuleContext Context(Date peildatum, Profiel profiel = Profiel::kVo) const {
    return {calendar_, options_, profiel, peildatum};
  }
  Zelfcontrole Check(const std::vector<TestPupil>& pupils, Date peildatum,
                     const std::vector<MeldingFeit>& meldingen = {}, bool verzonden_bekend = false) const {
    ZelfcontroleTeller teller(Context(peildatum));
    for (uint32_t i = 0; i < pupils.size(); ++i) teller.Add(i, pupils[i].View());
    return teller.Finish(meldingen, verzonden_bekend);
  }
  static const Bevinding& Find(const Zelfcontrole& z, std::string_view code) {
    const auto at = std::find_if(z.bevindingen.begin(), z.bevindingen.end(),
                                 [&](const Bevinding& bevinding) { return bevinding.code == code; });
    static const Bevinding kNone;
    EXPECT_NE(at, z.bevindingen.end()) << code;
    return at == z.bevindingen.end() ? kNone : *at;
  }

  SchoolCalendar calendar_{CalendarConfig{Regio::kMidden, {}, {}}};
  Options options_ = DefaultOptions(Profiel::kVo);
};

MeldingFeit Melding16(uint32_t pupil, Date arose, Date term) {
  return {pupil, MeldingSoort::kZestienUur, 1, arose, arose, term, arose, false, std::nullopt};
}
MeldingFeit Lrv(uint32_t pupil, Date begin, Date arose, std::optional<Date> end) {
  return {pupil, MeldingSoort::kLrv, 1, begin, arose, arose + 7, end, false, std::nullopt};
}

TEST(Gemiddelde, OddEvenAndNothing) {
  EXPECT_EQ(GemiddeldeVan({}).aantal, 0);
  const Gemiddelde odd = GemiddeldeVan({4, 1, 2});
  EXPECT_EQ(odd.som, 7);
  EXPECT_EQ(odd.Tienden(), 23) << "2.333";
  EXPECT_EQ(odd.mediaan_tienden, 20);
  const Gemiddelde even = GemiddeldeVan({1, 2, 4, 9});
  EXPECT_EQ(even.Tienden(), 40);
  EXPECT_EQ(even.mediaan_tienden, 30);
  EXPECT_EQ(GemiddeldeVan({1, 2}).mediaan_tienden, 15);
  EXPECT_EQ(GemiddeldeVan({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}).Tienden(), 1)
      << "0.05 is 0.1";
}

// After two school days without explanation absence is explained too late: Monday, then Tuesday and Wednesday.
TEST_F(ZelfcontroleTest, UnexplainedBeforeOnAndAfterItsTerm) {
  TestPupil pupil;
  pupil.Due(D(2025, 9, 1), 2, 50).Miss(D(2025, 9, 1), 1, 50, 50, ReasonClass::kOnverklaard);
  pupil.Miss(D(2025, 9, 1), 2, 50, 50, ReasonClass::kZiekte);
  for (const auto& [peildatum, late] : {std::pair{D(2025, 9, 2), 0}, {D(2025, 9, 3), 1}, {D(2025, 9, 4), 1}}) {
    const Zelfcontrole z = Check({pupil}, peildatum);
    EXPECT_EQ(z.verzuim.lessen, 2);
    EXPECT_EQ(z.onverklaard, 1);
    EXPECT_EQ(z.te_lang, late) << ToIso(peildatum);
    EXPECT_EQ(Find(z, "verzuim_verklaard").in_orde, late == 0);
  }
}

TEST_F(ZelfcontroleTest, NoRowsIsNotTheSameAsNoAbsence) {
  TestPupil present, silent, unknown, gone;
  present.Due(D(2025, 9, 1), 1, 50);
  unknown.due.push_back({D(2025, 9, 1), {0}, 0, 0});
  unknown.Miss(D(2025, 9, 1), 1, 50, 50, ReasonClass::kZiekte);
  gone.pupil.inschrijvingen = {{D(2024, 8, 1), D(2025, 7, 31)}};
  const Zelfcontrole z = Check({present, silent, unknown, gone}, D(2025, 9, 30));
  ASSERT_EQ(z.zonder_regels.size(), 2u) << "who left before this year is not missed";
  EXPECT_EQ(z.zonder_regels[0].pupil, 1u);
  EXPECT_FALSE(z.zonder_regels[0].geen_lestijd);
  EXPECT_EQ(z.zonder_regels[1].pupil, 2u);
  EXPECT_TRUE(z.zonder_regels[1].geen_lestijd);
  EXPECT_EQ(Find(z, "regels_per_leerling").aantal, 2);
}

// Taken off the list on 14 November: looked at from the day after, of who is plichtig that day and is not back.
TEST_F(ZelfcontroleTest, WhoLeftWhileStillUnderTheDuty) {
  const Periode until = {D(2025, 8, 1), D(2025, 11, 14)};
  TestPupil gone, back, exempt, grown, graduate;
  for (TestPupil* pupil : {&gone, &back, &exempt, &grown, &graduate}) {
    pupil->pupil.geboortedatum = D(2011, 3, 15);
    pupil->pupil.inschrijvingen = {until};
    pupil->Due(D(2025, 9, 1), 1, 50);
  }
  back.pupil.inschrijvingen.push_back({D(2025, 12, 1), {}});
  exempt.pupil.vrijstellingen.resize(1);
  exempt.pupil.vrijstellingen[0].van = D(2025, 11, 15);
  grown.pupil.geboortedatum = D(2007, 11, 15);  // eighteen the day after
  graduate.pupil.geboortedatum = D(2008, 3, 15);
  graduate.pupil.startkwalificatie_sinds = D(2025, 7, 1);
  const std::vector<TestPupil> pupils = {gone, back, exempt, grown, graduate};
  EXPECT_TRUE(Find(Check(pupils, D(2025, 11, 14)), "uitschrijvingen").in_orde) << "still there";
  const Zelfcontrole z = Check(pupils, D(2025, 11, 15));
  ASSERT_EQ(z.uitschrijvingen.size(), 1u);
  EXPECT_EQ(z.uitschrijvingen[0].pupil, 0u);
  EXPECT_EQ(z.uitschrijvingen[0].laatste_dag, D(2025, 11, 14));
  EXPECT_EQ(Find(z, "uitschrijvingen").aantal, 1);
}

// The term ends on 8 September.
TEST_F(ZelfcontroleTest, MeldingenInTimeLateOpenAndPast) {
  MeldingFeit melding = Melding16(0, D(2025, 9, 1), D(2025, 9, 8));
  const auto outcome = [&](Date peildatum) { return Check({}, peildatum, {melding}, true).meldingen[0]; };
  EXPECT_EQ(outcome(D(2025, 9, 7)).uitkomst, TermijnUitkomst::kOpen);
  EXPECT_EQ(outcome(D(2025, 9, 8)).uitkomst, TermijnUitkomst::kOpen);
  EXPECT_EQ(outcome(D(2025, 9, 9)).uitkomst, TermijnUitkomst::kVerlopen);
  EXPECT_EQ(outcome(D(2025, 9, 9)).dagen_te_laat, 1);
  melding.verzonden = true;
  EXPECT_EQ(outcome(D(2025, 9, 30)).uitkomst, TermijnUitkomst::kVerzonden);
  EXPECT_EQ(outcome(D(2025, 9, 30)).dagen_te_laat, 0);
  for (const int day : {7, 8, 9}) {
    melding.verzonden_op = D(2025, 9, day);
    EXPECT_EQ(outcome(D(2025, 9, 30)).uitkomst, day > 8 ? TermijnUitkomst::kTeLaat : TermijnUitkomst::kTijdig);
    EXPECT_EQ(outcome(D(2025, 9, 30)).dagen_te_laat, day > 8 ? 1 : 0);
  }
  EXPECT_EQ(Check({}, D(2026, 9, 1), {melding}, true).meldingen.size(), 0u) << "of another school year";
}

TEST_F(ZelfcontroleTest, TheYearInFigures) {
  MeldingFeit sent = Melding16(0, D(2025, 9, 1), D(2025, 9, 8));
  sent.verzonden = true;
  sent.verzonden_op = D(2025, 9, 4);
  const std::vector<MeldingFeit> meldingen = {
      sent,
      Melding16(0, D(2025, 10, 1), D(2025, 10, 8)),
      Lrv(1, D(2026, 1, 5), D(2026, 1, 30), D(2026, 2, 13)),
      Lrv(2, D(2026, 1, 5), D(2026, 1, 30), D(2026, 1, 30)),
      Lrv(3, D(2026, 3, 2), D(2026, 3, 27), std::nullopt),
      Melding16(0, D(2024, 9, 2), D(2024, 9, 9)),
  };
  const std::vector<Jaarcijfers> jaren = JaarcijfersVan(meldingen, D(2026, 3, 31), calendar_);
  ASSERT_EQ(jaren.size(), 2u);
  EXPECT_EQ(jaren[0].schooljaar.first, D(2024, 8, 1));
  const JaarcijfersSoort& uren = jaren[1].soorten[static_cast<size_t>(MeldingSoort::kZestienUur)];
  EXPECT_EQ(uren.aantal, 2);
  EXPECT_EQ(uren.leerlingen.size(), 1u);
  EXPECT_EQ(uren.verzonden, 1);
  EXPECT_EQ(uren.dagen_tot_verzending, (std::vector<int64_t>{3}));
  const JaarcijfersSoort& lrv = jaren[1].soorten[static_cast<size_t>(MeldingSoort::kLrv)];
  EXPECT_EQ(lrv.aantal, 3);
  EXPECT_EQ(lrv.lopend, 1);
  EXPECT_EQ(lrv.afgesloten, 2);
  EXPECT_EQ(jaren[1].afgesloten.kalenderdagen, (std::vector<int64_t>{40, 26}));
  EXPECT_EQ(jaren[1].afgesloten.lesdagen, (std::vector<int64_t>{30, 20}));
  EXPECT_EQ(jaren[1].lopend.kalenderdagen, (std::vector<int64_t>{30})) << "so far";
  EXPECT_EQ(jaren[1].thuiszitters.size(), 3u);
}

// Until 1 October 2020 only absence of more than three months counted.
TEST_F(ZelfcontroleTest, AnOlderYearIsCountedByItsOwnDefinition) {
  const std::vector<Jaarcijfers> jaren = JaarcijfersVan(
      {Lrv(0, D(2020, 1, 6), D(2020, 1, 31), D(2020, 3, 13)), Lrv(1, D(2020, 1, 6), D(2020, 1, 31), D(2020, 4, 6))},
      D(2020, 7, 31), calendar_);
  ASSERT_EQ(jaren.size(), 1u);
  EXPECT_EQ(jaren[0].definitie->value, cijfers::ThuiszitterDefinitie::kMeerDanDrieMaanden);
  EXPECT_EQ(jaren[0].thuiszitters, (std::set<uint32_t>{1}));
}

TEST_F(ZelfcontroleTest, SentMeldingenFindTheirOwn) {
  CijfersTeller teller({Context(D(2025, 9, 30)), {}, {}, {}});
  TestPupil pupil;
  pupil.Due(D(2025, 9, 1), 1, 50);
  Melding melding;
  melding.soort = MeldingSoort::kZestienUur;
  melding.volgnummer = 2;
  melding.begindatum = melding.meldbaar_vanaf = D(2025, 9, 1);
  melding.uiterste_datum = D(2025, 9, 8);
  for (uint32_t i = 0; i < 3; ++i) teller.Add(i, pupil.View(), {melding});
  teller.Verzonden(1, MeldingSoort::kZestienUur, 2, D(2025, 9, 3));
  teller.Verzonden(2, MeldingSoort::kZestienUur, 1, D(2025, 9, 3));
  const Cijfers cijfers = teller.Finish(true);
  ASSERT_EQ(cijfers.zelfcontrole.meldingen.size(), 3u);
  EXPECT_EQ(cijfers.zelfcontrole.meldingen[0].uitkomst, TermijnUitkomst::kVerlopen);
  EXPECT_EQ(cijfers.zelfcontrole.meldingen[1].uitkomst, TermijnUitkomst::kTijdig);
  EXPECT_EQ(cijfers.zelfcontrole.meldingen[2].uitkomst, TermijnUitkomst::kVerlopen) << "another number";
}

TEST(VrijstellingDates, AMonthBeforeYearlyBeforeJulyThreeMonthsOld) {
  EXPECT_EQ(lpw::EersteKennisgeving(D(2025, 10, 1)), D(2025, 9, 1));
  EXPECT_EQ(lpw::EersteKennisgeving(D(2026, 3, 2)), D(2026, 2, 2));
  EXPECT_EQ(lpw::JaarlijkseKennisgeving(D(2026, 6, 29)), D(2026, 6, 30));
  EXPECT_EQ(lpw::JaarlijkseKennisgeving(D(2026, 6, 30)), D(2026, 6, 30));
  EXPECT_EQ(lpw::JaarlijkseKennisgeving(D(2026, 7, 1)), D(2027, 6, 30));
  EXPECT_EQ(lpw::OudsteVerklaring(D(2026, 6, 30)), D(2026, 3, 30));
  EXPECT_EQ(lpw::OudsteVerklaring(D(2026, 5, 31)), D(2026, 2, 28));
}

}  // namespace
}  // namespace verzuim
