// The reader who has the program: takes every table that fits a publicatie, runs the program on each, keeps those for
// which it publishes just this, and looks at what is left of the values that must stay possible. Tables small enough
// to take all of them.
#include <gtest/gtest.h>

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "core/disclosure/table_publicatie.h"

namespace verzuim {
namespace {

struct Shape {
  std::vector<std::string> rows;  // of the CSV, all but the count
  std::string header;
  const char* hierarchy;
  int64_t total;
  int drempel;
};

// All ways to divide `total` over the inner cells of the shape.
void Divide(size_t cells, int64_t total, std::vector<int64_t>& counts, std::vector<std::vector<int64_t>>& all) {
  if (counts.size() + 1 == cells) {
    counts.push_back(total);
    all.push_back(counts);
    counts.pop_back();
    return;
  }
  for (int64_t n = 0; n <= total; ++n) {
    counts.push_back(n);
    Divide(cells, total - n, counts, all);
    counts.pop_back();
  }
}

struct Outcome {
  size_t publicaties = 0;  // different ones, with anything hidden and the total shown
  size_t narrowed = 0;     // of which this reader excludes a value that must stay possible
};

// What is printed: per cell its number, or its marker, or its marker with minstens.
using Print = std::vector<int64_t>;
Print PrintOf(const PrintedTable& printed) {
  Print out;
  for (const GedruktAantal& cell : printed.cells) {
    out.push_back(cell.aantal                               ? *cell.aantal
                  : cell.minstens                           ? -3
                  : cell.markering == Markering::kVerborgen ? -2
                                                            : -1);
  }
  return out;
}

// The tables with one grand total. Where that is printed, all tables that fit a publicatie are among them.
Outcome ReadAll(const Shape& shape, PublicatieBeleid beleid) {
  beleid.drempel = shape.drempel;
  SuppressOptions options;
  options.iterations = 10;
  std::vector<std::vector<int64_t>> all;
  std::vector<int64_t> scratch;
  Divide(shape.rows.size(), shape.total, scratch, all);
  struct Seen {
    ReaderView view;
    std::vector<uint32_t> values;  // per cell, as bits
  };
  std::map<Print, Seen> seen;
  Outcome out;
  for (const std::vector<int64_t>& inner : all) {
    std::string csv = shape.header + "\n";
    for (size_t i = 0; i < inner.size(); ++i) csv += shape.rows[i] + "," + std::to_string(inner[i]) + "\n";
    const Result<TablePublicatie> made = SuppressTable(csv, shape.hierarchy, beleid, {}, options);
    if (!made) continue;
    const Result<CountTable> table = ReadCountTable(csv, shape.hierarchy);
    Seen& same = seen[PrintOf(made->printed)];
    same.view = ViewOf(made->printed);
    same.values.resize(table->counts.size());
    for (CellId c = 0; c < table->counts.size(); ++c) {
      if (table->counts[c] < 32) same.values[c] |= 1U << table->counts[c];
    }
  }
  for (const auto& [print, same] : seen) {
    if (print.back() < 0) continue;
    bool hides = false, narrowed = false;
    for (CellId c = 0; c < print.size(); ++c) {
      hides = hides || print[c] < 0;
      for (int v = same.view.needs[c].first; v <= same.view.needs[c].last; ++v) {
        narrowed = narrowed || (same.values[c] >> v & 1) == 0;
      }
    }
    out.publicaties += hides;
    out.narrowed += narrowed;
  }
  return out;
}

std::vector<Shape> Shapes() {
  return {{{"a", "b", "c"}, "r,n", "", 24, 5},
          {{"a", "b", "c", "d"}, "r,n", "dim,code,parent\nr,a,P\nr,b,P\n", 14, 3},
          {{"a,x", "a,y", "b,x", "b,y"}, "r,k,n", "", 16, 3},
          {{"a,x", "a,y", "b,x", "b,y", "c,x", "c,y"}, "r,k,n", "", 8, 2}};
}

class AwareReaderTest : public testing::TestWithParam<std::tuple<NulBeleid, MarkeringBeleid>> {
 protected:
  PublicatieBeleid Beleid(PatroonBeleid patroon) const {
    PublicatieBeleid beleid;
    beleid.nul = std::get<0>(GetParam());
    beleid.markering = std::get<1>(GetParam());
    beleid.patroon = patroon;
    return beleid;
  }
};

TEST_P(AwareReaderTest, FixedPatternsTellNothing) {
  size_t publicaties = 0;
  for (const Shape& shape : Shapes()) {
    const Outcome fixed = ReadAll(shape, Beleid(PatroonBeleid::kVast));
    EXPECT_EQ(fixed.narrowed, 0U) << shape.rows.size();
    publicaties += fixed.publicaties;
  }
  EXPECT_GT(publicaties, 20U);
}

// The limit that docs/disclosure.md states: from some of the cheapest patterns this reader does learn.
TEST_P(AwareReaderTest, TheCheapestPatternCanTell) {
  size_t publicaties = 0, narrowed = 0;
  for (const Shape& shape : Shapes()) {
    const Outcome found = ReadAll(shape, Beleid(PatroonBeleid::kZoeken));
    publicaties += found.publicaties;
    narrowed += found.narrowed;
  }
  EXPECT_GT(publicaties, narrowed);
  EXPECT_GT(narrowed, 0U);
}

INSTANTIATE_TEST_SUITE_P(Policies, AwareReaderTest,
                         testing::Combine(testing::Values(NulBeleid::kVerbergen, NulBeleid::kTonen),
                                          testing::Values(MarkeringBeleid::kEnkel, MarkeringBeleid::kTweevoudig)));

}  // namespace
}  // namespace verzuim
