// Guard: whether a signaal may be shared with its receiver (rule book C3).
#ifndef VERZUIM_CORE_BELEID_GUARD_H_
#define VERZUIM_CORE_BELEID_GUARD_H_

#include <optional>
#include <span>
#include <vector>

#include "core/beleid/beleid.h"
#include "core/beleid/signaal.h"
#include "core/register/pupil.h"
#include "core/rules/evaluate.h"
#include "core/rules/melding.h"
#include "core/rules/plichten.h"
#include "core/rules/timeline.h"

namespace verzuim::beleid {

// What the guard looks at; all of one pupil, and all must outlive the guard.
struct GuardSetup {
  const Beleid& beleid;
  const Plichten& plichten;
  const Timeline& timeline;
  const std::vector<Melding>& meldingen;
  std::span<const PupilNote> notes;
  const RuleContext& context;
};

class Guard {
 public:
  explicit Guard(const GuardSetup& setup) : setup_(setup) {}

  // Every reason against sharing, in the order of the list; none: it may be shared. `next` is the day of the next
  // signaal of the same rule and step: from then on a confirmation belongs to that one.
  std::vector<RedenNietDeelbaar> Against(const Signaal& signaal, std::optional<Date> next) const;

 private:
  bool ReachesDrempel(Date date) const;
  bool IsGemeld(const VoorLeerplicht& record) const;
  bool IsBevestigd(const Signaal& signaal, std::optional<Date> next) const;

  const GuardSetup setup_;
};

}  // namespace verzuim::beleid

#endif  // VERZUIM_CORE_BELEID_GUARD_H_
