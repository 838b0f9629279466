#include "tests/beleid/reference.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "tests/oracle/oracle_calendar.h"

namespace verzuim::beleid::testing {
namespace {

using Lessons = std::set<std::pair<Date, int>>;  // day and lesuur

class Reference {
 public:
  explicit Reference(const Question& question) : q_(question), days_(question.calendar) {}

  std::vector<std::string> Answer(const std::vector<Stap>& stappen) {
    std::vector<std::string> lines;
    std::vector<std::optional<Date>> last(stappen.size());
    for (Date day = q_.due.front().date - 60; day <= q_.peildatum; ++day) {
      if (!SomethingHappened(day)) continue;
      for (size_t s = 0; s < stappen.size(); ++s) {
        const bool open = s == 0 || (last[s - 1] && (!last[s] || *last[s - 1] > *last[s]));
        if (!open) continue;
        today_ = day;
        spent_ = last[s];
        strict_ = stappen[s].dan == Actie::kSignaal;
        const auto [holds, lessons] = Ask(stappen[s].als);
        if (!holds) continue;
        last[s] = day;
        std::string line = ToIso(day) + " stap " + std::to_string(s + 1) + ":";
        // A school cannot enter a rule for leerplicht on other absence; if it could, none of that would be told.
        for (const auto& [date, lesuur] : lessons) {
          if (!strict_ || IsUnauthorised(date, lesuur)) line += " " + ToIso(date) + "/" + std::to_string(lesuur);
        }
        lines.push_back(line);
      }
    }
    return lines;
  }

 private:
  struct Found {
    bool holds;
    Lessons lessons;
  };

  bool SomethingHappened(Date day) const {
    return std::any_of(q_.missed.begin(), q_.missed.end(), [&](const MissedLesson& m) { return m.date == day; }) ||
           std::any_of(q_.notes.begin(), q_.notes.end(), [&](const PupilNote& n) { return n.date == day; });
  }

  // ---- one lesson
  // ---------------------------------------------------------------------------------------------------
  static bool Late(const MissedLesson& m) { return m.late || m.reason == ReasonClass::kTeLaat; }
  bool Unauthorised(const MissedLesson& m) const {
    switch (m.reason) {
      case ReasonClass::kSpijbelen:
      case ReasonClass::kTeLaat:
      case ReasonClass::kLuxe:
      case ReasonClass::kWachtOpPlek:
        return true;
      case ReasonClass::kOnverklaard:
        return !strict_ && days_.LessonDaysAfter(m.date, q_.peildatum) >= q_.options.onverklaard_na_schooldagen;
      default:
        return false;
    }
  }
  bool IsUnauthorised(Date date, int lesuur) const {
    return std::any_of(q_.missed.begin(), q_.missed.end(), [&](const MissedLesson& m) {
      return m.date == date && m.lesuur == lesuur && Unauthorised(m);
    });
  }
  bool Is(const MissedLesson& m, Telt telt) const {
    const bool authorised = m.reason == ReasonClass::kZiekte || m.reason == ReasonClass::kSchorsing ||
                            m.reason == ReasonClass::kReligie || m.reason == ReasonClass::kVakantieverlof ||
                            m.reason == ReasonClass::kGewichtig || m.reason == ReasonClass::kVerboden ||
                            m.reason == ReasonClass::kVijfjarige;
    switch (telt) {
      case Telt::kOngeoorloofd:
        return Unauthorised(m);
      case Telt::kAfwezig:
        return Unauthorised(m) && !Late(m);
      case Telt::kTeLaat:
        return Unauthorised(m) && Late(m);
      case Telt::kZiekte:
        return m.reason == ReasonClass::kZiekte;
      case Telt::kGeoorloofd:
        return authorised;
      case Telt::kAlles:
        return true;  // the facts hold nothing but absence
    }
    return false;
  }
  int Credit(const MissedLesson& m) const {
    const int lesson = m.lesson.value;
    const auto of = [&](int minutes) {
      return q_.options.uur == Uur::kLesuur && lesson <= 60 ? 60 * minutes / lesson : minutes;
    };
    if (!Late(m) || q_.options.te_laat == TeLaat::kMinuten) return of(m.missed.value);
    if (q_.options.te_laat == TeLaat::kGeen) return 0;
    if (q_.options.te_laat == TeLaat::kEenUur) return 60;
    return of(m.missed.value > q_.options.te_laat_vol_na ? lesson : m.missed.value);
  }

