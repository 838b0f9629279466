// Hoofdstuk: the chapter on verzuim of a schoolgids, written from the beleid. The sentences in it are those of the
// rules that run, so what parents read is what is computed.
#ifndef VERZUIM_CORE_BELEID_HOOFDSTUK_H_
#define VERZUIM_CORE_BELEID_HOOFDSTUK_H_

#include <string>
#include <vector>

#include "core/beleid/beleid.h"
#include "core/options/options.h"

namespace verzuim::beleid {

struct HoofdstukDeel {
  Onderdeel onderdeel;
  std::string tekst;  // of the school, then the rules that belong here; empty when it is missing
  bool ontbreekt = false;
};

struct Hoofdstuk {
  std::string tekst;  // the whole chapter, plain text, lines end in \n
  std::vector<HoofdstukDeel> delen;
  std::vector<std::string> ontbreekt;  // one sentence each: parts, dates, consent
};

// `school` is the name for the title; may be empty.
Hoofdstuk MakeHoofdstuk(const Beleid& beleid, Profiel profiel, const std::string& school);

}  // namespace verzuim::beleid

#endif  // VERZUIM_CORE_BELEID_HOOFDSTUK_H_
