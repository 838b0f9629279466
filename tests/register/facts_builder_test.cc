#include "core/register/facts_builder.h"

#include <gtest/gtest.h>

#include "core/register/register.h"
#include "tests/register/rows_for_test.h"

namespace verzuim {
namespace {

class FactsTest : public testing::Test {
 protected:
  // Two lessons of 50 minutes every weekday, one of 100 minutes from Monday to Thursday.
  void UseTimetable() {
    rooster_.lessons = {{1, Minutes{510}, Minutes{560}, {50}},
                        {2, Minutes{560}, Minutes{610}, {50}},
                        {3, Minutes{630}, Minutes{730}, {100}}};
    TimetableWeek week;
    for (size_t d = 0; d < 5; ++d) week.lesuren[d] = d < 4 ? 0b1110 : 0b110;
    rooster_.weeks = {week};
  }
  PupilFacts Facts(std::vector<const FileRegister*> files, std::optional<Date> peildatum = std::nullopt) {
    register_ = std::make_unique<Register>(
        std::move(files),
        RegisterSetup{calendar_, rooster_, codes_, UnknownPolicy::kWeiger, Minutes{late_minutes_}, peildatum});
    return register_->FactsOf(0);
  }
  const RowLog& Log(size_t file = 0) const { return register_->logs()[file]; }

