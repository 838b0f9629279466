// The profiles of web services and of lists for exchange: JSON and EDEXML, after JsonTable and EdexmlTable.
//
// Names are those of public documentation and code of third parties; none of these was tried on a file of a school.
#ifndef VERZUIM_CORE_IMPORT_SERVICE_PROFILES_H_
#define VERZUIM_CORE_IMPORT_SERVICE_PROFILES_H_

#include "core/import/profile.h"

namespace verzuim::service {

// ---- Magister: absences of a pupil. Its API leaves out whose they are: the file has to say so beside "Items"
// -------

inline constexpr FieldSpec kMagister[] = {
    {Field::kLeerling, "leerling stamnummer stamnr leerlingid persoonid", true},
    {Field::kDatum, "start", true},
    {Field::kBegintijd, "starttijd"},
    {Field::kEinddatum, "eind", true},
    {Field::kEindtijd, "eindtijd"},
    {Field::kLesuur, "lesuur"},
    {Field::kReden, "code", true},
    {Field::kStatus, "verantwoordingtype", true},
    {Field::kGeoorloofd, "geoorloofd", true},
};
// The numbers of Verantwoordingtype; 5 is not documented, and a row with it is rejected.
inline constexpr StatusWord kMagisterTypes[] = {
    {"1", Presence::kAbsent},
    {"2", Presence::kLate},
    {"3", Presence::kAbsent},
    {"4", Presence::kAbsent},
    {"6", Presence::kAbsent},
    {"7", Presence::kPresent, false, true},
    {"8", Presence::kPresent, false, true},
};

// ---- The file of JKunst/verzuimsignalering, made from Magister: registrations per pupil and lesson
// -----------------

inline constexpr FieldSpec kVerzuimsignalering[] = {
    {Field::kLeerling, "entriessleutel", true},
    {Field::kDatum, "date", true},
    {Field::kLesuur, "period", true},
    {Field::kReden, "code", true},
    {Field::kStatus, "type"},
    {Field::kGeoorloofd, "geoorloofd"},
};
inline constexpr StatusWord kVerzuimsignaleringTypes[] = {
    {"", Presence::kAbsent},
    {"ziek", Presence::kAbsent},
    {"telaat", Presence::kLate},
    {"huiswerkvergeten", Presence::kPresent, false, true},
    {"materiaalvergeten", Presence::kPresent, false, true},
};

// ---- Somtoday: reports of absence with a reason, and observations per lesson
// ---------------------------------------

inline constexpr FieldSpec kSomtodayMeldingen[] = {
    {Field::kLeerling, "leerlingleerlingnummer", true},
    {Field::kDatum, "begindatumtijd", true},
    {Field::kBegintijd, "begindatumtijdtijd"},
    {Field::kEinddatum, "einddatumtijd", true},
    {Field::kEindtijd, "einddatumtijdtijd"},
    {Field::kLesuur, "beginlesuur"},
    {Field::kLesuurTot, "eindlesuur"},
    {Field::kReden, "absentieredenafkorting", true},
    {Field::kStatus, "absentieredenabsentiesoort", true},
    {Field::kGeoorloofd, "absentieredengeoorloofd", true},
    {Field::kIngevoerd, "datumtijdinvoer"},
    {Field::kIngevoerdTijd, "datumtijdinvoertijd"},
};
inline constexpr StatusWord kSomtodaySoorten[] = {
    {"absent", Presence::kAbsent}, {"telaat", Presence::kLate}, {"verwijderd", Presence::kAbsent, true}};

inline constexpr FieldSpec kSomtodayWaarnemingen[] = {
    {Field::kLeerling, "leerlingleerlingnummer", true},
    {Field::kDatum, "begindatumtijd", true},
    {Field::kBegintijd, "begindatumtijdtijd"},
    {Field::kEinddatum, "einddatumtijd", true},
    {Field::kEindtijd, "einddatumtijdtijd"},
    {Field::kLesuur, "beginlesuur"},
    {Field::kLesuurTot, "eindlesuur"},
    {Field::kStatus, "waarnemingsoort", true},
};
// "Nvt" says nothing about the pupil. "DeelsAfwezig" does not say how much: a row with it is rejected.
inline constexpr StatusWord kSomtodayWaarneming[] = {
    {"aanwezig", Presence::kPresent}, {"afwezig", Presence::kAbsent}, {"nvt", Presence::kPresent, false, true}};

// ---- Zermelo: the lessons a pupil had on the timetable
// ---------------------------------------------------------------

inline constexpr FieldSpec kZermelo[] = {
    {Field::kLeerling, "students", true},    {Field::kDatum, "start", true},
    {Field::kBegintijd, "starttijd", true},  {Field::kEindtijd, "endtijd", true},
    {Field::kLesuur, "starttimeslot", true}, {Field::kLesuurTot, "endtimeslot"},
    {Field::kStatus, "type", true},          {Field::kVervallen, "cancelled", true},
    {Field::kGeldig, "valid", true},
};
inline constexpr StatusWord kZermeloTypes[] = {
    {"lesson", Presence::kPresent},
    {"unknown", Presence::kPresent, false, true},
    {"exam", Presence::kPresent, false, true},
    {"activity", Presence::kPresent, false, true},
    {"choice", Presence::kPresent, false, true},
    {"talk", Presence::kPresent, false, true},
    {"other", Presence::kPresent, false, true},
};

// ---- EDEXML 2.1: pupils
// ------------------------------------------------------------------------------------------------

inline constexpr FieldSpec kEdexml[] = {
    {Field::kLeerling, "key", true},
    {Field::kGeboortedatum, "geboortedatum", true},
    {Field::kLeerjaar, "leerjaar"},
    {Field::kKlas, "groep"},
    {Field::kIngeschrevenVan, "instroomdatum"},
    {Field::kIngeschrevenTot, "uitstroomdatum"},
};

}  // namespace verzuim::service

#endif  // VERZUIM_CORE_IMPORT_SERVICE_PROFILES_H_
