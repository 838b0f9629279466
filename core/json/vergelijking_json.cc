#include "core/json/vergelijking_json.h"

#include <algorithm>
#include <utility>

namespace verzuim {
namespace {

Json OptionalDay(const std::optional<Date>& date) {
  return date ? Json(ToIso(*date)) : Json(nullptr);
}
Json OptionalText(const std::optional<std::string>& text) {
  return text ? Json(*text) : Json(nullptr);
}

void WriteDates(const MeldingKern& kern, Json& json) {
  json["begindatum"] = ToIso(kern.begindatum);
  json["einddatum"] = OptionalDay(kern.einddatum);
  json["meldbaar_vanaf"] = ToIso(kern.meldbaar_vanaf);
  json["uiterste_datum"] = ToIso(kern.uiterste_datum);
  json["minuten"] = kern.minuten.value;
}

Json SentJson(const VerzondenBestand& verzonden, const std::optional<size_t>& index) {
  if (!index) return nullptr;
  const VerzondenMelding& melding = verzonden.meldingen[*index];
  Json json = {{"nummer", *index + 1}, {"soort", WireName(melding.kern.soort)}};
  WriteDates(melding.kern, json);
  json["verzonden_op"] = OptionalDay(melding.verzonden_op);
  return json;
}

Json NowJson(const std::optional<MeldingKern>& melding) {
  if (!melding) return nullptr;
  Json json = {{"soort", WireName(melding->soort)}, {"volgnummer", melding->volgnummer}};
  WriteDates(*melding, json);
  return json;
}

Json RegelJson(const VerzondenBestand& verzonden, const VergelijkRegel& regel) {
  const Vergeleken& v = regel.vergeleken;
  Json redenen = Json::array();
  for (const Verandering& reden : v.redenen) {
    redenen.push_back({{"code", WireName(reden.code)},
                       {"bericht", MessageOf(reden)},
                       {"was", OptionalText(reden.was)},
                       {"wordt", OptionalText(reden.wordt)}});
  }
  return {{"leerling", regel.leerling},
          {"lijst", WireName(v.lijst)},
          {"verzonden", SentJson(verzonden, v.verzonden)},
          {"melding", NowJson(v.melding)},
          {"redenen", std::move(redenen)},
          {"termijn",
           {{"stand", WireName(v.termijn.stand)},
            {"uiterste_datum", ToIso(v.termijn.uiterste_datum)},
            {"dagen", v.termijn.dagen}}}};
}

}  // namespace

Json VergelijkingJson(Date peildatum, const VerzondenBestand& verzonden, const std::vector<VergelijkRegel>& regels) {
  constexpr VergelijkLijst kLijsten[] = {VergelijkLijst::kNieuw, VergelijkLijst::kOngewijzigd,
                                         VergelijkLijst::kTeCorrigeren, VergelijkLijst::kInTeTrekken};
  Json lists = Json::object();
  for (const VergelijkLijst lijst : kLijsten) lists[std::string(WireName(lijst))] = Json::array();
  Json late = Json::array();
  std::vector<const VergelijkRegel*> open;
  size_t current = 0;
  for (const VergelijkRegel& regel : regels) {
    const TermijnStand stand = regel.vergeleken.termijn.stand;
    lists[std::string(WireName(regel.vergeleken.lijst))].push_back(RegelJson(verzonden, regel));
    if (stand == TermijnStand::kTeLaat || stand == TermijnStand::kVerlopen)
      late.push_back(RegelJson(verzonden, regel));
    if (stand == TermijnStand::kOpen) open.push_back(&regel);
    current += regel.vergeleken.melding ? 1 : 0;
  }
  std::stable_sort(open.begin(), open.end(), [](const VergelijkRegel* a, const VergelijkRegel* b) {
    return a->vergeleken.termijn.uiterste_datum < b->vergeleken.termijn.uiterste_datum;
  });
  Json open_terms = Json::array();
  for (const VergelijkRegel* regel : open) open_terms.push_back(RegelJson(verzonden, *regel));

  Json sums = {{"verzonden", verzonden.meldingen.size()}, {"meldingen", current}};
  for (const auto& list : lists.items()) sums[list.key()] = list.value().size();
  sums["te_laat"] = late.size();
  sums["open_termijnen"] = open_terms.size();
  Json json = {{"peildatum", ToIso(peildatum)}, {"samenvatting", std::move(sums)}};
  json.update(lists);
  json["te_laat"] = std::move(late);
  json["open_termijnen"] = std::move(open_terms);
  return json;
}

}  // namespace verzuim
