#include "core/session/session.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "core/options/uitgeschakeld.h"
#include "core/rules/evaluate.h"
#include "core/session/part_reader.h"
#include "core/session/signalen.h"

namespace verzuim {
namespace {

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

}  // namespace

void Session::Begin(std::string name, const ImportOptions& options, bool hash, std::vector<std::string> sheets) {
  open_ = SessionFile{};
  open_.name = std::move(name);
  open_.hashed = hash;
  open_.sheets = std::move(sheets);
  open_.rows = std::make_unique<FileRegister>();
  hash_ = Sha256();
  container_bytes_ = 0;
  importer_ = std::make_unique<Importer>(*open_.rows, static_cast<uint16_t>(files_.size()), options);
}

void Session::PushContainer(std::string_view bytes) {
  if (open_.hashed) hash_.Update(bytes);
  container_bytes_ += bytes.size();
}

bool Session::Push(std::string_view bytes) {
  if (open_.hashed && open_.sheets.empty()) hash_.Update(bytes);
  return importer_->Push(bytes);
}

void Session::Fingerprint(std::string_view bytes) {
  if (open_.hashed) hash_.Update(bytes);
}

bool Session::AddPart(std::string_view part) {
  FileRegister rows;
  const std::optional<PartEnd> end = ReadPartBytes(part, rows);
  if (!end || !importer_->Fits(*end) || !open_.rows->Append(rows, importer_->PartShift())) return false;
  importer_->Append(*end);
  return true;
}

std::optional<Problem> Session::End(std::string sha256) {
  const bool readable = importer_->Finish();
  open_.description = importer_->description();
  if (!open_.sheets.empty()) open_.description.bytes = container_bytes_;
  open_.sha256 = open_.hashed ? hash_.HexDigest() : std::move(sha256);
  std::optional<Problem> problem;
  if (!readable) {
    problem = *importer_->fatal();
    problem->place.file = open_.name;
  } else if (const RowLog& log = open_.rows->log(); log.used() + log.rejected() != open_.description.rows) {
    problem = MakeProblem(ProblemCode::kUnaccountedRows, {.file = open_.name, .row = 0, .column = {}, .pointer = {}},
                          open_.name);
  }
  if (problem) {
    refused_ = std::move(open_);
  } else {
    files_.push_back(std::move(open_));
  }
  Abort();
  return problem;
}

void Session::Abort() {
  importer_.reset();
  open_ = SessionFile{};
}

uint64_t Session::RowsSoFar() const {
  return importer_ ? importer_->description().rows : 0;
}

std::unique_ptr<Register> Session::Open(const School& school, const SchoolCalendar& calendar,
                                        const RunRequest& request) const {
  std::vector<const FileRegister*> rows;
  for (const SessionFile& file : files_) rows.push_back(file.rows.get());
  return std::make_unique<Register>(std::move(rows),
                                    RegisterSetup{calendar, school.rooster, school.codes, request.unknown,
                                                  Minutes{school.opties.te_laat_minuten}, request.peildatum});
}

// There is nothing to compute: no register was given, or no row of it is usable. Then its first rows tell why.
void Session::RefuseWithoutRegister(std::vector<Problem>& refusals) const {
  constexpr size_t kShown = 3;
  const size_t before = refusals.size();
  for (const SessionFile& file : files_) {
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

Run Session::Evaluate(const School& school, const RunRequest& request) const {
  Run run;
  run.calendar = std::make_unique<SchoolCalendar>(school.kalender);
  run.reg = Open(school, *run.calendar, request);
  for (const CodeSummary* code : run.reg->Undecided()) run.refusals.push_back(CodeProblem(*code));
  if (!run.reg->dates()) RefuseWithoutRegister(run.refusals);
  if (run.reg->dates() && !request.peildatum && run.reg->dates()->Days() > kMaxDaysWithoutPeildatum) {
    run.refusals.push_back(
        MakeProblem(ProblemCode::kPeildatumNeeded, {.file = {}, .row = 0, .column = {}, .pointer = "/peildatum"},
                    ToIso(run.reg->dates()->first) + " tot en met " + ToIso(run.reg->dates()->last)));
  }
  if (!run.refusals.empty()) return run;

  run.peildatum = run.reg->peildatum();
  const RuleContext context{*run.calendar, school.opties, school.profiel, run.peildatum};
  std::vector<LeveringTeller> tellers;
  if (!IsUitgeschakeld(school.profiel, Onderdeel::kLevering)) {
    tellers = MakeTellers(school, *run.calendar, run.peildatum);
  }
  CijfersTeller cijfers(
      {context, school.monitor, PartsOf(school), PeriodsOf(school, *run.calendar, run.peildatum)});
  SignalenTeller signalen(school, context);
  std::optional<Vergelijker> vergelijker;
  if (request.verzonden) vergelijker.emplace(*request.verzonden);
  for (uint32_t i = 0; i < run.reg->pupils().size(); ++i) {
    const PupilFacts facts = run.reg->FactsOf(i);
    PupilOutcome outcome = EvaluatePupil(facts, context);
    CollectOutside(outcome, run.outside);
    if (vergelijker) vergelijker->Add(facts, outcome.meldingen, context, {run.reg->dates()->first, run.peildatum});
    cijfers.Add(i, facts, outcome.meldingen);
    if (school.beleid) signalen.Add(i, facts, run.reg->NotesOf(i), outcome.meldingen);
    for (Melding& melding : outcome.meldingen) {
      melding.pupil = i;
      run.meldingen.push_back(std::move(melding));
    }
    for (Episode& episode : outcome.episodes) {
      episode.pupil = i;
      run.episodes.push_back(std::move(episode));
    }
    for (LeveringTeller& teller : tellers) teller.Add(facts, run.peildatum);
  }
  if (vergelijker) run.vergelijking = vergelijker->Finish();
  run.reg->Finish();
  if (run.vergelijking) MarkSent(*run.vergelijking, *request.verzonden, run.reg->pupils(), cijfers);
  run.cijfers = cijfers.Finish(request.verzonden.has_value());
  for (size_t f = 0; f < files_.size(); ++f) {
    const RowLog& log = run.reg->logs()[f];
    if (log.used() + log.rejected() == files_[f].description.rows) continue;
    run.refusals.push_back(MakeProblem(ProblemCode::kUnaccountedRows,
                                       {.file = files_[f].name, .row = 0, .column = {}, .pointer = {}},
                                       files_[f].name));
  }
  if (!run.refusals.empty()) return run;
  // Pupils are in the order of their keys, so the number sorts as the key does.
  std::sort(run.meldingen.begin(), run.meldingen.end(), [](const Melding& a, const Melding& b) {
    const auto key = [](const Melding& m) {
      return std::make_tuple(m.pupil, !m.einddatum, m.einddatum.value_or(m.meldbaar_vanaf), m.soort, m.begindatum);
    };
    return key(a) < key(b);
  });
  std::vector<EerderePublicatie> known = request.eerdere;
  for (const LeveringTeller& teller : tellers) {
    PeriodeUitkomst& uitkomst = run.perioden.emplace_back();
    const Telling& telling = uitkomst.telling = teller.Finish();
    uitkomst.publicatie = MakePublicatie(telling, school.publicatie, known, {});
    if (uitkomst.publicatie.ingehouden.empty()) {
      known.push_back(
          {Print(telling, uitkomst.publicatie, school.publicatie), telling.Geteld(), telling.onderverdelingen});
      continue;
    }
    run.notices.push_back(MakeProblem(ProblemCode::kPublicatieWithheld,
                                      {.file = {}, .row = 0, .column = telling.periode.naam, .pointer = {}},
                                      uitkomst.publicatie.ingehouden));
  }
  for (const Uitgeschakeld& entry : UitgeschakeldVoor(school.profiel)) {
    run.notices.push_back(MakeProblem(
        ProblemCode::kSwitchedOff, {.file = {}, .row = 0, .column = {}, .pointer = "/school/profiel"},
        std::string(TextOf(entry.onderdeel)) + ". " + std::string(entry.reden) + " (" + std::string(entry.artikel) + ")"));
  }
  for (const OutsideSummary& outside : run.outside) {
    run.notices.push_back(MakeProblem(ProblemCode::kOutsideValidity, {},
                                      "De regel \"" + std::string(outside.rule->titel) + "\" geldt niet van " +
                                          ToIso(outside.dates.first) + " tot en met " + ToIso(outside.dates.last) +
                                          " (" + std::to_string(outside.pupils) + " leerlingen)."));
  }
  signalen.AddNotices(run.notices);
  run.signalen = signalen.Take();
  if (!run.calendar->KnowsVakanties(run.reg->dates()->first) || !run.calendar->KnowsVakanties(run.peildatum)) {
    run.notices.push_back(MakeProblem(ProblemCode::kHolidaysUnknown,
                                      {.file = {}, .row = 0, .column = {}, .pointer = "/kalender"},
                                      ToIso(run.reg->dates()->first) + " tot en met " + ToIso(run.peildatum)));
  }
  return run;
}

}  // namespace verzuim
