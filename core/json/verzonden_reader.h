// Reading the meldingen of an earlier run, as they were sent: meldingen.json, with verzonden_op where it is known.
#ifndef VERZUIM_CORE_JSON_VERZONDEN_READER_H_
#define VERZUIM_CORE_JSON_VERZONDEN_READER_H_

#include <string_view>
#include <vector>

#include "core/base/problem.h"
#include "core/session/vergelijker.h"

namespace verzuim {

// Every mistake is reported with its path; the file of the place is "verzonden".
VerzondenBestand ReadVerzonden(std::string_view text, std::vector<Problem>& problems);

}  // namespace verzuim

#endif  // VERZUIM_CORE_JSON_VERZONDEN_READER_H_
