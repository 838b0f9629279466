#include "core/disclosure/publicatie.h"

#include <algorithm>

namespace verzuim {

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
    return {minstens ? beleid.drempel : 0, kUnbounded};
  }
  if (markering == Markering::kVerborgen) return {beleid.drempel, kUnbounded};
  return {beleid.nul == NulBeleid::kTonen ? 1 : 0, beleid.drempel - 1};
}

Need NeedOf(Markering markering, bool minstens, int64_t pupils, const PublicatieBeleid& beleid) {
  const Bounds bounds = BoundsOf(markering, minstens, beleid);
  if (markering == Markering::kGetoond || minstens || bounds.lo >= beleid.drempel) return {};
  const int8_t first = beleid.nul == NulBeleid::kTonen ? 1 : 0;
  return {first, static_cast<int8_t>(std::min<int64_t>(beleid.drempel - 1, pupils))};
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
