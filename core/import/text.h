// Text: trimming and folding of cells and header names.
//
// Exports carry characters that nobody sees: no-break spaces, zero-width spaces, a byte order mark in the first
// cell, soft hyphens. They never mean anything, so they are trimmed from cells and ignored in names.
#ifndef VERZUIM_CORE_IMPORT_TEXT_H_
#define VERZUIM_CORE_IMPORT_TEXT_H_

#include <string>
#include <string_view>

namespace verzuim {

constexpr bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}
bool AllDigits(std::string_view text);  // false for an empty text

// `text` (UTF-8) without white space, control characters and invisible characters at both ends.
std::string_view TrimSlow(std::string_view text);
inline std::string_view Trim(std::string_view text) {
  // Nearly every cell starts and ends with a visible ASCII character.
  if (text.empty()) return text;
  const auto visible = [](char c) { return c > ' ' && c < 0x7f; };
  return visible(text.front()) && visible(text.back()) ? text : TrimSlow(text);
}

// A name as it is compared: lower case, letters and digits only, accents removed.
// Example  FoldName(" Leerling-ID ") == "leerlingid", FoldName("Geboortedatúm") == "geboortedatum"
std::string FoldName(std::string_view text);

// True when FoldName(text) would be `folded`; allocates nothing.
bool FoldsTo(std::string_view text, std::string_view folded);

}  // namespace verzuim

#endif  // VERZUIM_CORE_IMPORT_TEXT_H_
