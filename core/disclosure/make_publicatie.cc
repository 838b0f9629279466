// From counts to a publicatie: the pattern of one school, and the same beside what readers already have.
#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "core/disclosure/earlier.h"
#include "core/disclosure/fixed_pattern.h"
#include "core/disclosure/hours.h"
#include "core/disclosure/proven.h"

namespace verzuim {
namespace {

// Shows nothing, and says why.
Publicatie Withhold(const Telling& telling, std::string reason) {
  Publicatie out;
  out.cells.assign(telling.cells.size(), Markering::kVerborgen);
  out.minutes.assign(telling.minutes.size(), Markering::kVerborgen);
  out.minstens.assign(telling.cells.size(), 0);
  out.ingehouden = std::move(reason);
  return out;
}

// A whole table behind the counts and whatever else the view knows; empty when the counts cannot be those of real
// pupils.
std::vector<int64_t> FullTable(const Telling& telling, const CountSystem& system, ReaderView view) {
  for (size_t i = 0; i < telling.cells.size(); ++i) {
    if (telling.cells[i] < 0 || telling.cells[i] > kMaxCount || !view.bounds[i].Contains(telling.cells[i])) return {};
    view.bounds[i] = {telling.cells[i], telling.cells[i]};
  }
  Audit audit = RunAudit(system, view);
  if (audit.state != AuditState::kDone) return {};
  return std::move(audit.certificate.base);
}

SuppressProblem ProblemOf(const Telling& telling, const ReleaseSystem& releases, const PublicatieBeleid& beleid,
                          const ReaderView& unknown, std::vector<int64_t> table) {
  const SchoolFrame& frame = releases.school.frame;
  const size_t n = releases.system.cells();
  SuppressProblem problem;
  problem.system = &releases.system;
  problem.truth = std::move(table);
  problem.role.assign(n, CellRole::kPart);
  problem.hidden = unknown.bounds;
  problem.needs.assign(n, {});
  problem.weight.assign(n, 1);
  const size_t per_sub = kCategorieen * frame.Intervals();
  for (size_t i = 0; i < telling.cells.size(); ++i) {
    const int64_t pupils = frame.leerlingen[i / per_sub];
    const Markering marker = MarkerFor(telling.cells[i], beleid);
    problem.role[i] = pupils == 0                         ? CellRole::kShown
                      : IsSmall(telling.cells[i], beleid) ? CellRole::kHidden
                                                          : CellRole::kFree;
    if (pupils == 0) continue;
    problem.hidden[i] = BoundsOf(marker, false, beleid);
    problem.needs[i] = NeedOf(marker, false, pupils, beleid);
  }
  // What an earlier publicatie hides, this one may not give away.
  for (const ReleaseSystem::Release& release : releases.releases) {
    for (size_t i = 0; i < release.school.frame.PublishedCells(); ++i) {
      const CellId c = static_cast<CellId>(release.first + i);
      if (unknown.needs[c].IsEmpty()) continue;
      problem.role[c] = CellRole::kHidden;
      problem.needs[c] = unknown.needs[c];
    }
  }
  return problem;
}

std::vector<char> AlwaysHidden(const SuppressProblem& problem) {
  std::vector<char> hidden;
  for (const CellRole role : problem.role) hidden.push_back(role == CellRole::kPart || role == CellRole::kHidden);
  return hidden;
}

bool IsUsable(const EerderePublicatie& earlier) {
  const SchoolFrame& frame = earlier.printed.frame;
  return !frame.leerlingen.empty() && earlier.printed.cells.size() == frame.PublishedCells() &&
         earlier.onderverdelingen.size() == frame.leerlingen.size();
}

// The publicatie of a proven pattern, read again as a stranger would before it is handed out.
Publicatie Publish(const Telling& telling, const PublicatieBeleid& beleid, ProvenPattern pattern,
                   EerderePublicatie nu, const std::vector<EerderePublicatie>& eerdere, const ReleaseSystem& releases,
                   const SuppressOptions& options) {
  const size_t per_sub = kCategorieen * telling.Intervals();
  Publicatie out;
  for (size_t i = 0; i < telling.cells.size(); ++i) {
    out.cells.push_back(pattern.hidden[i] && telling.leerlingen[i / per_sub] > 0 ? MarkerFor(telling.cells[i], beleid)
                                                                                 : Markering::kGetoond);
    out.minstens.push_back(pattern.minstens[i]);
  }
  out.cost = pattern.cost;
  out.certificate = std::move(pattern.audit.certificate);
  out.minutes = HideHours(telling, out.cells, beleid.drempel, options);
  nu.printed = Print(telling, out, beleid);
  if (Verify(releases.system, ViewOf(nu, eerdere, releases), out.certificate)) {
    return Withhold(telling, "De publicatie is niet door de eigen controle gekomen; er is niets getoond. Meld dit.");
  }
  return out;
}

// The patient search: audits every pattern in full, for when the quick one finds nothing or knows too little.
class Reduction {
 public:
  // Of the cells from `own_cells` on nothing can be said any more: they were published before.
  Reduction(const SuppressProblem& problem, int drempel, size_t own_cells)
      : problem_(problem), drempel_(drempel), own_cells_(static_cast<std::ptrdiff_t>(own_cells)) {}

