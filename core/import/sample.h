// Sample: the records at the start of a file, split with a delimiter that is still a guess.
#ifndef VERZUIM_CORE_IMPORT_SAMPLE_H_
#define VERZUIM_CORE_IMPORT_SAMPLE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace verzuim {

// The decoded start of a file.
struct SniffWindow {
  std::string_view text;
  uint64_t first_line = 1;  // physical line of its first record
  bool complete = false;    // the file ends here
};

struct SampleRow {
  uint64_t line = 0;
  std::vector<std::string> cells;
};

// At most `max_rows` records of the window; a last record that the window cuts off is left out.
std::vector<SampleRow> SampleRows(const SniffWindow& window, char delimiter, size_t max_rows);

// The number of cells that most rows have, and how many rows those are. Blank rows do not count.
struct CellCount {
  size_t cells = 0;
  size_t rows = 0;
};
CellCount TypicalCells(const std::vector<SampleRow>& rows, size_t from_row);

bool IsBlank(const SampleRow& row);

// Excel's own first line, "sep=;" with or without quotes. `size` is its length with the line end; 0 = there is none.
struct SepLine {
  char delimiter = 0;
  size_t size = 0;
};
SepLine ReadSepLine(std::string_view text);

}  // namespace verzuim

#endif  // VERZUIM_CORE_IMPORT_SAMPLE_H_
