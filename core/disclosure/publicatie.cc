#include "core/disclosure/publicatie.h"

#include <algorithm>
#include <utility>

#include "core/disclosure/hours.h"
#include "core/disclosure/proven.h"

namespace verzuim {
namespace {

Publicatie Withhold(const Telling& telling, std::string reason) {
  Publicatie out;
  out.cells.assign(telling.cells.size(), Markering::kVerborgen);
  out.minutes.assign(telling.minutes.size(), Markering::kVerborgen);
  out.minstens.assign(telling.cells.size(), 0);
  out.ingehouden = std::move(reason);
  return out;
}

// The whole table behind the counts, with some number of pupils for every possible combination; empty when the counts
// cannot be those of real pupils.
std::vector<int64_t> FullTable(const Telling& telling, const SchoolSystem& school) {
  ReaderView view{school.PublicBounds(), std::vector<Need>(school.system.cells())};
  for (size_t i = 0; i < telling.cells.size(); ++i) {
    if (telling.cells[i] < 0 || telling.cells[i] > kMaxCount || !view.bounds[i].Contains(telling.cells[i])) return {};
    view.bounds[i] = {telling.cells[i], telling.cells[i]};
  }
  Audit audit = RunAudit(school.system, view);
  if (audit.state != AuditState::kDone) return {};
  return std::move(audit.certificate.base);
}

SuppressProblem ProblemOf(const Telling& telling, const SchoolSystem& school, const PublicatieBeleid& beleid,
                          std::vector<int64_t> table) {
  const size_t n = school.system.cells();
  SuppressProblem problem;
  problem.system = &school.system;
  problem.truth = std::move(table);
  problem.role.assign(n, CellRole::kPart);
  problem.hidden = school.PublicBounds();
  problem.needs.assign(n, {});
  problem.weight.assign(n, 1);
  const size_t per_sub = kCategorieen * school.frame.Intervals();
  for (size_t i = 0; i < telling.cells.size(); ++i) {
    const int64_t pupils = school.frame.leerlingen[i / per_sub];
    const Markering marker = MarkerFor(telling.cells[i], beleid);
    problem.role[i] = pupils == 0                         ? CellRole::kShown
                      : IsSmall(telling.cells[i], beleid) ? CellRole::kHidden
                                                          : CellRole::kFree;
    if (pupils == 0) continue;
    problem.hidden[i] = BoundsOf(marker, false, beleid);
    problem.needs[i] = NeedOf(marker, false, pupils, beleid);
  }
  return problem;
}

}  // namespace

std::string WireName(Markering markering, int drempel) {
  switch (markering) {
    case Markering::kGetoond:
      return "";
    case Markering::kOnderDrempel:
      return "<" + std::to_string(drempel);
    case Markering::kVerborgen:
      return "x";
  }
  return "";
}

bool IsSmall(int64_t count, const PublicatieBeleid& beleid) {
  return count < beleid.drempel && (count > 0 || beleid.nul == NulBeleid::kVerbergen);
}

Markering MarkerFor(int64_t count, const PublicatieBeleid& beleid) {
  const bool two = beleid.markering == MarkeringBeleid::kTweevoudig;
  return two && count < beleid.drempel ? Markering::kOnderDrempel : Markering::kVerborgen;
}

Bounds BoundsOf(Markering markering, bool minstens, const PublicatieBeleid& beleid) {
  if (beleid.markering == MarkeringBeleid::kEnkel) {
    return {minstens && beleid.lezer == LezerBeleid::kDoorziet ? beleid.drempel : 0, kUnbounded};
  }
  if (markering == Markering::kVerborgen) return {beleid.drempel, kUnbounded};
  return {beleid.nul == NulBeleid::kTonen ? 1 : 0, beleid.drempel - 1};
}

Need NeedOf(Markering markering, bool minstens, int64_t pupils, const PublicatieBeleid& beleid) {
  const Bounds bounds = BoundsOf(markering, minstens, beleid);
  if (markering == Markering::kGetoond || minstens || bounds.lo >= beleid.drempel) return {};
  return {static_cast<int8_t>(bounds.lo), static_cast<int8_t>(std::min<int64_t>(beleid.drempel - 1, pupils))};
}

Publicatie MakePublicatie(const Telling& telling, const PublicatieBeleid& beleid, const SuppressOptions& options) {
  const SchoolFrame frame{telling.bounds, telling.leerlingen};
  if (frame.leerlingen.empty() || telling.cells.size() != frame.PublishedCells() || beleid.drempel < 2 ||
      beleid.drempel > kMaxDrempel) {
    return Withhold(telling, "De telling is onvolledig of de drempel is niet bruikbaar; er is niets getoond.");
  }
  const SchoolSystem school = MakeSchoolSystem(frame);
  std::vector<int64_t> table = FullTable(telling, school);
  if (table.empty()) {
    return Withhold(telling,
                    "De aantallen spreken elkaar tegen (delen en totalen passen niet); er is niets getoond. "
                    "Controleer de leerlingen en de indeling.");
  }
  const SuppressProblem problem = ProblemOf(telling, school, beleid, std::move(table));
  std::optional<ProvenPattern> pattern = FindProvenPattern(problem, beleid.drempel, beleid.lezer, nullptr, options);
  if (!pattern) {
    return Withhold(telling,
                    beleid.markering == MarkeringBeleid::kTweevoudig
                        ? "Met twee markeringen is geen veilige publicatie mogelijk; er is niets getoond. Kies "
                          "markering enkel: dan kan het wel."
                        : "Er is geen veilige publicatie gevonden; er is niets getoond. Gebruik minder "
                          "onderverdelingen of intervallen.");
  }
  Publicatie out;
  for (size_t i = 0; i < telling.cells.size(); ++i) {
    out.cells.push_back(pattern->hidden[i] && school.frame.leerlingen[i / (kCategorieen * frame.Intervals())] > 0
                            ? MarkerFor(telling.cells[i], beleid)
                            : Markering::kGetoond);
    out.minstens.push_back(pattern->minstens[i]);
  }
  out.cost = pattern->cost;
  out.certificate = std::move(pattern->audit.certificate);
  out.minutes = HideHours(telling, out.cells, beleid.drempel, options);
  // The last word: what is printed, read again as a stranger would, against the certificate.
  const GedrukteSchool printed = Print(telling, out, beleid);
  if (Verify(school.system, ViewOf(printed, school), out.certificate)) {
    return Withhold(telling, "De publicatie is niet door de eigen controle gekomen; er is niets getoond. Meld dit.");
  }
  return out;
}

GedrukteSchool Print(const Telling& telling, const Publicatie& publicatie, const PublicatieBeleid& beleid) {
  GedrukteSchool printed{{telling.bounds, telling.leerlingen}, beleid, {}};
  for (size_t i = 0; i < telling.cells.size(); ++i) {
    GedruktAantal cell{std::nullopt, publicatie.cells[i], publicatie.minstens[i] != 0};
    if (cell.markering == Markering::kGetoond) cell.aantal = telling.cells[i];
    printed.cells.push_back(cell);
  }
  return printed;
}

ReaderView ViewOf(const GedrukteSchool& printed, const SchoolSystem& school) {
  ReaderView view{school.PublicBounds(), std::vector<Need>(school.system.cells())};
  const size_t per_sub = kCategorieen * printed.frame.Intervals();
  for (size_t i = 0; i < printed.cells.size(); ++i) {
    const GedruktAantal& cell = printed.cells[i];
    const int64_t pupils = printed.frame.leerlingen[i / per_sub];
    if (cell.aantal) {
      view.bounds[i] = {*cell.aantal, *cell.aantal};
    } else if (pupils > 0) {
      view.bounds[i] = BoundsOf(cell.markering, cell.minstens, printed.beleid);
      view.needs[i] = NeedOf(cell.markering, cell.minstens, pupils, printed.beleid);
    }
  }
  return view;
}

}  // namespace verzuim
