#include "core/disclosure/proven.h"

#include <algorithm>
#include <utility>

namespace verzuim {

std::optional<ProvenPattern> Prove(const SuppressProblem& problem, int drempel, const std::vector<char>& hidden) {
  ProvenPattern out;
  out.hidden = hidden;
  out.minstens.assign(hidden.size(), 0);
  out.view = ViewOf(problem, hidden);
  for (bool said = true; said;) {
    said = false;
    out.audit = RunAudit(*problem.system, out.view);
    for (CellId c = 0; c < hidden.size(); ++c) {
      const Need need = out.view.needs[c];
      if (need.IsEmpty() || out.audit.state != AuditState::kDone || out.audit.cells[c].Allows(need)) continue;
      if (problem.truth[c] < drempel) return std::nullopt;
      out.minstens[c] = 1;
      out.view.needs[c] = {};
      out.view.bounds[c].lo = std::max<int64_t>(out.view.bounds[c].lo, drempel);
      said = true;
    }
  }
  if (!out.audit.Safe() || Verify(*problem.system, out.view, out.audit.certificate)) return std::nullopt;
  return out;
}

std::optional<ProvenPattern> FindProvenPattern(const SuppressProblem& problem, int drempel, const CoverSource* covers,
                                               const SuppressOptions& options) {
  std::optional<ProvenPattern> best;
  const auto accept = [&](const std::vector<char>& hidden) {
    std::optional<ProvenPattern> proven = Prove(problem, drempel, hidden);
    if (!proven) return false;
    best = std::move(proven);
    return true;
  };
  const std::optional<SuppressResult> found = Suppress(problem, covers, options, accept);
  if (!found || !found->accepted) return std::nullopt;
  best->cost = found->cost;
  best->iterations = found->iterations;
  return best;
}

}  // namespace verzuim
