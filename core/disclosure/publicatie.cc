#include "core/disclosure/publicatie.h"

#include <string>

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

Publicatie MakePublicatie(const Telling& telling, const PublicatieBeleid& beleid) {
  Publicatie out;
  out.cells.assign(telling.cells.size(), Markering::kGetoond);
  out.minutes.assign(telling.minutes.size(), Markering::kGetoond);
  // One count under the threshold hides everything: with a single subdivision hidden, the totals would give it back.
  bool any = false;
  for (const int64_t n : telling.cells)
    any = any || (n < beleid.drempel && (n > 0 || beleid.nul == NulBeleid::kVerbergen));
  if (any) {
    out.cells.assign(out.cells.size(), Markering::kVerborgen);
    out.minutes.assign(out.minutes.size(), Markering::kVerborgen);
  }
  return out;
}

}  // namespace verzuim
