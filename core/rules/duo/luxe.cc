// Luxeverzuim: on holiday outside the school vacations without leave.
#include "core/rules/duo/guidance.h"

namespace verzuim::duo {
namespace {

constexpr LegalRef kRef = {"Voorlichting verzuim", "luxeverzuim", "leerplein-mzk.nl; DUO, Verzuimhulp"};

}  // namespace

const Rule kLuxe = {
    "duo.luxe",
    "Luxeverzuim",
    "Luxeverzuim: vakantie buiten de schoolvakanties zonder verlof; meteen melden, zonder minimum aan uren "
    "(samengevat).",
    "Elke aaneengesloten reeks lesdagen met luxeverzuim is een melding, vanaf de eerste dag. Vrije dagen ertussen "
    "breken de reeks niet. Deze uren tellen niet ook nog mee voor de zestien uur, tenzij de school dat kiest (optie "
    "luxe_telt_mee).",
    Day(2020, 8, 1),
    kNoEnd,
    Basis::kVoorlichting,
    &kRef};

}  // namespace verzuim::duo
