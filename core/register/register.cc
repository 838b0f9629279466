#include "core/register/register.h"

#include <algorithm>
#include <tuple>

namespace verzuim {

Register::Register(std::vector<const FileRegister*> files, const RegisterSetup& setup) : files_(std::move(files)) {
  logs_.reserve(files_.size());
  for (const FileRegister* file : files_) {
    logs_.push_back(file->log());
    if (file->dates()) {
      dates_ = dates_ ? DateRange{std::min(dates_->first, file->dates()->first),
                                  std::max(dates_->last, file->dates()->last)}
                      : *file->dates();
    }
    for (const auto& [id, reason] : file->reasons()) {
      const auto [at, added] = reasons_.try_emplace(id, reason.info);
      if (added) continue;
      logs_.back().Add(at->second == reason.info ? ProblemCode::kDuplicateRow : ProblemCode::kConflictingReason,
                       reason.row, 1, {}, id, /*was_used=*/true);
    }
  }
  ClassifyCodes(setup);
  directory_.emplace(files_, logs_);
  if (!dates_) return;
  peildatum_ = setup.peildatum.value_or(dates_->last);
  builder_ = std::make_unique<FactsBuilder>(
      files_, classes_, logs_,
      FactsSetup{
          setup.calendar, setup.rooster, setup.te_laat_minuten, {SchooljaarOf(dates_->first).first, peildatum_}});
}

void Register::ClassifyCodes(const RegisterSetup& setup) {
  const CodeMapping mapping(setup.codes, reasons_, setup.unknown);
  // Two reasons of one table may share a code and yet differ: each outcome is a summary of its own.
  using Key = std::tuple<std::string, GeoorloofdFlag, bool, bool, std::optional<ReasonClass>>;
  std::map<Key, CodeSummary> summaries;
  for (const FileRegister* file : files_) {
    std::vector<Classification>& classes = classes_.emplace_back();
    for (const CodeEntry& entry : file->codes().entries()) {
      classes.push_back(mapping.Classify(entry));
      const Classification& result = classes.back();
      const Key key{result.shown_code, result.geoorloofd, entry.late, entry.luxe, result.reason};
      auto [at, added] =
          summaries.try_emplace(key, CodeSummary{result.shown_code, result.geoorloofd, entry.late, 0, result});
      at->second.rows += entry.rows;
    }
  }
  for (auto& [key, summary] : summaries) codes_.push_back(std::move(summary));
}

std::vector<const CodeSummary*> Register::Undecided() const {
  std::vector<const CodeSummary*> result;
  for (const CodeSummary& code : codes_) {
    if (!code.classification.reason && !code.classification.ignored) result.push_back(&code);
  }
  return result;
}

PupilFacts Register::FactsOf(size_t index) {
  const Pupil& pupil = pupils()[index];
  const PupilFacts facts = builder_->Build(pupil, directory_->RecordsOf(index));
  if (builder_->due_time_unknown()) ++due_time_unknown_;
  const bool has_facts = !facts.due.empty();
  if (directory_->has_list() && !pupil.listed) {
    general_.Add(ProblemCode::kPupilNotInList, 0, 0, {}, pupil.key, false);
  } else if (has_facts && !pupil.geboortedatum) {
    general_.Add(ProblemCode::kUnknownBirthDate, 0, 0, {}, pupil.key, false);
  }
  if (!has_facts) general_.Add(ProblemCode::kPupilWithoutRows, 0, 0, {}, pupil.key, false);
  return facts;
}

const std::vector<PupilNote>& Register::NotesOf(size_t index) {
  notes_.clear();
  for (const RecordRef& ref : directory_->RecordsOf(index)) {
    const auto& per_pupil = files_[ref.file]->notes();
    if (ref.local >= per_pupil.size()) continue;
    for (const NoteItem& item : per_pupil[ref.local]) notes_.push_back(item.note);
  }
  std::stable_sort(notes_.begin(), notes_.end(),
                   [](const PupilNote& a, const PupilNote& b) { return a.date < b.date; });
  return notes_;
}

void Register::Finish() {
  if (due_time_unknown_ > 0) {
    general_.Add(ProblemCode::kDueTimeUnknown, 0, 0, {}, std::to_string(due_time_unknown_), false);
  }
}

}  // namespace verzuim
