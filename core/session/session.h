// Session: files in, one run's answers out. The whole core behind one typed door.
//
// Example
//   Session session;
//   session.Begin("lessen.csv", {});
//   session.Push(bytes);
//   session.End();
//   Run run = session.Evaluate(school, {});
//   if (run.refusals.empty()) Write(run.meldingen);
#ifndef VERZUIM_CORE_SESSION_SESSION_H_
#define VERZUIM_CORE_SESSION_SESSION_H_

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/sha256.h"
#include "core/beleid/signaal.h"
#include "core/disclosure/earlier.h"
#include "core/import/importer.h"
#include "core/monitor/cijfers.h"
#include "core/register/file_register.h"
#include "core/register/register.h"
#include "core/rules/episode.h"
#include "core/rules/melding.h"
#include "core/session/school.h"
#include "core/session/vergelijker.h"

namespace verzuim {

// A file as it was read.
struct SessionFile {
  std::string name;
  bool hashed = true;
  std::string sha256;  // empty when not asked for
  // Of a workbook: the sheet that was read, then the others in it. Empty for a file that is text itself.
  std::vector<std::string> sheets;
  FileDescription description;
  std::unique_ptr<FileRegister> rows;
};

struct RunRequest {
  std::optional<Date> peildatum;
  UnknownPolicy unknown = UnknownPolicy::kWeiger;
  // Meldingen that were sent before, to be compared with those of this run.
  std::optional<VerzondenBestand> verzonden;
  // What readers already have of this school: no publicatie of the run gives away what these hide.
  std::vector<EerderePublicatie> eerdere;
};

// Facts that no rule could judge, over all pupils: how many, and the days they lie on.
struct OutsideSummary {
  const Rule* rule;
  DateRange dates;
  uint64_t pupils;
};

// The counts of one period and what of them may be shown, to readers who have the periods before it too.
struct PeriodeUitkomst {
  Telling telling;
  Publicatie publicatie;
};

struct Run {
  // Why nothing was computed; all else is empty then.
  std::vector<Problem> refusals;

  Date peildatum;
  std::unique_ptr<SchoolCalendar> calendar;
  std::unique_ptr<Register> reg;
  std::vector<Melding> meldingen;  // sorted by leerling, einddatum (running last), soort
  std::vector<Episode> episodes;  // of all absence, sorted by leerling, van, aard
  std::optional<std::vector<VergelijkRegel>> vergelijking;  // when sent meldingen were given
  std::vector<beleid::Signaal> signalen;  // sorted by leerling, tot, regel, stap
  std::vector<OutsideSummary> outside;
  std::vector<PeriodeUitkomst> perioden;  // those that have begun on the peildatum
  Cijfers cijfers;                        // the school's own view
  std::vector<Problem> notices;           // about settings
};

class Session {
 public:
  // Opens a file. Only when no file is open. With `sheets` the bytes of Push are the text of the first of them, and
  // the file itself, as it is on disk, goes to PushContainer.
  void Begin(std::string name, const ImportOptions& options, bool hash = true, std::vector<std::string> sheets = {});
  // The next bytes of the workbook that is open: for its size and fingerprint.
  void PushContainer(std::string_view bytes);
  // The next bytes; false once the file cannot be read.
  bool Push(std::string_view bytes);
  // Whether the rest of the open file may be read in pieces elsewhere (part_reader.h). Bytes that are read there are
  // given here in their order: to Fingerprint, and what became of them to AddPart.
  bool Splits() const { return importer_ && importer_->Splits(); }
  void Fingerprint(std::string_view bytes);
  // What a PartReader made of the bytes that come next, as if they had been pushed. False, and nothing is changed,
  // when they might have been read otherwise here: then they go to PushAgain.
  bool AddPart(std::string_view part);
  bool PushAgain(std::string_view bytes) { return importer_->Push(bytes); }
  // Closes the file; `sha256` is its fingerprint where the caller has taken it. A problem: it could not be read, and
  // nothing of it stays.
  std::optional<Problem> End(std::string sha256 = {});
  // The file that End last had a problem with: what it was found to be. No answer counts its rows.
  const SessionFile& refused() const { return refused_; }
  // Takes the open file back; nothing of it stays.
  void Abort();
  bool is_open() const { return importer_ != nullptr; }
  uint64_t RowsSoFar() const;

  const std::vector<SessionFile>& files() const { return files_; }
  // The register as it stands under this school: for looking, without running the rules.
  std::unique_ptr<Register> Open(const School& school, const SchoolCalendar& calendar,
                                 const RunRequest& request) const;
  // The whole of an Evaluation (evaluation.h).
  Run Evaluate(const School& school, const RunRequest& request) const;

 private:
  std::vector<SessionFile> files_;
  SessionFile open_;
  SessionFile refused_;
  Sha256 hash_;
  uint64_t container_bytes_ = 0;
  std::unique_ptr<Importer> importer_;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_SESSION_SESSION_H_
