// A small generator with a fixed seed: the same numbers on every machine (splitmix64). Not for secrets.
#ifndef VERZUIM_CORE_DISCLOSURE_RANDOM_H_
#define VERZUIM_CORE_DISCLOSURE_RANDOM_H_

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace verzuim {

class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}
  uint64_t Next() {
    state_ += 0x9E3779B97F4A7C15U;
    uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
  }
  // 0 <= result < n; n > 0.
  size_t Below(size_t n) { return static_cast<size_t>(Next() % n); }
  // 0 <= result < 1.
  double Unit() { return static_cast<double>(Next() >> 11) * 0x1.0p-53; }
  template <class T>
  void Shuffle(std::vector<T>& items) {
    for (size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[Below(i)]);
  }

 private:
  uint64_t state_;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_DISCLOSURE_RANDOM_H_
