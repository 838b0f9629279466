// The tables of the field: safe, and with no more hidden than the best known tool hides.
#include <gtest/gtest.h>

#include "core/disclosure/table_publicatie.h"
#include "tests/disclosure/table_files.h"

namespace verzuim {
namespace {

struct Goal {
  const char* name;
  NulBeleid nul;
  MarkeringBeleid markering;
  size_t cells;
  size_t small;
  int64_t most;  // cells hidden besides the small ones
  int iterations;
};

class TableTest : public testing::TestWithParam<Goal> {};

TEST_P(TableTest, IsSafeAndHidesNoMoreThanTheGoal) {
  const Goal& goal = GetParam();
  const TableFiles files = ReadTableFiles(goal.name);
  PublicatieBeleid beleid;
  beleid.nul = goal.nul;
  beleid.markering = goal.markering;
  SuppressOptions options;
  options.iterations = goal.iterations;
  options.progress = [&](const SuppressProgress& now) {
    return !now.safe || now.cost.weight > goal.most;  // good enough: stop
  };
  const Result<TablePublicatie> made = SuppressTable(files.table, files.hierarchy, beleid, {}, options);
  ASSERT_TRUE(made) << made.problem().message;
  EXPECT_EQ(made->printed.cells.size(), goal.cells);
  EXPECT_EQ(made->small, goal.small);
  EXPECT_LE(made->cost.weight, goal.most);
  const Result<Controle> controle = ControleerTable(made->printed);
  ASSERT_TRUE(controle);
  EXPECT_TRUE(controle->Veilig());
}

constexpr NulBeleid kTonen = NulBeleid::kTonen;
constexpr NulBeleid kWaar = NulBeleid::kWaarMogelijk;
constexpr MarkeringBeleid kEnkel = MarkeringBeleid::kEnkel;
constexpr MarkeringBeleid kTwee = MarkeringBeleid::kTweevoudig;

INSTANTIATE_TEST_SUITE_P(Field, TableTest,
                         testing::Values(Goal{"f2_4x6_s1", kTonen, kEnkel, 35, 3, 3, 200},
                                         Goal{"f2_4x6_s2", kTonen, kEnkel, 35, 9, 3, 200},
                                         Goal{"f3_6x6x5_s1", kTonen, kEnkel, 294, 62, 18, 20000},
                                         Goal{"f3_6x6x5_s2", kTonen, kEnkel, 294, 61, 21, 20000},
                                         Goal{"h2_24x6", kTonen, kEnkel, 231, 32, 19, 20000},
                                         Goal{"h3_12x7x4", kTonen, kEnkel, 800, 120, 74, 20000},
                                         Goal{"ssb_d2_county", kTonen, kEnkel, 90, 10, 12, 2000},
                                         Goal{"ssb_d2_kgroup", kTonen, kEnkel, 70, 9, 10, 2000},
                                         Goal{"ssb_d3_county", kTonen, kEnkel, 800, 272, 79, 20000},
                                         Goal{"ssb_example1", kTonen, kEnkel, 72, 22, 19, 2000},
                                         Goal{"ssb_mun_accidents", kTonen, kEnkel, 35, 12, 2, 200},
                                         Goal{"rta_A21_NUTS2", kTonen, kEnkel, 144, 6, 8, 2000},
                                         Goal{"rta_A21_NUTS2_SIZE", kTonen, kEnkel, 576, 97, 109, 4000},
                                         Goal{"rta_A10_NUTS1_SIZE_CJ", kTonen, kEnkel, 256, 39, 64, 2000},
                                         Goal{"rta_A21_NUTS3_CJ", kTonen, kEnkel, 2112, 279, 299, 4000},
                                         // No published result to compare with: our first pattern.
                                         Goal{"ssb_d4_county", kTonen, kEnkel, 9140, 1877, 1066, 1},
                                         Goal{"f4_5x8x6x4", kTonen, kEnkel, 1890, 199, 178, 40},
                                         Goal{"h2_24x6", kWaar, kTwee, 231, 32, 28, 20000},
                                         Goal{"f3_6x6x5_s1", kWaar, kTwee, 294, 62, 28, 20000},
                                         Goal{"h3_12x7x4", kWaar, kTwee, 800, 120, 138, 20000}),
                         [](const testing::TestParamInfo<Goal>& goal) {
                           return std::string(goal.param.name) + (goal.param.markering == kTwee ? "_twee" : "_enkel");
                         });

TEST(SuppressTableTest, SameSeedSamePattern) {
  const TableFiles files = ReadTableFiles("h2_24x6");
  SuppressOptions options;
  options.iterations = 50;
  const Result<TablePublicatie> first = SuppressTable(files.table, files.hierarchy, {}, {}, options);
  const Result<TablePublicatie> again = SuppressTable(files.table, files.hierarchy, {}, {}, options);
  ASSERT_TRUE(first && again);
  EXPECT_EQ(PatternCsv(first->printed), PatternCsv(again->printed));
  EXPECT_TRUE(first->certificate == again->certificate);
}

TEST(SuppressTableTest, BadInputIsNamed) {
  auto message = [](const char* table, const char* hierarchy) {
    const Result<TablePublicatie> made = SuppressTable(table, hierarchy, {});
    return made ? std::string() : made.problem().message;
  };
  EXPECT_NE(message("", ""), "");
  EXPECT_NE(message("r,k,n\na,b,-1\n", "").find("-1"), std::string::npos);
  EXPECT_NE(message("r,k,n\na,b\n", ""), "");
  EXPECT_NE(message("r,n\na,1\na,2\n", "").find("al"), std::string::npos);
  EXPECT_NE(message("r,n\nTotal,1\n", "").find("Total"), std::string::npos);
  EXPECT_NE(message("r,n\na,1\n", "dim,code,parent\nq,a,P\n").find("q"), std::string::npos);
  EXPECT_NE(message("r,n\na,1\n", "dim,code,parent\nr,P,Q\nr,Q,P\n").find("kring"), std::string::npos);
  EXPECT_NE(message("r,n\na,1\n", "dim,code,parent\nr,b,P\n").find("b"), std::string::npos);
  EXPECT_NE(message("r,n\na,1\nb,2\n", "dim,code,parent\nr,b,a\n").find("a"), std::string::npos);
  std::string wide = "p,q,r,n\n";
  for (int i = 0; i < 1000; ++i) {
    const std::string code = "c" + std::to_string(i);
    wide += code + "," + code + "," + code + ",1\n";
  }
  EXPECT_NE(message(wide.c_str(), "").find("cellen"), std::string::npos);
}

TEST(SuppressTableTest, SaysWhichWishesClash) {
  const char* const table = "r,k,n\na,x,3\na,y,12\nb,x,14\nb,y,20\n";
  const Result<TablePublicatie> free = SuppressTable(table, "", {});
  ASSERT_TRUE(free);
  const Result<TablePublicatie> clash =
      SuppressTable(table, "", {}, {{{"a", "y"}, false}, {{"Total", "Total"}, false}, {{"a", "Total"}, false}});
  ASSERT_FALSE(clash);
  EXPECT_NE(clash.problem().message.find("a × y"), std::string::npos) << clash.problem().message;
  EXPECT_NE(clash.problem().message.find("a × Total"), std::string::npos);
  EXPECT_EQ(clash.problem().message.find("Total × Total"), std::string::npos);
  EXPECT_FALSE(SuppressTable(table, "", {}, {{{"a", "x"}, false}}));
  const Result<TablePublicatie> hidden = SuppressTable(table, "", {}, {{{"Total", "Total"}, true}});
  ASSERT_TRUE(hidden);
  EXPECT_FALSE(hidden->printed.cells.back().aantal.has_value());
}

TEST(ControleTest, LeakHasARecipe) {
  Result<TablePublicatie> made = SuppressTable("r,k,n\na,x,3\na,y,12\nb,x,14\nb,y,20\n", "", {});
  ASSERT_TRUE(made);
  // Someone fills a hidden cell in again: the other cells of its row and column follow.
  PrintedTable printed = made->printed;
  const int64_t truth[] = {3, 12, 15, 14, 20, 34, 17, 32, 49};
  for (size_t c = 1; c < printed.cells.size(); ++c) printed.cells[c] = {truth[c], Markering::kGetoond, false};
  const Result<Controle> controle = ControleerTable(printed);
  ASSERT_TRUE(controle);
  EXPECT_FALSE(controle->Veilig());
  ASSERT_EQ(controle->regels.size(), 1U);
  EXPECT_EQ(controle->regels[0].laagste, 3);
  EXPECT_EQ(controle->regels[0].hoogste, 3);
  EXPECT_NE(controle->regels[0].recept.find("[a × x] = "), std::string::npos) << controle->regels[0].recept;
}

}  // namespace
}  // namespace verzuim
