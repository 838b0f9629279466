#include "core/report/cijfers_csv.h"

#include <vector>

#include "core/report/csv.h"

namespace verzuim {

std::string MonitorCsv(const Run& run) {
  CsvWriter csv({"dimensie", "groep", "van", "tot", "categorie", "leerlingen", "zonder_lestijd", "lestijd_minuten",
                 "gemist_minuten", "promille", "met_verzuim", "chronisch", "ernstig", "band", "leerlingen_in_band"});
  const Monitor& monitor = run.cijfers.monitor;
  const std::vector<std::string> banden = IntervalNames(monitor.grenzen);
  for (const MonitorGroep& groep : monitor.groepen) {
    for (size_t c = 0; c < kCategorieen; ++c) {
      for (size_t b = 0; b < banden.size(); ++b) {
        csv.Text(WireName(groep.dimensie)).Text(groep.naam).Day(groep.dates.first).Day(groep.dates.last);
        csv.Text(WireName(static_cast<Categorie>(c))).Number(groep.leerlingen).Number(groep.zonder_lestijd);
        csv.Number(groep.lestijd).Number(groep.minuten[c]);
        const std::optional<int64_t> promille = Promille(groep.minuten[c], groep.lestijd);
        promille ? csv.Number(*promille) : csv.Text("");
        csv.Number(groep.met_verzuim[c]).Number(groep.met_term[0][c]).Number(groep.met_term[1][c]);
        csv.Text(banden[b]).Number(groep.cellen[groep.CellIndex(c, b)]).EndRow();
      }
    }
  }
  return csv.Take();
}

}  // namespace verzuim
