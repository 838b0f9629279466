#include "core/rules/vergelijking.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <tuple>
#include <utility>

#include "core/base/problem.h"
#include "core/rules/plichten.h"

namespace verzuim {
namespace {

constexpr std::string_view kLijsten[] = {"nieuw", "ongewijzigd", "te_corrigeren", "in_te_trekken"};
constexpr std::string_view kStanden[] = {"tijdig", "te_laat", "verzonden", "open", "verlopen", "geen"};

struct VeranderingText {
  std::string_view wire, text;
};
constexpr VeranderingText kVeranderingen[] = {
#define VERZUIM_X(name, wire, text) {wire, text},
    VERZUIM_VERANDERINGEN(VERZUIM_X)
#undef VERZUIM_X
};

// The lessons behind a melding: date and lesuur with the credit of all rows there.
using LessonKey = std::pair<Date, int>;
using Lessons = std::map<LessonKey, int>;

// Of a melding of this run, or one that was sent.
template <class AnyMelding>
Lessons LessonsOf(const AnyMelding& melding) {
  Lessons lessons;
  for (const auto& regel : melding.regels) lessons[{regel.date, regel.lesuur}] += regel.credit.value;
  return lessons;
}

MeldingKern KernOf(const Melding& m) {
  return {m.soort, m.volgnummer, m.begindatum, m.einddatum, m.meldbaar_vanaf, m.uiterste_datum, m.minuten};
}

struct Side {
  MeldingKern kern;
  Lessons lessons;
  // All days it speaks of.
  DateRange Days() const {
    DateRange days = {kern.begindatum, std::max(kern.begindatum, kern.einddatum.value_or(kern.meldbaar_vanaf))};
    if (!lessons.empty()) {
      days.first = std::min(days.first, lessons.begin()->first.first);
      days.last = std::max(days.last, lessons.rbegin()->first.first);
    }
    return days;
  }
};

int64_t SharedLessons(const Side& a, const Side& b) {
  int64_t shared = 0;
  for (const auto& [key, credit] : a.lessons) shared += b.lessons.count(key) > 0 ? 1 : 0;
  return shared;
}

// How much two meldingen of one soort have in common; 0: nothing.
int64_t Likeness(const Side& sent, const Side& now) {
  constexpr int64_t kSame = int64_t{1} << 40;
  constexpr int64_t kPerLesson = 1000;
  if (sent.kern.begindatum == now.kern.begindatum && sent.kern.einddatum == now.kern.einddatum &&
      sent.lessons == now.lessons) {
    return kSame;
  }
  const DateRange a = sent.Days(), b = now.Days();
  const int64_t days = DateRange{std::max(a.first, b.first), std::min(a.last, b.last)}.Days();
  return kPerLesson * SharedLessons(sent, now) + std::min(days, kPerLesson - 1);
}

// "3, de eerste op 2025-09-09".
struct Group {
  int lessons = 0;
  Date first;
  void Add(Date date) {
    if (lessons++ == 0) first = date;
  }
  std::string Text() const { return std::to_string(lessons) + ", de eerste op " + ToIso(first); }
};

std::string DayText(const std::optional<Date>& date) {
  return date ? ToIso(*date) : "loopt nog";
}

// Whether a sent melding was in time, by the term that it was sent with.
Termijn TermijnOf(const VerzondenMelding& melding) {
  if (!melding.verzonden_op) return {TermijnStand::kVerzonden, melding.kern.uiterste_datum, 0};
  const int past = *melding.verzonden_op - melding.kern.uiterste_datum;
  return {past > 0 ? TermijnStand::kTeLaat : TermijnStand::kTijdig, melding.kern.uiterste_datum, std::max(past, 0)};
}

class Comparison {
 public:
  Comparison(std::span<const VerzondenMelding> verzonden, std::span<const Melding> meldingen, const PupilFacts& facts,
             const RuleContext& context, DateRange data)
      : verzonden_(verzonden),
        facts_(facts),
        context_(context),
        data_(data),
        plichten_(facts.pupil, context.calendar, context.profiel),
        sent_to_now_(verzonden.size()),
        taken_(meldingen.size()) {
    for (const VerzondenMelding& melding : verzonden) sent_.push_back({melding.kern, LessonsOf(melding)});
    for (const Melding& melding : meldingen) now_.push_back({KernOf(melding), LessonsOf(melding)});
  }

