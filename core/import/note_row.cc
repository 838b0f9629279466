// Canonical notities: a label that a mentor noted, or the confirmation of a signaal.
#include "core/import/row_context.h"

namespace verzuim {
namespace {

// A confirmation says of which rule, by whom and why. Name and reason have to be there and go no further: this
// program keeps no names and no free text.
bool ReadBevestiging(RowContext& row, NoteRow& out) {
  out.regel = row.Cell(Field::kRegelnummer);
  const auto demand = [&](Field field, std::string_view what) {
    return !row.Cell(field).empty() || row.Reject(ProblemCode::kBadNote, field, what);
  };
  return demand(Field::kRegelnummer, "bij bevestigd ontbreekt het nummer van de regel") &&
         demand(Field::kBevestigdDoor, "bij bevestigd ontbreekt door wie") &&
         demand(Field::kReden, "bij bevestigd ontbreekt de reden");
}

bool ReadNote(RowContext& row, NoteRow& out) {
  out.label = row.Cell(Field::kLabel);
  if (!row.ReadPupil(out.pupil) || !row.ReadDate(Field::kDatum, out.date)) return false;
  if (out.label.empty()) return row.Reject(ProblemCode::kBadNote, Field::kLabel, "het label ontbreekt");
  if (out.label == kBevestigd) return ReadBevestiging(row, out);
  return row.Cell(Field::kRegelnummer).empty() ||
         row.Reject(ProblemCode::kBadNote, Field::kRegelnummer, "een regel hoort alleen bij het label bevestigd");
}

}  // namespace

void ReadNoteRow(RowContext& row) {
  NoteRow out;
  out.ref = row.ref();
  if (ReadNote(row, out)) row.sink().Add(out);
}

}  // namespace verzuim
