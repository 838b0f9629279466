#include "core/rules/keuzehulp.h"

#include <initializer_list>

namespace verzuim {
namespace {

constexpr VraagTekst kVraagTeksten[] = {
#define VERZUIM_X(name, wire, bron, tekst, ja, nee) {wire, bron, tekst, ja, nee},
    VERZUIM_KEUZE_VRAGEN(VERZUIM_X)
#undef VERZUIM_X
};

constexpr KeuzeUitkomstTekst kUitkomstTeksten[] = {
#define VERZUIM_X(name, wire, soort, moet, titel, tekst) {wire, soort, moet, titel, tekst},
    VERZUIM_KEUZE_UITKOMSTEN(VERZUIM_X)
#undef VERZUIM_X
};

// Asks the questions in order and writes down the answers.
class Walk {
 public:
  explicit Walk(const KeuzeFeiten& feiten) : feiten_(feiten) {}

  Keuzepad Take() {
    pad_.uitkomst = End();
    return pad_;
  }

 private:
  bool Ask(Vraag vraag) {
    const uint32_t bit = uint32_t{1} << static_cast<int>(vraag);
    const bool answer = feiten_.Is(vraag);
    pad_.asked |= bit;
    if (answer) pad_.answers |= bit;
    return answer;
  }

  KeuzeUitkomst End() {
    const bool loket = Ask(Vraag::kVerzuimloket);
    if (!Ask(Vraag::kVerklaard) || Ask(Vraag::kZiekte) || Ask(Vraag::kGeoorloofd)) return KeuzeUitkomst::kNietMelden;
    const bool leerplicht = Ask(Vraag::kLeerplicht);
    if (!leerplicht && !Ask(Vraag::kDoorstroompunt)) return KeuzeUitkomst::kNietMelden;
    if (Ask(Vraag::kVakantie) && loket && leerplicht && Ask(Vraag::kLuxeMelden)) return KeuzeUitkomst::kLuxe;
    if (!Ask(Vraag::kTeltMee)) return KeuzeUitkomst::kNietMelden;
    const bool adult = Ask(Vraag::kAchttien);
    const bool sixteen = Ask(Vraag::kZestienUur);
    if (sixteen) Ask(Vraag::kEerdereMelding);
    if (!loket) return sixteen && leerplicht ? KeuzeUitkomst::kZestienUur : KeuzeUitkomst::kNietMelden;
    const bool long_absent = Ask(Vraag::kAllesGemist) && Ask(Vraag::kVierWeken);
    if (long_absent && Ask(Vraag::kLangdurigMelden)) return leerplicht ? KeuzeUitkomst::kLrv : KeuzeUitkomst::kRmc;
    if (!leerplicht) {
      if (!adult || !sixteen) return KeuzeUitkomst::kNietMelden;
      return Ask(Vraag::kMeldt18Plus) ? KeuzeUitkomst::kZestienUur18Plus : KeuzeUitkomst::kVrijwillig;
    }
    if (sixteen) return KeuzeUitkomst::kZestienUur;
    if (long_absent || Ask(Vraag::kWekelijksWacht)) return KeuzeUitkomst::kNietMelden;
    return KeuzeUitkomst::kOverig;
  }

  const KeuzeFeiten& feiten_;
  Keuzepad pad_;
};

struct Need {
  Vraag vraag;
  bool answer;
};

std::optional<Vraag> FirstUnmet(const Keuzepad& pad, std::initializer_list<Need> needs) {
  for (const Need& need : needs) {
    if (pad.Asked(need.vraag) && pad.Answer(need.vraag) != need.answer) return need.vraag;
  }
  return std::nullopt;
}

}  // namespace

const VraagTekst& TekstVan(Vraag vraag) {
  return kVraagTeksten[static_cast<size_t>(vraag)];
}
const KeuzeUitkomstTekst& TekstVan(KeuzeUitkomst uitkomst) {
  return kUitkomstTeksten[static_cast<size_t>(uitkomst)];
}

Keuzepad Kies(const KeuzeFeiten& feiten) {
  return Walk(feiten).Take();
}

std::optional<Vraag> Belemmering(const Keuzepad& pad, KeuzeUitkomst uitkomst) {
  if (uitkomst == KeuzeUitkomst::kNietMelden) return std::nullopt;
  if (uitkomst != KeuzeUitkomst::kZestienUur && !pad.Answer(Vraag::kVerzuimloket)) return Vraag::kVerzuimloket;
  if (const auto unmet =
          FirstUnmet(pad, {{Vraag::kVerklaard, true}, {Vraag::kZiekte, false}, {Vraag::kGeoorloofd, false}})) {
    return unmet;
  }
  switch (uitkomst) {
    case KeuzeUitkomst::kLuxe:
      return FirstUnmet(pad, {{Vraag::kLeerplicht, true}, {Vraag::kVakantie, true}, {Vraag::kLuxeMelden, true}});
    case KeuzeUitkomst::kLrv:
      return FirstUnmet(pad, {{Vraag::kLeerplicht, true},
                              {Vraag::kLuxeMelden, false},
                              {Vraag::kTeltMee, true},
                              {Vraag::kAllesGemist, true},
                              {Vraag::kVierWeken, true},
                              {Vraag::kLangdurigMelden, true}});
    case KeuzeUitkomst::kRmc:
      return FirstUnmet(pad, {{Vraag::kLeerplicht, false},
                              {Vraag::kDoorstroompunt, true},
                              {Vraag::kLuxeMelden, false},
                              {Vraag::kTeltMee, true},
                              {Vraag::kAllesGemist, true},
                              {Vraag::kVierWeken, true},
                              {Vraag::kLangdurigMelden, true}});
    case KeuzeUitkomst::kZestienUur:
      return FirstUnmet(pad, {{Vraag::kLeerplicht, true},
                              {Vraag::kLuxeMelden, false},
                              {Vraag::kTeltMee, true},
                              {Vraag::kZestienUur, true},
                              {Vraag::kLangdurigMelden, false}});
    case KeuzeUitkomst::kZestienUur18Plus:
    case KeuzeUitkomst::kVrijwillig:
      return FirstUnmet(pad, {{Vraag::kLeerplicht, false},
                              {Vraag::kDoorstroompunt, true},
                              {Vraag::kLuxeMelden, false},
                              {Vraag::kTeltMee, true},
                              {Vraag::kAchttien, true},
                              {Vraag::kZestienUur, true},
                              {Vraag::kLangdurigMelden, false},
                              {Vraag::kMeldt18Plus, uitkomst == KeuzeUitkomst::kZestienUur18Plus}});
    case KeuzeUitkomst::kOverig:
      return FirstUnmet(pad, {{Vraag::kLeerplicht, true},
                              {Vraag::kLuxeMelden, false},
                              {Vraag::kTeltMee, true},
                              {Vraag::kZestienUur, false},
                              {Vraag::kVierWeken, false},
                              {Vraag::kWekelijksWacht, false}});
    case KeuzeUitkomst::kNietMelden:
      break;
  }
  return std::nullopt;
}

}  // namespace verzuim
