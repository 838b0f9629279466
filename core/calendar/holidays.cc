#include "core/calendar/holidays.h"

namespace verzuim {
namespace {

constexpr uint8_t Bit(Regio regio) {
  return static_cast<uint8_t>(1U << static_cast<unsigned>(regio));
}

constexpr uint8_t kNoord = Bit(Regio::kNoord);
constexpr uint8_t kMidden = Bit(Regio::kMidden);
constexpr uint8_t kZuid = Bit(Regio::kZuid);
constexpr uint8_t kAlle = kNoord | kMidden | kZuid;

// Only for rows of the list; the static_asserts below check every one.
constexpr Date At(int year, int month, int day) {
  return Date::FromCivil(year, month, day).value_or(Date());
}

constexpr Schoolvakantie kRows[] = {
#define VAKANTIE(schooljaar, naam, regios, y1, m1, d1, y2, m2, d2, status) \
  {schooljaar, naam, regios, {At(y1, m1, d1), At(y2, m2, d2)}, Bronstatus::status},
#include "core/calendar/holidays.def"
};

// Every row runs from a Saturday to a Sunday; a short vacation has 9 days, Christmas 16, the summer 44.
constexpr bool IsPlausible(const Schoolvakantie& row) {
  const int days = row.dagen.Days();
  const int expected = row.naam == "zomer" ? 44 : row.naam == "kerst" ? 16 : 9;
  return row.dagen.first.IsoWeekday() == 6 && row.dagen.last.IsoWeekday() == 7 && days == expected &&
         row.dagen.first >= At(row.schooljaar, 8, 1) && row.dagen.first <= At(row.schooljaar + 1, 7, 31);
}

constexpr bool AllPlausible() {
  for (const Schoolvakantie& row : kRows) {
    if (!IsPlausible(row)) return false;
  }
  return true;
}
static_assert(AllPlausible());

// No two rows of one region overlap.
constexpr bool NoOverlap() {
  for (const Schoolvakantie& a : kRows) {
    for (const Schoolvakantie& b : kRows) {
      if (&a != &b && (a.regios & b.regios) != 0 && a.dagen.first <= b.dagen.last && b.dagen.first <= a.dagen.last) {
        return false;
      }
    }
  }
  return true;
}
static_assert(NoOverlap());

}  // namespace

std::string_view WireName(Bronstatus status) {
  switch (status) {
    case Bronstatus::kGevonden:
      return "gevonden";
    case Bronstatus::kEenBron:
      return "een bron";
    case Bronstatus::kNietNagetrokken:
      return "niet nagetrokken";
  }
  return "";
}

std::span<const Schoolvakantie> Schoolvakanties() {
  return kRows;
}

bool Geldt(const Schoolvakantie& vakantie, Regio regio) {
  return (vakantie.regios & Bit(regio)) != 0;
}

}  // namespace verzuim
