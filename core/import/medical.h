// Columns about health: recognised by their name in order never to be read.
//
// No rule here needs to know more than that absence was sickness; what ailed a pupil is no business of this program.
#ifndef VERZUIM_CORE_IMPORT_MEDICAL_H_
#define VERZUIM_CORE_IMPORT_MEDICAL_H_

#include <string_view>

namespace verzuim {

// A header that names health, in any spelling: "Diagnose", "medische gegevens", "Huisarts", "soort ziekte".
// Not "ziek" or "ziekte" alone: that absence was sickness is what a register is for.
bool NamesMedical(std::string_view header);

}  // namespace verzuim

#endif  // VERZUIM_CORE_IMPORT_MEDICAL_H_
