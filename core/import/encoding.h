// Encoding: how the bytes of a file become text, decided from its start, and the streaming decoder to UTF-8.
#ifndef VERZUIM_CORE_IMPORT_ENCODING_H_
#define VERZUIM_CORE_IMPORT_ENCODING_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace verzuim {

enum class Encoding : uint8_t { kUtf8, kUtf8Bom, kWindows1252, kUtf16Le, kUtf16Be };
// "UTF-8", "UTF-8 met BOM", "Windows-1252", "UTF-16LE", "UTF-16BE".
std::string_view WireName(Encoding encoding);

struct EncodingGuess {
  Encoding encoding = Encoding::kUtf8;
  size_t bom_bytes = 0;
  bool certain = true;  // false: UTF-16 recognised by its zero bytes only
};

// A byte order mark decides; else zero bytes in every other place mean UTF-16; else UTF-8, which the decoder
// gives up for Windows-1252 when the first character outside ASCII is no UTF-8.
EncodingGuess GuessEncoding(std::string_view start);

// What a decoder has decided and counted so far.
struct DecoderState {
  Encoding encoding = Encoding::kUtf8;
  bool seen_multibyte = false;  // a valid UTF-8 character outside ASCII was seen: this is UTF-8
  uint64_t misfits = 0;
};

// Turns a file into UTF-8 text, chunk by chunk; any split of the bytes gives the same text. Every byte becomes
// something: a byte that does not fit the encoding is read as Windows-1252 (or U+FFFD in UTF-16) and counted.
class Decoder {
 public:
  explicit Decoder(EncodingGuess guess) : encoding_(guess.encoding), skip_(guess.bom_bytes) {}

  // The text of the next bytes. A view of `bytes` itself where nothing had to change, else of the decoder's own
  // buffer; valid until the next call.
  std::string_view Decode(std::string_view bytes);
  // The text of a character that the end of the file cut off.
  std::string_view Finish();

  // A decoder for bytes further on in the same file, after a line end; and, when such bytes have been decoded by one
  // (taken from this decoder, here or earlier in the file), whether this decoder would have made the same of them.
  Decoder Ahead() const;
  bool Fits(const DecoderState& ahead) const;
  // Goes on as if those bytes had been decoded here. Only when they fit.
  void Append(const DecoderState& ahead);
  DecoderState state() const { return {encoding_, seen_multibyte_, misfits_}; }
  // Whether all bytes so far have become text: none is kept as the beginning of a character.
  bool AtCharacterStart() const { return carry_.empty(); }

  // As far as is known: kUtf8 can still become kWindows1252.
  Encoding encoding() const { return encoding_; }
  // Whether a valid UTF-8 character outside ASCII was seen.
  bool seen_multibyte() const { return seen_multibyte_; }
  // Bytes or code units that did not fit, so far.
  uint64_t misfits() const { return misfits_; }

 private:
  // The text of `bytes`: a view of them where nothing had to change.
  std::string_view DecodeUtf8(std::string_view bytes, bool last);
  void Decode1252(std::string_view bytes);
  void DecodeUtf16(std::string_view bytes);
  void AppendUtf16Unit(uint32_t unit);
  void Append1252(unsigned char byte);

  Encoding encoding_;
  size_t skip_;                  // bytes of the BOM still to be passed over
  bool seen_multibyte_ = false;  // a valid UTF-8 character outside ASCII was seen: this is UTF-8
  std::string carry_;            // the beginning of a character that is not complete yet
  std::string joined_;           // that beginning and what followed
  uint32_t high_surrogate_ = 0;
  uint64_t misfits_ = 0;
  std::string out_;
};

// Character pairs that UTF-8 read as Windows-1252 and written as UTF-8 again leaves behind.
size_t CountDoubleEncoding(std::string_view utf8);
// True when the letters outside ASCII look like those of a DOS code page (850, 437) rather than Windows-1252.
bool LooksLikeDosText(std::string_view bytes);

}  // namespace verzuim

#endif  // VERZUIM_CORE_IMPORT_ENCODING_H_
