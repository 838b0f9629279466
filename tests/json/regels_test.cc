#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "core/json/json_session.h"

namespace verzuim {
namespace {

using nlohmann::json;

TEST(RegelsJson, EveryRuleAndOptionSaysOnWhatItRests) {
  const json all = json::parse(RegelsJson(""));
  ASSERT_TRUE(all["ok"]);
  ASSERT_FALSE(all["waarde"]["regels"].empty());
  for (const json& rule : all["waarde"]["regels"]) {
    for (const char* field : {"regel", "titel", "wet", "artikel", "woorden", "uitleg", "basis", "bron"}) {
      EXPECT_FALSE(rule[field].get<std::string>().empty()) << rule["regel"] << " " << field;
    }
  }
  for (const json& option : all["waarde"]["opties"]) {
    EXPECT_FALSE(option["tekst"].get<std::string>().empty());
    EXPECT_TRUE(option["standaard"].contains("po"));
  }
  EXPECT_EQ(all["waarde"]["klassen"].size(), 14u);
}

TEST(RegelsJson, ADateChoosesWhatIsInForce) {
  const json now = json::parse(RegelsJson("2026-01-07"));
  const json before_the_law = json::parse(RegelsJson("1905-01-07"));
  int in_force = 0, then = 0;
  for (const json& rule : now["waarde"]["regels"]) in_force += rule["van_kracht"].get<bool>();
  for (const json& rule : before_the_law["waarde"]["regels"]) {
    then += rule["van_kracht"].get<bool>();
    EXPECT_TRUE(rule["waarden"].empty());
  }
  EXPECT_GT(in_force, 0);
  EXPECT_EQ(then, 0);
  EXPECT_EQ(json::parse(RegelsJson("2026-02-30"))["fouten"][0]["plaats"]["pad"], "/datum");
}

}  // namespace
}  // namespace verzuim
