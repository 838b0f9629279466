#include <utility>
#include <vector>

#include "core/json/envelope.h"
#include "core/json/json_session.h"
#include "core/json/profiel_json.h"
#include "core/json/reader.h"
#include "core/options/options.h"
#include "core/register/reason.h"
#include "core/rules/rule.h"
#include "core/version.h"

namespace verzuim {
namespace {

Json Day(Date date) {
  return date == kNoEnd ? Json(nullptr) : Json(ToIso(date));
}

Json ValueToJson(const RuleValue& value) {
  return {{"naam", value.naam},
          {"waarde", value.waarde},
          {"geldig_van", ToIso(value.geldig_van)},
          {"geldig_tot", Day(value.geldig_tot)},
          {"basis", WireName(value.basis)},
          {"bron", value.ref->bron}};
}

// `on` given: only what holds on that day; a rule that does not hold then says so and has no values.
Json RuleToJson(const Rule& rule, const std::optional<Date>& on) {
  const bool in_force = !on || (rule.geldig_van <= *on && *on <= rule.geldig_tot);
  // A bill is law on no day, whatever day is asked about.
  const bool van_kracht = in_force && rule.basis != Basis::kWetsvoorstel;
  Json waarden = Json::array();
  for (const RuleValue& value : ValuesOf(rule)) {
    if (in_force && (!on || (value.geldig_van <= *on && *on <= value.geldig_tot)))
      waarden.push_back(ValueToJson(value));
  }
  return {{"regel", rule.id},
          {"titel", rule.titel},
          {"wet", rule.ref->wet},
          {"artikel", rule.ref->artikel},
          {"woorden", rule.woorden},
          {"uitleg", rule.uitleg},
          {"geldig_van", ToIso(rule.geldig_van)},
          {"geldig_tot", Day(rule.geldig_tot)},
          {"van_kracht", van_kracht},
          {"basis", WireName(rule.basis)},
          {"bron", rule.ref->bron},
          {"waarden", std::move(waarden)}};
}

Json OptionToJson(const OptionInfo& info) {
  Json json = {{"naam", info.name}, {"tekst", info.text}, {"basis", WireName(info.basis)}};
  switch (info.kind) {
    case OptionInfo::Kind::kInt:
      json["soort"] = "getal";
      json["minimum"] = info.minimum;
      json["maximum"] = info.maximum;
      break;
    case OptionInfo::Kind::kBool:
      json["soort"] = "ja_nee";
      break;
    case OptionInfo::Kind::kEnum:
      json["soort"] = "keuze";
      json["waarden"] = info.values;
      break;
  }
  Json standaard = Json::object();
#define VERZUIM_X(name, wire, text) \
  std::visit([&](const auto& value) { standaard[wire] = value; }, GetOption(DefaultOptions(Profiel::k##name), info));
  VERZUIM_PROFIELEN(VERZUIM_X)
#undef VERZUIM_X
  json["standaard"] = std::move(standaard);
  return json;
}

Json Classes() {
  Json list = Json::array();
  const auto add = [&](ReasonClass reason) {
    std::string_view oordeel;
    switch (JudgementOf(reason)) {
      case Judgement::kGeoorloofd:
        oordeel = "geoorloofd";
        break;
      case Judgement::kOngeoorloofd:
        oordeel = "ongeoorloofd";
        break;
      case Judgement::kPending:
        oordeel = "nog niet verklaard";
        break;
      case Judgement::kNoDueTime:
        oordeel = "geen lestijd";
        break;
      case Judgement::kNotAbsence:
        oordeel = "geen verzuim";
        break;
    }
    list.push_back({{"klasse", WireName(reason)}, {"oordeel", oordeel}, {"grond", GroundOf(reason)}});
  };
#define VERZUIM_X(name, wire, judgement, ground) add(ReasonClass::k##name);
  VERZUIM_REASON_CLASSES(VERZUIM_X)
#undef VERZUIM_X
  return list;
}

}  // namespace

std::string RegelsJson(std::string_view datum) {
  std::optional<Date> on;
  if (!datum.empty()) {
    on = ParseIsoDate(datum);
    if (!on)
      return Refused({PointerProblem(ProblemCode::kBadValue, "/datum", "Geef een bestaande datum als JJJJ-MM-DD.")});
  }
  Json regels = Json::array();
  for (const Rule* rule : Rules()) regels.push_back(RuleToJson(*rule, on));
  Json opties = Json::array();
  for (const OptionInfo& info : OptionTable()) opties.push_back(OptionToJson(info));
  return Ok({{"regels", std::move(regels)},
             {"opties", std::move(opties)},
             {"klassen", Classes()},
             {"profielen", ProfielenToJson()}});
}

std::string VersieJson() {
  return Dump(
      {{"versie", kVersion}, {"regelset", kRulesetVersion}, {"schema", kSchemaVersion}, {"compiler", __VERSION__}});
}

}  // namespace verzuim
