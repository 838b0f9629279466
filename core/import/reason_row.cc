// Reason tables (Magister sis_abty): what the codes of a school mean, in its own export.
#include "core/import/row_context.h"

namespace verzuim {
namespace {

bool ReadReason(RowContext& row, ReasonRow& out) {
  GeoorloofdFlag luxe = GeoorloofdFlag::kUnknown;
  out.code = row.Cell(Field::kReden);
  if (out.code.empty()) return row.Reject(ProblemCode::kBadReasonCode, Field::kReden, {});
  out.id = row.Cell(Field::kRedenId).empty() ? out.code : row.Cell(Field::kRedenId);
  out.description = row.Cell(Field::kOmschrijving);
  out.type = row.Cell(Field::kRedenType);
  if (!row.ReadFlag(Field::kGeoorloofd, out.geoorloofd) || !row.ReadFlag(Field::kLuxe, luxe)) return false;
  out.luxe = luxe == GeoorloofdFlag::kYes;
  return true;
}

}  // namespace

void ReadReasonRow(RowContext& row) {
  ReasonRow out;
  out.ref = row.ref();
  if (ReadReason(row, out)) row.sink().Add(out);
}

}  // namespace verzuim
