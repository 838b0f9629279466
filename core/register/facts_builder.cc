#include "core/register/facts_builder.h"

#include <algorithm>
#include <string>
#include <tuple>

namespace verzuim {
namespace {

bool EnrolledOn(const Pupil& pupil, Date date) {
  return pupil.inschrijvingen.empty() || std::any_of(pupil.inschrijvingen.begin(), pupil.inschrijvingen.end(),
                                                     [&](const Periode& periode) { return periode.Contains(date); });
}

int Count(uint32_t mask) {
  return __builtin_popcount(mask);
}
uint32_t Bit(int lesuur) {
  return uint32_t{1} << lesuur;
}

// How heavy an absence weighs when two rows speak of one lesson: a stated reason over none ("afwezig" by a teacher,
// explained by a report of the parents), then ongeoorloofd over geoorloofd, then more time missed.
int JudgementRank(ReasonClass reason) {
  switch (JudgementOf(reason)) {
    case Judgement::kNoDueTime:
      return 4;
    case Judgement::kOngeoorloofd:
      return 3;
    case Judgement::kPending:
      return 2;
    case Judgement::kGeoorloofd:
      return 1;
    case Judgement::kNotAbsence:
      return 0;
  }
  return 0;
}

}  // namespace

FactsBuilder::FactsBuilder(const std::vector<const FileRegister*>& files,
                           const std::vector<std::vector<Classification>>& classes, std::vector<RowLog>& logs,
                           const FactsSetup& setup)
    : files_(files), classes_(classes), logs_(logs), setup_(setup) {}

FactsBuilder::WorkDay* FactsBuilder::DayOn(Date date) {
  const auto at =
      std::lower_bound(days_.begin(), days_.end(), date, [](const WorkDay& day, Date d) { return day.date < d; });
  return at != days_.end() && at->date == date ? &*at : nullptr;
}

FactsBuilder::WorkDay& FactsBuilder::DayFor(Date date) {
  if (days_.empty() || days_.back().date < date) {
    days_.push_back({date, 0, 0, false});
    return days_.back();
  }
  const auto at =
      std::lower_bound(days_.begin(), days_.end(), date, [](const WorkDay& day, Date d) { return day.date < d; });
  if (at != days_.end() && at->date == date) return *at;
  return *days_.insert(at, {date, 0, 0, false});
}

// 0 when it cannot be known.
int FactsBuilder::LessonLength(const WorkDay& day, int lesuur) const {
  if (const TimetableLesson* lesson = setup_.rooster.Lesson(lesuur)) return lesson->length.value;
  const int lessons = Count(day.lesuren);
  return lessons > 0 && day.minutes % lessons == 0 ? day.minutes / lessons : 0;
}

void FactsBuilder::RejectCell(uint16_t file, const DayCell& cell, ProblemCode code) {
  const auto rows = static_cast<uint32_t>(Count(cell.lesuren));
  const std::string detail = ToIso(FromShort(cell.date));
  if (!cell.together) {
    logs_[file].Add(code, cell.first_row, rows, "datum", detail, /*was_used=*/true);
    return;
  }
  for (uint32_t i = 0; i < rows; ++i) {
    logs_[file].Add(code, cell.first_row + i, 1, "datum", detail, /*was_used=*/true);
  }
}

// Takes the due lessons of one day of one file. False when the day falls away, with its rows.
bool FactsBuilder::AddDay(const FileRegister& file, const RecordRef& ref, const DayCell& cell) {
  WorkDay& day = DayFor(FromShort(cell.date));
  const uint32_t shared = day.lesuren & cell.lesuren;
  const int lessons = Count(cell.lesuren);
  if (shared != 0 && (shared != cell.lesuren || day.minutes != cell.minutes) && cell.minutes % lessons != 0) {
    RejectCell(ref.file, cell, ProblemCode::kConflictingRow);
    return false;
  }
  if (shared != 0) {
    // Lessons that an earlier file also has. Rows of absence are weighed one by one later; plain presence is a
    // double.
    const auto& missed = file.records()[ref.local].missed;
    uint32_t absent = 0;
    for (const MissedItem& item : missed) {
      if (item.date == cell.date) absent |= Bit(item.lesuur);
    }
    if (const auto doubles = static_cast<uint32_t>(Count(shared & ~absent)); doubles > 0) {
      logs_[ref.file].Add(ProblemCode::kDuplicateRow, cell.first_row, doubles, "datum", ToIso(day.date), true);
    }
  }
  day.minutes += shared == 0 ? cell.minutes : cell.minutes / lessons * Count(cell.lesuren & ~shared);
  day.lesuren |= cell.lesuren;
  day.listed = true;
  return true;
}

void FactsBuilder::CollectLessons(const Pupil& pupil, const RecordRef& ref) {
  const FileRegister& file = *files_[ref.file];
  const PupilRecords& records = file.records()[ref.local];
  std::vector<ShortDate> dropped;
  for (const DayCell& cell : records.days) {
    const Date date = FromShort(cell.date);
    if (!setup_.calendar.IsLesdag(date)) {
      RejectCell(ref.file, cell, ProblemCode::kNoLessonDay);
    } else if (!EnrolledOn(pupil, date)) {
      RejectCell(ref.file, cell, ProblemCode::kOutsideEnrolment);
    } else if (AddDay(file, ref, cell)) {
      continue;
    }
    dropped.push_back(cell.date);
  }
  for (const MissedItem& item : records.missed) {
    if (std::binary_search(dropped.begin(), dropped.end(), item.date)) continue;
    const Classification& code = classes_[ref.file][item.code];
    if (code.ignored) {
      logs_[ref.file].Add(ProblemCode::kIgnoredCode, item.row, 1, "reden", code.shown_code, true);
      continue;
    }
    Candidate candidate{};
    candidate.lesson.date = FromShort(item.date);
    candidate.lesson.lesuur = item.lesuur;
    candidate.lesson.lesson = {item.lesson};
    candidate.lesson.missed = {item.missed};
    if (!item.missed_given) {
      candidate.lesson.missed = std::min(setup_.te_laat_minuten, candidate.lesson.lesson);
      logs_[ref.file].Add(ProblemCode::kLateWithoutMinutes, item.row, 1, "gemist",
                          std::to_string(candidate.lesson.missed.value), true);
    }
    candidate.lesson.reason = *code.reason;
    candidate.lesson.late = item.late;
    candidate.lesson.ref = {item.row, ref.file};
    candidate.code = item.code;
    candidate.stated = code.source != ClassSource::kNoCode;
    candidate.source = static_cast<uint32_t>(sources_.size());
    sources_.push_back({{item.row, ref.file}});
    candidates_.push_back(candidate);
  }
}

void FactsBuilder::LayTimetable(const Pupil& pupil) {
  for (Date date = setup_.timetable_dates.first; date <= setup_.timetable_dates.last; ++date) {
    if (!setup_.calendar.IsLesdag(date) || !EnrolledOn(pupil, date)) continue;
    const uint32_t mask = setup_.rooster.DueMask(pupil, date.IsoWeekday());
    int minutes = 0;
    for (const TimetableLesson& lesson : setup_.rooster.lessons) {
      if (mask & Bit(lesson.lesuur)) minutes += lesson.length.value;
    }
    if (mask != 0) days_.push_back({date, mask, minutes, true});
  }
}

// Lays the absence on the due lessons of one day; answers how many lessons it touched.
int FactsBuilder::PlaceOnDueDay(const AbsenceItem& item, const WorkDay& day, bool first_day, bool last_day,
                                Candidate candidate) {
  const int begin = first_day ? item.begin : -1;
  const int end = last_day ? item.end : -1;
  const bool by_lesuur = item.lesuur_from >= 0;
  const bool by_time = !by_lesuur && (begin >= 0 || end >= 0);
  int left = item.minutes >= 0 ? item.minutes : INT32_MAX;  // of the minutes the row states
  int placed = 0;
  for (int lesuur = 0; lesuur <= kMaxLesuur; ++lesuur) {
    if ((day.lesuren & Bit(lesuur)) == 0) continue;
    if (by_lesuur && (lesuur < item.lesuur_from || lesuur > item.lesuur_through)) continue;
    const int length = LessonLength(day, lesuur);
    if (length == 0) continue;
    int missed = length;
    if (by_time) {
      const TimetableLesson* lesson = setup_.rooster.Lesson(lesuur);
      if (lesson == nullptr || !lesson->begin) continue;
      const int from = std::max(begin >= 0 ? begin : 0, lesson->begin->value);
      const int to = std::min(end >= 0 ? end : 24 * 60, lesson->end->value);
      if (to <= from) continue;
      missed = std::min(to - from, length);
    }
    if (candidate.lesson.late && item.minutes < 0 && !by_time) {
      missed = std::min(setup_.te_laat_minuten.value, length);
      logs_[candidate.lesson.ref.file].Add(ProblemCode::kLateWithoutMinutes, item.row, 1, "minuten",
                                           std::to_string(missed), true);
    }
    missed = std::min(missed, left);
    if (missed == 0 && !candidate.lesson.late) break;
    left -= item.minutes >= 0 ? missed : 0;
    candidate.lesson.lesuur = lesuur;
    candidate.lesson.lesson = {length};
    candidate.lesson.missed = {missed};
    candidates_.push_back(candidate);
    ++placed;
    if (candidate.lesson.late && !by_lesuur && !by_time) break;  // late is late for the first lesson
  }
  if (placed > 0 && item.minutes >= 0 && left > 0) {
    logs_[candidate.lesson.ref.file].Add(ProblemCode::kPartlyOutsideDue, item.row, 1, "minuten", std::to_string(left),
                                         true);
  }
  return placed;
}

// Without lessons or timetable the row itself is all there is.
int FactsBuilder::PlaceByItself(const AbsenceItem& item, Date date, bool complete, Candidate candidate) {
  const int lessons = item.lesuur_from >= 0 ? item.lesuur_through - item.lesuur_from + 1 : 0;
  const int span = item.begin >= 0 && item.end > item.begin ? item.end - item.begin : 0;
  const int stated = item.minutes >= 0 && !candidate.lesson.late ? item.minutes : span;
  int length = item.slot > 0 ? item.slot : 0;
  if (length == 0 && lessons > 0 && stated % lessons == 0) length = stated / lessons;
  if (lessons > 0 && length > 0 && length <= 480) {
    PlaceOnStatedLessons(item, date, complete, length, candidate);
    return lessons;
  }
  if (item.presence == Presence::kPresent || item.minutes <= 0) return 0;
  DayFor(date);
  candidate.lesson.lesuur = std::max<int>(item.lesuur_from, 0);
  candidate.lesson.lesson = candidate.lesson.missed = {item.minutes};
  candidate.lesson.clock_only = true;
  candidates_.push_back(candidate);
  logs_[candidate.lesson.ref.file].Add(ProblemCode::kAssumedLessonLength, item.row, 1, "minuten",
                                       std::to_string(item.minutes), true);
  return 1;
}

// The row names its lesuren and how long each is.
void FactsBuilder::PlaceOnStatedLessons(const AbsenceItem& item, Date date, bool complete, int length,
                                        Candidate candidate) {
  WorkDay& day = DayFor(date);
  int left = item.minutes >= 0 ? item.minutes : INT32_MAX;
  if (candidate.lesson.late && item.minutes < 0) {
    left = std::min(setup_.te_laat_minuten.value, length);
    logs_[candidate.lesson.ref.file].Add(ProblemCode::kLateWithoutMinutes, item.row, 1, "minuten",
                                         std::to_string(left), true);
  }
  for (int lesuur = item.lesuur_from; lesuur <= item.lesuur_through; ++lesuur) {
    if (complete && (day.lesuren & Bit(lesuur)) == 0) day.minutes += length;
    day.lesuren |= Bit(lesuur);
    day.listed = complete;
    const int missed = std::min(left, length);
    left -= missed;
    if (item.presence == Presence::kPresent || (missed == 0 && !candidate.lesson.late)) continue;
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
  candidate.lesson.late = item.presence == Presence::kLate;
  candidate.lesson.ref = {item.row, ref.file};
  candidate.lesson.reason = code.reason.value_or(ReasonClass::kOnverklaard);
  candidate.lesson.clock_only = item.slot > 0;
  candidate.code = item.code;
  candidate.stated = code.source != ClassSource::kNoCode;
  candidate.source = static_cast<uint32_t>(sources_.size());
  int placed = 0, lesdagen = 0, enrolled = 0;
  for (Date date = from; date <= through; ++date) {
    if (!setup_.calendar.IsLesdag(date)) continue;
    ++lesdagen;
    if (!EnrolledOn(pupil, date)) continue;
    ++enrolled;
    candidate.lesson.date = date;
    if (!has_due_) {
      placed += PlaceByItself(item, date, files_[ref.file]->has_presence(), candidate);
    } else if (const WorkDay* day = DayOn(date)) {
      if (item.presence == Presence::kPresent) {
        placed += 1;
      } else {
        placed += PlaceOnDueDay(item, *day, date == from, date == through, candidate);
      }
    }
  }
  if (placed > 0) {
    if (item.presence != Presence::kPresent) sources_.push_back({{item.row, ref.file}});
    return;
  }
  const ProblemCode why = lesdagen == 0   ? ProblemCode::kNoLessonDay
                          : enrolled == 0 ? ProblemCode::kOutsideEnrolment
                          : has_due_      ? ProblemCode::kNotDue
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
                           i.code, i.presence, i.open_ended);
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

// Of several rows about one lesson the heaviest is kept. Rows that lose all their lessons are rejected.
void FactsBuilder::Weigh() {
  const auto weight = [](const Candidate& c) {
    return std::make_tuple(c.stated, JudgementRank(c.lesson.reason), c.lesson.missed.value, !c.lesson.late,
                           static_cast<int>(c.lesson.reason), c.lesson.lesson.value);
  };
  std::sort(candidates_.begin(), candidates_.end(), [&](const Candidate& a, const Candidate& b) {
    if (a.lesson.date != b.lesson.date) return a.lesson.date < b.lesson.date;
    if (a.lesson.lesuur != b.lesson.lesuur) return a.lesson.lesuur < b.lesson.lesuur;
    if (weight(a) != weight(b)) return weight(a) > weight(b);
    return std::make_pair(a.lesson.ref.file, a.lesson.ref.row) < std::make_pair(b.lesson.ref.file, b.lesson.ref.row);
  });
  std::vector<uint32_t> doubles;
  for (size_t i = 0; i < candidates_.size(); ++i) {
    const Candidate& c = candidates_[i];
    const bool again = i > 0 && candidates_[i - 1].lesson.date == c.lesson.date &&
                       candidates_[i - 1].lesson.lesuur == c.lesson.lesuur;
    if (!again) {
      ++sources_[c.source].kept;
      missed_.push_back(c.lesson);
    } else {
      ++sources_[c.source].lost;
      if (weight(candidates_[i - 1]) == weight(c)) doubles.push_back(c.source);
    }
  }
  std::sort(doubles.begin(), doubles.end());
  for (uint32_t s = 0; s < sources_.size(); ++s) {
    const Source& source = sources_[s];
    if (source.lost == 0) continue;
    const bool is_double = std::binary_search(doubles.begin(), doubles.end(), s);
    const ProblemCode code = source.kept > 0 ? ProblemCode::kOverlap
                             : is_double     ? ProblemCode::kDuplicateRow
                                             : ProblemCode::kConflictingRow;
    logs_[source.ref.file].Add(code, source.ref.row, 1, "lesuur", std::to_string(source.lost) + " lesuren", true);
  }
}

// Takes away what is no due time or no absence, and writes the days.
void FactsBuilder::Emit() {
  for (const MissedLesson& lesson : missed_) {
    if (JudgementOf(lesson.reason) != Judgement::kNoDueTime) continue;
    if (WorkDay* day = DayOn(lesson.date); day != nullptr && day->listed) {
      day->lesuren &= ~Bit(lesson.lesuur);
      day->minutes -= lesson.lesson.value;
    }
  }
  missed_.erase(std::remove_if(missed_.begin(), missed_.end(),
                               [](const MissedLesson& lesson) {
                                 const Judgement judgement = JudgementOf(lesson.reason);
                                 return judgement == Judgement::kNoDueTime || judgement == Judgement::kNotAbsence;
                               }),
                missed_.end());
  for (const WorkDay& day : days_) {
    if (!day.listed) {
      due_.push_back({day.date, {0}, 0});
      due_time_unknown_ = true;
    } else if (day.lesuren != 0) {
      due_.push_back({day.date, {std::max(day.minutes, 0)}, Count(day.lesuren)});
    }
  }
}

PupilFacts FactsBuilder::Build(const Pupil& pupil, const std::vector<RecordRef>& records) {
  days_.clear();
  candidates_.clear();
  sources_.clear();
  due_.clear();
  missed_.clear();
  due_time_unknown_ = false;
  for (const RecordRef& ref : records) CollectLessons(pupil, ref);
  if (days_.empty() && !setup_.rooster.empty()) LayTimetable(pupil);
  has_due_ = !days_.empty();
  for (const RecordRef& ref : records) CollectAbsences(pupil, ref);
  Weigh();
  Emit();
  return {pupil, due_, missed_};
}

}  // namespace verzuim
