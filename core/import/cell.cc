#include "core/import/cell.h"

#include <string>

#include "core/import/text.h"

namespace verzuim {
namespace {

constexpr int kDayMinutes = 24 * 60;

std::optional<Minutes> FromHourMinute(std::string_view hour, std::string_view minute) {
  if (hour.empty() || hour.size() > 2 || minute.size() != 2 || !AllDigits(hour) || !AllDigits(minute)) {
    return std::nullopt;
  }
  const int h = *ReadWhole(hour);
  const int m = *ReadWhole(minute);
  if (m > 59 || h * 60 + m > kDayMinutes) return std::nullopt;
  return Minutes{h * 60 + m};
}

// "0,4375": the digits after the separator as a part of a day.
std::optional<Minutes> FromDayFraction(std::string_view digits) {
  if (!AllDigits(digits)) return std::nullopt;
  digits = digits.substr(0, 9);
  int64_t part = 0;
  int64_t whole = 1;
  for (const char c : digits) {
    part = part * 10 + (c - '0');
    whole *= 10;
  }
  return Minutes{static_cast<int32_t>((part * kDayMinutes * 2 + whole) / (whole * 2))};
}

// "1.440" without its dots; nullopt when they stand elsewhere than before each three digits.
std::optional<std::string> WithoutThousands(std::string_view cell) {
  const size_t sign = !cell.empty() && (cell[0] == '-' || cell[0] == '+') ? 1 : 0;
  const size_t first = cell.find('.');
  if (first <= sign || first > sign + 3) return std::nullopt;
  std::string digits(cell.substr(0, first));
  for (std::string_view rest = cell.substr(first); !rest.empty(); rest.remove_prefix(4)) {
    if (rest.size() < 4 || rest[0] != '.' || !AllDigits(rest.substr(1, 3))) return std::nullopt;
    digits += rest.substr(1, 3);
  }
  return digits;
}

}  // namespace

std::optional<int32_t> ReadAmount(std::string_view cell) {
  if (const std::optional<int32_t> whole = ReadWhole(cell)) return whole;
  const size_t separator = cell.find_last_of(".,");
  if (separator == std::string_view::npos) return std::nullopt;
  const std::string_view fraction = cell.substr(separator + 1);
  if (fraction == "0" || fraction == "00") cell = cell.substr(0, separator);
  if (const std::optional<std::string> digits = WithoutThousands(cell)) return ReadWhole(*digits);
  return ReadWhole(cell);
}

std::optional<Minutes> ReadTime(std::string_view cell) {
  const size_t separator = cell.find_first_of(":.,");
  if (separator == std::string_view::npos) {
    if (cell.size() != 3 && cell.size() != 4) return std::nullopt;
    return FromHourMinute(cell.substr(0, cell.size() - 2), cell.substr(cell.size() - 2));
  }
  const std::string_view before = cell.substr(0, separator);
  std::string_view after = cell.substr(separator + 1);
  const bool fraction = cell[separator] == ',' || (cell[separator] == '.' && after.size() != 2);
  if (fraction) return before == "0" ? FromDayFraction(after) : std::nullopt;
  // Seconds are allowed and say nothing here.
  if (cell[separator] == ':' && after.size() >= 5 && after[2] == ':' && AllDigits(after.substr(3, 2))) {
    const std::string_view rest = after.substr(5);
    if (rest.empty() || (rest[0] == '.' && AllDigits(rest.substr(1)))) after = after.substr(0, 2);
  }
  return FromHourMinute(before, after);
}

std::optional<GeoorloofdFlag> ReadFlag(std::string_view cell) {
  if (cell.empty() || cell == "?") return GeoorloofdFlag::kUnknown;
  for (const std::string_view yes : {"j", "ja", "1", "true", "waar"}) {
    if (FoldsTo(cell, yes)) return GeoorloofdFlag::kYes;
  }
  for (const std::string_view no : {"n", "nee", "0", "false", "onwaar"}) {
    if (FoldsTo(cell, no)) return GeoorloofdFlag::kNo;
  }
  return std::nullopt;
}

}  // namespace verzuim
