// Leerplichtwet 1969, articles 5, 5a and 15: vrijstelling.
#include <algorithm>

#include "core/rules/lpw/articles.h"

namespace verzuim::lpw {
namespace {

constexpr LegalRef kRef = {"Leerplichtwet 1969", "5, 5a en 15", "BWBR0002628, tekst 2026-08-01"};

}  // namespace

const Rule kArticle5 = {
    "lpw.5",
    "Vrijstelling van de leerplicht",
    "De in artikel 2, eerste lid, bedoelde personen zijn vrijgesteld van de verplichting om te zorgen, dat een "
    "jongere als leerling van een school onderscheidenlijk als vavo-student of mbo-student van een instelling staat "
    "ingeschreven, zolang […]",
    "Zolang een vrijstelling loopt, wordt er niets gemeld, ook niet aan het doorstroompunt. De periode staat in het "
    "leerlingenbestand; beide dagen horen erbij.",
    Day(2009, 8, 1),
    kNoEnd,
    Basis::kWet,
    &kRef};

bool IsVrijgesteld(const Pupil& pupil, Date date) {
  return std::any_of(pupil.vrijstellingen.begin(), pupil.vrijstellingen.end(),
                     [date](const Vrijstelling& periode) { return periode.Contains(date); });
}

}  // namespace verzuim::lpw
