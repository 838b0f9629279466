#include "core/monitor/cijfers.h"

#include <algorithm>
#include <utility>

namespace verzuim {

CijfersTeller::CijfersTeller(CijfersSetup setup)
    : context_(setup.context),
      monitor_(setup.monitor, {setup.context.peildatum, std::move(setup.onderverdeling), std::move(setup.perioden),
                               setup.context.profiel == Profiel::kMbo}),
      zelfcontrole_(setup.context) {}

void CijfersTeller::Add(uint32_t index, const PupilFacts& facts, const std::vector<Melding>& meldingen) {
  monitor_.Add(index, facts);
  zelfcontrole_.Add(index, facts);
  for (VerlofKaart& kaart : VerlofVan(facts, context_)) cijfers_.verlof.push_back({index, std::move(kaart)});
  for (VrijstellingKaart& kaart : VrijstellingenVan(facts, context_)) {
    cijfers_.vrijstellingen.push_back({index, std::move(kaart)});
  }
  if (auto kaart = VerwijderingVan(facts.pupil, context_)) {
    cijfers_.verwijderingen.push_back({index, std::move(*kaart)});
  }
  for (const Melding& m : meldingen) {
    meldingen_.push_back({index, m.soort, m.volgnummer, m.begindatum, m.meldbaar_vanaf, m.uiterste_datum, m.einddatum,
                          false, std::nullopt});
  }
}

void CijfersTeller::Verzonden(uint32_t index, MeldingSoort soort, int volgnummer, std::optional<Date> op) {
  // In the order of adding, and so by pupil.
  auto at = std::lower_bound(meldingen_.begin(), meldingen_.end(), index,
                             [](const MeldingFeit& melding, uint32_t pupil) { return melding.pupil < pupil; });
  for (; at != meldingen_.end() && at->pupil == index; ++at) {
    if (at->soort != soort || at->volgnummer != volgnummer) continue;
    at->verzonden = true;
    at->verzonden_op = op;
  }
}

Cijfers CijfersTeller::Finish(bool verzonden_bekend) {
  cijfers_.monitor = monitor_.Finish();
  cijfers_.zelfcontrole = zelfcontrole_.Finish(meldingen_, verzonden_bekend);
  return std::move(cijfers_);
}

}  // namespace verzuim
