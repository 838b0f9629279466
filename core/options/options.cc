#include "core/options/options.h"

namespace verzuim {
namespace {

struct ProfielRow {
  Profiel profiel;
  std::string_view wire;
};

constexpr ProfielRow kProfielen[] = {
#define VERZUIM_X(name, wire, text) {Profiel::k##name, wire},
    VERZUIM_PROFIELEN(VERZUIM_X)
#undef VERZUIM_X
};

template <class E>
struct EnumValue {
  E value;
  std::string_view wire;
};

template <class E>
struct EnumValues;

#define VERZUIM_OPTION_ENUM_TYPE(type, ...)                  \
  template <>                                                \
  struct EnumValues<type> {                                  \
    using E = type;                                          \
    static constexpr EnumValue<type> kAll[] = {__VA_ARGS__}; \
  };
#define V(name, wire) {E::name, wire},
#include "core/options/options.def"
#undef V

template <class E>
std::string AllowedText() {
  std::string text;
  for (const auto& v : EnumValues<E>::kAll) text.append(text.empty() ? "" : ", ").append(v.wire);
  return text;
}

OptionError Bad(std::string_view name, std::string_view expected) {
  return {true, std::string("De optie ").append(name).append(" moet ").append(expected).append(" zijn.")};
}

std::optional<OptionError> Assign(int& field, std::string_view name, int minimum, int maximum,
                                  const OptionValue& value) {
  const int64_t* n = std::get_if<int64_t>(&value);
  if (n == nullptr || *n < minimum || *n > maximum) {
    return Bad(name, "een geheel getal van " + std::to_string(minimum) + " tot en met " + std::to_string(maximum));
  }
  field = static_cast<int>(*n);
  return std::nullopt;
}

std::optional<OptionError> Assign(bool& field, std::string_view name, const OptionValue& value) {
  const bool* b = std::get_if<bool>(&value);
  if (b == nullptr) return Bad(name, "true of false");
  field = *b;
  return std::nullopt;
}

template <class E>
std::optional<OptionError> Assign(E& field, std::string_view name, const OptionValue& value) {
  if (const std::string* s = std::get_if<std::string>(&value)) {
    for (const auto& v : EnumValues<E>::kAll) {
      if (v.wire == *s) {
        field = v.value;
        return std::nullopt;
      }
    }
  }
  return Bad(name, "een van " + AllowedText<E>());
}

template <class E>
std::string_view WireNameOf(E value) {
  for (const auto& v : EnumValues<E>::kAll) {
    if (v.value == value) return v.wire;
  }
  return "";
}

template <class E>
std::vector<std::string_view> WireNames() {
  std::vector<std::string_view> names;
  for (const auto& v : EnumValues<E>::kAll) names.push_back(v.wire);
  return names;
}

}  // namespace

std::string_view WireName(Profiel profiel) {
  return kProfielen[static_cast<size_t>(profiel)].wire;
}

std::optional<Profiel> ParseProfiel(std::string_view wire_name) {
  for (const ProfielRow& row : kProfielen) {
    if (row.wire == wire_name) return row.profiel;
  }
  return std::nullopt;
}

Options DefaultOptions(Profiel profiel) {
  Options options;
#define VERZUIM_OPTION_PROFILE(which, name, value) \
  if (profiel == Profiel::which) options.name = value;
#include "core/options/options.def"
  return options;
}

std::optional<OptionError> SetOption(Options& options, std::string_view name, const OptionValue& value) {
#define VERZUIM_OPTION_INT(field, minimum, maximum, fallback, basis, text) \
  if (name == #field) return Assign(options.field, name, minimum, maximum, value);
#define VERZUIM_OPTION_BOOL(field, fallback, basis, text) \
  if (name == #field) return Assign(options.field, name, value);
#define VERZUIM_OPTION_ENUM(field, type, fallback, basis, text) \
  if (name == #field) return Assign(options.field, name, value);
#include "core/options/options.def"
  return OptionError{false, std::string(name)};
}

const std::vector<OptionInfo>& OptionTable() {
  static const std::vector<OptionInfo> table = {
#define VERZUIM_OPTION_INT(field, minimum, maximum, fallback, basis, text) \
  {#field, OptionInfo::Kind::kInt, minimum, maximum, {}, Basis::basis, text},
#define VERZUIM_OPTION_BOOL(field, fallback, basis, text) \
  {#field, OptionInfo::Kind::kBool, 0, 0, {}, Basis::basis, text},
#define VERZUIM_OPTION_ENUM(field, type, fallback, basis, text) \
  {#field, OptionInfo::Kind::kEnum, 0, 0, WireNames<type>(), Basis::basis, text},
#include "core/options/options.def"
  };
  return table;
}

OptionValue GetOption(const Options& options, const OptionInfo& info) {
#define VERZUIM_OPTION_INT(field, minimum, maximum, fallback, basis, text) \
  if (info.name == #field) return static_cast<int64_t>(options.field);
#define VERZUIM_OPTION_BOOL(field, fallback, basis, text) \
  if (info.name == #field) return options.field;
#define VERZUIM_OPTION_ENUM(field, type, fallback, basis, text) \
  if (info.name == #field) return std::string(WireNameOf(options.field));
#include "core/options/options.def"
  return false;
}

}  // namespace verzuim
