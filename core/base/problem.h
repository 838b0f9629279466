// Problem: what was wrong, where, and what to do, as data.
//
// Nothing in the core prints, throws or stops. Whatever a reader of the result should know is a Problem:
// a stable code, a place, and a Dutch sentence that names the remedy. The list of codes is append-only.
//
//   fatal     nothing can be computed until this is mended (school.json with an unknown key)
//   rejected  one row was read and not used; counted in the sums of verslag.json
//   doubtful  the row was used, but a person should look
//   notice    about a file or a setting, no row is involved
#ifndef VERZUIM_CORE_BASE_PROBLEM_H_
#define VERZUIM_CORE_BASE_PROBLEM_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace verzuim {

enum class Severity : uint8_t { kFatal, kRejected, kDoubtful, kNotice };

// "fataal", "afgewezen", "twijfel", "melding": as written in problemen.csv.
std::string_view WireName(Severity severity);

// X(enumerator, wire name, severity, message). One list; enum, wire names, severities and messages follow from it.
// {} in a message stands for the detail. Append only.
#define VERZUIM_PROBLEM_CODES(X)                                                                                     \
  /* Files and structure */                                                                                          \
  X(EmptyFile, "leeg_bestand", kFatal, "Het bestand is leeg. Maak de export opnieuw en kijk of er regels in staan.") \
  X(BinaryFile, "binair_bestand", kFatal,                                                                            \
    "Dit is geen tekstbestand ({}). Bewaar de export als CSV en probeer het opnieuw.")                               \
  X(UnsupportedContainer, "niet_ondersteund_bestand", kFatal,                                                        \
    "Dit bestand is een {}. Open het en bewaar het als CSV (UTF-8), en kies dan dat bestand.")                       \
  X(UnknownLayout, "onbekende_indeling", kFatal,                                                                     \
    "De indeling van dit bestand wordt niet herkend ({}). Kies zelf een profiel, of gebruik de kolommen van "        \
    "lessen, verzuim of leerlingen.")                                                                                \
  X(MissingColumn, "kolom_ontbreekt", kFatal,                                                                        \
    "De verplichte kolom {} ontbreekt. Voeg de kolom toe aan de export of kies een ander profiel.")                  \
  X(RowTooLong, "regel_te_lang", kRejected,                                                                          \
    "Deze regel is langer dan {} bytes en is overgeslagen. Controleer of er een aanhalingsteken of regeleinde "      \
    "ontbreekt.")                                                                                                    \
  X(TooManyColumns, "te_veel_kolommen", kRejected,                                                                   \
    "Deze regel heeft meer dan {} kolommen en is overgeslagen. Controleer het scheidingsteken.")                     \
  X(ShortRow, "te_weinig_velden", kRejected,                                                                         \
    "Deze regel heeft te weinig velden ({}). Controleer of de regel volledig is.")                                   \
  X(LongRow, "te_veel_velden", kRejected,                                                                            \
    "Deze regel heeft te veel velden ({}). Controleer of een waarde het scheidingsteken bevat zonder "               \
    "aanhalingstekens.")                                                                                             \
  X(RepeatedHeader, "herhaalde_kopregel", kRejected, "Deze regel herhaalt de kopregel en telt niet mee.")            \
  X(GroupRow, "groepsregel", kRejected, "Deze regel is een tussenkop van de export en telt niet mee.")               \
  X(TotalRow, "totaalregel", kRejected, "Deze regel is een totaal van de export en telt niet mee.")                  \
  X(BlankRow, "lege_regel", kRejected, "Deze regel is leeg en telt niet mee.")                                       \
  X(StrayQuote, "los_aanhalingsteken", kDoubtful,                                                                    \
    "Er staat een los aanhalingsteken in deze cel; de tekst is gelezen zoals hij er staat. Controleer de cel.")      \
  X(UnclosedQuote, "aanhalingsteken_niet_gesloten", kRejected,                                                       \
    "Een aanhalingsteken is niet gesloten. Verbeter de regel; hij is niet gebruikt.")                                \
  X(BsnColumnDropped, "bsn_kolom_verwijderd", kNotice,                                                               \
    "Kolom {} bevat burgerservicenummers en is niet gelezen. Laat deze kolom voortaan weg uit de export.")           \
  X(MedicalColumnDropped, "medische_kolom_verwijderd", kNotice,                                                      \
    "Kolom {} gaat zo te zien over gezondheid en is niet gelezen. Laat deze kolom voortaan weg uit de export; gaat " \
    "zij over iets anders, geef haar dan een andere naam.")                                                          \
  X(EncodingDoubtful, "codering_twijfel", kNotice,                                                                   \
    "De tekencodering is niet zeker ({}). Controleer namen met accenten, of bewaar het bestand als UTF-8.")          \
  X(DateFormatAssumed, "datumnotatie_aangenomen", kNotice,                                                           \
    "Kolom {} kan dag-maand of maand-dag zijn; gelezen als dag-maand. Controleer een paar datums.")                  \
  X(DuplicateHeader, "dubbele_kolomnaam", kNotice, "De kolomnaam {} komt vaker voor; de eerste kolom is gebruikt.")  \
  X(ImplausibleEncoding, "codering_beschadigd", kNotice,                                                             \
    "De tekst bevat {} tekens die op dubbele codering wijzen. Maak de export opnieuw als UTF-8.")                    \
  /* Cells */                                                                                                        \
  X(BadPupilKey, "leerling_ongeldig", kRejected,                                                                     \
    "Het leerlingnummer ontbreekt of is onbruikbaar ({}). Vul het nummer in.")                                       \
  X(BadDate, "datum_ongeldig", kRejected,                                                                            \
    "De datum {} bestaat niet of heeft een onbekende notatie. Verbeter de cel: JJJJ-MM-DD of DD-MM-JJJJ.")           \
  X(BadTime, "tijd_ongeldig", kRejected, "De tijd {} is geen geldige tijd. Verbeter de cel: UU:MM.")                 \
  X(BadNumber, "getal_ongeldig", kRejected, "De waarde {} is geen geheel getal. Verbeter de cel.")                   \
  X(NegativeMinutes, "negatieve_minuten", kRejected, "Het aantal minuten is negatief ({}). Verbeter de cel.")        \
  X(MinutesOutOfRange, "minuten_buiten_bereik", kRejected,                                                           \
    "Een les duurt 1 tot 480 minuten; hier staat {}. Verbeter de cel.")                                              \
  X(MissedMoreThanLesson, "gemist_meer_dan_les", kRejected,                                                          \
    "Er is meer gemist dan de les duurt ({}). Verbeter de minuten.")                                                 \
  X(BadLesuur, "lesuur_ongeldig", kRejected, "Het lesuur {} is geen getal van 0 tot en met 31. Verbeter de cel.")    \
  X(BadStatus, "status_ongeldig", kRejected, "De status {} is onbekend. Gebruik aanwezig, afwezig of te_laat.")      \
  X(BadFlag, "vlag_ongeldig", kRejected, "De waarde {} is geen ja of nee. Gebruik J of N, of laat de cel leeg.")     \
  X(BadInterval, "tijdvak_ongeldig", kRejected,                                                                      \
    "Begin en einde passen niet bij elkaar ({}). Verbeter de datums, tijden of lesuren.")                            \
  X(BadOnderwijssoort, "onderwijssoort_onbekend", kRejected,                                                         \
    "De onderwijssoort {} is onbekend. Gebruik po, sbo, so, vso, pro, vmbo, havo, vwo, vavo of mbo.")                \
  /* Meaning */                                                                                                      \
  X(NoLessonDay, "geen_lesdag", kRejected,                                                                           \
    "{} is volgens de kalender geen lesdag (vakantie, vrije dag of weekend). Verbeter de datum of de kalender.")     \
  X(OutsideEnrolment, "buiten_inschrijving", kRejected,                                                              \
    "De leerling was op {} niet ingeschreven. Verbeter de datum of de inschrijving.")                                \
  X(NotDue, "geen_les_op_rooster", kRejected,                                                                        \
    "De leerling had toen geen les volgens het rooster of de lessen ({}). Verbeter de regel, het rooster of de "     \
    "lessen.")                                                                                                       \
  X(UnknownLessonLength, "lesduur_onbekend", kRejected,                                                              \
    "De lengte van deze les is niet bekend. Geef een rooster in school.json of voeg een lessenbestand toe.")         \
  X(DuplicateRow, "dubbele_regel", kRejected, "Deze regel staat er al ({}). De dubbele telt niet mee.")              \
  X(ConflictingRow, "tegenstrijdige_regel", kRejected,                                                               \
    "Over dit lesuur zegt een andere regel iets anders ({}). De zwaarste lezing telt; verbeter de export.")          \
  X(NotAbsence, "geen_verzuim", kRejected, "Deze regel is geen verzuim ({}) en telt niet mee.")                      \
  X(IgnoredCode, "code_genegeerd", kRejected, "De code {} is onbekend en op verzoek genegeerd.")                     \
  X(PupilConflict, "leerling_tegenstrijdig", kRejected,                                                              \
    "Deze leerling staat er al met een andere waarde ({}). Verbeter het leerlingenbestand.")                         \
  X(LateWithoutMinutes, "te_laat_zonder_minuten", kDoubtful,                                                         \
    "Bij te laat staan geen minuten; geteld: {}. Vul de minuten in of stel te_laat_minuten in.")                     \
  X(PresentWithMissed, "aanwezig_met_gemist", kRejected,                                                             \
    "De status is aanwezig, maar er is tijd gemist ({}). Verbeter de status of de minuten.")                         \
  X(AbsentWithoutMissed, "afwezig_zonder_gemist", kRejected,                                                         \
    "De status is afwezig, maar er is geen tijd gemist. Verbeter de status of de minuten.")                          \
  X(PartlyOutsideDue, "deels_zonder_les", kDoubtful,                                                                 \
    "Een deel van dit verzuim valt buiten de lessen van de leerling ({}); alleen de lestijd telt.")                  \
  X(PupilNotInList, "leerling_niet_in_lijst", kDoubtful,                                                             \
    "Leerling {} staat niet in het leerlingenbestand; leeftijd en plicht zijn onbekend. Vul het leerlingenbestand "  \
    "aan.")                                                                                                          \
  X(UnknownBirthDate, "geboortedatum_onbekend", kDoubtful,                                                           \
    "Van leerling {} ontbreekt de geboortedatum; de leerling wordt als leerplichtig behandeld. Vul de "              \
    "geboortedatum in.")                                                                                             \
  X(PupilWithoutRows, "leerling_zonder_regels", kNotice,                                                             \
    "Van leerling {} is geen enkele regel gelezen. Geen regels is niet hetzelfde als geen verzuim.")                 \
  X(HolidaysUnknown, "vakanties_onbekend", kNotice,                                                                  \
    "De schoolvakanties van {} zijn niet bekend. Vul de eigen vakanties in bij kalender.")                           \
  X(OutsideValidity, "buiten_geldigheid", kNotice, "{} Over deze datums is niets berekend.")                         \
  X(UnknownCode, "onbekende_code", kFatal,                                                                           \
    "De reden-code {} is onbekend. Zet de code in school.json bij codes, of kies wat er met onbekende codes moet "   \
    "gebeuren.")                                                                                                     \
  X(ContradictoryCode, "code_strijdig", kFatal,                                                                      \
    "De reden-code {}. Zet beide gevallen in school.json bij codes, met /J en /N achter de code.")                   \
  X(PeildatumNeeded, "peildatum_nodig", kFatal, \
    "De gegevens lopen van {}. Waarschijnlijk staat er een datum verkeerd; verbeter die, of geef zelf de peildatum.") \
  X(TooManyCodes, "te_veel_codes", kRejected,                                                                        \
    "Er zijn meer dan {} verschillende redenen. Controleer of de kolom reden wel codes bevat.")                      \
  X(Overlap, "overlap", kDoubtful,                                                                                   \
    "Een deel van dit verzuim staat ook in een andere regel ({}); dat deel telt een keer.")                          \
  X(AssumedLessonLength, "lesduur_aangenomen", kDoubtful,                                                            \
    "De lengte van de les is niet bekend; de gemiste minuten tellen als klokminuten ({}). Geef een rooster in "      \
    "school.json.")                                                                                                  \
  X(DueTimeUnknown, "lestijd_onbekend", kNotice,                                                                     \
    "Van {} leerlingen is de lestijd niet bekend: langdurig verzuim en de levering kunnen niet worden berekend. "    \
    "Geef een rooster of een lessenbestand.")                                                                        \
  X(BsnOnlyKey, "bsn_als_sleutel", kFatal,                                                                           \
    "De leerlingen staan in dit bestand alleen met hun burgerservicenummer, en dat wordt niet gelezen. Neem het "    \
    "leerlingnummer (stamnummer) op in de export en probeer het opnieuw.")                                           \
  X(AbsenceMinutesOutOfRange, "verzuimminuten_buiten_bereik", kRejected,                                             \
    "Op een dag kunnen 0 tot en met 1440 minuten gemist zijn; hier staat {}. Verbeter de cel.")                      \
  X(BadAbsenceKind, "soort_ongeldig", kRejected,                                                                     \
    "De soort {} is onbekend in dit soort export. Verbeter de cel of kies een ander profiel.")                       \
  X(BadReasonCode, "redencode_leeg", kRejected, "De code van deze reden ontbreekt ({}). Vul de code in.")            \
  X(NoRegister, "geen_register", kFatal, "Er is geen bestand met lessen of verzuim gelezen. Voeg een register toe.") \
  X(UnaccountedRows, "regels_zonder_bestemming", kFatal,                                                             \
    "Van {} is niet elke regel gebruikt of afgewezen. Dit is een fout in het programma; meld hem.")                  \
  /* school.json and calls */                                                                                        \
  X(BadJson, "json_ongeldig", kFatal, "Dit is geen geldige JSON: {}")                                                \
  X(UnknownKey, "onbekende_sleutel", kFatal, "De sleutel {} bestaat niet. Verwijder hem of verbeter de spelling.")   \
  X(MissingKey, "sleutel_ontbreekt", kFatal, "De sleutel {} ontbreekt. Vul hem in.")                                 \
  X(BadValue, "waarde_ongeldig", kFatal, "{}")                                                                       \
  X(UnknownOption, "onbekende_optie", kFatal,                                                                        \
    "De optie {} bestaat niet. Kijk in docs/opties.md welke opties er zijn.")                                        \
  X(UnusualOptions, "ongebruikelijke_opties", kNotice, "{}")                                                         \
  X(LimitReached, "grens_bereikt", kFatal, "{}")                                                                     \
  X(ReadError, "leesfout", kFatal, "{}")                                                                             \
  X(PublicatieWithheld, "publicatie_ingehouden", kNotice, "{}")                                                      \
  X(SwitchedOff, "uitgeschakeld", kNotice, "Uitgeschakeld door het profiel van de school: {}")                       \
  X(Attended, "toch_aanwezig", kRejected,                                                                            \
    "De leerling was volgens een andere regel aanwezig ({}). Deze regel telt niet mee; verbeter de export.")         \
  X(PartlyContradicted, "deels_tegenstrijdig", kDoubtful,                                                            \
    "Over een deel van deze lessen ({}) zegt een andere regel iets anders; daar telt deze regel niet. Controleer "   \
    "de aanwezigheid.")                                                                                              \
  X(ConflictingReason, "reden_tegenstrijdig", kRejected,                                                             \
    "Over de reden {} zegt een eerdere regel iets anders; die geldt. Verbeter de tabel met redenen.")                \
  X(NoUsableRows, "geen_bruikbare_regel", kFatal,                                                                    \
    "Geen enkele regel van dit bestand is bruikbaar ({} afgewezen). Verbeter de regels; dit zijn de eerste.")        \
  X(PartlyUnknownLength, "lesduur_deels_onbekend", kDoubtful,                                                        \
    "Van een deel van dit verzuim (vanaf {}) is de lesduur niet bekend; dat deel telt niet. Geef een rooster in "    \
    "school.json.")                                                                                                  \
  X(BadDagdeel, "dagdeel_ongeldig", kRejected,                                                                       \
    "Het dagdeel {} is onbekend. Gebruik ochtend, middag of hele dag.")                                              \
  X(NoLesson, "geen_les", kRejected, "Deze afspraak is geen les die doorging ({}) en telt niet mee.")                \
  X(BadRecords, "bestand_beschadigd", kFatal,                                                                        \
    "Dit bestand is niet goed te lezen: {}. Maak de export opnieuw.")                                                \
  X(BadNote, "notitie_ongeldig", kRejected,                                                                          \
    "Deze notitie is niet bruikbaar: {}. Vul de cel in of verwijder de regel.")                                      \
  X(UnknownLabel, "label_onbekend", kNotice,                                                                         \
    "Het label {} staat in de notities, maar niet bij labels in het beleid; er rekent geen regel mee.")              \
  X(BadVrijstellingGrond, "vrijstelling_grond_ongeldig", kRejected,                                                  \
    "De grond van een vrijstelling is a, b of c (Leerplichtwet artikel 5). Zet hier niets anders, en zeker geen "    \
    "medische gegevens.")                                                                                            \
  X(EnteredAgain, "later_ingevoerd", kRejected,                                                                      \
    "Over dezelfde les ({}) is later opnieuw iets ingevoerd; de laatste invoer geldt, en deze regel telt niet mee.") \
  /* Found by the host (web/src), which has files and a module that can stop; the core never gives these. */         \
  X(WriteError, "schrijffout", kFatal, "{}")                                                                         \
  X(ModuleStopped, "module_gestopt", kFatal, "{}")                                                                   \
  X(DamagedWorkbook, "werkmap_beschadigd", kFatal, "{}")                                                             \
  X(WorkbookTooLarge, "werkmap_te_groot", kFatal, "{}")                                                              \
  X(ProtectedWorkbook, "werkmap_beveiligd", kFatal, "{}")                                                            \
  X(UnknownSheet, "werkblad_onbekend", kFatal, "{}")                                                                 \
  X(FormulaWithoutValue, "formule_zonder_uitkomst", kFatal, "{}")

