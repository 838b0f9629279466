#include "core/monitor/monitor.h"

#include <gtest/gtest.h>

#include "tests/monitor/school_for_test.h"

namespace verzuim {
namespace {

using testing::D;
using testing::TestPupil;

constexpr auto kTotaal = static_cast<size_t>(Categorie::kTotaal);
constexpr auto kGeoorloofd = static_cast<size_t>(Categorie::kGeoorloofd);
constexpr auto kZiekte = static_cast<size_t>(Categorie::kZiekte);
constexpr auto kOngeoorloofd = static_cast<size_t>(Categorie::kOngeoorloofd);

// One day of 1000 minutes, of which some were missed.
TestPupil Absent(int minutes, ReasonClass reason = ReasonClass::kZiekte, Date date = D(2025, 9, 1)) {
  TestPupil pupil;
  pupil.Due(date, 5, 200);
  if (minutes > 0) pupil.Miss(date, 1, 200, minutes, reason);
  return pupil;
}

Monitor Count(const std::vector<TestPupil>& pupils, MonitorSetup setup = {D(2026, 7, 31), {}, {}, false}) {
  MonitorTeller teller({}, std::move(setup));
  for (uint32_t i = 0; i < pupils.size(); ++i) teller.Add(i, pupils[i].View());
  return teller.Finish();
}

const MonitorGroep& Group(const Monitor& monitor, MonitorDimensie dimensie, const std::string& naam) {
  const auto at = std::find_if(monitor.groepen.begin(), monitor.groepen.end(), [&](const MonitorGroep& groep) {
    return groep.dimensie == dimensie && groep.naam == naam;
  });
  static const MonitorGroep kNone;
  EXPECT_NE(at, monitor.groepen.end()) << naam;
  return at == monitor.groepen.end() ? kNone : *at;
}
const MonitorGroep& School(const Monitor& monitor) {
  return Group(monitor, MonitorDimensie::kSchool, "totaal");
}

// Threshold -1, 0, +1 of each bound of 1000 minutes: on the bound is still the band below.
TEST(Monitor, ExactlyOnABoundIsTheBandBelowIt) {
  const struct {
    int missed;
    size_t band;
  } cases[] = {{0, 0},   {1, 1},   {49, 1},  {50, 1},  {51, 2},  {99, 2},  {100, 2}, {101, 3},
               {199, 3}, {200, 3}, {201, 4}, {499, 4}, {500, 4}, {501, 5}, {1000, 5}};
  for (const auto& c : cases) {
    const Monitor monitor = Count({Absent(c.missed)});
    const MonitorGroep& school = School(monitor);
    EXPECT_EQ(school.cellen[school.CellIndex(kTotaal, c.band)], 1) << c.missed;
    EXPECT_EQ(std::count(school.cellen.begin(), school.cellen.end(), 1), 4) << "each pupil once per category";
  }
}

// The terms begin on the bound: 10 percent is chronisch, although its band is (5,10].
TEST(Monitor, ExactlyOnATermBelongsToIt) {
  const struct {
    int missed;
    int64_t chronisch, ernstig;
  } cases[] = {{99, 0, 0}, {100, 1, 0}, {101, 1, 0}, {199, 1, 0}, {200, 1, 1}, {201, 1, 1}};
  for (const auto& c : cases) {
    const Monitor monitor = Count({Absent(c.missed)});
    EXPECT_EQ(School(monitor).met_term[0][kTotaal], c.chronisch) << c.missed;
    EXPECT_EQ(School(monitor).met_term[1][kTotaal], c.ernstig) << c.missed;
    EXPECT_EQ(monitor.leerlingen.size(), static_cast<size_t>(c.chronisch)) << c.missed;
  }
}

TEST(Monitor, SickAndTruantAddUpInTotaalAndStandApart) {
  TestPupil pupil = Absent(60);
  pupil.Miss(D(2025, 9, 1), 2, 200, 60, ReasonClass::kSpijbelen);
  const Monitor monitor = Count({pupil});
  const MonitorGroep& school = School(monitor);
  EXPECT_EQ(school.minuten, (PerCategorie{120, 60, 60, 60}));
  EXPECT_EQ(school.cellen[school.CellIndex(kTotaal, 3)], 1);
  for (const size_t c : {kGeoorloofd, kZiekte, kOngeoorloofd}) EXPECT_EQ(school.cellen[school.CellIndex(c, 2)], 1);
  EXPECT_EQ(school.met_verzuim, (PerCategorie{1, 1, 1, 1}));
}

TEST(Monitor, WithoutLessonsThereIsNoShare) {
  TestPupil none;
  TestPupil unknown;  // absence on a day whose lessons nobody told
  unknown.due.push_back({D(2025, 9, 1), {0}, 0, 0});
  unknown.Miss(D(2025, 9, 1), 1, 50, 50, ReasonClass::kSpijbelen);
  const Monitor monitor = Count({none, unknown});
  EXPECT_EQ(School(monitor).leerlingen, 0);
  EXPECT_EQ(School(monitor).zonder_lestijd, 2);
  EXPECT_EQ(School(monitor).minuten, PerCategorie{});
  EXPECT_TRUE(monitor.weken.empty());
  EXPECT_TRUE(monitor.rooster.empty());
}

TEST(Monitor, GroupsByClassYearAndPart) {
  TestPupil a = Absent(100);
  a.pupil.klas = "2b";
  a.pupil.leerjaar = 2;
  a.pupil.onderwijssoort = Onderwijssoort::kHavo;
  TestPupil b = Absent(0);
  b.pupil.leerjaar = 10;
  const Monitor monitor = Count({a, b}, {D(2026, 7, 31), {{"havo", {Onderwijssoort::kHavo}, {}}}, {}});
  EXPECT_EQ(Group(monitor, MonitorDimensie::kKlas, "2b").minuten[kTotaal], 100);
  EXPECT_EQ(Group(monitor, MonitorDimensie::kKlas, "(geen klas)").leerlingen, 1);
  EXPECT_EQ(Group(monitor, MonitorDimensie::kOnderverdeling, "havo").leerlingen, 1);
  EXPECT_EQ(Group(monitor, MonitorDimensie::kOnderverdeling, "overig").leerlingen, 1);
  std::vector<std::string> years;
  for (const MonitorGroep& groep : monitor.groepen) {
    if (groep.dimensie == MonitorDimensie::kLeerjaar) years.push_back(groep.naam);
  }
  EXPECT_EQ(years, (std::vector<std::string>{"2", "10"})) << "in order of number";
}

TEST(Monitor, WeeksAndTimetable) {
  TestPupil pupil;
  pupil.Due(D(2025, 9, 1), 2, 50).Due(D(2025, 9, 8), 2, 50).Due(D(2025, 9, 9), 3, 50);
  pupil.Miss(D(2025, 9, 1), 1, 50, 50, ReasonClass::kSpijbelen);
  pupil.Miss(D(2025, 9, 1), 2, 50, 50, ReasonClass::kSpijbelen);
  pupil.Miss(D(2025, 9, 8), 1, 50, 10, ReasonClass::kTeLaat);
  const Monitor monitor = Count({pupil});
  ASSERT_EQ(monitor.weken.size(), 2u);
  EXPECT_EQ(monitor.weken[0].maandag, D(2025, 9, 1));
  EXPECT_EQ(monitor.weken[0].lestijd, 100);
  EXPECT_EQ(monitor.weken[0].minuten[kOngeoorloofd], 100);
  EXPECT_EQ(monitor.weken[0].leerlingen[kOngeoorloofd], 1) << "a pupil counts once a week";
  EXPECT_EQ(monitor.weken[1].lestijd, 250);
  EXPECT_EQ(monitor.weken[1].leerlingen[kZiekte], 0);
  ASSERT_EQ(monitor.rooster.size(), 5u) << "Monday 1 and 2, Tuesday 1 to 3";
  EXPECT_EQ(monitor.rooster[0].weekdag, 1);
  EXPECT_EQ(monitor.rooster[0].lesuur, 1);
  EXPECT_EQ(monitor.rooster[0].lessen, 2);
  EXPECT_EQ(monitor.rooster[0].gemist[kTotaal], 2);
  EXPECT_EQ(monitor.rooster[0].minuten[kTotaal], 60);
  EXPECT_EQ(monitor.rooster[4].weekdag, 2);
  EXPECT_EQ(monitor.rooster[4].gemist[kTotaal], 0);
}

TEST(Monitor, OnlyThisSchoolYearAndNothingAfterThePeildatum) {
  TestPupil pupil;
  for (const Date date : {D(2025, 7, 31), D(2025, 8, 1), D(2026, 1, 15), D(2026, 1, 16)}) {
    pupil.Due(date, 1, 60).Miss(date, 1, 60, 60, ReasonClass::kZiekte);
  }
  const Monitor monitor = Count({pupil}, {D(2026, 1, 15), {}, {}});
  EXPECT_EQ(monitor.dates, (DateRange{D(2025, 8, 1), D(2026, 1, 15)}));
  EXPECT_EQ(School(monitor).lestijd, 120);
  EXPECT_EQ(School(monitor).minuten[kTotaal], 120);
}

TEST(Monitor, TrendPerPeriodHasItsOwnShares) {
  TestPupil pupil = Absent(300);
  pupil.Due(D(2025, 11, 3), 5, 200);
  const std::vector<PeriodeNaam> perioden = {{"een", {D(2025, 8, 1), D(2025, 10, 31)}},
                                             {"twee", {D(2025, 11, 1), D(2025, 12, 31)}},
                                             {"drie", {D(2026, 1, 1), D(2026, 2, 28)}}};
  const Monitor monitor = Count({pupil}, {D(2026, 2, 1), {}, perioden});
  const MonitorGroep& een = Group(monitor, MonitorDimensie::kPeriode, "een");
  EXPECT_EQ(een.cellen[een.CellIndex(kTotaal, 4)], 1) << "300 of 1000";
  EXPECT_EQ(Group(monitor, MonitorDimensie::kPeriode, "twee").minuten[kTotaal], 0);
  EXPECT_EQ(Group(monitor, MonitorDimensie::kPeriode, "drie").zonder_lestijd, 1);
  EXPECT_EQ(Group(monitor, MonitorDimensie::kPeriode, "drie").dates.last, D(2026, 2, 1)) << "up to the peildatum";
  EXPECT_EQ(School(monitor).cellen[School(monitor).CellIndex(kTotaal, 3)], 1) << "300 of 2000";
}

TEST(Monitor, SubjectsWhereTheColumnIsThere) {
  TestPupil pupil;
  pupil.Due(D(2025, 9, 1), 3, 50);
  for (int lesuur = 1; lesuur <= 3; ++lesuur) {
    pupil.Miss(D(2025, 9, 1), lesuur, 50, lesuur == 2 ? 0 : 50, ReasonClass::kSpijbelen);
    pupil.missed.back().vak = lesuur == 3 ? "" : "wiskunde";
  }
  const Monitor monitor = Count({pupil});
  ASSERT_EQ(monitor.vakken.size(), 1u);
  EXPECT_EQ(monitor.vakken[0].vak, "wiskunde");
  EXPECT_EQ(monitor.vakken[0].gemist[kTotaal], 2);
  EXPECT_EQ(monitor.vakken[0].minuten[kOngeoorloofd], 50);
  EXPECT_EQ(monitor.vakken[0].leerlingen[kTotaal], 1);
  EXPECT_EQ(monitor.vakken[0].gemist[kZiekte], 0);
}

TEST(Monitor, LargestShareFirst) {
  TestPupil small;
  small.Due(D(2025, 9, 1), 1, 100).Miss(D(2025, 9, 1), 1, 100, 50, ReasonClass::kZiekte);
  const Monitor monitor = Count({Absent(0), Absent(150), small});
  ASSERT_EQ(monitor.leerlingen.size(), 2u);
  EXPECT_EQ(monitor.leerlingen[0].pupil, 2u) << "half of a little before fifteen percent of much";
  EXPECT_EQ(monitor.leerlingen[1].pupil, 1u);
}

// August to October; 31 October belongs to it, 1 November to what follows.
TEST(EersteMaanden, GeoorloofdFirstThenAll) {
  TestPupil pupil;
  pupil.Due(D(2025, 10, 31), 1, 100).Miss(D(2025, 10, 31), 1, 100, 10, ReasonClass::kZiekte);
  pupil.Due(D(2025, 11, 1), 1, 100).Miss(D(2025, 11, 1), 1, 100, 60, ReasonClass::kSpijbelen);
  TestPupil truant;
  truant.Due(D(2025, 9, 1), 1, 100).Miss(D(2025, 9, 1), 1, 100, 90, ReasonClass::kSpijbelen);
  const Monitor monitor = Count({pupil, truant});
  const EersteMaanden& eerste = monitor.eerste_maanden;
  EXPECT_EQ(eerste.begin, (DateRange{D(2025, 8, 1), D(2025, 10, 31)}));
  EXPECT_EQ(eerste.vervolg, (DateRange{D(2025, 11, 1), D(2026, 7, 31)}));
  ASSERT_EQ(eerste.leerlingen.size(), 1u) << "truancy is not geoorloofd";
  EXPECT_EQ(eerste.leerlingen[0].pupil, 0u);
  EXPECT_EQ(eerste.leerlingen[0].geoorloofd, 10);
  EXPECT_EQ(eerste.leerlingen[0].band, 2u);
  EXPECT_EQ(eerste.leerlingen[0].vervolg_band, 5u);
  EXPECT_EQ(eerste.cellen[2 * 6 + 5], 1);
  EXPECT_EQ(std::count(eerste.cellen.begin(), eerste.cellen.end(), 0), 35) << "the truant has no lessons since";
}

TEST(EersteMaanden, BeforeTheyAreOverNothingFollows) {
  TestPupil pupil = Absent(100);
  const Monitor monitor = Count({pupil}, {D(2025, 9, 30), {}, {}});
  EXPECT_EQ(monitor.eerste_maanden.begin.last, D(2025, 9, 30));
  EXPECT_LT(monitor.eerste_maanden.vervolg.last, monitor.eerste_maanden.vervolg.first);
  ASSERT_EQ(monitor.eerste_maanden.leerlingen.size(), 1u);
  EXPECT_EQ(monitor.eerste_maanden.leerlingen[0].vervolg_band, std::nullopt);
}

TEST(Promille, RoundsHalfUpInWholeNumbers) {
  EXPECT_EQ(Promille(1, 0), std::nullopt);
  EXPECT_EQ(Promille(1, 2000), 1);
  EXPECT_EQ(Promille(1, 2001), 0);
  EXPECT_EQ(Promille(2, 3), 667);
  EXPECT_EQ(Promille(7, 7), 1000);
}

// The birthday itself is the next group; by age only where it is asked for.
TEST(Monitor, AgesOnTheDayBeforeAndTheBirthday) {
  const Date peildatum = D(2026, 7, 31);
  std::vector<TestPupil> pupils;
  for (const int years : {18, 23, 27}) {
    for (const int days : {1, 0}) {
      pupils.push_back(Absent(0));
      pupils.back().pupil.geboortedatum = D(2026 - years, 7, 31) + days;
    }
  }
  pupils.push_back(Absent(0));  // no birth date
  const Monitor monitor = Count(pupils, {peildatum, {}, {}, true});
  std::vector<std::pair<std::string, int64_t>> found;
  for (const MonitorGroep& groep : monitor.groepen) {
    if (groep.dimensie == MonitorDimensie::kLeeftijd) found.push_back({groep.naam, groep.leerlingen});
  }
  const std::vector<std::pair<std::string, int64_t>> expected = {
      {"tot 18", 1}, {"18 tot 23", 2}, {"23 tot 27", 2}, {"27 en ouder", 1}, {"(onbekend)", 1}};
  EXPECT_EQ(found, expected);
  for (const MonitorGroep& groep : Count(pupils).groepen) EXPECT_NE(groep.dimensie, MonitorDimensie::kLeeftijd);
}

}  // namespace
}  // namespace verzuim
