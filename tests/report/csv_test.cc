#include "core/report/csv.h"

#include <gtest/gtest.h>

namespace verzuim {
namespace {

std::string Cell(std::string_view text) {
  CsvWriter csv({"k"});
  csv.Text(text).EndRow();
  return csv.bytes().substr(std::string_view("\xEF\xBB\xBFk\r\n").size());
}

TEST(CsvWriter, ExampleOfTheHeader) {
  CsvWriter csv({"leerling", "minuten"});
  csv.Text("=1+1").Number(960).EndRow();
  EXPECT_EQ(csv.bytes(), "\xEF\xBB\xBFleerling;minuten\r\n\"'=1+1\";960\r\n");
}

TEST(CsvWriter, NoTextIsAFormula) {
  for (const std::string_view text :
       {"=A1", "+31612345678", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "\uFF1DA1", "\uFF20x"}) {
    EXPECT_EQ(Cell(text).substr(0, 2), "\"'") << text;
  }
  EXPECT_EQ(Cell(std::string_view("\0x", 2)).substr(0, 2), "\"'");
  EXPECT_EQ(Cell("x"), "\"x\"\r\n");
  EXPECT_EQ(Cell("<5"), "\"<5\"\r\n");
  EXPECT_EQ(Cell(""), "\"\"\r\n");
}

TEST(CsvWriter, QuotesAndLineBreaksStayInTheCell) {
  EXPECT_EQ(Cell("a\"b;c\nd"), "\"a\"\"b;c\nd\"\r\n");
}

TEST(CsvWriter, EmptyDaysAreEmptyCells) {
  CsvWriter csv({"van", "tot"});
  csv.Day(ParseIsoDate("2026-01-05").value()).Day(std::nullopt).EndRow();
  EXPECT_EQ(csv.bytes(), "\xEF\xBB\xBFvan;tot\r\n2026-01-05;\r\n");
}

}  // namespace
}  // namespace verzuim
