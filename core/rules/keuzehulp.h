// Keuzehulp: the questions of DUO's keuzehulp ("Verzuimhulp"), answered from the data, and where they end.
//
// DUO asks, in this order: ziekte? vakantie? 18? 16 uur? eerdere melding? alles gemist? 28 dagen? The answers alone
// do not say what the law asks (leave other than sickness, an exemption, a startkwalificatie), so this project asks a
// few questions more; each says whose it is. A question whose answer cannot matter any more is not asked.
//
// Pure: facts in, path out. core/rules/episodes.h takes the facts from the register.
//
// Example
//   KeuzeFeiten feiten;                 // explained, no leave, leerplichtig
//   feiten.Set(Vraag::kZestienUur, true);
//   Kies(feiten).uitkomst == KeuzeUitkomst::kZestienUur;
#ifndef VERZUIM_CORE_RULES_KEUZEHULP_H_
#define VERZUIM_CORE_RULES_KEUZEHULP_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/rules/melding.h"

namespace verzuim {

// X(enumerator, wire name, whose question, the question, what "ja" says, what "nee" says). In the order of asking.
#define VERZUIM_KEUZE_VRAGEN(X)                                                                                     \
  X(Verzuimloket, "verzuimloket", "project", "Meldt de school bij het verzuimloket van DUO?",                       \
    "De school meldt bij het verzuimloket van DUO.",                                                                \
    "De school meldt aan het bestuurscollege (Leerplichtwet BES artikel 33), niet bij het verzuimloket van DUO.")   \
  X(Verklaard, "verklaard", "project", "Is bekend waarom de leerling afwezig was, of is de tijd daarvoor voorbij?", \
    "De reden is bekend, of de tijd om haar op te geven is voorbij.",                                               \
    "De reden is nog niet bekend; vraag eerst de ouders of de leerling.")                                           \
  X(Ziekte, "ziekte", "duo", "Was de leerling ziek?",                                                               \
    "De leerling was ziek; dat is geoorloofd en wordt niet gemeld. Bij zorg is de jeugdarts aan zet.",              \
    "De leerling was niet ziek.")                                                                                   \
  X(Geoorloofd, "geoorloofd", "project",                                                                            \
    "Was het verzuim om een andere reden geoorloofd (Leerplichtwet artikel 11)?", "Het verzuim was geoorloofd.",    \
    "Er was geen geldige reden.")                                                                                   \
  X(Leerplicht, "leerplicht", "project", "Was de leerling leerplichtig of kwalificatieplichtig?",                   \
    "De leerling was leerplichtig of kwalificatieplichtig.",                                                        \
    "De leerling was niet leerplichtig en niet kwalificatieplichtig.")                                              \
  X(Doorstroompunt, "doorstroompunt", "project", "Valt de leerling onder het doorstroompunt (RMC)?",                \
    "De leerling valt onder het doorstroompunt.",                                                                   \
    "De leerling valt niet onder het doorstroompunt: te jong, te oud, vrijgesteld of met een startkwalificatie.")   \
  X(Vakantie, "vakantie", "duo", "Was de leerling op vakantie zonder verlof?",                                      \
    "De leerling was op vakantie zonder verlof (luxeverzuim).", "Het was geen vakantie zonder verlof.")             \
  X(LuxeMelden, "luxe_melden", "project", "Moet deze vakantie op deze dag als luxeverzuim worden gemeld?",          \
    "De vakantie moet als luxeverzuim worden gemeld.",                                                              \
    "Deze vakantie is al als luxeverzuim gemeld, of luxeverzuim geldt hier niet.")                                  \
  X(TeltMee, "telt_mee", "project", "Telt dit verzuim mee voor de zestien uur?",                                    \
    "Dit verzuim telt mee voor de zestien uur.",                                                                    \
    "Dit verzuim telt niet mee voor de zestien uur, door een keuze van de school of omdat het al is gemeld.")       \
  X(Achttien, "achttien", "duo", "Is de leerling 18 jaar of ouder?", "De leerling is 18 jaar of ouder.",            \
    "De leerling is jonger dan 18, of de geboortedatum is onbekend.")                                               \
  X(ZestienUur, "zestien_uur", "duo", "Komt de leerling op deze dag aan zestien uur in vier lesweken?",             \
    "Op deze dag is zestien uur in vier lesweken bereikt, gerekend na een eerdere melding.",                        \
    "Er is, gerekend na een eerdere melding, op deze dag geen zestien uur in vier lesweken bereikt.")               \
  X(EerdereMelding, "eerdere_melding", "duo", "Is er al eerder een melding van zestien uur geweest?",               \
    "Er was al eerder een melding van zestien uur; dit is een volgende.",                                           \
    "Dit is de eerste melding van zestien uur.")                                                                    \
  X(AllesGemist, "alles_gemist", "duo", "Miste de leerling alle lessen?", "De leerling miste alle lessen.",         \
    "De leerling was er een deel van de lessen wel.")                                                               \
  X(VierWeken, "vier_weken", "duo", "Duurt dat al vier weken (28 dagen) aaneengesloten?",                           \
    "De leerling is vier weken aaneengesloten weg.", "De leerling is nog geen vier weken aaneengesloten weg.")      \
  X(LangdurigMelden, "langdurig_melden", "project", "Moet dit langdurige verzuim op deze dag worden gemeld?",       \
    "Het langdurige verzuim moet worden gemeld.", "Het langdurige verzuim is al gemeld en omvat deze dagen.")       \
  X(WekelijksWacht, "wekelijks_wacht", "project",                                                                   \
    "Wacht de volgende melding van deze reeks op de wekelijkse termijn (optie aaneengesloten wekelijks)?",          \
    "De school meldt aaneengesloten verzuim hoogstens een keer per week en de reeks is al gemeld.",                 \
    "Er wacht geen wekelijkse melding.")                                                                            \
  X(Meldt18Plus, "meldt_18plus", "project", "Meldt de school ook zestien uur van leerlingen van 18 jaar en ouder?", \
    "De school meldt ook voor 18 jaar en ouder (optie melding_18plus).",                                            \
    "De school meldt niet voor 18 jaar en ouder; het mag wel.")

enum class Vraag : uint8_t {
#define VERZUIM_X(name, wire, bron, tekst, ja, nee) k##name,
  VERZUIM_KEUZE_VRAGEN(VERZUIM_X)
#undef VERZUIM_X
};
inline constexpr int kVragen = static_cast<int>(Vraag::kMeldt18Plus) + 1;

struct VraagTekst {
  std::string_view wire, bron, tekst, ja, nee;
};
const VraagTekst& TekstVan(Vraag vraag);

// X(enumerator, wire name, the soort of its melding or nullopt, must, title, text).
#define VERZUIM_KEUZE_UITKOMSTEN(X)                                                                             \
  X(Luxe, "luxe", MeldingSoort::kLuxe, true, "Luxeverzuim", "Meld meteen als luxeverzuim; er is geen minimum.") \
  X(Lrv, "lrv", MeldingSoort::kLrv, true, "Langdurig relatief verzuim", "Meld als langdurig relatief verzuim.") \
  X(Rmc, "rmc", MeldingSoort::kRmc, true, "Doorstroompunt (RMC)", "Meld bij het doorstroompunt.")               \
  X(ZestienUur, "16u", MeldingSoort::kZestienUur, true, "Zestien uur", "Meld zestien uur in vier lesweken.")    \
  X(ZestienUur18Plus, "16u_18plus", MeldingSoort::kZestienUur18Plus, false, "Zestien uur, 18 jaar en ouder",    \
    "Melden mag; deze school heeft ervoor gekozen.")                                                            \
  X(Vrijwillig, "vrijwillig", std::nullopt, false, "Vrijwillig melden",                                         \
    "Melden van zestien uur bij 18 jaar en ouder mag, het hoeft niet.")                                         \
  X(Overig, "overig", std::nullopt, false, "Verzuim overig",                                                    \
    "Melden hoeft niet. Bij zorg mag het, als verzuim overig; praat eerst met leerling en ouders.")             \
  X(NietMelden, "niet_melden", std::nullopt, false, "Niet melden", "Er valt op deze dag niets te melden.")

enum class KeuzeUitkomst : uint8_t {
#define VERZUIM_X(name, wire, soort, moet, titel, tekst) k##name,
  VERZUIM_KEUZE_UITKOMSTEN(VERZUIM_X)
#undef VERZUIM_X
};
inline constexpr int kKeuzeUitkomsten = static_cast<int>(KeuzeUitkomst::kNietMelden) + 1;

struct KeuzeUitkomstTekst {
  std::string_view wire;
  std::optional<MeldingSoort> soort;
  bool moet;  // the school has to report; false: it may, or there is nothing to report
  std::string_view titel, tekst;
};
const KeuzeUitkomstTekst& TekstVan(KeuzeUitkomst uitkomst);

// One answer for each question. To begin with: a school in the European Netherlands, absence of a leerplichtige pupil
// without a valid reason that counts, and "nee" to all else.
class KeuzeFeiten {
 public:
  void Set(Vraag vraag, bool answer) {
    const uint32_t bit = uint32_t{1} << static_cast<int>(vraag);
    answers_ = answer ? answers_ | bit : answers_ & ~bit;
  }
  bool Is(Vraag vraag) const { return (answers_ >> static_cast<int>(vraag) & 1) != 0; }

