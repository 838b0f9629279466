#include "core/rules/verlof.h"

#include <algorithm>
#include <array>

#include "core/base/problem.h"
#include "core/rules/lpw/articles.h"
#include "core/rules/plichten.h"
#include "core/rules/schorsing/schorsing.h"

namespace verzuim {
namespace {

struct Text {
  std::string_view wire, text;
};
constexpr Text kTexts[] = {
#define VERZUIM_X(name, wire, text) {wire, text},
    VERZUIM_VERLOF_WAARSCHUWINGEN(VERZUIM_X)
#undef VERZUIM_X
};

constexpr ReasonClass kClasses[] = {
#define VERZUIM_X(name) ReasonClass::k##name,
    VERZUIM_VERLOF_SOORTEN(VERZUIM_X)
#undef VERZUIM_X
};

constexpr VerlofSoort kSoorten[] = {
#define VERZUIM_X(name) VerlofSoort::k##name,
    VERZUIM_VERLOF_SOORTEN(VERZUIM_X)
#undef VERZUIM_X
};

using Code = VerlofWaarschuwingCode;

// Fills one ledger from the days of one school year.
class Boeker {
 public:
  Boeker(const PupilFacts& facts, const RuleContext& context, const Plichten& plichten, DateRange year,
         VerlofSoort soort)
      : facts_(facts), context_(context), plichten_(plichten) {
    kaart_.schooljaar = year;
    kaart_.soort = soort;
  }

  std::optional<VerlofKaart> Make() {
    Collect();
    if (kaart_.regels.empty()) return std::nullopt;
    switch (kaart_.soort) {
      case VerlofSoort::kVakantieverlof:
        Vakantieverlof();
        break;
      case VerlofSoort::kGewichtig:
        Gewichtig();
        break;
      case VerlofSoort::kVijfjarige:
        Vijfjarige();
        break;
      case VerlofSoort::kSchorsing:
        Schorsing();
        break;
      case VerlofSoort::kReligie:
        Religie();
        break;
    }
    return std::move(kaart_);
  }

 private:
  void Warn(Code code, std::optional<Date> datum, std::string detail = {}) {
    kaart_.waarschuwingen.push_back({code, datum, std::move(detail)});
  }

  // The days on which some of it was booked, each with its lessons; stretches of days in a row.
  void Collect() {
    const ReasonClass reason = kClasses[static_cast<size_t>(kaart_.soort)];
    size_t next = 0;
    bool open = false;  // the day before had it too
    for (const DueDay& day : facts_.due) {
      while (next < facts_.missed.size() && facts_.missed[next].date < day.date) ++next;
      if (!kaart_.schooljaar.Contains(day.date) || day.date > context_.peildatum) {
        open = false;
        continue;
      }
      weekdays_ |= 1U << day.date.IsoWeekday();
      lessons_known_ = lessons_known_ && day.lessons > 0;
      int64_t minutes = 0;
      bool any = false;
      for (; next < facts_.missed.size() && facts_.missed[next].date == day.date; ++next) {
        const MissedLesson& lesson = facts_.missed[next];
        if (lesson.reason != reason) continue;
        any = true;
        minutes += lesson.missed.value;
        kaart_.regels.push_back({lesson.ref, lesson.date, lesson.lesuur, lesson.missed});
      }
      if (any) AddDay(day, minutes, open);
      open = any;
    }
  }
  void AddDay(const DueDay& day, int64_t minutes, bool joined) {
    ++kaart_.dagen;
    kaart_.minuten += minutes;
    if (day.lessons > 0 && minutes < day.minutes.value) ++kaart_.deels;
    if (!joined) kaart_.perioden.push_back({day.date, day.date, 0, 0});
    VerlofPeriode& periode = kaart_.perioden.back();
    periode.tot = day.date;
    ++periode.dagen;
    periode.minuten += minutes;
    dates_.push_back(day.date);
  }

  // The days the law gives this pupil; nothing when it does not speak of this pupil.
  void SetMaximum(int dagen) {
    const Date last = dates_.back();
    if (plichten_.On(last) != Plicht::kPlichtig) return Warn(Code::kGeenPlicht, last);
    kaart_.maximum = dagen;
    if (!plichten_.IsKwalificatieplichtig(last)) return;
    if (!lessons_known_) return Warn(Code::kRoosterOnbekend, std::nullopt);
    const int weekdays = __builtin_popcount(weekdays_);
    kaart_.maximum = lpw::EvenredigDeel(dagen, weekdays);
    if (*kaart_.maximum < dagen) Warn(Code::kEvenredigDeel, std::nullopt, std::to_string(weekdays));
  }
  void WarnOfMaximum(Code above) {
    if (!kaart_.maximum) return;
    const int maximum = *kaart_.maximum;
    if (kaart_.dagen == maximum) Warn(Code::kMaximumBereikt, dates_.back());
    if (kaart_.dagen <= maximum) return;
    Warn(above, dates_[static_cast<size_t>(maximum)],
         std::to_string(kaart_.dagen) + " dagen, hoogstens " + std::to_string(maximum));
  }

