// The search that Suppress has to beat: hide the small counts, and for every leak one cell more. For comparison only.
#ifndef VERZUIM_TESTS_DISCLOSURE_NAIVE_SEARCH_H_
#define VERZUIM_TESTS_DISCLOSURE_NAIVE_SEARCH_H_

#include <optional>

#include "core/aggregate/telling.h"
#include "core/disclosure/publicatie.h"

namespace verzuim {

// Hides the counts that have to be hidden; then, while a small count can be narrowed, takes the first of them and
// hides the smallest shown count of the sum that gives it away. It asks less than we do: that a large hidden count is
// known to be large is no leak to it. Counts hidden besides the small ones; nothing when all is hidden and it leaks.
std::optional<int> NaiveSearch(const Telling& telling, const PublicatieBeleid& beleid);

// What both searches hide on generated schools, vo and po by turns.
struct SchoolComparison {
  int schools = 0;  // with a publicatie of both
  int only_naive = 0;
  int only_ours = 0;
  int neither = 0;
  int64_t cells = 0;  // of `schools`, and so are the following
  int64_t small = 0;
  int64_t naive = 0;  // hidden besides the small counts
  int64_t ours = 0;
  int64_t minstens = 0;   // of ours: said to be large
  int fixed_schools = 0;  // with a publicatie under patroon vast
  int64_t fixed = 0;      // what that hides besides the small counts
};
SchoolComparison CompareSchools(int schools, const PublicatieBeleid& beleid, bool vo, const SuppressOptions& options);

}  // namespace verzuim

#endif  // VERZUIM_TESTS_DISCLOSURE_NAIVE_SEARCH_H_
