// Suspension: WVO 2020 article 8.14, WPO article 40c and WEC article 40a, which say the same for their sectors, and
// WEB article 8.1.7c, which gives an institution for mbo two weeks and no duty to report.
#include "core/rules/schorsing/schorsing.h"

namespace verzuim::schorsing {
namespace {

constexpr LegalRef kWvoRef = {"Wet voortgezet onderwijs 2020", "8.14", "BWBR0044212, tekst 2026-08-01"};
constexpr LegalRef kWpoRef = {"Wet op het primair onderwijs", "40c",
                              "voorlichting; de wettekst zelf is niet gelezen"};
constexpr LegalRef kWecRef = {"Wet op de expertisecentra", "40a", "voorlichting; de wettekst zelf is niet gelezen"};
constexpr LegalRef kWebRef = {"Wet educatie en beroepsonderwijs", "8.1.7c", "BWBR0007625, tekst 2026-08-01"};
constexpr LegalRef kLezing = {"Wet voortgezet onderwijs 2020", "8.14", "de wet zegt niet hoe een week wordt gemeten"};
constexpr LegalRef kWebLezing = {"Wet educatie en beroepsonderwijs", "8.1.7c",
                                 "de wet zegt niet hoe twee weken worden gemeten"};

// "voor ten hoogste een week": seven calendar days from the first day on.
constexpr Dated<int> kDagen[] = {{Day(2009, 8, 1), kNoEnd, 7, Basis::kProjectkeuze, &kLezing}};
static_assert(IsWellFormed(kDagen));

// "voor ten hoogste twee weken": fourteen calendar days from the first day on.
constexpr Dated<int> kWebDagen[] = {{Day(2023, 8, 1), kNoEnd, 14, Basis::kProjectkeuze, &kWebLezing}};
static_assert(IsWellFormed(kWebDagen));

// "meldt een schorsing voor langer dan één dag […] onverwijld aan de inspectie"
constexpr Dated<int> kMeldenBoven[] = {{Day(2009, 8, 1), kNoEnd, 1, Basis::kWet, &kWvoRef}};
static_assert(IsWellFormed(kMeldenBoven));

constexpr std::string_view kUitleg =
    "Aansluitende lesdagen van de leerling met code schorsing zijn een schorsing. Meer dan een lesdag: melden aan de "
    "inspectie, met de redenen. Meer dan zeven kalenderdagen van de eerste tot en met de laatste dag: langer dan een "
    "week, en dat kan niet.";

constexpr std::string_view kVoorlichting =
    "Een leerling kan voor maximaal één week worden geschorst; de inspectie wordt van een schorsing voor een periode "
    "langer dan één dag schriftelijk en met opgave van redenen op de hoogte gebracht.";

}  // namespace

const Rule kWvo2020 = {
    "schorsing.wvo2020.8.14",
    "Schorsing (voortgezet onderwijs)",
    "Het bevoegd gezag kan een leerling voor ten hoogste een week schorsen. […] Het bevoegd gezag meldt een schorsing "
    "voor langer dan één dag schriftelijk en voorzien van een deugdelijke motivering onverwijld aan de inspectie.",
    kUitleg,
    Day(2022, 8, 1),
    kNoEnd,
    Basis::kWet,
    &kWvoRef};

const Rule kWpo = {"schorsing.wpo.40c",  "Schorsing (basisonderwijs)",
                   kVoorlichting,        kUitleg,
                   Day(2014, 8, 1),      kNoEnd,
                   Basis::kVoorlichting, &kWpoRef};

const Rule kWec = {"schorsing.wec.40a",  "Schorsing (speciaal onderwijs)",
                   kVoorlichting,        kUitleg,
                   Day(2014, 8, 1),      kNoEnd,
                   Basis::kVoorlichting, &kWecRef};

// The first words are those of paragraph 1, the last of article 8.1.7d, paragraph 3.
const Rule kWeb = {
    "schorsing.web.8.1.7c",
    "Schorsing (mbo en vavo)",
    "Het bevoegd gezag kan een student of vavo-student voor ten hoogste twee weken schorsen. Het bevoegd gezag maakt de "
    "beslissing tot schorsing schriftelijk en voorzien van een deugdelijke motivering aan de student of vavo-student "
    "bekend. Indien de student of vavo-student jonger dan 18 jaar is, maakt het bevoegd gezag de beslissing ook aan de "
    "ouders schriftelijk bekend. […] Voorafgaand aan de beslissing tot verwijdering kan de student of vavo-student "
    "worden geschorst. Deze schorsing kan de duur […] overschrijden.",
    "Aansluitende lesdagen van de student met code schorsing zijn een schorsing. Meer dan veertien kalenderdagen van de "
    "eerste tot en met de laatste dag is langer dan twee weken; dat kan alleen vooruitlopend op een verwijdering. Een "
    "melding aan de inspectie kent deze wet niet.",
    Day(2023, 8, 1),
    kNoEnd,
    Basis::kWet,
    &kWebRef};

std::vector<RuleValue> Values() {
  std::vector<RuleValue> values;
  AddValues(values, "ten hoogste", kDagen, " kalenderdagen");
  AddValues(values, "melden aan de inspectie boven", kMeldenBoven, " lesdag");
  return values;
}

std::vector<RuleValue> WebValues() {
  std::vector<RuleValue> values;
  AddValues(values, "ten hoogste", kWebDagen, " kalenderdagen");
  return values;
}

const Rule* RuleFor(Profiel profiel) {
  switch (profiel) {
    case Profiel::kVo:
    case Profiel::kPro:
      return &kWvo2020;
    case Profiel::kPo:
    case Profiel::kSbo:
      return &kWpo;
    case Profiel::kSo:
    case Profiel::kVso:
      return &kWec;
    case Profiel::kMbo:
      return &kWeb;
    case Profiel::kBes:
    case Profiel::kNietBekostigd:
      break;
  }
  return nullptr;
}

bool MeldenAanInspectie(const Rule& rule, int lesdagen) {
  return &rule != &kWeb && lesdagen > kMeldenBoven[0].value;
}
bool TeLang(const Rule& rule, Date first, Date last) {
  return last - first + 1 > (&rule == &kWeb ? kWebDagen : kDagen)[0].value;
}

}  // namespace verzuim::schorsing
