// Clock minutes and credit minutes do not add up. Compiled twice: with VERZUIM_BAD the last line must be refused.
#include "core/base/units.h"

namespace verzuim {

constexpr Minutes kLesson{50};
constexpr CreditMinutes kCredit{60};
static_assert((kLesson + Minutes{10}).value == 60);
static_assert((kCredit + CreditMinutes{60}).value == 120);
#ifdef VERZUIM_BAD
static_assert((kLesson + kCredit).value == 110);
#endif

}  // namespace verzuim
