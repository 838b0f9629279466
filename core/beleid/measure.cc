#include "core/beleid/measure.h"

#include <algorithm>
#include <map>
#include <type_traits>

#include "core/beleid/zin.h"
#include "core/rules/lpw/articles.h"

namespace verzuim::beleid {
namespace {

constexpr int kMinutenPerUur = 60;

struct Reading {
  int64_t waarde = 0;
  int64_t drempel = 1;
  Maat maat = Maat::kLessen;
  std::vector<uint32_t> lessons;
  bool allowed = true;  // what else has to be so, besides the threshold
};

class Reader {
 public:
  explicit Reader(const Moment& moment)
      : m_(moment), today_(moment.facts.LastDayUpTo(moment.date)), none_(today_ == moment.facts.days().size()) {}

  Reading operator()(const Uren& v) const {
    Reading reading = {0, int64_t{kMinutenPerUur} * v.minstens, Maat::kTelminuten, {}};
    for (const uint32_t i : Within(v.telt, v.tijdvak)) {
      const CreditMinutes credit = Lesson(i).credit;
      if (credit.value == 0) continue;
      reading.waarde += credit.value;
      reading.lessons.push_back(i);
    }
    return reading;
  }

  Reading operator()(const Aantal& v) const {
    if (v.eenheid == Eenheid::kPerioden) return Perioden(v);
    Reading reading = {0, v.minstens, v.eenheid == Eenheid::kDagen ? Maat::kDagen : Maat::kLessen, {}};
    for (const uint32_t i : Within(v.telt, v.tijdvak)) {
      if (v.les && !IsLes(Lesson(i), *v.les)) continue;
      const bool new_day = reading.lessons.empty() || Lesson(reading.lessons.back()).day != Lesson(i).day;
      if (v.eenheid == Eenheid::kLessen || new_day) ++reading.waarde;
      reading.lessons.push_back(i);
    }
    return reading;
  }

  Reading operator()(const Zelfde& v) const {
    struct Group {
      int days = 0;
      std::vector<uint32_t> lessons;
    };
    std::map<int, Group> groups;
    for (const uint32_t i : Within(v.telt, v.tijdvak)) {
      const MissedLesson& fact = *Lesson(i).fact;
      const bool by_lesuur = v.gelijk != Gelijk::kWeekdag;
      if (by_lesuur && fact.clock_only) continue;  // it is not known which lesson that was
      const int weekday = v.gelijk == Gelijk::kLesuur ? 0 : fact.date.IsoWeekday();
      Group& group = groups[weekday * (kMaxLesuur + 1) + (by_lesuur ? fact.lesuur : 0)];
      if (group.lessons.empty() || Lesson(group.lessons.back()).day != Lesson(i).day) ++group.days;
      group.lessons.push_back(i);
    }
    Reading reading = {0, v.minstens, Maat::kDagen, {}};
    for (auto& [key, group] : groups) {
      if (group.days <= reading.waarde) continue;
      reading.waarde = group.days;
      reading.lessons = std::move(group.lessons);
    }
    return reading;
  }

  Reading operator()(const Weken& v) const {
    Reading reading = {0, v.minstens, Maat::kLesweken, {}};
    const int last = Week(m_.date);
    int counted = last - v.lesweken;
    const auto reaches = [&](Date date) { return !IsSpent(date) && Week(date) > last - v.lesweken; };
    for (const uint32_t i : Back(v.telt, reaches)) {
      const int week = Week(Lesson(i).fact->date);
      if (week > counted) ++reading.waarde;
      counted = week;
      reading.lessons.push_back(i);
    }
    return reading;
  }

  Reading operator()(const Achtereen& v) const {
    Reading reading = {0, v.minstens, Maat::kDagen, {}};
    if (none_ || !Has(today_, v.telt)) return reading;
    const size_t first = StartOf(today_, v.telt);
    // A row of days gives one signaal, however long it lasts.
    if (IsSpent(Day(first).date)) return reading;
    reading.waarde = static_cast<int64_t>(today_ - first) + 1;
    AddDays(first, today_, v.telt, reading.lessons);
    return reading;
  }

