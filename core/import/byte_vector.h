// ByteVector: some bytes at once, with the few operations that reading text needs; the one place that knows which
// vector instructions a machine has.
//
// ByteVector is AVX2 where the build allows it, else SSE2, else simd128 of WebAssembly, else its own plain twin
// PlainByteVector, with which tests compare it. Code that is to be compared takes the vector as a template argument.
//
// Example  (ByteVector::Load(text).Equals(';') | ByteVector::Load(text).Equals('\n')).Mask()
#ifndef VERZUIM_CORE_IMPORT_BYTE_VECTOR_H_
#define VERZUIM_CORE_IMPORT_BYTE_VECTOR_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#elif defined(__AVX2__)
#include <immintrin.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace verzuim {

// What the vectors below have to equal.
class PlainByteVector {
 public:
  static constexpr size_t kBytes = 16;

  // Reads exactly kBytes bytes, at any address.
  static PlainByteVector Load(const char* from) {
    PlainByteVector out;
    std::memcpy(out.bytes_.data(), from, kBytes);
    return out;
  }
  // All bits of a byte where it is `c`, none elsewhere.
  PlainByteVector Equals(char c) const {
    PlainByteVector out;
    for (size_t i = 0; i < kBytes; ++i) out.bytes_[i] = bytes_[i] == static_cast<uint8_t>(c) ? 0xFF : 0;
    return out;
  }
  friend PlainByteVector operator|(PlainByteVector a, const PlainByteVector& b) {
    for (size_t i = 0; i < kBytes; ++i) a.bytes_[i] |= b.bytes_[i];
    return a;
  }
  // Bit i is the highest bit of byte i: of loaded bytes those outside ASCII.
  uint32_t Mask() const {
    uint32_t mask = 0;
    for (size_t i = 0; i < kBytes; ++i) mask |= static_cast<uint32_t>(bytes_[i] >> 7) << i;
    return mask;
  }

 private:
  std::array<uint8_t, kBytes> bytes_;
};

#if defined(__wasm_simd128__)

class ByteVector {
 public:
  static constexpr size_t kBytes = 16;
  static ByteVector Load(const char* from) { return ByteVector(wasm_v128_load(from)); }
  ByteVector Equals(char c) const { return ByteVector(wasm_i8x16_eq(bytes_, wasm_i8x16_splat(c))); }
  friend ByteVector operator|(ByteVector a, ByteVector b) { return ByteVector(wasm_v128_or(a.bytes_, b.bytes_)); }
  uint32_t Mask() const { return static_cast<uint32_t>(wasm_i8x16_bitmask(bytes_)); }

 private:
  explicit ByteVector(v128_t bytes) : bytes_(bytes) {}
  v128_t bytes_;
};

#elif defined(__AVX2__)

class ByteVector {
 public:
  static constexpr size_t kBytes = 32;
  static ByteVector Load(const char* from) {
    return ByteVector(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(from)));
  }
  ByteVector Equals(char c) const { return ByteVector(_mm256_cmpeq_epi8(bytes_, _mm256_set1_epi8(c))); }
  friend ByteVector operator|(ByteVector a, ByteVector b) { return ByteVector(_mm256_or_si256(a.bytes_, b.bytes_)); }
  uint32_t Mask() const { return static_cast<uint32_t>(_mm256_movemask_epi8(bytes_)); }

 private:
  explicit ByteVector(__m256i bytes) : bytes_(bytes) {}
  __m256i bytes_;
};

#elif defined(__SSE2__)

class ByteVector {
 public:
  static constexpr size_t kBytes = 16;
  static ByteVector Load(const char* from) {
    return ByteVector(_mm_loadu_si128(reinterpret_cast<const __m128i*>(from)));
  }
  ByteVector Equals(char c) const { return ByteVector(_mm_cmpeq_epi8(bytes_, _mm_set1_epi8(c))); }
  friend ByteVector operator|(ByteVector a, ByteVector b) { return ByteVector(_mm_or_si128(a.bytes_, b.bytes_)); }
  uint32_t Mask() const { return static_cast<uint32_t>(_mm_movemask_epi8(bytes_)); }

 private:
  explicit ByteVector(__m128i bytes) : bytes_(bytes) {}
  __m128i bytes_;
};

#else

using ByteVector = PlainByteVector;

#endif

}  // namespace verzuim

#endif  // VERZUIM_CORE_IMPORT_BYTE_VECTOR_H_
