#include "core/base/same_bytes.h"

#include <gtest/gtest.h>

#include <string>

namespace verzuim {
namespace {

TEST(SameBytes, EveryByteOfEveryLengthCounts) {
  for (size_t size = 0; size < 40; ++size) {
    const std::string text(size, 'a');
    EXPECT_TRUE(SameBytes(text, std::string(size, 'a')));
    EXPECT_FALSE(SameBytes(text, text + "a"));
    for (size_t at = 0; at < size; ++at) {
      std::string other = text;
      other[at] = 'b';
      EXPECT_FALSE(SameBytes(text, other)) << size << " " << at;
    }
  }
}

}  // namespace
}  // namespace verzuim
