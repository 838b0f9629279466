#include "core/import/json_table.h"

#include <algorithm>
#include <optional>

#include "core/import/cell.h"
#include "core/import/clock.h"
#include "core/import/text.h"

namespace verzuim {
namespace {

// Paths as FoldName writes them.
constexpr std::string_view kRecordLists[] = {
    "",           "items",  "data",   "responsedata", "absenties", "absentiemeldingen", "waarnemingen",
    "leerlingen", "lessen", "verzuim"};
constexpr std::string_view kPerPupil = "entries";
constexpr std::string_view kParts[] = {"items", "verantwoordingen", "students"};
constexpr std::string_view kMoments[] = {"start", "end"};

template <size_t N>
bool OneOf(const std::string_view (&names)[N], std::string_view name) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

// Unix seconds of this century: ten digits.
std::optional<ClockTime> ReadUnixSeconds(std::string_view text) {
  if (text.size() != 10 || !AllDigits(text)) return std::nullopt;
  int64_t seconds = 0;
  for (const char c : text) seconds = seconds * 10 + (c - '0');
  return DutchClock(seconds);
}

std::string TwoDigits(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

}  // namespace

bool JsonTable::Push(std::string_view text) {
  return error().empty() && events_.Push(text) && error_.empty();
}

bool JsonTable::Finish() {
  if (!error().empty() || !events_.Finish()) return false;
  if (!found_) error_ = "geen lijst met regels gevonden onder items, data, response.data, entries of bovenaan";
  return error_.empty();
}

// The name of the value or level that begins now.
std::string JsonTable::PathHere() const {
  if (levels_.empty()) return {};
  const Level& level = levels_.back();
  if (level.kind == Kind::kRecords || level.kind == Kind::kParts || level.kind == Kind::kValues) return level.path;
  return level.path.empty() ? key_ : level.path + "." + key_;
}

bool JsonTable::HoldsRecords(const std::string& path) const {
  if (OneOf(kRecordLists, FoldName(path))) return true;
  return !levels_.empty() && FoldName(levels_.back().path) == kPerPupil;
}

size_t JsonTable::NewPart(size_t parent) {
  Count(sizeof(Part));
  parts_.push_back({parent, false, {}});
  return parts_.size() - 1;
}

void JsonTable::OnObject() {
  if (levels_.empty()) return levels_.push_back({Kind::kAround, {}, 0, 0, {}, false});
  const Level& level = levels_.back();
  switch (level.kind) {
    case Kind::kAround:
      return levels_.push_back({Kind::kAround, PathHere(), 0, around_.size(), {}, false});
    case Kind::kRecords:
      parts_.clear();
      bytes_ = 0;
      return levels_.push_back({Kind::kRecord, {}, NewPart(kNone), around_.size(), {}, false});
    case Kind::kParts:
      return levels_.push_back({Kind::kRecord, {}, NewPart(level.record), around_.size(), {}, false});
    case Kind::kRecord:
      return levels_.push_back({Kind::kRecord, PathHere(), level.record, around_.size(), {}, false});
    case Kind::kValues:
    case Kind::kSkipped:
      return Skip();
  }
}

void JsonTable::OnArray() {
  const std::string path = PathHere();
  if (levels_.empty() || levels_.back().kind == Kind::kAround) {
    if (!HoldsRecords(path)) return Skip();
    found_ = true;
    const size_t before = around_.size();
    if (!levels_.empty() && FoldName(levels_.back().path) == kPerPupil) {
      around_.push_back({levels_.back().path + ".sleutel", key_});
    }
    return levels_.push_back({Kind::kRecords, path, 0, before, {}, false});
  }
  const Level& level = levels_.back();
  if (level.kind != Kind::kRecord) return Skip();
  if (!OneOf(kParts, FoldName(key_))) {
    return levels_.push_back({Kind::kValues, path, level.record, around_.size(), {}, false});
  }
  parts_[level.record].split = true;
  levels_.push_back({Kind::kParts, key_, level.record, around_.size(), {}, false});
}

void JsonTable::OnEnd() {
  const Level level = std::move(levels_.back());
  levels_.pop_back();
  around_.resize(level.around);
  if (level.kind == Kind::kValues) AddValue(parts_[level.record].values, level.path, level.values, /*number=*/false);
  const bool whole = level.kind == Kind::kRecord && !levels_.empty() && levels_.back().kind == Kind::kRecords;
  if (whole) EndRecord();
}

void JsonTable::OnValue(std::string_view text, bool number) {
  if (levels_.empty()) return;
  Level& level = levels_.back();
  switch (level.kind) {
    case Kind::kAround:
      return AddValue(around_, PathHere(), text, number);
    case Kind::kRecord:
      return AddValue(parts_[level.record].values, PathHere(), text, number);
    case Kind::kParts: {
      const std::string name = level.path;
      const size_t part = NewPart(level.record);
      return AddValue(parts_[part].values, name, text, number);
    }
    case Kind::kValues:
      if (level.any_value) level.values += ',';
      level.any_value = true;
      level.values += text;
      Count(text.size() + 1);
      return;
    case Kind::kRecords:
    case Kind::kSkipped:
      return;
  }
}

// False when the record under way has become too large.
bool JsonTable::Count(size_t bytes) {
  bytes_ += bytes;
  if (bytes_ > kMaxRecordValuesBytes && error_.empty()) {
    error_ = "een regel is groter dan " + std::to_string(kMaxRecordValuesBytes) + " bytes (na " +
             std::to_string(table_.records()) + " regels)";
  }
  return error_.empty();
}

// Values that are written again for each record must be few: a small file would become a large one.
bool JsonTable::CountRepeated(const std::vector<NamedValue>& values) {
  size_t bytes = 0;
  for (const NamedValue& value : values) bytes += value.name.size() + value.value.size();
  if (bytes > kMaxRepeatedBytes && error_.empty()) {
    error_ = "er staat meer dan " + std::to_string(kMaxRepeatedBytes) + " bytes om een lijst met regels heen";
  }
  return error_.empty();
}

void JsonTable::AddValue(std::vector<NamedValue>& to, const std::string& name, std::string_view text, bool number) {
  if (!Count(name.size() + text.size() + sizeof(NamedValue))) return;
  const size_t last = name.rfind('.');
  const std::string leaf = FoldName(last == std::string::npos ? name : name.substr(last + 1));
  const std::optional<ClockTime> moment = !number                 ? ReadMoment(text)
                                          : OneOf(kMoments, leaf) ? ReadUnixSeconds(text)
                                                                  : std::nullopt;
  if (!moment) {
    to.push_back({name, std::string(text)});
    return;
  }
  to.push_back({name, ToIso(moment->date)});
  const int time = moment->time.value;
  to.push_back({name + ".tijd", TwoDigits(time / 60) + ":" + TwoDigits(time % 60)});
}

// The records of one element of the list: itself, or the innermost of its parts.
void JsonTable::EndRecord() {
  if (!CountRepeated(around_)) return;
  for (const Part& part : parts_) {
    if (part.split && !CountRepeated(part.values)) return;
  }
  for (const Part& part : parts_) {
    if (part.split) continue;
    std::vector<const Part*> chain{&part};
    for (size_t parent = part.parent; parent != kNone; parent = parts_[parent].parent) {
      chain.push_back(&parts_[parent]);
    }
    std::vector<NamedValue> record = around_;
    for (auto at = chain.rbegin(); at != chain.rend(); ++at) {
      record.insert(record.end(), (*at)->values.begin(), (*at)->values.end());
    }
    table_.Add(record);
  }
}

}  // namespace verzuim
