// Telling: the counts of one site and one period. Counts only: from here on there are no pupils.
//
// Example  cells[telling.CellIndex(0, 3, 0)] is the number of pupils of "totaal" without any unauthorised absence.
#ifndef VERZUIM_CORE_AGGREGATE_TELLING_H_
#define VERZUIM_CORE_AGGREGATE_TELLING_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"

namespace verzuim {

// X(enumerator, wire name). totaal = geoorloofd + ongeoorloofd; ziekte is a part of geoorloofd.
#define VERZUIM_CATEGORIEEN(X) \
  X(Totaal, "totaal")          \
  X(Geoorloofd, "geoorloofd")  \
  X(Ziekte, "ziekte")          \
  X(Ongeoorloofd, "ongeoorloofd")

enum class Categorie : uint8_t {
#define VERZUIM_X(name, wire) k##name,
  VERZUIM_CATEGORIEEN(VERZUIM_X)
#undef VERZUIM_X
};
inline constexpr size_t kCategorieen = 4;
std::string_view WireName(Categorie categorie);

struct PeriodeNaam {
  std::string naam;
  DateRange dates;
};

// Intervals of the share of due time that was missed, from bounds b0 < b1 < … in whole percents, b0 = 0:
// "0", "(0,b1]", "(b1,b2]", …, "(bn,100]". Exactly ten percent is not more than ten percent.
std::vector<std::string> IntervalNames(const std::vector<int>& bounds);
// Index of the interval of absent out of due minutes; due > 0. Whole numbers only: 100 * absent > b * due.
size_t IntervalOf(const std::vector<int>& bounds, int64_t absent, int64_t due);

struct Telling {
  PeriodeNaam periode;
  std::optional<Date> geteld_tot;             // the last day counted, when the period was not over
  std::vector<std::string> onderverdelingen;  // the first is "totaal"
  std::vector<int> bounds;                    // of the intervals
  std::vector<int64_t> leerlingen;            // per onderverdeling; those with due time in the period
  std::vector<int64_t> zonder_lestijd;        // per onderverdeling; enrolled, but without due time
  std::vector<int64_t> cells;                 // [onderverdeling][categorie][interval]
  std::vector<int64_t> minutes;               // [onderverdeling][categorie] minutes missed
  std::vector<int64_t> minutes_pupils;        // [onderverdeling][categorie] pupils behind them

  // The place of a cell in `cells`, and of a sum in `minutes` and `minutes_pupils`.
  size_t CellIndex(size_t onderverdeling, size_t categorie, size_t interval) const {
    return (onderverdeling * kCategorieen + categorie) * Intervals() + interval;
  }
  size_t SumIndex(size_t onderverdeling, size_t categorie) const { return onderverdeling * kCategorieen + categorie; }
  // "0" and one after each bound: with bounds 0, 5, 10, 20 there are five.
  size_t Intervals() const { return bounds.size() + 1; }
  // The days that were counted.
  DateRange Geteld() const { return {periode.dates.first, geteld_tot.value_or(periode.dates.last)}; }
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_AGGREGATE_TELLING_H_
