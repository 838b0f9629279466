// Writes docs/profielen.md: every profile beside every part of the output, from the table of what profiles switch
// off.
//
//   profielen_md docs/profielen.md
#include <cstdio>
#include <fstream>
#include <string>
#include <string_view>

#include "core/options/uitgeschakeld.h"

namespace verzuim {
namespace {

struct ProfielNaam {
  Profiel profiel;
  std::string_view wire, text;
};
constexpr ProfielNaam kProfielen[] = {
#define VERZUIM_X(name, wire, text) {Profiel::k##name, wire, text},
    VERZUIM_PROFIELEN(VERZUIM_X)
#undef VERZUIM_X
};

std::string Table() {
  std::string text = "| onderdeel |";
  std::string line = "| --- |";
  for (const ProfielNaam& p : kProfielen) {
    text += " " + std::string(p.wire) + " |";
    line += " :-: |";
  }
  text += "\n" + line + "\n";
  for (int o = 0; o < kOnderdelen; ++o) {
    const auto onderdeel = static_cast<Onderdeel>(o);
    text += "| " + std::string(TextOf(onderdeel)) + " |";
    for (const ProfielNaam& p : kProfielen) text += IsUitgeschakeld(p.profiel, onderdeel) ? " – |" : " ● |";
    text += "\n";
  }
  return text;
}

std::string Reasons() {
  std::string text;
  for (const ProfielNaam& p : kProfielen) {
    const std::vector<Uitgeschakeld> entries = UitgeschakeldVoor(p.profiel);
    if (entries.empty()) continue;
    text += "\n## " + std::string(p.wire) + ": " + std::string(p.text) + "\n\n";
    for (const Uitgeschakeld& entry : entries) {
      text += "* **" + std::string(TextOf(entry.onderdeel)) + "**: " + std::string(entry.reden) + " (" +
              std::string(entry.artikel) + "; " + std::string(entry.bron) + ")\n";
    }
  }
  return text;
}

std::string Document() {
  return "# Profielen en wat ze uitschakelen\n\n"
         "<!-- Gemaakt door tools/profielen_md.cc uit core/options/uitgeschakeld.cc. Verander dit bestand niet met de "
         "hand. -->\n\n"
         "Het profiel van een school (`school.profiel` in school.json) bepaalt de standaard van de [opties](opties.md) "
         "en welke\n"
         "onderdelen er niet zijn. Wat een profiel uitschakelt, wordt gezegd en niet weggelaten: het staat met reden en "
         "artikel in\n"
         "`verslag.json` (`uitgeschakeld`) en in `problemen.csv`. Waar een bestand zou zijn geweest, staat een tekst "
         "die zegt waarom\n"
         "het er niet is (`levering.uitgeschakeld.txt`).\n\n"
         "● het is er, – het profiel schakelt het uit. Of een leerling ergens onder valt, blijkt daarnaast uit leeftijd "
         "en inschrijving.\n\n" +
         Table() + Reasons();
}

}  // namespace
}  // namespace verzuim

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: profielen_md FILE\n");
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
