#include "core/disclosure/fixed_pattern.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

namespace verzuim {
namespace {

constexpr size_t kKeys = 12;  // cells of a level that are tried as its key

// What is published when `key` is known to be small: with the large cells said to be large until nothing changes.
// Nothing when a value that must stay possible is not, or when every cell of a kind would have to be large.
std::optional<ProvenPattern> WithKey(const SuppressProblem& problem, int drempel, const std::vector<char>& hidden,
                                     CellId key) {
  ProvenPattern out;
  out.hidden = hidden;
  out.minstens.assign(hidden.size(), 0);
  out.view = ViewOf(problem, hidden);
  const Need small = out.view.needs[key];
  ReaderView known = out.view;
  known.bounds[key] = {small.first, small.last};
  for (bool said = true; said;) {
    said = false;
    out.audit = RunAudit(*problem.system, known);
    if (out.audit.state != AuditState::kDone) return std::nullopt;
    for (CellId c = 0; c < hidden.size(); ++c) {
      const Need need = known.needs[c];
      if (need.IsEmpty() || out.audit.cells[c].Allows(need)) continue;
      if (c == key || out.view.bounds[c].hi < drempel) return std::nullopt;
      for (ReaderView* view : {&out.view, &known}) {
        view->needs[c] = {};
        view->bounds[c].lo = std::max<int64_t>(view->bounds[c].lo, drempel);
      }
      out.minstens[c] = 1;
      said = true;
    }
  }
  if (!out.audit.Safe() || Verify(*problem.system, out.view, out.audit.certificate)) return std::nullopt;
  return out;
}

bool IsTrue(const SuppressProblem& problem, const ProvenPattern& pattern) {
  for (CellId c = 0; c < pattern.hidden.size(); ++c) {
    if (!pattern.view.bounds[c].Contains(problem.truth[c])) return false;
  }
  return true;
}

void AddCost(const SuppressProblem& problem, ProvenPattern& pattern) {
  for (CellId c = 0; c < pattern.hidden.size(); ++c) {
    if (!pattern.hidden[c] || problem.role[c] != CellRole::kFree) continue;
    pattern.cost.weight += problem.weight[c];
    pattern.cost.pupils += problem.truth[c];
  }
}

}  // namespace

Ladder LadderOf(const CountTable& table) {
  std::map<size_t, std::vector<CellId>> by_size;
  for (CellId c = 0; c < table.counts.size(); ++c) {
    const std::vector<uint32_t> codes = table.CodesOf(c);
    size_t size = 1;
    for (size_t d = 0; d < codes.size(); ++d) {
      size_t leaves = 0;
      for (uint32_t leaf = 0; leaf < table.dimensions[d].leaves; ++leaf) {
        leaves += table.dimensions[d].Contains(codes[d], leaf);
      }
      size *= leaves;
    }
    by_size[size].push_back(c);
  }
  Ladder ladder;
  for (auto& [size, cells] : by_size) ladder.push_back(std::move(cells));
  return ladder;
}

Ladder LadderOf(const SchoolFrame& frame) {
  Ladder ladder;
  for (size_t i = frame.Intervals(); i-- > 0;) {
    std::vector<CellId> parts, totals;
    for (size_t s = 0; s < frame.leerlingen.size(); ++s) {
      for (size_t c = 0; c < kCategorieen; ++c) {
        (s == 0 ? totals : parts).push_back(static_cast<CellId>(frame.CellIndex(s, c, i)));
      }
    }
    if (!parts.empty()) ladder.push_back(std::move(parts));
    ladder.push_back(std::move(totals));
  }
  return ladder;
}

std::optional<ProvenPattern> FindFixedPattern(const SuppressProblem& problem, int drempel, const Ladder& ladder) {
  std::vector<char> hidden(problem.truth.size());
  size_t open = 0;  // small counts that no level so far hides
  for (CellId c = 0; c < hidden.size(); ++c) {
    hidden[c] = problem.role[c] == CellRole::kPart;
    open += problem.role[c] == CellRole::kHidden;
  }
  if (open == 0) return Prove(problem, drempel, hidden);
  for (const std::vector<CellId>& level : ladder) {
    std::vector<CellId> keys;
    for (const CellId c : level) {
      // A count that no marker fits (a zero that is no secret) and what has to be shown stays.
      if (problem.role[c] == CellRole::kShown || !problem.hidden[c].Contains(problem.truth[c])) continue;
      hidden[c] = 1;
      open -= problem.role[c] == CellRole::kHidden;
      if (!problem.needs[c].IsEmpty() && keys.size() < kKeys) keys.push_back(c);
    }
    if (open > 0) continue;
    for (const CellId key : keys) {
      std::optional<ProvenPattern> found = WithKey(problem, drempel, hidden, key);
      if (!found) continue;
      if (!IsTrue(problem, *found)) break;
      AddCost(problem, *found);
      return found;
    }
  }
  return std::nullopt;
}

}  // namespace verzuim
