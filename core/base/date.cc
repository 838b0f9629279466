#include "core/base/date.h"

namespace verzuim {

std::string ToIso(Date date) {
  const int fields[] = {date.year(), date.month(), date.day()};
  std::string text = "0000-00-00";
  constexpr int kLast[] = {3, 6, 9};
  for (int f = 0; f < 3; ++f) {
    int value = fields[f];
    for (int i = kLast[f]; value > 0; --i, value /= 10)
      text[static_cast<size_t>(i)] = static_cast<char>('0' + value % 10);
  }
  return text;
}

}  // namespace verzuim
