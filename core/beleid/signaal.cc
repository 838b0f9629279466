#include "core/beleid/signaal.h"

#include <algorithm>

#include "core/rules/ncj/mazl.h"
#include "core/rules/wetsvoorstel/verzuimbeleid.h"

namespace verzuim::beleid {

std::string_view WireName(RedenNietDeelbaar reden) {
  switch (reden) {
#define VERZUIM_X(name, wire, text) \
  case RedenNietDeelbaar::k##name:  \
    return wire;
    VERZUIM_REDENEN_NIET_DEELBAAR(VERZUIM_X)
#undef VERZUIM_X
  }
  return "";
}

std::string_view Text(RedenNietDeelbaar reden) {
  switch (reden) {
#define VERZUIM_X(name, wire, text) \
  case RedenNietDeelbaar::k##name:  \
    return text;
    VERZUIM_REDENEN_NIET_DEELBAAR(VERZUIM_X)
#undef VERZUIM_X
  }
  return "";
}

std::string_view WireName(Maat maat) {
  switch (maat) {
    case Maat::kTelminuten:
      return "telminuten";
    case Maat::kLessen:
      return "lessen";
    case Maat::kDagen:
      return "dagen";
    case Maat::kPerioden:
      return "perioden";
    case Maat::kLesweken:
      return "lesweken";
    case Maat::kNotities:
      return "notities";
  }
  return "";
}

Ontvanger Signaal::ontvanger() const {
  if (std::holds_alternative<VoorLeerplicht>(inhoud)) return Ontvanger::kLeerplicht;
  return std::holds_alternative<VoorJeugdarts>(inhoud) ? Ontvanger::kJeugdarts : Ontvanger::kIntern;
}

const Meting& Signaal::leidend() const {
  return *std::find_if(metingen.begin(), metingen.end(), [](const Meting& meting) { return meting.waar; });
}

const Rule& Signaal::grond() const {
  switch (ontvanger()) {
    case Ontvanger::kLeerplicht:
      return wetsvoorstel::kSignaal;
    case Ontvanger::kJeugdarts:
      return ncj::kMazl;
    case Ontvanger::kIntern:
      break;
  }
  return wetsvoorstel::kVerzuimbeleid;
}

}  // namespace verzuim::beleid
