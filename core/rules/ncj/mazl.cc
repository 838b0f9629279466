#include "core/rules/ncj/mazl.h"

namespace verzuim::ncj {
namespace {

constexpr LegalRef kRef = {"Methodiek M@ZL", "wanneer de jeugdarts",
                           "Nederlands Centrum Jeugdgezondheid, Wat is M@ZL"};

// "de vierde ziekmelding in twaalf schoolweken"
constexpr Dated<int> kZiekmeldingen[] = {{Day(2020, 8, 1), kNoEnd, kMazlZiekmeldingen, Basis::kVoorlichting, &kRef}};
constexpr Dated<int> kLesweken[] = {{Day(2020, 8, 1), kNoEnd, kMazlLesweken, Basis::kVoorlichting, &kRef}};
// "op de zevende schooldag achtereen"
constexpr Dated<int> kLesdagen[] = {{Day(2020, 8, 1), kNoEnd, kMazlLesdagen, Basis::kVoorlichting, &kRef}};
static_assert(IsWellFormed(kZiekmeldingen) && IsWellFormed(kLesweken) && IsWellFormed(kLesdagen));

}  // namespace

const Rule kMazl = {
    "ncj.mazl",
    "Ziekteverzuim naar de jeugdarts (M@ZL)",
    "De school bespreekt ziekteverzuim met leerling en ouders, en daarna met de jeugdarts, bij de vierde ziekmelding "
    "in twaalf schoolweken of op de zevende schooldag achtereen (samengevat).",
    "Een ziekmelding is een of meer lesdagen achter elkaar met ziekte. Alleen als de school M@ZL in haar beleid "
    "opneemt; in regio's met andere afspraken vult zij die getallen in. De leerplichtambtenaar hoort hier niet bij.",
    Day(2020, 8, 1),
    kNoEnd,
    Basis::kVoorlichting,
    &kRef};

std::vector<RuleValue> MazlValues() {
  std::vector<RuleValue> values;
  AddValues(values, "ziekmeldingen", kZiekmeldingen, " ziekmeldingen");
  AddValues(values, "binnen", kLesweken, " lesweken");
  AddValues(values, "of achtereen", kLesdagen, " lesdagen");
  return values;
}

}  // namespace verzuim::ncj
