#include "core/import/table_text.h"

#include <algorithm>
#include <utility>

#include "core/import/profile.h"
#include "core/import/text.h"

namespace verzuim {
namespace {

constexpr size_t kNoSuchColumn = SIZE_MAX;
constexpr size_t kRecordBytes = 16;  // so that empty records fill the sample too

bool AnyProfileKnows(const std::string& name) {
  const std::string folded = FoldName(name);
  const auto profiles = Profiles();
  return std::any_of(profiles.begin(), profiles.end(),
                     [&](const Profile& profile) { return MatchField(profile, folded).has_value(); });
}

// One line per record whatever is in it: line ends and other control characters become spaces.
void AppendCell(std::string_view value, std::string& out) {
  const bool quoted = value.find_first_of("\";") != std::string_view::npos;
  if (quoted) out += '"';
  for (const char c : value) {
    if (c == '"') out += '"';
    out += (c >= 0 && c < ' ') || c == 0x7f ? ' ' : c;
  }
  if (quoted) out += '"';
}

}  // namespace

void TableText::Add(const std::vector<NamedValue>& record) {
  ++records_;
  if (started_) return Write(record);
  if (Sampled()) return waiting_.push_back(record);
  sampled_bytes_ += kRecordBytes;
  for (const NamedValue& cell : record) {
    sampled_bytes_ += cell.value.size() + kRecordBytes;
    if (columns_.emplace(cell.name, names_.size()).second) names_.push_back(cell.name);
  }
  sample_.push_back(record);
}

std::string TableText::Start() {
  for (size_t i = 0; i < names_.size(); ++i) {
    if (i > 0) text_ += kDelimiter;
    AppendCell(names_[i], text_);
  }
  text_ += '\n';
  started_ = true;
  for (const std::vector<NamedValue>& record : sample_) Write(record);
  sample_ = {};
  std::string text = Take();
  for (const std::vector<NamedValue>& record : waiting_) Write(record);
  waiting_ = {};
  return text;
}

std::string TableText::Take() {
  return std::exchange(text_, {});
}

size_t TableText::ColumnOf(const std::string& name) {
  const auto known = columns_.find(name);
  if (known != columns_.end()) return known->second;
  return AnyProfileKnows(name) ? names_.size() : kNoSuchColumn;
}

void TableText::Write(const std::vector<NamedValue>& record) {
  cells_.assign(names_.size(), {});
  for (const NamedValue& cell : record) {
    const size_t column = ColumnOf(cell.name);
    if (column == kNoSuchColumn || (column >= names_.size() && cell.value.empty())) continue;
    if (column >= cells_.size()) cells_.resize(column + 1);
    cells_[column] = cell.value;
  }
  for (size_t i = 0; i < cells_.size(); ++i) {
    if (i > 0) text_ += kDelimiter;
    AppendCell(cells_[i], text_);
  }
  text_ += '\n';
}

}  // namespace verzuim
