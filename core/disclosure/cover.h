// CoverSource: proposals of cells to hide so that one small count can be something else.
#ifndef VERZUIM_CORE_DISCLOSURE_COVER_H_
#define VERZUIM_CORE_DISCLOSURE_COVER_H_

#include <cstdint>
#include <vector>

#include "core/disclosure/count_system.h"
#include "core/disclosure/random.h"

namespace verzuim {

struct CoverRequest {
  CellId cell;
  int64_t change;  // the wanted value minus the true one; not 0
  const std::vector<int64_t>& truth;
  const std::vector<Bounds>& bounds;  // of every cell, were it hidden
  const std::vector<double>& cost;    // of hiding a cell: 0 when hidden already, infinite when it may not be
  size_t effort;                      // about how many proposals to look at
};

// A change of the true table: the cells that change, each once, by how much. It fits every relation and bound.
using TableChange = std::vector<std::pair<CellId, int64_t>>;

class CoverSource {
 public:
  virtual ~CoverSource() = default;
  // A cheap change that gives the cell its wanted value, or nothing when none was found.
  virtual TableChange Find(const CoverRequest& request, Random& random) const = 0;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_DISCLOSURE_COVER_H_
