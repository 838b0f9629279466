#include "core/rules/cijfers/definities.h"

#include <gtest/gtest.h>

#include "tests/monitor/school_for_test.h"

namespace verzuim::cijfers {
namespace {

using testing::D;

// "Tot en met 1 oktober 2020": that day is the last of the old definition.
TEST(Thuiszitter, TheDefinitionChangedAfterTheFirstOfOctober2020) {
  EXPECT_EQ(ThuiszitterDefinitieOp(D(2009, 7, 31)), nullptr);
  EXPECT_EQ(ThuiszitterDefinitieOp(D(2020, 9, 30))->value, ThuiszitterDefinitie::kMeerDanDrieMaanden);
  EXPECT_EQ(ThuiszitterDefinitieOp(D(2020, 10, 1))->value, ThuiszitterDefinitie::kMeerDanDrieMaanden);
  EXPECT_EQ(ThuiszitterDefinitieOp(D(2020, 10, 2))->value, ThuiszitterDefinitie::kVierWeken);
}

// The school year 2019-2020 was counted on 1 October 2020, the last day of the old one.
TEST(Thuiszitter, ASchoolYearHasOneDefinition) {
  const auto of = [](int year) { return ThuiszitterDefinitieVan({D(year, 8, 1), D(year + 1, 7, 31)})->value; };
  EXPECT_EQ(of(2018), ThuiszitterDefinitie::kMeerDanDrieMaanden);
  EXPECT_EQ(of(2019), ThuiszitterDefinitie::kMeerDanDrieMaanden);
  EXPECT_EQ(of(2020), ThuiszitterDefinitie::kVierWeken);
  EXPECT_EQ(of(2025), ThuiszitterDefinitie::kVierWeken);
}

TEST(Thuiszitter, MoreThanThreeMonthsAndFourWeeks) {
  const auto old = ThuiszitterDefinitie::kMeerDanDrieMaanden;
  const Date begin = D(2026, 1, 5);
  EXPECT_FALSE(IsThuiszitter(old, begin, D(2026, 4, 3), D(2026, 1, 30)));
  EXPECT_FALSE(IsThuiszitter(old, begin, D(2026, 4, 4), D(2026, 1, 30)));
  EXPECT_TRUE(IsThuiszitter(old, begin, D(2026, 4, 5), D(2026, 1, 30)));
  const auto now = ThuiszitterDefinitie::kVierWeken;
  EXPECT_FALSE(IsThuiszitter(now, begin, D(2026, 1, 29), D(2026, 1, 30)));
  EXPECT_TRUE(IsThuiszitter(now, begin, D(2026, 1, 30), D(2026, 1, 30)));
  EXPECT_TRUE(IsThuiszitter(now, begin, D(2026, 1, 31), D(2026, 1, 30)));
}

// The figures of the letter on thuiszitters of 2020: absoluut and langdurig relatief, each over three months.
TEST(Leerplichttelling, TheFiguresOfTheLetterOf2020) {
  const struct {
    int64_t absoluut, langdurig, thuiszitters;
  } years[] = {{1411, 1843, 3254}, {1660, 2232, 3892}, {1602, 2592, 4194},
               {1700, 2514, 4214}, {1972, 2507, 4479}, {2078, 2712, 4790}};
  for (const auto& year : years) EXPECT_EQ(Thuiszitters(year.absoluut, year.langdurig), year.thuiszitters);
  EXPECT_EQ(Saldo(6714, 3691), 3023);
  EXPECT_EQ(Saldo(4958, 2480), 2478);
}

// 2023-2024, from four weeks on: another definition, not to be set beside the figures above.
TEST(Leerplichttelling, TheFiguresOfTheNotaOf2025) {
  EXPECT_EQ(Thuiszitters(14979, 4294), 19273);
  EXPECT_NE(ThuiszitterDefinitieVan({D(2023, 8, 1), D(2024, 7, 31)})->value,
            ThuiszitterDefinitieVan({D(2018, 8, 1), D(2019, 7, 31)})->value);
}

TEST(Onderwijstijd, NormsPerYearAndWhereThereIsNone) {
  EXPECT_EQ(NormVan(Onderwijssoort::kPo, Profiel::kPo)->PerJaar(), 940);
  EXPECT_EQ(NormVan(Onderwijssoort::kVmbo, Profiel::kVo)->PerJaar(), 925);
  EXPECT_EQ(NormVan(Onderwijssoort::kHavo, Profiel::kVo)->PerJaar(), 940);
  EXPECT_EQ(NormVan(Onderwijssoort::kVwo, Profiel::kVo)->PerJaar(), 950);
  EXPECT_EQ(NormVan(Onderwijssoort::kPro, Profiel::kPro)->PerJaar(), 1000);
  EXPECT_EQ(NormVan(Onderwijssoort::kMbo, Profiel::kMbo), std::nullopt);
  EXPECT_EQ(NormVan(Onderwijssoort::kHavo, Profiel::kBes), std::nullopt);
  EXPECT_EQ(NormVan(Onderwijssoort::kHavo, Profiel::kNietBekostigd), std::nullopt);
}

TEST(Terms, BeginOnTheBound) {
  EXPECT_FALSE(HeeftTerm(Term::kChronisch, 1799, 18000));
  EXPECT_TRUE(HeeftTerm(Term::kChronisch, 1800, 18000));
  EXPECT_FALSE(HeeftTerm(Term::kErnstig, 3599, 18000));
  EXPECT_TRUE(HeeftTerm(Term::kErnstig, 3600, 18000));
}

TEST(EersteMaandenVan, AugustToOctober) {
  EXPECT_EQ(EersteMaanden(D(2025, 8, 1)), (DateRange{D(2025, 8, 1), D(2025, 10, 31)}));
}

}  // namespace
}  // namespace verzuim::cijfers
