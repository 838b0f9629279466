// Timetable (`rooster` in school.json): when there are lessons, for exports that list absences only.
//
// A lessen file knows each pupil's due lessons and needs no timetable. An export of absences does not: it says
// "lesuur 3" or "10:00 to 11:40". The timetable then says how long that lesson is and which lessons were due.
#ifndef VERZUIM_CORE_REGISTER_TIMETABLE_H_
#define VERZUIM_CORE_REGISTER_TIMETABLE_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/units.h"
#include "core/register/pupil.h"
#include "core/register/rows.h"

namespace verzuim {

struct TimetableLesson {
  uint8_t lesuur = 0;
  std::optional<Minutes> begin, end;  // minutes after midnight; both or neither
  Minutes length;                     // end - begin where those are given
};

// Which lesuren are due on each weekday, for the pupils that match. Empty criteria match every pupil.
struct TimetableWeek {
  std::string klas;
  std::optional<int> leerjaar;
  Onderwijssoort onderwijssoort = Onderwijssoort::kOnbekend;
  std::array<uint32_t, 7> lesuren{};  // per ISO weekday (Monday first) a mask of lesuren
};

struct Timetable {
  std::vector<TimetableLesson> lessons;  // sorted by lesuur
  std::vector<TimetableWeek> weeks;      // the first match counts

  bool empty() const { return lessons.empty(); }
  const TimetableLesson* Lesson(int lesuur) const;
  // The mask of lesuren due for this pupil on this ISO weekday [1, 7]; 0 when no week matches.
  uint32_t DueMask(const Pupil& pupil, int iso_weekday) const;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_REGISTER_TIMETABLE_H_
