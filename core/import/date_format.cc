#include "core/import/date_format.h"

#include <algorithm>

#include "core/import/cell.h"
#include "core/import/text.h"

namespace verzuim {
namespace {

// The cell without a time of day after the date: "2025-09-01 00:00:00", "2025-09-01T08:30:00+02:00".
std::string_view DatePart(std::string_view cell) {
  const size_t at = cell.find_first_of(" T");
  if (at == std::string_view::npos) return cell;
  const std::string_view time = cell.substr(at + 1);
  const bool plausible = time.size() >= 4 && IsDigit(time[0]) && time.find(':') != std::string_view::npos &&
                         time.find_first_not_of("0123456789:.,+-Z") == std::string_view::npos;
  return plausible ? cell.substr(0, at) : cell;
}

struct Parts {
  std::string_view a, b, c;
};

std::optional<Parts> Split(std::string_view text) {
  const size_t first = text.find_first_of("-/.");
  if (first == std::string_view::npos) return std::nullopt;
  const size_t second = text.find(text[first], first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  return Parts{text.substr(0, first), text.substr(first + 1, second - first - 1), text.substr(second + 1)};
}

bool OneOrTwoDigits(std::string_view text) {
  return text.size() <= 2 && AllDigits(text);
}

std::optional<Date> FromParts(std::string_view year, std::string_view month, std::string_view day) {
  if (!OneOrTwoDigits(month) || !OneOrTwoDigits(day) || !AllDigits(year)) return std::nullopt;
  int y = *ReadWhole(year);
  if (year.size() == 2) y += y < 70 ? 2000 : 1900;
  return Date::FromCivil(y, *ReadWhole(month), *ReadWhole(day));
}

std::optional<Date> FromSerial(std::string_view text) {
  // 20000 is in 1954, 60000 in 2064; from 61 on, day 0 is 30 December 1899.
  constexpr Date kDayZero = Date::FromDays(-25569);
  if (text.size() != 5 || !AllDigits(text)) return std::nullopt;
  const int n = *ReadWhole(text);
  if (n < 20000 || n > 60000) return std::nullopt;
  return kDayZero + n;
}

}  // namespace

std::string_view WireName(DateFormat format) {
  switch (format) {
#define VERZUIM_X(name, shown) \
  case DateFormat::k##name:    \
    return shown;
    VERZUIM_DATE_FORMATS(VERZUIM_X)
#undef VERZUIM_X
  }
  return "";
}

std::optional<Date> ReadDate(std::string_view cell, DateFormat format) {
  if (format == DateFormat::kYearMonthDay) {
    if (const auto date = ParseIsoDate(cell)) return date;
  }
  const std::string_view text = DatePart(cell);
  if (format == DateFormat::kCompact) {
    if (text.size() != 8 || !AllDigits(text)) return std::nullopt;
    return FromParts(text.substr(0, 4), text.substr(4, 2), text.substr(6, 2));
  }
  if (format == DateFormat::kExcelSerial) return FromSerial(text);
  const std::optional<Parts> p = Split(text);
  if (!p) return std::nullopt;
  switch (format) {
    case DateFormat::kYearMonthDay:
      return p->a.size() == 4 && p->b.size() == 2 && p->c.size() == 2 ? FromParts(p->a, p->b, p->c) : std::nullopt;
    case DateFormat::kDayMonthYear:
      return p->c.size() == 4 ? FromParts(p->c, p->b, p->a) : std::nullopt;
    case DateFormat::kDayMonthShortYear:
      return p->c.size() == 2 ? FromParts(p->c, p->b, p->a) : std::nullopt;
    case DateFormat::kMonthDayYear:
      return p->c.size() == 4 ? FromParts(p->c, p->a, p->b) : std::nullopt;
    case DateFormat::kCompact:
    case DateFormat::kExcelSerial:
      break;
  }
  return std::nullopt;
}

void DateColumn::Consider(std::string_view cell) {
  for (size_t i = 0; i < kDateFormats; ++i) {
    const auto format = static_cast<DateFormat>(i);
    if ((allowed_ & SetOf(format)) != 0 && ReadDate(cell, format)) ++fits_[i];
  }
}

void DateColumn::Decide() {
  const auto best = std::max_element(fits_.begin(), fits_.end());  // the first of equals: order of preference
  if (*best == 0) return;
  format_ = static_cast<DateFormat>(best - fits_.begin());
  // Both orders fit every value: Dutch order is an assumption.
  assumed_ = format_ == DateFormat::kDayMonthYear && fits_[static_cast<size_t>(DateFormat::kMonthDayYear)] == *best;
}

bool DateColumn::TakeAssumed() {
  const bool assumed = assumed_;
  assumed_ = false;
  return assumed;
}

std::optional<Date> DateColumn::ReadNew(std::string_view cell) {
  if (!format_) {
    Consider(cell);
    Decide();
    if (!format_) return std::nullopt;
  }
  const std::optional<Date> date = ReadDate(cell, *format_);
  if (date && cell.size() <= last_text_.size()) {
    std::copy(cell.begin(), cell.end(), last_text_.begin());
    last_size_ = cell.size();
    last_ = *date;
  }
  return date;
}

}  // namespace verzuim
