// Leerplichtwet 1969, article 12: sickness is reported within two days; until then absence is unexplained.
#include "core/rules/lpw/articles.h"

namespace verzuim::lpw {
namespace {

constexpr LegalRef kRef = {"Leerplichtwet 1969", "12", "BWBR0002628, tekst 2026-08-01"};

// "binnen twee dagen na het ontstaan van de verhindering"
constexpr Dated<int> kSchooldagen[] = {{Day(2009, 8, 1), kNoEnd, 2, Basis::kProjectkeuze, &kRef}};
static_assert(IsWellFormed(kSchooldagen));
static_assert(Options{}.onverklaard_na_schooldagen == kSchooldagen[0].value);

}  // namespace

const Rule kArticle12 = {
    "lpw.12",
    "Verzuim dat nog niet is verklaard",
    "Een beroep op vrijstelling wegens ziekte van de jongere kan slechts worden gedaan, indien daarvan binnen twee "
    "dagen na het ontstaan van de verhindering aan het hoofd kennis is gegeven, zo mogelijk met opgave van de aard "
    "van de ziekte.",
    "De wet zegt niet wanneer onverklaard verzuim ongeoorloofd wordt. Dit project laat het meetellen als er twee "
    "schooldagen na de gemiste les voorbij zijn, en noemt het dan voorlopig (optie onverklaard_na_schooldagen).",
    Day(2009, 8, 1),
    kNoEnd,
    Basis::kProjectkeuze,
    &kRef};

std::vector<RuleValue> Article12Values() {
  std::vector<RuleValue> values;
  AddValues(values, "onverklaard telt na", kSchooldagen, " schooldagen");
  return values;
}

bool IsOnverklaardTeLang(Date date, Date peildatum, int schooldagen, const SchoolCalendar& calendar) {
  return calendar.CountLesdagen({date + 1, peildatum}) >= schooldagen;
}

}  // namespace verzuim::lpw
