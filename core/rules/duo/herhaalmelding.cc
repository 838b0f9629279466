// Follow-up meldingen under continuous absence.
#include "core/rules/duo/guidance.h"

namespace verzuim::duo {
namespace {

constexpr LegalRef kRef = {"Voorlichting verzuim", "herhaalmelding", "DUO, Soorten verzuim en Verzuimhulp"};

// DUO: one melding per 7 calendar days
constexpr Dated<int> kDagen[] = {{Day(2020, 8, 1), kNoEnd, 7, Basis::kVoorlichting, &kRef}};
static_assert(IsWellFormed(kDagen));
static_assert(Options{}.wekelijks_min_dagen == kDagen[0].value);

// DUO: up to 4 herhaalmeldingen
constexpr Dated<int> kHoogstens[] = {{Day(2020, 8, 1), kNoEnd, 4, Basis::kVoorlichting, &kRef}};
static_assert(IsWellFormed(kHoogstens));
static_assert(Options{}.wekelijks_max == kHoogstens[0].value);

}  // namespace

const Rule kHerhaalmelding = {"duo.herhaalmelding",
                              "Vervolgmelding en wekelijkse melding",
                              "De dag na de einddatum van de 1e melding begint u opnieuw te tellen.",
                              "Elke volgende zestien uur in vier lesweken is een nieuwe melding. Is een leerling "
                              "aaneengesloten afwezig, dan mag "
                              "de school volstaan met een melding per zeven kalenderdagen, hoogstens vier keer na de "
                              "eerste (optie aaneengesloten "
                              "wekelijks).",
                              Day(2020, 8, 1),
                              kNoEnd,
                              Basis::kVoorlichting,
                              &kRef};

std::vector<RuleValue> HerhaalmeldingValues() {
  std::vector<RuleValue> values;
  AddValues(values, "kalenderdagen tussen twee meldingen", kDagen, " dagen");
  AddValues(values, "herhaalmeldingen hoogstens", kHoogstens, "");
  return values;
}

}  // namespace verzuim::duo
