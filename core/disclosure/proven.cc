#include "core/disclosure/proven.h"

#include <algorithm>
#include <utility>

namespace verzuim {

std::optional<ProvenPattern> Prove(const SuppressProblem& problem, int drempel, const std::vector<char>& hidden,
                                   std::vector<CellId>* lost) {
  ProvenPattern out;
  out.hidden = hidden;
  out.minstens.assign(hidden.size(), 0);
  out.view = ViewOf(problem, hidden);
  std::vector<CellId> given_away;
  Auditor auditor(*problem.system, out.view);
  for (AuditState state = auditor.Run();;) {
    if (state != AuditState::kDone) return std::nullopt;
    std::vector<CellId> said;
    for (CellId c = 0; c < hidden.size(); ++c) {
      const Need need = out.view.needs[c];
      if (!need.IsEmpty() && !auditor.Cell(c).Allows(need))
        (problem.truth[c] < drempel ? given_away : said).push_back(c);
    }
    if (!given_away.empty()) {
      if (lost != nullptr) *lost = std::move(given_away);
      return std::nullopt;
    }
    if (said.empty()) break;
    for (const CellId c : said) {
      out.minstens[c] = 1;
      out.view.needs[c] = {};
      out.view.bounds[c].lo = std::max<int64_t>(out.view.bounds[c].lo, drempel);
    }
    state = auditor.Again(said);
  }
  out.audit = auditor.Take();
  if (Verify(*problem.system, out.view, out.audit.certificate)) return std::nullopt;
  return out;
}

std::optional<ProvenPattern> FindProvenPattern(const SuppressProblem& problem, int drempel, const CoverSource* covers,
                                               const SuppressOptions& options) {
  std::optional<ProvenPattern> best;
  const auto accept = [&](const std::vector<char>& hidden) {
    PatternVerdict verdict;
    if (std::optional<ProvenPattern> proven = Prove(problem, drempel, hidden, &verdict.lost)) {
      verdict.safe = true;
      best = std::move(proven);
    }
    return verdict;
  };
  const std::optional<SuppressResult> found = Suppress(problem, covers, options, accept);
  if (!found || !found->accepted) return std::nullopt;
  best->cost = found->cost;
  best->iterations = found->iterations;
  return best;
}

}  // namespace verzuim
