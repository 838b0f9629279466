#include "core/json/beleid_json.h"

#include <type_traits>
#include <utility>

#include "core/beleid/hoofdstuk.h"
#include "core/beleid/zin.h"
#include "core/json/outputs.h"
#include "core/json/reader.h"
#include "core/json/school_json.h"

namespace verzuim {
namespace {

Json TijdvakToJson(const beleid::Tijdvak& tijdvak) {
  return tijdvak.IsSchooljaar() ? Json("schooljaar") : Json(tijdvak.lesweken);
}

class Writer {
 public:
  Json operator()(const beleid::Uren& v) const {
    return {{"soort", "uren"},
            {"telt", WireName(v.telt)},
            {"minstens", v.minstens},
            {"lesweken", TijdvakToJson(v.tijdvak)}};
  }
  Json operator()(const beleid::Aantal& v) const {
    Json json = {{"soort", "aantal"},
                 {"telt", WireName(v.telt)},
                 {"eenheid", WireName(v.eenheid)},
                 {"minstens", v.minstens},
                 {"lesweken", TijdvakToJson(v.tijdvak)}};
    if (v.les) json["les"] = v.les->eerste ? Json("eerste") : Json(v.les->lesuur);
    return json;
  }
  Json operator()(const beleid::Zelfde& v) const {
    return {{"soort", "zelfde"},
            {"telt", WireName(v.telt)},
            {"zelfde", WireName(v.gelijk)},
            {"minstens", v.minstens},
            {"lesweken", TijdvakToJson(v.tijdvak)}};
  }
  Json operator()(const beleid::Weken& v) const {
    return {{"soort", "weken"}, {"telt", WireName(v.telt)}, {"minstens", v.minstens}, {"lesweken", v.lesweken}};
  }
  Json operator()(const beleid::Achtereen& v) const {
    return {{"soort", "achtereen"}, {"telt", WireName(v.telt)}, {"minstens", v.minstens}};
  }
  Json operator()(const beleid::Stijgend& v) const {
    return {{"soort", "stijgend"},
            {"telt", WireName(v.telt)},
            {"perioden", v.perioden},
            {"lesweken", v.lesweken},
            {"minstens", v.minstens}};
  }
  Json operator()(const beleid::Terugval& v) const { return {{"soort", "terugval"}, {"lesweken", v.lesweken}}; }
  Json operator()(const beleid::Notitie& v) const {
    return {{"soort", "notitie"}, {"label", v.label}, {"lesweken", TijdvakToJson(v.tijdvak)}};
  }
  Json operator()(const beleid::Samen& v) const {
    Json delen = Json::array();
    for (const beleid::Voorwaarde& deel : v.delen) delen.push_back(std::visit(Writer(), deel.vorm));
    return {{"soort", v.alle ? "en" : "of"}, {"delen", std::move(delen)}};
  }
};

Json RegelToJson(const Session& session, RowRef ref, Date date, int lesuur, CreditMinutes credit) {
  return {{"bestand", session.files()[ref.file].name},
          {"regel", ref.row},
          {"datum", ToIso(date)},
          {"lesuur", lesuur},
          {"minuten", credit.value}};
}

// The lessons behind a signaal, by the type of its receiver.
class ItemsWriter {
 public:
  explicit ItemsWriter(const Session& session) : session_(session) {}
  Json operator()(const beleid::VoorLeerplicht& record) const {
    Json list = Json::array();
    for (const beleid::OngeoorloofdItem& item : record.items) {
      list.push_back(RegelToJson(session_, item.ref(), item.date(), item.lesuur(), item.credit()));
    }
    return list;
  }
  Json operator()(const beleid::VoorJeugdarts& record) const { return List(record.items); }
  Json operator()(const beleid::VoorIntern& record) const { return List(record.items); }

 private:
  Json List(const std::vector<beleid::VerzuimItem>& items) const {
    Json list = Json::array();
    for (const beleid::VerzuimItem& item : items) {
      list.push_back(RegelToJson(session_, item.ref, item.date, item.lesuur, item.credit));
    }
    return list;
  }

