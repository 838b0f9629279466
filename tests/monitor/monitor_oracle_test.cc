// The monitor against a slow reference: every figure is asked anew of one flat list of lessons, with other
// arithmetic.
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>

#include "core/monitor/monitor.h"
#include "tests/monitor/school_for_test.h"

namespace verzuim {
namespace {

using testing::D;
using testing::TestPupil;

// One due lesson of one pupil.
struct Lesson {
  size_t pupil;
  Date date;
  int lesuur;
  int minutes;
  bool absent = false;
  int missed = 0;
  ReasonClass reason = ReasonClass::kOnverklaard;
  std::string vak;
};

struct RandomSchool {
  std::vector<TestPupil> pupils;
  std::vector<Lesson> lessons;
  Date peildatum;
  std::vector<PeriodeNaam> perioden;
  std::vector<Onderverdeling> parts = {{"onder", {}, {1, 2}}, {"havo", {Onderwijssoort::kHavo}, {}}};
  std::vector<std::string> vakken = {"", "ne", "wi"};
};

constexpr ReasonClass kReasons[] = {ReasonClass::kZiekte,    ReasonClass::kZiekte,  ReasonClass::kGewichtig,
                                    ReasonClass::kSpijbelen, ReasonClass::kTeLaat,  ReasonClass::kOnverklaard,
                                    ReasonClass::kLuxe,      ReasonClass::kReligie, ReasonClass::kSchorsing};

RandomSchool MakeSchool(uint32_t seed) {
  std::mt19937 random(seed);
  const auto below = [&](int n) { return static_cast<int>(random() % static_cast<uint32_t>(n)); };
  RandomSchool school;
  school.peildatum = D(2025, 9, 1) + below(330);
  school.perioden = {{"p1", {D(2025, 8, 1), D(2025, 11, 15)}}, {"p2", {D(2025, 11, 16), D(2026, 7, 31)}}};
  if (school.peildatum < school.perioden[1].dates.first) school.perioden.pop_back();
  school.pupils.resize(static_cast<size_t>(1 + below(12)));
  for (size_t p = 0; p < school.pupils.size(); ++p) {
    TestPupil& pupil = school.pupils[p];
    if (below(4) > 0) pupil.pupil.klas = std::string(1, static_cast<char>('a' + below(3)));
    if (below(4) > 0) pupil.pupil.leerjaar = 1 + below(4);
    if (below(2) == 0) pupil.pupil.onderwijssoort = Onderwijssoort::kHavo;
    if (below(5) == 0) pupil.pupil.inschrijvingen = {{D(2025, 8, 1) + below(200), D(2026, 2, 20) + below(200)}};
    const int eagerness = 1 + below(12);
    for (Date date = D(2025, 7, 20); date <= D(2026, 8, 5); date = date + 1 + below(6)) {
      if (!pupil.pupil.EnrolledOn(date)) continue;
      const int lessons = 1 + below(3), minutes = 10 + 5 * below(9);
      pupil.Due(date, lessons, minutes);
      for (int lesuur = 1; lesuur <= lessons; ++lesuur) {
        Lesson lesson{p, date, lesuur, minutes, false, 0, ReasonClass::kOnverklaard, ""};
        if (below(eagerness) == 0) {
          lesson.absent = true;
          lesson.reason = kReasons[below(static_cast<int>(std::size(kReasons)))];
          lesson.missed = below(3) == 0 ? below(minutes + 1) : minutes;
          lesson.vak = school.vakken[static_cast<size_t>(below(3))];
        }
        school.lessons.push_back(lesson);
      }
    }
  }
  // Views of subjects are taken once the lessons have their place.
  for (const Lesson& lesson : school.lessons) {
    if (!lesson.absent) continue;
    TestPupil& pupil = school.pupils[lesson.pupil];
    pupil.Miss(lesson.date, lesson.lesuur, lesson.minutes, lesson.missed, lesson.reason);
    pupil.missed.back().vak = lesson.vak;
  }
  return school;
}

bool InCategory(ReasonClass reason, const std::string& categorie) {
  const std::set<ReasonClass> leave = {ReasonClass::kZiekte, ReasonClass::kGewichtig, ReasonClass::kReligie,
                                       ReasonClass::kSchorsing};
  if (categorie == "totaal") return true;
  if (categorie == "ziekte") return reason == ReasonClass::kZiekte;
  return (leave.count(reason) > 0) == (categorie == "geoorloofd");
}

// The band by the share in whole percents, rounded up.
std::string BandOf(int64_t missed, int64_t due) {
  const int64_t percent = missed / due * 100 + (missed % due * 100 + due - 1) / due;
  if (percent == 0) return "0";
  if (percent <= 5) return "(0,5]";
  if (percent <= 10) return "(5,10]";
  if (percent <= 20) return "(10,20]";
  return percent <= 50 ? "(20,50]" : "(50,100]";
}

class Reference {
 public:
  explicit Reference(const RandomSchool& school) : school_(school) {}