  std::vector<Vergeleken> Compare() {
#define VERZUIM_X(name, wire, title) MatchInOrder(MeldingSoort::k##name);
    VERZUIM_MELDING_SOORTEN(VERZUIM_X)
#undef VERZUIM_X
    MatchAcross();
    std::vector<Vergeleken> list;
    for (size_t s = 0; s < sent_.size(); ++s) list.push_back(sent_to_now_[s] ? Pair(s) : Unmatched(s));
    for (size_t n = 0; n < now_.size(); ++n) {
      if (!taken_[n]) list.push_back(New(now_[n]));
    }
    std::stable_sort(list.begin(), list.end(),
                     [&](const Vergeleken& a, const Vergeleken& b) { return BeginOf(a) < BeginOf(b); });
    return list;
  }

 private:
  Date BeginOf(const Vergeleken& v) const {
    return v.melding ? v.melding->begindatum : sent_[*v.verzonden].kern.begindatum;
  }

  void Join(size_t sent, size_t now) {
    sent_to_now_[sent] = now;
    taken_[now] = true;
  }

  // Joins meldingen of one soort, both sides in order of time, so that together they have the most in common.
  void MatchInOrder(MeldingSoort soort) {
    const std::vector<size_t> a = Ordered(sent_, soort), b = Ordered(now_, soort);
    if (a.empty() || b.empty()) return;
    const size_t width = b.size() + 1;
    // best[i * width + j]: the most that a[i..] and b[j..] can have in common.
    std::vector<int64_t> best((a.size() + 1) * width), like(a.size() * b.size());
    for (size_t i = a.size(); i-- > 0;) {
      for (size_t j = b.size(); j-- > 0;) {
        const int64_t likeness = like[i * b.size() + j] = Likeness(sent_[a[i]], now_[b[j]]);
        best[i * width + j] = std::max({best[(i + 1) * width + j], best[i * width + j + 1],
                                        likeness > 0 ? likeness + best[(i + 1) * width + j + 1] : 0});
      }
    }
    for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
      const int64_t likeness = like[i * b.size() + j];
      if (likeness > 0 && best[i * width + j] == likeness + best[(i + 1) * width + j + 1]) {
        Join(a[i++], b[j++]);
      } else if (best[i * width + j] == best[(i + 1) * width + j]) {
        ++i;
      } else {
        ++j;
      }
    }
  }
  static std::vector<size_t> Ordered(const std::vector<Side>& sides, MeldingSoort soort) {
    std::vector<size_t> order;
    for (size_t i = 0; i < sides.size(); ++i) {
      if (sides[i].kern.soort == soort) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](size_t x, size_t y) {
      return std::make_tuple(sides[x].kern.begindatum, sides[x].kern.meldbaar_vanaf) <
             std::make_tuple(sides[y].kern.begindatum, sides[y].kern.meldbaar_vanaf);
    });
    return order;
  }

  // Of what is left: the same lessons reported under another soort.
  void MatchAcross() {
    std::vector<std::tuple<int64_t, size_t, size_t>> pairs;
    for (size_t s = 0; s < sent_.size(); ++s) {
      if (sent_to_now_[s]) continue;
      for (size_t n = 0; n < now_.size(); ++n) {
        if (taken_[n] || now_[n].kern.soort == sent_[s].kern.soort) continue;
        if (const int64_t shared = SharedLessons(sent_[s], now_[n]); shared > 0) pairs.emplace_back(-shared, s, n);
      }
    }
    std::sort(pairs.begin(), pairs.end());
    for (const auto& [shared, s, n] : pairs) {
      if (!sent_to_now_[s] && !taken_[n]) Join(s, n);
    }
  }

  Vergeleken New(const Side& now) const {
    Vergeleken v;
    v.melding = now.kern;
    v.redenen.push_back({VeranderingCode::kNietVerzonden, {}, {}, {}});
    v.termijn.uiterste_datum = now.kern.uiterste_datum;
    const int past = context_.peildatum - now.kern.uiterste_datum;
    v.termijn.stand = past > 0 ? TermijnStand::kVerlopen : TermijnStand::kOpen;
    v.termijn.dagen = std::abs(past);
    return v;
  }

