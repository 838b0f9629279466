// Sha256: the fingerprint of bytes (FIPS 180-4), fed in pieces of any size.
//
// It lives here and not in the host because the page's worker may have no crypto.subtle, and because
// verslag.json must show the same fingerprint whoever runs the module.
//
// Example
//   Sha256 h;
//   h.Update("abc");
//   h.HexDigest() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
#ifndef VERZUIM_CORE_BASE_SHA256_H_
#define VERZUIM_CORE_BASE_SHA256_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace verzuim {

class Sha256 {
 public:
  void Update(std::string_view bytes);
  // The digest of everything so far, as 64 lower-case hex digits. More may be added afterwards.
  std::string HexDigest() const;

 private:
  void Compress(const unsigned char* block);

  std::array<uint32_t, 8> state_ = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                    0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<unsigned char, 64> block_{};
  uint64_t length_ = 0;  // bytes so far
};

// The digest of one piece.
std::string Sha256Hex(std::string_view bytes);

}  // namespace verzuim

#endif  // VERZUIM_CORE_BASE_SHA256_H_
