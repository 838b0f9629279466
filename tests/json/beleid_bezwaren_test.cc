// A beleid that cannot be meant: each mistake is told at its place, with what to do about it.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/json/school_json.h"

namespace verzuim {
namespace {

// "pointer: message" of each problem, or "" when the beleid is taken.
std::string Problems(std::string_view beleid, std::string_view profiel = "vo") {
  std::vector<Problem> problems;
  ReadSchool(R"({"school": {"profiel": ")" + std::string(profiel) + R"("}, "beleid": )" + std::string(beleid) + "}",
             problems);
  std::string all;
  for (const Problem& problem : problems) all += problem.place.pointer + ": " + problem.message + "\n";
  return all;
}

// A beleid of one rule with one step.
std::string Rule(std::string_view als, std::string_view dan, std::string_view labels = "[]") {
  return R"({"labels": )" + std::string(labels) + R"(, "regels": [{"nummer": "1", "stappen": [{"als": )" +
         std::string(als) + R"(, "dan": ")" + std::string(dan) + R"("}]}]})";
}
std::string Hours(int minstens, std::string_view lesweken, std::string_view telt = "ongeoorloofd") {
  return R"({"soort": "uren", "telt": ")" + std::string(telt) + R"(", "minstens": )" + std::to_string(minstens) +
         R"(, "lesweken": )" + std::string(lesweken) + "}";
}

struct Case {
  std::string beleid;
  std::string_view pointer;  // where
  std::string_view remedy;   // words of what to do
};

TEST(BeleidBezwaren, EachIsToldWithItsPlaceAndARemedy) {
  const Case cases[] = {
      // Unknown keys and words
      {R"({"regel": []})", "/beleid/regel", "Verwijder hem of verbeter de spelling"},
      {Rule(R"({"soort": "uren", "telt": "ongeoorloofd", "minstens": 6, "lesweken": 4, "foo": 1})", "mentor"),
       "/beleid/regels/0/stappen/0/als/foo", "Verwijder hem"},
      {Rule(R"({"soort": "veel"})", "mentor"), "/beleid/regels/0/stappen/0/als/soort", "Kies een van: uren"},
      {Rule(Hours(6, "4", "spijbelen"), "mentor"), "/beleid/regels/0/stappen/0/als/telt", "Kies een van"},
      {Rule(Hours(6, "4"), "politie"), "/beleid/regels/0/stappen/0/dan", "Kies een van: mentor"},
      {R"({"mazl": {"weken": 1}})", "/beleid/mazl/weken", "Verwijder hem"},
      // Thresholds that cannot be
      {Rule(Hours(0, "4"), "mentor"), "/beleid/regels/0/stappen/0/als/minstens", "van 1 tot en met"},
      {Rule(Hours(6, "99"), "mentor"), "/beleid/regels/0/stappen/0/als/lesweken", "van 1 tot en met 40"},
      {R"({"mazl": {"ziekmeldingen": 0}})", "/beleid/mazl/ziekmeldingen", "van 1 tot en met"},
      // Rules that can never fire
      {Rule(Hours(121, "1"), "mentor"), "/beleid/regels/0/stappen/0/als/minstens", "Verlaag het getal of verleng"},
      {Rule(R"({"soort": "weken", "telt": "ongeoorloofd", "minstens": 5, "lesweken": 4})", "mentor"),
       "/beleid/regels/0/stappen/0/als/minstens", "Verlaag het getal"},
      {Rule(R"({"soort": "notitie", "label": "werken", "lesweken": 4})", "mentor"),
       "/beleid/regels/0/stappen/0/als/label", "Zet het daar, of kies een label"},
      {R"({"mazl": {"ziekmeldingen": 4, "lesweken": 1}})", "/beleid/mazl/ziekmeldingen", "Verlaag het getal"},
      {R"({"labels": ["bevestigd"]})", "/beleid/labels/0", "Kies een ander woord"},
      {Rule(Hours(16, "4"), "signaal"), "/beleid/regels/0/stappen/0/als/minstens", "Kies minder uren"},
      // What may reach whom
      {Rule(Hours(6, "4", "geoorloofd"), "signaal"), "/beleid/regels/0/stappen/0", "alleen rusten op ongeoorloofd"},
      {Rule(Hours(6, "4", "ziekte"), "signaal"), "/beleid/regels/0/stappen/0", "alleen rusten op ongeoorloofd"},
      {Rule(Hours(6, "4", "alles"), "signaal"), "/beleid/regels/0/stappen/0", "alleen rusten op ongeoorloofd"},
      {Rule(R"({"soort": "of", "delen": [)" + Hours(6, "4") + "," + Hours(6, "4", "ziekte") + "]}", "signaal"),
       "/beleid/regels/0/stappen/0", "alleen rusten op ongeoorloofd"},
      {Rule(R"({"soort": "notitie", "label": "werken", "lesweken": 4})", "signaal", R"(["werken"])"),
       "/beleid/regels/0/stappen/0", "samen (en)"},
      {Rule(Hours(6, "4"), "jeugdarts"), "/beleid/regels/0/stappen/0", "Kies bij telt: ziekte"},
      // Never health
      {R"({"labels": ["medicatie"]})", "/beleid/labels/0", "nooit over gezondheid"},
      {R"({"labels": ["psychische klachten"]})", "/beleid/labels/0", "nooit over gezondheid"},
  };
  for (const Case& one : cases) {
    const std::string problems = Problems(one.beleid);
    EXPECT_EQ(problems.substr(0, problems.find(": ")), one.pointer) << one.beleid;
    EXPECT_NE(problems.find(one.remedy), std::string::npos) << one.beleid << "\n" << problems;
    EXPECT_EQ(problems.find('\n'), problems.size() - 1) << "one problem: " << problems;
  }
}

// On both sides of each bound, so that nothing is refused that could have meant something.
TEST(BeleidBezwaren, WhatCanBeIsTaken) {
  EXPECT_EQ(Problems(Rule(Hours(120, "1"), "mentor")), "");
  EXPECT_EQ(Problems(Rule(Hours(15, "4"), "signaal")), "");
  EXPECT_EQ(Problems(Rule(Hours(16, "5"), "signaal")), "") << "a window longer than that of the melding";
  EXPECT_EQ(Problems(R"({"mazl": {"ziekmeldingen": 3, "lesweken": 1}})"), "");
  EXPECT_EQ(Problems(R"({"labels": ["werken", "zorgtaken thuis"]})"), "");
  // In Caribisch Nederland sixteen hours exactly are no melding yet.
  EXPECT_EQ(Problems(Rule(Hours(16, "4"), "signaal"), "bes"), "");
  EXPECT_NE(Problems(Rule(Hours(17, "4"), "signaal"), "bes").find("boven 960 telminuten"), std::string::npos);
}

}  // namespace
}  // namespace verzuim
