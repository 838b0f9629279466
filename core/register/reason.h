// ReasonClass: why a lesson was missed, in the fourteen classes that the law tells apart.
//
// Schools use their own codes; school.json maps each onto one of these (or a person does, on the page). The
// class decides two things only: whether the absence is geoorloofd, and whether its time counts to the
// sixteen hours (rules read the class, never the code).
#ifndef VERZUIM_CORE_REGISTER_REASON_H_
#define VERZUIM_CORE_REGISTER_REASON_H_

#include <cstdint>
#include <optional>
#include <string_view>

namespace verzuim {

// How an absence of this class is judged. kNoDueTime and kNotAbsence are no absence at all: the first also
// takes the due time away (the school was closed), the second leaves it (the pupil was at school).
enum class Judgement : uint8_t { kNoDueTime, kNotAbsence, kGeoorloofd, kOngeoorloofd, kPending };

// X(enumerator, wire name, judgement, ground). Grounds a to g are those of Leerplichtwet art. 11.
#define VERZUIM_REASON_CLASSES(X)                                                        \
  X(Ziekte, "ziekte", kGeoorloofd, "Leerplichtwet 1969 art. 11 onder d")                 \
  X(Schorsing, "schorsing", kGeoorloofd, "Leerplichtwet 1969 art. 11 onder c")           \
  X(Religie, "religie", kGeoorloofd, "Leerplichtwet 1969 art. 11 onder e")               \
  X(Vakantieverlof, "vakantieverlof", kGeoorloofd, "Leerplichtwet 1969 art. 11 onder f") \
  X(Gewichtig, "gewichtig", kGeoorloofd, "Leerplichtwet 1969 art. 11 onder g")           \
  X(Verboden, "verboden", kGeoorloofd, "Leerplichtwet 1969 art. 11 onder b")             \
  X(Gesloten, "gesloten", kNoDueTime, "Leerplichtwet 1969 art. 11 onder a")              \
  X(Vijfjarige, "vijfjarige", kGeoorloofd, "Leerplichtwet 1969 art. 11a")                \
  X(Spijbelen, "spijbelen", kOngeoorloofd, "")                                           \
  X(TeLaat, "te_laat", kOngeoorloofd, "")                                                \
  X(Luxe, "luxe", kOngeoorloofd, "")                                                     \
  X(WachtOpPlek, "wacht_op_plek", kOngeoorloofd, "")                                     \
  X(Onverklaard, "onverklaard", kPending, "")                                            \
  X(GeenVerzuim, "geen_verzuim", kNotAbsence, "")

enum class ReasonClass : uint8_t {
#define VERZUIM_X(name, wire, judgement, ground) k##name,
  VERZUIM_REASON_CLASSES(VERZUIM_X)
#undef VERZUIM_X
};

std::string_view WireName(ReasonClass reason);
std::optional<ReasonClass> ParseReasonClass(std::string_view wire_name);
Judgement JudgementOf(ReasonClass reason);
// The article that makes the absence geoorloofd; empty for the others.
std::string_view GroundOf(ReasonClass reason);

}  // namespace verzuim

#endif  // VERZUIM_CORE_REGISTER_REASON_H_
