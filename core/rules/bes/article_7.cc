// Leerplichtwet BES, article 7: leerplicht begins after the fourth birthday.
#include "core/rules/bes/articles.h"

namespace verzuim::bes {
namespace {

constexpr LegalRef kRef = {"Leerplichtwet BES", "7", "BWBR0030281, tekst 2025-08-01"};

// "de maand volgende op die waarin de jongere de leeftijd van vier jaar bereikt"
constexpr Dated<int> kBegin[] = {{Day(2020, 8, 1), kNoEnd, kLeerplichtBeginLeeftijd, Basis::kWet, &kRef}};
static_assert(IsWellFormed(kBegin));

}  // namespace

const Rule kArticle7 = {
    "bes.7",
    "Begin van de leerplicht (Caribisch Nederland)",
    "De verplichting om te zorgen, dat een jongere als leerling van een school staat ingeschreven, begint op de "
    "eerste schooldag van de maand volgende op die waarin de jongere de leeftijd van vier jaar bereikt […].",
    "Een jaar eerder dan in Europees Nederland; einde en kwalificatieplicht (art. 7, 11 en 12) zijn gelijk aan de "
    "Leerplichtwet 1969.",
    Day(2020, 8, 1),
    kNoEnd,
    Basis::kWet,
    &kRef};

std::vector<RuleValue> Article7Values() {
  std::vector<RuleValue> values;
  AddValues(values, "begin", kBegin, " jaar");
  return values;
}

}  // namespace verzuim::bes
