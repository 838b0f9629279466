#include "core/rules/vrijstelling.h"

#include <algorithm>

#include "core/rules/lpw/articles.h"
#include "core/rules/plichten.h"

namespace verzuim {
namespace {

struct Text {
  std::string_view wire, text;
};
constexpr Text kTexts[] = {
#define VERZUIM_X(name, wire, text) {wire, text},
    VERZUIM_VRIJSTELLING_WAARSCHUWINGEN(VERZUIM_X)
#undef VERZUIM_X
};

using Code = VrijstellingCode;

// How long before its end an exemption is worth a question to the parents: a choice of this project.
constexpr int kLooptAfDagen = 60;

// "in het jaar, voorafgaande aan de dagtekening van de kennisgeving, geplaatst is geweest op een school" (art. 8).
bool WasPlacedInYearBefore(const Pupil& pupil, Date van) {
  return std::any_of(pupil.inschrijvingen.begin(), pupil.inschrijvingen.end(), [&](const Periode& enrolment) {
    const Date first = enrolment.van.value_or(van.PlusYears(-1));
    return first < van && (!enrolment.tot || *enrolment.tot >= van.PlusYears(-1));
  });
}

VrijstellingStand StandOf(const Vrijstelling& periode, Date peildatum) {
  if (periode.van && peildatum < *periode.van) return VrijstellingStand::kKomt;
  return periode.tot && *periode.tot < peildatum ? VrijstellingStand::kVoorbij : VrijstellingStand::kLoopt;
}

void SetDates(const Plichten& plichten, Date peildatum, VrijstellingKaart& kaart) {
  const Vrijstelling& periode = kaart.periode;
  const std::optional<Date> begin = plichten.leerplicht_begin();
  // It concerns the beginning of leerplicht when it covers that day.
  if (begin && periode.Contains(*begin)) kaart.eerste_kennisgeving = lpw::EersteKennisgeving(*begin);
  if (kaart.stand != VrijstellingStand::kVoorbij) {
    const Date notice = lpw::JaarlijkseKennisgeving(
        kaart.stand == VrijstellingStand::kKomt && periode.van ? std::max(*periode.van, peildatum) : peildatum);
    // No further notice for an exemption that ends before the claim would have to be made anew.
    if (!periode.tot || notice < *periode.tot) kaart.kennisgeving = notice;
  }
  if (periode.grond == VrijstellingGrond::kA && kaart.kennisgeving) {
    kaart.verklaring_vanaf = lpw::OudsteVerklaring(*kaart.kennisgeving);
  }
}

void AddWarnings(const Pupil& pupil, Date peildatum, VrijstellingKaart& kaart) {
  const Vrijstelling& periode = kaart.periode;
  auto& warnings = kaart.waarschuwingen;
  if (periode.grond == VrijstellingGrond::kOnbekend) warnings.push_back({Code::kGrondOnbekend, std::nullopt});
  if (kaart.kennisgeving) warnings.push_back({Code::kKennisgeving, kaart.kennisgeving});
  if (!periode.tot) warnings.push_back({Code::kEindOnbekend, std::nullopt});
  if (kaart.stand == VrijstellingStand::kLoopt && periode.tot && *periode.tot - peildatum <= kLooptAfDagen) {
    warnings.push_back({Code::kLooptAf, periode.tot});
  }
  if (kaart.stand == VrijstellingStand::kVoorbij && pupil.EnrolledOn(peildatum)) {
    warnings.push_back({Code::kAfgelopen, periode.tot});
  }
  if (periode.grond == VrijstellingGrond::kB && periode.van && WasPlacedInYearBefore(pupil, *periode.van)) {
    warnings.push_back({Code::kEerderGeplaatst, periode.van});
  }
}

}  // namespace

std::string_view WireName(VrijstellingStand stand) {
  switch (stand) {
    case VrijstellingStand::kKomt:
      return "komt";
    case VrijstellingStand::kLoopt:
      return "loopt";
    case VrijstellingStand::kVoorbij:
      return "voorbij";
  }
  return "";
}
std::string_view WireName(VrijstellingCode code) {
  return kTexts[static_cast<size_t>(code)].wire;
}
std::string_view MessageOf(VrijstellingCode code) {
  return kTexts[static_cast<size_t>(code)].text;
}

std::vector<VrijstellingKaart> VrijstellingenVan(const PupilFacts& facts, const RuleContext& context) {
  std::vector<VrijstellingKaart> kaarten;
  const Pupil& pupil = facts.pupil;
  if (context.profiel == Profiel::kBes || pupil.vrijstellingen.empty()) return kaarten;
  const Plichten plichten(pupil, context.calendar, context.profiel);
  for (const Vrijstelling& periode : pupil.vrijstellingen) {
    VrijstellingKaart kaart{periode, StandOf(periode, context.peildatum), {}, {}, {}, {}, {}};
    kaart.gemist =
        static_cast<int>(std::count_if(facts.missed.begin(), facts.missed.end(), [&](const MissedLesson& lesson) {
          return lesson.date <= context.peildatum && periode.Contains(lesson.date);
        }));
    SetDates(plichten, context.peildatum, kaart);
    AddWarnings(pupil, context.peildatum, kaart);
    kaarten.push_back(std::move(kaart));
  }
  return kaarten;
}

std::optional<VerwijderingKaart> VerwijderingVan(const Pupil& pupil, const RuleContext& context) {
  if (context.profiel == Profiel::kBes || !pupil.verwijdering_besluit) return std::nullopt;
  if (*pupil.verwijdering_besluit > context.peildatum) return std::nullopt;
  VerwijderingKaart kaart{*pupil.verwijdering_besluit, {}};
  kaart.waarschuwingen.push_back({Code::kMelden, kaart.besluit});
  if (context.profiel == Profiel::kVo || context.profiel == Profiel::kPro) {
    kaart.waarschuwingen.push_back({Code::kInspectie, std::nullopt});
    kaart.waarschuwingen.push_back({Code::kAndereSchool, std::nullopt});
  }
  if (context.profiel == Profiel::kMbo) kaart.waarschuwingen.push_back({Code::kAndereInstelling, std::nullopt});
  return kaart;
}

}  // namespace verzuim
