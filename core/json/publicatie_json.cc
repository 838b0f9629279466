#include "core/json/publicatie_json.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "core/json/reader.h"

namespace verzuim {
namespace {

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
  beleid.drempel = static_cast<int>(*drempel);
  beleid.nul = *parsed_nul;
  beleid.markering = *parsed_markering;
  return beleid;
}

// The number or marker of one cell; nullopt after a problem.
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
    return cell.aantal && !markering ? std::optional(cell) : std::nullopt;
  }
  for (const Markering mark : {Markering::kOnderDrempel, Markering::kVerborgen}) {
    if (markering != WireName(mark, beleid.drempel)) continue;
    cell.markering = mark;
    return cell;
  }
  reader.Bad("markering", "Een verborgen cel heeft een markering: x, of de drempel met < ervoor.");
  return std::nullopt;
}

std::optional<std::string> TextAt(const Json& list, size_t i) {
  return i < list.size() && list[i].is_string() ? std::optional(list[i].get<std::string>()) : std::nullopt;
}

std::optional<TableDimension> ReadDimension(const Json& node, const std::string& pointer,
                                            std::vector<Problem>& problems) {
  ObjectReader reader(node, pointer, problems);
  std::string naam = reader.RequiredText("naam");
  const Json* codes = reader.Array("codes");
  const Json* koppelingen = reader.Array("koppelingen");
  reader.Finish();
  if (codes == nullptr || koppelingen == nullptr) {
    reader.Missing(codes == nullptr ? "codes" : "koppelingen");
    return std::nullopt;
  }
  std::vector<std::string> leaves;
  for (size_t i = 0; i < codes->size(); ++i) {
    const auto code = TextAt(*codes, i);
    if (!code) {
      reader.Bad("codes", "Elke code is tekst.");
      return std::nullopt;
    }
    leaves.push_back(*code);
  }
  std::vector<std::pair<std::string, std::string>> links;
  for (const Json& link : *koppelingen) {
    const auto code = link.is_array() ? TextAt(link, 0) : std::nullopt;
    const auto parent = link.is_array() ? TextAt(link, 1) : std::nullopt;
    if (!code || !parent || link.size() != 2) {
      reader.Bad("koppelingen", "Elke koppeling is een lijst van een code en de code erboven.");
      return std::nullopt;
    }
    links.emplace_back(*code, *parent);
  }
  Result<TableDimension> made = MakeDimension(std::move(naam), std::move(leaves), links);
  if (made) return *made;
  problems.push_back(made.problem());
  problems.back().place.pointer = pointer;
  return std::nullopt;
}

// The place of a cell in a table whose last dimension runs fastest, by its codes.
std::optional<size_t> PlaceOf(const Json& plaats, const std::vector<TableDimension>& dimensions) {
  if (!plaats.is_array() || plaats.size() != dimensions.size()) return std::nullopt;
  size_t place = 0;
  for (size_t d = 0; d < dimensions.size(); ++d) {
    const auto code = TextAt(plaats, d);
    const size_t index = code ? dimensions[d].IndexOf(*code) : dimensions[d].codes.size();
    if (index == dimensions[d].codes.size()) return std::nullopt;
    place = place * dimensions[d].codes.size() + index;
  }
  return place;
}

// Reads the list of cells into `cells`; `place_of` says where one belongs (nullopt: nowhere).
template <class PlaceOfCell>
bool ReadCells(const Json& list, const PublicatieBeleid& beleid, std::vector<GedruktAantal>& cells,
               std::vector<Problem>& problems, PlaceOfCell place_of) {
  const size_t before = problems.size();
  std::vector<char> seen(cells.size(), 0);
  for (size_t i = 0; i < list.size() && problems.size() == before; ++i) {
    ObjectReader reader(list[i], "/cellen/" + std::to_string(i), problems);
    const std::optional<size_t> place = place_of(reader);
    const std::optional<GedruktAantal> cell = ReadGedrukt(reader, beleid);
    reader.Finish();
    if (!place || seen[*place]) {
      reader.Bad("", place ? "Deze cel staat er twee keer." : "Deze cel hoort niet bij de tabel.");
    } else if (cell) {
      seen[*place] = 1;
      cells[*place] = *cell;
    }
  }
  if (problems.size() != before) return false;
  if (std::count(seen.begin(), seen.end(), 1) == static_cast<std::ptrdiff_t>(cells.size())) return true;
  problems.push_back(
      PointerProblem(ProblemCode::kBadValue, "/cellen", "Niet elke cel van de tabel staat in de lijst."));
  return false;
}

