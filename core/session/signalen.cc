#include "core/session/signalen.h"

#include <algorithm>
#include <utility>

#include "core/beleid/evaluate.h"

namespace verzuim {

void SignalenTeller::Add(uint32_t pupil, const PupilFacts& facts, const std::vector<PupilNote>& notes,
                         const std::vector<Melding>& meldingen) {
  const std::vector<std::string>& labels = school_.beleid->labels;
  for (const PupilNote& note : notes) {
    const bool known = !note.regel.empty() || std::find(labels.begin(), labels.end(), note.label) != labels.end();
    if (!known) unknown_labels_.insert(note.label);
  }
  for (beleid::Signaal& signaal : EvaluateBeleid(facts, notes, meldingen, context_, *school_.beleid)) {
    signaal.pupil = pupil;
    signalen_.push_back(std::move(signaal));
  }
}

void SignalenTeller::AddNotices(std::vector<Problem>& notices) const {
  for (const std::string& label : unknown_labels_) {
    notices.push_back(MakeProblem(ProblemCode::kUnknownLabel,
                                  {.file = {}, .row = 0, .column = {}, .pointer = "/beleid/labels"},
                                  "\"" + label + "\""));
  }
}

}  // namespace verzuim
