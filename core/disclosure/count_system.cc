#include "core/disclosure/count_system.h"

namespace verzuim {

CellId CountSystem::AddCells(size_t n) {
  const CellId first = static_cast<CellId>(cells_);
  cells_ += n;
  return first;
}

void CountSystem::AddRelation(const std::vector<CellId>& total, const std::vector<CellId>& parts) {
  for (const CellId cell : total) terms_.push_back({cell, -1});
  for (const CellId cell : parts) terms_.push_back({cell, +1});
  starts_.push_back(static_cast<uint32_t>(terms_.size()));
}

void CountSystem::Index() {
  cell_starts_.assign(cells_ + 1, 0);
  for (const Term& term : terms_) ++cell_starts_[term.cell + 1];
  for (size_t c = 0; c < cells_; ++c) cell_starts_[c + 1] += cell_starts_[c];
  memberships_.resize(terms_.size());
  std::vector<uint32_t> next(cell_starts_.begin(), cell_starts_.end() - 1);
  for (uint32_t r = 0; r < relations(); ++r) {
    for (const Term& term : Terms(r)) memberships_[next[term.cell]++] = {r, term.sign};
  }
}

bool CountSystem::Fits(const std::vector<int64_t>& values) const {
  for (size_t r = 0; r < relations(); ++r) {
    int64_t sum = 0;
    for (const Term& term : Terms(r)) sum += term.sign * values[term.cell];
    if (sum != 0) return false;
  }
  return true;
}

}  // namespace verzuim
