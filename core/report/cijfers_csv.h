// The school's own view as CSV for people, one function per file.
#ifndef VERZUIM_CORE_REPORT_CIJFERS_CSV_H_
#define VERZUIM_CORE_REPORT_CIJFERS_CSV_H_

#include <string>

#include "core/session/session.h"

namespace verzuim {

// monitor.csv: one line per group, category and band.
std::string MonitorCsv(const Run& run);
// verlof.csv: one line per warning of a ledger, or one without where there is none; then exemptions and removals.
std::string VerlofCsv(const Run& run);
// zelfcontrole.csv: one line per finding.
std::string ZelfcontroleCsv(const Run& run);

}  // namespace verzuim

#endif  // VERZUIM_CORE_REPORT_CIJFERS_CSV_H_
