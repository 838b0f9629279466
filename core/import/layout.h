// Layout: what the sniff window shows about the columns of a file, and how that is recognised.
#ifndef VERZUIM_CORE_IMPORT_LAYOUT_H_
#define VERZUIM_CORE_IMPORT_LAYOUT_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/problem.h"
#include "core/import/date_format.h"
#include "core/import/profile.h"
#include "core/import/reading.h"
#include "core/import/sample.h"
#include "core/import/verklaring.h"

namespace verzuim {

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
  Verklaring verklaring;  // all but the encoding
  std::vector<std::vector<std::string>> preview;
};

// By the best reading of the window.
Recognition Recognise(const SniffWindow& window, const RecognitionRequest& request);

}  // namespace verzuim

#endif  // VERZUIM_CORE_IMPORT_LAYOUT_H_
