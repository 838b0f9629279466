#include "core/beleid/zin.h"

namespace verzuim::beleid {
namespace {

std::string Lesweken(int lesweken) {
  return std::to_string(lesweken) + (lesweken == 1 ? " lesweek" : " lesweken");
}

std::string In(const Tijdvak& tijdvak) {
  return tijdvak.IsSchooljaar() ? " in een schooljaar" : " in " + Lesweken(tijdvak.lesweken);
}

std::string_view GelijkPhrase(Gelijk gelijk) {
  switch (gelijk) {
    case Gelijk::kWeekdag:
      return " op dezelfde weekdag";
    case Gelijk::kLesuur:
      return " in hetzelfde lesuur";
    case Gelijk::kWeekdagEnLesuur:
      return " op dezelfde weekdag in hetzelfde lesuur";
  }
  return "";
}

class Writer {
 public:
  std::string operator()(const Uren& v) const {
    return std::to_string(v.minstens) + " uur of meer " + std::string(Noun(v.telt)) + In(v.tijdvak);
  }
  std::string operator()(const Aantal& v) const {
    const std::string noun(Noun(v.telt));
    std::string text = std::to_string(v.minstens);
    switch (v.eenheid) {
      case Eenheid::kLessen:
        text += v.telt == Telt::kTeLaat ? " keer of vaker " + noun : " of meer lessen met " + noun;
        break;
      case Eenheid::kDagen:
        text += " of meer dagen met " + noun;
        break;
      case Eenheid::kPerioden:
        text += v.telt == Telt::kZiekte ? std::string(" of meer ziekmeldingen") : " of meer perioden met " + noun;
        break;
    }
    if (v.les) {
      text += v.les->eerste ? std::string(" in de eerste les van de dag")
                            : " in het " + std::to_string(v.les->lesuur) + "e lesuur";
    }
    return text + In(v.tijdvak);
  }
  std::string operator()(const Zelfde& v) const {
    return std::to_string(v.minstens) + " keer of vaker " + std::string(Noun(v.telt)) +
           std::string(GelijkPhrase(v.gelijk)) + In(v.tijdvak);
  }
  std::string operator()(const Weken& v) const {
    return std::string(Noun(v.telt)) + " in " + std::to_string(v.minstens) + " of meer van de laatste " +
           Lesweken(v.lesweken);
  }
  std::string operator()(const Achtereen& v) const {
    return std::string(Noun(v.telt)) + " op " + std::to_string(v.minstens) + " of meer lesdagen achter elkaar";
  }
  std::string operator()(const Stijgend& v) const {
    return "stijgend " + std::string(Noun(v.telt)) + " over " + std::to_string(v.perioden) + " perioden van " +
           Lesweken(v.lesweken) + " met " + std::to_string(v.minstens) + " uur of meer in de laatste";
  }
  std::string operator()(const Terugval& v) const {
    return "opnieuw ongeoorloofd verzuim binnen " + Lesweken(v.lesweken) + " na het einde van een melding";
  }
  std::string operator()(const Notitie& v) const {
    return "een notitie \"" + v.label + "\" van de mentor" + In(v.tijdvak);
  }
  std::string operator()(const Samen& v) const {
    std::string text;
    for (const Voorwaarde& deel : v.delen) {
      if (!text.empty()) text += v.alle ? " en " : " of ";
      const bool nested = std::holds_alternative<Samen>(deel.vorm);
      text += nested ? "(" + ToZin(deel) + ")" : ToZin(deel);
    }
    return text;
  }
};

}  // namespace

std::string ToZin(const Voorwaarde& voorwaarde) {
  return Visit(Writer(), voorwaarde);
}

std::string ToZin(const std::vector<Stap>& stappen) {
  std::string text;
  for (const Stap& stap : stappen) {
    text += text.empty() ? "Bij " : " Daarna, bij ";
    text += ToZin(stap.als);
    text += &stap == &stappen.front() ? " volgt " : ", volgt ";
    text += std::string(Phrase(stap.dan)) + ".";
  }
  return text;
}

}  // namespace verzuim::beleid
