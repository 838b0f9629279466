// The corpus of faults (fouten.mjs) through the core alone: every file is what it should be found to be, every row is
// accounted for, and the meldingen are those of the rows that are whole. tests/web/corpus.test.mjs does the same with
// the package, which also opens workbooks.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/json/json_session.h"

namespace verzuim {
namespace {

using nlohmann::json;

constexpr int kFaults = 27;  // of formats.md, section 3.1
const std::filesystem::path kFolder = VERZUIM_CORPUS_DIR;

std::string Read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

const json& Cases() {
  static const json cases = json::parse(Read(kFolder / "corpus.json"), nullptr, /*allow_exceptions=*/false);
  return cases;
}

// In pieces of a size that cuts characters, line ends and quotes.
json Add(JsonSession& session, const std::string& name, const std::string& bytes) {
  session.Begin(json{{"naam", name}}.dump());
  constexpr size_t kPiece = 61;
  for (size_t at = 0; at < bytes.size(); at += kPiece) session.Push(std::string_view(bytes).substr(at, kPiece));
  return json::parse(session.End());
}

json Found(const json& description, const json& outcome) {
  json out;
  for (const char* key : {"codering", "scheidingsteken", "kopregel", "profiel"}) out[key] = description[key];
  const json& rows = outcome["rijen"];
  EXPECT_EQ(rows["gelezen"], rows["gebruikt"].get<int>() + rows["afgewezen"].get<int>());
  out["rijen"] = {rows["gelezen"], rows["gebruikt"], rows["afgewezen"]};
  return out;
}

std::vector<std::string> Lines(const std::string& text, const std::string& end) {
  std::vector<std::string> lines;
  for (size_t at = 0; at < text.size();) {
    const size_t stop = std::min(text.find(end, at), text.size());
    lines.push_back(text.substr(at, stop - at));
    at = stop + end.size();
  }
  return lines;
}

// problemen.csv without the words: "bestand:regel kolom code", without that birth dates are unknown. Sorted.
std::vector<std::string> Problems(const std::string& csv) {
  std::vector<std::string> out;
  const std::vector<std::string> lines = Lines(csv, "\r\n");
  for (size_t i = 1; i < lines.size(); ++i) {
    std::vector<std::string> cells = Lines(lines[i], ";");
    for (std::string& cell : cells) cell.erase(std::remove(cell.begin(), cell.end(), '"'), cell.end());
    const std::string& column = cells.at(3);
    const std::string& code = cells.at(5);
    if (code != "geboortedatum_onbekend") {
      out.push_back(cells[0] + ":" + cells[1] + (column.empty() ? "" : " " + column) + " " + code);
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<std::string> Meldingen(const std::string& text) {
  std::vector<std::string> out;
  const json file = json::parse(text);
  for (const json& m : file["meldingen"]) {
    out.push_back(m["leerling"].get<std::string>() + " " + m["soort"].get<std::string>() + " " +
                  m["begindatum"].get<std::string>() + " " + m["einddatum"].get<std::string>() + " " +
                  std::to_string(m["minuten"].get<int>()));
  }
  return out;
}

std::vector<std::string> Sorted(const json& list) {
  auto out = list.get<std::vector<std::string>>();
  std::sort(out.begin(), out.end());
  return out;
}

void Check(const json& c) {
  JsonSession session;
  ASSERT_TRUE(json::parse(session.SetSchool(c["school"].dump()))["ok"].get<bool>());
  std::vector<json> descriptions;
  for (const json& file : c["bestanden"]) {
    const std::string name = file["naam"];
    const json answer = Add(session, name, Read(kFolder / c["map"].get<std::string>() / name));
    const json& expected = file["verwacht"];
    const json refusal = c.contains("pakket") ? c["pakket"] : expected.value("fout", json());
    if (refusal.is_null()) {
      ASSERT_TRUE(answer["ok"].get<bool>()) << answer;
      descriptions.push_back(answer["waarde"]);
    } else {
      ASSERT_FALSE(answer["ok"].get<bool>());
      EXPECT_EQ(answer["fouten"][0]["code"], refusal);
      EXPECT_EQ(answer["fouten"][0]["plaats"]["bestand"], name);
    }
  }
  if (descriptions.empty()) return;
  ASSERT_TRUE(json::parse(session.Bereken(R"({"peildatum":"2025-10-31"})"))["ok"].get<bool>());
  const json verslag = json::parse(session.File("verslag.json"));
  for (size_t i = 0; i < descriptions.size(); ++i) {
    EXPECT_EQ(Found(descriptions[i], verslag["invoer"][i]), c["bestanden"][i]["verwacht"]);
  }
  EXPECT_EQ(Problems(session.File("problemen.csv")), Sorted(c["problemen"]));
  EXPECT_EQ(Meldingen(session.File("meldingen.json")), c["meldingen"].get<std::vector<std::string>>());
  for (const json& made : c.value("uitvoer", json::array())) {
    const std::string& text = session.File(made[0].get<std::string>());
    EXPECT_NE(text.find(made[1].get<std::string>()), std::string::npos) << text;
  }
}

TEST(CorpusTest, EveryFaultHasItsFiles) {
  ASSERT_TRUE(Cases().is_array());
  std::set<int> seen;
  for (const json& c : Cases()) seen.insert(c["fout"].get<int>());
  EXPECT_EQ(seen.size(), size_t{kFaults});
  EXPECT_EQ(*seen.begin(), 1);
  EXPECT_EQ(*seen.rbegin(), kFaults);
}

TEST(CorpusTest, EveryFileIsReadAsExpected) {
  for (const json& c : Cases()) {
    SCOPED_TRACE(c["map"].get<std::string>());
    Check(c);
  }
}

}  // namespace
}  // namespace verzuim
