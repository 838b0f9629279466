#include "core/rules/wetsvoorstel/verzuimbeleid.h"

namespace verzuim::wetsvoorstel {
namespace {

constexpr LegalRef kBeleidRef = {"Wetsvoorstel 36 663 (Wet terugdringen schoolverzuim)", "verzuimbeleid",
                                 "Kamerstukken II 2024/25, 36 663, nr. 8"};
constexpr LegalRef kSignaalRef = {"Wetsvoorstel 36 663 (Wet terugdringen schoolverzuim)", "signaal zorgelijk verzuim",
                                  "Kamerstukken II 2024/25, 36 663, nr. 8"};
// The day of that paper: the words are known from then on. Being a bill, neither rule is in force on any day.
constexpr Date kNota = Day(2025, 5, 22);

}  // namespace

const Rule kSignaal = {
    "wv36663.signaal",
    "Signaal zorgelijk verzuim",
    "Met dit signaal kunnen scholen zorgelijke gevallen van ongeoorloofd verzuim van minder dan zestien uur in vier "
    "weken delen met de leerplichtambtenaar om met hem tot een passende aanpak te komen voor het verzuim.",
    "Een signaal mag, het hoeft niet, en alleen in een geval dat in de schoolgids staat. Het bevat alleen "
    "ongeoorloofd verzuim en is pas deelbaar als de wet in werking is, het beleid geldt, de medezeggenschap heeft "
    "ingestemd, de leerling leerplichtig is, er geen melding voor is en een mens het heeft bevestigd.",
    kNota,
    kNoEnd,
    Basis::kWetsvoorstel,
    &kSignaalRef};

const Rule kVerzuimbeleid = {
    "wv36663.verzuimbeleid",
    "Verzuimbeleid in de schoolgids",
    "Onderdelen van dit beleid zijn onder meer de werkwijze van de school of instelling na constatering van verzuim, "
    "de taakverdeling binnen de school of instelling, de wijze waarop de oorzaken worden geanalyseerd en de wijze "
    "waarop het verzuimbeleid wordt gemonitord en geëvalueerd.",
    "Elders in hetzelfde stuk staan nog de samenwerking met ketenpartners en de gevallen waarin een signaal wordt "
    "gegeven. Dat deze zes samen het hele beleid zijn, leidt dit project daaruit af.",
    kNota,
    kNoEnd,
    Basis::kWetsvoorstel,
    &kBeleidRef};

}  // namespace verzuim::wetsvoorstel
