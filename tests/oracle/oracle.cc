#include "tests/oracle/oracle.h"

#include <algorithm>
#include <functional>
#include <tuple>

#include "tests/oracle/oracle_calendar.h"

namespace verzuim::oracle {
namespace {

using Scope = std::function<bool(Date)>;

// One lesson day of the pupil, with all that the rules ask of it.
struct PupilDay {
  Date date;
  bool known = true;     // false: absence was read, but not which lessons the pupil had that day
  bool absent = false;   // every due lesson missed from beginning to end, all of it counting
  bool bridged = false;  // every due lesson missed, some with leave, and the option says that this does not break
  bool unknown = false;  // every due lesson missed, some not explained yet and still within the term
  bool luxe = false;
  std::vector<CountedLesson> counting;  // what feeds the sixteen hours
  std::vector<CountedLesson> luxe_lessons;
};

// An unbroken absence (rule book B3, "run"): days on which the pupil, under one duty or the other, missed all.
struct Run {
  std::vector<Date> days;
  Date through;       // later than the last of `days` when days follow that nobody has explained yet
  bool over = false;  // the pupil came back, was excused, or left
  Date first() const { return days.front(); }
  Date last() const { return days.back(); }
  bool Holds(Date date) const { return std::find(days.begin(), days.end(), date) != days.end(); }
  bool Covers(Date date) const { return first() <= date && date <= through; }
};

// A run that lasted long enough.
struct LongAbsence {
  Run run;
  Date due_on;
};

class Reference {
 public:
  Reference(const PupilFacts& facts, const Calendar& calendar, const Options& options, Profiel profiel,
            Date peildatum)
      : facts_(facts),
        pupil_(facts.pupil),
        calendar_(calendar),
        days_(calendar),
        options_(options),
        profiel_(profiel),
        today_(peildatum) {
    // B0 and B8: the first school day of the month after the fifth birthday, on the islands the fourth.
    if (pupil_.geboortedatum) {
      Date day = pupil_.geboortedatum->PlusYears(profiel == Profiel::kBes ? 4 : 5).FirstOfNextMonth();
      while (!IsLessonDay(calendar_, day)) ++day;
      leerplicht_start_ = day;
    }
  }

  std::vector<Answer> Evaluate() {
    // B2.4: counters start at zero in a new enrolment. One that begins the day after another ended is the same.
    std::vector<Periode> enrolments;
    for (const Periode& next : pupil_.inschrijvingen) {
      if (!enrolments.empty() && enrolments.back().tot && next.van && *next.van == *enrolments.back().tot + 1) {
        enrolments.back().tot = next.tot;
      } else {
        enrolments.push_back(next);
      }
    }
    if (enrolments.empty()) enrolments.push_back({});
    for (const Periode& enrolment : enrolments) EvaluateEnrolment(enrolment);
    std::stable_sort(answers_.begin(), answers_.end(), [](const Answer& a, const Answer& b) {
      return std::tuple(a.meldbaar_vanaf, a.soort, a.begindatum) <
             std::tuple(b.meldbaar_vanaf, b.soort, b.begindatum);
    });
    int numbers[8] = {};
    for (Answer& answer : answers_) answer.volgnummer = ++numbers[static_cast<int>(answer.soort)];
    return answers_;
  }

 private:
  // ---- B0: who -------------------------------------------------------------------------------------------------

  // Not known: nobody knows that the pupil has turned any age.
  bool HasTurned(int age, Date on) const {
    return pupil_.geboortedatum && pupil_.geboortedatum->PlusYears(age) <= on;
  }
  bool Qualified(Date on) const { return pupil_.startkwalificatie_sinds && *pupil_.startkwalificatie_sinds <= on; }
  bool Exempt(Date on) const {
    for (const Periode& exemption : pupil_.vrijstellingen) {
      if (exemption.Contains(on)) return true;
    }
    return false;
  }

