#include "core/json/json_session.h"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>
#include <vector>

#include "core/json/cijfers_json.h"
#include "core/json/keuzehulp_json.h"
#include "core/json/beleid_json.h"
#include "core/json/outputs.h"
#include "core/json/publicatie_json.h"
#include "core/json/profiel_json.h"
#include "core/json/reader.h"
#include "core/json/school_json.h"
#include "core/json/vergelijking_json.h"
#include "core/options/uitgeschakeld.h"
#include "core/json/verzonden_reader.h"
#include "core/report/cijfers_csv.h"
#include "core/report/signalen_csv.h"
#include "core/report/tables.h"
#include "core/report/vergelijking_csv.h"
#include "core/session/evaluation.h"
#include "core/session/part_reader.h"
#include "core/session/session.h"

namespace verzuim {
namespace {

// How many problems an inspection shows besides the sums.
constexpr size_t kFirstProblems = 100;

// A name of a period as part of a file name: letters and digits in lower case, all else one hyphen.
std::string Slug(std::string_view name) {
  std::string slug;
  for (const char c : name) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    const bool upper = c >= 'A' && c <= 'Z';
    if (letter || upper) {
      slug.push_back(upper ? static_cast<char>(c - 'A' + 'a') : c);
    } else if (!slug.empty() && slug.back() != '-') {
      slug.push_back('-');
    }
  }
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  return slug.empty() ? "periode" : slug;
}

bool IsSha256(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

Problem CallProblem(std::string_view what) {
  return MakeProblem(ProblemCode::kLimitReached, {}, what);
}

struct BeginRequest {
  std::string name;
  ImportOptions options;
  bool hash;
  std::vector<std::string> sheets;
};

// nullopt only with a problem.
std::optional<BeginRequest> ReadBegin(std::string_view request, std::vector<Problem>& problems) {
  const std::optional<Json> parsed = ParseJson(request, "De aanvraag", problems);
  if (!parsed) return std::nullopt;
  ObjectReader reader(*parsed, "", problems);
  BeginRequest begin;
  begin.name = reader.RequiredText("naam");
  begin.options = ReadProfiel(reader, problems);
  begin.hash = reader.Flag("sha256").value_or(true);
  if (const Json* names = reader.Array("werkbladen")) {
    for (const Json& sheet : *names) {
      if (sheet.is_string()) begin.sheets.push_back(sheet.get<std::string>());
    }
    if (begin.sheets.empty() || begin.sheets.size() != names->size()) {
      reader.Bad("werkbladen", "Geef namen van werkbladen.");
    }
  }
  reader.Finish();
  return begin;
}

// A calculation under way: first the run, then its files one by one.
struct Berekening {
  RunRequest request;
  Json module, milliseconds;
  std::optional<Evaluation> evaluation;
  Run run;
  std::vector<std::function<void()>> to_write;
  size_t written = 0;
};

}  // namespace

class JsonSession::State {
 public:
  Session session;
  School school;
  std::vector<OutputFile> files;
  std::unique_ptr<Berekening> berekening;

  void AddFile(std::string name, std::string bytes) {
    std::string digest = Sha256Hex(bytes);
    files.push_back({std::move(name), std::move(bytes), std::move(digest)});
  }

  // Every output file as a piece of work of its own.
  void PlanFiles() {
    const Run& run = berekening->run;
    Plan("meldingen.json", [&] { return Dump(MeldingenJson(session, school, run), 1); });
    Plan("meldingen.csv", [&] { return MeldingenCsv(session, run); });
    Plan("melding_regels.csv", [&] { return MeldingRegelsCsv(session, run); });
    Plan("keuzehulp.json", [&] { return KeuzehulpText(run); });
    Plan("signalen.json", [&] { return Dump(SignalenJson(session, school, run), 1); });
    Plan("signalen.csv", [&] { return SignalenCsv(session, run); });
    std::map<std::string, int> taken;
    for (size_t i = 0; i < run.perioden.size(); ++i) {
      std::string slug = Slug(run.perioden[i].telling.periode.naam);
      if (const int again = taken[slug]++; again > 0) slug += "-" + std::to_string(again + 1);
      PlanPeriode(run.perioden[i], "-" + slug);
      if (i + 1 == run.perioden.size()) PlanPeriode(run.perioden[i], "");
    }
    Plan("monitor.json", [&] { return Dump(MonitorJson(run), 1); });
    Plan("monitor.csv", [&] { return MonitorCsv(run); });
    Plan("verlof.json", [&] { return Dump(VerlofJson(session, school, run), 1); });
    Plan("verlof.csv", [&] { return VerlofCsv(run); });
    Plan("zelfcontrole.json", [&] { return Dump(ZelfcontroleJson(run), 1); });
    Plan("zelfcontrole.csv", [&] { return ZelfcontroleCsv(run); });
    for (const Uitgeschakeld& entry : UitgeschakeldVoor(school.profiel)) PlanUitgeschakeld(entry);
    Plan("problemen.csv", [&] { return ProblemenCsv(session, run); });
    if (run.vergelijking) {
      const VerzondenBestand& sent = *berekening->request.verzonden;
      Plan("vergelijking.json", [&] { return Dump(VergelijkingJson(run.peildatum, sent, *run.vergelijking), 1); });
      Plan("vergelijking.csv", [&] { return VergelijkingCsv(sent, *run.vergelijking); });
    }
    // Names all the others.
    Plan("verslag.json", [this] {
      return Dump(VerslagJson(session, school, berekening->run, files, berekening->module, berekening->milliseconds),
                  1);
    });
  }

