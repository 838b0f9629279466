// ByteWriter and ByteReader: values to bytes and back, for what one worker hands to another.
//
// Numbers are little-endian and of fixed width; a text is its length and its bytes. A reader never reads past its
// end: the first read that would makes it `failed`, and everything after that answers zero or nothing.
//
// Example
//   ByteWriter out;
//   out.U32(7);
//   out.Text("lessen");
//   ByteReader in(out.bytes());
//   in.U32() == 7 && in.Text() == "lessen" && in.AtEnd();
#ifndef VERZUIM_CORE_BASE_BYTES_H_
#define VERZUIM_CORE_BASE_BYTES_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace verzuim {

class ByteWriter {
 public:
  void U8(uint8_t value) { Number(value, 1); }
  void U16(uint16_t value) { Number(value, 2); }
  void U32(uint32_t value) { Number(value, 4); }
  void U64(uint64_t value) { Number(value, 8); }
  void Text(std::string_view text) {
    U32(static_cast<uint32_t>(text.size()));
    bytes_.append(text);
  }

  const std::string& bytes() const { return bytes_; }

 private:
  void Number(uint64_t value, size_t width) {
    char out[8];
    for (size_t i = 0; i < width; ++i) out[i] = static_cast<char>(value >> (8 * i));
    bytes_.append(out, width);
  }

  std::string bytes_;
};

class ByteReader {
 public:
  // `bytes` must outlive the reader and the texts it answers.
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  uint8_t U8() { return static_cast<uint8_t>(Number(1)); }
  uint16_t U16() { return static_cast<uint16_t>(Number(2)); }
  uint32_t U32() { return static_cast<uint32_t>(Number(4)); }
  uint64_t U64() { return Number(8); }
  std::string_view Text() {
    const uint32_t size = U32();
    return Take(size);
  }
  // A number of items that take at least `bytes_each` bytes: never more than can still follow.
  uint32_t Count(size_t bytes_each) {
    const uint32_t count = U32();
    if (count > bytes_.size() / bytes_each) Fail();
    return failed_ ? 0 : count;
  }
  // For what the caller finds wrong with a value.
  void Fail() {
    failed_ = true;
    bytes_ = {};
  }
  // Fails unless `good`; answers `good`.
  bool Expect(bool good) {
    if (!good) Fail();
    return good;
  }

  bool failed() const { return failed_; }
  bool AtEnd() const { return !failed_ && bytes_.empty(); }

 private:
  std::string_view Take(size_t size) {
    if (!Expect(size <= bytes_.size())) return {};
    const std::string_view taken = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return taken;
  }
  uint64_t Number(size_t width) {
    const std::string_view taken = Take(width);
    uint64_t value = 0;
    for (size_t i = 0; i < taken.size(); ++i) value |= uint64_t{static_cast<unsigned char>(taken[i])} << (8 * i);
    return value;
  }

  std::string_view bytes_;
  bool failed_ = false;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_BASE_BYTES_H_
