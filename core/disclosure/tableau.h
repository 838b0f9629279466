// Tableau: the freedom that is left in one connected group of hidden cells.
//
// The relations over the hidden cells are solved once (Gauss-Jordan): every "basic" cell is a constant plus a
// combination of the few "free" ones. A current table that fits all relations and bounds is kept next to it, and
// DriveTo walks from table to table (bounded simplex) until one cell has a wanted value or provably cannot reach it.
// Doubles guide the walk; nothing is believed before whole numbers confirm it (see audit.h, verify.h).
//
// Example  x + y = 7 with 0 <= x, y: one free cell; DriveTo(x, 0) leaves x = 0, y = 7; DriveTo(x, 9) is kBlocked
#ifndef VERZUIM_CORE_DISCLOSURE_TABLEAU_H_
#define VERZUIM_CORE_DISCLOSURE_TABLEAU_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/disclosure/count_system.h"

namespace verzuim {

enum class DriveResult : uint8_t {
  kReached,
  kBlocked,  // the row of the cell proves that the value lies outside
  kGaveUp,   // more steps than allowed
};

class Tableau {
 public:
  // Solves `relations` of `system` for `cells` (local number = place in the list); all other cells are constants with
  // the value bounds[c].lo. With `tags`, every relation gets one more local cell, fixed at zero, behind the list:
  // the coefficients of a row on the tags say which relations make that row.
  // `scratch` must hold system.cells() entries, all kNone; it is given back so.
  Tableau(const CountSystem& system, const std::vector<Bounds>& bounds, const std::vector<CellId>& cells,
          const std::vector<uint32_t>& relations, std::vector<uint32_t>& scratch, bool tags = false);
  static constexpr uint32_t kNone = UINT32_MAX;
  // Room for rows * columns; a larger group is not solved (Rows() == 0 and TooLarge()).
  static constexpr size_t kMaxEntries = 60'000'000;

  bool TooLarge() const { return too_large_; }
  // False when the relations contradict each other whatever the hidden cells are.
  bool Consistent() const { return consistent_; }
  size_t Locals() const { return value_.size(); }
  size_t Rows() const { return basic_.size(); }
  size_t Columns() const { return free_.size(); }

  double Value(size_t local) const { return value_[local]; }
  void SetBounds(size_t local, double lo, double hi) {
    lo_[local] = lo;
    hi_[local] = hi;
  }
  double Lo(size_t local) const { return lo_[local]; }
  double Hi(size_t local) const { return hi_[local]; }
  // A table known to fit (values per local cell), to start the next walk from.
  void SetValues(const std::vector<double>& values) { value_ = values; }
  const std::vector<double>& Values() const { return value_; }
  // Whether the current table has whole numbers only.
  bool IsWhole() const;

  // A first table within the bounds, from nothing but the relations. False when there is none (or none was found).
  bool FindTable();
  // Moves the table until `local` has the value `target`.
  DriveResult DriveTo(size_t local, double target);
  // Makes the table whole without moving cells whose bounds are equal, by a search of at most `budget` steps.
  bool MakeWhole(int* budget);

  // The row that holds a basic cell, as coefficients on all local cells (1 on itself); empty for a free cell.
  std::vector<double> RowOf(size_t local) const;

 private:
  double* Row(size_t r) { return t_.data() + r * free_.size(); }
  const double* Row(size_t r) const { return t_.data() + r * free_.size(); }
  void Move(size_t column, double step);
  void Pivot(size_t row, size_t column);
  bool ChooseColumn(size_t row, bool up, bool bland, size_t* column, bool* raise) const;
  size_t ChooseRow(size_t column, bool raise, bool bland, double* limit) const;

  bool too_large_ = false;
  bool consistent_ = true;
  std::vector<double> t_;        // [row][column]: basic = constant - sum(t * free)
  std::vector<uint32_t> basic_;  // row -> local
  std::vector<uint32_t> free_;   // column -> local
  std::vector<int32_t> where_;   // local -> row, or ~column
  std::vector<double> value_, lo_, hi_;
  std::vector<uint32_t> filled_;  // scratch of Pivot
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_DISCLOSURE_TABLEAU_H_