  Reading operator()(const Stijgend& v) const {
    Reading reading = {0, int64_t{kMinutenPerUur} * v.minstens, Maat::kTelminuten, {}};
    if (none_) return reading;
    const int last = Week(m_.date);
    const int before = last - v.perioden * v.lesweken;  // the lesweek before the first period
    std::vector<int64_t> sums(static_cast<size_t>(v.perioden), 0);
    for (const uint32_t i : Back(v.telt, [&](Date date) { return Week(date) > before; })) {
      if (Lesson(i).credit.value == 0) continue;
      const int period = (Week(Lesson(i).fact->date) - before - 1) / v.lesweken;
      sums[static_cast<size_t>(period)] += Lesson(i).credit.value;
      reading.lessons.push_back(i);
    }
    reading.waarde = sums.back();
    bool rising = true;
    for (size_t i = 1; i < sums.size(); ++i) rising = rising && sums[i] > sums[i - 1];
    // A pupil who was not at school in the first period has no figure there to rise from; and a period in which the
    // last signaal fell does not count twice.
    const bool complete = Week(Day(FirstOfEnrolment()).date) <= before + 1;
    const bool fresh = !m_.since || Week(*m_.since) <= last - v.lesweken;
    reading.allowed = rising && complete && fresh;
    return reading;
  }

  Reading operator()(const Terugval& v) const {
    Reading best;
    for (const Melding& melding : m_.meldingen) {
      if (!melding.einddatum || *melding.einddatum >= m_.date) continue;
      if (m_.since && *melding.einddatum < *m_.since) continue;
      const Date from = *melding.einddatum + 1;
      Reading reading;
      for (const uint32_t i : Back(Telt::kOngeoorloofd, [&](Date date) { return from <= date && !IsSpent(date); })) {
        if (!InWeken(from, Lesson(i).fact->date, v.lesweken)) continue;
        ++reading.waarde;
        reading.lessons.push_back(i);
      }
      if (reading.waarde > best.waarde) best = std::move(reading);
    }
    return best;
  }

  Reading operator()(const Notitie& v) const {
    Reading reading = {0, 1, Maat::kNotities, {}};
    for (const PupilNote& note : m_.notes) {
      const bool fits = note.label == v.label && note.date <= m_.date && !IsSpent(note.date);
      if (fits && In(note.date, v.tijdvak)) ++reading.waarde;
    }
    return reading;
  }

 private:
  const AbsentLesson& Lesson(uint32_t i) const { return m_.facts.lessons()[i]; }
  const LessonDay& Day(size_t i) const { return m_.facts.days()[i]; }
  int Week(Date date) const { return m_.context.calendar.LesweekIndex(date); }
  bool Has(size_t day, Telt telt) const { return m_.facts.HasAbsence(day, telt, m_.strict); }
  bool InWeken(Date first, Date later, int weken) const {
    return lpw::InVenster(first, later, weken, m_.context.options.venster, m_.context.calendar);
  }
  // Whether `date` lies in the window that ends today.
  bool In(Date date, const Tijdvak& tijdvak) const {
    if (tijdvak.IsSchooljaar()) return SchooljaarOf(m_.date).Contains(date);
    return InWeken(date, m_.date, tijdvak.lesweken);
  }
  static bool IsLes(const AbsentLesson& lesson, const Les& les) {
    return les.eerste ? lesson.first_of_day : !lesson.fact->clock_only && lesson.fact->lesuur == les.lesuur;
  }
  size_t FirstOfEnrolment() const {
    size_t first = today_;
    while (first > 0 && Day(first - 1).enrolment == Day(today_).enrolment) --first;
    return first;
  }

