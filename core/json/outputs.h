// The JSON files of a run, one function per file, and the pieces they share with the answers of the session.
#ifndef VERZUIM_CORE_JSON_OUTPUTS_H_
#define VERZUIM_CORE_JSON_OUTPUTS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/json/envelope.h"
#include "core/session/school.h"
#include "core/session/session.h"

namespace verzuim {

// meldingen.json
Json MeldingenJson(const Session& session, const School& school, const Run& run);
// levering.json and publicatie.json of one period.
Json LeveringJson(const School& school, const PeriodeUitkomst& uitkomst);
Json PublicatieJson(const School& school, const PeriodeUitkomst& uitkomst);

// The rule a finding rests on: {"regel","artikel","geldig_vanaf","basis","bron"}.
Json GrondJson(const Rule& rule);
// {"gelezen","gebruikt","afgewezen"} of one file.
Json RijenJson(const SessionFile& file, const RowLog& log);
// "werkblad" and "andere_werkbladen" into `json`, where the file is a workbook.
void WriteWerkbladen(const SessionFile& file, Json& json);
// What a file was found to be.
Json BestandJson(const SessionFile& file, const RowLog& log);
// The codes with their counts and classes.
Json CodesJson(const Register& reg);

// A file that a run made.
struct OutputFile {
  std::string name;
  std::string bytes;
  std::string sha256;
};
// [{"naam","bytes","sha256"}].
Json OutputFilesJson(const std::vector<OutputFile>& files);

// verslag.json: what was read, what was made, under which rules and options. Speaks of files and sums, never of
// pupils. `module` and `milliseconds` come from the host as they are; null when not given.
Json VerslagJson(const Session& session, const School& school, const Run& run, const std::vector<OutputFile>& files,
                 const Json& module, const Json& milliseconds);
// The sums of a run, for a screen or a terminal.
Json SamenvattingJson(const Session& session, const Run& run);

}  // namespace verzuim

#endif  // VERZUIM_CORE_JSON_OUTPUTS_H_
