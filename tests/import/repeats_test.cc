// Rows that repeat the row above but for the lesuur take a short cut; it has to lead to the same rows. A quoted
// lesuur never takes it, so the same register with quotes is the reference.
#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>

#include "tests/import/recording_sink.h"

namespace verzuim {
namespace {

// One register in two writings: bare, and with every lesuur in quotes.
struct Writings {
  std::string bare, quoted;
  void Row(const std::string& before, const std::string& lesuur, const std::string& after) {
    bare += before + lesuur + after;
    quoted += before + "\"" + lesuur + "\"" + after;
  }
};

constexpr std::string_view kHeader = "leerling;datum;lesuur;minuten;status;reden;gemist\n";

Writings RandomRegister(uint32_t seed) {
  std::mt19937 random(seed);
  const auto any = [&](const auto& list) { return std::string(list[random() % list.size()]); };
  const std::array<std::string_view, 3> days = {"2025-09-01", "2025-09-02", "2025-09-31"};
  const std::array<std::string_view, 12> lesuren = {"1",  "2",  "3",  "4", "10",  "31",
                                                    "32", "99", "1x", "",  "100", "-1"};
  const std::array<std::string_view, 5> rests = {"50;aanwezig;;", "50;afwezig;SP;", "50;te_laat;;10", "x;aanwezig;;",
                                                 "50;aanwezig;;;"};
  const std::array<std::string_view, 4> ends = {"\n", "\r\n", "\n", "\r"};
  Writings out{std::string(kHeader), std::string(kHeader)};
  std::string before, after;
  for (int i = 0; i < 40; ++i) {
    if (i == 0 || random() % 5 == 0) {
      before = std::to_string(1000 + random() % 3) + ";" + any(days) + ";";
      after = ";" + any(rests) + any(ends);
    }
    out.Row(before, any(lesuren), after);
  }
  return out;
}

TEST(RepeatsTest, TheShortCutLeadsToTheSameRows) {
  size_t used = 0;
  for (uint32_t seed = 0; seed < 3000; ++seed) {
    const Writings text = RandomRegister(seed);
    const Imported expected = ImportText(text.quoted, 0, "lessen");
    for (const size_t chunk : {size_t{0}, size_t{1 + seed % 50}}) {
      const Imported got = ImportText(text.bare, chunk, "lessen");
      ASSERT_EQ(got.lines, expected.lines) << text.bare;
      ASSERT_EQ(got.description.rows, expected.description.rows);
    }
    used += expected.used;
  }
  EXPECT_GT(used, 20000u);
}

TEST(RepeatsTest, RowsAreNamedByTheirLine) {
  std::string text(kHeader);
  for (int lesuur = 1; lesuur <= 9; ++lesuur)
    text += "1001;2025-09-01;" + std::to_string(lesuur) + ";50;aanwezig;;\r\n";
  text += "1001;2025-09-02;1;50;afwezig;SP;\r\n";
  const Imported got = ImportText(text, 0, "lessen");
  ASSERT_EQ(got.lines.size(), 10u);
  EXPECT_EQ(got.lines[8].substr(0, 4), "10: ");
  EXPECT_EQ(got.lines[9].substr(0, 4), "11: ");
}

}  // namespace
}  // namespace verzuim
