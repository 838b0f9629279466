// The tables of a run for people: what JSON holds for machines, as CSV. One function per file.
#ifndef VERZUIM_CORE_REPORT_TABLES_H_
#define VERZUIM_CORE_REPORT_TABLES_H_

#include <string>

#include "core/session/school.h"
#include "core/session/session.h"

namespace verzuim {

// meldingen.csv: one line per melding.
std::string MeldingenCsv(const Session& session, const Run& run);
// melding_regels.csv: one line per lesson behind a melding; the list a municipality asks for.
std::string MeldingRegelsCsv(const Session& session, const Run& run);
// problemen.csv: one line per rejected or doubtful row, with file, row, column and reason; and the notices.
std::string ProblemenCsv(const Session& session, const Run& run);
// levering.csv and publicatie.csv of one period.
std::string LeveringCsv(const PeriodeUitkomst& uitkomst);
std::string PublicatieCsv(const PeriodeUitkomst& uitkomst, const PublicatieBeleid& beleid);

}  // namespace verzuim

#endif  // VERZUIM_CORE_REPORT_TABLES_H_
