// Beleid: a school's verzuimbeleid as a document: who agreed to what, the six parts of its chapter, and its rules.
//
// Bill 36 663 asks for such a document; it is not in force. Reading it from school.json is core/json's work.
#ifndef VERZUIM_CORE_BELEID_BELEID_H_
#define VERZUIM_CORE_BELEID_BELEID_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/beleid/regel.h"
#include "core/rules/ncj/mazl.h"

namespace verzuim::beleid {

// X(enumerator, wire name, title, what the school writes here). The six parts that the papers on bill 36 663 name;
// that these six are all, and their order, is an inference of this project (docs/verzuimbeleid.md).
#define VERZUIM_BELEID_ONDERDELEN(X)                                                                                \
  X(Werkwijze, "werkwijze", "Wat wij doen als een leerling er niet is",                                             \
    "Beschrijf wat de school doet nadat verzuim is vastgesteld: wie belt wanneer, en wat daarna volgt.")            \
  X(Taakverdeling, "taakverdeling", "Wie wat doet",                                                                 \
    "Beschrijf wie waarvoor verantwoordelijk is: docent, mentor, verzuimcoördinator, schoolleiding.")               \
  X(Oorzaken, "oorzaken", "Hoe wij de oorzaken onderzoeken",                                                        \
    "Beschrijf hoe de school nagaat waardoor verzuim ontstaat, per leerling en voor de school als geheel.")         \
  X(Evaluatie, "evaluatie", "Hoe wij het beleid volgen en evalueren",                                               \
    "Beschrijf hoe vaak en waarmee de school kijkt of het beleid werkt, en met wie zij dat bespreekt.")             \
  X(Ketenpartners, "ketenpartners", "Met wie wij samenwerken",                                                      \
    "Beschrijf de afspraken met gemeente, jeugdgezondheidszorg, samenwerkingsverband en andere partners.")          \
  X(Signaal, "signaal", "Wanneer wij een signaal geven",                                                            \
    "Leg vast in welke gevallen de school zorgelijk verzuim aan de leerplichtambtenaar meldt: voeg bij regels een " \
    "regel toe die eindigt met een signaal, of schrijf hier dat de school geen signalen geeft.")

enum class Onderdeel : uint8_t {
#define VERZUIM_X(name, wire, title, vraag) k##name,
  VERZUIM_BELEID_ONDERDELEN(VERZUIM_X)
#undef VERZUIM_X
};
#define VERZUIM_X(name, wire, title, vraag) +1
inline constexpr size_t kOnderdelen = 0 VERZUIM_BELEID_ONDERDELEN(VERZUIM_X);
#undef VERZUIM_X
std::string_view WireName(Onderdeel onderdeel);
std::string_view Title(Onderdeel onderdeel);
std::string_view Opdracht(Onderdeel onderdeel);

// M@ZL: sickness that goes to the jeugdarts. The values of the method, unless the school's region has others.
struct Mazl {
  int ziekmeldingen = ncj::kMazlZiekmeldingen;
  int lesweken = ncj::kMazlLesweken;
  int lesdagen = ncj::kMazlLesdagen;  // in a row
  bool operator==(const Mazl&) const = default;
};
// The number of the rule that M@ZL becomes; a rule of the school cannot have it.
inline constexpr std::string_view kMazlNummer = "mazl";

struct Beleid {
  std::string versie;
  std::string schoolgids;
  std::optional<Date> vanaf;
  std::optional<Date> instemming_mr;
  // The day on which bill 36 663 takes effect, as the school says. The module knows none.
  std::optional<Date> inwerkingtreding;
  std::array<std::string, kOnderdelen> onderdelen;
  std::vector<std::string> labels;  // that a mentor may note
  std::vector<Regel> regels;
  std::optional<Mazl> mazl;

  bool operator==(const Beleid&) const = default;
};

// All rules that run: those of the school, then M@ZL where it is set.
std::vector<Regel> AlleRegels(const Beleid& beleid);

}  // namespace verzuim::beleid

#endif  // VERZUIM_CORE_BELEID_BELEID_H_
