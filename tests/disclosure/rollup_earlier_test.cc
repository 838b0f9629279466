#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "core/disclosure/earlier.h"
#include "core/disclosure/random.h"

namespace verzuim {
namespace {

constexpr int64_t kDue = 10000;  // per quarter

DateRange Dates(int first_month, int last_month) {
  return {*Date::FromCivil(2026, first_month, 1), *Date::FromCivil(2026, last_month, 28)};
}

Telling EmptyTelling(DateRange dates) {
  Telling t;
  t.periode = {"periode", dates};
  t.onderverdelingen = {"totaal"};
  t.bounds = {0, 5, 10, 20};
  t.leerlingen = {0};
  t.zonder_lestijd = {0};
  t.cells.assign(kCategorieen * t.Intervals(), 0);
  t.minutes.assign(kCategorieen, 0);
  t.minutes_pupils.assign(kCategorieen, 0);
  return t;
}

// The same pupils over a quarter and over the half-year that begins with it; some come later.
struct TwoPeriods {
  Telling quarter = EmptyTelling(Dates(1, 3));
  Telling half_year = EmptyTelling(Dates(1, 6));
};
TwoPeriods Generated(Random& random, size_t pupils) {
  TwoPeriods out;
  auto some = [&](double none) {
    return random.Unit() < none ? int64_t{0} : static_cast<int64_t>(random.Below(kDue / 6) * random.Below(100) / 100);
  };
  for (size_t p = 0; p < pupils; ++p) {
    const bool late = random.Below(20) == 0;
    int64_t minutes[kCategorieen] = {}, due = 0;
    for (int q = 0; q < 2; ++q) {
      if (q == 0 && late) continue;
      due += kDue;
      const int64_t z = some(0.5), g = z + some(0.8), o = some(0.8);
      const int64_t now[kCategorieen] = {g + o, g, z, o};
      Telling& t = q == 0 ? out.quarter : out.half_year;
      ++t.leerlingen[0];
      for (size_t c = 0; c < kCategorieen; ++c) {
        minutes[c] += now[c];
        ++t.cells[t.CellIndex(0, c, IntervalOf(t.bounds, minutes[c], due))];
        t.minutes[c] += minutes[c];
        t.minutes_pupils[c] += minutes[c] > 0;
      }
    }
  }
  return out;
}

EerderePublicatie Published(const Telling& telling, const PublicatieBeleid& beleid) {
  const Publicatie publicatie = MakePublicatie(telling, beleid);
  EXPECT_EQ(publicatie.ingehouden, "");
  return {Print(telling, publicatie, beleid), telling.periode.dates, telling.onderverdelingen};
}

std::vector<std::string> Names(const EerderePublicatie& publicatie) {
  return std::vector<std::string>(publicatie.printed.cells.size(), "cel");
}

TEST(EarlierTest, PeriodsAreRelatedOnlyWhereItIsCertain) {
  EXPECT_EQ(VerbandVan(Dates(1, 3), Dates(1, 3)), PeriodeVerband::kZelfde);
  EXPECT_EQ(VerbandVan(Dates(1, 3), Dates(1, 6)), PeriodeVerband::kBinnen);
  EXPECT_EQ(VerbandVan(Dates(1, 6), Dates(4, 6)), PeriodeVerband::kOmvat);
  EXPECT_EQ(VerbandVan(Dates(1, 3), Dates(4, 6)), PeriodeVerband::kGeen);
  EXPECT_EQ(VerbandVan(Dates(1, 4), Dates(3, 6)), PeriodeVerband::kGeen);
}

// Whatever real pupils do fits the relations: the true counts of both periods together always have a table.
TEST(EarlierTest, RealPupilsFit) {
  Random random(23);
  for (int i = 0; i < 60; ++i) {
    const TwoPeriods two = Generated(random, 5 + random.Below(200));
    auto all = [](const Telling& t) {
      Publicatie shown;
      shown.cells.assign(t.cells.size(), Markering::kGetoond);
      shown.minstens.assign(t.cells.size(), 0);
      return EerderePublicatie{Print(t, shown, {}), t.periode.dates, t.onderverdelingen};
    };
    const EerderePublicatie now = all(two.half_year);
    std::vector<EerderePublicatie> earlier = {all(two.quarter)};
    const ReleaseSystem releases = MakeReleaseSystem(now, earlier);
    ASSERT_EQ(releases.releases.size(), 1U);
    EXPECT_EQ(RunAudit(releases.system, ViewOf(now, earlier, releases)).state, AuditState::kDone) << i;
    // One pupil more with absence in the quarter than in the half-year does not fit.
    const size_t zero = two.quarter.CellIndex(0, 0, 0);
    const int64_t too_few = two.half_year.leerlingen[0] - two.half_year.cells[zero] + 1;
    int64_t move = too_few - (two.quarter.leerlingen[0] - two.quarter.cells[zero]);
    if (move > two.quarter.cells[zero]) continue;
    for (const size_t c : {0, 1, 3}) {
      *earlier[0].printed.cells[two.quarter.CellIndex(0, c, 0)].aantal -= move;
      *earlier[0].printed.cells[two.quarter.CellIndex(0, c, 1)].aantal += move;
    }
    EXPECT_EQ(RunAudit(releases.system, ViewOf(now, earlier, releases)).state, AuditState::kContradiction) << i;
  }
}

TEST(EarlierTest, CumulativeCountsStaySafeTogether) {
  Random random(29);
  int withheld = 0;
  for (int i = 0; i < 12; ++i) {
    const TwoPeriods two = Generated(random, 60 + random.Below(120));
    const std::vector<EerderePublicatie> earlier = {Published(two.quarter, {})};
    const Publicatie publicatie = MakePublicatie(two.half_year, {}, earlier, {});
    if (!publicatie.ingehouden.empty()) {
      EXPECT_NE(publicatie.ingehouden.find("eerder"), std::string::npos);
      ++withheld;
      continue;
    }
    const EerderePublicatie now{Print(two.half_year, publicatie, {}), two.half_year.periode.dates,
                                two.half_year.onderverdelingen};
    const Result<Controle> together = ControleerSchool(now, earlier, Names(now));
    ASSERT_TRUE(together);
    EXPECT_TRUE(together->Veilig()) << i;
  }
  EXPECT_EQ(withheld, 0);
}

// Half-year counts safe on their own that pin what the quarter hides: with no absence in the half-year, none before.
TEST(EarlierTest, ALongerPeriodCanGiveAnEarlierOneAway) {
  Random random(43);
  Telling quarter = Generated(random, 80).quarter;
  const EerderePublicatie earlier = Published(quarter, {});
  EerderePublicatie now = earlier;
  now.dates = Dates(1, 6);
  now.printed.beleid.nul = NulBeleid::kTonen;
  // Nobody has had any absence: every zero of the quarter is known too.
  for (size_t i = 0; i < now.printed.cells.size(); ++i) {
    now.printed.cells[i] = {i % 5 == 0 ? quarter.leerlingen[0] : 0, Markering::kGetoond, false};
  }
  EerderePublicatie hidden = earlier;
  for (GedruktAantal& cell : hidden.printed.cells) cell = {std::nullopt, Markering::kVerborgen, false};
  EXPECT_TRUE(ControleerSchool(hidden, {}, Names(hidden))->Veilig());
  const Result<Controle> together = ControleerSchool(now, {hidden}, Names(now));
  ASSERT_TRUE(together);
  EXPECT_FALSE(together->Veilig());
  ASSERT_EQ(together->regels.size(), 20U);
  EXPECT_EQ(together->regels[1].naam, "eerder (2026-01-01 t/m 2026-03-28), totaal, totaal, (0,5]");
  EXPECT_EQ(together->regels[1].hoogste, 0);
}

// The same period published twice under two policies: what one shows, the other hides for nothing. Zeros that were
// shown are no secret any more, so a policy that hides them comes too late; the other way round more is hidden.
TEST(EarlierTest, TheSamePeriodTwice) {
  Random random(31);
  int alone_unsafe = 0, more = 0;
  PublicatieBeleid zeros;
  zeros.nul = NulBeleid::kTonen;
  for (int i = 0; i < 12; ++i) {
    const Telling telling = Generated(random, 60 + random.Below(200)).quarter;
    const Publicatie late = MakePublicatie(telling, {}, {Published(telling, zeros)}, {});
    EXPECT_NE(late.ingehouden.find("eerder"), std::string::npos);

    const std::vector<EerderePublicatie> earlier = {Published(telling, {})};
    const EerderePublicatie alone = Published(telling, zeros);
    alone_unsafe += !ControleerSchool(alone, earlier, Names(alone))->Veilig();
    const Publicatie publicatie = MakePublicatie(telling, zeros, earlier, {});
    ASSERT_EQ(publicatie.ingehouden, "");
    more += publicatie.cost.weight > MakePublicatie(telling, zeros).cost.weight;
    const EerderePublicatie now{Print(telling, publicatie, zeros), telling.periode.dates, telling.onderverdelingen};
    EXPECT_TRUE(ControleerSchool(now, earlier, Names(now))->Veilig()) << i;
    EXPECT_TRUE(ControleerSchool(now, {}, Names(now))->Veilig()) << i;
  }
  EXPECT_GT(alone_unsafe, 0);
  EXPECT_GT(more, 0);
}

// Made once more, a publicatie is the same one.
TEST(EarlierTest, AgainIsTheSame) {
  Random random(47);
  for (int i = 0; i < 6; ++i) {
    const Telling telling = Generated(random, 60 + random.Below(200)).quarter;
    const Publicatie first = MakePublicatie(telling, {});
    const Publicatie again = MakePublicatie(telling, {}, {Published(telling, {})}, {});
    EXPECT_EQ(again.ingehouden, "");
    EXPECT_EQ(again.cells, first.cells);
    EXPECT_EQ(again.minstens, first.minstens);
  }
}

TEST(EarlierTest, AnotherPeriodChangesNothing) {
  Random random(37);
  const TwoPeriods two = Generated(random, 100);
  Telling next = two.quarter;
  next.periode.dates = Dates(4, 6);
  const std::vector<EerderePublicatie> earlier = {Published(two.quarter, {})};
  const Publicatie with = MakePublicatie(next, {}, earlier, {});
  const Publicatie without = MakePublicatie(next, {});
  EXPECT_EQ(with.cells, without.cells);
  EXPECT_TRUE(with.certificate == without.certificate);
}

TEST(EarlierTest, ACorrectedRegisterIsSaidAloud) {
  Random random(41);
  const TwoPeriods two = Generated(random, 100);
  std::vector<EerderePublicatie> earlier = {Published(two.quarter, {})};
  earlier[0].dates = two.half_year.periode.dates;
  const Publicatie publicatie = MakePublicatie(two.half_year, {}, earlier, {});
  EXPECT_NE(publicatie.ingehouden.find("eerdere publicatie"), std::string::npos);
  for (const Markering m : publicatie.cells) EXPECT_EQ(m, Markering::kVerborgen);
  earlier[0].printed.cells.pop_back();
  EXPECT_NE(MakePublicatie(two.half_year, {}, earlier, {}).ingehouden.find("onvolledig"), std::string::npos);
  EXPECT_FALSE(ControleerSchool(Published(two.quarter, {}), earlier, std::vector<std::string>(20, "cel")));
}

}  // namespace
}  // namespace verzuim
