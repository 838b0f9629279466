// profiel.json: which profile a file is to be read with, and which of its columns is what.
//
// Example
//   {"basis": "lessen", "kolommen": {"Dag": "datum", "Reden 2": ""}}
// The names are those in the header as they are written there; "" means that the column is not used. A column that is
// not named is read as its name says.
#ifndef VERZUIM_CORE_JSON_PROFIEL_JSON_H_
#define VERZUIM_CORE_JSON_PROFIEL_JSON_H_

#include <vector>

#include "core/base/problem.h"
#include "core/import/importer.h"
#include "core/json/envelope.h"
#include "core/json/reader.h"

namespace verzuim {

// The member "profiel" of a request: a wire name, or the content of a profiel.json. Absent: to be recognised.
ImportOptions ReadProfiel(ObjectReader& request, std::vector<Problem>& problems);

// [{"naam","bron","soort":lessen|verzuim|leerlingen|redenen|…,"velden":[{"veld","verplicht"}]}]: what ReadProfiel
// takes.
Json ProfielenToJson();

}  // namespace verzuim

#endif  // VERZUIM_CORE_JSON_PROFIEL_JSON_H_
