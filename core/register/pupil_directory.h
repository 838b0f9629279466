// PupilDirectory: all pupils of all files, sorted by key, each with what the leerlingen files say of it.
//
// Several rows about one pupil add up: a second period of enrolment or exemption is a second row. A row that says
// something else about what cannot change (the birth date) is rejected; of klas, leerjaar and onderwijssoort the
// row with the latest enrolment counts.
#ifndef VERZUIM_CORE_REGISTER_PUPIL_DIRECTORY_H_
#define VERZUIM_CORE_REGISTER_PUPIL_DIRECTORY_H_

#include <cstdint>
#include <vector>

#include "core/register/file_register.h"
#include "core/register/pupil.h"

namespace verzuim {

// Where a pupil's records stand: number `local` in file `file`.
struct RecordRef {
  uint16_t file;
  uint32_t local;
};

class PupilDirectory {
 public:
  // `logs` are parallel to `files` and take the rows that are rejected here.
  PupilDirectory(const std::vector<const FileRegister*>& files, std::vector<RowLog>& logs);

  const std::vector<Pupil>& pupils() const { return pupils_; }
  const std::vector<RecordRef>& RecordsOf(size_t pupil) const { return records_[pupil]; }
  // Whether any leerlingen row was read: without one nothing can be missing from the list.
  bool has_list() const { return has_list_; }

 private:
  std::vector<Pupil> pupils_;
  std::vector<std::vector<RecordRef>> records_;
  bool has_list_ = false;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_REGISTER_PUPIL_DIRECTORY_H_
