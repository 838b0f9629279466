#include "core/json/outputs.h"

#include <map>
#include <utility>

#include "core/json/publicatie_json.h"
#include "core/options/uitgeschakeld.h"

namespace verzuim {
namespace {

// Counting rests on a bill and an order in council that are not in force; every such file says so.
constexpr std::string_view kStatus = "wetsvoorstel";
constexpr std::string_view kStatusBron =
    "Wetsvoorstel 36 663 (terugdringen schoolverzuim) en de aangekondigde algemene maatregel van bestuur; niet in "
    "werking";

constexpr std::string_view kSelf = "zelf invullen";

Json OptionalDay(const std::optional<Date>& date) {
  return date ? Json(ToIso(*date)) : Json(nullptr);
}

// What the register of DUO asks of a school: Besluit register onderwijsdeelnemers art. 14 b to l.
Json DuoVelden(const School& school, const Melding& melding) {
  return {{"begindatum", ToIso(melding.begindatum)},
          {"einddatum", melding.einddatum ? ToIso(*melding.einddatum) : "later aanvullen"},
          {"vermoedelijke_soort", Title(melding.soort)},
          {"vermoedelijke_reden", kSelf},
          {"alle_lessen_gemist", melding.alle_lessen_gemist},
          {"ondernomen_actie", kSelf},
          {"actie_gemeente_gewenst", kSelf},
          {"leslocatie", school.naam.empty() ? std::string(kSelf) : school.naam},
          {"contactpersoon", kSelf},
          {"telefoon_leerling_of_ouder", kSelf},
          {"specificatie", "door de gemeente; de lesuren staan bij regels"}};
}

Json ToJson(const Session& session, const School& school, const Run& run, const Melding& m) {
  Json regels = Json::array();
  for (const MeldingRegel& regel : m.regels) {
    regels.push_back({{"bestand", session.files()[regel.ref.file].name},
                      {"regel", regel.ref.row},
                      {"datum", ToIso(regel.date)},
                      {"lesuur", regel.lesuur},
                      {"minuten", regel.credit.value}});
  }
  Json let_op = Json::array();
  for (const LetOp& item : m.let_op) let_op.push_back({{"code", WireName(item.code)}, {"bericht", MessageOf(item)}});
  const Pupil& pupil = run.reg->pupils()[m.pupil];
  return {{"soort", WireName(m.soort)},
          {"leerling", pupil.key},
          {"klas", pupil.klas},
          {"leerjaar", pupil.leerjaar ? Json(*pupil.leerjaar) : Json(nullptr)},
          {"volgnummer", m.volgnummer},
          {"begindatum", ToIso(m.begindatum)},
          {"einddatum", OptionalDay(m.einddatum)},
          {"meldbaar_vanaf", ToIso(m.meldbaar_vanaf)},
          {"uiterste_datum", ToIso(m.uiterste_datum)},
          {"minuten", m.minuten.value},
          {"regels", std::move(regels)},
          {"grond", GrondJson(*m.rule)},
          {"let_op", std::move(let_op)},
          {"duo", IsUitgeschakeld(school.profiel, Onderdeel::kDuo) ? Json(nullptr) : DuoVelden(school, m)}};
}

Json SchoolHead(const School& school) {
  return {{"brin", school.brin}, {"vestiging", school.vestiging}, {"naam", school.naam}};
}

Json PeriodeHead(const PeriodeNaam& periode) {
  return {{"naam", periode.naam}, {"van", ToIso(periode.dates.first)}, {"tot", ToIso(periode.dates.last)}};
}

Json PerOnderverdeling(const Telling& telling, const std::vector<int64_t>& counts) {
  Json json = Json::object();
  for (size_t o = 0; o < telling.onderverdelingen.size(); ++o) json[telling.onderverdelingen[o]] = counts[o];
  return json;
}

}  // namespace

Json GrondJson(const Rule& rule) {
  return {{"regel", rule.id},
          {"artikel", std::string(rule.ref->wet) + " artikel " + std::string(rule.ref->artikel)},
          {"geldig_vanaf", ToIso(rule.geldig_van)},
          {"basis", WireName(rule.basis)},
          {"bron", rule.ref->bron}};
}

Json MeldingenJson(const Session& session, const School& school, const Run& run) {
  Json meldingen = Json::array();
  for (const Melding& melding : run.meldingen) meldingen.push_back(ToJson(session, school, run, melding));
  return {{"meldingen", std::move(meldingen)}};
}

Json LeveringJson(const School& school, const PeriodeUitkomst& uitkomst) {
  const Telling& t = uitkomst.telling;
  const std::vector<std::string> intervals = IntervalNames(t.bounds);
  Json cellen = Json::array();
  Json uren = Json::array();
  for (size_t o = 0; o < t.onderverdelingen.size(); ++o) {
    for (size_t c = 0; c < kCategorieen; ++c) {
      const std::string_view categorie = WireName(static_cast<Categorie>(c));
      for (size_t i = 0; i < intervals.size(); ++i) {
        cellen.push_back({{"onderverdeling", t.onderverdelingen[o]},
                          {"categorie", categorie},
                          {"interval", intervals[i]},
                          {"aantal", t.cells[t.CellIndex(o, c, i)]}});
      }
      uren.push_back({{"onderverdeling", t.onderverdelingen[o]},
                      {"categorie", categorie},
                      {"minuten", t.minutes[t.SumIndex(o, c)]},
                      {"leerlingen", t.minutes_pupils[t.SumIndex(o, c)]}});
    }
  }
  return {{"status", kStatus},
          {"bron", kStatusBron},
          {"school", SchoolHead(school)},
          {"periode", PeriodeHead(t.periode)},
          {"intervallen", t.bounds},
          {"leerlingen", PerOnderverdeling(t, t.leerlingen)},
          {"zonder_lestijd", PerOnderverdeling(t, t.zonder_lestijd)},
          {"cellen", std::move(cellen)},
          {"uren", std::move(uren)}};
}

Json PublicatieJson(const School& school, const PeriodeUitkomst& uitkomst) {
  const Telling& t = uitkomst.telling;
  const PublicatieBeleid& beleid = school.publicatie;
  const GedrukteSchool printed = Print(t, uitkomst.publicatie, beleid);
  const std::vector<std::string> intervals = IntervalNames(t.bounds);
  Json cellen = Json::array();
  Json uren = Json::array();
  for (size_t o = 0; o < t.onderverdelingen.size(); ++o) {
    for (size_t c = 0; c < kCategorieen; ++c) {
      const Json head = {{"onderverdeling", t.onderverdelingen[o]},
                         {"categorie", WireName(static_cast<Categorie>(c))}};
      for (size_t i = 0; i < intervals.size(); ++i) {
        Json cell = head;
        cell["interval"] = intervals[i];
        WriteGedrukt(printed.cells[t.CellIndex(o, c, i)], "aantal", beleid, cell);
        cellen.push_back(std::move(cell));
      }
      const size_t sum = t.SumIndex(o, c);
      GedruktAantal minutes;
      minutes.markering = uitkomst.publicatie.minutes[sum];
      if (minutes.markering == Markering::kGetoond) minutes.aantal = t.minutes[sum];
      Json cell = head;
      WriteGedrukt(minutes, "minuten", beleid, cell);
      uren.push_back(std::move(cell));
    }
  }
  Json json = {{"status", kStatus},
               {"bron", kStatusBron},
               {"school", SchoolHead(school)},
               {"periode", PeriodeHead(t.periode)}};
  if (t.geteld_tot) json["geteld_tot"] = ToIso(*t.geteld_tot);
  WriteBeleid(beleid, json);
  if (!uitkomst.publicatie.ingehouden.empty()) json["ingehouden"] = uitkomst.publicatie.ingehouden;
  json["intervallen"] = t.bounds;
  json["leerlingen"] = PerOnderverdeling(t, t.leerlingen);
  json["cellen"] = std::move(cellen);
  json["uren"] = std::move(uren);
  return json;
}

Json RijenJson(const SessionFile& file, const RowLog& log) {
  return {{"gelezen", file.description.rows}, {"gebruikt", log.used()}, {"afgewezen", log.rejected()}};
}

void WriteWerkbladen(const SessionFile& file, Json& json) {
  if (file.sheets.empty()) return;
  json["werkblad"] = file.sheets.front();
  json["andere_werkbladen"] = std::vector<std::string>(file.sheets.begin() + 1, file.sheets.end());
}

Json ToJson(const Beslissing& b) {
  Json tweede = nullptr;
  if (!b.tweede.empty()) tweede = {{"keuze", b.tweede}, {"omdat", b.tweede_omdat}};
  return {{"keuze", b.keuze}, {"omdat", b.omdat}, {"tweede", std::move(tweede)}};
}

Json ToJson(const Verklaring& verklaring) {
  Json kandidaten = Json::array();
  for (const Kandidaat& k : verklaring.kandidaten) {
    kandidaten.push_back({{"scheidingsteken", std::string(1, k.delimiter)},
                          {"profiel", k.profile},
                          {"volledig", k.complete},
                          {"kopregel", k.header_row},
                          {"kolommen_herkend", k.matched},
                          {"velden", k.cells},
                          {"regels_met_zoveel_velden", k.rows_agreeing},
                          {"regels_bekeken", k.rows}});
  }
  return {{"codering", ToJson(verklaring.codering)},
          {"scheidingsteken", ToJson(verklaring.scheidingsteken)},
          {"kopregel", ToJson(verklaring.kopregel)},
          {"profiel", ToJson(verklaring.profiel)},
          {"kandidaten", std::move(kandidaten)}};
}

Json BestandJson(const SessionFile& file, const RowLog& log) {
  const FileDescription& d = file.description;
  Json kolommen = Json::array();
  for (size_t i = 0; i < d.columns.size(); ++i) {
    kolommen.push_back({{"naam", d.columns[i]}, {"veld", d.fields[i]}, {"datumnotatie", d.date_formats[i]}});
  }
  Json json = {{"naam", file.name},
               {"bytes", d.bytes},
               {"sha256", file.sha256},
               {"codering", WireName(d.encoding)},
               {"scheidingsteken", d.delimiter == 0 ? std::string() : std::string(1, d.delimiter)},
               {"kopregel", d.header_row},
               {"kolommen", std::move(kolommen)},
               {"profiel", d.profile},
               {"profiel_bron", d.profile_source},
               {"verklaring", ToJson(d.verklaring)},
               {"voorbeeld", d.preview},
               {"rijen", RijenJson(file, log)}};
  WriteWerkbladen(file, json);
  return json;
}

Json CodesJson(const Register& reg) {
  Json codes = Json::array();
  for (const CodeSummary& code : reg.codes()) {
    const Classification& c = code.classification;
    codes.push_back({{"code", code.code},
                     {"geoorloofd", code.geoorloofd == GeoorloofdFlag::kYes  ? Json("J")
                                    : code.geoorloofd == GeoorloofdFlag::kNo ? Json("N")
                                                                             : Json(nullptr)},
                     {"te_laat", code.late},
                     {"aantal", code.rows},
                     {"klasse", c.reason ? Json(WireName(*c.reason)) : Json(nullptr)},
                     {"bron", c.reason || c.ignored ? WireName(c.source) : "onbekend"},
                     {"strijdig", c.contradictory}});
  }
  return codes;
}

Json OutputFilesJson(const std::vector<OutputFile>& files) {
  Json list = Json::array();
  for (const OutputFile& file : files) {
    list.push_back({{"naam", file.name}, {"bytes", file.bytes.size()}, {"sha256", file.sha256}});
  }
  return list;
}

Json SamenvattingJson(const Session& session, const Run& run) {
  uint64_t read = 0, used = 0, rejected = 0;
  std::map<std::string_view, uint64_t> per_code;
  for (size_t f = 0; f < session.files().size(); ++f) {
    const RowLog& log = run.reg->logs()[f];
    read += session.files()[f].description.rows;
    used += log.used();
    rejected += log.rejected();
    for (const auto& [code, rows] : log.rejected_per_code()) per_code[WireName(code)] += rows;
  }
  std::map<std::string_view, uint64_t> per_soort;
#define VERZUIM_X(name, wire, title) per_soort[wire] = 0;
  VERZUIM_MELDING_SOORTEN(VERZUIM_X)
#undef VERZUIM_X
  for (const Melding& melding : run.meldingen) ++per_soort[WireName(melding.soort)];
  Json afgewezen = Json::object();
  for (const auto& [code, rows] : per_code) afgewezen[std::string(code)] = rows;
  Json meldingen = Json::object();
  for (const auto& [soort, count] : per_soort) meldingen[std::string(soort)] = count;
  return {{"peildatum", ToIso(run.peildatum)},
          {"leerlingen", run.reg->pupils().size()},
          {"rijen", {{"gelezen", read}, {"gebruikt", used}, {"afgewezen", rejected}}},
          {"afgewezen_per_reden", std::move(afgewezen)},
          {"meldingen", std::move(meldingen)}};
}

}  // namespace verzuim
