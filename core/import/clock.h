// Clock: moments as exports write them, to the day and time on a Dutch clock.
//
// Exports of web services give moments with an offset ("2025-09-01T06:30:00Z") or as Unix seconds. A lesson at half
// past eight is at half past eight before and after the clocks change: the Dutch clock decides, with the rule of
// Directive 2000/84/EC: summer time from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of
// October.
#ifndef VERZUIM_CORE_IMPORT_CLOCK_H_
#define VERZUIM_CORE_IMPORT_CLOCK_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/base/date.h"
#include "core/base/units.h"

namespace verzuim {

struct ClockTime {
  Date date;
  Minutes time;  // after midnight, 0..1439

  bool operator==(const ClockTime&) const = default;
};

// The Dutch clock at a moment between 1996, when the rule began, and 2199; otherwise nullopt. Seconds are dropped.
// Example  DutchClock(1743296400)  is 30 March 2025, 03:00: the hour from two to three does not exist that night
std::optional<ClockTime> DutchClock(int64_t unix_seconds);

// "2025-09-01T08:30", with seconds, a fraction of them and an offset ("Z", "+01:00", "+0100") where given. Without an
// offset the time is that of the Dutch clock. Anything else is nullopt.
std::optional<ClockTime> ReadMoment(std::string_view text);

}  // namespace verzuim

#endif  // VERZUIM_CORE_IMPORT_CLOCK_H_