  const Session& session_;
};

Json SignaalToJson(const Session& session, const School& school, const Run& run, const beleid::Signaal& signaal) {
  Json metingen = Json::array();
  for (const beleid::Meting& meting : signaal.metingen) {
    metingen.push_back({{"zin", meting.zin},
                        {"waar", meting.waar},
                        {"waarde", meting.waarde},
                        {"drempel", meting.drempel},
                        {"eenheid", WireName(meting.maat)}});
  }
  Json redenen = Json::array();
  for (const beleid::RedenNietDeelbaar reden : signaal.redenen) {
    redenen.push_back({{"code", WireName(reden)}, {"bericht", Text(reden)}});
  }
  const beleid::Meting& meting = signaal.leidend();
  return {{"regel", signaal.regel},
          {"stap", signaal.stap},
          {"actie", WireName(signaal.actie)},
          {"zin", signaal.zin},
          {"schoolgids", school.beleid->schoolgids},
          {"leerling", run.reg->pupils()[signaal.pupil].key},
          {"van", ToIso(signaal.van)},
          {"tot", ToIso(signaal.tot)},
          {"waarde", meting.waarde},
          {"drempel", meting.drempel},
          {"eenheid", WireName(meting.maat)},
          {"metingen", std::move(metingen)},
          {"ontvanger", WireName(signaal.ontvanger())},
          {"deelbaar", signaal.deelbaar()},
          {"reden_niet_deelbaar", std::move(redenen)},
          {"regels", std::visit(ItemsWriter(session), signaal.inhoud)},
          {"status", WireName(signaal.grond().basis)},
          {"grond", GrondJson(signaal.grond())}};
}

// The rules of the text one by one, so that a good one has its sentence beside a bad one.
Json SchoolgidsRegels(const Json& parsed, const School& school) {
  Json list = Json::array();
  const auto add = [&](const std::string& nummer, const std::vector<beleid::Stap>* stappen) {
    list.push_back({{"nummer", nummer},
                    {"zin", stappen != nullptr ? Json(ToZin(*stappen)) : Json(nullptr)},
                    {"stappen", stappen != nullptr ? StappenToJson(*stappen) : Json::array()}});
  };
  const Json::json_pointer place("/beleid/regels");
  if (parsed.is_object() && parsed.contains(place) && parsed.at(place).is_array()) {
    for (const Json& node : parsed.at(place)) {
      std::vector<Problem> problems;
      const auto regel = ReadRegel(node, "", school.beleid->labels, school.opties, problems);
      const bool named = node.is_object() && node.contains("nummer") && node.at("nummer").is_string();
      add(named ? node.at("nummer").get<std::string>() : "", regel ? &regel->stappen : nullptr);
    }
  }
  if (school.beleid->mazl) {
    const std::vector<beleid::Regel> regels = AlleRegels(*school.beleid);
    add(regels.back().nummer, &regels.back().stappen);
  }
  return list;
}

}  // namespace

Json StappenToJson(const std::vector<beleid::Stap>& stappen) {
  Json list = Json::array();
  for (const beleid::Stap& stap : stappen) {
    list.push_back({{"als", std::visit(Writer(), stap.als.vorm)}, {"dan", WireName(stap.dan)}});
  }
  return list;
}

Json VerzuimbeleidToJson(const beleid::Beleid& beleid) {
  Json json = Json::object();
  if (!beleid.versie.empty()) json["versie"] = beleid.versie;
  if (!beleid.schoolgids.empty()) json["schoolgids"] = beleid.schoolgids;
  if (beleid.vanaf) json["vanaf"] = ToIso(*beleid.vanaf);
  if (beleid.instemming_mr) json["instemming_mr"] = ToIso(*beleid.instemming_mr);
  if (beleid.inwerkingtreding) json["inwerkingtreding"] = ToIso(*beleid.inwerkingtreding);
  Json onderdelen = Json::object();
  for (size_t i = 0; i < beleid::kOnderdelen; ++i) {
    if (!beleid.onderdelen[i].empty()) {
      onderdelen[std::string(WireName(static_cast<beleid::Onderdeel>(i)))] = beleid.onderdelen[i];
    }
  }
  if (!onderdelen.empty()) json["onderdelen"] = std::move(onderdelen);
  if (!beleid.labels.empty()) json["labels"] = beleid.labels;
  if (beleid.mazl) {
    json["mazl"] = {{"ziekmeldingen", beleid.mazl->ziekmeldingen},
                    {"lesweken", beleid.mazl->lesweken},
                    {"lesdagen", beleid.mazl->lesdagen}};
  }
  Json regels = Json::array();
  for (const beleid::Regel& regel : beleid.regels) {
    regels.push_back({{"nummer", regel.nummer}, {"stappen", StappenToJson(regel.stappen)}});
  }
  json["regels"] = std::move(regels);
  return json;
}

std::string SchoolgidsJson(std::string_view school_json) {
  std::vector<Problem> problems;
  const std::optional<Json> parsed = ParseJson(school_json, "school.json", problems);
  if (!parsed) return Refused(problems);
  School school = ReadSchool(school_json, problems);
  if (!school.beleid) school.beleid.emplace();
  const beleid::Hoofdstuk hoofdstuk = MakeHoofdstuk(*school.beleid, school.profiel, school.naam);
  Json onderdelen = Json::array();
  for (const beleid::HoofdstukDeel& deel : hoofdstuk.delen) {
    onderdelen.push_back({{"sleutel", WireName(deel.onderdeel)},
                          {"titel", Title(deel.onderdeel)},
                          {"tekst", deel.tekst},
                          {"ontbreekt", deel.ontbreekt},
                          {"vraag", Opdracht(deel.onderdeel)}});
  }
  Json problemen = Json::array();
  for (const Problem& problem : problems) problemen.push_back(ToJson(problem));
  return Ok({{"hoofdstuk", hoofdstuk.tekst},
             {"onderdelen", std::move(onderdelen)},
             {"ontbreekt", hoofdstuk.ontbreekt},
             {"regels", SchoolgidsRegels(*parsed, school)},
             {"problemen", std::move(problemen)}});
}

Json SignalenJson(const Session& session, const School& school, const Run& run) {
  Json signalen = Json::array();
  for (const beleid::Signaal& signaal : run.signalen) {
    signalen.push_back(SignaalToJson(session, school, run, signaal));
  }
  const bool known = school.beleid && school.beleid->inwerkingtreding;
  return {{"status", "wetsvoorstel"},
          {"bron", "Wetsvoorstel 36 663 (Wet terugdringen schoolverzuim); niet in werking"},
          {"inwerkingtreding", known ? Json(ToIso(*school.beleid->inwerkingtreding)) : Json(nullptr)},
          {"signalen", std::move(signalen)}};
}

}  // namespace verzuim
