#include "core/report/csv.h"

namespace verzuim {
namespace {

bool LooksLikeFormula(std::string_view text) {
  if (text.empty()) return false;
  constexpr std::string_view kRisky("=+-@\t\r\n\0", 8);
  if (kRisky.find(text.front()) != std::string_view::npos) return true;
  for (const std::string_view wide : {"\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"}) {
    if (text.substr(0, wide.size()) == wide) return true;
  }
  return false;
}

}  // namespace

CsvWriter::CsvWriter(std::initializer_list<std::string_view> columns) {
  for (const std::string_view column : columns) {
    Separate();
    bytes_.append(column);
  }
  EndRow();
}

void CsvWriter::Separate() {
  if (row_open_) bytes_.push_back(';');
  row_open_ = true;
}

CsvWriter& CsvWriter::Text(std::string_view text) {
  Separate();
  bytes_.push_back('"');
  if (LooksLikeFormula(text)) bytes_.push_back('\'');
  for (const char c : text) {
    if (c == '"') bytes_.push_back('"');
    bytes_.push_back(c);
  }
  bytes_.push_back('"');
  return *this;
}

CsvWriter& CsvWriter::Number(int64_t number) {
  Separate();
  bytes_.append(std::to_string(number));
  return *this;
}

CsvWriter& CsvWriter::Day(Date date) {
  Separate();
  bytes_.append(ToIso(date));
  return *this;
}

CsvWriter& CsvWriter::Day(const std::optional<Date>& date) {
  if (date) return Day(*date);
  Separate();
  return *this;
}

void CsvWriter::EndRow() {
  bytes_.append("\r\n");
  row_open_ = false;
}

}  // namespace verzuim
