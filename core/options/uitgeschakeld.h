// Uitgeschakeld: what the profile of a school switches off, with the reason. Nothing is left out silently: every
// entry stands in verslag.json and problemen.csv, and where a file would have been there is one that says why it is
// not.
//
// Example
//   UitgeschakeldVoor(Profiel::kVo).empty();
//   IsUitgeschakeld(Profiel::kNietBekostigd, Onderdeel::kLevering);
#ifndef VERZUIM_CORE_OPTIONS_UITGESCHAKELD_H_
#define VERZUIM_CORE_OPTIONS_UITGESCHAKELD_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/options/options.h"

namespace verzuim {

// X(enumerator, wire name, what it is).
#define VERZUIM_ONDERDELEN(X)                                                       \
  X(Levering, "levering", "telling voor DUO")                                       \
  X(Publicatie, "publicatie", "telling om te delen")                                \
  X(Beleid, "beleid", "plicht tot een verzuimbeleid in zes onderdelen")             \
  X(Duo, "duo", "velden voor het verzuimloket van DUO")                             \
  X(Lrv, "lrv", "melding van langdurig relatief verzuim")                           \
  X(Luxe, "luxe", "melding van luxeverzuim")                                        \
  X(ZestienUur18Plus, "16u_18plus", "melding van zestien uur bij 18 jaar en ouder") \
  X(Rmc, "rmc", "melding aan het doorstroompunt")                                   \
  X(Verlof, "verlof", "verlofkaarten (Leerplichtwet artikel 13a en 14)")            \
  X(Vrijstelling, "vrijstelling", "vrijstellingskaarten (Leerplichtwet artikel 5)") \
  X(Schorsing, "schorsing", "herinneringen bij schorsing")                          \
  X(Onderwijstijd, "onderwijstijd", "toets aan de norm voor onderwijstijd")

enum class Onderdeel : uint8_t {
#define VERZUIM_X(name, wire, text) k##name,
  VERZUIM_ONDERDELEN(VERZUIM_X)
#undef VERZUIM_X
};
inline constexpr int kOnderdelen = static_cast<int>(Onderdeel::kOnderwijstijd) + 1;
std::string_view WireName(Onderdeel onderdeel);
std::string_view TextOf(Onderdeel onderdeel);

struct Uitgeschakeld {
  Profiel profiel;
  Onderdeel onderdeel;
  std::string_view reden;    // a Dutch sentence
  std::string_view artikel;  // law or bill it follows from
  std::string_view bron;
};

// In the order of Onderdeel.
std::vector<Uitgeschakeld> UitgeschakeldVoor(Profiel profiel);
bool IsUitgeschakeld(Profiel profiel, Onderdeel onderdeel);
// Files of a run that are not made without this part; empty when it is a part of a file.
std::vector<std::string_view> BestandenVan(Onderdeel onderdeel);

}  // namespace verzuim

#endif  // VERZUIM_CORE_OPTIONS_UITGESCHAKELD_H_
