// What an "uur" of article 21a is: guidance, because the statute does not say.
#include "core/rules/duo/guidance.h"

namespace verzuim::duo {
namespace {

constexpr LegalRef kRef = {
    "Voorlichting verzuim", "telling van uren",
    "kindindekijker.nl: PO 16 klokuren; VO 16 lesuren, mits een lesuur niet langer dan 60 minuten"};

// "mits een lesuur niet langer dan 60 minuten"
constexpr Dated<Minutes> kLangsteLesuur[] = {{Day(2009, 8, 1), kNoEnd, {60}, Basis::kVoorlichting, &kRef}};
static_assert(IsWellFormed(kLangsteLesuur));

constexpr int kUur = 60;

}  // namespace

const Rule kTelminuten = {
    "duo.telminuten",
    "Telminuten: klokuren of lesuren",
    "PO: 16 klokuren; VO: 16 lesuren, mits een lesuur niet langer dan 60 minuten",
    "De wet noemt uren zonder te zeggen of dat klokuren of lesuren zijn. In lesuren telt een gemiste les van "
    "hoogstens zestig minuten als uur, een deel ervan naar verhouding, naar beneden afgerond; een langere les telt "
    "in minuten. In klokuren tellen altijd de minuten (optie uur). Te laat komen telt volgens de optie te_laat.",
    Day(2009, 8, 1),
    kNoEnd,
    Basis::kVoorlichting,
    &kRef};

std::vector<RuleValue> TelminutenValues() {
  std::vector<RuleValue> values;
  AddValues(values, "langste les die als uur telt", kLangsteLesuur, " minuten");
  return values;
}

CreditMinutes Telminuten(Uur uur, Minutes lesson, Minutes missed) {
  const bool as_uur = uur == Uur::kLesuur && lesson <= kLangsteLesuur[0].value && lesson.value > 0;
  return {as_uur ? kUur * missed.value / lesson.value : missed.value};
}

CreditMinutes TelminutenTeLaat(Uur uur, Minutes lesson, Minutes missed, const Options& options) {
  switch (options.te_laat) {
    case TeLaat::kMinuten:
      return Telminuten(uur, lesson, missed);
    case TeLaat::kGeen:
      return {0};
    case TeLaat::kVolNa:
      return Telminuten(uur, lesson, missed.value > options.te_laat_vol_na ? lesson : missed);
    case TeLaat::kEenUur:
      return {kUur};
  }
  return {0};
}

}  // namespace verzuim::duo
