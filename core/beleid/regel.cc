#include "core/beleid/regel.h"

#include <algorithm>
#include <array>
#include <type_traits>

namespace verzuim::beleid {
namespace {

constexpr std::array<std::string_view, 3> kEenheden = {"lessen", "dagen", "perioden"};
constexpr std::array<std::string_view, 3> kGelijken = {"weekdag", "lesuur", "weekdag_en_lesuur"};

template <class Enum, size_t N>
std::optional<Enum> Find(const std::array<std::string_view, N>& names, std::string_view wire_name) {
  const auto at = std::find(names.begin(), names.end(), wire_name);
  if (at == names.end()) return std::nullopt;
  return static_cast<Enum>(at - names.begin());
}

// Whether no part of the condition counts absence that `allowed` refuses.
template <class Allowed>
bool CountsOnly(const Voorwaarde& voorwaarde, Allowed allowed) {
  return Visit(
      [&](const auto& vorm) {
        using T = std::decay_t<decltype(vorm)>;
        if constexpr (std::is_same_v<T, Samen>) {
          return std::all_of(vorm.delen.begin(), vorm.delen.end(),
                             [&](const Voorwaarde& deel) { return CountsOnly(deel, allowed); });
        } else if constexpr (std::is_same_v<T, Terugval>) {
          return allowed(Telt::kOngeoorloofd);
        } else if constexpr (std::is_same_v<T, Notitie>) {
          return true;
        } else {
          return allowed(vorm.telt);
        }
      },
      voorwaarde);
}

// Whether every way in which the condition holds has absence in it: a note alone has none.
bool NeedsAbsence(const Voorwaarde& voorwaarde) {
  if (std::holds_alternative<Notitie>(voorwaarde.vorm)) return false;
  const Samen* samen = std::get_if<Samen>(&voorwaarde.vorm);
  if (samen == nullptr) return true;
  return samen->alle ? std::any_of(samen->delen.begin(), samen->delen.end(), NeedsAbsence)
                     : std::all_of(samen->delen.begin(), samen->delen.end(), NeedsAbsence);
}

}  // namespace

std::string_view WireName(Telt telt) {
  switch (telt) {
#define VERZUIM_X(name, wire, noun, ongeoorloofd) \
  case Telt::k##name:                             \
    return wire;
    VERZUIM_BELEID_TELT(VERZUIM_X)
#undef VERZUIM_X
  }
  return "";
}

std::optional<Telt> ParseTelt(std::string_view wire_name) {
#define VERZUIM_X(name, wire, noun, ongeoorloofd) \
  if (wire_name == wire) return Telt::k##name;
  VERZUIM_BELEID_TELT(VERZUIM_X)
#undef VERZUIM_X
  return std::nullopt;
}

std::string_view Noun(Telt telt) {
  switch (telt) {
#define VERZUIM_X(name, wire, noun, ongeoorloofd) \
  case Telt::k##name:                             \
    return noun;
    VERZUIM_BELEID_TELT(VERZUIM_X)
#undef VERZUIM_X
  }
  return "";
}

bool IsOngeoorloofd(Telt telt) {
  switch (telt) {
#define VERZUIM_X(name, wire, noun, ongeoorloofd) \
  case Telt::k##name:                             \
    return ongeoorloofd;
    VERZUIM_BELEID_TELT(VERZUIM_X)
#undef VERZUIM_X
  }
  return false;
}

std::string_view WireName(Ontvanger ontvanger) {
  switch (ontvanger) {
    case Ontvanger::kLeerplicht:
      return "leerplicht";
    case Ontvanger::kJeugdarts:
      return "jeugdarts";
    case Ontvanger::kIntern:
      return "intern";
  }
  return "";
}

std::string_view WireName(Actie actie) {
  switch (actie) {
#define VERZUIM_X(name, wire, phrase, ontvanger) \
  case Actie::k##name:                           \
    return wire;
    VERZUIM_BELEID_ACTIES(VERZUIM_X)
#undef VERZUIM_X
  }
  return "";
}

std::optional<Actie> ParseActie(std::string_view wire_name) {
#define VERZUIM_X(name, wire, phrase, ontvanger) \
  if (wire_name == wire) return Actie::k##name;
  VERZUIM_BELEID_ACTIES(VERZUIM_X)
#undef VERZUIM_X
  return std::nullopt;
}

std::string_view Phrase(Actie actie) {
  switch (actie) {
#define VERZUIM_X(name, wire, phrase, ontvanger) \
  case Actie::k##name:                           \
    return phrase;
    VERZUIM_BELEID_ACTIES(VERZUIM_X)
#undef VERZUIM_X
  }
  return "";
}

Ontvanger OntvangerVan(Actie actie) {
  switch (actie) {
#define VERZUIM_X(name, wire, phrase, ontvanger) \
  case Actie::k##name:                           \
    return Ontvanger::ontvanger;
    VERZUIM_BELEID_ACTIES(VERZUIM_X)
#undef VERZUIM_X
  }
  return Ontvanger::kIntern;
}

std::string_view WireName(Eenheid eenheid) {
  return kEenheden[static_cast<size_t>(eenheid)];
}

std::optional<Eenheid> ParseEenheid(std::string_view wire_name) {
  return Find<Eenheid>(kEenheden, wire_name);
}

std::string_view WireName(Gelijk gelijk) {
  return kGelijken[static_cast<size_t>(gelijk)];
}

std::optional<Gelijk> ParseGelijk(std::string_view wire_name) {
  return Find<Gelijk>(kGelijken, wire_name);
}

bool Samen::operator==(const Samen& other) const {
  return alle == other.alle && delen == other.delen;
}

bool IsLabel(std::string_view text) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return !text.empty() && text.size() <= kMaxLabel && letter(text.front()) &&
         std::all_of(text.begin(), text.end(), [&](char c) { return letter(c) || c == ' ' || c == '-'; });
}

bool RustOpOngeoorloofd(const Voorwaarde& voorwaarde) {
  return NeedsAbsence(voorwaarde) && CountsOnly(voorwaarde, IsOngeoorloofd);
}

bool RustOpZiekte(const Voorwaarde& voorwaarde) {
  return NeedsAbsence(voorwaarde) && CountsOnly(voorwaarde, [](Telt telt) { return telt == Telt::kZiekte; });
}

}  // namespace verzuim::beleid
