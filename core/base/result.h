// Result<T>: a value, or the problem that kept it from existing. The core has no exceptions.
//
// Example
//   Result<Date> d = ReadDate(text);
//   if (!d) return d.problem();
//   Use(*d);
#ifndef VERZUIM_CORE_BASE_RESULT_H_
#define VERZUIM_CORE_BASE_RESULT_H_

#include <utility>
#include <variant>

#include "core/base/problem.h"

namespace verzuim {

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Problem problem) : state_(std::in_place_index<1>, std::move(problem)) {}

  explicit operator bool() const { return state_.index() == 0; }
  // Only when the result holds a value.
  const T& operator*() const { return *std::get_if<0>(&state_); }
  T& operator*() { return *std::get_if<0>(&state_); }
  const T* operator->() const { return std::get_if<0>(&state_); }
  T* operator->() { return std::get_if<0>(&state_); }
  // Only when it does not.
  const Problem& problem() const { return *std::get_if<1>(&state_); }

 private:
  std::variant<T, Problem> state_;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_BASE_RESULT_H_
