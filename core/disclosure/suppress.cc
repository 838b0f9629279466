#include "core/disclosure/suppress.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "core/disclosure/protection.h"

namespace verzuim {
namespace {

constexpr double kGrowShare = 0.1;    // iterations that only add cells before taking back
constexpr double kWorseShare = 0.05;  // iterations that may make the pattern a little worse
constexpr double kOddShare = 0.3;     // iterations that start from an odd cell, where there is one
constexpr int kRepairs = 12;          // rounds of covering odd cells
constexpr int kMendEvery = 8;         // iterations before the first attempt to mend odd cells; later ones grow rarer
constexpr int64_t kHiddenPrice = 2;   // a hidden cell counts as much as two odd ones
constexpr size_t kEffort = 4000;      // boxes to look at per demand
constexpr size_t kNone = std::numeric_limits<size_t>::max();
constexpr double kNever = std::numeric_limits<double>::infinity();

class Search {
 public:
  Search(const SuppressProblem& problem, const CoverSource* covers, const SuppressOptions& options)
      : problem_(problem),
        covers_(covers),
        options_(options),
        random_(options.seed),
        demands_(DemandsOf(problem)),
        firm_(demands_.size()),
        guise_of_(problem.truth.size(), kNone),
        killer_(problem.truth.size(), 0) {
    for (CellId c = 0; c < problem.truth.size(); ++c) {
      const Need need = problem.needs[c];
      if (need.IsEmpty() || !MayHide(c)) continue;
      guise_of_[c] = demands_.size();
      demands_.push_back({c, problem.truth[c] > need.last ? need.first : need.last});
    }
  }

