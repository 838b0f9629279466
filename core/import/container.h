// Container: files that are no CSV, recognised by their first bytes, so that the advice can be exact.
#ifndef VERZUIM_CORE_IMPORT_CONTAINER_H_
#define VERZUIM_CORE_IMPORT_CONTAINER_H_

#include <optional>
#include <string_view>

#include "core/base/problem.h"
#include "core/import/profile.h"

namespace verzuim {

// `start` is the first kSniffBytes of the file (or all of it). kUnsupportedContainer for a spreadsheet, web page,
// PDF or archive, kEmptyFile for nothing but white space; nullopt when it may be text.
std::optional<Problem> RefuseContainer(std::string_view start);

// What the decoded text is: a table when it is neither JSON nor an EDEXML list.
Container ContainerOf(std::string_view text);

// kBinaryFile when the decoded text (UTF-8) holds more control characters than a damaged text would.
std::optional<Problem> RefuseBinary(std::string_view text);

}  // namespace verzuim

#endif  // VERZUIM_CORE_IMPORT_CONTAINER_H_
