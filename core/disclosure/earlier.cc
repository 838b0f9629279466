#include "core/disclosure/earlier.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace verzuim {
namespace {

// Copies all cells and relations of `from` behind those of `to`; returns the first cell.
CellId Append(CountSystem& to, const CountSystem& from) {
  const CellId first = to.AddCells(from.cells());
  for (size_t r = 0; r < from.relations(); ++r) {
    std::vector<CellId> total, parts;
    for (const Term& term : from.Terms(r)) (term.sign > 0 ? parts : total).push_back(first + term.cell);
    to.AddRelation(total, parts);
  }
  return first;
}

struct Side {
  const EerderePublicatie& publicatie;
  const SchoolFrame& frame;
  CellId first;
};

void AddSame(CountSystem& system, const Side& a, const Side& b) {
  const size_t intervals = a.frame.bounds == b.frame.bounds ? a.frame.Intervals() : 1;  // zero is always zero
  for (size_t s = 0; s < a.frame.leerlingen.size(); ++s) {
    for (size_t t = 0; t < b.frame.leerlingen.size(); ++t) {
      if ((s == 0) != (t == 0) || (s > 0 && a.publicatie.onderverdelingen[s] != b.publicatie.onderverdelingen[t])) {
        continue;
      }
      for (size_t c = 0; c < kCategorieen; ++c) {
        for (size_t i = 0; i < intervals; ++i) {
          system.AddRelation({static_cast<CellId>(a.first + a.frame.CellIndex(s, c, i))},
                             {static_cast<CellId>(b.first + b.frame.CellIndex(t, c, i))});
        }
      }
    }
  }
}

std::vector<CellId> AboveZero(const Side& side, Categorie categorie) {
  std::vector<CellId> cells;
  for (size_t i = 1; i < side.frame.Intervals(); ++i) {
    cells.push_back(static_cast<CellId>(side.first + side.frame.CellIndex(0, static_cast<size_t>(categorie), i)));
  }
  return cells;
}

void Join(std::vector<CellId>& to, const std::vector<CellId>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

// With some absence in the longer period = with some in the shorter + room; per category, and with both kinds
// (geoorloofd + ongeoorloofd - totaal, because without the one it is the other).
void AddInside(CountSystem& system, const Side& shorter, const Side& longer) {
  for (size_t c = 0; c < kCategorieen; ++c) {
    std::vector<CellId> parts = AboveZero(shorter, static_cast<Categorie>(c));
    parts.push_back(system.AddCells(1));
    system.AddRelation(AboveZero(longer, static_cast<Categorie>(c)), parts);
  }
  std::vector<CellId> total = AboveZero(longer, Categorie::kGeoorloofd);
  Join(total, AboveZero(longer, Categorie::kOngeoorloofd));
  Join(total, AboveZero(shorter, Categorie::kTotaal));
  std::vector<CellId> parts = AboveZero(shorter, Categorie::kGeoorloofd);
  Join(parts, AboveZero(shorter, Categorie::kOngeoorloofd));
  Join(parts, AboveZero(longer, Categorie::kTotaal));
  parts.push_back(system.AddCells(1));
  system.AddRelation(total, parts);
}

void Relate(CountSystem& system, const Side& a, const Side& b) {
  switch (VerbandVan(a.publicatie.dates, b.publicatie.dates)) {
    case PeriodeVerband::kGeen:
      return;
    case PeriodeVerband::kZelfde:
      return AddSame(system, a, b);
    case PeriodeVerband::kBinnen:
      return AddInside(system, a, b);
    case PeriodeVerband::kOmvat:
      return AddInside(system, b, a);
  }
}

}  // namespace

PeriodeVerband VerbandVan(const DateRange& first, const DateRange& second) {
  if (first == second) return PeriodeVerband::kZelfde;
  if (second.first <= first.first && first.last <= second.last) return PeriodeVerband::kBinnen;
  if (first.first <= second.first && second.last <= first.last) return PeriodeVerband::kOmvat;
  return PeriodeVerband::kGeen;
}

ReleaseSystem MakeReleaseSystem(const EerderePublicatie& nu, const std::vector<EerderePublicatie>& eerdere) {
  ReleaseSystem out;
  out.school = MakeSchoolSystem(nu.printed.frame);
  out.system = out.school.system;
  std::vector<Side> sides = {{nu, nu.printed.frame, 0}};
  for (size_t e = 0; e < eerdere.size(); ++e) {
    bool related = false;
    for (const Side& side : sides) {
      related = related || VerbandVan(side.publicatie.dates, eerdere[e].dates) != PeriodeVerband::kGeen;
    }
    if (!related) continue;
    SchoolSystem school = MakeSchoolSystem(eerdere[e].printed.frame);
    const CellId first = Append(out.system, school.system);
    const Side side{eerdere[e], eerdere[e].printed.frame, first};
    for (const Side& other : sides) Relate(out.system, other, side);
    sides.push_back(side);
    out.releases.push_back({e, std::move(school), first});
  }
  out.system.Index();
  return out;
}

ReaderView ViewOf(const EerderePublicatie& nu, const std::vector<EerderePublicatie>& eerdere,
                  const ReleaseSystem& releases) {
  ReaderView view = ViewOf(nu.printed, releases.school);
  view.bounds.resize(releases.system.cells());
  view.needs.resize(releases.system.cells());
  for (const ReleaseSystem::Release& release : releases.releases) {
    const ReaderView earlier = ViewOf(eerdere[release.index].printed, release.school);
    std::copy(earlier.bounds.begin(), earlier.bounds.end(), view.bounds.begin() + release.first);
    std::copy(earlier.needs.begin(), earlier.needs.end(), view.needs.begin() + release.first);
  }
  return view;
}

Result<Controle> ControleerSchool(const EerderePublicatie& nu, const std::vector<EerderePublicatie>& eerdere,
                                  const std::vector<std::string>& namen) {
  std::vector<const EerderePublicatie*> all = {&nu};
  for (const EerderePublicatie& earlier : eerdere) all.push_back(&earlier);
  for (const EerderePublicatie* one : all) {
    if (one->printed.frame.leerlingen.empty() ||
        one->onderverdelingen.size() != one->printed.frame.leerlingen.size()) {
      return MakeProblem(ProblemCode::kBadValue, {}, "Een publicatie is onvolledig.");
    }
    if (std::optional<Problem> problem =
            BadCells(one->printed.cells, one->printed.frame.PublishedCells(), one->printed.beleid)) {
      return *problem;
    }
  }
  if (namen.size() != nu.printed.cells.size())
    return MakeProblem(ProblemCode::kBadValue, {}, "De publicatie is onvolledig.");
  const ReleaseSystem releases = MakeReleaseSystem(nu, eerdere);
  std::vector<std::string> names(releases.system.cells(), "niet gepubliceerd deel");
  std::copy(namen.begin(), namen.end(), names.begin());
  std::vector<CellId> published;
  for (CellId c = 0; c < namen.size(); ++c) published.push_back(c);
  for (const ReleaseSystem::Release& release : releases.releases) {
    const EerderePublicatie& earlier = eerdere[release.index];
    const SchoolFrame& frame = earlier.printed.frame;
    const size_t per_category = frame.Intervals();
    for (size_t i = 0; i < frame.PublishedCells(); ++i) {
      const size_t c = i / per_category;
      names[release.first + i] = "eerder (" + ToIso(earlier.dates.first) + " t/m " + ToIso(earlier.dates.last) +
                                 "), " + earlier.onderverdelingen[c / kCategorieen] + ", " +
                                 std::string(WireName(static_cast<Categorie>(c % kCategorieen))) + ", " +
                                 IntervalNames(frame.bounds)[i % per_category];
      published.push_back(static_cast<CellId>(release.first + i));
    }
  }
  return ControleOf(releases.system, ViewOf(nu, eerdere, releases), names, published);
}

}  // namespace verzuim
