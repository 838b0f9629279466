#include "core/import/row_reader.h"

#include <algorithm>
#include <string>

#include "core/import/row_context.h"
#include "core/import/text.h"

namespace verzuim {
namespace {

// The first two cells with something in them.
struct Filled {
  size_t count = 0;  // 0, 1, or 2 for more
  size_t first = 0;
};

Filled CountFilled(std::span<const std::string_view> cells) {
  Filled filled;
  for (size_t i = 0; i < cells.size() && filled.count < 2; ++i) {
    if (Trim(cells[i]).empty()) continue;
    if (filled.count++ == 0) filled.first = i;
  }
  return filled;
}

bool IsTotal(std::string_view cell) {
  // Cheap for the many rows that start with a number.
  if (cell.empty() || IsDigit(cell[0])) return false;
  const std::string name = FoldName(cell.substr(0, 64));
  for (const std::string_view word : {"totaal", "subtotaal", "eindtotaal", "total", "grandtotal"}) {
    if (name.compare(0, word.size(), word) == 0) return true;
  }
  return false;
}

// Could be a pupil's key: a digit in it and no space. The heading of a group ("Klas 3A") is not.
bool MayBeKey(std::string_view cell) {
  return cell.find(' ') == std::string_view::npos && std::any_of(cell.begin(), cell.end(), IsDigit);
}

std::string Counted(size_t fields, size_t expected) {
  return std::to_string(fields) + " in plaats van " + std::to_string(expected);
}

}  // namespace

RowReader::RowReader(Layout& layout, RowSink& sink, uint16_t file)
    : layout_(layout), sink_(sink), file_(file), forms_(layout) {
  for (const std::string& name : layout_.columns) folded_columns_.push_back(FoldName(name));
}

bool RowReader::RepeatsHeader(Cells cells) const {
  if (layout_.header_line == 0 || cells.size() < folded_columns_.size()) return false;
  return std::equal(folded_columns_.begin(), folded_columns_.end(), cells.begin(),
                    [](const std::string& name, std::string_view cell) { return FoldsTo(cell, name); });
}

// Why the record is no data, if so.
std::optional<ProblemCode> RowReader::NoData(Cells cells) const {
  const Filled filled = CountFilled(cells);
  if (filled.count == 0) return ProblemCode::kBlankRow;
  const std::string_view first = Trim(cells[filled.first]);
  if (IsTotal(first)) return ProblemCode::kTotalRow;
  const bool may_be_pupil = static_cast<int>(filled.first) == layout_.ColumnOf(Field::kLeerling) && MayBeKey(first);
  if (filled.count == 1 && layout_.columns.size() > 2 && !may_be_pupil) return ProblemCode::kGroupRow;
  if (RepeatsHeader(cells)) return ProblemCode::kRepeatedHeader;
  return std::nullopt;
}

void RowReader::ReportStrayQuote(int cell, RowRef ref) {
  // Only where the cell is used: remarks are full of quotes.
  if (std::find(layout_.column_of.begin(), layout_.column_of.end(), cell) == layout_.column_of.end()) return;
  const std::string& column = layout_.columns[static_cast<size_t>(cell)];
  sink_.Report({ProblemCode::kStrayQuote, ref, column, column});
}

TakenRecords RowReader::Take(std::string_view text, uint64_t line) {
  const TakenRecords taken = forms_.Take(text, line, file_, sink_);
  rows_ += taken.records;
  return taken;
}

void RowReader::OnRecord(const Record& record) {
  if (record.line <= layout_.header_line) return;
  ++rows_;
  const RowRef ref{static_cast<uint32_t>(record.line), file_};
  const auto reject = [this, ref](ProblemCode code, std::string_view detail) {
    sink_.Report({code, ref, {}, detail});
  };
  switch (record.fault) {
    case RecordFault::kNone:
      break;
    case RecordFault::kTooLong:
      return reject(ProblemCode::kRowTooLong, std::to_string(kMaxRecordBytes));
    case RecordFault::kTooManyColumns:
      return reject(ProblemCode::kTooManyColumns, std::to_string(kMaxColumns));
    case RecordFault::kUnclosedQuote:
      return reject(ProblemCode::kUnclosedQuote, {});
  }
  if (const std::optional<ProblemCode> code = NoData(record.cells)) return reject(*code, {});
  const size_t width = layout_.columns.size();
  if (record.cells.size() < width) return reject(ProblemCode::kShortRow, Counted(record.cells.size(), width));
  const Cells extra = record.cells.subspan(width);
  if (std::any_of(extra.begin(), extra.end(), [](std::string_view cell) { return !Trim(cell).empty(); })) {
    return reject(ProblemCode::kLongRow, Counted(record.cells.size(), width));
  }
  if (record.stray_quote >= 0) ReportStrayQuote(record.stray_quote, ref);
  RowContext row(layout_, sink_, record.cells, ref);
  switch (layout_.profile->kind) {
    case RowKind::kLesson: {
      LessonRow lesson;
      if (ReadLessonRow(row, lesson) && record.stray_quote < 0 && !IsTotal(lesson.pupil))
        forms_.Learn(record, lesson);
      return;
    }
    case RowKind::kAbsence:
      return ReadAbsenceRow(row);
    case RowKind::kPupil:
      return ReadPupilRow(row);
    case RowKind::kReason:
      return ReadReasonRow(row);
    case RowKind::kNote:
      return ReadNoteRow(row);
  }
}

}  // namespace verzuim
