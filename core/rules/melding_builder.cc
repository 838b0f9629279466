#include "core/rules/melding_builder.h"

#include <algorithm>
#include <utility>

#include "core/rules/duo/guidance.h"
#include "core/rules/long_absence.h"
#include "core/rules/lpw/articles.h"

namespace verzuim {

void MeldingBuilder::Note(Melding& melding, LetOpCode code, std::string detail) {
  melding.let_op.push_back({code, std::move(detail)});
}

void MeldingBuilder::Fill(Melding& melding, size_t first, size_t last, Rows rows, std::optional<Tally> tally) const {
  melding.alle_lessen_gemist = true;
  CreditMinutes provisional;
  Minutes beyond_11a;
  for (size_t i = first; i <= last; ++i) {
    const TimelineDay& day = timeline_.days[i];
    melding.alle_lessen_gemist = melding.alle_lessen_gemist && day.all_reported;
    if (tally && !CountsIn(day, *tally)) continue;
    for (uint32_t l = day.first_lesson; l < day.past_lesson; ++l) {
      const TimelineLesson& lesson = timeline_.lessons[l];
      if (rows == Rows::kLuxe ? !lesson.luxe : !lesson.counts) continue;
      melding.regels.push_back({lesson.fact->ref, day.date, lesson.fact->lesuur, lesson.credit});
      melding.minuten += lesson.credit;
      if (lesson.provisional) provisional += lesson.credit;
      beyond_11a += lesson.beyond_11a;
    }
  }
  if (provisional.value > 0) Note(melding, LetOpCode::kVoorlopig, std::to_string(provisional.value));
  if (beyond_11a.value > 0) Note(melding, LetOpCode::kVijfjarigeBovenMaximum, std::to_string(beyond_11a.value));
}

void MeldingBuilder::NoteCommon(Melding& melding, size_t first, size_t last) const {
  const Date begin = timeline_.days[first].date;
  const Date end = timeline_.days[last].date;
  if (!plichten_.birth_known()) Note(melding, LetOpCode::kGeboortedatumOnbekend, {});
  if (!context_.calendar.KnowsVakanties(begin) || !context_.calendar.KnowsVakanties(end)) {
    Note(melding, LetOpCode::kVakantiesOnbekend, {});
  }
}

// Where another reading of the law would have given another answer.
void MeldingBuilder::NoteReadings(Melding& melding, const ReachedPeriod& period, Tally tally) const {
  const Options& options = context_.options;
  if (options.venster == Venster::kW2) {
    const OtherReading w1 = ReadInVenster(timeline_, tally, period.since, period.last, Venster::kW1, context_);
    if (!w1.reached) Note(melding, LetOpCode::kVensterW1, std::to_string(w1.most.value));
  } else {
    const OtherReading w2 = ReadInVenster(timeline_, tally, period.since, period.last, Venster::kW2, context_);
    if (w2.reached && *w2.reached < period.last) {
      Note(melding, LetOpCode::kVensterW2, ToIso(timeline_.days[*w2.reached].date));
    }
  }
  if (options.uur == Uur::kLesuur) {
    CreditMinutes clock;
    for (size_t i = period.first; i <= period.last; ++i) {
      if (CountsIn(timeline_.days[i], tally)) clock += timeline_.days[i].other_credit;
    }
    if (!lpw::ReachesDrempel(clock, options)) Note(melding, LetOpCode::kKlokuur, std::to_string(clock.value));
  } else {
    const OtherReading lesuren = ReadInOtherUur(timeline_, tally, period.since, period.last, context_);
    if (lesuren.reached && *lesuren.reached < period.last) {
      Note(melding, LetOpCode::kLesuur, ToIso(timeline_.days[*lesuren.reached].date));
    }
  }
}

// A person should judge whether an excused day really broke a long absence: note it where the run would have been
// long with that day bridged.
void MeldingBuilder::NoteBrokenLongAbsence(Melding& melding, size_t last) const {
  const int32_t number = timeline_.days[last].run;
  if (number < 0) return;
  const Run& run = timeline_.runs[static_cast<size_t>(number)];
  const Spell spell = {context_.options.lrv_weken, context_.options.lrv_vergelijking, context_.options.lrv_klok};
  if (!run.excused || EstablishedOn(timeline_, run, spell, context_)) return;
  const auto after = std::upper_bound(timeline_.bridged.begin(), timeline_.bridged.end(), last,
                                      [](size_t day, const Run& bridged) { return day < bridged.first; });
  if (after == timeline_.bridged.begin()) return;
  if (EstablishedOn(timeline_, *(after - 1), spell, context_)) {
    Note(melding, LetOpCode::kLrvOnderbroken, ToIso(*run.excused));
  }
}

// Absence from before leerplicht began that would have stood in the same window.
void MeldingBuilder::NoteLeerplichtBegin(Melding& melding, size_t last) const {
  const std::optional<Date> begin = plichten_.leerplicht_begin();
  if (!begin || *begin > melding.begindatum) return;
  for (size_t i = last + 1; i-- > 0;) {
    const TimelineDay& day = timeline_.days[i];
    if (!lpw::InVenster(day.date, timeline_.days[last].date, context_.options.venster_lesweken,
                        context_.options.venster, context_.calendar)) {
      return;
    }
    if (day.date < *begin && day.credit.value > 0) {
      Note(melding, LetOpCode::kLeerplichtBegin, ToIso(*begin));
      return;
    }
  }
}

// Absence from before the 18th birthday in the same window, which this count leaves out.
void MeldingBuilder::NoteAdultFrom(Melding& melding, size_t last) const {
  const std::optional<Date> adult = plichten_.achttiende_verjaardag();
  for (size_t i = last + 1; adult && i-- > 0;) {
    const TimelineDay& day = timeline_.days[i];
    if (!lpw::InVenster(day.date, timeline_.days[last].date, context_.options.venster_lesweken,
                        context_.options.venster, context_.calendar)) {
      return;
    }
    if (day.date < *adult && day.credit.value > 0) {
      Note(melding, LetOpCode::kLeeftijdGrens, ToIso(*adult));
      return;
    }
  }
}

Melding MeldingBuilder::SixteenHours(const ReachedPeriod& period, Tally tally, MeldingSoort soort,
                                     const Rule& rule) const {
  const TimelineDay& last = timeline_.days[period.last];
  Melding melding;
  melding.soort = soort;
  melding.rule = &rule;
  melding.begindatum = timeline_.days[period.first].date;
  melding.einddatum = last.date;
  melding.meldbaar_vanaf = last.date;
  melding.uiterste_datum = duo::UitersteDatum(last.date, context_.peildatum, context_.options, context_.calendar);
  Fill(melding, period.first, period.last, Rows::kCounting, tally);
  NoteCommon(melding, period.first, period.last);
  NoteReadings(melding, period, tally);
  if (period.weekly_allowed && context_.options.aaneengesloten == Aaneengesloten::kStreng) {
    Note(melding, LetOpCode::kWekelijksMag, {});
  }
  if (!context_.options.herstart_schooljaar && !SchooljaarOf(melding.begindatum).Contains(last.date)) {
    Note(melding, LetOpCode::kSchooljaargrens, {});
  }
  if (tally == Tally::kPlichtig) {
    NoteBrokenLongAbsence(melding, period.last);
    NoteLeerplichtBegin(melding, period.last);
  } else {
    NoteAdultFrom(melding, period.last);
  }
  return melding;
}

Melding MeldingBuilder::LongAbsence(const Run& run, size_t established, std::optional<Date> begin) const {
  const std::vector<TimelineDay>& days = timeline_.days;
  // The part of the run under leerplicht or kwalificatieplicht; what follows is for the doorstroompunt.
  size_t last = run.last;
  while (days[last].plicht != Plicht::kPlichtig || days[last].kind != DayKind::kFull) --last;
  size_t first = run.first;
  while (begin && days[first].date < *begin) ++first;

  Melding melding;
  melding.soort = MeldingSoort::kLrv;
  melding.rule = &duo::kLrv;
  melding.begindatum = begin.value_or(days[run.first].date);
  melding.meldbaar_vanaf = days[established].date;
  melding.uiterste_datum =
      duo::UitersteDatum(melding.meldbaar_vanaf, context_.peildatum, context_.options, context_.calendar);
  Fill(melding, first, last, Rows::kCounting, Tally::kPlichtig);
  NoteCommon(melding, run.first, last);
  if (run.excused) Note(melding, LetOpCode::kLrvOnderbroken, ToIso(*run.excused));

  melding.einddatum = EndOfLongAbsence(run, last);
  const std::optional<Date> adult = plichten_.achttiende_verjaardag();
  if (!melding.einddatum) Note(melding, LetOpCode::kLrvLoopt, {});
  if (adult && melding.einddatum == *adult - 1) Note(melding, LetOpCode::kLeeftijdGrens, ToIso(*adult));
  return melding;
}

// It ends when the pupil comes back, or with leerplicht and kwalificatieplicht. `last` is the last missed day under
// them.
std::optional<Date> MeldingBuilder::EndOfLongAbsence(const Run& run, size_t last) const {
  const std::vector<TimelineDay>& days = timeline_.days;
  for (size_t i = last + 1; i <= run.last; ++i) {
    if (days[i].plicht != Plicht::kPlichtig) return plichten_.LastPlichtigBefore(days[i].date, days[last].date);
  }
  if (run.over) return days[last].date;
  if (plichten_.On(context_.peildatum) == Plicht::kPlichtig) return std::nullopt;
  return plichten_.LastPlichtigBefore(context_.peildatum, days[last].date);
}

Melding MeldingBuilder::Doorstroompunt(const Run& run, size_t established, const Rule& rule) const {
  const std::vector<TimelineDay>& days = timeline_.days;
  Melding melding;
  melding.soort = MeldingSoort::kRmc;
  melding.rule = &rule;
  melding.begindatum = days[run.first].date;
  melding.meldbaar_vanaf = days[established].date;
  melding.uiterste_datum =
      duo::UitersteDatum(melding.meldbaar_vanaf, context_.peildatum, context_.options, context_.calendar);
  Fill(melding, run.first, run.last, Rows::kCounting, std::nullopt);
  NoteCommon(melding, run.first, run.last);
  if (run.excused) Note(melding, LetOpCode::kLrvOnderbroken, ToIso(*run.excused));
  if (run.over) {
    melding.einddatum = days[run.last].date;
  } else {
    Note(melding, LetOpCode::kLrvLoopt, {});
  }
  return melding;
}

Melding MeldingBuilder::Luxe(size_t first, size_t last, bool at_end) const {
  const std::vector<TimelineDay>& days = timeline_.days;
  Melding melding;
  melding.soort = MeldingSoort::kLuxe;
  melding.rule = &duo::kLuxe;
  melding.begindatum = days[first].date;
  melding.einddatum = days[last].date;
  melding.meldbaar_vanaf = days[first].date;
  melding.uiterste_datum =
      duo::UitersteDatum(melding.meldbaar_vanaf, context_.peildatum, context_.options, context_.calendar);
  Fill(melding, first, last, Rows::kLuxe, std::nullopt);
  NoteCommon(melding, first, last);
  if (at_end) Note(melding, LetOpCode::kLuxeLoopt, {});
  return melding;
}

}  // namespace verzuim
