// Tel op: the leveringen of many sites made into totals that are safe to share together with the sites.
//
// Totals are always added from the true counts, never from what is shown. Which cells of which site and total are
// hidden is decided in one system, and proven from the publicatie alone.
//
// Example  two sites with 3 and 4 pupils above 20 %: the gemeente's 7 may be shown with one marker, not with two
#ifndef VERZUIM_CORE_DISCLOSURE_ROLLUP_H_
#define VERZUIM_CORE_DISCLOSURE_ROLLUP_H_

#include <string>
#include <vector>

#include "core/aggregate/telling.h"
#include "core/base/result.h"
#include "core/disclosure/publicatie.h"
#include "core/disclosure/rollup_system.h"
#include "core/disclosure/table_publicatie.h"

namespace verzuim {

// Larger roll-ups are refused: the pupils of all sites are one connected system (see docs/disclosure.md, Limits).
inline constexpr size_t kMaxRollupLeaves = 150;
// And so are finer ones: the ways in which a pupil can go from one triple of intervals to another are all listed.
inline constexpr size_t kMaxRollupIntervals = 16;

struct SiteTelling {
  std::string site;  // as in Indeling
  Telling telling;
};

// A roll-up as its reader has it.
struct GedrukteOprol {
  RollupFrame frame;
  PublicatieBeleid beleid;
  std::vector<GedruktAantal> cells;  // block by block, as RollupSystem::blocks; [categorie][interval] in a block
};

struct Oprol {
  GedrukteOprol printed;
  std::vector<RollupBlock> blocks;  // what the cells of `printed` are
  std::vector<int64_t> aantallen;   // the true counts, parallel to printed.cells: not for publication
  std::vector<int64_t> minutes;     // [block][categorie], true; the hours of a roll-up are not published
  Certificate certificate;          // over the cells of MakeRollupSystem(printed.frame)
  HidingCost cost;                  // of what is hidden besides the small counts; totals weigh more
  size_t small = 0;
};

// Weight of hiding a cell of a level: what a total of many sites tells is worth more than a cell of one site.
int64_t WeightOf(Niveau niveau);

// Problems name the site as file of their place: a site without indeling, an indeling without a site, a site given
// twice, other intervals or another period than the first site, counts that contradict each other, or no safe
// publicatie under the policy. Sites may have different onderverdelingen: a total has one block for every name that
// occurs in it.
Result<Oprol> TelOp(const std::vector<SiteTelling>& tellingen, const std::vector<Indeling>& indeling,
                    const PublicatieBeleid& beleid, const SuppressOptions& options = {});

// What the reader of a printed roll-up knows, over the cells of `rollup` = MakeRollupSystem(printed.frame).
ReaderView ViewOf(const GedrukteOprol& printed, const RollupSystem& rollup);

// The reader's view of every hidden cell, from the printed roll-up alone.
Result<Controle> ControleerOprol(const GedrukteOprol& printed);

// One reader more: a site that knows its own numbers. `aantallen` are those of all blocks of the site, in the order
// of its onderverdelingen ([onderverdeling][categorie][interval], as Telling::cells). Reports the cells of all
// others.
Result<Controle> ControleerAlsSchool(const GedrukteOprol& printed, const std::string& site,
                                     const std::vector<int64_t>& aantallen);
// The same for every site of a roll-up that was just made: the sites that can narrow a count of another, with what
// they would see. Empty when no site can.
struct SchoolLezer {
  std::string site;
  Controle controle;
};
Result<std::vector<SchoolLezer>> ControleerElkeSchool(const Oprol& oprol);

}  // namespace verzuim

#endif  // VERZUIM_CORE_DISCLOSURE_ROLLUP_H_
