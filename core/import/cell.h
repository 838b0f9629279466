// Cell: one trimmed cell to a number, a time or a flag. Strict: what is not understood is nullopt, never a guess.
#ifndef VERZUIM_CORE_IMPORT_CELL_H_
#define VERZUIM_CORE_IMPORT_CELL_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/base/units.h"
#include "core/register/rows.h"

namespace verzuim {

// A whole number of at most nine digits with an optional sign. Example  ReadWhole("-5") == -5
constexpr std::optional<int32_t> ReadWhole(std::string_view cell) {
  const bool signed_number = !cell.empty() && (cell[0] == '-' || cell[0] == '+');
  const std::string_view digits = cell.substr(signed_number ? 1 : 0);
  if (digits.empty() || digits.size() > 9) return std::nullopt;
  int32_t value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return signed_number && cell[0] == '-' ? -value : value;
}

// A whole number of at most nine digits as a spreadsheet may show it: with a dot before each three digits, or with a
// fraction of zeros (one or two of them: "1,000" would be a thousand to some). Anything else is nullopt, a fraction
// of its own among them. Example  ReadAmount("1.440") == 1440, ReadAmount("240,0") == 240, !ReadAmount("240,5")
std::optional<int32_t> ReadAmount(std::string_view cell);

// A time of day in minutes after midnight, 0..1440: "10:45", "9:05", "10:45:00", "1045", "905", "10.45", "24:00",
// or the fraction of a day that a spreadsheet writes ("0,4375"; rounded to the minute).
std::optional<Minutes> ReadTime(std::string_view cell);

// J, N, ja, nee, 1, 0, true, false, waar, onwaar in any case; an empty cell or "?" is kUnknown.
std::optional<GeoorloofdFlag> ReadFlag(std::string_view cell);

}  // namespace verzuim

#endif  // VERZUIM_CORE_IMPORT_CELL_H_
