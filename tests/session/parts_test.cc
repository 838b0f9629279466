// A file read in pieces elsewhere gives exactly what one reader makes of it, whatever the pieces are.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "core/session/part_reader.h"
#include "core/session/session.h"
#include "tests/session/random_file.h"

#if defined(__has_feature)
#define VERZUIM_HAS_FEATURE(name) __has_feature(name)
#else
#define VERZUIM_HAS_FEATURE(name) 0
#endif

namespace verzuim {
namespace {

#if defined(__SANITIZE_ADDRESS__) || VERZUIM_HAS_FEATURE(address_sanitizer)
constexpr uint32_t kFiles = 14;
#else
constexpr uint32_t kFiles = 42;
#endif

// All that is known of a file after reading.
struct Outcome {
  std::string problem;
  std::string sha256;
  std::string rows;  // the register, byte for byte
  std::vector<std::string> texts;
  uint64_t row_count = 0;
  uint64_t bytes = 0;

  bool operator==(const Outcome&) const = default;
};

Outcome Close(Session& session) {
  const std::optional<Problem> problem = session.End();
  const SessionFile& file = problem ? session.refused() : session.files().back();
  ByteWriter out;
  file.rows->Write(out);
  std::vector<std::string> texts = file.description.date_formats;
  texts.emplace_back(WireName(file.description.encoding));
  texts.push_back(file.description.profile);
  return {problem ? problem->message : "", file.sha256,           out.bytes(), texts,
          file.description.rows,           file.description.bytes};
}

Outcome ReadByOne(std::string_view file) {
  Session session;
  session.Begin("b.csv", {});
  session.Push(file);
  return Close(session);
}

struct Reading {
  Outcome outcome;
  size_t parts = 0;
  size_t taken = 0;
};

// The pieces between the cuts (sorted), the first of them read by the session itself.
Reading ReadInParts(std::string_view file, const std::vector<size_t>& cuts) {
  Reading reading;
  Session session;
  session.Begin("b.csv", {});
  const PartReader reader(file, {});
  for (size_t i = 0; i <= cuts.size(); ++i) {
    const size_t from = i == 0 ? 0 : cuts[i - 1];
    const std::string_view piece = file.substr(from, (i == cuts.size() ? file.size() : cuts[i]) - from);
    if (!session.Splits()) {
      session.Push(piece);
      continue;
    }
    session.Fingerprint(piece);
    ++reading.parts;
    if (session.AddPart(reader.Read(piece))) {
      ++reading.taken;
    } else {
      session.PushAgain(piece);
    }
  }
  reading.outcome = Close(session);
  return reading;
}

size_t BehindLine(std::string_view file, size_t at) {
  const size_t end = file.find('\n', at);
  return end == std::string_view::npos ? file.size() : end + 1;
}

// One to seven cuts behind what is needed to recognise the file: most of them behind a line, some anywhere.
std::vector<size_t> RandomCuts(RandomFile& random, std::string_view file) {
  std::vector<size_t> cuts;
  for (size_t left = 1 + random.Below(7); left > 0; --left) {
    const size_t at = kSniffBytes + random.Below(file.size() - kSniffBytes + 1);
    cuts.push_back(random.Below(5) == 0 ? at : BehindLine(file, at));
  }
  if (random.Below(4) == 0) cuts.push_back(cuts.back());  // an empty piece
  std::sort(cuts.begin(), cuts.end());
  return cuts;
}

TEST(PartsTest, AnyFileInAnyPiecesIsReadAsByOne) {
  size_t parts = 0, taken = 0;
  std::set<std::string> profiles;
  for (uint32_t seed = 1; seed <= kFiles; ++seed) {
    RandomFile random(seed);
    const std::string file = random.Make(kSniffBytes + 20000 + random.Below(200000));
    const Outcome whole = ReadByOne(file);
    profiles.insert(whole.texts.back());
    for (int i = 0; i < 3; ++i) {
      const Reading reading = ReadInParts(file, RandomCuts(random, file));
      EXPECT_TRUE(reading.outcome == whole)
          << seed << ": " << whole.row_count << " rows, " << reading.outcome.row_count;
      parts += reading.parts;
      taken += reading.taken;
    }
  }
  // Neither all nor none: both ways were tried.
  EXPECT_GT(taken, parts / 6);
  EXPECT_LT(taken, parts);
  profiles.erase("");  // a stray quote at the start can hide what a file is
  EXPECT_EQ(profiles, (std::set<std::string>{"krd_absentiemeldingen", "leerlingen", "lessen", "magister_redenen",
                                             "notities", "verzuim"}));
}

// A register without anything odd, sorted by pupil or by day.
std::string CleanRegister(bool by_pupil, const std::string& line_end, const std::string& remark, size_t rows = 9000) {
  std::string file = "leerling;datum;lesuur;minuten;status;reden;opmerking" + line_end;
  for (size_t row = 0; row < rows; ++row) {
    const size_t pupil = by_pupil ? row / 60 : row / 6 % 100;
    const size_t day = by_pupil ? row / 6 % 10 : row / 600;
    file += std::to_string(100000 + pupil) + ";2025-09-" + std::to_string(10 + day) + ";" +
            std::to_string(1 + row % 6) + ";50;" + (row % 17 == 0 ? "afwezig;Z" : "aanwezig;") + ";" + remark +
            line_end;
  }
  return file;
}

TEST(PartsTest, OfACleanRegisterEveryPieceBehindALineIsTaken) {
  for (const bool by_pupil : {true, false}) {
    for (const char* const line_end : {"\n", "\r\n"}) {
      const std::string file = CleanRegister(by_pupil, line_end, "\"ja; zeker\"");
      std::vector<size_t> cuts;
      for (size_t at = kSniffBytes; at < file.size(); at += 25000) cuts.push_back(BehindLine(file, at));
      const Reading reading = ReadInParts(file, cuts);
      EXPECT_TRUE(reading.outcome == ReadByOne(file));
      EXPECT_EQ(reading.outcome.row_count, 9000u);
      EXPECT_GE(reading.parts, 10u);
      EXPECT_EQ(reading.taken, reading.parts);
    }
  }
}

// Behind each byte of a few lines, so that CRLF, quotes and characters of several bytes are cut in every place.
TEST(PartsTest, AtEveryByte) {
  const std::string file = CleanRegister(false, "\r\n", "\"zo\xC3\xAB\r\nook; \"\"dat\"\"\"", 1500);
  const Outcome whole = ReadByOne(file);
  ASSERT_GT(file.size(), kSniffBytes + 300);
  size_t taken = 0;
  for (size_t at = kSniffBytes + 20; at < kSniffBytes + 200; ++at) {
    const Reading reading = ReadInParts(file, {kSniffBytes + 10, at, at + 1, at + 60});
    EXPECT_TRUE(reading.outcome == whole) << at;
    taken += reading.taken;
  }
  EXPECT_GT(taken, 0u);
}

TEST(PartsTest, ALineEndWithinQuotesIsNoPlaceToBegin) {
  const std::string file = CleanRegister(true, "\n", "\"twee\nregels\"");
  const Outcome whole = ReadByOne(file);
  const size_t inside = file.find("regels\"", kSniffBytes + 1000);
  const size_t outside = inside + std::string_view("regels\"\n").size();
  const Reading wrong = ReadInParts(file, {kSniffBytes + 500, inside});
  EXPECT_TRUE(wrong.outcome == whole);
  EXPECT_EQ(wrong.taken, 0u);
  const Reading right = ReadInParts(file, {BehindLine(file, BehindLine(file, kSniffBytes)), outside});
  EXPECT_TRUE(right.outcome == whole);
  EXPECT_GE(right.taken, 1u);
}

TEST(PartsTest, ALessonThatIsThereAlreadyIsReadInItsTurn) {
  std::string file = CleanRegister(true, "\n", "");
  const size_t again = file.size();
  file += "100003;2025-09-12;3;45;afwezig;T;\n100003;2025-09-12;3;50;aanwezig;;\n";
  const Reading reading = ReadInParts(file, {BehindLine(file, kSniffBytes), again});
  EXPECT_TRUE(reading.outcome == ReadByOne(file));
  EXPECT_EQ(reading.taken, 1u);
}

TEST(PartsTest, DatesThatWereNotDecidedYet) {
  std::string file = "leerling;geboortedatum;ingeschreven_van\n";
  size_t pupil = 0;
  while (file.size() < kSniffBytes + 40000) file += std::to_string(++pupil) + ";2010-05-13;\n";
  std::vector<size_t> cuts = {BehindLine(file, kSniffBytes + 100)};
  // Each of the last two pieces has to assume, on its own, that the day comes first; the file is told so once.
  for (const char* const date : {"03-04-2025", "04-04-2025"}) {
    cuts.push_back(file.size());
    for (int i = 0; i < 100; ++i) file += std::to_string(++pupil) + ";2010-05-13;" + date + "\n";
  }
  const Reading reading = ReadInParts(file, cuts);
  EXPECT_TRUE(reading.outcome == ReadByOne(file));
  EXPECT_EQ(reading.parts, 3u);
  EXPECT_EQ(reading.taken, 2u);
}

// The beginning of a character is no text yet: it must not get lost between two readers, nor at the end of the file.
TEST(PartsTest, ACharacterThatIsCutOffBehindALine) {
  for (const char* const tail : {"", "\xAB\n100000;2025-09-30;1;50;aanwezig;;\n"}) {
    const std::string file = CleanRegister(true, "\n", "zo\xC3\xAB") + "\xC3" + tail;
    const size_t begun = file.size() - std::string_view(tail).size();
    const Reading reading = ReadInParts(file, {BehindLine(file, kSniffBytes), begun});
    EXPECT_TRUE(reading.outcome == ReadByOne(file)) << tail;
  }
}

TEST(PartsTest, WhatIsNoTableOfSingleBytesIsNotSplit) {
  std::string utf16("\xFF\xFE", 2);
  for (const char c : CleanRegister(true, "\n", "")) utf16 += {c, '\0'};
  const Reading reading = ReadInParts(utf16, {kSniffBytes + 2, kSniffBytes + 20000});
  EXPECT_EQ(reading.parts, 0u);
  EXPECT_EQ(reading.outcome.row_count, 9000u);
  EXPECT_EQ(PartReader(utf16, {}).Read("1\n"), "");
  EXPECT_EQ(PartReader("%PDF-1.4", {}).Read("1\n"), "");
}

}  // namespace
}  // namespace verzuim
