// On generated schools Suppress hides fewer cells than the naive search, under both markers and both zero policies.
#include <gtest/gtest.h>

#include <tuple>

#include "tests/disclosure/naive_search.h"

namespace verzuim {
namespace {

constexpr int kSchools = 25;

class NaiveTest : public testing::TestWithParam<std::tuple<NulBeleid, MarkeringBeleid, bool>> {};

TEST_P(NaiveTest, OursHidesFewerAndFindsMore) {
  PublicatieBeleid beleid;
  beleid.nul = std::get<0>(GetParam());
  beleid.markering = std::get<1>(GetParam());
  SuppressOptions options;
  options.iterations = 50;
  const SchoolComparison c = CompareSchools(kSchools, beleid, std::get<2>(GetParam()), options);
  ASSERT_GT(c.schools, kSchools / 2);
  EXPECT_LT(c.ours, c.naive);
  EXPECT_LE(c.only_naive, c.only_ours);
  // With two markers patroon vast is mostly for schools without small counts.
  if (beleid.markering == MarkeringBeleid::kTweevoudig) return;
  EXPECT_EQ(c.fixed_schools, kSchools);
  EXPECT_GT(c.fixed, c.ours);  // its price
}

INSTANTIATE_TEST_SUITE_P(Schools, NaiveTest,
                         testing::Combine(testing::Values(NulBeleid::kVerbergen, NulBeleid::kTonen),
                                          testing::Values(MarkeringBeleid::kEnkel, MarkeringBeleid::kTweevoudig),
                                          testing::Bool()));

}  // namespace
}  // namespace verzuim
