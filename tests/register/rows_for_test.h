// Short ways to write rows in tests.
#ifndef VERZUIM_TESTS_REGISTER_ROWS_FOR_TEST_H_
#define VERZUIM_TESTS_REGISTER_ROWS_FOR_TEST_H_

#include <string_view>

#include "core/register/file_register.h"
#include "core/register/rows.h"

namespace verzuim {

inline Date Iso(std::string_view text) {
  return ParseIsoDate(text).value();
}

inline LessonRow Lesson(uint32_t row, std::string_view pupil, std::string_view date, int lesuur,
                        Presence presence = Presence::kPresent, std::string_view code = "", int minutes = 50) {
  LessonRow lesson;
  lesson.ref.row = row;
  lesson.pupil = pupil;
  lesson.date = Iso(date);
  lesson.lesuur = static_cast<uint8_t>(lesuur);
  lesson.presence = presence;
  lesson.minutes = {minutes};
  lesson.reason.code = code;
  return lesson;
}

inline AbsenceRow Absence(uint32_t row, std::string_view pupil, std::string_view from, int lesuur_from,
                          int lesuur_through, std::string_view code = "") {
  AbsenceRow absence;
  absence.ref.row = row;
  absence.pupil = pupil;
  absence.from = Iso(from);
  if (lesuur_from >= 0) {
    absence.lesuur_from = static_cast<uint8_t>(lesuur_from);
    absence.lesuur_through = static_cast<uint8_t>(lesuur_through);
  }
  absence.reason.code = code;
  return absence;
}

}  // namespace verzuim

#endif  // VERZUIM_TESTS_REGISTER_ROWS_FOR_TEST_H_
