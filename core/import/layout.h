// Layout: what the sniff window shows about the columns of a file, and how that is recognised.
#ifndef VERZUIM_CORE_IMPORT_LAYOUT_H_
#define VERZUIM_CORE_IMPORT_LAYOUT_H_

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/problem.h"
#include "core/import/column_choice.h"
#include "core/import/date_format.h"
#include "core/import/profile.h"
#include "core/import/sample.h"

namespace verzuim {

inline constexpr int kNoColumn = -1;
inline constexpr size_t kHeaderRows = 30;  // the header is looked for in this many records
inline constexpr size_t kPreviewRows = 20;

struct Layout {
  char delimiter = 0;
  const Profile* profile = nullptr;       // nullptr: not recognised
  uint64_t header_line = 0;               // 0: no header
  std::vector<std::string> columns;       // names as written, "kolom 1"… without a header; no empty ones at the end
  std::vector<bool> withheld;             // per column: BSNs or medical, so it feeds no field and no preview
  std::array<int, kFields> column_of{};   // per field, kNoColumn = absent
  std::array<DateColumn, kFields> dates;  // of the fields that are dates
  size_t typical_cells = 0;               // cells in most data rows, empty columns at the end included

  int ColumnOf(Field field) const { return column_of[static_cast<size_t>(field)]; }
};

// A notice about the file: the code, the column it is about, the detail of the message.
struct LayoutNotice {
  ProblemCode code;
  std::string column;
  std::string detail;
};

struct Recognition {
  Layout layout;
  std::optional<Problem> fatal;  // why the rows cannot be read
  std::vector<LayoutNotice> notices;
  std::string why;        // Dutch: on what the choice rests
  std::string runner_up;  // Dutch: the next best reading; empty when there is none
  std::vector<std::vector<std::string>> preview;
};

struct RecognitionRequest {
  const Profile* profile = nullptr;  // only this one; nullptr = all
  char delimiter = 0;                // only this one; 0 = ';' tab ',' '|'
  Container container = Container::kTable;
  std::span<const ColumnChoice> choices = {};
};

// Tries every delimiter with every profile; the reading that finds most known columns wins, then the one whose rows
// agree best on the number of cells, then the more usual delimiter and profile.
Recognition Recognise(const SniffWindow& window, const RecognitionRequest& request);

}  // namespace verzuim

#endif  // VERZUIM_CORE_IMPORT_LAYOUT_H_