  bool InLeerplicht(Date on) const {
    if (!pupil_.geboortedatum) return true;
    if (on < *leerplicht_start_) return false;
    if (pupil_.leerplicht_tot && on > *pupil_.leerplicht_tot) return false;
    const Date sixteen = pupil_.geboortedatum->PlusYears(16);
    const int year = sixteen.month() >= 8 ? sixteen.year() + 1 : sixteen.year();
    return on <= Date::FromCivil(year, 7, 31).value();
  }
  bool InKwalificatieplicht(Date on) const {
    if (InLeerplicht(on)) return false;
    if (leerplicht_start_ && on < *leerplicht_start_) return false;
    if (HasTurned(18, on) || Qualified(on)) return false;
    return !(pupil_.kwalificatieplicht_tot && on > *pupil_.kwalificatieplicht_tot);
  }
  bool Plichtig(Date on) const { return (InLeerplicht(on) || InKwalificatieplicht(on)) && !Exempt(on); }
  // The rule book has 23, from the texts until 2026; since then WEB art. 9.2.1 says "jonger dan 27 jaar".
  static int TooOldForRmc(Date on) { return on.year() < 2026 ? 23 : 27; }
  // Note 5 (no melding while an exemption runs) goes before the formula, which would call the exempt pupil rmc.
  bool Rmc(Date on) const {
    return !Plichtig(on) && !Exempt(on) && HasTurned(16, on) && !HasTurned(TooOldForRmc(on), on) && !Qualified(on);
  }

  // ---- B1: what counts -----------------------------------------------------------------------------------------

  // B0 note 4, art. 11a: five hours a week and five more with leave, until the sixth birthday, not saved up from one
  // week to the next. The minutes of this lesson that lie above them are without leave.
  int Without11a(const MissedLesson& lesson) const {
    if (lesson.reason != ReasonClass::kVijfjarige) return 0;
    const int missed = lesson.missed.value;
    if (HasTurned(6, lesson.date)) return missed;
    int before = 0;
    for (const MissedLesson& other : facts_.missed) {
      if (other.reason != ReasonClass::kVijfjarige || other.date.Monday() != lesson.date.Monday()) continue;
      if (std::pair(other.date, other.lesuur) < std::pair(lesson.date, lesson.lesuur)) before += other.missed.value;
    }
    return std::clamp(before + missed - 600, 0, missed);
  }
  bool WithLeave(const MissedLesson& lesson) const {
    switch (lesson.reason) {
      case ReasonClass::kZiekte:
      case ReasonClass::kSchorsing:
      case ReasonClass::kReligie:
      case ReasonClass::kVakantieverlof:
      case ReasonClass::kGewichtig:
      case ReasonClass::kVerboden:
        return true;
      case ReasonClass::kVijfjarige:
        return Without11a(lesson) < lesson.missed.value;  // also when only a part is
      default:
        return false;
    }
  }
  bool StillPending(const MissedLesson& lesson) const {
    return lesson.reason == ReasonClass::kOnverklaard &&
           days_.LessonDaysAfter(lesson.date, today_) < options_.onverklaard_na_schooldagen;
  }
  bool Counts(const MissedLesson& lesson) const {
    switch (lesson.reason) {
      case ReasonClass::kSpijbelen:
      case ReasonClass::kWachtOpPlek:
      case ReasonClass::kTeLaat:
        return true;
      case ReasonClass::kLuxe:
        return options_.luxe_telt_mee;
      case ReasonClass::kOnverklaard:
        return !StillPending(lesson);
      default:
        return Without11a(lesson) > 0;
    }
  }
  static bool Late(const MissedLesson& lesson) { return lesson.late || lesson.reason == ReasonClass::kTeLaat; }

  // B1.2. Where the length of the lesson is not known, the minutes are all there is.
  int CreditOf(const MissedLesson& lesson, int missed) const {
    const int length = lesson.lesson.value;
    if (options_.uur == Uur::kLesuur && !lesson.clock_only && length <= 60) return 60 * missed / length;
    return missed;
  }
  // B1.3
  int CreditOf(const MissedLesson& lesson) const {
    const int missed = lesson.reason == ReasonClass::kVijfjarige ? Without11a(lesson) : lesson.missed.value;
    if (Late(lesson)) {
      switch (options_.te_laat) {
        case TeLaat::kGeen:
          return 0;
        case TeLaat::kEenUur:
          return 60;
        case TeLaat::kVolNa:
          return CreditOf(lesson, missed > options_.te_laat_vol_na ? lesson.lesson.value : missed);
        case TeLaat::kMinuten:
          break;
      }
    }
    return CreditOf(lesson, missed);
  }

