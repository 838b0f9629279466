// Absences: canonical verzuim and the exports of suppliers. What differs between them is in their profiles.
#include <string>

#include "core/import/cell.h"
#include "core/import/clock.h"
#include "core/import/row_context.h"
#include "core/register/file_register.h"

namespace verzuim {
namespace {

bool ReadDays(RowContext& row, AbsenceRow& out) {
  if (!row.ReadDate(Field::kDatum, out.from)) return false;
  if (!row.HasColumn(Field::kEinddatum)) {
    out.through = out.from;
    return true;
  }
  if (!row.ReadDate(Field::kEinddatum, out.through)) return false;
  out.open_ended = !out.through;
  if (out.open_ended && !row.profile().open_without_end) {
    return row.Reject(ProblemCode::kBadDate, Field::kEinddatum, {});
  }
  if (out.through && *out.through < out.from) {
    return row.Reject(ProblemCode::kBadInterval, Field::kEinddatum, ToIso(out.from) + " - " + ToIso(*out.through));
  }
  return true;
}

// Morning is the first lesuur of the day, afternoon the second; a whole day has none.
bool ReadDagdeel(RowContext& row, AbsenceRow& out) {
  const std::string_view cell = row.Cell(Field::kDagdeel);
  if (FoldsTo(cell, "heledag")) return true;
  const bool morning = FoldsTo(cell, "ochtend");
  if (!morning && !FoldsTo(cell, "middag")) return row.Reject(ProblemCode::kBadDagdeel, Field::kDagdeel, cell);
  out.lesuur_from = out.lesuur_through = static_cast<uint8_t>(morning ? 1 : 2);
  return true;
}

bool ReadLesuren(RowContext& row, AbsenceRow& out) {
  if (row.HasColumn(Field::kDagdeel)) return ReadDagdeel(row, out);
  if (!row.ReadLesuur(Field::kLesuur, out.lesuur_from) || !row.ReadLesuur(Field::kLesuurTot, out.lesuur_through)) {
    return false;
  }
  const std::string shown =
      "lesuur " + std::string(row.Cell(Field::kLesuur)) + " - " + std::string(row.Cell(Field::kLesuurTot));
  if (!out.lesuur_from && row.profile().needs_lesuur) return row.Reject(ProblemCode::kBadLesuur, Field::kLesuur, {});
  if (!row.HasColumn(Field::kLesuurTot)) out.lesuur_through = out.lesuur_from;
  // Both or neither: "from the third" could mean one lesuur or the rest of the day.
  if (out.lesuur_from.has_value() != out.lesuur_through.has_value()) {
    return row.Reject(ProblemCode::kBadInterval, Field::kLesuur, shown);
  }
  if (!out.lesuur_from) return true;
  if (*out.lesuur_through < *out.lesuur_from) return row.Reject(ProblemCode::kBadInterval, Field::kLesuurTot, shown);
  if (!out.through || *out.through != out.from) {
    return row.Reject(ProblemCode::kBadInterval, Field::kLesuur, shown + ", maar meer dan een dag");
  }
  return true;
}

bool ReadTimes(RowContext& row, AbsenceRow& out) {
  if (!row.ReadTime(Field::kBegintijd, out.begin_time) || !row.ReadTime(Field::kEindtijd, out.end_time)) return false;
  const bool one_day = out.through && *out.through == out.from;
  if (one_day && out.begin_time && out.end_time && *out.end_time <= *out.begin_time) {
    return row.Reject(ProblemCode::kBadInterval, Field::kEindtijd,
                      std::string(row.Cell(Field::kBegintijd)) + " - " + std::string(row.Cell(Field::kEindtijd)));
  }
  return true;
}

// A moment with a T or a space between its date and its time.
std::optional<ClockTime> ReadSpacedMoment(std::string_view cell) {
  std::string moment(cell);
  if (moment.size() > 10 && moment[10] == ' ') moment[10] = 'T';
  return ReadMoment(moment);
}

// When the row was entered: a moment, or a date with or without a time in its own column or behind it.
bool ReadEntered(RowContext& row, AbsenceRow& out) {
  const std::string_view cell = row.Cell(Field::kIngevoerd);
  if (cell.empty()) return true;
  std::optional<ClockTime> moment = ReadSpacedMoment(cell);
  if (!moment) {
    Date date;
    std::optional<Minutes> time;
    if (!row.ReadDate(Field::kIngevoerd, date) || !row.ReadTime(Field::kIngevoerdTijd, time)) return false;
    const size_t space = cell.find(' ');
    if (!time && space != std::string_view::npos) {
      time = ReadTime(Trim(cell.substr(space)));
      if (!time) return row.Reject(ProblemCode::kBadTime, Field::kIngevoerd, cell);
    }
    moment = {date, time.value_or(Minutes{0})};
  }
  if (!FitsShortDate(moment->date)) return row.Reject(ProblemCode::kBadDate, Field::kIngevoerd, cell);
  out.entered = (moment->date - kShortDateEpoch) * kMaxDayMinutes + moment->time.value;
  return true;
}

bool ReadReason(RowContext& row, AbsenceRow& out) {
  const StatusWord* status = nullptr;
  if (!row.ReadStatus(status) || !row.ReadFlag(Field::kGeoorloofd, out.reason.geoorloofd)) return false;
  out.reason.code = row.Cell(Field::kReden);
  if (status == nullptr) return true;
  if (status->ignored) return row.Reject(ProblemCode::kNotAbsence, Field::kStatus, row.Cell(Field::kStatus));
  out.presence = status->presence;
  if (status->is_reason && out.reason.code.empty()) out.reason.code = row.Cell(Field::kStatus);
  return true;
}

bool ReadMinutesMissed(RowContext& row, AbsenceRow& out) {
  if (!row.ReadMinutes(Field::kMinuten, out.minutes)) return false;
  if (out.minutes && out.minutes->value > kMaxDayMinutes) {
    return row.Reject(ProblemCode::kAbsenceMinutesOutOfRange, Field::kMinuten, row.Cell(Field::kMinuten));
  }
  const int lesuur_minutes = row.profile().lesuur_minutes;
  if (lesuur_minutes == 0 || !out.lesuur_from) return true;
  out.lesuur_length = Minutes{lesuur_minutes};
  // Late is not the whole of its lesuren; how much it is the export does not say.
  if (!out.minutes && out.presence == Presence::kAbsent) {
    out.minutes = Minutes{(*out.lesuur_through - *out.lesuur_from + 1) * lesuur_minutes};
  }
  return true;
}

bool ReadAbsence(RowContext& row, AbsenceRow& out) {
  return row.ReadPupil(out.pupil) && ReadDays(row, out) && ReadLesuren(row, out) && ReadTimes(row, out) &&
         ReadReason(row, out) && ReadMinutesMissed(row, out) && ReadEntered(row, out);
}

}  // namespace

void ReadAbsenceRow(RowContext& row) {
  AbsenceRow out;
  out.ref = row.ref();
  if (ReadAbsence(row, out)) row.sink().Add(out);
}

}  // namespace verzuim
