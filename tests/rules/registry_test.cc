// The registry as a whole: nothing without words, source and basis; every month of ten years has its values.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "core/rules/melding.h"
#include "core/rules/rule.h"

namespace verzuim {
namespace {

// What a rule lacks to be shown to anyone; empty when nothing.
std::string Lacks(const Rule& rule) {
  std::string lacks;
  const auto need = [&](bool there, std::string_view what) {
    if (!there) lacks.append(lacks.empty() ? "" : ", ").append(what);
  };
  need(!rule.id.empty(), "id");
  need(!rule.titel.empty(), "titel");
  need(rule.woorden.size() > 10, "woorden");
  need(rule.uitleg.size() > 10, "uitleg");
  need(!WireName(rule.basis).empty(), "basis");
  need(rule.ref != nullptr && !rule.ref->wet.empty(), "wet");
  need(rule.ref != nullptr && !rule.ref->artikel.empty(), "artikel");
  need(rule.ref != nullptr && !rule.ref->bron.empty(), "bron");
  need(rule.geldig_van <= rule.geldig_tot, "geldigheid");
  return lacks;
}

TEST(Registry, ARuleThatLacksSomethingIsFound) {
  EXPECT_EQ(Lacks(*Rules().front()), "");
  Rule rule = *Rules().front();
  const LegalRef without_source = {rule.ref->wet, rule.ref->artikel, ""};
  rule.ref = &without_source;
  EXPECT_EQ(Lacks(rule), "bron");
  rule.ref = nullptr;
  EXPECT_EQ(Lacks(rule), "wet, artikel, bron");
  rule = *Rules().front();
  rule.basis = static_cast<Basis>(99);
  EXPECT_EQ(Lacks(rule), "basis");
  rule = *Rules().front();
  rule.geldig_tot = rule.geldig_van - 1;
  EXPECT_EQ(Lacks(rule), "geldigheid");
}

TEST(Registry, EveryRuleIsComplete) {
  std::set<std::string_view> ids;
  std::string_view previous;
  for (const Rule* rule : Rules()) {
    ASSERT_NE(rule, nullptr);
    EXPECT_TRUE(ids.insert(rule->id).second) << rule->id;
    EXPECT_LT(previous, rule->id) << "not sorted";
    previous = rule->id;
    EXPECT_EQ(Lacks(*rule), "") << rule->id;
  }
  EXPECT_GE(ids.size(), 21U);
}

TEST(Registry, EveryValueIsCompleteAndNamesItsSource) {
  for (const Rule* rule : Rules()) {
    for (const RuleValue& value : ValuesOf(*rule)) {
      EXPECT_FALSE(value.naam.empty()) << rule->id;
      EXPECT_FALSE(value.waarde.empty()) << rule->id;
      EXPECT_LE(value.geldig_van, value.geldig_tot) << rule->id;
      ASSERT_NE(value.ref, nullptr) << rule->id;
      EXPECT_FALSE(value.ref->bron.empty()) << rule->id;
    }
  }
}

TEST(Registry, ARuleThatIsNotInItHasNoValues) {
  const Rule other = *Rules().front();
  EXPECT_TRUE(ValuesOf(other).empty());
}

// August 2020 to July 2030: each first of a month.
std::vector<Date> Months() {
  std::vector<Date> months;
  const Date last = Date::FromCivil(2030, 7, 31).value();
  for (Date month = Date::FromCivil(2020, 8, 1).value(); month <= last; month = month.FirstOfNextMonth()) {
    months.push_back(month);
  }
  return months;
}

bool IsInForce(const Rule& rule, Date date) {
  return rule.geldig_van <= date && date <= rule.geldig_tot;
}

// The months in which one of the values has two rows, or none although its rule is in force: "<value> <month>".
std::vector<std::string> Uncovered(const Rule& rule, const std::vector<RuleValue>& values) {
  std::set<std::string_view> names;
  for (const RuleValue& value : values) names.insert(value.naam);
  std::vector<std::string> uncovered;
  for (const Date month : Months()) {
    for (const std::string_view name : names) {
      const auto rows = std::count_if(values.begin(), values.end(), [&](const RuleValue& value) {
        return value.naam == name && value.geldig_van <= month && month <= value.geldig_tot;
      });
      if (rows > 1 || (rows == 0 && IsInForce(rule, month)))
        uncovered.push_back(std::string(name) + " " + ToIso(month));
    }
  }
  return uncovered;
}

TEST(TemporalCoverage, EveryMonthHasOneValueOrIsNotInForce) {
  EXPECT_EQ(Months().size(), 120U);
  size_t in_force = 0;
  for (const Rule* rule : Rules()) {
    EXPECT_EQ(Uncovered(*rule, ValuesOf(*rule)), std::vector<std::string>()) << rule->id;
    for (const Date month : Months()) in_force += IsInForce(*rule, month) ? 1 : 0;
  }
  EXPECT_GT(in_force, 120U * 17);
}

TEST(TemporalCoverage, AMonthWithoutAValueOrWithTwoIsFound) {
  const Date first = Months().front(), last = Months().back();
  Rule rule = *Rules().front();
  rule.geldig_van = first;
  rule.geldig_tot = kNoEnd;
  const auto row = [&](Date from, Date through) { return RuleValue{"w", "4", from, through, rule.basis, rule.ref}; };
  const Date day = Date::FromCivil(2025, 12, 31).value();
  using Found = std::vector<std::string>;
  EXPECT_EQ(Uncovered(rule, {row(first, day), row(day + 1, kNoEnd)}), Found());
  EXPECT_EQ(Uncovered(rule, {row(first, day), row(day + 2, kNoEnd)}), Found{"w 2026-01-01"});
  EXPECT_EQ(Uncovered(rule, {row(first, day + 1), row(day + 1, kNoEnd)}), Found{"w 2026-01-01"});
  EXPECT_EQ(Uncovered(rule, {row(first + 1, kNoEnd)}), Found{"w 2020-08-01"});
  EXPECT_EQ(Uncovered(rule, {row(first, last - 1)}), Found{"w 2030-07-01"});
  rule.geldig_tot = last - 1;
  EXPECT_EQ(Uncovered(rule, {row(first, rule.geldig_tot)}), Found()) << "not in force in July 2030";
}

TEST(Registry, TheLimitOfTheDoorstroompuntChangedIn2026) {
  for (const Rule* rule : Rules()) {
    if (rule->id != "rmc.web.9.2.1") continue;
    std::string seen;
    for (const RuleValue& value : ValuesOf(*rule)) {
      if (value.naam == "jonger dan") seen += value.waarde + " vanaf " + ToIso(value.geldig_van) + "; ";
    }
    EXPECT_EQ(seen, "23 jaar vanaf 2020-08-01; 27 jaar vanaf 2026-01-01; ");
    return;
  }
  FAIL() << "no such rule";
}

TEST(LetOp, EveryMessageTakesItsDetail){
#define VERZUIM_X(name, wire, text)                                            \
  {                                                                            \
    const std::string message = MessageOf({LetOpCode::k##name, "DETAIL"});     \
    EXPECT_EQ(message.find("{}"), std::string::npos) << wire;                  \
    const bool wants = std::string_view(text).find("{}") != std::string::npos; \
    EXPECT_EQ(message.find("DETAIL") != std::string::npos, wants) << wire;     \
    EXPECT_EQ(WireName(LetOpCode::k##name), wire);                             \
  }
    VERZUIM_LET_OP(VERZUIM_X)
#undef VERZUIM_X
}

TEST(MeldingSoort, NamesAreUnique) {
  std::set<std::string_view> wires;
#define VERZUIM_X(name, wire, title)                \
  EXPECT_TRUE(wires.insert(wire).second);           \
  EXPECT_EQ(WireName(MeldingSoort::k##name), wire); \
  EXPECT_EQ(Title(MeldingSoort::k##name), title);
  VERZUIM_MELDING_SOORTEN(VERZUIM_X)
#undef VERZUIM_X
}

}  // namespace
}  // namespace verzuim
