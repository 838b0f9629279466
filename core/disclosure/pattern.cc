#include "core/disclosure/pattern.h"

#include <algorithm>
#include <utility>

namespace verzuim {

Demands::Demands(const SuppressProblem& problem)
    : problem_(problem), demands_(problem.demands), guise_of_(problem.truth.size(), kNoDemand) {
  for (CellId c = 0; c < problem.truth.size(); ++c) {
    const Need need = problem.needs[c];
    if (problem.role[c] != CellRole::kHidden || need.IsEmpty()) continue;
    // Between a table with the one value and a table with the other lie those with the values between.
    if (problem.truth[c] > need.first) demands_.push_back({c, need.first});
    if (problem.truth[c] < need.last) demands_.push_back({c, need.last});
  }
  firm_ = demands_.size();
  for (CellId c = 0; c < problem.truth.size(); ++c) {
    const Need need = problem.needs[c];
    if (need.IsEmpty() || !IsOpen(c)) continue;
    guise_of_[c] = demands_.size();
    demands_.push_back({c, problem.truth[c] > need.last ? need.first : need.last});
  }
}

bool Demands::IsOpen(CellId c) const {
  return problem_.role[c] == CellRole::kFree && problem_.hidden[c].Contains(problem_.truth[c]);
}

Pattern::Pattern(const SuppressProblem& problem, const Demands& demands)
    : hidden(problem.truth.size(), 0), support_(demands.size()), users_(problem.truth.size()) {
  for (CellId c = 0; c < hidden.size(); ++c) {
    hidden[c] = problem.role[c] == CellRole::kPart || problem.role[c] == CellRole::kHidden;
  }
}

void Pattern::HideEverything(const SuppressProblem& problem, const Demands& demands) {
  for (CellId c = 0; c < hidden.size(); ++c) {
    if (demands.IsOpen(c) && !hidden[c]) Hide(problem, c);
  }
}

void Pattern::Hide(const SuppressProblem& problem, CellId c) {
  hidden[c] = 1;
  open.push_back(c);
  cost.weight += problem.weight[c];
  cost.pupils += problem.truth[c];
}

void Pattern::Show(const SuppressProblem& problem, const Demands& demands, CellId c) {
  hidden[c] = 0;
  open.erase(std::find(open.begin(), open.end(), c));
  cost.weight -= problem.weight[c];
  cost.pupils -= problem.truth[c];
  if (demands.GuiseOf(c) != kNoDemand) SetSupport(demands.GuiseOf(c), {});
}

void Pattern::SetSupport(size_t demand, std::vector<CellId> cells) {
  const uint32_t d = static_cast<uint32_t>(demand);
  for (const CellId c : support_[demand]) {
    std::vector<uint32_t>& users = users_[c];
    *std::find(users.begin(), users.end(), d) = users.back();
    users.pop_back();
  }
  support_[demand] = std::move(cells);
  for (const CellId c : support_[demand]) users_[c].push_back(d);
}

std::vector<size_t> Pattern::UsersOf(CellId c) const {
  std::vector<size_t> users(users_[c].begin(), users_[c].end());
  std::sort(users.begin(), users.end());
  return users;
}

}  // namespace verzuim
