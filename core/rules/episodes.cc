#include "core/rules/episodes.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace verzuim {
namespace {

constexpr std::string_view kAarden[] = {
#define VERZUIM_X(name, wire) wire,
    VERZUIM_EPISODE_AARDEN(VERZUIM_X)
#undef VERZUIM_X
};
constexpr size_t kAantalAarden = std::size(kAarden);

// The kind of a missed lesson; nullopt when it is no absence.
std::optional<EpisodeAard> AardOf(const TimelineLesson& lesson) {
  if (lesson.luxe) return EpisodeAard::kVakantie;
  switch (JudgementOf(lesson.fact->reason)) {
    case Judgement::kNoDueTime:
    case Judgement::kNotAbsence:
      return std::nullopt;
    case Judgement::kGeoorloofd:
      if (lesson.beyond_11a.value > 0) return EpisodeAard::kOngeoorloofd;
      return lesson.fact->reason == ReasonClass::kZiekte ? EpisodeAard::kZiekte : EpisodeAard::kGeoorloofd;
    case Judgement::kOngeoorloofd:
      return EpisodeAard::kOngeoorloofd;
    case Judgement::kPending:
      return lesson.provisional ? EpisodeAard::kOngeoorloofd : EpisodeAard::kOnverklaard;
  }
  return std::nullopt;
}

// A duty that arose, to be put beside the episode in which it did.
struct Moment {
  size_t day;
  std::optional<MeldingSoort> soort;  // nullopt: sixteen hours at 18 or over, which this school does not report
  int volgnummer;
};

// An episode with what is needed to go on with it.
struct Open {
  size_t index;         // in the list
  size_t last;          // its last day so far
  bool counts = false;  // some of it adds to the sixteen hours
  std::optional<size_t> last_counting, last_moment;
};

class EpisodeFinder {
 public:
  EpisodeFinder(const EpisodeSources& sources, const std::vector<Melding>& meldingen)
      : sources_(sources), days_(sources.timeline.days) {
    for (const Melding& melding : meldingen) {
      const auto at = std::lower_bound(days_.begin(), days_.end(), melding.meldbaar_vanaf,
                                       [](const TimelineDay& day, Date date) { return day.date < date; });
      moments_.push_back({static_cast<size_t>(at - days_.begin()), melding.soort, melding.volgnummer});
    }
    for (const size_t day : sources.voluntary) moments_.push_back({day, std::nullopt, 0});
    // A long absence that is established on the day on which sixteen hours are reached goes first.
    std::stable_sort(moments_.begin(), moments_.end(), [](const Moment& a, const Moment& b) {
      const auto key = [](const Moment& m) { return std::make_tuple(m.day, IsSixteenHours(m)); };
      return key(a) < key(b);
    });
  }

  std::vector<Episode> Find() {
    size_t next = 0;
    for (size_t day = 0; day < days_.size(); ++day) {
      Extend(day);
      size_t end = next;
      bool sixteen = false;
      for (; end < moments_.size() && moments_[end].day == day; ++end)
        sixteen = sixteen || IsSixteenHours(moments_[end]);
      for (; next < end; ++next) Place(moments_[next], sixteen);
      sixteen_before_ = sixteen_before_ || sixteen;
    }
    for (size_t aard = 0; aard < kAantalAarden; ++aard) Close(aard);
    std::sort(episodes_.begin(), episodes_.end(),
              [](const Episode& a, const Episode& b) { return std::tie(a.van, a.aard) < std::tie(b.van, b.aard); });
    return std::move(episodes_);
  }

 private:
  static bool IsSixteenHours(const Moment& moment) {
    return !moment.soort || *moment.soort == MeldingSoort::kZestienUur ||
           *moment.soort == MeldingSoort::kZestienUur18Plus;
  }

  void Extend(size_t i) {
    const TimelineDay& day = days_[i];
    std::array<bool, kAantalAarden> seen = {};
    for (uint32_t l = day.first_lesson; l < day.past_lesson; ++l) {
      const TimelineLesson& lesson = sources_.timeline.lessons[l];
      const std::optional<EpisodeAard> aard = AardOf(lesson);
      if (!aard) continue;
      const auto a = static_cast<size_t>(*aard);
      if (!seen[a]) Touch(*aard, i);
      seen[a] = true;
      Episode& episode = episodes_[open_[a]->index];
      episode.gemist += lesson.fact->missed;
      if (!lesson.counts) continue;
      episode.telminuten += lesson.credit;
      open_[a]->counts = true;
      open_[a]->last_counting = i;
    }
  }
  // Day i belongs to the open episode of this kind, or begins a new one.
  void Touch(EpisodeAard aard, size_t i) {
    const auto a = static_cast<size_t>(aard);
    if (open_[a] && !Continues(open_[a]->last, i)) Close(a);
    if (!open_[a]) {
      open_[a] = Open{episodes_.size(), i, false, std::nullopt, std::nullopt};
      Episode& episode = episodes_.emplace_back();
      episode.aard = aard;
      episode.van = days_[i].date;
    }
    open_[a]->last = i;
    Episode& episode = episodes_[open_[a]->index];
    episode.tot = days_[i].date;
    ++episode.lesdagen;
  }
  bool Continues(size_t last, size_t i) const {
    return last + 1 == i && Follows(sources_.timeline, last, i, sources_.context.calendar) &&
           days_[last].plicht == days_[i].plicht && days_[last].adult == days_[i].adult;
  }

