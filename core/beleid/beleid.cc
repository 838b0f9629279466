#include "core/beleid/beleid.h"

namespace verzuim::beleid {

std::string_view WireName(Onderdeel onderdeel) {
  switch (onderdeel) {
#define VERZUIM_X(name, wire, title, vraag) \
  case Onderdeel::k##name:                  \
    return wire;
    VERZUIM_BELEID_ONDERDELEN(VERZUIM_X)
#undef VERZUIM_X
  }
  return "";
}

std::string_view Title(Onderdeel onderdeel) {
  switch (onderdeel) {
#define VERZUIM_X(name, wire, title, vraag) \
  case Onderdeel::k##name:                  \
    return title;
    VERZUIM_BELEID_ONDERDELEN(VERZUIM_X)
#undef VERZUIM_X
  }
  return "";
}

std::string_view Opdracht(Onderdeel onderdeel) {
  switch (onderdeel) {
#define VERZUIM_X(name, wire, title, vraag) \
  case Onderdeel::k##name:                  \
    return vraag;
    VERZUIM_BELEID_ONDERDELEN(VERZUIM_X)
#undef VERZUIM_X
  }
  return "";
}

std::vector<Regel> AlleRegels(const Beleid& beleid) {
  std::vector<Regel> regels = beleid.regels;
  if (beleid.mazl) {
    Samen samen{false, {}};
    samen.delen.push_back(
        {Aantal{Telt::kZiekte, Eenheid::kPerioden, beleid.mazl->ziekmeldingen, {beleid.mazl->lesweken}, {}}});
    samen.delen.push_back({Achtereen{Telt::kZiekte, beleid.mazl->lesdagen}});
    regels.push_back({std::string(kMazlNummer), {{{std::move(samen)}, Actie::kJeugdarts}}});
  }
  return regels;
}

}  // namespace verzuim::beleid
