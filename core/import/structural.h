// Where the structure of a CSV text is: the one place that looks at every byte, and the seam for faster machines.
#ifndef VERZUIM_CORE_IMPORT_STRUCTURAL_H_
#define VERZUIM_CORE_IMPORT_STRUCTURAL_H_

#include <cstddef>
#include <cstdint>

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace verzuim {

inline constexpr size_t kBlockBytes = 64;

// Bit i is set when block[i] is the delimiter, a double quote, CR or LF. Reads exactly kBlockBytes bytes.
// The plain twin: what the vector code below has to equal, and what runs where there is none.
constexpr uint64_t StructuralMaskPlain(const char* block, char delimiter) {
  uint64_t mask = 0;
  for (size_t i = 0; i < kBlockBytes; ++i) {
    const char c = block[i];
    mask |= static_cast<uint64_t>((c == delimiter) | (c == '"') | (c == '\n') | (c == '\r')) << i;
  }
  return mask;
}

#if defined(__wasm_simd128__)

inline uint64_t StructuralMask(const char* block, char delimiter) {
  uint64_t mask = 0;
  for (size_t part = 0; part < kBlockBytes; part += 16) {
    const v128_t bytes = wasm_v128_load(block + part);
    const v128_t cell =
        wasm_v128_or(wasm_i8x16_eq(bytes, wasm_i8x16_splat(delimiter)), wasm_i8x16_eq(bytes, wasm_i8x16_splat('"')));
    const v128_t line =
        wasm_v128_or(wasm_i8x16_eq(bytes, wasm_i8x16_splat('\n')), wasm_i8x16_eq(bytes, wasm_i8x16_splat('\r')));
    mask |= static_cast<uint64_t>(wasm_i8x16_bitmask(wasm_v128_or(cell, line))) << part;
  }
  return mask;
}

#elif defined(__SSE2__)

inline uint64_t StructuralMask(const char* block, char delimiter) {
  uint64_t mask = 0;
  for (size_t part = 0; part < kBlockBytes; part += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(block + part));
    const __m128i cell =
        _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(delimiter)), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')));
    const __m128i line =
        _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('\n')), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\r')));
    mask |= static_cast<uint64_t>(static_cast<uint32_t>(_mm_movemask_epi8(_mm_or_si128(cell, line)))) << part;
  }
  return mask;
}

#else

inline uint64_t StructuralMask(const char* block, char delimiter) {
  return StructuralMaskPlain(block, delimiter);
}

#endif

}  // namespace verzuim

#endif  // VERZUIM_CORE_IMPORT_STRUCTURAL_H_
