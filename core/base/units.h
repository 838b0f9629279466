// Units: whole numbers that cannot be mixed up.
//
// Minutes        clock minutes of a lesson, of absence, of due time
// CreditMinutes  what a missed lesson adds to the sixteen hours (Leerplichtwet art. 21a); 60 are one "uur".
//                In lesson-hour mode a fully missed lesson of at most 60 minutes gives 60.
//
// The two add and compare within their own kind only; `Minutes{50} + CreditMinutes{60}` does not compile.
#ifndef VERZUIM_CORE_BASE_UNITS_H_
#define VERZUIM_CORE_BASE_UNITS_H_

#include <compare>
#include <cstdint>

namespace verzuim {

template <class Tag>
struct Quantity {
  int32_t value = 0;

  constexpr auto operator<=>(const Quantity&) const = default;
  constexpr Quantity operator+(Quantity other) const { return {value + other.value}; }
  constexpr Quantity operator-(Quantity other) const { return {value - other.value}; }
  constexpr Quantity& operator+=(Quantity other) {
    value += other.value;
    return *this;
  }
  constexpr Quantity& operator-=(Quantity other) {
    value -= other.value;
    return *this;
  }
};

using Minutes = Quantity<struct MinutesTag>;
using CreditMinutes = Quantity<struct CreditMinutesTag>;

}  // namespace verzuim

#endif  // VERZUIM_CORE_BASE_UNITS_H_
