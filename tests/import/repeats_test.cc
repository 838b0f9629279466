// Rows of a form seen before take a short cut; it has to lead to the same rows as reading each with care. A row with
// so many spaces before its line end as no other row has never takes it, so the same register written like that is
// the reference.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "core/import/known_texts.h"
#include "core/import/layout.h"
#include "core/import/row_reader.h"
#include "tests/import/recording_sink.h"

namespace verzuim {
namespace {

// One register in two writings.
struct Writings {
  std::string plain, careful;
  int rows = 0;
  void Row(const std::string& row, std::string_view end) {
    plain.append(row).append(end);
    careful.append(row).append(static_cast<size_t>(++rows), ' ').append(end);
  }
};

// The columns in any order, with or without quotes around all cells, few pupils and days so that they come back, and
// cells of all kinds in between.
Writings RandomRegister(uint32_t seed) {
  std::mt19937 random(seed);
  const auto any = [&](const auto& list) { return std::string(list[random() % list.size()]); };
  using Words = std::vector<std::string_view>;
  // Nearly always one of the first, so that most rows are good.
  const auto mostly = [&](const Words& good, const Words& odd) { return any(random() % 16 > 0 ? good : odd); };
  const std::array<std::string_view, 4> ends = {"\n", "\r\n", "\n", "\r"};
  std::vector<std::string> names = {"leerling", "datum", "lesuur", "minuten", "status", "reden", "gemist", "vak"};
  // The last column stays: what the reference adds is trimmed from it.
  std::shuffle(names.begin(), names.end() - 1, random);
  const bool quoted = random() % 2 == 0;
  const auto cell = [&](std::string text) {
    if (quoted || text.find(';') != std::string::npos) text.insert(0, 1, '"').push_back('"');
    return text;
  };
  Writings out;
  std::string header;
  for (const std::string& name : names) header += (header.empty() ? "" : ";") + name;
  out.plain = out.careful = header + "\n";
  const std::string end = any(ends);
  std::vector<std::string> cells(names.size());
  for (int i = 0; i < 60; ++i) {
    for (size_t c = 0; c < names.size(); ++c) {
      // Most cells are those of the row above.
      if (i > 0 && random() % 100 < (names[c] == "lesuur" ? 10u : 85u)) continue;
      const std::string& name = names[c];
      cells[c] =
          cell(name == "leerling"  ? mostly({"1001", "1002", "10021", "1002 ", "A-1"},
                                            {"Totaal7", "1;2", "", "een heel lange sleutel"})
               : name == "datum"   ? mostly({"2025-09-01", "2025-09-02"}, {"2025-09-31", "2025-9-3", "", "x"})
               : name == "lesuur"  ? mostly({"1", "2", "3", "10", "31", "03"}, {"32", "99", "1x", "", "100", "-1"})
               : name == "minuten" ? mostly({"50", "45"}, {"x", "", "481"})
               : name == "status"  ? mostly({"aanwezig", "aanwezig", "afwezig", "te_laat"}, {"vrij", ""})
               : name == "reden"   ? mostly({"", "SP"}, {"Z\xC3\xA9"})
               : name == "gemist"  ? mostly({""}, {"10", "50"})
                                   : mostly({"wi", "ne"}, {""}));
    }
    std::string row;
    for (const std::string& text : cells) row += (&text == cells.data() ? "" : ";") + text;
    if (random() % 20 == 0) row.insert(random() % row.size(), 1, "\" ;x"[random() % 4]);
    out.Row(row, random() % 10 == 0 ? any(ends) : end);
  }
  return out;
}

TEST(RepeatsTest, TheShortCutLeadsToTheSameRows) {
  size_t used = 0;
  for (uint32_t seed = 0; seed < 1000; ++seed) {
    const Writings text = RandomRegister(seed);
    const Imported expected = ImportText(text.careful, 0, "lessen");
    for (const size_t chunk : {size_t{0}, size_t{1 + seed % 50}}) {
      const Imported got = ImportText(text.plain, chunk, "lessen");
      ASSERT_EQ(got.lines, expected.lines) << seed << "\n" << text.plain;
      ASSERT_EQ(got.description.rows, expected.description.rows);
    }
    used += expected.used;
  }
  EXPECT_GT(used, 20000u);
}

TEST(RepeatsTest, RowsOfAKnownFormAreTakenAtOnce) {
  const std::string header = "leerling;datum;lesuur;minuten;status;reden;gemist;vak\n";
  const std::string learned =
      "1001;2025-09-01;1;50;aanwezig;;;wi\n1002;2025-09-02;1;50;afwezig;SP;;\"ne\"\n1003;2025-09-02;1;50;aanwezig;;;wi\n";
  const std::string rows =
      "1002;2025-09-01;3;50;aanwezig;;;wi\n1003;2025-09-01;12;50;afwezig;SP;;\"ne\"\r\n1001;2025-09-02;9;50;aanwezig;;;wi\n";
  SniffWindow window;
  const std::string text = header + learned;
  window.text = text;
  window.complete = true;
  Recognition recognition = Recognise(window, {});
  RecordingSink sink;
  RowReader reader(recognition.layout, sink, 0);
  TokenizerConfig config;
  config.delimiter = ';';
  Tokenizer tokenizer(config, reader);
  tokenizer.Push(text);
  sink.lines.clear();
  // The fourth names a pupil, the last a lesuur that cannot be known.
  const std::string odd = "1004;2025-09-01;3;50;aanwezig;;;wi\n1001;2025-09-01;32;50;aanwezig;;;wi\n";
  const std::string room(2048, ' ');
  TakenRecords taken = reader.Take(rows + odd + room, 5);
  EXPECT_EQ(taken.records, 3u);
  EXPECT_EQ(taken.bytes, rows.size());
  EXPECT_EQ(sink.lines, (std::vector<std::string>{"5: les '1002' 2025-09-01 u3 50min aanwezig ''/?",
                                                  "6: les '1003' 2025-09-01 u12 50min afwezig 'SP'/?",
                                                  "7: les '1001' 2025-09-02 u9 50min aanwezig ''/?"}));
  // Nor is a row taken of which the end is not there yet.
  taken = reader.Take(rows.substr(0, 34), 5);
  EXPECT_EQ(taken.records, 0u);
}

// What a form keeps of a subject is its own: the text it was learned from is gone by then.
TEST(RepeatsTest, SubjectsAreKeptWithTheForm) {
  class Subjects : public RecordingSink {
   public:
    using RecordingSink::Add;
    void Add(const LessonRow& row) override { subjects.insert(std::string(row.vak)); }
    std::set<std::string> subjects;
  };
  std::string text = "leerling;datum;lesuur;minuten;status;reden;gemist;vak\n";
  for (int i = 0; text.size() < 4 * kSniffBytes; ++i) {
    text +=
        std::to_string(1000 + i / 8 % 300) + ";2025-09-01;" + std::to_string(i % 8) + ";50;afwezig;SP;;wiskunde\n";
  }
  Subjects sink;
  Importer importer(sink, 0, {});
  for (size_t at = 0; at < text.size(); at += 1000) importer.Push(std::string_view(text).substr(at, 1000));
  importer.Finish();
  EXPECT_EQ(sink.subjects, (std::set<std::string>{"wiskunde"}));
}

// A zero byte is trimmed from a cell; it must not pass for the end of a key that is known.
TEST(RepeatsTest, AZeroByteIsNoPartOfAKey) {
  const std::string header = "leerling;datum;lesuur;minuten;status;reden;gemist\n";
  const std::string end = ";50;aanwezig;;\n";
  std::string text = header + "1001;2025-09-01;1" + end + "1001" + std::string(1, '\0') + ";2025-09-01;2" + end;
  for (int lesuur = 3; lesuur <= 20; ++lesuur) text += "1001;2025-09-01;" + std::to_string(lesuur) + end;
  const Imported got = ImportText(text, 0, "lessen");
  ASSERT_EQ(got.lines.size(), 20u);
  for (const std::string& line : got.lines) EXPECT_NE(line.find(": les '1001' 2025"), std::string::npos) << line;
}

TEST(RepeatsTest, RowsAreNamedByTheirLine) {
  std::string text = "leerling;datum;lesuur;minuten;status;reden;gemist\n";
  for (int lesuur = 1; lesuur <= 9; ++lesuur)
    text += "1001;2025-09-01;" + std::to_string(lesuur) + ";50;aanwezig;;\r\n";
  text += "1001;2025-09-02;1;50;afwezig;SP;\r\n";
  const Imported got = ImportText(text, 0, "lessen");
  ASSERT_EQ(got.lines.size(), 10u);
  EXPECT_EQ(got.lines[8].substr(0, 4), "10: ");
  EXPECT_EQ(got.lines[9].substr(0, 4), "11: ");
}

TEST(KnownTextsTest, FindsWhatWasAddedAndNothingElse) {
  KnownTexts<int> known;
  const std::string digits = "1234567890123456";
  for (int i = 0; i < 5000; ++i) known.Add(ShortText::Copy(std::to_string(i)), i);
  for (int i = 0; i < 10000; ++i) {
    const std::string text = std::to_string(i);
    const int* found = known.Find(ShortText::Copy(text));
    ASSERT_EQ(found != nullptr, i < 5000);
    if (found != nullptr) {
      EXPECT_EQ(*found, i);
    }
  }
  for (size_t size = 1; size <= digits.size(); ++size) {
    EXPECT_EQ(ShortText::Load(digits.data(), size), ShortText::Copy(digits.substr(0, size))) << size;
  }
}

}  // namespace
}  // namespace verzuim
