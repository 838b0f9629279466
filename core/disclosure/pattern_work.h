// PatternWork: the steps from which a search for patterns is made. Cover hides what a demand needs, Prune shows again
// what none needs, Judge finds the odd cells, Mend hides or says more until no cell is odd.
#ifndef VERZUIM_CORE_DISCLOSURE_PATTERN_WORK_H_
#define VERZUIM_CORE_DISCLOSURE_PATTERN_WORK_H_

#include <functional>
#include <vector>

#include "core/disclosure/cover.h"
#include "core/disclosure/pattern.h"
#include "core/disclosure/protection.h"

namespace verzuim {

enum class PruneMode : uint8_t {
  kDearestFirst,  // for the firm demands
  kAnyOrder,      // the same, in a random order
  kKeepAll,       // also for every guise that is met, and for what is said
};

class PatternWork {
 public:
  // `covers` may be absent: then nothing can be covered. `go_on` is asked now and then; once it says no, Prune keeps
  // the rest hidden.
  PatternWork(const SuppressProblem& problem, const CoverSource* covers, uint64_t seed,
              std::function<bool(const Pattern&)> go_on);

  const Demands& Asked() const { return asked_; }
  Random& Chance() { return random_; }
  bool CanCover() const { return covers_ != nullptr; }

  Pattern Smallest() const { return Pattern(problem_, asked_); }
  Pattern Largest() const;
  // What hiding costs at the moment: nothing where hidden already, infinite where it may not be, else with some
  // chance in it.
  std::vector<double> Prices(const Pattern& p);
  double NoisyCost(CellId c);

  // Hides what demand `d` needs, within `bounds`; lowers `cost` to match. False when no way was found.
  bool Cover(Pattern& p, size_t d, const std::vector<Bounds>& bounds, std::vector<double>& cost,
             size_t effort = kEffort);
  static constexpr size_t kEffort = 4000;  // proposals to look at per demand
  // Covers every firm demand; where no proposal fits, with ever wider surroundings.
  bool CoverAll(Pattern& p);
  // Covers the demands of `cells` by tables in which each large open cell stays large. Whatever is then said of large
  // cells breaks none of these demands.
  bool CoverCarefully(Pattern& p, const std::vector<CellId>& cells);
  // Finds tables for all firm demands, and for as many guises as have one.
  bool ProveAll(Pattern& p);

  Protection Prune(Pattern& p, PruneMode mode);
  // Finds the odd cells. A large cell without a table for its guise is none when all else stays possible after it is
  // said to be large. That can cost others theirs: then it has to be said of them too.
  void Judge(Pattern& p, Protection& protection);
  void PruneAndJudge(Pattern& p, PruneMode mode);
  // Hides more until no cell is odd: in guises for as long as that makes fewer odd, then by saying. False when that
  // does not come to an end.
  bool Mend(Pattern& p);

 private:
  bool CoverSomehow(Pattern& p, size_t d, const std::vector<Bounds>& bounds, std::vector<double>& cost);
  bool CoverNearby(Pattern& p, size_t d);
  void Disguise(Pattern& p);
  bool SayAll(Pattern& p);
  std::vector<size_t> Broken(Pattern& p, const SuppressProblem& said);
  bool Meets(Pattern& p, Protection& protection, size_t d);
  bool MaySay(Pattern& p, CellId c, Protection& protection, std::vector<CellId>& plain);

  const SuppressProblem& problem_;
  const CoverSource* covers_;
  std::function<bool(const Pattern&)> go_on_;
  Random random_;
  Demands asked_;
  std::vector<size_t> killer_;  // per cell: the demand that last kept it hidden
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_DISCLOSURE_PATTERN_WORK_H_
