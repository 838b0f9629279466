// Comparing what was sent with what is due: every melding in exactly one list, and nothing changed without a word.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "core/rules/evaluate.h"
#include "core/rules/vergelijking.h"
#include "tests/oracle/random_case.h"

namespace verzuim::oracle {
namespace {

constexpr int kCases = 3000;
constexpr DateRange kAllDays = {Date::FromCivil(1990, 1, 1).value(), Date::FromCivil(2150, 1, 1).value()};

std::vector<Melding> MeldingenOf(const Case& c) {
  const SchoolCalendar calendar(c.Config());
  return EvaluatePupil(c.Facts(), {calendar, c.options, c.profiel, c.peildatum}).meldingen;
}

std::vector<VerzondenMelding> AsSent(const std::vector<Melding>& meldingen) {
  std::vector<VerzondenMelding> sent;
  for (const Melding& m : meldingen) {
    VerzondenMelding& v = sent.emplace_back();
    v.kern = {m.soort, 0, m.begindatum, m.einddatum, m.meldbaar_vanaf, m.uiterste_datum, m.minuten};
    for (const MeldingRegel& regel : m.regels) v.regels.push_back({regel.date, regel.lesuur, regel.credit});
  }
  return sent;
}

std::vector<Vergeleken> Compare(const std::vector<VerzondenMelding>& sent, const Case& c) {
  const SchoolCalendar calendar(c.Config());
  const RuleContext context{calendar, c.options, c.profiel, c.peildatum};
  return VergelijkLeerling(sent, EvaluatePupil(c.Facts(), context).meldingen, c.Facts(), context, kAllDays);
}

// The same pupil after a correction: a reason, a lesson taken away, a birth date, an option.
Case Corrected(Case c) {
  switch (Draw(0, 3)) {
    case 0:
      for (MissedLesson& lesson : c.missed) {
        if (Draw(0, 5) == 5) lesson.reason = ReasonClass::kZiekte;
      }
      break;
    case 1:
      c.missed.erase(std::remove_if(c.missed.begin(), c.missed.end(), [](const auto&) { return Draw(0, 5) == 5; }),
                     c.missed.end());
      break;
    case 2:
      if (c.pupil.geboortedatum) c.pupil.geboortedatum = *c.pupil.geboortedatum + 40 * Draw(-10, 10);
      break;
    default:
      c.options.venster = Venster::kW1;
      c.options.drempel_minuten = std::max(1, c.options.drempel_minuten + 60 * Draw(-3, 3));
      break;
  }
  return c;
}

bool SameCore(const MeldingKern& a, const MeldingKern& b) {
  return a.soort == b.soort && a.begindatum == b.begindatum && a.einddatum == b.einddatum && a.minuten == b.minuten;
}

class VergelijkingPropertiesTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    setenv("RC_PARAMS", ("seed=20261122 max_success=" + std::to_string(kCases)).c_str(), /*overwrite=*/0);
  }
};

TEST_F(VergelijkingPropertiesTest, ARunBesideItselfIsUnchanged) {
  EXPECT_TRUE(rc::check("all meldingen unchanged", [] {
    const Case c = *rc::gen::exec(DrawCase);
    const std::vector<VerzondenMelding> sent = AsSent(MeldingenOf(c));
    const std::vector<Vergeleken> compared = Compare(sent, c);
    RC_ASSERT(compared.size() == sent.size());
    for (const Vergeleken& v : compared) {
      RC_ASSERT(v.lijst == VergelijkLijst::kOngewijzigd);
      RC_ASSERT(v.redenen.size() == 1U && v.redenen[0].code == VeranderingCode::kGelijk);
      RC_ASSERT(SameCore(sent[*v.verzonden].kern, *v.melding));
    }
  }));
}

TEST_F(VergelijkingPropertiesTest, EachMeldingStandsInOneListAndNothingChangesSilently) {
  std::map<VergelijkLijst, int> seen;
  int cases = 0;
  EXPECT_TRUE(rc::check("each in one list, with a reason", [&seen, &cases] {
    ++cases;
    const Case before = *rc::gen::exec(DrawCase);
    const Case after = Corrected(before);
    std::vector<VerzondenMelding> sent = AsSent(MeldingenOf(before));
    const std::vector<Melding> now = MeldingenOf(after);
    const std::vector<Vergeleken> compared = Compare(sent, after);
    std::multiset<size_t> places;
    std::multiset<std::pair<MeldingSoort, int>> current;
    for (const Vergeleken& v : compared) {
      ++seen[v.lijst];
      RC_ASSERT(!v.redenen.empty());
      RC_ASSERT(v.verzonden.has_value() == (v.lijst != VergelijkLijst::kNieuw));
      if (v.verzonden) places.insert(*v.verzonden);
      if (v.melding) current.insert({v.melding->soort, v.melding->volgnummer});
      if (v.lijst == VergelijkLijst::kInTeTrekken) RC_ASSERT(!v.melding.has_value());
      if (v.lijst == VergelijkLijst::kOngewijzigd && v.redenen[0].code == VeranderingCode::kGelijk) {
        RC_ASSERT(SameCore(sent[*v.verzonden].kern, *v.melding));
      }
    }
    RC_ASSERT(places.size() == sent.size());
    RC_ASSERT((std::set<size_t>(places.begin(), places.end()).size()) == sent.size());
    RC_ASSERT(current.size() == now.size());
    for (const Melding& m : now) RC_ASSERT(current.count({m.soort, m.volgnummer}) == 1U);

    // The order in the file does not matter.
    std::reverse(sent.begin(), sent.end());
    std::map<std::pair<VergelijkLijst, bool>, int> there, back;
    for (const Vergeleken& v : compared) ++there[{v.lijst, v.melding.has_value()}];
    for (const Vergeleken& v : Compare(sent, after)) ++back[{v.lijst, v.melding.has_value()}];
    RC_ASSERT(there == back);
  }));
  for (const VergelijkLijst lijst : {VergelijkLijst::kNieuw, VergelijkLijst::kOngewijzigd,
                                     VergelijkLijst::kTeCorrigeren, VergelijkLijst::kInTeTrekken}) {
    EXPECT_GE(seen[lijst], cases / 100) << WireName(lijst);
  }
}

}  // namespace
}  // namespace verzuim::oracle
