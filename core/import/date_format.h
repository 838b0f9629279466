// DateFormat and DateColumn: how the dates of one column are written.
//
// The notation is decided once per column, over every value in the sniff window: 03-04-2026 alone can be March or
// April, a column of them seldom can. Where the window leaves both open, Dutch order is taken and said so. A later
// value that does not fit the decision is a rejected row, never read in another notation.
#ifndef VERZUIM_CORE_IMPORT_DATE_FORMAT_H_
#define VERZUIM_CORE_IMPORT_DATE_FORMAT_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/base/date.h"

namespace verzuim {

// X(enumerator, name as shown). In order of preference when the window fits several.
#define VERZUIM_DATE_FORMATS(X)    \
  X(YearMonthDay, "JJJJ-MM-DD")    \
  X(Compact, "JJJJMMDD")           \
  X(DayMonthYear, "DD-MM-JJJJ")    \
  X(DayMonthShortYear, "DD-MM-JJ") \
  X(MonthDayYear, "MM-DD-JJJJ")    \
  X(ExcelSerial, "dagnummer van Excel")

enum class DateFormat : uint8_t {
#define VERZUIM_X(name, shown) k##name,
  VERZUIM_DATE_FORMATS(VERZUIM_X)
#undef VERZUIM_X
};
inline constexpr size_t kDateFormats = 6;
std::string_view WireName(DateFormat format);

// Reads one trimmed cell. Separators may be '-', '/' or '.', the same twice; day and month may have one digit in
// the formats that start with them; a time of day after the date is allowed and ignored. Two-digit years are
// 1970..2069. nullopt when the cell is not written so or the day does not exist.
std::optional<Date> ReadDate(std::string_view cell, DateFormat format);

// A set of formats, one bit each.
using DateFormatSet = uint8_t;
constexpr DateFormatSet SetOf(DateFormat format) {
  return static_cast<DateFormatSet>(1u << static_cast<int>(format));
}
inline constexpr DateFormatSet kAnyDateFormat = (1u << kDateFormats) - 1;

class DateColumn {
 public:
  explicit DateColumn(DateFormatSet allowed = kAnyDateFormat) : allowed_(allowed) {}

  // One trimmed cell of the sniff window; empty cells say nothing.
  void Consider(std::string_view cell);
  // Fixes the format that fits most cells considered; without any that fits, the first date read decides.
  void Decide();

  // The date in `cell` (trimmed, not empty).
  std::optional<Date> Read(std::string_view cell) {
    if (cell.size() == last_size_ && cell == std::string_view(last_text_.data(), last_size_)) return last_;
    return ReadNew(cell);
  }

  const std::optional<DateFormat>& format() const { return format_; }
  // The first date stood elsewhere in the file and has decided, notice included.
  void TakeDecided(DateFormat format) { format_ = format; }
  // Day-month order was assumed where month-day fits as well. True once: a notice is given once.
  bool TakeAssumed();

 private:
  std::optional<Date> ReadNew(std::string_view cell);

  DateFormatSet allowed_;
  std::array<uint32_t, kDateFormats> fits_{};
  std::optional<DateFormat> format_;
  bool assumed_ = false;
  // Registers are sorted by date more often than not: the last date is kept with its text.
  std::array<char, 12> last_text_{};
  size_t last_size_ = SIZE_MAX;
  Date last_;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_IMPORT_DATE_FORMAT_H_