  Vergeleken Pair(size_t s) const {
    const Side& sent = sent_[s];
    const Side& now = now_[*sent_to_now_[s]];
    Vergeleken v = Sent(s);
    v.melding = now.kern;
    if (RunsOn(sent, now)) {
      v.lijst = VergelijkLijst::kOngewijzigd;
      v.redenen.push_back({VeranderingCode::kLooptDoor, ToIso(now.lessons.rbegin()->first.first), {}, {}});
      return v;
    }
    const auto differs = [&](VeranderingCode code, std::string was, std::string wordt) {
      if (was != wordt) v.redenen.push_back({code, {}, std::move(was), std::move(wordt)});
    };
    differs(VeranderingCode::kSoort, std::string(WireName(sent.kern.soort)), std::string(WireName(now.kern.soort)));
    differs(VeranderingCode::kBegindatum, ToIso(sent.kern.begindatum), ToIso(now.kern.begindatum));
    differs(VeranderingCode::kEinddatum, DayText(sent.kern.einddatum), DayText(now.kern.einddatum));
    differs(VeranderingCode::kMinuten, std::to_string(sent.kern.minuten.value),
            std::to_string(now.kern.minuten.value));
    AddLessonReasons(sent.lessons, now.lessons, v.redenen);
    v.lijst = v.redenen.empty() ? VergelijkLijst::kOngewijzigd : VergelijkLijst::kTeCorrigeren;
    if (v.redenen.empty()) {
      v.redenen.push_back({VeranderingCode::kGelijk, {}, {}, {}});
    } else if (!Covered(sent)) {
      v.redenen.push_back(OutsideData());
    }
    return v;
  }

  // Still running, and nothing but later days came to it: for the one who received it nothing changed.
  static bool RunsOn(const Side& sent, const Side& now) {
    if (sent.kern.soort != now.kern.soort || sent.kern.begindatum != now.kern.begindatum) return false;
    if (sent.kern.einddatum || now.kern.einddatum || sent.lessons.empty() || sent.lessons == now.lessons)
      return false;
    const Date last = sent.lessons.rbegin()->first.first;
    Lessons until_then;
    for (const auto& lesson : now.lessons) {
      if (lesson.first.first <= last) until_then.insert(lesson);
    }
    return until_then == sent.lessons;
  }

  Vergeleken Unmatched(size_t s) const {
    const Side& sent = sent_[s];
    Vergeleken v = Sent(s);
    if (facts_.due.empty() && facts_.missed.empty()) {
      v.lijst = VergelijkLijst::kOngewijzigd;
      v.redenen.push_back({VeranderingCode::kLeerlingZonderGegevens, {}, {}, {}});
      return v;
    }
    if (!Covered(sent)) {
      v.lijst = VergelijkLijst::kOngewijzigd;
      v.redenen.push_back(OutsideData());
      return v;
    }
    v.lijst = VergelijkLijst::kInTeTrekken;
    v.termijn = {TermijnStand::kGeen, sent.kern.uiterste_datum, 0};
    if (IsDouble(s)) {
      v.redenen.push_back({VeranderingCode::kDubbel, {}, {}, {}});
      return v;
    }
    int left = 0;
    AddLessonReasons(sent.lessons, {}, v.redenen, &left);
    v.redenen.push_back({VeranderingCode::kNietMeerGegrond, std::to_string(left), {}, {}});
    return v;
  }
  // Another sent melding of this soort has lessons of this one, and it is the one that still stands.
  bool IsDouble(size_t s) const {
    for (size_t other = 0; other < sent_.size(); ++other) {
      if (other != s && sent_to_now_[other] && sent_[other].kern.soort == sent_[s].kern.soort &&
          SharedLessons(sent_[s], sent_[other]) > 0) {
        return true;
      }
    }
    return false;
  }

  bool Covered(const Side& sent) const {
    const DateRange days = sent.Days();
    return data_.first <= days.first && days.last <= data_.last;
  }
  Verandering OutsideData() const {
    return {VeranderingCode::kBuitenGegevens, ToIso(data_.first) + " tot en met " + ToIso(data_.last), {}, {}};
  }

