#include "core/disclosure/suppress.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "core/disclosure/protection.h"

namespace verzuim {
namespace {

constexpr double kGrowShare = 0.1;    // iterations that only add cells before taking back
constexpr double kWorseShare = 0.05;  // iterations that may make the pattern a little worse
constexpr double kNever = std::numeric_limits<double>::infinity();

class Search {
 public:
  Search(const SuppressProblem& problem, const CoverSource* covers, const SuppressOptions& options)
      : problem_(problem),
        covers_(covers),
        options_(options),
        random_(options.seed),
        demands_(DemandsOf(problem)),
        killer_(problem.truth.size(), 0) {}

  std::optional<SuppressResult> Run(const PatternTest& accept) {
    if (!Start()) return std::nullopt;
    SuppressResult result;
    for (;;) {
      // A pattern that is cheaper but not accepted stays the place from which the search goes on.
      if (changed_ && (!result.accepted || current_.cost < best_.cost) && accept(current_.hidden)) {
        best_ = current_;
        result.accepted = true;
      }
      if (result.iterations >= options_.iterations) break;
      const HidingCost cost = result.accepted ? best_.cost : current_.cost;
      if (options_.progress && !options_.progress({result.iterations, cost, result.accepted})) break;
      ++result.iterations;
      changed_ = false;
      Iterate();
      const int64_t most = best_.cost.weight + 2 + best_.cost.weight / 40;
      if (result.accepted && current_.cost.weight > most) current_ = best_;
    }
    if (!result.accepted) best_ = current_;
    result.hidden = best_.hidden;
    result.cost = best_.cost;
    return result;
  }

  bool CanProtect() {
    Pattern p = Largest();
    return ProveAll(p);
  }

 private:
  // A pattern with, per demand, the open cells its table changes.
  struct Pattern {
    std::vector<char> hidden;
    std::vector<std::vector<CellId>> support;
    std::vector<CellId> open;  // the open cells that are hidden
    HidingCost cost;
  };

  void Hide(Pattern& p, CellId c) const {
    p.hidden[c] = 1;
    p.open.push_back(c);
    p.cost.weight += problem_.weight[c];
    p.cost.pupils += problem_.truth[c];
  }
  void Show(Pattern& p, CellId c) const {
    p.hidden[c] = 0;
    p.open.erase(std::find(p.open.begin(), p.open.end(), c));
    p.cost.weight -= problem_.weight[c];
    p.cost.pupils -= problem_.truth[c];
  }

  Pattern Smallest() const {
    Pattern p;
    p.hidden.assign(problem_.truth.size(), 0);
    for (CellId c = 0; c < p.hidden.size(); ++c) {
      p.hidden[c] = problem_.role[c] == CellRole::kPart || problem_.role[c] == CellRole::kHidden;
    }
    p.support.resize(demands_.size());
    return p;
  }
  Pattern Largest() const {
    Pattern p = Smallest();
    for (CellId c = 0; c < p.hidden.size(); ++c) {
      if (MayHide(c)) Hide(p, c);
    }
    return p;
  }
  bool MayHide(CellId c) const {
    return problem_.role[c] == CellRole::kFree && problem_.hidden[c].Contains(problem_.truth[c]);
  }

  double NoisyCost(CellId c) {
    return static_cast<double>(problem_.weight[c]) * (1 + 0.6 * random_.Unit()) +
           1e-6 * static_cast<double>(problem_.truth[c]);
  }

  // The first pattern in which every demand is met.
  bool Start() {
    if (covers_ != nullptr) {
      Pattern p = Smallest();
      if (CoverAll(p)) {
        Prune(p, p.open);
        current_ = std::move(p);
        return true;
      }
    }
    Pattern p = Largest();
    if (!ProveAll(p)) return false;
    Prune(p, p.open);
    current_ = std::move(p);
    return true;
  }

  bool ProveAll(Pattern& p) {
    Protection protection(problem_, p.hidden);
    for (size_t d = 0; d < demands_.size(); ++d) {
      if (!protection.Meets(demands_[d], &p.support[d])) return false;
    }
    return true;
  }

