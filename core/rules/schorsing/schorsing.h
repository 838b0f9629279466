// Schorsing: how long a pupil may be suspended, and when the inspectorate must know. Each sector has its own law.
#ifndef VERZUIM_CORE_RULES_SCHORSING_SCHORSING_H_
#define VERZUIM_CORE_RULES_SCHORSING_SCHORSING_H_

#include <vector>

#include "core/base/date.h"
#include "core/options/options.h"
#include "core/rules/rule.h"

namespace verzuim::schorsing {

extern const Rule kWeb;      // WEB art. 8.1.7c, mbo
extern const Rule kWec;      // WEC art. 40a, so and vso
extern const Rule kWpo;      // WPO art. 40c, po and sbo
extern const Rule kWvo2020;  // WVO 2020 art. 8.14, vo and pro
// The values of a school, and those of an institution for mbo.
std::vector<RuleValue> Values();
std::vector<RuleValue> WebValues();

// The article for a school of this profile; nullptr where there is none (Caribisch Nederland, niet bekostigd).
const Rule* RuleFor(Profiel profiel);
// Whether a suspension of so many school days has to be reported to the inspectorate: more than one at a school;
// never at an institution for mbo, whose law has no such duty.
bool MeldenAanInspectie(const Rule& rule, int lesdagen);
// Whether a suspension from `first` through `last` lasted longer than `rule` allows: more than seven calendar days,
// at an institution for mbo fourteen.
bool TeLang(const Rule& rule, Date first, Date last);

}  // namespace verzuim::schorsing

#endif  // VERZUIM_CORE_RULES_SCHORSING_SCHORSING_H_
