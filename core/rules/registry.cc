// The registry: every rule once, sorted by id, with the function that gives its dated values.
#include <iterator>

#include "core/rules/bes/articles.h"
#include "core/rules/cijfers/definities.h"
#include "core/rules/duo/guidance.h"
#include "core/rules/lpw/articles.h"
#include "core/rules/ncj/mazl.h"
#include "core/rules/rmc/doorstroompunt.h"
#include "core/rules/rule.h"
#include "core/rules/schorsing/schorsing.h"
#include "core/rules/wetsvoorstel/verzuimbeleid.h"

namespace verzuim {
namespace {

using ValuesFunction = std::vector<RuleValue> (*)();

std::vector<RuleValue> NoValues() {
  return {};
}

struct Entry {
  const Rule* rule;
  ValuesFunction values;
};

constexpr Entry kEntries[] = {
    {&bes::kArticle33, bes::Article33Values},
    {&bes::kArticle7, bes::Article7Values},
    {&cijfers::kBanden, cijfers::BandenValues},
    {&cijfers::kEersteMaanden, cijfers::EersteMaandenValues},
    {&cijfers::kOnderwijstijd, cijfers::OnderwijstijdValues},
    {&cijfers::kThuiszitter, cijfers::ThuiszitterValues},
    {&duo::kZestienUur18Plus, NoValues},
    {&duo::kHerhaalmelding, duo::HerhaalmeldingValues},
    {&duo::kLrv, duo::LrvValues},
    {&duo::kLuxe, NoValues},
    {&duo::kTelminuten, duo::TelminutenValues},
    {&duo::kTermijn, duo::TermijnValues},
    {&lpw::kArticle10, NoValues},
    {&lpw::kArticle11, lpw::Article11Values},
    {&lpw::kArticle11a, lpw::Article11aValues},
    {&lpw::kArticle12, lpw::Article12Values},
    {&lpw::kArticle13, lpw::Article13Values},
    {&lpw::kArticle13a, lpw::Article13aValues},
    {&lpw::kArticle14, lpw::Article14Values},
    {&lpw::kArticle18, NoValues},
    {&lpw::kArticle21a1, lpw::Article21aValues},
    {&lpw::kArticle21a2, lpw::Article21aValues},
    {&lpw::kArticle3, lpw::Article3Values},
    {&lpw::kArticle4a, lpw::Article4aValues},
    {&lpw::kArticle5, NoValues},
    {&lpw::kArticle6, lpw::Article6Values},
    {&lpw::kArticle7, lpw::Article7Values},
    {&ncj::kMazl, ncj::MazlValues},
    {&rmc::kVoor2026, rmc::WekenValues},
    {&rmc::kLeeftijd, rmc::LeeftijdValues},
    {&rmc::kWeb, rmc::WekenValues},
    {&rmc::kWec, rmc::WekenValues},
    {&rmc::kWvo2020, rmc::WekenValues},
    {&schorsing::kWeb, schorsing::WebValues},
    {&schorsing::kWec, schorsing::Values},
    {&schorsing::kWpo, schorsing::Values},
    {&schorsing::kWvo2020, schorsing::Values},
    {&wetsvoorstel::kSignaal, NoValues},
    {&wetsvoorstel::kVerzuimbeleid, NoValues},
};

// The same rules as the span that callers see.
struct RuleList {
  const Rule* rules[std::size(kEntries)] = {};
  constexpr RuleList() {
    for (size_t i = 0; i < std::size(kEntries); ++i) rules[i] = kEntries[i].rule;
  }
};
constexpr RuleList kList;

}  // namespace

std::span<const Rule* const> Rules() {
  return kList.rules;
}

std::vector<RuleValue> ValuesOf(const Rule& rule) {
  for (const Entry& entry : kEntries) {
    if (entry.rule == &rule) return entry.values();
  }
  return {};
}

}  // namespace verzuim
