#include "core/disclosure/tableau.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "core/disclosure/elimination.h"

namespace verzuim {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
// After so many steps without progress the least cell goes first (Bland), which cannot go round in circles.
constexpr int kStuck = 12;

// Entries written by steps, per entry of the first solution, before that one is put back: found by measuring.
constexpr uint64_t kMuchWork = 40;

bool IsWholeNumber(double v) {
  return v == std::nearbyint(v);
}

}  // namespace

Tableau::Tableau(const CountSystem& system, const std::vector<Bounds>& bounds, const std::vector<CellId>& cells,
                 const std::vector<uint32_t>& relations, std::vector<uint32_t>& scratch, bool tags) {
  const size_t locals = cells.size() + (tags ? relations.size() : 0);
  for (uint32_t i = 0; i < cells.size(); ++i) scratch[cells[i]] = i;
  std::vector<std::vector<RowEntry>> rows(relations.size());
  std::vector<double> constants(relations.size(), 0);
  for (size_t r = 0; r < relations.size(); ++r) {
    for (const Term& term : system.Terms(relations[r])) {
      if (scratch[term.cell] == kNone) {
        constants[r] -= static_cast<double>(term.sign * bounds[term.cell].lo);
      } else {
        rows[r].push_back({scratch[term.cell], static_cast<double>(term.sign)});
      }
    }
    std::sort(rows[r].begin(), rows[r].end(), [](const RowEntry& a, const RowEntry& b) { return a.local < b.local; });
    if (tags) rows[r].push_back({static_cast<uint32_t>(cells.size() + r), 1});
  }
  for (const CellId c : cells) scratch[c] = kNone;

  const std::vector<SolvedRow> solved =
      Eliminate(std::move(rows), std::move(constants), locals, cells.size(), &consistent_);

  value_.assign(locals, 0);
  lo_.assign(locals, 0);
  hi_.assign(locals, 0);
  for (size_t i = 0; i < cells.size(); ++i) {
    lo_[i] = static_cast<double>(bounds[cells[i]].lo);
    hi_[i] = bounds[cells[i]].hi == kUnbounded ? kInfinity : static_cast<double>(bounds[cells[i]].hi);
    value_[i] = lo_[i];
  }
  is_changed_.assign(locals, 1);
  changed_.resize(locals);
  std::iota(changed_.begin(), changed_.end(), 0U);
  where_.assign(locals, 0);
  std::vector<char> is_basic(locals, 0);
  for (const SolvedRow& s : solved) is_basic[s.pivot] = 1;
  for (uint32_t i = 0; i < locals; ++i) {
    if (is_basic[i]) continue;
    where_[i] = ~static_cast<int32_t>(free_.size());
    free_.push_back(i);
  }
  const size_t columns = free_.size();
  if (uint64_t{columns} * solved.size() > kMaxEntries) {
    too_large_ = true;
    free_.clear();
    return;
  }
  t_.assign(columns * solved.size(), 0);
  in_row_.Reset(solved.size(), columns);
  in_column_.Reset(columns, solved.size());
  basic_.resize(solved.size());
  for (size_t r = 0; r < solved.size(); ++r) {
    basic_[r] = solved[r].pivot;
    where_[solved[r].pivot] = static_cast<int32_t>(r);
  }
  // A row mentions only cells that were solved later, so the last row is finished first.
  for (size_t r = solved.size(); r-- > 0;) {
    double* row = Row(r);
    double constant = solved[r].constant;
    for (const RowEntry& e : solved[r].rest) {
      constant -= e.coefficient * value_[e.local];
      if (where_[e.local] < 0) {
        const size_t column = static_cast<size_t>(~where_[e.local]);
        row[column] += e.coefficient;
        in_row_.Mark(r, column);
      } else {
        const size_t later = static_cast<size_t>(where_[e.local]);
        const double* other = Row(later);
        in_row_.ForEach(later, [&](uint32_t j) {
          row[j] -= e.coefficient * other[j];
          in_row_.Mark(r, j);
          return true;
        });
      }
    }
    in_row_.ForEach(r, [&](uint32_t j) {
      row[j] = Snap(row[j]);
      if (row[j] != 0) in_column_.Mark(j, r);
      return row[j] != 0;
    });
    value_[basic_[r]] = Snap(constant);
  }
  RememberSolution();
}

void Tableau::Keep(std::vector<double> values) {
  kept_ = std::move(values);
  value_ = kept_;
  is_changed_.assign(Locals(), 0);
  changed_.clear();
}

