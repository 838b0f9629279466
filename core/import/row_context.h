// RowContext: one record seen through its layout. Reads cells field by field and says what is wrong with them.
//
// Every Read answers false after it has rejected the row; the reader of the row then stops, so that each row is
// handed over exactly once.
#ifndef VERZUIM_CORE_IMPORT_ROW_CONTEXT_H_
#define VERZUIM_CORE_IMPORT_ROW_CONTEXT_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/import/layout.h"
#include "core/import/text.h"
#include "core/register/rows.h"

namespace verzuim {

class RowContext {
 public:
  RowContext(Layout& layout, RowSink& sink, std::span<const std::string_view> cells, RowRef ref)
      : layout_(layout), sink_(sink), cells_(cells), ref_(ref) {}

  RowRef ref() const { return ref_; }
  const Profile& profile() const { return *layout_.profile; }
  RowSink& sink() const { return sink_; }

  bool HasColumn(Field field) const { return layout_.ColumnOf(field) != kNoColumn; }
  // The trimmed cell; empty when the file has no such column.
  std::string_view Cell(Field field) const {
    const int column = layout_.ColumnOf(field);
    const auto index = static_cast<size_t>(column);
    return column != kNoColumn && index < cells_.size() ? Trim(cells_[index]) : std::string_view();
  }

  // A pupil's key: 1 to 64 bytes, no control characters, not in the exponent notation of a spreadsheet.
  bool ReadPupil(std::string_view& out);
  bool ReadDate(Field field, Date& out);                 // required
  bool ReadDate(Field field, std::optional<Date>& out);  // empty = not given
  bool ReadTime(Field field, std::optional<Minutes>& out);
  bool ReadLesuur(Field field, std::optional<uint8_t>& out);  // 0..kMaxLesuur
  // A whole number that is not negative.
  bool ReadMinutes(Field field, std::optional<Minutes>& out);
  bool ReadFlag(Field field, GeoorloofdFlag& out);
  // The word in the status column; nullptr when the profile has no such column.
  bool ReadStatus(const StatusWord*& out);

  // Reports the row as rejected; always false. `detail` is shortened and shows no BSN.
  bool Reject(ProblemCode code, Field field, std::string_view detail);

 private:
  std::string_view ColumnName(Field field) const;

  Layout& layout_;
  RowSink& sink_;
  std::span<const std::string_view> cells_;
  RowRef ref_;
};

// Text from a file as a problem may show it: no BSN, at most 60 bytes, "(leeg)" for nothing.
std::string ShownDetail(std::string_view text);

// The readers of each kind of row: Add to the sink, or Reject.
bool ReadLessonRow(RowContext& row, LessonRow& out);  // true: `out` was added
void ReadAbsenceRow(RowContext& row);
void ReadPupilRow(RowContext& row);
void ReadReasonRow(RowContext& row);
void ReadNoteRow(RowContext& row);

}  // namespace verzuim

#endif  // VERZUIM_CORE_IMPORT_ROW_CONTEXT_H_
