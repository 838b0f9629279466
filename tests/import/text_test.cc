#include "core/import/text.h"

#include <gtest/gtest.h>

namespace verzuim {
namespace {

TEST(TextTest, TrimsWhatNobodySees) {
  EXPECT_EQ(Trim("  100123\t"), "100123");
  EXPECT_EQ(Trim("\xC2\xA0"
                 "12\xC2\xA0"),
            "12");
  EXPECT_EQ(Trim("\xEF\xBB\xBFleerling\xE2\x80\x8B"), "leerling");
  EXPECT_EQ(Trim(" a b "), "a b");
  EXPECT_EQ(Trim("Zo\xC3\xAB"), "Zo\xC3\xAB");
  EXPECT_EQ(Trim(" \xC2\xA0 "), "");
  EXPECT_EQ(Trim(""), "");
}

TEST(TextTest, FoldsNames) {
  EXPECT_EQ(FoldName(" Leerling-ID "), "leerlingid");
  EXPECT_EQ(FoldName("GEBOORTEDAT\xC3\x9AM"), "geboortedatum");
  EXPECT_EQ(FoldName("re\xC3\xABle_code"), "reelecode");
  EXPECT_EQ(FoldName("e\xCC\x88"), "e");  // decomposed
  EXPECT_EQ(FoldName("te_laat"), "telaat");
  EXPECT_EQ(FoldName("\xC3"), "");
}

TEST(TextTest, FoldsToAgreesWithFoldName) {
  EXPECT_TRUE(FoldsTo("Te laat", "telaat"));
  EXPECT_FALSE(FoldsTo("Te laa", "telaat"));
  EXPECT_FALSE(FoldsTo("Te laat!x", "telaat"));
  EXPECT_TRUE(FoldsTo("--", ""));
}

}  // namespace
}  // namespace verzuim
