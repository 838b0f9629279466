#include "core/session/evaluation.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/options/uitgeschakeld.h"
#include "core/rules/evaluate.h"
#include "core/session/signalen.h"

namespace verzuim {
namespace {

// A few milliseconds of work.
constexpr uint32_t kPupilsAtOnce = 32;

// Three school years. The last day any row speaks of is the peildatum when none is given; one mistyped year would
// make it a day far ahead, on which all absence is long unexplained. Nobody keeps so much in one file.
constexpr int kMaxDaysWithoutPeildatum = 3 * 366;

// The flag of an export as a person reads it, for messages about codes.
std::string_view FlagText(GeoorloofdFlag flag) {
  switch (flag) {
    case GeoorloofdFlag::kYes:
      return " (geoorloofd J)";
    case GeoorloofdFlag::kNo:
      return " (geoorloofd N)";
    case GeoorloofdFlag::kUnknown:
      break;
  }
  return "";
}

Problem CodeProblem(const CodeSummary& code) {
  const std::string count = std::to_string(code.rows) + (code.rows == 1 ? " regel" : " regels");
  const std::string shown = "\"" + code.code + "\"" + std::string(FlagText(code.geoorloofd));
  Place place;
  place.pointer = "/codes";
  place.column = code.code;
  if (code.classification.contradictory) {
    return MakeProblem(ProblemCode::kContradictoryCode, std::move(place),
                       shown + " staat in school.json anders dan in de export (" + count + ")");
  }
  return MakeProblem(ProblemCode::kUnknownCode, std::move(place), shown + " (" + count + ")");
}

void CollectOutside(const PupilOutcome& outcome, std::vector<OutsideSummary>& all) {
  for (const OutsideValidity& outside : outcome.outside) {
    const auto at =
        std::find_if(all.begin(), all.end(), [&](const OutsideSummary& o) { return o.rule == outside.rule; });
    if (at == all.end()) {
      all.push_back({outside.rule, outside.dates, 1});
      continue;
    }
    at->dates.first = std::min(at->dates.first, outside.dates.first);
    at->dates.last = std::max(at->dates.last, outside.dates.last);
    ++at->pupils;
  }
}

std::vector<Onderverdeling> PartsOf(const School& school) {
  return school.levering.onderverdeling.empty() ? DefaultOnderverdeling(school.profiel)
                                                : school.levering.onderverdeling;
}

// The periods that have begun on the peildatum.
std::vector<PeriodeNaam> PeriodsOf(const School& school, const SchoolCalendar& calendar, Date peildatum) {
  std::vector<PeriodeNaam> perioden =
      school.levering.perioden.empty() ? DefaultPerioden(calendar, peildatum) : school.levering.perioden;
  perioden.erase(std::remove_if(perioden.begin(), perioden.end(),
                                [&](const PeriodeNaam& periode) { return periode.dates.first > peildatum; }),
                 perioden.end());
  return perioden;
}

std::vector<LeveringTeller> MakeTellers(const School& school, const SchoolCalendar& calendar, Date peildatum) {
  std::vector<LeveringTeller> tellers;
  for (const PeriodeNaam& periode : PeriodsOf(school, calendar, peildatum)) {
    tellers.emplace_back(periode, school.levering, PartsOf(school));
  }
  return tellers;
}

// Tells the figures which meldingen were sent, and when. `pupils` are sorted by key.
void MarkSent(const std::vector<VergelijkRegel>& regels, const VerzondenBestand& verzonden,
              const std::vector<Pupil>& pupils, CijfersTeller& cijfers) {
  for (const VergelijkRegel& regel : regels) {
    const Vergeleken& found = regel.vergeleken;
    if (!found.melding || !found.verzonden) continue;
    const auto pupil = std::lower_bound(pupils.begin(), pupils.end(), regel.leerling,
                                        [](const Pupil& p, const std::string& key) { return p.key < key; });
    cijfers.Verzonden(static_cast<uint32_t>(pupil - pupils.begin()), found.melding->soort, found.melding->volgnummer,
                      verzonden.meldingen[*found.verzonden].verzonden_op);
  }
}

// There is nothing to compute: no register was given, or no row of it is usable. Then its first rows tell why.
void RefuseWithoutRegister(const std::vector<SessionFile>& files, std::vector<Problem>& refusals) {
  constexpr size_t kShown = 3;
  const size_t before = refusals.size();
  for (const SessionFile& file : files) {
    const RowLog& log = file.rows->log();
    if (log.used() > 0 || log.rejected() == 0) continue;
    refusals.push_back(MakeProblem(ProblemCode::kNoUsableRows,
                                   {.file = file.name, .row = 0, .column = {}, .pointer = {}},
                                   std::to_string(log.rejected())));
    size_t shown = 0;
    for (const RowLog::Entry& entry : log.entries()) {
      if (SeverityOf(entry.code) != Severity::kRejected) continue;
      if (++shown > kShown) break;
      refusals.push_back(MakeProblem(
          entry.code,
          {.file = file.name, .row = entry.row, .column = std::string(log.Text(entry.column)), .pointer = {}},
          log.Text(entry.detail)));
    }
  }
  if (refusals.size() == before) refusals.push_back(MakeProblem(ProblemCode::kNoRegister, {}));
}

}  // namespace

// What lives as long as pupils and periods are left.
class Evaluation::Work {
 public:
  Work(const School& school, const RunRequest& request, const Run& run)
      : context{*run.calendar, school.opties, school.profiel, run.peildatum},
        cijfers({context, school.monitor, PartsOf(school), PeriodsOf(school, *run.calendar, run.peildatum)}),
        signalen(school, context),
        known(request.eerdere) {
    if (!IsUitgeschakeld(school.profiel, Onderdeel::kLevering)) {
      tellers = MakeTellers(school, *run.calendar, run.peildatum);
    }
    if (request.verzonden) vergelijker.emplace(*request.verzonden);
  }

