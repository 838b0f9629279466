// Protection: for one pattern of hidden cells, which small counts can still be something else, and through which
// cells. The inner loop of Suppress.
#ifndef VERZUIM_CORE_DISCLOSURE_PROTECTION_H_
#define VERZUIM_CORE_DISCLOSURE_PROTECTION_H_

#include <cstdint>
#include <memory>
#include <vector>

#include "core/disclosure/audit.h"
#include "core/disclosure/suppress.h"
#include "core/disclosure/tableau.h"

namespace verzuim {

// The freedom under one pattern. Cells can be fixed at their true value and released again; tables are solved
// group by group, on first use.
class Protection {
 public:
  Protection(const SuppressProblem& problem, const std::vector<char>& hidden);

  // Whether the demand can be met; then `support` gets the open cells that changed for it.
  bool Meets(const Demand& demand, std::vector<CellId>* support);
  // After a Meets that failed: whether not even a table with fractions has a needed value in this cell.
  bool NeverSmall(CellId cell);
  void Fix(CellId cell);
  // From now on the (large) cell is above the values it would have to allow.
  void Say(CellId cell);
  void Release(CellId cell);

 private:
  Tableau& TableauOf(size_t group);
  // Moves the tableau of the cell to a whole table with the wanted value.
  bool Reach(const Demand& demand);

  const SuppressProblem& problem_;
  std::vector<Bounds> bounds_;
  std::vector<HiddenGroup> parts_;
  std::vector<std::unique_ptr<Tableau>> groups_;
  std::vector<uint32_t> group_of_;
  std::vector<uint32_t> local_of_;
  std::vector<uint32_t> scratch_;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_DISCLOSURE_PROTECTION_H_
