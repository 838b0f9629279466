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
  if (size >= 8) {
    for (size_t at = 0; at + 8 < size; at += 8) {
      std::memcpy(&x, a + at, 8);
      std::memcpy(&y, b + at, 8);
      if (x != y) return false;
    }
    // The last eight, some of them perhaps for the second time.
    std::memcpy(&x, a + size - 8, 8);
    std::memcpy(&y, b + size - 8, 8);
    return x == y;
  }
  if (size >= 4) {
    uint32_t first, other_first, last, other_last;
    std::memcpy(&first, a, 4);
    std::memcpy(&other_first, b, 4);
    std::memcpy(&last, a + size - 4, 4);
    std::memcpy(&other_last, b + size - 4, 4);
    return ((first ^ other_first) | (last ^ other_last)) == 0;
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
