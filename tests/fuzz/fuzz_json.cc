// Any bytes at the JSON edge: school.json, a file and a request, set apart by NUL bytes. Every answer is valid JSON
// in the envelope, a school that was accepted reads back the same, and what a run writes is valid and complete.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string_view>

#include "core/json/beleid_json.h"
#include "core/json/json_session.h"
#include "tests/fuzz/require.h"

namespace {

using nlohmann::json;
using verzuim::Require;

json Answer(const std::string& text) {
  json answer = json::parse(text, nullptr, false);
  Require(!answer.is_discarded() && answer.is_object() && answer.contains("ok"), "an answer is an envelope");
  const bool ok = answer["ok"].get<bool>();
  Require(ok ? answer.contains("waarde") : !answer["fouten"].empty(), "a value, or problems");
  return answer;
}

void CheckFiles(const verzuim::JsonSession& session, const json& answer) {
  const json& rows = answer["waarde"]["samenvatting"]["rijen"];
  Require(rows["gelezen"] == rows["gebruikt"].get<uint64_t>() + rows["afgewezen"].get<uint64_t>(),
          "rows read = used + rejected");
  for (const json& file : answer["waarde"]["bestanden"]) {
    const std::string name = file["naam"].get<std::string>();
    const std::string& bytes = session.File(name);
    Require(bytes.size() == file["bytes"].get<size_t>(), "a file is what its entry says");
    if (name.ends_with(".json")) Require(json::accept(bytes), "a JSON file is JSON");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  std::array<std::string_view, 3> parts;
  for (size_t i = 0; i < parts.size(); ++i) {
    const size_t end = i + 1 < parts.size() ? std::min(rest.find('\0'), rest.size()) : rest.size();
    parts[i] = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  Answer(verzuim::SchoolgidsJson(parts[0]));
  verzuim::JsonSession session;
  const json school = Answer(session.SetSchool(parts[0]));
  if (school["ok"].get<bool>()) {
    const std::string written = school["waarde"].dump();
    const json again = Answer(session.SetSchool(written));
    Require(again["ok"].get<bool>() && again["waarde"] == school["waarde"], "what is written reads back the same");
  }
  Answer(session.Begin(R"({"naam":"f.csv"})"));
  session.Push(parts[1]);
  Answer(session.End());
  Answer(session.Inspect());
  const json answer = Answer(session.Bereken(parts[2]));
  if (answer["ok"].get<bool>()) CheckFiles(session, answer);
  Answer(verzuim::RegelsJson(parts[2]));
  return 0;
}
