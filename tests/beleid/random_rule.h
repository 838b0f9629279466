// Random rules of the whole language, for tests. The same seed gives the same rules everywhere: only the engine's own
// numbers are used, no distribution of the library.
#ifndef VERZUIM_TESTS_BELEID_RANDOM_RULE_H_
#define VERZUIM_TESTS_BELEID_RANDOM_RULE_H_

#include <algorithm>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

#include "core/beleid/regel.h"

namespace verzuim::beleid::testing {

class RandomRule {
 public:
  explicit RandomRule(uint32_t seed) : engine_(seed) {}

  // From `low` to `high`, both included.
  int Pick(int low, int high) { return low + static_cast<int>(engine_() % static_cast<uint32_t>(high - low + 1)); }

  std::vector<Stap> Stappen(int largest = kMaxMinstens) {
    std::vector<Stap> stappen;
    const int count = Pick(1, 3);
    for (int i = 0; i < count; ++i) stappen.push_back({Als(0, largest), static_cast<Actie>(Pick(0, 6))});
    return stappen;
  }

  // `largest` keeps thresholds small where a rule has to fire now and then.
  Voorwaarde Als(int depth, int largest) {
    switch (Pick(0, depth < 2 ? 8 : 7)) {
      case 0:
        return {Uren{AnyTelt(), Pick(1, largest), AnyTijdvak()}};
      case 1: {
        Aantal aantal{AnyTelt(), static_cast<Eenheid>(Pick(0, 2)), Pick(1, largest), AnyTijdvak(), {}};
        if (aantal.eenheid == Eenheid::kLessen && Pick(0, 1) == 1) {
          aantal.les = Pick(0, 1) == 1 ? Les::Eerste() : Les::Lesuur(Pick(0, 9));
        }
        return {aantal};
      }
      case 2:
        return {Zelfde{AnyTelt(), static_cast<Gelijk>(Pick(0, 2)), Pick(2, std::max(2, largest)), AnyTijdvak()}};
      case 3:
        return {Weken{AnyTelt(), Pick(1, std::min(largest, kMaxLesweken)), Pick(1, kMaxLesweken)}};
      case 4:
        return {Achtereen{AnyTelt(), Pick(2, std::min(std::max(2, largest), kMaxAchtereen))}};
      case 5:
        return {Stijgend{AnyTelt(), Pick(2, kMaxPerioden), Pick(1, kMaxPeriodeLesweken), Pick(1, largest)}};
      case 6:
        return {Terugval{Pick(1, kMaxLesweken)}};
      case 7:
        return {Notitie{Pick(0, 1) == 1 ? "werken" : "zorg thuis-2", AnyTijdvak()}};
      default: {
        Samen samen{Pick(0, 1) == 1, {}};
        const int count = Pick(2, 3);
        for (int i = 0; i < count; ++i) samen.delen.push_back(Als(depth + 1, largest));
        return {std::move(samen)};
      }
    }
  }

 private:
  Telt AnyTelt() { return static_cast<Telt>(Pick(0, 5)); }
  Tijdvak AnyTijdvak() { return Pick(0, 5) == 0 ? kSchooljaar : Tijdvak{Pick(1, kMaxLesweken)}; }

  std::mt19937 engine_;
};

}  // namespace verzuim::beleid::testing

#endif  // VERZUIM_TESTS_BELEID_RANDOM_RULE_H_
