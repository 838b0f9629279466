#include "core/disclosure/group_audit.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <utility>

namespace verzuim {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kTiny = 1e-6;
constexpr int kOtherStarts = 8;  // witnesses to walk from where the walk from the base ends between whole numbers

}  // namespace

bool GroupAudit::Run() {
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

// Notes the current value of cell i; true when a need is met for the first time.
bool GroupAudit::Note(size_t i) {
  const CellId c = group_.cells[i];
  CellAudit& cell = out_.cells[c];
  const int64_t v = Whole(i);
  cell.lowest = std::min(cell.lowest, v);
  if (cell.highest != kUnbounded) cell.highest = std::max(cell.highest, v);
  if (v < 0 || v >= 32 || IsPossible(i, v)) return false;
  cell.possible |= 1U << v;
  const Need need = view_.needs[c];
  return need.first <= v && v <= need.last;
}

// Takes the current table in when it is whole; keeps it as a witness when it shows something needed.
void GroupAudit::Take() {
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

// Walks from the base, so that a witness changes few cells, to a whole table in which cell i has the value.
// kBlocked: no table has it, nor any value beyond; kGaveUp: none with whole numbers was found.
DriveResult GroupAudit::Reach(size_t i, int64_t value) {
  tableau_.Back();
  const DriveResult result = ReachFrom(i, value);
  return result == DriveResult::kGaveUp && ReachFromWitness(i, value) ? DriveResult::kReached : result;
}

// The same from the current table.
DriveResult GroupAudit::ReachFrom(size_t i, int64_t value) {
  const double target = static_cast<double>(value);
  const DriveResult result = tableau_.DriveTo(i, target);
  if (result != DriveResult::kReached || tableau_.IsWhole()) return result;
  const double lo = tableau_.Lo(i), hi = tableau_.Hi(i);
  tableau_.SetBounds(i, target, target);
  int budget = options_.search_steps;
  const bool whole = tableau_.MakeWhole(&budget);
  tableau_.SetBounds(i, lo, hi);
  return whole ? DriveResult::kReached : DriveResult::kGaveUp;
}

// From other whole tables the walk comes to other corners: tried from those in which cell i is nearest to the value.
bool GroupAudit::ReachFromWitness(size_t i, int64_t value) {
  const CellId c = group_.cells[i];
  std::vector<std::pair<int64_t, size_t>> starts;
  for (size_t w = 0; w < witnesses_.size(); ++w) {
    const auto found = std::lower_bound(witnesses_[w].begin(), witnesses_[w].end(), c,
                                        [](const CellValue& a, CellId cell) { return a.cell < cell; });
    if (found != witnesses_[w].end() && found->cell == c) starts.emplace_back(std::abs(found->value - value), w);
  }
  std::sort(starts.begin(), starts.end());
  if (starts.size() > kOtherStarts) starts.resize(kOtherStarts);
  for (const auto& [distance, w] : starts) {
    tableau_.Back();
    for (const CellValue& change : witnesses_[w]) {
      const auto place = std::lower_bound(group_.cells.begin(), group_.cells.end(), change.cell);
      tableau_.Set(static_cast<size_t>(place - group_.cells.begin()), static_cast<double>(change.value));
    }
    if (ReachFrom(i, value) == DriveResult::kReached) return true;
  }
  return false;
}

// Looks for the needed values of cell i, on either side of the base the farthest first: where a walk is stopped, no
// value beyond is possible.
void GroupAudit::Cover(size_t i) {
  const CellId c = group_.cells[i];
  const Need need = view_.needs[c];
  const int64_t base = out_.certificate.base[c];
  CellAudit& cell = out_.cells[c];
  cell.never_small = !need.IsEmpty() && (reach_[c].lo > need.last || reach_[c].hi < need.first);
  for (const bool up : {false, true}) {
    int64_t end = up ? need.last : need.first;
    const int64_t nearest = up ? std::max<int64_t>(base, need.first) : std::min<int64_t>(base, need.last);
    for (int64_t v = end; up ? v >= nearest : v <= nearest; v += up ? -1 : 1) {
      if (IsPossible(i, v) || !reach_[c].Contains(v) || (up ? v > end : v < end)) continue;
      const DriveResult result = Reach(i, v);
      if (result == DriveResult::kReached) Take();
      if (result != DriveResult::kBlocked) continue;
      // Where the walk ends the values end: perhaps before the first needed one.
      const double last = tableau_.Value(i);
      end = static_cast<int64_t>(up ? std::floor(last + kTiny) : std::ceil(last - kTiny));
      if (up ? end < need.first : end > need.last) cell.never_small = true;
    }
  }
}

// The lowest or highest whole value of cell i.
void GroupAudit::Extreme(size_t i, bool up) {
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
  // The corner is not whole: try the whole values from there towards what is known to be possible.
  const double corner = tableau_.Value(i);
  int64_t v = static_cast<int64_t>(up ? std::floor(corner) : std::ceil(corner));
  for (int tries = 0; tries < 64 && (up ? v > cell.highest : v < cell.lowest); ++tries, v += up ? -1 : 1) {
    if (Reach(i, v) == DriveResult::kReached) {
      Take();
      return;
    }
  }
}

}  // namespace verzuim
