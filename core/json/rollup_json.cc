#include "core/json/rollup_json.h"

#include <algorithm>
#include <map>
#include <utility>

#include "core/disclosure/csv_text.h"
#include "core/json/publicatie_json.h"

namespace verzuim {
namespace {

// One block of cells is found by its unit and its onderverdeling.
using BlockKey = std::pair<std::string, std::string>;

BlockKey KeyOf(std::string_view niveau, const std::string& naam, const std::string& onderverdeling) {
  return {std::string(niveau) + " " + naam, onderverdeling};
}

// Puts the counts of "cellen" or the sums of "uren" of a levering in their places.
template <class Put>
void ReadLeveringList(ObjectReader& reader, std::string_view name, const std::string& pointer,
                      std::vector<Problem>& problems, Put put) {
  const Json* list = reader.Array(name);
  if (list == nullptr) return reader.Missing(name);
  for (size_t i = 0; i < list->size(); ++i) {
    ObjectReader item((*list)[i], pointer + "/" + std::string(name) + "/" + std::to_string(i), problems);
    put(item);
    item.Finish();
  }
}

std::optional<SiteTelling> ReadLevering(const Json& node, const std::string& pointer,
                                        std::vector<Problem>& problems) {
  const size_t before = problems.size();
  ObjectReader reader(node, pointer, problems);
  for (const char* known : {"status", "bron"}) reader.Member(known);
  SiteTelling site;
  Telling& t = site.telling;
  if (const Json* school = reader.Member("school")) {
    ObjectReader head(*school, pointer + "/school", problems);
    site.site = head.RequiredText("brin") + head.RequiredText("vestiging");
    head.Text("naam");
    head.Finish();
  }
  if (site.site.empty())
    reader.Bad("school", "Vul brin en vestiging in school.json in: zonder is de school niet te herkennen.");
  if (const Json* periode = reader.Member("periode")) {
    ObjectReader dates(*periode, pointer + "/periode", problems);
    t.periode.naam = dates.RequiredText("naam");
    if (const auto range = dates.VanTot()) t.periode.dates = *range;
    dates.Finish();
  } else {
    reader.Missing("periode");
  }
  if (const auto bounds = ReadBounds(reader)) t.bounds = *bounds;
  ReadCounts(reader, "leerlingen", t.onderverdelingen, t.leerlingen);
  std::vector<std::string> same;
  ReadCounts(reader, "zonder_lestijd", same, t.zonder_lestijd);
  const std::vector<std::string> intervals = IntervalNames(t.bounds);
  const size_t block = kCategorieen * intervals.size();
  t.cells.assign(t.onderverdelingen.size() * block, -1);
  t.minutes.assign(t.onderverdelingen.size() * kCategorieen, -1);
  t.minutes_pupils.assign(t.minutes.size(), -1);
  const auto part_of = [&](ObjectReader& item) {
    const std::string part = item.RequiredText("onderverdeling");
    return static_cast<size_t>(std::find(t.onderverdelingen.begin(), t.onderverdelingen.end(), part) -
                               t.onderverdelingen.begin());
  };
  ReadLeveringList(reader, "cellen", pointer, problems, [&](ObjectReader& item) {
    const size_t part = part_of(item);
    const std::optional<size_t> place = PlaceInBlock(item, intervals);
    const auto count = item.Integer("aantal", 0, INT32_MAX);
    if (part == t.onderverdelingen.size() || !place || !count) {
      return item.Bad("", "Deze cel hoort niet bij de levering.");
    }
    t.cells[part * block + *place] = *count;
  });
  ReadLeveringList(reader, "uren", pointer, problems, [&](ObjectReader& item) {
    const size_t part = part_of(item);
    const std::string categorie = item.RequiredText("categorie");
    const auto minutes = item.Integer("minuten", 0, INT64_MAX / 2);
    const auto pupils = item.Integer("leerlingen", 0, INT32_MAX);
    size_t c = 0;
    while (c < kCategorieen && WireName(static_cast<Categorie>(c)) != categorie) ++c;
    if (part == t.onderverdelingen.size() || c == kCategorieen || !minutes || !pupils) {
      return item.Bad("", "Deze regel hoort niet bij de levering.");
    }
    t.minutes[t.SumIndex(part, c)] = *minutes;
    t.minutes_pupils[t.SumIndex(part, c)] = *pupils;
  });
  reader.Finish();
  if (problems.size() != before) return std::nullopt;
  const auto missing = [](const std::vector<int64_t>& counts) {
    return std::find(counts.begin(), counts.end(), -1) != counts.end();
  };
  if (missing(t.cells) || missing(t.minutes)) {
    reader.Bad("cellen", "De levering is niet volledig: er ontbreken cellen of uren.");
    return std::nullopt;
  }
  return site;
}

// vestiging;gemeente;samenwerkingsverband, in any order of columns.
std::vector<Indeling> ReadIndeling(const std::string& text, std::vector<Problem>& problems) {
  const std::vector<CsvRow> rows = SplitCsv(text);
  const std::vector<std::string> names = {"vestiging", "gemeente", "samenwerkingsverband"};
  std::vector<size_t> columns;
  for (const std::string& name : names) {
    const std::vector<std::string> none;
    const std::vector<std::string>& header = rows.empty() ? none : rows[0].fields;
    const auto at = std::find(header.begin(), header.end(), name);
    if (at == header.end()) {
      problems.push_back(MakeProblem(ProblemCode::kMissingColumn, {"indeling", 1, {}, {}}, name));
      return {};
    }
    columns.push_back(static_cast<size_t>(at - header.begin()));
  }
  std::vector<Indeling> indeling;
  for (size_t r = 1; r < rows.size(); ++r) {
    const std::vector<std::string>& fields = rows[r].fields;
    if (fields.size() != rows[0].fields.size()) {
      problems.push_back(
          MakeProblem(ProblemCode::kShortRow, {"indeling", rows[r].row, {}, {}},
                      std::to_string(fields.size()) + " in plaats van " + std::to_string(rows[0].fields.size())));
      continue;
    }
    indeling.push_back({fields[columns[0]], fields[columns[1]], fields[columns[2]]});
  }
  return indeling;
}

Json BlockHead(const RollupBlock& block) {
  return {{"niveau", WireName(block.niveau)}, {"naam", block.naam}, {"onderverdeling", block.onderverdeling}};
}

// Every cell of every block; `write` adds what there is to say of it.
template <class Write>
Json CellsJson(const std::vector<RollupBlock>& blocks, const std::vector<std::string>& intervals, Write write) {
  Json cellen = Json::array();
  const size_t size = kCategorieen * intervals.size();
  for (size_t b = 0; b < blocks.size(); ++b) {
    for (size_t i = 0; i < size; ++i) {
      Json cell = BlockHead(blocks[b]);
      cell["categorie"] = WireName(static_cast<Categorie>(i / intervals.size()));
      cell["interval"] = intervals[i % intervals.size()];
      write(b * size + i, cell);
      cellen.push_back(std::move(cell));
    }
  }
  return cellen;
}

// The true totals: for those who may see them.
Json TellingJson(const Oprol& oprol, const PeriodeNaam& periode) {
  const std::vector<std::string> intervals = IntervalNames(oprol.printed.frame.bounds);
  Json uren = Json::array();
  for (size_t b = 0; b < oprol.blocks.size(); ++b) {
    for (size_t c = 0; c < kCategorieen; ++c) {
      Json sum = BlockHead(oprol.blocks[b]);
      sum["categorie"] = WireName(static_cast<Categorie>(c));
      sum["minuten"] = oprol.minutes[b * kCategorieen + c];
      uren.push_back(std::move(sum));
    }
  }
  return {
      {"periode", {{"naam", periode.naam}, {"van", ToIso(periode.dates.first)}, {"tot", ToIso(periode.dates.last)}}},
      {"intervallen", oprol.printed.frame.bounds},
      {"cellen",
       CellsJson(oprol.blocks, intervals, [&](size_t i, Json& cell) { cell["aantal"] = oprol.aantallen[i]; })},
      {"uren", std::move(uren)}};
}

}  // namespace

std::optional<SiteTelling> ReadNamedLevering(const Json& node, const std::string& pointer,
                                             std::vector<Problem>& problems) {
  ObjectReader item(node, pointer, problems);
  const std::string naam = item.RequiredText("naam");
  const Json* levering = item.Member("levering");
  if (levering == nullptr) item.Missing("levering");
  item.Finish();
  if (levering == nullptr) return std::nullopt;
  const size_t before = problems.size();
  std::optional<SiteTelling> site = ReadLevering(*levering, "", problems);
  for (size_t p = before; p < problems.size(); ++p) problems[p].place.file = naam;
  return site;
}

Json OprolJson(const GedrukteOprol& printed, const RollupSystem& rollup) {
  Json json = {{"soort", "oprol"}};
  WriteBeleid(printed.beleid, json);
  json["intervallen"] = printed.frame.bounds;
  Json vestigingen = Json::array();
  for (const RollupSite& site : printed.frame.sites) {
    Json leerlingen = Json::object();
    for (size_t o = 0; o < site.onderverdelingen.size(); ++o)
      leerlingen[site.onderverdelingen[o]] = site.leerlingen[o];
    vestigingen.push_back({{"vestiging", site.indeling.site},
                           {"gemeente", site.indeling.gemeente},
                           {"samenwerkingsverband", site.indeling.samenwerkingsverband},
                           {"leerlingen", std::move(leerlingen)}});
  }
  json["vestigingen"] = std::move(vestigingen);
  json["cellen"] = CellsJson(rollup.blocks, IntervalNames(printed.frame.bounds), [&](size_t i, Json& cell) {
    WriteGedrukt(printed.cells[i], "aantal", printed.beleid, cell);
  });
  return json;
}

std::optional<GedrukteOprol> ReadOprol(ObjectReader& reader, std::vector<Problem>& problems) {
  GedrukteOprol printed;
  if (reader.Text("soort") != "oprol") reader.Bad("soort", "Een publicatie van een optelling heeft soort oprol.");
  const std::optional<PublicatieBeleid> beleid = ReadBeleid(reader);
  if (const auto bounds = ReadBounds(reader)) printed.frame.bounds = *bounds;
  const Json* vestigingen = reader.Array("vestigingen");
  for (size_t i = 0; vestigingen != nullptr && i < vestigingen->size(); ++i) {
    ObjectReader site((*vestigingen)[i], "/vestigingen/" + std::to_string(i), problems);
    RollupSite& made = printed.frame.sites.emplace_back();
    made.indeling = {site.RequiredText("vestiging"), site.RequiredText("gemeente"),
                     site.RequiredText("samenwerkingsverband")};
    ReadCounts(site, "leerlingen", made.onderverdelingen, made.leerlingen);
    site.Finish();
  }
  const Json* cellen = reader.Array("cellen");
  if (cellen == nullptr) reader.Missing("cellen");
  reader.Finish();
  if (!problems.empty() || !beleid) return std::nullopt;
  printed.beleid = *beleid;
  const Result<RollupSystem> rollup = MakeRollupSystem(printed.frame);
  if (!rollup) {
    problems.push_back(rollup.problem());
    return std::nullopt;
  }
  const std::vector<std::string> intervals = IntervalNames(printed.frame.bounds);
  std::map<BlockKey, size_t> blocks;
  for (size_t b = 0; b < rollup->blocks.size(); ++b) {
    const RollupBlock& block = rollup->blocks[b];
    blocks.emplace(KeyOf(WireName(block.niveau), block.naam, block.onderverdeling), b);
  }
  printed.cells.resize(rollup->PublishedCells());
  const auto place = [&](ObjectReader& cell) -> std::optional<size_t> {
    const std::string niveau = cell.RequiredText("niveau");
    const std::string naam = cell.RequiredText("naam");
    const auto block = blocks.find(KeyOf(niveau, naam, cell.RequiredText("onderverdeling")));
    const std::optional<size_t> in_block = PlaceInBlock(cell, intervals);
    if (block == blocks.end() || !in_block) return std::nullopt;
    return block->second * rollup->BlockSize() + *in_block;
  };
  if (!ReadCells(*cellen, *beleid, printed.cells, problems, place)) return std::nullopt;
  return printed;
}

std::string TelOpJson(std::string_view request, std::function<bool(const SuppressProgress&)> progress) {
  std::vector<Problem> problems;
  const std::optional<Json> parsed = ParseJson(request, "De aanvraag", problems);
  if (!parsed) return Refused(problems);
  ObjectReader reader(*parsed, "", problems);
  PublicatieBeleid beleid;
  SuppressOptions options;
  options.progress = std::move(progress);
  ReadWish(reader, beleid, options);
  if (beleid.patroon == PatroonBeleid::kVast) {
    reader.Bad("patroon", "Bij een optelling kan het patroon niet vast zijn. Laat patroon weg.");
  }
  const std::optional<std::string> text = reader.Text("indeling");
  std::vector<SiteTelling> sites;
  const Json* leveringen = reader.Array("leveringen");
  if (leveringen == nullptr) reader.Missing("leveringen");
  for (size_t i = 0; leveringen != nullptr && i < leveringen->size(); ++i) {
    auto site = ReadNamedLevering((*leveringen)[i], "/leveringen/" + std::to_string(i), problems);
    if (site) sites.push_back(std::move(*site));
  }
  reader.Finish();
  std::vector<Indeling> indeling;
  if (text) {
    indeling = ReadIndeling(*text, problems);
  } else {
    for (const SiteTelling& site : sites) indeling.push_back({site.site, "", ""});
  }
  if (!problems.empty()) return Refused(problems);

  const Result<Oprol> oprol = TelOp(sites, indeling, beleid, options);
  if (!oprol) return Refused({oprol.problem()});
  const Result<RollupSystem> rollup = MakeRollupSystem(oprol->printed.frame);
  if (!rollup) return Refused({rollup.problem()});
  const auto hidden = std::count_if(oprol->printed.cells.begin(), oprol->printed.cells.end(),
                                    [](const GedruktAantal& cell) { return !cell.aantal; });
  return Ok({{"telling", TellingJson(*oprol, sites.front().telling.periode)},
             {"publicatie", OprolJson(oprol->printed, *rollup)},
             {"certificaat", CertificateJson(rollup->system, ViewOf(oprol->printed, *rollup), oprol->certificate)},
             {"samenvatting",
              {{"vestigingen", sites.size()},
               {"cellen", oprol->printed.cells.size()},
               {"klein", oprol->small},
               {"verborgen", hidden}}}});
}

}  // namespace verzuim