enum class ProblemCode : uint8_t {
#define VERZUIM_X(name, wire, severity, message) k##name,
  VERZUIM_PROBLEM_CODES(VERZUIM_X)
#undef VERZUIM_X
};

std::string_view WireName(ProblemCode code);
Severity SeverityOf(ProblemCode code);
// `text` with `detail` in the place of its first {}.
// Example  FillIn("Kolom {}.", "datum") == "Kolom datum."
std::string FillIn(std::string_view text, std::string_view detail);
// The Dutch sentence of `code` with `detail` in its place.
std::string MessageFor(ProblemCode code, std::string_view detail);

// Where: a file with row and column (both counted from 1, as a spreadsheet shows them; 0 = the whole file or
// the whole row), or a JSON pointer into school.json or a request. Unused parts are empty.
struct Place {
  std::string file;
  uint64_t row = 0;
  std::string column;  // the header's own word, or "kolom 3" when there is no header
  std::string pointer;

  bool operator==(const Place&) const = default;
};

struct Problem {
  ProblemCode code;
  Place place;
  std::string message;  // Dutch, one or two sentences, says what to do

  bool operator==(const Problem&) const = default;
};

// A problem with its message made from the list.
// Example  MakeProblem(ProblemCode::kUnknownKey, {.pointer = "/kalender/regoi"}, "regoi")
Problem MakeProblem(ProblemCode code, Place place, std::string_view detail = {});

}  // namespace verzuim

#endif  // VERZUIM_CORE_BASE_PROBLEM_H_
