// What was sent beside what the data say now: which belong together, what is said of each lesson, and each term at
// its edge.
#include "core/rules/vergelijking.h"

#include <gtest/gtest.h>

#include "tests/rules/pupil_builder.h"

namespace verzuim::testing {
namespace {

constexpr auto k16u = MeldingSoort::kZestienUur;
constexpr auto kLrv = MeldingSoort::kLrv;

// Lessons of 60 minutes on one day: from lesuur 1, or as named.
std::vector<VerzondenRegel> Lessons(Date date, int from, int to) {
  std::vector<VerzondenRegel> lessons;
  for (int lesuur = from; lesuur <= to; ++lesuur) lessons.push_back({date, lesuur, {60}});
  return lessons;
}

// One pupil; every lesson that a melding names was missed as truancy unless Correct or Drop says otherwise.
class Dossier {
 public:
  VerzondenMelding& Sent(MeldingSoort soort, Date begin, std::optional<Date> end,
                         std::vector<VerzondenRegel> lessons) {
    VerzondenMelding& sent = sent_.emplace_back();
    sent.kern = {soort, 0, begin, end, end.value_or(begin), begin + 30, {60 * static_cast<int>(lessons.size())}};
    for (const VerzondenRegel& lesson : lessons) Miss(lesson);
    sent.regels = std::move(lessons);
    return sent;
  }
  void Now(MeldingSoort soort, Date begin, std::optional<Date> end, const std::vector<VerzondenRegel>& lessons) {
    Melding& melding = now_.emplace_back();
    melding.soort = soort;
    melding.volgnummer = static_cast<int>(now_.size());
    melding.begindatum = begin;
    melding.einddatum = end;
    melding.meldbaar_vanaf = end.value_or(begin);
    melding.uiterste_datum = begin + 30;
    melding.minuten = {60 * static_cast<int>(lessons.size())};
    for (const VerzondenRegel& lesson : lessons) {
      melding.regels.push_back({{1, 0}, lesson.date, lesson.lesuur, lesson.credit});
      Miss(lesson);
    }
  }
  void Correct(Date date, int lesuur, ReasonClass reason) {
    for (MissedLesson& lesson : missed_) {
      if (lesson.date == date && lesson.lesuur == lesuur) lesson.reason = reason;
    }
  }
  void Data(Date first, Date last) { data_ = {first, last}; }
  void Peildatum(Date date) { peildatum_ = date; }

  // "te_corrigeren 16u termijn verzonden 0: einddatum; regels_erbij 1, de eerste op 2025-09-05"
  StringList Compare() {
    StringList lines;
    for (const Vergeleken& v : List()) {
      const MeldingSoort soort = v.melding ? v.melding->soort : sent_[*v.verzonden].kern.soort;
      std::string line = std::string(WireName(v.lijst)) + " " + std::string(WireName(soort)) + " termijn " +
                         std::string(WireName(v.termijn.stand)) + " " + std::to_string(v.termijn.dagen) + ":";
      for (const Verandering& reden : v.redenen) {
        if (line.back() != ':') line += ";";
        line += " " + std::string(WireName(reden.code)) + (reden.detail.empty() ? "" : " " + reden.detail);
      }
      lines.push_back(line);
    }
    return lines;
  }
  // Which belong together: "0-2" for the first that was sent and the second of now (they count from 1).
  StringList Joined() {
    StringList pairs;
    for (const Vergeleken& v : List()) {
      if (v.verzonden && v.melding) {
        pairs.push_back(std::to_string(*v.verzonden) + "-" + std::to_string(v.melding->volgnummer));
      }
    }
    return pairs;
  }

 private:
  std::vector<Vergeleken> List() {
    std::sort(missed_.begin(), missed_.end(), [](const MissedLesson& a, const MissedLesson& b) {
      return std::pair(a.date, a.lesuur) < std::pair(b.date, b.lesuur);
    });
    Pupil pupil;
    pupil.key = "L1";
    pupil.geboortedatum = D(2011, 3, 15);
    std::vector<DueDay> due;
    for (const MissedLesson& lesson : missed_) {
      if (due.empty() || due.back().date != lesson.date) due.push_back({lesson.date, {480}, 8});
    }
    const SchoolCalendar calendar(CalendarConfig{Regio::kMidden, {}, {}});
    const Options options = DefaultOptions(Profiel::kVo);
    const RuleContext context{calendar, options, Profiel::kVo, peildatum_};
    return VergelijkLeerling(sent_, now_, {pupil, due, missed_}, context, data_);
  }
  void Miss(const VerzondenRegel& lesson) {
    for (const MissedLesson& other : missed_) {
      if (other.date == lesson.date && other.lesuur == lesson.lesuur) return;
    }
    missed_.push_back({lesson.date, lesson.lesuur, {60}, {60}, ReasonClass::kSpijbelen, false, false, {1, 0}});
  }

