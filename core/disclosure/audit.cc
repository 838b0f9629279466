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
             Audit& out)
      : view_(view), options_(options), group_(group), tableau_(tableau), out_(out) {}

  // False when no table fits.
  bool Run() {
    int budget = options_.search_steps * 10;
    if (!tableau_.FindTable() || !tableau_.MakeWhole(&budget)) return false;
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
    for (size_t i = 0; i < group_.cells.size(); ++i) keep = Note(i) || keep;
    if (!keep) return;
    std::vector<CellValue> witness;
    for (size_t i = 0; i < group_.cells.size(); ++i) {
      const CellId c = group_.cells[i];
      if (Whole(i) != out_.certificate.base[c]) witness.push_back({c, Whole(i)});
    }
    out_.certificate.witnesses.push_back(std::move(witness));
  }

  // Whether cell i can be `v` in a whole table; leaves that table current.
  bool Reach(size_t i, int64_t v) {
    if (tableau_.DriveTo(i, static_cast<double>(v)) != DriveResult::kReached) return false;
    if (tableau_.IsWhole()) return true;
    const double lo = tableau_.Lo(i), hi = tableau_.Hi(i);
    const std::vector<double> corner = tableau_.Values();
    tableau_.SetBounds(i, static_cast<double>(v), static_cast<double>(v));
    int budget = options_.search_steps;
    const bool whole = tableau_.MakeWhole(&budget);
    tableau_.SetBounds(i, lo, hi);
    if (!whole) tableau_.SetValues(corner);
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
    const bool above = tableau_.Value(i) > need.last;
    if (tableau_.DriveTo(i, above ? need.last : need.first) != DriveResult::kBlocked) return;
    const double end = tableau_.Value(i);
    out_.cells[c].never_small = above ? end > need.last + kTiny : end < need.first - kTiny;
  }

  // The lowest or highest whole value of cell i.
  void Extreme(size_t i, bool up) {
    CellAudit& cell = out_.cells[group_.cells[i]];
    const double end = up ? tableau_.Hi(i) : tableau_.Lo(i);
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

Audit RunAudit(const CountSystem& system, const ReaderView& view, const AuditOptions& options) {
  Audit out;
  const size_t n = system.cells();
  out.cells.assign(n, {});
  out.certificate.base.assign(n, 0);
  for (CellId c = 0; c < n; ++c) {
    const Bounds b = view.bounds[c];
    if (!b.IsShown()) continue;
    out.certificate.base[c] = out.cells[c].lowest = out.cells[c].highest = b.lo;
    if (b.lo >= 0 && b.lo < 32) out.cells[c].possible = 1U << b.lo;
  }
  for (size_t r = 0; r < system.relations(); ++r) {
    int64_t sum = 0;
    bool all_shown = true;
    for (const Term& term : system.Terms(r)) {
      all_shown = all_shown && view.bounds[term.cell].IsShown();
      sum += term.sign * view.bounds[term.cell].lo;
    }
    if (all_shown && sum != 0) {
      out.state = AuditState::kContradiction;
      out.contradiction = system.Terms(r).begin()->cell;
      return out;
    }
  }
  std::vector<uint32_t> scratch(n, Tableau::kNone);
  for (const HiddenGroup& group : HiddenGroups(system, view.bounds)) {
    Tableau tableau(system, view.bounds, group.cells, group.relations, scratch);
    if (tableau.TooLarge() || !GroupAudit(view, options, group, tableau, out).Run()) {
      out.state = tableau.TooLarge() ? AuditState::kTooLarge : AuditState::kContradiction;
      out.contradiction = group.cells.front();
      return out;
    }
  }
  for (CellId c = 0; c < n; ++c) {
    if (!out.cells[c].Allows(view.needs[c])) out.given_away.push_back(c);
  }
  return out;
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
