// Leerplichtwet 1969, articles 4a and 4b: kwalificatieplicht.
#include <algorithm>

#include "core/rules/lpw/articles.h"

namespace verzuim::lpw {
namespace {

constexpr LegalRef kRef = {"Leerplichtwet 1969", "4a en 4b", "BWBR0002628, tekst 2009-08-01 en 2026-08-01"};

// "eindigt zodra de jongere de leeftijd van 18 jaar bereikt": on the birthday the duty is over.
constexpr Dated<int> kTot[] = {{Day(2009, 8, 1), kNoEnd, kKwalificatieplichtTotLeeftijd, Basis::kWet, &kRef}};
static_assert(IsWellFormed(kTot));

}  // namespace

const Rule kArticle4a = {
    "lpw.4a",
    "Kwalificatieplicht",
    "De verplichting, bedoeld in artikel 4a, eerste lid, vangt aan direct na het einde van de leerplicht, bedoeld in "
    "paragraaf 2 van deze wet, en eindigt zodra de jongere de leeftijd van 18 jaar bereikt of een startkwalificatie "
    "heeft behaald.",
    "De achttiende verjaardag zelf valt erbuiten, net als de dag waarop de startkwalificatie is behaald. Een diploma "
    "praktijkonderwijs of een vso-uitstroomprofiel arbeidsmarkt of dagbesteding (art. 4a lid 2) staat in het "
    "leerlingenbestand als kwalificatieplicht_tot.",
    Day(2009, 8, 1),
    kNoEnd,
    Basis::kWet,
    &kRef};

std::vector<RuleValue> Article4aValues() {
  std::vector<RuleValue> values;
  AddValues(values, "eindigt bij", kTot, " jaar");
  return values;
}

DateRange Kwalificatieplicht(Date birth, Date leerplicht_eind, std::optional<Date> startkwalificatie_sinds,
                             std::optional<Date> tot) {
  Date last = birth.PlusYears(kKwalificatieplichtTotLeeftijd) - 1;
  if (startkwalificatie_sinds) last = std::min(last, *startkwalificatie_sinds - 1);
  if (tot) last = std::min(last, *tot);
  return {leerplicht_eind + 1, last};
}

}  // namespace verzuim::lpw
