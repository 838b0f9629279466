// Dated rows may leave a gap but never overlap. Compiled twice: with VERZUIM_BAD the second row begins too early.
#include "core/rules/legal_ref.h"

namespace verzuim {

constexpr LegalRef kRef = {"wet", "1", "bron"};
#ifdef VERZUIM_BAD
constexpr Date kSecond = Day(2025, 12, 31);
#else
constexpr Date kSecond = Day(2026, 1, 1);
#endif
constexpr Dated<int> kRows[] = {{Day(2020, 8, 1), Day(2025, 12, 31), 23, Basis::kWet, &kRef},
                                {kSecond, kNoEnd, 27, Basis::kWet, &kRef}};
static_assert(IsWellFormed(kRows));
static_assert(InForceOn(kRows, Day(2020, 7, 31)) == nullptr);
static_assert(InForceOn(kRows, Day(2025, 12, 30))->value == 23);
static_assert(InForceOn(kRows, Day(2026, 1, 2))->value == 27);

}  // namespace verzuim
