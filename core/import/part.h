// Part: a piece of a table that another reader reads, while this one has not come that far.
//
// A table can be read in pieces by several readers at once: each begins where a record seems to begin, in the state
// the file had after its first kSniffBytes. Whether that was right shows when everything before the piece is read:
// Importer::Fits says it, from where the readers stood and what they decided. Nothing is guessed: a piece that does
// not fit is read again, in its turn.
#ifndef VERZUIM_CORE_IMPORT_PART_H_
#define VERZUIM_CORE_IMPORT_PART_H_

#include <array>
#include <cstdint>
#include <optional>

#include "core/base/bytes.h"
#include "core/import/date_format.h"
#include "core/import/encoding.h"
#include "core/import/profile.h"

namespace verzuim {

// How a column of dates was read in a part.
struct PartDates {
  std::optional<DateFormat> before, after;
};

// What a part leaves for the reader of the parts before it, besides its rows.
struct PartEnd {
  uint64_t bytes = 0;
  uint64_t rows = 0;
  uint64_t lines = 0;      // physical lines
  bool at_record = false;  // it ends where a record ends
  DecoderState decoder;
  std::array<PartDates, kFields> dates;
};

void Write(ByteWriter& out, const PartEnd& end);
// Fails `in` when the bytes are no such thing.
PartEnd ReadPartEnd(ByteReader& in);

}  // namespace verzuim

#endif  // VERZUIM_CORE_IMPORT_PART_H_
