#include "core/disclosure/rollup.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "core/disclosure/proven.h"
#include "core/disclosure/rollup_covers.h"

namespace verzuim {
namespace {

Problem Bad(const std::string& site, std::string_view detail) {
  return MakeProblem(ProblemCode::kBadValue, {site, 0, {}, {}}, detail);
}

std::optional<Problem> BadTelling(const SiteTelling& site, const SiteTelling& first) {
  const Telling& telling = site.telling;
  const size_t subs = telling.onderverdelingen.size();
  if (telling.bounds != first.telling.bounds) {
    return Bad(site.site, "Vestiging " + site.site + " heeft andere intervallen dan " + first.site +
                              ". Maak de leveringen opnieuw met dezelfde intervallen.");
  }
  if (!(telling.periode.dates == first.telling.periode.dates)) {
    return Bad(site.site, "Vestiging " + site.site + " gaat over een andere periode dan " + first.site +
                              ". Tel alleen leveringen over dezelfde periode op.");
  }
  if (telling.cells.size() != subs * kCategorieen * telling.Intervals() ||
      telling.minutes.size() != subs * kCategorieen || telling.minutes_pupils.size() != subs * kCategorieen) {
    return Bad(site.site, "De levering van vestiging " + site.site + " is onvolledig. Maak hem opnieuw.");
  }
  for (const std::vector<int64_t>* counts : {&telling.cells, &telling.minutes, &telling.minutes_pupils}) {
    for (const int64_t n : *counts) {
      if (n < 0 || n > kMaxCount) return Bad(site.site, "Vestiging " + site.site + " heeft een onmogelijk aantal.");
    }
  }
  return std::nullopt;
}

// The sites in the order of their numbers, each with its place.
struct Sorted {
  RollupFrame frame;
  std::vector<const Telling*> tellingen;
};
Result<Sorted> SortSites(const std::vector<SiteTelling>& tellingen, const std::vector<Indeling>& indeling) {
  if (tellingen.empty()) return Bad("", "Er is geen enkele levering om op te tellen.");
  std::map<std::string, const Indeling*> places;
  for (const Indeling& place : indeling) {
    if (!places.emplace(place.site, &place).second) {
      return Bad(place.site, "Vestiging " + place.site + " staat twee keer in de indeling.");
    }
  }
  std::map<std::string, const Telling*> sites;
  for (const SiteTelling& site : tellingen) {
    if (std::optional<Problem> problem = BadTelling(site, tellingen.front())) return *problem;
    if (places.count(site.site) == 0) {
      return Bad(site.site, "Vestiging " + site.site +
                                " staat niet in de indeling. Voeg een regel toe met de gemeente "
                                "en het samenwerkingsverband.");
    }
    if (!sites.emplace(site.site, &site.telling).second) {
      return Bad(site.site, "Van vestiging " + site.site + " zijn er twee leveringen. Verwijder er een.");
    }
  }
  Sorted out;
  out.frame.bounds = tellingen.front().telling.bounds;
  for (const auto& [name, place] : places) {
    const auto site = sites.find(name);
    if (site == sites.end()) {
      return Bad(name, "Van vestiging " + name +
                           " uit de indeling is er geen levering. Voeg hem toe, of haal de regel "
                           "weg: een totaal zonder deze vestiging is geen totaal.");
    }
    out.frame.sites.push_back({*place, site->second->onderverdelingen, site->second->leerlingen});
    out.tellingen.push_back(site->second);
  }
  return out;
}

// Adds the numbers of the sites, `size` for each block, up to those of all blocks.
std::vector<int64_t> AddUp(const RollupSystem& rollup, const std::vector<const Telling*>& tellingen, size_t size,
                           const std::vector<int64_t> Telling::*numbers) {
  std::vector<int64_t> out;
  for (const Telling* telling : tellingen) {
    out.insert(out.end(), (telling->*numbers).begin(), (telling->*numbers).end());
  }
  out.resize(rollup.blocks.size() * size, 0);
  for (size_t b = 0; b < rollup.blocks.size(); ++b) {
    for (const uint32_t site : rollup.blocks[b].sites) {
      for (size_t i = 0; i < size; ++i) out[b * size + i] += out[site * size + i];
    }
  }
  return out;
}

// A whole table behind the true counts, or the site whose counts cannot be those of real pupils.
Result<std::vector<int64_t>> FullTable(const RollupSystem& rollup, const std::vector<int64_t>& counts) {
  ReaderView view{rollup.PublicBounds(), std::vector<Need>(rollup.system.cells())};
  size_t broken = rollup.frame.sites.size();
  for (CellId c = 0; c < counts.size() && broken == rollup.frame.sites.size(); ++c) {
    if (counts[c] > kMaxCount) return Bad("", "Het totaal van " + rollup.NameOf(c) + " is te groot.");
    if (!view.bounds[c].Contains(counts[c])) broken = rollup.SiteOf(c);
    view.bounds[c] = {counts[c], counts[c]};
  }
  if (broken == rollup.frame.sites.size()) {
    Audit audit = RunAudit(rollup.system, view);
    if (audit.state == AuditState::kDone) return std::move(audit.certificate.base);
    broken = rollup.SiteOf(audit.contradiction);
  }
  const std::string name = rollup.frame.sites[broken].indeling.site;
  return Bad(name, "De aantallen van vestiging " + name +
                       " spreken elkaar tegen (delen en totalen passen niet). Maak "
                       "de levering opnieuw.");
}

SuppressProblem ProblemOf(const RollupSystem& rollup, const std::vector<int64_t>& counts, std::vector<int64_t> table,
                          const PublicatieBeleid& beleid) {
  const size_t n = rollup.system.cells();
  SuppressProblem problem;
  problem.system = &rollup.system;
  problem.truth = std::move(table);
  problem.role.assign(n, CellRole::kPart);
  problem.hidden = rollup.PublicBounds();
  problem.needs.assign(n, {});
  problem.weight.assign(n, 1);
  for (CellId c = 0; c < counts.size(); ++c) {
    const RollupBlock& block = rollup.blocks[c / rollup.BlockSize()];
    problem.weight[c] = WeightOf(block.niveau);
    if (block.leerlingen == 0) {
      problem.role[c] = CellRole::kShown;
      continue;
    }
    const Markering marker = MarkerFor(counts[c], beleid);
    problem.role[c] = IsSmall(counts[c], beleid) ? CellRole::kHidden : CellRole::kFree;
    problem.hidden[c] = BoundsOf(marker, false, beleid);
    problem.needs[c] = NeedOf(marker, false, block.leerlingen, beleid);
  }
  return problem;
}

std::vector<std::string> NamesOf(const RollupSystem& rollup) {
  std::vector<std::string> names;
  for (CellId c = 0; c < rollup.PublishedCells(); ++c) names.push_back(rollup.NameOf(c));
  return names;
}

// The system and the view of a printed roll-up that may come from anywhere.
struct Reading {
  RollupSystem rollup;
  ReaderView view;
};
Result<Reading> Read(const GedrukteOprol& printed) {
  Result<RollupSystem> rollup = MakeRollupSystem(printed.frame);
  if (!rollup) return rollup.problem();
  if (std::optional<Problem> problem = BadCells(printed.cells, rollup->PublishedCells(), printed.beleid)) {
    return *problem;
  }
  ReaderView view = ViewOf(printed, *rollup);
  return Reading{std::move(*rollup), std::move(view)};
}

// Gives the reader the true numbers of one site.
void Tell(Reading& reading, size_t site, const int64_t* aantallen) {
  const CellId first = reading.rollup.blocks[reading.rollup.first_block[site]].cells;
  const size_t n = reading.rollup.frame.sites[site].leerlingen.size() * reading.rollup.BlockSize();
  for (size_t i = 0; i < n; ++i) {
    reading.view.bounds[first + i] = {aantallen[i], aantallen[i]};
    reading.view.needs[first + i] = {};
  }
}

}  // namespace

int64_t WeightOf(Niveau niveau) {
  switch (niveau) {
    case Niveau::kVestiging:
      return 1;
    case Niveau::kGemeente:
    case Niveau::kSamenwerkingsverband:
      return 4;
    case Niveau::kLand:
      return 16;
  }
  return 1;
}

Result<Oprol> TelOp(const std::vector<SiteTelling>& tellingen, const std::vector<Indeling>& indeling,
                    const PublicatieBeleid& beleid, const SuppressOptions& options) {
  if (beleid.drempel < 2 || beleid.drempel > kMaxDrempel) {
    return Bad("", "De drempel moet van 2 tot en met " + std::to_string(kMaxDrempel) + " zijn.");
  }
  Result<Sorted> sorted = SortSites(tellingen, indeling);
  if (!sorted) return sorted.problem();
  const Result<RollupSystem> rollup = MakeRollupSystem(std::move(sorted->frame));
  if (!rollup) return rollup.problem();
  if (rollup->leaves.size() > kMaxRollupLeaves) {
    return MakeProblem(ProblemCode::kLimitReached, {},
                       "Er kunnen hoogstens " + std::to_string(kMaxRollupLeaves) +
                           " vestigingen en onderverdelingen samen worden opgeteld; dit zijn er " +
                           std::to_string(rollup->leaves.size()) +
                           ". Tel op per regio, of laat de onderverdelingen weg.");
  }
  if (rollup->frame.Intervals() > kMaxRollupIntervals) {
    return MakeProblem(ProblemCode::kLimitReached, {},
                       "Er kunnen hoogstens " + std::to_string(kMaxRollupIntervals) +
                           " intervallen worden opgeteld; dit zijn er " + std::to_string(rollup->frame.Intervals()) +
                           ". Maak de leveringen opnieuw met minder intervallen.");
  }
  Oprol out;
  out.minutes = AddUp(*rollup, sorted->tellingen, kCategorieen, &Telling::minutes);
  out.aantallen = AddUp(*rollup, sorted->tellingen, rollup->BlockSize(), &Telling::cells);
  Result<std::vector<int64_t>> table = FullTable(*rollup, out.aantallen);
  if (!table) return table.problem();
  const SuppressProblem problem = ProblemOf(*rollup, out.aantallen, std::move(*table), beleid);
  for (const CellRole role : problem.role) out.small += role == CellRole::kHidden;
  const RollupCovers covers(*rollup);
  std::optional<ProvenPattern> pattern = FindProvenPattern(problem, beleid.drempel, &covers, options);
  if (!pattern) {
    return Bad("",
               beleid.markering == MarkeringBeleid::kTweevoudig
                   ? "Met twee markeringen is voor deze optelling geen veilige publicatie gevonden. Kies markering "
                     "enkel."
                   : "Voor deze optelling is geen veilige publicatie gevonden. Gebruik minder onderverdelingen of "
                     "intervallen.");
  }
  out.printed = {rollup->frame, beleid, {}};
  for (CellId c = 0; c < out.aantallen.size(); ++c) {
    GedruktAantal cell;
    if (pattern->hidden[c] && problem.role[c] != CellRole::kShown) {
      cell.markering = MarkerFor(out.aantallen[c], beleid);
      cell.minstens = pattern->minstens[c] != 0;
    } else {
      cell.aantal = out.aantallen[c];
    }
    out.printed.cells.push_back(cell);
  }
  out.certificate = std::move(pattern->audit.certificate);
  out.cost = pattern->cost;
  if (Verify(rollup->system, ViewOf(out.printed, *rollup), out.certificate)) {
    return Bad("", "De optelling is niet door de eigen controle gekomen. Meld dit.");
  }
  out.blocks = rollup->blocks;
  return out;
}

ReaderView ViewOf(const GedrukteOprol& printed, const RollupSystem& rollup) {
  ReaderView view{rollup.PublicBounds(), std::vector<Need>(rollup.system.cells())};
  for (CellId c = 0; c < printed.cells.size(); ++c) {
    const GedruktAantal& cell = printed.cells[c];
    const int64_t pupils = rollup.blocks[c / rollup.BlockSize()].leerlingen;
    if (cell.aantal) {
      view.bounds[c] = {*cell.aantal, *cell.aantal};
    } else if (pupils > 0) {
      view.bounds[c] = BoundsOf(cell.markering, cell.minstens, printed.beleid);
      view.needs[c] = NeedOf(cell.markering, cell.minstens, pupils, printed.beleid);
    }
  }
  return view;
}

Result<Controle> ControleerOprol(const GedrukteOprol& printed) {
  const Result<Reading> reading = Read(printed);
  if (!reading) return reading.problem();
  return ControleOf(reading->rollup.system, reading->view, NamesOf(reading->rollup));
}

Result<Controle> ControleerAlsSchool(const GedrukteOprol& printed, const std::string& site,
                                     const std::vector<int64_t>& aantallen) {
  Result<Reading> reading = Read(printed);
  if (!reading) return reading.problem();
  const std::vector<RollupSite>& sites = reading->rollup.frame.sites;
  for (size_t s = 0; s < sites.size(); ++s) {
    if (sites[s].indeling.site != site) continue;
    if (aantallen.size() != sites[s].leerlingen.size() * reading->rollup.BlockSize()) {
      return Bad(site, "De aantallen van vestiging " + site + " passen niet bij haar onderverdelingen.");
    }
    Tell(*reading, s, aantallen.data());
    return ControleOf(reading->rollup.system, reading->view, NamesOf(reading->rollup));
  }
  return Bad(site, "Vestiging " + site + " komt niet voor in deze optelling.");
}

Result<std::vector<SchoolLezer>> ControleerElkeSchool(const Oprol& oprol) {
  const Result<Reading> reading = Read(oprol.printed);
  if (!reading) return reading.problem();
  const RollupSystem& rollup = reading->rollup;
  const std::vector<std::string> names = NamesOf(rollup);
  std::vector<SchoolLezer> out;
  for (size_t s = 0; s < rollup.frame.sites.size(); ++s) {
    Reading own = *reading;
    Tell(own, s, &oprol.aantallen[rollup.blocks[rollup.first_block[s]].cells]);
    if (RunAudit(rollup.system, own.view).Safe()) continue;
    out.push_back({rollup.frame.sites[s].indeling.site, ControleOf(rollup.system, own.view, names)});
  }
  return out;
}

}  // namespace verzuim