void Tableau::Back() {
  for (const uint32_t i : changed_) {
    value_[i] = kept_[i];
    is_changed_[i] = 0;
  }
  changed_.clear();
  if (work_ > kMuchWork * first_entries_.size()) RestoreSolution();
}

void Tableau::RememberSolution() {
  first_starts_.assign(1, 0);
  for (size_t r = 0; r < basic_.size(); ++r) {
    const double* row = Row(r);
    in_row_.ForEach(r, [&](uint32_t j) {
      first_entries_.emplace_back(j, row[j]);
      return true;
    });
    first_starts_.push_back(static_cast<uint32_t>(first_entries_.size()));
  }
  first_basic_ = basic_;
  first_free_ = free_;
  is_row_other_.assign(basic_.size(), 0);
}

void Tableau::RestoreSolution() {
  for (const uint32_t r : other_rows_) {
    double* row = Row(r);
    in_row_.ForEach(r, [&](uint32_t j) {
      row[j] = 0;
      return false;
    });
    for (uint32_t e = first_starts_[r]; e < first_starts_[r + 1]; ++e) {
      row[first_entries_[e].first] = first_entries_[e].second;
      MarkFilled(r, first_entries_[e].first);
    }
    is_row_other_[r] = 0;
    basic_[r] = first_basic_[r];
    where_[basic_[r]] = static_cast<int32_t>(r);
  }
  for (const uint32_t column : other_columns_) {
    free_[column] = first_free_[column];
    where_[free_[column]] = ~static_cast<int32_t>(column);
  }
  other_rows_.clear();
  other_columns_.clear();
  work_ = 0;
}

size_t Tableau::FirstBroken() const {
  size_t first = Locals();
  for (const uint32_t i : changed_) {
    if (i < first && !IsWholeNumber(value_[i])) first = i;
  }
  return first;
}

std::vector<double> Tableau::RowOf(size_t local) const {
  std::vector<double> out;
  if (where_[local] < 0) return out;
  out.assign(Locals(), 0);
  const double* row = Row(static_cast<size_t>(where_[local]));
  for (size_t j = 0; j < free_.size(); ++j) out[free_[j]] = row[j];
  out[local] = 1;
  return out;
}

void Tableau::Move(size_t column, double step) {
  if (step == 0) return;
  Set(free_[column], Snap(value_[free_[column]] + step));
  for (const auto& [r, a] : column_) Set(basic_[r], Snap(value_[basic_[r]] - a * step));
}

void Tableau::Pivot(size_t row, size_t column) {
  const size_t columns = free_.size();
  double* p = Row(row);
  const double inverse = 1 / p[column];
  filled_.clear();
  in_row_.ForEach(row, [&](uint32_t j) {
    if (p[j] == 0) return false;
    if (j == column) return true;
    p[j] = Snap(p[j] * inverse);
    filled_.push_back(j);
    return true;
  });
  p[column] = inverse;
  const bool dense = filled_.size() * 3 > columns;
  other_columns_.push_back(static_cast<uint32_t>(column));
  work_ += uint64_t{column_.size()} * (1 + filled_.size());
  for (const auto& [r, a] : column_) {
    if (!is_row_other_[r]) {
      is_row_other_[r] = 1;
      other_rows_.push_back(r);
    }
    if (r == row) continue;
    double* other = Row(r);
    if (dense) {
      other[column] = 0;
      for (size_t j = 0; j < columns; ++j) other[j] = Snap(other[j] - a * p[j]);
    } else {
      for (const uint32_t j : filled_) other[j] = Snap(other[j] - a * p[j]);
      other[column] = Snap(-a * inverse);
    }
    for (const uint32_t j : filled_) MarkFilled(r, j);
  }
  std::swap(basic_[row], free_[column]);
  where_[basic_[row]] = static_cast<int32_t>(row);
  where_[free_[column]] = ~static_cast<int32_t>(column);
}

bool Tableau::ChooseColumn(size_t row, bool up, bool bland, size_t* column, bool* raise) {
  const double* t = Row(row);
  double best = 0;
  in_row_.ForEach(row, [&](uint32_t j) {
    if (t[j] == 0) return false;
    const uint32_t local = free_[j];
    const bool lift = (t[j] < 0) == up;  // raising the free cell moves the basic one the wanted way
    if (lift ? value_[local] >= hi_[local] : value_[local] <= lo_[local]) return true;
    double score;
    if (bland) {
      score = 1 / (1 + static_cast<double>(local));
    } else {
      // Coefficient one first: its steps stay whole.
      const double size = std::fabs(t[j]);
      score = size == 1 ? 4 : size < 1 ? size : 1 + 1 / size;
      if (value_[local] > lo_[local] && value_[local] < hi_[local]) score += 0.5;
    }
    if (score > best) {
      best = score;
      *column = j;
      *raise = lift;
    }
    return true;
  });
  return best > 0;
}

