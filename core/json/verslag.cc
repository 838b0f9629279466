#include <set>
#include <utility>

#include "core/json/outputs.h"
#include "core/options/uitgeschakeld.h"
#include "core/version.h"

namespace verzuim {
namespace {

Json Invoer(const Session& session, const Run& run) {
  Json list = Json::array();
  for (size_t f = 0; f < session.files().size(); ++f) {
    const SessionFile& file = session.files()[f];
    const RowLog& log = run.reg->logs()[f];
    Json reasons = Json::object();
    for (const auto& [code, rows] : log.rejected_per_code()) reasons[std::string(WireName(code))] = rows;
    list.push_back({{"naam", file.name},
                    {"bytes", file.description.bytes},
                    {"sha256", file.sha256},
                    {"profiel", file.description.profile},
                    {"codering", WireName(file.description.encoding)},
                    {"rijen", RijenJson(file, log)},
                    {"afgewezen_per_reden", std::move(reasons)}});
    WriteWerkbladen(file, list.back());
  }
  return list;
}

// The rules behind the meldingen of this run.
Json RulesUsed(const Run& run) {
  std::set<std::string_view> seen;
  for (const Melding& melding : run.meldingen) seen.insert(melding.rule->id);
  Json list = Json::array();
  for (const Rule* rule : Rules()) {
    if (seen.count(rule->id) == 0) continue;
    list.push_back(
        {{"regel", rule->id}, {"geldig_vanaf", ToIso(rule->geldig_van)}, {"basis", WireName(rule->basis)}});
  }
  return list;
}

Json SwitchedOff(Profiel profiel) {
  Json list = Json::array();
  for (const Uitgeschakeld& entry : UitgeschakeldVoor(profiel)) {
    list.push_back({{"onderdeel", WireName(entry.onderdeel)},
                    {"reden", entry.reden},
                    {"artikel", entry.artikel},
                    {"bron", entry.bron},
                    {"bestanden", BestandenVan(entry.onderdeel)}});
  }
  return list;
}

Json Outside(const Run& run) {
  Json list = Json::array();
  for (const OutsideSummary& outside : run.outside) {
    list.push_back({{"regel", outside.rule->id},
                    {"van", ToIso(outside.dates.first)},
                    {"tot", ToIso(outside.dates.last)},
                    {"leerlingen", outside.pupils}});
  }
  return list;
}

}  // namespace

Json VerslagJson(const Session& session, const School& school, const Run& run, const std::vector<OutputFile>& files,
                 const Json& module, const Json& milliseconds) {
  Json opties = Json::object();
  for (const OptionInfo& info : OptionTable()) {
    std::visit([&](const auto& value) { opties[std::string(info.name)] = value; }, GetOption(school.opties, info));
  }
  Json versie = {{"versie", kVersion}, {"regelset", kRulesetVersion}, {"schema", kSchemaVersion}};
  if (module.is_object()) versie.update(module);
  Json json = {{"module", std::move(versie)},
               {"profiel", WireName(school.profiel)},
               {"samenvatting", SamenvattingJson(session, run)},
               {"invoer", Invoer(session, run)},
               {"uitvoer", OutputFilesJson(files)},
               {"opties", std::move(opties)},
               {"uitgeschakeld", SwitchedOff(school.profiel)},
               {"regels", RulesUsed(run)},
               {"buiten_geldigheid", Outside(run)}};
  if (!milliseconds.is_null()) json["milliseconden"] = milliseconds;
  return json;
}

}  // namespace verzuim
