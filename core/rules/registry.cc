// The registry: every rule once, sorted by id, with the function that gives its dated values.
#include <algorithm>
#include <iterator>

#include "core/rules/bes/articles.h"
#include "core/rules/duo/guidance.h"
#include "core/rules/lpw/articles.h"
#include "core/rules/rmc/doorstroompunt.h"
#include "core/rules/rule.h"

namespace verzuim {
namespace {

using ValuesFunction = std::vector<RuleValue> (*)();

std::vector<RuleValue> NoValues() { return {}; }

constexpr const Rule* kRules[] = {
    &bes::kArticle33,      &bes::kArticle7,    &duo::kZestienUur18Plus, &duo::kHerhaalmelding, &duo::kLrv,
    &duo::kLuxe,           &duo::kTelminuten,  &duo::kTermijn,          &lpw::kArticle11,      &lpw::kArticle11a,
    &lpw::kArticle12,      &lpw::kArticle21a1, &lpw::kArticle21a2,      &lpw::kArticle3,       &lpw::kArticle4a,
    &lpw::kArticle5,       &rmc::kWeb,         &rmc::kLeeftijd,         &rmc::kWec,            &rmc::kWvo2020,
};

constexpr ValuesFunction kValues[] = {
    bes::Article33Values,  bes::Article7Values,   NoValues,              duo::HerhaalmeldingValues, duo::LrvValues,
    NoValues,              duo::TelminutenValues, duo::TermijnValues,    lpw::Article11Values,      lpw::Article11aValues,
    lpw::Article12Values,  lpw::Article21aValues, lpw::Article21aValues, lpw::Article3Values,       lpw::Article4aValues,
    NoValues,              rmc::WekenValues,      rmc::LeeftijdValues,   rmc::WekenValues,          rmc::WekenValues,
};
static_assert(std::size(kRules) == std::size(kValues));

}  // namespace

std::span<const Rule* const> Rules() { return kRules; }

std::vector<RuleValue> ValuesOf(const Rule& rule) {
  const auto at = std::find(std::begin(kRules), std::end(kRules), &rule);
  return at == std::end(kRules) ? std::vector<RuleValue>() : kValues[at - std::begin(kRules)]();
}

}  // namespace verzuim
