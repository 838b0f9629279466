// Rows: what the import hands to the register, one struct per kind of row, and the sink that takes them.
//
// Import has read the cells (dates are dates, minutes are numbers in range) and knows where each row stands in
// its file; it knows nothing of law, calendars or enrolment. Text views are valid during the call only.
#ifndef VERZUIM_CORE_REGISTER_ROWS_H_
#define VERZUIM_CORE_REGISTER_ROWS_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/base/date.h"
#include "core/base/problem.h"
#include "core/base/units.h"

namespace verzuim {

// A row of an input file: `file` is the index in the order of adding, `row` the physical line or sheet row on
// which the record starts, counted from 1, header included.
struct RowRef {
  uint32_t row = 0;
  uint16_t file = 0;

  constexpr bool operator==(const RowRef&) const = default;
};

// Lesuren run from 0 to 31: one bit each in a day's mask.
inline constexpr int kMaxLesuur = 31;
constexpr uint32_t LesuurBit(int lesuur) {
  return uint32_t{1} << lesuur;
}

inline constexpr int kMaxLessonMinutes = 480;
inline constexpr int kMaxDayMinutes = 24 * 60;

enum class Presence : uint8_t { kPresent, kAbsent, kLate };

// What an export itself says about an absence, apart from its code.
enum class GeoorloofdFlag : uint8_t { kUnknown, kYes, kNo };

struct Reason {
  std::string_view code;  // the school's own code; empty = none given
  GeoorloofdFlag geoorloofd = GeoorloofdFlag::kUnknown;
  bool luxe = false;  // the export's own "luxeverzuim" flag
};

// One due lesson of one pupil (canonical `lessen`). minutes 1..480; missed 0..minutes, or not given.
struct LessonRow {
  RowRef ref;
  std::string_view pupil;
  Date date;
  uint8_t lesuur = 0;
  Presence presence = Presence::kPresent;
  Minutes minutes;
  std::optional<Minutes> missed;
  Reason reason;
  std::string_view vak;  // subject; empty = not given
};

// One absence (canonical `verzuim` and most foreign exports): an interval of days; within each day all of it,
// a range of lesuren, or clock times. `through` not given = still open. Clock times are minutes after midnight.
// `minutes`, when given, is the time missed on the (single) day.
struct AbsenceRow {
  RowRef ref;
  std::string_view pupil;
  Date from;
  std::optional<Date> through;
  std::optional<uint8_t> lesuur_from, lesuur_through;
  std::optional<Minutes> begin_time, end_time;
  std::optional<Minutes> minutes;
  std::optional<Minutes> lesuur_length;   // of each lesuur, where the export has lesuren of its own (PARS: 30)
  Presence presence = Presence::kAbsent;  // kPresent: an observation "aanwezig"; a report cannot make it an absence
  Reason reason;
  bool open_ended = false;  // the export says "no end date yet" (not: one day)
  // When the row was entered, in minutes after kShortDateEpoch on the Dutch clock. Of rows about one lesson that were
  // entered at different times the last one counts.
  std::optional<int32_t> entered;
};

enum class Onderwijssoort : uint8_t { kOnbekend, kPo, kSbo, kSo, kVso, kPro, kVmbo, kHavo, kVwo, kVavo, kMbo };
std::string_view WireName(Onderwijssoort soort);
std::optional<Onderwijssoort> ParseOnderwijssoort(std::string_view text);

// The letter of LPW art. 5 on which a pupil is exempt. Which ailment lies behind it is never asked.
enum class VrijstellingGrond : uint8_t { kOnbekend, kA, kB, kC };

// One row of `leerlingen`. Not given = not known; nothing is assumed here.
struct PupilRow {
  RowRef ref;
  std::string_view pupil;
  std::optional<Date> geboortedatum;
  Onderwijssoort onderwijssoort = Onderwijssoort::kOnbekend;
  std::optional<int> leerjaar;
  std::string_view klas;
  std::string_view gemeente;
  std::optional<Date> ingeschreven_van, ingeschreven_tot;  // closed
  std::optional<Date> startkwalificatie_sinds;
  std::optional<Date> vrijstelling_van, vrijstelling_tot;  // closed
  VrijstellingGrond vrijstelling_grond = VrijstellingGrond::kOnbekend;
  std::optional<Date> leerplicht_tot;                      // last day, when twelve full school years end it earlier
  std::optional<Date> kwalificatieplicht_tot;  // last day: schooldiploma pro, or vso arbeidsmarkt or dagbesteding
  std::optional<Date> verwijdering_besluit;    // the day of the decision to remove the pupil
};

// A row of a reason table (Magister sis_abty): says what a code means, is no absence.
struct ReasonRow {
  RowRef ref;
  std::string_view id;  // what the absence rows refer to; equals code where there is no id
  std::string_view code;
  std::string_view description;
  std::string_view type;  // "Present", "Absent", "Te laat", …: the export's own word
  GeoorloofdFlag geoorloofd = GeoorloofdFlag::kUnknown;
  bool luxe = false;
};

// The label of a confirmation; no label of a beleid.
inline constexpr std::string_view kBevestigd = "bevestigd";

// A note of a mentor, with a label of the verzuimbeleid; or, when `regel` is not empty, that a person has confirmed the
// signaal of that rule. Who confirmed it and why was in the row and is not kept.
struct NoteRow {
  RowRef ref;
  std::string_view pupil;
  Date date;
  std::string_view label;
  std::string_view regel;
};

// What import has to say about a row it could not use, or had doubts about. `column` is the header's own word;
// `detail` fills the message of the code. Severity follows from the code.
struct RowProblem {
  ProblemCode code;
  RowRef ref;
  std::string_view column;
  std::string_view detail;
};

// Takes rows one by one. For each row that import has read it calls exactly one of: Add, or Report with a code of
// severity "rejected". Reports of other severities come beside an Add. The sink owns the sums.
class RowSink {
 public:
  virtual ~RowSink() = default;
  virtual void Add(const LessonRow& row) = 0;
  virtual void Add(const AbsenceRow& row) = 0;
  virtual void Add(const PupilRow& row) = 0;
  virtual void Add(const ReasonRow& row) = 0;
  virtual void Add(const NoteRow& row) = 0;
  virtual void Report(const RowProblem& problem) = 0;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_REGISTER_ROWS_H_
