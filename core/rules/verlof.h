// Verlof: what was booked as leave or suspension, set against what the law allows, per pupil and school year.
//
// A ledger (kaart) per kind: vakantieverlof (LPW art. 13a), gewichtige omstandigheden (art. 14), the hours of
// five-year-olds (art. 11a), schorsing, and religie (art. 13). It warns; it makes no melding and changes no class:
// whether leave was really granted stands in no register, and a person decides.
//
// Example
//   for (const VerlofKaart& kaart : VerlofVan(facts, context)) …
#ifndef VERZUIM_CORE_RULES_VERLOF_H_
#define VERZUIM_CORE_RULES_VERLOF_H_

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/rules/evaluate.h"
#include "core/rules/rule.h"

namespace verzuim {

// X(enumerator, class of ReasonClass). The order is the order of the output.
#define VERZUIM_VERLOF_SOORTEN(X) \
  X(Vakantieverlof)               \
  X(Gewichtig)                    \
  X(Vijfjarige)                   \
  X(Schorsing)                    \
  X(Religie)

enum class VerlofSoort : uint8_t {
#define VERZUIM_X(name) k##name,
  VERZUIM_VERLOF_SOORTEN(VERZUIM_X)
#undef VERZUIM_X
};
// The wire name of the reason class the kind is booked under.
std::string_view WireName(VerlofSoort soort);

// X(enumerator, wire name, Dutch text). {} is the detail.
#define VERZUIM_VERLOF_WAARSCHUWINGEN(X)                                                                             \
  X(BovenMaximum, "boven_maximum",                                                                                   \
    "Er is meer vakantieverlof geboekt dan het hoofd mag geven ({}). Wat daarboven ligt is ongeoorloofd; verbeter "  \
    "de boeking of meld het.")                                                                                       \
  X(MeerDanEenmaal, "meer_dan_eenmaal",                                                                              \
    "Vakantieverlof mag maar eenmaal per schooljaar; hier staat het {} keer. Controleer of het steeds dezelfde "     \
    "aanvraag was.")                                                                                                 \
  X(EersteLesweken, "eerste_twee_lesweken",                                                                          \
    "Vakantieverlof mag niet in de eerste twee lesweken van het schooljaar liggen. Verbeter de boeking.")            \
  X(Leerplichtambtenaar, "leerplichtambtenaar",                                                                      \
    "Vanaf deze dag besluit niet het hoofd maar de leerplichtambtenaar ({}). Controleer of die het verlof gaf.")     \
  X(MaximumBereikt, "maximum_bereikt",                                                                               \
    "Het maximum voor dit schooljaar is bereikt; het hoofd kan niets meer geven.")                                   \
  X(EvenredigDeel, "evenredig_deel",                                                                                 \
    "De leerling is kwalificatieplichtig en heeft op {} weekdagen les; het maximum is daarop aangepast.")            \
  X(RoosterOnbekend, "rooster_onbekend",                                                                             \
    "De leerling is kwalificatieplichtig, maar de lesdagen zijn niet bekend; een evenredig deel is niet berekend.")  \
  X(GeenPlicht, "geen_plicht",                                                                                       \
    "De leerling was toen niet leer- of kwalificatieplichtig; het maximum van de wet geldt dan niet.")               \
  X(ExtraVerlofNodig, "verlof_hoofd_nodig",                                                                          \
    "In deze week staat meer dan vijf uur geboekt ({} minuten); daarvoor is naast de mededeling verlof van het "     \
    "hoofd nodig.")                                                                                                  \
  X(BovenTienUur, "boven_tien_uur",                                                                                  \
    "In deze week staat meer dan tien uur geboekt; {} minuten vallen erbuiten en tellen als ongeoorloofd.")          \
  X(ZesJaar, "zes_jaar",                                                                                             \
    "Vanaf de zesde verjaardag is er geen vrijstelling voor vijfjarigen meer. Verbeter de "                          \
    "boeking.")                                                                                                      \
  X(MeldenInspectie, "melden_inspectie",                                                                             \
    "Deze schorsing duurde langer dan een dag: meld haar onverwijld aan de inspectie, met de redenen.")              \
  X(LangerDanWeek, "langer_dan_week", "Deze schorsing duurde langer dan een week; dat staat de wet niet toe.")       \
  X(Schriftelijk, "schriftelijk_bekend",                                                                             \
    "Maak de beslissing tot deze schorsing schriftelijk en met redenen bekend aan de student, en aan de ouders als " \
    "de student jonger is dan 18 jaar.")                                                                             \
  X(LangerDanTweeWeken, "langer_dan_twee_weken",                                                                     \
    "Deze schorsing duurde langer dan twee weken; de wet staat dat alleen toe vooruitlopend op een verwijdering.")   \
  X(KennisgevingVooraf, "kennisgeving_vooraf",                                                                       \
    "De ouders moesten dit uiterlijk op deze dag aan het hoofd laten weten. Deden zij dat niet, dan is dit verzuim " \
    "ongeoorloofd; verbeter dan de boeking.")                                                                        \
  X(GeenArtikel, "geen_artikel",                                                                                     \
    "Voor deze soort school is geen maximum voor schorsing bekend; raadpleeg de eigen regels.")

enum class VerlofWaarschuwingCode : uint8_t {
#define VERZUIM_X(name, wire, text) k##name,
  VERZUIM_VERLOF_WAARSCHUWINGEN(VERZUIM_X)
#undef VERZUIM_X
};
std::string_view WireName(VerlofWaarschuwingCode code);

struct VerlofWaarschuwing {
  VerlofWaarschuwingCode code;
  std::optional<Date> datum;  // the day it is about
  std::string detail;
  bool operator==(const VerlofWaarschuwing&) const = default;
};
std::string MessageOf(const VerlofWaarschuwing& waarschuwing);

// An unbroken stretch of the pupil's own school days.
struct VerlofPeriode {
  Date van, tot;
  int dagen = 0;
  int64_t minuten = 0;
};

// Art. 11a, one ISO week.
struct VerlofWeek {
  Date maandag;
  Minutes minuten, na_mededeling, met_verlof, buiten;
};

struct VerlofRegel {
  RowRef ref;
  Date date;
  int lesuur = 0;
  Minutes minuten;
};

struct VerlofKaart {
  DateRange schooljaar;
  VerlofSoort soort = VerlofSoort::kVakantieverlof;
  int dagen = 0;  // school days on which any of it was booked
  int deels = 0;  // of these, days of which the pupil attended a part
  int64_t minuten = 0;
  std::optional<int> maximum;  // school days
  std::vector<VerlofPeriode> perioden;
  std::vector<VerlofWeek> weken;
  std::vector<VerlofWaarschuwing> waarschuwingen;
  std::vector<VerlofRegel> regels;
  const Rule* rule = nullptr;  // nullptr: no article was found

  std::optional<int> Over() const {
    return maximum ? std::optional<int>(std::max(0, *maximum - dagen)) : std::nullopt;
  }
};

// The ledgers of one pupil, by school year, then kind. None for Caribisch Nederland, which has a law of its own.
std::vector<VerlofKaart> VerlofVan(const PupilFacts& facts, const RuleContext& context);

}  // namespace verzuim

#endif  // VERZUIM_CORE_RULES_VERLOF_H_
