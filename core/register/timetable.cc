#include "core/register/timetable.h"

namespace verzuim {

const TimetableLesson* Timetable::Lesson(int lesuur) const {
  for (const TimetableLesson& lesson : lessons) {
    if (lesson.lesuur == lesuur) return &lesson;
  }
  return nullptr;
}

uint32_t Timetable::DueMask(const Pupil& pupil, int iso_weekday) const {
  for (const TimetableWeek& week : weeks) {
    if (!week.klas.empty() && week.klas != pupil.klas) continue;
    if (week.leerjaar && week.leerjaar != pupil.leerjaar) continue;
    if (week.onderwijssoort != Onderwijssoort::kOnbekend && week.onderwijssoort != pupil.onderwijssoort) continue;
    return week.lesuren[static_cast<size_t>(iso_weekday - 1)];
  }
  return 0;
}

}  // namespace verzuim
