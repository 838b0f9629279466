// OngeoorloofdItem: the only kind of absence that a record for the leerplichtambtenaar can hold.
//
// There is one way to make one: from a missed lesson whose class the law calls ongeoorloofd. Sickness and every other
// geoorloofd class, absence that nobody has explained yet, and hours of a five-year-old give nothing. What comes out
// cannot be changed. So a record for leerplicht with a geoorloofd item in it cannot be written down in this program
// (tests/compile_fail/leerplicht_*.cc).
//
// Example
//   OngeoorloofdItem::From(sick, {60}) == std::nullopt;
//   OngeoorloofdItem::From(truant, {60})->credit().value == 60;
#ifndef VERZUIM_CORE_BELEID_ONGEOORLOOFD_ITEM_H_
#define VERZUIM_CORE_BELEID_ONGEOORLOOFD_ITEM_H_

#include <optional>

#include "core/base/date.h"
#include "core/base/units.h"
#include "core/register/pupil.h"

namespace verzuim::beleid {

class OngeoorloofdItem {
 public:
  // `credit` is what the lesson counts for.
  static std::optional<OngeoorloofdItem> From(const MissedLesson& lesson, CreditMinutes credit) {
    if (JudgementOf(lesson.reason) != Judgement::kOngeoorloofd) return std::nullopt;
    return OngeoorloofdItem(lesson, credit);
  }

  RowRef ref() const { return ref_; }
  Date date() const { return date_; }
  int lesuur() const { return lesuur_; }
  CreditMinutes credit() const { return credit_; }

  bool operator==(const OngeoorloofdItem&) const = default;

 private:
  OngeoorloofdItem(const MissedLesson& lesson, CreditMinutes credit)
      : ref_(lesson.ref), date_(lesson.date), lesuur_(lesson.lesuur), credit_(credit) {}

  RowRef ref_;
  Date date_;
  int lesuur_;
  CreditMinutes credit_;
};

}  // namespace verzuim::beleid

#endif  // VERZUIM_CORE_BELEID_ONGEOORLOOFD_ITEM_H_
