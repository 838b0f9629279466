#include "core/disclosure/audit.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "core/disclosure/tableau.h"

namespace verzuim {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kTiny = 1e-6;

// Audits one group; finds tables and keeps those that show something new.
class GroupAudit {
 public:
  GroupAudit(const ReaderView& view, const AuditOptions& options, const HiddenGroup& group, Tableau& tableau,
             Audit& out, std::vector<std::vector<CellValue>>& witnesses)
      : view_(view), options_(options), group_(group), tableau_(tableau), out_(out), witnesses_(witnesses) {}

  // False when no table fits.
  bool Run() {
    int budget = options_.search_steps * 10;
    if (!tableau_.FindTable() || !tableau_.MakeWhole(&budget)) return false;
    tableau_.Keep();
    for (size_t i = 0; i < group_.cells.size(); ++i) {
      const CellId c = group_.cells[i];
      out_.certificate.base[c] = Whole(i);
      out_.cells[c].lowest = out_.cells[c].highest = Whole(i);
      Note(i);
    }
    for (size_t i = 0; i < group_.cells.size(); ++i) Cover(i);
    if (options_.ranges) {
      for (size_t i = 0; i < group_.cells.size(); ++i) {
        Extreme(i, false);
        Extreme(i, true);
      }
    }
    return true;
  }

 private:
  int64_t Whole(size_t i) const { return static_cast<int64_t>(tableau_.Value(i)); }

  // Notes the current value of cell i; true when a need is met for the first
  // time.
  bool Note(size_t i) {
    const CellId c = group_.cells[i];
    CellAudit& cell = out_.cells[c];
    const int64_t v = Whole(i);
    cell.lowest = std::min(cell.lowest, v);
    if (cell.highest != kUnbounded) cell.highest = std::max(cell.highest, v);
    if (v < 0 || v >= 32 || (cell.possible >> v & 1) != 0) return false;
    cell.possible |= 1U << v;
    const Need need = view_.needs[c];
    return need.first <= v && v <= need.last;
  }

  // Takes the current table in when it is whole; keeps it as a witness when it
  // shows something needed.
  void Take() {
    if (!tableau_.IsWhole()) return;
    bool keep = false;
    for (const uint32_t i : tableau_.Changed()) keep = Note(i) || keep;
    if (!keep) return;
    std::vector<CellValue> witness;
    for (const uint32_t i : tableau_.Changed()) {
      const CellId c = group_.cells[i];
      if (Whole(i) != out_.certificate.base[c]) witness.push_back({c, Whole(i)});
    }
    std::sort(witness.begin(), witness.end(), [](const CellValue& a, const CellValue& b) { return a.cell < b.cell; });
    witnesses_.push_back(std::move(witness));
  }

  // Whether cell i can be `v` in a whole table; leaves that table current. Every walk starts at the base, so that a
  // witness changes few cells.
  bool Reach(size_t i, int64_t v) {
    tableau_.Back();
    if (tableau_.DriveTo(i, static_cast<double>(v)) != DriveResult::kReached) return false;
    if (tableau_.IsWhole()) return true;
    const double lo = tableau_.Lo(i), hi = tableau_.Hi(i);
    tableau_.SetBounds(i, static_cast<double>(v), static_cast<double>(v));
    int budget = options_.search_steps;
    const bool whole = tableau_.MakeWhole(&budget);
    tableau_.SetBounds(i, lo, hi);
    return whole;
  }

  void Cover(size_t i) {
    const CellId c = group_.cells[i];
    const Need need = view_.needs[c];
    bool any = false;
    for (int v = need.first; v <= need.last; ++v) {
      if ((out_.cells[c].possible >> v & 1) == 0 && Reach(i, v)) Take();
      any = any || (out_.cells[c].possible >> v & 1) != 0;
    }
    if (any || need.IsEmpty()) return;
    // From above or from below: where the walk is stopped, the values end.
    tableau_.Back();
    const bool above = tableau_.Value(i) > need.last;
    if (tableau_.DriveTo(i, above ? need.last : need.first) != DriveResult::kBlocked) return;
    const double end = tableau_.Value(i);
    out_.cells[c].never_small = above ? end > need.last + kTiny : end < need.first - kTiny;
  }

  // The lowest or highest whole value of cell i.
  void Extreme(size_t i, bool up) {
    CellAudit& cell = out_.cells[group_.cells[i]];
    const double end = up ? tableau_.Hi(i) : tableau_.Lo(i);
    tableau_.Back();
    const DriveResult result = tableau_.DriveTo(i, end);
    if (up && result == DriveResult::kReached && end == kInfinity) {
      cell.highest = kUnbounded;
      return;
    }
    if (tableau_.IsWhole()) {
      Take();
      return;
    }
    // The corner is not whole: try the whole values from there towards what is
    // known to be possible.
    const double corner = tableau_.Value(i);
    int64_t v = static_cast<int64_t>(up ? std::floor(corner) : std::ceil(corner));
    for (int tries = 0; tries < 64 && (up ? v > cell.highest : v < cell.lowest); ++tries, v += up ? -1 : 1) {
      if (Reach(i, v)) {
        Take();
        return;
      }
    }
  }

  const ReaderView& view_;
  const AuditOptions& options_;
  const HiddenGroup& group_;
  Tableau& tableau_;
  Audit& out_;
  std::vector<std::vector<CellValue>>& witnesses_;
};

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
      scratch_(system.cells(), Tableau::kNone) {
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
  Tableau tableau(system_, view_.bounds, group.cells, group.relations, scratch_);
  if (!tableau.TooLarge() && GroupAudit(view_, options_, group, tableau, out_, witnesses_[g]).Run()) return true;
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
