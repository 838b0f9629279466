#include "core/import/tokenizer.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/import/structural.h"

namespace verzuim {
namespace {

using std::string_literals::operator""s;

class Recorder : public RecordSink {
 public:
  void OnRecord(const Record& record) override {
    std::string line = std::to_string(record.line) + ":";
    for (const std::string_view cell : record.cells) line += "<" + std::string(cell) + ">";
    if (record.fault == RecordFault::kTooLong) line += " te lang";
    if (record.fault == RecordFault::kTooManyColumns) line += " te breed";
    if (record.fault == RecordFault::kUnclosedQuote) line += " open";
    if (record.stray_quote >= 0) line += " los@" + std::to_string(record.stray_quote);
    lines.push_back(line);
  }
  std::vector<std::string> lines;
};

using Lines = std::vector<std::string>;

Lines Tokenize(std::string_view text, const TokenizerConfig& config, size_t chunk) {
  Recorder recorder;
  Tokenizer tokenizer(config, recorder);
  for (size_t at = 0; at < text.size(); at += chunk) tokenizer.Push(text.substr(at, chunk));
  tokenizer.Finish();
  return recorder.lines;
}

// The records of `text`, after checking that every chunk size gives the same.
Lines Split(const std::string& text, const TokenizerConfig& config = {}) {
  const Lines whole = Tokenize(text, config, text.size() + 1);
  for (size_t chunk = 1; chunk <= text.size(); ++chunk) EXPECT_EQ(Tokenize(text, config, chunk), whole) << chunk;
  return whole;
}

TEST(TokenizerTest, PlainRecords) {
  EXPECT_EQ(Split("a;b\nc;d\n"), (Lines{"1:<a><b>", "2:<c><d>"}));
  EXPECT_EQ(Split("a;b\nc;d"), (Lines{"1:<a><b>", "2:<c><d>"}));
  EXPECT_EQ(Split(";;\n"), Lines{"1:<><><>"});
  EXPECT_EQ(Split("a;"), Lines{"1:<a><>"});
  EXPECT_EQ(Split(""), Lines{});
  EXPECT_EQ(Split("\n"), Lines{"1:<>"});
}

TEST(TokenizerTest, EveryLineEnd) {
  EXPECT_EQ(Split("a\r\nb\rc\n\nd\r\r\ne"), (Lines{"1:<a>", "2:<b>", "3:<c>", "4:<>", "5:<d>", "6:<>", "7:<e>"}));
}

TEST(TokenizerTest, QuotesAsInRfc4180) {
  EXPECT_EQ(Split("\"a;b\";\"c\"\"d\"\n"), Lines{"1:<a;b><c\"d>"});
  EXPECT_EQ(Split("\"a\r\nb\rc\nd\";e\nf\n"), (Lines{"1:<a\r\nb\rc\nd><e>", "5:<f>"}));
  EXPECT_EQ(Split("\"\";\"\"\"\"\n"), Lines{"1:<><\">"});
  EXPECT_EQ(Split("x;\"einde\""), Lines{"1:<x><einde>"});
}

TEST(TokenizerTest, LenientQuotes) {
  EXPECT_EQ(Split("5\" scherm;b\n"), Lines{"1:<5\" scherm><b> los@0"});
  EXPECT_EQ(Split("a;\"b\" c;d\n"), Lines{"1:<a><b c><d> los@1"});
  EXPECT_EQ(Split("a;\"zei \"hoi\" en\";d\n"), Lines{"1:<a><zei hoi\" en\"><d> los@1"});
  EXPECT_EQ(Split("\"b\"  ;d\n"), Lines{"1:<b  ><d>"});  // only spaces: nothing is out of place
}

TEST(TokenizerTest, AQuoteThatIsNeverClosedCostsItsOwnLine) {
  TokenizerConfig config;
  config.columns = 2;
  EXPECT_EQ(Split("a;b\n\"c;d\ne;f\ng;h\n", config), (Lines{"1:<a><b>", "2:<c;d> open", "3:<e><f>", "4:<g><h>"}));
  EXPECT_EQ(Split("a;\"b", config), Lines{"1:<a><b> open"});
  // Closed by a stranger two lines below: the number of cells gives it away.
  EXPECT_EQ(Split("\"a;b\nc;d\n\"x\";y\n", config), (Lines{"1:<a;b> open", "2:<c><d>", "3:<x><y>"}));
  // Cells as expected: a real cell of several lines.
  EXPECT_EQ(Split("a;\"b\nc\"\nd;e\n", config), (Lines{"1:<a><b\nc>", "3:<d><e>"}));
}

TEST(TokenizerTest, TooLong) {
  TokenizerConfig config;
  config.max_record_bytes = 8;
  EXPECT_EQ(Split("12345678\n123456789\na;b\n", config), (Lines{"1:<12345678>", "2: te lang", "3:<a><b>"}));
  EXPECT_EQ(Split("1;2;3;4;5;6;7;8\r\nx\n", config), (Lines{"1: te lang", "2:<x>"}));
  EXPECT_EQ(Split("1234567890123456789", config), Lines{"1: te lang"});
  EXPECT_EQ(Split("\"ab\ncd\nef\ngh\nij\n", config), (Lines{"1:<ab> open", "2:<cd>", "3:<ef>", "4:<gh>", "5:<ij>"}));
  EXPECT_EQ(Split("\"ab\n123456789\nx\n", config), (Lines{"1:<ab> open", "2: te lang", "3:<x>"}));
}

TEST(TokenizerTest, TooManyColumns) {
  TokenizerConfig config;
  config.max_columns = 3;
  EXPECT_EQ(Split("1;2;3\n1;2;3;4;5\nx\n", config), (Lines{"1:<1><2><3>", "2:<1><2><3> te breed", "3:<x>"}));
}

TEST(TokenizerTest, PaddingAtTheEnd) {
  EXPECT_EQ(Split("a;b\n\x1A"), Lines{"1:<a><b>"});
  EXPECT_EQ(Split("a;b\x1A\0\0"s), Lines{"1:<a><b>"});
  EXPECT_EQ(Split("a;\"b\"\x1A"), Lines{"1:<a><b>"});
  EXPECT_EQ(Split("a\x1A;b\n"), Lines{"1:<a\x1A><b>"});
}

TEST(TokenizerTest, OtherDelimitersAndFirstLine) {
  TokenizerConfig config;
  config.delimiter = '\t';
  config.first_line = 2;
  EXPECT_EQ(Split("a;b\tc\n\"d\te\"\tf\n", config), (Lines{"2:<a;b><c>", "3:<d\te><f>"}));
}

// An independent splitter: RFC 4180 by the letter, over the whole text, for text without damage.
Lines Reference(const std::string& text) {
  Lines out;
  std::string line, cell;
  size_t row = 1, next_row = 1, i = 0;
  bool any = false;
  const auto end_record = [&] {
    out.push_back(std::to_string(row) + ":" + line + "<" + cell + ">");
    line.clear();
    cell.clear();
    row = next_row;
    any = false;
  };
  while (i < text.size()) {
    any = true;
    if (cell.empty() && text[i] == '"') {
      for (++i;; ++i) {
        if (text[i] == '"' && i + 1 < text.size() && text[i + 1] == '"') {
          cell += text[++i];
        } else if (text[i] == '"') {
          ++i;
          break;
        } else {
          if (text[i] == '\n') ++next_row;
          cell += text[i];
        }
      }
    } else if (text[i] == ';') {
      line += "<" + cell + ">";
      cell.clear();
      ++i;
    } else if (text[i] == '\n') {
      ++next_row;
      ++i;
      end_record();
    } else {
      cell += text[i++];
    }
  }
  if (any) end_record();
  return out;
}

uint32_t Next(uint32_t& state) {
  state = state * 1664525u + 1013904223u;
  return state >> 16;
}

TEST(TokenizerTest, AgreesWithAReferenceSplitter) {
  constexpr const char* kCells[] = {
      "",     "a",       "100123",     "2025-09-01",       "Zo\xC3\xAB", "een lange opmerking zonder iets",
      "\"\"", "\"a;b\"", "\"x\"\"y\"", "\"twee\nregels\"", "\"\"\"\""};
  for (uint32_t seed = 1; seed <= 400; ++seed) {
    uint32_t state = seed;
    std::string text;
    for (uint32_t row = Next(state) % 12; row > 0; --row) {
      for (uint32_t cell = Next(state) % 9; cell > 0; --cell) text += std::string(kCells[Next(state) % 11]) + ";";
      text += kCells[1 + Next(state) % 10];
      text += "\n";
    }
    const Lines expected = Reference(text);
    EXPECT_EQ(Tokenize(text, {}, text.size() + 1), expected) << text;
    EXPECT_EQ(Tokenize(text, {}, 1 + seed % 97), expected) << text;
  }
}

TEST(StructuralMaskTest, VectorAndPlainCodeAgreeOnRandomBytes) {
  uint64_t random = 88172645463325252u;
  const std::string_view likely = ";,\"\n\r\tx";
  for (int round = 0; round < 100000; ++round) {
    char block[kBlockBytes];
    for (char& c : block) {
      random ^= random << 13;
      random ^= random >> 7;
      random ^= random << 17;
      c = random & 256 ? static_cast<char>(random) : likely[random % likely.size()];
    }
    const char delimiter = likely[static_cast<size_t>(round) % 2];
    ASSERT_EQ(StructuralMask(block, delimiter), StructuralMask<PlainByteVector>(block, delimiter));
  }
}

TEST(StructuralMaskTest, MarksExactlyTheStructure) {
  for (size_t at = 0; at < kBlockBytes; ++at) {
    for (const char c : {';', '"', '\n', '\r', ',', 'a', '\0', '\xBB'}) {
      std::string block(kBlockBytes, 'x');
      block[at] = c;
      const bool structural = c == ';' || c == '"' || c == '\n' || c == '\r';
      EXPECT_EQ(StructuralMask(block.data(), ';'), structural ? uint64_t{1} << at : 0) << at << " " << int{c};
    }
  }
}

}  // namespace
}  // namespace verzuim
