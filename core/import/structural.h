// Where the structure of a text is: what looks at every byte of a file, sixteen or more at a time.
#ifndef VERZUIM_CORE_IMPORT_STRUCTURAL_H_
#define VERZUIM_CORE_IMPORT_STRUCTURAL_H_

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/import/byte_vector.h"

namespace verzuim {

inline constexpr size_t kBlockBytes = 64;

// Bit i is set when block[i] is the delimiter, a double quote, CR or LF. Reads exactly kBlockBytes bytes.
template <class Vector = ByteVector>
uint64_t StructuralMask(const char* block, char delimiter) {
  uint64_t mask = 0;
  for (size_t part = 0; part < kBlockBytes; part += Vector::kBytes) {
    const Vector bytes = Vector::Load(block + part);
    const Vector found = (bytes.Equals(delimiter) | bytes.Equals('"')) | (bytes.Equals('\n') | bytes.Equals('\r'));
    mask |= static_cast<uint64_t>(found.Mask()) << part;
  }
  return mask;
}

// Number of bytes at the start of `text` that are ASCII. Example  AsciiPrefix("Zo\xC3\xAB") == 2
template <class Vector = ByteVector>
size_t AsciiPrefix(std::string_view text) {
  size_t at = 0;
  for (; at + kBlockBytes <= text.size(); at += kBlockBytes) {
    Vector any = Vector::Load(text.data() + at);
    for (size_t part = Vector::kBytes; part < kBlockBytes; part += Vector::kBytes) {
      any = any | Vector::Load(text.data() + at + part);
    }
    if (any.Mask() != 0) break;
  }
  for (; at + Vector::kBytes <= text.size(); at += Vector::kBytes) {
    const uint32_t mask = Vector::Load(text.data() + at).Mask();
    if (mask != 0) return at + static_cast<size_t>(std::countr_zero(mask));
  }
  while (at < text.size() && static_cast<uint8_t>(text[at]) < 0x80) ++at;
  return at;
}

}  // namespace verzuim

#endif  // VERZUIM_CORE_IMPORT_STRUCTURAL_H_
