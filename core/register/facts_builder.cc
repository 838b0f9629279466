#include "core/register/facts_builder.h"

#include <algorithm>
#include <string>
#include <tuple>

namespace verzuim {
namespace {

int Count(uint32_t mask) {
  return __builtin_popcount(mask);
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
      if (item.date == cell.date) absent |= LesuurBit(item.lesuur);
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
    } else if (!pupil.EnrolledOn(date)) {
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
    candidate.lesson.vak = file.vakken()[item.vak];
    candidate.stated = code.source != ClassSource::kNoCode;
    candidate.observed = true;
    candidate.source = static_cast<uint32_t>(sources_.size());
    sources_.push_back({{item.row, ref.file}});
    candidates_.push_back(candidate);
  }
}

void FactsBuilder::LayTimetable(const Pupil& pupil) {
  for (Date date = setup_.timetable_dates.first; date <= setup_.timetable_dates.last; ++date) {
    if (!setup_.calendar.IsLesdag(date) || !pupil.EnrolledOn(date)) continue;
    const uint32_t mask = setup_.rooster.DueMask(pupil, date.IsoWeekday());
    int minutes = 0;
    for (const TimetableLesson& lesson : setup_.rooster.lessons) {
      if (mask & LesuurBit(lesson.lesuur)) minutes += lesson.length.value;
    }
    if (mask != 0) days_.push_back({date, mask, minutes, true});
  }
}

// Rows without lesuren that state clock times are about one lesson only where their times overlap.
void FactsBuilder::JoinOverlapping() {
  const auto at = [](const Candidate& c) { return std::make_tuple(c.lesson.date, c.lesson.lesuur, c.begin); };
  std::sort(candidates_.begin(), candidates_.end(),
            [&](const Candidate& a, const Candidate& b) { return at(a) < at(b); });
  for (size_t i = 1; i < candidates_.size(); ++i) {
    const Candidate& before = candidates_[i - 1];
    Candidate& c = candidates_[i];
    if (before.lesson.date != c.lesson.date || before.lesson.lesuur != c.lesson.lesuur || before.end <= c.begin) {
      continue;
    }
    c.begin = before.begin;
    c.end = std::max(before.end, c.end);
  }
}

// Of candidates about one lesson, those entered before another go to the end and are lost. Where they begin.
size_t FactsBuilder::PutAsideEarlier(size_t first, size_t past) {
  const auto begin = candidates_.begin() + static_cast<ptrdiff_t>(first);
  const auto end = candidates_.begin() + static_cast<ptrdiff_t>(past);
  const int32_t last = std::max_element(begin, end, [](const Candidate& a, const Candidate& b) {
                         return a.entered < b.entered;
                       })->entered;
  const auto past_counting =
      std::stable_partition(begin, end, [last](const Candidate& c) { return c.entered < 0 || c.entered == last; });
  for (auto c = past_counting; c != end; ++c) {
    ++sources_[c->source].lost;
    sources_[c->source].entered_again = true;
  }
  return static_cast<size_t>(past_counting - candidates_.begin());
}

// Of several rows about one lesson the heaviest is kept, except that a lesson at which the pupil was seen was not
// missed, whatever a report about the whole day says. Before that, of the rows that say when they were entered only
// the last ones count. Rows that lose all their lessons are rejected.
void FactsBuilder::Weigh() {
  JoinOverlapping();
  const auto weight = [](const Candidate& c) {
    return std::make_tuple(!c.present, c.stated, JudgementRank(c.lesson.reason), c.lesson.missed.value,
                           !c.lesson.late, static_cast<int>(c.lesson.reason), c.lesson.lesson.value);
  };
  const auto place = [](const Candidate& c) { return std::make_tuple(c.lesson.date, c.lesson.lesuur, c.begin); };
  std::sort(candidates_.begin(), candidates_.end(), [&](const Candidate& a, const Candidate& b) {
    if (place(a) != place(b)) return place(a) < place(b);
    if (weight(a) != weight(b)) return weight(a) > weight(b);
    return std::make_pair(a.lesson.ref.file, a.lesson.ref.row) < std::make_pair(b.lesson.ref.file, b.lesson.ref.row);
  });
  for (size_t first = 0, past = 0; first < candidates_.size(); first = past) {
    for (past = first; past < candidates_.size() && place(candidates_[past]) == place(candidates_[first]);) ++past;
    const size_t counting = PutAsideEarlier(first, past);
    bool seen = false, seen_absent = false;
    for (size_t i = first; i < counting; ++i) {
      seen = seen || candidates_[i].present;
      seen_absent = seen_absent || (!candidates_[i].present && candidates_[i].observed);
    }
    const bool attended = seen && !seen_absent;
    const Candidate& heaviest = candidates_[first];
    if (!heaviest.present && !attended) missed_.push_back(heaviest.lesson);
    for (size_t i = first; i < counting; ++i) {
      const Candidate& c = candidates_[i];
      Source& source = sources_[c.source];
      const bool explained = !c.present && !c.stated && heaviest.stated;
      if (attended ? c.present : i == first || explained) {
        ++source.kept;
        continue;
      }
      ++source.lost;
      if (attended) {
        source.attended = true;
      } else if (weight(candidates_[i - 1]) == weight(c)) {
        source.is_double = true;
      } else {
        source.contradicted = source.contradicted || c.present;
      }
    }
  }
  for (const Source& source : sources_) {
    if (source.lost == 0) continue;
    const bool partly = source.kept > 0;
    const ProblemCode code =
        source.entered_again  ? partly ? ProblemCode::kPartlyContradicted : ProblemCode::kEnteredAgain
        : source.attended     ? partly ? ProblemCode::kPartlyContradicted : ProblemCode::kAttended
        : source.contradicted ? partly ? ProblemCode::kPartlyContradicted : ProblemCode::kConflictingRow
        : partly              ? ProblemCode::kOverlap
        : source.is_double    ? ProblemCode::kDuplicateRow
                              : ProblemCode::kConflictingRow;
    const std::string lessons = std::to_string(source.lost) + (source.lost == 1 ? " lesuur" : " lesuren");
    logs_[source.ref.file].Add(code, source.ref.row, 1, "lesuur", lessons, /*was_used=*/true);
  }
}

// Takes away what is no due time or no absence, and writes the days.
void FactsBuilder::Emit() {
  for (const MissedLesson& lesson : missed_) {
    if (JudgementOf(lesson.reason) != Judgement::kNoDueTime) continue;
    if (WorkDay* day = DayOn(lesson.date); day != nullptr && day->listed) {
      day->lesuren &= ~LesuurBit(lesson.lesuur);
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
      due_.push_back({day.date, {0}, 0, 0});
      due_time_unknown_ = true;
    } else if (day.lesuren != 0) {
      due_.push_back({day.date, {std::max(day.minutes, 0)}, Count(day.lesuren), day.lesuren});
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
  all_days_known_ = has_due_ = !days_.empty();
  // Observations first: where nothing else tells the lessons, reports are laid on the lessons that were observed.
  for (const RecordRef& ref : records) {
    if (files_[ref.file]->has_presence()) CollectAbsences(pupil, ref);
  }
  has_due_ = std::any_of(days_.begin(), days_.end(), [](const WorkDay& day) { return day.listed; });
  for (const RecordRef& ref : records) {
    if (!files_[ref.file]->has_presence()) CollectAbsences(pupil, ref);
  }
  Weigh();
  Emit();
  return {pupil, due_, missed_};
}

}  // namespace verzuim
