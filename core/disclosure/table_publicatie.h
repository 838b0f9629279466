// TablePublicatie: any table of counts made safe to share (`onderdruk`), and the reader's view of it (`controleer`).
#ifndef VERZUIM_CORE_DISCLOSURE_TABLE_PUBLICATIE_H_
#define VERZUIM_CORE_DISCLOSURE_TABLE_PUBLICATIE_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/disclosure/count_table.h"
#include "core/disclosure/publicatie.h"

namespace verzuim {

// "Show this cell" or "hide it", by its codes in the order of the dimensions ("Total" for a total).
struct CellWish {
  std::vector<std::string> codes;
  bool hide = false;
};

// A table as its reader has it. `dimensions` gives names, inner codes, and links: enough to build all sums again.
struct PrintedTable {
  std::vector<TableDimension> dimensions;
  PublicatieBeleid beleid;
  std::vector<GedruktAantal> cells;  // as CountTable::counts
};

struct TablePublicatie {
  PrintedTable printed;
  Certificate certificate;
  HidingCost cost;  // of what is hidden besides the small counts
  size_t small = 0;
  int iterations = 0;
};

// Reads the table and hides what has to be hidden. Problems: those of ReadCountTable, a threshold outside
// 2..kMaxDrempel, a wish for an unknown cell or to show a small count, or no safe pattern (the message names the
// wishes that clash, or the marker policy). The result was verified against its certificate.
Result<TablePublicatie> SuppressTable(std::string_view table, std::string_view hierarchy,
                                      const PublicatieBeleid& beleid, const std::vector<CellWish>& wishes = {},
                                      const SuppressOptions& options = {});
// All cells with totals: the dimensions, aantal, markering. Comma, LF.
std::string PatternCsv(const PrintedTable& printed);

// The reader's view of one hidden cell.
struct ControleRegel {
  CellId cell;
  std::string naam;
  int64_t laagste;
  int64_t hoogste;     // kUnbounded when there is no end
  bool prijsgegeven;   // narrower than its marker says
  std::string recept;  // how a reader gets there (Dutch); only when prijsgegeven
};
struct Controle {
  AuditState state = AuditState::kDone;
  std::vector<ControleRegel> regels;  // hidden cells, in the order of the publicatie
  Certificate certificate;
  bool Veilig() const;
};

// From the publicatie alone. A printed table that does not have one cell per place, or has a marker and a number in
// one cell, is a problem.
Result<Controle> ControleerTable(const PrintedTable& printed);
// `namen`: one name per published cell.
Result<Controle> ControleerSchool(const GedrukteSchool& printed, const std::vector<std::string>& namen);
// What a reader of the printed table knows, over the cells of the table.
ReaderView ViewOf(const PrintedTable& printed);

// The audit of any system in words, for the cells in `published`; `names` has one for each of them at least.
Controle ControleOf(const CountSystem& system, const ReaderView& view, const std::vector<std::string>& names,
                    const std::vector<CellId>& published);
// The same for all cells that have a name: the first of the system.
Controle ControleOf(const CountSystem& system, const ReaderView& view, const std::vector<std::string>& names);
// What is wrong with printed cells: not `expected` many, a number and a marker in one, an impossible number or
// threshold.
std::optional<Problem> BadCells(const std::vector<GedruktAantal>& cells, size_t expected,
                                const PublicatieBeleid& beleid);

// "Z = A + B - C": the recipe in words, with the names of the cells.
std::string RecipeText(const Recipe& recipe, const std::vector<std::string>& names);

}  // namespace verzuim

#endif  // VERZUIM_CORE_DISCLOSURE_TABLE_PUBLICATIE_H_
