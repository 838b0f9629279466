// The tree of questions as a whole: all answers there can be.
#include "core/rules/keuzehulp.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

namespace verzuim {
namespace {

constexpr KeuzeUitkomst kAll[] = {
#define VERZUIM_X(name, wire, soort, moet, titel, tekst) KeuzeUitkomst::k##name,
    VERZUIM_KEUZE_UITKOMSTEN(VERZUIM_X)
#undef VERZUIM_X
};

KeuzeFeiten FromBits(uint32_t bits) {
  KeuzeFeiten feiten;
  for (int v = 0; v < kVragen; ++v) feiten.Set(static_cast<Vraag>(v), (bits >> v & 1) != 0);
  return feiten;
}

Keuzepad With(std::initializer_list<Vraag> yes, std::initializer_list<Vraag> no = {}) {
  KeuzeFeiten feiten;
  for (const Vraag vraag : yes) feiten.Set(vraag, true);
  for (const Vraag vraag : no) feiten.Set(vraag, false);
  return Kies(feiten);
}

// The tree and the table of what each outcome needs are written separately: for every set of answers exactly the
// chosen outcome is not ruled out.
TEST(Keuzehulp, ExactlyTheChosenOutcomeIsNotRuledOut) {
  std::map<KeuzeUitkomst, int> seen;
  for (uint32_t bits = 0; bits < uint32_t{1} << kVragen; ++bits) {
    const Keuzepad pad = Kies(FromBits(bits));
    ++seen[pad.uitkomst];
    for (const KeuzeUitkomst uitkomst : kAll) {
      if (uitkomst == KeuzeUitkomst::kNietMelden) continue;
      const auto ruled_out = Belemmering(pad, uitkomst);
      ASSERT_EQ(ruled_out.has_value(), uitkomst != pad.uitkomst) << bits << " " << TekstVan(uitkomst).wire;
      if (ruled_out) {
        ASSERT_TRUE(pad.Asked(*ruled_out)) << bits;
      }
    }
  }
  EXPECT_EQ(seen.size(), static_cast<size_t>(kKeuzeUitkomsten));
}

// A question that was not asked does not matter.
TEST(Keuzehulp, QuestionsThatAreNotAskedDoNotMatter) {
  for (uint32_t bits = 0; bits < uint32_t{1} << kVragen; ++bits) {
    const Keuzepad pad = Kies(FromBits(bits));
    ASSERT_EQ(Kies(FromBits(bits & pad.asked)), pad);
    ASSERT_EQ(pad.answers, bits & pad.asked);
  }
}

TEST(Keuzehulp, TheAnswersOfDuoEndWhereDuoSays) {
  using V = Vraag;
  EXPECT_EQ(With({}).uitkomst, KeuzeUitkomst::kOverig);
  EXPECT_EQ(With({V::kZiekte}).uitkomst, KeuzeUitkomst::kNietMelden);
  EXPECT_EQ(With({V::kZiekte}).asked, 0b111u) << "nothing is asked after sickness";
  EXPECT_EQ(With({V::kVakantie, V::kLuxeMelden}).uitkomst, KeuzeUitkomst::kLuxe);
  EXPECT_EQ(With({V::kZestienUur}).uitkomst, KeuzeUitkomst::kZestienUur);
  // The page of DUO that was read: ziekte nee, vakantie nee, 18 nee, 16 ja, melding nee, gemist ja, 28 nee.
  EXPECT_EQ(With({V::kZestienUur, V::kAllesGemist}).uitkomst, KeuzeUitkomst::kZestienUur);
  EXPECT_EQ(With({V::kZestienUur, V::kAllesGemist, V::kVierWeken, V::kLangdurigMelden}).uitkomst,
            KeuzeUitkomst::kLrv);
  EXPECT_EQ(With({V::kAllesGemist, V::kVierWeken}).uitkomst, KeuzeUitkomst::kNietMelden) << "covered by the lrv";
  EXPECT_EQ(With({V::kZestienUur}, {V::kVerklaard}).uitkomst, KeuzeUitkomst::kNietMelden);
  EXPECT_EQ(With({V::kZestienUur, V::kGeoorloofd}).uitkomst, KeuzeUitkomst::kNietMelden);
  EXPECT_EQ(With({V::kZestienUur}, {V::kTeltMee}).uitkomst, KeuzeUitkomst::kNietMelden);
  EXPECT_EQ(With({V::kWekelijksWacht}).uitkomst, KeuzeUitkomst::kNietMelden);
}

TEST(Keuzehulp, WithoutLeerplichtTheDoorstroompuntIsLeft) {
  using V = Vraag;
  EXPECT_EQ(With({V::kZestienUur}, {V::kLeerplicht}).uitkomst, KeuzeUitkomst::kNietMelden);
  const auto adult = [](std::initializer_list<Vraag> yes) {
    KeuzeFeiten feiten;
    for (const Vraag vraag : {V::kDoorstroompunt, V::kAchttien}) feiten.Set(vraag, true);
    for (const Vraag vraag : yes) feiten.Set(vraag, true);
    feiten.Set(V::kLeerplicht, false);
    return Kies(feiten).uitkomst;
  };
  EXPECT_EQ(adult({}), KeuzeUitkomst::kNietMelden);
  EXPECT_EQ(adult({V::kZestienUur}), KeuzeUitkomst::kVrijwillig);
  EXPECT_EQ(adult({V::kZestienUur, V::kMeldt18Plus}), KeuzeUitkomst::kZestienUur18Plus);
  EXPECT_EQ(adult({V::kAllesGemist, V::kVierWeken, V::kLangdurigMelden}), KeuzeUitkomst::kRmc);
  EXPECT_EQ(With({V::kDoorstroompunt, V::kZestienUur}, {V::kLeerplicht}).uitkomst, KeuzeUitkomst::kNietMelden)
      << "under eighteen without leerplicht";
}

TEST(Keuzehulp, OnTheBesOnlyTheSixteenHoursAreLeft) {
  using V = Vraag;
  EXPECT_EQ(With({V::kZestienUur, V::kAllesGemist, V::kVierWeken, V::kLangdurigMelden}, {V::kVerzuimloket}).uitkomst,
            KeuzeUitkomst::kZestienUur);
  EXPECT_EQ(With({}, {V::kVerzuimloket}).uitkomst, KeuzeUitkomst::kNietMelden);
}

TEST(Keuzehulp, TextsAreCompleteAndNamesUnique) {
  std::set<std::string_view> names;
  for (int v = 0; v < kVragen; ++v) {
    const VraagTekst& tekst = TekstVan(static_cast<Vraag>(v));
    EXPECT_TRUE(names.insert(tekst.wire).second) << tekst.wire;
    EXPECT_EQ(tekst.tekst.back(), '?') << tekst.wire;
    EXPECT_EQ(tekst.ja.back(), '.') << tekst.wire;
    EXPECT_EQ(tekst.nee.back(), '.') << tekst.wire;
    EXPECT_TRUE(tekst.bron == "duo" || tekst.bron == "project") << tekst.wire;
  }
  for (const KeuzeUitkomst uitkomst : kAll) {
    EXPECT_TRUE(names.insert(TekstVan(uitkomst).wire).second) << TekstVan(uitkomst).wire;
    if (const auto soort = TekstVan(uitkomst).soort) {
      EXPECT_EQ(WireName(*soort), TekstVan(uitkomst).wire);
    }
  }
}

}  // namespace
}  // namespace verzuim
