// Levering: from the facts of pupils to the counts of a period (rule book D2). Unsuppressed, counts only.
#ifndef VERZUIM_CORE_AGGREGATE_LEVERING_H_
#define VERZUIM_CORE_AGGREGATE_LEVERING_H_

#include <array>
#include <string>
#include <vector>

#include "core/aggregate/telling.h"
#include "core/calendar/school_calendar.h"
#include "core/options/options.h"
#include "core/register/pupil.h"

namespace verzuim {

// One subdivision: the pupils it holds. Empty criteria do not restrict; a pupil belongs to the first that fits.
struct Onderverdeling {
  std::string naam;
  std::vector<Onderwijssoort> onderwijssoorten;
  std::vector<int> leerjaren;
};

struct LeveringConfig {
  std::vector<PeriodeNaam> perioden;              // empty: the four default periods of the school year
  std::vector<int> intervallen = {0, 5, 10, 20};  // bounds in percents
  std::vector<Onderverdeling> onderverdeling;     // empty: by profile
};

// Whether the pupil meets the criteria of a subdivision.
bool Fits(const Onderverdeling& part, const Pupil& pupil);
// Whether the pupil was enrolled on any day of the range.
bool EnrolledIn(const Pupil& pupil, DateRange dates);
// Which categories the time of a lesson missed for this reason counts in, in the order of Categorie.
std::array<bool, kCategorieen> CategorieenVan(ReasonClass reason);

// The default periods of a school year: to the end of the autumn, Christmas and May vacations, and to 31 July.
std::vector<PeriodeNaam> DefaultPerioden(const SchoolCalendar& calendar, Date in_schooljaar);
// The default subdivision of a profile: pro, vmbo, havo, vwo; or onderbouw (1-4), bovenbouw (5-8).
std::vector<Onderverdeling> DefaultOnderverdeling(Profiel profiel);

// Absence that is not geoorloofd counts as ongeoorloofd here, also while it is not yet explained: the bill knows no
// third kind, and totaal has to be the sum of the two.
//
// Adds up pupil by pupil, so that memory does not grow with their number.
class LeveringTeller {
 public:
  LeveringTeller(PeriodeNaam periode, const LeveringConfig& config,
                 const std::vector<Onderverdeling>& onderverdeling);
  // Facts after `peildatum` are not counted.
  void Add(const PupilFacts& facts, Date peildatum);
  // The counts. A pupil that fits no subdivision stands under "overig", which is left out when nobody does.
  Telling Finish() const;

 private:
  Telling telling_;
  std::vector<Onderverdeling> onderverdeling_;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_AGGREGATE_LEVERING_H_
