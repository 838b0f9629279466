#include "core/rules/melding.h"

#include "core/base/problem.h"

namespace verzuim {
namespace {

struct SoortText {
  std::string_view wire, title;
};

constexpr SoortText kSoorten[] = {
#define VERZUIM_X(name, wire, title) {wire, title},
    VERZUIM_MELDING_SOORTEN(VERZUIM_X)
#undef VERZUIM_X
};

struct LetOpText {
  std::string_view wire, text;
};

constexpr LetOpText kLetOp[] = {
#define VERZUIM_X(name, wire, text) {wire, text},
    VERZUIM_LET_OP(VERZUIM_X)
#undef VERZUIM_X
};

}  // namespace

std::string_view WireName(MeldingSoort soort) {
  return kSoorten[static_cast<size_t>(soort)].wire;
}
std::string_view Title(MeldingSoort soort) {
  return kSoorten[static_cast<size_t>(soort)].title;
}

std::string_view WireName(LetOpCode code) {
  return kLetOp[static_cast<size_t>(code)].wire;
}
std::string_view Text(LetOpCode code) {
  return kLetOp[static_cast<size_t>(code)].text;
}

std::string MessageOf(const LetOp& let_op) {
  return FillIn(Text(let_op.code), let_op.detail);
}

}  // namespace verzuim
