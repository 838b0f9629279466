// School: everything school.json says, as types. Reading and checking it is core/json's work.
#ifndef VERZUIM_CORE_SESSION_SCHOOL_H_
#define VERZUIM_CORE_SESSION_SCHOOL_H_

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/aggregate/levering.h"
#include "core/beleid/beleid.h"
#include "core/calendar/school_calendar.h"
#include "core/disclosure/publicatie.h"
#include "core/monitor/monitor.h"
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
  MonitorConfig monitor;
  PublicatieBeleid publicatie;
  std::optional<beleid::Beleid> beleid;  // the verzuimbeleid; without one there are no signalen
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_SESSION_SCHOOL_H_
