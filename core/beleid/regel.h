// The rule language of a school's verzuimbeleid: a small, closed tree of values.
//
// A rule has steps in order. A step holds a condition (als) and what follows when it is met (dan). Every rule has
// exactly one sentence in Dutch (core/beleid/zin.h), and that sentence reads back as the same rule.
//
// Example: "Bij 3 keer of vaker te laat komen in het 1e lesuur in 4 lesweken volgt een gesprek met de leerling."
//   Regel{"1", {Stap{{Aantal{Telt::kTeLaat, Eenheid::kLessen, 3, {4}, Les::Lesuur(1)}}, Actie::kGesprekLeerling}}}
#ifndef VERZUIM_CORE_BELEID_REGEL_H_
#define VERZUIM_CORE_BELEID_REGEL_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace verzuim::beleid {

// X(enumerator, wire name, as a noun in a sentence, rests on ongeoorloofd absence only). No noun is the beginning of
// another, so that sentences read back one way.
#define VERZUIM_BELEID_TELT(X)                                  \
  X(Ongeoorloofd, "ongeoorloofd", "ongeoorloofd verzuim", true) \
  X(Afwezig, "afwezig", "ongeoorloofd afwezig zijn", true)      \
  X(TeLaat, "te_laat", "te laat komen", true)                   \
  X(Ziekte, "ziekte", "ziekteverzuim", false)                   \
  X(Geoorloofd, "geoorloofd", "geoorloofd verzuim", false)      \
  X(Alles, "alles", "geoorloofd of ongeoorloofd verzuim", false)

// Which absence counts. Afwezig is ongeoorloofd without late arrivals; geoorloofd holds ziekte.
enum class Telt : uint8_t {
#define VERZUIM_X(name, wire, noun, ongeoorloofd) k##name,
  VERZUIM_BELEID_TELT(VERZUIM_X)
#undef VERZUIM_X
};
std::string_view WireName(Telt telt);
std::optional<Telt> ParseTelt(std::string_view wire_name);
std::string_view Noun(Telt telt);
bool IsOngeoorloofd(Telt telt);

// X(enumerator, wire name, as the end of a sentence, who receives it: Ontvanger)
#define VERZUIM_BELEID_ACTIES(X)                                                            \
  X(Mentor, "mentor", "een bericht aan de mentor", kIntern)                                 \
  X(GesprekLeerling, "gesprek_leerling", "een gesprek met de leerling", kIntern)            \
  X(GesprekOuders, "gesprek_ouders", "een gesprek met de ouders", kIntern)                  \
  X(BriefOuders, "brief_ouders", "een brief aan de ouders", kIntern)                        \
  X(Ondersteuningsteam, "ondersteuningsteam", "overleg in het ondersteuningsteam", kIntern) \
  X(Jeugdarts, "jeugdarts", "overleg met de jeugdarts", kJeugdarts)                         \
  X(Signaal, "signaal", "een signaal aan de leerplichtambtenaar", kLeerplicht)

enum class Ontvanger : uint8_t { kLeerplicht, kJeugdarts, kIntern };
std::string_view WireName(Ontvanger ontvanger);

enum class Actie : uint8_t {
#define VERZUIM_X(name, wire, phrase, ontvanger) k##name,
  VERZUIM_BELEID_ACTIES(VERZUIM_X)
#undef VERZUIM_X
};
std::string_view WireName(Actie actie);
std::optional<Actie> ParseActie(std::string_view wire_name);
std::string_view Phrase(Actie actie);
Ontvanger OntvangerVan(Actie actie);

// How far a condition looks back from the day itself: so many lesweken, or the school year so far.
struct Tijdvak {
  int lesweken = 0;  // 0: the school year

  bool IsSchooljaar() const { return lesweken == 0; }
  bool operator==(const Tijdvak&) const = default;
};
inline constexpr Tijdvak kSchooljaar = {0};

// What is counted. A period is one or more lesson days in a row with such absence: for ziekte a ziekmelding.
enum class Eenheid : uint8_t { kLessen, kDagen, kPerioden };
std::string_view WireName(Eenheid eenheid);
std::optional<Eenheid> ParseEenheid(std::string_view wire_name);

enum class Gelijk : uint8_t { kWeekdag, kLesuur, kWeekdagEnLesuur };
std::string_view WireName(Gelijk gelijk);
std::optional<Gelijk> ParseGelijk(std::string_view wire_name);

// One lesson of the day only.
struct Les {
  bool eerste = false;  // the pupil's first of that day
  int lesuur = 0;       // else this lesuur

  static constexpr Les Eerste() { return {true, 0}; }
  static constexpr Les Lesuur(int lesuur) { return {false, lesuur}; }
  bool operator==(const Les&) const = default;
};

