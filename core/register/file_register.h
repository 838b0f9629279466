// FileRegister: what one file said, kept in columns.
//
// Of a lesson register only what is not plain presence is kept, plus one small cell per pupil and day: which
// lesuren were due and how many minutes. So memory grows with pupils, days and absences, not with the file.
// Lesson rows are judged here only against their own file (the same lesson twice); calendar, enrolment, timetable and
// codes come later (Register), so that those can change without reading the file again.
//
// The order of rows does not matter: of two rows about one lesson the heavier counts, whichever came first.
#ifndef VERZUIM_CORE_REGISTER_FILE_REGISTER_H_
#define VERZUIM_CORE_REGISTER_FILE_REGISTER_H_

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/register/code_table.h"
#include "core/register/interner.h"
#include "core/register/pupil.h"
#include "core/register/row_log.h"
#include "core/register/rows.h"

namespace verzuim {

// Days since 2000-01-01 in 16 bits: 2000 to 2179. Rows outside are rejected as bad dates.
inline constexpr Date kShortDateEpoch = Date::FromCivil(2000, 1, 1).value();
using ShortDate = uint16_t;
constexpr bool FitsShortDate(Date date) {
  return date >= kShortDateEpoch && date - kShortDateEpoch < 65535;
}
constexpr ShortDate ToShort(Date date) {
  return static_cast<ShortDate>(date - kShortDateEpoch);
}
constexpr Date FromShort(ShortDate date) {
  return kShortDateEpoch + date;
}

// All due lessons of a pupil on a day, as one file has them.
struct DayCell {
  uint32_t lesuren = 0;    // mask
  uint32_t first_row = 0;  // the row of the first lesson read
  ShortDate date = 0;
  uint16_t minutes : 15;  // together; at most 32 lessons of 480
  uint16_t together : 1;  // the rows stand directly below each other
};

// A lesson that was not simply attended.
struct MissedItem {
  uint32_t row = 0;
  uint32_t vak = 0;  // into vakken()
  ShortDate date = 0;
  uint16_t code = 0;    // into codes()
  uint16_t lesson = 0;  // minutes
  uint16_t missed = 0;  // minutes
  uint8_t lesuur = 0;
  bool late = false;
  bool missed_given = false;
};

// An absence that still has to be laid on due lessons.
struct AbsenceItem {
  static constexpr uint16_t kNoCode = 0xffff;  // of an observation "aanwezig"

  uint32_t row = 0;
  ShortDate from = 0;
  ShortDate through = 0;  // equal to from for a single day
  uint16_t code = 0;
  int16_t begin = -1, end = -1;  // minutes after midnight; -1 = not given
  int16_t minutes = -1;
  int16_t slot = -1;  // minutes of each lesuur, where the export has half hours of its own
  int8_t lesuur_from = -1, lesuur_through = -1;
  Presence presence = Presence::kAbsent;
  bool open_ended = false;
  int32_t entered = -1;  // minutes after kShortDateEpoch
};

struct PupilRecords {
  std::vector<DayCell> days;          // sorted by date
  std::vector<MissedItem> missed;     // in order of reading
  std::vector<AbsenceItem> absences;  // in order of reading
};

// A row of a leerlingen file, with its texts kept.
struct PupilListItem {
  uint32_t row = 0;
  uint32_t pupil = 0;
  PupilRow data;  // its views point into `klas` and `gemeente`
  std::string klas, gemeente;
};

// A row of a reason table; the map that holds it has its id as key.
struct ReasonItem {
  ReasonInfo info;
  uint32_t row = 0;
};

// A note with its texts kept.
struct NoteItem {
  uint32_t row = 0;
  PupilNote note;
};

class FileRegister final : public RowSink {
 public:
  FileRegister() = default;
  FileRegister(const FileRegister&) = delete;
  FileRegister& operator=(const FileRegister&) = delete;

  void Add(const LessonRow& row) override;
  void Add(const AbsenceRow& row) override;
  void Add(const PupilRow& row) override;
  void Add(const ReasonRow& row) override;
  void Add(const NoteRow& row) override;
  void Report(const RowProblem& problem) override;

  // Takes what another register made of the rows that follow in the same file, as if they had been added here one by
  // one; each of its rows stands `row_shift` lines further down. False, and nothing is changed, when that cannot be
  // said: some row of the other is about a lesson, a reason or a note that is known here, so that row by row it would
  // have been judged otherwise.
  bool Append(const FileRegister& later, uint32_t row_shift);
  // The whole register for a reader elsewhere.
  void Write(ByteWriter& out) const;
  // Fills an empty register with what Write made. False when the bytes are no such thing; the register is then of no
  // use, but safe to let go.
  bool Read(ByteReader& in);

  // Pupils by number in order of first appearance; keys()[i] belongs to records()[i].
  const Interner& keys() const { return keys_; }
  const std::deque<PupilRecords>& records() const { return records_; }
  const std::deque<PupilListItem>& pupil_list() const { return pupil_list_; }
  const std::map<std::string, ReasonItem>& reasons() const { return reasons_; }
  // Per pupil number of keys(), in order of reading; shorter than keys() where later pupils have none.
  const std::deque<std::vector<NoteItem>>& notes() const { return notes_; }
  const CodeTable& codes() const { return codes_; }
  // Subjects of missed lessons, in order of first appearance; an empty one where none was given.
  const Interner& vakken() const { return vakken_; }
  const RowLog& log() const { return log_; }
  // First and last day spoken of by a lesson or an absence, if any.
  const std::optional<DateRange>& dates() const { return dates_; }
  // The file also says where pupils were present, so that its lessons are all the lessons.
  bool has_presence() const { return has_presence_; }
  bool has_lessons() const { return has_lessons_; }
  bool has_absences() const { return has_absences_; }

 private:
  uint32_t PupilOf(std::string_view key);
  PupilRecords& RecordsOf(std::string_view key) { return records_[PupilOf(key)]; }
  void ListPupil(const PupilRow& row, uint32_t pupil);
  bool ReadPupils(ByteReader& in);
  bool ReadRecords(ByteReader& in, PupilRecords& records) const;
  bool ReadList(ByteReader& in);
  bool ReadReasons(ByteReader& in);
  bool ReadNotes(ByteReader& in);
  bool CanAppend(const FileRegister& later) const;
  DayCell& CellOf(PupilRecords& records, Date date, uint32_t row);
  void AddMissed(PupilRecords& records, const DayCell& cell, const LessonRow& row, uint16_t code, bool known);
  void ExtendDates(Date first, Date last);
  // The code's number; reports and answers nullopt when the table is full.
  std::optional<uint16_t> CodeOf(const Reason& reason, bool late, uint32_t row);
  void Reject(ProblemCode code, uint32_t row, std::string_view column, std::string_view detail);

  Interner keys_;
  std::deque<PupilRecords> records_;
  std::deque<PupilListItem> pupil_list_;
  std::map<std::string, ReasonItem> reasons_;
  std::deque<std::vector<NoteItem>> notes_;
  CodeTable codes_;
  Interner vakken_;
  RowLog log_;
  std::optional<DateRange> dates_;
  bool has_presence_ = false;
  bool has_lessons_ = false;
  bool has_absences_ = false;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_REGISTER_FILE_REGISTER_H_