  // ---- days
  // --------------------------------------------------------------------------------------------------------- Number
  // of the lesweek, counted by walking; a week without lessons has the number of the next lesweek.
  int Week(Date date) const {
    int number = 0;
    for (Date monday = Date::FromCivil(2025, 1, 6).value(); monday < date.Monday(); monday = monday + 7) {
      number += days_.LessonWeek(monday) ? 1 : 0;
    }
    return number;
  }
  bool InWeeks(Date first, Date later, int weeks) const {
    const int passed = Week(later) - Week(first);
    switch (q_.options.venster) {
      case Venster::kW1:
        return passed < weeks;
      case Venster::kW2:
        return passed < weeks || (passed == weeks && later.IsoWeekday() < first.IsoWeekday());
      case Venster::kW4:
        break;
    }
    int counted = 0;
    for (Date day = first; day <= later; ++day) counted += day.IsoWeekday() <= 5 && !days_.Vacation(day) ? 1 : 0;
    return counted <= 5 * weeks;
  }
  bool In(Date date, const Tijdvak& tijdvak) const {
    if (!tijdvak.IsSchooljaar()) return InWeeks(date, today_, tijdvak.lesweken);
    const auto year = [](Date d) { return d.month() >= 8 ? d.year() : d.year() - 1; };
    return year(date) == year(today_);
  }
  bool Spent(Date date) const { return spent_ && date <= *spent_; }
  // The due days of the pupil up to today.
  std::vector<Date> DueDays() const {
    std::vector<Date> days;
    for (const DueDay& due : q_.due) {
      if (due.date <= today_) days.push_back(due.date);
    }
    return days;
  }
  std::vector<const MissedLesson*> On(Date date, Telt telt) const {
    std::vector<const MissedLesson*> found;
    for (const MissedLesson& m : q_.missed) {
      if (m.date == date && Is(m, telt)) found.push_back(&m);
    }
    return found;
  }
  // Rows of due days with such absence: first and last day of each.
  std::vector<std::pair<Date, Date>> Rows(Telt telt) const {
    std::vector<std::pair<Date, Date>> rows;
    bool open = false;
    for (const Date day : DueDays()) {
      const bool absent = !On(day, telt).empty();
      if (absent && open) rows.back().second = day;
      if (absent && !open) rows.push_back({day, day});
      open = absent;
    }
    return rows;
  }
  std::vector<const MissedLesson*> Within(Telt telt, const Tijdvak& tijdvak) const {
    std::vector<const MissedLesson*> found;
    for (const MissedLesson& m : q_.missed) {
      if (m.date <= today_ && !Spent(m.date) && Is(m, telt) && In(m.date, tijdvak)) found.push_back(&m);
    }
    return found;
  }
  static void Put(Lessons& lessons, const MissedLesson* m) { lessons.insert({m->date, m->lesuur}); }

  // ---- conditions
  // ---------------------------------------------------------------------------------------------------
  Found Ask(const Voorwaarde& voorwaarde) const {
    return std::visit([this](const auto& vorm) { return Look(vorm); }, voorwaarde.vorm);
  }

