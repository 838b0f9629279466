// LegalRef and Dated: every constant of the law with its period of validity, basis and source.
//
// A table of dated rows replaces a bare constant. Rows are closed intervals in ascending order; they may leave a
// gap, never overlap (static_assert(IsWellFormed(table))). Looking up a date outside every row answers nothing:
// there is no falling back to an older row.
//
// Example
//   constexpr Dated<CreditMinutes> kDrempel[] = {{Day(2009, 8, 1), kNoEnd, {960}, Basis::kWet, &kLpw21a}};
//   static_assert(IsWellFormed(kDrempel));
//   InForceOn(kDrempel, Day(2026, 1, 7))->value.value == 960;
//   InForceOn(kDrempel, Day(2001, 1, 7)) == nullptr;
#ifndef VERZUIM_CORE_RULES_LEGAL_REF_H_
#define VERZUIM_CORE_RULES_LEGAL_REF_H_

#include <cstddef>
#include <span>
#include <string_view>

#include "core/base/basis.h"
#include "core/base/date.h"

namespace verzuim {

struct LegalRef {
  std::string_view wet;      // "Leerplichtwet 1969"
  std::string_view artikel;  // "21a lid 1"
  std::string_view bron;     // where the words were read: identifier and version
};

// For tables only: a date known to exist when the program is compiled.
consteval Date Day(int year, int month, int day) {
  return Date::FromCivil(year, month, day).value();
}

// "No end date": a row in force until further notice.
inline constexpr Date kNoEnd = Date::FromCivil(2199, 12, 31).value();

template <class T>
struct Dated {
  Date from;
  Date through;
  T value;
  Basis basis;
  const LegalRef* ref;
};

template <class T, size_t N>
constexpr bool IsWellFormed(const Dated<T> (&rows)[N]) {
  for (size_t i = 0; i < N; ++i) {
    if (rows[i].through < rows[i].from || rows[i].ref == nullptr) return false;
    if (i > 0 && rows[i].from <= rows[i - 1].through) return false;
  }
  return true;
}

template <class T, size_t N>
constexpr const Dated<T>* InForceOn(const Dated<T> (&rows)[N], Date date) {
  for (const Dated<T>& row : rows) {
    if (row.from <= date && date <= row.through) return &row;
  }
  return nullptr;
}

}  // namespace verzuim

#endif  // VERZUIM_CORE_RULES_LEGAL_REF_H_
