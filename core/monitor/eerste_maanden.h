// EersteMaandenTeller: absence with leave in August to October, set beside all absence in the rest of the year.
#ifndef VERZUIM_CORE_MONITOR_EERSTE_MAANDEN_H_
#define VERZUIM_CORE_MONITOR_EERSTE_MAANDEN_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "core/monitor/groepen.h"

namespace verzuim {

struct EersteMaandenLeerling {
  uint32_t pupil = 0;
  int64_t lestijd = 0;     // in the first months
  int64_t geoorloofd = 0;  // minutes, in the first months
  size_t band = 0;
  std::optional<size_t> vervolg_band;  // of all absence since; nullopt without lessons since
};

struct EersteMaanden {
  DateRange begin;
  DateRange vervolg;                              // empty when the first months are not over
  std::vector<int64_t> cellen;                    // [band][vervolg_band] pupils with lessons in both
  std::vector<EersteMaandenLeerling> leerlingen;  // those whose geoorloofd absence is chronisch, largest share first
};

class EersteMaandenTeller {
 public:
  // `year` is the school year, up to the peildatum.
  EersteMaandenTeller(std::vector<int> grenzen, DateRange year);
  void Add(uint32_t index, const LeerlingTijd& begin, const LeerlingTijd& vervolg);
  const DateRange& begin() const { return result_.begin; }
  const DateRange& vervolg() const { return result_.vervolg; }
  EersteMaanden Finish();

 private:
  std::vector<int> grenzen_;
  EersteMaanden result_;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_MONITOR_EERSTE_MAANDEN_H_
