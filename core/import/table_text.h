// TableText: records with named values to the text of a table, so that what is not a table goes the same way as what
// is.
//
// A web service or a pupil list answers records: nested, in any order, with values left out. Here they become a
// header and one line per record. The header is fixed once enough records are seen; line 1 is the header, line n + 1
// the nth record.
#ifndef VERZUIM_CORE_IMPORT_TABLE_TEXT_H_
#define VERZUIM_CORE_IMPORT_TABLE_TEXT_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace verzuim {

struct NamedValue {
  std::string name;  // "leerling.leerlingnummer"
  std::string value;
};

class TableText {
 public:
  static constexpr char kDelimiter = ';';

  // A record; of a name given twice the last value stands.
  void Add(const std::vector<NamedValue>& record);
  // Whether enough is seen to know the columns: which records those are does not depend on how the file comes in.
  bool Sampled() const { return sampled_bytes_ >= kSampleBytes; }
  // The header and the records it rests on; from now on the columns are fixed. A value under a name that came too late is
  // left out, as any column that no profile knows; when a profile does know it, the line gets a cell too many, and is
  // rejected for that rather than read without it.
  std::string Start();
  // The lines of the records since.
  std::string Take();
  size_t records() const { return records_; }

 private:
  static constexpr size_t kSampleBytes = 64 * 1024;

  size_t ColumnOf(const std::string& name);
  void Write(const std::vector<NamedValue>& record);

  std::vector<std::string> names_;
  std::unordered_map<std::string, size_t> columns_;
  std::vector<std::vector<NamedValue>> sample_;
  std::vector<std::vector<NamedValue>> waiting_;  // came between the sample and Start
  size_t sampled_bytes_ = 0;
  size_t records_ = 0;
  bool started_ = false;
  std::vector<std::string_view> cells_;
  std::string text_;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_IMPORT_TABLE_TEXT_H_
