// What every publicatie has in common in JSON: its policy, its printed cells and its intervals.
#ifndef VERZUIM_CORE_JSON_GEDRUKT_JSON_H_
#define VERZUIM_CORE_JSON_GEDRUKT_JSON_H_

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/problem.h"
#include "core/disclosure/publicatie.h"
#include "core/json/envelope.h"
#include "core/json/reader.h"

namespace verzuim {

std::string_view WireName(NulBeleid nul);
std::string_view WireName(MarkeringBeleid markering);
std::string_view WireName(PatroonBeleid patroon);
std::optional<NulBeleid> ParseNulBeleid(std::string_view wire_name);
std::optional<MarkeringBeleid> ParseMarkeringBeleid(std::string_view wire_name);
std::optional<PatroonBeleid> ParsePatroonBeleid(std::string_view wire_name);

// The policy members of every publicatie: drempel, nul, markering, in that order, and patroon when it is "vast".
void WriteBeleid(const PublicatieBeleid& beleid, Json& json);

// A cell as printed: `name` holds the number or null; a hidden one says its marker, and `minstens` where it is known
// to be no small count.
void WriteGedrukt(const GedruktAantal& cell, std::string_view name, const PublicatieBeleid& beleid, Json& json);

// "patroon", when it is there; false after a problem.
bool ReadPatroon(ObjectReader& reader, PublicatieBeleid& beleid);
// The members that WriteBeleid wrote; nullopt after a problem.
std::optional<PublicatieBeleid> ReadBeleid(ObjectReader& reader);
// What a command asks: the same members, none required, and "iteraties" and "zaad" of the search.
void ReadWish(ObjectReader& reader, PublicatieBeleid& beleid, SuppressOptions& options);
// The number or marker of one cell; nullopt after a problem.
std::optional<GedruktAantal> ReadGedrukt(ObjectReader& reader, const PublicatieBeleid& beleid);
// "intervallen": whole percents from small to large; nullopt after a problem.
std::optional<std::vector<int>> ReadBounds(ObjectReader& reader);
// {"totaal": 790, …}: names and numbers in the order of the file; false after a problem.
bool ReadCounts(ObjectReader& reader, std::string_view name, std::vector<std::string>& names,
                std::vector<int64_t>& counts);
// Asks the cell for its categorie and interval; the place in a block of [categorie][interval], if it has one.
std::optional<size_t> PlaceInBlock(ObjectReader& cell, const std::vector<std::string>& intervals);

// Reads the list "cellen" into `cells`, each exactly once; `place_of` says where one belongs (nullopt: nowhere).
template <class PlaceOf>
bool ReadCells(const Json& list, const PublicatieBeleid& beleid, std::vector<GedruktAantal>& cells,
               std::vector<Problem>& problems, PlaceOf place_of) {
  const size_t before = problems.size();
  std::vector<char> seen(cells.size(), 0);
  for (size_t i = 0; i < list.size() && problems.size() == before; ++i) {
    ObjectReader reader(list[i], "/cellen/" + std::to_string(i), problems);
    const std::optional<size_t> place = place_of(reader);
    const std::optional<GedruktAantal> cell = ReadGedrukt(reader, beleid);
    reader.Finish();
    if (!place || seen[*place]) {
      reader.Bad("", place ? "Deze cel staat er twee keer." : "Deze cel hoort niet bij de tabel.");
    } else if (cell) {
      seen[*place] = 1;
      cells[*place] = *cell;
    }
  }
  if (problems.size() != before) return false;
  if (std::count(seen.begin(), seen.end(), 1) == static_cast<std::ptrdiff_t>(cells.size())) return true;
  problems.push_back(
      PointerProblem(ProblemCode::kBadValue, "/cellen", "Niet elke cel van de tabel staat in de lijst."));
  return false;
}

}  // namespace verzuim

#endif  // VERZUIM_CORE_JSON_GEDRUKT_JSON_H_
