#include "core/import/medical.h"

#include <string>

#include "core/import/text.h"

namespace verzuim {
namespace {

// Anywhere in a folded name. Whole words or stems that no other word of a school's export holds: "arts" is not among
// them, for "startschool" holds it.
constexpr std::string_view kStems[] = {
    "aandoening", "aardziekte",  "adhd",         "allergi",      "autis",      "beperking",  "diabet",
    "diagnos",    "dyslexi",     "epilep",       "gezondheid",   "handicap",   "huisarts",   "jeugdarts",
    "kinderarts", "klacht",      "medicatie",    "medication",   "medicijn",   "medisch",    "medical",
    "psychia",    "psychisch",   "psycholo",     "redenziekte",  "schoolarts", "specialist", "stoornis",
    "symptom",    "symptoom",    "syndroom",     "soortziekte",  "tandarts",   "therap",     "ziektebeeld",
    "ziektenaam", "ziektesoort", "zorgverlener", "zorgverzeker", "ziekenhuis",
};

}  // namespace

bool NamesMedical(std::string_view header) {
  const std::string name = FoldName(header);
  for (const std::string_view stem : kStems) {
    if (name.find(stem) != std::string::npos) return true;
  }
  return name.substr(0, 4) == "arts";
}

}  // namespace verzuim
