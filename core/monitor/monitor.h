// Monitor: how much of their lesson time pupils miss, and where and when, for the school's own use.
//
// All absence counts, with leave or without; a lesson counts when the files say that it was due. Shares are compared
// in whole numbers. A pupil is added once; memory grows with groups, weeks and pupils above the terms, not with rows.
//
// Days that have absence but no known lessons (a file of absences without timetable) are left out, with what was
// missed on them: there is nothing to take a share of. Such pupils are counted in zonder_lestijd.
//
// Example
//   MonitorTeller teller({}, setup);
//   for (…) teller.Add(i, facts);
//   const Monitor monitor = teller.Finish();
#ifndef VERZUIM_CORE_MONITOR_MONITOR_H_
#define VERZUIM_CORE_MONITOR_MONITOR_H_

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/calendar/school_calendar.h"
#include "core/monitor/eerste_maanden.h"
#include "core/monitor/groepen.h"
#include "core/register/pupil.h"

namespace verzuim {

struct MonitorConfig {
  // Bounds of the bands in whole percents, rising from 0; school.json may set others.
  std::vector<int> banden = StandaardBanden();

  static std::vector<int> StandaardBanden() { return {cijfers::kBandGrenzen.begin(), cijfers::kBandGrenzen.end()}; }
};

struct MonitorSetup {
  Date peildatum;
  std::vector<Onderverdeling> onderverdeling;
  std::vector<PeriodeNaam> perioden;  // those that have begun
  bool leeftijden = false;            // by age too, for mbo: who is under which duty
};

struct MonitorWeek {
  Date maandag;
  int64_t lestijd = 0;
  PerCategorie minuten{}, leerlingen{};
};

struct MonitorRoosterCel {
  int weekdag = 0;  // 1 is Monday
  int lesuur = 0;
  int64_t lessen = 0;  // due
  PerCategorie gemist{}, minuten{};
};

struct MonitorVak {
  std::string vak;
  PerCategorie gemist{}, minuten{}, leerlingen{};
};

// One pupil at or above the lowest term.
struct MonitorLeerling {
  uint32_t pupil = 0;
  LeerlingTijd tijd;
};

struct Monitor {
  DateRange dates;  // the school year of the peildatum, up to the peildatum
  std::vector<int> grenzen;
  bool eigen_grenzen = false;  // the school chose others than the default
  std::vector<MonitorGroep> groepen;
  std::vector<MonitorWeek> weken;           // those with lessons
  std::vector<MonitorRoosterCel> rooster;   // by weekday, then lesuur; those with lessons or absence
  std::vector<MonitorVak> vakken;           // by name; empty when no file has the column
  std::vector<MonitorLeerling> leerlingen;  // largest share first
  EersteMaanden eerste_maanden;
};

class MonitorTeller {
 public:
  MonitorTeller(const MonitorConfig& config, MonitorSetup setup);
  // `index` is the pupil's number in the register.
  void Add(uint32_t index, const PupilFacts& facts);
  Monitor Finish();

 private:
  void AddToGroups(const Pupil& pupil, const LeerlingTijd& tijd);
  void AddToLeeftijd(const Pupil& pupil, const LeerlingTijd& tijd);
  void AddDay(const DueDay& day);
  void AddLesson(const MissedLesson& lesson, PerCategorie& seen_in_week, int32_t week);
  // `own` holds the minutes this pupil missed per subject so far.
  void AddVak(const MissedLesson& lesson, std::map<std::string_view, PerCategorie>& own);

  MonitorSetup setup_;
  Monitor monitor_;
  MonitorGroepen groepen_;
  EersteMaandenTeller eerste_maanden_;
  std::array<std::array<MonitorRoosterCel, kMaxLesuur + 1>, 7> rooster_{};
  std::map<std::string, MonitorVak, std::less<>> vakken_;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_MONITOR_MONITOR_H_
