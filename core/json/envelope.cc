#include "core/json/envelope.h"

#include <utility>

namespace verzuim {

std::string Dump(const Json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

Json ToJson(const Problem& problem) {
  Json place = Json::object();
  if (!problem.place.file.empty()) place["bestand"] = problem.place.file;
  if (problem.place.row > 0) place["regel"] = problem.place.row;
  if (!problem.place.column.empty()) place["kolom"] = problem.place.column;
  if (!problem.place.pointer.empty()) place["pad"] = problem.place.pointer;
  return {{"code", WireName(problem.code)},
          {"ernst", WireName(SeverityOf(problem.code))},
          {"plaats", std::move(place)},
          {"bericht", problem.message}};
}

std::string Ok(Json value) {
  return Dump({{"ok", true}, {"waarde", std::move(value)}});
}

std::string Refused(const std::vector<Problem>& problems) {
  return Refused(problems, nullptr);
}

std::string Refused(const std::vector<Problem>& problems, Json bestand) {
  Json list = Json::array();
  for (const Problem& problem : problems) list.push_back(ToJson(problem));
  Json answer = {{"ok", false}, {"fouten", std::move(list)}};
  if (!bestand.is_null()) answer["bestand"] = std::move(bestand);
  return Dump(answer);
}

}  // namespace verzuim
