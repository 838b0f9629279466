#include "core/import/date_format.h"

#include <gtest/gtest.h>

#include <initializer_list>

namespace verzuim {
namespace {

const Date kThirdOfApril = Date::FromCivil(2026, 4, 3).value();

DateColumn Decided(std::initializer_list<const char*> cells, DateFormatSet allowed = kAnyDateFormat) {
  DateColumn column(allowed);
  for (const char* cell : cells) column.Consider(cell);
  column.Decide();
  return column;
}

TEST(DateFormatTest, ReadsEveryNotation) {
  EXPECT_EQ(ReadDate("2026-04-03", DateFormat::kYearMonthDay), kThirdOfApril);
  EXPECT_EQ(ReadDate("2026/04/03", DateFormat::kYearMonthDay), kThirdOfApril);
  EXPECT_EQ(ReadDate("2026-04-03T08:30:00.000+02:00", DateFormat::kYearMonthDay), kThirdOfApril);
  EXPECT_EQ(ReadDate("20260403", DateFormat::kCompact), kThirdOfApril);
  EXPECT_EQ(ReadDate("03-04-2026", DateFormat::kDayMonthYear), kThirdOfApril);
  EXPECT_EQ(ReadDate("3/4/2026 0:00", DateFormat::kDayMonthYear), kThirdOfApril);
  EXPECT_EQ(ReadDate("3.4.26", DateFormat::kDayMonthShortYear), kThirdOfApril);
  EXPECT_EQ(ReadDate("3-4-99", DateFormat::kDayMonthShortYear), Date::FromCivil(1999, 4, 3));
  EXPECT_EQ(ReadDate("04/03/2026", DateFormat::kMonthDayYear), kThirdOfApril);
  EXPECT_EQ(ReadDate("46115", DateFormat::kExcelSerial), kThirdOfApril);
}

TEST(DateFormatTest, RefusesWhatIsNoDate) {
  for (int f = 0; f < static_cast<int>(kDateFormats); ++f) {
    for (const char* bad :
         {"", "2026-02-30", "30-02-2026", "20260230", "31/11/2026", "2026-04/03", "3-4", "x", "1-1-1-1",
          "2026-04-03 morgen", "-1-04-2026", "19999", "123456789", "0000-00-00", "2026-4-3"}) {
      EXPECT_EQ(ReadDate(bad, static_cast<DateFormat>(f)), std::nullopt) << bad << " as " << f;
    }
  }
}

TEST(DateFormatTest, TheColumnDecides) {
  EXPECT_EQ(Decided({"2026-04-03", "2026-04-04"}).format(), DateFormat::kYearMonthDay);
  EXPECT_EQ(Decided({"20260403"}).format(), DateFormat::kCompact);
  EXPECT_EQ(Decided({"03-04-2026", "13-04-2026"}).format(), DateFormat::kDayMonthYear);
  EXPECT_EQ(Decided({"03/04/2026", "04/13/2026"}).format(), DateFormat::kMonthDayYear);
  EXPECT_EQ(Decided({"3-4-26"}).format(), DateFormat::kDayMonthShortYear);
  EXPECT_EQ(Decided({"46115"}).format(), DateFormat::kExcelSerial);
  EXPECT_EQ(Decided({"", "geen", "n.v.t."}).format(), std::nullopt);
}

TEST(DateFormatTest, AmbiguityIsDutchAndSaidOnce) {
  DateColumn column = Decided({"03-04-2026", "05-06-2026"});
  EXPECT_EQ(column.format(), DateFormat::kDayMonthYear);
  EXPECT_TRUE(column.TakeAssumed());
  EXPECT_FALSE(column.TakeAssumed());
  EXPECT_EQ(column.Read("03-04-2026"), kThirdOfApril);
  EXPECT_FALSE(Decided({"13-04-2026", "05-06-2026"}).TakeAssumed());
  EXPECT_FALSE(Decided({"03-04-2026"}, SetOf(DateFormat::kDayMonthYear)).TakeAssumed());
}

TEST(DateFormatTest, ALaterContradictionIsNoDate) {
  DateColumn column = Decided({"03/04/2026", "13/04/2026"});
  EXPECT_EQ(column.Read("04/13/2026"), std::nullopt);
  EXPECT_EQ(column.Read("2026-04-13"), std::nullopt);
  EXPECT_EQ(column.Read("03/04/2026"), kThirdOfApril);
  EXPECT_EQ(column.Read("03/04/2026"), kThirdOfApril);  // from the cache
  EXPECT_EQ(column.Read("3/04/2026"), kThirdOfApril);
}

TEST(DateFormatTest, AnEmptyWindowLeavesItToTheFirstValue) {
  DateColumn column = Decided({});
  EXPECT_EQ(column.Read("onzin"), std::nullopt);
  EXPECT_EQ(column.Read("20260403"), kThirdOfApril);
  EXPECT_EQ(column.format(), DateFormat::kCompact);
  EXPECT_EQ(column.Read("03-04-2026"), std::nullopt);
}

TEST(DateFormatTest, AnEmptyCellIsNeverInTheCache) {
  DateColumn column = Decided({"2026-04-03"});
  EXPECT_EQ(column.Read(""), std::nullopt);
}

}  // namespace
}  // namespace verzuim
