#include "core/disclosure/rollup_system.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace verzuim {
namespace {

constexpr std::string_view kTotaal = "totaal";
constexpr std::string_view kNederland = "Nederland";

Problem Bad(const std::string& site, std::string_view detail) {
  return MakeProblem(ProblemCode::kBadValue, {site, 0, {}, {}}, detail);
}

std::optional<Problem> BadSite(const RollupSite& site) {
  const std::string& name = site.indeling.site;
  if (name.empty()) return Bad(name, "Een vestiging heeft geen nummer. Vul BRIN en vestiging in.");
  if (site.onderverdelingen.empty() || site.onderverdelingen.front() != kTotaal ||
      site.leerlingen.size() != site.onderverdelingen.size()) {
    return Bad(name,
               "Van vestiging " + name + " ontbreken leerlingaantallen of het totaal. Maak de levering opnieuw.");
  }
  std::set<std::string> names;
  int64_t rest = site.leerlingen.front();
  for (size_t k = 0; k < site.leerlingen.size(); ++k) {
    const int64_t n = site.leerlingen[k];
    if (n < 0 || n > kMaxCount) return Bad(name, "Vestiging " + name + " heeft een onmogelijk aantal leerlingen.");
    if (k > 0) rest -= n;
    if (!names.insert(site.onderverdelingen[k]).second) {
      return Bad(name, "Vestiging " + name + " heeft de onderverdeling " + site.onderverdelingen[k] + " twee keer.");
    }
  }
  if (rest < 0) return Bad(name, "De onderverdelingen van vestiging " + name + " zijn samen meer dan het totaal.");
  return std::nullopt;
}

class Builder {
 public:
  explicit Builder(RollupFrame frame) { out_.frame = std::move(frame); }

  Result<RollupSystem> Build() {
    if (out_.frame.sites.empty()) return Bad("", "Er is geen enkele vestiging om op te tellen.");
    if (std::optional<Problem> problem = CheckFrame()) return *problem;
    AddSiteBlocks();
    AddLevel(Niveau::kGemeente, [](const Indeling& i) { return std::string_view(i.gemeente); });
    AddLevel(Niveau::kSamenwerkingsverband,
             [](const Indeling& i) { return std::string_view(i.samenwerkingsverband); });
    AddLevel(Niveau::kLand, [](const Indeling&) { return kNederland; });
    // Every leaf adds less than twice its triples.
    const size_t leaves = 2 * site_blocks_;
    if (out_.PublishedCells() + leaves * (out_.BlockSize() + 2 * out_.triples.size() + 1) > kMaxCells) {
      return Bad("", "Er zijn te veel vestigingen en onderverdelingen voor één optelling.");
    }
    out_.system.AddCells(out_.PublishedCells());
    for (size_t b = 0; b < out_.blocks.size(); ++b) {
      out_.blocks[b].cells = static_cast<CellId>(b * out_.BlockSize());
    }
    out_.leerlingen = out_.system.AddCells(site_blocks_);
    for (size_t b = 0; b < site_blocks_; ++b) out_.pupils.push_back(out_.blocks[b].leerlingen);
    out_.hidden = static_cast<CellId>(out_.system.cells());
    totals_.resize(site_blocks_);
    for (uint32_t b = static_cast<uint32_t>(site_blocks_); b < out_.blocks.size(); ++b) {
      for (const uint32_t site : out_.blocks[b].sites) totals_[site].push_back(b);
    }
    for (size_t s = 0; s < out_.frame.sites.size(); ++s) {
      RelateSite(s);
      out_.owner.resize(out_.system.cells() - out_.hidden, static_cast<uint32_t>(s));
    }
    for (size_t b = site_blocks_; b < out_.blocks.size(); ++b) {
      std::vector<CellId> parts;
      for (const uint32_t site : out_.blocks[b].sites) parts.push_back(out_.blocks[site].cells);
      RelateBlocks(out_.blocks[b].cells, parts);
    }
    out_.system.Index();
    return std::move(out_);
  }

 private:
  std::optional<Problem> CheckFrame() {
    const std::vector<int>& bounds = out_.frame.bounds;
    for (size_t i = 0; i < bounds.size(); ++i) {
      if (bounds[i] >= 100 || (i == 0 ? bounds[i] != 0 : bounds[i] <= bounds[i - 1])) {
        return Bad("", "De intervallen zijn niet bruikbaar.");
      }
    }
    if (bounds.empty()) return Bad("", "Er zijn geen intervallen.");
    std::set<std::string> names;
    for (const RollupSite& site : out_.frame.sites) {
      if (std::optional<Problem> problem = BadSite(site)) return problem;
      if (!names.insert(site.indeling.site).second) {
        return Bad(site.indeling.site, "Vestiging " + site.indeling.site + " komt twee keer voor.");
      }
    }
    out_.triples = PossibleTriples(bounds);
    return std::nullopt;
  }

  void AddSiteBlocks() {
    for (const RollupSite& site : out_.frame.sites) {
      out_.first_block.push_back(static_cast<uint32_t>(out_.blocks.size()));
      for (size_t k = 0; k < site.onderverdelingen.size(); ++k) {
        out_.blocks.push_back(
            {Niveau::kVestiging, site.indeling.site, site.onderverdelingen[k], site.leerlingen[k], 0, {}});
      }
    }
    site_blocks_ = out_.blocks.size();
  }

