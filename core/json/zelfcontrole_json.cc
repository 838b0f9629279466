#include <optional>
#include <string>

#include "core/json/cijfers_json.h"

namespace verzuim {
namespace {

Json DayOrNull(const std::optional<Date>& date) {
  return date ? Json(ToIso(*date)) : Json(nullptr);
}

Json GemiddeldeJson(const std::vector<int64_t>& waarden) {
  const Gemiddelde g = GemiddeldeVan(waarden);
  if (g.aantal == 0) return nullptr;
  return {{"som", g.som}, {"aantal", g.aantal}, {"tienden", g.Tienden()}, {"mediaan_tienden", g.mediaan_tienden}};
}

Json DoorlooptijdJson(const Doorlooptijd& duur) {
  return {{"aantal", duur.kalenderdagen.size()},
          {"kalenderdagen", GemiddeldeJson(duur.kalenderdagen)},
          {"lesdagen", GemiddeldeJson(duur.lesdagen)}};
}

Json JaarJson(const Jaarcijfers& jaar, bool verzonden_bekend) {
  Json meldingen = Json::array();
  for (const JaarcijfersSoort& soort : jaar.soorten) {
    meldingen.push_back({{"soort", WireName(soort.soort)},
                         {"aantal", soort.aantal},
                         {"leerlingen", soort.leerlingen.size()},
                         {"lopend", soort.lopend},
                         {"afgesloten", soort.afgesloten},
                         {"verzonden", verzonden_bekend ? Json(soort.verzonden) : Json(nullptr)},
                         {"dagen_tot_verzending", GemiddeldeJson(soort.dagen_tot_verzending)}});
  }
  Json thuiszitters = nullptr;
  if (jaar.definitie != nullptr) {
    thuiszitters = {{"definitie", WireName(jaar.definitie->value)},
                    {"bron", jaar.definitie->ref->bron},
                    {"langdurig", jaar.thuiszitters.size()},
                    {"absoluut", nullptr}};
  }
  return {{"schooljaar",
           std::to_string(jaar.schooljaar.first.year()) + "-" + std::to_string(jaar.schooljaar.last.year())},
          {"van", ToIso(jaar.schooljaar.first)},
          {"tot", ToIso(jaar.schooljaar.last)},
          {"meldingen", std::move(meldingen)},
          {"thuiszitters", std::move(thuiszitters)},
          {"afgesloten", DoorlooptijdJson(jaar.afgesloten)},
          {"lopend", DoorlooptijdJson(jaar.lopend)}};
}

std::string_view Oordeel(ReasonClass reason) {
  switch (JudgementOf(reason)) {
    case Judgement::kGeoorloofd:
      return "geoorloofd";
    case Judgement::kPending:
      return "onverklaard";
    default:
      return "ongeoorloofd";
  }
}

Json KlassenJson(const Zelfcontrole& z) {
  Json klassen = Json::array();
  for (size_t r = 0; r < kReasonClasses; ++r) {
    const auto reason = static_cast<ReasonClass>(r);
    if (z.klassen[r].lessen == 0) continue;
    klassen.push_back({{"klasse", WireName(reason)},
                       {"oordeel", Oordeel(reason)},
                       {"grond", GroundOf(reason)},
                       {"lessen", z.klassen[r].lessen},
                       {"minuten", z.klassen[r].minuten},
                       {"leerlingen", z.klassen[r].leerlingen}});
  }
  return klassen;
}

Json OnderwijstijdJson(const Zelfcontrole& z) {
  Json list = Json::array();
  for (const OnderwijstijdRegel& r : z.onderwijstijd) {
    list.push_back({{"onderwijssoort", WireName(r.soort)},
                    {"leerlingen", r.leerlingen},
                    {"lesdagen", r.lesdagen},
                    {"lesdagen_jaar", r.lesdagen_jaar},
                    {"norm_uren", r.norm_uren},
                    {"norm_minuten", r.norm_minuten},
                    {"laagste", r.laagste},
                    {"mediaan", r.mediaan},
                    {"hoogste", r.hoogste},
                    {"onder_norm", r.onder_norm},
                    {"basis", WireName(cijfers::kOnderwijstijd.basis)},
                    {"bron", cijfers::kOnderwijstijd.ref->bron}});
  }
  return list;
}

}  // namespace

Json ZelfcontroleJson(const Run& run) {
  const Zelfcontrole& z = run.cijfers.zelfcontrole;
  const std::vector<Pupil>& pupils = run.reg->pupils();
  const auto kop = [&](uint32_t pupil) {
    return Json{{"leerling", pupils[pupil].key}, {"klas", pupils[pupil].klas}};
  };
  Json bevindingen = Json::array(), onverklaard = Json::array(), meldingen = Json::array(), zonder = Json::array(),
       uit = Json::array(), jaren = Json::array();
  for (const Bevinding& b : z.bevindingen) {
    bevindingen.push_back({{"code", b.code}, {"in_orde", b.in_orde}, {"aantal", b.aantal}, {"bericht", b.bericht}});
  }
  for (const OnverklaardLeerling& l : z.te_lang_onverklaard) {
    Json json = kop(l.pupil);
    json.update({{"lessen", l.lessen}, {"oudste", ToIso(l.oudste)}});
    onverklaard.push_back(std::move(json));
  }
  for (const MeldingTermijn& m : z.meldingen) {
    Json json = kop(m.melding.pupil);
    json.update({{"soort", WireName(m.melding.soort)},
                 {"volgnummer", m.melding.volgnummer},
                 {"uiterste_datum", ToIso(m.melding.uiterste_datum)},
                 {"verzonden", DayOrNull(m.melding.verzonden_op)},
                 {"stand", WireName(m.uitkomst)},
                 {"dagen_te_laat", m.dagen_te_laat}});
    meldingen.push_back(std::move(json));
  }
  for (const ZonderRegels& l : z.zonder_regels) {
    Json json = kop(l.pupil);
    json["reden"] = l.geen_lestijd ? "geen_lestijd" : "geen_regels";
    zonder.push_back(std::move(json));
  }
  for (const Uitschrijving& u : z.uitschrijvingen) {
    Json json = kop(u.pupil);
    json["laatste_dag"] = ToIso(u.laatste_dag);
    uit.push_back(std::move(json));
  }
  for (const Jaarcijfers& jaar : z.jaarcijfers) jaren.push_back(JaarJson(jaar, z.verzonden_bekend));
  const std::optional<int64_t> promille = Promille(z.onverklaard, z.verzuim.lessen);
  return {{"gebruik", kAlleenSchool},
          {"peildatum", ToIso(run.peildatum)},
          {"van", ToIso(z.dates.first)},
          {"tot", ToIso(z.dates.last)},
          {"bevindingen", std::move(bevindingen)},
          {"verzuim",
           {{"lessen", z.verzuim.lessen},
            {"minuten", z.verzuim.minuten},
            {"leerlingen", z.verzuim.leerlingen},
            {"verklaard", z.verzuim.lessen - z.onverklaard},
            {"onverklaard", z.onverklaard},
            {"onverklaard_promille", promille ? Json(*promille) : Json(nullptr)},
            {"te_lang", z.te_lang}}},
          {"klassen", KlassenJson(z)},
          {"onverklaard", std::move(onverklaard)},
          {"meldingen", std::move(meldingen)},
          {"verzonden_bekend", z.verzonden_bekend},
          {"zonder_regels", std::move(zonder)},
          {"uitschrijvingen", std::move(uit)},
          {"onderwijstijd", OnderwijstijdJson(z)},
          {"jaarcijfers", std::move(jaren)}};
}

}  // namespace verzuim