  void Vakantieverlof() {
    kaart_.rule = &lpw::kArticle13a;
    SetMaximum(lpw::VakantieverlofDagen());
    WarnOfMaximum(Code::kBovenMaximum);
    if (!kaart_.maximum) return;
    if (lpw::IsVaker(kaart_.perioden.size())) {
      Warn(Code::kMeerDanEenmaal, kaart_.perioden[1].van, std::to_string(kaart_.perioden.size()));
    }
    if (lpw::InEersteLesweken(dates_.front(), context_.calendar)) Warn(Code::kEersteLesweken, dates_.front());
  }
  void Gewichtig() {
    kaart_.rule = &lpw::kArticle14;
    SetMaximum(lpw::GewichtigDagen());
    WarnOfMaximum(Code::kLeerplichtambtenaar);
  }

  void Vijfjarige() {
    kaart_.rule = &lpw::kArticle11a;
    lpw::Vijfjarigen vijfjarigen(plichten_.zesde_verjaardag());
    for (const VerlofRegel& regel : kaart_.regels) {
      if (kaart_.weken.empty() || kaart_.weken.back().maandag != regel.date.Monday()) {
        kaart_.weken.push_back({regel.date.Monday(), {}, {}, {}, {}});
      }
      VerlofWeek& week = kaart_.weken.back();
      week.minuten += regel.minuten;
      week.buiten += vijfjarigen.Uncovered(regel.date, regel.minuten);
    }
    for (VerlofWeek& week : kaart_.weken) {
      const Minutes covered = week.minuten - week.buiten;
      week.na_mededeling = std::min(covered, lpw::Vijfjarigen::OpMededeling());
      week.met_verlof = covered - week.na_mededeling;
      if (week.met_verlof.value > 0) {
        Warn(Code::kExtraVerlofNodig, week.maandag, std::to_string(covered.value));
      }
      if (week.minuten > lpw::Vijfjarigen::OpMededeling() + lpw::Vijfjarigen::OpAanvraag()) {
        Warn(Code::kBovenTienUur, week.maandag, std::to_string(week.buiten.value));
      }
    }
    const std::optional<Date> six = plichten_.zesde_verjaardag();
    const auto late = std::find_if(dates_.begin(), dates_.end(), [&](Date date) { return six && *six <= date; });
    if (late != dates_.end()) Warn(Code::kZesJaar, *late);
  }

  void Schorsing() {
    const Rule* rule = schorsing::RuleFor(context_.profiel);
    if (rule == nullptr || dates_.front() < rule->geldig_van) return Warn(Code::kGeenArtikel, std::nullopt);
    kaart_.rule = rule;
    for (const VerlofPeriode& periode : kaart_.perioden) {
      if (schorsing::MeldenAanInspectie(*rule, periode.dagen)) Warn(Code::kMeldenInspectie, periode.van);
      if (rule == &schorsing::kWeb) Warn(Code::kSchriftelijk, periode.van);
      if (!schorsing::TeLang(*rule, periode.van, periode.tot)) continue;
      Warn(rule == &schorsing::kWeb ? Code::kLangerDanTweeWeken : Code::kLangerDanWeek, periode.van);
    }
  }

  void Religie() {
    kaart_.rule = &lpw::kArticle13;
    for (const VerlofPeriode& periode : kaart_.perioden) {
      if (plichten_.On(periode.van) != Plicht::kPlichtig) continue;
      Warn(Code::kKennisgevingVooraf, lpw::UiterlijkKennisgegeven(periode.van));
    }
  }

  const PupilFacts& facts_;
  const RuleContext& context_;
  const Plichten& plichten_;
  VerlofKaart kaart_;
  std::vector<Date> dates_;
  uint32_t weekdays_ = 0;
  bool lessons_known_ = true;
};

}  // namespace

std::string_view WireName(VerlofSoort soort) {
  return WireName(kClasses[static_cast<size_t>(soort)]);
}
std::string_view WireName(VerlofWaarschuwingCode code) {
  return kTexts[static_cast<size_t>(code)].wire;
}
std::string MessageOf(const VerlofWaarschuwing& waarschuwing) {
  return FillIn(kTexts[static_cast<size_t>(waarschuwing.code)].text, waarschuwing.detail);
}

std::vector<VerlofKaart> VerlofVan(const PupilFacts& facts, const RuleContext& context) {
  std::vector<VerlofKaart> kaarten;
  if (context.profiel == Profiel::kBes) return kaarten;
  const bool any = std::any_of(facts.missed.begin(), facts.missed.end(), [](const MissedLesson& lesson) {
    return std::find(std::begin(kClasses), std::end(kClasses), lesson.reason) != std::end(kClasses);
  });
  if (!any) return kaarten;
  const Plichten plichten(facts.pupil, context.calendar, context.profiel);
  DateRange year = SchooljaarOf(facts.due.front().date);
  for (; year.first <= facts.due.back().date; year = SchooljaarOf(year.last + 1)) {
    for (const VerlofSoort soort : kSoorten) {
      Boeker boeker(facts, context, plichten, year, soort);
      if (auto kaart = boeker.Make()) kaarten.push_back(std::move(*kaart));
    }
  }
  return kaarten;
}

}  // namespace verzuim
