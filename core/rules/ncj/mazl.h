// M@ZL (Medische Advisering Ziekgemelde Leerlingen): from when on sickness is a matter for the jeugdarts.
#ifndef VERZUIM_CORE_RULES_NCJ_MAZL_H_
#define VERZUIM_CORE_RULES_NCJ_MAZL_H_

#include <vector>

#include "core/rules/rule.h"

namespace verzuim::ncj {

extern const Rule kMazl;
std::vector<RuleValue> MazlValues();

// The values of the method; a school whose region agreed on others writes those in its beleid.
inline constexpr int kMazlZiekmeldingen = 4;
inline constexpr int kMazlLesweken = 12;
inline constexpr int kMazlLesdagen = 7;  // in a row; the last of them counts

}  // namespace verzuim::ncj

#endif  // VERZUIM_CORE_RULES_NCJ_MAZL_H_
