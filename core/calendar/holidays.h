// Schoolvakanties: the table of school vacations per region, with how well each row is known.
//
// The rows stand in holidays.def. The calendar reads them; `verzuimkit regels` and the docs may show them, so that
// a row that rests on one source is never taken for certain.
//
// Example
//   Schoolvakanties().front().naam;                       // "zomer", of the summer of 2024
//   Geldt(Schoolvakanties().back(), Regio::kZuid) == true;
#ifndef VERZUIM_CORE_CALENDAR_HOLIDAYS_H_
#define VERZUIM_CORE_CALENDAR_HOLIDAYS_H_

#include <cstdint>
#include <span>
#include <string_view>

#include "core/base/date.h"
#include "core/calendar/school_calendar.h"

namespace verzuim {

// How well a row is known.
enum class Bronstatus : uint8_t { kGevonden, kEenBron, kNietNagetrokken };
// "gevonden", "een bron", "niet nagetrokken".
std::string_view WireName(Bronstatus status);

struct Schoolvakantie {
  int schooljaar;         // the calendar year in which the school year begins
  std::string_view naam;  // herfst, kerst, voorjaar, mei, zomer
  uint8_t regios;         // one bit per Regio
  DateRange dagen;        // first and last free date, Saturday to Sunday
  Bronstatus status;
};

// All rows, by school year.
std::span<const Schoolvakantie> Schoolvakanties();
// Whether the row holds for the region.
bool Geldt(const Schoolvakantie& vakantie, Regio regio);

}  // namespace verzuim

#endif  // VERZUIM_CORE_CALENDAR_HOLIDAYS_H_
