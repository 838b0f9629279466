#include "core/register/pupil_directory.h"

#include <gtest/gtest.h>

#include "tests/register/rows_for_test.h"

namespace verzuim {
namespace {

PupilRow Listed(uint32_t row, std::string_view key, std::string_view born) {
  PupilRow pupil;
  pupil.ref.row = row;
  pupil.pupil = key;
  if (!born.empty()) pupil.geboortedatum = Iso(born);
  return pupil;
}

PupilDirectory Directory(const FileRegister& file, std::vector<RowLog>& logs) {
  logs = {file.log()};
  return PupilDirectory({&file}, logs);
}

TEST(PupilDirectory, SortsPupilsAndKnowsWhoIsListed) {
  FileRegister file;
  file.Add(Listed(2, "1002", "2010-05-01"));
  file.Add(Lesson(3, "1001", "2025-09-01", 1));
  std::vector<RowLog> logs;
  const PupilDirectory directory = Directory(file, logs);
  ASSERT_EQ(directory.pupils().size(), 2u);
  EXPECT_EQ(directory.pupils()[0].key, "1001");
  EXPECT_FALSE(directory.pupils()[0].listed);
  EXPECT_TRUE(directory.pupils()[1].listed);
  EXPECT_TRUE(directory.has_list());
}

TEST(PupilDirectory, ASecondBirthDateIsRejected) {
  FileRegister file;
  file.Add(Listed(2, "1001", "2010-05-01"));
  file.Add(Listed(3, "1001", "2011-05-01"));
  std::vector<RowLog> logs;
  const PupilDirectory directory = Directory(file, logs);
  EXPECT_EQ(directory.pupils()[0].geboortedatum, Iso("2010-05-01"));
  EXPECT_EQ(logs[0].used(), 1u);
  ASSERT_EQ(logs[0].entries().size(), 1u);
  EXPECT_EQ(logs[0].entries()[0].code, ProblemCode::kPupilConflict);
  EXPECT_EQ(logs[0].entries()[0].row, 3u);
  EXPECT_EQ(logs[0].Text(logs[0].entries()[0].detail), "geboortedatum");
}

TEST(PupilDirectory, ASecondEnrolmentAddsUpAndTheLatestNamesTheClass) {
  FileRegister file;
  PupilRow second = Listed(2, "1001", "2010-05-01");
  second.ingeschreven_van = Iso("2026-01-05");
  second.klas = "3B";
  PupilRow first = Listed(3, "1001", "");
  first.ingeschreven_van = Iso("2025-08-01");
  first.ingeschreven_tot = Iso("2025-10-31");
  first.klas = "3A";
  file.Add(second);
  file.Add(first);
  std::vector<RowLog> logs;
  const PupilDirectory directory = Directory(file, logs);
  const Pupil& pupil = directory.pupils()[0];
  ASSERT_EQ(pupil.inschrijvingen.size(), 2u);
  EXPECT_EQ(pupil.inschrijvingen[0].van, Iso("2025-08-01"));
  EXPECT_EQ(pupil.klas, "3B");
  EXPECT_EQ(logs[0].used(), 2u);
}

TEST(PupilDirectory, TheSameRowTwiceAndOverlappingEnrolmentsAreRejected) {
  FileRegister file;
  PupilRow row = Listed(2, "1001", "2010-05-01");
  row.ingeschreven_van = Iso("2025-08-01");
  file.Add(row);
  row.ref.row = 3;
  file.Add(row);
  row.ref.row = 4;
  row.ingeschreven_van = Iso("2025-09-01");
  file.Add(row);
  std::vector<RowLog> logs;
  const PupilDirectory directory = Directory(file, logs);
  EXPECT_EQ(directory.pupils()[0].inschrijvingen.size(), 1u);
  EXPECT_EQ(logs[0].rejected_per_code(),
            (std::map<ProblemCode, uint64_t>{{ProblemCode::kDuplicateRow, 1}, {ProblemCode::kPupilConflict, 1}}));
}

}  // namespace
}  // namespace verzuim
