// Profiles: which kinds of file are known, and which of their columns is what.
//
// A profile is data: the names its columns go by, which of them it cannot do without, how its dates are written,
// what kind of row it gives, and how well it is known. Nothing outside this table and the reader of its kind of row
// knows about a supplier.
#ifndef VERZUIM_CORE_IMPORT_PROFILE_H_
#define VERZUIM_CORE_IMPORT_PROFILE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "core/import/date_format.h"
#include "core/register/rows.h"

namespace verzuim {

// X(enumerator, wire name, is a date). What a column can feed.
#define VERZUIM_FIELDS(X)                                    \
  X(Leerling, "leerling", false)                             \
  X(Datum, "datum", true)                                    \
  X(Einddatum, "einddatum", true)                            \
  X(Begintijd, "begintijd", false)                           \
  X(Eindtijd, "eindtijd", false)                             \
  X(Lesuur, "lesuur", false)                                 \
  X(LesuurTot, "lesuur_tot", false)                          \
  X(Dagdeel, "dagdeel", false)                               \
  X(Vervallen, "vervallen", false)                           \
  X(Geldig, "geldig", false)                                 \
  X(Minuten, "minuten", false)                               \
  X(Status, "status", false)                                 \
  X(Gemist, "gemist", false)                                 \
  X(Vak, "vak", false)                                       \
  X(Geoorloofd, "geoorloofd", false)                         \
  X(Reden, "reden", false)                                   \
  X(RedenId, "reden_id", false)                              \
  X(Omschrijving, "omschrijving", false)                     \
  X(RedenType, "type", false)                                \
  X(Luxe, "luxeverzuim", false)                              \
  X(Geboortedatum, "geboortedatum", true)                    \
  X(Onderwijssoort, "onderwijssoort", false)                 \
  X(Leerjaar, "leerjaar", false)                             \
  X(Klas, "klas", false)                                     \
  X(Gemeente, "gemeente", false)                             \
  X(IngeschrevenVan, "ingeschreven_van", true)               \
  X(IngeschrevenTot, "ingeschreven_tot", true)               \
  X(StartkwalificatieSinds, "startkwalificatie_sinds", true) \
  X(VrijstellingVan, "vrijstelling_van", true)               \
  X(VrijstellingTot, "vrijstelling_tot", true)               \
  X(VrijstellingGrond, "vrijstelling_grond", false)          \
  X(VerwijderingBesluit, "verwijdering_besluit", true)       \
  X(LeerplichtTot, "leerplicht_tot", true)                   \
  X(KwalificatieplichtTot, "kwalificatieplicht_tot", true)   \
  X(Label, "label", false)                                   \
  X(Regelnummer, "regel", false)                             \
  X(BevestigdDoor, "door", false)                            \
  X(Ingevoerd, "ingevoerd", true)                            \
  X(IngevoerdTijd, "ingevoerd_tijd", false)

enum class Field : uint8_t {
#define VERZUIM_X(name, wire, date) k##name,
  VERZUIM_FIELDS(VERZUIM_X)
#undef VERZUIM_X
};
#define VERZUIM_X(name, wire, date) +1
inline constexpr size_t kFields = 0 VERZUIM_FIELDS(VERZUIM_X);
#undef VERZUIM_X
std::string_view WireName(Field field);
bool IsDate(Field field);

enum class RowKind : uint8_t { kLesson, kAbsence, kPupil, kReason, kNote };

struct FieldSpec {
  Field field;
  std::string_view names;  // folded header names, separated by one space; the first found in this order is used
  bool required = false;
};

// A word in the status column and what it says.
struct StatusWord {
  std::string_view folded;
  Presence presence;
  // The word itself stands for the reason where the row gives none: it says more than "absent".
  bool is_reason = false;
  // A row with this word says nothing about lessons or absence ("homework forgotten", an exam).
  bool ignored = false;
};

// What the records of a file are written as.
enum class Container : uint8_t { kTable, kJson, kEdexml };

struct Profile {
  std::string_view name;    // wire name
  std::string_view source;  // kConfirmed or kUntested
  RowKind kind;
  std::span<const FieldSpec> fields;
  std::span<const StatusWord> status_words = {};
  DateFormatSet dates = kAnyDateFormat;
  // Files without a header: columns in this order, one field each (nullopt = not used). Empty = always a header.
  std::span<const std::optional<Field>> headerless = {};
  // The length of one lesuur in this export, when that is fixed; 0 = it is not.
  int lesuur_minutes = 0;
  // A row is about lesuren; one without says nothing.
  bool needs_lesuur = false;
  // An empty end date means "not over yet" rather than "that day only".
  bool open_without_end = false;
  // Files of this kind only; nullopt = any.
  std::optional<Container> container = Container::kTable;
};

inline constexpr std::string_view kConfirmed = "bevestigd door bron";
inline constexpr std::string_view kUntested = "nog niet met echt bestand getest";

// All profiles, in order of preference when a file fits several equally well.
std::span<const Profile> Profiles();
const Profile* FindProfile(std::string_view name);

// What the status word says; nullptr when the profile does not know it.
const StatusWord* FindStatus(const Profile& profile, std::string_view cell);
// The field that a header name feeds at rank `rank` among its names (0 = the canonical one); nullopt when none.
struct FieldMatch {
  Field field;
  size_t rank;
};
std::optional<FieldMatch> MatchField(const Profile& profile, std::string_view folded_header);

}  // namespace verzuim

#endif  // VERZUIM_CORE_IMPORT_PROFILE_H_
