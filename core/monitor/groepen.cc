#include "core/monitor/groepen.h"

namespace verzuim {

std::string_view WireName(MonitorDimensie dimensie) {
  switch (dimensie) {
#define VERZUIM_X(name, wire)    \
  case MonitorDimensie::k##name: \
    return wire;
    VERZUIM_MONITOR_DIMENSIES(VERZUIM_X)
#undef VERZUIM_X
  }
  return "";
}

void MonitorGroep::Add(const LeerlingTijd& tijd, const std::vector<int>& grenzen) {
  if (tijd.due == 0) {
    ++zonder_lestijd;
    return;
  }
  ++leerlingen;
  lestijd += tijd.due;
  for (size_t c = 0; c < kCategorieen; ++c) {
    ++cellen[CellIndex(c, IntervalOf(grenzen, tijd.missed[c], tijd.due))];
    minuten[c] += tijd.missed[c];
    if (tijd.missed[c] > 0) ++met_verzuim[c];
    for (size_t t = 0; t < cijfers::kTermen; ++t) {
      if (cijfers::HeeftTerm(static_cast<cijfers::Term>(t), tijd.missed[c], tijd.due)) ++met_term[t][c];
    }
  }
}

MonitorGroep& MonitorGroepen::Of(MonitorDimensie dimensie, int rank, const std::string& naam, DateRange dates) {
  const auto [at, added] = groepen_.try_emplace({dimensie, rank, naam});
  MonitorGroep& groep = at->second;
  if (added) {
    groep.dimensie = dimensie;
    groep.naam = naam;
    groep.dates = dates;
    groep.cellen.assign(kCategorieen * (grenzen_.size() + 1), 0);
  }
  return groep;
}

void MonitorGroepen::Add(MonitorDimensie dimensie, int rank, const std::string& naam, const LeerlingTijd& tijd) {
  Of(dimensie, rank, naam, dates_).Add(tijd, grenzen_);
}

std::vector<MonitorGroep> MonitorGroepen::Take() {
  std::vector<MonitorGroep> groepen;
  groepen.reserve(groepen_.size());
  for (auto& [key, groep] : groepen_) groepen.push_back(std::move(groep));
  groepen_.clear();
  return groepen;
}

std::optional<int64_t> Promille(int64_t deel, int64_t geheel) {
  if (geheel == 0) return std::nullopt;
  return (2000 * deel + geheel) / (2 * geheel);
}

}  // namespace verzuim
