// Leerplichtwet BES, article 33: more than sixteen hours in four consecutive lesweken.
#include "core/options/options.h"
#include "core/rules/bes/articles.h"

namespace verzuim::bes {
namespace {

constexpr LegalRef kRef = {"Leerplichtwet BES", "33", "BWBR0030281, tekst 2025-08-01"};

// "meer dan zestien uren les- of praktijktijd" (first paragraph, school)
constexpr Dated<CreditMinutes> kSchool[] = {{Day(2020, 8, 1), kNoEnd, {16 * 60}, Basis::kWet, &kRef}};
static_assert(IsWellFormed(kSchool));

// "in totaal zestien uren van de lestijd" (second paragraph, mbo and vavo)
constexpr Dated<CreditMinutes> kInstelling[] = {{Day(2020, 8, 1), kNoEnd, {16 * 60}, Basis::kWet, &kRef}};
static_assert(IsWellFormed(kInstelling));

// "gedurende een periode van vier opeenvolgende lesweken"
constexpr Dated<int> kLesweken[] = {{Day(2020, 8, 1), kNoEnd, 4, Basis::kWet, &kRef}};
static_assert(IsWellFormed(kLesweken));
static_assert(Options{}.venster_lesweken == kLesweken[0].value);

}  // namespace

const Rule kArticle33 = {
    "bes.33",
    "Meer dan zestien uur verzuim in vier lesweken (Caribisch Nederland)",
    "Indien een ingeschreven leerling van een school ten aanzien van wie deze wet van toepassing is zonder geldige "
    "reden les- of praktijktijd heeft verzuimd en dit verzuim gedurende een periode van vier opeenvolgende lesweken "
    "meer dan zestien uren les- of praktijktijd bedraagt, geeft het hoofd van de school hiervan onverwijld kennis "
    "aan het bestuurscollege […].",
    "Precies zestien uur is bij een school nog geen melding; bij een instelling (lid 2) wel: kies daar "
    "drempel_vergelijking minstens. Langdurig verzuim, luxeverzuim, 18-plus en doorstroompunt berusten op regels en "
    "voorlichting voor Europees Nederland en gelden hier niet.",
    Day(2020, 8, 1),
    kNoEnd,
    Basis::kWet,
    &kRef};

std::vector<RuleValue> Article33Values() {
  std::vector<RuleValue> values;
  AddValues(values, "school: meer dan", kSchool, " telminuten");
  AddValues(values, "instelling: minstens", kInstelling, " telminuten");
  AddValues(values, "lesweken", kLesweken, " lesweken");
  return values;
}

}  // namespace verzuim::bes
