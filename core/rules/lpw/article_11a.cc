// Leerplichtwet 1969, article 11a: ten hours a week for five-year-olds.
#include <algorithm>

#include "core/rules/lpw/articles.h"

namespace verzuim::lpw {
namespace {

constexpr LegalRef kRef = {"Leerplichtwet 1969", "11a", "BWBR0002628, tekst 2026-08-01"};

// "de jongere die nog niet de leeftijd van zes jaar heeft bereikt": from the sixth birthday on it is over.
constexpr Dated<int> kTot[] = {{Day(2009, 8, 1), kNoEnd, kVijfjarigeTotLeeftijd, Basis::kWet, &kRef}};
static_assert(IsWellFormed(kTot));

// "voor ten hoogste 5 uren per week" (first paragraph, on notice to the head)
constexpr Dated<Minutes> kOpMededeling[] = {{Day(2009, 8, 1), kNoEnd, {5 * 60}, Basis::kWet, &kRef}};
static_assert(IsWellFormed(kOpMededeling));

// "tot ten hoogste 5 uren per week vrijstelling verlenen" (second paragraph, granted by the head)
constexpr Dated<Minutes> kOpAanvraag[] = {{Day(2009, 8, 1), kNoEnd, {5 * 60}, Basis::kWet, &kRef}};
static_assert(IsWellFormed(kOpAanvraag));

}  // namespace

const Rule kArticle11a = {
    "lpw.11a",
    "Vrijstelling voor vijfjarigen",
    "De in artikel 2, eerste lid, bedoelde personen zijn met betrekking tot de jongere die nog niet de leeftijd van "
    "zes jaar heeft bereikt, voor ten hoogste 5 uren per week vrijgesteld […]. Van een beroep op deze vrijstelling "
    "wordt mededeling gedaan aan het hoofd. Naast de vrijstelling bedoeld in het eerste lid, kan het hoofd […] tot "
    "ten hoogste 5 uren per week vrijstelling verlenen […].",
    "Alleen wat de school als vrijstelling voor vijfjarigen heeft geboekt, telt als zodanig. Boven tien klokuren in "
    "een kalenderweek en vanaf de zesde verjaardag is er geen vrijstelling meer; wat dan zo geboekt staat, telt als "
    "ongeoorloofd en de melding wijst erop. Uren worden niet opgespaard.",
    Day(2009, 8, 1),
    kNoEnd,
    Basis::kWet,
    &kRef};

std::vector<RuleValue> Article11aValues() {
  std::vector<RuleValue> values;
  AddValues(values, "tot de leeftijd van", kTot, " jaar");
  AddValues(values, "per week na mededeling", kOpMededeling, " minuten");
  AddValues(values, "per week extra met verlof van het hoofd", kOpAanvraag, " minuten");
  return values;
}

Minutes Vijfjarigen::OpMededeling() {
  return kOpMededeling[0].value;
}
Minutes Vijfjarigen::OpAanvraag() {
  return kOpAanvraag[0].value;
}

Minutes Vijfjarigen::Uncovered(Date date, Minutes missed) {
  const Dated<Minutes>* notice = InForceOn(kOpMededeling, date);
  const Dated<Minutes>* granted = InForceOn(kOpAanvraag, date);
  if (notice == nullptr || granted == nullptr) return missed;
  if (zesde_verjaardag_ && date >= *zesde_verjaardag_) return missed;
  if (date.Monday() != week_) {
    week_ = date.Monday();
    used_ = {0};
  }
  const Minutes left = std::max(notice->value + granted->value - used_, Minutes{0});
  const Minutes covered = std::min(left, missed);
  used_ += covered;
  return missed - covered;
}

}  // namespace verzuim::lpw