  std::vector<PupilDay> DaysOf(const Periode& enrolment) const {
    std::vector<PupilDay> days;
    for (const DueDay& due : facts_.due) {
      if (!enrolment.Contains(due.date) || due.date > today_) continue;
      PupilDay day;
      day.date = due.date;
      int lessons = due.lessons;
      int absent = 0, with_leave = 0, pending = 0;
      for (const MissedLesson& lesson : facts_.missed) {
        if (lesson.date != due.date) continue;
        if (lesson.reason == ReasonClass::kGesloten) --lessons;
        const bool whole = !Late(lesson) && lesson.missed == lesson.lesson;
        if (whole && Counts(lesson) && !WithLeave(lesson)) ++absent;
        if (whole && WithLeave(lesson)) ++with_leave;
        if (whole && StillPending(lesson)) ++pending;
        const int credit = CreditOf(lesson);
        if (Counts(lesson) && credit > 0) day.counting.push_back({lesson.date, lesson.lesuur, credit});
        if (lesson.reason == ReasonClass::kLuxe) {
          day.luxe = true;
          day.luxe_lessons.push_back({lesson.date, lesson.lesuur, credit});
        }
      }
      if (due.lessons == 0) day.known = false;
      if (day.known && lessons <= 0) continue;  // no due time at all
      if (!options_.lrv_overbrugt_geoorloofd) with_leave = 0;
      day.absent = day.known && absent == lessons;
      day.bridged = day.known && with_leave > 0 && absent + with_leave + pending == lessons;
      day.unknown = day.known && pending > 0 && absent + pending == lessons;
      days.push_back(day);
    }
    return days;
  }

  // ---- B3: runs ------------------------------------------------------------------------------------------------

  std::vector<Run> RunsOf(const std::vector<PupilDay>& days, const Periode& enrolment) const {
    std::vector<Run> runs;
    bool open = false;
    bool frozen = false;  // from the first day that nobody has explained yet, it is not known whether the run goes on
    for (const PupilDay& day : days) {
      const bool under_duty = Plichtig(day.date) || Rmc(day.date);
      if (under_duty && day.absent) {
        if (!open) runs.emplace_back();
        open = true;
        if (!frozen) runs.back().days.push_back(day.date);
        runs.back().through = day.date;
      } else if (under_duty && day.unknown && open) {
        frozen = true;
        runs.back().through = day.date;
      } else if (open && !(under_duty && day.bridged)) {
        runs.back().over = true;
        open = frozen = false;
      }
    }
    if (open && enrolment.tot && *enrolment.tot < today_) runs.back().over = true;
    return runs;
  }

  bool InsideLong(Date a, Date d, int weeks, Klok clock) const {
    return clock == Klok::kLesweken ? days_.InsideW2(a, d, weeks) : days_.InsideCalendar(a, d, weeks);
  }
  // The day on which the run has lasted so many weeks: the last day missed in the window from its first day, known
  // once the school's last lesson day in that window has come. `longer`: the first day missed after the window.
  std::optional<Date> LastedUntil(const std::vector<PupilDay>& days, const Periode& enrolment, const Run& run,
                                  int weeks, Klok clock, bool longer) const {
    const Date a = run.first();
    Date window_end = a;
    for (Date d = a; InsideLong(a, d, weeks, clock); ++d) {
      if (days_.LessonDay(d)) window_end = d;
    }
    Date last_inside = a;
    std::optional<Date> first_after;
    for (Date day : run.days) {
      if (day <= window_end) last_inside = day;
      if (day > window_end && !first_after) first_after = day;
    }
    // A run spans so many weeks only when lessons were missed in the last of them, or none was left there: a pupil of
    // whom the lessons of just the first days are known has not been away for weeks.
    const bool spans = !InsideLong(a, last_inside, weeks - 1, clock) || last_inside == window_end;
    if (first_after) return longer || !spans ? first_after : last_inside;
    if (longer || !spans) return std::nullopt;
    for (const PupilDay& day : days) {
      if (day.date > last_inside && day.date <= window_end) return std::nullopt;  // not a day of the run
    }
    const bool window_is_over = window_end <= today_ && !(enrolment.tot && *enrolment.tot < window_end);
    return window_is_over ? std::optional(last_inside) : std::nullopt;
  }
  // ---- B2: sixteen hours ---------------------------------------------------------------------------------------

  bool Inside(Date a, Date d) const {
    switch (options_.venster) {
      case Venster::kW1:
        return days_.InsideW1(a, d, options_.venster_lesweken);
      case Venster::kW4:
        return days_.InsideW4(a, d, options_.venster_lesweken);
      case Venster::kW2:
        break;
    }
    return days_.InsideW2(a, d, options_.venster_lesweken);
  }
  bool Reaches(int sum) const {
    return options_.drempel_vergelijking == Vergelijking::kMinstens ? sum >= options_.drempel_minuten
                                                                    : sum > options_.drempel_minuten;
  }
  static int SchoolYear(Date date) { return date.month() >= 8 ? date.year() : date.year() - 1; }

