#include "core/disclosure/propagate.h"

#include <algorithm>

namespace verzuim {
namespace {

constexpr int kMaxRounds = 32;  // relations that contradict each other could go on for ever

// The interval of a sum; an end without limit is counted, not added.
struct Sum {
  int64_t end = 0;
  int without_limit = 0;
  void Add(int64_t value, bool limited, int64_t sign) {
    if (limited) {
      end += sign * value;
    } else {
      without_limit += static_cast<int>(sign);
    }
  }
};

bool HasHigh(const Bounds& b) {
  return b.hi != kUnbounded;
}

// Narrows the cells of one relation: sum(sign * cell) = 0. True when one became narrower.
bool Narrow(CountSystem::Slice<Term> terms, std::vector<Bounds>& bounds) {
  Sum lowest, highest;  // of sum(sign * cell)
  auto add = [&](const Term& term, int64_t sign) {
    const Bounds& b = bounds[term.cell];
    Sum& with_low = term.sign > 0 ? lowest : highest;
    Sum& with_high = term.sign > 0 ? highest : lowest;
    with_low.Add(term.sign * b.lo, true, sign);
    with_high.Add(term.sign * b.hi, HasHigh(b), sign);
  };
  for (const Term& term : terms) add(term, +1);
  bool narrower = false;
  for (const Term& term : terms) {
    Bounds& b = bounds[term.cell];
    if (b.IsShown()) continue;
    add(term, -1);
    // cell = -sign * sum(others)
    const Sum& for_low = term.sign > 0 ? highest : lowest;
    const Sum& for_high = term.sign > 0 ? lowest : highest;
    Bounds now = b;
    // No end grows beyond kMaxCount, so that no sum can overflow, not even where relations contradict each other.
    if (for_low.without_limit == 0) now.lo = std::max(now.lo, std::min(-term.sign * for_low.end, kMaxCount));
    const int64_t high = -term.sign * for_high.end;
    if (for_high.without_limit == 0 && high <= kMaxCount) now.hi = std::min(now.hi, high);
    // An empty interval contradicts itself: left to whoever looks for a table.
    if (now.lo <= now.hi && !(now == b)) {
      b = now;
      narrower = true;
    }
    add(term, +1);
  }
  return narrower;
}

}  // namespace

void Propagate(const CountSystem& system, const std::vector<uint32_t>& relations, std::vector<Bounds>& bounds) {
  bool narrower = true;
  for (int round = 0; narrower && round < kMaxRounds; ++round) {
    narrower = false;
    for (const uint32_t r : relations) narrower = Narrow(system.Terms(r), bounds) || narrower;
  }
}

}  // namespace verzuim
