// Runs every vector of this folder through the boundary that wasm binds: school.json and CSV in, meldingen.json out.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "core/json/json_session.h"
#include "core/options/options.h"
#include "core/register/reason.h"
#include "core/rules/rule.h"

namespace verzuim {
namespace {

using nlohmann::json;

const std::filesystem::path kFolder = VERZUIM_SOURCE_DIR "/tests/vectors";

std::string ReadText(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

struct NamedVector {
  std::string file;
  json vector;
};

// All vectors, in order of file name. A file that is not JSON gives one vector without an id, which fails.
std::vector<NamedVector> ReadVectors() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(kFolder)) {
    const std::filesystem::path& path = entry.path();
    if (path.extension() == ".json" && path.stem().extension() != ".schema") paths.push_back(path);
  }
  std::sort(paths.begin(), paths.end());
  std::vector<NamedVector> all;
  for (const auto& path : paths) {
    const json vectors = json::parse(ReadText(path), nullptr, /*allow_exceptions=*/false);
    if (!vectors.is_array() || vectors.empty()) all.push_back({path.filename().string(), json::object()});
    for (const json& vector : vectors) all.push_back({path.filename().string(), vector});
  }
  return all;
}

const std::vector<NamedVector>& Vectors() {
  static const std::vector<NamedVector> vectors = ReadVectors();
  return vectors;
}

std::string Joined(const json& lines) {
  std::string text;
  for (const json& line : lines) text += line.get<std::string>() + "\n";
  return text;
}

json Ask(const std::string& answer) {
  return json::parse(answer, nullptr, /*allow_exceptions=*/false);
}
bool IsOk(const json& answer) {
  return answer.value("ok", false);
}

// What a vector says that is not so, one line each; empty when all of it holds.
class Judge {
 public:
  explicit Judge(const json& vector) : vector_(vector), expected_(vector["verwacht"]) {}

  std::string Differences() {
    const json answer = Compute();
    const int exit = expected_.value("exit", 0);
    if (IsOk(answer) != (exit == 0)) {
      Say("expected exit " + std::to_string(exit) + ", answered " + answer.dump().substr(0, 400));
    }
    if (IsOk(answer) && exit == 0) {
      CompareMeldingen(Ask(session_.File("meldingen.json"))["meldingen"]);
      if (expected_.contains("signalen")) CompareSignalen(Ask(session_.File("signalen.json"))["signalen"]);
      if (expected_.contains("vergelijking")) CompareVergelijking(Ask(session_.File("vergelijking.json")));
      CompareUitvoer();
      if (expected_.contains("afgewezen")) {
        const json& rejected = answer["waarde"]["samenvatting"]["rijen"]["afgewezen"];
        if (rejected != expected_["afgewezen"]) Say("rows rejected: " + rejected.dump());
      }
    }
    return differences_;
  }

 private:
  void Say(const std::string& difference) { differences_ += "  " + difference + "\n"; }

  // The first answer that refuses, or that of Bereken.
  json Compute() {
    json answer = Ask(session_.SetSchool(vector_["school"].dump()));
    if (!IsOk(answer)) return answer;
    answer = Load("leerlingen.csv", Joined(vector_["leerlingen"]));
    for (const json& file : vector_["bestanden"]) {
      if (IsOk(answer)) answer = Load(file["naam"].get<std::string>(), Joined(file["regels"]));
    }
    if (!IsOk(answer)) return answer;
    json request = json::object();
    for (const char* key : {"peildatum", "onbekend"}) {
      if (vector_.contains(key)) request[key] = vector_[key];
    }
    if (vector_.contains("verzonden")) request["verzonden"] = vector_["verzonden"].dump();
    return Ask(session_.Bereken(request.dump()));
  }
  json Load(const std::string& name, const std::string& text) {
    const json begun = Ask(session_.Begin(json{{"naam", name}}.dump()));
    if (!IsOk(begun)) return begun;
    session_.Push(text);
    return Ask(session_.End());
  }

  static bool Says(const json& melding, const std::string& key, const json& value) {
    if (key == "grond") return melding["grond"]["regel"] == value;
    return melding.contains(key) && melding[key] == value;
  }
  // Each expected melding has its own that says the same under every key given, and none is left over.
  void CompareMeldingen(json meldingen) {
    std::set<std::string> let_op;
    for (const json& melding : meldingen) {
      for (const json& item : melding["let_op"]) let_op.insert(item["code"].get<std::string>());
    }
    for (const json& wanted : expected_["meldingen"]) {
      const auto found = std::find_if(meldingen.begin(), meldingen.end(), [&](const json& melding) {
        for (auto item = wanted.begin(); item != wanted.end(); ++item) {
          if (!Says(melding, item.key(), item.value())) return false;
        }
        return true;
      });
      if (found == meldingen.end()) {
        Say("missing: " + wanted.dump());
      } else {
        meldingen.erase(found);
      }
    }
    for (json& melding : meldingen) {
      for (const char* key : {"regels", "duo", "grond", "let_op"}) melding.erase(key);
      Say("too many: " + melding.dump());
    }
    for (const json& code : expected_.value("let_op", json::array())) {
      if (let_op.count(code.get<std::string>()) == 0) Say("let_op is missing: " + code.dump());
    }
  }

