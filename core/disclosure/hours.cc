#include "core/disclosure/hours.h"

#include <cstddef>

namespace verzuim {
namespace {

constexpr size_t kTotaal = static_cast<size_t>(Categorie::kTotaal);
constexpr size_t kGeoorloofd = static_cast<size_t>(Categorie::kGeoorloofd);
constexpr size_t kZiekte = static_cast<size_t>(Categorie::kZiekte);
constexpr size_t kOngeoorloofd = static_cast<size_t>(Categorie::kOngeoorloofd);

bool MustHide(const Telling& telling, const std::vector<Markering>& counts, int drempel, size_t sub,
              size_t categorie) {
  for (size_t i = 0; i < telling.Intervals(); ++i) {
    if (counts[telling.CellIndex(sub, categorie, i)] != Markering::kGetoond) return true;
  }
  const int64_t pupils = telling.minutes_pupils[sub * kCategorieen + categorie];
  return pupils > 0 && pupils < drempel;
}

}  // namespace

std::vector<Markering> HideHours(const Telling& telling, const std::vector<Markering>& counts, int drempel,
                                 const SuppressOptions& options) {
  const size_t n = telling.minutes.size();
  const size_t subs = n / kCategorieen;
  const std::vector<Markering> all_hidden(n, Markering::kVerborgen);
  CountSystem system;
  system.AddCells(n);
  SuppressProblem problem;
  problem.truth = telling.minutes;
  problem.role.assign(n, CellRole::kFree);
  auto part = [&](int64_t minutes) {
    problem.truth.push_back(minutes);
    problem.role.push_back(CellRole::kPart);
    return system.AddCells(1);
  };
  auto at = [](size_t sub, size_t categorie) { return static_cast<CellId>(sub * kCategorieen + categorie); };
  for (size_t s = 0; s < subs; ++s) {
    system.AddRelation({at(s, kTotaal)}, {at(s, kGeoorloofd), at(s, kOngeoorloofd)});
    const int64_t other = telling.minutes[at(s, kGeoorloofd)] - telling.minutes[at(s, kZiekte)];
    system.AddRelation({at(s, kGeoorloofd)}, {at(s, kZiekte), part(other)});
    for (size_t c = 0; c < kCategorieen; ++c) {
      if (MustHide(telling, counts, drempel, s, c)) problem.role[at(s, c)] = CellRole::kHidden;
    }
  }
  for (size_t c = 0; c < kCategorieen && subs > 1; ++c) {
    std::vector<CellId> parts;
    int64_t rest = telling.minutes[at(0, c)];
    for (size_t s = 1; s < subs; ++s) {
      parts.push_back(at(s, c));
      rest -= telling.minutes[at(s, c)];
    }
    if (rest != 0) parts.push_back(part(rest));
    system.AddRelation({at(0, c)}, parts);
  }
  system.Index();
  for (const int64_t minutes : problem.truth) {
    if (minutes < 0 || minutes > kMaxCount) return all_hidden;
  }
  if (!system.Fits(problem.truth)) return all_hidden;

  const size_t cells = system.cells();
  problem.system = &system;
  problem.hidden.assign(cells, {});
  problem.needs.assign(cells, {});
  problem.weight.assign(cells, 1);
  for (CellId c = 0; c < n; ++c) {
    if (problem.role[c] != CellRole::kHidden) continue;
    const int64_t half = problem.truth[c] / 2;
    if (half > 0) problem.demands.push_back({c, problem.truth[c] - half});
    problem.demands.push_back({c, problem.truth[c] + half + 1});
  }
  const std::optional<SuppressResult> found = Suppress(problem, nullptr, options, [](const std::vector<char>&) {
    return PatternVerdict{true, {}};
  });
  if (!found) return all_hidden;
  std::vector<Markering> out(n, Markering::kGetoond);
  for (CellId c = 0; c < n; ++c) {
    if (found->hidden[c]) out[c] = Markering::kVerborgen;
  }
  return out;
}

}  // namespace verzuim
