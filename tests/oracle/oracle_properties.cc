// The core against the slow reference on random pupils, and properties of the core that need no reference.
//
// RC_PARAMS in the environment replaces seed and number of cases, for example RC_PARAMS="seed=7 max_success=200000".
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "tests/oracle/random_case.h"

namespace verzuim::oracle {
namespace {

#if defined(__has_feature)
#define VERZUIM_HAS_FEATURE(x) __has_feature(x)
#else
#define VERZUIM_HAS_FEATURE(x) 0
#endif
// The sanitizers look for other faults and are slow: a tenth is enough for them.
#if defined(__SANITIZE_ADDRESS__) || VERZUIM_HAS_FEATURE(address_sanitizer)
constexpr int kCases = 2000;
#else
constexpr int kCases = 20000;
#endif

// How many cases this run takes: kCases, or what RC_PARAMS says.
int Cases() {
  const std::string params = std::getenv("RC_PARAMS");
  const size_t at = params.find("max_success=");
  return at == std::string::npos ? kCases : std::atoi(params.c_str() + at + std::string("max_success=").size());
}

std::string Listed(const std::vector<Answer>& answers) {
  std::ostringstream out;
  for (const Answer& answer : answers) out << "    " << answer << "\n";
  return out.str();
}

std::string Shown(const OptionValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
  return std::to_string(std::get<int64_t>(value));
}

// What the generator really reached: a comparison of empty answers proves nothing.
struct Reach {
  int cases = 0;
  int with_melding = 0;
  std::map<MeldingSoort, int> with_soort;
  std::map<std::string, int> option_values;  // "name=value", counted in cases with a melding only

  void Add(const Case& c, const std::vector<Answer>& answers) {
    ++cases;
    if (answers.empty()) return;
    ++with_melding;
    std::set<MeldingSoort> soorten;
    for (const Answer& answer : answers) soorten.insert(answer.soort);
    for (MeldingSoort soort : soorten) ++with_soort[soort];
    for (const OptionInfo& info : OptionTable()) {
      ++option_values[std::string(info.name) + "=" + Shown(GetOption(c.options, info))];
    }
  }
  int Share(MeldingSoort soort) const {
    const auto at = with_soort.find(soort);
    return at == with_soort.end() ? 0 : 100 * at->second / cases;
  }
};

class OraclePropertiesTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    setenv("RC_PARAMS", ("seed=20261122 max_success=" + std::to_string(kCases)).c_str(), /*overwrite=*/0);
  }
};

TEST_F(OraclePropertiesTest, CoreAgreesWithTheReference) {
  Reach reach;
  const bool agreed = rc::check("core and reference give the same meldingen", [&reach] {
    const Case c = *rc::gen::exec(DrawCase);
    const std::vector<Answer> expected = AskReference(c);
    const std::vector<Answer> got = AskCore(c);
    reach.Add(c, expected);
    if (got != expected) RC_FAIL("reference\n" + Listed(expected) + "core\n" + Listed(got));
  });
  ASSERT_TRUE(agreed);

  EXPECT_GE(100 * reach.with_melding / reach.cases, 30);
  EXPECT_GE(reach.Share(MeldingSoort::kZestienUur), 20);
  EXPECT_GE(reach.Share(MeldingSoort::kLrv), 5);
  EXPECT_GE(reach.Share(MeldingSoort::kLuxe), 5);
  EXPECT_GE(reach.Share(MeldingSoort::kRmc), 1);
  EXPECT_GE(reach.with_soort[MeldingSoort::kZestienUur18Plus], reach.cases / 1000);
  for (const OptionInfo& info : OptionTable()) {
    std::set<std::string> values;
    if (info.kind == OptionInfo::Kind::kBool) values = {"true", "false"};
    for (std::string_view value : info.values) values.emplace(value);
    int different = 0;
    for (const auto& [name_and_value, count] : reach.option_values) {
      if (name_and_value.rfind(std::string(info.name) + "=", 0) == 0) ++different;
    }
    EXPECT_GE(different, 2) << info.name;
    for (const std::string& value : values) {
      EXPECT_GE(reach.option_values[std::string(info.name) + "=" + value], reach.cases / 400)
          << info.name << "=" << value;
    }
  }
}

// A lesson that was attended becomes one with leave: no melding more, none different. Where leave bridges a long
// absence (an option) it may well make it longer, so that option is off here.
TEST_F(OraclePropertiesTest, LeaveNeverAddsAMelding) {
  int with_melding = 0;
  EXPECT_TRUE(rc::check("leave on an attended lesson never adds a melding", [&with_melding] {
    Case c = *rc::gen::exec(DrawCase);
    c.options.lrv_overbrugt_geoorloofd = false;
    std::vector<MissedLesson> attended;
    for (const DueDay& day : c.due) {
      for (int lesuur = 1; lesuur <= day.lessons; ++lesuur) {
        const bool missed = std::any_of(c.missed.begin(), c.missed.end(), [&](const MissedLesson& lesson) {
          return lesson.date == day.date && lesson.lesuur == lesuur;
        });
        const Minutes length{day.minutes.value / day.lessons};
        if (!missed) attended.push_back({day.date, lesuur, length, length, ReasonClass::kZiekte, false, false, {}});
      }
    }
    RC_PRE(!attended.empty());
    const std::vector<Answer> before = AskCore(c);
    MissedLesson leave = attended[static_cast<size_t>(Draw(0, static_cast<int>(attended.size()) - 1))];
    leave.reason =
        std::vector{
            ReasonClass::kZiekte,         ReasonClass::kSchorsing, ReasonClass::kReligie,
            ReasonClass::kVakantieverlof, ReasonClass::kGewichtig, ReasonClass::kVerboden}[static_cast<size_t>(
            Draw(0, 5))];
    const auto at = std::find_if(c.missed.begin(), c.missed.end(), [&](const MissedLesson& lesson) {
      return std::pair(lesson.date, lesson.lesuur) > std::pair(leave.date, leave.lesuur);
    });
    c.missed.insert(at, leave);
    const std::vector<Answer> after = AskCore(c);
    with_melding += before.empty() ? 0 : 1;
    if (after != before) RC_FAIL("before\n" + Listed(before) + "after\n" + Listed(after));
  }));
  EXPECT_GE(with_melding, Cases() / 5);
}

TEST_F(OraclePropertiesTest, WholeWeeksLaterGivesTheSameLater) {
  int with_melding = 0;
  EXPECT_TRUE(rc::check("a move by whole weeks moves the meldingen", [&with_melding] {
    const Case c = *rc::gen::exec(DrawMovableCase);
    const int days = 7 * Draw(1, 5);
    std::vector<Answer> expected = AskCore(c);
    for (Answer& answer : expected) {
      answer.begindatum = answer.begindatum + days;
      if (answer.einddatum) answer.einddatum = *answer.einddatum + days;
      answer.meldbaar_vanaf = answer.meldbaar_vanaf + days;
      answer.uiterste_datum = answer.uiterste_datum + days;
      for (CountedLesson& lesson : answer.lessons) lesson.date = lesson.date + days;
    }
    const std::vector<Answer> got = AskCore(Moved(c, days));
    with_melding += expected.empty() ? 0 : 1;
    if (got != expected) RC_FAIL("moved answer\n" + Listed(expected) + "answer when moved\n" + Listed(got));
  }));
  EXPECT_GE(with_melding, Cases() / 5);
}

}  // namespace
}  // namespace verzuim::oracle
