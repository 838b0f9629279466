// A record for the leerplichtambtenaar holds nothing but such items. Compiled twice: with VERZUIM_BAD an item of any
// class, as the school itself may see it, is put in, which must be refused.
#include "core/beleid/signaal.h"

namespace verzuim::beleid {

VoorLeerplicht Make(const OngeoorloofdItem& allowed, [[maybe_unused]] const VerzuimItem& any) {
  VoorLeerplicht record;
  record.items.push_back(allowed);
#ifdef VERZUIM_BAD
  record.items.push_back(any);
#endif
  return record;
}

}  // namespace verzuim::beleid
