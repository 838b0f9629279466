// Jaarcijfers: what the meldingen of a school year add up to: the school's own column of the leerplichttelling, its
// thuiszitters, and how long continuous absence lasted (doorloopsnelheid). Exact: sums, and means in tenths.
#ifndef VERZUIM_CORE_MONITOR_JAARCIJFERS_H_
#define VERZUIM_CORE_MONITOR_JAARCIJFERS_H_

#include <cstdint>
#include <optional>
#include <set>
#include <vector>

#include "core/calendar/school_calendar.h"
#include "core/rules/cijfers/definities.h"
#include "core/rules/melding.h"

namespace verzuim {

// A melding as far as the figures go; `pupil` numbers the pupil.
struct MeldingFeit {
  uint32_t pupil = 0;
  MeldingSoort soort = MeldingSoort::kZestienUur;
  int volgnummer = 0;
  Date begindatum, meldbaar_vanaf, uiterste_datum;
  std::optional<Date> einddatum;
  bool verzonden = false;  // stands in the list of sent meldingen
  std::optional<Date> verzonden_op;
};

// Mean and median of whole numbers. Example  {1, 2, 4}: sum 7 of 3, mean 23 tenths, median 20 tenths
struct Gemiddelde {
  int64_t som = 0;
  int64_t aantal = 0;
  int64_t mediaan_tienden = 0;
  // The mean in tenths, rounded half up; only when aantal > 0.
  int64_t Tienden() const { return (20 * som + aantal) / (2 * aantal); }
};
Gemiddelde GemiddeldeVan(std::vector<int64_t> waarden);

struct JaarcijfersSoort {
  MeldingSoort soort = MeldingSoort::kZestienUur;
  int64_t aantal = 0, lopend = 0, afgesloten = 0, verzonden = 0;
  std::set<uint32_t> leerlingen;
  std::vector<int64_t> dagen_tot_verzending;  // from the day the duty arose
};

// How long: calendar days and lesdagen from begindatum through einddatum, or so far.
struct Doorlooptijd {
  std::vector<int64_t> kalenderdagen, lesdagen;
};

struct Jaarcijfers {
  DateRange schooljaar;
  std::vector<JaarcijfersSoort> soorten;  // all of them, in their order
  const Dated<cijfers::ThuiszitterDefinitie>* definitie = nullptr;
  std::set<uint32_t> thuiszitters;
  Doorlooptijd afgesloten, lopend;  // of langdurig relatief verzuim
};

// Per school year in which a duty arose, in order.
std::vector<Jaarcijfers> JaarcijfersVan(const std::vector<MeldingFeit>& meldingen, Date peildatum,
                                        const SchoolCalendar& calendar);

}  // namespace verzuim

#endif  // VERZUIM_CORE_MONITOR_JAARCIJFERS_H_
