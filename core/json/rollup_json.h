// Tel op: leveringen of many sites in, totals and one publicatie out.
#ifndef VERZUIM_CORE_JSON_ROLLUP_JSON_H_
#define VERZUIM_CORE_JSON_ROLLUP_JSON_H_

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/problem.h"
#include "core/disclosure/rollup.h"
#include "core/json/envelope.h"
#include "core/json/reader.h"

namespace verzuim {

// Adds up levering.json files.
//   request  {"leveringen": [{"naam","levering"}], "indeling"?: CSV (vestiging;gemeente;samenwerkingsverband),
//   "drempel"?,
//             "nul"?, "markering"?, "iteraties"?}
//   answer   {"telling": {…}, "publicatie": {…}, "certificaat": {…}, "samenvatting": {…}}
std::string TelOpJson(std::string_view request, std::function<bool(const SuppressProgress&)> progress = {});

// A levering with the name of its file, {"naam","levering"}; problems name that file.
std::optional<SiteTelling> ReadNamedLevering(const Json& node, const std::string& pointer,
                                             std::vector<Problem>& problems);

// The publicatie of a roll-up, to and from JSON; `reader` stands at the whole object.
Json OprolJson(const GedrukteOprol& printed, const RollupSystem& rollup);
std::optional<GedrukteOprol> ReadOprol(ObjectReader& reader, std::vector<Problem>& problems);

}  // namespace verzuim

#endif  // VERZUIM_CORE_JSON_ROLLUP_JSON_H_
