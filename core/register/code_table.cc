#include "core/register/code_table.h"

namespace verzuim {
namespace {

std::string_view FlagSuffix(GeoorloofdFlag flag) {
  switch (flag) {
    case GeoorloofdFlag::kYes:
      return "/J";
    case GeoorloofdFlag::kNo:
      return "/N";
    case GeoorloofdFlag::kUnknown:
      break;
  }
  return "";
}

// Whether the export's own flag says the opposite of the class.
bool Contradicts(GeoorloofdFlag flag, ReasonClass reason) {
  const Judgement judgement = JudgementOf(reason);
  if (flag == GeoorloofdFlag::kYes) return judgement == Judgement::kOngeoorloofd || judgement == Judgement::kPending;
  if (flag == GeoorloofdFlag::kNo) return judgement == Judgement::kGeoorloofd;
  return false;
}

ReasonClass UnauthorisedClass(bool late, bool luxe) {
  if (luxe) return ReasonClass::kLuxe;
  return late ? ReasonClass::kTeLaat : ReasonClass::kSpijbelen;
}

// What a reason table's own word for a kind of registration means here. Schools also register forgotten homework
// and being sent out of class in the same table: those are for the school to decide.
enum class Kind : uint8_t { kAbsent, kLate, kPresent, kOther };

Kind KindOf(std::string_view type) {
  std::string folded;
  for (const char c : type) {
    if (c != ' ' && c != '_' && c != '-')
      folded.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  }
  if (folded.empty() || folded == "absent" || folded == "afwezig") return Kind::kAbsent;
  if (folded == "telaat") return Kind::kLate;
  if (folded == "present" || folded == "aanwezig") return Kind::kPresent;
  return Kind::kOther;
}

// A code together with what the export says of it.
std::string KeyOf(const Reason& reason, bool late) {
  std::string key(reason.code);
  key.push_back(static_cast<char>(static_cast<int>(reason.geoorloofd) + (reason.luxe ? 4 : 0) + (late ? 8 : 0)));
  return key;
}

}  // namespace

std::string_view WireName(ClassSource source) {
  switch (source) {
    case ClassSource::kMapping:
      return "school";
    case ClassSource::kFlag:
      return "export";
    case ClassSource::kClassName:
      return "klassenaam";
    case ClassSource::kNoCode:
      return "geen code";
    case ClassSource::kPolicy:
      return "keuze bij onbekend";
  }
  return "";
}

bool CodeTable::Knows(const Reason& reason, bool late) const {
  return ids_.count(KeyOf(reason, late)) > 0;
}

std::optional<uint16_t> CodeTable::Count(const Reason& reason, bool late, uint64_t rows) {
  if (last_ < entries_.size() && entries_[last_].SameKey(reason, late)) {
    entries_[last_].rows += rows;
    return last_;
  }
  const auto [at, added] = ids_.try_emplace(KeyOf(reason, late), static_cast<uint16_t>(entries_.size()));
  if (added) {
    if (entries_.size() == kMaxEntries) {
      ids_.erase(at);
      return std::nullopt;
    }
    entries_.push_back({std::string(reason.code), reason.geoorloofd, reason.luxe, late, 0});
  }
  last_ = at->second;
  entries_[last_].rows += rows;
  return last_;
}

Classification CodeMapping::Classify(const CodeEntry& entry) const {
  Classification result;
  result.shown_code = entry.code;
  GeoorloofdFlag flag = entry.geoorloofd;
  bool luxe = entry.luxe;
  bool late = entry.late;
  Kind kind = Kind::kAbsent;
  if (const auto info = reasons_.find(entry.code); info != reasons_.end()) {
    result.shown_code = info->second.code;
    if (flag == GeoorloofdFlag::kUnknown) flag = info->second.geoorloofd;
    luxe = luxe || info->second.luxe;
    kind = KindOf(info->second.type);
    late = late || kind == Kind::kLate;
  }
  result.geoorloofd = flag;
  const std::string& code = result.shown_code;

  if (code.empty()) {
    result.source = ClassSource::kNoCode;
    result.reason = late ? ReasonClass::kTeLaat : ReasonClass::kOnverklaard;
    if (flag == GeoorloofdFlag::kNo) result.reason = UnauthorisedClass(late, luxe);
    if (flag != GeoorloofdFlag::kYes) return result;
    result.reason.reset();  // geoorloofd, but on what ground? The school has to say: key "/J"
  }

  const auto with_flag = codes_.find(code + std::string(FlagSuffix(flag)));
  const auto plain = codes_.find(code);
  if (flag != GeoorloofdFlag::kUnknown && with_flag != codes_.end()) {
    result.source = ClassSource::kMapping;
    result.reason = with_flag->second;
    return result;
  }
  if (plain != codes_.end()) {
    result.source = ClassSource::kMapping;
    result.contradictory = Contradicts(flag, plain->second);
    if (!result.contradictory) result.reason = plain->second;
  } else if (const auto named = ParseReasonClass(code)) {
    result.source = ClassSource::kClassName;
    result.contradictory = Contradicts(flag, *named);
    if (!result.contradictory) result.reason = *named;
  } else if (kind == Kind::kPresent) {
    result.source = ClassSource::kFlag;
    result.reason = ReasonClass::kGeenVerzuim;
  } else if (flag == GeoorloofdFlag::kNo && kind != Kind::kOther) {
    result.source = ClassSource::kFlag;
    result.reason = UnauthorisedClass(late, luxe);
  }
  if (result.reason) return result;

  if (policy_ == UnknownPolicy::kOngeoorloofd) {
    result.source = ClassSource::kPolicy;
    result.reason = UnauthorisedClass(late, luxe);
  } else if (policy_ == UnknownPolicy::kNegeer) {
    result.source = ClassSource::kPolicy;
    result.ignored = true;
  }
  return result;
}

}  // namespace verzuim
