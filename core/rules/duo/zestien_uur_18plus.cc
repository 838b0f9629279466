// Sixteen hours for pupils of 18 and over: allowed, not required.
#include "core/rules/duo/guidance.h"

namespace verzuim::duo {
namespace {

constexpr LegalRef kRef = {"Voorlichting verzuim", "16 uur, 18 jaar en ouder", "DUO, Soorten verzuim"};

}  // namespace

const Rule kZestienUur18Plus = {
    "duo.16u_18plus",
    "Zestien uur verzuim, 18 jaar en ouder",
    "Een melding van zestien uur verzuim voor wie 18 jaar of ouder is, mag, maar hoeft niet (samengevat).",
    "Alleen met de optie melding_18plus, en alleen voor wie jonger is dan 23 en geen startkwalificatie heeft. Uren "
    "van voor de achttiende verjaardag tellen niet mee.",
    Day(2020, 8, 1),
    kNoEnd,
    Basis::kVoorlichting,
    &kRef};

}  // namespace verzuim::duo