  std::optional<SuppressResult> Run(const PatternTest& accept) {
    if (!Start()) return std::nullopt;
    SuppressResult result;
    int mend_at = 0;
    for (;;) {
      // A pattern that is cheaper but not accepted stays the place from which the search goes on.
      if (changed_ && current_.odd.empty()) Offer(current_, accept, result);
      const bool promising = !result.accepted || current_.Score() < kHiddenPrice * best_.cost.weight;
      if (result.iterations >= mend_at && !current_.odd.empty() && promising) {
        // Mended aside: the search goes on from the pattern as it is.
        mend_at = result.iterations + kMendEvery + result.iterations / 4;
        Pattern p = current_;
        if (Repair(p)) {
          PruneAndJudge(p, PruneMode::kKeepAll);
          Offer(p, accept, result);
        }
      }
      if (result.iterations >= options_.iterations) break;
      const HidingCost cost = result.accepted ? best_.cost : current_.cost;
      if (options_.progress && !options_.progress({result.iterations, cost, result.accepted})) break;
      ++result.iterations;
      changed_ = false;
      Iterate();
      const int64_t most = kHiddenPrice * (best_.cost.weight + 2 + best_.cost.weight / 40);
      if (result.accepted && current_.Score() > most) current_ = best_;
    }
    if (!result.accepted) {
      // From everything hidden, without making any cell odd.
      Pattern p = Largest();
      ProveAll(p);
      PruneAndJudge(p, PruneMode::kKeepAll);
      Offer(p, accept, result);
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
    std::vector<CellId> odd;   // the open cells that allow some of the small values and not all
    std::vector<CellId> said;  // those of which it is said that they are large
    int64_t Score() const { return kHiddenPrice * cost.weight + static_cast<int64_t>(odd.size()); }
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
    if (guise_of_[c] != kNone) p.support[guise_of_[c]].clear();
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

  // The first pattern in which every demand is met; some cells may be odd.
  bool Start() {
    Pattern p = Smallest();
    if (covers_ == nullptr || !CoverAll(p)) {
      p = Largest();
      if (!ProveAll(p)) return false;
    }
    PruneAndJudge(p, PruneMode::kDearestFirst);
    current_ = std::move(p);
    return true;
  }

  void Offer(const Pattern& p, const PatternTest& accept, SuppressResult& result) {
    if (!p.odd.empty() || (result.accepted && !(p.cost < best_.cost)) || !accept(p.hidden)) return;
    best_ = p;
    result.accepted = true;
  }

  // Hides more until no cell is odd: in guises for as long as that makes fewer odd, then by saying. False when that
  // does not come to an end.
  bool Repair(Pattern& p) {
    for (int round = 0; round < kRepairs && !p.odd.empty(); ++round) {
      Pattern more = p;
      Disguise(more);
      if (more.odd.size() >= p.odd.size()) break;
      p = std::move(more);
    }
    return p.odd.empty() || (covers_ != nullptr && SayAll(p));
  }

  // Covers the odd cells, so that they allow all of the small values. That can make others odd.
  void Disguise(Pattern& p) {
    std::vector<double> cost = Prices(p);
    for (const CellId c : std::vector<CellId>(p.odd)) {
      if (covers_ == nullptr || !Cover(p, guise_of_[c], problem_.hidden, cost)) CoverNearby(p, guise_of_[c]);
    }
    Protection protection(problem_, p.hidden);
    Judge(p, protection);
  }

  // Says of the odd cells that they are large (shows those that are not), and covers what that breaks.
  bool SayAll(Pattern& p) {
    SuppressProblem said = problem_;
    std::vector<CellId> barred;
    for (int round = 0; round < kRepairs; ++round) {
      for (const CellId c : p.odd) {
        if (problem_.truth[c] > problem_.needs[c].last) {
          said.hidden[c].lo = problem_.needs[c].last + 1;
        } else {
          barred.push_back(c);
          Show(p, c);
        }
      }
      std::vector<double> cost = Prices(p);
      for (const CellId c : barred) cost[c] = kNever;
      for (const size_t d : Broken(p, said)) {
        if (!Cover(p, d, said.hidden, cost)) return false;
      }
      for (size_t d = firm_; d < demands_.size(); ++d) p.support[d].clear();
      Protection protection(said, p.hidden);
      Judge(p, protection);
      if (p.odd.empty()) return true;
    }
    return false;
  }

  std::vector<size_t> Broken(Pattern& p, const SuppressProblem& said) {
    std::vector<size_t> broken;
    Protection protection(said, p.hidden);
    for (size_t d = 0; d < firm_; ++d) {
      if (!protection.Meets(demands_[d], &p.support[d])) broken.push_back(d);
    }
    return broken;
  }

  std::vector<double> Prices(const Pattern& p) {
    std::vector<double> cost(p.hidden.size());
    for (CellId c = 0; c < cost.size(); ++c) cost[c] = p.hidden[c] ? 0 : MayHide(c) ? NoisyCost(c) : kNever;
    return cost;
  }

  // Finds tables for all demands, and for as many wishes as have one.
  bool ProveAll(Pattern& p) {
    Protection protection(problem_, p.hidden);
    for (size_t d = 0; d < firm_; ++d) {
      if (!protection.Meets(demands_[d], &p.support[d])) return false;
    }
    Judge(p, protection);
    return true;
  }

  bool CoverAll(Pattern& p) {
    std::vector<double> cost = Prices(p);
    for (size_t d = 0; d < firm_; ++d) {
      if (!Cover(p, d, problem_.hidden, cost) && !CoverNearby(p, d)) return false;
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
        for (const Membership& in : problem_.system->MembershipsOf(c)) {
          for (const Term& term : problem_.system->Terms(in.relation)) {
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

  bool Cover(Pattern& p, size_t d, const std::vector<Bounds>& bounds, std::vector<double>& cost) {
    const Demand& demand = demands_[d];
    const TableChange change = covers_->Find(
        {demand.cell, demand.target - problem_.truth[demand.cell], problem_.truth, bounds, cost, kEffort}, random_);
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

  enum class PruneMode : uint8_t { kDearestFirst, kAnyOrder, kKeepAll };

  // Shows again what is not needed: for the demands that have to be met, with kKeepAll also for every guise and
  // for what is said.
  Protection Prune(Pattern& p, PruneMode mode) {
    Protection protection(problem_, p.hidden);
    std::vector<char> said(p.hidden.size(), 0);
    if (mode == PruneMode::kKeepAll) {
      for (const CellId c : p.said) {
        protection.Say(c);
        said[c] = 1;
      }
    }
    std::vector<std::pair<double, CellId>> order;
    for (const CellId c : p.open)
      order.emplace_back(mode == PruneMode::kAnyOrder ? random_.Unit() : -NoisyCost(c), c);
    std::sort(order.begin(), order.end());
    std::vector<std::vector<CellId>> fresh;
    for (const auto& [key, c] : order) {
      const std::vector<size_t> users = UsersOf(p, c);
      protection.Fix(c);
      fresh.assign(users.size(), {});
      bool free = true;
      for (size_t u = 0; u < users.size() && free; ++u) {
        const size_t d = users[u];
        if (d == guise_of_[c] || (d >= firm_ && mode != PruneMode::kKeepAll)) continue;
        free = protection.Meets(demands_[d], &fresh[u]);
        if (!free) killer_[c] = d;
      }
      if (!free) {
        protection.Release(c);
        if (said[c]) protection.Say(c);
        continue;
      }
      for (size_t u = 0; u < users.size(); ++u) p.support[users[u]].swap(fresh[u]);
      Show(p, c);
    }
    return protection;
  }

  void PruneAndJudge(Pattern& p, PruneMode mode) {
    Protection protection = Prune(p, mode);
    Judge(p, protection);
  }

  // Finds the odd cells. A large cell without a table for its wish is none when all else stays possible after it is
  // said to be large. That can cost others theirs: then it has to be said of them too.
  void Judge(Pattern& p, Protection& protection) {
    p.odd.clear();
    p.said.clear();
    std::vector<CellId> plain;  // cells without a table for its guise
    for (const CellId c : p.open) {
      const size_t d = guise_of_[c];
      if (d == kNone || !p.support[d].empty() || protection.Meets(demands_[d], &p.support[d])) continue;
      if (problem_.truth[c] > problem_.needs[c].last && protection.NeverSmall(c)) {
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

  bool MaySay(Pattern& p, CellId c, Protection& protection, std::vector<CellId>& plain) {
    if (problem_.truth[c] <= problem_.needs[c].last) return false;
    protection.Say(c);
    for (const size_t d : UsersOf(p, c)) {
      if (protection.Meets(demands_[d], &p.support[d])) continue;
      if (d < firm_) {
        protection.Release(c);
        return false;
      }
      p.support[d].clear();
      plain.push_back(demands_[d].cell);
    }
    return true;
  }

  // Sideways is allowed, a little worse now and then: the way to a better pattern leads over worse ones.
  void Consider(Pattern p, Protection& protection) {
    const int64_t slack = random_.Unit() < kWorseShare ? kHiddenPrice * (1 + current_.cost.weight / 200) : 0;
    // Without its odd cells first: those take longer to find.
    p.odd.clear();
    if (p.Score() > current_.Score() + slack) return;
    Judge(p, protection);
    if (p.Score() > current_.Score() + slack) return;
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
        const auto in = problem_.system->MembershipsOf(at);
        const auto terms = problem_.system->Terms(in.first[random_.Below(in.size())].relation);
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
    Protection protection = Prune(p, PruneMode::kAnyOrder);
    Consider(std::move(p), protection);
  }

  void Exchange() {
    Pattern p = current_;
    std::vector<double> cost = Prices(p);
    std::vector<CellId> dropped;
    if (!p.odd.empty() && random_.Unit() < kOddShare) {
      const CellId odd = p.odd[random_.Below(p.odd.size())];
      if (random_.Below(2) == 0) {
        dropped.push_back(odd);
      } else if (!Cover(p, guise_of_[odd], problem_.hidden, cost)) {
        return;
      }
    }
    if (dropped.empty()) dropped.push_back(p.open[random_.Below(p.open.size())]);
    // Ruin: one hidden cell and a few that serve the same counts.
    const size_t many = 1 + random_.Below(4);
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
      if (d < firm_) {
        if (!Cover(p, d, problem_.hidden, cost)) return;
      } else {
        p.support[d].clear();
      }
    }
    Protection protection = Prune(p, PruneMode::kDearestFirst);
    Consider(std::move(p), protection);
  }

  const SuppressProblem& problem_;
  const CoverSource* covers_;
  const SuppressOptions& options_;
  Random random_;
  std::vector<Demand> demands_;
  size_t firm_;                   // the demands before this one have to be met
  std::vector<size_t> guise_of_;  // per open cell: the demand under which it
                                  // could be a small count
  std::vector<size_t> killer_;    // per cell: the demand that last kept it hidden
  Pattern current_, best_;
  bool changed_ = true;  // current_ is another pattern than the one accept() saw last
};

}  // namespace

std::optional<SuppressResult> Suppress(const SuppressProblem& problem, const CoverSource* covers,
                                       const SuppressOptions& options, const PatternTest& accept) {
  return Search(problem, covers, options).Run(accept);
}

bool CanProtect(const SuppressProblem& problem) {
  const SuppressOptions options;
  return Search(problem, nullptr, options).CanProtect();
}

}  // namespace verzuim
