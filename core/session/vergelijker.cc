#include "core/session/vergelijker.h"

#include <utility>

namespace verzuim {

Vergelijker::Vergelijker(const VerzondenBestand& verzonden) : verzonden_(verzonden) {
  for (size_t i = 0; i < verzonden.meldingen.size(); ++i) open_[verzonden.leerlingen[i]].push_back(i);
}

void Vergelijker::Add(const PupilFacts& facts, const std::vector<Melding>& meldingen, const RuleContext& context,
                      DateRange data) {
  std::vector<size_t> places;
  if (const auto at = open_.find(facts.pupil.key); at != open_.end()) {
    places = std::move(at->second);
    open_.erase(at);
  }
  std::vector<VerzondenMelding> sent;
  for (const size_t place : places) sent.push_back(verzonden_.meldingen[place]);
  for (Vergeleken& vergeleken : VergelijkLeerling(sent, meldingen, facts, context, data)) {
    if (vergeleken.verzonden) vergeleken.verzonden = places[*vergeleken.verzonden];
    regels_.push_back({facts.pupil.key, std::move(vergeleken)});
  }
}

std::vector<VergelijkRegel> Vergelijker::Finish() {
  for (const auto& [leerling, places] : open_) {
    for (const size_t place : places) {
      regels_.push_back({std::string(leerling), VergelijkOnbekend(verzonden_.meldingen[place], place)});
    }
  }
  open_.clear();
  return std::move(regels_);
}

}  // namespace verzuim
