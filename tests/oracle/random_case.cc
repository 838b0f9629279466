#include "tests/oracle/random_case.h"

#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "core/rules/evaluate.h"

namespace verzuim::oracle {
namespace {

constexpr Date kSchoolStart = Date::FromCivil(2024, 9, 2).value();  // a Monday
constexpr Date kAutumn = Date::FromCivil(2025, 9, 1).value();       // a Monday; the next feestdag is 25 December

bool Chance(int one_in) {
  return Draw(0, one_in - 1) == one_in - 1;
}

template <class T>
T OneOf(const std::vector<T>& values) {
  return values[static_cast<size_t>(Draw(0, static_cast<int>(values.size()) - 1))];
}

// Values worth trying for the whole-number options: around the defaults, and small enough for cases of some months.
const std::vector<int>& Tries(std::string_view option) {
  static const std::map<std::string_view, std::vector<int>> tries = {
      {"drempel_minuten", {600, 300, 120, 961, 1200, 59}},
      {"venster_lesweken", {1, 2, 3, 5, 6}},
      {"te_laat_vol_na", {0, 5, 30, 45}},
      {"te_laat_minuten", {5}},  // facts have them filled in already
      {"onverklaard_na_schooldagen", {0, 1, 3, 5, 10}},
      {"wekelijks_min_dagen", {1, 3, 10, 14, 28}},
      {"wekelijks_max", {1, 2, 3, 6}},
      {"lrv_weken", {1, 2, 3, 5, 6}},
      {"rmc_weken", {1, 2, 3, 5, 6}},
      {"termijn_werkdagen", {0, 1, 3, 10}},
  };
  return tries.at(option);
}

void DrawOptions(Options& options) {
  if (Draw(0, 3) == 0) return;
  for (const OptionInfo& info : OptionTable()) {
    if (Draw(0, 2) != 2) continue;
    OptionValue value;
    switch (info.kind) {
      case OptionInfo::Kind::kBool:
        value = !std::get<bool>(GetOption(options, info));
        break;
      case OptionInfo::Kind::kEnum:
        value = std::string(OneOf(info.values));
        break;
      case OptionInfo::Kind::kInt:
        value = static_cast<int64_t>(OneOf(Tries(info.name)));
        break;
    }
    RC_ASSERT(SetOption(options, info.name, value) == std::nullopt);
  }
}

// Own vacations of any length at any place, also parts of weeks.
void DrawOwnVacations(Calendar& calendar, Date first, int span) {
  for (int n = Draw(1, 3); n > 0; --n) {
    const Date from = first + Draw(-10, span);
    calendar.own_vacations.push_back({from, from + Draw(0, 17)});
  }
}

void DrawFreeDays(Calendar& calendar, Date first, int span) {
  for (int n = Draw(0, 4); n > 0; --n) calendar.free_days.push_back(first + Draw(0, span));
  if (Chance(5)) {  // most of a week
    const Date monday = (first + Draw(0, span)).Monday();
    for (int i = 0; i < 4; ++i) calendar.free_days.push_back(monday + i);
    if (Chance(2)) calendar.free_days.push_back(monday + 4);
  }
}

// A birthday or other turn of age within some days of `near`.
std::optional<Date> DrawBirth(Date near) {
  const int age = OneOf<int>({15, 12, 17, 19, 5, 4, 6, 16, 18, 23, 27, 10, 20, 0});
  if (age == 0) return std::nullopt;
  const Date around = near + Draw(-40, 40);
  Date birth = Date::FromCivil(around.year() - age, around.month(), std::min(around.day(), 28)).value();
  if (Chance(6)) birth = Date::FromCivil(birth.year(), 7, 29).value() + Draw(0, 5);  // around 31 July
  if (Chance(6))
    birth = Date::FromCivil(birth.year(), birth.month(), 1).value() - Draw(0, 2);  // around a month's end
  if (Chance(12)) birth = Date::FromCivil(birth.year() / 4 * 4, 2, 29).value();
  return birth;
}

void DrawPupil(Pupil& pupil, Date first, int span) {
  const auto some_day = [&] { return first + Draw(-5, span + 5); };
  pupil.geboortedatum = DrawBirth(some_day());
  if (Chance(4)) {
    const Date change = some_day();
    pupil.inschrijvingen.push_back({Chance(2) ? std::optional(first - Draw(0, 40)) : std::nullopt, change});
    if (Chance(2)) pupil.inschrijvingen.push_back({change + 1 + Draw(0, 9), std::nullopt});
  } else if (Chance(6)) {
    pupil.inschrijvingen.push_back({some_day(), std::nullopt});
  }
  if (Chance(8)) {
    const Date from = some_day();
    pupil.vrijstellingen.push_back({Chance(3) ? std::nullopt : std::optional(from), from + Draw(0, 40)});
  }
  if (Chance(12)) pupil.startkwalificatie_sinds = some_day();
  // Twelve school years take a pupil to sixteen or near it.
  const bool old_enough = pupil.geboortedatum && pupil.geboortedatum->PlusYears(14) < first;
  if (old_enough && Chance(8)) pupil.leerplicht_tot = some_day();
  if (Chance(12)) pupil.kwalificatieplicht_tot = some_day();
}

bool Enrolled(const Pupil& pupil, Date date) {
  return pupil.inschrijvingen.empty() || std::any_of(pupil.inschrijvingen.begin(), pupil.inschrijvingen.end(),
                                                     [&](const Periode& p) { return p.Contains(date); });
}

struct Timetable {
  int lessons[7] = {};  // per weekday, Monday first
  int length = 60;
  bool slots = false;  // half-hour slots or bare minutes: no lessons of known length
};

Timetable DrawTimetable() {
  Timetable timetable;
  const int usual = OneOf<int>({6, 7, 5, 4, 1, 8});
  for (int weekday = 0; weekday < 5; ++weekday) timetable.lessons[weekday] = Chance(7) ? Draw(0, 8) : usual;
  timetable.length = usual == 1 ? OneOf<int>({300, 330}) : OneOf<int>({50, 60, 45, 75, 30, 90, 61});
  timetable.slots = Chance(12);
  return timetable;
}

// Absence comes in episodes: from a day, so many days long, all or some lessons, with one reason.
void DrawEpisode(Case& c, std::map<std::pair<Date, int>, MissedLesson>& missed, const Timetable& timetable,
                 Date first, int span) {
  using enum ReasonClass;
  const bool long_one = Chance(3);
  const Date from = first + Draw(0, span);
  const int days = long_one ? Draw(15, 75) : Draw(1, 6);
  const int skip = long_one || Chance(2) ? 1 : Draw(2, 7);  // every so many days
  // Not gesloten and geen_verzuim: the register takes those away before the rules see a lesson.
  const ReasonClass reason = OneOf<ReasonClass>({kSpijbelen, kSpijbelen, kSpijbelen, kOnverklaard, kWachtOpPlek,
                                                 kLuxe, kTeLaat, kZiekte, kVijfjarige, kGewichtig});
  const bool late = reason == kTeLaat || (reason != kLuxe && reason != kVijfjarige && Chance(12));
  const int lessons = long_one || Chance(2) ? 99 : Draw(1, 4);
  const bool partly = late || Chance(6);
  for (Date date = from; date < from + days * skip; date = date + skip) {
    const auto due = std::find_if(c.due.begin(), c.due.end(), [&](const DueDay& d) { return d.date == date; });
    if (due == c.due.end()) continue;
    const int count = std::min(lessons, timetable.lessons[date.IsoWeekday() - 1]);
    for (int lesuur = 1; lesuur <= count; ++lesuur) {
      const int gone = partly ? Draw(late ? 0 : 1, timetable.length) : timetable.length;
      missed[{date, lesuur}] = {date, lesuur, {timetable.length}, {gone}, reason, late, timetable.slots, {}};
    }
  }
}

// One absence of weeks or months, laid over whatever else there is.
void DrawLongAbsence(Case& c, std::map<std::pair<Date, int>, MissedLesson>& missed, const Timetable& timetable,
                     Date first, int span) {
  using enum ReasonClass;
  const ReasonClass reason = OneOf<ReasonClass>({kSpijbelen, kSpijbelen, kOnverklaard, kWachtOpPlek});
  const Date from = first + Draw(0, span / 2);
  const Date through = from + Draw(20, 90);
  for (const DueDay& due : c.due) {
    if (due.date < from || due.date > through) continue;
    for (int lesuur = 1; lesuur <= due.lessons; ++lesuur) {
      missed[{due.date, lesuur}] = {due.date, lesuur, {timetable.length}, {timetable.length},
                                    reason,   false,  timetable.slots,    {}};
    }
  }
}

// A single lesson attended, ill or excused here and there, so that long runs are broken or nearly.
void DrawExceptions(std::map<std::pair<Date, int>, MissedLesson>& missed) {
  for (int n = Draw(0, 3); n > 0 && !missed.empty(); --n) {
    const auto at = std::next(missed.begin(), Draw(0, static_cast<int>(missed.size()) - 1));
    const Date date = at->first.first;
    switch (Draw(0, 2)) {
      case 0:
        missed.erase(at);
        break;
      case 1:
        at->second.reason = ReasonClass::kZiekte;
        break;
      default:
        for (auto& [key, lesson] : missed) {
          if (key.first == date) lesson.reason = ReasonClass::kZiekte;
        }
    }
  }
}

void DrawFacts(Case& c, Date first, int span) {
  const Timetable timetable = DrawTimetable();
  const bool due_known = !Chance(15);
  const int known_days = Chance(8) ? Draw(1, span) : span;  // the lessons of a pupil may stop before the peildatum
  for (Date date = first; date <= first + known_days; ++date) {
    const int lessons = timetable.lessons[date.IsoWeekday() - 1];
    if (lessons == 0 || !IsLessonDay(c.calendar, date) || !Enrolled(c.pupil, date)) continue;
    c.due.push_back({date, {lessons * timetable.length}, lessons});
  }
  std::map<std::pair<Date, int>, MissedLesson> missed;
  for (int n = Draw(1, 7); n > 0; --n) DrawEpisode(c, missed, timetable, first, span);
  if (Chance(3)) DrawLongAbsence(c, missed, timetable, first, span);
  if (Chance(2)) DrawExceptions(missed);
  for (const auto& [key, lesson] : missed) c.missed.push_back(lesson);
  if (due_known) return;
  // An export of absence alone: only days with absence, and nothing known of the rest of them.
  std::vector<DueDay> absent;
  for (const MissedLesson& lesson : c.missed) {
    if (absent.empty() || absent.back().date != lesson.date) absent.push_back({lesson.date, {0}, 0});
  }
  c.due = absent;
}

}  // namespace

int Draw(int lo, int hi) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(lo, hi + 1));
}

