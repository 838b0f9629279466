// Require: what a fuzz target holds true. Stops the program where it does not, so that the fuzzer keeps the input.
#ifndef VERZUIM_TESTS_FUZZ_REQUIRE_H_
#define VERZUIM_TESTS_FUZZ_REQUIRE_H_

#include <cstdio>
#include <cstdlib>

namespace verzuim {

inline void Require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

}  // namespace verzuim

#endif  // VERZUIM_TESTS_FUZZ_REQUIRE_H_
