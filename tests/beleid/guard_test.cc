// Every way in that C++ and JSON have, tried with absence that must never reach the leerplichtambtenaar.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "core/beleid/evaluate.h"
#include "core/json/json_session.h"
#include "tests/beleid/random_rule.h"
#include "tests/rules/pupil_builder.h"

namespace verzuim::beleid {
namespace {

using nlohmann::json;
using verzuim::testing::D;

std::vector<ReasonClass> AllClasses() {
  return {
#define VERZUIM_X(name, wire, judgement, ground) ReasonClass::k##name,
      VERZUIM_REASON_CLASSES(VERZUIM_X)
#undef VERZUIM_X
  };
}

TEST(Guard, OnlyALessonThatIsOngeoorloofdBecomesAnItem) {
  int made = 0;
  for (const ReasonClass reason : AllClasses()) {
    for (const bool late : {false, true}) {
      const MissedLesson lesson{D(2025, 9, 1), 3, {50}, {50}, reason, late, false, {7, 1}, {}};
      const auto item = OngeoorloofdItem::From(lesson, {60});
      EXPECT_EQ(item.has_value(), JudgementOf(reason) == Judgement::kOngeoorloofd) << WireName(reason);
      if (!item) continue;
      ++made;
      EXPECT_EQ(item->ref(), (RowRef{7, 1}));
      EXPECT_EQ(item->date(), D(2025, 9, 1));
      EXPECT_EQ(item->lesuur(), 3);
      EXPECT_EQ(item->credit().value, 60);
    }
  }
  EXPECT_EQ(made, 2 * 4) << "spijbelen, te laat, luxe, wacht op plek";
}

// Random pupils with absence of every class and random rules, also ones that a school could not enter: whatever the
// rule asks for, a record for leerplicht holds rows of ongeoorloofd lessons only, and jeugdarts and intern say so.
TEST(Guard, NoRuleWhateverItSaysPutsOtherAbsenceInARecordForLeerplicht) {
  testing::RandomRule random(36663);
  const std::vector<ReasonClass> classes = AllClasses();
  const SchoolCalendar calendar({Regio::kMidden, {}, {}});
  const Options options = DefaultOptions(Profiel::kVo);
  int for_leerplicht = 0;
  for (int round = 0; round < 300; ++round) {
    Pupil pupil;
    pupil.key = "1";
    pupil.geboortedatum = D(2011, 3, 15);
    std::vector<DueDay> due;
    std::vector<MissedLesson> missed;
    std::set<uint32_t> ongeoorloofd;
    uint32_t row = 1;
    for (Date date = D(2025, 9, 1); date < D(2025, 12, 1); ++date) {
      if (!calendar.IsLesdag(date)) continue;
      due.push_back({date, {4 * 50}, 4, 0x1e});
      for (int lesuur = 1; lesuur <= 4; ++lesuur) {
        if (random.Pick(0, 3) != 0) continue;
        const ReasonClass reason = classes[static_cast<size_t>(random.Pick(0, static_cast<int>(classes.size()) - 1))];
        missed.push_back({date, lesuur, {50}, {50}, reason, random.Pick(0, 4) == 0, false, {++row, 0}, {}});
        if (JudgementOf(reason) == Judgement::kOngeoorloofd) ongeoorloofd.insert(row);
      }
    }
    const std::vector<PupilNote> notes = {{D(2025, 9, 3), "werken", ""}, {D(2025, 10, 1), "zorg thuis-2", ""}};
    Beleid beleid;
    for (int i = 0; i < 3; ++i) beleid.regels.push_back({std::to_string(i), random.Stappen(6)});
    const RuleContext context{calendar, options, Profiel::kVo, D(2025, 12, 1)};
    const PupilFacts facts{pupil, due, missed};
    const PupilOutcome outcome = EvaluatePupil(facts, context);
    for (const Signaal& signaal : EvaluateBeleid(facts, notes, outcome.meldingen, context, beleid)) {
      EXPECT_EQ(signaal.ontvanger(), OntvangerVan(signaal.actie));
      const VoorLeerplicht* record = std::get_if<VoorLeerplicht>(&signaal.inhoud);
      if (record == nullptr) continue;
      for (const OngeoorloofdItem& item : record->items) {
        EXPECT_EQ(ongeoorloofd.count(item.ref().row), 1u) << signaal.zin;
        ++for_leerplicht;
      }
    }
  }
  EXPECT_GT(for_leerplicht, 500) << "the test hardly tries";
}

// ---- through JSON
// ----------------------------------------------------------------------------------------------------

json SchoolWith(const json& beleid) {
  return {{"school", {{"profiel", "vo"}}}, {"kalender", {{"regio", "midden"}}}, {"beleid", beleid}};
}
json RegelJson(const json& als, const std::string& dan) {
  return {{"nummer", "1"}, {"stappen", json::array({{{"als", als}, {"dan", dan}}})}};
}

struct Refusal {
  const char* what;
  json beleid;
  const char* pad;
  const char* remedy;  // a piece of the message
};

std::vector<Refusal> Refusals() {
  const auto uren = [](const char* telt, int minstens, int lesweken) {
    return json{{"soort", "uren"}, {"telt", telt}, {"minstens", minstens}, {"lesweken", lesweken}};
  };
  const auto regels = [](const json& regel) { return json{{"regels", json::array({regel})}}; };
  const auto als = [&](const json& voorwaarde, const char* dan = "mentor") {
    return regels(RegelJson(voorwaarde, dan));
  };
  const json note = {{"soort", "notitie"}, {"label", "werken"}, {"lesweken", 4}};
  const auto labelled = [&](json beleid) {
    beleid["labels"] = {"werken"};
    return beleid;
  };
  std::vector<Refusal> list = {
      {"an unknown key", {{"verzie", "1"}}, "/beleid/verzie", "Verwijder hem of verbeter de spelling"},
      {"an unknown key in a condition",
       als({{"soort", "uren"}, {"telt", "te_laat"}, {"minstens", 3}, {"lesweken", 4}, {"les", 1}}),
       "/beleid/regels/0/stappen/0/als/les", "Verwijder hem"},
      {"an unknown part", {{"onderdelen", {{"werkwijse", "x"}}}}, "/beleid/onderdelen/werkwijse", "Verwijder hem"},
      {"a day that does not exist", {{"vanaf", "2025-02-30"}}, "/beleid/vanaf", "JJJJ-MM-DD"},
      {"no number",
       regels({{"zin", "Bij 6 uur of meer ziekteverzuim in 4 lesweken volgt een bericht aan de mentor."}}),
       "/beleid/regels/0/nummer", "Vul hem in"},
      {"neither steps nor a sentence", regels({{"nummer", "1"}}), "/beleid/regels/0/stappen",
       "precies een van de twee"},
      {"no steps", regels({{"nummer", "1"}, {"stappen", json::array()}}), "/beleid/regels/0/stappen",
       "1 tot en met 6"},
      {"a step without condition", regels({{"nummer", "1"}, {"stappen", json::array({{{"dan", "mentor"}}})}}),
       "/beleid/regels/0/stappen/0/als", "Vul hem in"},
      {"an unknown condition", als({{"soort", "vaak"}}), "/beleid/regels/0/stappen/0/als/soort", "Kies een van"},
      {"an unknown kind of absence", als(uren("spijbelen", 3, 4)), "/beleid/regels/0/stappen/0/als/telt",
       "Kies een van"},
      {"an unknown action", als(uren("ongeoorloofd", 3, 4), "politie"), "/beleid/regels/0/stappen/0/dan",
       "Kies een van"},
      {"a threshold of nothing", als(uren("ongeoorloofd", 0, 4)), "/beleid/regels/0/stappen/0/als/minstens",
       "van 1 tot en met 400"},
      {"a window of nothing", als(uren("ongeoorloofd", 3, 0)), "/beleid/regels/0/stappen/0/als/lesweken",
       "van 1 tot en met 40"},
      {"more weeks than the window has",
       als({{"soort", "weken"}, {"telt", "afwezig"}, {"minstens", 5}, {"lesweken", 4}}),
       "/beleid/regels/0/stappen/0/als/minstens", "Verlaag het getal"},
      {"more hours than the window has", als(uren("ziekte", 121, 1)), "/beleid/regels/0/stappen/0/als/minstens",
       "kan nooit afgaan"},
      {"more days than the window has",
       als({{"soort", "aantal"}, {"telt", "ziekte"}, {"eenheid", "dagen"}, {"minstens", 6}, {"lesweken", 1}}),
       "/beleid/regels/0/stappen/0/als/minstens", "hoogstens 5 lesdagen"},
      {"more lessons than the window has",
       als({{"soort", "aantal"},
            {"telt", "te_laat"},
            {"eenheid", "lessen"},
            {"minstens", 6},
            {"lesweken", 1},
            {"les", "eerste"}}),
       "/beleid/regels/0/stappen/0/als/minstens", "hoogstens 5"},
      {"more periods than the window has",
       als({{"soort", "aantal"}, {"telt", "ziekte"}, {"eenheid", "perioden"}, {"minstens", 4}, {"lesweken", 1}}),
       "/beleid/regels/0/stappen/0/als/minstens", "hoogstens 3 perioden"},
      {"more mondays than the window has",
       als({{"soort", "zelfde"}, {"telt", "afwezig"}, {"zelfde", "weekdag"}, {"minstens", 5}, {"lesweken", 4}}),
       "/beleid/regels/0/stappen/0/als/minstens", "hoogstens 4"},
      {"one lesson of days",
       als({{"soort", "aantal"},
            {"telt", "ziekte"},
            {"eenheid", "dagen"},
            {"minstens", 2},
            {"lesweken", 1},
            {"les", 1}}),
       "/beleid/regels/0/stappen/0/als/les", "Verwijder les"},
      {"a label that nobody notes", als(note), "/beleid/regels/0/stappen/0/als/label", "staat niet bij labels"},
      {"a label twice", {{"labels", {"werken", "werken"}}}, "/beleid/labels/1", "Verwijder het"},
      {"a label with a name in it", {{"labels", {"Jan's zorg"}}}, "/beleid/labels/0", "kleine letters"},
      {"hours of a melding as a signaal", als(uren("ongeoorloofd", 16, 4), "signaal"),
       "/beleid/regels/0/stappen/0/als/minstens", "Kies minder uren"},
      {"sickness to leerplicht", als(uren("ziekte", 3, 4), "signaal"), "/beleid/regels/0/stappen/0",
       "alleen rusten op ongeoorloofd"},
      {"other leave to leerplicht", als(uren("geoorloofd", 3, 4), "signaal"), "/beleid/regels/0/stappen/0",
       "alleen rusten op ongeoorloofd"},
      {"all absence to leerplicht", als(uren("alles", 3, 4), "signaal"), "/beleid/regels/0/stappen/0",
       "alleen rusten op ongeoorloofd"},
      {"sickness beside truancy to leerplicht",
       als({{"soort", "en"}, {"delen", {uren("ziekte", 3, 4), uren("ongeoorloofd", 3, 4)}}}, "signaal"),
       "/beleid/regels/0/stappen/0", "alleen rusten op ongeoorloofd"},
      {"a note alone to leerplicht", labelled(als(note, "signaal")), "/beleid/regels/0/stappen/0",
       "zet een notitie alleen samen"},
      {"a note or truancy to leerplicht",
       labelled(als({{"soort", "of"}, {"delen", {note, uren("ongeoorloofd", 3, 4)}}}, "signaal")),
       "/beleid/regels/0/stappen/0", "zet een notitie alleen samen"},
      {"truancy to the jeugdarts", als(uren("ongeoorloofd", 3, 4), "jeugdarts"), "/beleid/regels/0/stappen/0",
       "alleen ziekteverzuim"},
      {"the same by sentence",
       regels(
           {{"nummer", "1"},
            {"zin", "Bij 3 uur of meer ziekteverzuim in 4 lesweken volgt een signaal aan de leerplichtambtenaar."}}),
       "/beleid/regels/0/zin", "alleen rusten op ongeoorloofd"},
      {"a sentence that is not of the language", regels({{"nummer", "1"}, {"zin", "Wie spijbelt moet nablijven."}}),
       "/beleid/regels/0/zin", "niet begrepen"},
      {"one condition in en", als({{"soort", "en"}, {"delen", {uren("alles", 3, 4)}}}),
       "/beleid/regels/0/stappen/0/als/delen", "twee of meer"},
      {"the number of M@ZL",
       regels({{"nummer", "mazl"},
               {"zin", "Bij 6 uur of meer ziekteverzuim in 4 lesweken volgt een bericht aan de mentor."}}),
       "/beleid/regels/0/nummer", "niet mazl"},
      {"M@ZL of nothing", {{"mazl", {{"lesdagen", 1}}}}, "/beleid/mazl/lesdagen", "van 2 tot en met 200"},
  };
  const json twice = RegelJson(uren("alles", 3, 4), "mentor");
  list.push_back(
      {"a number twice", {{"regels", json::array({twice, twice})}}, "/beleid/regels/1/nummer", "eigen nummer"});
  json nested = uren("alles", 3, 4);
  for (int i = 0; i < 6; ++i)
    nested = {{"soort", i % 2 == 0 ? "en" : "of"}, {"delen", {nested, uren("alles", 3, 4)}}};
  list.push_back({"too much within each other", als(nested),
                  "/beleid/regels/0/stappen/0/als/delen/0/delen/0/delen/0/delen/0/delen", "Verdeel de voorwaarde"});
  json many = json::array();
  for (int i = 0; i < 20; ++i) many.push_back(uren("alles", 3, 4));
  list.push_back({"too many conditions", als({{"soort", "of"}, {"delen", many}}),
                  "/beleid/regels/0/stappen/0/als/delen/15", "hoogstens 16"});
  return list;
}

TEST(Guard, ABadPolicyIsRefusedWithItsPlaceAndWhatToDo) {
  for (const Refusal& refusal : Refusals()) {
    JsonSession session;
    const json answer = json::parse(session.SetSchool(SchoolWith(refusal.beleid).dump()));
    ASSERT_FALSE(answer["ok"].get<bool>()) << refusal.what;
    bool found = false;
    for (const json& fout : answer["fouten"]) {
      found = found || (fout["plaats"]["pad"] == refusal.pad &&
                        fout["bericht"].get<std::string>().find(refusal.remedy) != std::string::npos);
    }
    EXPECT_TRUE(found) << refusal.what << ": " << answer["fouten"].dump();
  }
}

TEST(Guard, JustWithinTheBoundsIsAccepted) {
  const json good[] = {
      {{"soort", "weken"}, {"telt", "afwezig"}, {"minstens", 4}, {"lesweken", 4}},
      {{"soort", "uren"}, {"telt", "ongeoorloofd"}, {"minstens", 15}, {"lesweken", 4}},
      {{"soort", "uren"}, {"telt", "ongeoorloofd"}, {"minstens", 16}, {"lesweken", 5}},
      {{"soort", "uren"}, {"telt", "ongeoorloofd"}, {"minstens", 120}, {"lesweken", "schooljaar"}},
      {{"soort", "aantal"}, {"telt", "te_laat"}, {"eenheid", "dagen"}, {"minstens", 5}, {"lesweken", 1}},
      {{"soort", "aantal"}, {"telt", "afwezig"}, {"eenheid", "perioden"}, {"minstens", 3}, {"lesweken", 1}},
      {{"soort", "zelfde"}, {"telt", "afwezig"}, {"zelfde", "weekdag"}, {"minstens", 4}, {"lesweken", 4}},
      {{"soort", "zelfde"}, {"telt", "afwezig"}, {"zelfde", "lesuur"}, {"minstens", 20}, {"lesweken", 4}},
      {{"soort", "terugval"}, {"lesweken", 40}},
  };
  for (const json& als : good) {
    JsonSession session;
    const json beleid = {{"regels", json::array({RegelJson(als, "signaal")})}};
    const json answer = json::parse(session.SetSchool(SchoolWith(beleid).dump()));
    EXPECT_TRUE(answer["ok"].get<bool>()) << als.dump() << answer.dump();
    // What was understood says the same again.
    JsonSession again;
    const json second = json::parse(again.SetSchool(answer["waarde"].dump()));
    EXPECT_EQ(second["waarde"]["beleid"], answer["waarde"]["beleid"]);
  }
}

// A school whose rules fire on everything: of every class one lesson a day for a month.
TEST(Guard, SignalenJsonHoldsNoOtherRowsForLeerplicht) {
  json codes = json::object();
  std::set<uint32_t> ongeoorloofd;
  std::string lessen = "leerling;datum;lesuur;minuten;status;reden;gemist\n";
  uint32_t row = 1;
  for (const ReasonClass reason : AllClasses()) {
    codes["K" + std::to_string(static_cast<int>(reason))] = std::string(WireName(reason));
  }
  const SchoolCalendar calendar({Regio::kMidden, {}, {}});
  for (Date date = D(2025, 9, 1); date <= D(2025, 9, 30); ++date) {
    if (!calendar.IsLesdag(date)) continue;
    int lesuur = 0;
    for (const ReasonClass reason : AllClasses()) {
      ++lesuur;
      ++row;
      lessen += "1001;" + ToIso(date) + ";" + std::to_string(lesuur) + ";50;afwezig;K" +
                std::to_string(static_cast<int>(reason)) + ";\n";
      if (JudgementOf(reason) == Judgement::kOngeoorloofd) ongeoorloofd.insert(row);
    }
  }
  json regels = json::array();
  for (const char* telt : {"ongeoorloofd", "afwezig", "te_laat"}) {
    regels.push_back(
        {{"nummer", telt},
         {"stappen",
          json::array(
              {{{"als",
                 {{"soort", "aantal"}, {"telt", telt}, {"eenheid", "dagen"}, {"minstens", 1}, {"lesweken", 1}}},
                {"dan", "signaal"}}})}});
  }
  regels.push_back(
      {{"nummer", "alles"},
       {"zin",
        "Bij 2 of meer dagen met geoorloofd of ongeoorloofd verzuim in 1 lesweek volgt een bericht aan de mentor."}});
  json school = SchoolWith({{"regels", regels}, {"mazl", json::object()}});
  school["codes"] = codes;
  JsonSession session;
  ASSERT_TRUE(json::parse(session.SetSchool(school.dump()))["ok"].get<bool>());
  session.Begin(R"({"naam":"lessen.csv"})");
  session.Push(lessen);
  session.End();
  ASSERT_TRUE(json::parse(session.Bereken("{}"))["ok"].get<bool>());
  const json made = json::parse(session.File("signalen.json"));
  int rows = 0, others = 0;
  for (const json& signaal : made["signalen"]) {
    for (const json& regel : signaal["regels"]) {
      const bool allowed = ongeoorloofd.count(regel["regel"].get<uint32_t>()) == 1;
      if (signaal["ontvanger"] == "leerplicht") {
        EXPECT_TRUE(allowed) << signaal.dump();
        ++rows;
      } else {
        others += allowed ? 0 : 1;
        EXPECT_FALSE(signaal["deelbaar"].get<bool>());
      }
    }
  }
  EXPECT_GT(rows, 50);
  EXPECT_GT(others, 50) << "the rest stays within the school";
}

}  // namespace
}  // namespace verzuim::beleid
