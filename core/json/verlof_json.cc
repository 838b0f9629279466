#include <optional>
#include <string>

#include "core/json/cijfers_json.h"
#include "core/json/outputs.h"
#include "core/rules/lpw/articles.h"

namespace verzuim {
namespace {

Json DayOrNull(const std::optional<Date>& date) {
  return date ? Json(ToIso(*date)) : Json(nullptr);
}

Json Kop(const Pupil& pupil) {
  return {{"leerling", pupil.key}, {"klas", pupil.klas}};
}

std::string Schooljaar(DateRange year) {
  return std::to_string(year.first.year()) + "-" + std::to_string(year.last.year());
}

Json KaartJson(const Session& session, const Pupil& pupil, const VerlofKaart& kaart) {
  Json perioden = Json::array(), weken = Json::array(), waarschuwingen = Json::array(), regels = Json::array();
  for (const VerlofPeriode& p : kaart.perioden) {
    perioden.push_back({{"van", ToIso(p.van)}, {"tot", ToIso(p.tot)}, {"dagen", p.dagen}, {"minuten", p.minuten}});
  }
  for (const VerlofWeek& week : kaart.weken) {
    weken.push_back({{"week", ToIso(week.maandag)},
                     {"minuten", week.minuten.value},
                     {"na_mededeling", week.na_mededeling.value},
                     {"met_verlof", week.met_verlof.value},
                     {"buiten", week.buiten.value}});
  }
  for (const VerlofWaarschuwing& w : kaart.waarschuwingen) {
    waarschuwingen.push_back({{"code", WireName(w.code)}, {"datum", DayOrNull(w.datum)}, {"bericht", MessageOf(w)}});
  }
  for (const VerlofRegel& regel : kaart.regels) {
    regels.push_back({{"bestand", session.files()[regel.ref.file].name},
                      {"regel", regel.ref.row},
                      {"datum", ToIso(regel.date)},
                      {"lesuur", regel.lesuur},
                      {"minuten", regel.minuten.value}});
  }
  const std::optional<int> over = kaart.Over();
  Json json = Kop(pupil);
  json.update({{"schooljaar", Schooljaar(kaart.schooljaar)},
               {"soort", WireName(kaart.soort)},
               {"dagen", kaart.dagen},
               {"deels", kaart.deels},
               {"minuten", kaart.minuten},
               {"maximum", kaart.maximum ? Json(*kaart.maximum) : Json(nullptr)},
               {"over", over ? Json(*over) : Json(nullptr)},
               {"perioden", std::move(perioden)},
               {"weken", std::move(weken)},
               {"waarschuwingen", std::move(waarschuwingen)},
               {"regels", std::move(regels)},
               {"grond", kaart.rule != nullptr ? GrondJson(*kaart.rule) : Json(nullptr)}});
  return json;
}

Json WaarschuwingenJson(const std::vector<VrijstellingWaarschuwing>& list) {
  Json waarschuwingen = Json::array();
  for (const VrijstellingWaarschuwing& w : list) {
    waarschuwingen.push_back(
        {{"code", WireName(w.code)}, {"datum", DayOrNull(w.datum)}, {"bericht", MessageOf(w.code)}});
  }
  return waarschuwingen;
}

Json LetterJson(VrijstellingGrond grond) {
  switch (grond) {
    case VrijstellingGrond::kA:
      return "a";
    case VrijstellingGrond::kB:
      return "b";
    case VrijstellingGrond::kC:
      return "c";
    case VrijstellingGrond::kOnbekend:
      break;
  }
  return nullptr;
}

Json VrijstellingJson(const Pupil& pupil, const VrijstellingKaart& kaart) {
  Json json = Kop(pupil);
  json.update({{"letter", LetterJson(kaart.periode.grond)},
               {"van", DayOrNull(kaart.periode.van)},
               {"tot", DayOrNull(kaart.periode.tot)},
               {"stand", WireName(kaart.stand)},
               {"eerste_kennisgeving", DayOrNull(kaart.eerste_kennisgeving)},
               {"kennisgeving", DayOrNull(kaart.kennisgeving)},
               {"verklaring_vanaf", DayOrNull(kaart.verklaring_vanaf)},
               {"gemist", kaart.gemist},
               {"waarschuwingen", WaarschuwingenJson(kaart.waarschuwingen)},
               {"grond", GrondJson(lpw::kArticle5)}});
  return json;
}

}  // namespace

Json VerlofJson(const Session& session, const School& school, const Run& run) {
  const std::vector<Pupil>& pupils = run.reg->pupils();
  const Cijfers& cijfers = run.cijfers;
  Json kaarten = Json::array(), vrijstellingen = Json::array(), verwijderingen = Json::array();
  for (const auto& [pupil, kaart] : cijfers.verlof) kaarten.push_back(KaartJson(session, pupils[pupil], kaart));
  for (const auto& [pupil, kaart] : cijfers.vrijstellingen) {
    vrijstellingen.push_back(VrijstellingJson(pupils[pupil], kaart));
  }
  for (const auto& [pupil, kaart] : cijfers.verwijderingen) {
    Json json = Kop(pupils[pupil]);
    json.update({{"besluit", ToIso(kaart.besluit)},
                 {"waarschuwingen", WaarschuwingenJson(kaart.waarschuwingen)},
                 {"grond", GrondJson(lpw::kArticle18)}});
    verwijderingen.push_back(std::move(json));
  }
  const bool bes = school.profiel == Profiel::kBes;
  return {
      {"gebruik", kAlleenSchool},
      {"peildatum", ToIso(run.peildatum)},
      {"niet_berekend", bes ? Json("Verlof, vrijstelling en verwijdering staan voor Caribisch Nederland in een eigen "
                                   "wet, de Leerplichtwet BES; die artikelen zijn hier niet verwerkt.")
                            : Json(nullptr)},
      {"kaarten", std::move(kaarten)},
      {"vrijstellingen", std::move(vrijstellingen)},
      {"verwijderingen", std::move(verwijderingen)}};
}

}  // namespace verzuim
