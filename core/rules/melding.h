// Melding: what the law requires a school to report, with everything that made it.
#ifndef VERZUIM_CORE_RULES_MELDING_H_
#define VERZUIM_CORE_RULES_MELDING_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/units.h"
#include "core/register/rows.h"
#include "core/rules/rule.h"

namespace verzuim {

// X(enumerator, wire name, Dutch title). The order is the order of sorting on equal end dates.
#define VERZUIM_MELDING_SOORTEN(X)                                                    \
  X(ZestienUur, "16u", "Zestien uur in vier lesweken")                                \
  X(ZestienUur18Plus, "16u_18plus", "Zestien uur in vier lesweken, 18 jaar en ouder") \
  X(Lrv, "lrv", "Langdurig relatief verzuim")                                         \
  X(Luxe, "luxe", "Luxeverzuim")                                                      \
  X(Rmc, "rmc", "Doorstroompunt (RMC)")

enum class MeldingSoort : uint8_t {
#define VERZUIM_X(name, wire, title) k##name,
  VERZUIM_MELDING_SOORTEN(VERZUIM_X)
#undef VERZUIM_X
};

std::string_view WireName(MeldingSoort soort);
std::string_view Title(MeldingSoort soort);

// X(enumerator, wire name, Dutch text). What a person should weigh before sending; {} is the detail.
#define VERZUIM_LET_OP(X)                                                                                        \
  X(VensterW1, "venster_w1",                                                                                     \
    "Gemeten in hele kalenderlesweken (lezing W1) is er op deze datum geen melding: hoogstens {} telminuten.")   \
  X(VensterW2, "venster_w2",                                                                                     \
    "Gemeten vanaf de eerste verzuimdag (lezing W2) was de drempel al eerder bereikt: op {}.")                   \
  X(Klokuur, "klokuur", "In klokuren is het verzuim in deze periode {} minuten, minder dan de drempel.")         \
  X(Lesuur, "lesuur", "In lesuren was de drempel al eerder bereikt: op {}.")                                     \
  X(Voorlopig, "voorlopig",                                                                                      \
    "Een deel ({} telminuten) is nog niet verklaard en telt voorlopig als ongeoorloofd. Vraag eerst de ouders.") \
  X(GeboortedatumOnbekend, "geboortedatum_onbekend",                                                             \
    "De geboortedatum is niet bekend; de leerling is als leerplichtig behandeld.")                               \
  X(VakantiesOnbekend, "vakanties_onbekend",                                                                     \
    "De vakanties van dit schooljaar zijn niet bekend; lesweken zijn misschien verkeerd geteld.")                \
  X(LrvOnderbroken, "lrv_onderbroken",                                                                           \
    "Naast deze periode ligt een geoorloofde dag ({}); beoordeel of het verzuim toch aaneengesloten is.")        \
  X(LrvLoopt, "lrv_loopt", "De leerling is nog niet terug; vul de einddatum later aan.")                         \
  X(LuxeLoopt, "luxe_loopt",                                                                                     \
    "Het luxeverzuim loopt door tot het einde van de gegevens; vul de einddatum zo nodig aan.")                  \
  X(LeeftijdGrens, "achttien_geworden",                                                                          \
    "De leerling is op {} achttien geworden; uren van voor en vanaf die dag tellen niet samen.")                 \
  X(WekelijksMag, "wekelijks_mag",                                                                               \
    "Bij aaneengesloten verzuim mag u na de eerste melding een keer per zeven dagen melden.")                    \
  X(Schooljaargrens, "over_schooljaargrens",                                                                     \
    "De periode loopt over 1 augustus heen; met de optie herstart_schooljaar begint de telling dan opnieuw.")    \
  X(LeerplichtBegin, "leerplicht_begin", "De leerplicht begon op {}; verzuim daarvoor telt niet.")               \
  X(VijfjarigeBovenMaximum, "vijfjarige_boven_maximum",                                                          \
    "Een deel ({} minuten) staat als vrijstelling voor vijfjarigen geboekt, maar valt buiten artikel 11a: "      \
    "hoogstens tien uur per week en alleen voor de zesde verjaardag.")                                           \
  X(AlleenLestijd, "alleen_lestijd",                                                                             \
    "Voor het mbo telt alleen lestijd; haal uren van de beroepspraktijkvorming er zelf af.")                     \
  X(OokLangdurend, "ook_langdurend", "Dit verzuim hoort ook bij langdurend verzuim dat op {} is vastgesteld.")

enum class LetOpCode : uint8_t {
#define VERZUIM_X(name, wire, text) k##name,
  VERZUIM_LET_OP(VERZUIM_X)
#undef VERZUIM_X
};

std::string_view WireName(LetOpCode code);
std::string_view Text(LetOpCode code);

struct LetOp {
  LetOpCode code;
  std::string detail;
  bool operator==(const LetOp&) const = default;
};
// The Dutch sentence with the detail in place.
std::string MessageOf(const LetOp& let_op);

// One lesson behind a melding and what it added.
struct MeldingRegel {
  RowRef ref;
  Date date;
  int lesuur = 0;
  CreditMinutes credit;
  bool operator==(const MeldingRegel&) const = default;
};

struct Melding {
  MeldingSoort soort;
  uint32_t pupil = 0;  // index in the register
  int volgnummer = 0;  // 1 for the first of this soort for this pupil
  Date begindatum;
  std::optional<Date> einddatum;  // nullopt: still running
  Date meldbaar_vanaf;            // the day on which the duty arose
  Date uiterste_datum;            // last day of the term
  CreditMinutes minuten;
  std::vector<MeldingRegel> regels;  // sorted by date and lesuur
  const Rule* rule = nullptr;        // grond
  std::vector<LetOp> let_op;
  bool alle_lessen_gemist = false;  // Besluit register onderwijsdeelnemers art. 14 f, over begin..einddatum

  bool operator==(const Melding&) const = default;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_RULES_MELDING_H_
