// The tables of tests/disclosure/tables, as text.
#ifndef VERZUIM_TESTS_DISCLOSURE_TABLE_FILES_H_
#define VERZUIM_TESTS_DISCLOSURE_TABLE_FILES_H_

#include <string>

namespace verzuim {

struct TableFiles {
  std::string table;
  std::string hierarchy;  // empty when the table has none
};
TableFiles ReadTableFiles(const std::string& name);

}  // namespace verzuim

#endif  // VERZUIM_TESTS_DISCLOSURE_TABLE_FILES_H_
