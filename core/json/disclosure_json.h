// onderdruk and controleer: the commands of disclosure control, from text to text in the envelope of every answer.
#ifndef VERZUIM_CORE_JSON_DISCLOSURE_JSON_H_
#define VERZUIM_CORE_JSON_DISCLOSURE_JSON_H_

#include <functional>
#include <string>
#include <string_view>

#include "core/disclosure/suppress.h"

namespace verzuim {

// Makes any table of counts safe to share.
//   request  {"tabel": CSV, "hierarchie"?: CSV, "drempel"?, "nul"?, "markering"?, "iteraties"?, "zaad"?,
//             "tonen"?: [[code,…],…], "verbergen"?: [[code,…],…]}
//   answer   {"patroon": CSV of all cells, "publicatie": {…}, "certificaat": {…}, "samenvatting": {…}}
// `progress` may stop the search early: the best safe pattern so far is the answer.
std::string OnderdrukJson(std::string_view request, std::function<bool(const SuppressProgress&)> progress = {});

// What a reader of a publicatie (of a school, of a table or of many schools) can work out from it.
//   lezer    what this reader has besides, {} for nothing:
//            {"eerder"?: [{"naam","publicatie"}]}         other publicaties of the same school
//            {"levering"?: {"naam","levering"}}           of many schools: the reader is one of them and has its own
//                                                         counts. The answer is then not for publication
//            {"bewijs"?: a certificate}                   that came with the publicatie: refused when it is about
//                                                         another publicatie or other readers, or does not add up
//   answer   {"veilig", "cellen": [{"cel","laagste","hoogste"|null,"prijsgegeven","recept"?}], "certificaat"}
std::string ControleerJson(std::string_view publicatie, std::string_view lezer = "{}");

}  // namespace verzuim

#endif  // VERZUIM_CORE_JSON_DISCLOSURE_JSON_H_
