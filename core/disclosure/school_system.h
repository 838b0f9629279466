// SchoolSystem: everything that is public about the counts of one school, before a single count is known.
//
// What really exists is a number of pupils per subdivision and per combination of intervals. totaal = geoorloofd +
// ongeoorloofd for every pupil, so only some combinations of those three exist (5 < g <= 10 and 10 < o <= 20 leave
// 15 < t <= 30); these are the atoms. ziekte is a part of geoorloofd, so above every bound there are at least as many
// pupils with that much geoorloofd as with that much ziekte: an inequality, written with a cell for the room in it.
// Both are exact: whatever numbers fit the system can be the counts of real pupils.
//
// Cells, in this order: Telling::cells, the number of pupils per subdivision (public: DUO publishes enrolment), then
// the cells that nobody publishes.
#ifndef VERZUIM_CORE_DISCLOSURE_SCHOOL_SYSTEM_H_
#define VERZUIM_CORE_DISCLOSURE_SCHOOL_SYSTEM_H_

#include <array>
#include <cstdint>
#include <vector>

#include "core/aggregate/telling.h"
#include "core/disclosure/count_system.h"

namespace verzuim {

// The public frame of a telling.
struct SchoolFrame {
  std::vector<int> bounds;          // of the intervals, as Telling::bounds
  std::vector<int64_t> leerlingen;  // per subdivision, the first is totaal

  size_t Intervals() const { return bounds.size() + 1; }
  size_t PublishedCells() const { return leerlingen.size() * kCategorieen * Intervals(); }
  size_t CellIndex(size_t sub, size_t categorie, size_t interval) const {
    return (sub * kCategorieen + categorie) * Intervals() + interval;
  }
};

// An interval of totaal, of geoorloofd and of ongeoorloofd that one pupil can be in at once.
using IntervalTriple = std::array<uint8_t, 3>;
// Example  bounds {0, 10}: {0,0,0}, {1,1,0}, {1,0,1}, {1,1,1}, {2,…} and so on; never {0,1,0}
std::vector<IntervalTriple> PossibleTriples(const std::vector<int>& bounds);

// Adds what pupils can be: the relations between the kCategorieen x intervals cells from `cells` on and the number of
// pupils in the cell `pupils`, with the parts that nobody publishes as new cells.
void AddPupils(CountSystem& system, size_t intervals, CellId cells, CellId pupils,
               const std::vector<IntervalTriple>& triples);

struct SchoolSystem {
  SchoolFrame frame;
  CountSystem system;
  CellId leerlingen = 0;  // the first of the cells with the numbers of pupils
  CellId hidden = 0;      // the first of the cells that nobody publishes

  // Bounds of all cells when every published count is still hidden.
  std::vector<Bounds> PublicBounds() const;
};

// When the subdivisions do not make up totaal, the pupils that are missing form one more that is not published.
SchoolSystem MakeSchoolSystem(const SchoolFrame& frame);

}  // namespace verzuim

#endif  // VERZUIM_CORE_DISCLOSURE_SCHOOL_SYSTEM_H_
