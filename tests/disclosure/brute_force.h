// All whole tables of a tiny system, by trying everything: the plainest oracle there is.
#ifndef VERZUIM_TESTS_DISCLOSURE_BRUTE_FORCE_H_
#define VERZUIM_TESTS_DISCLOSURE_BRUTE_FORCE_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "core/disclosure/count_system.h"

namespace verzuim {

// Per cell the values below 32 that some whole table has, as bits; nothing when there are too many tables to try.
std::optional<std::vector<uint32_t>> PossibleValues(const CountSystem& system, const std::vector<Bounds>& bounds,
                                                    int64_t highest, size_t limit);

}  // namespace verzuim

#endif  // VERZUIM_TESTS_DISCLOSURE_BRUTE_FORCE_H_