// ---- conditions; `minstens` is the threshold: that many or more -------------------------------------------------

struct Uren {
  Telt telt;
  int minstens;  // hours, as in the sixteen hours of the law: 60 telminuten each
  Tijdvak tijdvak;
  bool operator==(const Uren&) const = default;
};

struct Aantal {
  Telt telt;
  Eenheid eenheid;
  int minstens;
  Tijdvak tijdvak;
  std::optional<Les> les;  // with lessons only
  bool operator==(const Aantal&) const = default;
};

// Days on one and the same weekday; or lessons of one lesuur, on any or on one weekday.
struct Zelfde {
  Telt telt;
  Gelijk gelijk;
  int minstens;
  Tijdvak tijdvak;
  bool operator==(const Zelfde&) const = default;
};

// Absence in so many of the last lesweken: whole calendar weeks, this one among them.
struct Weken {
  Telt telt;
  int minstens;
  int lesweken;
  bool operator==(const Weken&) const = default;
};

// Absence on so many of the pupil's lesson days in a row.
struct Achtereen {
  Telt telt;
  int minstens;
  bool operator==(const Achtereen&) const = default;
};

// Hours rise from period to period; a period is so many whole lesweken, the last one ends with this week.
struct Stijgend {
  Telt telt;
  int perioden;
  int lesweken;
  int minstens;  // hours in the last period
  bool operator==(const Stijgend&) const = default;
};

// Ongeoorloofd absence again within so many lesweken after the last day of a melding.
struct Terugval {
  int lesweken;
  bool operator==(const Terugval&) const = default;
};

// The mentor noted this label.
struct Notitie {
  std::string label;
  Tijdvak tijdvak;
  bool operator==(const Notitie&) const = default;
};

struct Voorwaarde;

struct Samen {
  bool alle;                      // en; else of
  std::vector<Voorwaarde> delen;  // two or more
  bool operator==(const Samen& other) const;
};

struct Voorwaarde {
  std::variant<Uren, Aantal, Zelfde, Weken, Achtereen, Stijgend, Terugval, Notitie, Samen> vorm;
  bool operator==(const Voorwaarde& other) const { return vorm == other.vorm; }
};

// Calls `visitor` with the condition as what it is. Not std::visit: that one brings in abort for a variant without value,
// which these never are.
template <class Visitor>
auto Visit(const Visitor& visitor, const Voorwaarde& voorwaarde) {
  const auto& vorm = voorwaarde.vorm;
  switch (vorm.index()) {
    case 0:
      return visitor(*std::get_if<0>(&vorm));
    case 1:
      return visitor(*std::get_if<1>(&vorm));
    case 2:
      return visitor(*std::get_if<2>(&vorm));
    case 3:
      return visitor(*std::get_if<3>(&vorm));
    case 4:
      return visitor(*std::get_if<4>(&vorm));
    case 5:
      return visitor(*std::get_if<5>(&vorm));
    case 6:
      return visitor(*std::get_if<6>(&vorm));
    case 7:
      return visitor(*std::get_if<7>(&vorm));
    default:
      break;
  }
  static_assert(std::variant_size_v<decltype(Voorwaarde::vorm)> == 9);
  return visitor(*std::get_if<8>(&vorm));
}

// Limits of the language, for readers and checks.
inline constexpr int kMaxMinstens = 400;
inline constexpr int kMaxLesweken = 40;
inline constexpr int kMaxAchtereen = 200;
inline constexpr int kMaxPerioden = 6;
inline constexpr int kMaxPeriodeLesweken = 20;
inline constexpr int kMaxDiepte = 4;  // en and of within each other
inline constexpr int kMaxDelen = 16;  // conditions in one step
inline constexpr size_t kMaxStappen = 6;
inline constexpr size_t kMaxRegels = 50;
inline constexpr size_t kMaxLabel = 40;

// Lower-case letters, digits, spaces and hyphens, beginning with a letter or digit, at most kMaxLabel.
bool IsLabel(std::string_view text);

struct Stap {
  Voorwaarde als;
  Actie dan;
  bool operator==(const Stap&) const = default;
};

// Step n can be taken only after step n-1 has been, so a talk comes before a signaal.
struct Regel {
  std::string nummer;  // in the schoolgids
  std::vector<Stap> stappen;
  bool operator==(const Regel&) const = default;
};

// Whether the condition can only be met by ongeoorloofd absence: every way in which it holds has some, and no part
// looks at absence that is geoorloofd.
bool RustOpOngeoorloofd(const Voorwaarde& voorwaarde);
// The same for sickness.
bool RustOpZiekte(const Voorwaarde& voorwaarde);

}  // namespace verzuim::beleid

#endif  // VERZUIM_CORE_BELEID_REGEL_H_
