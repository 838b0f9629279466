#include "core/disclosure/elimination.h"

#include <algorithm>
#include <utility>

namespace verzuim {
namespace {

class Elimination {
 public:
  Elimination(std::vector<std::vector<RowEntry>> rows, std::vector<double> constants, size_t locals, size_t pivotable)
      : rows_(std::move(rows)), constants_(std::move(constants)), occurrences_(locals), pivotable_(pivotable) {}

  std::vector<SolvedRow> Run(bool* consistent) {
    for (uint32_t r = 0; r < rows_.size(); ++r) {
      for (const RowEntry& e : rows_[r]) occurrences_[e.local].push_back(r);
    }
    std::vector<SolvedRow> solved;
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
      const RowEntry pivot = rows_[r][static_cast<size_t>(at)];
      for (RowEntry& e : rows_[r]) e.coefficient = Snap(e.coefficient / pivot.coefficient);
      constants_[r] /= pivot.coefficient;
      for (const uint32_t other : occurrences_[pivot.local]) {
        if (done[other]) continue;
        if (Subtract(other, r, pivot.local)) {
          put(other);
          n = std::min(n, rows_[other].size());
        }
      }
      SolvedRow row{pivot.local, constants_[r], {}};
      for (const RowEntry& e : rows_[r]) {
        if (e.local != pivot.local) row.rest.push_back(e);
      }
      solved.push_back(std::move(row));
      rows_[r].clear();
    }
    return solved;
  }

 private:
  // The entry to solve for: coefficient one first, then the cell in the fewest rows. -1 when there is none.
  int PivotOf(const std::vector<RowEntry>& row) const {
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
    const std::vector<RowEntry>& a = rows_[target];
    const std::vector<RowEntry>& b = rows_[source];
    double factor = 0;
    for (const RowEntry& e : a) {
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

  std::vector<std::vector<RowEntry>> rows_;
  std::vector<double> constants_;
  std::vector<std::vector<uint32_t>> occurrences_;
  std::vector<RowEntry> merged_;
  size_t pivotable_;
};

}  // namespace

std::vector<SolvedRow> Eliminate(std::vector<std::vector<RowEntry>> rows, std::vector<double> constants,
                                 size_t locals, size_t pivotable, bool* consistent) {
  return Elimination(std::move(rows), std::move(constants), locals, pivotable).Run(consistent);
}

}  // namespace verzuim
