// Thuiszitter: a definition of the ministry that changed; figures under the two cannot be compared.
#include "core/rules/cijfers/definities.h"

namespace verzuim::cijfers {
namespace {

constexpr LegalRef kOud = {"Brief over thuiszitters 2020 (Kamerstuk 26 695)", "definitie, eerste fase",
                           "Tot en met 1 oktober 2020: meer dan drie maanden absoluut of langdurig relatief verzuim"};
constexpr LegalRef kNieuw = {"Kamerstuk 36 663 nr. 8", "huidige definitie van het ministerie",
                             "nota van 22 mei 2025: vier weken aaneengesloten afwezig"};

// "Tot en met 1 oktober 2020 blijft de definitie als volgt: alle kwalificatie- of leerplichtige jongeren die meer
// dan drie maanden absoluut of langdurig relatief verzuimen."
constexpr Dated<ThuiszitterDefinitie> kDefinitie[] = {
    {Day(2009, 8, 1), Day(2020, 10, 1), ThuiszitterDefinitie::kMeerDanDrieMaanden, Basis::kVoorlichting, &kOud},
    {Day(2020, 10, 2), kNoEnd, ThuiszitterDefinitie::kVierWeken, Basis::kVoorlichting, &kNieuw}};
static_assert(IsWellFormed(kDefinitie));

constexpr int kMaanden = 3;

}  // namespace

const Rule kThuiszitter = {
    "cijfers.thuiszitter",
    "Thuiszitter",
    "Als het verzuim doorgaat en de leerling vier weken aaneengesloten afwezig is, dient de school dat opnieuw bij de "
    "gemeente te melden. Vanaf dan wordt – in de huidige door het Ministerie van Onderwijs, Cultuur en Wetenschap "
    "gebruikte definitie – gesproken over thuiszitten.",
    "Een school ziet alleen wie bij haar is ingeschreven; absoluut verzuim ziet de gemeente. Voor een heel schooljaar "
    "geldt de definitie van de 1 oktober erna, de dag van de leerplichttelling. Cijfers volgens verschillende "
    "definities staan nooit in een reeks.",
    Day(2009, 8, 1),
    kNoEnd,
    Basis::kVoorlichting,
    &kNieuw};

std::string_view WireName(ThuiszitterDefinitie definitie) {
  return definitie == ThuiszitterDefinitie::kVierWeken ? "vier_weken" : "meer_dan_drie_maanden";
}

std::vector<RuleValue> ThuiszitterValues() {
  std::vector<RuleValue> values;
  for (const auto& row : kDefinitie) {
    values.push_back({"definitie", std::string(WireName(row.value)), row.from, row.through, row.basis, row.ref});
  }
  return values;
}

const Dated<ThuiszitterDefinitie>* ThuiszitterDefinitieOp(Date date) {
  return InForceOn(kDefinitie, date);
}

const Dated<ThuiszitterDefinitie>* ThuiszitterDefinitieVan(DateRange schooljaar) {
  // 31 July, then August and September.
  return ThuiszitterDefinitieOp((schooljaar.last + 1).FirstOfNextMonth().FirstOfNextMonth());
}

bool IsThuiszitter(ThuiszitterDefinitie definitie, Date begin, Date last, Date four_weeks_on) {
  if (definitie == ThuiszitterDefinitie::kVierWeken) return four_weeks_on <= last;
  return begin.PlusMonths(kMaanden) <= last;
}

}  // namespace verzuim::cijfers
