// Doorstroompunt: WVO 2020 article 8.20, WEB article 9.2.2 and WEC article 47b, which say the same for vo, mbo and
// vso.
#include "core/rules/rmc/doorstroompunt.h"

namespace verzuim::rmc {
namespace {

constexpr LegalRef kWvoRef = {"Wet voortgezet onderwijs 2020", "8.20", "BWBR0044212, tekst 2026-08-01"};
constexpr LegalRef kWebRef = {"Wet educatie en beroepsonderwijs", "9.2.2",
                              "BWBR0007625, tekst 2026-01-01 en 2026-08-01"};
constexpr LegalRef kWecRef = {"Wet op de expertisecentra", "47b",
                              "Wet register onderwijsdeelnemers art. 1 wijst dit artikel aan"};
constexpr LegalRef kOudRef = {
    "Wet op het voortgezet onderwijs, Wet educatie en beroepsonderwijs, Wet op de expertisecentra",
    "28a, 8.1.8a, 47b", "tekst 2017"};
constexpr LegalRef kLeeftijdRef = {"Wet educatie en beroepsonderwijs", "9.2.1", "BWBR0007625, tekst 2026-01-01"};
constexpr LegalRef kKeuze = {"Wet educatie en beroepsonderwijs", "9.2.1", "de wet noemt geen ondergrens"};

// "ten minste vier aaneengesloten weken of een door het bevoegd gezag te bepalen kortere periode"
constexpr Dated<int> kWeken[] = {{Day(2020, 8, 1), Day(2025, 12, 31), 4, Basis::kWet, &kOudRef},
                                 {Day(2026, 1, 1), kNoEnd, 4, Basis::kWet, &kWebRef}};
static_assert(IsWellFormed(kWeken));
static_assert(Options{}.rmc_weken == kWeken[0].value && Options{}.rmc_weken == kWeken[1].value);

// Below sixteen there is leerplicht, or no school year to be absent from.
constexpr Dated<int> kVanaf[] = {{Day(2020, 8, 1), kNoEnd, 16, Basis::kProjectkeuze, &kKeuze}};
static_assert(IsWellFormed(kVanaf));

// "die jonger is dan 27 jaar"; until 2026 "die de leeftijd van 23 jaren nog niet heeft bereikt"
constexpr Dated<int> kTot[] = {{Day(2020, 8, 1), Day(2025, 12, 31), 23, Basis::kWet, &kOudRef},
                               {Day(2026, 1, 1), kNoEnd, 27, Basis::kWet, &kLeeftijdRef}};
static_assert(IsWellFormed(kTot));

constexpr std::string_view kUitleg =
    "Elke les van de leerling is in die weken helemaal en ongeoorloofd gemist. Vakantieweken tellen niet mee, maar "
    "breken het verzuim ook niet. Een school mag een kortere periode kiezen (optie rmc_weken). Was het verzuim al "
    "begonnen voor de achttiende verjaardag, dan houdt de periode haar eerste dag.";

}  // namespace

const Rule kVoor2026 = {
    "rmc.voor_2026",
    "Vier weken verzuim zonder startkwalificatie (tot 2026)",
    "gedurende een aaneengesloten periode van ten minste vier weken of een door het bevoegd gezag te bepalen kortere "
    "periode zonder geldige reden",
    kUitleg,
    Day(2020, 8, 1),
    Day(2025, 12, 31),
    Basis::kWet,
    &kOudRef};

const Rule kWvo2020 = {
    "rmc.wvo2020.8.20",
    "Vier weken verzuim zonder startkwalificatie (voortgezet onderwijs)",
    "Indien een leerling die voldoet aan artikel 9.2.1, onderdelen a en b, van de WEB het onderwijs aan de school "
    "ten minste vier aaneengesloten weken of een door het bevoegd gezag te bepalen kortere periode zonder geldige "
    "reden niet meer volgt, ontstaat voor het bevoegd gezag de leveringsverplichting, bedoeld in artikel 12, derde "
    "lid, van de Wet register onderwijsdeelnemers.",
    kUitleg,
    Day(2026, 1, 1),
    kNoEnd,
    Basis::kWet,
    &kWvoRef};

const Rule kWeb = {
    "rmc.web.9.2.2",
    "Vier weken verzuim zonder startkwalificatie (mbo en vavo)",
    "Indien een student of vavo-student die voldoet aan artikel 9.2.1, onderdelen a en b, het beroepsonderwijs of "
    "het voortgezet algemeen volwassenenonderwijs aan de instelling ten minste vier aaneengesloten weken of een "
    "door het bevoegd gezag te bepalen kortere periode zonder geldige reden niet meer volgt, ontstaat voor het "
    "bevoegd gezag de leveringsverplichting, bedoeld in artikel 12, derde lid, van de Wet register "
    "onderwijsdeelnemers.",
    kUitleg,
    Day(2026, 1, 1),
    kNoEnd,
    Basis::kWet,
    &kWebRef};

const Rule kWec = {
    "rmc.wec.47b",
    "Vier weken verzuim zonder startkwalificatie (voortgezet speciaal onderwijs)",
    "gedurende een aaneengesloten periode van ten minste vier weken of een door het bevoegd gezag te bepalen kortere "
    "periode zonder geldige reden (woorden van de zusterbepalingen; deze tekst zelf is niet gelezen)",
    kUitleg,
    Day(2026, 1, 1),
    kNoEnd,
    Basis::kWet,
    &kWecRef};

const Rule kLeeftijd = {
    "rmc.web.9.2.1",
    "Voor wie het doorstroompunt er is",
    "Deze paragraaf is van toepassing op degene: a. op wie de leerplicht of de kwalificatieplicht […] niet meer van "
    "toepassing is en die jonger is dan 27 jaar; b. die geen startkwalificatie heeft behaald; en c. die: 1°. het "
    "onderwijs waarvoor hij is ingeschreven gedurende een aaneengesloten periode van ten minste vier weken […] "
    "zonder geldige reden niet meer volgt […].",
    "Tot 2026 lag de grens bij 23 jaar. De verjaardag zelf valt erbuiten. De ondergrens van zestien jaar volgt uit "
    "de leerplicht, die eerder niet eindigt.",
    Day(2020, 8, 1),
    kNoEnd,
    Basis::kWet,
    &kLeeftijdRef};

std::vector<RuleValue> WekenValues() {
  std::vector<RuleValue> values;
  AddValues(values, "minstens", kWeken, " weken");
  return values;
}

std::vector<RuleValue> LeeftijdValues() {
  std::vector<RuleValue> values;
  AddValues(values, "vanaf", kVanaf, " jaar");
  AddValues(values, "jonger dan", kTot, " jaar");
  return values;
}

bool HeeftLeeftijd(Date birth, Date date) {
  const Dated<int>* from = InForceOn(kVanaf, date);
  const Dated<int>* below = InForceOn(kTot, date);
  if (from == nullptr || below == nullptr) return false;
  return birth.PlusYears(from->value) <= date && date < birth.PlusYears(below->value);
}

const Rule& RuleFor(const Pupil& pupil, Profiel profiel, Date date) {
  if (date <= kVoor2026.geldig_tot) return kVoor2026;
  if (profiel == Profiel::kMbo || pupil.onderwijssoort == Onderwijssoort::kMbo ||
      pupil.onderwijssoort == Onderwijssoort::kVavo) {
    return kWeb;
  }
  if (profiel == Profiel::kVso || pupil.onderwijssoort == Onderwijssoort::kVso) return kWec;
  return kWvo2020;
}

}  // namespace verzuim::rmc
