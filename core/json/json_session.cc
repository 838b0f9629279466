#include "core/json/json_session.h"

#include <algorithm>
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

}  // namespace

class JsonSession::State {
 public:
  Session session;
  School school;
  std::vector<OutputFile> files;

  void AddFile(std::string name, std::string bytes) {
    std::string digest = Sha256Hex(bytes);
    files.push_back({std::move(name), std::move(bytes), std::move(digest)});
  }

  void WriteFiles(const Run& run) {
    AddFile("meldingen.json", Dump(MeldingenJson(session, school, run), 1));
    AddFile("meldingen.csv", MeldingenCsv(session, run));
    AddFile("melding_regels.csv", MeldingRegelsCsv(session, run));
    AddFile("keuzehulp.json", KeuzehulpText(run));
    AddFile("signalen.json", Dump(SignalenJson(session, school, run), 1));
    AddFile("signalen.csv", SignalenCsv(session, run));
    std::map<std::string, int> taken;
    for (size_t i = 0; i < run.perioden.size(); ++i) {
      std::string slug = Slug(run.perioden[i].telling.periode.naam);
      if (const int again = taken[slug]++; again > 0) slug += "-" + std::to_string(again + 1);
      WritePeriode(run.perioden[i], "-" + slug);
      if (i + 1 == run.perioden.size()) WritePeriode(run.perioden[i], "");
    }
    AddFile("monitor.json", Dump(MonitorJson(run), 1));
    AddFile("monitor.csv", MonitorCsv(run));
    AddFile("verlof.json", Dump(VerlofJson(session, school, run), 1));
    AddFile("verlof.csv", VerlofCsv(run));
    AddFile("zelfcontrole.json", Dump(ZelfcontroleJson(run), 1));
    AddFile("zelfcontrole.csv", ZelfcontroleCsv(run));
    for (const Uitgeschakeld& entry : UitgeschakeldVoor(school.profiel)) WriteUitgeschakeld(entry);
    AddFile("problemen.csv", ProblemenCsv(session, run));
  }

 private:
  // Where files would have been: one that says why they are not.
  void WriteUitgeschakeld(const Uitgeschakeld& entry) {
    const std::vector<std::string_view> missing = BestandenVan(entry.onderdeel);
    if (missing.empty()) return;
    std::string text = "Niet gemaakt:";
    for (const std::string_view name : missing) text.append(" ").append(name);
    text.append("\n").append(entry.reden).append("\n").append(entry.artikel).append("; ").append(entry.bron).append("\n");
    AddFile(std::string(WireName(entry.onderdeel)) + ".uitgeschakeld.txt", std::move(text));
  }
  void WritePeriode(const PeriodeUitkomst& uitkomst, const std::string& suffix) {
    AddFile("levering" + suffix + ".json", Dump(LeveringJson(school, uitkomst), 1));
    AddFile("levering" + suffix + ".csv", LeveringCsv(uitkomst));
    AddFile("publicatie" + suffix + ".json", Dump(PublicatieJson(school, uitkomst), 1));
    AddFile("publicatie" + suffix + ".csv", PublicatieCsv(uitkomst, school.publicatie));
  }
};

JsonSession::JsonSession() : state_(std::make_unique<State>()) {}
JsonSession::~JsonSession() = default;

std::string JsonSession::SetSchool(std::string_view school_json) {
  std::vector<Problem> problems;
  School school = ReadSchool(school_json, problems);
  if (!problems.empty()) return Refused(problems);
  state_->school = std::move(school);
  return Ok(SchoolToJson(state_->school));
}

std::string JsonSession::Begin(std::string_view request) {
  std::vector<Problem> problems;
  std::optional<BeginRequest> begin = ReadBegin(request, problems);
  if (state_->session.is_open()) problems.push_back(CallProblem("Er is al een bestand open; sluit dat eerst."));
  if (state_->session.files().size() >= UINT16_MAX) problems.push_back(CallProblem("Er zijn te veel bestanden."));
  if (!problems.empty()) return Refused(problems);
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
  state_->files.clear();
  std::vector<Problem> problems;
  const std::optional<Json> parsed = ParseJson(request, "De aanvraag", problems);
  if (!parsed) return Refused(problems);
  ObjectReader reader(*parsed, "", problems);
  RunRequest run_request;
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
  const Json* module = reader.Member("module");
  const Json* milliseconds = reader.Member("milliseconden");
  reader.Finish();
  if (state_->session.is_open()) problems.push_back(CallProblem("Er is nog een bestand open; sluit dat eerst."));
  if (!problems.empty()) return Refused(problems);

  const Run run = state_->session.Evaluate(state_->school, run_request);
  if (!run.refusals.empty()) return Refused(run.refusals);
  state_->WriteFiles(run);
  if (run.vergelijking) {
    state_->AddFile("vergelijking.json",
                    Dump(VergelijkingJson(run.peildatum, *run_request.verzonden, *run.vergelijking), 1));
    state_->AddFile("vergelijking.csv", VergelijkingCsv(*run_request.verzonden, *run.vergelijking));
  }
  const Json nothing;
  state_->AddFile("verslag.json",
                  Dump(VerslagJson(state_->session, state_->school, run, state_->files, module ? *module : nothing,
                                   milliseconds ? *milliseconds : nothing),
                       1));
  return Ok(
      {{"bestanden", OutputFilesJson(state_->files)}, {"samenvatting", SamenvattingJson(state_->session, run)}});
}

const std::string& JsonSession::File(std::string_view name) const {
  static const std::string kNone;
  for (const OutputFile& file : state_->files) {
    if (file.name == name) return file.bytes;
  }
  return kNone;
}

}  // namespace verzuim
