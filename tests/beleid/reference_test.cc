// Random pupils and random rules: the core finds what the slow reference finds, lesson for lesson.
#include "tests/beleid/reference.h"

#include <gtest/gtest.h>

#include <type_traits>

#include "core/beleid/evaluate.h"
#include "core/beleid/zin.h"
#include "tests/beleid/random_rule.h"

namespace verzuim::beleid {
namespace {

// Far fewer under sanitizers, which the build says (tests/beleid/CMakeLists.txt).
constexpr int kPupils = VERZUIM_PUPILS;
constexpr int kRulesPerPupil = 6;

std::vector<std::string> CoreSignalen(const std::vector<Signaal>& signalen, const std::string& nummer) {
  const auto add = [](std::string& line, const auto& item) {
    if constexpr (std::is_same_v<std::decay_t<decltype(item)>, OngeoorloofdItem>)
      line += " " + ToIso(item.date()) + "/" + std::to_string(item.lesuur());
    else
      line += " " + ToIso(item.date) + "/" + std::to_string(item.lesuur);
  };
  std::vector<std::string> lines;
  for (const Signaal& signaal : signalen) {
    if (signaal.regel != nummer) continue;
    std::string line = ToIso(signaal.tot) + " stap " + std::to_string(signaal.stap) + ":";
    std::visit(
        [&](const auto& record) {
          for (const auto& item : record.items) add(line, item);
        },
        signaal.inhoud);
    lines.push_back(line);
  }
  return lines;
}

TEST(Reference, FindsWhatTheCoreFinds) {
  testing::RandomRule random(20250901);
  const ReasonClass classes[] = {ReasonClass::kSpijbelen,   ReasonClass::kSpijbelen,   ReasonClass::kSpijbelen,
                                 ReasonClass::kZiekte,      ReasonClass::kZiekte,      ReasonClass::kTeLaat,
                                 ReasonClass::kOnverklaard, ReasonClass::kWachtOpPlek, ReasonClass::kGewichtig};
  constexpr oracle::Region kRegions[] = {oracle::Region::kNorth, oracle::Region::kMiddle, oracle::Region::kSouth};
  constexpr Regio kRegios[] = {Regio::kNoord, Regio::kMidden, Regio::kZuid};
  int signalen_found = 0;
  for (int round = 0; round < kPupils; ++round) {
    const int region = random.Pick(0, 2);
    const oracle::Calendar reference_calendar{kRegions[region], {}, {}};
    const SchoolCalendar calendar({kRegios[region], {}, {}});
    Options options = DefaultOptions(Profiel::kVo);
    options.venster = static_cast<Venster>(random.Pick(0, 2));
    options.uur = static_cast<Uur>(random.Pick(0, 1));
    options.te_laat = static_cast<TeLaat>(random.Pick(0, 3));
    options.onverklaard_na_schooldagen = random.Pick(0, 4);

    Pupil pupil;
    pupil.key = "1";
    pupil.geboortedatum = Date::FromCivil(2011, 3, 15);
    std::vector<DueDay> due;
    std::vector<MissedLesson> missed;
    const Date first = Date::FromCivil(2025, 8, 25).value() + random.Pick(0, 40);
    const Date last = first + random.Pick(20, 150);
    const int rarity = random.Pick(2, 30);
    uint32_t row = 1;
    for (Date date = first; date <= last; ++date) {
      if (!calendar.IsLesdag(date) || random.Pick(0, 9) == 0) continue;
      DueDay day{date, {0}, 0, 0};
      const int from = random.Pick(1, 3);
      for (int lesuur = from; lesuur <= from + 4; ++lesuur) {
        day.lesuren |= LesuurBit(lesuur);
        day.minutes += Minutes{50};
        ++day.lessons;
        if (random.Pick(0, rarity) != 0) continue;
        const ReasonClass reason = classes[random.Pick(0, 8)];
        const bool late = reason == ReasonClass::kTeLaat || random.Pick(0, 9) == 0;
        missed.push_back({date, lesuur, {50}, {late ? random.Pick(0, 30) : 50}, reason, late, false, {++row, 0}, {}});
      }
      due.push_back(day);
    }
    if (due.empty()) continue;
    std::vector<PupilNote> notes;
    for (Date date = first; date <= last; date = date + random.Pick(1, 60)) {
      notes.push_back({date, random.Pick(0, 1) == 1 ? "werken" : "zorg thuis-2", ""});
    }
    const Date peildatum = last;
    const RuleContext context{calendar, options, Profiel::kVo, peildatum};
    const PupilFacts facts{pupil, due, missed};
    const PupilOutcome outcome = EvaluatePupil(facts, context);

    Beleid beleid;
    for (int i = 0; i < kRulesPerPupil; ++i) beleid.regels.push_back({std::to_string(i), random.Stappen(5)});
    const std::vector<Signaal> signalen = EvaluateBeleid(facts, notes, outcome.meldingen, context, beleid);
    signalen_found += static_cast<int>(signalen.size());
    for (const Regel& regel : beleid.regels) {
      const auto expected = testing::ReferenceSignalen(
          {pupil, due, missed, notes, outcome.meldingen, reference_calendar, options, peildatum}, regel.stappen);
      ASSERT_EQ(CoreSignalen(signalen, regel.nummer), expected) << "round " << round << ": " << ToZin(regel.stappen);
    }
  }
  EXPECT_GT(signalen_found, kPupils * 5);
}

}  // namespace
}  // namespace verzuim::beleid
