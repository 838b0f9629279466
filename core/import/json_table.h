// JsonTable: the records in a JSON export of a web service.
//
// Records are the objects in the first list that stands where a service puts them: at the top, or under "items",
// "data", "response.data", "absenties", "absentiemeldingen", "waarnemingen", "leerlingen", "lessen", "verzuim", or
// per pupil under "entries" (the key of the pupil is then the value "entries.sleutel"). What stands beside the list
// before it begins belongs to each of its records. Within a record
//   * an object is written out: {"leerling":{"nummer":1}} gives "leerling.nummer";
//   * a list of plain values is one value, joined by commas;
//   * the list "items", "verantwoordingen" or "students" gives a record per element, with the values around it;
//   * any other list of objects is left out;
//   * a moment gives its day on the Dutch clock, and its time under ".tijd"; so do Unix seconds under "start" and
//   "end".
#ifndef VERZUIM_CORE_IMPORT_JSON_TABLE_H_
#define VERZUIM_CORE_IMPORT_JSON_TABLE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/import/json_events.h"
#include "core/import/record_source.h"

namespace verzuim {

class JsonTable : public RecordSource, private JsonHandler {
 public:
  // Of values around a list, which every record of the list gets again.
  static constexpr size_t kMaxRepeatedBytes = 16 * 1024;

  JsonTable() : events_(*this) {}

  bool Push(std::string_view text) override;
  bool Finish() override;
  const std::string& error() const override { return error_.empty() ? events_.error() : error_; }

 private:
  enum class Kind : uint8_t {
    kAround,   // an object on the way to the records
    kRecords,  // the list of records
    kRecord,   // an object in a record
    kValues,   // a list of plain values in a record
    kParts,    // a list in a record of which each element is a record
    kSkipped,
  };
  struct Level {
    Kind kind;
    std::string path;    // in front of the names inside
    size_t record = 0;   // which of records_ the values belong to
    size_t around = 0;   // size of around_ when the level began
    std::string values;  // kValues
    bool any_value = false;
  };
  // A record under way; `parent` is the one around it, kNone for the first.
  struct Part {
    size_t parent;
    bool split = false;  // its parts are the records
    std::vector<NamedValue> values;
  };

  void OnObject() override;
  void OnArray() override;
  void OnEnd() override;
  void OnKey(std::string_view key) override { key_ = key; }
  void OnString(std::string_view text) override { OnValue(text, /*number=*/false); }
  void OnLiteral(std::string_view text) override { OnValue(text, /*number=*/true); }
  void OnValue(std::string_view text, bool number);

  std::string PathHere() const;
  bool HoldsRecords(const std::string& path) const;
  void Skip() { levels_.push_back({Kind::kSkipped, {}, 0, around_.size(), {}, false}); }
  size_t NewPart(size_t parent);
  bool Count(size_t bytes);
  bool CountRepeated(const std::vector<NamedValue>& values);
  void AddValue(std::vector<NamedValue>& to, const std::string& name, std::string_view text, bool number);
  void EndRecord();

  static constexpr size_t kNone = SIZE_MAX;

  JsonEvents events_;
  std::string error_;
  std::string key_;
  std::vector<Level> levels_;
  std::vector<NamedValue> around_;
  std::vector<Part> parts_;
  size_t bytes_ = 0;  // of the record under way
  bool found_ = false;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_IMPORT_JSON_TABLE_H_
