// Hours: which of the missed minutes may be shown next to the counts.
#ifndef VERZUIM_CORE_DISCLOSURE_HOURS_H_
#define VERZUIM_CORE_DISCLOSURE_HOURS_H_

#include <vector>

#include "core/aggregate/telling.h"
#include "core/disclosure/publicatie.h"

namespace verzuim {

// A marker per cell of Telling::minutes, kGetoond or kVerborgen.
//
// Hidden are the minutes of fewer than `drempel` pupils (none at all excepted, when the counts say so already), and
// those of a category of which any count is hidden: together with the length of a school year, minutes bound how
// many pupils can be above an interval. Then others are hidden until every hidden number could be half of what it is
// and half as much again, whatever is added and subtracted (totaal = geoorloofd + ongeoorloofd, ziekte within
// geoorloofd, subdivisions within totaal). Everything is hidden when that cannot be had otherwise.
std::vector<Markering> HideHours(const Telling& telling, const std::vector<Markering>& counts, int drempel,
                                 const SuppressOptions& options);

}  // namespace verzuim

#endif  // VERZUIM_CORE_DISCLOSURE_HOURS_H_