  // A melding belongs to the episode of the day on which it arose: a holiday to that of the holiday, all else first
  // to the absence without any reason. `sixteen`: sixteen hours were reached on this day.
  void Place(const Moment& moment, bool sixteen) {
    const std::optional<Open>& without_reason = open_[static_cast<size_t>(EpisodeAard::kOngeoorloofd)];
    const bool holiday =
        moment.soort == MeldingSoort::kLuxe || !without_reason || without_reason->last_counting != moment.day;
    Open& open = *open_[static_cast<size_t>(holiday ? EpisodeAard::kVakantie : EpisodeAard::kOngeoorloofd)];
    KeuzeFeiten feiten = FactsOn(open, moment.day);
    feiten.Set(Vraag::kLuxeMelden, moment.soort == MeldingSoort::kLuxe);
    feiten.Set(Vraag::kZestienUur, sixteen);
    feiten.Set(Vraag::kEerdereMelding, sixteen_before_);
    feiten.Set(Vraag::kLangdurigMelden, moment.soort == MeldingSoort::kLrv || moment.soort == MeldingSoort::kRmc);
    Ask(open, moment.day, feiten, moment.volgnummer);
    open.last_moment = moment.day;
    if (moment.soort == MeldingSoort::kZestienUur) run_of_last_ = days_[moment.day].run;
  }

  // What is left when an episode is over: all of it, or absence after its last melding.
  void Close(size_t aard) {
    std::optional<Open>& open = open_[aard];
    if (!open) return;
    if (!open->last_moment || (open->last_counting && *open->last_counting > *open->last_moment)) {
      Ask(*open, open->last, FactsOn(*open, open->last), 0);
    }
    open.reset();
  }

  // The answers that do not depend on a melding arising.
  KeuzeFeiten FactsOn(const Open& open, size_t i) const {
    const TimelineDay& day = days_[i];
    const Options& options = sources_.context.options;
    const EpisodeAard aard = episodes_[open.index].aard;
    KeuzeFeiten feiten;
    feiten.Set(Vraag::kVerzuimloket, sources_.context.profiel != Profiel::kBes);
    feiten.Set(Vraag::kVerklaard, aard != EpisodeAard::kOnverklaard);
    feiten.Set(Vraag::kZiekte, aard == EpisodeAard::kZiekte);
    feiten.Set(Vraag::kGeoorloofd, aard == EpisodeAard::kGeoorloofd);
    feiten.Set(Vraag::kLeerplicht, day.plicht == Plicht::kPlichtig);
    feiten.Set(Vraag::kDoorstroompunt, day.plicht == Plicht::kDoorstroompunt);
    feiten.Set(Vraag::kVakantie, aard == EpisodeAard::kVakantie);
    feiten.Set(Vraag::kTeltMee, open.counts);
    feiten.Set(Vraag::kAchttien, day.adult);
    feiten.Set(Vraag::kAllesGemist, day.kind == DayKind::kFull);
    const RunStops& stops = day.plicht == Plicht::kPlichtig ? sources_.long_runs : sources_.rmc_runs;
    const std::optional<size_t> stop = day.run >= 0 ? stops[static_cast<size_t>(day.run)] : std::nullopt;
    feiten.Set(Vraag::kVierWeken, stop && *stop <= i);
    feiten.Set(Vraag::kWekelijksWacht,
               options.aaneengesloten == Aaneengesloten::kWekelijks && day.run >= 0 && day.run == run_of_last_);
    feiten.Set(Vraag::kMeldt18Plus, options.melding_18plus);
    return feiten;
  }
  void Ask(const Open& open, size_t day, const KeuzeFeiten& feiten, int volgnummer) {
    episodes_[open.index].paden.push_back({days_[day].date, Kies(feiten), volgnummer});
  }

  const EpisodeSources& sources_;
  const std::vector<TimelineDay>& days_;
  std::vector<Moment> moments_;
  std::vector<Episode> episodes_;
  std::array<std::optional<Open>, kAantalAarden> open_;
  int32_t run_of_last_ = -1;     // run of the last melding of sixteen hours
  bool sixteen_before_ = false;  // sixteen hours were reached on an earlier day
};

}  // namespace

std::string_view WireName(EpisodeAard aard) {
  return kAarden[static_cast<size_t>(aard)];
}

std::vector<Episode> FindEpisodes(const EpisodeSources& sources, const std::vector<Melding>& meldingen) {
  return EpisodeFinder(sources, meldingen).Find();
}

}  // namespace verzuim
