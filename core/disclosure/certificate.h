// Certificate: tables that fit a publicatie, so that anyone can check by addition that it gives nothing away.
//
// `base` is one whole table (a value for every cell of the system) that fits everything shown. Every witness is
// another one, written as the cells in which it differs from the base. A certificate is made from the publicatie
// alone, never from the true counts.
#ifndef VERZUIM_CORE_DISCLOSURE_CERTIFICATE_H_
#define VERZUIM_CORE_DISCLOSURE_CERTIFICATE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/disclosure/count_system.h"

namespace verzuim {

struct CellValue {
  CellId cell;
  int64_t value;
  bool operator==(const CellValue&) const = default;
};

struct Certificate {
  std::vector<int64_t> base;                      // one per cell
  std::vector<std::vector<CellValue>> witnesses;  // sorted by cell
  bool operator==(const Certificate&) const = default;
};

// What is wrong with a certificate: the first thing found.
enum class CertificateFault : uint8_t {
  kWrongSize,    // base does not have one value per cell, or a witness names an unknown cell or one twice
  kOutOfBounds,  // a value that the publicatie rules out
  kBrokenSum,    // parts that do not make their total
  kNotCovered,   // a value that must stay possible is in no table
};

struct VerifyFinding {
  CertificateFault fault;
  CellId cell;  // the cell (or a cell of the relation) it is about
};

// Checks a certificate by comparing and adding only: every sum, every shown number, every bound, every need.
// Nothing is returned when it proves the publicatie safe. `system` must be indexed.
std::optional<VerifyFinding> Verify(const CountSystem& system, const ReaderView& view,
                                    const Certificate& certificate);

}  // namespace verzuim

#endif  // VERZUIM_CORE_DISCLOSURE_CERTIFICATE_H_
