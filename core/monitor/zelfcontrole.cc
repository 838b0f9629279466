#include "core/monitor/zelfcontrole.h"

#include <algorithm>

#include "core/aggregate/levering.h"
#include "core/rules/lpw/articles.h"
#include "core/rules/plichten.h"

namespace verzuim {
namespace {

// What a pupil whose list says nothing is taught at a school of one kind.
Onderwijssoort SoortVan(const Pupil& pupil, Profiel profiel) {
  if (pupil.onderwijssoort != Onderwijssoort::kOnbekend) return pupil.onderwijssoort;
  switch (profiel) {
    case Profiel::kPo:
      return Onderwijssoort::kPo;
    case Profiel::kSbo:
      return Onderwijssoort::kSbo;
    case Profiel::kPro:
      return Onderwijssoort::kPro;
    default:
      return Onderwijssoort::kOnbekend;
  }
}

bool IsVo(Profiel profiel) {
  return profiel == Profiel::kVo || profiel == Profiel::kPro;
}

std::string Aantal(int64_t number, std::string_view one, std::string_view many) {
  return std::to_string(number) + " " + std::string(number == 1 ? one : many);
}

}  // namespace

std::string_view WireName(TermijnUitkomst uitkomst) {
  switch (uitkomst) {
    case TermijnUitkomst::kTijdig:
      return "tijdig";
    case TermijnUitkomst::kTeLaat:
      return "te_laat";
    case TermijnUitkomst::kVerzonden:
      return "verzonden";
    case TermijnUitkomst::kOpen:
      return "open";
    case TermijnUitkomst::kVerlopen:
      return "verlopen";
  }
  return "";
}

ZelfcontroleTeller::ZelfcontroleTeller(const RuleContext& context) : context_(context) {
  result_.dates = {SchooljaarOf(context.peildatum).first, context.peildatum};
}

void ZelfcontroleTeller::Add(uint32_t index, const PupilFacts& facts) {
  if (!EnrolledIn(facts.pupil, result_.dates)) return;
  AddAbsence(index, facts);
  AddDue(index, facts);
  AddUitschrijving(index, facts.pupil);
}

void ZelfcontroleTeller::AddAbsence(uint32_t index, const PupilFacts& facts) {
  std::array<bool, kReasonClasses> seen{};
  bool any = false;
  OnverklaardLeerling open{index, 0, {}};
  for (const MissedLesson& lesson : facts.missed) {
    if (!result_.dates.Contains(lesson.date)) continue;
    const auto reason = static_cast<size_t>(lesson.reason);
    for (KlasseTelling* telling : {&result_.verzuim, &result_.klassen[reason]}) {
      ++telling->lessen;
      telling->minuten += lesson.missed.value;
    }
    if (!seen[reason]) ++result_.klassen[reason].leerlingen;
    if (!any) ++result_.verzuim.leerlingen;
    any = seen[reason] = true;
    if (JudgementOf(lesson.reason) != Judgement::kPending) continue;
    ++result_.onverklaard;
    if (!lpw::IsOnverklaardTeLang(lesson.date, context_.peildatum, context_.options.onverklaard_na_schooldagen,
                                  context_.calendar)) {
      continue;
    }
    if (open.lessen++ == 0) open.oudste = lesson.date;
  }
  result_.te_lang += open.lessen;
  if (open.lessen > 0) result_.te_lang_onverklaard.push_back(open);
}

void ZelfcontroleTeller::AddDue(uint32_t index, const PupilFacts& facts) {
  int64_t minutes = 0;
  bool rows = false;
  for (const DueDay& day : facts.due) {
    if (!result_.dates.Contains(day.date)) continue;
    rows = true;
    minutes += day.minutes.value;
    if (day.lessons == 0) continue;
    if (!lessons_) lessons_ = DateRange{day.date, day.date};
    lessons_->first = std::min(lessons_->first, day.date);
    lessons_->last = std::max(lessons_->last, day.date);
  }
  if (minutes == 0) {
    result_.zonder_regels.push_back({index, rows});
    return;
  }
  const Onderwijssoort soort = SoortVan(facts.pupil, context_.profiel);
  if (!cijfers::NormVan(soort, context_.profiel)) return;
  lestijden_[soort].push_back({minutes, facts.pupil.inschrijvingen});
}

// Caribisch Nederland has a law of its own.
void ZelfcontroleTeller::AddUitschrijving(uint32_t index, const Pupil& pupil) {
  if (context_.profiel == Profiel::kBes || pupil.inschrijvingen.empty()) return;
  const std::optional<Date> last = pupil.inschrijvingen.back().tot;
  if (!last || !result_.dates.Contains(*last) || *last == context_.peildatum) return;
  const Plichten plichten(pupil, context_.calendar, context_.profiel);
  if (plichten.On(*last + 1) == Plicht::kPlichtig) result_.uitschrijvingen.push_back({index, *last});
}

void ZelfcontroleTeller::FinishOnderwijstijd() {
  if (!lessons_) return;
  for (const auto& [soort, lestijden] : lestijden_) {
    OnderwijstijdRegel regel;
    regel.soort = soort;
    regel.norm_uren = cijfers::NormVan(soort, context_.profiel)->PerJaar();
    regel.lesdagen = context_.calendar.CountLesdagen(*lessons_);
    regel.lesdagen_jaar = context_.calendar.CountLesdagen(SchooljaarOf(context_.peildatum));
    const int64_t part = int64_t{60} * regel.norm_uren * regel.lesdagen;
    regel.norm_minuten = part / regel.lesdagen_jaar;
    std::vector<int64_t> minuten;
    for (const Lestijd& lestijd : lestijden) {
      const auto& periods = lestijd.inschrijvingen;
      const bool throughout = periods.empty() || std::any_of(periods.begin(), periods.end(), [&](const Periode& p) {
                                return p.Contains(lessons_->first) && p.Contains(lessons_->last);
                              });
      if (throughout) minuten.push_back(lestijd.minuten);
    }
    if (minuten.empty()) continue;
    std::sort(minuten.begin(), minuten.end());
    regel.leerlingen = static_cast<int64_t>(minuten.size());
    regel.laagste = minuten.front();
    regel.mediaan = minuten[(minuten.size() - 1) / 2];
    regel.hoogste = minuten.back();
    regel.onder_norm =
        std::count_if(minuten.begin(), minuten.end(), [&](int64_t due) { return due * regel.lesdagen_jaar < part; });
    result_.onderwijstijd.push_back(regel);
  }
}

void ZelfcontroleTeller::FinishMeldingen(const std::vector<MeldingFeit>& meldingen) {
  const DateRange year = SchooljaarOf(context_.peildatum);
  for (const MeldingFeit& melding : meldingen) {
    if (!year.Contains(melding.meldbaar_vanaf)) continue;
    MeldingTermijn termijn{melding, TermijnUitkomst::kOpen, 0};
    const Date done = melding.verzonden_op.value_or(context_.peildatum);
    const bool late = melding.uiterste_datum < done;
    if (melding.verzonden_op) {
      termijn.uitkomst = late ? TermijnUitkomst::kTeLaat : TermijnUitkomst::kTijdig;
    } else if (melding.verzonden) {
      termijn.uitkomst = TermijnUitkomst::kVerzonden;
    } else {
      termijn.uitkomst = late ? TermijnUitkomst::kVerlopen : TermijnUitkomst::kOpen;
    }
    if (late && termijn.uitkomst != TermijnUitkomst::kVerzonden) {
      termijn.dagen_te_laat = done - melding.uiterste_datum;
    }
    result_.meldingen.push_back(std::move(termijn));
  }
}

void ZelfcontroleTeller::FinishBevindingen() {
  const auto add = [&](std::string_view code, int64_t aantal, std::string good, std::string bad) {
    result_.bevindingen.push_back({code, aantal == 0, aantal, aantal == 0 ? std::move(good) : std::move(bad)});
  };
  const std::string na = std::to_string(context_.options.onverklaard_na_schooldagen);
  add("verzuim_verklaard", result_.te_lang, "Al het verzuim is binnen de termijn verklaard.",
      Aantal(result_.te_lang, "gemiste les is", "gemiste lessen zijn") + " na " + na +
          " schooldagen nog niet verklaard. Vraag de ouders en vul de reden in.");
  int64_t late = 0;
  for (const MeldingTermijn& m : result_.meldingen) late += m.dagen_te_laat > 0;
  add("meldingen_op_tijd", late, "Van geen melding is de termijn voorbijgegaan.",
      result_.verzonden_bekend
          ? Aantal(late, "melding is", "meldingen zijn") + " te laat of niet verzonden."
          : "Van " + Aantal(late, "melding is", "meldingen is") +
                " de termijn voorbij. Geef de verzonden meldingen op om te zien welke zijn gedaan.");
  const auto zonder = static_cast<int64_t>(result_.zonder_regels.size());
  add("regels_per_leerling", zonder, "Van elke ingeschreven leerling zijn lessen gelezen.",
      "Van " + Aantal(zonder, "leerling", "leerlingen") +
          " zijn geen lessen gelezen. Dat is niet hetzelfde als geen verzuim; controleer de export.");
  int64_t below = 0;
  for (const OnderwijstijdRegel& regel : result_.onderwijstijd) below += regel.onder_norm;
  add("onderwijstijd", below,
      "De gelezen lestijd ligt op of boven de norm voor onderwijstijd, voor zover die bekend is.",
      "Van " + Aantal(below, "leerling", "leerlingen") +
          " ligt de gelezen lestijd onder de norm naar rato. Controleer of alle lessen in de export staan.");
  const auto gone = static_cast<int64_t>(result_.uitschrijvingen.size());
  add("uitschrijvingen", gone, "Niemand die nog leer- of kwalificatieplichtig is, is dit schooljaar uitgeschreven.",
      Aantal(gone, "leerling die nog plichtig is, is", "leerlingen die nog plichtig zijn, zijn") +
          " uitgeschreven. Ga na of een andere school hen inschreef of een vrijstelling is gebleken; anders mag het niet "
          "(Leerplichtwet 1969 artikel 10).");
  if (!IsVo(context_.profiel)) return;
  const int days = context_.calendar.CountLesdagen(SchooljaarOf(context_.peildatum));
  add("lesdagen_vo", std::max(cijfers::kVoDagen - days, 0),
      "De kalender telt " + std::to_string(days) + " lesdagen dit schooljaar.",
      "De kalender telt " + std::to_string(days) + " lesdagen dit schooljaar, minder dan " +
          std::to_string(cijfers::kVoDagen) + ". Controleer vakanties en lesvrije dagen.");
}

Zelfcontrole ZelfcontroleTeller::Finish(const std::vector<MeldingFeit>& meldingen, bool verzonden_bekend) {
  result_.verzonden_bekend = verzonden_bekend;
  std::stable_sort(result_.te_lang_onverklaard.begin(), result_.te_lang_onverklaard.end(),
                   [](const OnverklaardLeerling& a, const OnverklaardLeerling& b) { return a.oudste < b.oudste; });
  FinishMeldingen(meldingen);
  FinishOnderwijstijd();
  FinishBevindingen();
  result_.jaarcijfers = JaarcijfersVan(meldingen, context_.peildatum, context_.calendar);
  return std::move(result_);
}

}  // namespace verzuim
