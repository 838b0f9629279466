// Definities: what the figures of a school are measured by. One .cc per definition, with the words it rests on.
//
// None of these makes a duty. They are registered all the same, so that every figure can say on what it rests.
#ifndef VERZUIM_CORE_RULES_CIJFERS_DEFINITIES_H_
#define VERZUIM_CORE_RULES_CIJFERS_DEFINITIES_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/options/options.h"
#include "core/register/rows.h"
#include "core/rules/rule.h"

namespace verzuim::cijfers {

// ---- bands and terms of the attendance monitor (MD-MTSS) ----------------------------------------------------------

extern const Rule kBanden;
std::vector<RuleValue> BandenValues();

// Bounds of the bands in whole percents. A share equal to a bound lies in the band below it, as in the levering:
// exactly 10 % is in "(5,10]".
inline constexpr std::array<int, 5> kBandGrenzen = {0, 5, 10, 20, 50};

// X(enumerator, wire name, from this share on). A share equal to the bound belongs to the term: "10 % or more".
#define VERZUIM_MONITOR_TERMEN(X) \
  X(Chronisch, "chronisch", 10)   \
  X(Ernstig, "ernstig", 20)

enum class Term : uint8_t {
#define VERZUIM_X(name, wire, from) k##name,
  VERZUIM_MONITOR_TERMEN(VERZUIM_X)
#undef VERZUIM_X
};
inline constexpr size_t kTermen = 2;
std::string_view WireName(Term term);
int TermVanaf(Term term);
// Whether `absent` of `due` minutes is at or above the term; due > 0.
// Example  HeeftTerm(Term::kChronisch, 1800, 18000) is true, with 1799 it is not.
bool HeeftTerm(Term term, int64_t absent, int64_t due);

// ---- the first months, which predict the rest of the school year --------------------------------------------------

extern const Rule kEersteMaanden;
std::vector<RuleValue> EersteMaandenValues();
// 1 August to 31 October of the school year that begins on `first_of_august`.
DateRange EersteMaanden(Date first_of_august);

// ---- who is a thuiszitter -----------------------------------------------------------------------------------------

extern const Rule kThuiszitter;
std::vector<RuleValue> ThuiszitterValues();

enum class ThuiszitterDefinitie : uint8_t { kMeerDanDrieMaanden, kVierWeken };
std::string_view WireName(ThuiszitterDefinitie definitie);
// The definition in force on a day, with its source; nullptr before 2009-08-01.
const Dated<ThuiszitterDefinitie>* ThuiszitterDefinitieOp(Date date);
// A school year is counted on the 1 October after it; that day's definition holds for all of it, so that one series
// never mixes two.
const Dated<ThuiszitterDefinitie>* ThuiszitterDefinitieVan(DateRange schooljaar);
// Whether continuous absence from `begin` through `last` makes a thuiszitter. `four_weeks_on` is the day on which
// it had lasted four lesweken (the day of the melding LRV).
// Example  under kMeerDanDrieMaanden from 5 January: not through 4 April, but through 5 April.
bool IsThuiszitter(ThuiszitterDefinitie definitie, Date begin, Date last, Date four_weeks_on);
// Of the leerplichttelling: thuiszitters are those absent without being enrolled and those absent while enrolled.
// Example  Thuiszitters(2078, 2712) == 4790
constexpr int64_t Thuiszitters(int64_t absoluut, int64_t langdurig_relatief) {
  return absoluut + langdurig_relatief;
}
// Absoluut verzuim left at the end of the year: reported less led back. Example  Saldo(6714, 3691) == 3023
constexpr int64_t Saldo(int64_t gemeld, int64_t teruggeleid) {
  return gemeld - teruggeleid;
}

// ---- onderwijstijd ------------------------------------------------------------------------------------------------

extern const Rule kOnderwijstijd;
std::vector<RuleValue> OnderwijstijdValues();

struct OnderwijstijdNorm {
  int uren;  // clock hours over all years of the norm
  int jaren;
  // Per year on average, rounded down.
  constexpr int PerJaar() const { return uren / jaren; }
};
// nullopt where no norm is known (mbo, vavo, so, vso, Caribisch Nederland, niet bekostigd).
std::optional<OnderwijstijdNorm> NormVan(Onderwijssoort soort, Profiel profiel);
// The fewest days of teaching in a school year of vo.
inline constexpr int kVoDagen = 189;

}  // namespace verzuim::cijfers

#endif  // VERZUIM_CORE_RULES_CIJFERS_DEFINITIES_H_
