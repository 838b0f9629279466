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

void MarkSeen(const ReaderView& view, CellId cell, int64_t value, std::vector<uint32_t>& seen) {
  if (value >= 0 && value < 32 && !view.needs[cell].IsEmpty()) seen[cell] |= 1U << value;
}

}  // namespace

std::optional<VerifyFinding> Verify(const CountSystem& system, const ReaderView& view,
                                    const Certificate& certificate) {
  const size_t n = system.cells();
  std::vector<int64_t> table = certificate.base;
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
  for (const std::vector<CellValue>& witness : certificate.witnesses) {
    for (size_t i = 0; i < witness.size(); ++i) {
      const CellId c = witness[i].cell;
      if (c >= n || (i > 0 && witness[i - 1].cell >= c)) return VerifyFinding{CertificateFault::kWrongSize, c};
      if (witness[i].value > kMaxCount || !view.bounds[c].Contains(witness[i].value)) {
        return VerifyFinding{CertificateFault::kOutOfBounds, c};
      }
      table[c] = witness[i].value;
      MarkSeen(view, c, table[c], seen);
    }
    for (const CellValue& change : witness) {
      for (const uint32_t r : system.RelationsOf(change.cell)) {
        if (BrokenRelation(system, r, table)) return VerifyFinding{CertificateFault::kBrokenSum, change.cell};
      }
    }
    for (const CellValue& change : witness) table[change.cell] = certificate.base[change.cell];
  }
  for (CellId c = 0; c < n; ++c) {
    for (int v = view.needs[c].first; v <= view.needs[c].last; ++v) {
      if ((seen[c] & (1U << v)) == 0) return VerifyFinding{CertificateFault::kNotCovered, c};
    }
  }
  return std::nullopt;
}

}  // namespace verzuim
