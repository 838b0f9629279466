// RowReader: records to rows. Sorts out what is no data (group, total and blank rows, a repeated header, rows with
// too few or too many fields) and gives the rest to the reader of its kind of row.
#ifndef VERZUIM_CORE_IMPORT_ROW_READER_H_
#define VERZUIM_CORE_IMPORT_ROW_READER_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/import/layout.h"
#include "core/import/lesson_forms.h"
#include "core/import/tokenizer.h"
#include "core/register/rows.h"

namespace verzuim {

class RowReader : public RecordSink {
 public:
  // `layout` (recognised) and `sink` must outlive the reader.
  RowReader(Layout& layout, RowSink& sink, uint16_t file);

  void OnRecord(const Record& record) override;
  TakenRecords Take(std::string_view text, uint64_t line) override;

  // Data rows so far: each was handed to the sink once.
  uint64_t rows() const { return rows_; }
  // So many more rows were handed to the sink by another reader.
  void PassRows(uint64_t rows) { rows_ += rows; }

 private:
  using Cells = std::span<const std::string_view>;

  std::optional<ProblemCode> NoData(Cells cells) const;
  bool RepeatsHeader(Cells cells) const;
  void ReportStrayQuote(int cell, RowRef ref);

  Layout& layout_;
  RowSink& sink_;
  const uint16_t file_;
  uint64_t rows_ = 0;
  std::vector<std::string> folded_columns_;
  LessonForms forms_;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_IMPORT_ROW_READER_H_
