// Every melding is where the keuzehulp of its episode ends, and every missed lesson stands in one episode: random
// pupils.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cstdlib>
#include <map>
#include <string>
#include <tuple>

#include "core/rules/evaluate.h"
#include "tests/oracle/random_case.h"

namespace verzuim::oracle {
namespace {

constexpr int kCases = 4000;

PupilOutcome Outcome(const Case& c) {
  const SchoolCalendar calendar(c.Config());
  return EvaluatePupil(c.Facts(), {calendar, c.options, c.profiel, c.peildatum});
}

class KeuzehulpPropertiesTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    setenv("RC_PARAMS", ("seed=20261122 max_success=" + std::to_string(kCases)).c_str(), /*overwrite=*/0);
  }
};

TEST_F(KeuzehulpPropertiesTest, EveryMeldingIsWhereItsEpisodeEnds) {
  std::map<KeuzeUitkomst, int> seen;
  int cases = 0;
  EXPECT_TRUE(rc::check("each melding has one path, which ends in its soort", [&seen, &cases] {
    ++cases;
    const Case c = *rc::gen::exec(DrawCase);
    const PupilOutcome outcome = Outcome(c);
    std::map<std::tuple<MeldingSoort, int>, Date> open;
    for (const Melding& m : outcome.meldingen) open[{m.soort, m.volgnummer}] = m.meldbaar_vanaf;
    for (const Episode& episode : outcome.episodes) {
      RC_ASSERT(!episode.paden.empty());
      for (const EpisodePad& pad : episode.paden) {
        ++seen[pad.pad.uitkomst];
        RC_ASSERT(episode.van <= pad.op && pad.op <= episode.tot);
        const auto soort = TekstVan(pad.pad.uitkomst).soort;
        RC_ASSERT(soort.has_value() == (pad.volgnummer > 0));
        if (!soort) continue;
        const auto melding = open.find({*soort, pad.volgnummer});
        RC_ASSERT(melding != open.end());
        RC_ASSERT(melding->second == pad.op);
        open.erase(melding);
      }
    }
    RC_ASSERT(open.empty());
  }));
  for (int u = 0; u < kKeuzeUitkomsten; ++u) {
    EXPECT_GE(seen[static_cast<KeuzeUitkomst>(u)], cases / 1000) << TekstVan(static_cast<KeuzeUitkomst>(u)).wire;
  }
}

TEST_F(KeuzehulpPropertiesTest, EveryMissedLessonStandsInOneEpisode) {
  EXPECT_TRUE(rc::check("episodes share out the missed time and do not overlap", [] {
    const Case c = *rc::gen::exec(DrawCase);
    std::map<EpisodeAard, int> expected, got;
    for (const MissedLesson& lesson : c.missed) {
      const Judgement judgement = JudgementOf(lesson.reason);
      if (lesson.date > c.peildatum || !c.pupil.EnrolledOn(lesson.date)) continue;
      if (judgement == Judgement::kNoDueTime || judgement == Judgement::kNotAbsence) continue;
      EpisodeAard aard = EpisodeAard::kOngeoorloofd;
      if (lesson.reason == ReasonClass::kZiekte) aard = EpisodeAard::kZiekte;
      if (lesson.reason == ReasonClass::kLuxe) aard = EpisodeAard::kVakantie;
      expected[aard == EpisodeAard::kOngeoorloofd ? EpisodeAard::kGeoorloofd : aard] += lesson.missed.value;
    }
    Date last;
    EpisodeAard aard = EpisodeAard::kOnverklaard;
    std::map<EpisodeAard, Date> end;
    for (const Episode& episode : Outcome(c).episodes) {
      RC_ASSERT(std::tie(last, aard) < std::tie(episode.van, episode.aard));
      std::tie(last, aard) = std::tie(episode.van, episode.aard);
      RC_ASSERT(episode.van <= episode.tot);
      RC_ASSERT(episode.lesdagen >= 1 && episode.lesdagen <= episode.tot - episode.van + 1);
      RC_ASSERT(end.count(episode.aard) == 0 || end[episode.aard] < episode.van);
      end[episode.aard] = episode.tot;
      // Which lessons are geoorloofd, unexplained or neither is for the rules to say.
      const bool named = episode.aard == EpisodeAard::kZiekte || episode.aard == EpisodeAard::kVakantie;
      got[named ? episode.aard : EpisodeAard::kGeoorloofd] += episode.gemist.value;
    }
    for (const EpisodeAard kind : {EpisodeAard::kZiekte, EpisodeAard::kVakantie, EpisodeAard::kGeoorloofd}) {
      RC_ASSERT(got[kind] == expected[kind]);
    }
  }));
}

}  // namespace
}  // namespace verzuim::oracle
