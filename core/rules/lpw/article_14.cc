// Leerplichtwet 1969, article 14: leave for other weighty circumstances.
#include "core/rules/lpw/articles.h"

namespace verzuim::lpw {
namespace {

constexpr LegalRef kRef = {"Leerplichtwet 1969", "14", "BWBR0002628, tekst 2026-08-01"};

// "voor ten hoogste tien dagen per schooljaar"
constexpr Dated<int> kDagen[] = {{Day(2009, 8, 1), kNoEnd, 10, Basis::kWet, &kRef}};
static_assert(IsWellFormed(kDagen));

}  // namespace

const Rule kArticle14 = {
    "lpw.14",
    "Verlof wegens andere gewichtige omstandigheden",
    "Het hoofd kan ten aanzien van dezelfde jongere wegens de in het eerste lid bedoelde omstandigheden voor ten "
    "hoogste tien dagen per schooljaar verlof als bedoeld in dat lid verlenen. Indien het verlof ten aanzien van "
    "dezelfde jongere wordt gevraagd voor meer dan tien dagen per schooljaar, besluit de ambtenaar van de "
    "woongemeente van de jongere, het hoofd gehoord.",
    "Alle dagen van een schooljaar tellen samen, ook als ze los liggen. De tiende dag mag het hoofd nog geven; vanaf "
    "de elfde besluit de leerplichtambtenaar. Voor wie kwalificatieplichtig is en niet alle weekdagen les heeft, geldt "
    "een evenredig deel, als bij artikel 13a.",
    Day(2009, 8, 1),
    kNoEnd,
    Basis::kWet,
    &kRef};

std::vector<RuleValue> Article14Values() {
  std::vector<RuleValue> values;
  AddValues(values, "dagen door het hoofd", kDagen, " dagen per schooljaar");
  return values;
}

int GewichtigDagen() {
  return kDagen[0].value;
}

}  // namespace verzuim::lpw
