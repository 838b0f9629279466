#include "core/json/disclosure_json.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "core/json/publicatie_json.h"
#include "core/json/reader.h"

namespace verzuim {
namespace {

void ReadWishes(ObjectReader& reader, std::string_view name, bool hide, std::vector<CellWish>& wishes) {
  const Json* list = reader.Array(name);
  if (list == nullptr) return;
  for (const Json& item : *list) {
    CellWish wish;
    wish.hide = hide;
    for (size_t i = 0; item.is_array() && i < item.size(); ++i) {
      if (item[i].is_string()) wish.codes.push_back(item[i].get<std::string>());
    }
    if (!item.is_array() || wish.codes.size() != item.size()) {
      return reader.Bad(name, "Elke wens is een lijst met een code per dimensie.");
    }
    wishes.push_back(std::move(wish));
  }
}

size_t CountHidden(const PrintedTable& printed) {
  return static_cast<size_t>(std::count_if(printed.cells.begin(), printed.cells.end(),
                                           [](const GedruktAantal& cell) { return !cell.aantal; }));
}

// The sums of a printed table, as its reader can build them.
Result<CountTable> SystemOf(const PrintedTable& printed) {
  size_t inner = 1;
  for (const TableDimension& dimension : printed.dimensions) inner *= dimension.leaves;
  return MakeCountTable(printed.dimensions, std::vector<int64_t>(inner, 0));
}

Json ControleToJson(const Controle& controle, Json certificate) {
  Json cellen = Json::array();
  for (const ControleRegel& regel : controle.regels) {
    Json json = {{"cel", regel.naam},
                 {"laagste", regel.laagste},
                 {"hoogste", regel.hoogste == kUnbounded ? Json(nullptr) : Json(regel.hoogste)},
                 {"prijsgegeven", regel.prijsgegeven}};
    if (!regel.recept.empty()) json["recept"] = regel.recept;
    cellen.push_back(std::move(json));
  }
  return {{"veilig", controle.Veilig()}, {"cellen", std::move(cellen)}, {"certificaat", std::move(certificate)}};
}

std::string Answer(const Result<Controle>& controle, const CountSystem& system, const ReaderView& view) {
  if (!controle) return Refused({controle.problem()});
  return Ok(ControleToJson(*controle, CertificateJson(system, view, controle->certificate)));
}

}  // namespace

std::string OnderdrukJson(std::string_view request, std::function<bool(const SuppressProgress&)> progress) {
  std::vector<Problem> problems;
  const std::optional<Json> parsed = ParseJson(request, "De aanvraag", problems);
  if (!parsed) return Refused(problems);
  ObjectReader reader(*parsed, "", problems);
  const std::string tabel = reader.RequiredText("tabel");
  const std::string hierarchie = reader.Text("hierarchie").value_or("");
  PublicatieBeleid beleid;
  SuppressOptions options;
  options.progress = std::move(progress);
  ReadWish(reader, beleid, options);
  std::vector<CellWish> wishes;
  ReadWishes(reader, "tonen", false, wishes);
  ReadWishes(reader, "verbergen", true, wishes);
  reader.Finish();
  if (!problems.empty()) return Refused(problems);

  const Result<TablePublicatie> made = SuppressTable(tabel, hierarchie, beleid, wishes, options);
  if (!made) return Refused({made.problem()});
  const Result<CountTable> system = SystemOf(made->printed);
  if (!system) return Refused({system.problem()});
  return Ok({{"patroon", PatternCsv(made->printed)},
             {"publicatie", TabelJson(made->printed)},
             {"certificaat", CertificateJson(system->system, ViewOf(made->printed), made->certificate)},
             {"samenvatting",
              {{"cellen", made->printed.cells.size()},
               {"klein", made->small},
               {"verborgen", CountHidden(made->printed)},
               {"erbij", made->cost.weight},
               {"iteraties", made->iterations}}}});
}

std::string ControleerJson(std::string_view publicatie) {
  std::vector<Problem> problems;
  const std::optional<AnyPublicatie> read = ReadPublicatie(publicatie, problems);
  if (!read) return Refused(problems);
  if (const GedrukteOprol* oprol = std::get_if<GedrukteOprol>(&*read)) {
    const Result<RollupSystem> rollup = MakeRollupSystem(oprol->frame);
    if (!rollup) return Refused({rollup.problem()});
    return Answer(ControleerOprol(*oprol), rollup->system, ViewOf(*oprol, *rollup));
  }
  if (const PrintedTable* table = std::get_if<PrintedTable>(&*read)) {
    const Result<CountTable> system = SystemOf(*table);
    if (!system) return Refused({system.problem()});
    return Answer(ControleerTable(*table), system->system, ViewOf(*table));
  }
  const NamedSchool& school = std::get<NamedSchool>(*read);
  const SchoolSystem system = MakeSchoolSystem(school.printed.frame);
  return Answer(ControleerSchool(school.printed, school.names), system.system, ViewOf(school.printed, system));
}

}  // namespace verzuim
