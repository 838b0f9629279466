// Verklaring: why a file is read as it is. Of each decision what was chosen, on what that rests and what came second.
//
// All of it is about the form of the file: no cell of a row of data is ever in it.
#ifndef VERZUIM_CORE_IMPORT_VERKLARING_H_
#define VERZUIM_CORE_IMPORT_VERKLARING_H_

#include <cstdint>
#include <string>
#include <vector>

#include "core/import/encoding.h"
#include "core/import/reading.h"

namespace verzuim {

// All Dutch. The grounds are parts of sentences, without a full stop.
struct Beslissing {
  std::string keuze;  // empty: nothing was chosen, and omdat says why
  std::string omdat;
  std::string tweede;  // what came second; empty: nothing did
  std::string tweede_omdat;
};

// One delimiter that was tried, in the order of how well it did.
struct Kandidaat {
  char delimiter = 0;
  std::string profile;       // that fitted best; empty: none did
  bool complete = false;     // with every column that the profile needs
  uint64_t header_row = 0;   // 0: no header
  size_t matched = 0;        // columns known
  size_t cells = 0;          // that most rows have
  size_t rows_agreeing = 0;  // rows with that many cells
  size_t rows = 0;           // rows looked at
};

struct Verklaring {
  Beslissing codering;
  Beslissing scheidingsteken;
  Beslissing kopregel;
  Beslissing profiel;
  std::vector<Kandidaat> kandidaten;  // empty for a file of records (JSON, EDEXML), which has no delimiter
};

// "tab", "';'".
std::string DelimiterName(char delimiter);

// `dos`: the letters outside ASCII look like those of a DOS code page.
Beslissing ExplainEncoding(const EncodingGuess& guess, const Decoder& decoder, bool dos);

// All but the encoding. `readings` is what Readings(window, request) gave.
Verklaring ExplainLayout(const SniffWindow& window, const std::vector<Reading>& readings,
                         const RecognitionRequest& request);

}  // namespace verzuim

#endif  // VERZUIM_CORE_IMPORT_VERKLARING_H_
