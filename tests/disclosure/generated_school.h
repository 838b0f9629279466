// Schools made up pupil by pupil, so that their counts are those of real pupils.
#ifndef VERZUIM_TESTS_DISCLOSURE_GENERATED_SCHOOL_H_
#define VERZUIM_TESTS_DISCLOSURE_GENERATED_SCHOOL_H_

#include <cstddef>

#include "core/aggregate/telling.h"
#include "core/disclosure/random.h"

namespace verzuim {

// `subs` subdivisions besides totaal, `pupils` in all, intervals 0/5/10/20. A vo school has more ongeoorloofd.
Telling GeneratedSchool(Random& random, size_t pupils, size_t subs, bool vo);

}  // namespace verzuim

#endif  // VERZUIM_TESTS_DISCLOSURE_GENERATED_SCHOOL_H_
