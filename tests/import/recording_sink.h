// RecordingSink: every row and problem that import hands over, as one line of text each, for tests.
#ifndef VERZUIM_TESTS_IMPORT_RECORDING_SINK_H_
#define VERZUIM_TESTS_IMPORT_RECORDING_SINK_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/import/importer.h"

namespace verzuim {

class RecordingSink : public RowSink {
 public:
  void Add(const LessonRow& row) override {
    Line(row.ref, "les " + Text(row.pupil) + " " + ToIso(row.date) + " u" + std::to_string(row.lesuur) + " " +
                      std::to_string(row.minutes.value) + "min " + Text(row.presence) + Text(" gemist", row.missed) +
                      Text(row.reason));
  }
  void Add(const AbsenceRow& row) override {
    std::string out = "verzuim " + Text(row.pupil) + " " + ToIso(row.from) + Text("..", row.through);
    if (row.open_ended) out += " open";
    if (row.lesuur_from) out += " u" + std::to_string(*row.lesuur_from);
    if (row.lesuur_through) out += "-" + std::to_string(*row.lesuur_through);
    out += Text(" van", row.begin_time) + Text(" tot", row.end_time) + Text(" min", row.minutes) +
           Text(" lesuur=", row.lesuur_length);
    Line(row.ref, out + " " + Text(row.presence) + Text(row.reason));
  }
  void Add(const PupilRow& row) override {
    std::string out = "leerling " + Text(row.pupil) + Text(" geb ", row.geboortedatum) + " soort " +
                      std::to_string(static_cast<int>(row.onderwijssoort));
    if (row.leerjaar) out += " jaar " + std::to_string(*row.leerjaar);
    out += " klas " + Text(row.klas) + " gemeente " + Text(row.gemeente) + Text(" in ", row.ingeschreven_van) +
           Text(" uit ", row.ingeschreven_tot) + Text(" sk ", row.startkwalificatie_sinds) +
           Text(" vr ", row.vrijstelling_van) + Text(" tot ", row.vrijstelling_tot) +
           Text(" lp ", row.leerplicht_tot) + Text(" kp ", row.kwalificatieplicht_tot);
    Line(row.ref, out);
  }
  void Add(const NoteRow& row) override {
    lines.push_back("notitie " + std::string(row.pupil) + " " + ToIso(row.date) + " " + std::string(row.label) +
                    (row.regel.empty() ? "" : " regel " + std::string(row.regel)));
  }
  void Add(const ReasonRow& row) override {
    Line(row.ref, "reden " + Text(row.id) + " " + Text(row.code) + " " + Text(row.description) + " " +
                      Text(row.type) + " " + Text(row.geoorloofd) + (row.luxe ? " luxe" : ""));
  }
  void Report(const RowProblem& problem) override {
    const bool rejected = SeverityOf(problem.code) == Severity::kRejected;
    lines.push_back(std::to_string(problem.ref.row) + (rejected ? ": af " : ": ! ") +
                    std::string(WireName(problem.code)) + " [" + std::string(problem.column) + "] " +
                    std::string(problem.detail));
    if (rejected) ++rejected_rows;
  }

  std::vector<std::string> lines;
  size_t used_rows = 0;
  size_t rejected_rows = 0;

 private:
  void Line(RowRef ref, const std::string& text) {
    lines.push_back(std::to_string(ref.row) + ": " + text);
    ++used_rows;
  }
  static std::string Text(std::string_view text) { return "'" + std::string(text) + "'"; }
  static std::string Text(Presence presence) {
    return presence == Presence::kPresent ? "aanwezig" : presence == Presence::kLate ? "te_laat" : "afwezig";
  }
  static std::string Text(GeoorloofdFlag flag) {
    return flag == GeoorloofdFlag::kYes ? "J" : flag == GeoorloofdFlag::kNo ? "N" : "?";
  }
  static std::string Text(const Reason& reason) {
    return " '" + std::string(reason.code) + "'/" + Text(reason.geoorloofd);
  }
  static std::string Text(const char* name, const std::optional<Minutes>& minutes) {
    return minutes ? name + std::to_string(minutes->value) : std::string();
  }
  static std::string Text(const char* name, const std::optional<Date>& date) {
    return date ? name + ToIso(*date) : std::string();
  }
};

// One file through the importer.
struct Imported {
  std::vector<std::string> lines;
  FileDescription description;
  std::optional<Problem> fatal;
  size_t used = 0;
  size_t rejected = 0;
};

// `chunk` bytes at a time; 0 = all at once.
inline Imported ImportText(std::string_view bytes, size_t chunk = 0, const std::string& profile = {}) {
  RecordingSink sink;
  Importer importer(sink, 0, ImportOptions{profile});
  for (size_t at = 0; at < bytes.size();) {
    const size_t size = chunk == 0 ? bytes.size() : chunk;
    importer.Push(bytes.substr(at, size));
    at += size;
  }
  importer.Finish();
  return {sink.lines, importer.description(), importer.fatal(), sink.used_rows, sink.rejected_rows};
}

}  // namespace verzuim

#endif  // VERZUIM_TESTS_IMPORT_RECORDING_SINK_H_
