#include "core/monitor/cijfers.h"

#include <utility>

namespace verzuim {

CijfersTeller::CijfersTeller(CijfersSetup setup)
    : context_(setup.context),
      monitor_(setup.monitor, {setup.context.peildatum, std::move(setup.onderverdeling), std::move(setup.perioden)}) {
}

void CijfersTeller::Add(uint32_t index, const PupilFacts& facts, const std::vector<Melding>&) {
  monitor_.Add(index, facts);
}

Cijfers CijfersTeller::Finish() {
  return {monitor_.Finish()};
}

}  // namespace verzuim
