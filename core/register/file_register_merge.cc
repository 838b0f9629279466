// FileRegister::Append: what two readers made of two parts of a file, as one.
//
// Rows of different pupils, days and lessons never meet in a register, so two parts that share none add up. Where
// they do share one, the order of the rows decides which of them counts and how each is reported; a register does not
// keep what that would take, so then the rows themselves have to be read again.
#include <algorithm>

#include "core/register/file_register.h"

namespace verzuim {
namespace {

Reason ReasonOf(const CodeEntry& entry) {
  return {entry.code, entry.geoorloofd, entry.luxe};
}

// Whether two sorted lists of days have a lesson in common.
bool ShareLessons(const std::vector<DayCell>& a, const std::vector<DayCell>& b) {
  auto at = a.begin();
  for (const DayCell& cell : b) {
    at = std::lower_bound(at, a.end(), cell.date, [](const DayCell& c, ShortDate date) { return c.date < date; });
    if (at == a.end()) return false;
    if (at->date == cell.date && (at->lesuren & cell.lesuren) != 0) return true;
  }
  return false;
}

// The lessons of `later` stand below those of `cell` in the file.
void Join(DayCell& cell, const DayCell& later) {
  const auto lessons_before = static_cast<uint32_t>(__builtin_popcount(cell.lesuren));
  cell.together = cell.together && later.together && later.first_row == cell.first_row + lessons_before ? 1 : 0;
  cell.lesuren |= later.lesuren;
  cell.minutes = static_cast<uint16_t>((cell.minutes + later.minutes) & 0x7fff);
}

void JoinDays(std::vector<DayCell>& days, const std::vector<DayCell>& later, uint32_t row_shift) {
  const size_t known = days.size();
  for (DayCell cell : later) {
    cell.first_row += row_shift;
    const auto end = days.begin() + static_cast<ptrdiff_t>(known);
    const auto at = std::lower_bound(days.begin(), end, cell.date,
                                     [](const DayCell& c, ShortDate date) { return c.date < date; });
    if (at != end && at->date == cell.date) {
      Join(*at, cell);
    } else {
      days.push_back(cell);
    }
  }
  std::inplace_merge(days.begin(), days.begin() + static_cast<ptrdiff_t>(known), days.end(),
                     [](const DayCell& a, const DayCell& b) { return a.date < b.date; });
}

}  // namespace

bool FileRegister::CanAppend(const FileRegister& later) const {
  size_t codes = codes_.entries().size();
  for (const CodeEntry& entry : later.codes_.entries()) codes += codes_.Knows(ReasonOf(entry), entry.late) ? 0 : 1;
  if (codes > CodeTable::kMaxEntries) return false;
  for (const auto& [id, reason] : later.reasons_) {
    if (reasons_.count(id) > 0) return false;
  }
  for (uint32_t i = 0; i < later.keys_.size(); ++i) {
    const std::optional<uint32_t> pupil = keys_.Find(later.keys_[i]);
    if (!pupil) continue;
    if (ShareLessons(records_[*pupil].days, later.records_[i].days)) return false;
    if (*pupil >= notes_.size() || i >= later.notes_.size()) continue;
    const std::vector<NoteItem>& notes = notes_[*pupil];
    for (const NoteItem& item : later.notes_[i]) {
      if (std::any_of(notes.begin(), notes.end(), [&](const NoteItem& known) { return known.note == item.note; })) {
        return false;
      }
    }
  }
  return true;
}

bool FileRegister::Append(const FileRegister& later, uint32_t row_shift) {
  if (!CanAppend(later)) return false;
  std::vector<uint16_t> codes;
  for (const CodeEntry& entry : later.codes_.entries()) {
    codes.push_back(*codes_.Count(ReasonOf(entry), entry.late, entry.rows));
  }
  std::vector<uint32_t> vakken;
  for (uint32_t i = 0; i < later.vakken_.size(); ++i) vakken.push_back(vakken_.Intern(later.vakken_[i]));
  std::vector<uint32_t> pupils;
  for (uint32_t i = 0; i < later.keys_.size(); ++i) {
    pupils.push_back(PupilOf(later.keys_[i]));
    PupilRecords& records = records_[pupils.back()];
    const PupilRecords& more = later.records_[i];
    JoinDays(records.days, more.days, row_shift);
    for (MissedItem item : more.missed) {
      item.row += row_shift;
      item.code = codes[item.code];
      item.vak = vakken[item.vak];
      records.missed.push_back(item);
    }
    for (AbsenceItem item : more.absences) {
      item.row += row_shift;
      if (item.code != AbsenceItem::kNoCode) item.code = codes[item.code];
      records.absences.push_back(item);
    }
  }
  for (const PupilListItem& item : later.pupil_list_) {
    PupilRow row = item.data;
    row.ref.row += row_shift;
    ListPupil(row, pupils[item.pupil]);
  }
  for (auto [id, reason] : later.reasons_) {
    reason.row += row_shift;
    reasons_.emplace(id, reason);
  }
  for (size_t i = 0; i < later.notes_.size(); ++i) {
    if (later.notes_[i].empty()) continue;
    if (notes_.size() <= pupils[i]) notes_.resize(pupils[i] + 1);
    for (NoteItem item : later.notes_[i]) {
      item.row += row_shift;
      notes_[pupils[i]].push_back(std::move(item));
    }
  }
  for (const RowLog::Entry& entry : later.log_.entries()) {
    log_.Add(entry.code, entry.row == 0 ? 0 : entry.row + row_shift, entry.rows, later.log_.Text(entry.column),
             later.log_.Text(entry.detail), /*was_used=*/false);
  }
  log_.CountUsed(later.log_.used());
  if (later.dates_) ExtendDates(later.dates_->first, later.dates_->last);
  has_presence_ = has_presence_ || later.has_presence_;
  has_lessons_ = has_lessons_ || later.has_lessons_;
  has_absences_ = has_absences_ || later.has_absences_;
  return true;
}

}  // namespace verzuim
