#include "core/rules/timeline.h"

#include <algorithm>

#include "core/rules/duo/guidance.h"
#include "core/rules/lpw/articles.h"

namespace verzuim {
namespace {

Uur Other(Uur uur) {
  return uur == Uur::kKlokuur ? Uur::kLesuur : Uur::kKlokuur;
}

// Follows the enrolments of a pupil along rising dates. Two that join up without a day between are one: the pupil
// stayed the "ingeschreven leerling" of the school.
class Enrolments {
 public:
  Enrolments(const std::vector<Periode>& periods, Date peildatum) : periods_(periods), peildatum_(peildatum) {}

  // The number of the enrolment that holds `date`; nullopt on a day without.
  std::optional<uint32_t> On(Date date) {
    if (periods_.empty()) return 0;
    while (index_ < periods_.size() && periods_[index_].tot && *periods_[index_].tot < date) {
      const bool joined = index_ + 1 < periods_.size() && periods_[index_ + 1].van &&
                          *periods_[index_ + 1].van <= *periods_[index_].tot + 1;
      ++index_;
      if (!joined) ++number_;
    }
    if (index_ == periods_.size() || !periods_[index_].Contains(date)) return std::nullopt;
    return number_;
  }
  // Last day of the current enrolment, or the peildatum when that comes first.
  Date End() const {
    if (periods_.empty()) return peildatum_;
    size_t i = index_;
    while (i + 1 < periods_.size() && periods_[i].tot && periods_[i + 1].van &&
           *periods_[i + 1].van <= *periods_[i].tot + 1) {
      ++i;
    }
    return periods_[i].tot ? std::min(*periods_[i].tot, peildatum_) : peildatum_;
  }

 private:
  const std::vector<Periode>& periods_;
  Date peildatum_;
  size_t index_ = 0;
  uint32_t number_ = 0;
};

// Judges one missed lesson; `undecided` tells that it may yet turn out either way.
TimelineLesson Judge(const MissedLesson& fact, const RuleContext& context, lpw::Vijfjarigen& vijfjarigen,
                     bool& undecided) {
  const Options& options = context.options;
  TimelineLesson lesson;
  lesson.fact = &fact;
  Minutes counted = fact.missed;
  undecided = false;
  switch (JudgementOf(fact.reason)) {
    case Judgement::kNoDueTime:
    case Judgement::kNotAbsence:
      return lesson;
    case Judgement::kGeoorloofd:
      if (fact.reason != ReasonClass::kVijfjarige) return lesson;
      counted = lesson.beyond_11a = vijfjarigen.Uncovered(fact.date, fact.missed);
      if (counted.value == 0) return lesson;
      break;
    case Judgement::kOngeoorloofd:
      break;
    case Judgement::kPending:
      if (!lpw::IsOnverklaardTeLang(fact.date, context.peildatum, options.onverklaard_na_schooldagen,
                                    context.calendar)) {
        undecided = true;
        return lesson;
      }
      lesson.provisional = true;
      break;
  }
  lesson.luxe = fact.reason == ReasonClass::kLuxe;
  const bool late = fact.late || fact.reason == ReasonClass::kTeLaat;
  lesson.counts = !(lesson.luxe && !options.luxe_telt_mee) && !(late && options.te_laat == TeLaat::kGeen);
  const auto credit = [&](Uur uur) {
    if (fact.clock_only) uur = Uur::kKlokuur;
    return late ? duo::TelminutenTeLaat(uur, fact.lesson, counted, options)
                : duo::Telminuten(uur, fact.lesson, counted);
  };
  lesson.credit = credit(options.uur);
  lesson.other_credit = credit(Other(options.uur));
  return lesson;
}

// How many of a day's due lessons were missed from begin to end, and how.
struct FullyMissed {
  int counting = 0, reported = 0, geoorloofd = 0, undecided = 0;

  void Add(const TimelineLesson& lesson, bool is_undecided) {
    const MissedLesson& fact = *lesson.fact;
    if (fact.late || fact.missed < fact.lesson) return;  // the pupil was there for a part
    const Judgement judgement = JudgementOf(fact.reason);
    if (is_undecided) {
      ++undecided;
    } else if (judgement == Judgement::kGeoorloofd && lesson.beyond_11a < fact.lesson) {
      ++geoorloofd;
    } else if (judgement != Judgement::kNoDueTime && judgement != Judgement::kNotAbsence) {
      ++reported;
      if (lesson.counts) ++counting;
    }
  }
  DayKind Kind(int due) const {
    if (due == 0) return DayKind::kBroken;
    if (counting >= due) return DayKind::kFull;
    if (counting + undecided >= due) return DayKind::kUndecided;
    // Partly with leave, whatever is still to be explained turns out to be.
    if (geoorloofd > 0 && counting + geoorloofd + undecided >= due) return DayKind::kExcused;
    return DayKind::kBroken;
  }
};

class RunFinder {
 public:
  RunFinder(std::vector<Run>& runs, bool bridge) : runs_(runs), bridge_(bridge) {}

