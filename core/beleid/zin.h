// Zin: the one Dutch sentence of a rule, and the rule of a sentence.
//
// Both directions follow one grammar, so that ReadZin(ToZin(stappen)) == stappen for every rule of the language.
//
//   zin         = "Bij " voorwaarde " volgt " actie "." { " Daarna, bij " voorwaarde ", volgt " actie "." }
//   voorwaarde  = deel { " en " deel }  |  deel { " of " deel }      en and of never side by side
//   deel        = "(" voorwaarde ")"  |  one of the phrases below
//   uren        6 uur of meer ongeoorloofd verzuim in 4 lesweken
//   aantal      3 keer of vaker te laat komen in het 1e lesuur in 4 lesweken
//               2 keer of vaker te laat komen in de eerste les van de dag in een schooljaar
//               5 of meer lessen met ongeoorloofd verzuim in 4 lesweken
//               3 of meer dagen met ongeoorloofd verzuim in 4 lesweken
//               4 of meer ziekmeldingen in 12 lesweken
//               2 of meer perioden met ongeoorloofd verzuim in 12 lesweken
//   zelfde      3 keer of vaker ongeoorloofd afwezig zijn op dezelfde weekdag in 4 lesweken
//               … in hetzelfde lesuur … / … op dezelfde weekdag in hetzelfde lesuur …
//   weken       ongeoorloofd verzuim in 3 of meer van de laatste 4 lesweken
//   achtereen   ziekteverzuim op 7 of meer lesdagen achter elkaar
//   stijgend    stijgend ongeoorloofd verzuim over 2 perioden van 4 lesweken met 4 uur of meer in de laatste
//   terugval    opnieuw ongeoorloofd verzuim binnen 4 lesweken na het einde van een melding
//   notitie     een notitie "werken" van de mentor in 4 lesweken
#ifndef VERZUIM_CORE_BELEID_ZIN_H_
#define VERZUIM_CORE_BELEID_ZIN_H_

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/beleid/regel.h"

namespace verzuim::beleid {

std::string ToZin(const std::vector<Stap>& stappen);
// One condition, as it stands in the sentence.
std::string ToZin(const Voorwaarde& voorwaarde);

// A sentence that is not of the language: from where on it is not understood, and what could stand there.
struct ZinFout {
  size_t at;  // bytes from the start
  std::string bericht;
};
// Numbers have to lie within the limits of the language (core/beleid/regel.h); whether a rule makes sense is checked
// apart (core/beleid/controle.h).
std::variant<std::vector<Stap>, ZinFout> ReadZin(std::string_view zin);

}  // namespace verzuim::beleid

#endif  // VERZUIM_CORE_BELEID_ZIN_H_
