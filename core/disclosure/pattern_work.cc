#include "core/disclosure/pattern_work.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace verzuim {
namespace {

constexpr int kRepairs = 12;      // rounds of covering odd cells
constexpr size_t kAskEvery = 32;  // cells between two questions whether to go on
constexpr double kNever = std::numeric_limits<double>::infinity();

}  // namespace

PatternWork::PatternWork(const SuppressProblem& problem, const CoverSource* covers, uint64_t seed,
                         std::function<bool(const Pattern&)> go_on)
    : problem_(problem),
      covers_(covers),
      go_on_(std::move(go_on)),
      random_(seed),
      asked_(problem),
      killer_(problem.truth.size(), 0) {}

Pattern PatternWork::Largest() const {
  Pattern p = Smallest();
  p.HideEverything(problem_, asked_);
  return p;
}

double PatternWork::NoisyCost(CellId c) {
  return static_cast<double>(problem_.weight[c]) * (1 + 0.6 * random_.Unit()) +
         1e-6 * static_cast<double>(problem_.truth[c]);
}

std::vector<double> PatternWork::Prices(const Pattern& p) {
  std::vector<double> cost(p.hidden.size());
  for (CellId c = 0; c < cost.size(); ++c) cost[c] = p.hidden[c] ? 0 : asked_.IsOpen(c) ? NoisyCost(c) : kNever;
  return cost;
}

bool PatternWork::Cover(Pattern& p, size_t d, const std::vector<Bounds>& bounds, std::vector<double>& cost,
                        size_t effort) {
  const Demand& demand = asked_[d];
  const TableChange change = covers_->Find(
      {demand.cell, demand.target - problem_.truth[demand.cell], problem_.truth, bounds, cost, effort}, random_);
  if (change.empty()) return false;
  std::vector<CellId> support;
  for (const auto& [c, delta] : change) {
    if (problem_.role[c] != CellRole::kFree) continue;
    support.push_back(c);
    if (!p.hidden[c]) p.Hide(problem_, c);
    cost[c] = 0;
  }
  p.SetSupport(d, std::move(support));
  return true;
}

bool PatternWork::CoverAll(Pattern& p) {
  std::vector<double> cost = Prices(p);
  for (size_t d = 0; d < asked_.Firm(); ++d) {
    if (!CoverSomehow(p, d, problem_.hidden, cost) && !CoverNearby(p, d)) return false;
  }
  return true;
}

bool PatternWork::CoverCarefully(Pattern& p, const std::vector<CellId>& cells) {
  std::vector<Bounds> bounds = problem_.hidden;
  std::vector<double> cost = Prices(p);
  for (CellId c = 0; c < bounds.size(); ++c) {
    if (asked_.GuiseOf(c) == kNoDemand) continue;
    if (asked_.IsLarge(c)) {
      bounds[c].lo = std::max<int64_t>(bounds[c].lo, problem_.needs[c].last + 1);
    } else if (!p.hidden[c]) {
      cost[c] = kNever;  // a small cell that is open would have to be protected in turn
    }
  }
  std::vector<char> wanted(p.hidden.size(), 0);
  for (const CellId c : cells) wanted[c] = 1;
  for (size_t d = 0; d < asked_.size(); ++d) {
    if (wanted[asked_[d].cell] && !CoverSomehow(p, d, bounds, cost)) return false;
  }
  return true;
}

// Looks longer where a short look finds nothing.
bool PatternWork::CoverSomehow(Pattern& p, size_t d, const std::vector<Bounds>& bounds, std::vector<double>& cost) {
  for (size_t effort = kEffort; effort <= 16 * kEffort; effort *= 4) {
    if (Cover(p, d, bounds, cost, effort)) return true;
  }
  return false;
}

// For a demand without a proposal: hides its surroundings, ever wider, and keeps of them what one table needs.
bool PatternWork::CoverNearby(Pattern& p, size_t d) {
  std::vector<char> hidden = p.hidden;
  std::vector<CellId> edge = {asked_[d].cell};
  std::vector<char> seen(hidden.size(), 0);
  std::vector<CellId> support;
  while (!edge.empty()) {
    std::vector<CellId> next;
    for (const CellId c : edge) {
      for (const Membership& in : problem_.system->MembershipsOf(c)) {
        for (const Term& term : problem_.system->Terms(in.relation)) {
          if (seen[term.cell]) continue;
          seen[term.cell] = 1;
          if (!hidden[term.cell] && !asked_.IsOpen(term.cell)) continue;
          hidden[term.cell] = 1;
          next.push_back(term.cell);
        }
      }
    }
    if (next.empty()) return false;
    if (Protection(problem_, hidden).Meets(asked_[d], &support)) break;
    edge.swap(next);
  }
  for (const CellId c : support) {
    if (!p.hidden[c]) p.Hide(problem_, c);
  }
  p.SetSupport(d, std::move(support));
  return !edge.empty();
}

bool PatternWork::Meets(Pattern& p, Protection& protection, size_t d) {
  std::vector<CellId> support;
  if (!protection.Meets(asked_[d], &support)) return false;
  p.SetSupport(d, std::move(support));
  return true;
}

bool PatternWork::ProveAll(Pattern& p) {
  Protection protection(problem_, p.hidden);
  for (size_t d = 0; d < asked_.Firm(); ++d) {
    if (!Meets(p, protection, d)) return false;
  }
  Judge(p, protection);
  return true;
}

