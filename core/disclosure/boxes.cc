#include "core/disclosure/boxes.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <map>

namespace verzuim {
namespace {

constexpr uint32_t kOutside = UINT32_MAX;  // the change ends at Total instead of at another leaf
constexpr size_t kMaxPaths = 4096;
constexpr double kNever = std::numeric_limits<double>::infinity();

// How far a cell can grow or shrink.
int64_t RoomOf(const CoverRequest& request, const std::vector<int64_t>& truth, CellId c, bool grows) {
  const Bounds b = request.bounds[c];
  if (!grows) return truth[c] - b.lo;
  return b.hi == kUnbounded ? kUnbounded : b.hi - truth[c];
}

// The largest n >= 4 with n^k <= effort (pow would differ between machines).
size_t WholeRoot(size_t effort, size_t k) {
  size_t n = 4;
  for (;; ++n) {
    size_t power = 1;
    for (size_t i = 0; i < k; ++i) power *= n + 1;
    if (power > effort) return n;
  }
}

}  // namespace

struct BoxSource::Partial {
  std::vector<std::pair<int64_t, int8_t>> cells;
  double cost = 0;
  int64_t capacity = 0;
};

BoxSource::BoxSource(const CountTable& table) : table_(table) {
  const size_t k = table.dimensions.size();
  stride_.assign(k, 1);
  for (size_t d = k; d-- > 1;) stride_[d - 1] = stride_[d] * table.dimensions[d].codes.size();
  inside_.resize(k);
  siblings_.resize(k);
  for (size_t d = 0; d < k; ++d) {
    const TableDimension& dimension = table.dimensions[d];
    inside_[d].resize(dimension.codes.size());
    for (uint32_t leaf = 0; leaf < dimension.leaves; ++leaf) {
      for (const uint32_t code : dimension.ancestors[leaf]) inside_[d][code].push_back(leaf);
    }
    siblings_[d].resize(dimension.leaves);
    for (const CodeSum& sum : dimension.sums) {
      for (const uint32_t child : sum.children) {
        if (child >= dimension.leaves || !siblings_[d][child].empty()) continue;
        for (const uint32_t other : sum.children) {
          if (other != child && other < dimension.leaves) siblings_[d][child].push_back(other);
        }
      }
    }
  }
}

BoxSource::Path BoxSource::MakePath(size_t d, uint32_t code, uint32_t from, uint32_t to) const {
  const TableDimension& dimension = table_.dimensions[d];
  Path path;
  const std::vector<uint32_t>& a = dimension.ancestors[from];
  const std::vector<uint32_t> none;
  const std::vector<uint32_t>& b = to == kOutside ? none : dimension.ancestors[to];
  auto add = [&](uint32_t other, int8_t sign) {
    if (other == code) return;
    path.push_back(
        {(static_cast<int64_t>(other) - static_cast<int64_t>(code)) * static_cast<int64_t>(stride_[d]), sign});
  };
  size_t i = 0, j = 0;
  while (i < a.size() || j < b.size()) {
    if (j == b.size() || (i < a.size() && a[i] < b[j])) {
      add(a[i++], +1);
    } else if (i == a.size() || b[j] < a[i]) {
      add(b[j++], -1);
    } else {
      ++i;
      ++j;
    }
  }
  return path;
}

std::vector<BoxSource::Path> BoxSource::Paths(const CoverRequest& request, size_t d, uint32_t code, size_t limit,
                                              Random& random) const {
  const TableDimension& dimension = table_.dimensions[d];
  const std::vector<uint32_t>& in = inside_[d][code];
  struct Candidate {
    double cost;
    Path path;
  };
  std::vector<Candidate> candidates;
  // A box holds these cells whatever the other dimensions do, so a path without room here is of no use.
  auto consider = [&](uint32_t from, uint32_t to) {
    Candidate candidate{0, MakePath(d, code, from, to)};
    for (const Step& step : candidate.path) {
      const CellId c = static_cast<CellId>(static_cast<int64_t>(request.cell) + step.offset);
      if (RoomOf(request, request.truth, c, (step.sign > 0) == (request.change > 0)) <= 0) return;
      candidate.cost += request.cost[c];
      if (candidate.cost == kNever) return;
    }
    candidates.push_back(std::move(candidate));
  };
  const size_t outside = dimension.leaves - in.size() + 1;
  if (in.size() * outside <= kMaxPaths) {
    for (const uint32_t from : in) {
      for (uint32_t to = 0; to < dimension.leaves; ++to) {
        if (!dimension.Contains(code, to)) consider(from, to);
      }
      consider(from, kOutside);
    }
  } else {
    // Too many: a sample, with more than its share of the short ones (to a sibling, or straight to Total).
    for (size_t n = 0; n < kMaxPaths; ++n) {
      const uint32_t from = in[random.Below(in.size())];
      uint32_t to = kOutside;
      if (n % 8 != 0) {
        const std::vector<uint32_t>& near = siblings_[d][from];
        to = n % 2 == 0 && !near.empty() ? near[random.Below(near.size())]
                                         : static_cast<uint32_t>(random.Below(dimension.leaves));
        if (dimension.Contains(code, to)) to = kOutside;
      }
      consider(from, to);
    }
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.cost < b.cost; });
  std::vector<Path> paths;
  for (Candidate& candidate : candidates) {
    if (paths.size() == limit) break;
    paths.push_back(std::move(candidate.path));
  }
  return paths;
}

