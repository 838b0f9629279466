#include "core/disclosure/proven.h"

#include <algorithm>
#include <utility>

namespace verzuim {
namespace {

constexpr int kRounds = 12;  // each round that fails says more aloud or shows more, so few are ever needed

// Says "minstens" of the large hidden cells that do not allow every small value, until nothing changes.
// Returns the hidden cells below the threshold that do not, which a next pattern has to treat otherwise.
std::vector<CellId> SayMinstens(const SuppressProblem& problem, int drempel, ProvenPattern& pattern) {
  for (;;) {
    pattern.audit = RunAudit(*problem.system, pattern.view);
    if (pattern.audit.Safe()) return {};
    std::vector<CellId> small;
    bool said = false;
    for (const CellId c : pattern.audit.given_away) {
      if (problem.truth[c] < drempel) {
        small.push_back(c);
        continue;
      }
      pattern.minstens[c] = 1;
      pattern.view.bounds[c].lo = std::max<int64_t>(pattern.view.bounds[c].lo, drempel);
      pattern.view.needs[c] = {};
      said = true;
    }
    if (!said) return small;
  }
}

}  // namespace

std::optional<ProvenPattern> FindProvenPattern(SuppressProblem problem, int drempel, const CoverSource* covers,
                                               const SuppressOptions& options) {
  std::vector<char> said(problem.truth.size(), 0);  // once said of a cell, said whenever it is hidden
  for (int round = 0; round < kRounds; ++round) {
    std::optional<SuppressResult> found = Suppress(problem, covers, options);
    if (!found) return std::nullopt;
    ProvenPattern pattern;
    pattern.hidden = std::move(found->hidden);
    pattern.cost = found->cost;
    pattern.iterations = found->iterations;
    pattern.view = ViewOf(problem, pattern.hidden);
    pattern.minstens.assign(pattern.hidden.size(), 0);
    for (CellId c = 0; c < pattern.hidden.size(); ++c) {
      if (!pattern.hidden[c]) continue;
      pattern.view.needs[c] = problem.needs[c];
      pattern.minstens[c] = said[c];
    }
    const std::vector<CellId> small = SayMinstens(problem, drempel, pattern);
    if (small.empty()) {
      if (pattern.audit.state != AuditState::kDone ||
          Verify(*problem.system, pattern.view, pattern.audit.certificate)) {
        return std::nullopt;
      }
      return pattern;
    }
    // The search did not know what would be said: next time it does. A zero that stands out is shown instead.
    for (CellId c = 0; c < pattern.minstens.size(); ++c) {
      if (!pattern.minstens[c]) continue;
      said[c] = 1;
      problem.hidden[c].lo = std::max<int64_t>(problem.hidden[c].lo, drempel);
      problem.needs[c] = {};
    }
    for (const CellId c : small) {
      if (problem.role[c] == CellRole::kFree) problem.role[c] = CellRole::kShown;
    }
  }
  return std::nullopt;
}

}  // namespace verzuim
