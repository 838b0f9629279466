// The file with sent meldingen at the boundary: what is wrong in it is said with its path.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "core/json/json_session.h"

namespace verzuim {
namespace {

using nlohmann::json;

const json kSent = {{"soort", "16u"},
                    {"leerling", "1001"},
                    {"begindatum", "2025-09-08"},
                    {"einddatum", "2025-09-09"},
                    {"meldbaar_vanaf", "2025-09-09"},
                    {"uiterste_datum", "2025-09-16"},
                    {"minuten", 960},
                    {"regels", json::array({{{"datum", "2025-09-08"}, {"lesuur", 1}, {"minuten", 480}}})},
                    {"verzonden_op", "2025-09-17"}};

json Ask(const std::string& verzonden, JsonSession& session) {
  session.SetSchool(R"({"school":{"profiel":"vo"},"kalender":{"regio":"midden"},"codes":{"S":"spijbelen"}})");
  session.Begin(R"({"naam":"lessen.csv"})");
  session.Push(
      "leerling;datum;lesuur;minuten;status;reden;gemist\n1001;2025-09-08;1;480;afwezig;S;\n"
      "1001;2025-09-09;1;480;afwezig;S;\n1001;2025-09-10;1;480;aanwezig;;\n");
  session.End();
  return json::parse(session.Bereken(json{{"verzonden", verzonden}, {"peildatum", "2025-09-30"}}.dump()));
}
json Refused(const json& verzonden) {
  JsonSession session;
  const json answer = Ask(verzonden.dump(), session);
  EXPECT_FALSE(answer["ok"]);
  EXPECT_EQ(session.File("vergelijking.json"), "");
  return answer["fouten"];
}

TEST(Verzonden, MistakesAreNamedWithTheirPath) {
  struct Wrong {
    const char* key;
    json value;
    const char* code;
  };
  const Wrong wrong[] = {
      {"soort", "17u", "waarde_ongeldig"},
      {"begindatum", "2025-02-30", "waarde_ongeldig"},
      {"einddatum", "2025-09-07", "waarde_ongeldig"},
      {"minuten", -1, "waarde_ongeldig"},
      {"verzonden_op", "2025-09-07", "waarde_ongeldig"},
      {"regels", 3, "waarde_ongeldig"},
      {"extra", 1, "onbekende_sleutel"},
  };
  for (const Wrong& w : wrong) {
    json melding = kSent;
    melding[w.key] = w.value;
    const json fouten = Refused({{"meldingen", json::array({kSent, melding})}});
    ASSERT_EQ(fouten.size(), 1U) << w.key << fouten.dump();
    EXPECT_EQ(fouten[0]["code"], w.code);
    EXPECT_EQ(fouten[0]["plaats"], (json{{"bestand", "verzonden"}, {"pad", std::string("/meldingen/1/") + w.key}}));
  }
  for (const char* key :
       {"soort", "leerling", "begindatum", "einddatum", "meldbaar_vanaf", "uiterste_datum", "minuten", "regels"}) {
    json melding = kSent;
    melding.erase(key);
    const json fouten = Refused({{"meldingen", json::array({melding})}});
    ASSERT_EQ(fouten.size(), 1U) << key << fouten.dump();
    EXPECT_EQ(fouten[0]["code"], "sleutel_ontbreekt") << key;
  }
  json melding = kSent;
  melding["regels"][0].erase("lesuur");
  EXPECT_EQ(Refused({{"meldingen", json::array({melding})}})[0]["plaats"]["pad"], "/meldingen/0/regels/0/lesuur");
  EXPECT_EQ(Refused(json::object())[0]["plaats"]["pad"], "/meldingen");
  EXPECT_EQ(Refused(json::array())[0]["code"], "waarde_ongeldig");
  JsonSession session;
  EXPECT_EQ(Ask("{", session)["fouten"][0]["code"], "json_ongeldig");
}

TEST(Vergelijking, TheListsAddUpAndLateMeldingenAreRepeated) {
  JsonSession session;
  json other = kSent;
  other["leerling"] = "1002";
  ASSERT_TRUE(Ask(json{{"meldingen", {kSent, other}}}.dump(), session)["ok"]);
  const json made = json::parse(session.File("vergelijking.json"));
  const json& sums = made["samenvatting"];
  EXPECT_EQ(sums["verzonden"], 2);
  EXPECT_EQ(sums["meldingen"], 1);
  EXPECT_EQ(sums["te_corrigeren"], 1) << made.dump();
  EXPECT_EQ(sums["ongewijzigd"], 1);
  EXPECT_EQ(sums["te_laat"], 2);
  EXPECT_EQ(made["te_laat"][0], made["te_corrigeren"][0]);
  EXPECT_EQ(made["te_laat"][0]["termijn"]["dagen"], 1);
  EXPECT_EQ(made["ongewijzigd"][0]["redenen"][0]["code"], "leerling_zonder_gegevens");
  EXPECT_NE(session.File("vergelijking.csv").find("\"1002\";\"ongewijzigd\";\"16u\";"), std::string::npos);
  EXPECT_TRUE(Ask(R"({"meldingen":[]})", session)["ok"]);
}

TEST(Vergelijking, WithoutSentMeldingenThereIsNone) {
  JsonSession session;
  session.Begin(R"({"naam":"lessen.csv"})");
  session.Push("leerling;datum;lesuur;minuten;status;reden;gemist\n1001;2025-09-08;1;480;aanwezig;;\n");
  session.End();
  ASSERT_TRUE(json::parse(session.Bereken("{}"))["ok"]);
  EXPECT_EQ(session.File("vergelijking.json"), "");
}

}  // namespace
}  // namespace verzuim
