// keuzehulp.json: the episodes of a run, each with its path through the questions.
#ifndef VERZUIM_CORE_JSON_KEUZEHULP_JSON_H_
#define VERZUIM_CORE_JSON_KEUZEHULP_JSON_H_

#include <string>

#include "core/session/session.h"

namespace verzuim {

// The text of the file. Texts and paths stand in it once and episodes refer to them, so that it stays small; it is
// written episode by episode, so that memory does not grow with more than its own length.
std::string KeuzehulpText(const Run& run);

}  // namespace verzuim

#endif  // VERZUIM_CORE_JSON_KEUZEHULP_JSON_H_