  // One block per unit and name of a subdivision; totaal first.
  template <class UnitOf>
  void AddLevel(Niveau niveau, UnitOf unit_of) {
    std::map<std::string, std::map<std::string, std::vector<uint32_t>>> units;
    for (size_t s = 0; s < out_.frame.sites.size(); ++s) {
      const RollupSite& site = out_.frame.sites[s];
      const std::string_view unit = unit_of(site.indeling);
      if (unit.empty()) continue;
      for (size_t k = 0; k < site.onderverdelingen.size(); ++k) {
        units[std::string(unit)][k == 0 ? std::string() : site.onderverdelingen[k]].push_back(
            static_cast<uint32_t>(out_.first_block[s] + k));
      }
    }
    for (auto& [name, subs] : units) {
      for (auto& [sub, sites] : subs) {
        RollupBlock block{niveau, name, sub.empty() ? std::string(kTotaal) : sub, 0, 0, std::move(sites)};
        for (const uint32_t site : block.sites) block.leerlingen += out_.blocks[site].leerlingen;
        out_.blocks.push_back(std::move(block));
      }
    }
  }

  void RelateSite(size_t s) {
    CountSystem& system = out_.system;
    const std::vector<int64_t>& pupils = out_.frame.sites[s].leerlingen;
    const uint32_t first = out_.first_block[s];
    const CellId total = out_.blocks[first].cells;
    const CellId total_pupils = static_cast<CellId>(out_.leerlingen + first);
    if (pupils.size() == 1) {
      AddLeaf(s, total, total_pupils, {first});
      return;
    }
    int64_t rest = pupils.front();
    std::vector<CellId> parts, numbers;
    for (uint32_t k = 1; k < pupils.size(); ++k) {
      parts.push_back(out_.blocks[first + k].cells);
      numbers.push_back(static_cast<CellId>(out_.leerlingen + first + k));
      rest -= pupils[k];
    }
    if (rest > 0) {  // pupils of no subdivision: one more that is not published
      parts.push_back(system.AddCells(out_.BlockSize()));
      numbers.push_back(system.AddCells(1));
    }
    for (uint32_t p = 0; p < parts.size(); ++p) {
      const bool published = first + 1 + p < first + pupils.size();
      AddLeaf(s, parts[p], numbers[p],
              published ? std::vector<uint32_t>{first, first + 1 + p} : std::vector<uint32_t>{first});
    }
    system.AddRelation({total_pupils}, numbers);
    RelateBlocks(total, parts);
  }

  // Pupils with their own cells at `cells`, counted in the site's blocks `inside` and in the totals of those.
  void AddLeaf(size_t s, CellId cells, CellId pupils, const std::vector<uint32_t>& inside) {
    RollupLeaf leaf{s, cells, static_cast<CellId>(out_.system.cells()), 0, {cells}};
    leaf.rooms = static_cast<CellId>(leaf.atoms + out_.triples.size());
    AddPupils(out_.system, out_.frame.Intervals(), cells, pupils, out_.triples);
    for (const uint32_t block : inside) {
      if (out_.blocks[block].cells != cells) leaf.blocks.push_back(out_.blocks[block].cells);
      for (const uint32_t total : totals_[block]) leaf.blocks.push_back(out_.blocks[total].cells);
    }
    std::sort(leaf.blocks.begin(), leaf.blocks.end());
    out_.leaves.push_back(std::move(leaf));
  }

  void RelateBlocks(CellId total, const std::vector<CellId>& parts) {
    for (size_t i = 0; i < out_.BlockSize(); ++i) {
      std::vector<CellId> same;
      for (const CellId first : parts) same.push_back(static_cast<CellId>(first + i));
      out_.system.AddRelation({static_cast<CellId>(total + i)}, same);
    }
  }

  RollupSystem out_;
  size_t site_blocks_ = 0;
  std::vector<std::vector<uint32_t>> totals_;  // per block of a site: the blocks it is added to
};

}  // namespace

std::string_view WireName(Niveau niveau) {
  switch (niveau) {
#define VERZUIM_X(name, wire) \
  case Niveau::k##name:       \
    return wire;
    VERZUIM_NIVEAUS(VERZUIM_X)
#undef VERZUIM_X
  }
  return "";
}

size_t RollupSystem::SiteOf(CellId cell) const {
  if (cell >= hidden) return owner[cell - hidden];
  const size_t block = cell >= leerlingen ? cell - leerlingen : cell / BlockSize();
  if (blocks[block].niveau != Niveau::kVestiging) return frame.sites.size();
  const auto after = std::upper_bound(first_block.begin(), first_block.end(), block);
  return static_cast<size_t>(after - first_block.begin()) - 1;
}

std::string RollupSystem::NameOf(CellId cell) const {
  if (cell >= PublishedCells()) return "niet gepubliceerd deel";
  const RollupBlock& block = blocks[cell / BlockSize()];
  const size_t at = cell % BlockSize();
  const bool level = block.niveau == Niveau::kGemeente || block.niveau == Niveau::kSamenwerkingsverband;
  return (level ? std::string(WireName(block.niveau)) + " " : std::string()) + block.naam + ", " +
         block.onderverdeling + ", " + std::string(WireName(static_cast<Categorie>(at / frame.Intervals()))) + ", " +
         IntervalNames(frame.bounds)[at % frame.Intervals()];
}

std::vector<Bounds> RollupSystem::PublicBounds() const {
  std::vector<Bounds> bounds(system.cells());
  for (size_t b = 0; b < pupils.size(); ++b) bounds[leerlingen + b] = {pupils[b], pupils[b]};
  for (const RollupBlock& block : blocks) {
    if (block.leerlingen > 0) continue;
    for (size_t i = 0; i < BlockSize(); ++i) bounds[block.cells + i] = {0, 0};
  }
  return bounds;
}

Result<RollupSystem> MakeRollupSystem(RollupFrame frame) {
  return Builder(std::move(frame)).Build();
}

}  // namespace verzuim
