#include "core/json/gedrukt_json.h"

#include <cstdint>

namespace verzuim {

std::string_view WireName(NulBeleid nul) {
  switch (nul) {
    case NulBeleid::kVerbergen:
      return "verbergen";
    case NulBeleid::kTonen:
      return "tonen";
    case NulBeleid::kWaarMogelijk:
      return "waar_mogelijk";
  }
  return "";
}

std::string_view WireName(MarkeringBeleid markering) {
  return markering == MarkeringBeleid::kEnkel ? "enkel" : "tweevoudig";
}

std::string_view WireName(PatroonBeleid patroon) {
  return patroon == PatroonBeleid::kZoeken ? "zoeken" : "vast";
}

std::optional<NulBeleid> ParseNulBeleid(std::string_view wire_name) {
  for (const NulBeleid nul : {NulBeleid::kVerbergen, NulBeleid::kTonen, NulBeleid::kWaarMogelijk}) {
    if (WireName(nul) == wire_name) return nul;
  }
  return std::nullopt;
}

std::optional<MarkeringBeleid> ParseMarkeringBeleid(std::string_view wire_name) {
  for (const MarkeringBeleid markering : {MarkeringBeleid::kEnkel, MarkeringBeleid::kTweevoudig}) {
    if (WireName(markering) == wire_name) return markering;
  }
  return std::nullopt;
}

std::optional<PatroonBeleid> ParsePatroonBeleid(std::string_view wire_name) {
  for (const PatroonBeleid patroon : {PatroonBeleid::kZoeken, PatroonBeleid::kVast}) {
    if (WireName(patroon) == wire_name) return patroon;
  }
  return std::nullopt;
}

void WriteBeleid(const PublicatieBeleid& beleid, Json& json) {
  json["drempel"] = beleid.drempel;
  json["nul"] = WireName(beleid.nul);
  json["markering"] = WireName(beleid.markering);
  if (beleid.patroon != PatroonBeleid::kZoeken) json["patroon"] = WireName(beleid.patroon);
}

void WriteGedrukt(const GedruktAantal& cell, std::string_view name, const PublicatieBeleid& beleid, Json& json) {
  json[std::string(name)] = cell.aantal ? Json(*cell.aantal) : Json(nullptr);
  if (cell.aantal) return;
  json["markering"] = WireName(cell.markering, beleid.drempel);
  if (cell.minstens) json["minstens"] = beleid.drempel;
}

bool ReadPatroon(ObjectReader& reader, PublicatieBeleid& beleid) {
  const auto patroon = reader.Text("patroon");
  if (!patroon) return true;
  const auto parsed = ParsePatroonBeleid(*patroon);
  if (!parsed) reader.Bad("patroon", "Kies een van: zoeken, vast.");
  beleid.patroon = parsed.value_or(beleid.patroon);
  return parsed.has_value();
}

std::optional<PublicatieBeleid> ReadBeleid(ObjectReader& reader) {
  PublicatieBeleid beleid;
  for (const char* name : {"drempel", "nul", "markering"}) {
    if (reader.Member(name) == nullptr) reader.Missing(name);
  }
  const auto drempel = reader.Integer("drempel", 2, kMaxDrempel);
  const auto nul = reader.Text("nul");
  const auto markering = reader.Text("markering");
  if (!drempel || !nul || !markering) return std::nullopt;
  const auto parsed_nul = ParseNulBeleid(*nul);
  const auto parsed_markering = ParseMarkeringBeleid(*markering);
  if (!parsed_nul) reader.Bad("nul", "Kies een van: verbergen, tonen, waar_mogelijk.");
  if (!parsed_markering) reader.Bad("markering", "Kies een van: enkel, tweevoudig.");
  if (!parsed_nul || !parsed_markering) return std::nullopt;
  if (!ReadPatroon(reader, beleid)) return std::nullopt;
  beleid.drempel = static_cast<int>(*drempel);
  beleid.nul = *parsed_nul;
  beleid.markering = *parsed_markering;
  return beleid;
}

std::optional<GedruktAantal> ReadGedrukt(ObjectReader& reader, const PublicatieBeleid& beleid) {
  GedruktAantal cell;
  const Json* aantal = reader.Member("aantal");
  const auto markering = reader.Text("markering");
  const auto minstens = reader.Integer("minstens", beleid.drempel, beleid.drempel);
  cell.minstens = minstens.has_value();
  if (aantal == nullptr) {
    reader.Missing("aantal");
    return std::nullopt;
  }
  if (!aantal->is_null()) {
    cell.aantal = reader.Integer("aantal", 0, INT32_MAX);
    if (markering) reader.Bad("markering", "Een cel heeft een aantal of een markering, niet allebei.");
    if (minstens) reader.Bad("minstens", "Alleen bij een verborgen cel kan minstens staan.");
    return cell.aantal && !markering && !minstens ? std::optional(cell) : std::nullopt;
  }
  for (const Markering mark : {Markering::kOnderDrempel, Markering::kVerborgen}) {
    const bool two = beleid.markering == MarkeringBeleid::kTweevoudig;
    if (markering != WireName(mark, beleid.drempel) || (mark == Markering::kOnderDrempel && !two)) continue;
    if (minstens && two) break;
    cell.markering = mark;
    return cell;
  }
  reader.Bad("markering",
             "Een verborgen cel heeft een markering: x; of bij tweevoudig ook de drempel met < ervoor, en "
             "dan zonder minstens.");
  return std::nullopt;
}

void ReadWish(ObjectReader& reader, PublicatieBeleid& beleid, SuppressOptions& options) {
  if (const auto drempel = reader.Integer("drempel", 2, kMaxDrempel)) beleid.drempel = static_cast<int>(*drempel);
  if (const auto nul = reader.Text("nul")) {
    const auto parsed = ParseNulBeleid(*nul);
    if (!parsed) reader.Bad("nul", "Kies een van: verbergen, tonen, waar_mogelijk.");
    beleid.nul = parsed.value_or(beleid.nul);
  }
  if (const auto markering = reader.Text("markering")) {
    const auto parsed = ParseMarkeringBeleid(*markering);
    if (!parsed) reader.Bad("markering", "Kies een van: enkel, tweevoudig.");
    beleid.markering = parsed.value_or(beleid.markering);
  }
  ReadPatroon(reader, beleid);
  if (const auto steps = reader.Integer("iteraties", 0, 10'000'000)) options.iterations = static_cast<int>(*steps);
  if (const auto zaad = reader.Integer("zaad", 0, INT32_MAX)) options.seed = static_cast<uint64_t>(*zaad);
}

std::optional<std::vector<int>> ReadBounds(ObjectReader& reader) {
  const Json* list = reader.Array("intervallen");
  if (list == nullptr) {
    reader.Missing("intervallen");
    return std::nullopt;
  }
  std::vector<int> bounds;
  for (const Json& bound : *list) {
    const bool fits = bound.is_number_unsigned() && bound.get<uint64_t>() < 100;
    if (!fits || (!bounds.empty() && bound.get<int>() <= bounds.back())) {
      reader.Bad("intervallen", "Geef hele procenten van klein naar groot.");
      return std::nullopt;
    }
    bounds.push_back(bound.get<int>());
  }
  return bounds;
}

bool ReadCounts(ObjectReader& reader, std::string_view name, std::vector<std::string>& names,
                std::vector<int64_t>& counts) {
  const Json* object = reader.Member(name);
  if (object == nullptr || !object->is_object()) {
    reader.Missing(name);
    return false;
  }
  for (const auto& member : object->items()) {
    if (!member.value().is_number_unsigned() || member.value().get<uint64_t>() > INT32_MAX) {
      reader.Bad(name, "Elk aantal is een geheel getal.");
      return false;
    }
    names.push_back(member.key());
    counts.push_back(member.value().get<int64_t>());
  }
  return true;
}

std::optional<size_t> PlaceInBlock(ObjectReader& cell, const std::vector<std::string>& intervals) {
  const std::string categorie = cell.RequiredText("categorie");
  const std::string interval = cell.RequiredText("interval");
  const auto at = std::find(intervals.begin(), intervals.end(), interval);
  size_t c = 0;
  while (c < kCategorieen && WireName(static_cast<Categorie>(c)) != categorie) ++c;
  if (at == intervals.end() || c == kCategorieen) return std::nullopt;
  return c * intervals.size() + static_cast<size_t>(at - intervals.begin());
}

}  // namespace verzuim
