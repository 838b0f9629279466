// SchoolCalendar: which days are lesson days, which weeks are lesweken, which days are workdays.
//
// Terms
//   vakantie    a holiday of the region's table (holidays.def), or the school's own dates, which replace it
//   lesvrij     a single free day of the school (studiedag)
//   feestdag    1 January, Easter Monday, Koningsdag, Hemelvaart, Whit Monday, 25 and 26 December
//   lesdag      Monday to Friday, no vakantie, no lesvrij, no feestdag
//   lesweek     an ISO week with at least one lesdag; a week without any is skipped, so the clock of
//               "vier opeenvolgende lesweken" stands still in vacations (rule book B2)
//
// Example
//   SchoolCalendar c({.regio = Regio::kNoord});
//   c.IsLesdag(D(2025, 10, 20)) == false;   // herfstvakantie Noord
//   c.LesweekIndex(D(2025, 10, 29)) - c.LesweekIndex(D(2025, 10, 6)) == 2;   // three ISO weeks, one of them free
#ifndef VERZUIM_CORE_CALENDAR_SCHOOL_CALENDAR_H_
#define VERZUIM_CORE_CALENDAR_SCHOOL_CALENDAR_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/options/options.h"

namespace verzuim {

enum class Regio : uint8_t { kNoord, kMidden, kZuid };
std::string_view WireName(Regio regio);
std::optional<Regio> ParseRegio(std::string_view wire_name);

struct CalendarConfig {
  std::optional<Regio> regio;        // not needed when the school gives its own vacations
  std::vector<DateRange> vakanties;  // the school's own; when not empty they replace the region's table
  std::vector<Date> lesvrij;
};

// The school year of a day: 1 August to 31 July (Wet op het primair onderwijs art. 1).
DateRange SchooljaarOf(Date date);
// Easter Sunday of the Gregorian calendar.
Date EasterSunday(int year);
// A feestdag of the minimal set; with kAlgemeneTermijnenwet also Good Friday and 5 May.
bool IsFeestdag(Date date, Feestdagen set);

class SchoolCalendar {
 public:
  explicit SchoolCalendar(const CalendarConfig& config);

  bool IsVakantie(Date date) const;
  bool IsLesdag(Date date) const;

  // Rank of the date's ISO week among the lesweken: equal for all days of one week, one more for the next
  // lesweek. For a date in a week that is no lesweek: the rank of the next lesweek.
  int LesweekIndex(Date date) const;
  bool IsLesweek(Date date) const;
  // Number of lesdagen in the closed range.
  int CountLesdagen(DateRange range) const;
  // Number of days Monday to Friday outside vacations in the closed range (window reading W4).
  int CountWeekdagenBuitenVakantie(DateRange range) const;
  // Number of calendar days outside vacations in the closed range (clock kalender28).
  int CountKalenderdagenBuitenVakantie(DateRange range) const;
  // First and last lesdag in the closed range, if any.
  std::optional<Date> FirstLesdag(DateRange range) const;
  std::optional<Date> LastLesdag(DateRange range) const;

  // The n-th workday after `date` (n >= 0; 0 gives `date`): Monday to Friday without feestdagen and, when
  // `skip_vakantie`, without vacations.
  Date AddWorkdays(Date date, int n, Feestdagen feestdagen, bool skip_vakantie) const;

  // Whether the vacations of this day's school year are known (region's table or own dates that touch it).
  // Without them a week of vacation would count as a lesweek.
  bool KnowsVakanties(Date date) const;

 private:
  // One flag byte per day and running counts over [kFirst, kLast]; every query is a look-up.
  struct Day {
    bool vakantie = false;
    bool lesdag = false;
  };
  size_t IndexOf(Date date) const;

  std::vector<Day> days_;
  std::vector<int32_t> lesdagen_before_, weekdagen_before_, kalenderdagen_before_;
  std::vector<int32_t> lesweken_before_;  // per ISO week
  std::vector<DateRange> known_schooljaren_;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_CALENDAR_SCHOOL_CALENDAR_H_
