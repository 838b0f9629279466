// FindEpisodes: from the timeline and the meldingen of one pupil to its episodes (core/rules/episode.h).
#ifndef VERZUIM_CORE_RULES_EPISODES_H_
#define VERZUIM_CORE_RULES_EPISODES_H_

#include <cstddef>
#include <vector>

#include "core/rules/episode.h"
#include "core/rules/sixteen_hours.h"
#include "core/rules/timeline.h"

namespace verzuim {

// What the rules of this pupil found, besides the meldingen.
struct EpisodeSources {
  const Timeline& timeline;
  const RuleContext& context;
  const RunStops& long_runs;  // per run the day on which it became langdurig relatief verzuim
  const RunStops& rmc_runs;   // per run the day on which the doorstroompunt is told
  // With melding_18plus off: the days on which sixteen hours of a pupil of 18 or over were reached all the same.
  std::vector<size_t> voluntary;
};

// `meldingen` have their volgnummer. Sorted by van, aard.
std::vector<Episode> FindEpisodes(const EpisodeSources& sources, const std::vector<Melding>& meldingen);

}  // namespace verzuim

#endif  // VERZUIM_CORE_RULES_EPISODES_H_
