#include "core/rules/evaluate.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/rules/bes/articles.h"
#include "core/rules/duo/guidance.h"
#include "core/rules/episodes.h"
#include "core/rules/long_absence.h"
#include "core/rules/lpw/articles.h"
#include "core/rules/melding_builder.h"
#include "core/rules/plichten.h"
#include "core/rules/rmc/doorstroompunt.h"
#include "core/rules/sixteen_hours.h"
#include "core/rules/timeline.h"

namespace verzuim {
namespace {

bool IsInstelling(const Pupil& pupil, Profiel profiel) {
  return profiel == Profiel::kMbo || pupil.onderwijssoort == Onderwijssoort::kMbo ||
         pupil.onderwijssoort == Onderwijssoort::kVavo;
}

const Rule& SixteenHoursRule(const Pupil& pupil, Profiel profiel) {
  if (profiel == Profiel::kBes) return bes::kArticle33;
  return IsInstelling(pupil, profiel) ? lpw::kArticle21a2 : lpw::kArticle21a1;
}

bool InForce(const Rule& rule, Date date) {
  return rule.geldig_van <= date && date <= rule.geldig_tot;
}

// One pupil, one peildatum: the rules in the order in which they depend on each other.
class Evaluation {
 public:
  Evaluation(const PupilFacts& facts, const RuleContext& context)
      : facts_(facts),
        context_(context),
        plichten_(facts.pupil, context.calendar, context.profiel),
        sixteen_hours_(SixteenHoursRule(facts.pupil, context.profiel)),
        timeline_(BuildTimeline(facts, plichten_, context, {sixteen_hours_.geldig_van, sixteen_hours_.geldig_tot})),
        builder_(timeline_, plichten_, context),
        long_runs_(timeline_.runs.size()),
        rmc_runs_(timeline_.runs.size()) {}

  PupilOutcome Decide() {
    if (timeline_.outside) outcome_.outside.push_back({&sixteen_hours_, *timeline_.outside});
    // On the Leerplichtwet BES rests article 33 alone.
    const bool european = context_.profiel != Profiel::kBes;
    if (european) FindLongRuns();
    if (european) FindDoorstroompuntRuns();
    AddSixteenHours(Tally::kPlichtig, MeldingSoort::kZestienUur, sixteen_hours_, long_runs_);
    if (european && context_.options.melding_18plus) {
      AddSixteenHours(Tally::kAdult, MeldingSoort::kZestienUur18Plus, duo::kZestienUur18Plus, rmc_runs_);
    }
    AddLongRuns();
    AddDoorstroompunt();
    if (european) AddLuxe();
    Finish();
    outcome_.episodes = FindEpisodes({timeline_, context_, long_runs_, rmc_runs_, Voluntary()}, outcome_.meldingen);
    return std::move(outcome_);
  }

 private:
  // Whether `rule` is in force on `date`; if not, notes that it was asked about `dates`.
  bool Applies(const Rule& rule, Date date, DateRange dates) {
    if (InForce(rule, date)) return true;
    for (OutsideValidity& outside : outcome_.outside) {
      if (outside.rule != &rule) continue;
      outside.dates.first = std::min(outside.dates.first, dates.first);
      outside.dates.last = std::max(outside.dates.last, dates.last);
      return false;
    }
    outcome_.outside.push_back({&rule, dates});
    return false;
  }

  void FindLongRuns() {
    const Options& options = context_.options;
    const Spell spell = {options.lrv_weken, options.lrv_vergelijking, options.lrv_klok};
    for (size_t r = 0; r < timeline_.runs.size(); ++r) {
      const std::optional<size_t> day = EstablishedOn(timeline_, timeline_.runs[r], spell, context_);
      if (!day || timeline_.days[*day].plicht != Plicht::kPlichtig) continue;
      const Date date = timeline_.days[*day].date;
      if (Applies(duo::kLrv, date, {timeline_.days[timeline_.runs[r].first].date, date})) long_runs_[r] = *day;
    }
  }

  void FindDoorstroompuntRuns() {
    const Spell spell = {context_.options.rmc_weken, Vergelijking::kMinstens, context_.options.rmc_klok};
    for (size_t r = 0; r < timeline_.runs.size(); ++r) {
      const Run& run = timeline_.runs[r];
      if (timeline_.days[run.last].plicht != Plicht::kDoorstroompunt) continue;
      std::optional<size_t> day = EstablishedOn(timeline_, run, spell, context_);
      if (!day) continue;
      // Long enough already while still plichtig: proposed from the first day on which that is over.
      while (timeline_.days[*day].plicht != Plicht::kDoorstroompunt || timeline_.days[*day].kind != DayKind::kFull) {
        ++*day;
      }
      const Date date = timeline_.days[*day].date;
      const Rule& rule = rmc::RuleFor(facts_.pupil, context_.profiel, date);
      if (Applies(rule, date, {timeline_.days[run.first].date, date})) rmc_runs_[r] = *day;
    }
  }

