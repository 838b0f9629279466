#include "core/import/clock.h"

#include "core/import/cell.h"
#include "core/import/text.h"

namespace verzuim {
namespace {

constexpr int64_t kDaySeconds = 24 * 60 * 60;
constexpr int kHourSeconds = 60 * 60;

int64_t FloorDiv(int64_t a, int64_t b) {
  return a / b - (a % b < 0 ? 1 : 0);
}

// 01:00 UTC on the last Sunday of a month of 31 days.
int64_t LastSundayAtOne(int year, int month) {
  const Date last = *Date::FromCivil(year, month, 31);
  return int64_t{(last - last.IsoWeekday() % 7).days()} * kDaySeconds + kHourSeconds;
}

// "+01:00", "-0330", "Z": seconds east of Greenwich.
std::optional<int> ReadOffset(std::string_view text) {
  if (text == "Z" || text == "z") return 0;
  if (text.size() < 5 || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  const std::string_view minutes = text.substr(text[3] == ':' ? 4 : 3);
  if (minutes.size() != 2 || !AllDigits(text.substr(1, 2)) || !AllDigits(minutes)) return std::nullopt;
  const int seconds = *ReadWhole(text.substr(1, 2)) * kHourSeconds + *ReadWhole(minutes) * 60;
  return text[0] == '-' ? -seconds : seconds;
}

// Seconds and their fraction say nothing about lessons: the text behind them, or nullopt when they are none.
std::optional<std::string_view> SkipSeconds(std::string_view text) {
  if (text.empty() || text[0] != ':') return text;
  if (text.size() < 3 || !AllDigits(text.substr(1, 2))) return std::nullopt;
  text.remove_prefix(3);
  if (text.empty() || text[0] != '.') return text;
  size_t digits = 1;
  while (digits < text.size() && IsDigit(text[digits])) ++digits;
  if (digits == 1) return std::nullopt;
  return text.substr(digits);
}

}  // namespace

std::optional<ClockTime> DutchClock(int64_t unix_seconds) {
  constexpr int64_t kFirst = int64_t{Date::FromCivil(1996, 1, 1).value().days()} * kDaySeconds;
  constexpr int64_t kLast = int64_t{Date::FromCivil(2199, 12, 31).value().days()} * kDaySeconds;
  if (unix_seconds < kFirst || unix_seconds >= kLast) return std::nullopt;
  const int year = Date::FromDays(static_cast<int32_t>(FloorDiv(unix_seconds, kDaySeconds))).year();
  const bool summer = unix_seconds >= LastSundayAtOne(year, 3) && unix_seconds < LastSundayAtOne(year, 10);
  const int64_t local = unix_seconds + (summer ? 2 : 1) * kHourSeconds;
  const int64_t day = FloorDiv(local, kDaySeconds);
  return ClockTime{Date::FromDays(static_cast<int32_t>(day)),
                   Minutes{static_cast<int32_t>((local - day * kDaySeconds) / 60)}};
}

std::optional<ClockTime> ReadMoment(std::string_view text) {
  if (text.size() < 16 || text[10] != 'T' || text[13] != ':') return std::nullopt;
  const std::optional<Date> date = ParseIsoDate(text.substr(0, 10));
  if (!date || !AllDigits(text.substr(11, 2)) || !AllDigits(text.substr(14, 2))) return std::nullopt;
  const int hour = *ReadWhole(text.substr(11, 2));
  const int minute = *ReadWhole(text.substr(14, 2));
  if (hour > 23 || minute > 59) return std::nullopt;
  const std::optional<std::string_view> rest = SkipSeconds(text.substr(16));
  if (!rest) return std::nullopt;
  if (rest->empty()) return ClockTime{*date, Minutes{hour * 60 + minute}};
  const std::optional<int> offset = ReadOffset(*rest);
  if (!offset) return std::nullopt;
  return DutchClock(int64_t{date->days()} * kDaySeconds + (hour * 60 + minute) * 60 - *offset);
}

}  // namespace verzuim
