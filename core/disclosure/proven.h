// A pattern that anyone can check: the meeting of Suppress, Audit and Verify.
//
// With one marker a reader does not know which hidden counts are the small ones, so the certificate treats every
// hidden cell alike: it has to allow all of the small values, or else the publicatie says aloud that it is not small
// ("minstens"). A reader who knows how the program works could infer that anyway.
#ifndef VERZUIM_CORE_DISCLOSURE_PROVEN_H_
#define VERZUIM_CORE_DISCLOSURE_PROVEN_H_

#include <optional>
#include <vector>

#include "core/disclosure/audit.h"
#include "core/disclosure/suppress.h"

namespace verzuim {

// Whether the proof counts with a reader who uses what is said by "minstens" (or infers it from how the program
// works).
//   kDoorziet  it does: the promise holds for a reader who sees through the program. Hides more.
//   kGewoon    it does not: every small count is safe against all that is shown and all sums, which is what other
//   tools
//              aim at, but not against what "minstens" adds
enum class LezerBeleid : uint8_t { kDoorziet, kGewoon };

struct ProvenPattern {
  std::vector<char> hidden;    // per cell, parts included
  std::vector<char> minstens;  // per cell: hidden, and said to be at least the threshold
  HidingCost cost;
  int iterations = 0;
  ReaderView view;  // what the reader has
  Audit audit;      // of that view; safe, and its certificate was verified
};

// `problem.needs` holds, for every cell that may be hidden, what must stay possible when nothing is said about it.
// Nothing when no safe pattern was found: then not all wishes can be met.
std::optional<ProvenPattern> FindProvenPattern(const SuppressProblem& problem, int drempel, LezerBeleid lezer,
                                               const CoverSource* covers, const SuppressOptions& options);

}  // namespace verzuim

#endif  // VERZUIM_CORE_DISCLOSURE_PROVEN_H_
