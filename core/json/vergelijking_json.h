// vergelijking.json: what was sent beside what the data call for now, in four lists.
#ifndef VERZUIM_CORE_JSON_VERGELIJKING_JSON_H_
#define VERZUIM_CORE_JSON_VERGELIJKING_JSON_H_

#include <vector>

#include "core/json/envelope.h"
#include "core/session/vergelijker.h"

namespace verzuim {

Json VergelijkingJson(Date peildatum, const VerzondenBestand& verzonden, const std::vector<VergelijkRegel>& regels);

}  // namespace verzuim

#endif  // VERZUIM_CORE_JSON_VERGELIJKING_JSON_H_
