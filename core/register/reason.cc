#include "core/register/reason.h"

namespace verzuim {
namespace {

struct Row {
  std::string_view wire;
  Judgement judgement;
  std::string_view ground;
};

constexpr Row kRows[] = {
#define VERZUIM_X(name, wire, judgement, ground) {wire, Judgement::judgement, ground},
    VERZUIM_REASON_CLASSES(VERZUIM_X)
#undef VERZUIM_X
};

constexpr const Row& RowOf(ReasonClass reason) {
  return kRows[static_cast<size_t>(reason)];
}

}  // namespace

std::string_view WireName(ReasonClass reason) {
  return RowOf(reason).wire;
}
Judgement JudgementOf(ReasonClass reason) {
  return RowOf(reason).judgement;
}
std::string_view GroundOf(ReasonClass reason) {
  return RowOf(reason).ground;
}

std::optional<ReasonClass> ParseReasonClass(std::string_view wire_name) {
  for (size_t i = 0; i < std::size(kRows); ++i) {
    if (kRows[i].wire == wire_name) return static_cast<ReasonClass>(i);
  }
  return std::nullopt;
}

}  // namespace verzuim
