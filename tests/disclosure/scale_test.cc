// What makes large tables fast is the same as what small tables do: parts audited again, the first pattern, stopping.
#include <gtest/gtest.h>

#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "core/disclosure/audit.h"
#include "core/disclosure/pattern.h"
#include "core/disclosure/propagate.h"
#include "core/disclosure/table_publicatie.h"
#include "tests/disclosure/random_tables.h"

namespace verzuim {
namespace {

TEST(AuditorTest, AgainIsTheAuditOfTheViewAsItHasBecome) {
  Random random(41);
  int changed = 0;
  for (int i = 0; i < 400; ++i) {
    const CountTable table = RandomTable(random, 24);
    const PublicatieBeleid beleid = RandomBeleid(random);
    std::vector<char> hidden = SmallCells(table, beleid);
    for (char& h : hidden) h = h || random.Below(3) == 0;
    ReaderView view = ViewOfPattern(table, hidden, beleid);
    Auditor auditor(table.system, view);
    ASSERT_EQ(auditor.Run(), AuditState::kDone);
    std::vector<CellId> said;
    for (CellId c = 0; c < table.counts.size(); ++c) {
      if (view.bounds[c].IsShown() || table.counts[c] < 5 || random.Below(3) != 0) continue;
      view.bounds[c].lo = 5;
      view.needs[c] = {};
      said.push_back(c);
    }
    ASSERT_EQ(auditor.Again(said), AuditState::kDone);
    const Audit again = auditor.Take();
    const Audit whole = RunAudit(table.system, view);
    EXPECT_TRUE(again.certificate == whole.certificate) << i;
    EXPECT_EQ(again.given_away, whole.given_away) << i;
    changed += !said.empty();
  }
  EXPECT_GT(changed, 200);
}

TEST(AuditorTest, AWitnessNamesOnlyWhatDiffersFromTheBase) {
  Random random(42);
  for (int i = 0; i < 100; ++i) {
    const CountTable table = RandomTable(random, 30);
    const ReaderView view = ViewOfPattern(table, std::vector<char>(table.counts.size(), 1), {});
    const Audit audit = RunAudit(table.system, view);
    for (const std::vector<CellValue>& witness : audit.certificate.witnesses) {
      EXPECT_FALSE(witness.empty());
      for (const CellValue& change : witness) EXPECT_NE(change.value, audit.certificate.base[change.cell]);
    }
  }
}

TEST(PropagateTest, NarrowsByOneRelationAtATime) {
  CountSystem system;
  system.AddCells(5);
  system.AddRelation({0}, {1, 2});  // 40 = x + y
  system.AddRelation({4}, {2, 3});  // 12 = y + z
  std::vector<Bounds> bounds = {{40, 40}, {0, kUnbounded}, {0, kUnbounded}, {5, kUnbounded}, {12, 12}};
  Propagate(system, {0, 1}, bounds);
  const std::vector<Bounds> narrowed = {{40, 40}, {33, 40}, {0, 7}, {5, 12}, {12, 12}};
  EXPECT_EQ(bounds, narrowed);
}

// x is the sum of eight parts, and each part is all of x but one: the least x grows eightfold with each round.
TEST(PropagateTest, StopsWhereRelationsContradictEachOther) {
  CountSystem system;
  system.AddCells(17);
  system.AddRelation({0}, {1, 2, 3, 4, 5, 6, 7, 8});
  std::vector<uint32_t> relations = {0};
  std::vector<Bounds> bounds(17);
  bounds[0].lo = 5;
  for (CellId part = 1; part <= 8; ++part) {
    system.AddRelation({0}, {part, part + 8});
    bounds[part + 8].hi = 1;
    relations.push_back(part);
  }
  Propagate(system, relations, bounds);
  for (CellId c = 0; c <= 8; ++c) {
    EXPECT_GT(bounds[c].lo, kMaxCount / 2) << c;
    EXPECT_LE(bounds[c].lo, kMaxCount) << c;
    EXPECT_EQ(bounds[c].hi, kUnbounded) << c;
  }
}

TEST(PropagateTest, LeavesRoomForEveryTable) {
  Random random(43);
  int narrower = 0;
  for (int i = 0; i < 200; ++i) {
    const CountTable table = RandomTable(random, 24);
    std::vector<char> hidden = SmallCells(table, {});
    for (char& h : hidden) h = h || random.Below(4) == 0;
    const ReaderView view = ViewOfPattern(table, hidden, {});
    std::vector<uint32_t> relations(table.system.relations());
    std::iota(relations.begin(), relations.end(), 0U);
    std::vector<Bounds> bounds = view.bounds;
    Propagate(table.system, relations, bounds);
    AuditOptions options;
    options.ranges = true;
    const Audit audit = RunAudit(table.system, view, options);
    for (CellId c = 0; c < bounds.size(); ++c) {
      EXPECT_TRUE(bounds[c].Contains(table.counts[c])) << i;
      EXPECT_LE(bounds[c].lo, audit.cells[c].lowest) << i;
      EXPECT_GE(bounds[c].hi, audit.cells[c].highest) << i;
      narrower += !(bounds[c] == view.bounds[c]);
    }
  }
  EXPECT_GT(narrower, 200);
}

TEST(PatternTest, KnowsWhichDemandsUseACell) {
  CountSystem system;
  system.AddCells(4);
  system.AddRelation({0}, {1, 2, 3});
  system.Index();
  SuppressProblem problem;
  problem.system = &system;
  problem.truth = {20, 3, 8, 9};
  problem.role = {CellRole::kFree, CellRole::kHidden, CellRole::kFree, CellRole::kFree};
  problem.hidden.assign(4, {});
  problem.needs.assign(4, {0, 4});
  problem.weight.assign(4, 1);
  const Demands demands(problem);
  ASSERT_EQ(demands.Firm(), 2U);  // the 3 as 0 and as 4
  EXPECT_EQ(demands.size(), 5U);  // and a guise for each open cell
  Pattern pattern(problem, demands);
  EXPECT_EQ(pattern.hidden, (std::vector<char>{0, 1, 0, 0}));
  pattern.Hide(problem, 2);
  pattern.SetSupport(0, {2});
  pattern.SetSupport(1, {2});
  EXPECT_EQ(pattern.UsersOf(2), (std::vector<size_t>{0, 1}));
  EXPECT_EQ(pattern.cost, (HidingCost{1, 8}));
  pattern.SetSupport(0, {});
  EXPECT_EQ(pattern.UsersOf(2), (std::vector<size_t>{1}));
  pattern.Show(problem, demands, 2);
  EXPECT_EQ(pattern.cost, HidingCost{});
}

// Sites in gemeenten, and in samenwerkingsverbanden that cross them when asked.
struct Files {
  std::string table = "site,soort,interval,n\n";
  std::string hierarchy = "dim,code,parent\n";
};
Files Sites(size_t sites, bool crossing) {
  Random random(7);
  Files files;
  for (size_t s = 0; s < sites; ++s) {
    const std::string site = "v" + std::to_string(s);
    files.hierarchy += "site," + site + ",g" + std::to_string(s / 4) + "\n";
    if (crossing) files.hierarchy += "site," + site + ",w" + std::to_string(s / 3 % 4) + "\n";
    const size_t size = 10 + random.Below(30);
    for (size_t c = 0; c < 4; ++c) {
      for (size_t i = 0; i < 3; ++i) {
        const size_t n = random.Below(2 + 2 * size * (4 - c) * (3 - i) / 6);
        files.table += site + ",c" + std::to_string(c) + ",i" + std::to_string(i) + "," + std::to_string(n) + "\n";
      }
    }
  }
  return files;
}

TEST(SuppressTest, StoppedAtTheFirstSafePatternThatIsTheAnswer) {
  for (const bool crossing : {false, true}) {
    for (const NulBeleid nul : {NulBeleid::kVerbergen, NulBeleid::kTonen}) {
      const Files files = Sites(crossing ? 24 : 60, crossing);
      PublicatieBeleid beleid;
      beleid.nul = nul;
      SuppressOptions options;
      options.iterations = 1000;
      int64_t first = -1;
      options.progress = [&](const SuppressProgress& now) {
        if (now.safe && first < 0) first = now.cost.weight;
        return !now.safe;
      };
      const Result<TablePublicatie> made = SuppressTable(files.table, files.hierarchy, beleid, {}, options);
      ASSERT_TRUE(made) << made.problem().message;
      EXPECT_EQ(made->cost.weight, first);
      EXPECT_LE(made->iterations, 1);
      const Result<Controle> controle = ControleerTable(made->printed);
      ASSERT_TRUE(controle);
      EXPECT_TRUE(controle->Veilig());
    }
  }
}

}  // namespace
}  // namespace verzuim
