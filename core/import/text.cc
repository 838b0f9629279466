#include "core/import/text.h"

#include <cstdint>

namespace verzuim {
namespace {

constexpr uint8_t Byte(char c) {
  return static_cast<uint8_t>(c);
}

// Length of the invisible character at the start of `text`, 0 when it is visible.
size_t InvisibleAtStart(std::string_view text) {
  const uint8_t a = Byte(text[0]);
  if (a <= ' ' || a == 0x7f) return 1;
  if (text.size() >= 2 && a == 0xC2 && (Byte(text[1]) == 0xA0 || Byte(text[1]) == 0xAD)) return 2;
  if (text.size() < 3) return 0;
  const uint8_t b = Byte(text[1]);
  const uint8_t c = Byte(text[2]);
  const bool zero_width = a == 0xE2 && b == 0x80 && ((c >= 0x8B && c <= 0x8F) || c == 0xAF);
  const bool mark = a == 0xEF && b == 0xBB && c == 0xBF;
  return zero_width || mark ? 3 : 0;
}

size_t InvisibleAtEnd(std::string_view text) {
  for (size_t n = 1; n <= 3 && n <= text.size(); ++n) {
    if (InvisibleAtStart(text.substr(text.size() - n)) == n) return n;
  }
  return 0;
}

// Base letter of the Latin-1 letter U+00C0..U+00FF, given the second byte of its UTF-8 form; 0 when it has none.
constexpr char BaseLetter(uint8_t second) {
  constexpr char kBase[] = "aaaaaaaceeeeiiiidnooooo\0ouuuuyty";
  return kBase[(second - 0x80) & 0x1f];
}
static_assert(BaseLetter(0xAB) == 'e' && BaseLetter(0x89) == 'e' && BaseLetter(0xBC) == 'u');

// Calls `take` with each character that counts in a name, until it returns false.
template <class Take>
bool ForEachFolded(std::string_view text, Take take) {
  for (size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (Byte(c) == 0xC3 && i + 1 < text.size()) {
      const uint8_t second = Byte(text[++i]);
      c = second >= 0x80 && second <= 0xBF ? BaseLetter(second) : '\0';
    }
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    const bool counts = IsDigit(c) || (c >= 'a' && c <= 'z');
    if (counts && !take(c)) return false;
  }
  return true;
}

}  // namespace

bool AllDigits(std::string_view text) {
  for (const char c : text) {
    if (!IsDigit(c)) return false;
  }
  return !text.empty();
}

std::string_view TrimSlow(std::string_view text) {
  while (!text.empty()) {
    const size_t n = InvisibleAtStart(text);
    if (n == 0) break;
    text.remove_prefix(n);
  }
  while (!text.empty()) {
    const size_t n = InvisibleAtEnd(text);
    if (n == 0) break;
    text.remove_suffix(n);
  }
  return text;
}

std::string FoldName(std::string_view text) {
  std::string out;
  ForEachFolded(text, [&out](char c) {
    out.push_back(c);
    return true;
  });
  return out;
}

bool FoldsTo(std::string_view text, std::string_view folded) {
  size_t at = 0;
  const bool same = ForEachFolded(text, [&at, folded](char c) { return at < folded.size() && folded[at++] == c; });
  return same && at == folded.size();
}

}  // namespace verzuim
