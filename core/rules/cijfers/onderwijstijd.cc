// Onderwijstijd: how much teaching a pupil is due, to set the lesson time in the files against.
#include "core/rules/cijfers/definities.h"

namespace verzuim::cijfers {
namespace {

constexpr LegalRef kRef = {"Onderwijstijd", "Overzicht aantal uren onderwijstijd",
                           "rijksoverheid.nl, overzicht aantal uren onderwijstijd"};

// Basisschool: 7,520 hours in eight years.
constexpr Dated<int> kPo[] = {{Day(2009, 8, 1), kNoEnd, 7520, Basis::kVoorlichting, &kRef}};
// vmbo in four years, havo in five, vwo in six.
constexpr Dated<int> kVmbo[] = {{Day(2009, 8, 1), kNoEnd, 3700, Basis::kVoorlichting, &kRef}};
constexpr Dated<int> kHavo[] = {{Day(2009, 8, 1), kNoEnd, 4700, Basis::kVoorlichting, &kRef}};
constexpr Dated<int> kVwo[] = {{Day(2009, 8, 1), kNoEnd, 5700, Basis::kVoorlichting, &kRef}};
// Praktijkonderwijs: each year.
constexpr Dated<int> kPro[] = {{Day(2009, 8, 1), kNoEnd, 1000, Basis::kVoorlichting, &kRef}};
constexpr Dated<int> kDagen[] = {{Day(2009, 8, 1), kNoEnd, kVoDagen, Basis::kVoorlichting, &kRef}};
static_assert(IsWellFormed(kPo) && IsWellFormed(kVmbo) && IsWellFormed(kHavo) && IsWellFormed(kVwo));
static_assert(IsWellFormed(kPro) && IsWellFormed(kDagen));

}  // namespace

const Rule kOnderwijstijd = {
    "cijfers.onderwijstijd",
    "Onderwijstijd naast de norm",
    "Basisonderwijs 7.520 uur in acht jaar; vmbo 3.700 uur, havo 4.700 uur, vwo 5.700 uur over de hele opleiding; "
    "praktijkonderwijs 1.000 uur per jaar; in het voortgezet onderwijs ten minste 189 dagen per schooljaar.",
    "De norm geldt over de hele opleiding; per jaar is het gemiddelde een maat om te zien of de ingelezen lestijd "
    "klopt. Er komt geen melding uit voort. De norm telt naar rato van de lesdagen tot de peildatum.",
    Day(2009, 8, 1),
    kNoEnd,
    Basis::kVoorlichting,
    &kRef};

std::vector<RuleValue> OnderwijstijdValues() {
  std::vector<RuleValue> values;
  AddValues(values, "basisonderwijs", kPo, " uur in acht jaar");
  AddValues(values, "vmbo", kVmbo, " uur in vier jaar");
  AddValues(values, "havo", kHavo, " uur in vijf jaar");
  AddValues(values, "vwo", kVwo, " uur in zes jaar");
  AddValues(values, "praktijkonderwijs", kPro, " uur per jaar");
  AddValues(values, "voortgezet onderwijs", kDagen, " dagen per schooljaar");
  return values;
}

std::optional<OnderwijstijdNorm> NormVan(Onderwijssoort soort, Profiel profiel) {
  if (profiel == Profiel::kBes || profiel == Profiel::kNietBekostigd) return std::nullopt;
  switch (soort) {
    case Onderwijssoort::kPo:
    case Onderwijssoort::kSbo:
      return OnderwijstijdNorm{kPo[0].value, 8};
    case Onderwijssoort::kVmbo:
      return OnderwijstijdNorm{kVmbo[0].value, 4};
    case Onderwijssoort::kHavo:
      return OnderwijstijdNorm{kHavo[0].value, 5};
    case Onderwijssoort::kVwo:
      return OnderwijstijdNorm{kVwo[0].value, 6};
    case Onderwijssoort::kPro:
      return OnderwijstijdNorm{kPro[0].value, 1};
    case Onderwijssoort::kSo:
    case Onderwijssoort::kVso:
    case Onderwijssoort::kVavo:
    case Onderwijssoort::kMbo:
    case Onderwijssoort::kOnbekend:
      break;
  }
  return std::nullopt;
}

}  // namespace verzuim::cijfers
