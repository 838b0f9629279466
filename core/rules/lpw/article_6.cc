// Leerplichtwet 1969, articles 6 and 7: when parents give notice of an exemption, and how old the declaration may be.
#include "core/rules/lpw/articles.h"

namespace verzuim::lpw {
namespace {

constexpr LegalRef kRef6 = {"Leerplichtwet 1969", "6 lid 2", "BWBR0002628, tekst 2026-08-01"};
constexpr LegalRef kRef7 = {"Leerplichtwet 1969", "7", "BWBR0002628, tekst 2026-08-01"};

// "ten minste een maand voordat de jongere leerplichtig wordt"
constexpr Dated<int> kVooraf[] = {{Day(2009, 8, 1), kNoEnd, 1, Basis::kWet, &kRef6}};
static_assert(IsWellFormed(kVooraf));

// "elk jaar opnieuw voor 1 juli": in June at the latest
constexpr Dated<int> kLaatsteMaand[] = {{Day(2009, 8, 1), kNoEnd, 6, Basis::kWet, &kRef6}};
static_assert(IsWellFormed(kLaatsteMaand));

// "Deze verklaring mag niet ouder zijn dan drie maanden."
constexpr Dated<int> kVerklaring[] = {{Day(2009, 8, 1), kNoEnd, 3, Basis::kWet, &kRef7}};
static_assert(IsWellFormed(kVerklaring));

}  // namespace

const Rule kArticle6 = {
    "lpw.6",
    "Kennisgeving van een vrijstelling",
    "Deze kennisgeving moet worden ingediend: a. ten minste een maand voordat de jongere leerplichtig wordt, indien zij "
    "betrekking heeft op de aanvang van de leerplicht, en b. zolang nadien aanspraak op vrijstelling wordt gemaakt, elk "
    "jaar opnieuw voor 1 juli.",
    "De ouders doen de kennisgeving aan de gemeente; de school bewaakt alleen de datum. 30 juni is nog op tijd. Blijkt "
    "uit de verklaring dat de jongere nooit geschikt zal zijn, dan vervalt de jaarlijkse kennisgeving (lid 3). Dat is "
    "een medisch gegeven en wordt hier niet bewaard.",
    Day(2009, 8, 1),
    kNoEnd,
    Basis::kWet,
    &kRef6};

const Rule kArticle7 = {
    "lpw.7",
    "Verklaring bij een vrijstelling onder a",
    "Een beroep op vrijstelling op grond van artikel 5 onder a kan slechts worden gedaan, indien bij de kennisgeving "
    "een verklaring van een […] aangewezen arts – niet zijnde de behandelende arts – of van een […] aangewezen […] "
    "pedagoog of psycholoog is overgelegd […]. Deze verklaring mag niet ouder zijn dan drie maanden.",
    "Precies drie maanden oud mag nog. Dit project rekent alleen de datum uit; de verklaring zelf hoort niet in het "
    "register van de school.",
    Day(2009, 8, 1),
    kNoEnd,
    Basis::kWet,
    &kRef7};

std::vector<RuleValue> Article6Values() {
  std::vector<RuleValue> values;
  AddValues(values, "voor het begin van de leerplicht", kVooraf, " maand");
  AddValues(values, "daarna elk jaar uiterlijk in maand", kLaatsteMaand, " (juni)");
  return values;
}
std::vector<RuleValue> Article7Values() {
  std::vector<RuleValue> values;
  AddValues(values, "verklaring hoogstens", kVerklaring, " maanden oud");
  return values;
}

Date EersteKennisgeving(Date leerplicht_begin) {
  return leerplicht_begin.PlusMonths(-kVooraf[0].value);
}

Date JaarlijkseKennisgeving(Date on) {
  const Date month = *Date::FromCivil(on.year(), kLaatsteMaand[0].value, 1);
  const Date this_year = month.FirstOfNextMonth() - 1;
  return on <= this_year ? this_year : month.PlusYears(1).FirstOfNextMonth() - 1;
}

Date OudsteVerklaring(Date kennisgeving) {
  return kennisgeving.PlusMonths(-kVerklaring[0].value);
}

}  // namespace verzuim::lpw
