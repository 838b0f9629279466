// Writes docs/opties.md from the table of options, so that the page a school reads cannot differ from the program.
//
//   opties_md docs/opties.md
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <string>
#include <string_view>
#include <variant>

#include "core/base/basis.h"
#include "core/options/options.h"

namespace verzuim {
namespace {

struct ProfielNaam {
  Profiel profiel;
  std::string_view wire_name;
};

constexpr ProfielNaam kProfielen[] = {
#define VERZUIM_X(name, wire, text) {Profiel::k##name, wire},
    VERZUIM_PROFIELEN(VERZUIM_X)
#undef VERZUIM_X
};

std::string Show(const OptionValue& value) {
  if (const bool* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
  if (const int64_t* number = std::get_if<int64_t>(&value)) return std::to_string(*number);
  return "\"" + std::get<std::string>(value) + "\"";
}

std::string Allowed(const OptionInfo& info) {
  switch (info.kind) {
    case OptionInfo::Kind::kBool:
      return "`true`, `false`";
    case OptionInfo::Kind::kInt:
      return std::to_string(info.minimum) + " t/m " + std::to_string(info.maximum);
    case OptionInfo::Kind::kEnum:
      break;
  }
  std::string values;
  for (const std::string_view value : info.values) {
    if (!values.empty()) values += ", ";
    values += "`\"" + std::string(value) + "\"`";
  }
  return values;
}

// The default of vo, and after it every profile that has another.
std::string Defaults(const OptionInfo& info) {
  const OptionValue common = GetOption(DefaultOptions(Profiel::kVo), info);
  std::string text = "`" + Show(common) + "`";
  for (const auto& [profiel, wire_name] : kProfielen) {
    const OptionValue own = GetOption(DefaultOptions(profiel), info);
    if (own != common) text += "; " + std::string(wire_name) + ": `" + Show(own) + "`";
  }
  return text;
}

std::string Document() {
  std::string text =
      "# Opties\n\n"
      "<!-- Gemaakt door tools/opties_md.cc uit core/options/options.def. Verander dit bestand niet met de hand. "
      "-->\n\n"
      "Deze waarden kan een school zetten in `school.json`, onder `opties`. Wie niets zet, krijgt de standaard van "
      "het\n"
      "profiel van de school. Een naam die niet bestaat of een waarde die niet mag, is een fout.\n\n"
      "```json\n{ \"school\": { \"profiel\": \"vo\" }, \"opties\": { \"uur\": \"klokuur\" } }\n```\n\n"
      "De kolom *rust op* zegt waar de standaard vandaan komt: de wet, voorlichting van overheden, een keuze van de\n"
      "school, of een keuze van dit project waar de teksten zwijgen. Een keuze van het project is geen wet.\n\n"
      "| optie | standaard | mag zijn | rust op | wat het doet |\n| --- | --- | --- | --- | --- |\n";
  for (const OptionInfo& info : OptionTable()) {
    text += "| `" + std::string(info.name) + "` | " + Defaults(info) + " | " + Allowed(info) + " | " +
            std::string(WireName(info.basis)) + " | " + std::string(info.text) + " |\n";
  }
  return text;
}

}  // namespace
}  // namespace verzuim

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: opties_md FILE\n");
    return 2;
  }
  std::ofstream out(argv[1], std::ios::binary);
  out << verzuim::Document();
  out.close();
  if (!out) {
    std::fprintf(stderr, "cannot write %s\n", argv[1]);
    return 1;
  }
  return 0;
}
