#include "core/monitor/monitor.h"

#include <algorithm>
#include <utility>

namespace verzuim {
namespace {

constexpr std::string_view kGeenKlas = "(geen klas)";
constexpr std::string_view kGeenLeerjaar = "(onbekend)";
constexpr std::string_view kGeenLeeftijd = "(onbekend)";
constexpr int kLaatst = 1 << 20;  // rank of groups that are none

// Until 18 there is the kwalificatieplicht, until 23 and since 2026 until 27 the doorstroompunt.
struct Leeftijdsgroep {
  int tot;  // this age itself out
  std::string_view naam;
};
constexpr Leeftijdsgroep kLeeftijdsgroepen[] = {
    {18, "tot 18"}, {23, "18 tot 23"}, {27, "23 tot 27"}, {kLaatst, "27 en ouder"}};

void Take(LeerlingTijd& tijd, const MissedLesson& lesson) {
  const std::array<bool, kCategorieen> in = CategorieenVan(lesson.reason);
  for (size_t c = 0; c < kCategorieen; ++c) {
    if (in[c]) tijd.missed[c] += lesson.missed.value;
  }
}

// What the pupil was due and missed on the days of `dates` whose lessons are known.
LeerlingTijd TijdIn(const PupilFacts& facts, DateRange dates) {
  LeerlingTijd tijd;
  size_t next = 0;
  for (const DueDay& day : facts.due) {
    while (next < facts.missed.size() && facts.missed[next].date < day.date) ++next;
    if (!dates.Contains(day.date) || day.lessons == 0) continue;
    tijd.due += day.minutes.value;
    for (; next < facts.missed.size() && facts.missed[next].date == day.date; ++next) Take(tijd, facts.missed[next]);
  }
  return tijd;
}

DateRange UpTo(DateRange dates, Date last) {
  return {dates.first, std::min(dates.last, last)};
}

}  // namespace

MonitorTeller::MonitorTeller(const MonitorConfig& config, MonitorSetup setup)
    : setup_(std::move(setup)),
      groepen_(config.banden, UpTo(SchooljaarOf(setup_.peildatum), setup_.peildatum)),
      eerste_maanden_(config.banden, UpTo(SchooljaarOf(setup_.peildatum), setup_.peildatum)) {
  monitor_.dates = UpTo(SchooljaarOf(setup_.peildatum), setup_.peildatum);
  monitor_.grenzen = config.banden;
  monitor_.eigen_grenzen = config.banden != MonitorConfig::StandaardBanden();
  groepen_.Of(MonitorDimensie::kSchool, 0, "totaal", monitor_.dates);
  for (size_t i = 0; i < setup_.perioden.size(); ++i) {
    groepen_.Of(MonitorDimensie::kPeriode, static_cast<int>(i), setup_.perioden[i].naam,
                UpTo(setup_.perioden[i].dates, setup_.peildatum));
  }
  const Date first = monitor_.dates.first.Monday();
  monitor_.weken.resize(static_cast<size_t>((monitor_.dates.last - first) / 7 + 1));
  for (size_t w = 0; w < monitor_.weken.size(); ++w) monitor_.weken[w].maandag = first + static_cast<int>(7 * w);
}

void MonitorTeller::AddToGroups(const Pupil& pupil, const LeerlingTijd& tijd) {
  groepen_.Add(MonitorDimensie::kSchool, 0, "totaal", tijd);
  const auto& parts = setup_.onderverdeling;
  const auto part = std::find_if(parts.begin(), parts.end(), [&](const auto& p) { return Fits(p, pupil); });
  const auto rank = static_cast<int>(part - parts.begin());
  groepen_.Add(MonitorDimensie::kOnderverdeling, rank, part == parts.end() ? "overig" : part->naam, tijd);
  groepen_.Add(MonitorDimensie::kLeerjaar, pupil.leerjaar.value_or(kLaatst),
               pupil.leerjaar ? std::to_string(*pupil.leerjaar) : std::string(kGeenLeerjaar), tijd);
  const bool klas = !pupil.klas.empty();
  groepen_.Add(MonitorDimensie::kKlas, klas ? 0 : kLaatst, klas ? pupil.klas : std::string(kGeenKlas), tijd);
  if (setup_.leeftijden) AddToLeeftijd(pupil, tijd);
}

void MonitorTeller::AddToLeeftijd(const Pupil& pupil, const LeerlingTijd& tijd) {
  if (!pupil.geboortedatum) {
    return groepen_.Add(MonitorDimensie::kLeeftijd, kLaatst, std::string(kGeenLeeftijd), tijd);
  }
  const int age = AgeOn(*pupil.geboortedatum, setup_.peildatum);
  int group = 0;
  while (kLeeftijdsgroepen[group].tot <= age) ++group;
  groepen_.Add(MonitorDimensie::kLeeftijd, group, std::string(kLeeftijdsgroepen[group].naam), tijd);
}

void MonitorTeller::AddDay(const DueDay& day) {
  monitor_.weken[static_cast<size_t>((day.date - monitor_.weken[0].maandag) / 7)].lestijd += day.minutes.value;
  auto& lesuren = rooster_[static_cast<size_t>(day.date.IsoWeekday() - 1)];
  for (size_t lesuur = 0; lesuur <= kMaxLesuur; ++lesuur) {
    if (day.lesuren & LesuurBit(static_cast<int>(lesuur))) ++lesuren[lesuur].lessen;
  }
}

// `seen_in_week` marks the categories in which the pupil was counted for this week already.
void MonitorTeller::AddLesson(const MissedLesson& lesson, PerCategorie& seen_in_week, int32_t week) {
  const std::array<bool, kCategorieen> in = CategorieenVan(lesson.reason);
  MonitorWeek& of_week = monitor_.weken[static_cast<size_t>(week)];
  MonitorRoosterCel& cel =
      rooster_[static_cast<size_t>(lesson.date.IsoWeekday() - 1)][static_cast<size_t>(lesson.lesuur)];
  for (size_t c = 0; c < kCategorieen; ++c) {
    if (!in[c]) continue;
    of_week.minuten[c] += lesson.missed.value;
    if (lesson.missed.value > 0 && seen_in_week[c] != week + 1) {
      seen_in_week[c] = week + 1;
      ++of_week.leerlingen[c];
    }
    ++cel.gemist[c];
    cel.minuten[c] += lesson.missed.value;
  }
}

void MonitorTeller::AddVak(const MissedLesson& lesson, std::map<std::string_view, PerCategorie>& own) {
  if (lesson.vak.empty()) return;
  const std::array<bool, kCategorieen> in = CategorieenVan(lesson.reason);
  auto at = vakken_.find(lesson.vak);
  if (at == vakken_.end()) at = vakken_.emplace(lesson.vak, MonitorVak{std::string(lesson.vak), {}, {}, {}}).first;
  MonitorVak& vak = at->second;
  PerCategorie& minuten = own[lesson.vak];
  for (size_t c = 0; c < kCategorieen; ++c) {
    if (!in[c]) continue;
    ++vak.gemist[c];
    vak.minuten[c] += lesson.missed.value;
    if (minuten[c] == 0 && lesson.missed.value > 0) ++vak.leerlingen[c];
    minuten[c] += lesson.missed.value;
  }
}

void MonitorTeller::Add(uint32_t index, const PupilFacts& facts) {
  for (size_t i = 0; i < setup_.perioden.size(); ++i) {
    const DateRange dates = UpTo(setup_.perioden[i].dates, setup_.peildatum);
    if (!EnrolledIn(facts.pupil, dates)) continue;
    groepen_.Of(MonitorDimensie::kPeriode, static_cast<int>(i), setup_.perioden[i].naam, dates)
        .Add(TijdIn(facts, dates), monitor_.grenzen);
  }
  if (!EnrolledIn(facts.pupil, monitor_.dates)) return;
  const LeerlingTijd tijd = TijdIn(facts, monitor_.dates);
  AddToGroups(facts.pupil, tijd);
  if (tijd.due == 0) return;
  eerste_maanden_.Add(index, TijdIn(facts, eerste_maanden_.begin()), TijdIn(facts, eerste_maanden_.vervolg()));
  if (cijfers::HeeftTerm(cijfers::Term::kChronisch, tijd.missed[static_cast<size_t>(Categorie::kTotaal)], tijd.due)) {
    monitor_.leerlingen.push_back({index, tijd});
  }
  PerCategorie seen_in_week{};
  std::map<std::string_view, PerCategorie> vakken;
  size_t next = 0;
  for (const DueDay& day : facts.due) {
    while (next < facts.missed.size() && facts.missed[next].date < day.date) ++next;
    if (!monitor_.dates.Contains(day.date) || day.lessons == 0) continue;
    AddDay(day);
    const int32_t week = (day.date - monitor_.weken[0].maandag) / 7;
    for (; next < facts.missed.size() && facts.missed[next].date == day.date; ++next) {
      AddLesson(facts.missed[next], seen_in_week, week);
      AddVak(facts.missed[next], vakken);
    }
  }
}

Monitor MonitorTeller::Finish() {
  monitor_.groepen = groepen_.Take();
  monitor_.eerste_maanden = eerste_maanden_.Finish();
  auto& weken = monitor_.weken;
  weken.erase(std::remove_if(weken.begin(), weken.end(), [](const MonitorWeek& week) { return week.lestijd == 0; }),
              weken.end());
  for (size_t d = 0; d < rooster_.size(); ++d) {
    for (size_t l = 0; l < rooster_[d].size(); ++l) {
      MonitorRoosterCel cel = rooster_[d][l];
      if (cel.lessen == 0 && cel.gemist[static_cast<size_t>(Categorie::kTotaal)] == 0) continue;
      cel.weekdag = static_cast<int>(d) + 1;
      cel.lesuur = static_cast<int>(l);
      monitor_.rooster.push_back(cel);
    }
  }
  constexpr auto kTotaal = static_cast<size_t>(Categorie::kTotaal);
  std::stable_sort(monitor_.leerlingen.begin(), monitor_.leerlingen.end(),
                   [](const MonitorLeerling& a, const MonitorLeerling& b) {
                     return a.tijd.missed[kTotaal] * b.tijd.due > b.tijd.missed[kTotaal] * a.tijd.due;
                   });
  for (auto& [name, vak] : vakken_) monitor_.vakken.push_back(std::move(vak));
  return std::move(monitor_);
}

}  // namespace verzuim
