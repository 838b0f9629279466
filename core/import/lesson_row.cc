// Canonical lessen: one row per pupil and due lesson.
#include "core/import/row_context.h"

namespace verzuim {
namespace {

constexpr int kMaxLessonMinutes = 480;

bool ReadLesson(RowContext& row, LessonRow& out) {
  std::optional<uint8_t> lesuur;
  std::optional<Minutes> minutes;
  const StatusWord* status = nullptr;
  if (!row.ReadPupil(out.pupil) || !row.ReadDate(Field::kDatum, out.date)) return false;
  if (!row.ReadLesuur(Field::kLesuur, lesuur)) return false;
  if (!lesuur) return row.Reject(ProblemCode::kBadLesuur, Field::kLesuur, {});
  if (!row.ReadMinutes(Field::kMinuten, minutes)) return false;
  if (!minutes || minutes->value < 1 || minutes->value > kMaxLessonMinutes) {
    return row.Reject(ProblemCode::kMinutesOutOfRange, Field::kMinuten, row.Cell(Field::kMinuten));
  }
  if (!row.ReadStatus(status) || !row.ReadMinutes(Field::kGemist, out.missed)) return false;
  out.lesuur = *lesuur;
  out.minutes = *minutes;
  out.presence = status->presence;
  out.reason.code = row.Cell(Field::kReden);
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
