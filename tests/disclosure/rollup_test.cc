#include "core/disclosure/rollup.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

#include "core/disclosure/random.h"
#include "tests/disclosure/brute_force.h"
#include "tests/disclosure/generated_school.h"

namespace verzuim {
namespace {

// A site of one subdivision with intervals "0" and "(0,100]": `above` pupils have some absence of every category.
SiteTelling SimpleSite(const std::string& name, int64_t pupils, int64_t above) {
  Telling t;
  t.onderverdelingen = {"totaal"};
  t.bounds = {0};
  t.leerlingen = {pupils};
  t.zonder_lestijd = {0};
  for (size_t c = 0; c < kCategorieen; ++c) {
    t.cells.insert(t.cells.end(), {pupils - above, above});
    t.minutes.push_back(60 * above);
    t.minutes_pupils.push_back(above);
  }
  return {name, t};
}

PublicatieBeleid Beleid(MarkeringBeleid markering, int drempel = 5, NulBeleid nul = NulBeleid::kVerbergen) {
  PublicatieBeleid beleid;
  beleid.drempel = drempel;
  beleid.markering = markering;
  beleid.nul = nul;
  return beleid;
}

size_t BlockOf(const Oprol& oprol, Niveau niveau, const std::string& naam, const std::string& sub = "totaal") {
  for (size_t b = 0; b < oprol.blocks.size(); ++b) {
    const RollupBlock& block = oprol.blocks[b];
    if (block.niveau == niveau && block.naam == naam && block.onderverdeling == sub) return b;
  }
  ADD_FAILURE() << "no block " << naam;
  return 0;
}

const GedruktAantal& CellAt(const Oprol& oprol, size_t block, Categorie categorie, size_t interval) {
  const size_t intervals = oprol.printed.frame.Intervals();
  return oprol.printed.cells[(block * kCategorieen + static_cast<size_t>(categorie)) * intervals + interval];
}

// Sites of several sizes, some with subdivisions, in gemeenten and samenwerkingsverbanden that cross.
void GeneratedRegion(Random& random, size_t sites, std::vector<SiteTelling>* tellingen,
                     std::vector<Indeling>* indeling) {
  for (size_t s = 0; s < sites; ++s) {
    const bool vo = s % 3 == 0;
    const std::string name = "S" + std::to_string(100 + s);
    tellingen->push_back({name, GeneratedSchool(random, 30 + random.Below(vo ? 400 : 150), vo ? 2 : 1, vo)});
    indeling->push_back({name, "g" + std::to_string(s % 2), s == 1 ? "" : "w" + std::to_string(s / 2 % 2)});
  }
}

TEST(RollupTest, ExampleOfThePapers) {
  const std::vector<SiteTelling> sites = {SimpleSite("A", 43, 3), SimpleSite("B", 44, 4)};
  const std::vector<Indeling> indeling = {{"A", "R", ""}, {"B", "R", ""}};
  const Result<Oprol> one = TelOp(sites, indeling, Beleid(MarkeringBeleid::kEnkel));
  ASSERT_TRUE(one);
  const size_t region = BlockOf(*one, Niveau::kGemeente, "R");
  EXPECT_EQ(CellAt(*one, region, Categorie::kTotaal, 1).aantal, 7);
  EXPECT_FALSE(CellAt(*one, BlockOf(*one, Niveau::kVestiging, "A"), Categorie::kTotaal, 1).aantal.has_value());
  EXPECT_TRUE(ControleerOprol(one->printed)->Veilig());

  const Result<Oprol> two = TelOp(sites, indeling, Beleid(MarkeringBeleid::kTweevoudig, 5, NulBeleid::kTonen));
  ASSERT_TRUE(two) << two.problem().message;
  EXPECT_FALSE(CellAt(*two, region, Categorie::kTotaal, 1).aantal.has_value());
  EXPECT_TRUE(ControleerOprol(two->printed)->Veilig());

  // When zero is a secret too, "<5", "<5" and "x" (at least five) already say that neither is zero.
  EXPECT_FALSE(TelOp(sites, indeling, Beleid(MarkeringBeleid::kTweevoudig)));

  // With "<5", "<5" and 7 a reader knows that each is 3 or 4.
  GedrukteOprol leak = two->printed;
  const size_t at = (region * kCategorieen + static_cast<size_t>(Categorie::kTotaal)) * 2 + 1;
  leak.cells[at] = {7, Markering::kGetoond, false};
  const Result<Controle> controle = ControleerOprol(leak);
  ASSERT_TRUE(controle);
  EXPECT_FALSE(controle->Veilig());
  EXPECT_EQ(controle->regels[1].naam, "A, totaal, totaal, (0,100]");
  EXPECT_EQ(controle->regels[1].laagste, 3);
  EXPECT_EQ(controle->regels[1].hoogste, 4);
  EXPECT_TRUE(controle->regels[1].prijsgegeven);
}

TEST(RollupTest, ASchoolKnowsItsOwnNumbers) {
  const Result<Oprol> oprol = TelOp({SimpleSite("A", 43, 3), SimpleSite("B", 44, 4)},
                                    {{"A", "R", ""}, {"B", "R", ""}}, Beleid(MarkeringBeleid::kEnkel));
  ASSERT_TRUE(oprol);
  const std::vector<int64_t> own = {40, 3, 40, 3, 40, 3, 40, 3};
  const Result<Controle> controle = ControleerAlsSchool(oprol->printed, "A", own);
  ASSERT_TRUE(controle);
  // 7 - 3 = 4: site A works out site B, and nothing is said about A itself.
  EXPECT_FALSE(controle->Veilig());
  for (const ControleRegel& regel : controle->regels) EXPECT_EQ(regel.naam.front(), 'B');
  const Result<std::vector<SchoolLezer>> all = ControleerElkeSchool(*oprol);
  ASSERT_TRUE(all);
  ASSERT_EQ(all->size(), 2U);
  EXPECT_EQ(all->front().site, "A");
  EXPECT_EQ(all->front().controle.regels.size(), controle->regels.size());
  EXPECT_FALSE(ControleerAlsSchool(oprol->printed, "C", own));
  EXPECT_FALSE(ControleerAlsSchool(oprol->printed, "A", {40, 3}));
}

// 11, 7, 3, 9, 4 with two roll-ups: each roll-up alone looks safe, both together give the 3 away.
TEST(RollupTest, TwoRollUpsAreOneSystem) {
  const int64_t above[] = {11, 7, 3, 9, 4};
  std::vector<SiteTelling> sites;
  std::vector<Indeling> indeling;
  for (size_t s = 0; s < 5; ++s) {
    const std::string name = "S" + std::to_string(s);
    sites.push_back(SimpleSite(name, 60, above[s]));
    indeling.push_back({name, s < 3 ? "a" : "b", s < 2 ? "p" : "q"});
  }
  for (const MarkeringBeleid markering : {MarkeringBeleid::kEnkel, MarkeringBeleid::kTweevoudig}) {
    const Result<Oprol> oprol = TelOp(sites, indeling, Beleid(markering));
    ASSERT_TRUE(oprol);
    EXPECT_TRUE(ControleerOprol(oprol->printed)->Veilig());
    for (const size_t s : {2, 4}) {
      EXPECT_FALSE(CellAt(*oprol, s, Categorie::kTotaal, 1).aantal.has_value());
    }
    // Only the small ones hidden, with the cell next to them: 21 - 11 - 7 = 3.
    GedrukteOprol only = oprol->printed;
    for (size_t i = 0; i < only.cells.size(); ++i) {
      const size_t site = i / 8;
      if (site == 2 || site == 4) continue;
      only.cells[i] = {oprol->aantallen[i], Markering::kGetoond, false};
    }
    const Result<Controle> controle = ControleerOprol(only);
    ASSERT_TRUE(controle);
    EXPECT_FALSE(controle->Veilig());
    EXPECT_EQ(controle->regels[1].laagste, 3);
    EXPECT_EQ(controle->regels[1].hoogste, 3);
    EXPECT_NE(controle->regels[1].recept.find("gemeente a"), std::string::npos) << controle->regels[1].recept;
  }
}

TEST(RollupTest, GeneratedRegionsAreSafeAndExact) {
  Random random(11);
  for (int round = 0; round < 4; ++round) {
    std::vector<SiteTelling> sites;
    std::vector<Indeling> indeling;
    GeneratedRegion(random, 4, &sites, &indeling);
    PublicatieBeleid beleid;
    beleid.nul = round % 2 == 0 ? NulBeleid::kVerbergen : NulBeleid::kTonen;
    SuppressOptions options;
    options.iterations = 1;
    const Result<Oprol> oprol = TelOp(sites, indeling, beleid, options);
    ASSERT_TRUE(oprol) << oprol.problem().message;
    EXPECT_TRUE(ControleerOprol(oprol->printed)->Veilig());
    // Every total, added again here by name.
    for (size_t b = 0; b < oprol->blocks.size(); ++b) {
      const RollupBlock& block = oprol->blocks[b];
      std::vector<int64_t> expected(20, 0);
      for (size_t s = 0; s < sites.size(); ++s) {
        const Telling& t = sites[s].telling;
        const bool inside = block.niveau == Niveau::kLand || indeling[s].gemeente == block.naam ||
                            indeling[s].samenwerkingsverband == block.naam || sites[s].site == block.naam;
        for (size_t k = 0; k < t.onderverdelingen.size() && inside; ++k) {
          if (t.onderverdelingen[k] != block.onderverdeling) continue;
          for (size_t i = 0; i < 20; ++i) expected[i] += t.cells[k * 20 + i];
        }
      }
      for (size_t i = 0; i < 20; ++i) {
        const GedruktAantal& cell = oprol->printed.cells[b * 20 + i];
        EXPECT_EQ(oprol->aantallen[b * 20 + i], expected[i]);
        if (cell.aantal) {
          EXPECT_EQ(*cell.aantal, expected[i]);
          EXPECT_TRUE(block.leerlingen == 0 || expected[i] >= 5 || (round % 2 == 1 && expected[i] == 0));
        }
        if (cell.minstens) {
          EXPECT_GE(expected[i], 5);
        }
      }
    }
    // The order of the input changes nothing, and neither does a second run.
    std::reverse(sites.begin(), sites.end());
    std::rotate(indeling.begin(), indeling.begin() + 1, indeling.end());
    const Result<Oprol> again = TelOp(sites, indeling, beleid, options);
    ASSERT_TRUE(again);
    EXPECT_TRUE(again->certificate == oprol->certificate);
    // The certificate comes from what is printed alone.
    const Result<RollupSystem> rollup = MakeRollupSystem(oprol->printed.frame);
    EXPECT_TRUE(RunAudit(rollup->system, ViewOf(oprol->printed, *rollup)).certificate == oprol->certificate);
  }
}

TEST(RollupTest, AMutatedCertificateIsRefused) {
  Random random(3);
  std::vector<SiteTelling> sites;
  std::vector<Indeling> indeling;
  GeneratedRegion(random, 2, &sites, &indeling);
  SuppressOptions options;
  options.iterations = 0;
  const Result<Oprol> oprol = TelOp(sites, indeling, {}, options);
  ASSERT_TRUE(oprol);
  const Result<RollupSystem> rollup = MakeRollupSystem(oprol->printed.frame);
  const ReaderView view = ViewOf(oprol->printed, *rollup);
  Certificate certificate = oprol->certificate;
  ASSERT_FALSE(Verify(rollup->system, view, certificate));
  for (int64_t& n : certificate.base) {
    ++n;
    EXPECT_TRUE(Verify(rollup->system, view, certificate));
    --n;
  }
  for (std::vector<CellValue>& witness : certificate.witnesses) {
    for (CellValue& change : witness) {
      ++change.value;
      EXPECT_TRUE(Verify(rollup->system, view, certificate));
      --change.value;
    }
  }
  // A shown number that is another one.
  for (size_t i = 0; i < oprol->printed.cells.size(); ++i) {
    if (!oprol->printed.cells[i].aantal) continue;
    GedrukteOprol changed = oprol->printed;
    ++*changed.cells[i].aantal;
    EXPECT_TRUE(Verify(rollup->system, ViewOf(changed, *rollup), certificate));
  }
}

// Any pattern over two or three tiny sites: the audit says exactly what trying all tables says.
TEST(RollupTest, AgreesWithBruteForce) {
  Random random(17);
  int compared = 0, unsafe = 0;
  for (int round = 0; round < 300; ++round) {
    GedrukteOprol printed;
    printed.beleid = Beleid(round % 2 == 0 ? MarkeringBeleid::kEnkel : MarkeringBeleid::kTweevoudig, 2);
    printed.frame.bounds = {0};
    std::vector<SiteTelling> sites;
    std::vector<Indeling> indeling;
    for (size_t s = 0; s < 2; ++s) {
      const int64_t pupils = 2 + static_cast<int64_t>(random.Below(2));
      sites.push_back(
          SimpleSite(std::string(1, static_cast<char>('A' + s)), pupils, static_cast<int64_t>(random.Below(3))));
      indeling.push_back({sites.back().site, "R", ""});
      printed.frame.sites.push_back({indeling.back(), {"totaal"}, {pupils}});
    }
    const Result<RollupSystem> rollup = MakeRollupSystem(printed.frame);
    ASSERT_TRUE(rollup);
    std::vector<int64_t> counts;
    for (const SiteTelling& site : sites) {
      counts.insert(counts.end(), site.telling.cells.begin(), site.telling.cells.end());
    }
    for (int total = 0; total < 2; ++total) {
      for (size_t i = 0; i < 8; ++i) counts.push_back(counts[i] + counts[8 + i]);
    }
    for (const int64_t n : counts) {
      if (random.Below(3) > 0) {
        printed.cells.push_back({n, Markering::kGetoond, false});
      } else {
        const bool small = printed.beleid.markering == MarkeringBeleid::kTweevoudig && n < 2;
        printed.cells.push_back({std::nullopt, small ? Markering::kOnderDrempel : Markering::kVerborgen, false});
      }
    }
    const ReaderView view = ViewOf(printed, *rollup);
    const auto possible = PossibleValues(rollup->system, view.bounds, 6, 400'000);
    if (!possible) continue;
    ++compared;
    const Audit audit = RunAudit(rollup->system, view);
    ASSERT_EQ(audit.state, AuditState::kDone);
    for (CellId c = 0; c < rollup->PublishedCells(); ++c) {
      bool given_away = false;
      for (int v = view.needs[c].first; v <= view.needs[c].last; ++v) given_away |= ((*possible)[c] >> v & 1) == 0;
      EXPECT_EQ(std::binary_search(audit.given_away.begin(), audit.given_away.end(), c), given_away)
          << round << " " << rollup->NameOf(c);
      unsafe += given_away;
    }
  }
  EXPECT_GT(compared, 100);
  EXPECT_GT(unsafe, 50);
}

TEST(RollupTest, ProblemsNameTheSite) {
  const SiteTelling a = SimpleSite("A", 43, 3);
  const SiteTelling b = SimpleSite("B", 44, 4);
  const std::vector<Indeling> both = {{"A", "R", "W"}, {"B", "R", "W"}};
  auto site_of = [](const Result<Oprol>& result) {
    return result ? std::string("fine") : result.problem().place.file;
  };
  EXPECT_EQ(site_of(TelOp({a, b}, {{"A", "R", "W"}}, {})), "B");
  EXPECT_EQ(site_of(TelOp({a}, both, {})), "B");
  EXPECT_EQ(site_of(TelOp({a, b, b}, both, {})), "B");
  EXPECT_EQ(site_of(TelOp({a, b}, {both[0], both[1], both[0]}, {})), "A");
  SiteTelling wrong = b;
  wrong.telling.bounds = {1};
  EXPECT_EQ(site_of(TelOp({a, wrong}, both, {})), "B");
  wrong = b;
  wrong.telling.bounds = {0, 10};
  EXPECT_EQ(site_of(TelOp({a, wrong}, both, {})), "B");
  wrong = b;
  ++wrong.telling.cells[1];  // more pupils than there are
  EXPECT_EQ(site_of(TelOp({a, wrong}, both, {})), "B");
  wrong = b;
  wrong.telling.cells[0] = 42;  // less totaal than geoorloofd
  wrong.telling.cells[1] = 2;
  EXPECT_EQ(site_of(TelOp({a, wrong}, both, {})), "B");
  wrong = b;
  wrong.telling.cells[0] = -1;
  EXPECT_EQ(site_of(TelOp({a, wrong}, both, {})), "B");
  wrong = b;
  wrong.telling.cells.pop_back();
  EXPECT_EQ(site_of(TelOp({a, wrong}, both, {})), "B");
  wrong = b;
  wrong.telling.onderverdelingen = {"alles"};
  EXPECT_EQ(site_of(TelOp({a, wrong}, both, {})), "B");
  wrong = b;
  wrong.telling.periode.dates = {*Date::FromCivil(2026, 1, 1), *Date::FromCivil(2026, 2, 1)};
  EXPECT_EQ(site_of(TelOp({a, wrong}, both, {})), "B");
  EXPECT_FALSE(TelOp({}, {}, {}));
  std::vector<SiteTelling> many(kMaxRollupLeaves + 1, a);
  std::vector<Indeling> places;
  for (size_t s = 0; s < many.size(); ++s) {
    many[s].site = std::to_string(s);
    places.push_back({many[s].site, "R", "W"});
  }
  EXPECT_EQ(TelOp(many, places, {}).problem().code, ProblemCode::kLimitReached);
  EXPECT_EQ(site_of(TelOp({a, b}, both, {})), "fine");
}

TEST(RollupTest, RefusesTooManyIntervals) {
  SiteTelling site = SimpleSite("A", 43, 3);
  const size_t intervals = kMaxRollupIntervals + 1;
  site.telling.bounds.resize(intervals - 1);
  std::iota(site.telling.bounds.begin(), site.telling.bounds.end(), 0);
  site.telling.cells.assign(kCategorieen * intervals, 0);  // nobody has any absence
  for (size_t c = 0; c < kCategorieen; ++c) site.telling.cells[c * intervals] = 43;
  EXPECT_EQ(TelOp({site}, {{"A", "R", "W"}}, {}).problem().code, ProblemCode::kLimitReached);
}

}  // namespace
}  // namespace verzuim
