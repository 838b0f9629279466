// FactsBuilder, second part: rows of absence are laid on the lessons they speak of.
#include <algorithm>
#include <string>
#include <tuple>

#include "core/register/facts_builder.h"

namespace verzuim {

// Lays the row on the due lessons of one day; answers how many lessons it touched.
int FactsBuilder::PlaceOnDueDay(const AbsenceItem& item, const WorkDay& day, bool first_day, bool last_day,
                                Candidate candidate) {
  const int begin = first_day ? item.begin : -1;
  const int end = last_day ? item.end : -1;
  const bool by_lesuur = item.lesuur_from >= 0;
  const bool by_time = !by_lesuur && (begin >= 0 || end >= 0);
  int left = item.minutes >= 0 ? item.minutes : INT32_MAX;  // of the minutes the row states
  int placed = 0;
  for (int lesuur = 0; lesuur <= kMaxLesuur; ++lesuur) {
    if ((day.lesuren & LesuurBit(lesuur)) == 0) continue;
    if (by_lesuur && (lesuur < item.lesuur_from || lesuur > item.lesuur_through)) continue;
    const int length = LessonLength(day, lesuur);
    int missed = length;
    if (by_time) {
      const TimetableLesson* lesson = setup_.rooster.Lesson(lesuur);
      if (lesson == nullptr || !lesson->begin) {
        length_unknown_ = true;
        continue;
      }
      const int from = std::max(begin >= 0 ? begin : 0, lesson->begin->value);
      const int to = std::min(end >= 0 ? end : 24 * 60, lesson->end->value);
      if (to <= from) continue;
      missed = std::min(to - from, length);
    }
    if (candidate.present) {
      missed = 0;
    } else if (length == 0) {
      length_unknown_ = true;
      continue;
    } else if (candidate.lesson.late && item.minutes < 0 && !by_time) {
      missed = std::min(setup_.te_laat_minuten.value, length);
      logs_[candidate.lesson.ref.file].Add(ProblemCode::kLateWithoutMinutes, item.row, 1, "minuten",
                                           std::to_string(missed), true);
    }
    missed = std::min(missed, left);
    if (missed == 0 && !candidate.lesson.late && !candidate.present) break;
    left -= item.minutes >= 0 ? missed : 0;
    candidate.lesson.lesuur = lesuur;
    candidate.lesson.lesson = {length};
    candidate.lesson.missed = {missed};
    candidates_.push_back(candidate);
    ++placed;
    if (candidate.lesson.late && !by_lesuur && !by_time) break;  // late is late for the first lesson
  }
  if (placed > 0 && !candidate.present && item.minutes >= 0 && left > 0) {
    logs_[candidate.lesson.ref.file].Add(ProblemCode::kPartlyOutsideDue, item.row, 1, "minuten", std::to_string(left),
                                         true);
  }
  return placed;
}

// Without lessons or timetable the row itself is all there is.
int FactsBuilder::PlaceByItself(const AbsenceItem& item, Date date, Candidate candidate) {
  const int lessons = item.lesuur_from >= 0 ? item.lesuur_through - item.lesuur_from + 1 : 0;
  const int span = item.begin >= 0 && item.end > item.begin ? item.end - item.begin : 0;
  const int stated = item.minutes >= 0 && !candidate.lesson.late ? item.minutes : span;
  int length = item.slot > 0 ? item.slot : 0;
  if (length == 0 && lessons > 0 && stated % lessons == 0) length = stated / lessons;
  if (lessons > 0 && length > 0 && length <= 480) {
    PlaceOnStatedLessons(item, date, length, candidate);
    return lessons;
  }
  if (candidate.present || item.minutes <= 0) return 0;
  DayFor(date);
  candidate.lesson.lesuur = std::max<int>(item.lesuur_from, 0);
  candidate.lesson.lesson = candidate.lesson.missed = {item.minutes};
  candidate.lesson.clock_only = true;
  if (lessons == 0 && span > 0) {
    candidate.begin = item.begin;
    candidate.end = item.end;
  }
  candidates_.push_back(candidate);
  logs_[candidate.lesson.ref.file].Add(ProblemCode::kAssumedLessonLength, item.row, 1, "minuten",
                                       std::to_string(item.minutes), true);
  return 1;
}

// The row names its lesuren and how long each is.
void FactsBuilder::PlaceOnStatedLessons(const AbsenceItem& item, Date date, int length, Candidate candidate) {
  WorkDay& day = DayFor(date);
  int left = item.minutes >= 0 ? item.minutes : INT32_MAX;
  if (candidate.lesson.late && item.minutes < 0) {
    left = std::min(setup_.te_laat_minuten.value, length);
    logs_[candidate.lesson.ref.file].Add(ProblemCode::kLateWithoutMinutes, item.row, 1, "minuten",
                                         std::to_string(left), true);
  }
  if (candidate.present) left = 0;
  for (int lesuur = item.lesuur_from; lesuur <= item.lesuur_through; ++lesuur) {
    if (candidate.observed && (day.lesuren & LesuurBit(lesuur)) == 0) day.minutes += length;
    day.lesuren |= LesuurBit(lesuur);
    day.listed = candidate.observed;
    const int missed = std::min(left, length);
    left -= missed;
    if (missed == 0 && !candidate.lesson.late && !candidate.present) continue;
    candidate.lesson.lesuur = lesuur;
    candidate.lesson.lesson = {length};
    candidate.lesson.missed = {missed};
    candidates_.push_back(candidate);
  }
}

void FactsBuilder::PlaceAbsence(const Pupil& pupil, const RecordRef& ref, const AbsenceItem& item) {
  static const Classification kPresence;
  const Classification& code = item.code == AbsenceItem::kNoCode ? kPresence : classes_[ref.file][item.code];
  RowLog& log = logs_[ref.file];
  const Date from = FromShort(item.from);
  Date through = FromShort(item.through);
  if (item.open_ended) through = std::max(through, setup_.timetable_dates.last);
  if (code.ignored) {
    return log.Add(ProblemCode::kIgnoredCode, item.row, 1, "reden", code.shown_code, true);
  }
  Candidate candidate{};
  candidate.present = item.presence == Presence::kPresent;
  candidate.observed = files_[ref.file]->has_presence();
  candidate.lesson.late = item.presence == Presence::kLate;
  candidate.lesson.ref = {item.row, ref.file};
  candidate.lesson.reason = code.reason.value_or(ReasonClass::kOnverklaard);
  candidate.lesson.clock_only = item.slot > 0;
  candidate.entered = item.entered;
  candidate.stated = code.source != ClassSource::kNoCode;
  candidate.source = static_cast<uint32_t>(sources_.size());
  int placed = 0, lesdagen = 0, enrolled = 0;
  length_unknown_ = false;
  for (Date date = from; date <= through; ++date) {
    if (!setup_.calendar.IsLesdag(date)) continue;
    ++lesdagen;
    if (!pupil.EnrolledOn(date)) continue;
    ++enrolled;
    candidate.lesson.date = date;
    if (!has_due_) {
      placed += PlaceByItself(item, date, candidate);
    } else if (const WorkDay* day = DayOn(date)) {
      placed += PlaceOnDueDay(item, *day, date == from, date == through, candidate);
    } else if (!all_days_known_) {
      length_unknown_ = true;
    }
  }
  if (placed > 0) {
    sources_.push_back({{item.row, ref.file}});
    if (length_unknown_) log.Add(ProblemCode::kPartlyUnknownLength, item.row, 1, "datum", ToIso(from), true);
    return;
  }
  const ProblemCode why = lesdagen == 0                  ? ProblemCode::kNoLessonDay
                          : enrolled == 0                ? ProblemCode::kOutsideEnrolment
                          : has_due_ && !length_unknown_ ? ProblemCode::kNotDue
                                                         : ProblemCode::kUnknownLessonLength;
  log.Add(why, item.row, 1, "datum", ToIso(from), true);
}

void FactsBuilder::CollectAbsences(const Pupil& pupil, const RecordRef& ref) {
  const PupilRecords& records = files_[ref.file]->records()[ref.local];
  std::vector<const AbsenceItem*> items;
  items.reserve(records.absences.size());
  for (const AbsenceItem& item : records.absences) items.push_back(&item);
  const auto key = [](const AbsenceItem& i) {
    return std::make_tuple(i.from, i.through, i.lesuur_from, i.lesuur_through, i.begin, i.end, i.minutes, i.slot,
                           i.code, i.presence, i.open_ended, i.entered);
  };
  std::sort(items.begin(), items.end(), [&](const AbsenceItem* a, const AbsenceItem* b) {
    return std::make_pair(key(*a), a->row) < std::make_pair(key(*b), b->row);
  });
  for (size_t i = 0; i < items.size(); ++i) {
    if (i > 0 && key(*items[i]) == key(*items[i - 1])) {
      logs_[ref.file].Add(ProblemCode::kDuplicateRow, items[i]->row, 1, "datum", ToIso(FromShort(items[i]->from)),
                          true);
    } else {
      PlaceAbsence(pupil, ref, *items[i]);
    }
  }
}

}  // namespace verzuim
