// Leerplichtwet 1969, article 10: when a pupil may be taken off the list.
#include "core/rules/lpw/articles.h"

namespace verzuim::lpw {
namespace {

constexpr LegalRef kRef = {"Leerplichtwet 1969", "10", "BWBR0002628, tekst 2026-08-01"};

}  // namespace

const Rule kArticle10 = {
    "lpw.10",
    "Uitschrijven van wie nog plichtig is",
    "Op aanvraag […] wordt een jongere binnen de […] omschreven tijdvakken door het hoofd slechts van de lijst der "
    "leerlingen, vavo-studenten of mbo-studenten uitgeschreven: a. wegens inschrijving van de jongere op een andere "
    "school of instelling; b. wegens vrijstelling op een der gronden, genoemd in artikel 5 […]; c. wegens de "
    "vrijstelling, bedoeld in artikel 5a of artikel 15.",
    "Wie dit schooljaar is uitgeschreven en op de dag erna nog leer- of kwalificatieplichtig is, staat in de "
    "zelfcontrole. Of een andere school de leerling inschreef, staat niet in deze bestanden: de school gaat het na.",
    Day(2009, 8, 1),
    kNoEnd,
    Basis::kWet,
    &kRef};

}  // namespace verzuim::lpw
