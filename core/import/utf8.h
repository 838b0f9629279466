// AppendUtf8: one character to text.
#ifndef VERZUIM_CORE_IMPORT_UTF8_H_
#define VERZUIM_CORE_IMPORT_UTF8_H_

#include <cstdint>
#include <string>

namespace verzuim {

// `code` must be a character of Unicode: at most 0x10FFFF and no surrogate.
// Example  AppendUtf8(0xE9, out)  adds "é"
inline void AppendUtf8(uint32_t code, std::string& out) {
  const auto put = [&out](uint32_t byte) { out.push_back(static_cast<char>(byte)); };
  const auto follow = [&put, code](int shift) { put(0x80 | ((code >> shift) & 0x3F)); };
  if (code < 0x80) return put(code);
  if (code < 0x800) {
    put(0xC0 | (code >> 6));
    return follow(0);
  }
  if (code < 0x10000) {
    put(0xE0 | (code >> 12));
  } else {
    put(0xF0 | (code >> 18));
    follow(12);
  }
  follow(6);
  follow(0);
}

}  // namespace verzuim

#endif  // VERZUIM_CORE_IMPORT_UTF8_H_
