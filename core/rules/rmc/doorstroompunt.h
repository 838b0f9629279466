// Doorstroompunt (formerly RMC): absence of those to whom the Leerplichtwet no longer applies.
#ifndef VERZUIM_CORE_RULES_RMC_DOORSTROOMPUNT_H_
#define VERZUIM_CORE_RULES_RMC_DOORSTROOMPUNT_H_

#include <vector>

#include "core/base/date.h"
#include "core/options/options.h"
#include "core/register/pupil.h"
#include "core/rules/rule.h"

namespace verzuim::rmc {

extern const Rule kVoor2026;  // the forerunners of the three below
extern const Rule kWvo2020;   // WVO 2020 art. 8.20, vo
extern const Rule kWeb;       // WEB art. 9.2.2, mbo and vavo
extern const Rule kWec;       // WEC art. 47b, vso
extern const Rule kLeeftijd;  // who it is about
std::vector<RuleValue> WekenValues();
std::vector<RuleValue> LeeftijdValues();

// Whether the pupil's age is within the bounds in force on `date`: from the 16th birthday on, and before the 27th
// (before 2026: the 23rd).
bool HeeftLeeftijd(Date birth, Date date);

// The article that holds for this pupil at this school on `date`.
const Rule& RuleFor(const Pupil& pupil, Profiel profiel, Date date);

}  // namespace verzuim::rmc

#endif  // VERZUIM_CORE_RULES_RMC_DOORSTROOMPUNT_H_