  // The four lists whole, in order; of each entry what a person acts on.
  void CompareVergelijking(const json& vergelijking) {
    json found = json::object();
    for (const char* list : {"nieuw", "ongewijzigd", "te_corrigeren", "in_te_trekken"}) {
      found[list] = json::array();
      for (const json& entry : vergelijking[list]) {
        json codes = json::array();
        for (const json& reden : entry["redenen"]) codes.push_back(reden["code"]);
        const json& melding = entry["melding"].is_null() ? entry["verzonden"] : entry["melding"];
        found[list].push_back({{"leerling", entry["leerling"]},
                               {"soort", melding["soort"]},
                               {"stand", entry["termijn"]["stand"]},
                               {"redenen", codes}});
      }
    }
    if (found != expected_["vergelijking"]) Say("vergelijking: " + found.dump());
  }

  // In order; of each the keys given.
  void CompareUitvoer() {
    for (const json& place : expected_.value("uitvoer", json::array())) {
      const json file = Ask(session_.File(place["bestand"].get<std::string>()));
      const json::json_pointer at(place["pad"].get<std::string>());
      const json found = file.contains(at) ? file[at] : json();
      if (file.is_object() && found == place["waarde"]) continue;
      Say(place["bestand"].get<std::string>() + " " + place.dump() + " is " + found.dump());
    }
  }
  void CompareSignalen(const json& signalen) {
    const json& wanted = expected_["signalen"];
    json found = json::array();
    for (size_t i = 0; i < signalen.size(); ++i) {
      json signaal = signalen[i];
      signaal["redenen"] = json::array();
      for (const json& reden : signaal["reden_niet_deelbaar"]) signaal["redenen"].push_back(reden["code"]);
      std::set<std::string> dagen;
      for (const json& regel : signaal["regels"]) dagen.insert(regel["datum"].get<std::string>());
      signaal["dagen"] = dagen;
      json asked = json::object();
      for (const char* key :
           {"regel", "stap", "van", "tot", "waarde", "drempel", "ontvanger", "deelbaar", "redenen", "dagen"}) {
        if (i >= wanted.size() || wanted[i].contains(key)) asked[key] = signaal[key];
      }
      found.push_back(asked);
    }
    if (found != wanted) Say("signalen: " + found.dump() + "\n  wanted:   " + wanted.dump());
  }

