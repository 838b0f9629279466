#include "core/disclosure/proven.h"

#include <algorithm>
#include <utility>

namespace verzuim {
namespace {

constexpr int kRounds = 12;  // each round that fails says more aloud or shows more, so few are ever needed

class Prover {
 public:
  Prover(SuppressProblem problem, int drempel, LezerBeleid lezer, const CoverSource* covers)
      : problem_(std::move(problem)),
        drempel_(drempel),
        lezer_(lezer),
        covers_(covers),
        said_(problem_.truth.size(), 0) {}

  // A search with what has been said so far; nothing when no pattern under it was accepted.
  std::optional<ProvenPattern> Try(const SuppressOptions& options) {
    std::optional<ProvenPattern> best;
    const auto accept = [&](const std::vector<char>& hidden) {
      if (!Accept(hidden)) return false;
      best = tried_;
      return true;
    };
    const std::optional<SuppressResult> found = Suppress(problem_, covers_, options, accept);
    impossible_ = !found.has_value();
    if (impossible_ || !best) return std::nullopt;
    best->cost = found->cost;
    best->iterations = found->iterations;
    return best;
  }
  bool Impossible() const { return impossible_; }

  // Makes what the last refused pattern lacked part of the problem.
  void Learn() {
    for (CellId c = 0; c < said_.size(); ++c) {
      if (!tried_.minstens[c]) continue;
      said_[c] = 1;
      problem_.hidden[c].lo = std::max<int64_t>(problem_.hidden[c].lo, drempel_);
      problem_.needs[c] = {};
    }
    // A zero that stands out is shown instead.
    for (const CellId c : small_) {
      if (problem_.role[c] == CellRole::kFree) problem_.role[c] = CellRole::kShown;
    }
  }

 private:
  bool Accept(const std::vector<char>& hidden) {
    tried_ = {};
    tried_.hidden = hidden;
    tried_.view = ViewOf(problem_, hidden);
    tried_.minstens.assign(hidden.size(), 0);
    for (CellId c = 0; c < hidden.size(); ++c) {
      if (!hidden[c]) continue;
      tried_.view.needs[c] = problem_.needs[c];
      tried_.minstens[c] = said_[c];
    }
    SayMinstens();
    return tried_.audit.Safe() && !Verify(*problem_.system, tried_.view, tried_.audit.certificate);
  }

  // Says "minstens" of the large hidden cells that do not allow every small value, until nothing changes. Keeps the
  // hidden cells below the threshold that do not, which a next pattern has to treat otherwise.
  void SayMinstens() {
    for (;;) {
      tried_.audit = RunAudit(*problem_.system, tried_.view);
      small_.clear();
      bool said = false;
      for (const CellId c : tried_.audit.given_away) {
        if (problem_.truth[c] < drempel_) {
          small_.push_back(c);
          continue;
        }
        tried_.minstens[c] = 1;
        tried_.view.needs[c] = {};
        if (lezer_ == LezerBeleid::kDoorziet) {
          tried_.view.bounds[c].lo = std::max<int64_t>(tried_.view.bounds[c].lo, drempel_);
        }
        said = true;
      }
      if (!said) return;
    }
  }

  SuppressProblem problem_;
  int drempel_;
  LezerBeleid lezer_;
  const CoverSource* covers_;
  std::vector<char> said_;  // once said of a cell, said whenever it is hidden
  ProvenPattern tried_;
  std::vector<CellId> small_;
  bool impossible_ = false;
};

}  // namespace

std::optional<ProvenPattern> FindProvenPattern(const SuppressProblem& problem, int drempel, LezerBeleid lezer,
                                               const CoverSource* covers, const SuppressOptions& options) {
  // A first safe pattern, fast.
  SuppressOptions none = options;
  none.iterations = 0;
  Prover learner(problem, drempel, lezer, covers);
  std::optional<ProvenPattern> best;
  int learned = 0;
  for (; learned < kRounds && !best; ++learned) {
    best = learner.Try(none);
    if (learner.Impossible()) return std::nullopt;
    if (!best) learner.Learn();
  }
  // A better one: half of the iterations from scratch, half with what had to be learned.
  int64_t known = best ? best->cost.weight : 0;
  int iterations = 0;
  SuppressOptions part = options;
  part.iterations = learned > 1 ? options.iterations / 2 : options.iterations;
  bool stopped = false;
  if (options.progress) {
    part.progress = [&](const SuppressProgress& now) {
      const bool better = now.safe && (!best || now.cost.weight < known);
      const HidingCost cost = better || !best ? now.cost : best->cost;
      stopped = !options.progress({iterations + now.iteration, cost, better || best.has_value()});
      return !stopped;
    };
  }
  Prover fresh(problem, drempel, lezer, covers);
  for (Prover* prover : {&fresh, &learner}) {
    if (stopped || (prover == &learner && learned <= 1)) break;
    std::optional<ProvenPattern> found = prover->Try(part);
    iterations += found ? found->iterations : part.iterations;
    if (found && (!best || found->cost < best->cost)) {
      best = std::move(found);
      known = best->cost.weight;
    }
  }
  if (best) best->iterations = iterations;
  return best;
}

}  // namespace verzuim
