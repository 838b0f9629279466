// PartReader: reads pieces of a file for a session elsewhere (another worker), and answers each as bytes.
//
// The session decides what it takes: Session::AddPart has the same outcome as Session::Push of the piece itself, or
// answers false and changes nothing. So a reader of pieces can be wrong about where a record begins without harm.
//
// Example
//   PartReader reader(start_of_the_file, options);              // in a worker
//   const std::string part = reader.Read(piece);                // the piece begins behind a line end
//   if (!session.AddPart(part)) session.PushAgain(piece);       // in the session, when all before it is read
#ifndef VERZUIM_CORE_SESSION_PART_READER_H_
#define VERZUIM_CORE_SESSION_PART_READER_H_

#include <optional>
#include <string>
#include <string_view>

#include "core/import/importer.h"
#include "core/register/file_register.h"

namespace verzuim {

class PartReader {
 public:
  // `start`: the first bytes of the file, kSniffBytes of them or more. The options as for the session's Begin.
  PartReader(std::string_view start, const ImportOptions& options);
  // What stands in a piece of the file; empty when such a file cannot be read in pieces.
  std::string Read(std::string_view bytes) const;

 private:
  FileRegister start_rows_;  // never looked at
  Importer importer_;
};

// Reads what PartReader::Read made: its rows go into `rows`, which must be empty. nullopt when it is something else.
std::optional<PartEnd> ReadPartBytes(std::string_view part, FileRegister& rows);

}  // namespace verzuim

#endif  // VERZUIM_CORE_SESSION_PART_READER_H_
