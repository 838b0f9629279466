#include "tests/disclosure/random_tables.h"

#include <string>
#include <utility>
#include <vector>

namespace verzuim {

CountTable RandomTable(Random& random, size_t max_inner) {
  const size_t k = 2 + random.Below(3);
  std::vector<TableDimension> dimensions;
  size_t inner = 1;
  for (size_t d = 0; d < k; ++d) {
    size_t leaves = 2 + random.Below(4);
    while (leaves > 1 && inner * leaves > max_inner) --leaves;
    inner *= leaves;
    std::vector<std::string> codes;
    for (size_t i = 0; i < leaves; ++i) codes.push_back("c" + std::to_string(i));
    std::vector<std::pair<std::string, std::string>> links;
    if (leaves > 2 && random.Below(2) == 0) {
      for (size_t i = 0; i < leaves; ++i) links.emplace_back(codes[i], "g" + std::to_string(i % 2));
      // Now and then a second roll-up over the same codes.
      if (random.Below(3) == 0) {
        for (size_t i = 0; i < leaves; ++i) links.emplace_back(codes[i], "h" + std::to_string(i < 1 ? 0 : 1));
      }
    }
    dimensions.push_back(*MakeDimension("d" + std::to_string(d), codes, links));
  }
  std::vector<int64_t> counts(inner);
  const size_t size = 4 + random.Below(12);
  for (int64_t& count : counts)
    count = static_cast<int64_t>(random.Below(3) == 0 ? random.Below(5) : random.Below(size));
  return *MakeCountTable(std::move(dimensions), counts);
}

PublicatieBeleid RandomBeleid(Random& random) {
  PublicatieBeleid beleid;
  beleid.nul = static_cast<NulBeleid>(random.Below(3));
  beleid.markering = static_cast<MarkeringBeleid>(random.Below(2));
  return beleid;
}

std::vector<char> SmallCells(const CountTable& table, const PublicatieBeleid& beleid) {
  std::vector<char> small;
  for (const int64_t n : table.counts) {
    small.push_back(n < beleid.drempel && (n > 0 || beleid.nul == NulBeleid::kVerbergen));
  }
  return small;
}

ReaderView ViewOfPattern(const CountTable& table, const std::vector<char>& hidden, const PublicatieBeleid& beleid) {
  ReaderView view;
  for (CellId c = 0; c < table.counts.size(); ++c) {
    const int64_t n = table.counts[c];
    const bool under = n < beleid.drempel && beleid.markering == MarkeringBeleid::kTweevoudig;
    const Markering marker = under ? Markering::kOnderDrempel : Markering::kVerborgen;
    const bool hide = hidden[c] && BoundsOf(marker, false, beleid).Contains(n);
    view.bounds.push_back(hide ? BoundsOf(marker, false, beleid) : Bounds{n, n});
    view.needs.push_back(hide ? NeedOf(marker, false, kUnbounded, beleid) : Need{});
  }
  return view;
}

}  // namespace verzuim
