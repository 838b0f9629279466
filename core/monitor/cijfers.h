// Cijfers: all figures of a school about itself in one pass: the one door of this folder.
//
// Example
//   CijfersTeller teller(setup);
//   for (…) teller.Add(i, facts, outcome.meldingen);
//   const Cijfers cijfers = teller.Finish();
#ifndef VERZUIM_CORE_MONITOR_CIJFERS_H_
#define VERZUIM_CORE_MONITOR_CIJFERS_H_

#include <vector>

#include "core/monitor/monitor.h"
#include "core/rules/evaluate.h"

namespace verzuim {

struct CijfersSetup {
  RuleContext context;
  MonitorConfig monitor;
  std::vector<Onderverdeling> onderverdeling;
  std::vector<PeriodeNaam> perioden;  // those that have begun
};

struct Cijfers {
  Monitor monitor;
};

class CijfersTeller {
 public:
  // The calendar and options of the setup must outlive the teller.
  explicit CijfersTeller(CijfersSetup setup);
  // One pupil; `index` is its number in the register, `meldingen` those of this pupil.
  void Add(uint32_t index, const PupilFacts& facts, const std::vector<Melding>& meldingen);
  Cijfers Finish();

 private:
  RuleContext context_;
  MonitorTeller monitor_;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_MONITOR_CIJFERS_H_
