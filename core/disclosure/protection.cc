#include "core/disclosure/protection.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace verzuim {
namespace {

constexpr int kWholeBudget = 8;  // steps towards whole numbers; what takes longer counts as unprotected
constexpr double kTiny = 1e-6;

}  // namespace

Protection::Protection(const SuppressProblem& problem, const std::vector<char>& hidden)
    : problem_(problem), bounds_(ViewOf(problem, hidden).bounds), parts_(HiddenGroups(*problem.system, bounds_)) {
  groups_.resize(parts_.size());
  group_of_.assign(bounds_.size(), UINT32_MAX);
  local_of_.assign(bounds_.size(), 0);
  scratch_.assign(bounds_.size(), Tableau::kNone);
  for (uint32_t g = 0; g < parts_.size(); ++g) {
    for (uint32_t i = 0; i < parts_[g].cells.size(); ++i) {
      group_of_[parts_[g].cells[i]] = g;
      local_of_[parts_[g].cells[i]] = i;
    }
  }
}

Tableau& Protection::TableauOf(size_t group) {
  std::unique_ptr<Tableau>& g = groups_[group];
  if (g == nullptr) {
    const HiddenGroup& part = parts_[group];
    g = std::make_unique<Tableau>(*problem_.system, bounds_, part.cells, part.relations, scratch_);
    std::vector<double> truth;
    for (const CellId c : part.cells) truth.push_back(static_cast<double>(problem_.truth[c]));
    g->Keep(std::move(truth));
  }
  return *g;
}

bool Protection::Reach(const Demand& demand) {
  const uint32_t group = group_of_[demand.cell];
  if (group == UINT32_MAX) return false;
  Tableau& tableau = TableauOf(group);
  if (tableau.TooLarge()) return false;
  const size_t local = local_of_[demand.cell];
  tableau.Back();
  if (tableau.DriveTo(local, static_cast<double>(demand.target)) != DriveResult::kReached) return false;
  if (!tableau.IsWhole()) {
    const double lo = tableau.Lo(local), hi = tableau.Hi(local);
    const double target = static_cast<double>(demand.target);
    tableau.SetBounds(local, target, target);
    int budget = kWholeBudget;
    const bool whole = tableau.MakeWhole(&budget);
    tableau.SetBounds(local, lo, hi);
    if (!whole) return false;
  }
  return true;
}

bool Protection::NeverSmall(CellId cell) {
  if (group_of_[cell] == UINT32_MAX) return true;
  const Need need = problem_.needs[cell];
  const double end = TableauOf(group_of_[cell]).Value(local_of_[cell]);
  return problem_.truth[cell] > need.last ? end > need.last + kTiny : end < need.first - kTiny;
}

bool Protection::Meets(const Demand& demand, std::vector<CellId>* support) {
  if (!Reach(demand)) return false;
  const uint32_t group = group_of_[demand.cell];
  const Tableau& tableau = TableauOf(group);
  const std::vector<CellId>& cells = parts_[group].cells;
  support->clear();
  for (const uint32_t i : tableau.Changed()) {
    const CellId c = cells[i];
    if (problem_.role[c] == CellRole::kFree && tableau.Value(i) != static_cast<double>(problem_.truth[c])) {
      support->push_back(c);
    }
  }
  std::sort(support->begin(), support->end());
  return true;
}

void Protection::Fix(CellId cell) {
  if (group_of_[cell] == UINT32_MAX) return;
  const double v = static_cast<double>(problem_.truth[cell]);
  TableauOf(group_of_[cell]).SetBounds(local_of_[cell], v, v);
}

void Protection::Say(CellId cell) {
  Tableau& tableau = TableauOf(group_of_[cell]);
  const size_t local = local_of_[cell];
  tableau.SetBounds(local, problem_.needs[cell].last + 1, tableau.Hi(local));
}

void Protection::Release(CellId cell) {
  if (group_of_[cell] == UINT32_MAX) return;
  const Bounds b = bounds_[cell];
  const double hi = b.hi == kUnbounded ? std::numeric_limits<double>::infinity() : static_cast<double>(b.hi);
  TableauOf(group_of_[cell]).SetBounds(local_of_[cell], static_cast<double>(b.lo), hi);
}

}  // namespace verzuim
