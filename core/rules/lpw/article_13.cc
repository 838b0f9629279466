// Leerplichtwet 1969, article 13: absence for religion or belief is announced beforehand.
#include "core/rules/lpw/articles.h"

namespace verzuim::lpw {
namespace {

constexpr LegalRef kRef = {"Leerplichtwet 1969", "13", "BWBR0002628, tekst 2026-08-01"};

// "uiterlijk twee dagen vóór de verhindering"
constexpr Dated<int> kDagen[] = {{Day(2009, 8, 1), kNoEnd, 2, Basis::kWet, &kRef}};
static_assert(IsWellFormed(kDagen));

}  // namespace

const Rule kArticle13 = {
    "lpw.13",
    "Kennisgeving bij godsdienst of levensovertuiging",
    "Een beroep op vrijstelling wegens vervulling van plichten voortvloeiend uit godsdienst of levensovertuiging kan "
    "slechts worden gedaan indien daarvan uiterlijk twee dagen vóór de verhindering aan het hoofd kennis is gegeven.",
    "Geteld in kalenderdagen voor de eerste gemiste lesdag. Wanneer de ouders het lieten weten, staat in geen register: "
    "de kaart noemt de laatste dag waarop dat kon. Een maximum kent dit artikel niet.",
    Day(2009, 8, 1),
    kNoEnd,
    Basis::kWet,
    &kRef};

std::vector<RuleValue> Article13Values() {
  std::vector<RuleValue> values;
  AddValues(values, "kennisgeving vooraf", kDagen, " dagen");
  return values;
}

Date UiterlijkKennisgegeven(Date eerste_dag) {
  return eerste_dag - kDagen[0].value;
}

}  // namespace verzuim::lpw
