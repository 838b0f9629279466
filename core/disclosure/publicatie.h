// Publicatie: the counts made safe to share, and the policy under which.
//
// The seam to disclosure control: counts in, cells with or without a number out. What is shown here was proven safe
// from the publicatie alone (see audit.h) and checked by addition (see certificate.h) before it is handed out.
#ifndef VERZUIM_CORE_DISCLOSURE_PUBLICATIE_H_
#define VERZUIM_CORE_DISCLOSURE_PUBLICATIE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/aggregate/telling.h"
#include "core/disclosure/proven.h"
#include "core/disclosure/school_system.h"
#include "core/disclosure/suppress.h"

namespace verzuim {

// What becomes of zeros. kVerbergen: zero counts as "under the threshold". kTonen: zeros are no secret, a small count
// is at least one; all of 1..4 stays possible. kWaarMogelijk (tables only): zeros are no secret either, but one may
// be hidden like a small count; all of 0..4 stays possible.
enum class NulBeleid : uint8_t { kVerbergen, kTonen, kWaarMogelijk };
enum class MarkeringBeleid : uint8_t { kEnkel, kTweevoudig };  // one marker for all hidden cells, or two
// kZoeken: the cheapest pattern that was found. kVast: the first that is safe of patterns known beforehand
// (fixed_pattern.h), also for a reader who runs this program on every table that could be the true one.
enum class PatroonBeleid : uint8_t { kZoeken, kVast };

inline constexpr int kMaxDrempel = 30;

struct PublicatieBeleid {
  int drempel = 5;  // 2..kMaxDrempel
  NulBeleid nul = NulBeleid::kVerbergen;
  MarkeringBeleid markering = MarkeringBeleid::kEnkel;
  PatroonBeleid patroon = PatroonBeleid::kZoeken;
};

// What a reader sees in place of a number.
enum class Markering : uint8_t { kGetoond, kOnderDrempel, kVerborgen };
// "", "<5" (with the threshold's number), "x".
std::string WireName(Markering markering, int drempel);

// Whether a count has to be hidden for its size, and the marker of a count when it is hidden.
bool IsSmall(int64_t count, const PublicatieBeleid& beleid);
Markering MarkerFor(int64_t count, const PublicatieBeleid& beleid);
// What a marker tells a reader about the count behind it.
Bounds BoundsOf(Markering markering, bool minstens, const PublicatieBeleid& beleid);
// What must stay possible behind a marker, where at most `pupils` can be in the cell (kUnbounded when unknown).
Need NeedOf(Markering markering, bool minstens, int64_t pupils, const PublicatieBeleid& beleid);

// The first three are parallel to Telling::cells, ::minutes and ::cells.
struct Publicatie {
  std::vector<Markering> cells;
  std::vector<Markering> minutes;
  std::vector<char> minstens;  // hidden, and said aloud to be at least the threshold (proven.h)
  Certificate certificate;     // over the cells of MakeSchoolSystem; empty when everything was withheld
  HidingCost cost;             // of the counts hidden besides the small ones
  std::string ingehouden;      // why no count is shown at all (Dutch); empty when all is well
};

// Which cells of the telling may be shown. Never fails: when the counts contradict each other, or no pattern is safe
// under the policy, every cell is hidden and `ingehouden` says why and what to do.
// Example  one subdivision, 30 pupils, a count of 3: that count is hidden and at least one more of its category
Publicatie MakePublicatie(const Telling& telling, const PublicatieBeleid& beleid,
                          const SuppressOptions& options = {});

// A publicatie as a reader has it: the frame and what is printed in every cell.
struct GedruktAantal {
  std::optional<int64_t> aantal;
  Markering markering = Markering::kGetoond;
  bool minstens = false;
};
struct GedrukteSchool {
  SchoolFrame frame;
  PublicatieBeleid beleid;
  std::vector<GedruktAantal> cells;  // as Telling::cells
};
GedrukteSchool Print(const Telling& telling, const Publicatie& publicatie, const PublicatieBeleid& beleid);
// What the reader of a printed publicatie knows, over the cells of MakeSchoolSystem(printed.frame).
ReaderView ViewOf(const GedrukteSchool& printed, const SchoolSystem& school);

}  // namespace verzuim

#endif  // VERZUIM_CORE_DISCLOSURE_PUBLICATIE_H_
