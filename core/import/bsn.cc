#include "core/import/bsn.h"

#include "core/import/text.h"

namespace verzuim {

bool LooksLikeBsn(std::string_view text) {
  constexpr int kWeights[9] = {9, 8, 7, 6, 5, 4, 3, 2, -1};
  if (text.size() != 9 || !AllDigits(text) || text == "000000000") return false;
  int sum = 0;
  for (size_t i = 0; i < 9; ++i) sum += kWeights[i] * (text[i] - '0');
  return sum % 11 == 0;
}

bool NamesBsn(std::string_view header) {
  const std::string name = FoldName(header);
  for (const std::string_view word : {"burgerservicenummer", "sofinummer", "sofinr", "persoonsgebondennummer"}) {
    if (name.find(word) != std::string::npos) return true;
  }
  return name == "pgn" || name.substr(0, 3) == "bsn" || (name.size() >= 3 && name.substr(name.size() - 3) == "bsn");
}

std::string MaskBsn(std::string_view text) {
  std::string out(text);
  size_t run = 0;  // digits directly before i
  for (size_t i = 0; i <= out.size(); ++i) {
    if (i < out.size() && IsDigit(out[i])) {
      ++run;
      continue;
    }
    if (run == 9 && LooksLikeBsn(std::string_view(out).substr(i - 9, 9))) out.replace(i - 9, 9, 9, '*');
    run = 0;
  }
  return out;
}

void BsnCount::Add(std::string_view cell) {
  const std::string_view text = Trim(cell);
  if (text.empty()) return;
  ++filled_;
  if (LooksLikeBsn(text)) ++bsn_;
}

}  // namespace verzuim
