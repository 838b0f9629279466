// Prints what Suppress and the naive search hide on generated schools, as the rows of the table in
// docs/performance.md.
//
// Usage: school_comparison SCHOOLS ITERATIONS
#include <cstdio>
#include <cstdlib>

#include "tests/disclosure/naive_search.h"

int main(int argc, char** argv) {
  using namespace verzuim;
  const int schools = argc > 1 ? std::atoi(argv[1]) : 200;
  SuppressOptions options;
  if (argc > 2) options.iterations = std::atoi(argv[2]);
  for (const NulBeleid nul : {NulBeleid::kVerbergen, NulBeleid::kTonen}) {
    for (const MarkeringBeleid markering : {MarkeringBeleid::kEnkel, MarkeringBeleid::kTweevoudig}) {
      for (const bool vo : {true, false}) {
        PublicatieBeleid beleid;
        beleid.nul = nul;
        beleid.markering = markering;
        const SchoolComparison c = CompareSchools(schools, beleid, vo, options);
        const double n = c.schools > 0 ? c.schools : 1;
        std::printf("| %s | %s | %s | %d | %.0f (%.1f) | %.2f | %.2f (%.2f) | %d / %d / %d | %.2f (%d) |\n",
                    vo ? "vo" : "po", nul == NulBeleid::kTonen ? "tonen" : "verbergen",
                    markering == MarkeringBeleid::kEnkel ? "enkel" : "tweevoudig", c.schools,
                    static_cast<double>(c.cells) / n, static_cast<double>(c.small) / n,
                    static_cast<double>(c.naive) / n, static_cast<double>(c.ours) / n,
                    static_cast<double>(c.minstens) / n, c.only_naive, c.only_ours, c.neither,
                    static_cast<double>(c.fixed) / (c.fixed_schools > 0 ? c.fixed_schools : 1), c.fixed_schools);
        std::fflush(stdout);
      }
    }
  }
  return 0;
}
