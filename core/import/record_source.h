// RecordSource: a text that holds records without being a table, read in chunks to the text of a table (TableText).
#ifndef VERZUIM_CORE_IMPORT_RECORD_SOURCE_H_
#define VERZUIM_CORE_IMPORT_RECORD_SOURCE_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "core/import/table_text.h"

namespace verzuim {

// One record with all its values; a larger one ends the reading, so that memory stays bounded.
inline constexpr size_t kMaxRecordValuesBytes = 4 * 1024 * 1024;

class RecordSource {
 public:
  virtual ~RecordSource() = default;
  // False once the text is not what it should be; error() then says what and where.
  virtual bool Push(std::string_view text) = 0;
  virtual bool Finish() = 0;
  virtual const std::string& error() const = 0;  // Dutch
  TableText& table() { return table_; }

 protected:
  TableText table_;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_IMPORT_RECORD_SOURCE_H_
