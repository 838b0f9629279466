#include "core/register/code_table.h"

#include <gtest/gtest.h>

namespace verzuim {
namespace {

constexpr GeoorloofdFlag kYes = GeoorloofdFlag::kYes;
constexpr GeoorloofdFlag kNo = GeoorloofdFlag::kNo;
constexpr GeoorloofdFlag kUnknown = GeoorloofdFlag::kUnknown;

CodeEntry Entry(std::string code, GeoorloofdFlag flag = kUnknown, bool late = false, bool luxe = false) {
  return {std::move(code), flag, luxe, late, 1};
}

class CodeMappingTest : public testing::Test {
 protected:
  Classification Classify(const CodeEntry& entry, UnknownPolicy policy = UnknownPolicy::kWeiger) const {
    return CodeMapping(codes_, reasons_, policy).Classify(entry);
  }
  std::map<std::string, ReasonClass> codes_ = {{"Z", ReasonClass::kZiekte},
                                               {"T/J", ReasonClass::kGewichtig},
                                               {"T/N", ReasonClass::kTeLaat},
                                               {"SP", ReasonClass::kSpijbelen}};
  std::map<std::string, ReasonInfo> reasons_ = {{"17", {"ZI", "Ziek", "Absent", kYes, false}},
                                                {"18", {"LX", "Vakantie", "Absent", kNo, true}},
                                                {"19", {"TL", "Te laat", "Te laat", kNo, false}},
                                                {"20", {"P", "Aanwezig", "Present", kNo, false}},
                                                {"21", {"HV", "Huiswerk vergeten", "Huiswerk", kNo, false}}};
};

TEST_F(CodeMappingTest, NoCode) {
  EXPECT_EQ(Classify(Entry("")).reason, ReasonClass::kOnverklaard);
  EXPECT_EQ(Classify(Entry("", kUnknown, true)).reason, ReasonClass::kTeLaat);
  EXPECT_EQ(Classify(Entry("", kNo)).reason, ReasonClass::kSpijbelen);
  EXPECT_EQ(Classify(Entry("", kYes)).reason, std::nullopt) << "geoorloofd without a ground is for the school to say";
  codes_["/J"] = ReasonClass::kGewichtig;
  EXPECT_EQ(Classify(Entry("", kYes)).reason, ReasonClass::kGewichtig);
}

TEST_F(CodeMappingTest, TheSchoolsMappingAndItsFlags) {
  EXPECT_EQ(Classify(Entry("Z")).reason, ReasonClass::kZiekte);
  EXPECT_EQ(Classify(Entry("T", kYes)).reason, ReasonClass::kGewichtig);
  EXPECT_EQ(Classify(Entry("T", kNo)).reason, ReasonClass::kTeLaat);
  EXPECT_EQ(Classify(Entry("T")).reason, std::nullopt);
  EXPECT_EQ(Classify(Entry("wacht_op_plek")).reason, ReasonClass::kWachtOpPlek);
}

TEST_F(CodeMappingTest, AMappingThatContradictsTheExportDecidesNothing) {
  const Classification sick = Classify(Entry("Z", kNo));
  EXPECT_EQ(sick.reason, std::nullopt);
  EXPECT_TRUE(sick.contradictory);
  EXPECT_TRUE(Classify(Entry("SP", kYes)).contradictory);
  EXPECT_FALSE(Classify(Entry("SP", kNo)).contradictory);
}

TEST_F(CodeMappingTest, TheReasonTableOfTheExport) {
  EXPECT_EQ(Classify(Entry("17")).shown_code, "ZI");
  EXPECT_EQ(Classify(Entry("17")).reason, std::nullopt) << "geoorloofd, but sick or otherwise?";
  EXPECT_EQ(Classify(Entry("18")).reason, ReasonClass::kLuxe);
  EXPECT_EQ(Classify(Entry("19")).reason, ReasonClass::kTeLaat);
  EXPECT_EQ(Classify(Entry("20")).reason, ReasonClass::kGeenVerzuim);
  EXPECT_EQ(Classify(Entry("21")).reason, std::nullopt) << "forgotten homework is no truancy";
}

TEST_F(CodeMappingTest, UnknownCodesFollowThePolicy) {
  EXPECT_EQ(Classify(Entry("??")).reason, std::nullopt);
  EXPECT_EQ(Classify(Entry("??"), UnknownPolicy::kOngeoorloofd).reason, ReasonClass::kSpijbelen);
  EXPECT_EQ(Classify(Entry("??", kUnknown, true), UnknownPolicy::kOngeoorloofd).reason, ReasonClass::kTeLaat);
  EXPECT_TRUE(Classify(Entry("??"), UnknownPolicy::kNegeer).ignored);
}

TEST(CodeTable, CountsEachCodeWithItsFlags) {
  CodeTable table;
  const auto first = table.Count({"T", kYes, false}, false);
  EXPECT_EQ(table.Count({"T", kYes, false}, false), first);
  EXPECT_NE(table.Count({"T", kNo, false}, false), first);
  EXPECT_NE(table.Count({"T", kYes, false}, true), first);
  ASSERT_EQ(table.entries().size(), 3u);
  EXPECT_EQ(table.entries()[0].rows, 2u);
}

TEST(CodeTable, RefusesFreeText) {
  CodeTable table;
  for (size_t i = 0; i < CodeTable::kMaxEntries; ++i) ASSERT_TRUE(table.Count({std::to_string(i)}, false));
  EXPECT_FALSE(table.Count({"one more"}, false));
  EXPECT_TRUE(table.Count({"7"}, false));
}

}  // namespace
}  // namespace verzuim
