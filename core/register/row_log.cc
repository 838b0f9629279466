#include "core/register/row_log.h"

namespace verzuim {

void RowLog::Add(ProblemCode code, uint32_t row, uint32_t rows, std::string_view column, std::string_view detail,
                 bool was_used) {
  entries_.push_back({code, row, rows, texts_.Intern(column), texts_.Intern(detail)});
  if (SeverityOf(code) != Severity::kRejected) return;
  rejected_ += rows;
  rejected_per_code_[code] += rows;
  if (was_used) used_ -= rows;
}

}  // namespace verzuim
