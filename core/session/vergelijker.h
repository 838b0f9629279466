// Vergelijker: puts the sent meldingen of all pupils beside those of a run, pupil by pupil.
#ifndef VERZUIM_CORE_SESSION_VERGELIJKER_H_
#define VERZUIM_CORE_SESSION_VERGELIJKER_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/register/register.h"
#include "core/rules/vergelijking.h"

namespace verzuim {

// The meldingen of an earlier run as they were sent: what the file says, in its order.
struct VerzondenBestand {
  std::vector<std::string> leerlingen;  // per melding the key of its pupil
  std::vector<VerzondenMelding> meldingen;
};

// One line of the comparison; `vergeleken.verzonden` is an index into the file.
struct VergelijkRegel {
  std::string leerling;
  Vergeleken vergeleken;
};

class Vergelijker {
 public:
  // `verzonden` must outlive the comparison.
  explicit Vergelijker(const VerzondenBestand& verzonden);
  // Each pupil of the register once, in its order.
  void Add(const PupilFacts& facts, const std::vector<Melding>& meldingen, const RuleContext& context,
           DateRange data);
  // After the last pupil: all lines, pupils in the order of the register, then those that are not in it.
  std::vector<VergelijkRegel> Finish();

 private:
  const VerzondenBestand& verzonden_;
  std::map<std::string_view, std::vector<size_t>> open_;  // per pupil not met yet: the places in the file
  std::vector<VergelijkRegel> regels_;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_SESSION_VERGELIJKER_H_
