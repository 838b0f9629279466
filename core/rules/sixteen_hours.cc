#include "core/rules/sixteen_hours.h"

#include <algorithm>

#include "core/rules/lpw/articles.h"

namespace verzuim {
namespace {

// A window of days that slides forward: what was added and has not left it.
class Window {
 public:
  Window(const Timeline& timeline, Tally tally, Venster venster, bool other_unit, const RuleContext& context)
      : timeline_(timeline), tally_(tally), venster_(venster), other_unit_(other_unit), context_(context) {}

  void StartAt(size_t day) {
    first_ = day;
    sum_ = {0};
  }
  void Add(size_t day) {
    sum_ += CreditOf(day);
    const Date date = timeline_.days[day].date;
    while (first_ < day && !(CreditOf(first_).value > 0 && Holds(timeline_.days[first_].date, date))) {
      sum_ -= CreditOf(first_);
      ++first_;
    }
  }
  // What the day adds in this tally and unit; 0 when nothing of it counts.
  CreditMinutes CreditOf(size_t day) const {
    const TimelineDay& d = timeline_.days[day];
    if (!CountsIn(d, tally_)) return {0};
    return other_unit_ ? d.other_credit : d.credit;
  }
  size_t first() const { return first_; }
  CreditMinutes sum() const { return sum_; }

 private:
  bool Holds(Date first, Date later) const {
    return lpw::InVenster(first, later, context_.options.venster_lesweken, venster_, context_.calendar);
  }

  const Timeline& timeline_;
  Tally tally_;
  Venster venster_;
  bool other_unit_;
  const RuleContext& context_;
  size_t first_ = 0;
  CreditMinutes sum_;
};

OtherReading Read(Window window, size_t since, size_t last, const Options& options) {
  window.StartAt(since);
  OtherReading reading;
  for (size_t i = since; i <= last; ++i) {
    if (window.CreditOf(i).value == 0) continue;
    window.Add(i);
    reading.most = std::max(reading.most, window.sum());
    if (!reading.reached && lpw::ReachesDrempel(window.sum(), options)) reading.reached = i;
  }
  return reading;
}

// With aaneengesloten wekelijks: which follow-ups of one run are sent.
class WeeklyPace {
 public:
  WeeklyPace(const Timeline& timeline, Tally tally, const Options& options)
      : timeline_(timeline), tally_(tally), options_(options) {}

  bool Allows(size_t day) const {
    const TimelineDay& d = timeline_.days[day];
    if (options_.aaneengesloten == Aaneengesloten::kStreng || !IsFollowUp(day)) return true;
    if (follow_ups_ >= options_.wekelijks_max) return false;
    return d.date >= last_sent_ + options_.wekelijks_min_dagen || EndsRun(day);
  }
  // Whether a period that ends on `day` comes after another in the same run.
  bool IsFollowUp(size_t day) const {
    return timeline_.days[day].run >= 0 && timeline_.days[day].run == run_of_last_;
  }
  void Sent(size_t day) {
    follow_ups_ = IsFollowUp(day) ? follow_ups_ + 1 : 0;
    run_of_last_ = timeline_.days[day].run;
    last_sent_ = timeline_.days[day].date;
  }

 private:
  // The last missed day of its run for this tally. A run may go on after the 18th birthday under another duty; the
  // hours from before it cannot be sent later, so for them it ends there.
  bool EndsRun(size_t day) const {
    const Run& run = timeline_.runs[static_cast<size_t>(timeline_.days[day].run)];
    for (size_t i = day + 1; i <= run.last; ++i) {
      if (timeline_.days[i].kind == DayKind::kFull) return !CountsIn(timeline_.days[i], tally_);
    }
    return run.over && day == run.last;
  }

  const Timeline& timeline_;
  Tally tally_;
  const Options& options_;
  int32_t run_of_last_ = -1;
  int follow_ups_ = 0;
  Date last_sent_;
};

}  // namespace

bool CountsIn(const TimelineDay& day, Tally tally) {
  if (tally == Tally::kPlichtig) return day.plicht == Plicht::kPlichtig;
  return day.plicht == Plicht::kDoorstroompunt && day.adult;
}

std::vector<ReachedPeriod> CountSixteenHours(const Timeline& timeline, Tally tally, const RunStops& stops,
                                             const RuleContext& context) {
  std::vector<ReachedPeriod> periods;
  const Options& options = context.options;
  Window window(timeline, tally, options.venster, false, context);
  WeeklyPace pace(timeline, tally, options);
  size_t since = 0;
  const auto restart = [&](size_t day) {
    window.StartAt(day);
    since = day;
  };
  DateRange schooljaar = kNoDates;
  for (size_t i = 0; i < timeline.days.size(); ++i) {
    const TimelineDay& day = timeline.days[i];
    if (i > 0 && day.enrolment != timeline.days[i - 1].enrolment) restart(i);
    if (options.herstart_schooljaar && !schooljaar.Contains(day.date)) {
      schooljaar = SchooljaarOf(day.date);
      restart(i);
    }
    const Run* run = day.run >= 0 ? &timeline.runs[static_cast<size_t>(day.run)] : nullptr;
    const std::optional<size_t> stop = run != nullptr ? stops[static_cast<size_t>(day.run)] : std::nullopt;
    if (stop && (i > *stop || (tally == Tally::kPlichtig && !options.lrv_na_16u))) {
      restart(i + 1);
      continue;
    }
    if (window.CreditOf(i).value > 0) {
      window.Add(i);
      if (lpw::ReachesDrempel(window.sum(), options) && pace.Allows(i)) {
        periods.push_back({window.first(), i, since, window.sum(), pace.IsFollowUp(i)});
        pace.Sent(i);
        restart(i + 1);
      }
    }
    if (stop && i == run->through) restart(i + 1);
  }
  return periods;
}

OtherReading ReadInVenster(const Timeline& timeline, Tally tally, size_t since, size_t last, Venster venster,
                           const RuleContext& context) {
  return Read(Window(timeline, tally, venster, false, context), since, last, context.options);
}

OtherReading ReadInOtherUur(const Timeline& timeline, Tally tally, size_t since, size_t last,
                            const RuleContext& context) {
  return Read(Window(timeline, tally, context.options.venster, true, context), since, last, context.options);
}

}  // namespace verzuim
