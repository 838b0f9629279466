#include "core/disclosure/audit.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "core/disclosure/group_audit.h"
#include "core/disclosure/propagate.h"
#include "core/disclosure/tableau.h"

namespace verzuim {
namespace {

uint32_t Find(std::vector<uint32_t>& parent, uint32_t x) {
  while (parent[x] != x) x = parent[x] = parent[parent[x]];
  return x;
}

// A coefficient below this is noise of the elimination.
constexpr double kNoise = 1e-7;

}  // namespace

std::vector<HiddenGroup> HiddenGroups(const CountSystem& system, const std::vector<Bounds>& bounds) {
  std::vector<uint32_t> parent(system.cells());
  std::iota(parent.begin(), parent.end(), 0U);
  for (size_t r = 0; r < system.relations(); ++r) {
    uint32_t first = UINT32_MAX;
    for (const Term& term : system.Terms(r)) {
      if (bounds[term.cell].IsShown()) continue;
      const uint32_t root = Find(parent, term.cell);
      if (first == UINT32_MAX) {
        first = root;
      } else {
        parent[std::max(first, root)] = std::min(first, root);
        first = std::min(first, root);
      }
    }
  }
  std::vector<HiddenGroup> groups;
  std::vector<uint32_t> group_of(system.cells(), UINT32_MAX);
  for (CellId c = 0; c < system.cells(); ++c) {
    if (bounds[c].IsShown()) continue;
    const uint32_t root = Find(parent, c);
    if (group_of[root] == UINT32_MAX) {
      group_of[root] = static_cast<uint32_t>(groups.size());
      groups.emplace_back();
    }
    groups[group_of[root]].cells.push_back(c);
  }
  for (uint32_t r = 0; r < system.relations(); ++r) {
    for (const Term& term : system.Terms(r)) {
      if (bounds[term.cell].IsShown()) continue;
      groups[group_of[Find(parent, term.cell)]].relations.push_back(r);
      break;
    }
  }
  return groups;
}

Auditor::Auditor(const CountSystem& system, const ReaderView& view, const AuditOptions& options)
    : system_(system),
      view_(view),
      options_(options),
      groups_(HiddenGroups(system, view.bounds)),
      witnesses_(groups_.size()),
      group_of_(system.cells(), UINT32_MAX),
      scratch_(system.cells(), Tableau::kNone),
      reach_(view.bounds) {
  for (uint32_t g = 0; g < groups_.size(); ++g) {
    for (const CellId c : groups_[g].cells) group_of_[c] = g;
  }
}

AuditState Auditor::Run() {
  const size_t n = system_.cells();
  out_.cells.assign(n, {});
  out_.certificate.base.assign(n, 0);
  for (CellId c = 0; c < n; ++c) {
    const Bounds b = view_.bounds[c];
    if (!b.IsShown()) continue;
    out_.certificate.base[c] = out_.cells[c].lowest = out_.cells[c].highest = b.lo;
    if (b.lo >= 0 && b.lo < 32) out_.cells[c].possible = 1U << b.lo;
  }
  for (size_t r = 0; r < system_.relations(); ++r) {
    int64_t sum = 0;
    bool all_shown = true;
    for (const Term& term : system_.Terms(r)) {
      all_shown = all_shown && view_.bounds[term.cell].IsShown();
      sum += term.sign * view_.bounds[term.cell].lo;
    }
    if (all_shown && sum != 0) {
      out_.contradiction = system_.Terms(r).begin()->cell;
      return out_.state = AuditState::kContradiction;
    }
  }
  for (uint32_t g = 0; g < groups_.size(); ++g) {
    if (!RunGroup(g)) break;
  }
  return out_.state;
}

AuditState Auditor::Again(const std::vector<CellId>& changed) {
  std::vector<uint32_t> again;
  for (const CellId c : changed) again.push_back(group_of_[c]);
  std::sort(again.begin(), again.end());
  again.erase(std::unique(again.begin(), again.end()), again.end());
  for (const uint32_t g : again) {
    if (!RunGroup(g)) break;
  }
  return out_.state;
}

// False when the audit ends here: the group is too large, or no table fits.
bool Auditor::RunGroup(uint32_t g) {
  const HiddenGroup& group = groups_[g];
  for (const CellId c : group.cells) out_.cells[c] = {};
  witnesses_[g].clear();
  for (const CellId c : group.cells) reach_[c] = view_.bounds[c];
  Propagate(system_, group.relations, reach_);
  Tableau tableau(system_, view_.bounds, group.cells, group.relations, scratch_);
  if (!tableau.TooLarge() && GroupAudit(view_, options_, group, reach_, tableau, out_, witnesses_[g]).Run())
    return true;
  out_.state = tableau.TooLarge() ? AuditState::kTooLarge : AuditState::kContradiction;
  out_.contradiction = group.cells.front();
  return false;
}

Audit Auditor::Take() {
  for (std::vector<std::vector<CellValue>>& group : witnesses_) {
    for (std::vector<CellValue>& witness : group) out_.certificate.witnesses.push_back(std::move(witness));
  }
  for (CellId c = 0; c < out_.cells.size() && out_.state == AuditState::kDone; ++c) {
    if (!out_.cells[c].Allows(view_.needs[c])) out_.given_away.push_back(c);
  }
  return std::move(out_);
}

Audit RunAudit(const CountSystem& system, const ReaderView& view, const AuditOptions& options) {
  Auditor auditor(system, view, options);
  auditor.Run();
  return auditor.Take();
}

Recipe RecipeFor(const CountSystem& system, const ReaderView& view, CellId cell, bool upper) {
  Recipe recipe{cell, upper, 0, {}, {}};
  for (const HiddenGroup& group : HiddenGroups(system, view.bounds)) {
    const auto found = std::lower_bound(group.cells.begin(), group.cells.end(), cell);
    if (found == group.cells.end() || *found != cell) continue;
    const size_t local = static_cast<size_t>(found - group.cells.begin());
    std::vector<uint32_t> scratch(system.cells(), Tableau::kNone);
    Tableau tableau(system, view.bounds, group.cells, group.relations, scratch,
                    /*tags=*/true);
    if (!tableau.FindTable()) return recipe;
    if (tableau.DriveTo(local, upper ? tableau.Hi(local) : tableau.Lo(local)) == DriveResult::kReached) return recipe;
    const std::vector<double> row = tableau.RowOf(local);
    const double end = tableau.Value(local);
    recipe.bound = static_cast<int64_t>(upper ? std::floor(end + kNoise) : std::ceil(end - kNoise));
    if (row.empty()) return recipe;
    // The tags say how often each relation takes part: their sum is the row
    // itself, shown cells included.
    std::vector<double> sum(system.cells(), 0);
    for (size_t r = 0; r < group.relations.size(); ++r) {
      const double times = row[group.cells.size() + r];
      if (std::fabs(times) < kNoise) continue;
      for (const Term& term : system.Terms(group.relations[r])) sum[term.cell] += times * term.sign;
    }
    for (CellId c = 0; c < system.cells(); ++c) {
      if (c == cell || std::fabs(sum[c]) < kNoise) continue;
      (view.bounds[c].IsShown() ? recipe.shown : recipe.hidden).emplace_back(c, -sum[c]);
    }
    return recipe;
  }
  return recipe;
}

}  // namespace verzuim
