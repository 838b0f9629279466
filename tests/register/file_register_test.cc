#include "core/register/file_register.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "tests/register/rows_for_test.h"

namespace verzuim {
namespace {

constexpr Presence kPresent = Presence::kPresent;
constexpr Presence kAbsent = Presence::kAbsent;
constexpr Presence kLate = Presence::kLate;

TEST(FileRegister, PlainPresenceBecomesOneCellPerDay) {
  FileRegister file;
  file.Add(Lesson(2, "1001", "2025-09-01", 1));
  file.Add(Lesson(3, "1001", "2025-09-01", 2));
  file.Add(Lesson(4, "1001", "2025-09-02", 1));
  ASSERT_EQ(file.records().size(), 1u);
  const PupilRecords& records = file.records()[0];
  ASSERT_EQ(records.days.size(), 2u);
  EXPECT_EQ(records.days[0].lesuren, 0b110u);
  EXPECT_EQ(records.days[0].minutes, 100);
  EXPECT_TRUE(records.days[0].together);
  EXPECT_TRUE(records.missed.empty());
  EXPECT_EQ(file.log().used(), 3u);
  EXPECT_EQ(file.dates(), (DateRange{Iso("2025-09-01"), Iso("2025-09-02")}));
}

TEST(FileRegister, RowsOfOneDayThatStandApartAreKnownToDoSo) {
  FileRegister file;
  file.Add(Lesson(2, "1001", "2025-09-01", 1));
  file.Add(Lesson(3, "1002", "2025-09-01", 1));
  file.Add(Lesson(4, "1001", "2025-09-01", 2));
  EXPECT_FALSE(file.records()[0].days[0].together);
}

TEST(FileRegister, TheSameLessonTwice) {
  struct Case {
    Presence first, second;
    const char *first_code, *second_code;
    ProblemCode expected;
    bool missed;
  };
  const Case cases[] = {
      {kPresent, kPresent, "", "", ProblemCode::kDuplicateRow, false},
      {kAbsent, kAbsent, "Z", "Z", ProblemCode::kDuplicateRow, true},
      {kAbsent, kAbsent, "Z", "SP", ProblemCode::kConflictingRow, true},
      {kPresent, kAbsent, "", "SP", ProblemCode::kConflictingRow, true},
      {kAbsent, kPresent, "SP", "", ProblemCode::kConflictingRow, true},
      {kLate, kAbsent, "", "SP", ProblemCode::kConflictingRow, true},
  };
  for (const Case& c : cases) {
    FileRegister file;
    file.Add(Lesson(2, "1001", "2025-09-01", 3, c.first, c.first_code));
    file.Add(Lesson(3, "1001", "2025-09-01", 3, c.second, c.second_code));
    EXPECT_EQ(file.log().used(), 1u);
    EXPECT_EQ(file.log().rejected(), 1u);
    ASSERT_EQ(file.log().entries().size(), 1u);
    EXPECT_EQ(file.log().entries()[0].code, c.expected);
    EXPECT_EQ(file.records()[0].missed.size(), c.missed ? 1u : 0u);
    EXPECT_EQ(file.records()[0].days[0].minutes, 50) << "a lesson is due once";
  }
}

TEST(FileRegister, TheOrderOfRowsDoesNotMatter) {
  std::vector<LessonRow> rows;
  const char* codes[] = {"", "Z", "SP"};
  for (int i = 0; i < 60; ++i) {
    const Presence presence = static_cast<Presence>(i % 3);
    rows.push_back(
        Lesson(0, i % 2 ? "1001" : "1002", i % 5 ? "2025-09-01" : "2025-09-02", i % 7, presence, codes[i % 3]));
  }
  const auto build = [&rows](FileRegister& file) {
    for (size_t i = 0; i < rows.size(); ++i) {
      LessonRow row = rows[i];
      row.ref.row = static_cast<uint32_t>(i + 2);
      file.Add(row);
    }
  };
  // What a file says, without row numbers and without the order in which keys and codes came.
  const auto said = [](const FileRegister& file) {
    std::vector<std::string> lines;
    for (uint32_t p = 0; p < file.keys().size(); ++p) {
      const std::string key(file.keys()[p]);
      for (const DayCell& day : file.records()[p].days) {
        lines.push_back(key + " due " + std::to_string(day.date) + " " + std::to_string(day.lesuren) + " " +
                        std::to_string(day.minutes));
      }
      for (const MissedItem& item : file.records()[p].missed) {
        lines.push_back(key + " missed " + std::to_string(item.date) + " " + std::to_string(item.lesuur) + " " +
                        std::to_string(item.missed) + (item.late ? " late " : " absent ") +
                        file.codes().entries()[item.code].code);
      }
    }
    std::sort(lines.begin(), lines.end());
    return lines;
  };
  FileRegister first;
  build(first);
  const auto expected = said(first);
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    std::shuffle(rows.begin(), rows.end(), random);
    FileRegister file;
    build(file);
    ASSERT_EQ(said(file), expected);
    ASSERT_EQ(file.log().used() + file.log().rejected(), rows.size());
    ASSERT_EQ(file.log().used(), first.log().used());
  }
}

TEST(FileRegister, RefusesWhatCannotBe) {
  FileRegister file;
  LessonRow row = Lesson(2, "1001", "2025-09-01", 1, kAbsent);
  row.missed = Minutes{0};
  file.Add(row);
  file.Add(Lesson(3, "1001", "1999-12-31", 1));
  AbsenceRow absence = Absence(4, "1001", "2025-09-03", 1, 2);
  absence.through = Iso("2025-09-01");
  file.Add(absence);
  EXPECT_EQ(file.log().used(), 0u);
  EXPECT_EQ(file.log().rejected_per_code(),
            (std::map<ProblemCode, uint64_t>{
                {ProblemCode::kBadDate, 1}, {ProblemCode::kBadInterval, 1}, {ProblemCode::kAbsentWithoutMissed, 1}}));
}

}  // namespace
}  // namespace verzuim
