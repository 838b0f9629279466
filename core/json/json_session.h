// JsonSession: the boundary. Bytes and JSON text in, JSON text out; what wasm binds and native tests call.
//
// Every answer is {"ok":true,"waarde":…} or {"ok":false,"fouten":[{"code","ernst","plaats","bericht"},…]}.
// plaats is {"bestand","regel","kolom"} or {"pad"} (a JSON pointer), empty members left out. Never throws.
//
// Order of calls: SetSchool (optional, once or again), then per file Begin, Push…, End; then Inspect and Bereken
// as often as wished: settings may change between two runs without reading the files again.
//
// Example
//   JsonSession s;
//   s.SetSchool(R"({"school":{"profiel":"vo"},"kalender":{"regio":"midden"}})");
//   s.Begin(R"({"naam":"lessen.csv"})");
//   s.Push(bytes);
//   s.End();
//   s.Bereken(R"({"onbekend":"weiger"})");
//   s.File("meldingen.json");
#ifndef VERZUIM_CORE_JSON_JSON_SESSION_H_
#define VERZUIM_CORE_JSON_JSON_SESSION_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace verzuim {

class PartReader;

class JsonSession {
 public:
  JsonSession();
  ~JsonSession();
  JsonSession(const JsonSession&) = delete;
  JsonSession& operator=(const JsonSession&) = delete;

  // The text of school.json. Answers the school as understood, every default filled in.
  std::string SetSchool(std::string_view school_json);

  // {"naam": file name, "profiel"?: wire name or the content of a profiel.json (profiel_json.h), "sha256"?: bool,
  // default true, "werkbladen"?: [names]}. One file at a time. With "sha256" false the module takes no fingerprint; a host with a faster one gives it to End. With
  // "werkbladen" the file is a workbook: the bytes of Push are the text of its first sheet named, those of
  // PushContainer the file itself.
  std::string Begin(std::string_view request);
  // The next bytes of a workbook as it is on disk: counted and fingerprinted, not read.
  void PushContainer(std::string_view bytes);
  // The next bytes of that file, any amount. False once the file cannot be read; End then says why.
  bool Push(std::string_view bytes);
  // Whether the rest of the open file may be read in pieces by a JsonPartReader elsewhere. The bytes of such a piece go
  // to Fingerprint, all pieces in their order, and what the reader made of it to AddPart, when all before it is read.
  // False: nothing was taken, and the bytes themselves have to go to PushAgain.
  bool Splits() const;
  void Fingerprint(std::string_view bytes);
  bool AddPart(std::string_view part);
  bool PushAgain(std::string_view bytes);
  // {"sha256"?: 64 hex digits}. Answers what the file is (see docs/module.md, "bestand") with rows read, used and
  // rejected. Of a file that cannot be read the refusal has, as "bestand", what it was found to be so far: its columns
  // and first rows are what a person needs to say which column is what.
  std::string End(std::string_view request = "{}");
  // Takes back a file that was begun and not ended: nothing of it stays.
  void Abort();
  // Data rows read so far of the file that is open.
  uint64_t RowsSoFar() const;

  // {"bestanden":[…],"codes":[{"code","aantal","klasse"|null,"bron"}],"problemen":{per code: aantal},"eerste":[…]}
  std::string Inspect();
  // {"peildatum"?, "onbekend"?: "weiger"|"ongeoorloofd"|"negeer", "verzonden"?: the text of meldingen.json as sent,
  // "eerder"?: [{"naam","publicatie"}], "module"?: {…},
  // "milliseconden"?: {…}}
  // Answers {"bestanden":[{"naam","bytes","sha256"}],"samenvatting":{…}} or the problems that stop it
  // (code "onbekende_code" once per code, with its count).
  std::string Bereken(std::string_view request);
  // The same in steps, for who wants to show progress and be able to stop. BerekenBegin takes the request and answers
  // {} or the problems that stop it; each BerekenStap answers {"deel": 0..1000} until it gives the answer of Bereken.
  // SetSchool, Begin and BerekenStop give up a calculation that is not finished.
  std::string BerekenBegin(std::string_view request);
  std::string BerekenStap();
  void BerekenStop();
  // The bytes of one file that Bereken made, as to be written to disk; empty when there is none of that name.
  const std::string& File(std::string_view name) const;

 private:
  class State;
  std::unique_ptr<State> state_;
};

// Reads pieces of a file for a JsonSession in another worker.
class JsonPartReader {
 public:
  // The request as for Begin; `start`: the first 64 KiB of the file, or more of it.
  JsonPartReader(std::string_view request, std::string_view start);
  ~JsonPartReader();
  JsonPartReader(const JsonPartReader&) = delete;
  JsonPartReader& operator=(const JsonPartReader&) = delete;
  // What stands in a piece that begins behind a line end: for AddPart. Empty when the file cannot be read in pieces.
  std::string Read(std::string_view bytes) const;

 private:
  std::unique_ptr<PartReader> reader_;  // none for a request that Begin refuses
};

// {"ok":true,"waarde":{"regels":[…],"opties":[…],"klassen":[…]}}: rules and values in force on `datum`
// ("JJJJ-MM-DD"), or all of them with every period of validity when `datum` is empty.
std::string RegelsJson(std::string_view datum);
// {"versie","regelset","schema","compiler"}.
std::string VersieJson();

}  // namespace verzuim

#endif  // VERZUIM_CORE_JSON_JSON_SESSION_H_
