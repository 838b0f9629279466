#include "core/json/profiel_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "core/import/profile.h"
#include "core/json/json_session.h"

namespace verzuim {
namespace {

using nlohmann::json;

json Ask(const std::string& answer) {
  return json::parse(answer, nullptr, false);
}

json Begin(JsonSession& session, json profiel) {
  return Ask(session.Begin(json{{"naam", "a.csv"}, {"profiel", std::move(profiel)}}.dump()));
}

constexpr const char* kFile = "Wie;Dag;Uur;Duur;Toestand\n1001;2025-09-13;3;50;afwezig\n";

TEST(ProfielJson, ChosenColumnsAreRead) {
  JsonSession session;
  ASSERT_TRUE(Begin(session, {{"basis", "lessen"},
                              {"kolommen",
                               {{"Wie", "leerling"},
                                {"Dag", "datum"},
                                {"Uur", "lesuur"},
                                {"Duur", "minuten"},
                                {"Toestand", "status"}}}})["ok"]);
  session.Push(kFile);
  const json end = Ask(session.End());
  ASSERT_TRUE(end["ok"]) << end.dump();
  EXPECT_EQ(end["waarde"]["profiel"], "lessen");
  EXPECT_EQ(end["waarde"]["rijen"]["gebruikt"], 1);
  EXPECT_EQ(end["waarde"]["kolommen"][4]["veld"], "status");
}

TEST(ProfielJson, ARefusedFileShowsItsColumnsAndRows) {
  JsonSession session;
  ASSERT_TRUE(Ask(session.Begin(R"({"naam":"a.csv"})"))["ok"]);
  session.Push(kFile);
  const json end = Ask(session.End());
  ASSERT_FALSE(end["ok"]);
  EXPECT_EQ(end["fouten"][0]["code"], "onbekende_indeling");
  EXPECT_EQ(end["bestand"]["naam"], "a.csv");
  EXPECT_EQ(end["bestand"]["voorbeeld"][0], json({"Wie", "Dag", "Uur", "Duur", "Toestand"}));
  // Nothing of it counts.
  EXPECT_TRUE(Ask(session.Inspect())["waarde"]["bestanden"].empty());
  ASSERT_TRUE(Begin(session, "leerlingen")["ok"]);
  session.Push("leerling;geboortedatum\n1;2010-05-13\n");
  EXPECT_TRUE(Ask(session.End())["ok"]);
}

TEST(ProfielJson, AMistakeIsToldWithItsPlace) {
  const auto mistake = [](json profiel) {
    JsonSession session;
    const json answer = Begin(session, std::move(profiel));
    return answer["ok"].get<bool>() ? std::string() : answer["fouten"][0]["plaats"].value("pad", "");
  };
  EXPECT_EQ(mistake("lessen"), "");
  EXPECT_EQ(mistake({{"basis", "lessen"}}), "");
  EXPECT_EQ(mistake(7), "/profiel");
  EXPECT_EQ(mistake(json::object()), "/profiel/basis");
  EXPECT_EQ(mistake({{"basis", "magisch"}}), "/profiel/basis");
  EXPECT_EQ(mistake({{"basis", "lessen"}, {"kolommen", json::array()}}), "/profiel/kolommen");
  EXPECT_EQ(mistake({{"basis", "lessen"}, {"kolommen", {{"Dag", 1}}}}), "/profiel/kolommen/Dag");
  EXPECT_EQ(mistake({{"basis", "lessen"}, {"kolommen", {{"A/B", "geboortedatum"}}}}), "/profiel/kolommen/A~1B");
  EXPECT_EQ(mistake({{"basis", "lessen"}, {"kolommen", {{"Dag", "datum"}, {"Datum", "datum"}}}}),
            "/profiel/kolommen/Datum");
  EXPECT_EQ(mistake({{"basis", "lessen"}, {"kolom", json::object()}}), "/profiel/kolom");
}

TEST(ProfielJson, EveryProfileAndFieldIsListed) {
  const Json list = ProfielenToJson();
  ASSERT_EQ(list.size(), Profiles().size());
  EXPECT_EQ(list[0]["naam"], "lessen");
  EXPECT_EQ(list[0]["soort"], "lessen");
  EXPECT_EQ(list[0]["velden"][1], Json({{"veld", "datum"}, {"verplicht", true}}));
  for (const Json& profile : list) {
    EXPECT_FALSE(profile["soort"].get<std::string>().empty()) << profile["naam"];
    EXPECT_FALSE(profile["velden"].empty()) << profile["naam"];
  }
}

}  // namespace
}  // namespace verzuim
