#include "core/session/part_reader.h"

#include "core/base/bytes.h"

namespace verzuim {
namespace {

// "VZKD" and the version of the form: both sides are of one build, so another form is a mistake, not an older one.
constexpr uint32_t kMagic = 0x444b5a56;
constexpr uint16_t kForm = 1;

}  // namespace

PartReader::PartReader(std::string_view start, const ImportOptions& options) : importer_(start_rows_, 0, options) {
  importer_.Push(start.substr(0, kSniffBytes));
}

std::string PartReader::Read(std::string_view bytes) const {
  if (!importer_.Splits()) return {};
  FileRegister rows;
  const PartEnd end = importer_.ReadPart(bytes, rows);
  ByteWriter out;
  out.U32(kMagic);
  out.U16(kForm);
  Write(out, end);
  rows.Write(out);
  return out.bytes();
}

std::optional<PartEnd> ReadPartBytes(std::string_view part, FileRegister& rows) {
  ByteReader in(part);
  if (in.U32() != kMagic || in.U16() != kForm) return std::nullopt;
  const PartEnd end = ReadPartEnd(in);
  if (in.failed() || !rows.Read(in) || !in.AtEnd()) return std::nullopt;
  return end;
}

}  // namespace verzuim
