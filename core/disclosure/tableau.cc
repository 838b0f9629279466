#include "core/disclosure/tableau.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace verzuim {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kTiny = 1e-9;
// After so many steps without progress the least cell goes first (Bland), which cannot go round in circles.
constexpr int kStuck = 12;

// Coefficients are nearly always -1, 0 or 1, and else fractions with a small denominator; snapping keeps them exact
// however long the walk, and the runs equal on every machine.
double Snap(double v) {
  // Adding and subtracting 1.5 * 2^52 rounds to the nearest whole number, without a library call.
  constexpr double kRound = 6755399441055744.0;
  constexpr double kDenominators = 2520;  // a multiple of 1..10
  const double whole = (v + kRound) - kRound;
  if (v == whole) return v;
  if (std::fabs(v - whole) < kTiny) return whole;
  const double scaled = v * kDenominators;
  const double fraction = (scaled + kRound) - kRound;
  return std::fabs(scaled - fraction) < 1e-5 && std::fabs(v) < 1e6 ? fraction / kDenominators : v;
}

struct Entry {
  uint32_t local;
  double coefficient;
};

// Sparse Gauss elimination: rows in the order they were solved, each with the local cell it was solved for.
class Elimination {
 public:
  struct Solved {
    uint32_t pivot;
    double constant;  // pivot + sum(entries) = constant
    std::vector<Entry> rest;
  };

  Elimination(std::vector<std::vector<Entry>> rows, std::vector<double> constants, size_t locals, size_t pivotable)
      : rows_(std::move(rows)), constants_(std::move(constants)), occurrences_(locals), pivotable_(pivotable) {}

  std::vector<Solved> Run(bool* consistent) {
    for (uint32_t r = 0; r < rows_.size(); ++r) {
      for (const Entry& e : rows_[r]) occurrences_[e.local].push_back(r);
    }
    std::vector<Solved> solved;
    std::vector<std::vector<uint32_t>> buckets;  // rows by length; stale entries are skipped
    auto put = [&](uint32_t r) {
      const size_t n = rows_[r].size();
      if (buckets.size() <= n) buckets.resize(n + 1);
      buckets[n].push_back(r);
    };
    std::vector<char> done(rows_.size(), 0);
    for (uint32_t r = 0; r < rows_.size(); ++r) put(r);
    for (size_t n = 0; n < buckets.size();) {
      if (buckets[n].empty()) {
        ++n;
        continue;
      }
      const uint32_t r = buckets[n].back();
      buckets[n].pop_back();
      if (done[r] || rows_[r].size() != n) continue;
      done[r] = 1;
      const int at = PivotOf(rows_[r]);
      if (at < 0) {
        if (rows_[r].empty() && std::fabs(constants_[r]) > 1e-6) *consistent = false;
        continue;
      }
      const Entry pivot = rows_[r][static_cast<size_t>(at)];
      for (Entry& e : rows_[r]) e.coefficient = Snap(e.coefficient / pivot.coefficient);
      constants_[r] /= pivot.coefficient;
      for (const uint32_t other : occurrences_[pivot.local]) {
        if (done[other]) continue;
        if (Subtract(other, r, pivot.local)) {
          put(other);
          n = std::min(n, rows_[other].size());
        }
      }
      Solved row{pivot.local, constants_[r], {}};
      for (const Entry& e : rows_[r]) {
        if (e.local != pivot.local) row.rest.push_back(e);
      }
      solved.push_back(std::move(row));
      rows_[r].clear();
    }
    return solved;
  }

 private:
  // The entry to solve for: coefficient one first, then the cell in the fewest rows. -1 when there is none.
  int PivotOf(const std::vector<Entry>& row) const {
    int best = -1;
    uint64_t best_key = UINT64_MAX;
    for (size_t i = 0; i < row.size(); ++i) {
      if (row[i].local >= pivotable_) continue;
      const uint64_t key =
          occurrences_[row[i].local].size() + (std::fabs(row[i].coefficient) == 1 ? 0 : uint64_t{1} << 40);
      if (key < best_key) {
        best_key = key;
        best = static_cast<int>(i);
      }
    }
    return best;
  }

