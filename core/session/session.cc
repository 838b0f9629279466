#include "core/session/session.h"

#include <utility>

#include "core/session/evaluation.h"
#include "core/session/part_reader.h"

namespace verzuim {

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

Run Session::Evaluate(const School& school, const RunRequest& request) const {
  Evaluation evaluation(*this, school, request);
  while (evaluation.Step()) continue;
  return evaluation.Take();
}

}  // namespace verzuim
