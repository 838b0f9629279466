// Reading: one way to read the start of a file: with this delimiter, this row as its header, this profile.
//
// Every delimiter is tried with every profile; the reading that finds most known columns wins, then the one whose
// rows agree best on the number of cells, then the more usual delimiter and profile.
#ifndef VERZUIM_CORE_IMPORT_READING_H_
#define VERZUIM_CORE_IMPORT_READING_H_

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "core/import/column_choice.h"
#include "core/import/profile.h"
#include "core/import/sample.h"

namespace verzuim {

inline constexpr int kNoColumn = -1;
inline constexpr size_t kHeaderRows = 30;  // the header is looked for in this many records
inline constexpr size_t kScoredRows = 80;  // readings are compared over this many records
inline constexpr size_t kMinSynonyms = 3;  // fewer known names are no header

struct RecognitionRequest {
  const Profile* profile = nullptr;  // only this one; nullptr = all
  char delimiter = 0;                // only this one; 0 = ';' tab ',' '|'
  Container container = Container::kTable;
  std::span<const ColumnChoice> choices = {};
};

// Per field the column that feeds it, kNoColumn = none.
using ColumnMap = std::array<int, kFields>;
ColumnMap NoColumns();
size_t CountMapped(const ColumnMap& map);
std::vector<Field> MissingFields(const Profile& profile, const ColumnMap& map);

// "kolom 3" for index 2: how a column without a name is called.
std::string NumberedColumn(size_t index);
// The first name that the profile knows the field by.
std::string NameInHeader(const Profile& profile, Field field);

// Which column feeds which field: as chosen, else going by the names. Columns in `dropped` feed none.
ColumnMap MapHeader(const Profile& profile, const std::vector<std::string>& cells, const std::vector<bool>& dropped,
                    std::span<const ColumnChoice> choices);
ColumnMap MapHeaderless(const Profile& profile, const std::vector<bool>& dropped,
                        std::span<const ColumnChoice> choices);

// Whether files of the request's kind may have this profile.
bool Considered(const Profile& profile, const RecognitionRequest& request);

// How many of the rows that are not blank have the shape of a profile without a header.
struct ShapeFit {
  size_t fit = 0;
  size_t filled = 0;
};
ShapeFit FitShape(const Profile& profile, const std::vector<SampleRow>& rows);

struct Reading {
  char delimiter = 0;
  const Profile* profile = nullptr;
  bool complete = false;    // every required column is there
  size_t header_index = 0;  // in the sample; only when has_header
  bool has_header = false;
  size_t matched = 0;  // columns known
  CellCount typical;   // below the header
  size_t rows = 0;     // in the sample
  // Rows per thousand with the typical number of cells, when that is at least two.
  size_t Agreeing() const { return typical.cells >= 2 && rows > 0 ? typical.rows * 1000 / rows : 0; }

  auto Rank() const { return std::make_tuple(complete, matched, Agreeing()); }
};

// All readings, the best first. Never empty.
std::vector<Reading> Readings(const SniffWindow& window, const RecognitionRequest& request);

}  // namespace verzuim

#endif  // VERZUIM_CORE_IMPORT_READING_H_
