// The checker on which trust rests: additions and comparisons, no search. web/verify/verify.mjs does the same.
#include <vector>

#include "core/disclosure/certificate.h"

namespace verzuim {
namespace {

std::optional<CellId> BrokenRelation(const CountSystem& system, size_t relation, const std::vector<int64_t>& table) {
  int64_t sum = 0;
  for (const Term& term : system.Terms(relation)) sum += term.sign * table[term.cell];
  if (sum == 0) return std::nullopt;
  return system.Terms(relation).begin()->cell;
}

// Where the base fits, another table fits when its changes add up to nothing in every relation they touch. `sums` is
// scratch: one zero per relation, given back so.
std::optional<CellId> BrokenChange(const CountSystem& system, const std::vector<int64_t>& base,
                                   const std::vector<CellValue>& witness, std::vector<int64_t>& sums) {
  for (const CellValue& change : witness) {
    const int64_t by = change.value - base[change.cell];
    for (const Membership& in : system.MembershipsOf(change.cell)) sums[in.relation] += in.sign * by;
  }
  std::optional<CellId> broken;
  for (const CellValue& change : witness) {
    for (const Membership& in : system.MembershipsOf(change.cell)) {
      if (sums[in.relation] != 0 && !broken) broken = change.cell;
      sums[in.relation] = 0;
    }
  }
  return broken;
}

void MarkSeen(const ReaderView& view, CellId cell, int64_t value, std::vector<uint32_t>& seen) {
  if (value >= 0 && value < 32 && !view.needs[cell].IsEmpty()) seen[cell] |= 1U << value;
}

}  // namespace

std::optional<VerifyFinding> Verify(const CountSystem& system, const ReaderView& view,
                                    const Certificate& certificate) {
  const size_t n = system.cells();
  const std::vector<int64_t>& table = certificate.base;
  if (table.size() != n || view.bounds.size() != n || view.needs.size() != n) {
    return VerifyFinding{CertificateFault::kWrongSize, 0};
  }
  std::vector<uint32_t> seen(n, 0);
  for (CellId c = 0; c < n; ++c) {
    if (table[c] > kMaxCount || !view.bounds[c].Contains(table[c])) {
      return VerifyFinding{CertificateFault::kOutOfBounds, c};
    }
    MarkSeen(view, c, table[c], seen);
  }
  for (size_t r = 0; r < system.relations(); ++r) {
    if (const auto cell = BrokenRelation(system, r, table)) return VerifyFinding{CertificateFault::kBrokenSum, *cell};
  }
  std::vector<int64_t> sums(system.relations(), 0);
  for (const std::vector<CellValue>& witness : certificate.witnesses) {
    for (size_t i = 0; i < witness.size(); ++i) {
      const CellId c = witness[i].cell;
      if (c >= n || (i > 0 && witness[i - 1].cell >= c)) return VerifyFinding{CertificateFault::kWrongSize, c};
      if (witness[i].value > kMaxCount || !view.bounds[c].Contains(witness[i].value)) {
        return VerifyFinding{CertificateFault::kOutOfBounds, c};
      }
      MarkSeen(view, c, witness[i].value, seen);
    }
    if (const auto cell = BrokenChange(system, table, witness, sums)) {
      return VerifyFinding{CertificateFault::kBrokenSum, *cell};
    }
  }
  for (CellId c = 0; c < n; ++c) {
    for (int v = view.needs[c].first; v <= view.needs[c].last; ++v) {
      if ((seen[c] & (1U << v)) == 0) return VerifyFinding{CertificateFault::kNotCovered, c};
    }
  }
  return std::nullopt;
}

}  // namespace verzuim
