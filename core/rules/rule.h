// Rule: one duty or definition of the law as this project applies it, and the registry of all of them.
//
// A rule is registered once, by the file of its article (core/rules/<wet>/article_<n>.cc). The registry is what
// `verzuimkit regels`, docs and every melding point at.
#ifndef VERZUIM_CORE_RULES_RULE_H_
#define VERZUIM_CORE_RULES_RULE_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/basis.h"
#include "core/base/date.h"
#include "core/base/units.h"
#include "core/rules/legal_ref.h"

namespace verzuim {

struct Rule {
  std::string_view id;       // stable: "lpw.21a.1"
  std::string_view titel;    // Dutch, short
  std::string_view woorden;  // the words of the statute or guidance the rule rests on
  std::string_view uitleg;   // how the rule follows from them, one or two sentences
  Date geldig_van;
  Date geldig_tot;  // kNoEnd: until further notice
  Basis basis;
  const LegalRef* ref;
};

// One dated value of a rule, ready to show ("960 telminuten").
struct RuleValue {
  std::string_view naam;
  std::string waarde;
  Date geldig_van;
  Date geldig_tot;
  Basis basis;
  const LegalRef* ref;
};

// The rows of a dated table as values: the number, then the unit (" telminuten"). For tables of whole numbers and
// of quantities.
inline std::string NumberText(int value) {
  return std::to_string(value);
}
template <class Tag>
std::string NumberText(Quantity<Tag> quantity) {
  return std::to_string(quantity.value);
}
template <class T, size_t N>
void AddValues(std::vector<RuleValue>& values, std::string_view naam, const Dated<T> (&rows)[N],
               std::string_view eenheid) {
  for (const Dated<T>& row : rows) {
    values.push_back({naam, NumberText(row.value).append(eenheid), row.from, row.through, row.basis, row.ref});
  }
}

// All rules, sorted by id.
std::span<const Rule* const> Rules();
// The dated values of one rule; empty when it has none.
std::vector<RuleValue> ValuesOf(const Rule& rule);

}  // namespace verzuim

#endif  // VERZUIM_CORE_RULES_RULE_H_
