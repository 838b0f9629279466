#include "core/monitor/jaarcijfers.h"

#include <algorithm>
#include <map>

namespace verzuim {
namespace {

constexpr MeldingSoort kSoorten[] = {
#define VERZUIM_X(name, wire, title) MeldingSoort::k##name,
    VERZUIM_MELDING_SOORTEN(VERZUIM_X)
#undef VERZUIM_X
};

Jaarcijfers Empty(DateRange schooljaar) {
  Jaarcijfers jaar;
  jaar.schooljaar = schooljaar;
  for (const MeldingSoort soort : kSoorten) jaar.soorten.push_back({soort, 0, 0, 0, 0, {}, {}});
  jaar.definitie = cijfers::ThuiszitterDefinitieVan(schooljaar);
  return jaar;
}

void AddLrv(const MeldingFeit& melding, Date peildatum, const SchoolCalendar& calendar, Jaarcijfers& jaar) {
  const DateRange absent = {melding.begindatum, melding.einddatum.value_or(peildatum)};
  Doorlooptijd& duur = melding.einddatum ? jaar.afgesloten : jaar.lopend;
  duur.kalenderdagen.push_back(absent.Days());
  duur.lesdagen.push_back(calendar.CountLesdagen(absent));
  if (jaar.definitie != nullptr &&
      cijfers::IsThuiszitter(jaar.definitie->value, absent.first, absent.last, melding.meldbaar_vanaf)) {
    jaar.thuiszitters.insert(melding.pupil);
  }
}

}  // namespace

Gemiddelde GemiddeldeVan(std::vector<int64_t> waarden) {
  Gemiddelde gemiddelde;
  if (waarden.empty()) return gemiddelde;
  std::sort(waarden.begin(), waarden.end());
  for (const int64_t waarde : waarden) gemiddelde.som += waarde;
  gemiddelde.aantal = static_cast<int64_t>(waarden.size());
  const size_t middle = waarden.size() / 2;
  const bool odd = waarden.size() % 2 == 1;
  gemiddelde.mediaan_tienden = odd ? 10 * waarden[middle] : 5 * (waarden[middle - 1] + waarden[middle]);
  return gemiddelde;
}

std::vector<Jaarcijfers> JaarcijfersVan(const std::vector<MeldingFeit>& meldingen, Date peildatum,
                                        const SchoolCalendar& calendar) {
  std::map<Date, Jaarcijfers> jaren;
  for (const MeldingFeit& melding : meldingen) {
    const DateRange schooljaar = SchooljaarOf(melding.meldbaar_vanaf);
    const auto at = jaren.try_emplace(schooljaar.first, Empty(schooljaar)).first;
    JaarcijfersSoort& soort = at->second.soorten[static_cast<size_t>(melding.soort)];
    ++soort.aantal;
    ++(melding.einddatum ? soort.afgesloten : soort.lopend);
    soort.leerlingen.insert(melding.pupil);
    if (melding.verzonden) ++soort.verzonden;
    if (melding.verzonden_op) {
      soort.dagen_tot_verzending.push_back(std::max(*melding.verzonden_op - melding.meldbaar_vanaf, 0));
    }
    if (melding.soort == MeldingSoort::kLrv) AddLrv(melding, peildatum, calendar, at->second);
  }
  std::vector<Jaarcijfers> all;
  for (auto& [first, jaar] : jaren) all.push_back(std::move(jaar));
  return all;
}

}  // namespace verzuim
