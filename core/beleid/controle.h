// Controle: whether the rules of a beleid make sense. A rule that cannot do what it says is refused, with its place
// and what to change; nothing is repaired silently.
#ifndef VERZUIM_CORE_BELEID_CONTROLE_H_
#define VERZUIM_CORE_BELEID_CONTROLE_H_

#include <string>
#include <vector>

#include "core/beleid/regel.h"
#include "core/options/options.h"

namespace verzuim::beleid {

// What is wrong, and where: a JSON pointer below the rule ("/stappen/1/als/minstens"; "" is the rule itself).
struct Bezwaar {
  std::string pad;
  std::string bericht;  // Dutch; says what to do
  bool operator==(const Bezwaar&) const = default;
};

// Refused are
//   a threshold that cannot be reached in its window, and a label that the school does not note;
//   a signaal that could rest on geoorloofd absence, on no absence, or that needs the sixteen hours of a melding;
//   a step for the jeugdarts that rests on anything but sickness.
std::vector<Bezwaar> Controleer(const Regel& regel, const std::vector<std::string>& labels, const Options& options);

}  // namespace verzuim::beleid

#endif  // VERZUIM_CORE_BELEID_CONTROLE_H_
