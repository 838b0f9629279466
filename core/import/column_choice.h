// ColumnChoice: what a person says that a column means, where its name does not say so or says something else.
//
// Example
//   ImportOptions options;
//   options.profile = "lessen";
//   options.columns = {{"Dag", Field::kDatum}, {"Reden 2", std::nullopt}};
#ifndef VERZUIM_CORE_IMPORT_COLUMN_CHOICE_H_
#define VERZUIM_CORE_IMPORT_COLUMN_CHOICE_H_

#include <optional>
#include <string>

#include "core/import/profile.h"

namespace verzuim {

struct ColumnChoice {
  std::string column;          // the name in the header as it is written there, "kolom 1"… without a header
  std::optional<Field> field;  // nullopt: the column is not used
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_IMPORT_COLUMN_CHOICE_H_
