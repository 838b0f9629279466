#include <array>

#include "core/register/rows.h"

namespace verzuim {
namespace {

constexpr std::array<std::string_view, 11> kNames = {"",     "po",   "sbo", "so",   "vso", "pro",
                                                     "vmbo", "havo", "vwo", "vavo", "mbo"};

}  // namespace

std::string_view WireName(Onderwijssoort soort) {
  return kNames[static_cast<size_t>(soort)];
}

std::optional<Onderwijssoort> ParseOnderwijssoort(std::string_view text) {
  for (size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == text) return static_cast<Onderwijssoort>(i);
  }
  return std::nullopt;
}

}  // namespace verzuim
