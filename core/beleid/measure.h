// Measuring: how a condition stands on one day, with the lessons that made it so.
#ifndef VERZUIM_CORE_BELEID_MEASURE_H_
#define VERZUIM_CORE_BELEID_MEASURE_H_

#include <optional>
#include <span>
#include <vector>

#include "core/beleid/absence_facts.h"
#include "core/beleid/regel.h"
#include "core/beleid/signaal.h"
#include "core/register/pupil.h"
#include "core/rules/evaluate.h"
#include "core/rules/melding.h"

namespace verzuim::beleid {

// What conditions are measured against: one pupil, one step, one day.
struct Moment {
  const AbsenceFacts& facts;
  std::span<const PupilNote> notes;
  const std::vector<Melding>& meldingen;
  const RuleContext& context;
  bool strict;                // count only what is known to be ongeoorloofd
  std::optional<Date> since;  // the day of this step's last signaal: what lies up to it is spent
  Date date;
};

struct Measured {
  bool holds = false;
  std::vector<uint32_t> lessons;  // indices into facts.lessons(), sorted, each once: what made it hold
};

// How `voorwaarde` stands on that day; where `metingen` is given, adds one per condition in the order of the
// sentence.
Measured Measure(const Voorwaarde& voorwaarde, const Moment& moment, std::vector<Meting>* metingen = nullptr);

}  // namespace verzuim::beleid

#endif  // VERZUIM_CORE_BELEID_MEASURE_H_
