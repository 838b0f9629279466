// CountTable: a table of counts with dimensions, hierarchies and totals, read from plain CSV text.
//
// Only the inner cells are given; every total follows. A code may have several parents (a site in a gemeente and in
// a samenwerkingsverband): all of it is one system, never table by table. Codes without a parent are parts of
// "Total".
//
// Example  "geo,cat,count\nA,k1,3\nB,k1,4\n" has 2 x 1 inner cells and 6 cells with the totals
#ifndef VERZUIM_CORE_DISCLOSURE_COUNT_TABLE_H_
#define VERZUIM_CORE_DISCLOSURE_COUNT_TABLE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/disclosure/count_system.h"

namespace verzuim {

inline constexpr std::string_view kTotalCode = "Total";

struct CodeSum {
  uint32_t parent;
  std::vector<uint32_t> children;
};

struct TableDimension {
  std::string name;
  std::vector<std::string> codes;  // the leaves first, "Total" last
  size_t leaves = 0;
  std::vector<std::pair<std::string, std::string>> links;  // (code, parent) as given
  std::vector<CodeSum> sums;                               // parent = sum of children
  std::vector<std::vector<uint32_t>> ancestors;            // per leaf: the codes that contain it, itself first
  // Whether `code` contains `leaf`.
  bool Contains(uint32_t code, uint32_t leaf) const;
  size_t IndexOf(std::string_view code) const;  // codes.size() when unknown
};

struct CountTable {
  std::vector<TableDimension> dimensions;
  CountSystem system;
  std::vector<int64_t> counts;  // one per cell; the last dimension runs fastest

  CellId CellOf(const std::vector<uint32_t>& codes) const;
  std::vector<uint32_t> CodesOf(CellId cell) const;
  // "A × Total × k1".
  std::string NameOf(CellId cell) const;
};

// Reads `table` (header: dimension names and the count, named anything) and `hierarchy` (header dim,code,parent; may
// be empty). Separators , or ;. Problems: a row with too few fields, a count that is not a whole number from 0 to
// kMaxCount, an inner cell given twice, a code that is both inner and a parent, an unknown dimension, a cycle,
// a code that is named "Total", or more than kMaxCells cells.
Result<CountTable> ReadCountTable(std::string_view table, std::string_view hierarchy);

// Builds the codes and sums of one dimension: `leaves` in order, `links` as (code, parent) pairs; "Total" is added.
Result<TableDimension> MakeDimension(std::string name, std::vector<std::string> leaves,
                                     const std::vector<std::pair<std::string, std::string>>& links);
// All cells and relations of the product of `dimensions`, with counts from the inner cells (leaves only, last
// dimension fastest). Refuses more than kMaxCells cells and sums above kMaxCount.
Result<CountTable> MakeCountTable(std::vector<TableDimension> dimensions, const std::vector<int64_t>& inner);

}  // namespace verzuim

#endif  // VERZUIM_CORE_DISCLOSURE_COUNT_TABLE_H_
