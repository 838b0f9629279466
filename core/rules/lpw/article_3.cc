// Leerplichtwet 1969, article 3: begin and end of leerplicht.
#include <algorithm>

#include "core/rules/lpw/articles.h"

namespace verzuim::lpw {
namespace {

constexpr LegalRef kRef = {"Leerplichtwet 1969", "3 lid 1", "BWBR0002628, tekst 2009-08-01 en 2026-08-01"};

// "begint op de eerste schooldag van de maand volgende op die waarin de jongere de leeftijd van vijf jaar bereikt"
constexpr Dated<int> kBegin[] = {{Day(2009, 8, 1), kNoEnd, kLeerplichtBeginLeeftijd, Basis::kWet, &kRef}};
static_assert(IsWellFormed(kBegin));

// "aan het einde van het schooljaar waarin de jongere de leeftijd van zestien jaar heeft bereikt"
constexpr Dated<int> kEind[] = {{Day(2009, 8, 1), kNoEnd, kLeerplichtEindLeeftijd, Basis::kWet, &kRef}};
static_assert(IsWellFormed(kEind));

// "de jongere ten minste twaalf volledige schooljaren een of meer scholen heeft bezocht"
constexpr Dated<int> kSchooljaren[] = {{Day(2009, 8, 1), kNoEnd, 12, Basis::kWet, &kRef}};
static_assert(IsWellFormed(kSchooljaren));

// A month without any lesdag lies inside the summer; the first school day is then within this many days.
constexpr int kSearchDays = 120;

}  // namespace

const Rule kArticle3 = {
    "lpw.3",
    "Begin en einde van de leerplicht",
    "De verplichting om te zorgen, dat een jongere als leerling van een school staat ingeschreven, begint op de "
    "eerste schooldag van de maand volgende op die waarin de jongere de leeftijd van vijf jaar bereikt, en eindigt: "
    "a. aan het einde van het schooljaar na afloop waarvan de jongere ten minste twaalf volledige schooljaren een of "
    "meer scholen heeft bezocht; b. aan het einde van het schooljaar waarin de jongere de leeftijd van zestien jaar "
    "heeft bereikt.",
    "De eerste schooldag komt uit de kalender van de school; een schooljaar eindigt op 31 juli. Twaalf schooljaren "
    "staan in het leerlingenbestand als leerplicht_tot. Zonder geboortedatum telt de leerling als leerplichtig.",
    Day(2009, 8, 1),
    kNoEnd,
    Basis::kWet,
    &kRef};

std::vector<RuleValue> Article3Values() {
  std::vector<RuleValue> values;
  AddValues(values, "begin", kBegin, " jaar");
  AddValues(values, "einde", kEind, " jaar");
  AddValues(values, "volledige schooljaren", kSchooljaren, " schooljaren");
  return values;
}

Date LeerplichtBegin(Date birth, int leeftijd, const SchoolCalendar& calendar) {
  const Date first = birth.PlusYears(leeftijd).FirstOfNextMonth();
  return calendar.FirstLesdag({first, first + kSearchDays}).value_or(first);
}

Date LeerplichtEind(Date birth, std::optional<Date> twaalf_schooljaren) {
  const Date end = SchooljaarOf(birth.PlusYears(kLeerplichtEindLeeftijd)).last;
  return std::min(end, twaalf_schooljaren.value_or(end));
}

}  // namespace verzuim::lpw
