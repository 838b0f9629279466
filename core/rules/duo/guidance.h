// What rests on published guidance (DUO, municipalities) and not on the words of a statute: what an hour is, the
// follow-up under continuous absence, langdurig relatief verzuim, luxeverzuim, 18 and over, and the term.
#ifndef VERZUIM_CORE_RULES_DUO_GUIDANCE_H_
#define VERZUIM_CORE_RULES_DUO_GUIDANCE_H_

#include <vector>

#include "core/base/date.h"
#include "core/base/units.h"
#include "core/calendar/school_calendar.h"
#include "core/options/options.h"
#include "core/register/pupil.h"
#include "core/rules/rule.h"

namespace verzuim::duo {

// ---- telminuten: what a missed lesson adds to the sixteen hours --------------------------------------------------

extern const Rule kTelminuten;
std::vector<RuleValue> TelminutenValues();

// Time of one lesson that counts: `missed` minutes of a lesson of `lesson` minutes. Floor, never rounded up.
//   klokuur   the minutes themselves
//   lesuur    60 * missed / lesson for a lesson of at most 60 minutes, so that a whole lesson gives 60; the minutes
//             themselves for a longer one
// Example  Telminuten(Uur::kLesuur, {50}, {50}).value == 60;  Telminuten(Uur::kKlokuur, {50}, {50}).value == 50
CreditMinutes Telminuten(Uur uur, Minutes lesson, Minutes missed);

// The same for a late arrival, by the option te_laat: the minutes missed, nothing, the whole lesson once more than
// te_laat_vol_na minutes are missed (else the minutes missed), or always one hour.
CreditMinutes TelminutenTeLaat(Uur uur, Minutes lesson, Minutes missed, const Options& options);

// ---- herhaalmelding: at most once a week under continuous absence ------------------------------------------------

extern const Rule kHerhaalmelding;
std::vector<RuleValue> HerhaalmeldingValues();

// ---- langdurig relatief verzuim
// ------------------------------------------------------------------------------------

extern const Rule kLrv;
std::vector<RuleValue> LrvValues();

// Whether `later` lies within `weken` weeks from `first`, both school days, by the clock of the option: lesweken (as
// window reading W2), or calendar days outside vacations, seven to the week.
bool WithinWeken(Date first, Date later, int weken, Klok klok, const SchoolCalendar& calendar);

// ---- luxeverzuim
// ---------------------------------------------------------------------------------------------------

extern const Rule kLuxe;

// ---- sixteen hours, 18 and over
// ------------------------------------------------------------------------------------

extern const Rule kZestienUur18Plus;

// ---- term
// ------------------------------------------------------------------------------------------------------------

extern const Rule kTermijn;
std::vector<RuleValue> TermijnValues();

// The last day on which a melding that became due on `meldbaar_vanaf` is in time. Counts from that day, or with
// termijn_vanaf registratie from the peildatum when that is later.
// Example  due Thu 2 April 2026, defaults: Fri 10 April (Easter Monday is no workday, Good Friday is)
Date UitersteDatum(Date meldbaar_vanaf, Date peildatum, const Options& options, const SchoolCalendar& calendar);

}  // namespace verzuim::duo

#endif  // VERZUIM_CORE_RULES_DUO_GUIDANCE_H_
