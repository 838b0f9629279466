// Plichten: under which duty one pupil falls on each day (rule book B0).
//
//   kPlichtig        leerplichtig (LPW art. 3) or kwalificatieplichtig (art. 4a, 4b), no vrijstelling (art. 5)
//   kDoorstroompunt  no longer that, 16 to 26 years old (before 2026: 22), no startkwalificatie: absence of four
//                    weeks goes to the doorstroompunt (RMC)
//   kGeen            neither: too young, exempt, or with a startkwalificatie
//
// An unknown birth date: the pupil counts as leerplichtig, unless exempt. A child that is wrongly left out is the
// worse mistake, and every melding made this way says so (let_op geboortedatum_onbekend).
//
// Example
//   Plichten p(pupil born 21 January 2008, no startkwalificatie, calendar, Profiel::kMbo);
//   p.On(Day(2026, 1, 20)) == Plicht::kPlichtig;
//   p.On(Day(2026, 1, 21)) == Plicht::kDoorstroompunt;   // the birthday itself
#ifndef VERZUIM_CORE_RULES_PLICHTEN_H_
#define VERZUIM_CORE_RULES_PLICHTEN_H_

#include <cstdint>
#include <optional>

#include "core/base/date.h"
#include "core/calendar/school_calendar.h"
#include "core/options/options.h"
#include "core/register/pupil.h"

namespace verzuim {

enum class Plicht : uint8_t { kGeen, kPlichtig, kDoorstroompunt };

class Plichten {
 public:
  Plichten(const Pupil& pupil, const SchoolCalendar& calendar, Profiel profiel);

  Plicht On(Date date) const;
  // Whether `date` lies in the kwalificatieplicht: after leerplicht, without regard to exemptions.
  bool IsKwalificatieplichtig(Date date) const { return kwalificatieplicht_.Contains(date); }
  // The last day before `date` on which the pupil was plichtig, not earlier than `not_before`.
  std::optional<Date> LastPlichtigBefore(Date date, Date not_before) const;

  bool birth_known() const { return pupil_.geboortedatum.has_value(); }
  // First day of leerplicht; nullopt when the birth date is unknown.
  std::optional<Date> leerplicht_begin() const { return leerplicht_begin_; }
  // The birthdays that matter; nullopt when the birth date is unknown.
  std::optional<Date> zesde_verjaardag() const;
  std::optional<Date> achttiende_verjaardag() const;

 private:
  const Pupil& pupil_;
  bool doorstroompunt_;
  std::optional<Date> leerplicht_begin_;
  Date leerplicht_eind_;
  DateRange kwalificatieplicht_;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_RULES_PLICHTEN_H_
