// Episode: the absence of one pupil cut into pieces that can each be asked about, with the keuzehulp of each.
//
// An episode is a row of consecutive lesson days on which lesson time of one kind was missed, within one enrolment
// and under one duty (leerplicht, doorstroompunt or neither; under 18 or not). Days without lessons between them do
// not break it; a lesson day without absence of that kind does. Two kinds on one day (ill in the morning, truant in
// the afternoon) are two episodes. So every missed lesson that the rules look at stands in exactly one episode.
//
//   onverklaard   not explained yet, and too recent to count
//   ziekte        sickness
//   geoorloofd    another ground of Leerplichtwet art. 11 or 11a
//   vakantie      a holiday without leave (luxe)
//   ongeoorloofd  all else; also what nobody explained in time, and what exceeds article 11a
//
// The questions are asked on each day on which a melding arose in the episode, and once more on its last day when
// absence that counts is left after the last of them, or when there was none.
#ifndef VERZUIM_CORE_RULES_EPISODE_H_
#define VERZUIM_CORE_RULES_EPISODE_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/units.h"
#include "core/rules/keuzehulp.h"

namespace verzuim {

// X(enumerator, wire name). The order is the order of sorting on equal first days.
#define VERZUIM_EPISODE_AARDEN(X) \
  X(Onverklaard, "onverklaard")   \
  X(Ziekte, "ziekte")             \
  X(Geoorloofd, "geoorloofd")     \
  X(Vakantie, "vakantie")         \
  X(Ongeoorloofd, "ongeoorloofd")

enum class EpisodeAard : uint8_t {
#define VERZUIM_X(name, wire) k##name,
  VERZUIM_EPISODE_AARDEN(VERZUIM_X)
#undef VERZUIM_X
};
std::string_view WireName(EpisodeAard aard);

// The questions as they stood on one day.
struct EpisodePad {
  Date op;
  Keuzepad pad;
  int volgnummer = 0;  // of the melding that arose; 0: none
};

struct Episode {
  EpisodeAard aard = EpisodeAard::kOngeoorloofd;
  uint32_t pupil = 0;  // index in the register
  Date van, tot;       // first and last lesson day
  int lesdagen = 0;
  Minutes gemist;
  CreditMinutes telminuten;
  std::vector<EpisodePad> paden;  // not empty; in order of day
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_RULES_EPISODE_H_
