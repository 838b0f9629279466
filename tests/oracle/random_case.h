// A random pupil at a random school: what the property tests ask the core and the reference about.
#ifndef VERZUIM_TESTS_ORACLE_RANDOM_CASE_H_
#define VERZUIM_TESTS_ORACLE_RANDOM_CASE_H_

#include <ostream>
#include <vector>

#include "core/calendar/school_calendar.h"
#include "core/options/options.h"
#include "core/register/pupil.h"
#include "tests/oracle/oracle.h"

namespace verzuim::oracle {

struct Case {
  Calendar calendar;
  Options options;
  Profiel profiel = Profiel::kVo;
  Date peildatum;
  Pupil pupil;
  std::vector<DueDay> due;
  std::vector<MissedLesson> missed;

  PupilFacts Facts() const { return {pupil, due, missed}; }
  CalendarConfig Config() const;
};

// Readable: the options that differ from the defaults, the calendar, the pupil, and one line per day with absence.
std::ostream& operator<<(std::ostream& out, const Case& c);
std::ostream& operator<<(std::ostream& out, const Answer& answer);

// The two answers in one form. Meldingen with the same meldbaar_vanaf and soort are put in order of begindatum.
std::vector<Answer> AskCore(const Case& c);
std::vector<Answer> AskReference(const Case& c);

// Both to be called inside a RapidCheck property or generator: every choice is drawn, so that a failing case shrinks.
Case DrawCase();
// A case that looks the same when it is moved by up to five weeks: an autumn without feestdagen, own vacations, no
// birthday near.
Case DrawMovableCase();
// The same case `days` later; `days` is a multiple of seven.
Case Moved(const Case& c, int days);

// A whole number from lo to hi, both included; shrinks to lo.
int Draw(int lo, int hi);

}  // namespace verzuim::oracle

#endif  // VERZUIM_TESTS_ORACLE_RANDOM_CASE_H_
