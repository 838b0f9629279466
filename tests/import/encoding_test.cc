#include "core/import/encoding.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

#include "core/import/structural.h"

namespace verzuim {
namespace {

using std::string_literals::operator""s;

struct Decoded {
  std::string text;
  Encoding encoding;
  uint64_t misfits;
  bool operator==(const Decoded&) const = default;
};

Decoded DecodeAll(const std::string& bytes, size_t chunk) {
  Decoder decoder(GuessEncoding(bytes));
  std::string text;
  for (size_t at = 0; at < bytes.size(); at += chunk)
    text += decoder.Decode(std::string_view(bytes).substr(at, chunk));
  text += decoder.Finish();
  return {text, decoder.encoding(), decoder.misfits()};
}

std::string Utf16(const std::u16string& text, bool little) {
  std::string out;
  for (const char16_t unit : text) {
    const char low = static_cast<char>(unit & 0xff);
    const char high = static_cast<char>(unit >> 8);
    out += little ? low : high;
    out += little ? high : low;
  }
  return out;
}

void ExpectDecodes(const std::string& bytes, const std::string& text, Encoding encoding, uint64_t misfits) {
  for (size_t chunk = 1; chunk <= bytes.size(); ++chunk) {
    const Decoded decoded = DecodeAll(bytes, chunk);
    EXPECT_EQ(decoded.text, text) << chunk;
    EXPECT_EQ(decoded.encoding, encoding) << chunk;
    EXPECT_EQ(decoded.misfits, misfits) << chunk;
  }
}

TEST(EncodingTest, Utf8) {
  ExpectDecodes("Zo\xC3\xAB;\xE2\x82\xAC;\xF0\x9F\x98\x80;x", "Zo\xC3\xAB;\xE2\x82\xAC;\xF0\x9F\x98\x80;x",
                Encoding::kUtf8, 0);
  ExpectDecodes("\xEF\xBB\xBFZo\xC3\xAB", "Zo\xC3\xAB", Encoding::kUtf8Bom, 0);
}

TEST(EncodingTest, Windows1252) {
  ExpectDecodes("Zo\xEB;\x80;x", "Zo\xC3\xAB;\xE2\x82\xAC;x", Encoding::kWindows1252, 0);
  ExpectDecodes("Andr\xE9", "Andr\xC3\xA9", Encoding::kWindows1252,
                0);  // the last byte looks like the start of UTF-8
  ExpectDecodes(
      "a\x81"
      "b",
      "a\xC2\x81"
      "b",
      Encoding::kWindows1252, 1);
}

TEST(EncodingTest, ByteThatIsNoUtf8AfterUtf8) {
  ExpectDecodes("\xC3\xAB \xEB \xC3\xAB", "\xC3\xAB \xC3\xAB \xC3\xAB", Encoding::kUtf8, 1);
  ExpectDecodes("\xEF\xBB\xBF\xEB!", "\xC3\xAB!", Encoding::kUtf8Bom, 1);
}

TEST(EncodingTest, OverlongAndSurrogatesAreNoUtf8) {
  EXPECT_EQ(DecodeAll("\xC0\xAF", 9).encoding, Encoding::kWindows1252);
  EXPECT_EQ(DecodeAll("\xED\xA0\x80", 9).encoding, Encoding::kWindows1252);
  EXPECT_EQ(DecodeAll("\xF4\x90\x80\x80", 9).encoding, Encoding::kWindows1252);
}

TEST(EncodingTest, Utf16) {
  const std::u16string text = u"Zo\u00EB;\u20AC;\U0001F600;leerling";
  const std::string utf8 = "Zo\xC3\xAB;\xE2\x82\xAC;\xF0\x9F\x98\x80;leerling";
  ExpectDecodes("\xFF\xFE" + Utf16(text, true), utf8, Encoding::kUtf16Le, 0);
  ExpectDecodes("\xFE\xFF" + Utf16(text, false), utf8, Encoding::kUtf16Be, 0);
  ExpectDecodes(Utf16(text, true), utf8, Encoding::kUtf16Le, 0);
  ExpectDecodes(Utf16(text, false), utf8, Encoding::kUtf16Be, 0);
  EXPECT_TRUE(GuessEncoding("\xFF\xFEx").certain);
  EXPECT_FALSE(GuessEncoding(Utf16(text, true)).certain);
}

TEST(EncodingTest, DamagedUtf16) {
  ExpectDecodes("\xFF\xFE" + Utf16(std::u16string({u'a', 0xDC00, u'b', 0xD800, u'c', 0xD800}), true) + "x",
                "a\xEF\xBF\xBD"
                "b\xEF\xBF\xBD"
                "c\xEF\xBF\xBD",
                Encoding::kUtf16Le, 3);
}

TEST(EncodingTest, ZeroBytesAloneAreNotUtf16) {
  EXPECT_EQ(GuessEncoding("leerling;datum\n" + "\0\0\0\0"s).encoding, Encoding::kUtf8);
}

TEST(EncodingTest, Damage) {
  EXPECT_EQ(CountDoubleEncoding("Zo\xC3\x83\xC2\xAB en \xC3\xA2\xE2\x82\xAC\xE2\x84\xA2"), 2u);
  EXPECT_EQ(CountDoubleEncoding("Zo\xC3\xAB"), 0u);
  EXPECT_TRUE(LooksLikeDosText("Zo\x89l en Ren\x82 en Andr\x82s"));
  EXPECT_FALSE(LooksLikeDosText("Zo\xEBl en Andr\xE9s"));
}

// The vector code beside its plain twin, on text that is mostly ASCII, from every address in a block.
TEST(EncodingTest, AsciiIsCountedTheSameByPlainCode) {
  std::mt19937 random(7);
  for (int round = 0; round < 20000; ++round) {
    std::string text(random() % 300, 'x');
    for (char& c : text) c = static_cast<char>(random() % 128);
    if (!text.empty() && random() % 4 > 0) text[random() % text.size()] = static_cast<char>(128 + random() % 128);
    const std::string_view part = std::string_view(text).substr(std::min<size_t>(random() % 64, text.size()));
    ASSERT_EQ(AsciiPrefix(part), AsciiPrefix<PlainByteVector>(part));
  }
}

}  // namespace
}  // namespace verzuim
