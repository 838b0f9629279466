// FileRegister::Write and Read: a register as bytes, from one worker to another.
//
// Read trusts nothing: every number is held against what it counts, points to or may be, so that whatever the bytes
// are, the register is one that rows could have made as far as its readers rely on it.
#include <algorithm>
#include <string>

#include "core/register/file_register.h"

namespace verzuim {
namespace {

// Bytes of one item at least, to bound what a count may say.
constexpr size_t kTextBytes = 4;
constexpr size_t kDayBytes = 13;
constexpr size_t kMissedBytes = 19;
constexpr size_t kAbsenceBytes = 26;
constexpr size_t kEntryBytes = 17;

#define VERZUIM_X(name, wire, severity, message) +1
constexpr int kProblemCodes = 0 VERZUIM_PROBLEM_CODES(VERZUIM_X);
#undef VERZUIM_X

template <class E>
void WriteEnum(ByteWriter& out, E value) {
  out.U8(static_cast<uint8_t>(value));
}
template <class E>
E ReadEnum(ByteReader& in, E last) {
  const uint8_t value = in.U8();
  return in.Expect(value <= static_cast<uint8_t>(last)) ? static_cast<E>(value) : E{};
}
bool ReadFlag(ByteReader& in) {
  const uint8_t value = in.U8();
  return in.Expect(value <= 1) && value == 1;
}

void WriteDate(ByteWriter& out, const std::optional<Date>& date) {
  out.U8(date ? 1 : 0);
  if (date) out.U32(static_cast<uint32_t>(*date - kShortDateEpoch));
}
// Within three million days of the year 2000: every year of four digits.
std::optional<Date> ReadDate(ByteReader& in) {
  constexpr int32_t kFar = 3'000'000;
  if (!ReadFlag(in)) return std::nullopt;
  const auto days = static_cast<int32_t>(in.U32());
  if (!in.Expect(days >= -kFar && days <= kFar)) return std::nullopt;
  return kShortDateEpoch + days;
}

template <class Texts>
void WriteTexts(ByteWriter& out, const Texts& texts, size_t count) {
  out.U32(static_cast<uint32_t>(count));
  for (uint32_t i = 0; i < count; ++i) out.Text(texts[i]);
}

void Write(ByteWriter& out, const DayCell& cell) {
  out.U32(cell.lesuren);
  out.U32(cell.first_row);
  out.U16(cell.date);
  out.U16(cell.minutes);
  out.U8(cell.together);
}
DayCell ReadDay(ByteReader& in) {
  DayCell cell{};
  cell.lesuren = in.U32();
  cell.first_row = in.U32();
  cell.date = in.U16();
  const uint16_t minutes = in.U16();
  cell.minutes = static_cast<uint16_t>(minutes & 0x7fff);
  cell.together = ReadFlag(in) ? 1 : 0;
  in.Expect(cell.lesuren != 0 && minutes <= 0x7fff);
  return cell;
}

void Write(ByteWriter& out, const MissedItem& item) {
  out.U32(item.row);
  out.U32(item.vak);
  out.U16(item.date);
  out.U16(item.code);
  out.U16(item.lesson);
  out.U16(item.missed);
  out.U8(item.lesuur);
  out.U8(item.late ? 1 : 0);
  out.U8(item.missed_given ? 1 : 0);
}
MissedItem ReadMissed(ByteReader& in) {
  MissedItem item;
  item.row = in.U32();
  item.vak = in.U32();
  item.date = in.U16();
  item.code = in.U16();
  item.lesson = in.U16();
  item.missed = in.U16();
  item.lesuur = in.U8();
  item.late = ReadFlag(in);
  item.missed_given = ReadFlag(in);
  in.Expect(item.lesuur <= kMaxLesuur && item.lesson >= 1 && item.lesson <= kMaxLessonMinutes &&
            item.missed <= item.lesson);
  return item;
}

void Write(ByteWriter& out, const AbsenceItem& item) {
  out.U32(item.row);
  out.U16(item.from);
  out.U16(item.through);
  out.U16(item.code);
  for (const int16_t value : {item.begin, item.end, item.minutes, item.slot}) out.U16(static_cast<uint16_t>(value));
  out.U8(static_cast<uint8_t>(item.lesuur_from));
  out.U8(static_cast<uint8_t>(item.lesuur_through));
  WriteEnum(out, item.presence);
  out.U8(item.open_ended ? 1 : 0);
  out.U32(static_cast<uint32_t>(item.entered));
}
AbsenceItem ReadAbsence(ByteReader& in) {
  AbsenceItem item;
  item.row = in.U32();
  item.from = in.U16();
  item.through = in.U16();
  item.code = in.U16();
  for (int16_t* const value : {&item.begin, &item.end, &item.minutes, &item.slot}) {
    *value = static_cast<int16_t>(in.U16());
    in.Expect(*value >= -1 && *value <= kMaxDayMinutes);
  }
  for (int8_t* const value : {&item.lesuur_from, &item.lesuur_through}) {
    *value = static_cast<int8_t>(in.U8());
    in.Expect(*value >= -1 && *value <= kMaxLesuur);
  }
  item.presence = ReadEnum(in, Presence::kLate);
  item.open_ended = ReadFlag(in);
  item.entered = static_cast<int32_t>(in.U32());
  in.Expect(item.entered >= -1);
  in.Expect(item.from <= item.through && (item.lesuur_from < 0) == (item.lesuur_through < 0) &&
            item.lesuur_from <= item.lesuur_through);
  in.Expect((item.code == AbsenceItem::kNoCode) == (item.presence == Presence::kPresent));
  return item;
}

void Write(ByteWriter& out, const PupilListItem& item) {
  const PupilRow& row = item.data;
  out.U32(item.pupil);
  out.U32(item.row);
  out.Text(item.klas);
  out.Text(item.gemeente);
  WriteEnum(out, row.onderwijssoort);
  out.U8(row.leerjaar ? static_cast<uint8_t>(*row.leerjaar + 1) : 0);
  WriteEnum(out, row.vrijstelling_grond);
  for (const auto& date : {row.geboortedatum, row.ingeschreven_van, row.ingeschreven_tot, row.startkwalificatie_sinds,
                           row.vrijstelling_van, row.vrijstelling_tot, row.leerplicht_tot, row.kwalificatieplicht_tot,
                           row.verwijdering_besluit}) {
    WriteDate(out, date);
  }
}

}  // namespace

void FileRegister::Write(ByteWriter& out) const {
  out.U32(static_cast<uint32_t>(codes_.entries().size()));
  for (const CodeEntry& entry : codes_.entries()) {
    out.Text(entry.code);
    WriteEnum(out, entry.geoorloofd);
    out.U8(entry.luxe ? 1 : 0);
    out.U8(entry.late ? 1 : 0);
    out.U64(entry.rows);
  }
  WriteTexts(out, vakken_, vakken_.size());
  out.U32(static_cast<uint32_t>(keys_.size()));
  for (uint32_t i = 0; i < keys_.size(); ++i) {
    const PupilRecords& records = records_[i];
    out.Text(keys_[i]);
    out.U32(static_cast<uint32_t>(records.days.size()));
    for (const DayCell& cell : records.days) verzuim::Write(out, cell);
    out.U32(static_cast<uint32_t>(records.missed.size()));
    for (const MissedItem& item : records.missed) verzuim::Write(out, item);
    out.U32(static_cast<uint32_t>(records.absences.size()));
    for (const AbsenceItem& item : records.absences) verzuim::Write(out, item);
  }
  out.U32(static_cast<uint32_t>(pupil_list_.size()));
  for (const PupilListItem& item : pupil_list_) verzuim::Write(out, item);
  out.U32(static_cast<uint32_t>(reasons_.size()));
  for (const auto& [id, reason] : reasons_) {
    out.Text(id);
    out.U32(reason.row);
    for (const std::string* const text : {&reason.info.code, &reason.info.description, &reason.info.type}) {
      out.Text(*text);
    }
    WriteEnum(out, reason.info.geoorloofd);
    out.U8(reason.info.luxe ? 1 : 0);
  }
  out.U32(static_cast<uint32_t>(notes_.size()));
  for (const std::vector<NoteItem>& notes : notes_) {
    out.U32(static_cast<uint32_t>(notes.size()));
    for (const NoteItem& item : notes) {
      out.U32(item.row);
      WriteDate(out, item.note.date);
      out.Text(item.note.label);
      out.Text(item.note.regel);
    }
  }
  out.U32(static_cast<uint32_t>(log_.entries().size()));
  for (const RowLog::Entry& entry : log_.entries()) {
    WriteEnum(out, entry.code);
    out.U32(entry.row);
    out.U32(entry.rows);
    out.Text(log_.Text(entry.column));
    out.Text(log_.Text(entry.detail));
  }
  out.U64(log_.used());
  WriteDate(out, dates_ ? std::optional<Date>(dates_->first) : std::nullopt);
  WriteDate(out, dates_ ? std::optional<Date>(dates_->last) : std::nullopt);
  out.U8(static_cast<uint8_t>((has_presence_ ? 1 : 0) | (has_lessons_ ? 2 : 0) | (has_absences_ ? 4 : 0)));
}

bool FileRegister::ReadPupils(ByteReader& in) {
  for (uint32_t left = in.Count(kTextBytes); left > 0; --left) {
    const std::string_view code = in.Text();
    const auto flag = ReadEnum(in, GeoorloofdFlag::kNo);
    const bool luxe = ReadFlag(in);
    const bool late = ReadFlag(in);
    const size_t before = codes_.entries().size();
    codes_.Count({code, flag, luxe}, late, in.U64());
    if (!in.Expect(codes_.entries().size() == before + 1)) return false;
  }
  for (uint32_t left = in.Count(kTextBytes); left > 0; --left) {
    const size_t before = vakken_.size();
    if (!in.Expect(vakken_.Intern(in.Text()) == before)) return false;
  }
  for (uint32_t left = in.Count(kTextBytes); left > 0; --left) {
    const size_t before = records_.size();
    PupilRecords& records = RecordsOf(in.Text());
    if (!in.Expect(records_.size() == before + 1) || !ReadRecords(in, records)) return false;
  }
  return !in.failed();
}

bool FileRegister::ReadRecords(ByteReader& in, PupilRecords& records) const {
  for (uint32_t left = in.Count(kDayBytes); left > 0; --left) {
    const DayCell cell = ReadDay(in);
    if (!in.Expect(records.days.empty() || records.days.back().date < cell.date)) return false;
    records.days.push_back(cell);
  }
  for (uint32_t left = in.Count(kMissedBytes); left > 0; --left) {
    const MissedItem item = ReadMissed(in);
    if (in.failed()) return false;
    const auto day = std::lower_bound(records.days.begin(), records.days.end(), item.date,
                                      [](const DayCell& cell, ShortDate date) { return cell.date < date; });
    const bool due =
        day != records.days.end() && day->date == item.date && (day->lesuren & LesuurBit(item.lesuur)) != 0;
    if (!in.Expect(due && item.code < codes_.entries().size() && item.vak < vakken_.size())) return false;
    records.missed.push_back(item);
  }
  for (uint32_t left = in.Count(kAbsenceBytes); left > 0; --left) {
    const AbsenceItem item = ReadAbsence(in);
    if (!in.Expect(item.code == AbsenceItem::kNoCode || item.code < codes_.entries().size())) return false;
    records.absences.push_back(item);
  }
  return !in.failed();
}

bool FileRegister::ReadList(ByteReader& in) {
  for (uint32_t left = in.Count(2 * kTextBytes); left > 0; --left) {
    const uint32_t pupil = in.U32();
    PupilRow row;
    row.ref.row = in.U32();
    row.klas = in.Text();
    row.gemeente = in.Text();
    row.onderwijssoort = ReadEnum(in, Onderwijssoort::kMbo);
    const uint8_t leerjaar = in.U8();
    if (leerjaar > 0) row.leerjaar = leerjaar - 1;
    row.vrijstelling_grond = ReadEnum(in, VrijstellingGrond::kC);
    for (std::optional<Date>* const date :
         {&row.geboortedatum, &row.ingeschreven_van, &row.ingeschreven_tot, &row.startkwalificatie_sinds,
          &row.vrijstelling_van, &row.vrijstelling_tot, &row.leerplicht_tot, &row.kwalificatieplicht_tot,
          &row.verwijdering_besluit}) {
      *date = ReadDate(in);
    }
    if (!in.Expect(pupil < records_.size())) return false;
    ListPupil(row, pupil);
  }
  return !in.failed();
}

bool FileRegister::ReadReasons(ByteReader& in) {
  for (uint32_t left = in.Count(4 * kTextBytes); left > 0; --left) {
    std::string id(in.Text());
    ReasonItem reason;
    reason.row = in.U32();
    for (std::string* const text : {&reason.info.code, &reason.info.description, &reason.info.type})
      *text = in.Text();
    reason.info.geoorloofd = ReadEnum(in, GeoorloofdFlag::kNo);
    reason.info.luxe = ReadFlag(in);
    if (in.failed() || !in.Expect(reasons_.emplace(std::move(id), std::move(reason)).second)) return false;
  }
  return !in.failed();
}

bool FileRegister::ReadNotes(ByteReader& in) {
  const uint32_t pupils = in.Count(4);
  if (!in.Expect(pupils <= records_.size())) return false;
  for (uint32_t i = 0; i < pupils; ++i) {
    std::vector<NoteItem>& notes = notes_.emplace_back();
    for (uint32_t left = in.Count(2 * kTextBytes); left > 0; --left) {
      NoteItem item;
      item.row = in.U32();
      const std::optional<Date> date = ReadDate(in);
      item.note.label = in.Text();
      item.note.regel = in.Text();
      if (!in.Expect(date.has_value())) return false;
      item.note.date = *date;
      notes.push_back(std::move(item));
    }
  }
  return !in.failed();
}

bool FileRegister::Read(ByteReader& in) {
  if (!ReadPupils(in) || !ReadList(in) || !ReadReasons(in) || !ReadNotes(in)) return false;
  for (uint32_t left = in.Count(kEntryBytes); left > 0; --left) {
    const auto code = ReadEnum(in, static_cast<ProblemCode>(kProblemCodes - 1));
    const uint32_t row = in.U32();
    const uint32_t rows = in.U32();
    const std::string_view column = in.Text();
    const std::string_view detail = in.Text();
    if (in.failed()) return false;
    log_.Add(code, row, rows, column, detail, /*was_used=*/false);
  }
  log_.CountUsed(in.U64());
  const std::optional<Date> first = ReadDate(in);
  const std::optional<Date> last = ReadDate(in);
  if (!in.Expect(first.has_value() == last.has_value() && (!first || *first <= *last))) return false;
  if (first) dates_ = {*first, *last};
  const uint8_t has = in.U8();
  if (!in.Expect(has <= 7)) return false;
  has_presence_ = (has & 1) != 0;
  has_lessons_ = (has & 2) != 0;
  has_absences_ = (has & 4) != 0;
  return !in.failed();
}

}  // namespace verzuim
