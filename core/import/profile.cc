#include "core/import/profile.h"

#include "core/import/service_profiles.h"
#include "core/import/text.h"

namespace verzuim {
namespace {

constexpr std::string_view kPupilNames =
    "leerling leerlingid leerlingnummer leerlingnr stamnummer stamnr llnr deelnemernummer studentnummer";

// ---- Canonical tables of this project ---------------------------------------------------------------------------

constexpr FieldSpec kLessen[] = {
    {Field::kLeerling, kPupilNames, true},
    {Field::kDatum, "datum", true},
    {Field::kLesuur, "lesuur", true},
    {Field::kMinuten, "minuten", true},
    {Field::kStatus, "status", true},
    {Field::kReden, "reden redencode"},
    {Field::kGemist, "gemist"},
    {Field::kVak, "vak vakcode"},
};
constexpr StatusWord kLessenStatus[] = {
    {"aanwezig", Presence::kPresent}, {"afwezig", Presence::kAbsent}, {"telaat", Presence::kLate}};

constexpr FieldSpec kVerzuim[] = {
    {Field::kLeerling, kPupilNames, true}, {Field::kDatum, "datum", true},
    {Field::kBegintijd, "begintijd van"},  {Field::kEindtijd, "eindtijd tot"},
    {Field::kLesuur, "lesuurvan lesuur"},  {Field::kLesuurTot, "lesuurtot lesuurtotenmet"},
    {Field::kMinuten, "minuten"},          {Field::kStatus, "soort", true},
    {Field::kGeoorloofd, "geoorloofd"},    {Field::kReden, "reden redencode"},
    {Field::kIngevoerd, "ingevoerd"},
};
constexpr StatusWord kVerzuimStatus[] = {{"absent", Presence::kAbsent},      {"afwezig", Presence::kAbsent},
                                         {"telaat", Presence::kLate},        {"present", Presence::kPresent},
                                         {"aanwezig", Presence::kPresent},   {"verwijderd", Presence::kAbsent, true},
                                         {"overig", Presence::kAbsent, true}};

constexpr FieldSpec kLeerlingen[] = {
    {Field::kLeerling, kPupilNames, true},
    {Field::kGeboortedatum, "geboortedatum birthdate", true},
    {Field::kOnderwijssoort, "onderwijssoort"},
    {Field::kLeerjaar, "leerjaar studyyear"},
    {Field::kKlas, "klas class groep stamgroep"},
    {Field::kGemeente, "gemeente gemeentecode"},
    {Field::kIngeschrevenVan, "ingeschrevenvan inschrijfdatum"},
    {Field::kIngeschrevenTot, "ingeschreventot uitschrijfdatum"},
    {Field::kStartkwalificatieSinds, "startkwalificatiesinds"},
    {Field::kVrijstellingVan, "vrijstellingvan"},
    {Field::kVrijstellingTot, "vrijstellingtot"},
    {Field::kVrijstellingGrond, "vrijstellinggrond"},
    {Field::kVerwijderingBesluit, "verwijderingbesluit"},
    {Field::kLeerplichtTot, "leerplichttot"},
    {Field::kKwalificatieplichtTot, "kwalificatieplichttot"},
};

// Notes of mentors, and who confirmed a signaal.
constexpr FieldSpec kNotities[] = {
    {Field::kLeerling, kPupilNames, true}, {Field::kDatum, "datum", true},       {Field::kLabel, "label", true},
    {Field::kRegelnummer, "regel"},        {Field::kBevestigdDoor, "door naam"}, {Field::kReden, "reden"},
};

// ---- Topicus KRD (Tribe, Eduarte): files for import and export, no header, all fields known from its source -----

constexpr StatusWord kKrdStatus[] = {{"afwezig", Presence::kAbsent}, {"aanwezig", Presence::kPresent}};

constexpr FieldSpec kKrdMeldingen[] = {
    {Field::kLeerling, "deelnemernummer", true}, {Field::kDatum, "begindatum", true},
    {Field::kBegintijd, "begintijd", true},      {Field::kEinddatum, "einddatum", true},
    {Field::kEindtijd, "eindtijd", true},        {Field::kLesuur, "beginlesuur", true},
    {Field::kLesuurTot, "eindlesuur", true},     {Field::kReden, "redenafkorting reden absentiereden", true},
};
constexpr std::optional<Field> kKrdMeldingenColumns[] = {Field::kLeerling,  Field::kDatum,    Field::kBegintijd,
                                                         Field::kEinddatum, Field::kEindtijd, Field::kLesuur,
                                                         Field::kLesuurTot, Field::kReden,    std::nullopt};

constexpr FieldSpec kKrdWaarnemingen[] = {
    {Field::kLeerling, "deelnemernummer", true}, {Field::kDatum, "begindatum", true},
    {Field::kBegintijd, "begintijd", true},      {Field::kEinddatum, "einddatum", true},
    {Field::kEindtijd, "eindtijd", true},        {Field::kLesuur, "beginlesuur", true},
    {Field::kLesuurTot, "eindlesuur", true},     {Field::kStatus, "waarneming waarnemingsoort", true},
};
constexpr std::optional<Field> kKrdWaarnemingenColumns[] = {
    Field::kLeerling, Field::kDatum,     Field::kBegintijd, Field::kEinddatum, Field::kEindtijd,
    Field::kLesuur,   Field::kLesuurTot, std::nullopt,      Field::kStatus,    std::nullopt};

// ---- PARS "platte_data" (mbo). One lesuur is half an hour there --------------------------------------------------

constexpr FieldSpec kPars[] = {
    {Field::kLeerling, "ovnr", true},        {Field::kStatus, "typeomschrijving", true},
    {Field::kDatum, "datumvan", true},       {Field::kLesuur, "lesuurbegin", true},
    {Field::kLesuurTot, "lesuureind", true}, {Field::kReden, "reden"},
};
// "Regulier absent" is absence of which the export does not say what it means: the school has to.
constexpr StatusWord kParsStatus[] = {{"present", Presence::kPresent},
                                      {"absent", Presence::kAbsent},
                                      {"telaat", Presence::kLate},
                                      {"regulierabsent", Presence::kAbsent, true}};

// ---- Magister: the absence tables behind Decibel, with the names of the tables and of the views on them ----------

constexpr FieldSpec kMagisterVerantwoording[] = {
    {Field::kLeerling, "stamnr stamnummer", true},
    {Field::kDatum, "daanwezigheid verantwoordingdatum", true},
    {Field::kLesuur, "lesuur verantwoordinglesuur", true},
    {Field::kReden, "idabty absentieredenid absentieredencode", true},
    {Field::kIngevoerd, "dinvoer datuminvoer"},
};
constexpr FieldSpec kMagisterRedenen[] = {
    {Field::kRedenId, "idabty absentieredenid"},
    {Field::kReden, "code absentieredencode", true},
    {Field::kOmschrijving, "omschr absentieredenomschrijving", true},
    {Field::kRedenType, "verantwoordingstypeomschrijving verantwoordingtypeomschrijving"},
    {Field::kGeoorloofd, "geoorloofd", true},
    {Field::kLuxe, "bluxeverzuim luxeverzuim"},
};

// The same system on the screen, exported: one row per report, without lesuren.
constexpr FieldSpec kKrdScherm[] = {
    {Field::kLeerling, "nummer", true},
    {Field::kDatum, "begindatum begindatumtijd", true},
    {Field::kEinddatum, "einddatum einddatumtijd", true},
    {Field::kReden, "absentiereden", true},
};

// ---- Primary schools: absence by dagdeel, as their systems show it
// --------------------------------------------------

constexpr FieldSpec kPoDagdelen[] = {
    {Field::kLeerling, kPupilNames, true}, {Field::kDatum, "datum", true},     {Field::kDagdeel, "dagdeel", true},
    {Field::kStatus, "soort status"},      {Field::kReden, "reden redencode"}, {Field::kGeoorloofd, "geoorloofd"},
};

constexpr DateFormatSet kCompactOnly = SetOf(DateFormat::kCompact);
constexpr DateFormatSet kDutchOrIso = SetOf(DateFormat::kDayMonthYear) | SetOf(DateFormat::kYearMonthDay);

constexpr Profile kProfiles[] = {
    {.name = "lessen",
     .source = kConfirmed,
     .kind = RowKind::kLesson,
     .fields = kLessen,
     .status_words = kLessenStatus,
     .container = std::nullopt},
    {.name = "verzuim",
     .source = kConfirmed,
     .kind = RowKind::kAbsence,
     .fields = kVerzuim,
     .status_words = kVerzuimStatus,
     .container = std::nullopt},
    {.name = "magister_verantwoording",
     .source = kUntested,
     .kind = RowKind::kAbsence,
     .fields = kMagisterVerantwoording,
     .needs_lesuur = true},
    {.name = "magister_redenen", .source = kUntested, .kind = RowKind::kReason, .fields = kMagisterRedenen},
    {.name = "pars_platte_data",
     .source = kConfirmed,
     .kind = RowKind::kAbsence,
     .fields = kPars,
     .status_words = kParsStatus,
     .dates = kDutchOrIso,
     .lesuur_minutes = 30,
     .needs_lesuur = true},
    {.name = "krd_waarnemingen",
     .source = kConfirmed,
     .kind = RowKind::kAbsence,
     .fields = kKrdWaarnemingen,
     .status_words = kKrdStatus,
     .dates = kCompactOnly,
     .headerless = kKrdWaarnemingenColumns},
    {.name = "krd_absentiemeldingen",
     .source = kConfirmed,
     .kind = RowKind::kAbsence,
     .fields = kKrdMeldingen,
     .dates = kCompactOnly,
     .headerless = kKrdMeldingenColumns,
     .open_without_end = true},
    {.name = "krd_open_absentiemeldingen",
     .source = kUntested,
     .kind = RowKind::kAbsence,
     .fields = kKrdScherm,
     .open_without_end = true},
    {.name = "po_dagdelen",
     .source = kUntested,
     .kind = RowKind::kAbsence,
     .fields = kPoDagdelen,
     .status_words = kVerzuimStatus},
    {.name = "magister_absenties",
     .source = kUntested,
     .kind = RowKind::kAbsence,
     .fields = service::kMagister,
     .status_words = service::kMagisterTypes,
     .container = Container::kJson},
    {.name = "verzuimsignalering",
     .source = kUntested,
     .kind = RowKind::kAbsence,
     .fields = service::kVerzuimsignalering,
     .status_words = service::kVerzuimsignaleringTypes,
     .needs_lesuur = true,
     .container = Container::kJson},
    {.name = "somtoday_absentiemeldingen",
     .source = kUntested,
     .kind = RowKind::kAbsence,
     .fields = service::kSomtodayMeldingen,
     .status_words = service::kSomtodaySoorten,
     .open_without_end = true,
     .container = Container::kJson},
    {.name = "somtoday_waarnemingen",
     .source = kUntested,
     .kind = RowKind::kAbsence,
     .fields = service::kSomtodayWaarnemingen,
     .status_words = service::kSomtodayWaarneming,
     .container = Container::kJson},
    {.name = "zermelo_afspraken",
     .source = kUntested,
     .kind = RowKind::kLesson,
     .fields = service::kZermelo,
     .status_words = service::kZermeloTypes,
     .container = Container::kJson},
    {.name = "edexml",
     .source = kUntested,
     .kind = RowKind::kPupil,
     .fields = service::kEdexml,
     .container = Container::kEdexml},
    {.name = "leerlingen",
     .source = kConfirmed,
     .kind = RowKind::kPupil,
     .fields = kLeerlingen,
     .container = std::nullopt},
    {.name = "notities",
     .source = kConfirmed,
     .kind = RowKind::kNote,
     .fields = kNotities,
     .container = std::nullopt},
};

struct FieldInfo {
  std::string_view wire;
  bool date;
};
constexpr FieldInfo kFieldInfo[] = {
#define VERZUIM_X(name, wire, date) {wire, date},
    VERZUIM_FIELDS(VERZUIM_X)
#undef VERZUIM_X
};

}  // namespace

std::string_view WireName(Field field) {
  return kFieldInfo[static_cast<size_t>(field)].wire;
}
bool IsDate(Field field) {
  return kFieldInfo[static_cast<size_t>(field)].date;
}

std::span<const Profile> Profiles() {
  return kProfiles;
}

const Profile* FindProfile(std::string_view name) {
  for (const Profile& profile : kProfiles) {
    if (profile.name == name) return &profile;
  }
  return nullptr;
}

const StatusWord* FindStatus(const Profile& profile, std::string_view cell) {
  for (const StatusWord& word : profile.status_words) {
    if (cell == word.folded) return &word;
  }
  for (const StatusWord& word : profile.status_words) {
    if (FoldsTo(cell, word.folded)) return &word;
  }
  return nullptr;
}

std::optional<FieldMatch> MatchField(const Profile& profile, std::string_view folded_header) {
  for (const FieldSpec& spec : profile.fields) {
    size_t rank = 0;
    for (std::string_view names = spec.names; !names.empty(); ++rank) {
      const size_t space = names.find(' ');
      if (names.substr(0, space) == folded_header) return FieldMatch{spec.field, rank};
      names.remove_prefix(space == std::string_view::npos ? names.size() : space + 1);
    }
  }
  return std::nullopt;
}

}  // namespace verzuim
