#include "tests/disclosure/generated_school.h"

#include <algorithm>
#include <string>

namespace verzuim {

Telling GeneratedSchool(Random& random, size_t pupils, size_t subs, bool vo) {
  constexpr int64_t kDue = 36000;
  Telling t;
  t.bounds = {0, 5, 10, 20};
  const size_t n = subs + 1;
  t.onderverdelingen.emplace_back("totaal");
  for (size_t s = 1; s < n; ++s) t.onderverdelingen.push_back("deel " + std::to_string(s));
  t.leerlingen.assign(n, 0);
  t.zonder_lestijd.assign(n, 0);
  t.cells.assign(n * kCategorieen * t.Intervals(), 0);
  t.minutes.assign(n * kCategorieen, 0);
  t.minutes_pupils.assign(n * kCategorieen, 0);
  auto absence = [&](double none, double mean) {
    if (random.Unit() < none) return int64_t{0};
    const double u = random.Unit();
    return static_cast<int64_t>(4 * mean * u * u * static_cast<double>(kDue));
  };
  for (size_t p = 0; p < pupils; ++p) {
    const size_t sub = random.Below(4) == 0 ? 1 : 1 + random.Below(subs);
    const int64_t ziekte = absence(vo ? 0.2 : 0.3, 0.03);
    const int64_t geoorloofd = std::min(kDue, ziekte + absence(0.6, 0.01));
    const int64_t ongeoorloofd = std::min(kDue - geoorloofd, absence(vo ? 0.5 : 0.85, vo ? 0.03 : 0.01));
    const int64_t minutes[kCategorieen] = {geoorloofd + ongeoorloofd, geoorloofd, ziekte, ongeoorloofd};
    for (const size_t s : {size_t{0}, sub}) {
      ++t.leerlingen[s];
      for (size_t c = 0; c < kCategorieen; ++c) {
        ++t.cells[t.CellIndex(s, c, IntervalOf(t.bounds, minutes[c], kDue))];
        t.minutes[s * kCategorieen + c] += minutes[c];
        t.minutes_pupils[s * kCategorieen + c] += minutes[c] > 0 ? 1 : 0;
      }
    }
  }
  return t;
}

}  // namespace verzuim
