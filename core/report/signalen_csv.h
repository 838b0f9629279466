// signalen.csv: one line per signaal, for people.
#ifndef VERZUIM_CORE_REPORT_SIGNALEN_CSV_H_
#define VERZUIM_CORE_REPORT_SIGNALEN_CSV_H_

#include <string>

#include "core/session/session.h"

namespace verzuim {

std::string SignalenCsv(const Session& session, const Run& run);

}  // namespace verzuim

#endif  // VERZUIM_CORE_REPORT_SIGNALEN_CSV_H_
