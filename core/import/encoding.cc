#include "core/import/encoding.h"

#include <algorithm>

#include "core/import/structural.h"
#include "core/import/utf8.h"

namespace verzuim {
namespace {

using std::string_view_literals::operator""sv;

constexpr uint8_t Byte(char c) {
  return static_cast<uint8_t>(c);
}

// Windows-1252, 0x80..0x9F; the five bytes without a meaning stand for the control character of the same number.
constexpr uint16_t kHigh1252[32] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                    0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

enum class Utf8 : uint8_t { kValid, kInvalid, kIncomplete };

// The character at the start of `text`, whose first byte is not ASCII. *size is its length when valid. Overlong
// forms, surrogates and numbers above U+10FFFF are invalid.
Utf8 CheckUtf8(std::string_view text, size_t* size) {
  const uint8_t lead = Byte(text[0]);
  if (lead < 0xC2 || lead > 0xF4) return Utf8::kInvalid;
  const size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  uint8_t low = 0x80;
  uint8_t high = 0xBF;
  if (lead == 0xE0) low = 0xA0;
  if (lead == 0xED) high = 0x9F;
  if (lead == 0xF0) low = 0x90;
  if (lead == 0xF4) high = 0x8F;
  for (size_t i = 1; i < length; ++i) {
    if (i >= text.size()) return Utf8::kIncomplete;
    const uint8_t byte = Byte(text[i]);
    if (byte < low || byte > high) return Utf8::kInvalid;
    low = 0x80;
    high = 0xBF;
  }
  *size = length;
  return Utf8::kValid;
}

}  // namespace

std::string_view WireName(Encoding encoding) {
  switch (encoding) {
    case Encoding::kUtf8:
      return "UTF-8";
    case Encoding::kUtf8Bom:
      return "UTF-8 met BOM";
    case Encoding::kWindows1252:
      return "Windows-1252";
    case Encoding::kUtf16Le:
      return "UTF-16LE";
    case Encoding::kUtf16Be:
      return "UTF-16BE";
  }
  return "";
}

EncodingGuess GuessEncoding(std::string_view start) {
  if (start.substr(0, 3) == "\xEF\xBB\xBF"sv) return {Encoding::kUtf8Bom, 3, true};
  if (start.substr(0, 2) == "\xFF\xFE"sv) return {Encoding::kUtf16Le, 2, true};
  if (start.substr(0, 2) == "\xFE\xFF"sv) return {Encoding::kUtf16Be, 2, true};
  size_t zeros[2] = {0, 0};
  for (size_t i = 0; i < start.size(); ++i) zeros[i & 1] += start[i] == '\0' ? 1 : 0;
  const size_t half = start.size() / 2;
  // ASCII in UTF-16 has a zero in every other byte and hardly any in between.
  if (zeros[1] * 10 > half * 3 && zeros[0] * 10 < half) return {Encoding::kUtf16Le, 0, false};
  if (zeros[0] * 10 > half * 3 && zeros[1] * 10 < half) return {Encoding::kUtf16Be, 0, false};
  return {};
}

std::string_view Decoder::Decode(std::string_view bytes) {
  const size_t skip = std::min(skip_, bytes.size());
  bytes.remove_prefix(skip);
  skip_ -= skip;
  const bool utf16 = encoding_ == Encoding::kUtf16Le || encoding_ == Encoding::kUtf16Be;
  out_.clear();
  if (utf16) {
    DecodeUtf16(bytes);
    return out_;
  }
  if (encoding_ == Encoding::kWindows1252) {
    if (AsciiPrefix(bytes) == bytes.size()) return bytes;
    Decode1252(bytes);
    return out_;
  }
  if (carry_.empty()) return DecodeUtf8(bytes, false);
  joined_ = std::move(carry_);
  joined_.append(bytes);
  carry_.clear();
  return DecodeUtf8(joined_, false);
}

std::string_view Decoder::Finish() {
  out_.clear();
  joined_ = std::move(carry_);
  carry_.clear();
  if (encoding_ == Encoding::kUtf16Le || encoding_ == Encoding::kUtf16Be) {
    if (high_surrogate_ != 0 || !joined_.empty()) {
      high_surrogate_ = 0;
      ++misfits_;
      AppendUtf8(0xFFFD, out_);
    }
    return out_;
  }
  return DecodeUtf8(joined_, true);
}

Decoder Decoder::Ahead() const {
  Decoder ahead({encoding_, 0, true});
  ahead.seen_multibyte_ = seen_multibyte_;
  return ahead;
}

bool Decoder::Fits(const DecoderState& ahead) const {
  if (encoding_ == Encoding::kUtf8) return !seen_multibyte_ || ahead.encoding == Encoding::kUtf8;
  // Windows-1252 that was not known as such yet: plain ASCII is the same in both.
  const bool ascii = ahead.encoding == Encoding::kUtf8 && !ahead.seen_multibyte;
  return ahead.encoding == encoding_ || (encoding_ == Encoding::kWindows1252 && ascii);
}

void Decoder::Append(const DecoderState& ahead) {
  if (encoding_ == Encoding::kUtf8) encoding_ = ahead.encoding;
  seen_multibyte_ = seen_multibyte_ || ahead.seen_multibyte;
  misfits_ += ahead.misfits;
}

std::string_view Decoder::DecodeUtf8(std::string_view bytes, bool last) {
  size_t from = 0;  // behind the last byte that had to change
  size_t i = 0;
  while (i < bytes.size()) {
    i += AsciiPrefix(bytes.substr(i));
    if (i >= bytes.size()) break;
    size_t size = 0;
    const Utf8 check = CheckUtf8(bytes.substr(i), &size);
    if (check == Utf8::kValid) {
      seen_multibyte_ = true;
      i += size;
      continue;
    }
    if (check == Utf8::kIncomplete && !last) {
      carry_.assign(bytes.substr(i));
      bytes = bytes.substr(0, i);
      break;
    }
    out_.append(bytes.substr(from, i - from));
    if (!seen_multibyte_ && encoding_ == Encoding::kUtf8) {
      encoding_ = Encoding::kWindows1252;
      Decode1252(bytes.substr(i));
      return out_;
    }
    ++misfits_;
    Append1252(Byte(bytes[i]));
    from = ++i;
  }
  if (from == 0) return bytes;
  out_.append(bytes.substr(from));
  return out_;
}

void Decoder::Append1252(unsigned char byte) {
  AppendUtf8(byte >= 0x80 && byte < 0xA0 ? kHigh1252[byte - 0x80] : byte, out_);
}

void Decoder::Decode1252(std::string_view bytes) {
  for (;;) {
    const size_t ascii = AsciiPrefix(bytes);
    out_.append(bytes.substr(0, ascii));
    if (ascii == bytes.size()) return;
    const uint8_t byte = Byte(bytes[ascii]);
    bytes.remove_prefix(ascii + 1);
    if (byte == 0x81 || byte == 0x8D || byte == 0x8F || byte == 0x90 || byte == 0x9D) ++misfits_;
    Append1252(byte);
  }
}

void Decoder::DecodeUtf16(std::string_view bytes) {
  size_t i = 0;
  const auto unit = [this](char first, char second) -> uint32_t {
    return encoding_ == Encoding::kUtf16Le ? Byte(first) | (Byte(second) << 8) : (Byte(first) << 8) | Byte(second);
  };
  if (!carry_.empty() && !bytes.empty()) {
    AppendUtf16Unit(unit(carry_[0], bytes[0]));
    carry_.clear();
    i = 1;
  }
  for (; i + 1 < bytes.size(); i += 2) AppendUtf16Unit(unit(bytes[i], bytes[i + 1]));
  if (i < bytes.size()) carry_.assign(1, bytes[i]);
}

void Decoder::AppendUtf16Unit(uint32_t unit) {
  const bool low = unit >= 0xDC00 && unit <= 0xDFFF;
  if (high_surrogate_ != 0) {
    const uint32_t high = high_surrogate_;
    high_surrogate_ = 0;
    if (low) {
      AppendUtf8(0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00), out_);
      return;
    }
    ++misfits_;
    AppendUtf8(0xFFFD, out_);
  }
  if (unit >= 0xD800 && unit <= 0xDBFF) {
    high_surrogate_ = unit;
  } else if (low) {
    ++misfits_;
    AppendUtf8(0xFFFD, out_);
  } else {
    AppendUtf8(unit, out_);
  }
}