  // Lessons of this kind in the present enrolment up to today, going back for as long as `reaches` their date.
  template <class Reaches>
  std::vector<uint32_t> Back(Telt telt, Reaches reaches) const {
    std::vector<uint32_t> found;
    if (none_) return found;
    for (uint32_t i = Day(today_).past; i > 0; --i) {
      const AbsentLesson& lesson = Lesson(i - 1);
      if (Day(lesson.day).enrolment != Day(today_).enrolment || !reaches(lesson.fact->date)) break;
      if (AbsenceFacts::Counts(lesson, telt, m_.strict)) found.push_back(i - 1);
    }
    std::reverse(found.begin(), found.end());
    return found;
  }
  bool IsSpent(Date date) const { return m_.since && date <= *m_.since; }
  std::vector<uint32_t> Within(Telt telt, const Tijdvak& tijdvak) const {
    return Back(telt, [&](Date date) { return !IsSpent(date) && In(date, tijdvak); });
  }

  // The first day of the row of days with such absence that `day` belongs to.
  size_t StartOf(size_t day, Telt telt) const {
    while (day > 0 && m_.facts.Follows(day - 1) && Has(day - 1, telt)) --day;
    return day;
  }
  void AddDays(size_t first, size_t last, Telt telt, std::vector<uint32_t>& lessons) const {
    for (uint32_t i = Day(first).first; i < Day(last).past; ++i) {
      if (AbsenceFacts::Counts(Lesson(i), telt, m_.strict)) lessons.push_back(i);
    }
  }
  // A period counts on the day it begins.
  Reading Perioden(const Aantal& v) const {
    Reading reading = {0, v.minstens, Maat::kPerioden, {}};
    if (none_) return reading;
    size_t begin_day = today_;
    while (begin_day > 0 && Day(begin_day - 1).enrolment == Day(today_).enrolment &&
           In(Day(begin_day - 1).date, v.tijdvak)) {
      --begin_day;
    }
    // A row of days that reaches into the window began before it.
    if (Has(begin_day, v.telt)) begin_day = StartOf(begin_day, v.telt);
    for (size_t day = begin_day; day <= today_; ++day) {
      if (!Has(day, v.telt)) continue;
      const size_t first = day;
      while (day < today_ && m_.facts.Follows(day) && Has(day + 1, v.telt)) ++day;
      const Date begin = Day(first).date;
      if (IsSpent(begin) || !In(begin, v.tijdvak)) continue;
      ++reading.waarde;
      AddDays(first, day, v.telt, reading.lessons);
    }
    return reading;
  }

  const Moment& m_;
  const size_t today_;  // the last lesson day up to the moment
  const bool none_;     // there is no such day
};

Measured Join(const Samen& samen, const Moment& moment, std::vector<Meting>* metingen) {
  Measured joined;
  joined.holds = samen.alle;
  for (const Voorwaarde& deel : samen.delen) {
    Measured part = Measure(deel, moment, metingen);
    joined.holds = samen.alle ? joined.holds && part.holds : joined.holds || part.holds;
    if (part.holds) joined.lessons.insert(joined.lessons.end(), part.lessons.begin(), part.lessons.end());
  }
  if (!joined.holds) joined.lessons.clear();
  std::sort(joined.lessons.begin(), joined.lessons.end());
  joined.lessons.erase(std::unique(joined.lessons.begin(), joined.lessons.end()), joined.lessons.end());
  return joined;
}

}  // namespace

Measured Measure(const Voorwaarde& voorwaarde, const Moment& moment, std::vector<Meting>* metingen) {
  return Visit(
      [&](const auto& vorm) -> Measured {
        if constexpr (std::is_same_v<std::decay_t<decltype(vorm)>, Samen>) {
          return Join(vorm, moment, metingen);
        } else {
          Reading reading = Reader(moment)(vorm);
          const bool holds = reading.allowed && reading.waarde >= reading.drempel;
          if (metingen != nullptr) {
            metingen->push_back({ToZin(voorwaarde), holds, reading.waarde, reading.drempel, reading.maat});
          }
          if (!holds) reading.lessons.clear();
          return {holds, std::move(reading.lessons)};
        }
      },
      voorwaarde);
}

}  // namespace verzuim::beleid
