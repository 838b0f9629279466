// A roll-up of made-up sites, with gemeenten and samenwerkingsverbanden in the proportions of the whole country (390
// and 150 for 9,000 sites), and how long it takes to make it safe. Prints processor time and memory; no test, what a
// clock says depends on the machine. Built by tests/bench/optelling.mjs.
//
//   optelling [SITES [enkel|tweevoudig [verbergen|tonen]]]
#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <string>
#include <vector>

#include "core/disclosure/random.h"
#include "core/disclosure/rollup.h"

namespace verzuim {
namespace {

double Seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

// Shares of lesson time in thousandths, pupil by pupil: most little, a few very much.
size_t IntervalOfShare(int thousandths) {
  return thousandths == 0 ? 0 : thousandths <= 50 ? 1 : thousandths <= 100 ? 2 : thousandths <= 200 ? 3 : 4;
}

Telling MadeUp(Random& random, size_t pupils, bool vo) {
  Telling t;
  t.bounds = {0, 5, 10, 20};
  t.onderverdelingen = {"totaal"};
  t.leerlingen = {static_cast<int64_t>(pupils)};
  t.zonder_lestijd = {0};
  t.cells.assign(kCategorieen * t.Intervals(), 0);
  t.minutes.assign(kCategorieen, 0);
  t.minutes_pupils.assign(kCategorieen, 0);
  const auto absence = [&](double none, double mean, double severe) {
    if (random.Unit() < none) return 0;
    if (random.Unit() < severe) return static_cast<int>(200 + random.Below(300));
    const double u = random.Unit();
    return static_cast<int>(4000 * mean * u * u);
  };
  for (size_t p = 0; p < pupils; ++p) {
    const int ziekte = absence(vo ? 0.2 : 0.3, 0.03, 0.004);
    const int geoorloofd = std::min(1000, ziekte + absence(0.6, 0.01, 0.002));
    const int ongeoorloofd =
        std::min(1000 - geoorloofd, absence(vo ? 0.5 : 0.85, vo ? 0.03 : 0.01, vo ? 0.01 : 0.002));
    const int shares[kCategorieen] = {geoorloofd + ongeoorloofd, geoorloofd, ziekte, ongeoorloofd};
    for (size_t c = 0; c < kCategorieen; ++c) {
      ++t.cells[t.CellIndex(0, c, IntervalOfShare(shares[c]))];
      t.minutes[c] += 600 * shares[c] / 10;
      t.minutes_pupils[c] += shares[c] > 0;
    }
  }
  return t;
}

struct Land {
  std::vector<SiteTelling> sites;
  std::vector<Indeling> indeling;
};

// A gemeente for 23 sites, a few of them very large. For 9,000 sites 76 samenwerkingsverbanden of primary and 74 of
// secondary schools, whose borders are not the same; one site in fifty belongs to a neighbour.
Land MadeUpLand(size_t sites) {
  Random random(390);
  const size_t gemeenten = std::max<size_t>(1, sites * 390 / 9000);
  const size_t po = std::max<size_t>(1, sites * 76 / 9000), vo = std::max<size_t>(1, sites * 74 / 9000);
  std::vector<double> weight(gemeenten);
  double sum = 0;
  for (double& w : weight) sum += w = 1 / (0.03 + random.Unit());
  Land land;
  for (size_t g = 0, s = 0; g < gemeenten; ++g) {
    const size_t until =
        g + 1 == gemeenten
            ? sites
            : std::min(sites,
                       s + 2 + static_cast<size_t>(weight[g] / sum * static_cast<double>(sites - 2 * gemeenten)));
    for (size_t k = 0; s < until; ++s, ++k) {
      const bool secondary = k % 6 == 1;
      const size_t shift = random.Below(50) == 0 ? 1 : 0;
      const std::string verband = secondary ? "VO" + std::to_string(100 + ((g + 3) * vo / gemeenten + shift) % vo)
                                            : "PO" + std::to_string(100 + (g * po / gemeenten + shift) % po);
      const size_t pupils = secondary ? 250 + random.Below(900) : 50 + random.Below(350);
      land.sites.push_back({std::to_string(100000 + s), MadeUp(random, pupils, secondary)});
      land.indeling.push_back({land.sites.back().site, "gemeente " + std::to_string(100 + g), verband});
    }
  }
  return land;
}

void Run(size_t sites, const PublicatieBeleid& beleid) {
  const Land land = MadeUpLand(sites);
  const double start = Seconds();
  SuppressOptions options;
  options.iterations = 0;
  const Result<Oprol> oprol = TelOp(land.sites, land.indeling, beleid, options);
  if (!oprol) {
    std::printf("%s\n", oprol.problem().message.c_str());
    return;
  }
  size_t hidden = 0, minstens = 0, entries = 0;
  for (const GedruktAantal& cell : oprol->printed.cells) {
    hidden += !cell.aantal;
    minstens += cell.minstens;
  }
  for (const std::vector<CellValue>& witness : oprol->certificate.witnesses) entries += witness.size();
  std::printf("%zu cells, %zu small, %zu hidden, %zu minstens, weight %lld; %.1f s\n", oprol->printed.cells.size(),
              oprol->small, hidden, minstens, static_cast<long long>(oprol->cost.weight), Seconds() - start);
  const double begin = Seconds();
  const Result<RollupSystem> rollup = MakeRollupSystem(oprol->printed.frame);
  const bool proven = !Verify(rollup->system, ViewOf(oprol->printed, *rollup), oprol->certificate);
  rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  std::printf("certificate: %zu tables, %zu changes; verify %.2f s (%s); at most %ld MB\n",
              oprol->certificate.witnesses.size(), entries, Seconds() - begin, proven ? "proven" : "NOT PROVEN",
              usage.ru_maxrss / 1024);
}

}  // namespace
}  // namespace verzuim

int main(int argc, char** argv) {
  using namespace verzuim;
  PublicatieBeleid beleid;
  if (argc > 2 && std::strcmp(argv[2], "tweevoudig") == 0) beleid.markering = MarkeringBeleid::kTweevoudig;
  if (argc > 3 && std::strcmp(argv[3], "tonen") == 0) beleid.nul = NulBeleid::kTonen;
  Run(argc > 1 ? static_cast<size_t>(std::atol(argv[1])) : 40, beleid);
  return 0;
}