 private:
  static constexpr uint32_t kJa =
      uint32_t{1} << static_cast<int>(Vraag::kVerzuimloket) | uint32_t{1} << static_cast<int>(Vraag::kVerklaard) |
      uint32_t{1} << static_cast<int>(Vraag::kLeerplicht) | uint32_t{1} << static_cast<int>(Vraag::kTeltMee);
  uint32_t answers_ = kJa;
};

// The questions that were asked, each with its answer, and where they ended.
struct Keuzepad {
  uint32_t asked = 0;    // bit per Vraag
  uint32_t answers = 0;  // bit per Vraag; only where asked
  KeuzeUitkomst uitkomst = KeuzeUitkomst::kNietMelden;

  bool Asked(Vraag vraag) const { return (asked >> static_cast<int>(vraag) & 1) != 0; }
  bool Answer(Vraag vraag) const { return (answers >> static_cast<int>(vraag) & 1) != 0; }
  constexpr bool operator==(const Keuzepad&) const = default;
};

Keuzepad Kies(const KeuzeFeiten& feiten);

// Why a path did not end in `uitkomst`: the first question on it whose answer rules that out. nullopt: none does,
// another outcome goes first.
std::optional<Vraag> Belemmering(const Keuzepad& pad, KeuzeUitkomst uitkomst);

}  // namespace verzuim

#endif  // VERZUIM_CORE_RULES_KEUZEHULP_H_
