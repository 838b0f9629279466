#include "core/json/disclosure_json.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "core/json/publicatie_json.h"
#include "core/json/reader.h"
#include "core/json/rollup_json.h"

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

std::optional<std::vector<int64_t>> WholeNumbers(const Json& list) {
  if (!list.is_array()) return std::nullopt;
  std::vector<int64_t> out;
  for (const Json& number : list) {
    if (!number.is_number_integer()) return std::nullopt;
    out.push_back(number.get<int64_t>());
  }
  return out;
}

// The tables of a certificate; nothing when it is not about this system and this reader.
std::optional<Certificate> ReadCertificate(const Json& json, const CountSystem& system, const ReaderView& view) {
  const Json own = CertificateJson(system, view, {});
  if (!json.is_object() || json.size() != own.size()) return std::nullopt;
  for (const char* name : {"cells", "sums"}) {
    if (!json.contains(name) || json[name] != own[name]) return std::nullopt;
  }
  if (!json.contains("base") || !json.contains("tables") || !json["tables"].is_array()) return std::nullopt;
  std::optional<std::vector<int64_t>> base = WholeNumbers(json["base"]);
  if (!base) return std::nullopt;
  Certificate certificate{std::move(*base), {}};
  for (const Json& table : json["tables"]) {
    if (!table.is_array()) return std::nullopt;
    std::vector<CellValue>& witness = certificate.witnesses.emplace_back();
    for (const Json& entry : table) {
      const auto pair = WholeNumbers(entry);
      if (!pair || pair->size() != 2 || (*pair)[0] < 0 || (*pair)[0] >= static_cast<int64_t>(system.cells())) {
        return std::nullopt;
      }
      witness.push_back({static_cast<CellId>((*pair)[0]), (*pair)[1]});
    }
  }
  return certificate;
}

// What is wrong with the proof that came with a publicatie.
std::optional<Problem> BadProof(const Json* proof, const CountSystem& system, const ReaderView& view) {
  if (proof == nullptr) return std::nullopt;
  const std::optional<Certificate> certificate = ReadCertificate(*proof, system, view);
  if (!certificate) {
    return PointerProblem(ProblemCode::kBadValue, "/bewijs", "Dit bewijs hoort niet bij deze publicatie.");
  }
  if (!Verify(system, view, *certificate)) return std::nullopt;
  return PointerProblem(ProblemCode::kBadValue, "/bewijs",
                        "Dit bewijs klopt niet: een som of grens klopt niet, of er ontbreekt een tabel.");
}

std::string Answer(const Result<Controle>& controle, const CountSystem& system, const ReaderView& view,
                   const Json* proof) {
  if (!controle) return Refused({controle.problem()});
  if (std::optional<Problem> problem = BadProof(proof, system, view)) return Refused({*problem});
  if (controle->state == AuditState::kContradiction) {
    return Refused({PointerProblem(ProblemCode::kBadValue, "/cellen",
                                   "Geen enkele tabel past bij alles wat er staat: de publicatie spreekt zichzelf "
                                   "tegen, of wat de lezer er nog bij heeft.")});
  }
  if (controle->state == AuditState::kTooLarge) {
    return Refused({PointerProblem(ProblemCode::kLimitReached, "/cellen",
                                   "De publicatie is te groot om te controleren. Controleer haar per deel.")});
  }
  return Ok(ControleToJson(*controle, CertificateJson(system, view, controle->certificate)));
}

// The counts of a levering in the order of the roll-up's site; nothing when they are not of the same subdivisions and
// intervals.
std::optional<std::vector<int64_t>> CountsFor(const RollupSite& site, const std::vector<int>& bounds,
                                              const Telling& telling) {
  if (telling.bounds != bounds || telling.onderverdelingen.size() != site.onderverdelingen.size())
    return std::nullopt;
  const size_t block = kCategorieen * telling.Intervals();
  std::vector<int64_t> out;
  for (const std::string& part : site.onderverdelingen) {
    const auto at = std::find(telling.onderverdelingen.begin(), telling.onderverdelingen.end(), part);
    if (at == telling.onderverdelingen.end()) return std::nullopt;
    const auto first =
        telling.cells.begin() + (at - telling.onderverdelingen.begin()) * static_cast<ptrdiff_t>(block);
    out.insert(out.end(), first, first + static_cast<ptrdiff_t>(block));
  }
  return out;
}

