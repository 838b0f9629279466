#include "core/aggregate/telling.h"

namespace verzuim {

std::string_view WireName(Categorie categorie) {
  switch (categorie) {
#define VERZUIM_X(name, wire) \
  case Categorie::k##name:    \
    return wire;
    VERZUIM_CATEGORIEEN(VERZUIM_X)
#undef VERZUIM_X
  }
  return "";
}

std::vector<std::string> IntervalNames(const std::vector<int>& bounds) {
  std::vector<std::string> names = {"0"};
  for (size_t i = 0; i < bounds.size(); ++i) {
    const int through = i + 1 < bounds.size() ? bounds[i + 1] : 100;
    names.push_back("(" + std::to_string(bounds[i]) + "," + std::to_string(through) + "]");
  }
  return names;
}

size_t IntervalOf(const std::vector<int>& bounds, int64_t absent, int64_t due) {
  size_t interval = 0;
  while (interval < bounds.size() && 100 * absent > bounds[interval] * due) ++interval;
  return interval;
}

}  // namespace verzuim
