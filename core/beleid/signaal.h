// Signaal: what a step of a rule found about one pupil, for whom, and whether it may be shared with them.
#ifndef VERZUIM_CORE_BELEID_SIGNAAL_H_
#define VERZUIM_CORE_BELEID_SIGNAAL_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/date.h"
#include "core/base/units.h"
#include "core/beleid/ongeoorloofd_item.h"
#include "core/beleid/regel.h"
#include "core/register/rows.h"
#include "core/rules/rule.h"

namespace verzuim::beleid {

// X(enumerator, wire name, Dutch text): why a signaal may not be shared. All that hold are named.
#define VERZUIM_REDENEN_NIET_DEELBAAR(X)                                                                            \
  X(BlijftIntern, "blijft_intern", "Deze stap blijft binnen de school.")                                            \
  X(NietInWerking, "niet_in_werking",                                                                               \
    "Het signaal rust op wetsvoorstel 36 663, dat op deze dag niet in werking was.")                                \
  X(GeenSchoolgids, "geen_schoolgids", "In het beleid staat niet waar de regel in de schoolgids te vinden is.")     \
  X(BeleidGeldtNiet, "beleid_geldt_niet", "Deze versie van het beleid gold op deze dag niet, of heeft geen datum.") \
  X(GeenInstemming, "geen_instemming", "De instemming van de medezeggenschap is op deze dag niet vastgelegd.")      \
  X(NietPlichtig, "niet_plichtig", "De leerling was op deze dag niet leer- of kwalificatieplichtig.")               \
  X(PlichtOnbekend, "plicht_onbekend",                                                                              \
    "De geboortedatum is niet bekend; of de leerling leerplichtig is, staat niet vast.")                            \
  X(DrempelBereikt, "drempel_bereikt",                                                                              \
    "Het ongeoorloofd verzuim in vier lesweken bereikt de drempel: doe een melding, geen signaal.")                 \
  X(AlGemeld, "al_gemeld", "Een deel van dit verzuim hoort bij een melding.")                                       \
  X(NietBevestigd, "niet_bevestigd",                                                                                \
    "Nog te bevestigen: iemand van de school beoordeelt het signaal en legt naam, datum en reden vast.")

enum class RedenNietDeelbaar : uint8_t {
#define VERZUIM_X(name, wire, text) k##name,
  VERZUIM_REDENEN_NIET_DEELBAAR(VERZUIM_X)
#undef VERZUIM_X
};
std::string_view WireName(RedenNietDeelbaar reden);
std::string_view Text(RedenNietDeelbaar reden);

// A missed lesson of any class: stays within the school or, when it is sickness, goes to the jeugdarts.
struct VerzuimItem {
  RowRef ref;
  Date date;
  int lesuur = 0;
  CreditMinutes credit;
  bool operator==(const VerzuimItem&) const = default;
};

// What a receiver gets. The receiver is the type, so that no record can be readdressed.
struct VoorIntern {
  std::vector<VerzuimItem> items;
  bool operator==(const VoorIntern&) const = default;
};
struct VoorJeugdarts {
  std::vector<VerzuimItem> items;
  bool operator==(const VoorJeugdarts&) const = default;
};
struct VoorLeerplicht {
  std::vector<OngeoorloofdItem> items;
  bool operator==(const VoorLeerplicht&) const = default;
};
using Inhoud = std::variant<VoorIntern, VoorJeugdarts, VoorLeerplicht>;

// What `waarde` and `drempel` count.
enum class Maat : uint8_t { kTelminuten, kLessen, kDagen, kPerioden, kLesweken, kNotities };
std::string_view WireName(Maat maat);

// One condition of the step on the day itself.
struct Meting {
  std::string zin;
  bool waar = false;
  int64_t waarde = 0;
  int64_t drempel = 0;
  Maat maat = Maat::kTelminuten;
  bool operator==(const Meting&) const = default;
};

struct Signaal {
  uint32_t pupil = 0;  // index in the register
  std::string regel;   // its nummer
  int stap = 1;
  Actie actie = Actie::kMentor;
  std::string zin;               // of the whole rule
  Date van, tot;                 // first day of the absence that counted; the day on which the step was reached
  std::vector<Meting> metingen;  // every condition of the step, in the order of the sentence; at least one holds
  Inhoud inhoud;
  std::vector<RedenNietDeelbaar> redenen;  // in the order of the list above

  bool deelbaar() const { return redenen.empty(); }
  Ontvanger ontvanger() const;
  // The first condition that held.
  const Meting& leidend() const;
  // On what the signaal rests: the bill, or for the jeugdarts M@ZL.
  const Rule& grond() const;

  bool operator==(const Signaal&) const = default;
};

}  // namespace verzuim::beleid

#endif  // VERZUIM_CORE_BELEID_SIGNAAL_H_