  SchoolCalendar calendar_{CalendarConfig{Regio::kMidden, {}, {}}};
  Timetable rooster_;
  std::map<std::string, ReasonClass> codes_ = {{"Z", ReasonClass::kZiekte},
                                               {"SP", ReasonClass::kSpijbelen},
                                               {"DICHT", ReasonClass::kGesloten},
                                               {"LOKAAL", ReasonClass::kGeenVerzuim}};
  int late_minutes_ = 0;
  std::unique_ptr<Register> register_;
};

TEST_F(FactsTest, LessonsGiveDueTimeAndAbsence) {
  FileRegister file;
  file.Add(Lesson(2, "1001", "2025-09-01", 1));
  file.Add(Lesson(3, "1001", "2025-09-01", 2, Presence::kAbsent, "SP"));
  const PupilFacts facts = Facts({&file});
  ASSERT_EQ(facts.due.size(), 1u);
  EXPECT_EQ(facts.due[0].minutes.value, 100);
  EXPECT_EQ(facts.due[0].lessons, 2);
  ASSERT_EQ(facts.missed.size(), 1u);
  EXPECT_EQ(facts.missed[0].reason, ReasonClass::kSpijbelen);
  EXPECT_EQ(facts.missed[0].missed.value, 50);
  EXPECT_EQ(facts.missed[0].ref.row, 3u);
}

TEST_F(FactsTest, RowsInAVacationAreRejectedEachByItself) {
  FileRegister file;
  file.Add(Lesson(2, "1001", "2025-10-20", 1));  // herfstvakantie Midden
  file.Add(Lesson(3, "1001", "2025-10-20", 2, Presence::kAbsent, "SP"));
  file.Add(Lesson(4, "1001", "2025-10-27", 1));
  const PupilFacts facts = Facts({&file});
  EXPECT_EQ(facts.due.size(), 1u);
  EXPECT_TRUE(facts.missed.empty());
  EXPECT_EQ(Log().used(), 1u);
  ASSERT_EQ(Log().entries().size(), 2u);
  EXPECT_EQ(Log().entries()[0].row, 2u);
  EXPECT_EQ(Log().entries()[1].row, 3u);
  EXPECT_EQ(Log().entries()[1].code, ProblemCode::kNoLessonDay);
}

TEST_F(FactsTest, RowsOutsideTheEnrolmentAreRejected) {
  FileRegister file;
  PupilRow pupil;
  pupil.ref.row = 2;
  pupil.pupil = "1001";
  pupil.ingeschreven_van = Iso("2025-10-06");
  file.Add(pupil);
  file.Add(Lesson(3, "1001", "2025-10-03", 1, Presence::kAbsent, "SP"));
  file.Add(Lesson(4, "1001", "2025-10-06", 1));
  const PupilFacts facts = Facts({&file});
  EXPECT_TRUE(facts.missed.empty());
  EXPECT_EQ(Log().rejected_per_code().at(ProblemCode::kOutsideEnrolment), 1u);
}

TEST_F(FactsTest, AClosedSchoolTakesTheLessonAwayAndBeingAtSchoolDoesNot) {
  FileRegister file;
  file.Add(Lesson(2, "1001", "2025-09-01", 1, Presence::kAbsent, "DICHT"));
  file.Add(Lesson(3, "1001", "2025-09-01", 2, Presence::kAbsent, "LOKAAL"));
  const PupilFacts facts = Facts({&file});
  ASSERT_EQ(facts.due.size(), 1u);
  EXPECT_EQ(facts.due[0].lessons, 1);
  EXPECT_EQ(facts.due[0].minutes.value, 50);
  EXPECT_TRUE(facts.missed.empty());
  EXPECT_EQ(Log().used(), 2u);
}

TEST_F(FactsTest, LateWithoutMinutesTakesTheOptionAndSaysSo) {
  late_minutes_ = 15;
  FileRegister file;
  file.Add(Lesson(2, "1001", "2025-09-01", 1, Presence::kLate));
  const PupilFacts facts = Facts({&file});
  EXPECT_EQ(facts.missed[0].missed.value, 15);
  EXPECT_TRUE(facts.missed[0].late);
  EXPECT_EQ(Log().entries()[0].code, ProblemCode::kLateWithoutMinutes);
  EXPECT_EQ(Log().used(), 1u);
}

TEST_F(FactsTest, TheTimetableGivesDueTimeAndLessonLengths) {
  UseTimetable();
  FileRegister file;
  file.Add(Absence(2, "1001", "2025-09-01", 2, 3, "SP"));
  const PupilFacts facts = Facts({&file}, Iso("2025-09-05"));
  ASSERT_EQ(facts.due.size(), 5u) << "from the end of the summer vacation to the peildatum";
  EXPECT_EQ(facts.due[0].minutes.value, 200);
  EXPECT_EQ(facts.due[4].minutes.value, 100);
  ASSERT_EQ(facts.missed.size(), 2u);
  EXPECT_EQ(facts.missed[1].lesson.value, 100);
}

TEST_F(FactsTest, ClockTimesCutLessons) {
  UseTimetable();
  FileRegister file;
  AbsenceRow row = Absence(2, "1001", "2025-09-01", -1, -1, "SP");
  row.begin_time = Minutes{600};
  row.end_time = Minutes{650};
  file.Add(row);
  const PupilFacts facts = Facts({&file});
  ASSERT_EQ(facts.missed.size(), 2u);
  EXPECT_EQ(facts.missed[0].missed.value, 10) << "10:00 to 10:10 of the second lesson";
  EXPECT_EQ(facts.missed[1].missed.value, 20) << "10:30 to 10:50 of the third";
}

TEST_F(FactsTest, AnIntervalOfDaysSkipsWhatIsNoLesson) {
  UseTimetable();
  FileRegister file;
  AbsenceRow row = Absence(2, "1001", "2025-10-16", -1, -1, "SP");
  row.through = Iso("2025-10-28");
  file.Add(row);
  const PupilFacts facts = Facts({&file});
  ASSERT_EQ(facts.missed.size(), 3u + 2u + 3u + 3u) << "Thursday, Friday, and after the vacation Monday, Tuesday";
}

TEST_F(FactsTest, WithoutTimetableOnlyWhatTheRowStatesIsKnown) {
  FileRegister file;
  AbsenceRow minutes = Absence(2, "1001", "2025-09-01", 1, 2, "SP");
  minutes.minutes = Minutes{100};
  file.Add(minutes);
  file.Add(Absence(3, "1001", "2025-09-02", 1, 2, "SP"));
  const PupilFacts facts = Facts({&file});
  ASSERT_EQ(facts.missed.size(), 2u);
  EXPECT_EQ(facts.missed[0].lesson.value, 50);
  ASSERT_EQ(facts.due.size(), 1u);
  EXPECT_EQ(facts.due[0].lessons, 0) << "nobody said these were all lessons of the day";
  EXPECT_EQ(Log().rejected_per_code().at(ProblemCode::kUnknownLessonLength), 1u);
}

TEST_F(FactsTest, HalfHourSlotsAreNoLessons) {
  FileRegister file;
  AbsenceRow absent = Absence(2, "1001", "2025-09-01", 3, 6, "SP");
  absent.lesuur_length = Minutes{30};
  absent.minutes = Minutes{120};
  file.Add(absent);
  AbsenceRow late = Absence(3, "1001", "2025-09-02", 1, 2);
  late.presence = Presence::kLate;
  late.lesuur_length = Minutes{30};
  file.Add(late);
  AbsenceRow present = Absence(4, "1001", "2025-09-02", 3, 4);
  present.presence = Presence::kPresent;
  present.lesuur_length = Minutes{30};
  file.Add(present);
  const PupilFacts facts = Facts({&file});
  ASSERT_EQ(facts.missed.size(), 6u);
  for (const MissedLesson& lesson : facts.missed) EXPECT_TRUE(lesson.clock_only);
  EXPECT_EQ(facts.missed[0].missed.value, 30);
  EXPECT_EQ(facts.missed[4].missed.value, 0);
  ASSERT_EQ(facts.due.size(), 2u);
  EXPECT_EQ(facts.due[0].lessons, 4) << "a file with presence knows all lessons of the day";
  EXPECT_EQ(facts.due[1].minutes.value, 120);
  EXPECT_EQ(Log().used(), 3u);
}

TEST_F(FactsTest, BareMinutesCountAsClockMinutes) {
  FileRegister file;
  AbsenceRow row = Absence(2, "1001", "2025-09-01", -1, -1, "SP");
  row.minutes = Minutes{45};
  file.Add(row);
  const PupilFacts facts = Facts({&file});
  ASSERT_EQ(facts.missed.size(), 1u);
  EXPECT_TRUE(facts.missed[0].clock_only);
  EXPECT_EQ(Log().entries()[0].code, ProblemCode::kAssumedLessonLength);
}

TEST_F(FactsTest, ATeachersAbsentIsExplainedByAReport) {
  UseTimetable();
  FileRegister teacher;
  teacher.Add(Absence(2, "1001", "2025-09-01", 1, 2));
  FileRegister parents;
  parents.Add(Absence(2, "1001", "2025-09-01", -1, -1, "Z"));
  const PupilFacts facts = Facts({&teacher, &parents});
  ASSERT_EQ(facts.missed.size(), 3u);
  for (const MissedLesson& lesson : facts.missed) EXPECT_EQ(lesson.reason, ReasonClass::kZiekte);
  EXPECT_EQ(Log(0).used(), 1u) << "explained, not contradicted";
  EXPECT_TRUE(Log(0).entries().empty());
}

// A report, and observations of lessons of 50 minutes from half past eight.
class ObservationTest : public FactsTest {
 protected:
  void Observe(std::string_view date, int lesuur, Presence presence) {
    AbsenceRow row = Absence(++row_, "1001", date, lesuur, lesuur);
    row.presence = presence;
    row.begin_time = Minutes{460 + 50 * lesuur};
    row.end_time = Minutes{510 + 50 * lesuur};
    observed_.Add(row);
  }
  FileRegister observed_;
  FileRegister reports_;

