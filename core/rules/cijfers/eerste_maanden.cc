// The first months of a school year: absence with leave in them predicts absence in the rest of it.
#include "core/rules/cijfers/definities.h"

namespace verzuim::cijfers {
namespace {

constexpr LegalRef kNota = {"Nota naar aanleiding van het verslag, Kamerstuk 36 663 nr. 8", "geoorloofd verzuim",
                            "nota van 22 mei 2025, met verwijzing naar Grip op geoorloofd verzuim (Kohnstamm 2023)"};
constexpr LegalRef kKeuze = {"Kamerstuk 36 663 nr. 8", "de eerste schoolmaanden",
                             "de nota noemt geen maanden; dit project neemt augustus tot en met oktober"};

// August, September, October.
constexpr Dated<int> kMaanden[] = {{Day(2009, 8, 1), kNoEnd, 3, Basis::kProjectkeuze, &kKeuze}};
static_assert(IsWellFormed(kMaanden));

}  // namespace

const Rule kEersteMaanden = {
    "cijfers.eerste_maanden",
    "Geoorloofd verzuim in de eerste maanden",
    "Bovendien is geoorloofd verzuim in de eerste schoolmaanden een goede voorspeller van, dat wil zeggen sterk "
    "gecorreleerd aan, verzuim in de rest van het schooljaar.",
    "De monitor zet het geoorloofde verzuim van augustus tot en met oktober naast al het verzuim daarna. Het is een "
    "aanwijzing om met leerling en ouders te praten, geen melding en geen oordeel.",
    Day(2009, 8, 1),
    kNoEnd,
    Basis::kVoorlichting,
    &kNota};

std::vector<RuleValue> EersteMaandenValues() {
  std::vector<RuleValue> values;
  AddValues(values, "eerste maanden", kMaanden, " maanden vanaf 1 augustus");
  return values;
}

DateRange EersteMaanden(Date first_of_august) {
  Date next = first_of_august;
  for (int i = 0; i < kMaanden[0].value; ++i) next = next.FirstOfNextMonth();
  return {first_of_august, next - 1};
}

}  // namespace verzuim::cijfers
