// The term within which a melding has to be made.
#include <algorithm>

#include "core/rules/duo/guidance.h"

namespace verzuim::duo {
namespace {

constexpr LegalRef kRef = {"Voorlichting verzuim", "meldtermijn",
                           "PO-Raad, antwoord van DUO; kindindekijker.nl: onverwijld (binnen 5 werkdagen)"};

// "onverwijld (binnen 5 werkdagen)"
constexpr Dated<int> kWerkdagen[] = {{Day(2009, 8, 1), kNoEnd, 5, Basis::kVoorlichting, &kRef}};
static_assert(IsWellFormed(kWerkdagen));
static_assert(Options{}.termijn_werkdagen == kWerkdagen[0].value);

}  // namespace

const Rule kTermijn = {
    "duo.termijn",
    "Meldtermijn",
    "onverwijld (binnen 5 werkdagen)",
    "De ministeriële regeling met de wettelijke termijn (Wet register onderwijsdeelnemers art. 12) is niet gevonden; "
    "vijf werkdagen is de uitleg van DUO. Geteld wordt vanaf de dag waarop de melding ontstaat: bij zestien uur de "
    "einddatum. Weekenden en feestdagen zijn geen werkdag, schoolvakanties wel (optie termijn_slaat_vakantie_over).",
    Day(2009, 8, 1),
    kNoEnd,
    Basis::kVoorlichting,
    &kRef};

std::vector<RuleValue> TermijnValues() {
  std::vector<RuleValue> values;
  AddValues(values, "binnen", kWerkdagen, " werkdagen");
  return values;
}

Date UitersteDatum(Date meldbaar_vanaf, Date peildatum, const Options& options, const SchoolCalendar& calendar) {
  const Date start =
      options.termijn_vanaf == TermijnVanaf::kRegistratie ? std::max(meldbaar_vanaf, peildatum) : meldbaar_vanaf;
  return calendar.AddWorkdays(start, options.termijn_werkdagen, options.feestdagen,
                              options.termijn_slaat_vakantie_over);
}

}  // namespace verzuim::duo
