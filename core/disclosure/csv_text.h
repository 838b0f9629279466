// The little CSV that tables of counts need: comma or semicolon, optional quotes, LF or CRLF, optional BOM.
#ifndef VERZUIM_CORE_DISCLOSURE_CSV_TEXT_H_
#define VERZUIM_CORE_DISCLOSURE_CSV_TEXT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace verzuim {

struct CsvRow {
  uint64_t row;  // counted from 1
  std::vector<std::string> fields;
};

// Rows that are not empty. The separator is the first of ; and , in the first row.
std::vector<CsvRow> SplitCsv(std::string_view text);
// A whole number from 0 to kMaxCount, digits only.
std::optional<int64_t> ParseCount(std::string_view text);
// The field, quoted when it holds a comma, a quote or a line end.
std::string CsvField(std::string_view field);

}  // namespace verzuim

#endif  // VERZUIM_CORE_DISCLOSURE_CSV_TEXT_H_
