#include "core/aggregate/levering.h"

#include <algorithm>
#include <array>
#include <optional>

namespace verzuim {
namespace {

// The last day of the vacation that contains, or first follows, `about`; nullopt when none ends before `last`.
std::optional<Date> VacationEnd(const SchoolCalendar& calendar, Date about, Date last) {
  Date day = about;
  while (day < last && !calendar.IsVakantie(day)) ++day;
  while (day < last && calendar.IsVakantie(day + 1)) ++day;
  if (day >= last) return std::nullopt;
  return day;
}

}  // namespace

bool EnrolledIn(const Pupil& pupil, DateRange dates) {
  return pupil.inschrijvingen.empty() ||
         std::any_of(pupil.inschrijvingen.begin(), pupil.inschrijvingen.end(), [&](const Periode& periode) {
           return (!periode.van || *periode.van <= dates.last) && (!periode.tot || dates.first <= *periode.tot);
         });
}

bool Fits(const Onderverdeling& part, const Pupil& pupil) {
  const auto& soorten = part.onderwijssoorten;
  const auto& leerjaren = part.leerjaren;
  if (!soorten.empty() && std::find(soorten.begin(), soorten.end(), pupil.onderwijssoort) == soorten.end())
    return false;
  if (leerjaren.empty()) return true;
  return pupil.leerjaar && std::find(leerjaren.begin(), leerjaren.end(), *pupil.leerjaar) != leerjaren.end();
}

std::array<bool, kCategorieen> CategorieenVan(ReasonClass reason) {
  const bool geoorloofd = JudgementOf(reason) == Judgement::kGeoorloofd;
  std::array<bool, kCategorieen> in{};
  in[static_cast<size_t>(Categorie::kTotaal)] = true;
  in[static_cast<size_t>(geoorloofd ? Categorie::kGeoorloofd : Categorie::kOngeoorloofd)] = true;
  in[static_cast<size_t>(Categorie::kZiekte)] = reason == ReasonClass::kZiekte;
  return in;
}

std::vector<PeriodeNaam> DefaultPerioden(const SchoolCalendar& calendar, Date in_schooljaar) {
  const DateRange year = SchooljaarOf(in_schooljaar);
  // From 1 October the next vacation is the autumn's, from 10 December Christmas, from 10 April May.
  const std::array<Date, 3> about = {year.first + (31 + 30), year.first + (31 + 30 + 31 + 30 + 9),
                                     year.last - (31 + 30 + 31 + 20)};
  std::vector<PeriodeNaam> perioden;
  Date first = year.first;
  for (const Date day : about) {
    const std::optional<Date> end = VacationEnd(calendar, day, year.last);
    if (!end || *end < first) continue;
    perioden.push_back({"periode " + std::to_string(perioden.size() + 1), {first, *end}});
    first = *end + 1;
  }
  perioden.push_back({"periode " + std::to_string(perioden.size() + 1), {first, year.last}});
  return perioden;
}

std::vector<Onderverdeling> DefaultOnderverdeling(Profiel profiel) {
  switch (profiel) {
    case Profiel::kPo:
    case Profiel::kSbo:
    case Profiel::kSo:
      return {{"onderbouw", {}, {1, 2, 3, 4}}, {"bovenbouw", {}, {5, 6, 7, 8}}};
    case Profiel::kVo:
    case Profiel::kVso:
    case Profiel::kPro:
    case Profiel::kBes:
    case Profiel::kNietBekostigd:
      return {{"pro", {Onderwijssoort::kPro}, {}},
              {"vmbo", {Onderwijssoort::kVmbo}, {}},
              {"havo", {Onderwijssoort::kHavo}, {}},
              {"vwo", {Onderwijssoort::kVwo}, {}}};
    case Profiel::kMbo:
      return {{"mbo", {Onderwijssoort::kMbo}, {}}, {"vavo", {Onderwijssoort::kVavo}, {}}};
  }
  return {};
}

LeveringTeller::LeveringTeller(PeriodeNaam periode, const LeveringConfig& config,
                               const std::vector<Onderverdeling>& onderverdeling)
    : onderverdeling_(onderverdeling) {
  telling_.periode = std::move(periode);
  telling_.bounds = config.intervallen;
  telling_.onderverdelingen.push_back("totaal");
  for (const Onderverdeling& part : onderverdeling_) telling_.onderverdelingen.push_back(part.naam);
  // Every pupil has a place, so that the parts add up to the whole.
  telling_.onderverdelingen.push_back("overig");
  const size_t parts = telling_.onderverdelingen.size();
  telling_.leerlingen.assign(parts, 0);
  telling_.zonder_lestijd.assign(parts, 0);
  telling_.cells.assign(parts * kCategorieen * telling_.Intervals(), 0);
  telling_.minutes.assign(parts * kCategorieen, 0);
  telling_.minutes_pupils.assign(parts * kCategorieen, 0);
}

void LeveringTeller::Add(const PupilFacts& facts, Date peildatum) {
  if (peildatum < telling_.periode.dates.last) telling_.geteld_tot = peildatum;
  const DateRange dates = telling_.Geteld();
  if (dates.last < dates.first || !EnrolledIn(facts.pupil, dates)) return;
  int64_t due = 0;
  for (const DueDay& day : facts.due) {
    if (dates.Contains(day.date)) due += day.minutes.value;
  }
  std::array<int64_t, kCategorieen> absent{};
  for (const MissedLesson& lesson : facts.missed) {
    if (!dates.Contains(lesson.date)) continue;
    const std::array<bool, kCategorieen> in = CategorieenVan(lesson.reason);
    for (size_t c = 0; c < kCategorieen; ++c) {
      if (in[c]) absent[c] += lesson.missed.value;
    }
  }
  size_t part = 1;
  while (part <= onderverdeling_.size() && !Fits(onderverdeling_[part - 1], facts.pupil)) ++part;
  for (const size_t o : {size_t{0}, part}) {
    if (due == 0) {
      ++telling_.zonder_lestijd[o];
      continue;
    }
    ++telling_.leerlingen[o];
    for (size_t c = 0; c < kCategorieen; ++c) {
      ++telling_.cells[telling_.CellIndex(o, c, IntervalOf(telling_.bounds, absent[c], due))];
      telling_.minutes[telling_.SumIndex(o, c)] += absent[c];
      if (absent[c] > 0) ++telling_.minutes_pupils[telling_.SumIndex(o, c)];
    }
  }
}

Telling LeveringTeller::Finish() const {
  Telling telling = telling_;
  if (telling.leerlingen.back() > 0 || telling.zonder_lestijd.back() > 0) return telling;
  const size_t parts = telling.onderverdelingen.size() - 1;
  telling.onderverdelingen.resize(parts);
  telling.leerlingen.resize(parts);
  telling.zonder_lestijd.resize(parts);
  telling.cells.resize(parts * kCategorieen * telling.Intervals());
  telling.minutes.resize(parts * kCategorieen);
  telling.minutes_pupils.resize(parts * kCategorieen);
  return telling;
}

}  // namespace verzuim
