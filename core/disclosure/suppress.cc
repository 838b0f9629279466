#include "core/disclosure/suppress.h"

#include <algorithm>
#include <utility>

#include "core/disclosure/pattern_work.h"

namespace verzuim {
namespace {

constexpr int kMendRounds = 20;       // of hiding more where a test finds cells lost
constexpr double kGrowShare = 0.1;    // iterations that only add cells before taking back
constexpr double kWorseShare = 0.05;  // iterations that may make the pattern a little worse
constexpr double kOddShare = 0.3;     // iterations that start from an odd cell, where there is one
constexpr int kMendEvery = 8;         // iterations before the first attempt to mend odd cells; later ones grow rarer

class Search {
 public:
  Search(const SuppressProblem& problem, const CoverSource* covers, const SuppressOptions& options,
         const PatternTest& accept)
      : problem_(problem),
        options_(options),
        accept_(accept),
        work_(problem, covers, options.seed, [this](const Pattern& p) { return GoOn(p); }),
        asked_(work_.Asked()),
        random_(work_.Chance()),
        current_(work_.Smallest()),
        best_(current_) {}

  std::optional<SuppressResult> Run() {
    if (!Start()) return std::nullopt;
    int mend_at = 0;
    for (;;) {
      // A pattern that is cheaper but not accepted stays the place from which the search goes on.
      if (changed_ && current_.odd.empty()) Offer(current_);
      const bool promising = !accepted_ || current_.Score() < Pattern::kHiddenPrice * best_.cost.weight;
      if (iterations_ >= mend_at && !current_.odd.empty() && promising && !stopped_) {
        // Mended aside: the search goes on from the pattern as it is.
        mend_at = iterations_ + kMendEvery + iterations_ / 4;
        Pattern p = current_;
        if ((!work_.CanCover() || !OfferMended(current_)) && work_.Mend(p)) {
          work_.PruneAndJudge(p, PruneMode::kKeepAll);
          Offer(p);
        }
      }
      if (iterations_ >= options_.iterations || !GoOn(current_)) break;
      ++iterations_;
      changed_ = false;
      Iterate();
      const int64_t most = Pattern::kHiddenPrice * (best_.cost.weight + 2 + best_.cost.weight / 40);
      if (accepted_ && current_.Score() > most) current_ = best_;
    }
    if (!accepted_) {
      // From everything hidden, without making any cell odd.
      Pattern p = work_.Largest();
      work_.ProveAll(p);
      work_.PruneAndJudge(p, PruneMode::kKeepAll);
      Offer(p);
    }
    const Pattern& found = accepted_ ? best_ : current_;
    return SuppressResult{found.hidden, found.cost, iterations_, accepted_};
  }

 private:
  // Tells how far it is; false once the caller has had enough.
  bool GoOn(const Pattern& now) {
    if (stopped_ || !options_.progress) return !stopped_;
    stopped_ = !options_.progress({iterations_, accepted_ ? best_.cost : now.cost, accepted_});
    return !stopped_;
  }

  // The first pattern of the search, in which every demand is met; some cells may be odd. Before they are looked for
  // the pattern is offered as it is, mended where the test finds cells lost: a safe pattern as soon as there is one.
  bool Start() {
    Pattern p = work_.Smallest();
    const bool covered = work_.CanCover() && work_.CoverAll(p);
    if (!covered) {
      p = work_.Largest();
      if (!work_.ProveAll(p)) return false;
    }
    Protection protection = work_.Prune(p, PruneMode::kDearestFirst);
    if (covered) OfferMended(p);
    current_ = std::move(p);
    if (!GoOn(current_)) return true;
    work_.Judge(current_, protection);
    return true;
  }

  // Offers a pattern as it is, and again with more hidden for as long as the test names cells that are lost. True
  // when it became the best.
  bool OfferMended(Pattern p) {
    for (int round = 0; round < kMendRounds && (!accepted_ || p.cost < best_.cost); ++round) {
      const PatternVerdict verdict = accept_(p.hidden);
      if (verdict.safe) {
        best_ = std::move(p);
        accepted_ = true;
        return true;
      }
      const size_t before = p.open.size();
      if (verdict.lost.empty() || !work_.CoverCarefully(p, verdict.lost) || p.open.size() == before) return false;
    }
    return false;
  }

  void Offer(const Pattern& p) {
    if (!p.odd.empty() || (accepted_ && !(p.cost < best_.cost)) || !accept_(p.hidden).safe) return;
    best_ = p;
    accepted_ = true;
  }

