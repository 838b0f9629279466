// Sentences: every rule reads back as itself, what a schoolgids writes can be said, and what cannot be read says
// where.
#include "core/beleid/zin.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "tests/beleid/random_rule.h"

namespace verzuim::beleid {
namespace {

TEST(Zin, EveryRandomRuleReadsBackAsItself) {
  constexpr int kRules = 20000;
  testing::RandomRule random(20261122);
  std::set<std::string> sentences;
  for (int i = 0; i < kRules; ++i) {
    const std::vector<Stap> stappen = random.Stappen();
    const std::string zin = ToZin(stappen);
    const auto read = ReadZin(zin);
    const auto* found = std::get_if<std::vector<Stap>>(&read);
    ASSERT_NE(found, nullptr) << zin << "\n" << std::get<ZinFout>(read).bericht;
    ASSERT_EQ(*found, stappen) << zin;
    ASSERT_EQ(ToZin(*found), zin);
    sentences.insert(zin);
  }
  EXPECT_GT(sentences.size(), kRules * 9u / 10u) << "the rules hardly differ";
}

struct Said {
  const char* name;
  std::vector<Stap> stappen;
  const char* zin;
};

const Stap kSignaalBij6 = {{Uren{Telt::kOngeoorloofd, 6, {4}}}, Actie::kSignaal};

// Z1 to Z8 of the rule book, as a school would write them.
const Said kRuleBook[] = {
    {"Z1",
     {{{Aantal{Telt::kTeLaat, Eenheid::kLessen, 3, {4}, Les::Lesuur(1)}}, Actie::kSignaal}},
     "Bij 3 keer of vaker te laat komen in het 1e lesuur in 4 lesweken volgt een signaal aan de leerplichtambtenaar."},
    {"Z2",
     {kSignaalBij6},
     "Bij 6 uur of meer ongeoorloofd verzuim in 4 lesweken volgt een signaal aan de leerplichtambtenaar."},
    {"Z3",
     {{{Uren{Telt::kOngeoorloofd, 9, {4}}}, Actie::kGesprekOuders},
      {{Uren{Telt::kOngeoorloofd, 9, {4}}}, Actie::kSignaal}},
     "Bij 9 uur of meer ongeoorloofd verzuim in 4 lesweken volgt een gesprek met de ouders. Daarna, bij 9 uur of meer "
     "ongeoorloofd verzuim in 4 lesweken, volgt een signaal aan de leerplichtambtenaar."},
    {"Z4",
     {{{Samen{
           false,
           {{Zelfde{Telt::kAfwezig, Gelijk::kWeekdag, 3, {4}}}, {Zelfde{Telt::kAfwezig, Gelijk::kLesuur, 3, {4}}}}}},
       Actie::kSignaal}},
     "Bij 3 keer of vaker ongeoorloofd afwezig zijn op dezelfde weekdag in 4 lesweken of 3 keer of vaker ongeoorloofd "
     "afwezig zijn in hetzelfde lesuur in 4 lesweken volgt een signaal aan de leerplichtambtenaar."},
    {"Z5",
     {{{Stijgend{Telt::kOngeoorloofd, 2, 4, 4}}, Actie::kSignaal}},
     "Bij stijgend ongeoorloofd verzuim over 2 perioden van 4 lesweken met 4 uur of meer in de laatste volgt een signaal "
     "aan de leerplichtambtenaar."},
    {"Z6",
     {{{Weken{Telt::kOngeoorloofd, 3, 4}}, Actie::kSignaal}},
     "Bij ongeoorloofd verzuim in 3 of meer van de laatste 4 lesweken volgt een signaal aan de leerplichtambtenaar."},
    {"Z7",
     {{{Terugval{4}}, Actie::kSignaal}},
     "Bij opnieuw ongeoorloofd verzuim binnen 4 lesweken na het einde van een melding volgt een signaal aan de "
     "leerplichtambtenaar."},
    {"Z8",
     {{{Samen{true, {{Notitie{"werken", {4}}}, {Uren{Telt::kOngeoorloofd, 2, {4}}}}}}, Actie::kSignaal}},
     "Bij een notitie \"werken\" van de mentor in 4 lesweken en 2 uur of meer ongeoorloofd verzuim in 4 lesweken volgt "
     "een signaal aan de leerplichtambtenaar."},
};

// What school guides say in their own words, said in the language. Invented, after the kind of rule that schools
// have.
const Said kSchoolgidsen[] = {
    {"zes keer te laat in een schooljaar: nablijven en een gesprek; twaalf keer: brief naar huis",
     {{{Aantal{Telt::kTeLaat, Eenheid::kLessen, 6, kSchooljaar, {}}}, Actie::kGesprekLeerling},
      {{Aantal{Telt::kTeLaat, Eenheid::kLessen, 12, kSchooljaar, {}}}, Actie::kBriefOuders}},
     "Bij 6 keer of vaker te laat komen in een schooljaar volgt een gesprek met de leerling. Daarna, bij 12 keer of vaker "
     "te laat komen in een schooljaar, volgt een brief aan de ouders."},
    {"te laat bij het begin van de schooldag",
     {{{Aantal{Telt::kTeLaat, Eenheid::kLessen, 2, {1}, Les::Eerste()}}, Actie::kMentor}},
     "Bij 2 keer of vaker te laat komen in de eerste les van de dag in 1 lesweek volgt een bericht aan de mentor."},
    {"drie lesuren gespijbeld",
     {{{Aantal{Telt::kAfwezig, Eenheid::kLessen, 3, {12}, {}}}, Actie::kGesprekOuders}},
     "Bij 3 of meer lessen met ongeoorloofd afwezig zijn in 12 lesweken volgt een gesprek met de ouders."},
    {"op drie verschillende dagen zonder bericht weg",
     {{{Aantal{Telt::kOngeoorloofd, Eenheid::kDagen, 3, {8}, {}}}, Actie::kGesprekOuders}},
     "Bij 3 of meer dagen met ongeoorloofd verzuim in 8 lesweken volgt een gesprek met de ouders."},
    {"vaak kort ziek",
     {{{Aantal{Telt::kZiekte, Eenheid::kPerioden, 3, {8}, {}}}, Actie::kMentor},
      {{Aantal{Telt::kZiekte, Eenheid::kPerioden, 4, {12}, {}}}, Actie::kJeugdarts}},
     "Bij 3 of meer ziekmeldingen in 8 lesweken volgt een bericht aan de mentor. Daarna, bij 4 of meer ziekmeldingen in "
     "12 lesweken, volgt overleg met de jeugdarts."},
    {"twee weken ziek",
     {{{Achtereen{Telt::kZiekte, 10}}, Actie::kJeugdarts}},
     "Bij ziekteverzuim op 10 of meer lesdagen achter elkaar volgt overleg met de jeugdarts."},
    {"elke vrijdagmiddag weg",
     {{{Zelfde{Telt::kAlles, Gelijk::kWeekdagEnLesuur, 3, {6}}}, Actie::kOndersteuningsteam}},
     "Bij 3 keer of vaker geoorloofd of ongeoorloofd verzuim op dezelfde weekdag in hetzelfde lesuur in 6 lesweken volgt "
     "overleg in het ondersteuningsteam."},
    {"veel verzuim, ook met reden",
     {{{Uren{Telt::kAlles, 40, {8}}}, Actie::kOndersteuningsteam}},
     "Bij 40 uur of meer geoorloofd of ongeoorloofd verzuim in 8 lesweken volgt overleg in het ondersteuningsteam."},
    {"spijbelen bij wie thuis zorgt of werkt",
     {{{Samen{true,
              {{Samen{false, {{Notitie{"werken", kSchooljaar}}, {Notitie{"mantelzorg", kSchooljaar}}}}},
               {Aantal{Telt::kAfwezig, Eenheid::kLessen, 2, {4}, {}}}}}},
       Actie::kGesprekOuders}},
     "Bij (een notitie \"werken\" van de mentor in een schooljaar of een notitie \"mantelzorg\" van de mentor in een "
     "schooljaar) en 2 of meer lessen met ongeoorloofd afwezig zijn in 4 lesweken volgt een gesprek met de ouders."},
    {"leerling, ouders, leerplicht: drie stappen",
     {{{Uren{Telt::kOngeoorloofd, 3, {4}}}, Actie::kGesprekLeerling},
      {{Uren{Telt::kOngeoorloofd, 6, {4}}}, Actie::kGesprekOuders},
      {{Uren{Telt::kOngeoorloofd, 10, {4}}}, Actie::kSignaal}},
     "Bij 3 uur of meer ongeoorloofd verzuim in 4 lesweken volgt een gesprek met de leerling. Daarna, bij 6 uur of meer "
     "ongeoorloofd verzuim in 4 lesweken, volgt een gesprek met de ouders. Daarna, bij 10 uur of meer ongeoorloofd verzuim "
     "in 4 lesweken, volgt een signaal aan de leerplichtambtenaar."},
};

void ExpectSaid(const Said& said) {
  EXPECT_EQ(ToZin(said.stappen), said.zin) << said.name;
  const auto read = ReadZin(said.zin);
  const auto* stappen = std::get_if<std::vector<Stap>>(&read);
  ASSERT_NE(stappen, nullptr) << said.name << ": " << std::get<ZinFout>(read).bericht;
  EXPECT_EQ(*stappen, said.stappen) << said.name;
}

TEST(Zin, SaysTheEightRulesOfTheRuleBook) {
  for (const Said& said : kRuleBook) ExpectSaid(said);
}

TEST(Zin, SaysWhatSchoolsWrite) {
  for (const Said& said : kSchoolgidsen) ExpectSaid(said);
}

TEST(Zin, AWrongSentenceIsRefusedWhereItGoesWrong) {
  const struct {
    const char* zin;
    size_t at;
    const char* expected;
  } kCases[] = {
      {"", 0, "\"Bij \""},
      {"Als hij 6 uur weg is", 0, "\"Bij \""},
      {"Bij 6 uren of meer", 5, " uur of meer "},
      {"Bij 0 uur of meer ongeoorloofd verzuim in 4 lesweken volgt een gesprek met de ouders.", 4,
       "een getal van 1 tot"},
      {"Bij 06 uur of meer ongeoorloofd verzuim in 4 lesweken volgt een gesprek met de ouders.", 4,
       "een getal van 1 tot"},
      {"Bij 6 uur of meer spijbelen in 4 lesweken volgt een gesprek met de ouders.", 18, "ongeoorloofd verzuim"},
      {"Bij 6 uur of meer ziekteverzuim in 4 lesweek volgt een gesprek met de ouders.", 36, "lesweken"},
      {"Bij 6 uur of meer ziekteverzuim in 41 lesweken volgt een gesprek met de ouders.", 35,
       "een getal van 1 tot en met 40"},
      {"Bij 6 uur of meer ziekteverzuim in 4 lesweken volgt straf.", 52, "een gesprek met de ouders"},
      {"Bij 6 uur of meer ziekteverzuim in 4 lesweken volgt een gesprek met de ouders", 77, "\".\""},
      {"Bij 6 uur of meer ziekteverzuim in 4 lesweken volgt een gesprek met de ouders. En dan?", 78, "Daarna, bij"},
      {"Bij (6 uur of meer ziekteverzuim in 4 lesweken) volgt een gesprek met de ouders.", 46, "\" en \""},
      {"Bij 5 of meer lessen met te laat komen in 4 lesweken volgt een gesprek met de ouders.", 25,
       "keer of vaker te laat"},
      {"Bij 1 keer of vaker te laat komen op dezelfde weekdag in 4 lesweken volgt een gesprek met de ouders.", 53,
       "vanaf 2"},
      {"Bij een notitie \"Werken\" van de mentor in 4 lesweken volgt een gesprek met de ouders.", 17,
       "een label van kleine"},
      {"Bij ziekteverzuim op 7 of meer lesdagen achter elkaar of ziekteverzuim op 8 of meer lesdagen achter elkaar en "
       "ziekteverzuim op 9 of meer lesdagen achter elkaar volgt overleg met de jeugdarts.",
       106, "volgt"},
  };
  for (const auto& [zin, at, expected] : kCases) {
    const auto read = ReadZin(zin);
    const ZinFout* fout = std::get_if<ZinFout>(&read);
    ASSERT_NE(fout, nullptr) << zin;
    EXPECT_EQ(fout->at, at) << zin << "\n" << fout->bericht;
    EXPECT_NE(fout->bericht.find(expected), std::string::npos) << zin << "\n" << fout->bericht;
  }
}

TEST(Zin, NestingIsBounded) {
  const std::string leaf = "ziekteverzuim op 7 of meer lesdagen achter elkaar";
  std::string als = leaf + " of " + leaf;
  int depth = 1;
  const auto reads = [&] {
    return std::holds_alternative<std::vector<Stap>>(ReadZin("Bij " + als + " volgt een bericht aan de mentor."));
  };
  for (; depth <= kMaxDiepte; ++depth) {
    EXPECT_TRUE(reads()) << depth;
    als = "(" + als + ")" + (depth % 2 == 1 ? " en " : " of ") + leaf;
  }
  EXPECT_FALSE(reads()) << depth;
}

// Whatever stands there: an answer, never a crash.
TEST(Zin, ReadsAnythingWithoutHarm) {
  testing::RandomRule random(7);
  for (int i = 0; i < 20000; ++i) {
    std::string zin = ToZin(random.Stappen());
    const int edits = random.Pick(1, 3);
    for (int e = 0; e < edits && !zin.empty(); ++e) {
      const auto at = static_cast<size_t>(random.Pick(0, static_cast<int>(zin.size()) - 1));
      if (random.Pick(0, 2) == 0)
        zin.resize(at);
      else if (random.Pick(0, 1) == 0)
        zin.erase(at, static_cast<size_t>(random.Pick(1, 9)));
      else
        zin[at] = static_cast<char>(random.Pick(0, 255));
    }
    const auto read = ReadZin(zin);
    if (const auto* stappen = std::get_if<std::vector<Stap>>(&read)) {
      EXPECT_EQ(ToZin(*stappen), zin);
    } else {
      EXPECT_LE(std::get<ZinFout>(read).at, zin.size());
    }
  }
}

}  // namespace
}  // namespace verzuim::beleid
