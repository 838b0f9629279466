// An item for the leerplichtambtenaar is made in one way only: from a missed lesson, through the judgement of its class.
// Compiled twice: with VERZUIM_BAD a sick lesson is made into one by hand, which must be refused.
#include "core/beleid/ongeoorloofd_item.h"

namespace verzuim::beleid {

std::optional<OngeoorloofdItem> Make(const MissedLesson& lesson) {
#ifdef VERZUIM_BAD
  return OngeoorloofdItem(lesson, CreditMinutes{60});
#else
  return OngeoorloofdItem::From(lesson, CreditMinutes{60});
#endif
}

}  // namespace verzuim::beleid
