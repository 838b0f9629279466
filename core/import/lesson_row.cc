// Canonical lessen: one row per pupil and due lesson.
#include "core/import/row_context.h"

namespace verzuim {
namespace {

// The length of the lesson: stated, or from begin to end.
bool ReadLength(RowContext& row, std::optional<Minutes>& out) {
  if (row.HasColumn(Field::kMinuten)) return row.ReadMinutes(Field::kMinuten, out);
  std::optional<Minutes> begin, end;
  if (!row.ReadTime(Field::kBegintijd, begin) || !row.ReadTime(Field::kEindtijd, end)) return false;
  if (begin && end) out = Minutes{end->value - begin->value};
  return true;
}

// Whether the lesson took place, where the export says so.
bool TookPlace(RowContext& row) {
  GeoorloofdFlag cancelled = GeoorloofdFlag::kNo;
  GeoorloofdFlag valid = GeoorloofdFlag::kYes;
  if (row.HasColumn(Field::kVervallen) && !row.ReadFlag(Field::kVervallen, cancelled)) return false;
  if (row.HasColumn(Field::kGeldig) && !row.ReadFlag(Field::kGeldig, valid)) return false;
  if (cancelled == GeoorloofdFlag::kYes) return row.Reject(ProblemCode::kNoLesson, Field::kVervallen, "vervallen");
  return valid != GeoorloofdFlag::kNo || row.Reject(ProblemCode::kNoLesson, Field::kGeldig, "niet meer geldig");
}

bool ReadLesson(RowContext& row, LessonRow& out) {
  std::optional<uint8_t> lesuur;
  std::optional<Minutes> minutes;
  const StatusWord* status = nullptr;
  if (!row.ReadPupil(out.pupil) || !row.ReadDate(Field::kDatum, out.date)) return false;
  if (!TookPlace(row) || !row.ReadStatus(status)) return false;
  if (status->ignored) return row.Reject(ProblemCode::kNoLesson, Field::kStatus, row.Cell(Field::kStatus));
  if (!row.ReadLesuur(Field::kLesuur, lesuur)) return false;
  if (!lesuur) return row.Reject(ProblemCode::kBadLesuur, Field::kLesuur, {});
  if (row.HasColumn(Field::kLesuurTot)) {
    std::optional<uint8_t> through;
    if (!row.ReadLesuur(Field::kLesuurTot, through)) return false;
    // One row is one lesson; how a block is divided over its lesuren the export does not say.
    if (through && *through != *lesuur) {
      return row.Reject(ProblemCode::kBadInterval, Field::kLesuurTot, "een blok van meer dan een lesuur");
    }
  }
  if (!ReadLength(row, minutes)) return false;
  if (!minutes || minutes->value < 1 || minutes->value > kMaxLessonMinutes) {
    return row.Reject(ProblemCode::kMinutesOutOfRange, Field::kMinuten, row.Cell(Field::kMinuten));
  }
  if (!row.ReadMinutes(Field::kGemist, out.missed)) return false;
  out.lesuur = *lesuur;
  out.minutes = *minutes;
  out.presence = status->presence;
  out.reason.code = row.Cell(Field::kReden);
  out.vak = row.Cell(Field::kVak);
  if (out.missed && *out.missed > out.minutes) {
    return row.Reject(ProblemCode::kMissedMoreThanLesson, Field::kGemist, row.Cell(Field::kGemist));
  }
  if (out.missed && out.missed->value > 0 && out.presence == Presence::kPresent) {
    return row.Reject(ProblemCode::kPresentWithMissed, Field::kGemist, row.Cell(Field::kGemist));
  }
  return true;
}

}  // namespace

bool ReadLessonRow(RowContext& row, LessonRow& out) {
  out.ref = row.ref();
  if (!ReadLesson(row, out)) return false;
  row.sink().Add(out);
  return true;
}

}  // namespace verzuim
