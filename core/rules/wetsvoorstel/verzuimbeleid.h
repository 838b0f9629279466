// Bill 36 663 (Wet terugdringen schoolverzuim), as far as it is about the verzuimbeleid of a school. Not in force:
// what rests on it is computed and marked, never shared as if it were law.
#ifndef VERZUIM_CORE_RULES_WETSVOORSTEL_VERZUIMBELEID_H_
#define VERZUIM_CORE_RULES_WETSVOORSTEL_VERZUIMBELEID_H_

#include "core/rules/rule.h"

namespace verzuim::wetsvoorstel {

extern const Rule kVerzuimbeleid;  // the document and its parts
extern const Rule kSignaal;        // signaal zorgelijk verzuim

}  // namespace verzuim::wetsvoorstel

#endif  // VERZUIM_CORE_RULES_WETSVOORSTEL_VERZUIMBELEID_H_
