#include "core/import/row_context.h"

#include <algorithm>
#include <string>

#include "core/import/bsn.h"
#include "core/import/cell.h"

namespace verzuim {
namespace {

constexpr size_t kMaxKeyBytes = 64;
constexpr size_t kMaxDetailBytes = 60;

bool IsKey(std::string_view key) {
  if (key.empty() || key.size() > kMaxKeyBytes) return false;
  if (AllDigits(key)) return true;
  if (std::any_of(key.begin(), key.end(), [](char c) { return (c >= 0 && c < ' ') || c == 0x7f; })) return false;
  // "1,00123E+05": a spreadsheet has thrown digits away.
  const size_t exponent = key.find("E+");
  return exponent == std::string_view::npos || exponent == 0 || !IsDigit(key[exponent - 1]);
}

}  // namespace

std::string ShownDetail(std::string_view text) {
  if (text.empty()) return "(leeg)";
  std::string out = MaskBsn(text.substr(0, 4 * kMaxDetailBytes));
  if (out.size() <= kMaxDetailBytes) return out;
  size_t end = kMaxDetailBytes;
  while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0) == 0x80) --end;  // whole characters
  out.resize(end);
  return out + "…";
}

std::string_view RowContext::ColumnName(Field field) const {
  const int column = layout_.ColumnOf(field);
  return column == kNoColumn ? WireName(field) : std::string_view(layout_.columns[static_cast<size_t>(column)]);
}

bool RowContext::Reject(ProblemCode code, Field field, std::string_view detail) {
  sink_.Report({code, ref_, ColumnName(field), ShownDetail(detail)});
  return false;
}

bool RowContext::ReadPupil(std::string_view& out) {
  out = Cell(Field::kLeerling);
  return IsKey(out) || Reject(ProblemCode::kBadPupilKey, Field::kLeerling, out);
}

bool RowContext::ReadDate(Field field, Date& out) {
  const std::string_view cell = Cell(field);
  DateColumn& column = layout_.dates[static_cast<size_t>(field)];
  const bool undecided = !column.format();
  const std::optional<Date> date = column.Read(cell);
  if (!date) return Reject(ProblemCode::kBadDate, field, cell);
  // The column was empty so far: this first value decided.
  if (undecided && column.TakeAssumed()) {
    sink_.Report({ProblemCode::kDateFormatAssumed, {0, ref_.file}, ColumnName(field), ColumnName(field)});
  }
  out = *date;
  return true;
}

bool RowContext::ReadDate(Field field, std::optional<Date>& out) {
  out.reset();
  if (Cell(field).empty()) return true;
  Date date;
  if (!ReadDate(field, date)) return false;
  out = date;
  return true;
}

bool RowContext::ReadTime(Field field, std::optional<Minutes>& out) {
  out.reset();
  const std::string_view cell = Cell(field);
  if (cell.empty()) return true;
  out = verzuim::ReadTime(cell);
  return out || Reject(ProblemCode::kBadTime, field, cell);
}

bool RowContext::ReadLesuur(Field field, std::optional<uint8_t>& out) {
  out.reset();
  const std::string_view cell = Cell(field);
  if (cell.empty()) return true;
  const std::optional<int32_t> number = ReadWhole(cell);
  if (!number || *number < 0 || *number > kMaxLesuur) return Reject(ProblemCode::kBadLesuur, field, cell);
  out = static_cast<uint8_t>(*number);
  return true;
}

bool RowContext::ReadMinutes(Field field, std::optional<Minutes>& out) {
  out.reset();
  const std::string_view cell = Cell(field);
  if (cell.empty()) return true;
  const std::optional<int32_t> number = ReadAmount(cell);
  if (!number) return Reject(ProblemCode::kBadNumber, field, cell);
  if (*number < 0) return Reject(ProblemCode::kNegativeMinutes, field, cell);
  out = Minutes{*number};
  return true;
}

bool RowContext::ReadFlag(Field field, GeoorloofdFlag& out) {
  const std::string_view cell = Cell(field);
  const std::optional<GeoorloofdFlag> flag = verzuim::ReadFlag(cell);
  if (!flag) return Reject(ProblemCode::kBadFlag, field, cell);
  out = *flag;
  return true;
}

bool RowContext::ReadStatus(const StatusWord*& out) {
  out = nullptr;
  if (!HasColumn(Field::kStatus)) return true;
  const std::string_view cell = Cell(Field::kStatus);
  out = FindStatus(profile(), cell);
  if (out != nullptr) return true;
  // The canonical lessen file has three words, and the message of BadStatus names them; others have their own.
  if (profile().kind == RowKind::kLesson) return Reject(ProblemCode::kBadStatus, Field::kStatus, cell);
  return Reject(ProblemCode::kBadAbsenceKind, Field::kStatus, cell);
}

}  // namespace verzuim
