// SignalenTeller: the signalen of a run, pupil by pupil, and what is odd about the notes that were read for them.
#ifndef VERZUIM_CORE_SESSION_SIGNALEN_H_
#define VERZUIM_CORE_SESSION_SIGNALEN_H_

#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/base/problem.h"
#include "core/beleid/signaal.h"
#include "core/register/pupil.h"
#include "core/rules/evaluate.h"
#include "core/rules/melding.h"
#include "core/session/school.h"

namespace verzuim {

class SignalenTeller {
 public:
  // Both must outlive the teller. A school without beleid has no signalen.
  SignalenTeller(const School& school, const RuleContext& context) : school_(school), context_(context) {}

  // Only for a school with beleid; each pupil once.
  void Add(uint32_t pupil, const PupilFacts& facts, const std::vector<PupilNote>& notes,
           const std::vector<Melding>& meldingen);
  // One notice per label of the notes that the beleid does not know.
  void AddNotices(std::vector<Problem>& notices) const;
  std::vector<beleid::Signaal> Take() { return std::move(signalen_); }

 private:
  const School& school_;
  const RuleContext& context_;
  std::vector<beleid::Signaal> signalen_;
  std::set<std::string> unknown_labels_;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_SESSION_SIGNALEN_H_
