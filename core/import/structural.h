// Where the structure of a CSV text is: the one place that looks at every byte, and the seam for faster machines.
#ifndef VERZUIM_CORE_IMPORT_STRUCTURAL_H_
#define VERZUIM_CORE_IMPORT_STRUCTURAL_H_

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace verzuim {

inline constexpr size_t kBlockBytes = 64;

// Bit i is set when block[i] is the delimiter, a double quote, CR or LF. Reads exactly kBlockBytes bytes.
// Plain loops that compilers turn into vector code; the result is the same everywhere.
inline uint64_t StructuralMask(const char* block, char delimiter) {
  static_assert(std::endian::native == std::endian::little, "byte i of a word must be bits 8i to 8i+7");
  uint8_t hit[kBlockBytes];
  for (size_t i = 0; i < kBlockBytes; ++i) {
    const char c = block[i];
    hit[i] = static_cast<uint8_t>((c == delimiter) | (c == '"') | (c == '\n') | (c == '\r'));
  }
  uint64_t mask = 0;
  for (size_t word_index = 0; word_index < kBlockBytes / 8; ++word_index) {
    uint64_t word;
    std::memcpy(&word, hit + 8 * word_index, 8);
    // Gathers the low bit of each byte: byte i, times 2^(56 - 7i), lands on bit 56 + i.
    mask |= ((word * 0x0102040810204080u) >> 56) << (8 * word_index);
  }
  return mask;
}

}  // namespace verzuim

#endif  // VERZUIM_CORE_IMPORT_STRUCTURAL_H_
