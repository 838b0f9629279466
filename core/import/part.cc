#include "core/import/part.h"

namespace verzuim {
namespace {

void WriteFormat(ByteWriter& out, std::optional<DateFormat> format) {
  out.U8(format ? static_cast<uint8_t>(static_cast<uint8_t>(*format) + 1) : 0);
}
std::optional<DateFormat> ReadFormat(ByteReader& in) {
  const uint8_t value = in.U8();
  if (!in.Expect(value <= kDateFormats) || value == 0) return std::nullopt;
  return static_cast<DateFormat>(value - 1);
}

}  // namespace

void Write(ByteWriter& out, const PartEnd& end) {
  out.U64(end.bytes);
  out.U64(end.rows);
  out.U64(end.lines);
  out.U8(end.at_record ? 1 : 0);
  out.U8(static_cast<uint8_t>(end.decoder.encoding));
  out.U8(end.decoder.seen_multibyte ? 1 : 0);
  out.U64(end.decoder.misfits);
  for (const PartDates& dates : end.dates) {
    WriteFormat(out, dates.before);
    WriteFormat(out, dates.after);
  }
}

PartEnd ReadPartEnd(ByteReader& in) {
  PartEnd end;
  end.bytes = in.U64();
  end.rows = in.U64();
  end.lines = in.U64();
  const uint8_t at_record = in.U8();
  const uint8_t encoding = in.U8();
  const uint8_t seen_multibyte = in.U8();
  in.Expect(at_record <= 1 && encoding <= static_cast<uint8_t>(Encoding::kUtf16Be) && seen_multibyte <= 1);
  end.decoder.misfits = in.U64();
  for (PartDates& dates : end.dates) {
    dates.before = ReadFormat(in);
    dates.after = ReadFormat(in);
  }
  if (in.failed()) return {};
  end.at_record = at_record == 1;
  end.decoder.encoding = static_cast<Encoding>(encoding);
  end.decoder.seen_multibyte = seen_multibyte == 1;
  return end;
}

}  // namespace verzuim