std::optional<AnyPublicatie> ReadTabel(ObjectReader& reader, std::vector<Problem>& problems) {
  PrintedTable printed;
  reader.Text("soort");
  const std::optional<PublicatieBeleid> beleid = ReadBeleid(reader);
  const Json* dimensies = reader.Array("dimensies");
  const Json* cellen = reader.Array("cellen");
  if (cellen == nullptr) reader.Missing("cellen");
  reader.Finish();
  size_t size = 1;
  for (size_t i = 0; dimensies != nullptr && i < dimensies->size(); ++i) {
    auto dimension = ReadDimension((*dimensies)[i], "/dimensies/" + std::to_string(i), problems);
    if (!dimension) return std::nullopt;
    size *= dimension->codes.size();
    if (size > kMaxCells) {
      reader.Bad("dimensies", "Deze tabel heeft te veel cellen.");
      return std::nullopt;
    }
    printed.dimensions.push_back(std::move(*dimension));
  }
  if (!problems.empty() || !beleid) return std::nullopt;
  printed.beleid = *beleid;
  printed.cells.resize(size);
  const auto place = [&](ObjectReader& cell) -> std::optional<size_t> {
    const Json* plaats = cell.Member("plaats");
    return plaats == nullptr ? std::nullopt : PlaceOf(*plaats, printed.dimensions);
  };
  if (!ReadCells(*cellen, *beleid, printed.cells, problems, place)) return std::nullopt;
  return AnyPublicatie(std::move(printed));
}

std::optional<AnyPublicatie> ReadSchoolPublicatie(ObjectReader& reader, std::vector<Problem>& problems) {
  NamedSchool school;
  for (const char* known : {"status", "bron", "school", "periode", "uren", "ingehouden"}) reader.Member(known);
  const std::optional<PublicatieBeleid> beleid = ReadBeleid(reader);
  const Json* intervallen = reader.Array("intervallen");
  const Json* leerlingen = reader.Member("leerlingen");
  const Json* cellen = reader.Array("cellen");
  if (intervallen == nullptr) reader.Missing("intervallen");
  if (leerlingen == nullptr || !leerlingen->is_object()) reader.Missing("leerlingen");
  if (cellen == nullptr) reader.Missing("cellen");
  reader.Finish();
  if (!problems.empty() || !beleid) return std::nullopt;

  SchoolFrame& frame = school.printed.frame;
  for (const Json& bound : *intervallen) {
    const bool fits = bound.is_number_unsigned() && bound.get<uint64_t>() < 100;
    if (!fits || (!frame.bounds.empty() && bound.get<int>() <= frame.bounds.back())) {
      reader.Bad("intervallen", "Geef hele procenten van klein naar groot.");
      return std::nullopt;
    }
    frame.bounds.push_back(bound.get<int>());
  }
  std::map<std::string, size_t> parts;
  for (const auto& part : leerlingen->items()) {
    if (!part.value().is_number_unsigned() || part.value().get<uint64_t>() > INT32_MAX) {
      reader.Bad("leerlingen", "Elk aantal leerlingen is een geheel getal.");
      return std::nullopt;
    }
    parts.emplace(part.key(), parts.size());
    frame.leerlingen.push_back(part.value().get<int64_t>());
  }
  const std::vector<std::string> intervals = IntervalNames(frame.bounds);
  school.printed.beleid = *beleid;
  school.printed.cells.resize(frame.PublishedCells());
  school.names.resize(frame.PublishedCells());
  const auto place = [&](ObjectReader& cell) -> std::optional<size_t> {
    const std::string part = cell.RequiredText("onderverdeling");
    const std::string categorie = cell.RequiredText("categorie");
    const std::string interval = cell.RequiredText("interval");
    const auto known = parts.find(part);
    const auto at = std::find(intervals.begin(), intervals.end(), interval);
    size_t c = 0;
    while (c < kCategorieen && WireName(static_cast<Categorie>(c)) != categorie) ++c;
    if (known == parts.end() || at == intervals.end() || c == kCategorieen) return std::nullopt;
    const size_t index = frame.CellIndex(known->second, c, static_cast<size_t>(at - intervals.begin()));
    school.names[index] = part + ", " + categorie + ", " + interval;
    return index;
  };
  if (!ReadCells(*cellen, *beleid, school.printed.cells, problems, place)) return std::nullopt;
  return AnyPublicatie(std::move(school));
}

}  // namespace

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

