// SameBytes: whether two short texts are equal, eight bytes at a time.
//
// The memcmp of a wasm module goes byte by byte; keys and rows are compared millions of times.
// Example  SameBytes("100123", "100123") == true
#ifndef VERZUIM_CORE_BASE_SAME_BYTES_H_
#define VERZUIM_CORE_BASE_SAME_BYTES_H_

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace verzuim {

inline bool SameBytes(const char* a, const char* b, size_t size) {
  uint64_t x, y;
  for (; size >= 8; a += 8, b += 8, size -= 8) {
    std::memcpy(&x, a, 8);
    std::memcpy(&y, b, 8);
    if (x != y) return false;
  }
  for (; size > 0; ++a, ++b, --size) {
    if (*a != *b) return false;
  }
  return true;
}

inline bool SameBytes(std::string_view a, std::string_view b) {
  return a.size() == b.size() && SameBytes(a.data(), b.data(), a.size());
}

}  // namespace verzuim

#endif  // VERZUIM_CORE_BASE_SAME_BYTES_H_
