#include "core/base/sha256.h"

#include <gtest/gtest.h>

namespace verzuim {
namespace {

// The examples of FIPS 180-4 (NIST): empty, one block, two blocks, a million letters.
TEST(Sha256, PublishedExamples) {
  EXPECT_EQ(Sha256Hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(Sha256Hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(Sha256Hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(Sha256Hex(std::string(1000000, 'a')), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, SplittingTheBytesDoesNotMatter) {
  std::string bytes;
  for (int i = 0; i < 300; ++i) bytes.push_back(static_cast<char>(i * 7));
  const std::string whole = Sha256Hex(bytes);
  for (size_t split = 0; split <= bytes.size(); ++split) {
    Sha256 hash;
    hash.Update(std::string_view(bytes).substr(0, split));
    hash.Update(std::string_view(bytes).substr(split));
    ASSERT_EQ(hash.HexDigest(), whole) << split;
  }
}

}  // namespace
}  // namespace verzuim
