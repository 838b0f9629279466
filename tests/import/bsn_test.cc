#include "core/import/bsn.h"

#include <gtest/gtest.h>

namespace verzuim {
namespace {

TEST(BsnTest, Elfproef) {
  EXPECT_TRUE(LooksLikeBsn("111222333"));
  EXPECT_TRUE(LooksLikeBsn("123456782"));
  EXPECT_FALSE(LooksLikeBsn("123456789"));
  EXPECT_FALSE(LooksLikeBsn("000000000"));
  EXPECT_FALSE(LooksLikeBsn("11122233"));
  EXPECT_FALSE(LooksLikeBsn("1112223334"));
  EXPECT_FALSE(LooksLikeBsn("11122233x"));
}

TEST(BsnTest, Names) {
  for (const char* name : {"BSN", "bsn_leerling", "Burgerservicenummer", "#BURGERSERVICENUMMER", "BSN/onderwijsnr",
                           "leerling bsn", "Sofi-nummer", "PGN"}) {
    EXPECT_TRUE(NamesBsn(name)) << name;
  }
  for (const char* name : {"leerling", "stamnummer", "absent", ""}) EXPECT_FALSE(NamesBsn(name)) << name;
}

TEST(BsnTest, Masks) {
  EXPECT_EQ(MaskBsn("bsn 111222333, ook 123456782."), "bsn *********, ook *********.");
  EXPECT_EQ(MaskBsn("123456789"), "123456789");    // no BSN
  EXPECT_EQ(MaskBsn("9111222333"), "9111222333");  // ten digits
  EXPECT_EQ(MaskBsn(""), "");
}

TEST(BsnTest, MostOfTheFilledCells) {
  BsnCount count;
  EXPECT_FALSE(count.MostAreBsn());
  for (const char* cell : {"", " 111222333 ", "", "123456789"}) count.Add(cell);
  EXPECT_FALSE(count.MostAreBsn());  // one of two
  count.Add("123456782");
  EXPECT_TRUE(count.MostAreBsn());  // two of three
}

}  // namespace
}  // namespace verzuim
