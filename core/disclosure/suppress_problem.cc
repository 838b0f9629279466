// What can be said of a problem without searching: its reader, and which wishes make it impossible.
#include <vector>

#include "core/disclosure/suppress.h"

namespace verzuim {

ReaderView ViewOf(const SuppressProblem& problem, const std::vector<char>& hidden) {
  ReaderView view{problem.hidden, std::vector<Need>(hidden.size())};
  for (CellId c = 0; c < hidden.size(); ++c) {
    if (hidden[c]) {
      view.needs[c] = problem.needs[c];
    } else {
      view.bounds[c] = {problem.truth[c], problem.truth[c]};
    }
  }
  return view;
}

std::vector<CellId> ClashingWishes(SuppressProblem problem, const std::vector<CellId>& shown) {
  if (CanProtect(problem)) return {};
  for (const CellId c : shown) problem.role[c] = CellRole::kFree;
  if (!CanProtect(problem)) return {};
  // Put the wishes back one by one; the one that makes it impossible belongs to the clash, and so on with it in
  // place.
  std::vector<CellId> clash;
  std::vector<CellId> rest = shown;
  while (CanProtect(problem)) {
    std::vector<CellId> added;
    for (const CellId c : rest) {
      problem.role[c] = CellRole::kShown;
      added.push_back(c);
      if (!CanProtect(problem)) break;
    }
    clash.push_back(added.back());
    for (const CellId c : added) problem.role[c] = CellRole::kFree;
    problem.role[clash.back()] = CellRole::kShown;
    added.pop_back();
    rest = added;
  }
  return clash;
}

}  // namespace verzuim