  void AddSixteenHours(Tally tally, MeldingSoort soort, const Rule& rule, const RunStops& stops) {
    for (const ReachedPeriod& period : CountSixteenHours(timeline_, tally, stops, context_)) {
      const Date last = timeline_.days[period.last].date;
      if (!Applies(rule, last, {timeline_.days[period.first].date, last})) continue;
      Melding melding = builder_.SixteenHours(period, tally, soort, rule);
      if (IsInstelling(facts_.pupil, context_.profiel)) MeldingBuilder::Note(melding, LetOpCode::kAlleenLestijd, {});
      const int32_t run = timeline_.days[period.last].run;
      if (run >= 0 && stops[static_cast<size_t>(run)]) {
        MeldingBuilder::Note(melding, LetOpCode::kOokLangdurend,
                             ToIso(timeline_.days[*stops[static_cast<size_t>(run)]].date));
      }
      if (tally == Tally::kPlichtig) last_sent_.push_back(period.last);
      outcome_.meldingen.push_back(std::move(melding));
    }
  }

  void AddLongRuns() {
    for (size_t r = 0; r < timeline_.runs.size(); ++r) {
      if (!long_runs_[r]) continue;
      const Run& run = timeline_.runs[r];
      std::optional<Date> begin;
      if (context_.options.lrv_begin == LrvBegin::kNaLaatste16u) {
        for (const size_t sent : last_sent_) {
          if (run.first <= sent && sent < *long_runs_[r]) begin = timeline_.days[sent].date + 1;
        }
      }
      outcome_.meldingen.push_back(builder_.LongAbsence(run, *long_runs_[r], begin));
    }
  }

  void AddDoorstroompunt() {
    for (size_t r = 0; r < timeline_.runs.size(); ++r) {
      if (!rmc_runs_[r]) continue;
      const Rule& rule = rmc::RuleFor(facts_.pupil, context_.profiel, timeline_.days[*rmc_runs_[r]].date);
      outcome_.meldingen.push_back(builder_.Doorstroompunt(timeline_.runs[r], *rmc_runs_[r], rule));
    }
  }

  // Consecutive due days with luxe lessons; free days between them do not matter.
  void AddLuxe() {
    const std::vector<TimelineDay>& days = timeline_.days;
    size_t i = 0;
    while (i < days.size()) {
      if (!IsLuxe(i)) {
        ++i;
        continue;
      }
      const size_t first = i;
      while (i + 1 < days.size() && IsLuxe(i + 1) && Follows(timeline_, i, i + 1, context_.calendar)) ++i;
      const bool at_end = i + 1 == days.size();
      if (Applies(duo::kLuxe, days[first].date, {days[first].date, days[i].date})) {
        outcome_.meldingen.push_back(builder_.Luxe(first, i, at_end));
      }
      ++i;
    }
  }
  bool IsLuxe(size_t day) const {
    return timeline_.days[day].has_luxe && timeline_.days[day].plicht == Plicht::kPlichtig;
  }
  // Days on which sixteen hours at 18 or over were reached although the school does not report those.
  std::vector<size_t> Voluntary() const {
    std::vector<size_t> days;
    const bool any = std::any_of(timeline_.days.begin(), timeline_.days.end(),
                                 [](const TimelineDay& day) { return CountsIn(day, Tally::kAdult); });
    if (!any || context_.options.melding_18plus) return days;
    for (const ReachedPeriod& period : CountSixteenHours(timeline_, Tally::kAdult, rmc_runs_, context_)) {
      if (InForce(duo::kZestienUur18Plus, timeline_.days[period.last].date)) days.push_back(period.last);
    }
    return days;
  }

  void Finish() {
    std::sort(outcome_.meldingen.begin(), outcome_.meldingen.end(), [](const Melding& a, const Melding& b) {
      return std::tie(a.meldbaar_vanaf, a.soort, a.begindatum) < std::tie(b.meldbaar_vanaf, b.soort, b.begindatum);
    });
    int counted[kMeldingSoorten] = {};
    for (Melding& melding : outcome_.meldingen) melding.volgnummer = ++counted[static_cast<size_t>(melding.soort)];
  }

  static constexpr size_t kMeldingSoorten = static_cast<size_t>(MeldingSoort::kRmc) + 1;

  const PupilFacts& facts_;
  const RuleContext& context_;
  const Plichten plichten_;
  const Rule& sixteen_hours_;
  const Timeline timeline_;
  const MeldingBuilder builder_;
  RunStops long_runs_;             // per run the day on which it became langdurig relatief verzuim
  RunStops rmc_runs_;              // per run the day on which the doorstroompunt is told
  std::vector<size_t> last_sent_;  // last days of the sixteen-hours meldingen
  PupilOutcome outcome_;
};

}  // namespace

PupilOutcome EvaluatePupil(const PupilFacts& facts, const RuleContext& context) {
  return Evaluation(facts, context).Decide();
}

}  // namespace verzuim
