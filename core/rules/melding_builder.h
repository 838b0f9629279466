// MeldingBuilder: from days and lessons of the timeline to a melding with its rows, its term and what to weigh.
#ifndef VERZUIM_CORE_RULES_MELDING_BUILDER_H_
#define VERZUIM_CORE_RULES_MELDING_BUILDER_H_

#include <optional>
#include <string>

#include "core/rules/evaluate.h"
#include "core/rules/melding.h"
#include "core/rules/plichten.h"
#include "core/rules/sixteen_hours.h"
#include "core/rules/timeline.h"

namespace verzuim {

class MeldingBuilder {
 public:
  MeldingBuilder(const Timeline& timeline, const Plichten& plichten, const RuleContext& context)
      : timeline_(timeline), plichten_(plichten), context_(context) {}

  Melding SixteenHours(const ReachedPeriod& period, Tally tally, MeldingSoort soort, const Rule& rule) const;
  // `established` is the day on which the run became long; `begin` replaces the run's first day.
  Melding LongAbsence(const Run& run, size_t established, std::optional<Date> begin) const;
  Melding Doorstroompunt(const Run& run, size_t established, const Rule& rule) const;
  // `at_end`: the last day of the episode is the last day with data.
  Melding Luxe(size_t first, size_t last, bool at_end) const;

  static void Note(Melding& melding, LetOpCode code, std::string detail);

 private:
  enum class Rows : uint8_t { kCounting, kLuxe };
  // Takes over the lessons of days [first, last]; with a tally only of days that count in it.
  void Fill(Melding& melding, size_t first, size_t last, Rows rows, std::optional<Tally> tally) const;
  void NoteCommon(Melding& melding, size_t first, size_t last) const;
  void NoteReadings(Melding& melding, const ReachedPeriod& period, Tally tally) const;
  void NoteBrokenLongAbsence(Melding& melding, size_t last) const;
  void NoteLeerplichtBegin(Melding& melding, size_t last) const;
  void NoteAdultFrom(Melding& melding, size_t last) const;
  std::optional<Date> EndOfLongAbsence(const Run& run, size_t last) const;

  const Timeline& timeline_;
  const Plichten& plichten_;
  const RuleContext& context_;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_RULES_MELDING_BUILDER_H_
