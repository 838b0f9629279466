// Leerplichtwet 1969, article 21a: sixteen hours in four consecutive lesweken.
#include "core/rules/lpw/articles.h"

namespace verzuim::lpw {
namespace {

constexpr LegalRef kLid1 = {"Leerplichtwet 1969", "21a lid 1",
                            "BWBR0002628, tekst 2009-08-01 (art. 21 en 21a) en 2026-08-01"};
constexpr LegalRef kLid2 = {"Leerplichtwet 1969", "21a lid 2",
                            "BWBR0002628, tekst 2009-08-01 (art. 21 en 21a) en 2026-08-01"};
constexpr LegalRef kDuo = {"Leerplichtwet 1969", "21a", "DUO, Soorten verzuim: minimaal 16 uur"};
constexpr LegalRef kLezing = {"Leerplichtwet 1969", "21a", "de wet omschrijft het begrip lesweek niet"};

// "in totaal zestien uren les- of praktijktijd bedraagt"
constexpr Dated<CreditMinutes> kDrempel[] = {{Day(2009, 8, 1), kNoEnd, {16 * 60}, Basis::kWet, &kLid1}};
static_assert(IsWellFormed(kDrempel));
static_assert(CreditMinutes{Options{}.drempel_minuten} == kDrempel[0].value);

// "in totaal zestien uren […] bedraagt": exactly sixteen is enough. DUO: "minimaal 16 uur".
constexpr Dated<Vergelijking> kVergelijking[] = {
    {Day(2009, 8, 1), kNoEnd, Vergelijking::kMinstens, Basis::kVoorlichting, &kDuo}};
static_assert(IsWellFormed(kVergelijking));
static_assert(Options{}.drempel_vergelijking == kVergelijking[0].value);

// "gedurende een periode van vier opeenvolgende lesweken"
constexpr Dated<int> kLesweken[] = {{Day(2009, 8, 1), kNoEnd, 4, Basis::kWet, &kLid1}};
static_assert(IsWellFormed(kLesweken));
static_assert(Options{}.venster_lesweken == kLesweken[0].value);

// Four weeks from the first day of absence: finds every period that whole calendar weeks find, and more.
constexpr Dated<Venster> kVenster[] = {{Day(2009, 8, 1), kNoEnd, Venster::kW2, Basis::kProjectkeuze, &kLezing}};
static_assert(IsWellFormed(kVenster));
static_assert(Options{}.venster == kVenster[0].value);

constexpr int kWeekdagen = 5;

// Weekdays and lesweken as one rising number: a week is seven apart from the next lesweek.
int Rank(Date date, const SchoolCalendar& calendar) {
  return 7 * calendar.LesweekIndex(date) + date.IsoWeekday();
}

}  // namespace

const Rule kArticle21a1 = {
    "lpw.21a.1",
    "Zestien uur verzuim in vier lesweken (school)",
    "Indien een ingeschreven leerling van een school zonder geldige reden les- of praktijktijd heeft verzuimd en "
    "dit verzuim gedurende een periode van vier opeenvolgende lesweken in totaal zestien uren les- of praktijktijd "
    "bedraagt ontstaat voor het hoofd van de school de leveringsverplichting, bedoeld in artikel 12, derde lid, van "
    "de Wet register onderwijsdeelnemers.",
    "Ongeoorloofde telminuten worden dag voor dag opgeteld over vier lesweken; een week zonder lesdag telt niet "
    "mee. De begindatum is de eerste verzuimdag, de einddatum de dag waarop zestien uur is bereikt. De dag daarna "
    "begint de telling opnieuw; wat er op de einddatum over is, vervalt.",
    Day(2009, 8, 1),
    kNoEnd,
    Basis::kWet,
    &kLid1};

const Rule kArticle21a2 = {
    "lpw.21a.2",
    "Zestien uur verzuim in vier lesweken (mbo en vavo)",
    "Indien een ingeschreven mbo-student of vavo-student van een instelling als bedoeld in artikel 1, onderdeel c, "
    "zonder geldige reden gedurende een periode van vier opeenvolgende lesweken in totaal zestien uren van de "
    "lestijd heeft verzuimd ontstaat voor het hoofd van de instelling de leveringsverplichting, bedoeld in artikel "
    "12, derde lid, van de Wet register onderwijsdeelnemers.",
    "Als bij een school, maar de wet noemt hier alleen lestijd: beroepspraktijkvorming hoort er niet bij. Het "
    "register van verzuim maakt dat onderscheid niet, daarom wijst de melding erop.",
    Day(2009, 8, 1),
    kNoEnd,
    Basis::kWet,
    &kLid2};

std::vector<RuleValue> Article21aValues() {
  std::vector<RuleValue> values;
  AddValues(values, "drempel", kDrempel, " telminuten");
  AddValues(values, "lesweken", kLesweken, " lesweken");
  values.push_back({"precies de drempel", "is genoeg", kVergelijking[0].from, kVergelijking[0].through,
                    kVergelijking[0].basis, kVergelijking[0].ref});
  values.push_back({"venster", "W2: vier lesweken vanaf de eerste verzuimdag", kVenster[0].from, kVenster[0].through,
                    kVenster[0].basis, kVenster[0].ref});
  return values;
}

bool ReachesDrempel(CreditMinutes sum, const Options& options) {
  return options.drempel_vergelijking == Vergelijking::kMinstens ? sum.value >= options.drempel_minuten
                                                                 : sum.value > options.drempel_minuten;
}

bool InVenster(Date first, Date later, int weken, Venster venster, const SchoolCalendar& calendar) {
  switch (venster) {
    case Venster::kW2:
      return Rank(later, calendar) < Rank(first, calendar) + 7 * weken;
    case Venster::kW1:
      return calendar.LesweekIndex(later) < calendar.LesweekIndex(first) + weken;
    case Venster::kW4:
      return calendar.CountWeekdagenBuitenVakantie({first, later}) <= kWeekdagen * weken;
  }
  return false;
}

}  // namespace verzuim::lpw
