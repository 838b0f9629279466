// Vergelijking: meldingen that were sent beside those that the data call for now (rule book B2.5).
//
// Facts change after a melding was sent: a reason is corrected, a birth date filled in, an option chosen. Then all is
// computed anew and compared. Each sent and each current melding ends in exactly one list:
//   nieuw           called for now, not sent
//   ongewijzigd     sent and still so; or the new data say nothing about it
//   te_corrigeren   sent, but soort, dates, minutes or lessons differ
//   in_te_trekken   sent, no longer called for: a proposal, a sent melding is never dropped silently
// A sent melding that the new data cannot judge (another pupil file, a later start) is left as it was, and says so.
//
// What belongs together: first meldingen of one soort, in order of time, so that as many lessons as possible are in
// both; then, of those left over, meldingen of different soort that share lessons.
//
// Example
//   VergelijkLeerling(sent, outcome.meldingen, facts, context, data)[0].lijst == VergelijkLijst::kInTeTrekken;
#ifndef VERZUIM_CORE_RULES_VERGELIJKING_H_
#define VERZUIM_CORE_RULES_VERGELIJKING_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/units.h"
#include "core/rules/evaluate.h"
#include "core/rules/melding.h"

namespace verzuim {

// What is compared of a melding.
struct MeldingKern {
  MeldingSoort soort = MeldingSoort::kZestienUur;
  int volgnummer = 0;  // of a current melding; 0 for a sent one
  Date begindatum;
  std::optional<Date> einddatum;  // nullopt: still running
  Date meldbaar_vanaf;
  Date uiterste_datum;
  CreditMinutes minuten;

  bool operator==(const MeldingKern&) const = default;
};

struct VerzondenRegel {
  Date date;
  int lesuur = 0;
  CreditMinutes credit;
};

struct VerzondenMelding {
  MeldingKern kern;
  std::vector<VerzondenRegel> regels;
  std::optional<Date> verzonden_op;
};

enum class VergelijkLijst : uint8_t { kNieuw, kOngewijzigd, kTeCorrigeren, kInTeTrekken };
// "nieuw", "ongewijzigd", "te_corrigeren", "in_te_trekken".
std::string_view WireName(VergelijkLijst lijst);

// X(enumerator, wire name, Dutch text; {} is the detail).
#define VERZUIM_VERANDERINGEN(X)                                                                                  \
  X(Gelijk, "gelijk", "Er is niets veranderd.")                                                                   \
  X(LooptDoor, "loopt_door", "Het verzuim loopt nog; er is verzuim bij gekomen tot en met {}.")                   \
  X(NietVerzonden, "niet_verzonden", "Deze melding staat niet bij de verzonden meldingen.")                       \
  X(Soort, "soort", "De soort melding is anders.")                                                                \
  X(Begindatum, "begindatum", "De begindatum is anders.")                                                         \
  X(Einddatum, "einddatum", "De einddatum is anders.")                                                            \
  X(Minuten, "minuten", "Het aantal telminuten is anders.")                                                       \
  X(RegelsErbij, "regels_erbij", "Lessen die erbij zijn gekomen: {}.")                                            \
  X(LesduurAnders, "lesduur_anders", "Lessen die voor meer of minder minuten tellen: {}.")                        \
  X(RedenGecorrigeerd, "reden_gecorrigeerd", "Lessen die nu een andere reden hebben en niet meer tellen: {}.")    \
  X(GeenVerzuimMeer, "geen_verzuim_meer", "Lessen die nu niet meer als gemist staan: {}.")                        \
  X(GeenPlicht, "geen_plicht", "Lessen op dagen waarop de leerling nu niet plichtig is: {}.")                     \
  X(TeltElders, "telt_elders", "Lessen die nu niet of bij een andere melding tellen: {}.")                        \
  X(NietMeerGegrond, "niet_meer_gegrond", "Met wat er overblijft ({} telminuten) is er geen melding meer.")       \
  X(Dubbel, "dubbel", "Dezelfde lessen staan ook in een andere verzonden melding van deze soort.")                \
  X(BuitenGegevens, "buiten_gegevens",                                                                            \
    "De gegevens lopen van {}; dat dekt deze melding niet. Controleer of dit de goede bestanden zijn.")           \
  X(LeerlingZonderGegevens, "leerling_zonder_gegevens",                                                           \
    "Van deze leerling is geen enkele regel gelezen; over deze melding is niets te zeggen. Controleer of dit de " \
    "goede bestanden zijn.")

enum class VeranderingCode : uint8_t {
#define VERZUIM_X(name, wire, text) k##name,
  VERZUIM_VERANDERINGEN(VERZUIM_X)
#undef VERZUIM_X
};

struct Verandering {
  VeranderingCode code;
  std::string detail;
  std::optional<std::string> was, wordt;
};
std::string_view WireName(VeranderingCode code);
std::string MessageOf(const Verandering& verandering);

enum class TermijnStand : uint8_t { kTijdig, kTeLaat, kVerzonden, kOpen, kVerlopen, kGeen };
// "tijdig", "te_laat", "verzonden", "open", "verlopen", "geen".
std::string_view WireName(TermijnStand stand);

struct Termijn {
  TermijnStand stand = TermijnStand::kGeen;
  Date uiterste_datum;
  int dagen = 0;  // calendar days past the term (te_laat, verlopen) or left of it (open)
};

struct Vergeleken {
  VergelijkLijst lijst = VergelijkLijst::kNieuw;
  std::optional<size_t> verzonden;     // index in the list of sent meldingen
  std::optional<MeldingKern> melding;  // as the data say now
  std::vector<Verandering> redenen;    // not empty
  Termijn termijn;
};

// Compares the meldingen of one pupil. `data`: the days that the files speak of, up to the peildatum. Sorted by
// begindatum, that of the current melding where there is one.
std::vector<Vergeleken> VergelijkLeerling(std::span<const VerzondenMelding> verzonden,
                                          std::span<const Melding> meldingen, const PupilFacts& facts,
                                          const RuleContext& context, DateRange data);

// The same for a sent melding of a pupil that is in none of the files.
Vergeleken VergelijkOnbekend(const VerzondenMelding& verzonden, size_t index);

}  // namespace verzuim

#endif  // VERZUIM_CORE_RULES_VERGELIJKING_H_
