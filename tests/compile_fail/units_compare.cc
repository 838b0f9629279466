// Clock minutes are never held against a threshold in credit minutes. Compiled twice: with VERZUIM_BAD it must fail.
#include "core/base/units.h"

namespace verzuim {

static_assert(CreditMinutes{960} >= CreditMinutes{960});
#ifdef VERZUIM_BAD
static_assert(Minutes{960} >= CreditMinutes{960});
#endif

}  // namespace verzuim
