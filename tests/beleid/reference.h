// The slow reference for signalen: written from docs/verzuimbeleid.md alone, without code of core/beleid or
// core/rules. Every day and every condition is counted again from the raw facts.
#ifndef VERZUIM_TESTS_BELEID_REFERENCE_H_
#define VERZUIM_TESTS_BELEID_REFERENCE_H_

#include <string>
#include <vector>

#include "core/beleid/regel.h"
#include "core/options/options.h"
#include "core/register/pupil.h"
#include "core/rules/melding.h"
#include "tests/oracle/oracle.h"

namespace verzuim::beleid::testing {

struct Question {
  const Pupil& pupil;
  const std::vector<DueDay>& due;  // with lesuren
  const std::vector<MissedLesson>& missed;
  const std::vector<PupilNote>& notes;
  const std::vector<Melding>& meldingen;
  const oracle::Calendar& calendar;
  const Options& options;
  Date peildatum;
};

// One line per signaal of the rule, in order of day and step: "2025-09-04 stap 1: 2025-09-01/1 2025-09-04/2".
std::vector<std::string> ReferenceSignalen(const Question& question, const std::vector<Stap>& stappen);

}  // namespace verzuim::beleid::testing

#endif  // VERZUIM_TESTS_BELEID_REFERENCE_H_
