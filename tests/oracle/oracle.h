// The slow reference: rules B0 to B8 of the rule book, written from its text alone.
//
// It shares no code with core/rules and core/calendar: own table of vacations, own Easter, own counting of lesweken
// by walking from day to day, and every window summed again from scratch. What it does is meant to be checked by
// reading it beside the rule book; speed is no aim. tests/oracle/oracle_properties.cc holds the core against it.
#ifndef VERZUIM_TESTS_ORACLE_ORACLE_H_
#define VERZUIM_TESTS_ORACLE_ORACLE_H_

#include <optional>
#include <vector>

#include "core/base/date.h"
#include "core/options/options.h"
#include "core/register/pupil.h"
#include "core/rules/melding.h"

namespace verzuim::oracle {

enum class Region { kNone, kNorth, kMiddle, kSouth };

// The school's calendar as a school gives it: own vacations, when there are any, replace those of the region.
struct Calendar {
  Region region = Region::kNone;
  std::vector<DateRange> own_vacations;
  std::vector<Date> free_days;
};

struct CountedLesson {
  Date date;
  int lesuur = 0;
  int credit = 0;
  bool operator==(const CountedLesson&) const = default;
};

struct Answer {
  MeldingSoort soort;
  int volgnummer = 0;
  Date begindatum;
  std::optional<Date> einddatum;
  Date meldbaar_vanaf;
  Date uiterste_datum;
  int minuten = 0;
  std::vector<CountedLesson> lessons;
  bool operator==(const Answer&) const = default;
};

// Calendar questions, each answered by looking at the days one by one.
Date Easter(int year);
bool IsVacation(const Calendar& calendar, Date date);
bool IsLessonDay(const Calendar& calendar, Date date);

// The meldingen for one pupil as the question stands on `peildatum`; sorted by meldbaar_vanaf, soort, begindatum.
std::vector<Answer> Evaluate(const PupilFacts& facts, const Calendar& calendar, const Options& options,
                             Profiel profiel, Date peildatum);

}  // namespace verzuim::oracle

#endif  // VERZUIM_TESTS_ORACLE_ORACLE_H_