  // B2.3: whether weekly mode holds this one back. `sent` are the last days of what was reported so far.
  bool HeldBack(Date d, const std::vector<Date>& sent, const Scope& scope, const std::vector<Run>& runs) const {
    if (options_.aaneengesloten != Aaneengesloten::kWekelijks) return false;
    for (const Run& run : runs) {
      if (!run.Covers(d)) continue;
      int in_run = 0;
      for (Date day : sent) in_run += run.Covers(day) ? 1 : 0;
      if (in_run == 0) return false;  // the first one
      if (in_run - 1 >= options_.wekelijks_max) return true;
      return d < sent.back() + options_.wekelijks_min_dagen && !RunEndsOn(run, d, scope);
    }
    return false;
  }
  // For a count that runs in a scope only, the run also ends where the scope does: the hours can never be sent later.
  bool RunEndsOn(const Run& run, Date d, const Scope& scope) const {
    for (Date day : run.days) {
      if (day > d) return !scope(day);
    }
    return d == run.last() && run.over;
  }

  void SixteenHours(const std::vector<PupilDay>& days, const Scope& scope, const std::vector<Run>& runs,
                    const std::vector<LongAbsence>& longs, MeldingSoort soort) {
    const bool lrv_alone = soort == MeldingSoort::kZestienUur && !options_.lrv_na_16u;
    std::vector<Date> sent;
    std::optional<Date> counted_until;
    for (const PupilDay& today : days) {
      const Date d = today.date;
      if (!scope(d) || today.counting.empty()) continue;
      bool covered = false;  // by an LRV melding
      for (const LongAbsence& lrv : longs) {
        const bool from_here = lrv_alone ? d >= lrv.run.first() : d > lrv.due_on;
        if (from_here && d <= lrv.run.through) covered = true;
        if (lrv.run.through < d && (!counted_until || *counted_until < lrv.run.through)) {
          counted_until = lrv.run.through;
        }
      }
      if (covered) continue;

      std::optional<Date> begin;
      std::vector<CountedLesson> lessons;
      for (const PupilDay& start : days) {
        const Date a = start.date;
        if (a > d || begin || !scope(a) || start.counting.empty()) continue;
        if ((counted_until && a <= *counted_until) || !Inside(a, d)) continue;
        if (options_.herstart_schooljaar && SchoolYear(a) != SchoolYear(d)) continue;
        lessons.clear();
        int sum = 0;
        for (const PupilDay& day : days) {
          if (day.date < a || day.date > d || !scope(day.date)) continue;
          for (const CountedLesson& lesson : day.counting) {
            lessons.push_back(lesson);
            sum += lesson.credit;
          }
        }
        if (Reaches(sum)) begin = a;
      }
      if (!begin || HeldBack(d, sent, scope, runs)) continue;
      sent.push_back(d);
      counted_until = d;
      Add(soort, *begin, d, d, lessons);
    }
  }

  // ---- all of it -----------------------------------------------------------------------------------------------

  void EvaluateEnrolment(const Periode& enrolment) {
    const std::vector<PupilDay> days = DaysOf(enrolment);
    const Scope plichtig = [this](Date d) { return Plichtig(d); };
    const Scope eighteen_plus = [this](Date d) { return Rmc(d) && HasTurned(18, d); };
    const std::vector<Run> runs = RunsOf(days, enrolment);
    if (profiel_ == Profiel::kBes) {
      // B8: the islands have the sixteen hours; the rest is law and practice of the European part.
      SixteenHours(days, plichtig, runs, {}, MeldingSoort::kZestienUur);
      return;
    }
    std::vector<LongAbsence> lrvs, rmcs;
    for (const Run& run : runs) {
      const bool longer = options_.lrv_vergelijking == Vergelijking::kMeerDan;
      const auto lrv = LastedUntil(days, enrolment, run, options_.lrv_weken, options_.lrv_klok, longer);
      if (lrv && Plichtig(*lrv)) lrvs.push_back({run, *lrv});
      // B4: the first missed day on which it has lasted long enough and the pupil is one for RMC.
      const auto rmc = LastedUntil(days, enrolment, run, options_.rmc_weken, options_.rmc_klok, false);
      const auto day =
          std::find_if(run.days.begin(), run.days.end(), [&](Date d) { return rmc && d >= *rmc && Rmc(d); });
      if (day != run.days.end()) rmcs.push_back({run, *day});
    }
    SixteenHours(days, plichtig, runs, lrvs, MeldingSoort::kZestienUur);
    for (const LongAbsence& lrv : lrvs) AddLrv(days, lrv);
    for (const LongAbsence& rmc : rmcs) AddRmc(days, rmc);
    // What is said of LRV and the sixteen hours goes for RMC and the sixteen hours of the older.
    if (options_.melding_18plus) SixteenHours(days, eighteen_plus, runs, rmcs, MeldingSoort::kZestienUur18Plus);
    AddLuxe(days);
  }