  // Sideways is allowed, a little worse now and then: the way to a better pattern leads over worse ones.
  void Consider(Pattern p, Protection& protection) {
    const int64_t slack = random_.Unit() < kWorseShare ? Pattern::kHiddenPrice * (1 + current_.cost.weight / 200) : 0;
    // Without its odd cells first: those take longer to find.
    p.odd.clear();
    if (p.Score() > current_.Score() + slack) return;
    work_.Judge(p, protection);
    if (p.Score() > current_.Score() + slack) return;
    changed_ = p.hidden != current_.hidden;
    current_ = std::move(p);
  }

  void Iterate() {
    if (current_.open.empty()) return;
    if (!work_.CanCover() || random_.Unit() < kGrowShare) {
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
      if (p.hidden[c] || !asked_.IsOpen(c)) continue;
      p.Hide(problem_, c);
      grown = true;
    }
    if (!grown) return;
    Protection protection = work_.Prune(p, PruneMode::kAnyOrder);
    Consider(std::move(p), protection);
  }

  void Exchange() {
    Pattern p = current_;
    std::vector<double> cost = work_.Prices(p);
    std::vector<CellId> dropped;
    if (!p.odd.empty() && random_.Unit() < kOddShare) {
      const CellId odd = p.odd[random_.Below(p.odd.size())];
      if (random_.Below(2) == 0) {
        dropped.push_back(odd);
      } else if (!work_.Cover(p, asked_.GuiseOf(odd), problem_.hidden, cost)) {
        return;
      }
    }
    if (dropped.empty()) dropped.push_back(p.open[random_.Below(p.open.size())]);
    // Ruin: one hidden cell and a few that serve the same counts.
    const size_t many = 1 + random_.Below(4);
    while (dropped.size() < many) {
      const std::vector<size_t> users = p.UsersOf(dropped[random_.Below(dropped.size())]);
      CellId next = p.open[random_.Below(p.open.size())];
      if (!users.empty()) {
        const std::vector<CellId>& support = p.Support(users[random_.Below(users.size())]);
        next = support[random_.Below(support.size())];
      }
      dropped.push_back(next);
    }
    std::sort(dropped.begin(), dropped.end());
    dropped.erase(std::unique(dropped.begin(), dropped.end()), dropped.end());
    std::vector<size_t> lost;
    for (const CellId c : dropped) {
      const std::vector<size_t> users = p.UsersOf(c);
      lost.insert(lost.end(), users.begin(), users.end());
      p.Show(problem_, asked_, c);
      cost[c] = work_.NoisyCost(c) * (random_.Below(2) == 0 ? 1.5 : 100);
    }
    std::sort(lost.begin(), lost.end());
    lost.erase(std::unique(lost.begin(), lost.end()), lost.end());
    lost.erase(std::remove_if(lost.begin(), lost.end(), [&](size_t d) { return p.Support(d).empty(); }), lost.end());
    // Recreate.
    {
      Protection protection(problem_, p.hidden);
      std::vector<size_t> still;
      for (const size_t d : lost) {
        std::vector<CellId> support;
        if (protection.Meets(asked_[d], &support)) {
          p.SetSupport(d, std::move(support));
        } else {
          still.push_back(d);
        }
      }
      lost.swap(still);
    }
    random_.Shuffle(lost);
    for (const size_t d : lost) {
      if (d < asked_.Firm()) {
        if (!work_.Cover(p, d, problem_.hidden, cost)) return;
      } else {
        p.SetSupport(d, {});
      }
    }
    Protection protection = work_.Prune(p, PruneMode::kDearestFirst);
    Consider(std::move(p), protection);
  }

  const SuppressProblem& problem_;
  const SuppressOptions& options_;
  const PatternTest& accept_;
  PatternWork work_;
  const Demands& asked_;
  Random& random_;
  Pattern current_, best_;
  bool accepted_ = false;  // best_ passed the test
  bool stopped_ = false;   // the caller has had enough
  bool changed_ = true;    // current_ is another pattern than the one accept_ saw last
  int iterations_ = 0;
};

}  // namespace

std::optional<SuppressResult> Suppress(const SuppressProblem& problem, const CoverSource* covers,
                                       const SuppressOptions& options, const PatternTest& accept) {
  return Search(problem, covers, options, accept).Run();
}

bool CanProtect(const SuppressProblem& problem) {
  PatternWork work(problem, nullptr, 1, [](const Pattern&) { return true; });
  Pattern p = work.Largest();
  return work.ProveAll(p);
}

}  // namespace verzuim
