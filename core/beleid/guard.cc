#include "core/beleid/guard.h"

#include <algorithm>

#include "core/rules/lpw/articles.h"
#include "core/rules/sixteen_hours.h"

namespace verzuim::beleid {

std::vector<RedenNietDeelbaar> Guard::Against(const Signaal& signaal, std::optional<Date> next) const {
  const VoorLeerplicht* record = std::get_if<VoorLeerplicht>(&signaal.inhoud);
  if (signaal.ontvanger() == Ontvanger::kIntern) return {RedenNietDeelbaar::kBlijftIntern};

  std::vector<RedenNietDeelbaar> redenen;
  const auto unless = [&](bool met, RedenNietDeelbaar reden) {
    if (!met) redenen.push_back(reden);
  };
  const Date date = signaal.tot;
  if (record != nullptr) {
    const Beleid& beleid = setup_.beleid;
    const bool plichtig = setup_.plichten.On(date) == Plicht::kPlichtig;
    unless(beleid.inwerkingtreding && *beleid.inwerkingtreding <= date, RedenNietDeelbaar::kNietInWerking);
    unless(!beleid.schoolgids.empty(), RedenNietDeelbaar::kGeenSchoolgids);
    unless(!beleid.versie.empty() && beleid.vanaf && *beleid.vanaf <= date, RedenNietDeelbaar::kBeleidGeldtNiet);
    unless(beleid.instemming_mr && *beleid.instemming_mr <= date, RedenNietDeelbaar::kGeenInstemming);
    unless(plichtig, RedenNietDeelbaar::kNietPlichtig);
    unless(!plichtig || setup_.plichten.birth_known(), RedenNietDeelbaar::kPlichtOnbekend);
    unless(!ReachesDrempel(date), RedenNietDeelbaar::kDrempelBereikt);
    unless(!IsGemeld(*record), RedenNietDeelbaar::kAlGemeld);
  }
  unless(IsBevestigd(signaal, next), RedenNietDeelbaar::kNietBevestigd);
  return redenen;
}

// The sum of the sixteen hours on `date`, counted from the day after the last melding of them.
bool Guard::ReachesDrempel(Date date) const {
  std::optional<Date> sent;
  for (const Melding& melding : setup_.meldingen) {
    const bool before = melding.soort == MeldingSoort::kZestienUur && melding.einddatum && *melding.einddatum < date;
    if (before && (!sent || *sent < *melding.einddatum)) sent = melding.einddatum;
  }
  const Options& options = setup_.context.options;
  CreditMinutes sum;
  for (const TimelineDay& day : setup_.timeline.days) {
    if (day.date > date) break;
    if (!CountsIn(day, Tally::kPlichtig) || (sent && day.date <= *sent)) continue;
    const bool inside =
        lpw::InVenster(day.date, date, options.venster_lesweken, options.venster, setup_.context.calendar);
    if (inside) sum += day.credit;
  }
  return lpw::ReachesDrempel(sum, options);
}

bool Guard::IsGemeld(const VoorLeerplicht& record) const {
  return std::any_of(record.items.begin(), record.items.end(), [&](const OngeoorloofdItem& item) {
    return std::any_of(setup_.meldingen.begin(), setup_.meldingen.end(), [&](const Melding& melding) {
      return std::any_of(melding.regels.begin(), melding.regels.end(), [&](const MeldingRegel& regel) {
        return regel.ref == item.ref() && regel.date == item.date() && regel.lesuur == item.lesuur();
      });
    });
  });
}

bool Guard::IsBevestigd(const Signaal& signaal, std::optional<Date> next) const {
  return std::any_of(setup_.notes.begin(), setup_.notes.end(), [&](const PupilNote& note) {
    return note.regel == signaal.regel && signaal.tot <= note.date && (!next || note.date < *next) &&
           note.date <= setup_.context.peildatum;
  });
}

}  // namespace verzuim::beleid
