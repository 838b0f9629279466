// EvaluateBeleid: from the facts of one pupil and the rules of the school to signalen.
//
// How a step is reached
//   * Conditions are looked at on every day on which something happened: a lesson was missed, or the mentor noted
//     something. A window (tijdvak) ends on that day; lesweken are those of the sixteen hours, in the reading of the
//     option `venster`, and never reach into an earlier enrolment.
//   * When the condition of a step holds, that is one signaal. Everything up to and including that day is then spent
//     for this step: it counts afresh from the day after, as after a melding.
//   * A step after another is reached only when the step before it has been reached since its own last signaal.
//   * For a step that ends in a signaal to the leerplichtambtenaar only absence counts that is known to be
//     ongeoorloofd; for steps that stay within the school absence that has been unexplained for too long counts too.
//
// Whether a signaal may be shared (rule book C3) is judged as things stand on the peildatum; all reasons against it
// are named. A signaal is confirmed by a note `bevestigd` of the same rule, from its day on and before the next
// signaal of that rule and step.
//
// Pure, as EvaluatePupil.
#ifndef VERZUIM_CORE_BELEID_EVALUATE_H_
#define VERZUIM_CORE_BELEID_EVALUATE_H_

#include <span>
#include <vector>

#include "core/beleid/beleid.h"
#include "core/beleid/signaal.h"
#include "core/register/pupil.h"
#include "core/rules/evaluate.h"
#include "core/rules/melding.h"

namespace verzuim::beleid {

// `notes` and `meldingen` are those of this pupil, the notes sorted by date. The signalen are sorted by tot, rule,
// step; their `pupil` is left 0 for the caller to fill.
std::vector<Signaal> EvaluateBeleid(const PupilFacts& facts, std::span<const PupilNote> notes,
                                    const std::vector<Melding>& meldingen, const RuleContext& context,
                                    const Beleid& beleid);

}  // namespace verzuim::beleid

#endif  // VERZUIM_CORE_BELEID_EVALUATE_H_
