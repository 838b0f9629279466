// What profiles switch off: complete, once, in order.
#include "core/options/uitgeschakeld.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <utility>

namespace verzuim {
namespace {

TEST(Uitgeschakeld, EveryEntryIsCompleteAndStandsOnce) {
  std::set<std::pair<Profiel, Onderdeel>> seen;
#define VERZUIM_X(name, wire, text)                                                                 \
  for (const Uitgeschakeld& entry : UitgeschakeldVoor(Profiel::k##name)) {                          \
    EXPECT_TRUE(seen.insert({entry.profiel, entry.onderdeel}).second) << wire;                      \
    EXPECT_TRUE(IsUitgeschakeld(Profiel::k##name, entry.onderdeel)) << wire;                        \
    EXPECT_EQ(entry.reden.back(), '.') << entry.reden;                                              \
    EXPECT_FALSE(entry.artikel.empty() || entry.bron.empty()) << wire << WireName(entry.onderdeel); \
  }
  VERZUIM_PROFIELEN(VERZUIM_X)
#undef VERZUIM_X
  EXPECT_GE(seen.size(), 15U);
}

TEST(Uitgeschakeld, TheSchoolsOfTheSeedsHaveWhatTheyShould) {
  EXPECT_TRUE(UitgeschakeldVoor(Profiel::kVo).empty());
  EXPECT_TRUE(UitgeschakeldVoor(Profiel::kPo).empty());
  for (const Onderdeel o : {Onderdeel::kLevering, Onderdeel::kPublicatie, Onderdeel::kBeleid}) {
    EXPECT_TRUE(IsUitgeschakeld(Profiel::kNietBekostigd, o)) << WireName(o);
  }
  EXPECT_FALSE(IsUitgeschakeld(Profiel::kNietBekostigd, Onderdeel::kDuo)) << "the duty to report stays";
  for (const Onderdeel o :
       {Onderdeel::kLevering, Onderdeel::kDuo, Onderdeel::kLrv, Onderdeel::kLuxe, Onderdeel::kRmc}) {
    EXPECT_TRUE(IsUitgeschakeld(Profiel::kBes, o)) << WireName(o);
  }
  EXPECT_TRUE(DefaultOptions(Profiel::kBes).luxe_telt_mee) << "it has no melding of its own there";
  EXPECT_FALSE(DefaultOptions(Profiel::kVo).luxe_telt_mee);
}

TEST(Uitgeschakeld, FilesAreNamedWhereThereAreAny) {
  EXPECT_EQ(BestandenVan(Onderdeel::kLevering).size(), 2U);
  EXPECT_TRUE(BestandenVan(Onderdeel::kLrv).empty());
}

}  // namespace
}  // namespace verzuim
