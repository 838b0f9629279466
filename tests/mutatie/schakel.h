// Injected into every mutated source: each mutation site asks here which way to go, and notes that it was asked. One
// mutant is awake at most; with none the program is what its sources say.
//
//   a < b      becomes  a < mutatie::Op<17>{} < b      mutant 17 compares with <=
//   7          becomes  mutatie::Number<18>(7)         mutant 18 gives 8
//   true       becomes  mutatie::Flag<19>(true)        mutant 19 gives false
#ifndef VERZUIM_TESTS_MUTATIE_SCHAKEL_H_
#define VERZUIM_TESTS_MUTATIE_SCHAKEL_H_

#include <cstdlib>

namespace mutatie {

inline constexpr int kMostMutants = 4096;

// Which sites were asked. No initialiser runs for it, so that tables made before main() are noted too.
inline unsigned char reached[kMostMutants];

// The mutant that is awake. The environment wakes one before main(); tests/mutatie/rechter.cc wakes the others.
inline int awake = [] {
  const char* text = std::getenv("VERZUIM_MUTANT");
  return text != nullptr ? std::atoi(text) : 0;
}();

template <int N>
bool Awake() {
  static_assert(N < kMostMutants);
  reached[N] = 1;
  return awake == N;
}

template <int N>
struct Op {};
template <int N, class T>
struct Left {
  const T& value;
};

#define VERZUIM_MUTATIE_OP(op, other)                                 \
  template <int N, class T>                                           \
  Left<N, T> operator op(const T& value, Op<N>) {                     \
    return {value};                                                   \
  }                                                                   \
  template <int N, class T, class U>                                  \
  bool operator op(const Left<N, T>& left, const U& right) {          \
    return Awake<N>() ? left.value other right : left.value op right; \
  }
VERZUIM_MUTATIE_OP(<, <=)
VERZUIM_MUTATIE_OP(<=, <)
VERZUIM_MUTATIE_OP(>, >=)
VERZUIM_MUTATIE_OP(>=, >)
VERZUIM_MUTATIE_OP(==, !=)
VERZUIM_MUTATIE_OP(!=, ==)
#undef VERZUIM_MUTATIE_OP

template <int N>
int Number(int value) {
  return Awake<N>() ? value + 1 : value;
}
template <int N>
bool Flag(bool value) {
  return Awake<N>() ? !value : value;
}

}  // namespace mutatie

#endif  // VERZUIM_TESTS_MUTATIE_SCHAKEL_H_