  // rows_[target] -= factor * rows_[source] so that `local` disappears. Both are sorted by local cell.
  bool Subtract(uint32_t target, uint32_t source, uint32_t local) {
    const std::vector<Entry>& a = rows_[target];
    const std::vector<Entry>& b = rows_[source];
    double factor = 0;
    for (const Entry& e : a) {
      if (e.local == local) factor = e.coefficient;
    }
    if (factor == 0) return false;
    merged_.clear();
    size_t i = 0, j = 0;
    while (i < a.size() || j < b.size()) {
      if (j == b.size() || (i < a.size() && a[i].local < b[j].local)) {
        merged_.push_back(a[i++]);
      } else if (i == a.size() || b[j].local < a[i].local) {
        merged_.push_back({b[j].local, Snap(-factor * b[j].coefficient)});
        occurrences_[b[j].local].push_back(target);
        ++j;
      } else {
        const double sum = Snap(a[i].coefficient - factor * b[j].coefficient);
        if (sum != 0) merged_.push_back({a[i].local, sum});
        ++i;
        ++j;
      }
    }
    constants_[target] -= factor * constants_[source];
    rows_[target].swap(merged_);
    return true;
  }

  std::vector<std::vector<Entry>> rows_;
  std::vector<double> constants_;
  std::vector<std::vector<uint32_t>> occurrences_;
  std::vector<Entry> merged_;
  size_t pivotable_;
};

}  // namespace

Tableau::Tableau(const CountSystem& system, const std::vector<Bounds>& bounds, const std::vector<CellId>& cells,
                 const std::vector<uint32_t>& relations, std::vector<uint32_t>& scratch, bool tags) {
  const size_t locals = cells.size() + (tags ? relations.size() : 0);
  for (uint32_t i = 0; i < cells.size(); ++i) scratch[cells[i]] = i;
  std::vector<std::vector<Entry>> rows(relations.size());
  std::vector<double> constants(relations.size(), 0);
  for (size_t r = 0; r < relations.size(); ++r) {
    for (const Term& term : system.Terms(relations[r])) {
      if (scratch[term.cell] == kNone) {
        constants[r] -= static_cast<double>(term.sign * bounds[term.cell].lo);
      } else {
        rows[r].push_back({scratch[term.cell], static_cast<double>(term.sign)});
      }
    }
    std::sort(rows[r].begin(), rows[r].end(), [](const Entry& a, const Entry& b) { return a.local < b.local; });
    if (tags) rows[r].push_back({static_cast<uint32_t>(cells.size() + r), 1});
  }
  for (const CellId c : cells) scratch[c] = kNone;

  Elimination elimination(std::move(rows), std::move(constants), locals, cells.size());
  std::vector<Elimination::Solved> solved = elimination.Run(&consistent_);

  value_.assign(locals, 0);
  lo_.assign(locals, 0);
  hi_.assign(locals, 0);
  for (size_t i = 0; i < cells.size(); ++i) {
    lo_[i] = static_cast<double>(bounds[cells[i]].lo);
    hi_[i] = bounds[cells[i]].hi == kUnbounded ? kInfinity : static_cast<double>(bounds[cells[i]].hi);
    value_[i] = lo_[i];
  }
  where_.assign(locals, 0);
  std::vector<char> is_basic(locals, 0);
  for (const Elimination::Solved& s : solved) is_basic[s.pivot] = 1;
  for (uint32_t i = 0; i < locals; ++i) {
    if (is_basic[i]) continue;
    where_[i] = ~static_cast<int32_t>(free_.size());
    free_.push_back(i);
  }
  const size_t columns = free_.size();
  if (columns * solved.size() > kMaxEntries) {
    too_large_ = true;
    free_.clear();
    return;
  }
  t_.assign(columns * solved.size(), 0);
  basic_.resize(solved.size());
  for (size_t r = 0; r < solved.size(); ++r) {
    basic_[r] = solved[r].pivot;
    where_[solved[r].pivot] = static_cast<int32_t>(r);
  }
  // A row mentions only cells that were solved later, so the last row is finished first.
  for (size_t r = solved.size(); r-- > 0;) {
    double* row = Row(r);
    double constant = solved[r].constant;
    for (const Entry& e : solved[r].rest) {
      constant -= e.coefficient * value_[e.local];
      if (where_[e.local] < 0) {
        row[~where_[e.local]] += e.coefficient;
      } else {
        const double* other = Row(static_cast<size_t>(where_[e.local]));
        for (size_t j = 0; j < columns; ++j) row[j] -= e.coefficient * other[j];
      }
    }
    for (size_t j = 0; j < columns; ++j) row[j] = Snap(row[j]);
    value_[basic_[r]] = Snap(constant);
  }
}

