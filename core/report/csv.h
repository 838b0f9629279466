// CsvWriter: tables for people: UTF-8 with BOM, ";", CRLF, safe to open in a spreadsheet.
//
// Text is always quoted; a text that a spreadsheet would take for a formula gets an apostrophe in front
// (OWASP ASVS 1.2.10, with CR, LF and the full-width signs besides). Numbers and dates are written bare.
//
// Example
//   CsvWriter csv({"leerling", "minuten"});
//   csv.Text("=1+1").Number(960).EndRow();
//   csv.bytes() == "\xEF\xBB\xBFleerling;minuten\r\n\"'=1+1\";960\r\n";
#ifndef VERZUIM_CORE_REPORT_CSV_H_
#define VERZUIM_CORE_REPORT_CSV_H_

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/date.h"

namespace verzuim {

class CsvWriter {
 public:
  // Column names are this program's own and written bare.
  explicit CsvWriter(std::initializer_list<std::string_view> columns);

  CsvWriter& Text(std::string_view text);
  CsvWriter& Number(int64_t number);
  CsvWriter& Day(Date date);
  CsvWriter& Day(const std::optional<Date>& date);  // empty cell when there is none
  void EndRow();

  const std::string& bytes() const { return bytes_; }
  std::string Take() { return std::move(bytes_); }

 private:
  void Separate();

  std::string bytes_ = "\xEF\xBB\xBF";
  bool row_open_ = false;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_REPORT_CSV_H_
