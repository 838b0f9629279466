// Cijfers: all figures of a school about itself in one pass: the one door of this folder.
//
// Example
//   CijfersTeller teller(setup);
//   for (…) teller.Add(i, facts, outcome.meldingen);
//   const Cijfers cijfers = teller.Finish(false);
#ifndef VERZUIM_CORE_MONITOR_CIJFERS_H_
#define VERZUIM_CORE_MONITOR_CIJFERS_H_

#include <vector>

#include "core/monitor/monitor.h"
#include "core/monitor/zelfcontrole.h"
#include "core/rules/evaluate.h"
#include "core/rules/verlof.h"
#include "core/rules/vrijstelling.h"

namespace verzuim {

struct CijfersSetup {
  RuleContext context;
  MonitorConfig monitor;
  std::vector<Onderverdeling> onderverdeling;
  std::vector<PeriodeNaam> perioden;  // those that have begun
};

// Something about one pupil of the register.
template <class T>
struct VanLeerling {
  uint32_t pupil = 0;
  T kaart;
};

struct Cijfers {
  Monitor monitor;
  std::vector<VanLeerling<VerlofKaart>> verlof;
  std::vector<VanLeerling<VrijstellingKaart>> vrijstellingen;
  std::vector<VanLeerling<VerwijderingKaart>> verwijderingen;
  Zelfcontrole zelfcontrole;
};

class CijfersTeller {
 public:
  // The calendar and options of the setup must outlive the teller.
  explicit CijfersTeller(CijfersSetup setup);
  // One pupil; `index` is its number in the register, `meldingen` those of this pupil.
  void Add(uint32_t index, const PupilFacts& facts, const std::vector<Melding>& meldingen);
  // Marks a melding as sent; `op` when the list says so.
  void Verzonden(uint32_t index, MeldingSoort soort, int volgnummer, std::optional<Date> op);
  // `verzonden_bekend`: a list of sent meldingen was given.
  Cijfers Finish(bool verzonden_bekend);

 private:
  RuleContext context_;
  MonitorTeller monitor_;
  ZelfcontroleTeller zelfcontrole_;
  std::vector<MeldingFeit> meldingen_;
  Cijfers cijfers_;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_MONITOR_CIJFERS_H_