  Found Look(const Uren& v) const {
    int sum = 0;
    Lessons lessons;
    for (const MissedLesson* m : Within(v.telt, v.tijdvak)) {
      sum += Credit(*m);
      if (Credit(*m) > 0) Put(lessons, m);
    }
    return {sum >= 60 * v.minstens, lessons};
  }
  Found Look(const Aantal& v) const {
    Lessons lessons;
    if (v.eenheid == Eenheid::kPerioden) {
      int rows = 0;
      for (const auto& [first, last] : Rows(v.telt)) {
        if (Spent(first) || !In(first, v.tijdvak)) continue;
        ++rows;
        for (const MissedLesson& m : q_.missed) {
          if (first <= m.date && m.date <= last && Is(m, v.telt)) Put(lessons, &m);
        }
      }
      return {rows >= v.minstens, lessons};
    }
    std::set<Date> dates;
    for (const MissedLesson* m : Within(v.telt, v.tijdvak)) {
      if (v.les) {
        const auto due =
            std::find_if(q_.due.begin(), q_.due.end(), [&](const DueDay& d) { return d.date == m->date; });
        int first = 0;
        while (first < 32 && (due->lesuren >> first & 1) == 0) ++first;
        if (m->lesuur != (v.les->eerste ? first : v.les->lesuur)) continue;
      }
      Put(lessons, m);
      dates.insert(m->date);
    }
    const size_t count = v.eenheid == Eenheid::kDagen ? dates.size() : lessons.size();
    return {count >= static_cast<size_t>(v.minstens), lessons};
  }
  Found Look(const Zelfde& v) const {
    std::map<std::pair<int, int>, Lessons> groups;
    for (const MissedLesson* m : Within(v.telt, v.tijdvak)) {
      const int weekday = v.gelijk == Gelijk::kLesuur ? 0 : m->date.IsoWeekday();
      const int lesuur = v.gelijk == Gelijk::kWeekdag ? 0 : m->lesuur;
      Put(groups[{weekday, lesuur}], m);
    }
    size_t most = 0;
    Lessons lessons;
    for (const auto& [key, group] : groups) {
      std::set<Date> dates;
      for (const auto& [date, lesuur] : group) dates.insert(date);
      if (dates.size() > most) {
        most = dates.size();
        lessons = group;
      }
    }
    return {most >= static_cast<size_t>(v.minstens), lessons};
  }
  Found Look(const Weken& v) const {
    std::set<int> weeks;
    Lessons lessons;
    for (const MissedLesson& m : q_.missed) {
      if (m.date > today_ || Spent(m.date) || !Is(m, v.telt) || Week(today_) - Week(m.date) >= v.lesweken) continue;
      weeks.insert(Week(m.date));
      Put(lessons, &m);
    }
    return {weeks.size() >= static_cast<size_t>(v.minstens), lessons};
  }
  Found Look(const Achtereen& v) const {
    Lessons lessons;
    const std::vector<Date> due = DueDays();
    const auto rows = Rows(v.telt);
    if (due.empty() || rows.empty() || rows.back().second != due.back() || Spent(rows.back().first))
      return {false, {}};
    int days = 0;
    for (const Date day : due) {
      if (day < rows.back().first) continue;
      ++days;
      for (const MissedLesson* m : On(day, v.telt)) Put(lessons, m);
    }
    return {days >= v.minstens, lessons};
  }
  Found Look(const Stijgend& v) const {
    Lessons lessons;
    std::vector<int> sums;
    for (int p = v.perioden - 1; p >= 0; --p) {
      const int last = Week(today_) - p * v.lesweken;
      int sum = 0;
      for (const MissedLesson& m : q_.missed) {
        const int week = Week(m.date);
        if (m.date > today_ || !Is(m, v.telt) || week > last || week <= last - v.lesweken) continue;
        sum += Credit(m);
        if (Credit(m) > 0) Put(lessons, &m);
      }
      sums.push_back(sum);
    }
    bool holds = sums.back() >= 60 * v.minstens;
    for (size_t i = 1; i < sums.size(); ++i) holds = holds && sums[i - 1] < sums[i];
    const int first_week = Week(today_) - v.perioden * v.lesweken + 1;
    const std::vector<Date> due = DueDays();
    holds = holds && !due.empty() && Week(due.front()) <= first_week;
    holds = holds && (!spent_ || Week(*spent_) <= Week(today_) - v.lesweken);
    return {holds, lessons};
  }
  Found Look(const Terugval& v) const {
    Lessons best;
    for (const Melding& melding : q_.meldingen) {
      if (!melding.einddatum || *melding.einddatum >= today_) continue;
      if (spent_ && *melding.einddatum < *spent_) continue;
      Lessons lessons;
      for (const MissedLesson& m : q_.missed) {
        const bool after = *melding.einddatum < m.date && m.date <= today_ && !Spent(m.date);
        if (after && Is(m, Telt::kOngeoorloofd) && InWeeks(*melding.einddatum + 1, m.date, v.lesweken))
          Put(lessons, &m);
      }
      if (lessons.size() > best.size()) best = lessons;
    }
    return {!best.empty(), best};
  }
  Found Look(const Notitie& v) const {
    for (const PupilNote& note : q_.notes) {
      if (note.label == v.label && note.date <= today_ && !Spent(note.date) && In(note.date, v.tijdvak))
        return {true, {}};
    }
    return {false, {}};
  }
  Found Look(const Samen& v) const {
    Lessons lessons;
    int held = 0;
    for (const Voorwaarde& deel : v.delen) {
      const auto [holds, of_part] = Ask(deel);
      if (!holds) continue;
      ++held;
      lessons.insert(of_part.begin(), of_part.end());
    }
    const bool holds = v.alle ? held == static_cast<int>(v.delen.size()) : held > 0;
    return {holds, holds ? lessons : Lessons{}};
  }

  const Question& q_;
  const oracle::Days days_;
  Date today_;
  std::optional<Date> spent_;
  bool strict_ = false;
};

}  // namespace

std::vector<std::string> ReferenceSignalen(const Question& question, const std::vector<Stap>& stappen) {
  return Reference(question).Answer(stappen);
}

}  // namespace verzuim::beleid::testing
