#include "core/calendar/school_calendar.h"

#include <algorithm>

#include "core/calendar/holidays.h"

namespace verzuim {
namespace {

// The span of the look-up tables: whole ISO weeks. Days outside it are no lesdag and no vakantie, and every week
// outside it counts as a lesweek, so that ranks keep rising; the law that the rules know is younger than kFirst.
constexpr Date kFirst = Date::FromCivil(2000, 7, 31).value();
constexpr Date kLast = Date::FromCivil(2050, 7, 31).value();
static_assert(kFirst.IsoWeekday() == 1 && kLast.IsoWeekday() == 7);
constexpr int kDays = kLast - kFirst + 1;
constexpr int kWeeks = kDays / 7;

// Whit Sunday and Ascension follow Easter at fixed distances.
constexpr int kGoedeVrijdag = -2;
constexpr int kPaasmaandag = 1;
constexpr int kHemelvaart = 39;
constexpr int kPinkstermaandag = 50;

int Clamp(int value, int low, int high) {
  return std::min(std::max(value, low), high);
}

}  // namespace

std::string_view WireName(Regio regio) {
  switch (regio) {
    case Regio::kNoord:
      return "noord";
    case Regio::kMidden:
      return "midden";
    case Regio::kZuid:
      return "zuid";
  }
  return "";
}

std::optional<Regio> ParseRegio(std::string_view wire_name) {
  for (const Regio regio : {Regio::kNoord, Regio::kMidden, Regio::kZuid}) {
    if (WireName(regio) == wire_name) return regio;
  }
  return std::nullopt;
}

DateRange SchooljaarOf(Date date) {
  const int year = date.month() >= 8 ? date.year() : date.year() - 1;
  // 1 August to 31 July; at the very edge of the dates that exist the range is cut off there.
  const std::optional<Date> first = Date::FromCivil(year, 8, 1);
  const std::optional<Date> last = Date::FromCivil(year + 1, 7, 31);
  return {first ? *first : date, last ? *last : date};
}

// Gregorian computus: the golden number gives the age of the moon, the century corrections shift it, and Easter is
// the Sunday after that full moon. Works in whole numbers for every Gregorian year.
Date EasterSunday(int year) {
  const int golden = year % 19;
  const int century = year / 100;
  const int year_of_century = year % 100;
  const int moon_correction = (8 * century + 13) / 25;
  const int epact = (19 * golden + century - century / 4 - moon_correction + 15) % 30;
  const int weekday = (32 + 2 * (century % 4) + 2 * (year_of_century / 4) - epact - year_of_century % 4) % 7;
  const int shift = (golden + 11 * epact + 22 * weekday) / 451;
  const int day_of_march = 22 + epact + weekday - 7 * shift;  // 22 .. 56, counted from 1 March
  return Date::FromCivil(year, 3, 1).value_or(Date()) + (day_of_march - 1);
}

bool IsFeestdag(Date date, Feestdagen set) {
  const int month = date.month();
  const int day = date.day();
  if (month == 1 && day == 1) return true;
  if (month == 12 && (day == 25 || day == 26)) return true;
  if (month == 4) {
    const bool moved =
        (date + (27 - day)).IsoWeekday() == 7;  // Koningsdag is a day earlier when the 27th is a Sunday
    if (day == (moved ? 26 : 27)) return true;
  }
  const bool wide = set == Feestdagen::kAlgemeneTermijnenwet;
  if (wide && month == 5 && day == 5) return true;
  if (month < 3 || month > 6) return false;
  const int since_easter = date - EasterSunday(date.year());
  return since_easter == kPaasmaandag || since_easter == kHemelvaart || since_easter == kPinkstermaandag ||
         (wide && since_easter == kGoedeVrijdag);
}

SchoolCalendar::SchoolCalendar(const CalendarConfig& config) : days_(kDays) {
  const auto mark = [this](DateRange range) {
    for (int i = Clamp(range.first - kFirst, 0, kDays); i <= Clamp(range.last - kFirst, -1, kDays - 1); ++i) {
      days_[static_cast<size_t>(i)].vakantie = true;
    }
  };
  const auto know = [this](DateRange schooljaar) {
    if (std::find(known_schooljaren_.begin(), known_schooljaren_.end(), schooljaar) == known_schooljaren_.end()) {
      known_schooljaren_.push_back(schooljaar);
    }
  };
  if (!config.vakanties.empty()) {
    for (const DateRange& range : config.vakanties) {
      mark(range);
      know(SchooljaarOf(range.first));
    }
  } else if (config.regio) {
    for (const Schoolvakantie& row : Schoolvakanties()) {
      if (!Geldt(row, *config.regio)) continue;
      mark(row.dagen);
      // Of a school year that is in the list with its summer only, the rest is not known.
      if (row.naam != "zomer") know(SchooljaarOf(row.dagen.first));
    }
  }

  for (int i = 0; i < kDays; ++i) {
    const Date date = kFirst + i;
    Day& day = days_[static_cast<size_t>(i)];
    day.lesdag = date.IsoWeekday() <= 5 && !day.vakantie && !IsFeestdag(date, Feestdagen::kMinimaal);
  }
  for (const Date date : config.lesvrij) {
    if (kFirst <= date && date <= kLast) days_[IndexOf(date)].lesdag = false;
  }

  lesdagen_before_.assign(kDays + 1, 0);
  weekdagen_before_.assign(kDays + 1, 0);
  kalenderdagen_before_.assign(kDays + 1, 0);
  lesweken_before_.assign(kWeeks + 1, 0);
  for (size_t i = 0; i < days_.size(); ++i) {
    const bool free = days_[i].vakantie;
    lesdagen_before_[i + 1] = lesdagen_before_[i] + (days_[i].lesdag ? 1 : 0);
    weekdagen_before_[i + 1] = weekdagen_before_[i] + (!free && i % 7 < 5 ? 1 : 0);
    kalenderdagen_before_[i + 1] = kalenderdagen_before_[i] + (free ? 0 : 1);
  }
  for (size_t week = 0; week < kWeeks; ++week) {
    const bool lesweek = lesdagen_before_[7 * week + 7] > lesdagen_before_[7 * week];
    lesweken_before_[week + 1] = lesweken_before_[week] + (lesweek ? 1 : 0);
  }
}

size_t SchoolCalendar::IndexOf(Date date) const {
  return static_cast<size_t>(Clamp(date - kFirst, 0, kDays));
}

bool SchoolCalendar::IsVakantie(Date date) const {
  return kFirst <= date && date <= kLast && days_[IndexOf(date)].vakantie;
}

bool SchoolCalendar::IsLesdag(Date date) const {
  return kFirst <= date && date <= kLast && days_[IndexOf(date)].lesdag;
}

int SchoolCalendar::LesweekIndex(Date date) const {
  const int week = (date.Monday() - kFirst) / 7;
  if (week < 0) return week;
  if (week >= kWeeks) return lesweken_before_[kWeeks] + (week - kWeeks);
  return lesweken_before_[static_cast<size_t>(week)];
}

bool SchoolCalendar::IsLesweek(Date date) const {
  return LesweekIndex(date + 7) > LesweekIndex(date);
}

namespace {

int CountIn(const std::vector<int32_t>& before, DateRange range) {
  if (range.last < range.first) return 0;
  const size_t from = static_cast<size_t>(Clamp(range.first - kFirst, 0, kDays));
  const size_t past = static_cast<size_t>(Clamp(range.last - kFirst + 1, 0, kDays));
  return before[past] - before[from];
}

}  // namespace

int SchoolCalendar::CountLesdagen(DateRange range) const {
  return CountIn(lesdagen_before_, range);
}

int SchoolCalendar::CountWeekdagenBuitenVakantie(DateRange range) const {
  return CountIn(weekdagen_before_, range);
}

int SchoolCalendar::CountKalenderdagenBuitenVakantie(DateRange range) const {
  return CountIn(kalenderdagen_before_, range);
}

std::optional<Date> SchoolCalendar::FirstLesdag(DateRange range) const {
  const Date last = std::min(range.last, kLast);
  for (Date date = std::max(range.first, kFirst); date <= last; ++date) {
    if (days_[IndexOf(date)].lesdag) return date;
  }
  return std::nullopt;
}

std::optional<Date> SchoolCalendar::LastLesdag(DateRange range) const {
  const Date first = std::max(range.first, kFirst);
  for (Date date = std::min(range.last, kLast); date >= first; date = date - 1) {
    if (days_[IndexOf(date)].lesdag) return date;
  }
  return std::nullopt;
}

Date SchoolCalendar::AddWorkdays(Date date, int n, Feestdagen feestdagen, bool skip_vakantie) const {
  while (n > 0) {
    ++date;
    if (date.IsoWeekday() > 5 || IsFeestdag(date, feestdagen)) continue;
    if (skip_vakantie && IsVakantie(date)) continue;
    --n;
  }
  return date;
}

bool SchoolCalendar::KnowsVakanties(Date date) const {
  for (const DateRange& schooljaar : known_schooljaren_) {
    if (schooljaar.Contains(date)) return true;
  }
  return false;
}

}  // namespace verzuim
