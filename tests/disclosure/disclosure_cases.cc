// Prints cases for the independent oracle (oracle.py) and the JavaScript verifier (twin.mjs), one JSON object a line:
// a system, what the reader knows, what the audit says, and the certificate. Every part is plain numbers.
//
//   name    what it is
//   cells   per cell [lowest, highest or null, first needed, last needed] (needed: last < first when nothing is)
//   sums    [[totals], [parts]]
//   can     per cell the values 0..31 that the audit found possible, as bits
//   safe    the verdict
//   base    one whole table; tables: [[cell, value], …] per witness
//
// Usage: disclosure_cases RANDOM_TABLES SEED [RANDOM_ROLLUPS]
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "core/disclosure/audit.h"
#include "core/disclosure/boxes.h"
#include "core/disclosure/proven.h"
#include "core/disclosure/rollup.h"
#include "core/disclosure/school_system.h"
#include "core/disclosure/table_publicatie.h"
#include "tests/disclosure/generated_school.h"
#include "tests/disclosure/random_tables.h"
#include "tests/disclosure/table_files.h"

namespace verzuim {
namespace {

template <class Items, class Item>
std::string List(const Items& items, Item item) {
  std::string out = "[";
  for (const auto& i : items) out += (out.size() > 1 ? "," : "") + item(i);
  return out + "]";
}

void PrintCase(const std::string& name, const CountSystem& system, const ReaderView& view, const Audit& audit) {
  std::string cells, sums;
  for (CellId c = 0; c < system.cells(); ++c) {
    const Bounds b = view.bounds[c];
    cells += (c > 0 ? ",[" : "[") + std::to_string(b.lo) + "," +
             (b.hi == kUnbounded ? "null" : std::to_string(b.hi)) + "," + std::to_string(view.needs[c].first) + "," +
             std::to_string(view.needs[c].last) + "]";
  }
  for (size_t r = 0; r < system.relations(); ++r) {
    std::vector<CellId> total, parts;
    for (const Term& term : system.Terms(r)) (term.sign < 0 ? total : parts).push_back(term.cell);
    auto number = [](CellId c) { return std::to_string(c); };
    sums += std::string(r > 0 ? "," : "") + "[" + List(total, number) + "," + List(parts, number) + "]";
  }
  const std::string can = List(audit.cells, [](const CellAudit& c) { return std::to_string(c.possible); });
  const std::string base = List(audit.certificate.base, [](int64_t v) { return std::to_string(v); });
  const std::string tables = List(audit.certificate.witnesses, [](const std::vector<CellValue>& w) {
    return List(
        w, [](const CellValue& v) { return "[" + std::to_string(v.cell) + "," + std::to_string(v.value) + "]"; });
  });
  std::printf("{\"name\":\"%s\",\"cells\":[%s],\"sums\":[%s],\"can\":%s,\"safe\":%s,\"base\":%s,\"tables\":%s}\n",
              name.c_str(), cells.c_str(), sums.c_str(), can.c_str(), audit.Safe() ? "true" : "false", base.c_str(),
              tables.c_str());
}

// Foreign patterns: only the small counts, and the small counts with random others.
void PrintPatterns(const std::string& name, const CountTable& table, const PublicatieBeleid& beleid, Random& random) {
  std::vector<char> hidden = SmallCells(table, beleid);
  for (const char* kind : {"primary", "random"}) {
    const ReaderView view = ViewOfPattern(table, hidden, beleid);
    PrintCase(name + " " + kind, table.system, view, RunAudit(table.system, view));
    for (char& h : hidden) h = h || random.Below(8) == 0;
  }
}

void PrintOwn(const std::string& name, const TableFiles& files, const CountTable& table,
              const PublicatieBeleid& beleid) {
  SuppressOptions options;
  options.iterations = 10;
  const Result<TablePublicatie> made = SuppressTable(files.table, files.hierarchy, beleid, {}, options);
  if (!made) return;
  const ReaderView view = ViewOf(made->printed);
  PrintCase(name + " own", table.system, view, RunAudit(table.system, view));
}

// Small sites whose gemeenten and samenwerkingsverbanden cross, some in none, some with subdivisions: the pattern
// that TelOp chooses, and the small counts alone.
void PrintRollup(const std::string& name, Random& random) {
  constexpr const char* kGemeenten[] = {"g1", "g2", "g3", ""};
  constexpr const char* kVerbanden[] = {"w1", "w2", "w3", ""};
  const size_t sites = 3 + random.Below(4), intervals = 2 + random.Below(2);
  std::vector<SiteTelling> tellingen;
  std::vector<Indeling> indeling;
  for (size_t s = 0; s < sites; ++s) {
    SiteTelling site{"S" + std::to_string(s), {}};
    Telling& t = site.telling;
    t.bounds = intervals == 2 ? std::vector<int>{0} : std::vector<int>{0, 10};
    const size_t subs = random.Below(4) == 0 ? 3 : 1;
    for (size_t k = 0; k < subs; ++k) t.onderverdelingen.push_back(k == 0 ? "totaal" : "deel " + std::to_string(k));
    t.leerlingen.assign(subs, 0);
    t.zonder_lestijd.assign(subs, 0);
    t.cells.assign(subs * kCategorieen * intervals, 0);
    t.minutes.assign(subs * kCategorieen, 0);
    t.minutes_pupils.assign(subs * kCategorieen, 0);
    const std::vector<IntervalTriple> triples = PossibleTriples(t.bounds);
    for (size_t pupils = 2 + random.Below(22); pupils > 0; --pupils) {
      // Most pupils have little absence.
      const IntervalTriple& triple = triples[std::min(random.Below(triples.size()), random.Below(triples.size()))];
      const size_t sick = random.Below(triple[1] + size_t{1});
      const size_t part = subs == 1 ? 0 : 1 + random.Below(2);
      for (size_t k = 0; k < subs; ++k) {
        if (k != 0 && k != part) continue;
        ++t.leerlingen[k];
        const size_t in[kCategorieen] = {triple[0], triple[1], sick, triple[2]};
        for (size_t c = 0; c < kCategorieen; ++c) ++t.cells[t.CellIndex(k, c, in[c])];
      }
    }
    const char* gemeente = kGemeenten[random.Below(4)];
    const char* verband = kVerbanden[random.Below(4)];
    indeling.push_back({site.site, gemeente, verband});
    tellingen.push_back(std::move(site));
  }
  PublicatieBeleid beleid;
  beleid.drempel = random.Below(2) == 0 ? 3 : 5;
  beleid.markering = random.Below(2) == 0 ? MarkeringBeleid::kEnkel : MarkeringBeleid::kTweevoudig;
  beleid.nul = random.Below(2) == 0 ? NulBeleid::kVerbergen : NulBeleid::kTonen;
  SuppressOptions options;
  options.iterations = static_cast<int>(random.Below(4));
  Result<Oprol> oprol = TelOp(tellingen, indeling, beleid, options);
  if (!oprol) return;
  for (const char* kind : {"own", "primary"}) {
    const Result<RollupSystem> rollup = MakeRollupSystem(oprol->printed.frame);
    if (!rollup) return;
    const ReaderView view = ViewOf(oprol->printed, *rollup);
    PrintCase(name + " " + kind, rollup->system, view, RunAudit(rollup->system, view));
    for (size_t c = 0; c < oprol->aantallen.size(); ++c) {
      const int64_t count = oprol->aantallen[c];
      if (!IsSmall(count, beleid)) oprol->printed.cells[c] = {count, Markering::kGetoond, false};
    }
  }
}

}  // namespace
}  // namespace verzuim

