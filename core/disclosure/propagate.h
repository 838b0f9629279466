// Propagation: what one relation at a time says of its cells. Cheap, exact, and often enough to see that a large
// hidden count cannot be small; what takes several relations together is for the tableau (tableau.h).
//
// Example  x + y = 40 and y <= 12 give x >= 28
#ifndef VERZUIM_CORE_DISCLOSURE_PROPAGATE_H_
#define VERZUIM_CORE_DISCLOSURE_PROPAGATE_H_

#include <cstdint>
#include <vector>

#include "core/disclosure/count_system.h"

namespace verzuim {

// Narrows `bounds` (one per cell) by `relations` until nothing changes or enough has been tried: every whole table
// that fits them all still does.
void Propagate(const CountSystem& system, const std::vector<uint32_t>& relations, std::vector<Bounds>& bounds);

}  // namespace verzuim

#endif  // VERZUIM_CORE_DISCLOSURE_PROPAGATE_H_
