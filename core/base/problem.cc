#include "core/base/problem.h"

#include <utility>

namespace verzuim {

std::string_view WireName(Severity severity) {
  switch (severity) {
    case Severity::kFatal:
      return "fataal";
    case Severity::kRejected:
      return "afgewezen";
    case Severity::kDoubtful:
      return "twijfel";
    case Severity::kNotice:
      return "melding";
  }
  return "";
}

std::string_view WireName(ProblemCode code) {
  switch (code) {
#define VERZUIM_X(name, wire, severity, message) \
  case ProblemCode::k##name:                     \
    return wire;
    VERZUIM_PROBLEM_CODES(VERZUIM_X)
#undef VERZUIM_X
  }
  return "";
}

Severity SeverityOf(ProblemCode code) {
  switch (code) {
#define VERZUIM_X(name, wire, severity, message) \
  case ProblemCode::k##name:                     \
    return Severity::severity;
    VERZUIM_PROBLEM_CODES(VERZUIM_X)
#undef VERZUIM_X
  }
  return Severity::kFatal;
}

std::string FillIn(std::string_view text, std::string_view detail) {
  std::string out(text);
  if (const size_t at = out.find("{}"); at != std::string::npos) out.replace(at, 2, detail);
  return out;
}

std::string MessageFor(ProblemCode code, std::string_view detail) {
  std::string_view text;
  switch (code) {
#define VERZUIM_X(name, wire, severity, message) \
  case ProblemCode::k##name:                     \
    text = message;                              \
    break;
    VERZUIM_PROBLEM_CODES(VERZUIM_X)
#undef VERZUIM_X
  }
  return FillIn(text, detail);
}

Problem MakeProblem(ProblemCode code, Place place, std::string_view detail) {
  return {code, std::move(place), MessageFor(code, detail)};
}

}  // namespace verzuim
