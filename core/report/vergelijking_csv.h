// vergelijking.csv: one line per sent or current melding, with the list it stands in and why.
#ifndef VERZUIM_CORE_REPORT_VERGELIJKING_CSV_H_
#define VERZUIM_CORE_REPORT_VERGELIJKING_CSV_H_

#include <string>
#include <vector>

#include "core/session/vergelijker.h"

namespace verzuim {

std::string VergelijkingCsv(const VerzondenBestand& verzonden, const std::vector<VergelijkRegel>& regels);

}  // namespace verzuim

#endif  // VERZUIM_CORE_REPORT_VERGELIJKING_CSV_H_
