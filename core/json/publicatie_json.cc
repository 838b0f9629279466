#include "core/json/publicatie_json.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/json/rollup_json.h"

namespace verzuim {
namespace {

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

std::optional<AnyPublicatie> ReadTabel(ObjectReader& reader, std::vector<Problem>& problems) {
  PrintedTable printed;
  if (reader.Text("soort") != "tabel") reader.Bad("soort", "Een publicatie van een tabel heeft soort tabel.");
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

// Which school and which days a publicatie of a school is about.
void ReadHead(ObjectReader& reader, NamedSchool& school, std::vector<Problem>& problems) {
  const Json* head = reader.Member("school");
  const Json* periode = reader.Member("periode");
  if (head == nullptr || periode == nullptr) return reader.Missing(head == nullptr ? "school" : "periode");
  ObjectReader of_school(*head, reader.PointerTo("school"), problems);
  const std::string brin = of_school.RequiredText("brin");
  const std::string vestiging = of_school.RequiredText("vestiging");
  if (!brin.empty()) school.site = brin + vestiging;
  of_school.RequiredText("naam");
  of_school.Finish();
  ObjectReader of_periode(*periode, reader.PointerTo("periode"), problems);
  of_periode.RequiredText("naam");
  const std::optional<DateRange> dates = of_periode.VanTot();
  of_periode.Finish();
  const std::optional<Date> geteld_tot = reader.Day("geteld_tot");
  if (!dates) return;
  school.publicatie.dates = *dates;
  if (!geteld_tot) return;
  if (!dates->Contains(*geteld_tot)) return reader.Bad("geteld_tot", "Deze dag ligt niet in de periode.");
  school.publicatie.dates.last = *geteld_tot;
}

std::optional<AnyPublicatie> ReadSchoolPublicatie(ObjectReader& reader, std::vector<Problem>& problems) {
  NamedSchool school;
  for (const char* known : {"status", "bron", "uren"}) reader.Member(known);
  school.withheld = reader.Text("ingehouden").has_value();
  ReadHead(reader, school, problems);
  const std::optional<PublicatieBeleid> beleid = ReadBeleid(reader);
  const std::optional<std::vector<int>> bounds = ReadBounds(reader);
  GedrukteSchool& printed = school.publicatie.printed;
  SchoolFrame& frame = printed.frame;
  std::vector<std::string>& parts = school.publicatie.onderverdelingen;
  ReadCounts(reader, "leerlingen", parts, frame.leerlingen);
  const Json* cellen = reader.Array("cellen");
  if (cellen == nullptr) reader.Missing("cellen");
  reader.Finish();
  if (!problems.empty() || !beleid) return std::nullopt;

  frame.bounds = *bounds;
  const std::vector<std::string> intervals = IntervalNames(frame.bounds);
  printed.beleid = *beleid;
  printed.cells.resize(frame.PublishedCells());
  school.names.resize(frame.PublishedCells());
  const auto place = [&](ObjectReader& cell) -> std::optional<size_t> {
    const std::string part = cell.RequiredText("onderverdeling");
    const auto known = std::find(parts.begin(), parts.end(), part);
    const std::optional<size_t> in_block = PlaceInBlock(cell, intervals);
    if (known == parts.end() || !in_block) return std::nullopt;
    const size_t index = static_cast<size_t>(known - parts.begin()) * kCategorieen * intervals.size() + *in_block;
    const Categorie categorie = static_cast<Categorie>(*in_block / intervals.size());
    school.names[index] =
        part + ", " + std::string(WireName(categorie)) + ", " + intervals[*in_block % intervals.size()];
    return index;
  };
  if (!ReadCells(*cellen, *beleid, printed.cells, problems, place)) return std::nullopt;
  return AnyPublicatie(std::move(school));
}

}  // namespace

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
  return parsed ? ReadPublicatie(*parsed, problems) : std::nullopt;
}

std::optional<AnyPublicatie> ReadPublicatie(const Json& json, std::vector<Problem>& problems) {
  const size_t before = problems.size();
  ObjectReader reader(json, "", problems);
  if (problems.size() != before) return std::nullopt;
  if (reader.Member("dimensies") != nullptr) return ReadTabel(reader, problems);
  if (reader.Member("vestigingen") == nullptr) return ReadSchoolPublicatie(reader, problems);
  std::optional<GedrukteOprol> oprol = ReadOprol(reader, problems);
  return oprol ? std::optional<AnyPublicatie>(std::move(*oprol)) : std::nullopt;
}

std::vector<EerderePublicatie> ReadEerdere(ObjectReader& reader, const std::string& site,
                                           std::vector<Problem>& problems) {
  std::vector<EerderePublicatie> eerdere;
  const Json* list = reader.Array("eerder");
  for (size_t i = 0; list != nullptr && i < list->size(); ++i) {
    ObjectReader item((*list)[i], reader.PointerTo("eerder") + "/" + std::to_string(i), problems);
    const std::string naam = item.RequiredText("naam");
    const Json* json = item.Member("publicatie");
    if (json == nullptr) item.Missing("publicatie");
    item.Finish();
    if (json == nullptr) continue;
    // Its own problems are places in that file.
    std::vector<Problem> own;
    const std::optional<AnyPublicatie> read = ReadPublicatie(*json, own);
    const NamedSchool* school = read ? std::get_if<NamedSchool>(&*read) : nullptr;
    if (read && school == nullptr) {
      own.push_back(PointerProblem(ProblemCode::kBadValue, "/soort", "Geef een publicatie van deze school zelf."));
    } else if (school != nullptr && !site.empty() && !school->site.empty() && school->site != site) {
      own.push_back(PointerProblem(ProblemCode::kBadValue, "/school",
                                   "Deze publicatie is van een andere school (" + school->site + ")."));
    }
    for (Problem& problem : own) {
      problem.place.file = naam;
      problems.push_back(std::move(problem));
    }
    if (own.empty() && school != nullptr && !school->withheld) eerdere.push_back(school->publicatie);
  }
  return eerdere;
}

}  // namespace verzuim