size_t Tableau::ChooseRow(size_t column, bool raise, bool bland, double* limit) {
  const size_t columns = free_.size();
  column_.clear();
  in_column_.ForEach(column, [&](uint32_t r) {
    const double a = t_[r * columns + column];
    if (a != 0) column_.emplace_back(r, a);
    return a != 0;
  });
  size_t leaving = SIZE_MAX;
  double leaving_size = 0;
  for (const auto& [r, a] : column_) {
    const uint32_t b = basic_[r];
    const bool rises = (a < 0) == raise;
    const double room = rises ? hi_[b] - value_[b] : value_[b] - lo_[b];
    if (room == kInfinity) continue;
    const double size = std::fabs(a);
    const double step = std::max(0.0, room / size);
    if (step > *limit + kTinyDifference) continue;
    if (step >= *limit - kTinyDifference) {
      // A tie, with the moving cell's own end or with another row.
      if (leaving == SIZE_MAX) continue;
      if (bland ? b > basic_[leaving] : size != 1 || leaving_size == 1) continue;
    }
    *limit = std::min(*limit, step);
    leaving = r;
    leaving_size = size;
  }
  return leaving;
}

DriveResult Tableau::DriveTo(size_t local, double target) {
  const size_t columns = free_.size();
  int stuck = 0;
  int steps = static_cast<int>(4 * (basic_.size() + columns) + 200);
  while (value_[local] != target) {
    if (--steps < 0) return DriveResult::kGaveUp;
    const bool up = target > value_[local];
    size_t column = 0;
    bool raise = up;
    double limit;  // how far the free cell may move
    if (where_[local] < 0) {
      column = static_cast<size_t>(~where_[local]);
      limit = std::fabs(target - value_[local]);
    } else {
      const size_t row = static_cast<size_t>(where_[local]);
      if (!ChooseColumn(row, up, stuck > kStuck, &column, &raise)) return DriveResult::kBlocked;
      limit = std::fabs((target - value_[local]) / t_[row * columns + column]);
    }
    const uint32_t entering = free_[column];
    limit = std::min(limit, raise ? hi_[entering] - value_[entering] : value_[entering] - lo_[entering]);
    const size_t leaving = ChooseRow(column, raise, stuck > kStuck, &limit);
    if (limit == kInfinity) return DriveResult::kReached;
    stuck = limit > kTinyDifference ? 0 : stuck + 1;
    Move(column, raise ? limit : -limit);
    if (leaving != SIZE_MAX) {
      Pivot(leaving, column);
    } else if (where_[local] < 0 && value_[local] != target && limit <= kTinyDifference) {
      return DriveResult::kBlocked;
    }
  }
  return DriveResult::kReached;
}

bool Tableau::FindTable() {
  if (!consistent_ || too_large_) return false;
  const std::vector<double> lo = lo_, hi = hi_;
  for (size_t i = 0; i < Locals(); ++i) {
    lo_[i] = std::min(lo_[i], value_[i]);
    hi_[i] = std::max(hi_[i], value_[i]);
  }
  for (size_t i = 0; i < Locals(); ++i) {
    if (value_[i] < lo[i] && DriveTo(i, lo[i]) != DriveResult::kReached) return false;
    if (value_[i] > hi[i] && DriveTo(i, hi[i]) != DriveResult::kReached) return false;
    lo_[i] = lo[i];
    hi_[i] = hi[i];
  }
  return true;
}

bool Tableau::MakeWhole(int* budget) {
  const size_t broken = FirstBroken();
  if (broken == Locals()) return true;
  if (--*budget < 0) return false;
  const double lo = lo_[broken], hi = hi_[broken];
  const double below = std::floor(value_[broken]);
  const std::vector<double> start = value_;
  for (const bool down : {true, false}) {
    if (*budget < 0) return false;
    value_ = start;
    if (DriveTo(broken, down ? below : below + 1) == DriveResult::kReached) {
      (down ? hi_ : lo_)[broken] = value_[broken];
      const bool whole = MakeWhole(budget);
      lo_[broken] = lo;
      hi_[broken] = hi;
      if (whole) return true;
    }
  }
  return false;
}

}  // namespace verzuim
