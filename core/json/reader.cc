#include "core/json/reader.h"

#include <utility>

namespace verzuim {
namespace {

constexpr int kMaxDepth = 32;

// Watches the parser: depth, and members that come twice.
class Guard {
 public:
  bool operator()(int depth, Json::parse_event_t event, Json& parsed) {
    if (depth > kMaxDepth) too_deep_ = true;
    switch (event) {
      case Json::parse_event_t::object_start:
        members_.emplace_back();
        break;
      case Json::parse_event_t::object_end:
        members_.pop_back();
        break;
      case Json::parse_event_t::key:
        if (!members_.back().insert(parsed.get<std::string>()).second) twice_ = parsed.get<std::string>();
        break;
      default:
        break;
    }
    return true;
  }
  bool too_deep() const { return too_deep_; }
  const std::string& twice() const { return twice_; }

 private:
  std::vector<std::set<std::string>> members_;
  bool too_deep_ = false;
  std::string twice_;
};

// Depth is checked before parsing, so that a bomb of brackets never reaches the parser.
bool DeeperThan(std::string_view text, int limit) {
  int depth = 0;
  bool in_string = false;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\') ++i;
      if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '[' || c == '{') {
      if (++depth > limit) return true;
    } else if (c == ']' || c == '}') {
      --depth;
    }
  }
  return false;
}

}  // namespace

Problem PointerProblem(ProblemCode code, std::string pointer, std::string_view detail) {
  Place place;
  place.pointer = std::move(pointer);
  return MakeProblem(code, std::move(place), detail);
}

std::optional<Json> ParseJson(std::string_view text, std::string_view what, std::vector<Problem>& problems) {
  const auto bad = [&](std::string detail) {
    problems.push_back(PointerProblem(ProblemCode::kBadJson, "", std::string(what) + " " + detail));
    return std::nullopt;
  };
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  if (DeeperThan(text, kMaxDepth)) return bad("is te diep genest.");
  Guard guard;
  Json parsed = Json::parse(text, std::ref(guard), /*allow_exceptions=*/false);
  if (parsed.is_discarded()) {
    return bad("kan niet worden gelezen. Controleer haakjes, komma's en aanhalingstekens.");
  }
  if (!guard.twice().empty()) return bad("noemt de sleutel " + guard.twice() + " twee keer. Verwijder er een.");
  return parsed;
}

ObjectReader::ObjectReader(const Json& node, std::string pointer, std::vector<Problem>& problems)
    : node_(node), pointer_(std::move(pointer)), problems_(problems) {
  if (!node_.is_object()) {
    problems_.push_back(
        PointerProblem(ProblemCode::kBadValue, pointer_, "Hier hoort een object met sleutels te staan."));
  }
}

std::string ObjectReader::PointerTo(std::string_view name) const {
  std::string pointer = pointer_ + "/";
  for (const char c : name) {
    if (c == '~')
      pointer += "~0";
    else if (c == '/')
      pointer += "~1";
    else
      pointer.push_back(c);
  }
  return pointer;
}

void ObjectReader::Bad(std::string_view name, std::string_view what) {
  problems_.push_back(PointerProblem(ProblemCode::kBadValue, PointerTo(name), what));
}

void ObjectReader::Missing(std::string_view name) {
  problems_.push_back(PointerProblem(ProblemCode::kMissingKey, PointerTo(name), name));
}

const Json* ObjectReader::Member(std::string_view name) {
  known_.emplace(name);
  if (!node_.is_object()) return nullptr;
  const auto at = node_.find(name);
  return at == node_.end() ? nullptr : &*at;
}

const Json* ObjectReader::Array(std::string_view name) {
  const Json* member = Member(name);
  if (member == nullptr || member->is_array()) return member;
  Bad(name, "Hier hoort een lijst te staan.");
  return nullptr;
}

std::optional<std::string> ObjectReader::Text(std::string_view name) {
  const Json* member = Member(name);
  if (member == nullptr) return std::nullopt;
  if (member->is_string()) return member->get<std::string>();
  Bad(name, "Hier hoort tekst te staan, tussen aanhalingstekens.");
  return std::nullopt;
}

std::optional<int64_t> ObjectReader::Integer(std::string_view name, int64_t minimum, int64_t maximum) {
  const Json* member = Member(name);
  if (member == nullptr) return std::nullopt;
  if (member->is_number_integer() && !(member->is_number_unsigned() && member->get<uint64_t>() > INT64_MAX)) {
    const int64_t value = member->get<int64_t>();
    if (value >= minimum && value <= maximum) return value;
  }
  Bad(name, "Hier hoort een geheel getal te staan van " + std::to_string(minimum) + " tot en met " +
                std::to_string(maximum) + ".");
  return std::nullopt;
}

std::optional<bool> ObjectReader::Flag(std::string_view name) {
  const Json* member = Member(name);
  if (member == nullptr) return std::nullopt;
  if (member->is_boolean()) return member->get<bool>();
  Bad(name, "Hier hoort true of false te staan.");
  return std::nullopt;
}

std::optional<Date> ObjectReader::Day(std::string_view name) {
  const Json* member = Member(name);
  if (member == nullptr) return std::nullopt;
  if (member->is_string()) {
    if (const auto date = ParseIsoDate(member->get<std::string>())) return date;
  }
  Bad(name, "Hier hoort een bestaande datum te staan als JJJJ-MM-DD.");
  return std::nullopt;
}

std::string ObjectReader::RequiredText(std::string_view name) {
  if (Member(name) == nullptr && node_.is_object()) Missing(name);
  return Text(name).value_or("");
}

std::optional<Date> ObjectReader::RequiredDay(std::string_view name) {
  if (Member(name) == nullptr && node_.is_object()) Missing(name);
  return Day(name);
}

std::optional<DateRange> ObjectReader::VanTot() {
  const std::optional<Date> van = RequiredDay("van");
  const std::optional<Date> tot = RequiredDay("tot");
  if (!van || !tot) return std::nullopt;
  if (*tot < *van) {
    Bad("tot", "De einddatum ligt voor de begindatum.");
    return std::nullopt;
  }
  return DateRange{*van, *tot};
}

void ObjectReader::Finish() {
  if (!node_.is_object()) return;
  for (const auto& member : node_.items()) {
    if (known_.count(member.key()) == 0) {
      problems_.push_back(PointerProblem(ProblemCode::kUnknownKey, PointerTo(member.key()), member.key()));
    }
  }
}

}  // namespace verzuim
