#include "core/disclosure/audit.h"

#include <gtest/gtest.h>

#include "core/disclosure/boxes.h"
#include "core/disclosure/proven.h"
#include "core/disclosure/table_publicatie.h"
#include "tests/disclosure/brute_force.h"
#include "tests/disclosure/random_tables.h"

namespace verzuim {
namespace {

constexpr Bounds kHidden{0, kUnbounded};
constexpr Need kSmall{0, 4};

Bounds Shown(int64_t n) {
  return {n, n};
}

// 15 = 10 + 5 + x + x: a sum without room gives both zeros away.
TEST(AuditTest, SumWithoutRoomGivesZerosAway) {
  CountSystem system;
  system.AddCells(5);
  system.AddRelation({0}, {1, 2, 3, 4});
  system.Index();
  const ReaderView view{{Shown(15), Shown(10), Shown(5), kHidden, kHidden}, {{}, {}, {}, kSmall, kSmall}};
  const Audit audit = RunAudit(system, view, {.ranges = true});
  EXPECT_EQ(audit.given_away, (std::vector<CellId>{3, 4}));
  EXPECT_EQ(audit.cells[3].lowest, 0);
  EXPECT_EQ(audit.cells[3].highest, 0);
  const Recipe recipe = RecipeFor(system, view, 3, true);
  EXPECT_EQ(recipe.bound, 0);
  EXPECT_EQ(recipe.shown.size(), 3U);
}

// The papers' example: A = 3 and B = 4 hidden, the region's 7 shown.
TEST(AuditTest, RegionOfSeven) {
  CountSystem system;
  system.AddCells(3);
  system.AddRelation({2}, {0, 1});
  system.Index();
  const ReaderView one{{kHidden, kHidden, Shown(7)}, {kSmall, kSmall, {}}};
  EXPECT_TRUE(RunAudit(system, one).Safe());
  const ReaderView two{{{0, 4}, {0, 4}, Shown(7)}, {kSmall, kSmall, {}}};
  const Audit audit = RunAudit(system, two, {.ranges = true});
  EXPECT_EQ(audit.given_away, (std::vector<CellId>{0, 1}));
  EXPECT_EQ(audit.cells[0].lowest, 3);
  EXPECT_EQ(audit.cells[0].highest, 4);
}

TEST(AuditTest, ContradictionIsNamed) {
  CountSystem system;
  system.AddCells(3);
  system.AddRelation({2}, {0, 1});
  system.Index();
  EXPECT_EQ(RunAudit(system, {{Shown(1), Shown(1), Shown(3)}, {{}, {}, {}}}).state, AuditState::kContradiction);
  EXPECT_EQ(RunAudit(system, {{kHidden, Shown(4), Shown(3)}, {{}, {}, {}}}).state, AuditState::kContradiction);
}

// 2x = 3 has a solution, but not in whole numbers.
TEST(AuditTest, HalvesAreNotPupils) {
  CountSystem system;
  system.AddCells(4);
  system.AddRelation({3}, {0, 1});
  system.AddRelation({0}, {1});
  system.Index();
  EXPECT_EQ(RunAudit(system, {{kHidden, kHidden, kHidden, Shown(3)}, {{}, {}, {}, {}}}).state,
            AuditState::kContradiction);
}

struct Mini {
  const char* name;
  std::vector<int64_t> counts;
};

// Tables on which other tools failed. Hiding the small counts alone is not enough, and what Suppress makes is.
TEST(AuditTest, MiniTablesThatBrokeOtherTools) {
  const char* const tables[] = {
      "r,k,aantal\na,1,1\na,2,1\na,3,7\na,4,1\na,5,0\nb,1,1\nb,2,0\nb,3,0\nb,4,2\nb,5,8\n",  // three singletons
      "r,k,aantal\na,1,11\nb,1,7\nc,1,3\nd,1,9\ne,1,4\n",
      "r,k,aantal\na,1,15\nb,1,5\nc,1,3\n",
  };
  const char* const hierarchies[] = {
      "", "dim,code,parent\nr,a,P\nr,b,P\nr,c,Q\nr,d,Q\nr,e,Q\nr,a,S\nr,c,S\nr,b,T\nr,d,T\nr,e,T\n", ""};
  for (size_t t = 0; t < 3; ++t) {
    for (const NulBeleid nul : {NulBeleid::kVerbergen, NulBeleid::kTonen}) {
      SCOPED_TRACE(t);
      PublicatieBeleid beleid;
      beleid.nul = nul;
      const Result<TablePublicatie> made = SuppressTable(tables[t], hierarchies[t], beleid);
      ASSERT_TRUE(made) << made.problem().message;
      const Result<Controle> controle = ControleerTable(made->printed);
      ASSERT_TRUE(controle);
      EXPECT_TRUE(controle->Veilig());

      const Result<CountTable> table = ReadCountTable(tables[t], hierarchies[t]);
      const Audit primary = RunAudit(table->system, ViewOfPattern(*table, SmallCells(*table, beleid), beleid));
      EXPECT_FALSE(primary.Safe());
    }
  }
}

// The audit against all whole tables, on patterns safe and unsafe.
TEST(AuditTest, AgreesWithBruteForce) {
  Random random(20260101);
  int compared = 0, unsafe = 0;
  for (int i = 0; i < 10000; ++i) {
    const CountTable table = RandomTable(random, 8);
    const PublicatieBeleid beleid = RandomBeleid(random);
    std::vector<char> hidden = SmallCells(table, beleid);
    const size_t more = random.Below(4);
    for (char& h : hidden) h = h || random.Below(10) < more;
    const ReaderView view = ViewOfPattern(table, hidden, beleid);
    const auto possible = PossibleValues(table.system, view.bounds, table.counts.back() + 8, 20000);
    const Audit audit = RunAudit(table.system, view);
    ASSERT_EQ(audit.state, AuditState::kDone);
    if (audit.Safe()) {
      ASSERT_FALSE(Verify(table.system, view, audit.certificate).has_value()) << i;
    }
    if (!possible) continue;
    ++compared;
    unsafe += !audit.Safe();
    for (CellId c = 0; c < table.counts.size(); ++c) {
      for (int v = view.needs[c].first; v <= view.needs[c].last; ++v) {
        ASSERT_EQ(audit.cells[c].possible >> v & 1, (*possible)[c] >> v & 1)
            << "table " << i << " cell " << c << " = " << v;
      }
    }
  }
  EXPECT_GT(compared, 2000);
  EXPECT_GT(unsafe, 500);
}

// What controleer says of a publicatie that nobody vouches for: safe only when every hidden cell allows all of the
// small values or none of them. Then no count that is really small was narrowed, whichever of the hidden ones that
// are.
TEST(ControleTest, SafeMeansAllOrNone) {
  Random random(20260202);
  int compared = 0, safe = 0, never = 0, careful = 0;
  for (int i = 0; i < 2500; ++i) {
    const CountTable table = RandomTable(random, 8);
    const PublicatieBeleid beleid = RandomBeleid(random);
    std::vector<char> hidden = SmallCells(table, beleid);
    const size_t more = 3 + random.Below(7);
    for (char& h : hidden) h = h || random.Below(10) < more;
    const ReaderView view = ViewOfPattern(table, hidden, beleid);
    const auto possible = PossibleValues(table.system, view.bounds, table.counts.back() + 8, 20000);
    if (!possible) continue;
    PrintedTable printed{table.dimensions, beleid, {}};
    bool all_or_none = true;
    for (CellId c = 0; c < table.counts.size(); ++c) {
      const int64_t n = table.counts[c];
      const bool two = beleid.markering == MarkeringBeleid::kTweevoudig;
      GedruktAantal cell;
      if (view.bounds[c].IsShown()) {
        cell.aantal = n;
      } else {
        cell.markering = two && n < beleid.drempel ? Markering::kOnderDrempel : Markering::kVerborgen;
      }
      printed.cells.push_back(cell);
      int can = 0, needed = 0;
      for (int v = view.needs[c].first; v <= view.needs[c].last; ++v) {
        ++needed;
        can += static_cast<int>((*possible)[c] >> v & 1);
      }
      all_or_none = all_or_none && (can == 0 || can == needed);
      never += needed > 0 && can == 0;
    }
    const Result<Controle> controle = ControleerTable(printed);
    ASSERT_TRUE(controle);
    ++compared;
    safe += controle->Veilig();
    if (controle->Veilig()) {
      ASSERT_TRUE(all_or_none) << i;
    }
    careful += all_or_none && !controle->Veilig();
  }
  EXPECT_GT(compared, 500);
  EXPECT_GT(safe, 100);
  EXPECT_GT(never, 100);
  EXPECT_LT(careful, compared / 100);  // "none" that only whole numbers show counts as given away
}

// Every pattern that Suppress makes of random tables is safe, for the auditor and for the verifier.
TEST(AuditTest, SuppressedTablesAreSafe) {
  Random random(77);
  int none = 0;
  for (int i = 0; i < 1000; ++i) {
    const CountTable table = RandomTable(random, 24);
    const PublicatieBeleid beleid = RandomBeleid(random);
    SuppressProblem problem;
    problem.system = &table.system;
    problem.truth = table.counts;
    const size_t n = table.counts.size();
    const ReaderView all = ViewOfPattern(table, std::vector<char>(n, 1), beleid);
    const std::vector<char> small = SmallCells(table, beleid);
    for (CellId c = 0; c < n; ++c) problem.role.push_back(small[c] ? CellRole::kHidden : CellRole::kFree);
    for (CellId c = 0; c < n; ++c) {
      // A zero that no marker fits cannot be hidden; ViewOfPattern showed it.
      if (all.bounds[c].IsShown()) problem.role[c] = CellRole::kShown;
    }
    problem.hidden = all.bounds;
    problem.needs = all.needs;
    problem.weight.assign(n, 1);
    const BoxSource boxes(table);
    const auto pattern =
        FindProvenPattern(problem, beleid.drempel, &boxes, {.seed = 1, .iterations = 5, .progress = {}});
    if (!pattern) {
      ++none;
      EXPECT_EQ(beleid.markering, MarkeringBeleid::kTweevoudig) << i;
      continue;
    }
    EXPECT_FALSE(Verify(table.system, pattern->view, pattern->audit.certificate).has_value());
    for (CellId c = 0; c < n; ++c) {
      EXPECT_TRUE(!small[c] || pattern->hidden[c]);
      EXPECT_TRUE(pattern->view.bounds[c].Contains(table.counts[c]));
    }
  }
  EXPECT_LT(none, 500);
}

// A certificate in which any one number was changed is refused, unless it is still a proof.
TEST(VerifyTest, RefusesMutations) {
  const Result<TablePublicatie> made =
      SuppressTable("r,k,aantal\na,x,3\na,y,12\na,z,9\nb,x,14\nb,y,2\nb,z,30\nc,x,8\nc,y,6\nc,z,11\n", "", {});
  ASSERT_TRUE(made);
  const Result<CountTable> table =
      ReadCountTable("r,k,aantal\na,x,3\na,y,12\na,z,9\nb,x,14\nb,y,2\nb,z,30\nc,x,8\nc,y,6\nc,z,11\n", "");
  const ReaderView view = ViewOf(made->printed);
  const Certificate& good = made->certificate;
  ASSERT_FALSE(Verify(table->system, view, good).has_value());
  for (size_t i = 0; i < good.base.size(); ++i) {
    for (const int64_t step : {-1, 1}) {
      Certificate bad = good;
      bad.base[i] += step;
      EXPECT_TRUE(Verify(table->system, view, bad).has_value()) << i;
    }
  }
  for (size_t w = 0; w < good.witnesses.size(); ++w) {
    for (size_t i = 0; i < good.witnesses[w].size(); ++i) {
      Certificate bad = good;
      ++bad.witnesses[w][i].value;
      EXPECT_TRUE(Verify(table->system, view, bad).has_value());
      bad = good;
      bad.witnesses[w][i].cell = static_cast<CellId>(good.base.size());
      EXPECT_TRUE(Verify(table->system, view, bad).has_value());
      bad = good;
      bad.witnesses[w].erase(bad.witnesses[w].begin() + static_cast<std::ptrdiff_t>(i));
      EXPECT_TRUE(Verify(table->system, view, bad).has_value());
    }
  }
  Certificate fewer = good;
  fewer.witnesses.clear();
  EXPECT_EQ(Verify(table->system, view, fewer)->fault, CertificateFault::kNotCovered);
  for (CellId c = 0; c < good.base.size(); ++c) {
    if (!view.bounds[c].IsShown()) continue;
    ReaderView other = view;
    ++other.bounds[c].lo;
    ++other.bounds[c].hi;
    EXPECT_TRUE(Verify(table->system, other, good).has_value());
  }
}

}  // namespace
}  // namespace verzuim