CalendarConfig Case::Config() const {
  CalendarConfig config;
  if (calendar.region == Region::kNorth) config.regio = Regio::kNoord;
  if (calendar.region == Region::kMiddle) config.regio = Regio::kMidden;
  if (calendar.region == Region::kSouth) config.regio = Regio::kZuid;
  config.vakanties = calendar.own_vacations;
  config.lesvrij = calendar.free_days;
  return config;
}

Case DrawCase() {
  Case c;
  c.profiel = static_cast<Profiel>(OneOf<int>({4, 0, 1, 2, 3, 5, 6, 7, 8}));
  c.options = DefaultOptions(c.profiel);
  DrawOptions(c.options);
  const Date first = kSchoolStart + 7 * Draw(0, 140) + Draw(0, 4);
  const int span = Draw(10, 110);
  c.calendar.region = OneOf<Region>({Region::kMiddle, Region::kNorth, Region::kSouth, Region::kNone});
  if (c.calendar.region == Region::kNone || Chance(4)) DrawOwnVacations(c.calendar, first, span);
  DrawFreeDays(c.calendar, first, span);
  DrawPupil(c.pupil, first, span);
  DrawFacts(c, first, span);
  c.peildatum = first + span + Draw(-15, 15);
  return c;
}

Case DrawMovableCase() {
  Case c;
  c.options = DefaultOptions(c.profiel);
  DrawOptions(c.options);
  c.options.termijn_werkdagen = std::min(c.options.termijn_werkdagen, 5);
  const Date first = kAutumn + Draw(0, 4);
  const int span = Draw(10, 60);
  DrawOwnVacations(c.calendar, first, span - 10);
  DrawFreeDays(c.calendar, first, span);
  c.pupil.geboortedatum = Date::FromCivil(OneOf<int>({2013, 2005}), 3, 14).value();
  DrawFacts(c, first, span);
  c.peildatum = first + span + Draw(-10, 5);
  return c;
}

