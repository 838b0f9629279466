// Leerplichtwet 1969, article 11: the seven grounds on which absence is geoorloofd.
#include <string>

#include "core/register/reason.h"
#include "core/rules/lpw/articles.h"

namespace verzuim::lpw {
namespace {

constexpr LegalRef kRef = {"Leerplichtwet 1969", "11", "BWBR0002628, tekst 2026-08-01"};

constexpr ReasonClass kClasses[] = {
#define VERZUIM_X(name, wire, judgement, ground) ReasonClass::k##name,
    VERZUIM_REASON_CLASSES(VERZUIM_X)
#undef VERZUIM_X
};

}  // namespace

const Rule kArticle11 = {
    "lpw.11",
    "Geoorloofd verzuim",
    "[…] zijn vrijgesteld van de verplichting de school of de instelling geregeld te bezoeken, indien a. de school "
    "onderscheidenlijk de instelling is gesloten of het onderwijs is geschorst; b. bij of op grond van algemeen "
    "verbindende voorschriften het bezoeken van de school onderscheidenlijk de instelling is verboden; c. de "
    "jongere bij wijze van tuchtmaatregel tijdelijk de toegang tot de school onderscheidenlijk de instelling is "
    "ontzegd; d. de jongere wegens ziekte verhinderd is […]; e. de jongere wegens vervulling van plichten "
    "voortvloeiend uit godsdienst of levensovertuiging verhinderd is […]; f. de jongere vanwege de specifieke aard "
    "van het beroep van één van de […] bedoelde personen slechts buiten de schoolvakanties met hen op vakantie kan "
    "gaan; g. de jongere door andere gewichtige omstandigheden verhinderd is […].",
    "Wat op een van deze gronden is gemist, is geoorloofd en telt niet. Al het andere verzuim is ongeoorloofd. Welke "
    "schoolcode bij welke grond hoort, bepaalt de school.",
    Day(2009, 8, 1),
    kNoEnd,
    Basis::kWet,
    &kRef};

std::vector<RuleValue> Article11Values() {
  std::vector<RuleValue> values;
  for (const ReasonClass reason : kClasses) {
    if (GroundOf(reason).empty() || reason == ReasonClass::kVijfjarige) continue;
    values.push_back({WireName(reason), std::string(GroundOf(reason)), kArticle11.geldig_van, kArticle11.geldig_tot,
                      Basis::kWet, &kRef});
  }
  return values;
}

}  // namespace verzuim::lpw
