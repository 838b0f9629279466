#include "core/rules/plichten.h"

#include "core/rules/bes/articles.h"
#include "core/rules/lpw/articles.h"
#include "core/rules/rmc/doorstroompunt.h"

namespace verzuim {

Plichten::Plichten(const Pupil& pupil, const SchoolCalendar& calendar, Profiel profiel)
    : pupil_(pupil), doorstroompunt_(profiel != Profiel::kBes), kwalificatieplicht_(kNoDates) {
  if (!pupil.geboortedatum) return;
  const Date birth = *pupil.geboortedatum;
  const int begin_age = profiel == Profiel::kBes ? bes::kLeerplichtBeginLeeftijd : lpw::kLeerplichtBeginLeeftijd;
  leerplicht_begin_ = lpw::LeerplichtBegin(birth, begin_age, calendar);
  leerplicht_eind_ = lpw::LeerplichtEind(birth, pupil.leerplicht_tot);
  kwalificatieplicht_ =
      lpw::Kwalificatieplicht(birth, leerplicht_eind_, pupil.startkwalificatie_sinds, pupil.kwalificatieplicht_tot);
}

Plicht Plichten::On(Date date) const {
  if (lpw::IsVrijgesteld(pupil_, date)) return Plicht::kGeen;
  if (!birth_known()) return Plicht::kPlichtig;
  if (*leerplicht_begin_ <= date && date <= leerplicht_eind_) return Plicht::kPlichtig;
  if (kwalificatieplicht_.Contains(date)) return Plicht::kPlichtig;
  const bool startkwalificatie = pupil_.startkwalificatie_sinds && *pupil_.startkwalificatie_sinds <= date;
  if (doorstroompunt_ && !startkwalificatie && rmc::HeeftLeeftijd(*pupil_.geboortedatum, date)) {
    return Plicht::kDoorstroompunt;
  }
  return Plicht::kGeen;
}

std::optional<Date> Plichten::LastPlichtigBefore(Date date, Date not_before) const {
  for (Date d = date - 1; d >= not_before; d = d - 1) {
    if (On(d) == Plicht::kPlichtig) return d;
  }
  return std::nullopt;
}

std::optional<Date> Plichten::zesde_verjaardag() const {
  if (!birth_known()) return std::nullopt;
  return pupil_.geboortedatum->PlusYears(lpw::kVijfjarigeTotLeeftijd);
}

std::optional<Date> Plichten::achttiende_verjaardag() const {
  if (!birth_known()) return std::nullopt;
  return pupil_.geboortedatum->PlusYears(lpw::kKwalificatieplichtTotLeeftijd);
}

}  // namespace verzuim