  const json& vector_;
  const json& expected_;
  JsonSession session_;
  std::string differences_;
};

class VectorsTest : public testing::TestWithParam<size_t> {};

TEST_P(VectorsTest, Holds) {
  const json& vector = Vectors()[GetParam()].vector;
  ASSERT_TRUE(vector.contains("id") && vector.contains("verwacht")) << Vectors()[GetParam()].file;
  const std::string differences = Judge(vector).Differences();
  const std::string about = vector["id"].get<std::string>() + ": " + vector["waarom"].get<std::string>() + "\n";
  if (vector["status"] == "bekend_gat") {
    EXPECT_NE(differences, "") << about << "a known gap is closed: change its status";
  } else {
    EXPECT_EQ(differences, "") << about;
  }
}

std::string NameOf(const testing::TestParamInfo<size_t>& info) {
  std::string name = Vectors()[info.param].vector.value("id", "unreadable_" + Vectors()[info.param].file);
  std::replace_if(
      name.begin(), name.end(), [](char c) { return !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')); }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(All, VectorsTest, testing::Range(size_t{0}, Vectors().size()), NameOf);

// ---- the vectors as a whole
// -------------------------------------------------------------------------------------------

TEST(VectorsAsAWhole, EveryIdIsUsedOnce) {
  std::set<std::string> seen;
  for (const NamedVector& named : Vectors()) {
    EXPECT_TRUE(seen.insert(named.vector.value("id", "")).second) << named.vector.value("id", "");
  }
  EXPECT_GE(seen.size(), 200u);
}

TEST(VectorsAsAWhole, EveryFileIsDescribed) {
  const std::string readme = ReadText(kFolder / "README.md");
  std::set<std::string> files;
  for (const NamedVector& named : Vectors()) files.insert(named.file);
  for (const std::string& file : files) EXPECT_NE(readme.find("`" + file + "`"), std::string::npos) << file;
  for (size_t at = readme.find("| `"); at != std::string::npos; at = readme.find("| `", at + 1)) {
    const std::string file = readme.substr(at + 3, readme.find('`', at + 3) - at - 3);
    EXPECT_EQ(files.count(file), 1u) << file;
  }
}

TEST(VectorsAsAWhole, EveryRuleHasVectorsAndEveryVectorARule) {
  std::map<std::string, int> per_rule;
  for (const Rule* rule : Rules()) per_rule[std::string(rule->id)] = 0;
  for (const NamedVector& named : Vectors()) {
    const std::string rule = named.vector.value("regel", "");
    if (rule == "invoer") continue;  // about files and settings, not about the law
    EXPECT_EQ(per_rule.count(rule), 1u) << named.vector.value("id", "") << " names " << rule;
    ++per_rule[rule];
  }
  for (const auto& [rule, vectors] : per_rule) EXPECT_GE(vectors, 1) << rule;
}

// Whether something comes out of the vector: one that gives nothing shows nothing of its rule by itself.
bool HasOutcome(const json& vector) {
  const json& expected = vector["verwacht"];
  if (expected.value("exit", 0) != 0) return true;
  for (const char* list : {"meldingen", "signalen", "let_op", "uitvoer"}) {
    if (!expected.value(list, json::array()).empty()) return true;
  }
  for (const auto& item : expected.items()) {
    if (item.key() == "vergelijking" && !item.value().empty()) return true;
    if (item.key() == "afgewezen" && item.value() > 0) return true;
  }
  return false;
}

// The rules that no vector with an outcome names.
std::set<std::string> WithoutExercise(const std::vector<std::string>& rules,
                                      const std::vector<NamedVector>& vectors) {
  std::set<std::string> missing(rules.begin(), rules.end());
  for (const NamedVector& named : vectors) {
    if (HasOutcome(named.vector)) missing.erase(named.vector.value("regel", ""));
  }
  return missing;
}

TEST(VectorsAsAWhole, EveryRuleIsExercisedByAVectorWithAnOutcome) {
  std::vector<std::string> rules;
  for (const Rule* rule : Rules()) rules.emplace_back(rule->id);
  for (const std::string& rule : WithoutExercise(rules, Vectors())) ADD_FAILURE() << rule;
}

TEST(VectorsAsAWhole, ARuleWithoutVectorsOrWithEmptyOnesIsFound) {
  const auto vector = [](const char* rule, json expected) {
    return NamedVector{"", {{"regel", rule}, {"verwacht", std::move(expected)}}};
  };
  const json none = {{"meldingen", json::array()}, {"afgewezen", 0}};
  const json one = {{"meldingen", {{{"soort", "16u"}}}}};
  EXPECT_EQ(WithoutExercise({"a", "b", "c"}, {vector("a", none), vector("b", one)}),
            (std::set<std::string>{"a", "c"}));
}

TEST(VectorsAsAWhole, EveryOptionIsSetAtLeastTwice) {
  std::map<std::string, int> set;
  for (const NamedVector& named : Vectors()) {
    const json options = named.vector["school"].value("opties", json::object());
    for (const auto& item : options.items()) ++set[item.key()];
  }
  for (const OptionInfo& info : OptionTable()) {
    if (info.name.rfind("levering_", 0) == 0) continue;  // no melding depends on these
    EXPECT_GE(set[std::string(info.name)], 2) << info.name;
  }
}

TEST(VectorsAsAWhole, EveryProfileAndEveryReasonClassOccurs) {
  std::set<std::string> profiles, classes;
  for (const NamedVector& named : Vectors()) {
    profiles.insert(named.vector["school"]["school"].value("profiel", ""));
    const std::string rows = named.vector["bestanden"].dump();
    for (const auto& [code, klass] : named.vector["school"]["codes"].items()) {
      if (rows.find(";" + code + ";") != std::string::npos || rows.find(";" + code + "\"") != std::string::npos) {
        classes.insert(klass.get<std::string>());
      }
    }
  }
#define VERZUIM_X(name, wire, text) EXPECT_EQ(profiles.count(wire), 1u) << wire;
  VERZUIM_PROFIELEN(VERZUIM_X)
#undef VERZUIM_X
#define VERZUIM_X(name, wire, judgement, ground) EXPECT_EQ(classes.count(wire), 1u) << wire;
  VERZUIM_REASON_CLASSES(VERZUIM_X)
#undef VERZUIM_X
}

// The example numbers of the rule book: b11-01 to b11-24.
TEST(VectorsAsAWhole, EveryWorkedExampleIsThere) {
  std::set<std::string> examples;
  for (const NamedVector& named : Vectors()) {
    const std::string id = named.vector.value("id", "");
    if (id.rfind("b11-", 0) == 0) examples.insert(id.substr(4, 2));
  }
  EXPECT_EQ(examples.size(), 24u);
}

}  // namespace
}  // namespace verzuim
