// Leerplichtwet 1969, article 18: a decision to remove a pupil is reported at once.
#include "core/rules/lpw/articles.h"

namespace verzuim::lpw {
namespace {

constexpr LegalRef kRef = {"Leerplichtwet 1969", "18 lid 1", "BWBR0002628, tekst 2026-08-01"};

}  // namespace

const Rule kArticle18 = {
    "lpw.18.1",
    "Verwijdering melden",
    "De hoofden melden een beslissing tot verwijdering van een leerling, vavo-student of mbo-student terstond aan "
    "burgemeester en wethouders.",
    "De dag van de beslissing staat in het leerlingenbestand als verwijdering_besluit. Terstond is dezelfde dag. Een "
    "register van verzuim kent geen code voor verwijdering; zonder deze kolom herinnert niets eraan.",
    Day(2009, 8, 1),
    kNoEnd,
    Basis::kWet,
    &kRef};

}  // namespace verzuim::lpw
