#include "core/json/json_session.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <vector>

namespace verzuim {
namespace {

using nlohmann::json;

constexpr const char* kSchool =
    R"({"school":{"profiel":"vo"},"kalender":{"regio":"midden"},"codes":{"SP":"spijbelen","Z":"ziekte"}})";

json Ask(std::string answer) {
  return json::parse(answer, nullptr, false);
}

std::string Truancy(int rows) {
  std::string text = "leerling;datum;lesuur;minuten;status;reden;gemist\n";
  const char* days[] = {"2025-09-01", "2025-09-02", "2025-09-03"};
  for (int i = 0; i < rows; ++i) {
    text += std::string("1001;") + days[i / 6] + ";" + std::to_string(i % 6 + 1) + ";50;afwezig;SP;\n";
  }
  return text;
}

void Load(JsonSession& session, const std::string& text, size_t chunk = 1 << 20, std::string name = "lessen.csv") {
  ASSERT_TRUE(Ask(session.Begin(json{{"naam", name}}.dump()))["ok"]);
  for (size_t at = 0; at < text.size(); at += chunk) session.Push(std::string_view(text).substr(at, chunk));
  const json end = Ask(session.End());
  ASSERT_TRUE(end["ok"]) << end.dump();
}

TEST(JsonSession, FromRowsToAMelding) {
  JsonSession session;
  ASSERT_TRUE(Ask(session.SetSchool(kSchool))["ok"]);
  Load(session, Truancy(16));
  const json answer = Ask(session.Bereken("{}"));
  ASSERT_TRUE(answer["ok"]) << answer.dump();
  EXPECT_EQ(answer["waarde"]["samenvatting"]["meldingen"]["16u"], 1);
  const json meldingen = json::parse(session.File("meldingen.json"))["meldingen"];
  ASSERT_EQ(meldingen.size(), 1u);
  EXPECT_EQ(meldingen[0]["leerling"], "1001");
  EXPECT_EQ(meldingen[0]["minuten"], 960);
  EXPECT_EQ(meldingen[0]["begindatum"], "2025-09-01");
  EXPECT_EQ(meldingen[0]["einddatum"], "2025-09-03");
  EXPECT_EQ(meldingen[0]["uiterste_datum"], "2025-09-10");
  ASSERT_EQ(meldingen[0]["regels"].size(), 16u);
  EXPECT_EQ(meldingen[0]["regels"][0]["regel"], 2);
  EXPECT_EQ(meldingen[0]["regels"][0]["bestand"], "lessen.csv");
}

// Three hundred pupils, so that a run takes several steps.
void LoadMany(JsonSession& session) {
  std::string text = "leerling;datum;lesuur;minuten;status;reden\n";
  for (int pupil = 1000; pupil < 1300; ++pupil) {
    for (int lesuur = 1; lesuur < 7; ++lesuur) {
      text += std::to_string(pupil) + ";2025-09-01;" + std::to_string(lesuur) + ";50;afwezig;SP\n";
    }
  }
  session.SetSchool(kSchool);
  Load(session, text);
}

TEST(JsonSession, ARunInStepsIsTheRun) {
  JsonSession whole, stepped;
  LoadMany(whole);
  LoadMany(stepped);
  const std::string expected = whole.Bereken("{}");
  ASSERT_EQ(stepped.BerekenBegin("{}"), R"({"ok":true,"waarde":{}})");
  int last = -1;
  size_t steps = 0;
  std::string answer = stepped.BerekenStap();
  // The package knows a step that was not the last by these bytes.
  for (; answer.rfind(R"({"ok":true,"waarde":{"deel")", 0) == 0; answer = stepped.BerekenStap()) {
    const int share = Ask(answer)["waarde"]["deel"];
    EXPECT_LE(last, share);
    EXPECT_LE(share, 1000);
    last = share;
    ++steps;
  }
  EXPECT_GT(steps, 20u);
  EXPECT_EQ(answer, expected);
  EXPECT_GT(whole.File("verslag.json").size(), 100u);
  EXPECT_EQ(stepped.File("verslag.json"), whole.File("verslag.json"));
}

TEST(JsonSession, ARunThatIsGivenUpLeavesEverythingAsItWas) {
  JsonSession session;
  LoadMany(session);
  const std::string expected = session.Bereken("{}");
  for (int steps = 0; steps < 40; steps += 3) {
    session.BerekenBegin("{}");
    for (int i = 0; i < steps; ++i) session.BerekenStap();
    session.BerekenStop();
    EXPECT_FALSE(Ask(session.BerekenStap())["ok"]);
    EXPECT_EQ(session.Bereken("{}"), expected);
  }
  // Another school or another file ends it too: half a run must not go on with something else.
  session.BerekenBegin("{}");
  session.SetSchool(kSchool);
  EXPECT_FALSE(Ask(session.BerekenStap())["ok"]);
  session.BerekenBegin("{}");
  Load(session, Truancy(3), 1 << 20, "meer.csv");
  EXPECT_FALSE(Ask(session.BerekenStap())["ok"]);
  EXPECT_FALSE(Ask(session.BerekenBegin("[]"))["ok"]);
}

TEST(JsonSession, FifteenHoursAreNoMelding) {
  JsonSession session;
  session.SetSchool(kSchool);
  Load(session, Truancy(15));
  EXPECT_EQ(Ask(session.Bereken("{}"))["waarde"]["samenvatting"]["meldingen"]["16u"], 0);
}

TEST(JsonSession, AnUnknownCodeStopsTheRunUntilItIsDecided) {
  JsonSession session;
  session.SetSchool(R"({"kalender":{"regio":"midden"}})");
  Load(session, Truancy(16));
  const json refused = Ask(session.Bereken("{}"));
  ASSERT_FALSE(refused["ok"]);
  EXPECT_EQ(refused["fouten"][0]["code"], "onbekende_code");
  EXPECT_NE(refused["fouten"][0]["bericht"].get<std::string>().find("\"SP\" (16 regels)"), std::string::npos);
  EXPECT_TRUE(session.File("meldingen.json").empty());
  EXPECT_EQ(Ask(session.Inspect())["waarde"]["codes"][0]["klasse"], nullptr);

  EXPECT_EQ(Ask(session.Bereken(R"({"onbekend":"ongeoorloofd"})"))["waarde"]["samenvatting"]["meldingen"]["16u"], 1);
  const json ignored = Ask(session.Bereken(R"({"onbekend":"negeer"})"));
  EXPECT_EQ(ignored["waarde"]["samenvatting"]["afgewezen_per_reden"]["code_genegeerd"], 16);
  EXPECT_EQ(ignored["waarde"]["samenvatting"]["rijen"], (json{{"gelezen", 16}, {"gebruikt", 0}, {"afgewezen", 16}}));
  session.SetSchool(kSchool);
  EXPECT_EQ(Ask(session.Bereken("{}"))["waarde"]["samenvatting"]["meldingen"]["16u"], 1)
      << "no second reading needed";
}

TEST(JsonSession, SplittingTheBytesAnywhereDoesNotMatter) {
  const std::string text =
      Truancy(16) + "1002;2025-09-01;1;50;aanwezig;;\n\"1003\";2025-09-31;1;50;aanwezig;;\n1003;half";
  const auto files = [&](size_t chunk) {
    JsonSession session;
    session.SetSchool(kSchool);
    Load(session, text, chunk);
    EXPECT_TRUE(Ask(session.Bereken("{}"))["ok"]);
    std::string all;
    for (const char* name : {"meldingen.json", "problemen.csv", "levering.json", "verslag.json"})
      all += session.File(name);
    return all;
  };
  const std::string whole = files(1 << 20);
  for (size_t chunk = 1; chunk < 120; ++chunk) ASSERT_EQ(files(chunk), whole) << chunk;
}

TEST(JsonSession, TwoFilesSayWhatOneSays) {
  const std::string text = Truancy(16);
  const size_t header = text.find('\n') + 1;
  const size_t half = text.find('\n', text.size() / 2) + 1;
  JsonSession one, two;
  for (JsonSession* session : {&one, &two}) session->SetSchool(kSchool);
  Load(one, text);
  Load(two, text.substr(0, half), 1 << 20, "a.csv");
  Load(two, text.substr(0, header) + text.substr(half), 1 << 20, "b.csv");
  one.Bereken("{}");
  two.Bereken("{}");
  const auto without_rows = [](const JsonSession& session) {
    json meldingen = json::parse(session.File("meldingen.json"))["meldingen"];
    for (json& melding : meldingen) {
      for (json& regel : melding["regels"]) {
        regel.erase("bestand");
        regel.erase("regel");
      }
    }
    return meldingen;
  };
  EXPECT_EQ(without_rows(one), without_rows(two));
  EXPECT_EQ(one.File("levering.json"), two.File("levering.json"));
}

TEST(JsonSession, VerslagKnowsFilesAndSumsAndNoPupil) {
  JsonSession session;
  session.SetSchool(kSchool);
  std::string text = Truancy(16);
  for (size_t at = 0; (at = text.find("1001;", at)) != std::string::npos;) text.replace(at, 4, "LEERLING-77");
  Load(session, text);
  const json answer = Ask(session.Bereken(R"({"module":{"sha256":"ab"},"milliseconden":{"lezen":3}})"));
  const std::string& bytes = session.File("verslag.json");
  EXPECT_EQ(bytes.find("LEERLING-77"), std::string::npos);
  const json verslag = json::parse(bytes);
  EXPECT_EQ(verslag["module"]["sha256"], "ab");
  EXPECT_EQ(verslag["milliseconden"]["lezen"], 3);
  EXPECT_EQ(verslag["invoer"][0]["rijen"]["gelezen"], 16);
  EXPECT_EQ(verslag["uitvoer"].size() + 1, answer["waarde"]["bestanden"].size());
  EXPECT_EQ(verslag["regels"][0]["regel"], "lpw.21a.1");
}

TEST(JsonSession, AMistypedYearDoesNotBecomeThePeildatum) {
  JsonSession session;
  session.SetSchool(kSchool);
  Load(session, Truancy(16) + "1001;2062-09-04;1;50;aanwezig;;\n");
  const json refused = Ask(session.Bereken("{}"));
  ASSERT_FALSE(refused["ok"]);
  EXPECT_EQ(refused["fouten"][0]["code"], "peildatum_nodig");
  EXPECT_EQ(refused["fouten"][0]["plaats"]["pad"], "/peildatum");
  EXPECT_EQ(Ask(session.Bereken(R"({"peildatum":"2025-10-31"})"))["waarde"]["samenvatting"]["meldingen"]["16u"], 1);
}

TEST(JsonSession, TheHostMayTakeTheFingerprint) {
  const std::string digest(64, 'a');
  JsonSession session;
  session.Begin(R"({"naam":"lessen.csv","sha256":false})");
  session.Push(Truancy(1));
  EXPECT_FALSE(Ask(session.End(R"({"sha256":"abc"})"))["ok"]);
  EXPECT_EQ(Ask(session.End(json{{"sha256", digest}}.dump()))["waarde"]["sha256"], digest);
}

TEST(JsonSession, CallsOutOfOrderAreAnswered) {
  JsonSession session;
  EXPECT_EQ(Ask(session.Bereken("{}"))["fouten"][0]["code"], "geen_register");
  EXPECT_FALSE(Ask(session.End())["ok"]);
  EXPECT_FALSE(session.Push("x"));
  EXPECT_FALSE(Ask(session.Begin("{}"))["ok"]);
  EXPECT_TRUE(Ask(session.Begin(R"({"naam":"a.csv"})"))["ok"]);
  EXPECT_FALSE(Ask(session.Begin(R"({"naam":"b.csv"})"))["ok"]);
  EXPECT_FALSE(Ask(session.Bereken("{}"))["ok"]);
  session.Push(Truancy(3));
  session.Abort();
  EXPECT_EQ(Ask(session.Bereken("{}"))["fouten"][0]["code"], "geen_register") << "nothing of the file stays";
  EXPECT_EQ(Ask(session.Bereken(R"({"peildatum":"morgen"})"))["fouten"][0]["plaats"]["pad"], "/peildatum");
}

TEST(JsonSession, ARegisterWithoutOneUsableRowIsToldApartFromNone) {
  JsonSession session;
  Load(session, "leerling;datum;lesuur;minuten;status;reden;gemist\n1001;2025-02-30;1;50;aanwezig;;\n");
  const json fouten = Ask(session.Bereken("{}"))["fouten"];
  ASSERT_EQ(fouten.size(), 2u);
  EXPECT_EQ(fouten[0]["code"], "geen_bruikbare_regel");
  EXPECT_EQ(fouten[0]["plaats"]["bestand"], "lessen.csv");
  EXPECT_EQ(fouten[1]["code"], "datum_ongeldig");
  EXPECT_EQ(fouten[1]["plaats"]["regel"], 2);
}

}  // namespace
}  // namespace verzuim
