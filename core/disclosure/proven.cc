#include "core/disclosure/proven.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "core/disclosure/propagate.h"

namespace verzuim {
namespace {

void SayMinstens(ProvenPattern& pattern, int drempel, CellId c) {
  pattern.minstens[c] = 1;
  pattern.view.needs[c] = {};
  pattern.view.bounds[c].lo = std::max<int64_t>(pattern.view.bounds[c].lo, drempel);
}

// Says "minstens" where one relation at a time shows it: an audit would come to the same, at more cost.
void SayWhatIsPlain(const SuppressProblem& problem, int drempel, ProvenPattern& pattern) {
  std::vector<uint32_t> relations(problem.system->relations());
  std::iota(relations.begin(), relations.end(), 0U);
  for (bool more = true; more;) {
    more = false;
    std::vector<Bounds> reach = pattern.view.bounds;
    Propagate(*problem.system, relations, reach);
    for (CellId c = 0; c < reach.size(); ++c) {
      const Need need = pattern.view.needs[c];
      if (need.IsEmpty() || problem.truth[c] < drempel) continue;
      if (reach[c].Contains(need.first) && reach[c].Contains(need.last)) continue;
      SayMinstens(pattern, drempel, c);
      more = true;
    }
  }
}

}  // namespace

std::optional<ProvenPattern> Prove(const SuppressProblem& problem, int drempel, const std::vector<char>& hidden,
                                   std::vector<CellId>* lost) {
  ProvenPattern out;
  out.hidden = hidden;
  out.minstens.assign(hidden.size(), 0);
  out.view = ViewOf(problem, hidden);
  SayWhatIsPlain(problem, drempel, out);
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
    for (const CellId c : said) SayMinstens(out, drempel, c);
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