  // Takes `own` (a flag per cell) when it is safe. When `firm` nothing else will do; else everything is hidden and as
  // much as possible shown again, first of what `own` shows.
  std::optional<ProvenPattern> Find(const std::vector<char>& own, bool firm) {
    if (!Try(own)) {
      if (firm) return std::nullopt;
      std::vector<char> all = own;
      std::vector<CellId> shown, hidden;
      for (CellId c = 0; c < all.size(); ++c) {
        if (problem_.role[c] != CellRole::kFree || !problem_.hidden[c].Contains(problem_.truth[c])) continue;
        (own[c] ? hidden : shown).push_back(c);
        all[c] = 1;
      }
      if (!Try(all)) return std::nullopt;
      Show(shown);
      Show(hidden);
    }
    for (CellId c = 0; c < problem_.role.size(); ++c) {
      if (!found_->hidden[c] || problem_.role[c] != CellRole::kFree) continue;
      found_->cost.weight += problem_.weight[c];
      found_->cost.pupils += problem_.truth[c];
    }
    return std::move(found_);
  }

 private:
  bool Try(const std::vector<char>& hidden) {
    std::optional<ProvenPattern> proven = Prove(problem_, drempel_, hidden);
    if (!proven || std::count(proven->minstens.begin() + own_cells_, proven->minstens.end(), 1) > 0) return false;
    found_ = std::move(proven);
    return true;
  }

  // Shows all of `cells`, or as many as can be: half by half.
  void Show(const std::vector<CellId>& cells) {
    if (cells.empty()) return;
    std::vector<char> hidden = found_->hidden;
    for (const CellId c : cells) hidden[c] = 0;
    if (Try(hidden) || cells.size() == 1) return;
    const auto middle = cells.begin() + static_cast<std::ptrdiff_t>(cells.size() / 2);
    Show({cells.begin(), middle});
    Show({middle, cells.end()});
  }

