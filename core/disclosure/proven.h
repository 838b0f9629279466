// A pattern that anyone can check: the meeting of Suppress, Audit and Verify.
//
// With one marker a reader does not know which hidden counts are the small ones, so the certificate treats every
// hidden cell alike: it allows all of the small values, or the publicatie says aloud that it is at least the
// threshold ("minstens"). Whoever knows the promise could tell that anyway; saying it makes it a part of what is
// published, and so of what the certificate holds against (docs/disclosure.md, "Saying minstens").
#ifndef VERZUIM_CORE_DISCLOSURE_PROVEN_H_
#define VERZUIM_CORE_DISCLOSURE_PROVEN_H_

#include <optional>
#include <vector>

#include "core/disclosure/audit.h"
#include "core/disclosure/suppress.h"

namespace verzuim {

struct ProvenPattern {
  std::vector<char> hidden;    // per cell, parts included
  std::vector<char> minstens;  // per cell: hidden, and said to be at least the threshold
  HidingCost cost;
  int iterations = 0;
  ReaderView view;  // what the reader has
  Audit audit;      // of that view; safe, and its certificate was verified
};

// The pattern that hides `hidden` (a flag per cell). Says "minstens" of the large hidden cells that do not allow
// every small value, until nothing changes. Nothing when a count is given away all the same; `lost` (may be null)
// then gets the cells. Leaves `cost` alone.
std::optional<ProvenPattern> Prove(const SuppressProblem& problem, int drempel, const std::vector<char>& hidden,
                                   std::vector<CellId>* lost = nullptr);

// `problem.needs` holds, for every cell that may be hidden, what must stay possible when nothing is said about it.
// Nothing when no safe pattern was found: then not all wishes can be met.
std::optional<ProvenPattern> FindProvenPattern(const SuppressProblem& problem, int drempel, const CoverSource* covers,
                                               const SuppressOptions& options);

}  // namespace verzuim

#endif  // VERZUIM_CORE_DISCLOSURE_PROVEN_H_