  bool CoverAll(Pattern& p) {
    std::vector<double> cost(p.hidden.size());
    for (CellId c = 0; c < cost.size(); ++c) cost[c] = p.hidden[c] ? 0 : MayHide(c) ? NoisyCost(c) : kNever;
    for (size_t d = 0; d < demands_.size(); ++d) {
      if (!Cover(p, d, cost, 4000) && !CoverNearby(p, d)) return false;
    }
    return true;
  }

  // For a demand without a box: hides its surroundings, ever wider, and keeps of them what one table needs.
  bool CoverNearby(Pattern& p, size_t d) {
    std::vector<char> hidden = p.hidden;
    std::vector<CellId> edge = {demands_[d].cell};
    std::vector<char> seen(hidden.size(), 0);
    while (!edge.empty()) {
      std::vector<CellId> next;
      for (const CellId c : edge) {
        for (const uint32_t r : problem_.system->RelationsOf(c)) {
          for (const Term& term : problem_.system->Terms(r)) {
            if (seen[term.cell]) continue;
            seen[term.cell] = 1;
            if (!hidden[term.cell] && !MayHide(term.cell)) continue;
            hidden[term.cell] = 1;
            next.push_back(term.cell);
          }
        }
      }
      if (next.empty()) return false;
      if (Protection(problem_, hidden).Meets(demands_[d], &p.support[d])) break;
      edge.swap(next);
    }
    for (const CellId c : p.support[d]) {
      if (!p.hidden[c]) Hide(p, c);
    }
    return !edge.empty();
  }

  bool Cover(Pattern& p, size_t d, std::vector<double>& cost, size_t effort) {
    const Demand& demand = demands_[d];
    const TableChange change = covers_->Find(
        {demand.cell, demand.target - problem_.truth[demand.cell], problem_.truth, problem_.hidden, cost, effort},
        random_);
    if (change.empty()) return false;
    p.support[d].clear();
    for (const auto& [c, delta] : change) {
      if (problem_.role[c] != CellRole::kFree) continue;
      p.support[d].push_back(c);
      if (!p.hidden[c]) Hide(p, c);
      cost[c] = 0;
    }
    return true;
  }

  std::vector<size_t> UsersOf(const Pattern& p, CellId c) const {
    std::vector<size_t> users;
    for (size_t d = 0; d < demands_.size(); ++d) {
      if (std::find(p.support[d].begin(), p.support[d].end(), c) == p.support[d].end()) continue;
      users.push_back(d);
      if (d == killer_[c]) std::swap(users.front(), users.back());
    }
    return users;
  }

  // Shows again what is not needed, dearest first.
  void Prune(Pattern& p, const std::vector<CellId>& candidates, bool random_order = false) {
    Protection protection(problem_, p.hidden);
    std::vector<std::pair<double, CellId>> order;
    for (const CellId c : candidates) order.emplace_back(random_order ? random_.Unit() : -NoisyCost(c), c);
    std::sort(order.begin(), order.end());
    std::vector<std::vector<CellId>> fresh;
    for (const auto& [key, c] : order) {
      const std::vector<size_t> users = UsersOf(p, c);
      protection.Fix(c);
      fresh.resize(users.size());
      bool free = true;
      for (size_t u = 0; u < users.size() && free; ++u) {
        free = protection.Meets(demands_[users[u]], &fresh[u]);
        if (!free) killer_[c] = users[u];
      }
      if (!free) {
        protection.Release(c);
        continue;
      }
      for (size_t u = 0; u < users.size(); ++u) p.support[users[u]].swap(fresh[u]);
      Show(p, c);
    }
  }

  // Sideways is allowed, a little worse now and then: the way to a better pattern leads over worse ones.
  void Consider(Pattern p) {
    const int64_t slack = random_.Unit() < kWorseShare ? 1 + current_.cost.weight / 200 : 0;
    if (p.cost.weight > current_.cost.weight + slack) return;
    changed_ = p.hidden != current_.hidden;
    current_ = std::move(p);
  }

  void Iterate() {
    if (current_.open.empty()) return;
    if (covers_ == nullptr || random_.Unit() < kGrowShare) {
      Grow();
    } else {
      Exchange();
    }
  }

