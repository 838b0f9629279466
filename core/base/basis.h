// Basis: on what a number, a default or a rule rests. Shown to the user with every value, so that a choice of
// this project is never taken for law.
#ifndef VERZUIM_CORE_BASE_BASIS_H_
#define VERZUIM_CORE_BASE_BASIS_H_

#include <cstdint>
#include <string_view>

namespace verzuim {

enum class Basis : uint8_t {
  kWet,           // the statute itself
  kVoorlichting,  // published guidance (DUO, municipalities)
  kWetsvoorstel,  // bill 36 663, not in force
  kProjectkeuze,  // a choice of this project where the texts are silent
  kSchoolkeuze,   // a choice the school makes
};

// "wet", "voorlichting", "wetsvoorstel", "keuze van het project", "keuze van de school".
constexpr std::string_view WireName(Basis basis) {
  switch (basis) {
    case Basis::kWet:
      return "wet";
    case Basis::kVoorlichting:
      return "voorlichting";
    case Basis::kWetsvoorstel:
      return "wetsvoorstel";
    case Basis::kProjectkeuze:
      return "keuze van het project";
    case Basis::kSchoolkeuze:
      return "keuze van de school";
  }
  return "";
}

}  // namespace verzuim

#endif  // VERZUIM_CORE_BASE_BASIS_H_