  std::vector<VerzondenMelding> sent_;
  std::vector<Melding> now_;
  std::vector<MissedLesson> missed_;
  DateRange data_ = {D(2025, 8, 1), D(2026, 7, 31)};
  Date peildatum_ = D(2025, 9, 30);
};

const Date kSep1 = D(2025, 9, 1);

// ---- which belong together

TEST(Vergelijking, MeldingenWithoutAnythingInCommonAreNotOne) {
  for (const MeldingSoort now : {k16u, kLrv}) {
    Dossier d;
    d.Sent(k16u, kSep1, kSep1, Lessons(kSep1, 1, 8));
    d.Now(now, D(2025, 9, 15), D(2025, 9, 15), Lessons(D(2025, 9, 15), 1, 8));
    EXPECT_EQ(d.Compare(), (StringList{"in_te_trekken 16u termijn geen 0: niet_meer_gegrond 480",
                                       "nieuw " + std::string(WireName(now)) + " termijn open 15: niet_verzonden"}));
  }
}

TEST(Vergelijking, OneDayInCommonIsEnoughWithinASoort) {
  Dossier d;
  d.Sent(k16u, kSep1, kSep1 + 1, Lessons(kSep1, 1, 8));
  d.Now(k16u, kSep1 + 1, kSep1 + 2, Lessons(kSep1 + 2, 1, 8));
  EXPECT_EQ(d.Compare(),
            StringList{"te_corrigeren 16u termijn verzonden 0: begindatum; einddatum; telt_elders 8, de eerste "
                       "op 2025-09-01; regels_erbij 8, de eerste op 2025-09-03"});
}

TEST(Vergelijking, OneLessonInCommonIsEnoughAcrossSoorten) {
  Dossier d;
  d.Sent(k16u, kSep1, kSep1, Lessons(kSep1, 1, 1));
  d.Now(kLrv, kSep1, kSep1, Lessons(kSep1, 1, 1));
  EXPECT_EQ(d.Compare(), StringList{"te_corrigeren lrv termijn verzonden 0: soort"});
}

TEST(Vergelijking, ANewOneBeforeOrBetweenLeavesTheOthersTogether) {
  Dossier d;
  d.Sent(k16u, kSep1 + 14, kSep1 + 14, Lessons(kSep1 + 14, 1, 8));
  d.Now(k16u, kSep1, kSep1, Lessons(kSep1, 1, 8));
  d.Now(k16u, kSep1 + 14, kSep1 + 14, Lessons(kSep1 + 14, 1, 8));
  EXPECT_EQ(d.Compare(),
            (StringList{"nieuw 16u termijn open 1: niet_verzonden", "ongewijzigd 16u termijn verzonden 0: gelijk"}));
}

TEST(Vergelijking, AWithdrawnOneBeforeLeavesTheOthersTogether) {
  Dossier d;
  d.Sent(k16u, kSep1, kSep1, Lessons(kSep1, 1, 8));
  d.Sent(k16u, kSep1 + 14, kSep1 + 14, Lessons(kSep1 + 14, 1, 8));
  d.Now(k16u, kSep1 + 14, kSep1 + 14, Lessons(kSep1 + 14, 1, 8));
  EXPECT_EQ(d.Compare(), (StringList{"in_te_trekken 16u termijn geen 0: niet_meer_gegrond 480",
                                     "ongewijzigd 16u termijn verzonden 0: gelijk"}));
}

// A correction was sent as a second melding: the one that says what holds now stands, the other is the double.
TEST(Vergelijking, OfTwoSentOfTheSameDaysTheEqualOneStands) {
  Dossier d;
  d.Sent(k16u, kSep1, kSep1 + 1, Lessons(kSep1, 1, 7));
  d.Sent(k16u, kSep1, kSep1 + 1, Lessons(kSep1, 1, 8));
  d.Now(k16u, kSep1, kSep1 + 1, Lessons(kSep1, 1, 8));
  EXPECT_EQ(d.Compare(),
            (StringList{"in_te_trekken 16u termijn geen 0: dubbel", "ongewijzigd 16u termijn verzonden 0: gelijk"}));
}

// Both have all its lessons and days in common with it, but one of them says more.
TEST(Vergelijking, TheEqualOneStandsBeforeOneWithMoreLessons) {
  Dossier d;
  d.Sent(k16u, kSep1, kSep1 + 1, Lessons(kSep1, 1, 9));
  d.Sent(k16u, kSep1, kSep1 + 1, Lessons(kSep1, 1, 8));
  d.Now(k16u, kSep1, kSep1 + 1, Lessons(kSep1, 1, 8));
  EXPECT_EQ(d.Joined(), StringList{"1-1"});
}

TEST(Vergelijking, OneLessonInCommonWithOneThatStandsIsADouble) {
  Dossier d;
  d.Sent(k16u, kSep1, kSep1, Lessons(kSep1, 1, 8));
  d.Sent(k16u, kSep1, kSep1, Lessons(kSep1, 8, 8));
  d.Now(k16u, kSep1, kSep1, Lessons(kSep1, 1, 8));
  EXPECT_EQ(d.Compare(),
            (StringList{"ongewijzigd 16u termijn verzonden 0: gelijk", "in_te_trekken 16u termijn geen 0: dubbel"}));
}

TEST(Vergelijking, OnOneDayWhatWasSentComesBeforeWhatIsNew) {
  Dossier d;
  d.Sent(k16u, kSep1, kSep1, Lessons(kSep1, 1, 4));
  d.Now(MeldingSoort::kLuxe, kSep1, kSep1, Lessons(kSep1, 5, 8));
  EXPECT_EQ(d.Compare(), (StringList{"in_te_trekken 16u termijn geen 0: niet_meer_gegrond 240",
                                     "nieuw luxe termijn open 1: niet_verzonden"}));
}

// ---- which of several: lessons first, then days

// The more days in common, the better, but a thousand and more are no more than 999: fewer than one lesson weighs.
TEST(Vergelijking, DaysInCommonCountUpTo999) {
  for (const int first_days : {998, 999}) {
    Dossier d;
    d.Sent(kLrv, kSep1, kSep1 + 1099, {});
    d.Now(kLrv, kSep1, kSep1 + first_days - 1, {});
    d.Now(kLrv, kSep1, kSep1 + 1000, {});
    EXPECT_EQ(d.Joined(), StringList{first_days == 998 ? "0-2" : "0-1"}) << first_days;
  }
}

// A lesson weighs as a thousand days. Two pairs with 600 and 401 days in common weigh as much as one pair with a
// lesson and its day, and then the first stay together; with a day less, the lesson decides.
TEST(Vergelijking, ALessonInCommonWeighsAsAThousandDays) {
  for (const int fewer : {0, 1}) {
    Dossier d;
    d.Sent(kLrv, kSep1, kSep1 + 599, {});
    d.Sent(kLrv, kSep1 + 600, kSep1 + 1000, Lessons(kSep1 + 600, 1, 1));
    d.Now(kLrv, kSep1, kSep1 + 600, Lessons(kSep1 + 600, 1, 1));
    d.Now(kLrv, kSep1 + 600, kSep1 + 1000 - fewer, {});
    EXPECT_EQ(d.Joined(), fewer == 0 ? (StringList{"0-1", "1-2"}) : StringList{"1-1"}) << fewer;
  }
}

// The second that was sent has nothing in common with either; that is no reason to give the first another.
TEST(Vergelijking, WhatHasNothingInCommonWeighsNothing) {
  Dossier d;
  d.Sent(kLrv, kSep1, kSep1 + 7, {});
  d.Sent(kLrv, kSep1 + 28, kSep1 + 29, {});
  d.Now(kLrv, kSep1 - 7, kSep1, {});
  d.Now(kLrv, kSep1, kSep1 + 1, {});
  EXPECT_EQ(d.Joined(), StringList{"0-2"});
}

TEST(Vergelijking, WhatWasSentHasNoVolgnummerOfItsOwn) {
  EXPECT_EQ(VerzondenMelding{}.kern.volgnummer, 0);
}

// ---- what is said of lessons

TEST(Vergelijking, EachLessonThatNoLongerCountsHasItsReason) {
  Dossier d;
  d.Sent(k16u, kSep1, kSep1 + 1, Lessons(kSep1, 1, 8));
  d.Now(kLrv, kSep1 + 7, kSep1 + 7, Lessons(kSep1 + 7, 1, 8));
  d.Correct(kSep1, 2, ReasonClass::kZiekte);
  d.Correct(kSep1, 3, ReasonClass::kZiekte);
  EXPECT_EQ(d.Compare()[0],
            "in_te_trekken 16u termijn geen 0: reden_gecorrigeerd ziekte (2, de eerste op 2025-09-01); "
            "niet_meer_gegrond 360");
}

// One lesson of it stands in another melding now, by which it cannot be matched: that one is matched already.
TEST(Vergelijking, ALessonThatStandsInAnotherMeldingCountsElsewhere) {
  Dossier d;
  d.Sent(k16u, kSep1, kSep1, Lessons(kSep1, 1, 4));
  d.Sent(kLrv, kSep1, kSep1, Lessons(kSep1, 4, 8));
  d.Now(kLrv, kSep1, kSep1, Lessons(kSep1, 4, 8));
  EXPECT_EQ(d.Compare()[0],
            "in_te_trekken 16u termijn geen 0: telt_elders 1, de eerste op 2025-09-01; niet_meer_gegrond 180");
}

// ---- still running

TEST(Vergelijking, ARunningOneThatGrewIsUnchanged) {
  Dossier d;
  d.Sent(kLrv, kSep1, std::nullopt, Lessons(kSep1, 1, 8));
  std::vector<VerzondenRegel> now = Lessons(kSep1, 1, 8);
  now.push_back({kSep1 + 1, 1, {60}});
  d.Now(kLrv, kSep1, std::nullopt, now);
  EXPECT_EQ(d.Compare(), StringList{"ongewijzigd lrv termijn verzonden 0: loopt_door 2025-09-02"});
}

TEST(Vergelijking, ARunningOneWithAnotherBeginOrSoortIsToCorrect) {
  for (const bool begin : {true, false}) {
    Dossier d;
    d.Sent(kLrv, kSep1, std::nullopt, Lessons(kSep1, 1, 8));
    std::vector<VerzondenRegel> now = Lessons(kSep1, 1, 8);
    now.push_back({kSep1 + 1, 1, {60}});
    d.Now(begin ? kLrv : MeldingSoort::kRmc, begin ? kSep1 - 3 : kSep1, std::nullopt, now);
    const std::string soort = begin ? "lrv" : "rmc";
    EXPECT_EQ(d.Compare(),
              StringList{"te_corrigeren " + soort + " termijn verzonden 0: " + (begin ? "begindatum" : "soort") +
                         "; minuten; regels_erbij 1, de eerste op 2025-09-02"});
  }
}

// ---- edges

TEST(Vergelijking, TheDataHaveToReachTheLastDayOfAMelding) {
  for (const int missing : {0, 1}) {
    Dossier d;
    d.Sent(k16u, kSep1, kSep1 + 1, Lessons(kSep1, 1, 8));
    d.Data(kSep1, kSep1 + 1 - missing);
    EXPECT_EQ(d.Compare(),
              StringList{missing ? "ongewijzigd 16u termijn verzonden 0: buiten_gegevens 2025-09-01 tot en "
                                   "met 2025-09-01"
                                 : "in_te_trekken 16u termijn geen 0: niet_meer_gegrond 480"});
  }
}

TEST(Vergelijking, SentOnTheLastDayOfTheTermIsInTime) {
  const char* expected[] = {"tijdig 0", "tijdig 0", "te_laat 1"};
  for (const int past : {-1, 0, 1}) {
    Dossier d;
    VerzondenMelding& sent = d.Sent(k16u, kSep1, kSep1, Lessons(kSep1, 1, 8));
    sent.verzonden_op = sent.kern.uiterste_datum + past;
    d.Now(k16u, kSep1, kSep1, Lessons(kSep1, 1, 8));
    EXPECT_EQ(d.Compare(), StringList{"ongewijzigd 16u termijn " + std::string(expected[past + 1]) + ": gelijk"});
  }
}

TEST(Vergelijking, ANewOneIsOpenThroughTheLastDayOfTheTerm) {
  const char* expected[] = {"open 1", "open 0", "verlopen 1"};
  for (const int past : {-1, 0, 1}) {
    Dossier d;
    d.Now(k16u, kSep1, kSep1, Lessons(kSep1, 1, 8));
    d.Peildatum(kSep1 + 30 + past);
    EXPECT_EQ(d.Compare(), StringList{"nieuw 16u termijn " + std::string(expected[past + 1]) + ": niet_verzonden"});
  }
}

}  // namespace
}  // namespace verzuim::testing
