// Langdurig relatief verzuim: continuously absent for four school weeks.
#include "core/rules/duo/guidance.h"
#include "core/rules/lpw/articles.h"

namespace verzuim::duo {
namespace {

constexpr LegalRef kRef = {"Voorlichting verzuim", "langdurig relatief verzuim",
                           "Kamerstukken II 2021/22, 26 695, nr. 138, bijlage Verzuimsoorten en registratie"};

// "minimaal 4 aangesloten schoolweken continu afwezig"
constexpr Dated<int> kWeken[] = {{Day(2020, 8, 1), kNoEnd, 4, Basis::kVoorlichting, &kRef}};
static_assert(IsWellFormed(kWeken));
static_assert(Options{}.lrv_weken == kWeken[0].value);
static_assert(Options{}.lrv_vergelijking == Vergelijking::kMinstens);

constexpr int kDagenPerWeek = 7;

}  // namespace

const Rule kLrv = {
    "duo.lrv",
    "Langdurig relatief verzuim",
    "Als het verzuim aanhoudt en de leerling minimaal 4 aangesloten schoolweken continu afwezig is, moet de school "
    "een melding van langdurig relatief verzuim doorgeven. De school hoeft dan geen losse meldingen door te geven "
    "[…].",
    "Continu: elke les die de leerling had, is helemaal en ongeoorloofd gemist. Weken zonder lesdag tellen niet, "
    "maar breken het verzuim ook niet. De melding ontstaat op de laatste lesdag van de vierde week; meldingen van "
    "zestien uur tot en met die dag blijven staan, daarna komen er geen meer zolang de leerling wegblijft.",
    Day(2020, 8, 1),
    kNoEnd,
    Basis::kVoorlichting,
    &kRef};

std::vector<RuleValue> LrvValues() {
  std::vector<RuleValue> values;
  AddValues(values, "minstens", kWeken, " schoolweken");
  return values;
}

bool WithinWeken(Date first, Date later, int weken, Klok klok, const SchoolCalendar& calendar) {
  if (klok == Klok::kLesweken) return lpw::InVenster(first, later, weken, Venster::kW2, calendar);
  return calendar.CountKalenderdagenBuitenVakantie({first, later}) <= kDagenPerWeek * weken;
}

}  // namespace verzuim::duo
