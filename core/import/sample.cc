#include "core/import/sample.h"

#include <algorithm>
#include <map>

#include "core/import/text.h"
#include "core/import/tokenizer.h"

namespace verzuim {
namespace {

class Collector : public RecordSink {
 public:
  explicit Collector(size_t max_rows) : max_rows_(max_rows) {}
  void OnRecord(const Record& record) override {
    if (full()) return;
    rows.push_back({record.line, {}});
    for (const std::string_view cell : record.cells) rows.back().cells.emplace_back(cell);
  }
  bool full() const { return rows.size() >= max_rows_; }

  std::vector<SampleRow> rows;

 private:
  size_t max_rows_;
};

}  // namespace

std::vector<SampleRow> SampleRows(const SniffWindow& window, char delimiter, size_t max_rows) {
  constexpr size_t kStep = 4096;
  Collector collector(max_rows);
  TokenizerConfig config;
  config.delimiter = delimiter;
  config.first_line = window.first_line;
  Tokenizer tokenizer(config, collector);
  for (size_t at = 0; at < window.text.size() && !collector.full(); at += kStep) {
    tokenizer.Push(window.text.substr(at, kStep));
  }
  if (window.complete && !collector.full()) tokenizer.Finish();
  return std::move(collector.rows);
}

CellCount TypicalCells(const std::vector<SampleRow>& rows, size_t from_row) {
  std::map<size_t, size_t> counts;
  for (size_t i = from_row; i < rows.size(); ++i) {
    if (!IsBlank(rows[i])) ++counts[rows[i].cells.size()];
  }
  CellCount best;
  for (const auto& [cells, count] : counts) {
    if (count >= best.rows) best = {cells, count};
  }
  return best;
}

bool IsBlank(const SampleRow& row) {
  return std::all_of(row.cells.begin(), row.cells.end(), [](const std::string& cell) { return Trim(cell).empty(); });
}

SepLine ReadSepLine(std::string_view text) {
  const size_t end = text.find_first_of("\r\n");
  std::string_view line = text.substr(0, end);
  if (line.size() >= 2 && line.front() == '"' && line.back() == '"') line = line.substr(1, line.size() - 2);
  if (line.size() != 5 || !FoldsTo(line.substr(0, 3), "sep") || line[3] != '=') return {};
  const char delimiter = line[4];
  if (delimiter == '"' || delimiter == '\0' || IsDigit(delimiter)) return {};
  size_t size = end == std::string_view::npos ? text.size() : end + 1;
  if (size < text.size() && text[size - 1] == '\r' && text[size] == '\n') ++size;
  return {delimiter, size};
}

}  // namespace verzuim