  const RuleContext context;
  std::vector<LeveringTeller> tellers;
  CijfersTeller cijfers;
  SignalenTeller signalen;
  std::optional<Vergelijker> vergelijker;
  std::vector<EerderePublicatie> known;
  uint32_t next_pupil = 0;
  bool pupils_done = false;
  size_t next_periode = 0;
};

Evaluation::Evaluation(const Session& session, const School& school, const RunRequest& request)
    : session_(session), school_(school), request_(request) {
  run_.calendar = std::make_unique<SchoolCalendar>(school.kalender);
  run_.reg = session.Open(school, *run_.calendar, request);
  for (const CodeSummary* code : run_.reg->Undecided()) run_.refusals.push_back(CodeProblem(*code));
  if (!run_.reg->dates()) RefuseWithoutRegister(session.files(), run_.refusals);
  if (run_.reg->dates() && !request.peildatum && run_.reg->dates()->Days() > kMaxDaysWithoutPeildatum) {
    run_.refusals.push_back(
        MakeProblem(ProblemCode::kPeildatumNeeded, {.file = {}, .row = 0, .column = {}, .pointer = "/peildatum"},
                    ToIso(run_.reg->dates()->first) + " tot en met " + ToIso(run_.reg->dates()->last)));
  }
  if (!run_.refusals.empty()) return;

  run_.peildatum = run_.reg->peildatum();
  work_ = std::make_unique<Work>(school, request, run_);
}

Evaluation::~Evaluation() = default;

bool Evaluation::Step() {
  if (!work_) return false;
  const auto pupils = static_cast<uint32_t>(run_.reg->pupils().size());
  if (work_->next_pupil < pupils) {
    const uint32_t end = std::min(pupils, work_->next_pupil + kPupilsAtOnce);
    while (work_->next_pupil < end) AddPupil(work_->next_pupil++);
  } else if (!work_->pupils_done) {
    work_->pupils_done = true;
    FinishPupils();
    if (!run_.refusals.empty()) work_.reset();
  } else if (work_->next_periode < work_->tellers.size()) {
    MakePeriode();
  } else {
    AddNotices();
    work_.reset();
  }
  return work_ != nullptr;
}

int Evaluation::Permille() const {
  if (!work_) return 1000;
  // A period takes about as long as so many pupils.
  constexpr size_t kPeriode = 100;
  const size_t all = run_.reg->pupils().size() + kPeriode * work_->tellers.size() + 1;
  return static_cast<int>(1000 * (work_->next_pupil + kPeriode * work_->next_periode) / all);
}

Run Evaluation::Take() {
  return std::move(run_);
}

void Evaluation::AddPupil(uint32_t i) {
  const PupilFacts facts = run_.reg->FactsOf(i);
  PupilOutcome outcome = EvaluatePupil(facts, work_->context);
  CollectOutside(outcome, run_.outside);
  if (work_->vergelijker)
    work_->vergelijker->Add(facts, outcome.meldingen, work_->context, {run_.reg->dates()->first, run_.peildatum});
  work_->cijfers.Add(i, facts, outcome.meldingen);
  if (school_.beleid) work_->signalen.Add(i, facts, run_.reg->NotesOf(i), outcome.meldingen);
  for (Melding& melding : outcome.meldingen) {
    melding.pupil = i;
    run_.meldingen.push_back(std::move(melding));
  }
  for (Episode& episode : outcome.episodes) {
    episode.pupil = i;
    run_.episodes.push_back(std::move(episode));
  }
  for (LeveringTeller& teller : work_->tellers) teller.Add(facts, run_.peildatum);
}

void Evaluation::FinishPupils() {
  if (work_->vergelijker) run_.vergelijking = work_->vergelijker->Finish();
  run_.reg->Finish();
  if (run_.vergelijking) MarkSent(*run_.vergelijking, *request_.verzonden, run_.reg->pupils(), work_->cijfers);
  run_.cijfers = work_->cijfers.Finish(request_.verzonden.has_value());
  for (size_t f = 0; f < session_.files().size(); ++f) {
    const RowLog& log = run_.reg->logs()[f];
    if (log.used() + log.rejected() == session_.files()[f].description.rows) continue;
    run_.refusals.push_back(MakeProblem(ProblemCode::kUnaccountedRows,
                                        {.file = session_.files()[f].name, .row = 0, .column = {}, .pointer = {}},
                                        session_.files()[f].name));
  }
  if (!run_.refusals.empty()) return;
  // Pupils are in the order of their keys, so the number sorts as the key does.
  std::sort(run_.meldingen.begin(), run_.meldingen.end(), [](const Melding& a, const Melding& b) {
    const auto key = [](const Melding& m) {
      return std::make_tuple(m.pupil, !m.einddatum, m.einddatum.value_or(m.meldbaar_vanaf), m.soort, m.begindatum);
    };
    return key(a) < key(b);
  });
}

void Evaluation::MakePeriode() {
  PeriodeUitkomst& uitkomst = run_.perioden.emplace_back();
  const Telling& telling = uitkomst.telling = work_->tellers[work_->next_periode++].Finish();
  uitkomst.publicatie = MakePublicatie(telling, school_.publicatie, work_->known, {});
  if (uitkomst.publicatie.ingehouden.empty()) {
    work_->known.push_back(
        {Print(telling, uitkomst.publicatie, school_.publicatie), telling.Geteld(), telling.onderverdelingen});
    return;
  }
  run_.notices.push_back(MakeProblem(ProblemCode::kPublicatieWithheld,
                                     {.file = {}, .row = 0, .column = telling.periode.naam, .pointer = {}},
                                     uitkomst.publicatie.ingehouden));
}

void Evaluation::AddNotices() {
  for (const Uitgeschakeld& entry : UitgeschakeldVoor(school_.profiel)) {
    run_.notices.push_back(MakeProblem(ProblemCode::kSwitchedOff,
                                       {.file = {}, .row = 0, .column = {}, .pointer = "/school/profiel"},
                                       std::string(TextOf(entry.onderdeel)) + ". " + std::string(entry.reden) + " (" +
                                           std::string(entry.artikel) + ")"));
  }
  for (const OutsideSummary& outside : run_.outside) {
    run_.notices.push_back(MakeProblem(ProblemCode::kOutsideValidity, {},
                                       "De regel \"" + std::string(outside.rule->titel) + "\" geldt niet van " +
                                           ToIso(outside.dates.first) + " tot en met " + ToIso(outside.dates.last) +
                                           " (" + std::to_string(outside.pupils) + " leerlingen)."));
  }
  work_->signalen.AddNotices(run_.notices);
  run_.signalen = work_->signalen.Take();
  if (!run_.calendar->KnowsVakanties(run_.reg->dates()->first) || !run_.calendar->KnowsVakanties(run_.peildatum)) {
    run_.notices.push_back(MakeProblem(ProblemCode::kHolidaysUnknown,
                                       {.file = {}, .row = 0, .column = {}, .pointer = "/kalender"},
                                       ToIso(run_.reg->dates()->first) + " tot en met " + ToIso(run_.peildatum)));
  }
}

}  // namespace verzuim