  // Offers the next day. `joined`: same enrolment as the day before and no change that ends a run.
  void Offer(size_t index, const TimelineDay& day, bool joined) {
    if (!joined || day.plicht == Plicht::kGeen) {
      Close(std::nullopt);
      excused_before_.reset();
      if (day.plicht == Plicht::kGeen) return;
    }
    switch (day.kind) {
      case DayKind::kFull:
        Extend(index);
        break;
      case DayKind::kUndecided:
        // Whether the run goes on here is not known yet: it neither grows nor ends.
        frozen_ = open_;
        if (open_) runs_.back().through = index;
        break;
      case DayKind::kExcused:
        if (bridge_ && open_) {
          runs_.back().excused = day.date;
        } else {
          Close(day.date);
          excused_before_ = day.date;
        }
        break;
      case DayKind::kBroken:
        Close(std::nullopt);
        excused_before_.reset();
        break;
    }
  }
  void EnrolmentOver() { Close(std::nullopt); }

 private:
  void Extend(size_t index) {
    if (!open_) {
      runs_.push_back({index, index, index, false, excused_before_});
      open_ = true;
    } else {
      runs_.back().through = index;
      if (!frozen_) runs_.back().last = index;
    }
    excused_before_.reset();
  }
  void Close(std::optional<Date> excused_after) {
    if (open_) {
      runs_.back().over = true;
      if (excused_after) runs_.back().excused = excused_after;
    }
    open_ = frozen_ = false;
  }

  std::vector<Run>& runs_;
  bool bridge_;
  bool open_ = false;
  bool frozen_ = false;
  std::optional<Date> excused_before_;
};

void FindRuns(const Timeline& timeline, Date peildatum, bool bridge, std::vector<Run>& runs) {
  RunFinder finder(runs, bridge);
  for (size_t i = 0; i < timeline.days.size(); ++i) {
    finder.Offer(i, timeline.days[i], i > 0 && timeline.days[i].enrolment == timeline.days[i - 1].enrolment);
  }
  if (!timeline.days.empty() && timeline.enrolment_end[timeline.days.back().enrolment] < peildatum) {
    finder.EnrolmentOver();
  }
}

}  // namespace

Timeline BuildTimeline(const PupilFacts& facts, const Plichten& plichten, const RuleContext& context,
                       DateRange in_force) {
  Timeline timeline;
  timeline.days.reserve(facts.due.size());
  timeline.lessons.reserve(facts.missed.size());
  Enrolments enrolments(facts.pupil.inschrijvingen, context.peildatum);
  lpw::Vijfjarigen vijfjarigen(plichten.zesde_verjaardag());
  const std::optional<Date> adult_from = plichten.achttiende_verjaardag();

  size_t next = 0;
  for (const DueDay& due : facts.due) {
    if (due.date > context.peildatum) break;
    while (next < facts.missed.size() && facts.missed[next].date < due.date) ++next;
    const std::optional<uint32_t> enrolment = enrolments.On(due.date);
    if (!enrolment) continue;
    if (!in_force.Contains(due.date)) {
      if (next < facts.missed.size() && facts.missed[next].date == due.date) {
        if (!timeline.outside) timeline.outside = DateRange{due.date, due.date};
        timeline.outside->last = due.date;
      }
      continue;
    }
    while (timeline.enrolment_end.size() <= *enrolment) timeline.enrolment_end.push_back(enrolments.End());

    TimelineDay day;
    day.date = due.date;
    day.enrolment = *enrolment;
    day.due_known = due.lessons > 0;
    day.plicht = plichten.On(due.date);
    day.adult = adult_from && *adult_from <= due.date;
    day.first_lesson = static_cast<uint32_t>(timeline.lessons.size());
    FullyMissed fully;
    for (; next < facts.missed.size() && facts.missed[next].date == due.date; ++next) {
      bool undecided = false;
      const TimelineLesson lesson = Judge(facts.missed[next], context, vijfjarigen, undecided);
      fully.Add(lesson, undecided);
      day.has_luxe = day.has_luxe || lesson.luxe;
      if (lesson.counts) {
        day.credit += lesson.credit;
        day.other_credit += lesson.other_credit;
      }
      timeline.lessons.push_back(lesson);
    }
    day.past_lesson = static_cast<uint32_t>(timeline.lessons.size());
    day.kind = fully.Kind(due.lessons);
    day.all_reported = day.due_known && fully.reported >= due.lessons;
    timeline.days.push_back(day);
  }

  FindRuns(timeline, context.peildatum, context.options.lrv_overbrugt_geoorloofd, timeline.runs);
  FindRuns(timeline, context.peildatum, true, timeline.bridged);
  for (size_t r = 0; r < timeline.runs.size(); ++r) {
    for (size_t i = timeline.runs[r].first; i <= timeline.runs[r].through; ++i) {
      timeline.days[i].run = static_cast<int32_t>(r);
    }
  }
  return timeline;
}

bool Follows(const Timeline& timeline, size_t day, size_t next, const SchoolCalendar& calendar) {
  const TimelineDay& a = timeline.days[day];
  const TimelineDay& b = timeline.days[next];
  if (a.enrolment != b.enrolment) return false;
  return (a.due_known && b.due_known) || calendar.CountLesdagen({a.date + 1, b.date - 1}) == 0;
}

}  // namespace verzuim
