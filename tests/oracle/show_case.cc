// Printing of cases and answers.
#include <string>
#include <variant>

#include "tests/oracle/random_case.h"

namespace verzuim::oracle {
namespace {

std::string Text(const std::optional<Date>& date) {
  return date ? ToIso(*date) : "-";
}

void Show(std::ostream& out, const Periode& period) {
  out << " [" << Text(period.van) << ", " << Text(period.tot) << "]";
}

void ShowPupil(std::ostream& out, const Pupil& pupil) {
  out << "  born " << Text(pupil.geboortedatum) << "  enrolled";
  for (const Periode& period : pupil.inschrijvingen) Show(out, period);
  out << "  exempt";
  for (const Periode& period : pupil.vrijstellingen) Show(out, period);
  out << "\n  startkwalificatie " << Text(pupil.startkwalificatie_sinds) << "  leerplicht_tot "
      << Text(pupil.leerplicht_tot) << "  kwalificatieplicht_tot " << Text(pupil.kwalificatieplicht_tot) << "\n";
}

void ShowOptions(std::ostream& out, const Options& options, Profiel profiel) {
  out << "  " << WireName(profiel) << ", options:";
  const Options defaults = DefaultOptions(profiel);
  for (const OptionInfo& info : OptionTable()) {
    const OptionValue value = GetOption(options, info);
    if (value == GetOption(defaults, info)) continue;
    out << " " << info.name << "=";
    if (const auto* text = std::get_if<std::string>(&value)) out << *text;
    if (const auto* number = std::get_if<int64_t>(&value)) out << *number;
    if (const auto* flag = std::get_if<bool>(&value)) out << (*flag ? "true" : "false");
  }
  out << "\n";
}

void ShowCalendar(std::ostream& out, const Calendar& calendar) {
  constexpr const char* kNames[] = {"no region", "noord", "midden", "zuid"};
  out << "  " << kNames[static_cast<int>(calendar.region)] << ", own vacations";
  for (const DateRange& vacation : calendar.own_vacations) {
    out << " [" << ToIso(vacation.first) << ", " << ToIso(vacation.last) << "]";
  }
  out << ", free";
  for (Date date : calendar.free_days) out << " " << ToIso(date);
  out << "\n";
}

}  // namespace

// One line per day with lessons: how many, and each that was missed as lesuur:missed/length reason.
std::ostream& operator<<(std::ostream& out, const Case& c) {
  out << "peildatum " << ToIso(c.peildatum) << "\n";
  ShowOptions(out, c.options, c.profiel);
  ShowCalendar(out, c.calendar);
  ShowPupil(out, c.pupil);
  for (const DueDay& day : c.due) {
    out << "  " << ToIso(day.date) << " "
        << "-MTWTFSS"[day.date.IsoWeekday()] << " " << day.lessons;
    for (const MissedLesson& lesson : c.missed) {
      if (lesson.date != day.date) continue;
      out << "  " << lesson.lesuur << ":" << lesson.missed.value << "/" << lesson.lesson.value << " "
          << WireName(lesson.reason) << (lesson.late ? " late" : "") << (lesson.clock_only ? " slot" : "");
    }
    out << "\n";
  }
  return out;
}

std::ostream& operator<<(std::ostream& out, const Answer& answer) {
  out << WireName(answer.soort) << " " << answer.volgnummer << ": " << ToIso(answer.begindatum) << " .. "
      << Text(answer.einddatum) << " from " << ToIso(answer.meldbaar_vanaf) << " by " << ToIso(answer.uiterste_datum)
      << ", " << answer.minuten << " minutes in";
  for (const CountedLesson& lesson : answer.lessons) {
    out << " " << ToIso(lesson.date).substr(5) << "/" << lesson.lesuur << ":" << lesson.credit;
  }
  return out;
}

}  // namespace verzuim::oracle
