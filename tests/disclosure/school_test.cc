#include <gtest/gtest.h>

#include <algorithm>

#include "core/disclosure/publicatie.h"
#include "core/disclosure/table_publicatie.h"
#include "tests/disclosure/brute_force.h"
#include "tests/disclosure/generated_school.h"

namespace verzuim {
namespace {

TEST(SchoolSystemTest, TriplesAreThoseOfRealPupils) {
  // Every pair of shares in half percents, counted out, against the rule.
  const std::vector<int> bounds = {0, 5, 10, 20};
  std::vector<IntervalTriple> seen;
  auto interval = [&](int milli) {
    size_t k = 0;
    while (k < bounds.size() && milli > bounds[k] * 20) ++k;
    return static_cast<uint8_t>(k);
  };
  for (int g = 0; g <= 2000; ++g) {
    for (int o = 0; g + o <= 2000; ++o) {
      const IntervalTriple triple = {interval(g + o), interval(g), interval(o)};
      if (std::find(seen.begin(), seen.end(), triple) == seen.end()) seen.push_back(triple);
    }
  }
  std::vector<IntervalTriple> possible = PossibleTriples(bounds);
  std::sort(seen.begin(), seen.end());
  std::sort(possible.begin(), possible.end());
  EXPECT_EQ(possible, seen);
}

// The system says exactly what pupils can do: all divisions of two pupils over atoms against all tables that fit.
TEST(SchoolSystemTest, IsExactForTwoPupils) {
  const SchoolFrame frame{{0, 10}, {2}};
  const SchoolSystem school = MakeSchoolSystem(frame);
  std::vector<std::vector<int64_t>> real;
  std::vector<std::vector<size_t>> kinds;
  for (const IntervalTriple& t : PossibleTriples(frame.bounds)) {
    for (size_t z = 0; z <= t[1]; ++z) kinds.push_back({t[0], t[1], z, t[2]});
  }
  for (const auto& a : kinds) {
    for (const auto& b : kinds) {
      std::vector<int64_t> cells(frame.PublishedCells(), 0);
      for (size_t c = 0; c < kCategorieen; ++c) {
        ++cells[frame.CellIndex(0, c, a[c])];
        ++cells[frame.CellIndex(0, c, b[c])];
      }
      real.push_back(cells);
    }
  }
  // Every way to spread two pupils over the three intervals of the four categories.
  std::vector<std::vector<int64_t>> spreads;
  for (int i = 0; i <= 2; ++i) {
    for (int j = 0; i + j <= 2; ++j) spreads.push_back({i, j, 2 - i - j});
  }
  size_t fits = 0;
  for (size_t code = 0; code < 6 * 6 * 6 * 6; ++code) {
    std::vector<int64_t> cells;
    for (size_t c = 0, rest = code; c < kCategorieen; ++c, rest /= 6) {
      cells.insert(cells.end(), spreads[rest % 6].begin(), spreads[rest % 6].end());
    }
    ReaderView view{school.PublicBounds(), std::vector<Need>(school.system.cells())};
    for (size_t i = 0; i < cells.size(); ++i) view.bounds[i] = {cells[i], cells[i]};
    const bool possible = RunAudit(school.system, view).state == AuditState::kDone;
    fits += possible;
    EXPECT_EQ(possible, std::find(real.begin(), real.end(), cells) != real.end()) << code;
  }
  EXPECT_GT(fits, 20U);
}

TEST(PublicatieTest, GeneratedSchoolsAreSafe) {
  Random random(5);
  int withheld = 0;
  for (int i = 0; i < 120; ++i) {
    const bool vo = i % 2 == 0;
    const size_t pupils = vo ? 400 + random.Below(900) : 20 + random.Below(400);
    const size_t subs = vo ? 3 + random.Below(2) : 1 + random.Below(2);
    const Telling telling = GeneratedSchool(random, pupils, subs, vo);
    PublicatieBeleid beleid;
    beleid.nul = i / 2 % 2 == 0 ? NulBeleid::kVerbergen : NulBeleid::kTonen;
    beleid.markering = i / 4 % 2 == 0 ? MarkeringBeleid::kEnkel : MarkeringBeleid::kTweevoudig;
    SuppressOptions options;
    options.iterations = 20;
    const Publicatie publicatie = MakePublicatie(telling, beleid, options);
    ASSERT_EQ(publicatie.cells.size(), telling.cells.size());
    if (!publicatie.ingehouden.empty()) {
      ++withheld;
      EXPECT_EQ(beleid.markering, MarkeringBeleid::kTweevoudig) << i << publicatie.ingehouden;
      for (const Markering m : publicatie.cells) EXPECT_EQ(m, Markering::kVerborgen);
      continue;
    }
    for (size_t c = 0; c < telling.cells.size(); ++c) {
      const bool any_pupils = telling.leerlingen[c / (kCategorieen * telling.Intervals())] > 0;
      const int64_t n = telling.cells[c];
      const bool small = any_pupils && n < 5 && (n > 0 || beleid.nul == NulBeleid::kVerbergen);
      if (small) {
        EXPECT_NE(publicatie.cells[c], Markering::kGetoond);
      }
      if (publicatie.cells[c] == Markering::kOnderDrempel) {
        EXPECT_LT(n, 5);
      }
      if (publicatie.minstens[c]) {
        EXPECT_GE(n, 5);
      }
    }
    const GedrukteSchool printed = Print(telling, publicatie, beleid);
    const Result<Controle> controle =
        ControleerSchool(printed, std::vector<std::string>(telling.cells.size(), "cel"));
    ASSERT_TRUE(controle);
    EXPECT_TRUE(controle->Veilig()) << i;
    // The witnesses come from the publicatie alone: a second audit of what is printed gives the same ones.
    const SchoolSystem school = MakeSchoolSystem(printed.frame);
    EXPECT_TRUE(RunAudit(school.system, ViewOf(printed, school)).certificate == publicatie.certificate);
  }
  EXPECT_LT(withheld, 40);
}

TEST(PublicatieTest, HidingOnlySmallCountsLeaks) {
  Random random(9);
  const Telling telling = GeneratedSchool(random, 790, 4, true);
  PublicatieBeleid beleid;
  Publicatie only;
  for (const int64_t n : telling.cells) only.cells.push_back(n < 5 ? Markering::kVerborgen : Markering::kGetoond);
  only.minstens.assign(telling.cells.size(), 0);
  const Result<Controle> controle =
      ControleerSchool(Print(telling, only, beleid), std::vector<std::string>(telling.cells.size(), "cel"));
  ASSERT_TRUE(controle);
  EXPECT_FALSE(controle->Veilig());
}

TEST(PublicatieTest, ContradictionShowsNothing) {
  Random random(9);
  Telling telling = GeneratedSchool(random, 100, 2, true);
  ++telling.cells[telling.CellIndex(1, 0, 0)];
  const Publicatie publicatie = MakePublicatie(telling, {});
  EXPECT_NE(publicatie.ingehouden.find("tegen"), std::string::npos);
  for (const Markering m : publicatie.cells) EXPECT_EQ(m, Markering::kVerborgen);
  for (const Markering m : publicatie.minutes) EXPECT_EQ(m, Markering::kVerborgen);
}

TEST(PublicatieTest, EmptySubdivisionIsShown) {
  Random random(9);
  Telling telling = GeneratedSchool(random, 100, 1, true);
  telling.onderverdelingen.emplace_back("leeg");
  telling.leerlingen.push_back(0);
  telling.cells.resize(telling.cells.size() + kCategorieen * telling.Intervals(), 0);
  telling.minutes.resize(telling.minutes.size() + kCategorieen, 0);
  telling.minutes_pupils.resize(telling.minutes_pupils.size() + kCategorieen, 0);
  const Publicatie publicatie = MakePublicatie(telling, {});
  ASSERT_EQ(publicatie.ingehouden, "");
  for (size_t i = telling.CellIndex(2, 0, 0); i < telling.cells.size(); ++i) {
    EXPECT_EQ(publicatie.cells[i], Markering::kGetoond);
  }
}

TEST(HoursTest, FewPupilsAndWhatGivesThemAwayAreHidden) {
  Random random(31);
  for (int i = 0; i < 30; ++i) {
    const Telling telling = GeneratedSchool(random, 60 + random.Below(900), 3, true);
    const Publicatie publicatie = MakePublicatie(telling, {});
    ASSERT_EQ(publicatie.ingehouden, "");
    for (size_t sub = 0; sub < telling.leerlingen.size(); ++sub) {
      const Markering* m = &publicatie.minutes[sub * kCategorieen];
      for (size_t c = 0; c < kCategorieen; ++c) {
        const int64_t pupils = telling.minutes_pupils[sub * kCategorieen + c];
        if (pupils > 0 && pupils < 5) {
          EXPECT_EQ(m[c], Markering::kVerborgen);
        }
        for (size_t k = 0; k < telling.Intervals(); ++k) {
          if (publicatie.cells[telling.CellIndex(sub, c, k)] == Markering::kGetoond) continue;
          EXPECT_EQ(m[c], Markering::kVerborgen);
        }
      }
      // totaal = geoorloofd + ongeoorloofd: one of three alone cannot be hidden.
      const int hidden =
          (m[0] != Markering::kGetoond) + (m[1] != Markering::kGetoond) + (m[3] != Markering::kGetoond);
      EXPECT_NE(hidden, 1);
    }
  }
}

}  // namespace
}  // namespace verzuim