size_t CountDoubleEncoding(std::string_view utf8) {
  size_t count = 0;
  for (size_t i = 0; i + 3 < utf8.size(); ++i) {
    const std::string_view four = utf8.substr(i, 4);
    // U+00C3 before a character of U+0080..U+00BF, or U+00E2 U+20AC, the start of a curly quote.
    const bool letter = four[0] == '\xC3' && four[1] == '\x83' && four[2] == '\xC2';
    const bool quote = four == "\xC3\xA2\xE2\x82"sv;
    if (letter || quote) ++count;
  }
  return count;
}

bool LooksLikeDosText(std::string_view bytes) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  size_t dos = 0;
  size_t windows = 0;
  for (size_t i = 1; i + 1 < bytes.size(); ++i) {
    const uint8_t byte = Byte(bytes[i]);
    if (byte < 0x80 || !letter(bytes[i - 1]) || !letter(bytes[i + 1])) continue;
    // Between letters: u-umlaut, e-acute, a-umlaut, e-diaeresis, i-diaeresis and o-umlaut of code page 850.
    constexpr std::string_view kDosLetters = "\x81\x82\x84\x89\x8B\x94";
    if (kDosLetters.find(bytes[i]) != std::string_view::npos) ++dos;
    if (byte >= 0xC0) ++windows;
  }
  return dos > windows;
}

}  // namespace verzuim