Protection PatternWork::Prune(Pattern& p, PruneMode mode) {
  Protection protection(problem_, p.hidden);
  std::vector<char> said(p.hidden.size(), 0);
  if (mode == PruneMode::kKeepAll) {
    for (const CellId c : p.said) said[c] = 1;
  }
  std::vector<std::pair<double, CellId>> order;
  for (const CellId c : p.open) {
    if (said[c]) protection.Say(c);
    order.emplace_back(mode == PruneMode::kAnyOrder ? random_.Unit() : -NoisyCost(c), c);
  }
  std::sort(order.begin(), order.end());
  std::vector<std::vector<CellId>> fresh;
  for (size_t at = 0; at < order.size(); ++at) {
    if (at % kAskEvery == 0 && at > 0 && !go_on_(p)) break;
    const CellId c = order[at].second;
    // The demand that kept the cell hidden last time first.
    std::vector<size_t> users = p.UsersOf(c);
    const auto killer = std::find(users.begin(), users.end(), killer_[c]);
    if (killer != users.end()) std::swap(users.front(), *killer);
    protection.Fix(c);
    fresh.assign(users.size(), {});
    bool free = true;
    for (size_t u = 0; u < users.size() && free; ++u) {
      const size_t d = users[u];
      if (d == asked_.GuiseOf(c) || (d >= asked_.Firm() && mode != PruneMode::kKeepAll)) continue;
      free = protection.Meets(asked_[d], &fresh[u]);
      if (!free) killer_[c] = d;
    }
    if (!free) {
      protection.Release(c);
      if (said[c]) protection.Say(c);
      continue;
    }
    for (size_t u = 0; u < users.size(); ++u) p.SetSupport(users[u], std::move(fresh[u]));
    p.Show(problem_, asked_, c);
  }
  return protection;
}

void PatternWork::PruneAndJudge(Pattern& p, PruneMode mode) {
  Protection protection = Prune(p, mode);
  Judge(p, protection);
}

void PatternWork::Judge(Pattern& p, Protection& protection) {
  p.odd.clear();
  p.said.clear();
  std::vector<CellId> plain;  // cells without a table for its guise
  for (const CellId c : p.open) {
    const size_t d = asked_.GuiseOf(c);
    if (d == kNoDemand || !p.Support(d).empty() || Meets(p, protection, d)) continue;
    if (asked_.IsLarge(c) && protection.NeverSmall(c)) {
      protection.Say(c);
      p.said.push_back(c);
    } else {
      plain.push_back(c);
    }
  }
  for (size_t i = 0; i < plain.size(); ++i) {
    (MaySay(p, plain[i], protection, plain) ? p.said : p.odd).push_back(plain[i]);
  }
}

bool PatternWork::MaySay(Pattern& p, CellId c, Protection& protection, std::vector<CellId>& plain) {
  if (!asked_.IsLarge(c)) return false;
  protection.Say(c);
  for (const size_t d : p.UsersOf(c)) {
    if (Meets(p, protection, d)) continue;
    if (d < asked_.Firm()) {
      protection.Release(c);
      return false;
    }
    p.SetSupport(d, {});
    plain.push_back(asked_[d].cell);
  }
  return true;
}

bool PatternWork::Mend(Pattern& p) {
  for (int round = 0; round < kRepairs && !p.odd.empty(); ++round) {
    Pattern more = p;
    Disguise(more);
    if (more.odd.size() >= p.odd.size()) break;
    p = std::move(more);
  }
  return p.odd.empty() || (covers_ != nullptr && SayAll(p));
}

// Covers the odd cells, so that they allow all of the small values. That can make others odd.
void PatternWork::Disguise(Pattern& p) {
  std::vector<double> cost = Prices(p);
  for (const CellId c : std::vector<CellId>(p.odd)) {
    const size_t d = asked_.GuiseOf(c);
    if (covers_ == nullptr || !Cover(p, d, problem_.hidden, cost)) CoverNearby(p, d);
  }
  Protection protection(problem_, p.hidden);
  Judge(p, protection);
}

// Says of the odd cells that they are large (shows those that are not), and covers what that breaks.
bool PatternWork::SayAll(Pattern& p) {
  SuppressProblem said = problem_;
  std::vector<CellId> barred;
  for (int round = 0; round < kRepairs; ++round) {
    for (const CellId c : p.odd) {
      if (asked_.IsLarge(c)) {
        said.hidden[c].lo = problem_.needs[c].last + 1;
      } else {
        barred.push_back(c);
        p.Show(problem_, asked_, c);
      }
    }
    std::vector<double> cost = Prices(p);
    for (const CellId c : barred) cost[c] = kNever;
    for (const size_t d : Broken(p, said)) {
      if (!Cover(p, d, said.hidden, cost)) return false;
    }
    for (size_t d = asked_.Firm(); d < asked_.size(); ++d) p.SetSupport(d, {});
    Protection protection(said, p.hidden);
    Judge(p, protection);
    if (p.odd.empty()) return true;
  }
  return false;
}

std::vector<size_t> PatternWork::Broken(Pattern& p, const SuppressProblem& said) {
  std::vector<size_t> broken;
  Protection protection(said, p.hidden);
  for (size_t d = 0; d < asked_.Firm(); ++d) {
    if (!Meets(p, protection, d)) broken.push_back(d);
  }
  return broken;
}

}  // namespace verzuim
