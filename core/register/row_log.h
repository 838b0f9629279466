// RowLog: what became of the rows of one file: every rejected or doubtful row, and the sums.
//
// The sums are the promise of this project: rows read = rows used + rows rejected, always.
#ifndef VERZUIM_CORE_REGISTER_ROW_LOG_H_
#define VERZUIM_CORE_REGISTER_ROW_LOG_H_

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/problem.h"
#include "core/register/interner.h"
#include "core/register/rows.h"

namespace verzuim {

class RowLog {
 public:
  // One entry; `rows` is how many rows it speaks of (more than one only where a whole day of one pupil falls
  // away and its rows do not stand together; `row` is then the first of them). 0 rows: about the file.
  struct Entry {
    ProblemCode code;
    uint32_t row;
    uint32_t rows;
    uint32_t column;  // into texts()
    uint32_t detail;  // into texts()
  };

  // A row that was read and handed over for use.
  void CountUsed(uint64_t rows = 1) { used_ += rows; }
  // Writes a remark. A rejected code also moves `rows` rows from used (when `was_used`) to rejected.
  void Add(ProblemCode code, uint32_t row, uint32_t rows, std::string_view column, std::string_view detail,
           bool was_used);

  uint64_t used() const { return used_; }
  uint64_t rejected() const { return rejected_; }
  const std::map<ProblemCode, uint64_t>& rejected_per_code() const { return rejected_per_code_; }
  const std::vector<Entry>& entries() const { return entries_; }
  std::string_view Text(uint32_t id) const { return texts_[id]; }

 private:
  uint64_t used_ = 0;
  uint64_t rejected_ = 0;
  std::map<ProblemCode, uint64_t> rejected_per_code_;
  std::vector<Entry> entries_;
  Interner texts_;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_REGISTER_ROW_LOG_H_
