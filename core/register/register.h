// Register: all files together, laid against one school's calendar, timetable and codes.
//
// Built anew for each question, from files that stay as they were read: a corrected calendar or a decided code needs
// no second reading. Pupils are answered one by one, so that memory does not grow with the number of facts.
//
// Example
//   Register r(files, setup);
//   if (!r.undecided().empty()) return;    // codes the school has to decide first
//   for (size_t i = 0; i < r.pupils().size(); ++i) Evaluate(r.FactsOf(i));
//   r.Finish();                            // notices that need all pupils
#ifndef VERZUIM_CORE_REGISTER_REGISTER_H_
#define VERZUIM_CORE_REGISTER_REGISTER_H_

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/register/facts_builder.h"

namespace verzuim {

struct RegisterSetup {
  const SchoolCalendar& calendar;
  const Timetable& rooster;
  const std::map<std::string, ReasonClass>& codes;
  UnknownPolicy unknown = UnknownPolicy::kWeiger;
  Minutes te_laat_minuten;
  std::optional<Date> peildatum;  // not given: the last day any row speaks of
};

// A code as a person meets it: over all files, with what became of it.
struct CodeSummary {
  std::string code;
  GeoorloofdFlag geoorloofd;
  bool late;
  uint64_t rows;
  Classification classification;
};

class Register {
 public:
  // Files and the things the setup refers to must outlive the register.
  Register(std::vector<const FileRegister*> files, const RegisterSetup& setup);
  Register(const Register&) = delete;
  Register& operator=(const Register&) = delete;

  // All codes with their counts, sorted by code; and those among them without a class.
  const std::vector<CodeSummary>& codes() const { return codes_; }
  std::vector<const CodeSummary*> Undecided() const;

  // First and last day that any row speaks of; nullopt when no row of lessons or absence was used.
  const std::optional<DateRange>& dates() const { return dates_; }
  // The day up to which facts count. Only when dates() is set.
  Date peildatum() const { return peildatum_; }

  const std::vector<Pupil>& pupils() const { return directory_->pupils(); }
  // Only when Undecided() is empty; each pupil once, in any order. Views are valid until the next call.
  PupilFacts FactsOf(size_t pupil);
  // The notes about that pupil, sorted by date. Valid until the next call.
  const std::vector<PupilNote>& NotesOf(size_t pupil);
  // After the last pupil: notices about all of them.
  void Finish();

  // Per file, in the order of `files`: what became of its rows.
  const std::vector<RowLog>& logs() const { return logs_; }
  // Remarks that belong to no file.
  const RowLog& general() const { return general_; }

 private:
  void ClassifyCodes(const RegisterSetup& setup);

  std::vector<const FileRegister*> files_;
  std::vector<RowLog> logs_;
  RowLog general_;
  std::map<std::string, ReasonInfo> reasons_;
  std::vector<std::vector<Classification>> classes_;
  std::vector<CodeSummary> codes_;
  std::optional<DateRange> dates_;
  Date peildatum_;
  std::optional<PupilDirectory> directory_;
  std::unique_ptr<FactsBuilder> builder_;
  std::vector<PupilNote> notes_;
  uint64_t due_time_unknown_ = 0;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_REGISTER_REGISTER_H_
