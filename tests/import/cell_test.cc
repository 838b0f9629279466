#include "core/import/cell.h"

#include <gtest/gtest.h>

namespace verzuim {
namespace {

std::optional<int> Time(std::string_view text) {
  const auto minutes = ReadTime(text);
  return minutes ? std::optional<int>(minutes->value) : std::nullopt;
}

TEST(CellTest, WholeNumbers) {
  EXPECT_EQ(ReadWhole("-5"), -5);
  EXPECT_EQ(ReadWhole("+007"), 7);
  EXPECT_EQ(ReadWhole("999999999"), 999999999);
  for (const char* bad : {"", "-", "1.5", "1,0", "1000000000", "5a", " 5", "0x1", "1e3"}) {
    EXPECT_EQ(ReadWhole(bad), std::nullopt) << bad;
  }
}

TEST(CellTest, AmountsAsSpreadsheetsShowThem) {
  EXPECT_EQ(ReadAmount("240"), 240);
  EXPECT_EQ(ReadAmount("1.440"), 1440);
  EXPECT_EQ(ReadAmount("-12.345.678"), -12345678);
  for (const char* same : {"240,0", "240,00", "240.0", "240.00", "+240,0"}) EXPECT_EQ(ReadAmount(same), 240) << same;
  EXPECT_EQ(ReadAmount("1.440,00"), 1440);
  for (const char* bad : {"", ",0", ".440", "240,5", "240.5", "1,000", "1.44", "1.4400", "1234.567", "1..440",
                          "1.440.", "1,440.00", "240,000", "1.440,5", "1.234.567.890"}) {
    EXPECT_EQ(ReadAmount(bad), std::nullopt) << bad;
  }
}

TEST(CellTest, Times) {
  EXPECT_EQ(Time("10:45"), 645);
  EXPECT_EQ(Time("9:05"), 545);
  EXPECT_EQ(Time("1045"), 645);
  EXPECT_EQ(Time("905"), 545);
  EXPECT_EQ(Time("10.45"), 645);
  EXPECT_EQ(Time("10:45:59"), 645);
  EXPECT_EQ(Time("10:45:00.000"), 645);
  EXPECT_EQ(Time("24:00"), 1440);
  EXPECT_EQ(Time("0,4375"), 630);
  EXPECT_EQ(Time("0.416666666666667"), 600);
  for (const char* bad : {"", "24:01", "10:60", "1060", "10:4", "1,5", "ochtend", "10:45x", "-1:00", "10", "0,"}) {
    EXPECT_EQ(Time(bad), std::nullopt) << bad;
  }
}

TEST(CellTest, Flags) {
  EXPECT_EQ(ReadFlag("J"), GeoorloofdFlag::kYes);
  EXPECT_EQ(ReadFlag("ja"), GeoorloofdFlag::kYes);
  EXPECT_EQ(ReadFlag("0"), GeoorloofdFlag::kNo);
  EXPECT_EQ(ReadFlag("Nee"), GeoorloofdFlag::kNo);
  EXPECT_EQ(ReadFlag(""), GeoorloofdFlag::kUnknown);
  EXPECT_EQ(ReadFlag("?"), GeoorloofdFlag::kUnknown);
  EXPECT_EQ(ReadFlag("misschien"), std::nullopt);
}

}  // namespace
}  // namespace verzuim