  template <class Which>
  int64_t Sum(Which&& which, const std::string& categorie) const {
    int64_t sum = 0;
    for (const Lesson& lesson : school_.lessons) {
      if (lesson.absent && which(lesson) && InCategory(lesson.reason, categorie)) sum += lesson.missed;
    }
    return sum;
  }
  template <class Which>
  int64_t Due(Which&& which) const {
    int64_t sum = 0;
    for (const Lesson& lesson : school_.lessons) sum += which(lesson) ? lesson.minutes : 0;
    return sum;
  }
  DateRange Dates(const MonitorGroep& groep) const {
    DateRange dates = {D(2025, 8, 1), D(2026, 7, 31)};
    for (const PeriodeNaam& periode : school_.perioden) {
      if (groep.dimensie == MonitorDimensie::kPeriode && periode.naam == groep.naam) dates = periode.dates;
    }
    if (school_.peildatum < dates.last) dates.last = school_.peildatum;
    return dates;
  }
  bool IsMember(const Pupil& pupil, const MonitorGroep& groep) const {
    const bool onder = pupil.leerjaar && *pupil.leerjaar <= 2;
    const bool havo = pupil.onderwijssoort == Onderwijssoort::kHavo;
    switch (groep.dimensie) {
      case MonitorDimensie::kOnderverdeling:
        return groep.naam == (onder ? "onder" : havo ? "havo" : "overig");
      case MonitorDimensie::kKlas:
        return groep.naam == (pupil.klas.empty() ? "(geen klas)" : pupil.klas);
      case MonitorDimensie::kLeerjaar:
        return groep.naam == (pupil.leerjaar ? std::to_string(*pupil.leerjaar) : "(onbekend)");
      default:
        return true;
    }
  }

  void Check(const MonitorGroep& groep) const {
    const DateRange dates = Dates(groep);
    EXPECT_EQ(groep.dates, dates) << groep.naam;
    int64_t pupils = 0, without = 0, due_all = 0;
    std::map<std::pair<std::string, std::string>, int64_t> cells;
    std::map<std::string, int64_t> minutes, any, chronic, severe;
    for (size_t p = 0; p < school_.pupils.size(); ++p) {
      const Pupil& pupil = school_.pupils[p].pupil;
      bool enrolled = false;
      for (Date date = dates.first; date <= dates.last; ++date) enrolled = enrolled || pupil.EnrolledOn(date);
      if (!enrolled || !IsMember(pupil, groep)) continue;
      const auto mine = [&](const Lesson& lesson) { return lesson.pupil == p && dates.Contains(lesson.date); };
      const int64_t due = Due(mine);
      ++(due > 0 ? pupils : without);
      if (due == 0) continue;
      due_all += due;
      for (const std::string categorie : {"totaal", "geoorloofd", "ziekte", "ongeoorloofd"}) {
        const int64_t missed = Sum(mine, categorie);
        ++cells[{categorie, BandOf(missed, due)}];
        minutes[categorie] += missed;
        any[categorie] += missed > 0;
        chronic[categorie] += missed * 10 >= due;
        severe[categorie] += missed * 5 >= due;
      }
    }
    EXPECT_EQ(groep.leerlingen, pupils) << groep.naam;
    EXPECT_EQ(groep.zonder_lestijd, without) << groep.naam;
    EXPECT_EQ(groep.lestijd, due_all) << groep.naam;
    const std::vector<std::string> bands = IntervalNames({0, 5, 10, 20, 50});
    for (size_t c = 0; c < kCategorieen; ++c) {
      const std::string categorie(WireName(static_cast<Categorie>(c)));
      for (size_t b = 0; b < bands.size(); ++b) {
        EXPECT_EQ(groep.cellen[groep.CellIndex(c, b)], (cells[{categorie, bands[b]}])) << groep.naam << bands[b];
      }
      EXPECT_EQ(groep.minuten[c], minutes[categorie]);
      EXPECT_EQ(groep.met_verzuim[c], any[categorie]);
      EXPECT_EQ(groep.met_term[0][c], chronic[categorie]);
      EXPECT_EQ(groep.met_term[1][c], severe[categorie]);
    }
  }

