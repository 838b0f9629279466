#include <optional>
#include <string>
#include <vector>

#include "core/json/cijfers_json.h"

namespace verzuim {
namespace {

// One member per category, in the order of Categorie.
template <class Function>
void ForCategories(Function&& function) {
  for (size_t c = 0; c < kCategorieen; ++c) function(c, WireName(static_cast<Categorie>(c)));
}

Json Or(const std::optional<int64_t>& number) {
  return number ? Json(*number) : Json(nullptr);
}

Json BandenJson(const std::vector<int>& grenzen, const std::vector<std::string>& namen) {
  Json banden = Json::array();
  for (size_t b = 0; b < namen.size(); ++b) {
    const int through = b == 0 ? 0 : b < grenzen.size() ? grenzen[b] : 100;
    banden.push_back(
        {{"band", namen[b]}, {"boven", b == 0 ? Json(nullptr) : Json(grenzen[b - 1])}, {"tot_en_met", through}});
  }
  return banden;
}

Json TermenJson() {
  Json termen = Json::array();
  for (size_t t = 0; t < cijfers::kTermen; ++t) {
    const auto term = static_cast<cijfers::Term>(t);
    for (const RuleValue& value : ValuesOf(cijfers::kBanden)) {
      if (value.naam != WireName(term)) continue;
      termen.push_back({{"term", WireName(term)},
                        {"vanaf", cijfers::TermVanaf(term)},
                        {"basis", WireName(value.basis)},
                        {"bron", value.ref->bron}});
    }
  }
  return termen;
}

void GroepenJson(const Monitor& monitor, const std::vector<std::string>& banden, Json& json) {
  Json groepen = Json::array(), cellen = Json::array(), totalen = Json::array();
  for (const MonitorGroep& groep : monitor.groepen) {
    const Json head = {{"dimensie", WireName(groep.dimensie)}, {"groep", groep.naam}};
    Json of_group = head;
    of_group.update({{"van", ToIso(groep.dates.first)},
                     {"tot", ToIso(groep.dates.last)},
                     {"leerlingen", groep.leerlingen},
                     {"zonder_lestijd", groep.zonder_lestijd},
                     {"lestijd", groep.lestijd}});
    groepen.push_back(std::move(of_group));
    ForCategories([&](size_t c, std::string_view categorie) {
      for (size_t b = 0; b < banden.size(); ++b) {
        Json cel = head;
        cel.update(
            {{"categorie", categorie}, {"band", banden[b]}, {"leerlingen", groep.cellen[groep.CellIndex(c, b)]}});
        cellen.push_back(std::move(cel));
      }
      Json totaal = head;
      totaal.update({{"categorie", categorie},
                     {"minuten", groep.minuten[c]},
                     {"promille", Or(Promille(groep.minuten[c], groep.lestijd))},
                     {"met_verzuim", groep.met_verzuim[c]}});
      for (size_t t = 0; t < cijfers::kTermen; ++t) {
        totaal[std::string(WireName(static_cast<cijfers::Term>(t)))] = groep.met_term[t][c];
      }
      totalen.push_back(std::move(totaal));
    });
  }
  json["groepen"] = std::move(groepen);
  json["cellen"] = std::move(cellen);
  json["totalen"] = std::move(totalen);
}

Json WekenJson(const Monitor& monitor) {
  Json weken = Json::array();
  for (const MonitorWeek& week : monitor.weken) {
    ForCategories([&](size_t c, std::string_view categorie) {
      weken.push_back({{"lesweek", ToIso(week.maandag)},
                       {"categorie", categorie},
                       {"lestijd", week.lestijd},
                       {"minuten", week.minuten[c]},
                       {"promille", Or(Promille(week.minuten[c], week.lestijd))},
                       {"leerlingen", week.leerlingen[c]}});
    });
  }
  return weken;
}

Json RoosterJson(const Monitor& monitor) {
  Json rooster = Json::array();
  for (const MonitorRoosterCel& cel : monitor.rooster) {
    ForCategories([&](size_t c, std::string_view categorie) {
      rooster.push_back({{"weekdag", cel.weekdag},
                         {"lesuur", cel.lesuur},
                         {"categorie", categorie},
                         {"lessen", cel.lessen},
                         {"gemist", cel.gemist[c]},
                         {"minuten", cel.minuten[c]}});
    });
  }
  return rooster;
}

constexpr std::string_view kVakkenZonderDeel =
    "Van lessen waar een leerling gewoon was, wordt het vak niet bewaard. De lestijd per vak is daarom niet bekend, en een "
    "deel daarvan evenmin: een vak met meer lessen heeft vanzelf meer gemiste minuten.";

Json VakkenJson(const Monitor& monitor) {
  Json vakken = Json::array();
  for (const MonitorVak& vak : monitor.vakken) {
    ForCategories([&](size_t c, std::string_view categorie) {
      vakken.push_back({{"vak", vak.vak},
                        {"categorie", categorie},
                        {"gemist", vak.gemist[c]},
                        {"minuten", vak.minuten[c]},
                        {"leerlingen", vak.leerlingen[c]}});
    });
  }
  return vakken;
}

Json EersteMaandenJson(const EersteMaanden& eerste, const std::vector<std::string>& banden,
                       const std::vector<Pupil>& pupils) {
  Json cellen = Json::array();
  for (size_t a = 0; a < banden.size(); ++a) {
    for (size_t b = 0; b < banden.size(); ++b) {
      cellen.push_back(
          {{"band", banden[a]}, {"vervolg_band", banden[b]}, {"leerlingen", eerste.cellen[a * banden.size() + b]}});
    }
  }
  Json leerlingen = Json::array();
  for (const EersteMaandenLeerling& l : eerste.leerlingen) {
    leerlingen.push_back({{"leerling", pupils[l.pupil].key},
                          {"klas", pupils[l.pupil].klas},
                          {"lestijd", l.lestijd},
                          {"geoorloofd", l.geoorloofd},
                          {"band", banden[l.band]},
                          {"vervolg_band", l.vervolg_band ? Json(banden[*l.vervolg_band]) : Json(nullptr)}});
  }
  return {{"van", ToIso(eerste.begin.first)},
          {"tot", ToIso(eerste.begin.last)},
          {"vervolg_van", ToIso(eerste.vervolg.first)},
          {"vervolg_tot", ToIso(eerste.vervolg.last)},
          {"basis", WireName(cijfers::kEersteMaanden.basis)},
          {"bron", cijfers::kEersteMaanden.ref->bron},
          {"cellen", std::move(cellen)},
          {"leerlingen", std::move(leerlingen)}};
}

Json LeerlingenJson(const Monitor& monitor, const std::vector<std::string>& banden,
                    const std::vector<Pupil>& pupils) {
  Json leerlingen = Json::array();
  for (const MonitorLeerling& l : monitor.leerlingen) {
    const int64_t totaal = l.tijd.missed[static_cast<size_t>(Categorie::kTotaal)];
    const bool ernstig = cijfers::HeeftTerm(cijfers::Term::kErnstig, totaal, l.tijd.due);
    Json leerling = {{"leerling", pupils[l.pupil].key}, {"klas", pupils[l.pupil].klas}, {"lestijd", l.tijd.due}};
    ForCategories([&](size_t c, std::string_view categorie) { leerling[std::string(categorie)] = l.tijd.missed[c]; });
    leerling["promille"] = Or(Promille(totaal, l.tijd.due));
    leerling["band"] = banden[IntervalOf(monitor.grenzen, totaal, l.tijd.due)];
    leerling["term"] = WireName(ernstig ? cijfers::Term::kErnstig : cijfers::Term::kChronisch);
    leerlingen.push_back(std::move(leerling));
  }
  return leerlingen;
}

}  // namespace

Json MonitorJson(const Run& run) {
  const Monitor& monitor = run.cijfers.monitor;
  const std::vector<std::string> banden = IntervalNames(monitor.grenzen);
  const std::vector<Pupil>& pupils = run.reg->pupils();
  Json json = {{"gebruik", kAlleenSchool},
               {"peildatum", ToIso(run.peildatum)},
               {"van", ToIso(monitor.dates.first)},
               {"tot", ToIso(monitor.dates.last)},
               {"banden", BandenJson(monitor.grenzen, banden)},
               {"banden_basis", WireName(monitor.eigen_grenzen ? Basis::kSchoolkeuze : cijfers::kBanden.basis)},
               {"banden_bron", monitor.eigen_grenzen ? "school.json, monitor" : cijfers::kBanden.ref->bron},
               {"termen", TermenJson()}};
  GroepenJson(monitor, banden, json);
  json["weken"] = WekenJson(monitor);
  json["rooster"] = RoosterJson(monitor);
  json["vakken"] = VakkenJson(monitor);
  json["vakken_zonder_deel"] = kVakkenZonderDeel;
  json["eerste_maanden"] = EersteMaandenJson(monitor.eerste_maanden, banden, pupils);
  json["leerlingen"] = LeerlingenJson(monitor, banden, pupils);
  return json;
}

}  // namespace verzuim