int main(int argc, char** argv) {
  using namespace verzuim;
  const int tables = argc > 1 ? std::atoi(argv[1]) : 100;
  Random random(argc > 2 ? static_cast<uint64_t>(std::atoll(argv[2])) : 1);
  for (int i = 0; i < tables; ++i) {
    const CountTable table = RandomTable(random, 6 + random.Below(20));
    PrintPatterns("random " + std::to_string(i), table, RandomBeleid(random), random);
  }
  for (const char* name : {"f2_4x6_s1", "f2_4x6_s2", "f3_6x6x5_s1", "h2_24x6", "ssb_d2_county", "ssb_d2_kgroup",
                           "ssb_example1", "ssb_mun_accidents", "rta_A21_NUTS2", "rta_A10_NUTS1_SIZE_CJ"}) {
    const TableFiles files = ReadTableFiles(name);
    const Result<CountTable> table = ReadCountTable(files.table, files.hierarchy);
    if (!table) return 1;
    PublicatieBeleid beleid;
    beleid.nul = NulBeleid::kTonen;
    PrintPatterns(name, *table, beleid, random);
    PrintOwn(name, files, *table, beleid);
    beleid.markering = MarkeringBeleid::kTweevoudig;
    PrintOwn(std::string(name) + " two", files, *table, beleid);
  }
  for (int i = 0; i < 8; ++i) {
    // One draw a line: the order in which arguments are evaluated differs between compilers.
    const size_t pupils = 100 + random.Below(900);
    const size_t subs = 2 + random.Below(3);
    const Telling telling = GeneratedSchool(random, pupils, subs, i % 2 == 0);
    PublicatieBeleid beleid;
    beleid.markering = i % 4 < 2 ? MarkeringBeleid::kEnkel : MarkeringBeleid::kTweevoudig;
    Publicatie publicatie = MakePublicatie(telling, beleid);
    if (!publicatie.ingehouden.empty()) continue;
    for (const char* kind : {"own", "primary"}) {
      const GedrukteSchool printed = Print(telling, publicatie, beleid);
      const SchoolSystem school = MakeSchoolSystem(printed.frame);
      const ReaderView view = ViewOf(printed, school);
      PrintCase("school " + std::to_string(i) + " " + kind, school.system, view, RunAudit(school.system, view));
      for (size_t c = 0; c < telling.cells.size(); ++c) {
        if (telling.cells[c] >= beleid.drempel) publicatie.cells[c] = Markering::kGetoond;
      }
    }
  }
  const int rollups = argc > 3 ? std::atoi(argv[3]) : 12;
  for (int i = 0; i < rollups; ++i) PrintRollup("rollup " + std::to_string(i), random);
  return 0;
}
