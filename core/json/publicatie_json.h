// Publicaties as JSON, to and from: those of a school (publicatie.json of a run) and those of any table
// (`onderdruk`).
//
// What is read here comes from anyone: everything is checked, and nothing but the publicatie is needed.
#ifndef VERZUIM_CORE_JSON_PUBLICATIE_JSON_H_
#define VERZUIM_CORE_JSON_PUBLICATIE_JSON_H_

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/problem.h"
#include "core/disclosure/table_publicatie.h"
#include "core/json/envelope.h"

namespace verzuim {

std::string_view WireName(NulBeleid nul);
std::string_view WireName(MarkeringBeleid markering);
std::optional<NulBeleid> ParseNulBeleid(std::string_view wire_name);
std::optional<MarkeringBeleid> ParseMarkeringBeleid(std::string_view wire_name);

// The policy members of every publicatie: drempel, nul, markering, in that order.
void WriteBeleid(const PublicatieBeleid& beleid, Json& json);

// A cell as printed: `name` holds the number or null; a hidden one says its marker, and `minstens` where it is known
// to be no small count.
void WriteGedrukt(const GedruktAantal& cell, std::string_view name, const PublicatieBeleid& beleid, Json& json);

// {"soort":"tabel", policy, "dimensies":[{"naam","codes","koppelingen"}], "cellen":[{"plaats","aantal",…}]}.
Json TabelJson(const PrintedTable& printed);

// {"cells","sums","base","tables"} as in docs/disclosure.md: what web/verify/verify.mjs checks.
Json CertificateJson(const CountSystem& system, const ReaderView& view, const Certificate& certificate);

// A publicatie of a school with the names of its cells, or of a table.
struct NamedSchool {
  GedrukteSchool printed;
  std::vector<std::string> names;  // "havo, ziekte, (5,10]"
};
using AnyPublicatie = std::variant<NamedSchool, PrintedTable>;
// Reads either kind; nothing when there are problems.
std::optional<AnyPublicatie> ReadPublicatie(std::string_view text, std::vector<Problem>& problems);

}  // namespace verzuim

#endif  // VERZUIM_CORE_JSON_PUBLICATIE_JSON_H_
