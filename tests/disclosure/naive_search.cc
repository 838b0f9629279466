#include "tests/disclosure/naive_search.h"

#include <algorithm>
#include <vector>

#include "tests/disclosure/generated_school.h"

namespace verzuim {
namespace {

class Naive {
 public:
  Naive(const Telling& telling, const PublicatieBeleid& beleid)
      : telling_(telling), beleid_(beleid), school_(MakeSchoolSystem({telling.bounds, telling.leerlingen})) {
    printed_ = {school_.frame, beleid, {}};
    for (size_t c = 0; c < telling.cells.size(); ++c) {
      printed_.cells.push_back({telling.cells[c], Markering::kGetoond, false});
      if (HasPupils(c) && IsSmall(telling.cells[c], beleid)) Hide(c);
    }
  }

  std::optional<int> Run() {
    for (int more = 0;; ++more) {
      const ReaderView view = View();
      const Audit audit = RunAudit(school_.system, view);
      if (audit.given_away.empty()) return more;
      const CellId leak = audit.given_away.front();
      const bool upper = audit.cells[leak].highest < view.needs[leak].last;
      const std::optional<size_t> next = SmallestOf(RecipeFor(school_.system, view, leak, upper));
      if (!next) return std::nullopt;
      Hide(*next);
    }
  }

 private:
  bool HasPupils(size_t c) const { return telling_.leerlingen[c / (kCategorieen * telling_.Intervals())] > 0; }
  bool IsShown(size_t c) const { return printed_.cells[c].aantal.has_value() && HasPupils(c); }
  void Hide(size_t c) { printed_.cells[c] = {std::nullopt, MarkerFor(telling_.cells[c], beleid_), false}; }

  ReaderView View() const {
    ReaderView view = ViewOf(printed_, school_);
    for (size_t c = 0; c < telling_.cells.size(); ++c) {
      if (!IsSmall(telling_.cells[c], beleid_)) view.needs[c] = {};
    }
    return view;
  }

  // The smallest shown count of the recipe that may be hidden; of all counts when the recipe has none.
  std::optional<size_t> SmallestOf(const Recipe& recipe) const {
    std::optional<size_t> best;
    const auto consider = [&](size_t c) {
      if (c >= telling_.cells.size() || !IsShown(c)) return;
      if (!BoundsOf(MarkerFor(telling_.cells[c], beleid_), false, beleid_).Contains(telling_.cells[c])) return;
      if (!best || telling_.cells[c] < telling_.cells[*best]) best = c;
    };
    for (const auto& [cell, times] : recipe.shown) consider(cell);
    for (size_t c = 0; c < telling_.cells.size() && !best; ++c) consider(c);
    return best;
  }

  const Telling& telling_;
  const PublicatieBeleid& beleid_;
  SchoolSystem school_;
  GedrukteSchool printed_;
};

}  // namespace

std::optional<int> NaiveSearch(const Telling& telling, const PublicatieBeleid& beleid) {
  return Naive(telling, beleid).Run();
}

SchoolComparison CompareSchools(int schools, const PublicatieBeleid& beleid, bool vo,
                                const SuppressOptions& options) {
  SchoolComparison out;
  Random random(2026);
  for (int i = 0; i < schools; ++i) {
    // One draw a line: the order in which arguments are evaluated differs between compilers.
    const size_t pupils = vo ? 300 + random.Below(1200) : 60 + random.Below(400);
    const Telling telling = GeneratedSchool(random, pupils, vo ? 4 : 2, vo);
    const std::optional<int> naive = NaiveSearch(telling, beleid);
    const Publicatie ours = MakePublicatie(telling, beleid, options);
    const bool found = ours.ingehouden.empty();
    PublicatieBeleid vast = beleid;
    vast.patroon = PatroonBeleid::kVast;
    const Publicatie fixed = MakePublicatie(telling, vast, options);
    if (fixed.ingehouden.empty()) {
      ++out.fixed_schools;
      out.fixed += fixed.cost.weight;
    }
    if (!naive || !found) {
      ++(naive ? out.only_naive : found ? out.only_ours : out.neither);
      continue;
    }
    ++out.schools;
    out.cells += static_cast<int64_t>(telling.cells.size());
    for (const int64_t n : telling.cells) out.small += IsSmall(n, beleid);
    out.naive += *naive;
    out.ours += ours.cost.weight;
    out.minstens += std::count(ours.minstens.begin(), ours.minstens.end(), 1);
  }
  return out;
}

}  // namespace verzuim
