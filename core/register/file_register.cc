#include "core/register/file_register.h"

#include <algorithm>
#include <tuple>

namespace verzuim {
namespace {

// Which of two rows about one lesson counts: more time missed, then absent over late, then a stated reason over
// none, then a fixed order, so that the order of rows never decides.
auto Weight(const MissedItem& item, const CodeEntry& code) {
  return std::make_tuple(item.missed, !item.late, !code.code.empty(), std::string_view(code.code), code.geoorloofd,
                         code.luxe, item.lesson);
}

}  // namespace

void FileRegister::Reject(ProblemCode code, uint32_t row, std::string_view column, std::string_view detail) {
  log_.Add(code, row, 1, column, detail, /*was_used=*/false);
}

uint32_t FileRegister::PupilOf(std::string_view key) {
  const uint32_t pupil = keys_.Intern(key);
  if (pupil == records_.size()) records_.emplace_back();
  return pupil;
}

DayCell& FileRegister::CellOf(PupilRecords& records, Date date, uint32_t row) {
  const ShortDate day = ToShort(date);
  // Nearly always the day of the row before.
  if (!records.days.empty() && records.days.back().date == day) return records.days.back();
  auto at = records.days.end();
  if (!records.days.empty() && records.days.back().date >= day) {
    at = std::lower_bound(records.days.begin(), records.days.end(), day,
                          [](const DayCell& cell, ShortDate d) { return cell.date < d; });
  }
  if (at != records.days.end() && at->date == day) return *at;
  DayCell cell{};
  cell.date = day;
  cell.first_row = row;
  cell.together = 1;
  return *records.days.insert(at, cell);
}

void FileRegister::ExtendDates(Date first, Date last) {
  if (!dates_) {
    dates_ = {first, last};
  } else {
    dates_->first = std::min(dates_->first, first);
    dates_->last = std::max(dates_->last, last);
  }
}

std::optional<uint16_t> FileRegister::CodeOf(const Reason& reason, bool late, uint32_t row) {
  const std::optional<uint16_t> code = codes_.Count(reason, late);
  if (!code) Reject(ProblemCode::kTooManyCodes, row, "reden", std::to_string(CodeTable::kMaxEntries));
  return code;
}

void FileRegister::Add(const LessonRow& row) {
  const uint32_t line = row.ref.row;
  if (!FitsShortDate(row.date)) return Reject(ProblemCode::kBadDate, line, "datum", ToIso(row.date));
  if (row.presence == Presence::kAbsent && row.missed && row.missed->value == 0) {
    return Reject(ProblemCode::kAbsentWithoutMissed, line, "gemist", {});
  }
  std::optional<uint16_t> code;
  if (row.presence != Presence::kPresent) {
    code = CodeOf(row.reason, row.presence == Presence::kLate, line);
    if (!code) return;
  }
  PupilRecords& records = RecordsOf(row.pupil);
  DayCell& cell = CellOf(records, row.date, line);
  const uint32_t bit = LesuurBit(row.lesuur);
  const bool known = (cell.lesuren & bit) != 0;
  if (row.presence == Presence::kPresent && known) {
    const bool missed = std::any_of(records.missed.begin(), records.missed.end(), [&](const MissedItem& item) {
      return item.date == cell.date && item.lesuur == row.lesuur;
    });
    return Reject(missed ? ProblemCode::kConflictingRow : ProblemCode::kDuplicateRow, line, "lesuur",
                  std::to_string(row.lesuur));
  }
  if (!known) {
    const int lessons_before = __builtin_popcount(cell.lesuren);
    if (line != cell.first_row + static_cast<uint32_t>(lessons_before)) cell.together = 0;
    cell.lesuren |= bit;
    cell.minutes = static_cast<uint16_t>((cell.minutes + row.minutes.value) & 0x7fff);
  }
  has_lessons_ = true;
  ExtendDates(row.date, row.date);
  log_.CountUsed();
  if (row.presence == Presence::kPresent) {
    has_presence_ = true;
  } else {
    AddMissed(records, cell, row, *code, known);
  }
}

void FileRegister::AddMissed(PupilRecords& records, const DayCell& cell, const LessonRow& row, uint16_t code,
                             bool known) {
  const bool late = row.presence == Presence::kLate;
  MissedItem item;
  item.row = row.ref.row;
  item.vak = vakken_.Intern(row.vak);
  item.date = cell.date;
  item.code = code;
  item.lesson = static_cast<uint16_t>(row.minutes.value);
  item.late = late;
  item.missed_given = row.missed.has_value() || !late;
  item.missed = static_cast<uint16_t>(row.missed ? row.missed->value : late ? 0 : row.minutes.value);
  item.lesuur = row.lesuur;
  if (!known) {
    records.missed.push_back(item);
    return;
  }
  const auto other = std::find_if(records.missed.begin(), records.missed.end(), [&](const MissedItem& m) {
    return m.date == item.date && m.lesuur == item.lesuur;
  });
  const std::string lesuur = std::to_string(row.lesuur);
  if (other == records.missed.end()) {
    // An earlier row said "aanwezig"; that row no longer counts.
    log_.Add(ProblemCode::kConflictingRow, item.row, 1, "lesuur", lesuur, /*was_used=*/true);
    records.missed.push_back(item);
    return;
  }
  const auto weight = Weight(item, codes_.entries()[item.code]);
  const auto other_weight = Weight(*other, codes_.entries()[other->code]);
  const bool same = weight == other_weight;
  if (weight > other_weight) std::swap(item, *other);
  log_.Add(same ? ProblemCode::kDuplicateRow : ProblemCode::kConflictingRow, item.row, 1, "lesuur", lesuur,
           /*was_used=*/true);
}

void FileRegister::Add(const AbsenceRow& row) {
  const uint32_t line = row.ref.row;
  const Date through = row.through.value_or(row.from);
  if (!FitsShortDate(row.from) || !FitsShortDate(through)) {
    return Reject(ProblemCode::kBadDate, line, "datum", ToIso(FitsShortDate(row.from) ? through : row.from));
  }
  if (through < row.from)
    return Reject(ProblemCode::kBadInterval, line, "datum", ToIso(row.from) + " - " + ToIso(through));
  // An observation "aanwezig" has no reason; whatever stands in that column is none.
  std::optional<uint16_t> code = AbsenceItem::kNoCode;
  if (row.presence != Presence::kPresent) code = CodeOf(row.reason, row.presence == Presence::kLate, line);
  if (!code) return;
  AbsenceItem item;
  item.row = line;
  item.from = ToShort(row.from);
  item.through = ToShort(through);
  item.code = *code;
  if (row.begin_time) item.begin = static_cast<int16_t>(row.begin_time->value);
  if (row.end_time) item.end = static_cast<int16_t>(row.end_time->value);
  if (row.minutes) item.minutes = static_cast<int16_t>(row.minutes->value);
  if (row.lesuur_length) item.slot = static_cast<int16_t>(row.lesuur_length->value);
  if (row.lesuur_from) item.lesuur_from = static_cast<int8_t>(*row.lesuur_from);
  if (row.lesuur_through) item.lesuur_through = static_cast<int8_t>(*row.lesuur_through);
  item.presence = row.presence;
  item.open_ended = row.open_ended;
  item.entered = row.entered.value_or(-1);
  RecordsOf(row.pupil).absences.push_back(item);
  has_absences_ = true;
  has_presence_ = has_presence_ || row.presence == Presence::kPresent;
  ExtendDates(row.from, through);
  log_.CountUsed();
}

void FileRegister::Add(const PupilRow& row) {
  ListPupil(row, PupilOf(row.pupil));
  log_.CountUsed();
}

void FileRegister::ListPupil(const PupilRow& row, uint32_t pupil) {
  PupilListItem& item = pupil_list_.emplace_back();
  item.row = row.ref.row;
  item.pupil = pupil;
  item.klas = row.klas;
  item.gemeente = row.gemeente;
  item.data = row;
  item.data.pupil = keys_[pupil];
  item.data.klas = item.klas;
  item.data.gemeente = item.gemeente;
}

void FileRegister::Add(const ReasonRow& row) {
  ReasonInfo info{std::string(row.code), std::string(row.description), std::string(row.type), row.geoorloofd,
                  row.luxe};
  const auto [at, added] = reasons_.try_emplace(std::string(row.id), ReasonItem{info, row.ref.row});
  if (!added) {
    return Reject(at->second.info == info ? ProblemCode::kDuplicateRow : ProblemCode::kConflictingReason, row.ref.row,
                  {}, row.id);
  }
  log_.CountUsed();
}

void FileRegister::Add(const NoteRow& row) {
  const uint32_t pupil = PupilOf(row.pupil);
  if (notes_.size() <= pupil) notes_.resize(pupil + 1);
  std::vector<NoteItem>& notes = notes_[pupil];
  NoteItem item{row.ref.row, {row.date, std::string(row.label), std::string(row.regel)}};
  const bool known = std::any_of(notes.begin(), notes.end(),
                                 [&](const NoteItem& other) { return other.note == item.note; });
  if (known) return Reject(ProblemCode::kDuplicateRow, row.ref.row, {}, row.label);
  notes.push_back(std::move(item));
  log_.CountUsed();
}

void FileRegister::Report(const RowProblem& problem) {
  const bool about_row = problem.ref.row > 0;
  log_.Add(problem.code, problem.ref.row, about_row ? 1 : 0, problem.column, problem.detail, /*was_used=*/false);
}

}  // namespace verzuim
