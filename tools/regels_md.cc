// Writes docs/regels.md from the registry of rules, so that what a reader finds there is what the program applies.
//
//   regels_md docs/regels.md
#include <cstdio>
#include <fstream>
#include <string>
#include <string_view>

#include "core/rules/rule.h"

namespace verzuim {
namespace {

// A cell of a table: no bar may end it, no line may break it.
std::string Cell(std::string_view text) {
  std::string cell;
  for (const char c : text) {
    if (c == '|') cell += '\\';
    cell += c == '\n' ? ' ' : c;
  }
  return cell;
}

std::string Validity(Date from, Date through) {
  return "vanaf " + ToIso(from) + (through == kNoEnd ? std::string() : " tot en met " + ToIso(through));
}

std::string Article(const LegalRef& ref) {
  return std::string(ref.wet) + ", " + std::string(ref.artikel);
}

void AppendRule(const Rule& rule, std::string& text) {
  text += "\n## " + std::string(rule.titel) + "\n\n";
  text += "`" + std::string(rule.id) + "` · " + Article(*rule.ref) + " · " + std::string(WireName(rule.basis)) +
          " · " + Validity(rule.geldig_van, rule.geldig_tot) + "\n\n";
  text += "> " + std::string(rule.woorden) + "\n\n";
  text += std::string(rule.uitleg) + "\n\nBron: " + std::string(rule.ref->bron) + ".\n";
  const std::vector<RuleValue> values = ValuesOf(rule);
  if (values.empty()) return;
  text += "\n| waarde | is | geldig | rust op | bron |\n| --- | --- | --- | --- | --- |\n";
  for (const RuleValue& value : values) {
    text += "| " + Cell(value.naam) + " | " + Cell(value.waarde) + " | " +
            Validity(value.geldig_van, value.geldig_tot) + " | " + std::string(WireName(value.basis)) + " | " +
            Cell(Article(*value.ref)) + ": " + Cell(value.ref->bron) + " |\n";
  }
}

std::string Document() {
  std::string text =
      "# Regels\n\n"
      "<!-- Gemaakt door tools/regels_md.cc uit het register van regels. Verander dit bestand niet met de hand. -->\n\n"
      "Elke regel die het programma toepast: de woorden waarop hij rust, hoe hij daaruit volgt, zijn waarden en vanaf\n"
      "wanneer ze gelden. Een datum buiten alle rijen krijgt geen antwoord; het programma valt nooit terug op een "
      "oudere rij.\n"
      "Wat op een keuze van dit project rust, is geen wet; bij de betwiste lezingen hoort een pagina in "
      "[beslissingen](beslissingen/README.md).\n"
      "Hetzelfde als gegevens: `verzuimkit regels`.\n\n"
      "| regel | artikel | rust op | geldig |\n| --- | --- | --- | --- |\n";
  for (const Rule* rule : Rules()) {
    text += "| " + Cell(rule->titel) + " (`" + std::string(rule->id) + "`) | " + Cell(Article(*rule->ref)) + " | " +
            std::string(WireName(rule->basis)) + " | " + Validity(rule->geldig_van, rule->geldig_tot) + " |\n";
  }
  for (const Rule* rule : Rules()) AppendRule(*rule, text);
  return text;
}

}  // namespace
}  // namespace verzuim

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: regels_md FILE\n");
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