  // Weeks, timetable and subjects: of lessons in the school year up to the peildatum.
  void CheckWhen(const Monitor& monitor) const {
    const DateRange year = {D(2025, 8, 1), school_.peildatum};
    for (size_t c = 0; c < kCategorieen; ++c) {
      const std::string categorie(WireName(static_cast<Categorie>(c)));
      int64_t weeks = 0, cells = 0, subjects = 0;
      for (const MonitorWeek& week : monitor.weken) {
        const auto then = [&](const Lesson& l) { return year.Contains(l.date) && l.date.Monday() == week.maandag; };
        EXPECT_EQ(week.lestijd, Due(then));
        EXPECT_EQ(week.minuten[c], Sum(then, categorie));
        std::set<size_t> pupils;
        for (const Lesson& l : school_.lessons) {
          if (then(l) && l.absent && l.missed > 0 && InCategory(l.reason, categorie)) pupils.insert(l.pupil);
        }
        EXPECT_EQ(week.leerlingen[c], static_cast<int64_t>(pupils.size()));
        weeks += week.minuten[c];
      }
      for (const MonitorRoosterCel& cel : monitor.rooster) {
        int64_t due = 0, missed = 0;
        for (const Lesson& l : school_.lessons) {
          if (!year.Contains(l.date) || l.date.IsoWeekday() != cel.weekdag || l.lesuur != cel.lesuur) continue;
          ++due;
          missed += l.absent && InCategory(l.reason, categorie);
        }
        EXPECT_EQ(cel.lessen, due);
        EXPECT_EQ(cel.gemist[c], missed);
        cells += cel.minuten[c];
      }
      for (const MonitorVak& vak : monitor.vakken) {
        const auto of = [&](const Lesson& l) { return year.Contains(l.date) && l.vak == vak.vak; };
        EXPECT_EQ(vak.minuten[c], Sum(of, categorie));
        subjects += vak.minuten[c];
      }
      const auto all = [&](const Lesson& l) { return year.Contains(l.date); };
      EXPECT_EQ(weeks, Sum(all, categorie)) << "no week is left out";
      EXPECT_EQ(cells, Sum(all, categorie)) << "no lesson is left out";
      EXPECT_EQ(subjects, Sum([&](const Lesson& l) { return all(l) && !l.vak.empty(); }, categorie));
    }
  }

  // The list of pupils: those that miss a tenth or more.
  std::set<uint32_t> Chronic() const {
    std::set<uint32_t> chronic;
    for (uint32_t p = 0; p < school_.pupils.size(); ++p) {
      const auto mine = [&](const Lesson& l) {
        return l.pupil == p && l.date >= D(2025, 8, 1) && l.date <= school_.peildatum;
      };
      if (const int64_t due = Due(mine); due > 0 && Sum(mine, "totaal") * 10 >= due) chronic.insert(p);
    }
    return chronic;
  }
  void CheckFirstMonths(const EersteMaanden& eerste) const {
    std::map<std::pair<std::string, std::string>, int64_t> cells;
    for (size_t p = 0; p < school_.pupils.size(); ++p) {
      const auto first = [&](const Lesson& l) {
        return l.pupil == p && l.date >= D(2025, 8, 1) && l.date <= D(2025, 10, 31) && l.date <= school_.peildatum;
      };
      const auto later = [&](const Lesson& l) {
        return l.pupil == p && l.date > D(2025, 10, 31) && l.date <= school_.peildatum;
      };
      if (Due(first) == 0 || Due(later) == 0) continue;
      ++cells[{BandOf(Sum(first, "geoorloofd"), Due(first)), BandOf(Sum(later, "totaal"), Due(later))}];
    }
    const std::vector<std::string> bands = IntervalNames({0, 5, 10, 20, 50});
    for (size_t a = 0; a < bands.size(); ++a) {
      for (size_t b = 0; b < bands.size(); ++b) {
        EXPECT_EQ(eerste.cellen[a * bands.size() + b], (cells[{bands[a], bands[b]}])) << bands[a] << bands[b];
      }
    }
  }

 private:
  const RandomSchool& school_;
};

TEST(MonitorOracle, EveryFigureAgrees) {
  constexpr uint32_t kSchools = 40;
  int64_t chronic = 0;
  for (uint32_t seed = 1; seed <= kSchools && !HasFailure(); ++seed) {
    const RandomSchool school = MakeSchool(seed);
    MonitorTeller teller({}, {school.peildatum, school.parts, school.perioden});
    for (uint32_t p = 0; p < school.pupils.size(); ++p) teller.Add(p, school.pupils[p].View());
    const Monitor monitor = teller.Finish();
    const Reference reference(school);
    for (const MonitorGroep& groep : monitor.groepen) reference.Check(groep);
    reference.CheckWhen(monitor);
    reference.CheckFirstMonths(monitor.eerste_maanden);
    std::set<uint32_t> listed;
    for (const MonitorLeerling& leerling : monitor.leerlingen) listed.insert(leerling.pupil);
    EXPECT_EQ(listed, reference.Chronic()) << seed;
    chronic += static_cast<int64_t>(listed.size());
    EXPECT_FALSE(HasFailure()) << "seed " << seed;
  }
  EXPECT_GT(chronic, 40) << "the schools hold what they are to test";
}

}  // namespace
}  // namespace verzuim