Case Moved(const Case& c, int days) {
  Case moved = c;
  for (DateRange& vacation : moved.calendar.own_vacations) {
    vacation = {vacation.first + days, vacation.last + days};
  }
  for (Date& date : moved.calendar.free_days) date = date + days;
  for (DueDay& day : moved.due) day.date = day.date + days;
  for (MissedLesson& lesson : moved.missed) lesson.date = lesson.date + days;
  if (c.pupil.geboortedatum) moved.pupil.geboortedatum = *c.pupil.geboortedatum + days;
  moved.peildatum = c.peildatum + days;
  return moved;
}

namespace {

void Sort(std::vector<Answer>& answers) {
  std::stable_sort(answers.begin(), answers.end(), [](const Answer& a, const Answer& b) {
    return std::tuple(a.meldbaar_vanaf, a.soort, a.begindatum) < std::tuple(b.meldbaar_vanaf, b.soort, b.begindatum);
  });
}

}  // namespace

std::vector<Answer> AskCore(const Case& c) {
  const SchoolCalendar calendar(c.Config());
  const PupilOutcome outcome = EvaluatePupil(c.Facts(), {calendar, c.options, c.profiel, c.peildatum});
  std::vector<Answer> answers;
  for (const Melding& melding : outcome.meldingen) {
    Answer answer{melding.soort,          melding.volgnummer,     melding.begindatum,    melding.einddatum,
                  melding.meldbaar_vanaf, melding.uiterste_datum, melding.minuten.value, {}};
    for (const MeldingRegel& row : melding.regels) {
      // A late arrival of no minutes is listed by the core and adds nothing.
      if (row.credit.value > 0) answer.lessons.push_back({row.date, row.lesuur, row.credit.value});
    }
    answers.push_back(std::move(answer));
  }
  Sort(answers);
  return answers;
}

std::vector<Answer> AskReference(const Case& c) {
  return Evaluate(c.Facts(), c.calendar, c.options, c.profiel, c.peildatum);
}

}  // namespace verzuim::oracle