bool Tableau::IsWhole() const {
  for (const double v : value_) {
    if (v != std::nearbyint(v)) return false;
  }
  return true;
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
  value_[free_[column]] = Snap(value_[free_[column]] + step);
  const size_t columns = free_.size();
  for (size_t r = 0; r < basic_.size(); ++r) {
    const double a = t_[r * columns + column];
    if (a != 0) value_[basic_[r]] = Snap(value_[basic_[r]] - a * step);
  }
}

void Tableau::Pivot(size_t row, size_t column) {
  const size_t columns = free_.size();
  double* p = Row(row);
  const double inverse = 1 / p[column];
  filled_.clear();
  for (uint32_t j = 0; j < columns; ++j) {
    if (p[j] == 0 || j == column) continue;
    p[j] = Snap(p[j] * inverse);
    filled_.push_back(j);
  }
  p[column] = inverse;
  const bool dense = filled_.size() * 3 > columns;
  for (size_t r = 0; r < basic_.size(); ++r) {
    double* other = Row(r);
    const double a = other[column];
    if (a == 0 || r == row) continue;
    if (dense) {
      other[column] = 0;
      for (size_t j = 0; j < columns; ++j) other[j] = Snap(other[j] - a * p[j]);
    } else {
      for (const uint32_t j : filled_) other[j] = Snap(other[j] - a * p[j]);
      other[column] = Snap(-a * inverse);
    }
  }
  std::swap(basic_[row], free_[column]);
  where_[basic_[row]] = static_cast<int32_t>(row);
  where_[free_[column]] = ~static_cast<int32_t>(column);
}

bool Tableau::ChooseColumn(size_t row, bool up, bool bland, size_t* column, bool* raise) const {
  const double* t = Row(row);
  double best = 0;
  for (size_t j = 0; j < free_.size(); ++j) {
    if (t[j] == 0) continue;
    const uint32_t local = free_[j];
    const bool lift = (t[j] < 0) == up;  // raising the free cell moves the basic one the wanted way
    if (lift ? value_[local] >= hi_[local] : value_[local] <= lo_[local]) continue;
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
  }
  return best > 0;
}

size_t Tableau::ChooseRow(size_t column, bool raise, bool bland, double* limit) const {
  const size_t columns = free_.size();
  size_t leaving = SIZE_MAX;
  double leaving_size = 0;
  for (size_t r = 0; r < basic_.size(); ++r) {
    const double a = t_[r * columns + column];
    if (a == 0) continue;
    const uint32_t b = basic_[r];
    const bool rises = (a < 0) == raise;
    const double room = rises ? hi_[b] - value_[b] : value_[b] - lo_[b];
    if (room == kInfinity) continue;
    const double size = std::fabs(a);
    const double step = std::max(0.0, room / size);
    if (step > *limit + kTiny) continue;
    if (step >= *limit - kTiny) {
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
    stuck = limit > kTiny ? 0 : stuck + 1;
    Move(column, raise ? limit : -limit);
    if (leaving != SIZE_MAX) {
      Pivot(leaving, column);
    } else if (where_[local] < 0 && value_[local] != target && limit <= kTiny) {
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
  size_t broken = Locals();
  for (size_t i = 0; i < Locals() && broken == Locals(); ++i) {
    if (value_[i] != std::nearbyint(value_[i])) broken = i;
  }
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
