// Canonical leerlingen: what the rules need to know of a pupil; a cell left empty is not known.
#include "core/import/cell.h"
#include "core/import/row_context.h"

namespace verzuim {
namespace {

constexpr int kMaxLeerjaar = 16;  // EDEXML counts 11..16 for the years of vo

bool ReadOnderwijs(RowContext& row, PupilRow& out) {
  const std::string_view soort = row.Cell(Field::kOnderwijssoort);
  if (!soort.empty()) {
    const std::optional<Onderwijssoort> known = ParseOnderwijssoort(soort);
    if (!known) return row.Reject(ProblemCode::kBadOnderwijssoort, Field::kOnderwijssoort, soort);
    out.onderwijssoort = *known;
  }
  const std::string_view leerjaar = row.Cell(Field::kLeerjaar);
  if (!leerjaar.empty()) {
    const std::optional<int32_t> number = ReadWhole(leerjaar);
    if (!number || *number < 0 || *number > kMaxLeerjaar) {
      return row.Reject(ProblemCode::kBadNumber, Field::kLeerjaar, leerjaar);
    }
    out.leerjaar = *number;
  }
  return true;
}

bool ReadGrond(RowContext& row, PupilRow& out) {
  const std::string_view cell = row.Cell(Field::kVrijstellingGrond);
  if (cell.empty()) return true;
  constexpr VrijstellingGrond kGronden[] = {VrijstellingGrond::kA, VrijstellingGrond::kB, VrijstellingGrond::kC};
  const int index = cell.size() == 1 ? (cell[0] | 0x20) - 'a' : -1;
  // What else stands there may be medical: it is neither kept nor repeated.
  if (index < 0 || index > 2) {
    return row.Reject(ProblemCode::kBadVrijstellingGrond, Field::kVrijstellingGrond, {});
  }
  out.vrijstelling_grond = kGronden[index];
  return true;
}

bool InOrder(RowContext& row, Field field, const std::optional<Date>& van, const std::optional<Date>& tot) {
  if (!van || !tot || *van <= *tot) return true;
  return row.Reject(ProblemCode::kBadInterval, field, ToIso(*van) + " - " + ToIso(*tot));
}

bool ReadPupil(RowContext& row, PupilRow& out) {
  out.klas = row.Cell(Field::kKlas);
  out.gemeente = row.Cell(Field::kGemeente);
  return row.ReadPupil(out.pupil) && row.ReadDate(Field::kGeboortedatum, out.geboortedatum) &&
         ReadOnderwijs(row, out) && row.ReadDate(Field::kIngeschrevenVan, out.ingeschreven_van) &&
         row.ReadDate(Field::kIngeschrevenTot, out.ingeschreven_tot) &&
         InOrder(row, Field::kIngeschrevenTot, out.ingeschreven_van, out.ingeschreven_tot) &&
         row.ReadDate(Field::kStartkwalificatieSinds, out.startkwalificatie_sinds) &&
         row.ReadDate(Field::kVrijstellingVan, out.vrijstelling_van) &&
         row.ReadDate(Field::kVrijstellingTot, out.vrijstelling_tot) &&
         InOrder(row, Field::kVrijstellingTot, out.vrijstelling_van, out.vrijstelling_tot) &&
         ReadGrond(row, out) && row.ReadDate(Field::kVerwijderingBesluit, out.verwijdering_besluit) &&
         row.ReadDate(Field::kLeerplichtTot, out.leerplicht_tot) &&
         row.ReadDate(Field::kKwalificatieplichtTot, out.kwalificatieplicht_tot);
}

}  // namespace

void ReadPupilRow(RowContext& row) {
  PupilRow out;
  out.ref = row.ref();
  if (ReadPupil(row, out)) row.sink().Add(out);
}

}  // namespace verzuim
