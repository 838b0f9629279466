// FactsBuilder: from what the files say of one pupil to the facts the rules work on.
//
// Here rows meet the calendar, the enrolment, the timetable, the codes and each other. Every row ends as used or as
// rejected with a reason in the log of its file.
//
// Where due lessons come from, per pupil: a lessen file when it knows the pupil; else the timetable of
// school.json; else the rows of absence themselves, and then only the time they state is known: such a day has
// `lessons == 0` unless the file also says when pupils were present (observations, "waarnemingen"). Reports of
// absence in other files are laid on the lessons that were observed: they explain an observed absence, and a lesson
// at which the pupil was seen is not missed.
#ifndef VERZUIM_CORE_REGISTER_FACTS_BUILDER_H_
#define VERZUIM_CORE_REGISTER_FACTS_BUILDER_H_

#include <vector>

#include "core/calendar/school_calendar.h"
#include "core/register/code_table.h"
#include "core/register/file_register.h"
#include "core/register/pupil.h"
#include "core/register/pupil_directory.h"
#include "core/register/timetable.h"

namespace verzuim {

struct FactsSetup {
  const SchoolCalendar& calendar;
  const Timetable& rooster;
  Minutes te_laat_minuten;
  DateRange timetable_dates;  // the days for which the timetable is laid out
};

class FactsBuilder {
 public:
  // `classes` holds, per file, the classification of each entry of its code table. All must outlive the builder.
  FactsBuilder(const std::vector<const FileRegister*>& files, const std::vector<std::vector<Classification>>& classes,
               std::vector<RowLog>& logs, const FactsSetup& setup);

  // The facts of one pupil; the views are valid until the next call.
  PupilFacts Build(const Pupil& pupil, const std::vector<RecordRef>& records);
  // Whether the last pupil had absence without any knowledge of due time.
  bool due_time_unknown() const { return due_time_unknown_; }

 private:
  struct WorkDay {
    Date date;
    uint32_t lesuren;  // mask
    int minutes;
    bool listed;  // all lessons of the day are known
  };
  // One lesson that one row says was missed, before rows about the same lesson are weighed.
  struct Candidate {
    MissedLesson lesson;
    bool present;               // not missed: the pupil was seen
    bool observed;              // by someone who also notes presence, not reported for a whole day or more
    bool stated;                // the row gives a reason
    int32_t entered = -1;       // of an absence, as in AbsenceItem
    int begin = 0, end = 1440;  // clock minutes, of a row that knows no lesuur but its times
    uint32_t source;            // into sources_
  };
  // A row and what became of its lessons.
  struct Source {
    RowRef ref;
    int kept = 0, lost = 0;
    bool attended = false;       // lessons lost because the pupil was seen at them
    bool contradicted = false;   // presence lost to absence
    bool entered_again = false;  // lessons lost to a row that was entered later
    bool is_double = false;
  };

  void CollectLessons(const Pupil& pupil, const RecordRef& ref);
  bool AddDay(const FileRegister& file, const RecordRef& ref, const DayCell& cell);
  void LayTimetable(const Pupil& pupil);
  void CollectAbsences(const Pupil& pupil, const RecordRef& ref);
  void PlaceAbsence(const Pupil& pupil, const RecordRef& ref, const AbsenceItem& item);
  int PlaceOnDueDay(const AbsenceItem& item, const WorkDay& day, bool first_day, bool last_day, Candidate candidate);
  void PlaceOnStatedLessons(const AbsenceItem& item, Date date, int length, Candidate candidate);
  int PlaceByItself(const AbsenceItem& item, Date date, Candidate candidate);
  void JoinOverlapping();
  void Weigh();
  size_t PutAsideEarlier(size_t first, size_t past);
  void Emit();

  WorkDay* DayOn(Date date);
  WorkDay& DayFor(Date date);
  int LessonLength(const WorkDay& day, int lesuur) const;
  void RejectCell(uint16_t file, const DayCell& cell, ProblemCode code);

  const std::vector<const FileRegister*>& files_;
  const std::vector<std::vector<Classification>>& classes_;
  std::vector<RowLog>& logs_;
  const FactsSetup setup_;

  std::vector<WorkDay> days_;
  std::vector<Candidate> candidates_;
  std::vector<Source> sources_;
  std::vector<DueDay> due_;
  std::vector<MissedLesson> missed_;
  bool has_due_ = false;         // lessons are known that absence can be laid on
  bool all_days_known_ = false;  // from lessons or a timetable: a day without is a day without lessons
  bool length_unknown_ = false;  // of a lesson the present row speaks of
  bool due_time_unknown_ = false;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_REGISTER_FACTS_BUILDER_H_