  Vergeleken Sent(size_t s) const {
    Vergeleken v;
    v.verzonden = s;
    v.termijn = TermijnOf(verzonden_[s]);
    return v;
  }

  // What became of the lessons that were sent and are not in `now`, and what came to them. `left`: the credit of
  // those that are still missed without leave.
  void AddLessonReasons(const Lessons& sent, const Lessons& now, std::vector<Verandering>& redenen,
                        int* left = nullptr) const {
    Group added, changed, gone, no_duty, elsewhere;
    std::map<std::string_view, Group> reasons;
    for (const auto& [key, credit] : sent) {
      const auto at = now.find(key);
      if (at != now.end()) {
        if (at->second != credit) changed.Add(key.first);
        continue;
      }
      const MissedLesson* lesson = Missed(key);
      if (lesson == nullptr) {
        gone.Add(key.first);
      } else if (JudgementOf(lesson->reason) != Judgement::kOngeoorloofd) {
        reasons[WireName(lesson->reason)].Add(key.first);
      } else if (plichten_.On(key.first) == Plicht::kGeen) {
        no_duty.Add(key.first);
      } else if (left != nullptr && !StandsNow(key)) {
        *left += credit;
      } else {
        elsewhere.Add(key.first);
      }
    }
    for (const auto& [key, credit] : now) {
      if (sent.count(key) == 0) added.Add(key.first);
    }
    const auto say = [&](VeranderingCode code, const Group& group) {
      if (group.lessons > 0) redenen.push_back({code, group.Text(), {}, {}});
    };
    for (const auto& [reason, group] : reasons) {
      redenen.push_back({VeranderingCode::kRedenGecorrigeerd, std::string(reason) + " (" + group.Text() + ")",
                         std::nullopt, std::string(reason)});
    }
    say(VeranderingCode::kGeenVerzuimMeer, gone);
    say(VeranderingCode::kGeenPlicht, no_duty);
    say(VeranderingCode::kTeltElders, elsewhere);
    say(VeranderingCode::kLesduurAnders, changed);
    say(VeranderingCode::kRegelsErbij, added);
  }
  // Whether a current melding has this lesson.
  bool StandsNow(const LessonKey& key) const {
    return std::any_of(now_.begin(), now_.end(), [&](const Side& side) { return side.lessons.count(key) > 0; });
  }
  const MissedLesson* Missed(const LessonKey& key) const {
    const auto at = std::lower_bound(
        facts_.missed.begin(), facts_.missed.end(), key,
        [](const MissedLesson& lesson, const LessonKey& k) { return LessonKey(lesson.date, lesson.lesuur) < k; });
    return at != facts_.missed.end() && LessonKey(at->date, at->lesuur) == key ? &*at : nullptr;
  }

  std::span<const VerzondenMelding> verzonden_;
  const PupilFacts& facts_;
  const RuleContext& context_;
  DateRange data_;
  const Plichten plichten_;
  std::vector<Side> sent_, now_;
  std::vector<std::optional<size_t>> sent_to_now_;
  std::vector<bool> taken_;
};

}  // namespace

std::string_view WireName(VergelijkLijst lijst) {
  return kLijsten[static_cast<size_t>(lijst)];
}
std::string_view WireName(TermijnStand stand) {
  return kStanden[static_cast<size_t>(stand)];
}
std::string_view WireName(VeranderingCode code) {
  return kVeranderingen[static_cast<size_t>(code)].wire;
}

std::string MessageOf(const Verandering& verandering) {
  return FillIn(kVeranderingen[static_cast<size_t>(verandering.code)].text, verandering.detail);
}

std::vector<Vergeleken> VergelijkLeerling(std::span<const VerzondenMelding> verzonden,
                                          std::span<const Melding> meldingen, const PupilFacts& facts,
                                          const RuleContext& context, DateRange data) {
  return Comparison(verzonden, meldingen, facts, context, data).Compare();
}

Vergeleken VergelijkOnbekend(const VerzondenMelding& verzonden, size_t index) {
  Vergeleken v;
  v.lijst = VergelijkLijst::kOngewijzigd;
  v.verzonden = index;
  v.redenen.push_back({VeranderingCode::kLeerlingZonderGegevens, {}, {}, {}});
  v.termijn = TermijnOf(verzonden);
  return v;
}

}  // namespace verzuim
