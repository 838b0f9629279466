// Elimination: sparse Gauss elimination of relations over the hidden cells of one group.
#ifndef VERZUIM_CORE_DISCLOSURE_ELIMINATION_H_
#define VERZUIM_CORE_DISCLOSURE_ELIMINATION_H_

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace verzuim {

inline constexpr double kTinyDifference = 1e-9;

// Coefficients are nearly always -1, 0 or 1, and else fractions with a small denominator; snapping keeps them exact
// however long the walk, and the runs equal on every machine.
inline double Snap(double v) {
  // Adding and subtracting 1.5 * 2^52 rounds to the nearest whole number, without a library call.
  constexpr double kRound = 6755399441055744.0;
  constexpr double kDenominators = 2520;  // a multiple of 1..10
  const double whole = (v + kRound) - kRound;
  if (v == whole) return v;
  if (std::fabs(v - whole) < kTinyDifference) return whole;
  const double scaled = v * kDenominators;
  const double fraction = (scaled + kRound) - kRound;
  return std::fabs(scaled - fraction) < 1e-5 && std::fabs(v) < 1e6 ? fraction / kDenominators : v;
}

struct RowEntry {
  uint32_t local;
  double coefficient;
};

// pivot + sum(rest) = constant.
struct SolvedRow {
  uint32_t pivot;
  double constant;
  std::vector<RowEntry> rest;
};

// Solves `rows` (each sorted by local cell, sum(row) = constant), shortest row first, for cells below `pivotable`. A
// row mentions only cells that were solved later. `consistent` becomes false when the rows contradict each other.
std::vector<SolvedRow> Eliminate(std::vector<std::vector<RowEntry>> rows, std::vector<double> constants,
                                 size_t locals, size_t pivotable, bool* consistent);

}  // namespace verzuim

#endif  // VERZUIM_CORE_DISCLOSURE_ELIMINATION_H_