void WriteBeleid(const PublicatieBeleid& beleid, Json& json) {
  json["drempel"] = beleid.drempel;
  json["nul"] = WireName(beleid.nul);
  json["markering"] = WireName(beleid.markering);
}

void WriteGedrukt(const GedruktAantal& cell, std::string_view name, const PublicatieBeleid& beleid, Json& json) {
  json[std::string(name)] = cell.aantal ? Json(*cell.aantal) : Json(nullptr);
  if (cell.aantal) return;
  json["markering"] = WireName(cell.markering, beleid.drempel);
  if (cell.minstens) json["minstens"] = beleid.drempel;
}

Json TabelJson(const PrintedTable& printed) {
  Json json = {{"soort", "tabel"}};
  WriteBeleid(printed.beleid, json);
  Json dimensies = Json::array();
  for (const TableDimension& dimension : printed.dimensions) {
    Json codes = Json::array();
    for (size_t i = 0; i < dimension.leaves; ++i) codes.push_back(dimension.codes[i]);
    Json koppelingen = Json::array();
    for (const auto& [code, parent] : dimension.links) koppelingen.push_back({code, parent});
    dimensies.push_back(
        {{"naam", dimension.name}, {"codes", std::move(codes)}, {"koppelingen", std::move(koppelingen)}});
  }
  json["dimensies"] = std::move(dimensies);
  Json cellen = Json::array();
  for (size_t i = 0; i < printed.cells.size(); ++i) {
    Json plaats = Json::array();
    size_t rest = i;
    for (size_t d = printed.dimensions.size(); d-- > 0;) {
      const std::vector<std::string>& codes = printed.dimensions[d].codes;
      plaats.insert(plaats.begin(), codes[rest % codes.size()]);
      rest /= codes.size();
    }
    Json cell = {{"plaats", std::move(plaats)}};
    WriteGedrukt(printed.cells[i], "aantal", printed.beleid, cell);
    cellen.push_back(std::move(cell));
  }
  json["cellen"] = std::move(cellen);
  return json;
}

Json CertificateJson(const CountSystem& system, const ReaderView& view, const Certificate& certificate) {
  Json cells = Json::array();
  for (size_t i = 0; i < view.bounds.size(); ++i) {
    const Bounds& bounds = view.bounds[i];
    cells.push_back({bounds.lo, bounds.hi == kUnbounded ? Json(nullptr) : Json(bounds.hi), view.needs[i].first,
                     view.needs[i].last});
  }
  Json sums = Json::array();
  for (size_t relation = 0; relation < system.relations(); ++relation) {
    Json totals = Json::array(), parts = Json::array();
    for (const Term& term : system.Terms(relation)) (term.sign < 0 ? totals : parts).push_back(term.cell);
    sums.push_back({std::move(totals), std::move(parts)});
  }
  Json tables = Json::array();
  for (const std::vector<CellValue>& witness : certificate.witnesses) {
    Json table = Json::array();
    for (const CellValue& value : witness) table.push_back({value.cell, value.value});
    tables.push_back(std::move(table));
  }
  return {{"cells", std::move(cells)},
          {"sums", std::move(sums)},
          {"base", certificate.base},
          {"tables", std::move(tables)}};
}

std::optional<AnyPublicatie> ReadPublicatie(std::string_view text, std::vector<Problem>& problems) {
  const std::optional<Json> parsed = ParseJson(text, "De publicatie", problems);
  if (!parsed) return std::nullopt;
  ObjectReader reader(*parsed, "", problems);
  if (!problems.empty()) return std::nullopt;
  return reader.Member("dimensies") != nullptr ? ReadTabel(reader, problems) : ReadSchoolPublicatie(reader, problems);
}

}  // namespace verzuim
