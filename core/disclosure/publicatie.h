// Publicatie: the counts made safe to share, and the policy under which.
//
// The seam to disclosure control: counts in, cells with or without a number out. A hidden cell carries a marker
// and nothing else.
#ifndef VERZUIM_CORE_DISCLOSURE_PUBLICATIE_H_
#define VERZUIM_CORE_DISCLOSURE_PUBLICATIE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/aggregate/telling.h"

namespace verzuim {

enum class NulBeleid : uint8_t { kVerbergen, kTonen };         // whether zero counts as "under five"
enum class MarkeringBeleid : uint8_t { kEnkel, kTweevoudig };  // one marker for all hidden cells, or two

struct PublicatieBeleid {
  int drempel = 5;
  NulBeleid nul = NulBeleid::kVerbergen;
  MarkeringBeleid markering = MarkeringBeleid::kEnkel;
};

// What a reader sees in place of a number.
enum class Markering : uint8_t { kGetoond, kOnderDrempel, kVerborgen };
// "", "<5" (with the threshold's number), "x".
std::string WireName(Markering markering, int drempel);

// Parallel to Telling::cells, ::minutes and ::leerlingen.
struct Publicatie {
  std::vector<Markering> cells;
  std::vector<Markering> minutes;
};

// Which cells of the telling may be shown.
Publicatie MakePublicatie(const Telling& telling, const PublicatieBeleid& beleid);

}  // namespace verzuim

#endif  // VERZUIM_CORE_DISCLOSURE_PUBLICATIE_H_
