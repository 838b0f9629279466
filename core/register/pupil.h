// Pupil: what the rules need to know about one pupil. No name, no address; the key is the school's own number.
#ifndef VERZUIM_CORE_REGISTER_PUPIL_H_
#define VERZUIM_CORE_REGISTER_PUPIL_H_

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/units.h"
#include "core/register/reason.h"
#include "core/register/rows.h"

namespace verzuim {

// A closed period of which either end may be unknown or still open.
struct Periode {
  std::optional<Date> van;
  std::optional<Date> tot;
  constexpr bool Contains(Date d) const { return (!van || *van <= d) && (!tot || d <= *tot); }
  constexpr bool operator==(const Periode&) const = default;
};

// An exemption of LPW art. 5, and its ground as far as the pupil list tells.
struct Vrijstelling : Periode {
  Vrijstelling() = default;
  Vrijstelling(std::optional<Date> from, std::optional<Date> through,
               VrijstellingGrond ground = VrijstellingGrond::kOnbekend)
      : Periode{from, through}, grond(ground) {}
  VrijstellingGrond grond = VrijstellingGrond::kOnbekend;
  bool operator==(const Vrijstelling&) const = default;
};

struct Pupil {
  std::string key;
  std::optional<Date> geboortedatum;
  Onderwijssoort onderwijssoort = Onderwijssoort::kOnbekend;
  std::optional<int> leerjaar;
  std::string klas;
  std::string gemeente;
  std::vector<Periode> inschrijvingen;  // sorted, disjoint; empty = enrolled throughout
  std::vector<Vrijstelling> vrijstellingen;
  std::optional<Date> startkwalificatie_sinds;
  std::optional<Date> leerplicht_tot;
  std::optional<Date> kwalificatieplicht_tot;
  std::optional<Date> verwijdering_besluit;
  bool listed = false;  // stands in a leerlingen file

  bool EnrolledOn(Date date) const {
    return inschrijvingen.empty() || std::any_of(inschrijvingen.begin(), inschrijvingen.end(),
                                                 [&](const Periode& periode) { return periode.Contains(date); });
  }
  bool operator==(const Pupil&) const = default;
};

// One day on which the pupil had lessons: all of them together. lessons 0: the files do not say which were due.
struct DueDay {
  Date date;
  Minutes minutes;
  int lessons = 0;
  uint32_t lesuren = 0;  // mask of the lessons, see LesuurBit
};

// One lesson that was missed wholly or partly. missed is 1..lesson, except for a late arrival without minutes (0).
struct MissedLesson {
  Date date;
  int lesuur = 0;
  Minutes lesson;
  Minutes missed;
  ReasonClass reason = ReasonClass::kOnverklaard;
  bool late = false;
  bool clock_only = false;  // no lesson of known length (a half-hour slot, bare minutes): counts in clock minutes
  RowRef ref;
  std::string_view vak = {};  // subject, where the register has that column; empty otherwise
};

// What a mentor noted about the pupil: a label of the school's verzuimbeleid; or, with the number of a rule, that a
// person has judged and confirmed its signaal.
struct PupilNote {
  Date date;
  std::string label;
  std::string regel;  // empty: a label

  bool operator==(const PupilNote&) const = default;
};

// All facts about one pupil: due days sorted by date, each date once; missed lessons sorted by date and lesuur.
// Every missed lesson lies on a due day, inside an enrolment. Views into the register.
struct PupilFacts {
  const Pupil& pupil;
  std::span<const DueDay> due;
  std::span<const MissedLesson> missed;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_REGISTER_PUPIL_H_
