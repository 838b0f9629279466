// School from and to JSON: school.json, read strictly and written with every default filled in.
#ifndef VERZUIM_CORE_JSON_SCHOOL_JSON_H_
#define VERZUIM_CORE_JSON_SCHOOL_JSON_H_

#include <string_view>
#include <vector>

#include "core/base/problem.h"
#include "core/json/envelope.h"
#include "core/session/school.h"

namespace verzuim {

// Reads school.json. With problems (unknown key, bad value, each with its JSON pointer) the school is not usable.
// Empty text is a school of which nothing is known: profile vo, no vacations.
School ReadSchool(std::string_view text, std::vector<Problem>& problems);

// The school as understood. Reading what this writes gives the same school.
Json SchoolToJson(const School& school);

}  // namespace verzuim

#endif  // VERZUIM_CORE_JSON_SCHOOL_JSON_H_
