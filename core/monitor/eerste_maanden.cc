#include "core/monitor/eerste_maanden.h"

#include <algorithm>

namespace verzuim {

EersteMaandenTeller::EersteMaandenTeller(std::vector<int> grenzen, DateRange year) : grenzen_(std::move(grenzen)) {
  result_.begin = cijfers::EersteMaanden(year.first);
  result_.vervolg = {result_.begin.last + 1, year.last};
  result_.begin.last = std::min(result_.begin.last, year.last);
  const size_t bands = grenzen_.size() + 1;
  result_.cellen.assign(bands * bands, 0);
}

void EersteMaandenTeller::Add(uint32_t index, const LeerlingTijd& begin, const LeerlingTijd& vervolg) {
  if (begin.due == 0) return;
  const auto geoorloofd = begin.missed[static_cast<size_t>(Categorie::kGeoorloofd)];
  EersteMaandenLeerling leerling{index, begin.due, geoorloofd, IntervalOf(grenzen_, geoorloofd, begin.due), {}};
  if (vervolg.due > 0) {
    const auto totaal = vervolg.missed[static_cast<size_t>(Categorie::kTotaal)];
    leerling.vervolg_band = IntervalOf(grenzen_, totaal, vervolg.due);
    ++result_.cellen[leerling.band * (grenzen_.size() + 1) + *leerling.vervolg_band];
  }
  if (cijfers::HeeftTerm(cijfers::Term::kChronisch, geoorloofd, begin.due)) result_.leerlingen.push_back(leerling);
}

EersteMaanden EersteMaandenTeller::Finish() {
  std::stable_sort(result_.leerlingen.begin(), result_.leerlingen.end(),
                   [](const EersteMaandenLeerling& a, const EersteMaandenLeerling& b) {
                     return a.geoorloofd * b.lestijd > b.geoorloofd * a.lestijd;
                   });
  return std::move(result_);
}

}  // namespace verzuim