  const SuppressProblem& problem_;
  int drempel_;
  std::ptrdiff_t own_cells_;
  std::optional<ProvenPattern> found_;
};

}  // namespace

Publicatie MakePublicatie(const Telling& telling, const PublicatieBeleid& beleid, const SuppressOptions& options) {
  const SchoolFrame frame{telling.bounds, telling.leerlingen};
  if (frame.leerlingen.empty() || telling.cells.size() != frame.PublishedCells() || beleid.drempel < 2 ||
      beleid.drempel > kMaxDrempel) {
    return Withhold(telling, "De telling is onvolledig of de drempel is niet bruikbaar; er is niets getoond.");
  }
  const EerderePublicatie nu{{frame, beleid, {}}, telling.Geteld(), telling.onderverdelingen};
  const ReleaseSystem alone = MakeReleaseSystem(nu, {});
  const ReaderView unknown = ViewOf(nu, {}, alone);
  std::vector<int64_t> table = FullTable(telling, alone.system, unknown);
  if (table.empty()) {
    return Withhold(telling,
                    "De aantallen spreken elkaar tegen (delen en totalen passen niet); er is niets getoond. "
                    "Controleer de leerlingen en de indeling.");
  }
  const SuppressProblem problem = ProblemOf(telling, alone, beleid, unknown, std::move(table));
  const bool fixed = beleid.patroon == PatroonBeleid::kVast;
  std::optional<ProvenPattern> pattern = fixed ? FindFixedPattern(problem, beleid.drempel, LadderOf(frame))
                                               : FindProvenPattern(problem, beleid.drempel, nullptr, options);
  if (!pattern && !fixed) {
    pattern = Reduction(problem, beleid.drempel, alone.system.cells()).Find(AlwaysHidden(problem), false);
  }
  if (!pattern && fixed) {
    return Withhold(telling, "Geen enkel vast patroon is hier veilig; er is niets getoond. Kies patroon zoeken.");
  }
  if (!pattern) {
    return Withhold(telling,
                    beleid.markering == MarkeringBeleid::kTweevoudig
                        ? "Met twee markeringen is geen veilige publicatie mogelijk; er is niets getoond. Kies "
                          "markering enkel: dan kan het wel."
                        : "Er is geen veilige publicatie gevonden; er is niets getoond. Gebruik minder "
                          "onderverdelingen of intervallen.");
  }
  return Publish(telling, beleid, std::move(*pattern), nu, {}, alone, options);
}

Publicatie MakePublicatie(const Telling& telling, const PublicatieBeleid& beleid,
                          const std::vector<EerderePublicatie>& eerdere, const SuppressOptions& options) {
  if (!std::all_of(eerdere.begin(), eerdere.end(), IsUsable)) {
    return Withhold(telling, "Een eerdere publicatie is onvolledig; er is niets getoond. Maak hem opnieuw.");
  }
  const SchoolFrame frame{telling.bounds, telling.leerlingen};
  Publicatie own = MakePublicatie(telling, beleid, options);
  if (!own.ingehouden.empty()) return own;
  const EerderePublicatie nu{{frame, beleid, {}}, telling.Geteld(), telling.onderverdelingen};
  const ReleaseSystem releases = MakeReleaseSystem(nu, eerdere);
  if (releases.releases.empty()) return own;

  const ReaderView unknown = ViewOf(nu, eerdere, releases);
  std::vector<int64_t> table = FullTable(telling, releases.system, unknown);
  if (table.empty()) {
    return Withhold(telling,
                    "De aantallen passen niet bij een eerdere publicatie over (een deel van) dezelfde periode; er is "
                    "niets getoond. Is de administratie sindsdien verbeterd, trek dan die publicatie in.");
  }
  const SuppressProblem problem = ProblemOf(telling, releases, beleid, unknown, std::move(table));
  std::vector<char> hidden = AlwaysHidden(problem);
  for (size_t c = 0; c < own.cells.size(); ++c) hidden[c] = hidden[c] || own.cells[c] != Markering::kGetoond;
  Reduction reduction(problem, beleid.drempel, releases.school.system.cells());
  std::optional<ProvenPattern> pattern = reduction.Find(hidden, beleid.patroon == PatroonBeleid::kVast);
  if (!pattern) {
    return Withhold(telling,
                    "Samen met wat eerder is gepubliceerd is geen veilige publicatie gevonden; er is niets getoond. "
                    "Publiceer minder onderverdelingen, of alleen over een periode die de eerdere niet overlapt.");
  }
  return Publish(telling, beleid, std::move(*pattern), nu, eerdere, releases, options);
}

}  // namespace verzuim
