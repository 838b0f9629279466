// The bytes of a part: they come back as they went, and damaged ones do no harm.
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "core/base/bytes.h"
#include "core/session/part_reader.h"
#include "core/session/session.h"
#include "tests/session/random_file.h"

namespace verzuim {
namespace {

TEST(BytesTest, NumbersAndTextsComeBack) {
  ByteWriter out;
  out.U8(200);
  out.U16(60000);
  out.U32(4000000000u);
  out.U64(uint64_t{1} << 60);
  out.Text("zo\xC3\xAB");
  out.Text("");
  ByteReader in(out.bytes());
  EXPECT_EQ(in.U8(), 200);
  EXPECT_EQ(in.U16(), 60000);
  EXPECT_EQ(in.U32(), 4000000000u);
  EXPECT_EQ(in.U64(), uint64_t{1} << 60);
  EXPECT_EQ(in.Text(), "zo\xC3\xAB");
  EXPECT_EQ(in.Text(), "");
  EXPECT_TRUE(in.AtEnd());
}

TEST(BytesTest, NothingIsReadPastTheEnd) {
  ByteReader numbers("\x01\x02");
  EXPECT_EQ(numbers.U32(), 0u);
  EXPECT_TRUE(numbers.failed());
  EXPECT_EQ(numbers.U8(), 0u);
  EXPECT_FALSE(numbers.AtEnd());
  ByteReader text(std::string_view("\x05\0\0\0abc", 7));
  EXPECT_EQ(text.Text(), "");
  EXPECT_TRUE(text.failed());
  ByteReader count(std::string_view("\x03\0\0\0abcde", 9));
  EXPECT_EQ(count.Count(2), 0u);
  EXPECT_TRUE(count.failed());
}

// A part with something of everything in it, and the file before it.
struct Sample {
  std::string before, part;
};

Sample MakeSample(uint32_t seed) {
  RandomFile random(seed);
  std::string file = random.Make(kSniffBytes + 8000);
  const size_t cut = file.find('\n', kSniffBytes);
  if (cut == std::string::npos) return {};
  const PartReader reader(file, {});
  return {file.substr(0, cut + 1), reader.Read(std::string_view(file).substr(cut + 1))};
}

TEST(PartBytesTest, ComeBackAsTheyWent) {
  size_t read = 0;
  for (uint32_t seed = 1; seed <= 60; ++seed) {
    const std::string part = MakeSample(seed).part;
    if (part.empty()) continue;
    FileRegister rows;
    const std::optional<PartEnd> end = ReadPartBytes(part, rows);
    ASSERT_TRUE(end) << seed;
    ByteWriter out;
    Write(out, *end);
    rows.Write(out);
    EXPECT_EQ(out.bytes(), part.substr(6)) << seed;
    ++read;
  }
  EXPECT_GT(read, 30u);
}

TEST(PartBytesTest, CutOffAnywhereTheyAreRefused) {
  std::string part;
  for (uint32_t seed = 1; part.size() < 500; ++seed) part = MakeSample(seed).part;
  for (size_t size = 0; size < part.size(); size += 1 + size / 40) {
    FileRegister rows;
    EXPECT_FALSE(ReadPartBytes(std::string_view(part).substr(0, size), rows)) << size;
  }
  FileRegister rows;
  EXPECT_FALSE(ReadPartBytes(part + "x", rows));
}

TEST(PartBytesTest, DamagedTheyDoNoHarm) {
  size_t taken = 0;
  for (uint32_t seed = 1; seed <= 24; ++seed) {
    const Sample sample = MakeSample(seed);
    if (sample.part.empty()) continue;
    std::mt19937 random(seed);
    for (int i = 0; i < 8; ++i) {
      std::string part = sample.part;
      for (int j = 0; j < 1 + i % 3; ++j) part[random() % part.size()] = static_cast<char>(random());
      Session session;
      session.Begin("b.csv", {});
      session.Push(sample.before);
      taken += session.AddPart(part) ? 1 : 0;
      // What does not add up is found at the end; all else has to hold in a run.
      if (!session.End()) session.Evaluate(School{}, {});
    }
  }
  EXPECT_GT(taken, 0u);
}

}  // namespace
}  // namespace verzuim
