// ObjectReader: reading JSON strictly. Every member is asked for by name; what was not asked for is an error, and
// every error has its JSON pointer. Errors are collected, so that a person sees all of them at once.
//
// Example
//   ObjectReader kalender(node, "/kalender", problems);
//   if (auto regio = kalender.Text("regio")) …
//   kalender.Finish();   // reports members nobody asked for
#ifndef VERZUIM_CORE_JSON_READER_H_
#define VERZUIM_CORE_JSON_READER_H_

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/problem.h"
#include "core/json/envelope.h"

namespace verzuim {

// The JSON value of a text, or a problem that says where it breaks. Nesting deeper than 32 and two members of one
// name in one object are refused: neither can be meant.
std::optional<Json> ParseJson(std::string_view text, std::string_view what, std::vector<Problem>& problems);

class ObjectReader {
 public:
  // A node that is no object is reported at once; then every question answers nothing.
  ObjectReader(const Json& node, std::string pointer, std::vector<Problem>& problems);

  // The member, or nullptr. Marks it as known.
  const Json* Member(std::string_view name);
  const Json* Array(std::string_view name);
  std::optional<std::string> Text(std::string_view name);
  std::optional<int64_t> Integer(std::string_view name, int64_t minimum, int64_t maximum);
  std::optional<bool> Flag(std::string_view name);
  std::optional<Date> Day(std::string_view name);
  std::string RequiredText(std::string_view name);
  std::optional<Date> RequiredDay(std::string_view name);

  // {"van","tot"} as a closed range in order.
  std::optional<DateRange> VanTot();

  std::string PointerTo(std::string_view name) const;
  void Bad(std::string_view name, std::string_view what);
  void Missing(std::string_view name);
  void Finish();

 private:
  const Json& node_;
  std::string pointer_;
  std::vector<Problem>& problems_;
  std::set<std::string, std::less<>> known_;
};

// A problem at a JSON pointer.
Problem PointerProblem(ProblemCode code, std::string pointer, std::string_view detail);

}  // namespace verzuim

#endif  // VERZUIM_CORE_JSON_READER_H_
