// RollupSystem: everything that is public about the counts of many sites and of their totals, before a count is
// known.
//
// A site lies in one gemeente and one samenwerkingsverband (or in none), and everything lies in the land: all totals
// are one system with the sites, never table by table. Which combinations of categories pupils can have enters
// exactly, site by site, as in SchoolSystem: what a total can be follows from its sites.
//
// Cells: one block of kCategorieen x intervals per (unit, onderverdeling), sites first; then the numbers of pupils;
// then the cells that nobody publishes.
#ifndef VERZUIM_CORE_DISCLOSURE_ROLLUP_SYSTEM_H_
#define VERZUIM_CORE_DISCLOSURE_ROLLUP_SYSTEM_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/aggregate/telling.h"
#include "core/base/result.h"
#include "core/disclosure/count_system.h"
#include "core/disclosure/school_system.h"

namespace verzuim {

// X(enumerator, wire name), from small to large.
#define VERZUIM_NIVEAUS(X)                        \
  X(Vestiging, "vestiging")                       \
  X(Gemeente, "gemeente")                         \
  X(Samenwerkingsverband, "samenwerkingsverband") \
  X(Land, "land")

enum class Niveau : uint8_t {
#define VERZUIM_X(name, wire) k##name,
  VERZUIM_NIVEAUS(VERZUIM_X)
#undef VERZUIM_X
};
std::string_view WireName(Niveau niveau);

// Where a site lies. An empty gemeente or samenwerkingsverband: in none.
struct Indeling {
  std::string site;  // brin and vestiging, "00AA00"
  std::string gemeente;
  std::string samenwerkingsverband;
};

// What is public about one site.
struct RollupSite {
  Indeling indeling;
  std::vector<std::string> onderverdelingen;  // the first is "totaal"
  std::vector<int64_t> leerlingen;            // per onderverdeling
};
struct RollupFrame {
  std::vector<int> bounds;  // of the intervals, as Telling::bounds
  std::vector<RollupSite> sites;
  size_t Intervals() const { return bounds.size() + 1; }
};

// The cells of one unit and onderverdeling: kCategorieen x intervals from `cells` on.
struct RollupBlock {
  Niveau niveau;
  std::string naam;  // of the site, gemeente or samenwerkingsverband; "Nederland"
  std::string onderverdeling;
  int64_t leerlingen = 0;
  CellId cells = 0;
  std::vector<uint32_t> sites;  // the blocks of sites that add up to this one; empty for a site
};

// Pupils of one site that no block divides further. `blocks` are the first cells of all blocks they are counted in
// (with their own, which nobody publishes when they are in no subdivision).
struct RollupLeaf {
  size_t site;
  CellId cells;
  CellId atoms;  // one per possible triple of intervals
  CellId rooms;  // one per bound: geoorloofd above it less ziekte above it
  std::vector<CellId> blocks;
};

struct RollupSystem {
  RollupFrame frame;
  std::vector<RollupBlock> blocks;  // sites in the order of the frame, then the levels, each sorted by name
  CountSystem system;
  CellId leerlingen = 0;  // the first of the cells with numbers of pupils; their values are `pupils`
  std::vector<int64_t> pupils;
  CellId hidden = 0;                  // the first of the cells that nobody publishes
  std::vector<uint32_t> owner;        // per cell that nobody publishes: the index of its site
  std::vector<uint32_t> first_block;  // per site: its block totaal

  std::vector<IntervalTriple> triples;
  std::vector<RollupLeaf> leaves;

  size_t BlockSize() const { return kCategorieen * frame.Intervals(); }
  size_t PublishedCells() const { return blocks.size() * BlockSize(); }
  // The index of the site that a cell belongs to; sites.size() for a cell of a total.
  size_t SiteOf(CellId cell) const;
  // "00AA00, havo, ziekte, (5,10]".
  std::string NameOf(CellId cell) const;
  // Bounds of all cells when every published count is still hidden.
  std::vector<Bounds> PublicBounds() const;
};

// Problems, with the site as place: no site at all, a site given twice, no or unusable numbers of pupils,
// subdivisions that make more than the total, an onderverdeling named twice, or more than kMaxCells cells.
Result<RollupSystem> MakeRollupSystem(RollupFrame frame);

}  // namespace verzuim

#endif  // VERZUIM_CORE_DISCLOSURE_ROLLUP_SYSTEM_H_
