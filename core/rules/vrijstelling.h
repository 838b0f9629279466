// Vrijstelling and verwijdering: what a school has to watch about a pupil that is exempt or is to leave.
//
// While an exemption runs there is no duty and nothing is reported (lpw::IsVrijgesteld). Parents give notice to the
// municipality; the school only watches the dates. Nothing medical is kept: of ground a not even the declaration.
#ifndef VERZUIM_CORE_RULES_VRIJSTELLING_H_
#define VERZUIM_CORE_RULES_VRIJSTELLING_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/rules/evaluate.h"
#include "core/rules/rule.h"

namespace verzuim {

enum class VrijstellingStand : uint8_t { kKomt, kLoopt, kVoorbij };
std::string_view WireName(VrijstellingStand stand);

// X(enumerator, wire name, Dutch text). {} is the detail.
#define VERZUIM_VRIJSTELLING_WAARSCHUWINGEN(X)                                                                       \
  X(Kennisgeving, "kennisgeving_elk_jaar",                                                                           \
    "Loopt de vrijstelling door, dan doen de ouders uiterlijk op deze dag opnieuw een kennisgeving aan de gemeente " \
    "(niet als in de verklaring staat dat de leerling nooit geschikt zal zijn).")                                    \
  X(GrondOnbekend, "grond_onbekend",                                                                                 \
    "De grond (a, b of c van artikel 5) is niet bekend. Vul in het leerlingenbestand vrijstelling_grond in.")        \
  X(EindOnbekend, "einddatum_onbekend",                                                                              \
    "Er is geen einddatum bekend; zolang die ontbreekt, wordt voor deze leerling niets gemeld. Controleer of de "    \
    "vrijstelling nog loopt.")                                                                                       \
  X(Afgelopen, "afgelopen",                                                                                          \
    "De vrijstelling is voorbij en de leerling staat ingeschreven: vanaf de dag erna geldt de plicht weer.")         \
  X(LooptAf, "loopt_af", "De vrijstelling eindigt binnen zestig dagen; vraag de ouders wat er daarna komt.")         \
  X(EerderGeplaatst, "eerder_geplaatst",                                                                             \
    "De leerling stond in het jaar ervoor op deze school. Is dat een school van de richting waartegen de ouders "    \
    "bedenkingen hebben, dan is de verklaring niet geldig (artikel 8 lid 2); de gemeente beoordeelt dat.")           \
  X(Melden, "terstond_melden", "Meld de beslissing tot verwijdering dezelfde dag aan burgemeester en wethouders.")   \
  X(Inspectie, "inspectie",                                                                                          \
    "Overleg voor een definitieve verwijdering met de inspectie, en stel haar er schriftelijk van in kennis "        \
    "(artikel 8.15 Wet voortgezet onderwijs 2020).")                                                                 \
  X(AndereSchool, "andere_school",                                                                                   \
    "Definitief verwijderen kan pas als een andere school bereid is de leerling toe te laten; tot dan blijft de "    \
    "leerling ingeschreven.")                                                                                        \
  X(AndereInstelling, "andere_instelling",                                                                           \
    "Is de student leer- of kwalificatieplichtig, dan kan definitief verwijderen pas als een andere instelling of "  \
    "school bereid is de student toe te laten, of na aantoonbaar acht weken zoeken zonder succes (artikel 8.1.7d "   \
    "Wet educatie en beroepsonderwijs).")

enum class VrijstellingCode : uint8_t {
#define VERZUIM_X(name, wire, text) k##name,
  VERZUIM_VRIJSTELLING_WAARSCHUWINGEN(VERZUIM_X)
#undef VERZUIM_X
};
std::string_view WireName(VrijstellingCode code);
std::string_view MessageOf(VrijstellingCode code);

struct VrijstellingWaarschuwing {
  VrijstellingCode code;
  std::optional<Date> datum;  // the last day to act, or the day it is about
  bool operator==(const VrijstellingWaarschuwing&) const = default;
};

struct VrijstellingKaart {
  Vrijstelling periode;
  VrijstellingStand stand = VrijstellingStand::kLoopt;
  std::optional<Date> eerste_kennisgeving;  // when it begins with leerplicht
  std::optional<Date> kennisgeving;         // the next yearly one, while it runs
  std::optional<Date> verklaring_vanaf;     // ground a: the oldest declaration for that notice
  int gemist = 0;                           // lessons booked as missed while it ran
  std::vector<VrijstellingWaarschuwing> waarschuwingen;
};

struct VerwijderingKaart {
  Date besluit;
  std::vector<VrijstellingWaarschuwing> waarschuwingen;
};

// None for Caribisch Nederland, which has a law of its own.
std::vector<VrijstellingKaart> VrijstellingenVan(const PupilFacts& facts, const RuleContext& context);
std::optional<VerwijderingKaart> VerwijderingVan(const Pupil& pupil, const RuleContext& context);

}  // namespace verzuim

#endif  // VERZUIM_CORE_RULES_VRIJSTELLING_H_
