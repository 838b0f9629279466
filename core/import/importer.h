// Importer: bytes in, rows out, at any chunk split, with memory that does not grow with the file.
//
// A row number is the physical line on which the record starts: the header counts, a "sep=" line counts, lines inside
// quotes count. Title rows above the header and padding after the last line are no rows.
//
// Feed a file in chunks of any size; once enough of it is seen (at most kSniffBytes, or its end) the importer
// decides encoding, delimiter, header and profile, then tokenizes and hands each row to the sink.
//
// Example
//   Importer importer(sink, /*file=*/0, {});
//   while (Read(buffer)) importer.Push(buffer);
//   importer.Finish();
//   importer.description().profile == "lessen";
#ifndef VERZUIM_CORE_IMPORT_IMPORTER_H_
#define VERZUIM_CORE_IMPORT_IMPORTER_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/problem.h"
#include "core/import/column_choice.h"
#include "core/import/encoding.h"
#include "core/import/part.h"
#include "core/import/tokenizer.h"
#include "core/import/verklaring.h"
#include "core/register/rows.h"

namespace verzuim {

inline constexpr size_t kSniffBytes = 64 * 1024;

struct ImportOptions {
  std::string profile;                     // wire name of a profile to force; empty = recognise it
  std::vector<ColumnChoice> columns = {};  // these go before what the names of the columns say
};

// What the file was found to be, for `inspecteer`, the page and verslag.json.
struct FileDescription {
  Encoding encoding = Encoding::kUtf8;
  char delimiter = 0;                             // ';' ',' '\t' '|'
  uint64_t header_row = 0;                        // 1-based; 0 = no header
  std::vector<std::string> columns;               // as written in the file; "kolom 1"… without a header
  std::vector<std::string> fields;                // per column the canonical field it feeds, empty = not used
  std::vector<std::string> date_formats;          // per column, e.g. "JJJJ-MM-DD"; empty = no date
  std::string profile;                            // "lessen", "krd_absentiemeldingen", …; empty = not recognised
  std::string profile_source;                     // "bevestigd door bron" | "nog niet met echt bestand getest"
  Verklaring verklaring;                          // why it is read so, and what came second
  std::vector<std::vector<std::string>> preview;  // the first rows, BSN and medical columns blanked, at most 20
  uint64_t bytes = 0;
  uint64_t rows = 0;  // data rows read: each was handed to the sink once
};

class Importer {
 public:
  // The sink must outlive the importer. `file` goes into every RowRef.
  Importer(RowSink& sink, uint16_t file, ImportOptions options);
  ~Importer();
  Importer(const Importer&) = delete;
  Importer& operator=(const Importer&) = delete;

  // Takes the next bytes of the file. False once a fatal problem is known (fatal()); further bytes are ignored.
  bool Push(std::string_view bytes);
  // The file has ended. False when a fatal problem is known.
  bool Finish();

  // Whether pieces further on in the file can be read elsewhere: it is a table, in an encoding of single bytes.
  bool Splits() const;
  // Reads a piece of the file that was not pushed, from its first byte to its last, as if a record began there; the
  // importer itself stays as it is. Its row numbers are its own, see PartShift. Only when it splits.
  PartEnd ReadPart(std::string_view bytes, RowSink& sink) const;
  // Whether a piece that ReadPart of an importer of this file has read comes next and would here have been read the
  // same, apart from its row numbers.
  bool Fits(const PartEnd& part) const;
  // By how much the rows of the piece that comes next stand further down than ReadPart numbered them.
  uint32_t PartShift() const;
  // Goes on behind that piece; its rows went to the sink already. Only when it fits.
  void Append(const PartEnd& part);

  const FileDescription& description() const;
  // Why the file as a whole could not be read, if so.
  const std::optional<Problem>& fatal() const;

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_IMPORT_IMPORTER_H_
