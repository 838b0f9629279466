// CodeTable: the reason codes of one file and what the export itself says about each; and the mapping that turns
// them into reason classes.
//
// A code is what the row says together with what the export says of it: the same "T" with the flag geoorloofd J and
// with N are two entries, since real schools use one code for both.
//
// How an entry gets its class (CodeMapping::Classify):
//   1. no code at all: te_laat when late, else onverklaard; the export's flag decides where it is given
//   2. the school's mapping of "T/J" or "T/N" (code with flag), then of "T"; a class name is its own code
//   3. a reason table's own kind "present": geen_verzuim; the flag N on a kind "absent" or "te laat": te_laat when
//      late, luxe when the export says so, else spijbelen
//   4. otherwise unknown: the run stops and names the code with its count, unless told otherwise
// A mapping of plain "T" that contradicts the flag stops the run as well: the school has to say which is right.
#ifndef VERZUIM_CORE_REGISTER_CODE_TABLE_H_
#define VERZUIM_CORE_REGISTER_CODE_TABLE_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/register/reason.h"
#include "core/register/rows.h"

namespace verzuim {

struct CodeEntry {
  std::string code;
  GeoorloofdFlag geoorloofd = GeoorloofdFlag::kUnknown;
  bool luxe = false;
  bool late = false;
  uint64_t rows = 0;

  bool SameKey(const Reason& reason, bool is_late) const {
    return geoorloofd == reason.geoorloofd && luxe == reason.luxe && late == is_late && code == reason.code;
  }
};

// At most 65,535 different entries; more means that a column of free text was taken for codes.
class CodeTable {
 public:
  static constexpr size_t kMaxEntries = 65535;
  // The number of the entry, or nullopt when the table is full. Counts the row, or so many of them.
  std::optional<uint16_t> Count(const Reason& reason, bool late, uint64_t rows = 1);
  bool Knows(const Reason& reason, bool late) const;
  const std::vector<CodeEntry>& entries() const { return entries_; }

 private:
  std::vector<CodeEntry> entries_;
  std::unordered_map<std::string, uint16_t> ids_;
  uint16_t last_ = 0;
};

// What a table of reasons (Magister sis_abty) says of one code.
struct ReasonInfo {
  std::string code;
  std::string description;
  std::string type;
  GeoorloofdFlag geoorloofd = GeoorloofdFlag::kUnknown;
  bool luxe = false;
  bool operator==(const ReasonInfo&) const = default;
};

enum class UnknownPolicy : uint8_t { kWeiger, kOngeoorloofd, kNegeer };

// Where a class came from: shown with each code, so that nobody takes a guess for a decision.
enum class ClassSource : uint8_t { kMapping, kFlag, kClassName, kNoCode, kPolicy };
std::string_view WireName(ClassSource source);

struct Classification {
  std::string shown_code;  // the code as a person knows it (joined through the reason table)
  GeoorloofdFlag geoorloofd = GeoorloofdFlag::kUnknown;  // what the row or else the reason table says
  std::optional<ReasonClass> reason;                     // nullopt: unknown, or contradictory
  ClassSource source = ClassSource::kMapping;
  bool contradictory = false;
  bool ignored = false;  // unknown and, by policy, left out
};

class CodeMapping {
 public:
  CodeMapping(const std::map<std::string, ReasonClass>& codes, const std::map<std::string, ReasonInfo>& reasons,
              UnknownPolicy policy)
      : codes_(codes), reasons_(reasons), policy_(policy) {}
  Classification Classify(const CodeEntry& entry) const;

 private:
  const std::map<std::string, ReasonClass>& codes_;
  const std::map<std::string, ReasonInfo>& reasons_;
  UnknownPolicy policy_;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_REGISTER_CODE_TABLE_H_