 private:
  uint32_t row_ = 0;
};

TEST_F(ObservationTest, ALessonAtWhichThePupilWasSeenIsNotMissed) {
  for (const bool with_timetable : {true, false}) {
    SCOPED_TRACE(with_timetable);
    if (with_timetable) UseTimetable();
    FileRegister observed, reports;
    AbsenceRow seen = Absence(1, "1001", "2025-09-02", 1, 2);
    seen.presence = Presence::kPresent;
    seen.begin_time = Minutes{510};
    seen.end_time = Minutes{610};
    observed.Add(seen);
    AbsenceRow open = Absence(1, "1001", "2025-09-02", -1, -1, "SP");
    open.open_ended = true;
    reports.Add(open);
    for (const auto& files : {std::vector<const FileRegister*>{&observed, &reports},
                              std::vector<const FileRegister*>{&reports, &observed}}) {
      const PupilFacts facts = Facts(files, Iso("2025-09-02"));
      const RowLog& log = Log(files[0] == &reports ? 0 : 1);
      if (with_timetable) {
        ASSERT_EQ(facts.missed.size(), 1u);
        EXPECT_EQ(facts.missed[0].lesuur, 3);
        EXPECT_EQ(log.entries()[0].code, ProblemCode::kPartlyContradicted);
        EXPECT_EQ(log.used(), 1u);
      } else {
        EXPECT_TRUE(facts.missed.empty());
        EXPECT_EQ(log.rejected_per_code().at(ProblemCode::kAttended), 1u);
      }
    }
    rooster_ = {};
  }
}

TEST_F(ObservationTest, AReportExplainsObservedAbsenceWithoutATimetable) {
  Observe("2025-09-01", 1, Presence::kAbsent);
  Observe("2025-09-01", 2, Presence::kAbsent);
  Observe("2025-09-02", 1, Presence::kPresent);
  AbsenceRow ill = Absence(1, "1001", "2025-09-01", -1, -1, "Z");
  ill.through = Iso("2025-09-03");
  reports_.Add(ill);
  const PupilFacts facts = Facts({&reports_, &observed_});
  ASSERT_EQ(facts.missed.size(), 2u);
  for (const MissedLesson& lesson : facts.missed) EXPECT_EQ(lesson.reason, ReasonClass::kZiekte);
  ASSERT_EQ(facts.due.size(), 2u);
  EXPECT_EQ(facts.due[0].lessons, 2);
  EXPECT_EQ(Log(1).used(), 3u);
  ASSERT_EQ(Log(0).entries().size(), 2u);
  EXPECT_EQ(Log(0).entries()[0].code, ProblemCode::kPartlyUnknownLength) << "nobody saw the lessons of 3 September";
  EXPECT_EQ(Log(0).entries()[1].code, ProblemCode::kPartlyContradicted);
}

TEST_F(ObservationTest, OfTwoObservationsAbsenceCounts) {
  Observe("2025-09-01", 1, Presence::kAbsent);
  Observe("2025-09-01", 1, Presence::kPresent);
  const PupilFacts facts = Facts({&observed_});
  EXPECT_EQ(facts.missed.size(), 1u);
  EXPECT_EQ(Log().used(), 1u);
  ASSERT_EQ(Log().entries().size(), 1u);
  EXPECT_EQ(Log().entries()[0].row, 2u);
  EXPECT_EQ(Log().entries()[0].code, ProblemCode::kConflictingRow);
}

TEST_F(FactsTest, TwoAbsencesOfOneDayAtDifferentTimesBothCount) {
  struct Case {
    int begin, end;
    size_t missed;
  };
  for (const Case& c : {Case{600, 660, 2u}, Case{570, 630, 1u}, Case{540, 600, 1u}}) {
    SCOPED_TRACE(c.begin);
    FileRegister file;
    uint32_t line = 2;
    for (const auto& [begin, end] : {std::pair{540, 600}, std::pair{c.begin, c.end}}) {
      AbsenceRow row = Absence(line++, "1001", "2025-09-01", -1, -1, "SP");
      row.begin_time = Minutes{begin};
      row.end_time = Minutes{end};
      row.minutes = Minutes{end - begin};
      file.Add(row);
    }
    const PupilFacts facts = Facts({&file});
    EXPECT_EQ(facts.missed.size(), c.missed);
    EXPECT_EQ(Log().used(), c.missed);
    EXPECT_EQ(Log().used() + Log().rejected(), 2u);
  }
}

TEST_F(FactsTest, ALessonOfUnknownLengthIsNotCalledNoLesson) {
  FileRegister lessons;
  lessons.Add(Lesson(2, "1001", "2025-09-01", 1));
  lessons.Add(Lesson(3, "1001", "2025-09-01", 2, Presence::kPresent, "", 45));
  FileRegister absences;
  absences.Add(Absence(2, "1001", "2025-09-01", 2, 2, "SP"));
  AbsenceRow by_time = Absence(3, "1001", "2025-09-01", -1, -1, "SP");
  by_time.begin_time = Minutes{510};
  absences.Add(by_time);
  absences.Add(Absence(4, "1001", "2025-09-01", 3, 3, "SP"));
  Facts({&lessons, &absences});
  EXPECT_EQ(Log(1).rejected_per_code().at(ProblemCode::kUnknownLessonLength), 2u);
  EXPECT_EQ(Log(1).rejected_per_code().at(ProblemCode::kNotDue), 1u);
}

TEST_F(FactsTest, TheSameExportTwiceChangesNothing) {
  FileRegister once, again;
  for (FileRegister* file : {&once, &again}) {
    file->Add(Lesson(2, "1001", "2025-09-01", 1));
    file->Add(Lesson(3, "1001", "2025-09-01", 2, Presence::kAbsent, "SP"));
  }
  const PupilFacts facts = Facts({&once, &again});
  EXPECT_EQ(facts.due[0].minutes.value, 100);
  EXPECT_EQ(facts.missed.size(), 1u);
  EXPECT_EQ(Log(0).used(), 2u);
  EXPECT_EQ(Log(1).used(), 0u);
  EXPECT_EQ(Log(1).rejected_per_code().at(ProblemCode::kDuplicateRow), 2u);
}

}  // namespace
}  // namespace verzuim