  // Hides a few more cells in the neighbourhood of hidden ones, then takes back what has become free: old cells
  // first.
  void Grow() {
    Pattern p = current_;
    const size_t seeds = 1 + random_.Below(3);
    std::vector<CellId> near;
    for (size_t i = 0; i < seeds; ++i) {
      CellId at = current_.open[random_.Below(current_.open.size())];
      for (size_t hop = 1 + random_.Below(2); hop > 0; --hop) {
        const auto relations = problem_.system->RelationsOf(at);
        const auto terms = problem_.system->Terms(relations.first[random_.Below(relations.size())]);
        at = terms.first[random_.Below(terms.size())].cell;
        near.push_back(at);
      }
    }
    bool grown = false;
    for (const CellId c : near) {
      if (p.hidden[c] || !MayHide(c)) continue;
      Hide(p, c);
      grown = true;
    }
    if (!grown) return;
    Prune(p, p.open, /*random_order=*/true);
    Consider(std::move(p));
  }

  void Exchange() {
    Pattern p = current_;
    std::vector<double> cost(p.hidden.size());
    for (CellId c = 0; c < cost.size(); ++c) cost[c] = p.hidden[c] ? 0 : MayHide(c) ? NoisyCost(c) : kNever;
    // Ruin: one hidden cell and a few that serve the same counts.
    std::vector<CellId> dropped;
    const size_t many = 1 + random_.Below(4);
    dropped.push_back(p.open[random_.Below(p.open.size())]);
    while (dropped.size() < many) {
      const std::vector<size_t> users = UsersOf(p, dropped[random_.Below(dropped.size())]);
      CellId next = p.open[random_.Below(p.open.size())];
      if (!users.empty()) {
        const std::vector<CellId>& support = p.support[users[random_.Below(users.size())]];
        next = support[random_.Below(support.size())];
      }
      dropped.push_back(next);
    }
    std::sort(dropped.begin(), dropped.end());
    dropped.erase(std::unique(dropped.begin(), dropped.end()), dropped.end());
    for (const CellId c : dropped) {
      Show(p, c);
      cost[c] = NoisyCost(c) * (random_.Below(2) == 0 ? 1.5 : 100);
    }
    std::vector<size_t> lost;
    for (size_t d = 0; d < demands_.size(); ++d) {
      for (const CellId c : p.support[d]) {
        if (p.hidden[c]) continue;
        lost.push_back(d);
        break;
      }
    }
    // Recreate.
    {
      Protection protection(problem_, p.hidden);
      std::vector<size_t> still;
      for (const size_t d : lost) {
        if (!protection.Meets(demands_[d], &p.support[d])) still.push_back(d);
      }
      lost.swap(still);
    }
    random_.Shuffle(lost);
    for (const size_t d : lost) {
      if (!Cover(p, d, cost, 4000)) return;
    }
    Prune(p, p.open);
    Consider(std::move(p));
  }

  const SuppressProblem& problem_;
  const CoverSource* covers_;
  const SuppressOptions& options_;
  Random random_;
  std::vector<Demand> demands_;
  std::vector<size_t> killer_;  // per cell: the demand that last kept it hidden
  Pattern current_, best_;
  bool changed_ = true;  // current_ is another pattern than the one accept() saw last
};

}  // namespace

ReaderView ViewOf(const SuppressProblem& problem, const std::vector<char>& hidden) {
  ReaderView view{problem.hidden, std::vector<Need>(hidden.size())};
  for (CellId c = 0; c < hidden.size(); ++c) {
    if (hidden[c]) {
      if (problem.role[c] == CellRole::kHidden) view.needs[c] = problem.needs[c];
    } else {
      view.bounds[c] = {problem.truth[c], problem.truth[c]};
    }
  }
  return view;
}

std::optional<SuppressResult> Suppress(const SuppressProblem& problem, const CoverSource* covers,
                                       const SuppressOptions& options, const PatternTest& accept) {
  return Search(problem, covers, options).Run(accept);
}

bool CanProtect(const SuppressProblem& problem) {
  const SuppressOptions options;
  return Search(problem, nullptr, options).CanProtect();
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
