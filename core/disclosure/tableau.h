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

#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>
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
  // Makes `values` (per local cell: whole numbers that fit) the table of now and the one that Back returns to.
  void Keep(std::vector<double> values);
  void Keep() { Keep(value_); }
  // Back to the kept table: costs no more than the walks away from it did.
  void Back();
  // The cells that may differ from the kept table, in no order; all of them when no table was kept.
  const std::vector<uint32_t>& Changed() const { return changed_; }
  // Puts one value of another table that fits; whatever differs has to be put.
  void Set(size_t local, double value) {
    value_[local] = value;
    if (is_changed_[local]) return;
    is_changed_[local] = 1;
    changed_.push_back(static_cast<uint32_t>(local));
  }
  // Whether the current table has whole numbers only.
  bool IsWhole() const { return FirstBroken() == Locals(); }

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
  // A bit per place that may be other than zero; stale ones go when they are met.
  class Bits {
   public:
    void Reset(size_t lines, size_t places) {
      words_ = (places + 63) / 64;
      bits_.assign(lines * words_, 0);
    }
    void Mark(size_t line, size_t place) { bits_[line * words_ + place / 64] |= uint64_t{1} << (place % 64); }
    // Visits the marked places of a line in order; `visit` says whether the mark stays.
    template <class Visit>
    void ForEach(size_t line, Visit visit) {
      for (size_t word = 0; word < words_; ++word) {
        uint64_t& bits = bits_[line * words_ + word];
        for (uint64_t rest = bits; rest != 0; rest &= rest - 1) {
          const uint32_t place = static_cast<uint32_t>(64 * word) + static_cast<uint32_t>(std::countr_zero(rest));
          if (!visit(place)) bits &= ~(uint64_t{1} << (place % 64));
        }
      }
    }

   private:
    size_t words_ = 0;
    std::vector<uint64_t> bits_;
  };
  void MarkFilled(size_t row, size_t column) {
    in_row_.Mark(row, column);
    in_column_.Mark(column, row);
  }
  // The first cell that is not whole; Locals() when there is none.
  size_t FirstBroken() const;
  void RememberSolution();
  void RestoreSolution();
  void Move(size_t column, double step);
  void Pivot(size_t row, size_t column);
  bool ChooseColumn(size_t row, bool up, bool bland, size_t* column, bool* raise);
  // The first basic cell that stops the free one; fills column_.
  size_t ChooseRow(size_t column, bool raise, bool bland, double* limit);

  bool too_large_ = false;
  bool consistent_ = true;
  std::vector<double> t_;  // [row][column]: basic = constant - sum(t * free)
  Bits in_row_, in_column_;
  std::vector<uint32_t> basic_;  // row -> local
  std::vector<uint32_t> free_;   // column -> local
  std::vector<int32_t> where_;   // local -> row, or ~column
  std::vector<double> value_, lo_, hi_;
  std::vector<double> kept_;
  std::vector<char> is_changed_;
  std::vector<uint32_t> changed_;
  std::vector<std::pair<uint32_t, double>> column_;  // the column of the step at hand: rows and coefficients
  std::vector<uint32_t> filled_;                     // scratch of Pivot
  // The solution as it came from the relations. It is sparse and every step fills it further, but the walks get
  // shorter: after much work it is put back.
  std::vector<uint32_t> first_starts_;  // per row, into first_entries_
  std::vector<std::pair<uint32_t, double>> first_entries_;
  std::vector<uint32_t> first_basic_, first_free_;
  std::vector<char> is_row_other_;  // whether the row is another now
  std::vector<uint32_t> other_rows_, other_columns_;
  uint64_t work_ = 0;  // entries written since; 64 bits also where size_t has fewer, so that all walk alike
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_DISCLOSURE_TABLEAU_H_
