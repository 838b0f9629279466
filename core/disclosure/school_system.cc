#include "core/disclosure/school_system.h"

#include <algorithm>
#include <numeric>

namespace verzuim {
namespace {

// The open-below, closed-above ends of an interval; the first interval is exactly zero.
struct Ends {
  int above;
  int to;
};
Ends EndsOf(const std::vector<int>& bounds, size_t interval) {
  if (interval == 0) return {-1, 0};
  return {bounds[interval - 1], interval < bounds.size() ? bounds[interval] : 100};
}

bool CanBe(const std::vector<int>& bounds, size_t t, size_t g, size_t o) {
  if (g == 0) return t == o;
  if (o == 0) return t == g;
  if (t == 0) return false;
  const Ends et = EndsOf(bounds, t), eg = EndsOf(bounds, g), eo = EndsOf(bounds, o);
  // Shares of g and o are anything above `above` up to `to`, and so is their sum.
  return std::max(et.above, eg.above + eo.above) < std::min({et.to, eg.to + eo.to, 100});
}

int64_t MissingPupils(const SchoolFrame& frame) {
  return frame.leerlingen.front() - std::accumulate(frame.leerlingen.begin() + 1, frame.leerlingen.end(), int64_t{0});
}

}  // namespace

std::vector<IntervalTriple> PossibleTriples(const std::vector<int>& bounds) {
  std::vector<IntervalTriple> triples;
  const size_t n = bounds.size() + 1;
  for (size_t t = 0; t < n; ++t) {
    for (size_t g = 0; g <= t; ++g) {
      for (size_t o = 0; o <= t; ++o) {
        if (!CanBe(bounds, t, g, o)) continue;
        triples.push_back({static_cast<uint8_t>(t), static_cast<uint8_t>(g), static_cast<uint8_t>(o)});
      }
    }
  }
  return triples;
}

void AddPupils(CountSystem& system, size_t intervals, CellId cells, CellId pupils,
               const std::vector<IntervalTriple>& triples) {
  auto cell = [&](Categorie categorie, size_t interval) {
    return static_cast<CellId>(cells + static_cast<size_t>(categorie) * intervals + interval);
  };
  std::vector<CellId> ziekte;
  for (size_t i = 0; i < intervals; ++i) ziekte.push_back(cell(Categorie::kZiekte, i));
  system.AddRelation({pupils}, ziekte);

  const CellId atoms = system.AddCells(triples.size());
  constexpr Categorie kOfTriple[] = {Categorie::kTotaal, Categorie::kGeoorloofd, Categorie::kOngeoorloofd};
  for (size_t part = 0; part < 3; ++part) {
    std::vector<CellId> all;
    for (size_t i = 0; i < intervals; ++i) {
      std::vector<CellId> inside;
      for (size_t a = 0; a < triples.size(); ++a) {
        if (triples[a][part] == i) inside.push_back(static_cast<CellId>(atoms + a));
      }
      system.AddRelation({cell(kOfTriple[part], i)}, inside);
      all.push_back(cell(kOfTriple[part], i));
    }
    system.AddRelation({pupils}, all);
  }
  // Above every bound: geoorloofd = ziekte + room.
  for (size_t bound = 0; bound + 1 < intervals; ++bound) {
    std::vector<CellId> geoorloofd, ziekte_and_room;
    for (size_t i = bound + 1; i < intervals; ++i) {
      geoorloofd.push_back(cell(Categorie::kGeoorloofd, i));
      ziekte_and_room.push_back(cell(Categorie::kZiekte, i));
    }
    ziekte_and_room.push_back(system.AddCells(1));
    system.AddRelation(geoorloofd, ziekte_and_room);
  }
}

SchoolSystem MakeSchoolSystem(const SchoolFrame& frame) {
  SchoolSystem school;
  school.frame = frame;
  CountSystem& system = school.system;
  const size_t subs = frame.leerlingen.size();
  const size_t per_sub = kCategorieen * frame.Intervals();
  system.AddCells(frame.PublishedCells());
  school.leerlingen = system.AddCells(subs);
  school.hidden = static_cast<CellId>(system.cells());
  const std::vector<IntervalTriple> triples = PossibleTriples(frame.bounds);
  std::vector<CellId> parts;  // first cell of every subdivision that together make totaal
  for (size_t s = 1; s < subs; ++s) parts.push_back(static_cast<CellId>(s * per_sub));
  std::vector<CellId> pupils;
  for (size_t s = 1; s < subs; ++s) pupils.push_back(static_cast<CellId>(school.leerlingen + s));
  if (subs > 1 && MissingPupils(frame) > 0) {
    parts.push_back(system.AddCells(per_sub));
    pupils.push_back(system.AddCells(1));
  }
  if (subs == 1) {
    AddPupils(system, frame.Intervals(), 0, school.leerlingen, triples);
  } else {
    for (size_t p = 0; p < parts.size(); ++p) {
      AddPupils(system, frame.Intervals(), parts[p], pupils[p], triples);
    }
    for (size_t i = 0; i < per_sub; ++i) {
      std::vector<CellId> same;
      for (const CellId first : parts) same.push_back(static_cast<CellId>(first + i));
      system.AddRelation({static_cast<CellId>(i)}, same);
    }
    system.AddRelation({school.leerlingen}, pupils);
  }
  system.Index();
  return school;
}

std::vector<Bounds> SchoolSystem::PublicBounds() const {
  std::vector<Bounds> bounds(system.cells());
  for (size_t s = 0; s < frame.leerlingen.size(); ++s) {
    const int64_t n = frame.leerlingen[s];
    bounds[leerlingen + s] = {n, n};
    if (n > 0) continue;
    // A subdivision without pupils: its zeros are no secret.
    for (size_t i = 0; i < kCategorieen * frame.Intervals(); ++i) {
      bounds[frame.CellIndex(s, 0, 0) + i] = {0, 0};
    }
  }
  return bounds;
}

}  // namespace verzuim
