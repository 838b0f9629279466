// monitor.json, verlof.json and zelfcontrole.json: the school's own view, one function per file.
#ifndef VERZUIM_CORE_JSON_CIJFERS_JSON_H_
#define VERZUIM_CORE_JSON_CIJFERS_JSON_H_

#include "core/json/envelope.h"
#include "core/session/session.h"

namespace verzuim {

// These files name pupils and small groups.
inline constexpr std::string_view kAlleenSchool = "alleen binnen de school";

Json MonitorJson(const Run& run);
Json VerlofJson(const Session& session, const School& school, const Run& run);
Json ZelfcontroleJson(const Run& run);

}  // namespace verzuim

#endif  // VERZUIM_CORE_JSON_CIJFERS_JSON_H_
