// The chapter for the schoolgids, word for word: empty, whole, and what differs per school.
#include "core/beleid/hoofdstuk.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/beleid/zin.h"

namespace verzuim::beleid {
namespace {

Date D(int year, int month, int day) {
  return Date::FromCivil(year, month, day).value();
}

// Parts 1 to 5 written by the school, part 6 left to the rules.
Beleid Written() {
  Beleid beleid;
  beleid.versie = "3";
  beleid.schoolgids = "hoofdstuk 7";
  beleid.vanaf = D(2025, 1, 31);
  beleid.instemming_mr = D(2024, 12, 1);
  for (size_t i = 0; i + 1 < kOnderdelen; ++i) beleid.onderdelen[i] = "Tekst " + std::to_string(i + 1) + ".";
  return beleid;
}
Regel Rule(const char* nummer, Actie actie) {
  return {nummer, {{{Uren{Telt::kOngeoorloofd, 6, {4}}}, actie}}};
}

constexpr const char* kKop =
    "Verzuimbeleid van De Brug\n\nVersie: 3\nTe vinden in: hoofdstuk 7\nGeldt vanaf: 31 januari 2025\n"
    "Instemming van ouders en leerlingen in de medezeggenschap: 1 december 2024\n\n";
constexpr const char* kTussen =
    "\n2. Wie wat doet\n\nTekst 2.\n\n3. Hoe wij de oorzaken onderzoeken\n\nTekst 3.\n\n"
    "4. Hoe wij het beleid volgen en evalueren\n\nTekst 4.\n\n5. Met wie wij samenwerken\n\nTekst 5.\n\n"
    "6. Wanneer wij een signaal geven\n\n";

TEST(Hoofdstuk, ARuleStandsInThePartOfWhatItLeadsTo) {
  Beleid beleid = Written();
  beleid.regels = {Rule("a", Actie::kGesprekOuders), Rule("b", Actie::kSignaal)};
  beleid.mazl = Mazl{};
  const Hoofdstuk made = MakeHoofdstuk(beleid, Profiel::kVo, "De Brug");
  EXPECT_EQ(
      made.tekst,
      std::string(kKop) +
          "1. Wat wij doen als een leerling er niet is\n\nTekst 1.\n\n"
          "Regel a. Bij 6 uur of meer ongeoorloofd verzuim in 4 lesweken volgt een gesprek met de ouders.\n\n"
          "M@ZL. " +
          ToZin(AlleRegels(beleid).back().stappen) + "\n" + kTussen +
          "Regel b. Bij 6 uur of meer ongeoorloofd verzuim in 4 lesweken volgt een signaal aan de "
          "leerplichtambtenaar.\n\n"
          "Een signaal is iets anders dan een wettelijke melding: het is bedoeld om vroeg samen naar een oplossing "
          "te zoeken. Het gaat alleen over ongeoorloofd verzuim, nooit over ziekte of ander geoorloofd verzuim. "
          "Voordat een signaal wordt gegeven, beoordeelt iemand van de school het en legt naam, datum en reden "
          "vast.\n\n"
          "Het signaal berust op wetsvoorstel 36 663. Zolang dat niet in werking is, geven wij geen signalen; de "
          "stappen ervoor zetten wij wel.\n\n"
          "Wie het niet eens is met een signaal, kan een klacht indienen bij de klachtencommissie.\n");
  EXPECT_EQ(made.ontbreekt, std::vector<std::string>());
  ASSERT_EQ(made.delen.size(), kOnderdelen);
  for (const HoofdstukDeel& deel : made.delen) EXPECT_FALSE(deel.ontbreekt);
}

TEST(Hoofdstuk, WithoutARuleThatGivesASignaalItsPartIsMissing) {
  Beleid beleid = Written();
  beleid.regels = {Rule("a", Actie::kMentor)};
  const Hoofdstuk made = MakeHoofdstuk(beleid, Profiel::kVo, "De Brug");
  const std::string opdracht(Opdracht(Onderdeel::kSignaal));
  const std::string end = "6. Wanneer wij een signaal geven\n\n[Dit onderdeel ontbreekt. " + opdracht + "]\n";
  EXPECT_EQ(made.tekst.substr(made.tekst.size() - end.size()), end);
  EXPECT_EQ(made.ontbreekt,
            std::vector<std::string>{"Onderdeel 6 (Wanneer wij een signaal geven) ontbreekt. " + opdracht});
  EXPECT_TRUE(made.delen.back().ontbreekt);
}

TEST(Hoofdstuk, OfAnEmptyBeleidEveryPartIsNamed) {
  const Hoofdstuk made = MakeHoofdstuk(Beleid{}, Profiel::kVo, "");
  EXPECT_EQ(made.tekst.rfind("Verzuimbeleid\n\nVersie: [ontbreekt]\nTe vinden in: [ontbreekt]\n", 0), 0U)
      << made.tekst;
  EXPECT_EQ(made.ontbreekt.size(), 4 + kOnderdelen);
  for (const HoofdstukDeel& deel : made.delen) EXPECT_TRUE(deel.ontbreekt);
}

TEST(Hoofdstuk, MboHasAStudentenstatuutAndNietBekostigdNoDuty) {
  const std::string statuut = "studentenstatuut",
                    geen_plicht = "hoeft volgens wetsvoorstel 36 663 geen verzuimbeleid";
  for (const Profiel profiel : {Profiel::kVo, Profiel::kMbo, Profiel::kNietBekostigd}) {
    const Hoofdstuk made = MakeHoofdstuk(Beleid{}, profiel, "");
    EXPECT_EQ(made.ontbreekt[1].find(statuut) != std::string::npos, profiel == Profiel::kMbo);
    EXPECT_EQ(made.tekst.find(geen_plicht) != std::string::npos, profiel == Profiel::kNietBekostigd);
  }
}

TEST(Hoofdstuk, TheDayOfEntryIntoForceIsSaid) {
  Beleid beleid = Written();
  beleid.regels = {Rule("b", Actie::kSignaal)};
  beleid.inwerkingtreding = D(2027, 8, 1);
  const Hoofdstuk made = MakeHoofdstuk(beleid, Profiel::kVo, "De Brug");
  EXPECT_NE(made.tekst.find("Wij geven signalen vanaf 1 augustus 2027, de dag waarop"), std::string::npos);
  EXPECT_EQ(made.tekst.find("Zolang dat niet in werking is"), std::string::npos);
}

}  // namespace
}  // namespace verzuim::beleid
