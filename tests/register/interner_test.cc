#include "core/register/interner.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>

namespace verzuim {
namespace {

TEST(InternerTest, NumbersTextsInOrderOfAppearance) {
  Interner texts;
  EXPECT_EQ(texts.Intern("b"), 0u);
  EXPECT_EQ(texts.Intern(""), 1u);
  EXPECT_EQ(texts.Intern("b"), 0u);
  EXPECT_EQ(texts[1], "");
  EXPECT_EQ(texts.Find("b"), 0u);
  EXPECT_EQ(texts.Find("c"), std::nullopt);
  EXPECT_EQ(texts.size(), 2u);
}

// Beside a map, with texts of every length around the eight bytes that are compared at once.
TEST(InternerTest, AgreesWithAMap) {
  std::mt19937 random(3);
  Interner texts;
  std::map<std::string, uint32_t> expected;
  for (int i = 0; i < 20000; ++i) {
    std::string text(random() % 26, 'x');
    for (char& c : text) c = "ab\0\xFF"[random() % 4];
    const auto [at, added] = expected.try_emplace(text, static_cast<uint32_t>(expected.size()));
    EXPECT_EQ(texts.Find(text).has_value(), !added);
    ASSERT_EQ(texts.Intern(text), at->second);
    ASSERT_EQ(texts[at->second], text);
  }
  EXPECT_EQ(texts.size(), expected.size());
  // A copy stands on its own.
  const Interner copy = texts;
  texts = Interner();
  for (const auto& [text, id] : expected) EXPECT_EQ(copy.Find(text), id);
}

}  // namespace
}  // namespace verzuim
