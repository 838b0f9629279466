#include "core/import/edexml_table.h"

#include <optional>
#include <utility>

#include "core/import/cell.h"
#include "core/import/text.h"

namespace verzuim {
namespace {

// Depth in EDEX/leerlingen/leerling/geboortedatum.
constexpr size_t kListElement = 3;
constexpr size_t kPupilElement = 4;

std::string LeerjaarOf(std::string_view jaargroep) {
  const std::optional<int32_t> number = ReadWhole(jaargroep);
  if (!number || !AllDigits(jaargroep)) return {};
  if (*number >= 1 && *number <= 8) return std::to_string(*number);
  if (*number >= 11 && *number <= 16) return std::to_string(*number - 10);
  return {};
}

}  // namespace

bool IsEdexml(std::string_view start) {
  for (size_t at = start.find('<'); at != std::string_view::npos; at = start.find('<', at + 1)) {
    std::string_view rest = start.substr(at + 1);
    if (!rest.empty() && (rest[0] == '?' || rest[0] == '!')) continue;
    rest = rest.substr(0, rest.find_first_of(" \t\r\n/>"));
    const size_t colon = rest.rfind(':');
    return FoldsTo(colon == std::string_view::npos ? rest : rest.substr(colon + 1), "edex");
  }
  return false;
}

bool EdexmlTable::Push(std::string_view text) {
  return error().empty() && events_.Push(text) && error_.empty();
}

bool EdexmlTable::Finish() {
  return error().empty() && events_.Finish();
}

bool EdexmlTable::Within(std::string_view list, std::string_view element) const {
  return path_.size() >= kListElement && path_[1] == list && path_[2] == element;
}

void EdexmlTable::OnElement(std::string_view name) {
  path_.emplace_back(name);
  text_.clear();
  reference_.clear();
  if (path_.size() == kListElement) {
    pupil_.clear();
    pupil_bytes_ = 0;
    group_key_.clear();
  }
}

void EdexmlTable::OnAttribute(std::string_view name, std::string_view value) {
  if (Within("groepen", "groep") && path_.size() == kListElement && name == "key") group_key_ = value;
  if (!Within("leerlingen", "leerling")) return;
  if (path_.size() == kListElement) Set(std::string(name), std::string(value));
  if (path_.size() == kPupilElement && name == "key") reference_ = value;
}

void EdexmlTable::OnText(std::string_view text) {
  if (path_.size() != kPupilElement) return;
  text_ += text;
  if (text_.size() > kMaxRecordValuesBytes) error_ = "een waarde is te lang";
}

void EdexmlTable::OnEnd() {
  if (path_.size() == kPupilElement) {
    if (Within("leerlingen", "leerling")) EndPupilElement();
    if (Within("groepen", "groep") && path_.back() == "naam") {
      group_bytes_ += group_key_.size() + text_.size() + sizeof(NamedValue);
      if (group_bytes_ > kMaxRecordValuesBytes) error_ = "er zijn te veel groepen";
      groups_[group_key_] = Trim(text_);
    }
  }
  if (path_.size() == kListElement && Within("leerlingen", "leerling")) EndPupil();
  path_.pop_back();
  text_.clear();
}

void EdexmlTable::EndPupilElement() {
  const std::string& name = path_.back();
  std::string value(Trim(text_));
  if (name == "groep") {
    const auto group = groups_.find(reference_);
    value = group == groups_.end() ? reference_ : group->second;
  } else if (value.empty()) {
    value = reference_;
  }
  if (name == "jaargroep") Set("leerjaar", LeerjaarOf(value));
  Set(name, std::move(value));
}

void EdexmlTable::Set(std::string name, std::string value) {
  pupil_bytes_ += name.size() + value.size() + sizeof(NamedValue);
  if (pupil_bytes_ > kMaxRecordValuesBytes) error_ = "een leerling heeft te veel gegevens";
  if (error_.empty()) pupil_.push_back({std::move(name), std::move(value)});
}

void EdexmlTable::EndPupil() {
  table_.Add(pupil_);
}

}  // namespace verzuim
