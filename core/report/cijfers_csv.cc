#include "core/report/cijfers_csv.h"

#include <optional>
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

std::string VerlofCsv(const Run& run) {
  CsvWriter csv({"leerling", "klas", "soort", "van", "tot", "dagen", "deels", "minuten", "maximum", "over", "code",
                 "datum", "bericht"});
  const std::vector<Pupil>& pupils = run.reg->pupils();
  const auto line = [&](uint32_t pupil, std::string_view soort, const std::optional<Date>& van,
                        const std::optional<Date>& tot, const VerlofKaart* kaart, std::string_view code,
                        const std::optional<Date>& datum, std::string_view bericht) {
    const auto number = [&](std::optional<int64_t> value) { value ? csv.Number(*value) : csv.Text(""); };
    csv.Text(pupils[pupil].key).Text(pupils[pupil].klas).Text(soort).Day(van).Day(tot);
    number(kaart != nullptr ? std::optional<int64_t>(kaart->dagen) : std::nullopt);
    number(kaart != nullptr ? std::optional<int64_t>(kaart->deels) : std::nullopt);
    number(kaart != nullptr ? std::optional<int64_t>(kaart->minuten) : std::nullopt);
    number(kaart != nullptr ? kaart->maximum : std::nullopt);
    number(kaart != nullptr ? kaart->Over() : std::nullopt);
    csv.Text(code).Day(datum).Text(bericht).EndRow();
  };
  for (const auto& [pupil, kaart] : run.cijfers.verlof) {
    const Date van = kaart.perioden.front().van, tot = kaart.perioden.back().tot;
    if (kaart.waarschuwingen.empty()) line(pupil, WireName(kaart.soort), van, tot, &kaart, "", std::nullopt, "");
    for (const VerlofWaarschuwing& w : kaart.waarschuwingen) {
      line(pupil, WireName(kaart.soort), van, tot, &kaart, WireName(w.code), w.datum, MessageOf(w));
    }
  }
  for (const auto& [pupil, kaart] : run.cijfers.vrijstellingen) {
    const Vrijstelling& periode = kaart.periode;
    if (kaart.waarschuwingen.empty()) {
      line(pupil, "vrijstelling", periode.van, periode.tot, nullptr, "", std::nullopt, "");
    }
    for (const VrijstellingWaarschuwing& w : kaart.waarschuwingen) {
      line(pupil, "vrijstelling", periode.van, periode.tot, nullptr, WireName(w.code), w.datum, MessageOf(w.code));
    }
  }
  for (const auto& [pupil, kaart] : run.cijfers.verwijderingen) {
    for (const VrijstellingWaarschuwing& w : kaart.waarschuwingen) {
      line(pupil, "verwijdering", kaart.besluit, std::nullopt, nullptr, WireName(w.code), w.datum, MessageOf(w.code));
    }
  }
  return csv.Take();
}

std::string ZelfcontroleCsv(const Run& run) {
  CsvWriter csv({"code", "in_orde", "aantal", "bericht"});
  for (const Bevinding& b : run.cijfers.zelfcontrole.bevindingen) {
    csv.Text(b.code).Text(b.in_orde ? "J" : "N").Number(b.aantal).Text(b.bericht).EndRow();
  }
  return csv.Take();
}

}  // namespace verzuim
