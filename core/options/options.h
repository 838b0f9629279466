// Options: every parameter of the rules that a school may set, with a default per school profile.
//
// All of it comes from options.def: the struct below, the checked setter by wire name, and the table that docs,
// schema and form are made from. An unknown name or a value out of range is an error, never ignored.
//
// Example
//   Options o = DefaultOptions(Profiel::kPo);
//   o.uur == Uur::kKlokuur;
//   SetOption(o, "venster", "W1");          // nullopt: done
//   SetOption(o, "drempel_minuten", -5);    // a sentence that says what is allowed
#ifndef VERZUIM_CORE_OPTIONS_OPTIONS_H_
#define VERZUIM_CORE_OPTIONS_OPTIONS_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/basis.h"

namespace verzuim {

// X(enumerator, wire name, what it is).
#define VERZUIM_PROFIELEN(X)                           \
  X(Po, "po", "basisonderwijs")                        \
  X(Sbo, "sbo", "speciaal basisonderwijs")             \
  X(So, "so", "speciaal onderwijs")                    \
  X(Vso, "vso", "voortgezet speciaal onderwijs")       \
  X(Vo, "vo", "voortgezet onderwijs")                  \
  X(Pro, "pro", "praktijkonderwijs")                   \
  X(Mbo, "mbo", "middelbaar beroepsonderwijs en vavo") \
  X(Bes, "bes", "Caribisch Nederland")                 \
  X(NietBekostigd, "niet_bekostigd", "niet bekostigd onderwijs")

enum class Profiel : uint8_t {
#define VERZUIM_X(name, wire, text) k##name,
  VERZUIM_PROFIELEN(VERZUIM_X)
#undef VERZUIM_X
};

std::string_view WireName(Profiel profiel);
std::optional<Profiel> ParseProfiel(std::string_view wire_name);

#define VERZUIM_OPTION_ENUM_TYPE(type, ...) enum class type : uint8_t { __VA_ARGS__ };
#define V(name, wire) name,
#include "core/options/options.def"
#undef V

struct Options {
#define VERZUIM_OPTION_INT(name, minimum, maximum, fallback, basis, text) int name = fallback;
#define VERZUIM_OPTION_BOOL(name, fallback, basis, text) bool name = fallback;
#define VERZUIM_OPTION_ENUM(name, type, fallback, basis, text) type name = type::fallback;
#include "core/options/options.def"

  bool operator==(const Options&) const = default;
};

Options DefaultOptions(Profiel profiel);

using OptionValue = std::variant<bool, int64_t, std::string>;

// Sets one option by its wire name. Answers nullopt when done, else a Dutch sentence that says what is allowed;
// `known` tells an unknown name from a bad value.
struct OptionError {
  bool known;
  std::string message;
};
std::optional<OptionError> SetOption(Options& options, std::string_view name, const OptionValue& value);

// One row of the table, for docs, schema, form and verslag.json.
struct OptionInfo {
  enum class Kind : uint8_t { kInt, kBool, kEnum };
  std::string_view name;
  Kind kind;
  int minimum, maximum;                  // kInt only
  std::vector<std::string_view> values;  // kEnum only
  Basis basis;
  std::string_view text;
};
const std::vector<OptionInfo>& OptionTable();
// The value of the option with this row, as it stands in `options`.
OptionValue GetOption(const Options& options, const OptionInfo& info);

}  // namespace verzuim

#endif  // VERZUIM_CORE_OPTIONS_OPTIONS_H_
