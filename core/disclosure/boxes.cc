#include "core/disclosure/boxes.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <map>

namespace verzuim {
namespace {

constexpr uint32_t kOutside = UINT32_MAX;  // the change ends at Total instead of at another leaf
constexpr size_t kFewPaths = 64;           // in one dimension; more are looked at when there is effort to spare
constexpr int kMaxBoxes = 8;               // on top of each other
constexpr double kPerCell = 1e-3;          // of equally cheap paths the shorter
constexpr double kNever = std::numeric_limits<double>::infinity();

// How far a cell can grow or shrink.
int64_t RoomOf(const CoverRequest& request, CellId c, bool grows) {
  const Bounds b = request.bounds[c];
  if (!grows) return request.truth[c] - b.lo;
  return b.hi == kUnbounded ? kUnbounded : b.hi - request.truth[c];
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

// The codes of a one-dimensional change from leaf `from` to leaf `to` besides `code`, each with its sign.
template <class Visit>
void BoxSource::WalkPath(size_t d, uint32_t code, uint32_t from, uint32_t to, Visit visit) const {
  const TableDimension& dimension = table_.dimensions[d];
  static const std::vector<uint32_t> kNone;
  const std::vector<uint32_t>& a = dimension.ancestors[from];
  const std::vector<uint32_t>& b = to == kOutside ? kNone : dimension.ancestors[to];
  auto pass = [&](uint32_t other, int8_t sign) {
    if (other == code) return true;
    const int64_t step = static_cast<int64_t>(other) - static_cast<int64_t>(code);
    return visit(Step{step * static_cast<int64_t>(stride_[d]), sign});
  };
  size_t i = 0, j = 0;
  while (i < a.size() || j < b.size()) {
    if (j == b.size() || (i < a.size() && a[i] < b[j])) {
      if (!pass(a[i++], +1)) return;
    } else if (i == a.size() || b[j] < a[i]) {
      if (!pass(b[j++], -1)) return;
    } else {
      ++i;
      ++j;
    }
  }
}

std::vector<BoxSource::Path> BoxSource::Paths(const CoverRequest& request, size_t d, uint32_t code, size_t limit,
                                              Random& random) const {
  const TableDimension& dimension = table_.dimensions[d];
  const std::vector<uint32_t>& in = inside_[d][code];
  struct Candidate {
    double cost;
    uint32_t from, to;
  };
  std::vector<Candidate> candidates;
  // A box holds these cells whatever the other dimensions do, so a path without room here is of no use.
  auto consider = [&](uint32_t from, uint32_t to) {
    double cost = 0;
    WalkPath(d, code, from, to, [&](const Step& step) {
      const CellId c = static_cast<CellId>(static_cast<int64_t>(request.cell) + step.offset);
      cost += request.cost[c] + kPerCell;
      if (RoomOf(request, c, (step.sign > 0) == (request.change > 0)) <= 0) cost = kNever;
      return cost != kNever;
    });
    if (cost != kNever) candidates.push_back({cost, from, to});
  };
  const size_t outside = dimension.leaves - in.size() + 1;
  const size_t most = std::max(kFewPaths, request.effort / 4);
  if (in.size() * outside <= most) {
    for (const uint32_t from : in) {
      for (uint32_t to = 0; to < dimension.leaves; ++to) {
        if (!dimension.Contains(code, to)) consider(from, to);
      }
      consider(from, kOutside);
    }
  } else {
    // Too many: the short ones (straight to Total, or to a sibling) of some codes, and a sample of the rest.
    for (size_t n = 0; n < std::min(in.size(), kFewPaths / 4); ++n) {
      const uint32_t from = in.size() <= kFewPaths / 4 ? in[n] : in[random.Below(in.size())];
      consider(from, kOutside);
      const std::vector<uint32_t>& near = siblings_[d][from];
      for (size_t k = 0; k < std::min(near.size(), kFewPaths / 4); ++k) {
        const uint32_t to = near.size() <= kFewPaths / 4 ? near[k] : near[random.Below(near.size())];
        if (!dimension.Contains(code, to)) consider(from, to);
      }
    }
    for (size_t n = kFewPaths; n < most; ++n) {
      const uint32_t from = in[random.Below(in.size())];
      const uint32_t to = static_cast<uint32_t>(random.Below(dimension.leaves));
      if (!dimension.Contains(code, to)) consider(from, to);
    }
  }
  auto cheaper = [](const Candidate& a, const Candidate& b) { return a.cost < b.cost; };
  std::stable_sort(candidates.begin(), candidates.end(), cheaper);
  std::vector<Path> paths;
  for (const Candidate& candidate : candidates) {
    if (paths.size() == limit) break;
    Path& path = paths.emplace_back();
    WalkPath(d, code, candidate.from, candidate.to, [&](const Step& step) {
      path.push_back(step);
      return true;
    });
  }
  return paths;
}

void BoxSource::Extend(const CoverRequest& request, int64_t left, const std::vector<std::vector<Path>>& paths,
                       size_t dimension, Partial& partial, Best& best) const {
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
        partial.capacity = std::min(partial.capacity, RoomOf(request, c, (sign > 0) == (left > 0)));
        partial.cost += request.cost[c];
        partial.cells.emplace_back(cell, sign);
        fits = partial.capacity > 0 &&
               partial.cost < best.score * static_cast<double>(std::min(partial.capacity, std::abs(left)));
      }
      if (!fits) break;
    }
    if (fits) Extend(request, left, paths, dimension + 1, partial, best);
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

  std::map<CellId, int64_t> change;
  // Copies, made when a second box has to stand on the first.
  std::vector<double> cost;
  std::vector<int64_t> truth;
  const CoverRequest stacked{request.cell, request.change, truth, request.bounds, cost, request.effort};
  int64_t left = request.change;
  for (int boxes = 0; left != 0 && boxes < kMaxBoxes; ++boxes) {
    const CoverRequest& now = boxes == 0 ? request : stacked;
    for (size_t d = 0; d < k; ++d) paths[d] = Paths(now, d, codes[d], per_dimension, random);
    Partial partial;
    partial.cells.emplace_back(request.cell, 1);
    partial.capacity = RoomOf(now, request.cell, left > 0);
    Best best{kNever, 0, {}};
    Extend(now, left, paths, 0, partial, best);
    if (best.amount == 0) return {};
    const int64_t signed_amount = left > 0 ? best.amount : -best.amount;
    for (const auto& [cell, sign] : best.cells) change[cell] += sign * signed_amount;
    left -= signed_amount;
    if (left == 0) break;
    if (boxes == 0) {
      cost = request.cost;
      truth = request.truth;
    }
    for (const auto& [cell, sign] : best.cells) {
      truth[cell] += sign * signed_amount;
      cost[cell] = 0;
    }
  }
  if (left != 0) return {};
  TableChange out;
  for (const auto& [cell, delta] : change) {
    if (delta != 0) out.emplace_back(cell, delta);
  }
  return out;
}

}  // namespace verzuim
