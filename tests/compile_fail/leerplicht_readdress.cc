// What is for the school cannot be readdressed to the leerplichtambtenaar. Compiled twice: with VERZUIM_BAD it is tried.
#include "core/beleid/signaal.h"

namespace verzuim::beleid {

Inhoud Readdress(const VoorIntern& record) {
#ifdef VERZUIM_BAD
  return VoorLeerplicht{record.items};
#else
  return record;
#endif
}

}  // namespace verzuim::beleid
