// Leerplichtwet 1969, article 13a: leave for a vacation outside the school holidays.
#include "core/rules/lpw/articles.h"

namespace verzuim::lpw {
namespace {

constexpr LegalRef kRef = {"Leerplichtwet 1969", "13a", "BWBR0002628, tekst 2026-08-01"};

// "slechts eenmaal […] per schooljaar"
constexpr Dated<int> kKeren[] = {{Day(2009, 8, 1), kNoEnd, 1, Basis::kWet, &kRef}};
static_assert(IsWellFormed(kKeren));

// "voor ten hoogste tien dagen"
constexpr Dated<int> kDagen[] = {{Day(2009, 8, 1), kNoEnd, 10, Basis::kWet, &kRef}};
static_assert(IsWellFormed(kDagen));

// "kan geen betrekking hebben op de eerste twee lesweken van het schooljaar"
constexpr Dated<int> kLesweken[] = {{Day(2009, 8, 1), kNoEnd, 2, Basis::kWet, &kRef}};
static_assert(IsWellFormed(kLesweken));

}  // namespace

const Rule kArticle13a = {
    "lpw.13a",
    "Verlof voor vakantie wegens het beroep van de ouders",
    "Verlof als bedoeld in het eerste lid kan door het hoofd slechts eenmaal voor ten hoogste tien dagen per "
    "schooljaar worden verleend en kan geen betrekking hebben op de eerste twee lesweken van het schooljaar. Het "
    "verlof […] kan aan de jongere die kwalificatieplichtig is slechts worden verleend tot een evenredig deel van het "
    "aantal dagen dat hij op grond van artikel 4c verplicht is onderwijs te volgen.",
    "Elke lesdag waarop iets van het verlof is geboekt, telt als een dag. Aansluitende lesdagen van de leerling zijn "
    "een keer verlof. Het evenredige deel is: tien dagen maal het aantal weekdagen met les, gedeeld door vijf.",
    Day(2009, 8, 1),
    kNoEnd,
    Basis::kWet,
    &kRef};

std::vector<RuleValue> Article13aValues() {
  std::vector<RuleValue> values;
  AddValues(values, "keren", kKeren, " keer per schooljaar");
  AddValues(values, "dagen", kDagen, " dagen per schooljaar");
  AddValues(values, "niet in de eerste", kLesweken, " lesweken");
  return values;
}

int VakantieverlofDagen() {
  return kDagen[0].value;
}
bool IsVaker(size_t keren) {
  return keren > static_cast<size_t>(kKeren[0].value);
}

bool InEersteLesweken(Date date, const SchoolCalendar& calendar) {
  const std::optional<Date> first = calendar.FirstLesdag(SchooljaarOf(date));
  return first && calendar.LesweekIndex(date) < calendar.LesweekIndex(*first) + kLesweken[0].value;
}

int EvenredigDeel(int dagen, int weekdagen) {
  constexpr int kWeekdagen = 5;
  return dagen * weekdagen / kWeekdagen;
}

}  // namespace verzuim::lpw
