// Leerplichtwet BES: what differs in the Caribbean Netherlands (rule book B8).
#ifndef VERZUIM_CORE_RULES_BES_ARTICLES_H_
#define VERZUIM_CORE_RULES_BES_ARTICLES_H_

#include <vector>

#include "core/rules/rule.h"

namespace verzuim::bes {

extern const Rule kArticle7;
std::vector<RuleValue> Article7Values();

// One year earlier than in the European part of the Netherlands.
inline constexpr int kLeerplichtBeginLeeftijd = 4;

extern const Rule kArticle33;
std::vector<RuleValue> Article33Values();

}  // namespace verzuim::bes

#endif  // VERZUIM_CORE_RULES_BES_ARTICLES_H_
