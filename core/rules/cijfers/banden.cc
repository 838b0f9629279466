// Bands and terms of the attendance monitor: MD-MTSS and the practice that followed it.
#include <string>

#include "core/rules/cijfers/definities.h"

namespace verzuim::cijfers {
namespace {

constexpr LegalRef kMtss = {"MD-MTSS", "aanwezigheid in lagen",
                            "Kearney en Graczyk 2020, doi 10.1007/s10567-020-00317-1; Attendance Works"};
constexpr LegalRef kKeuze = {"MD-MTSS", "grenzen 5 en 50", "de bron noemt geen grenzen; gangbaar in de praktijk"};

struct Row {
  std::string_view wire;
  int vanaf;
};
constexpr Row kRows[] = {
#define VERZUIM_X(name, wire, from) {wire, from},
    VERZUIM_MONITOR_TERMEN(VERZUIM_X)
#undef VERZUIM_X
};
static_assert(std::size(kRows) == kTermen);

}  // namespace

const Rule kBanden = {
    "cijfers.banden",
    "Banden en termen van de aanwezigheidsmonitor",
    "Attendance Works: chronic absence is missing 10 percent or more of school for any reason; severe is 20 percent "
    "or more.",
    "De monitor deelt leerlingen in naar het deel van hun lestijd dat zij misten, om welke reden ook. Precies op een "
    "grens hoort bij de lagere band, zoals in de levering; bij de termen chronisch en ernstig hoort precies op de "
    "grens er wel bij. De wet kent deze grenzen niet; een school kan andere banden kiezen (monitor in school.json).",
    Day(2009, 8, 1),
    kNoEnd,
    Basis::kProjectkeuze,
    &kMtss};

std::vector<RuleValue> BandenValues() {
  std::vector<RuleValue> values;
  std::string bounds;
  for (const int bound : kBandGrenzen) bounds += (bounds.empty() ? "" : ", ") + std::to_string(bound);
  values.push_back(
      {"grenzen van de banden", bounds + " procent", kBanden.geldig_van, kNoEnd, Basis::kProjectkeuze, &kKeuze});
  for (const Row& row : kRows) {
    values.push_back({row.wire, "vanaf " + std::to_string(row.vanaf) + " procent", kBanden.geldig_van, kNoEnd,
                      Basis::kVoorlichting, &kMtss});
  }
  return values;
}

std::string_view WireName(Term term) {
  return kRows[static_cast<size_t>(term)].wire;
}
int TermVanaf(Term term) {
  return kRows[static_cast<size_t>(term)].vanaf;
}
bool HeeftTerm(Term term, int64_t absent, int64_t due) {
  return 100 * absent >= TermVanaf(term) * due;
}

}  // namespace verzuim::cijfers
