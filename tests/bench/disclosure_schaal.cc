// How disclosure control grows: a plain table of 600 sites. Prints milliseconds; no test, what a clock says depends
// on the machine. Built by tests/bench/disclosure-schaal.mjs, natively and for wasm.
//
//   disclosure_schaal [SITES [ITERATIONS]]
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>

#include "core/disclosure/audit.h"
#include "core/disclosure/random.h"
#include "core/disclosure/table_publicatie.h"

namespace verzuim {
namespace {

// Processor time; in wasm what disclosure-schaal.mjs makes of the clock.
struct Clock {
  using time_point = std::clock_t;
  static time_point now() { return std::clock(); }
};

double Since(Clock::time_point start) {
  return 1000.0 * static_cast<double>(Clock::now() - start) / CLOCKS_PER_SEC;
}

struct Files {
  std::string table = "vestiging,categorie,interval,aantal\n";
  std::string hierarchy;
};

// Four sites in a gemeente, ten gemeenten in a samenwerkingsverband; with `crossing`, every third site (a secondary
// school, say) belongs to the samenwerkingsverband of the gemeenten further on.
Files SitesTable(size_t sites, bool crossing) {
  Random random(600);
  Files files;
  if (sites > 0) files.hierarchy = "dim,code,parent\n";
  for (size_t s = 0; s < sites; ++s) {
    const std::string site = "v" + std::to_string(s);
    const size_t gemeente = s / 4;
    const size_t shifted = crossing && s % 3 == 0 ? gemeente + 5 : gemeente;
    files.hierarchy += "vestiging," + site + ",g" + std::to_string(gemeente) + "\n";
    files.hierarchy += "vestiging," + site + ",w" + std::to_string(shifted / 10 % ((sites + 39) / 40)) + "\n";
    const size_t size = 10 + random.Below(30);
    for (size_t c = 0; c < 6; ++c) {
      for (size_t i = 0; i < 4; ++i) {
        const size_t mean = 1 + size * (6 - c) * (4 - i) / 6;
        files.table += site + ",c" + std::to_string(c) + ",i" + std::to_string(i) + "," +
                       std::to_string(random.Below(2 * mean)) + "\n";
      }
    }
  }
  return files;
}

void Measure(const Files& files, const char* name, NulBeleid nul, int iterations) {
  PublicatieBeleid beleid;
  beleid.nul = nul;
  SuppressOptions options;
  options.iterations = iterations;
  double first = -1;
  const Clock::time_point start = Clock::now();
  options.progress = [&](const SuppressProgress& now) {
    if (now.safe && first < 0) {
      first = Since(start);
      std::printf("%s: first safe pattern after %.0f ms, %lld cells besides the small ones\n", name, first,
                  static_cast<long long>(now.cost.weight));
    }
    return true;
  };
  const Result<TablePublicatie> made = SuppressTable(files.table, files.hierarchy, beleid, {}, options);
  if (!made) {
    std::printf("%s: %s\n", name, made.problem().message.c_str());
    return;
  }
  std::printf("%s: %zu cells, %zu small, %lld more hidden after %.0f ms and %d iterations\n", name,
              made->printed.cells.size(), made->small, static_cast<long long>(made->cost.weight), Since(start),
              made->iterations);
  const Result<CountTable> table = ReadCountTable(files.table, files.hierarchy);
  const ReaderView view = ViewOf(made->printed);
  Clock::time_point begin = Clock::now();
  const Audit audit = RunAudit(table->system, view);
  std::printf("%s: audit %.1f ms (%s)", name, Since(begin), audit.Safe() ? "safe" : "UNSAFE");
  begin = Clock::now();
  const bool proven = !Verify(table->system, view, made->certificate);
  std::printf(", verify %.1f ms (%s)\n", Since(begin), proven ? "proven" : "NOT PROVEN");
}

}  // namespace
}  // namespace verzuim

int main(int argc, char** argv) {
  using namespace verzuim;
  const size_t sites = argc > 1 ? static_cast<size_t>(std::atol(argv[1])) : 600;
  const int iterations = argc > 2 ? std::atoi(argv[2]) : 1;
  for (const bool crossing : {false, true}) {
    const Files files = SitesTable(sites, crossing);
    for (const NulBeleid nul : {NulBeleid::kTonen, NulBeleid::kVerbergen}) {
      const std::string name = std::string(crossing ? "crossing" : "nested") +
                               (nul == NulBeleid::kTonen ? ", zeros shown" : ", zeros hidden");
      Measure(files, name.c_str(), nul, iterations);
    }
  }
  return 0;
}
