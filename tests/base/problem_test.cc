#include "core/base/problem.h"

#include <gtest/gtest.h>

#include <set>

namespace verzuim {
namespace {

constexpr ProblemCode kAll[] = {
#define VERZUIM_X(name, wire, severity, message) ProblemCode::k##name,
    VERZUIM_PROBLEM_CODES(VERZUIM_X)
#undef VERZUIM_X
};

TEST(Problem, EveryCodeHasItsOwnWireNameAndADutchSentence) {
  std::set<std::string_view> seen;
  for (const ProblemCode code : kAll) {
    EXPECT_TRUE(seen.insert(WireName(code)).second) << WireName(code);
    const std::string message = MessageFor(code, "DETAIL");
    EXPECT_FALSE(message.empty());
    EXPECT_EQ(message.find("{}"), std::string::npos) << message;
  }
}

TEST(Problem, DetailStandsInItsPlace) {
  const Problem problem = MakeProblem(ProblemCode::kUnknownKey,
                                      {.file = {}, .row = 0, .column = {}, .pointer = "/kalender/regoi"}, "regoi");
  EXPECT_EQ(problem.message, "De sleutel regoi bestaat niet. Verwijder hem of verbeter de spelling.");
  EXPECT_EQ(SeverityOf(problem.code), Severity::kFatal);
  EXPECT_EQ(WireName(SeverityOf(ProblemCode::kBadDate)), "afgewezen");
}

TEST(FillInTest, PutsTheDetailInTheFirstPlace) {
  EXPECT_EQ(FillIn("Kolom {}.", "datum"), "Kolom datum.");
  EXPECT_EQ(FillIn("{} en {}", "a"), "a en {}");
  EXPECT_EQ(FillIn("Niets.", "datum"), "Niets.");
}

}  // namespace
}  // namespace verzuim
