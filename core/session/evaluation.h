// Evaluation: one run of a session in steps, so that whoever waits can see how far it is and can stop it.
//
// Example
//   Evaluation evaluation(session, school, request);
//   while (evaluation.Step()) Show(evaluation.Permille());
//   Run run = evaluation.Take();
#ifndef VERZUIM_CORE_SESSION_EVALUATION_H_
#define VERZUIM_CORE_SESSION_EVALUATION_H_

#include <cstdint>
#include <memory>

#include "core/session/session.h"

namespace verzuim {

class Evaluation {
 public:
  // All three must outlive the evaluation and stay as they are until it is done or given up.
  Evaluation(const Session& session, const School& school, const RunRequest& request);
  ~Evaluation();
  Evaluation(const Evaluation&) = delete;
  Evaluation& operator=(const Evaluation&) = delete;

  // Some pupils, or the publicatie of one period. False when there is nothing left to do.
  bool Step();
  // How far it is, 0 to 1000.
  int Permille() const;
  // The outcome, once, when nothing is left to do.
  Run Take();

 private:
  class Work;

  void AddPupil(uint32_t index);
  void FinishPupils();
  void MakePeriode();
  void AddNotices();

  const Session& session_;
  const School& school_;
  const RunRequest& request_;
  Run run_;
  std::unique_ptr<Work> work_;  // none once nothing is left to do
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_SESSION_EVALUATION_H_