void BoxSource::Extend(const CoverRequest& request, const std::vector<int64_t>& truth, int64_t left,
                       const std::vector<std::vector<Path>>& paths, size_t dimension, Partial& partial,
                       Best& best) const {
  if (dimension == paths.size()) {
    const int64_t amount = std::min(partial.capacity, std::abs(left));
    const double score = partial.cost / static_cast<double>(amount);
    if (score >= best.score) return;
    best.score = score;
    best.amount = amount;
    best.cells.clear();
    for (const auto& [cell, sign] : partial.cells) best.cells.emplace_back(static_cast<CellId>(cell), sign);
    return;
  }
  const size_t before = partial.cells.size();
  const double cost = partial.cost;
  const int64_t capacity = partial.capacity;
  for (const Path& path : paths[dimension]) {
    bool fits = true;
    for (const Step& step : path) {
      for (size_t i = 0; i < before && fits; ++i) {
        const int64_t cell = partial.cells[i].first + step.offset;
        const int8_t sign = static_cast<int8_t>(partial.cells[i].second * step.sign);
        const CellId c = static_cast<CellId>(cell);
        partial.capacity = std::min(partial.capacity, RoomOf(request, truth, c, (sign > 0) == (left > 0)));
        partial.cost += request.cost[c];
        partial.cells.emplace_back(cell, sign);
        fits = partial.capacity > 0 &&
               partial.cost < best.score * static_cast<double>(std::min(partial.capacity, std::abs(left)));
      }
      if (!fits) break;
    }
    if (fits) Extend(request, truth, left, paths, dimension + 1, partial, best);
    partial.cells.resize(before);
    partial.cost = cost;
    partial.capacity = capacity;
  }
}

TableChange BoxSource::Find(const CoverRequest& request, Random& random) const {
  const size_t k = table_.dimensions.size();
  const std::vector<uint32_t> codes = table_.CodesOf(request.cell);
  const size_t per_dimension = WholeRoot(request.effort, k);
  std::vector<std::vector<Path>> paths(k);
  for (size_t d = 0; d < k; ++d) paths[d] = Paths(request, d, codes[d], per_dimension, random);

  std::map<CellId, int64_t> change;
  std::vector<double> cost = request.cost;
  std::vector<int64_t> truth = request.truth;
  int64_t left = request.change;
  const CoverRequest current{request.cell, request.change, request.truth, request.bounds, cost, request.effort};
  for (int boxes = 0; left != 0 && boxes < 8; ++boxes) {
    Partial partial;
    partial.cells.emplace_back(request.cell, 1);
    const Bounds own = request.bounds[request.cell];
    partial.capacity =
        left > 0 ? (own.hi == kUnbounded ? kUnbounded : own.hi - truth[request.cell]) : truth[request.cell] - own.lo;
    Best best{std::numeric_limits<double>::infinity(), 0, {}};
    Extend(current, truth, left, paths, 0, partial, best);
    if (best.amount == 0) return {};
    const int64_t signed_amount = left > 0 ? best.amount : -best.amount;
    for (const auto& [cell, sign] : best.cells) {
      change[cell] += sign * signed_amount;
      truth[cell] += sign * signed_amount;
      cost[cell] = 0;
    }
    left -= signed_amount;
  }
  if (left != 0) return {};
  TableChange out;
  for (const auto& [cell, delta] : change) {
    if (delta != 0) out.emplace_back(cell, delta);
  }
  return out;
}

}  // namespace verzuim