  void AddLrv(const std::vector<PupilDay>& days, const LongAbsence& lrv) {
    Date begin = lrv.run.first();
    if (options_.lrv_begin == LrvBegin::kNaLaatste16u) {
      for (const Answer& answer : answers_) {
        if (answer.soort != MeldingSoort::kZestienUur || answer.meldbaar_vanaf >= lrv.due_on) continue;
        if (answer.meldbaar_vanaf >= lrv.run.first()) begin = std::max(begin, answer.meldbaar_vanaf + 1);
      }
    }
    // Only the part under leerplicht or kwalificatieplicht: when that is over, so is the LRV, on its last day (B4).
    Date last = lrv.due_on;
    std::optional<Date> out_of_scope;
    for (Date day : lrv.run.days) {
      if (Plichtig(day)) last = std::max(last, day);
      if (day > last && !out_of_scope) out_of_scope = day;
    }
    if (!out_of_scope && !lrv.run.over && !Plichtig(today_)) out_of_scope = today_;
    std::optional<Date> end;
    if (lrv.run.over) end = last;
    if (out_of_scope) end = *out_of_scope - 1;
    while (end && !Plichtig(*end)) end = *end - 1;
    Add(MeldingSoort::kLrv, begin, end, lrv.due_on, LessonsOf(days, begin, last));
  }

  void AddRmc(const std::vector<PupilDay>& days, const LongAbsence& rmc) {
    const Run& run = rmc.run;
    const std::optional<Date> end = run.over ? std::optional(run.last()) : std::nullopt;
    Add(MeldingSoort::kRmc, run.first(), end, rmc.due_on, LessonsOf(days, run.first(), run.last()));
  }

  // B5: one melding per episode of lesson days in a row with luxe absence. Where the pupil's lesson days are not
  // known, those of the school stand for them.
  void AddLuxe(const std::vector<PupilDay>& days) {
    std::vector<CountedLesson> lessons;
    const auto finish = [&] {
      if (lessons.empty()) return;
      Add(MeldingSoort::kLuxe, lessons.front().date, lessons.back().date, lessons.front().date, lessons);
      lessons.clear();
    };
    for (size_t i = 0; i < days.size(); ++i) {
      const bool skipped =
          i > 0 && !(days[i - 1].known && days[i].known) && days_.LessonDaysAfter(days[i - 1].date, days[i].date) > 1;
      if (skipped || !days[i].luxe || !Plichtig(days[i].date)) finish();
      if (!days[i].luxe || !Plichtig(days[i].date)) continue;
      lessons.insert(lessons.end(), days[i].luxe_lessons.begin(), days[i].luxe_lessons.end());
    }
    finish();
  }

  static std::vector<CountedLesson> LessonsOf(const std::vector<PupilDay>& days, Date from, Date through) {
    std::vector<CountedLesson> lessons;
    for (const PupilDay& day : days) {
      if (day.date < from || day.date > through) continue;
      lessons.insert(lessons.end(), day.counting.begin(), day.counting.end());
    }
    return lessons;
  }

  // B7: the term runs from the day the duty arose, or from the day it was found.
  void Add(MeldingSoort soort, Date begin, std::optional<Date> end, Date due_on, std::vector<CountedLesson> lessons) {
    int minutes = 0;
    for (const CountedLesson& lesson : lessons) minutes += lesson.credit;
    const Date from = options_.termijn_vanaf == TermijnVanaf::kRegistratie ? std::max(due_on, today_) : due_on;
    answers_.push_back({soort, 0, begin, end, due_on, days_.Workday(from, options_.termijn_werkdagen, options_),
                        minutes, std::move(lessons)});
  }

  const PupilFacts& facts_;
  const Pupil& pupil_;
  const Calendar& calendar_;
  const Days days_;
  const Options& options_;
  const Profiel profiel_;
  const Date today_;
  std::optional<Date> leerplicht_start_;
  std::vector<Answer> answers_;
};

}  // namespace

std::vector<Answer> Evaluate(const PupilFacts& facts, const Calendar& calendar, const Options& options,
                             Profiel profiel, Date peildatum) {
  return Reference(facts, calendar, options, profiel, peildatum).Evaluate();
}

}  // namespace verzuim::oracle
