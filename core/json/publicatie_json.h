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
#include "core/disclosure/earlier.h"
#include "core/disclosure/rollup.h"
#include "core/disclosure/table_publicatie.h"
#include "core/json/envelope.h"
#include "core/json/gedrukt_json.h"

namespace verzuim {

// {"soort":"tabel", policy, "dimensies":[{"naam","codes","koppelingen"}], "cellen":[{"plaats","aantal",…}]}.
Json TabelJson(const PrintedTable& printed);

// {"cells","sums","base","tables"} as in docs/disclosure.md: what web/verify/verify.mjs checks.
Json CertificateJson(const CountSystem& system, const ReaderView& view, const Certificate& certificate);

// A publicatie of a school with the names of its cells, of a table, or of many sites.
struct NamedSchool {
  EerderePublicatie publicatie;
  std::string site;                // brin and vestiging; empty when the school did not say
  bool withheld = false;           // it shows nothing
  std::vector<std::string> names;  // "havo, ziekte, (5,10]"
};
using AnyPublicatie = std::variant<NamedSchool, PrintedTable, GedrukteOprol>;
// Reads any kind; nothing when there are problems.
std::optional<AnyPublicatie> ReadPublicatie(const Json& json, std::vector<Problem>& problems);
std::optional<AnyPublicatie> ReadPublicatie(std::string_view text, std::vector<Problem>& problems);

// The member "eerder" of a request, [{"naam","publicatie"}]: what readers already have of school `site` (empty: of
// any). Each problem names its file. A publicatie that shows nothing tells nothing and is left out.
std::vector<EerderePublicatie> ReadEerdere(ObjectReader& reader, const std::string& site,
                                           std::vector<Problem>& problems);

}  // namespace verzuim

#endif  // VERZUIM_CORE_JSON_PUBLICATIE_JSON_H_
