// School: everything school.json says, as types. Reading and checking it is core/json's work.
#ifndef VERZUIM_CORE_SESSION_SCHOOL_H_
#define VERZUIM_CORE_SESSION_SCHOOL_H_

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/aggregate/levering.h"
#include "core/calendar/school_calendar.h"
#include "core/disclosure/publicatie.h"
#include "core/options/options.h"
#include "core/register/timetable.h"

namespace verzuim {

struct School {
  std::string brin;
  std::string vestiging;
  std::string naam;
  Profiel profiel = Profiel::kVo;
  CalendarConfig kalender;
  std::map<std::string, ReasonClass> codes;  // the school's own codes; "T/J" and "T/N" tell flags apart
  Options opties = DefaultOptions(Profiel::kVo);
  Timetable rooster;
  LeveringConfig levering;  // perioden, intervallen, onderverdeling
  PublicatieBeleid publicatie;
  std::string beleid;  // the verzuimbeleid, as written in school.json; kept, not used for meldingen
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_SESSION_SCHOOL_H_
