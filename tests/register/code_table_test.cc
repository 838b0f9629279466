#include "core/register/code_table.h"

#include <gtest/gtest.h>

#include "core/register/register.h"
#include "tests/register/rows_for_test.h"

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

class ReasonTableTest : public testing::Test {
 protected:
  static ReasonRow Reason(uint32_t row, std::string_view id, std::string_view code, GeoorloofdFlag flag) {
    ReasonRow reason;
    reason.ref.row = row;
    reason.id = id;
    reason.code = code;
    reason.type = "Absent";
    reason.geoorloofd = flag;
    return reason;
  }
  Register Open(std::vector<const FileRegister*> files) const {
    return Register(std::move(files),
                    RegisterSetup{calendar_, rooster_, codes_, UnknownPolicy::kWeiger, Minutes{0}, std::nullopt});
  }

  SchoolCalendar calendar_{CalendarConfig{Regio::kMidden, {}, {}}};
  Timetable rooster_;
  std::map<std::string, ReasonClass> codes_;
};

TEST_F(ReasonTableTest, TwoReasonsWithOneCodeAreTwoQuestions) {
  FileRegister reasons, absences;
  reasons.Add(Reason(2, "1", "T", kNo));
  reasons.Add(Reason(3, "2", "T", kYes));
  absences.Add(Absence(2, "1001", "2025-09-01", 1, 1, "1"));
  absences.Add(Absence(3, "1001", "2025-09-01", 2, 2, "2"));
  const Register both = Open({&absences, &reasons});
  ASSERT_EQ(both.codes().size(), 2u);
  const std::vector<const CodeSummary*> undecided = both.Undecided();
  ASSERT_EQ(undecided.size(), 1u) << "geoorloofd without a ground has to be decided";
  EXPECT_EQ(undecided[0]->code, "T");
  EXPECT_EQ(undecided[0]->geoorloofd, kYes) << "so that the school knows to map T/J";
  codes_["T/J"] = ReasonClass::kGewichtig;
  EXPECT_TRUE(Open({&absences, &reasons}).Undecided().empty());
}

TEST_F(ReasonTableTest, TwoTablesThatDisagreeAreSaid) {
  FileRegister first, second;
  first.Add(Reason(2, "1", "T", kNo));
  first.Add(Reason(3, "2", "Z", kYes));
  second.Add(Reason(2, "1", "T", kYes));
  second.Add(Reason(3, "2", "Z", kYes));
  const Register both = Open({&first, &second});
  EXPECT_EQ(both.logs()[0].used(), 2u);
  EXPECT_EQ(both.logs()[1].used(), 0u);
  EXPECT_EQ(both.logs()[1].rejected_per_code().at(ProblemCode::kConflictingReason), 1u);
  EXPECT_EQ(both.logs()[1].rejected_per_code().at(ProblemCode::kDuplicateRow), 1u);
}

}  // namespace
}  // namespace verzuim