// A roll-up, as the school of a levering reads it.
std::string AnswerToSchool(const GedrukteOprol& oprol, const RollupSystem& rollup, const SiteTelling& reader,
                           const Json* proof) {
  const std::vector<RollupSite>& sites = rollup.frame.sites;
  size_t s = 0;
  while (s < sites.size() && sites[s].indeling.site != reader.site) ++s;
  if (s == sites.size()) {
    return Refused({PointerProblem(ProblemCode::kBadValue, "/levering",
                                   "Vestiging " + reader.site + " komt niet voor in deze optelling.")});
  }
  const auto counts = CountsFor(sites[s], rollup.frame.bounds, reader.telling);
  if (!counts) {
    return Refused({PointerProblem(ProblemCode::kBadValue, "/levering",
                                   "De levering van vestiging " + reader.site +
                                       " heeft andere onderverdelingen of intervallen dan de optelling.")});
  }
  ReaderView view = ViewOf(oprol, rollup);
  const CellId first = rollup.blocks[rollup.first_block[s]].cells;
  for (size_t i = 0; i < counts->size(); ++i) {
    view.bounds[first + i] = {(*counts)[i], (*counts)[i]};
    view.needs[first + i] = {};
  }
  return Answer(ControleerAlsSchool(oprol, reader.site, *counts), rollup.system, view, proof);
}

// A roll-up, read by a stranger, or by the school of the levering `own`.
std::string AnswerOprol(const GedrukteOprol& oprol, const Json* own, const Json* proof,
                        std::vector<Problem>& problems) {
  std::optional<SiteTelling> school;
  if (own != nullptr) school = ReadNamedLevering(*own, "/levering", problems);
  if (!problems.empty()) return Refused(problems);
  const Result<RollupSystem> rollup = MakeRollupSystem(oprol.frame);
  if (!rollup) return Refused({rollup.problem()});
  if (school) return AnswerToSchool(oprol, *rollup, *school, proof);
  return Answer(ControleerOprol(oprol), rollup->system, ViewOf(oprol, *rollup), proof);
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

std::string ControleerJson(std::string_view publicatie, std::string_view lezer) {
  std::vector<Problem> problems;
  const std::optional<AnyPublicatie> read = ReadPublicatie(publicatie, problems);
  const std::optional<Json> parsed = ParseJson(lezer, "De aanvraag", problems);
  if (!read || !parsed) return Refused(problems);
  const NamedSchool* school = std::get_if<NamedSchool>(&*read);
  ObjectReader reader(*parsed, "", problems);
  const Json* own = reader.Member("levering");
  const Json* proof = reader.Member("bewijs");
  const bool earlier = reader.Member("eerder") != nullptr;
  const std::vector<EerderePublicatie> eerdere = ReadEerdere(reader, school ? school->site : "", problems);
  reader.Finish();
  if (earlier && school == nullptr) {
    reader.Bad("eerder", "Eerdere publicaties tellen alleen mee bij de publicatie van één school.");
  }
  if (const GedrukteOprol* oprol = std::get_if<GedrukteOprol>(&*read))
    return AnswerOprol(*oprol, own, proof, problems);
  if (own != nullptr) reader.Bad("levering", "Een school als lezer kan alleen bij de publicatie van een optelling.");
  if (!problems.empty()) return Refused(problems);
  if (const PrintedTable* table = std::get_if<PrintedTable>(&*read)) {
    const Result<CountTable> system = SystemOf(*table);
    if (!system) return Refused({system.problem()});
    return Answer(ControleerTable(*table), system->system, ViewOf(*table), proof);
  }
  const EerderePublicatie& nu = school->publicatie;
  const ReleaseSystem releases = MakeReleaseSystem(nu, eerdere);
  return Answer(ControleerSchool(nu, eerdere, school->names), releases.system, ViewOf(nu, eerdere, releases), proof);
}

}  // namespace verzuim
