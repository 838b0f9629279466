#include "core/beleid/evaluate.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/beleid/absence_facts.h"
#include "core/beleid/guard.h"
#include "core/beleid/measure.h"
#include "core/beleid/zin.h"
#include "core/rules/plichten.h"

namespace verzuim::beleid {
namespace {

std::vector<VerzuimItem> ItemsOf(const AbsenceFacts& facts, const std::vector<uint32_t>& lessons) {
  std::vector<VerzuimItem> items;
  for (const uint32_t i : lessons) {
    const AbsentLesson& lesson = facts.lessons()[i];
    items.push_back({lesson.fact->ref, lesson.fact->date, lesson.fact->lesuur, lesson.credit});
  }
  return items;
}

// Only what is ongeoorloofd passes: OngeoorloofdItem cannot be made of anything else.
std::vector<OngeoorloofdItem> OngeoorloofdeItemsOf(const AbsenceFacts& facts, const std::vector<uint32_t>& lessons) {
  std::vector<OngeoorloofdItem> items;
  for (const uint32_t i : lessons) {
    const AbsentLesson& lesson = facts.lessons()[i];
    if (auto item = OngeoorloofdItem::From(*lesson.fact, lesson.credit)) items.push_back(*item);
  }
  return items;
}

Inhoud InhoudFor(Actie actie, const AbsenceFacts& facts, const std::vector<uint32_t>& lessons) {
  switch (OntvangerVan(actie)) {
    case Ontvanger::kLeerplicht:
      return VoorLeerplicht{OngeoorloofdeItemsOf(facts, lessons)};
    case Ontvanger::kJeugdarts:
      return VoorJeugdarts{ItemsOf(facts, lessons)};
    case Ontvanger::kIntern:
      break;
  }
  return VoorIntern{ItemsOf(facts, lessons)};
}

class Evaluation {
 public:
  Evaluation(const PupilFacts& facts, std::span<const PupilNote> notes, const std::vector<Melding>& meldingen,
             const RuleContext& context, const Beleid& beleid)
      : notes_(notes),
        meldingen_(meldingen),
        context_(context),
        plichten_(facts.pupil, context.calendar, context.profiel),
        facts_(facts, plichten_, context),
        guard_({beleid, plichten_, facts_.timeline(), meldingen, notes, context}),
        event_days_(EventDays()) {}

  void Run(const Regel& regel) {
    const std::string zin = ToZin(regel.stappen);
    std::vector<std::optional<Date>> last(regel.stappen.size());  // per step the day of its last signaal
    const size_t before = signalen_.size();
    for (const Date date : event_days_) {
      for (size_t s = 0; s < regel.stappen.size(); ++s) {
        if (s > 0 && !(last[s - 1] && (!last[s] || *last[s] < *last[s - 1]))) continue;
        const Stap& stap = regel.stappen[s];
        const bool strict = OntvangerVan(stap.dan) == Ontvanger::kLeerplicht;
        const Moment moment{facts_, notes_, meldingen_, context_, strict, last[s], date};
        const Measured measured = Measure(stap.als, moment);
        if (!measured.holds) continue;
        last[s] = date;
        Signaal signaal;
        signaal.regel = regel.nummer;
        signaal.stap = static_cast<int>(s) + 1;
        signaal.actie = stap.dan;
        signaal.zin = zin;
        signaal.van = measured.lessons.empty() ? date : facts_.lessons()[measured.lessons.front()].fact->date;
        signaal.tot = date;
        Measure(stap.als, moment, &signaal.metingen);
        signaal.inhoud = InhoudFor(stap.dan, facts_, measured.lessons);
        signalen_.push_back(std::move(signaal));
      }
    }
    Judge(before);
  }

  std::vector<Signaal> Take() {
    std::stable_sort(signalen_.begin(), signalen_.end(),
                     [](const Signaal& a, const Signaal& b) { return a.tot < b.tot; });
    return std::move(signalen_);
  }

 private:
  // Days on which something happened, in order.
  std::vector<Date> EventDays() const {
    std::vector<Date> days;
    for (const LessonDay& day : facts_.days()) {
      if (day.first < day.past) days.push_back(day.date);
    }
    for (const PupilNote& note : notes_) {
      if (note.date <= context_.peildatum) days.push_back(note.date);
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
  }

  // Of the signalen of one rule, from number `first` on, whether each may be shared.
  void Judge(size_t first) {
    for (size_t i = first; i < signalen_.size(); ++i) {
      std::optional<Date> next;
      for (size_t j = i + 1; j < signalen_.size() && !next; ++j) {
        if (signalen_[j].stap == signalen_[i].stap) next = signalen_[j].tot;
      }
      signalen_[i].redenen = guard_.Against(signalen_[i], next);
    }
  }

  std::span<const PupilNote> notes_;
  const std::vector<Melding>& meldingen_;
  const RuleContext& context_;
  const Plichten plichten_;
  const AbsenceFacts facts_;
  const Guard guard_;
  const std::vector<Date> event_days_;
  std::vector<Signaal> signalen_;
};

}  // namespace

std::vector<Signaal> EvaluateBeleid(const PupilFacts& facts, std::span<const PupilNote> notes,
                                    const std::vector<Melding>& meldingen, const RuleContext& context,
                                    const Beleid& beleid) {
  if (facts.missed.empty() && notes.empty()) return {};
  Evaluation evaluation(facts, notes, meldingen, context, beleid);
  for (const Regel& regel : AlleRegels(beleid)) evaluation.Run(regel);
  return evaluation.Take();
}

}  // namespace verzuim::beleid
