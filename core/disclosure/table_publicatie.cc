#include "core/disclosure/table_publicatie.h"

#include <numeric>
#include <utility>

#include "core/disclosure/boxes.h"
#include "core/disclosure/csv_text.h"
#include "core/disclosure/fixed_pattern.h"
#include "core/disclosure/proven.h"

namespace verzuim {
namespace {

Problem Bad(std::string detail) {
  return MakeProblem(ProblemCode::kBadValue, {}, detail);
}

SuppressProblem ProblemOf(const CountTable& table, const PublicatieBeleid& beleid) {
  const size_t n = table.counts.size();
  SuppressProblem problem;
  problem.system = &table.system;
  problem.truth = table.counts;
  problem.weight.assign(n, 1);
  for (const int64_t count : table.counts) {
    const Markering marker = MarkerFor(count, beleid);
    problem.role.push_back(IsSmall(count, beleid) ? CellRole::kHidden : CellRole::kFree);
    problem.hidden.push_back(BoundsOf(marker, false, beleid));
    problem.needs.push_back(NeedOf(marker, false, kUnbounded, beleid));
  }
  return problem;
}

// The names of cells, most important first, at most five.
std::string NamesOf(const CountTable& table, const std::vector<CellId>& cells) {
  std::string out;
  for (size_t i = 0; i < cells.size() && i < 5; ++i) out += (i > 0 ? "; " : "") + table.NameOf(cells[i]);
  return cells.size() > 5 ? out + "; …" : out;
}

Problem NoFixedPattern() {
  return Bad("Geen enkel vast patroon is veilig voor deze tabel. Kies patroon zoeken, of neem indelingen samen.");
}

// What a fixed pattern cannot take in: the first thing found.
std::optional<Problem> NotFixed(const PublicatieBeleid& beleid, const std::vector<CellWish>& wishes) {
  if (beleid.patroon != PatroonBeleid::kVast) return std::nullopt;
  if (beleid.nul == NulBeleid::kWaarMogelijk)
    return Bad("Bij patroon vast is nul: waar_mogelijk er niet. Kies verbergen of tonen.");
  for (const CellWish& wish : wishes) {
    if (wish.hide)
      return Bad("Bij patroon vast kan een cel niet op verzoek verborgen worden: welke dat zijn, ligt al vast.");
  }
  return std::nullopt;
}

Problem NoSafePattern(const CountTable& table, const SuppressProblem& problem, const std::vector<CellId>& shown,
                      const PublicatieBeleid& beleid) {
  const std::vector<CellId> clash = ClashingWishes(problem, shown);
  if (!clash.empty()) {
    return Bad("Deze cellen kunnen niet samen getoond worden zonder een klein aantal prijs te geven: " +
               NamesOf(table, clash) + ". Laat minstens één van deze wensen vallen.");
  }
  if (beleid.markering == MarkeringBeleid::kTweevoudig) {
    return Bad("Met twee markeringen is voor deze tabel geen veilig patroon gevonden. Kies markering enkel.");
  }
  return Bad(
      "Voor deze tabel is geen veilig patroon gevonden, ook niet als alles verborgen wordt. "
      "Neem indelingen samen.");
}

std::string Combination(const std::vector<std::pair<CellId, double>>& terms, const std::vector<std::string>& names,
                        double sign) {
  std::string out;
  for (const auto& [cell, times] : terms) {
    const double value = times * sign;
    out += out.empty() ? (value < 0 ? "−" : "") : (value < 0 ? " − " : " + ");
    const double size = value < 0 ? -value : value;
    const int64_t hundredths = static_cast<int64_t>(size * 100 + 0.5);
    if (hundredths != 100) {
      out += std::to_string(hundredths / 100);
      if (hundredths % 100 != 0) out += "," + std::to_string(100 + hundredths % 100).substr(1);
      out += " × ";
    }
    out += "[" + (cell < names.size() ? names[cell] : std::string("niet gepubliceerd deel")) + "]";
  }
  return out;
}

}  // namespace

bool Controle::Veilig() const {
  if (state != AuditState::kDone) return false;
  for (const ControleRegel& regel : regels) {
    if (regel.prijsgegeven) return false;
  }
  return true;
}

std::string RecipeText(const Recipe& recipe, const std::vector<std::string>& names) {
  if (recipe.shown.empty() && recipe.hidden.empty()) {
    return "Geen enkel geheel getal uit het vereiste bereik past bij alles wat getoond is.";
  }
  std::string text = "[" + names[recipe.cell] + "]";
  const bool exact = recipe.hidden.empty();
  text += exact ? " = " : recipe.upper ? " is hoogstens " : " is minstens ";
  text += recipe.shown.empty() ? "0" : Combination(recipe.shown, names, 1);
  text += " = " + std::to_string(recipe.bound);
  if (!exact)
    text += ", want " + Combination(recipe.hidden, names, recipe.upper ? -1 : 1) +
            " is nooit minder dan wat de markeringen zeggen";
  return text;
}

Controle ControleOf(const CountSystem& system, const ReaderView& view, const std::vector<std::string>& names,
                    const std::vector<CellId>& published) {
  AuditOptions options;
  options.ranges = true;
  Audit audit = RunAudit(system, view, options);
  Controle out;
  out.state = audit.state;
  out.certificate = std::move(audit.certificate);
  if (out.state != AuditState::kDone) return out;
  std::vector<char> given_away(system.cells(), 0);
  for (const CellId c : audit.given_away) given_away[c] = 1;
  for (const CellId c : published) {
    if (view.bounds[c].IsShown()) continue;
    const CellAudit& cell = audit.cells[c];
    ControleRegel regel{c, names[c], cell.lowest, cell.highest, given_away[c] != 0 && !cell.never_small, {}};
    if (regel.prijsgegeven) {
      regel.recept = RecipeText(RecipeFor(system, view, c, cell.highest < view.needs[c].last), names);
    }
    out.regels.push_back(std::move(regel));
  }
  return out;
}

Controle ControleOf(const CountSystem& system, const ReaderView& view, const std::vector<std::string>& names) {
  std::vector<CellId> published(names.size());
  std::iota(published.begin(), published.end(), CellId{0});
  return ControleOf(system, view, names, published);
}

std::optional<Problem> BadCells(const std::vector<GedruktAantal>& cells, size_t expected,
                                const PublicatieBeleid& beleid) {
  if (cells.size() != expected) return Bad("De publicatie heeft niet voor elke cel één regel.");
  if (beleid.drempel < 2 || beleid.drempel > kMaxDrempel)
    return Bad("De drempel van de publicatie is niet bruikbaar.");
  for (const GedruktAantal& cell : cells) {
    if (cell.aantal.has_value() != (cell.markering == Markering::kGetoond)) {
      return Bad("Een cel heeft een getal én een markering, of geen van beide.");
    }
    if (cell.aantal && (*cell.aantal < 0 || *cell.aantal > kMaxCount))
      return Bad("Een cel heeft een onmogelijk aantal.");
  }
  return std::nullopt;
}

ReaderView ViewOf(const PrintedTable& printed) {
  ReaderView view;
  for (const GedruktAantal& cell : printed.cells) {
    if (cell.aantal) {
      view.bounds.push_back({*cell.aantal, *cell.aantal});
      view.needs.push_back({});
    } else {
      view.bounds.push_back(BoundsOf(cell.markering, cell.minstens, printed.beleid));
      view.needs.push_back(NeedOf(cell.markering, cell.minstens, kUnbounded, printed.beleid));
    }
  }
  return view;
}

Result<TablePublicatie> SuppressTable(std::string_view table_text, std::string_view hierarchy,
                                      const PublicatieBeleid& beleid, const std::vector<CellWish>& wishes,
                                      const SuppressOptions& options) {
  if (beleid.drempel < 2 || beleid.drempel > kMaxDrempel) {
    return Bad("De drempel moet van 2 tot en met " + std::to_string(kMaxDrempel) + " zijn.");
  }
  if (std::optional<Problem> problem = NotFixed(beleid, wishes)) return *problem;
  Result<CountTable> table = ReadCountTable(table_text, hierarchy);
  if (!table) return table.problem();
  SuppressProblem problem = ProblemOf(*table, beleid);
  TablePublicatie out;
  for (const CellRole role : problem.role) out.small += role == CellRole::kHidden;
  std::vector<CellId> shown;
  for (const CellWish& wish : wishes) {
    std::vector<uint32_t> codes;
    for (size_t d = 0; d < wish.codes.size() && d < table->dimensions.size(); ++d) {
      const size_t code = table->dimensions[d].IndexOf(wish.codes[d]);
      if (code == table->dimensions[d].codes.size())
        return Bad("Een wens noemt de onbekende code " + wish.codes[d] + ".");
      codes.push_back(static_cast<uint32_t>(code));
    }
    if (codes.size() != table->dimensions.size()) return Bad("Een wens heeft voor elke dimensie één code nodig.");
    const CellId c = table->CellOf(codes);
    if (wish.hide) {
      if (!problem.hidden[c].Contains(problem.truth[c]))
        return Bad("De nul in " + table->NameOf(c) + " kan niet verborgen worden.");
      problem.role[c] = CellRole::kHidden;
    } else if (IsSmall(problem.truth[c], beleid)) {
      return Bad(table->NameOf(c) + " is kleiner dan de drempel en kan niet getoond worden.");
    } else {
      problem.role[c] = CellRole::kShown;
      shown.push_back(c);
    }
  }
  const BoxSource boxes(*table);
  const bool fixed = beleid.patroon == PatroonBeleid::kVast;
  std::optional<ProvenPattern> pattern = fixed ? FindFixedPattern(problem, beleid.drempel, LadderOf(*table))
                                               : FindProvenPattern(problem, beleid.drempel, &boxes, options);
  if (!pattern) return fixed ? NoFixedPattern() : NoSafePattern(*table, problem, shown, beleid);
  out.printed.beleid = beleid;
  for (CellId c = 0; c < table->counts.size(); ++c) {
    GedruktAantal cell;
    if (pattern->hidden[c]) {
      cell.markering = MarkerFor(table->counts[c], beleid);
      cell.minstens = pattern->minstens[c] != 0;
    } else {
      cell.aantal = table->counts[c];
    }
    out.printed.cells.push_back(cell);
  }
  out.certificate = std::move(pattern->audit.certificate);
  out.cost = pattern->cost;
  out.iterations = pattern->iterations;
  if (Verify(table->system, ViewOf(out.printed), out.certificate)) {
    return Bad("Het patroon is niet door de eigen controle gekomen. Meld dit.");
  }
  out.printed.dimensions = std::move(table->dimensions);
  return out;
}

std::string PatternCsv(const PrintedTable& printed) {
  CountTable names;
  names.dimensions = printed.dimensions;
  std::string out;
  for (const TableDimension& dimension : printed.dimensions) out += CsvField(dimension.name) + ",";
  out += "aantal,markering\n";
  for (CellId c = 0; c < printed.cells.size(); ++c) {
    const std::vector<uint32_t> codes = names.CodesOf(c);
    for (size_t d = 0; d < codes.size(); ++d) out += CsvField(printed.dimensions[d].codes[codes[d]]) + ",";
    const GedruktAantal& cell = printed.cells[c];
    if (cell.aantal) out += std::to_string(*cell.aantal);
    out += "," + WireName(cell.markering, printed.beleid.drempel) + "\n";
  }
  return out;
}

Result<Controle> ControleerTable(const PrintedTable& printed) {
  std::vector<TableDimension> dimensions;
  size_t inner = 1, cells = 1;
  for (const TableDimension& dimension : printed.dimensions) {
    std::vector<std::string> leaves(dimension.codes.begin(), dimension.codes.begin() + dimension.leaves);
    Result<TableDimension> rebuilt = MakeDimension(dimension.name, std::move(leaves), dimension.links);
    if (!rebuilt) return rebuilt.problem();
    inner *= dimension.leaves;
    cells *= rebuilt->codes.size();
    if (cells > kMaxCells) return Bad("De publicatie heeft te veel cellen.");
    dimensions.push_back(std::move(*rebuilt));
  }
  if (std::optional<Problem> problem = BadCells(printed.cells, cells, printed.beleid)) return *problem;
  Result<CountTable> table = MakeCountTable(std::move(dimensions), std::vector<int64_t>(inner, 0));
  if (!table) return table.problem();
  std::vector<std::string> names;
  for (CellId c = 0; c < cells; ++c) names.push_back(table->NameOf(c));
  return ControleOf(table->system, ViewOf(printed), names);
}

Result<Controle> ControleerSchool(const GedrukteSchool& printed, const std::vector<std::string>& namen) {
  if (printed.frame.leerlingen.empty() || namen.size() != printed.cells.size()) {
    return Bad("De publicatie is onvolledig.");
  }
  if (std::optional<Problem> problem = BadCells(printed.cells, printed.frame.PublishedCells(), printed.beleid)) {
    return *problem;
  }
  const SchoolSystem school = MakeSchoolSystem(printed.frame);
  return ControleOf(school.system, ViewOf(printed, school), namen);
}

}  // namespace verzuim
