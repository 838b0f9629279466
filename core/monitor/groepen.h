// Groepen: the parts of a school the monitor looks at, and the counts of one part.
#ifndef VERZUIM_CORE_MONITOR_GROEPEN_H_
#define VERZUIM_CORE_MONITOR_GROEPEN_H_

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "core/aggregate/levering.h"
#include "core/rules/cijfers/definities.h"

namespace verzuim {

// X(enumerator, wire name). The order is the order of the output.
#define VERZUIM_MONITOR_DIMENSIES(X)  \
  X(School, "school")                 \
  X(Onderverdeling, "onderverdeling") \
  X(Leerjaar, "leerjaar")             \
  X(Klas, "klas")                     \
  X(Leeftijd, "leeftijd")             \
  X(Periode, "periode")

enum class MonitorDimensie : uint8_t {
#define VERZUIM_X(name, wire) k##name,
  VERZUIM_MONITOR_DIMENSIES(VERZUIM_X)
#undef VERZUIM_X
};
std::string_view WireName(MonitorDimensie dimensie);

// Minutes per category, in the order of Categorie.
using PerCategorie = std::array<int64_t, kCategorieen>;

// What one pupil was due and missed in some time.
struct LeerlingTijd {
  int64_t due = 0;
  PerCategorie missed{};
};

// The counts of one part of the school over `dates`.
struct MonitorGroep {
  MonitorDimensie dimensie = MonitorDimensie::kSchool;
  std::string naam;
  DateRange dates;
  int64_t leerlingen = 0;       // with lessons
  int64_t zonder_lestijd = 0;   // enrolled, without
  int64_t lestijd = 0;          // due minutes
  std::vector<int64_t> cellen;  // [categorie][band] pupils
  PerCategorie minuten{}, met_verzuim{};
  std::array<PerCategorie, cijfers::kTermen> met_term{};  // [term][categorie] pupils

  size_t CellIndex(size_t categorie, size_t band) const { return categorie * (cellen.size() / kCategorieen) + band; }
  // Counts one pupil; each pupil once per group.
  void Add(const LeerlingTijd& tijd, const std::vector<int>& grenzen);
};

// The groups of a run, made as they are met. Memory grows with groups, not with pupils.
class MonitorGroepen {
 public:
  MonitorGroepen(std::vector<int> grenzen, DateRange dates) : grenzen_(std::move(grenzen)), dates_(dates) {}

  // `rank` orders the groups of one dimension; the name breaks ties.
  void Add(MonitorDimensie dimensie, int rank, const std::string& naam, const LeerlingTijd& tijd);
  // A group with days of its own, that is there even when nobody is in it.
  MonitorGroep& Of(MonitorDimensie dimensie, int rank, const std::string& naam, DateRange dates);
  std::vector<MonitorGroep> Take();

 private:
  using Key = std::tuple<MonitorDimensie, int, std::string>;
  std::vector<int> grenzen_;
  DateRange dates_;
  std::map<Key, MonitorGroep> groepen_;
};

// Parts per thousand, rounded half up; nullopt of nothing.
std::optional<int64_t> Promille(int64_t deel, int64_t geheel);

}  // namespace verzuim

#endif  // VERZUIM_CORE_MONITOR_GROEPEN_H_