 private:
  template <class Text>
  void Plan(std::string name, Text text) {
    berekening->to_write.push_back([this, name = std::move(name), text] { AddFile(name, text()); });
  }
  // Where files would have been: one that says why they are not.
  void PlanUitgeschakeld(const Uitgeschakeld& entry) {
    const std::vector<std::string_view> missing = BestandenVan(entry.onderdeel);
    if (missing.empty()) return;
    std::string text = "Niet gemaakt:";
    for (const std::string_view name : missing) text.append(" ").append(name);
    text.append("\n").append(entry.reden).append("\n").append(entry.artikel).append("; ").append(entry.bron).append("\n");
    Plan(std::string(WireName(entry.onderdeel)) + ".uitgeschakeld.txt", [text] { return text; });
  }
  void PlanPeriode(const PeriodeUitkomst& uitkomst, const std::string& suffix) {
    Plan("levering" + suffix + ".json", [&] { return Dump(LeveringJson(school, uitkomst), 1); });
    Plan("levering" + suffix + ".csv", [&] { return LeveringCsv(uitkomst); });
    Plan("publicatie" + suffix + ".json", [&] { return Dump(PublicatieJson(school, uitkomst), 1); });
    Plan("publicatie" + suffix + ".csv", [&] { return PublicatieCsv(uitkomst, school.publicatie); });
  }
};

JsonSession::JsonSession() : state_(std::make_unique<State>()) {}
JsonSession::~JsonSession() = default;

std::string JsonSession::SetSchool(std::string_view school_json) {
  std::vector<Problem> problems;
  School school = ReadSchool(school_json, problems);
  if (!problems.empty()) return Refused(problems);
  BerekenStop();
  state_->school = std::move(school);
  return Ok(SchoolToJson(state_->school));
}

std::string JsonSession::Begin(std::string_view request) {
  std::vector<Problem> problems;
  std::optional<BeginRequest> begin = ReadBegin(request, problems);
  if (state_->session.is_open()) problems.push_back(CallProblem("Er is al een bestand open; sluit dat eerst."));
  if (state_->session.files().size() >= UINT16_MAX) problems.push_back(CallProblem("Er zijn te veel bestanden."));
  if (!problems.empty()) return Refused(problems);
  BerekenStop();
  state_->session.Begin(std::move(begin->name), begin->options, begin->hash, std::move(begin->sheets));
  return Ok(Json::object());
}

void JsonSession::PushContainer(std::string_view bytes) {
  if (state_->session.is_open()) state_->session.PushContainer(bytes);
}

bool JsonSession::Push(std::string_view bytes) {
  return state_->session.is_open() && state_->session.Push(bytes);
}

bool JsonSession::Splits() const {
  return state_->session.Splits();
}

void JsonSession::Fingerprint(std::string_view bytes) {
  if (state_->session.is_open()) state_->session.Fingerprint(bytes);
}

bool JsonSession::AddPart(std::string_view part) {
  return state_->session.is_open() && state_->session.AddPart(part);
}

bool JsonSession::PushAgain(std::string_view bytes) {
  return state_->session.is_open() && state_->session.PushAgain(bytes);
}

JsonPartReader::JsonPartReader(std::string_view request, std::string_view start) {
  std::vector<Problem> problems;
  const std::optional<BeginRequest> begin = ReadBegin(request, problems);
  if (problems.empty()) reader_ = std::make_unique<PartReader>(start, begin->options);
}
JsonPartReader::~JsonPartReader() = default;

std::string JsonPartReader::Read(std::string_view bytes) const {
  return reader_ ? reader_->Read(bytes) : std::string();
}

std::string JsonSession::End(std::string_view request) {
  if (!state_->session.is_open()) return Refused({CallProblem("Er is geen bestand open.")});
  std::vector<Problem> problems;
  std::optional<std::string> digest;
  if (const std::optional<Json> parsed = ParseJson(request, "De aanvraag", problems)) {
    ObjectReader reader(*parsed, "", problems);
    digest = reader.Text("sha256");
    if (digest && !IsSha256(*digest))
      reader.Bad("sha256", "Een SHA-256 is 64 cijfers en letters van a tot en met f.");
    reader.Finish();
  }
  if (!problems.empty()) return Refused(problems);
  if (const auto problem = state_->session.End(digest.value_or(""))) {
    const SessionFile& refused = state_->session.refused();
    return Refused({*problem}, BestandJson(refused, refused.rows->log()));
  }
  const SessionFile& file = state_->session.files().back();
  return Ok(BestandJson(file, file.rows->log()));
}

void JsonSession::Abort() {
  state_->session.Abort();
}

uint64_t JsonSession::RowsSoFar() const {
  return state_->session.RowsSoFar();
}

std::string JsonSession::Inspect() {
  const Session& session = state_->session;
  const SchoolCalendar calendar(state_->school.kalender);
  const std::unique_ptr<Register> reg = session.Open(state_->school, calendar, {});
  Json bestanden = Json::array();
  Json eerste = Json::array();
  std::map<std::string_view, uint64_t> counts;
  for (size_t f = 0; f < session.files().size(); ++f) {
    const SessionFile& file = session.files()[f];
    const RowLog& log = reg->logs()[f];
    bestanden.push_back(BestandJson(file, log));
    for (const RowLog::Entry& entry : log.entries()) {
      counts[WireName(entry.code)] += std::max<uint32_t>(entry.rows, 1);
      if (eerste.size() >= kFirstProblems) continue;
      Place place;
      place.file = file.name;
      place.row = entry.row;
      place.column = log.Text(entry.column);
      eerste.push_back(ToJson(MakeProblem(entry.code, std::move(place), log.Text(entry.detail))));
    }
  }
  Json problemen = Json::object();
  for (const auto& [code, count] : counts) problemen[std::string(code)] = count;
  return Ok({{"bestanden", std::move(bestanden)},
             {"codes", CodesJson(*reg)},
             {"problemen", std::move(problemen)},
             {"eerste", std::move(eerste)},
             {"van", reg->dates() ? Json(ToIso(reg->dates()->first)) : Json(nullptr)},
             {"tot", reg->dates() ? Json(ToIso(reg->dates()->last)) : Json(nullptr)}});
}

std::string JsonSession::Bereken(std::string_view request) {
  std::string answer = BerekenBegin(request);
  while (state_->berekening) answer = BerekenStap();
  return answer;
}

std::string JsonSession::BerekenBegin(std::string_view request) {
  state_->files.clear();
  BerekenStop();
  std::vector<Problem> problems;
  const std::optional<Json> parsed = ParseJson(request, "De aanvraag", problems);
  if (!parsed) return Refused(problems);
  ObjectReader reader(*parsed, "", problems);
  auto berekening = std::make_unique<Berekening>();
  RunRequest& run_request = berekening->request;
  run_request.peildatum = reader.Day("peildatum");
  if (const auto unknown = reader.Text("onbekend")) {
    if (*unknown == "ongeoorloofd")
      run_request.unknown = UnknownPolicy::kOngeoorloofd;
    else if (*unknown == "negeer")
      run_request.unknown = UnknownPolicy::kNegeer;
    else if (*unknown != "weiger")
      reader.Bad("onbekend", "Kies een van: weiger, ongeoorloofd, negeer.");
  }
  const School& school = state_->school;
  run_request.eerdere = ReadEerdere(reader, school.brin.empty() ? "" : school.brin + school.vestiging, problems);
  if (const auto verzonden = reader.Text("verzonden")) run_request.verzonden = ReadVerzonden(*verzonden, problems);
  if (const Json* module = reader.Member("module")) berekening->module = *module;
  if (const Json* milliseconds = reader.Member("milliseconden")) berekening->milliseconds = *milliseconds;
  reader.Finish();
  if (state_->session.is_open()) problems.push_back(CallProblem("Er is nog een bestand open; sluit dat eerst."));
  if (!problems.empty()) return Refused(problems);

  berekening->evaluation.emplace(state_->session, school, run_request);
  state_->berekening = std::move(berekening);
  return Ok(Json::object());
}

std::string JsonSession::BerekenStap() {
  if (!state_->berekening) return Refused({CallProblem("Er is geen berekening begonnen.")});
  Berekening& berekening = *state_->berekening;
  // Writing takes about as long as a tenth of the run.
  constexpr int kRun = 900;
  constexpr int kAll = 1000;
  if (berekening.evaluation) {
    if (berekening.evaluation->Step()) return Ok({{"deel", berekening.evaluation->Permille() * kRun / kAll}});
    berekening.run = berekening.evaluation->Take();
    berekening.evaluation.reset();
    if (!berekening.run.refusals.empty()) {
      std::string refused = Refused(berekening.run.refusals);
      BerekenStop();
      return refused;
    }
    state_->PlanFiles();
    return Ok({{"deel", kRun}});
  }
  if (berekening.written < berekening.to_write.size()) {
    berekening.to_write[berekening.written++]();
    const auto share = static_cast<int>((kAll - kRun) * berekening.written / berekening.to_write.size());
    return Ok({{"deel", kRun + share}});
  }
  std::string answer = Ok({{"bestanden", OutputFilesJson(state_->files)},
                           {"samenvatting", SamenvattingJson(state_->session, berekening.run)}});
  state_->berekening.reset();
  return answer;
}

void JsonSession::BerekenStop() {
  if (!state_->berekening) return;
  state_->berekening.reset();
  state_->files.clear();
}

const std::string& JsonSession::File(std::string_view name) const {
  static const std::string kNone;
  for (const OutputFile& file : state_->files) {
    if (file.name == name) return file.bytes;
  }
  return kNone;
}

}  // namespace verzuim
