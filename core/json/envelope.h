// The envelope of every answer, and problems as JSON.
#ifndef VERZUIM_CORE_JSON_ENVELOPE_H_
#define VERZUIM_CORE_JSON_ENVELOPE_H_

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/base/problem.h"

namespace verzuim {

// Keeps the order in which members were written, so that files read as they were meant.
using Json = nlohmann::ordered_json;

// {"code","ernst","plaats":{…},"bericht"}.
Json ToJson(const Problem& problem);
// {"ok":true,"waarde":value}.
std::string Ok(Json value);
// {"ok":false,"fouten":[…]}; not empty.
std::string Refused(const std::vector<Problem>& problems);
// The same with "bestand": what the file that is refused was found to be.
std::string Refused(const std::vector<Problem>& problems, Json bestand);

// As text; bytes that are no UTF-8 become U+FFFD, since file names and cells come from outside.
std::string Dump(const Json& json, int indent = -1);

}  // namespace verzuim

#endif  // VERZUIM_CORE_JSON_ENVELOPE_H_
