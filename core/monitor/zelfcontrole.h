// Zelfcontrole: what the inspectorate looks at, checked by the school itself, over the school year of the peildatum:
// is all absence explained, are meldingen in time, is there a row for every pupil, does the lesson time make sense.
//
// No rows is not the same as no absence: a pupil nobody wrote anything of is named, not counted as zero.
#ifndef VERZUIM_CORE_MONITOR_ZELFCONTROLE_H_
#define VERZUIM_CORE_MONITOR_ZELFCONTROLE_H_

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/monitor/jaarcijfers.h"
#include "core/rules/evaluate.h"

namespace verzuim {

struct KlasseTelling {
  int64_t lessen = 0, minuten = 0, leerlingen = 0;
};
#define VERZUIM_X(name, wire, judgement, ground) +1
inline constexpr size_t kReasonClasses = 0 VERZUIM_REASON_CLASSES(VERZUIM_X);
#undef VERZUIM_X

// A pupil with absence that is unexplained for longer than the option onverklaard_na_schooldagen.
struct OnverklaardLeerling {
  uint32_t pupil = 0;
  int64_t lessen = 0;
  Date oudste;
};

// "tijdig", "te_laat", "verzonden" (when is not known), "open", "verlopen".
enum class TermijnUitkomst : uint8_t { kTijdig, kTeLaat, kVerzonden, kOpen, kVerlopen };
std::string_view WireName(TermijnUitkomst uitkomst);

struct MeldingTermijn {
  MeldingFeit melding;
  TermijnUitkomst uitkomst = TermijnUitkomst::kOpen;
  int dagen_te_laat = 0;
};

struct ZonderRegels {
  uint32_t pupil = 0;
  bool geen_lestijd = false;  // rows there are, but none says which lessons were due
};

// A pupil who was taken off the list this school year and was leerplichtig or kwalificatieplichtig the day after.
struct Uitschrijving {
  uint32_t pupil = 0;
  Date laatste_dag;
};

struct OnderwijstijdRegel {
  Onderwijssoort soort = Onderwijssoort::kOnbekend;
  int norm_uren = 0;  // a year
  int lesdagen = 0, lesdagen_jaar = 0;
  int64_t norm_minuten = 0;  // the part of the norm that belongs to lesdagen, rounded down
  int64_t leerlingen = 0, onder_norm = 0;
  int64_t laagste = 0, mediaan = 0, hoogste = 0;  // minutes; of an even number of pupils the lower of the middle two
};

struct Bevinding {
  std::string_view code;
  bool in_orde = true;
  int64_t aantal = 0;
  std::string bericht;
};

struct Zelfcontrole {
  DateRange dates;
  KlasseTelling verzuim;
  int64_t onverklaard = 0, te_lang = 0;  // lessons
  std::array<KlasseTelling, kReasonClasses> klassen{};
  std::vector<OnverklaardLeerling> te_lang_onverklaard;  // oldest first
  std::vector<MeldingTermijn> meldingen;                 // of this school year
  bool verzonden_bekend = false;
  std::vector<ZonderRegels> zonder_regels;
  std::vector<Uitschrijving> uitschrijvingen;
  std::vector<OnderwijstijdRegel> onderwijstijd;
  std::vector<Bevinding> bevindingen;
  std::vector<Jaarcijfers> jaarcijfers;
};

class ZelfcontroleTeller {
 public:
  explicit ZelfcontroleTeller(const RuleContext& context);
  void Add(uint32_t index, const PupilFacts& facts);
  // `meldingen` of all years; `verzonden_bekend`: a list of sent meldingen was given.
  Zelfcontrole Finish(const std::vector<MeldingFeit>& meldingen, bool verzonden_bekend);

 private:
  struct Lestijd {
    int64_t minuten;
    std::vector<Periode> inschrijvingen;
  };
  void AddAbsence(uint32_t index, const PupilFacts& facts);
  void AddDue(uint32_t index, const PupilFacts& facts);
  void AddUitschrijving(uint32_t index, const Pupil& pupil);
  void FinishOnderwijstijd();
  void FinishMeldingen(const std::vector<MeldingFeit>& meldingen);
  void FinishBevindingen();

  RuleContext context_;
  Zelfcontrole result_;
  std::optional<DateRange> lessons_;  // first and last day with lessons of any pupil
  std::map<Onderwijssoort, std::vector<Lestijd>> lestijden_;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_MONITOR_ZELFCONTROLE_H_
