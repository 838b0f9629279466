// The verzuimbeleid from and to JSON: the part `beleid` of school.json, the chapter it makes, and what it found.
#ifndef VERZUIM_CORE_JSON_BELEID_JSON_H_
#define VERZUIM_CORE_JSON_BELEID_JSON_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/problem.h"
#include "core/beleid/beleid.h"
#include "core/json/envelope.h"
#include "core/options/options.h"
#include "core/session/school.h"
#include "core/session/session.h"

namespace verzuim {

// Reads `beleid` of school.json, strictly. A rule with a problem is left out, so that the rest can still be shown;
// with problems the school as a whole is not usable.
beleid::Beleid ReadVerzuimbeleid(const Json& node, const Options& options, std::vector<Problem>& problems);
// One of its rules, at `pointer`; nullopt with problems.
std::optional<beleid::Regel> ReadRegel(const Json& node, const std::string& pointer,
                                       const std::vector<std::string>& labels, const Options& options,
                                       std::vector<Problem>& problems);
// Reading what this writes gives the same beleid.
Json VerzuimbeleidToJson(const beleid::Beleid& beleid);
Json StappenToJson(const std::vector<beleid::Stap>& stappen);

// The chapter of the schoolgids that the text of school.json makes, with the sentence of every rule and everything
// that is wrong or missing as data; refused only when the text is no JSON. Needs no session and no files: a form can
// ask for it at every change.
//   answer  {"hoofdstuk","onderdelen":[…],"ontbreekt":[…],"regels":[{"nummer","zin"|null,"stappen"}],"problemen":[…]}
std::string SchoolgidsJson(std::string_view school_json);

// signalen.json
Json SignalenJson(const Session& session, const School& school, const Run& run);

}  // namespace verzuim

#endif  // VERZUIM_CORE_JSON_BELEID_JSON_H_
