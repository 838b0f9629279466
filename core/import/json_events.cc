#include "core/import/json_events.h"

#include "core/import/text.h"
#include "core/import/utf8.h"

namespace verzuim {
namespace {

constexpr uint32_t kReplacement = 0xFFFD;

bool IsSpace(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

// A number as JSON writes it: -0.5e+10, no leading zeros, no bare point.
bool IsNumber(std::string_view text) {
  size_t at = 0;
  const auto digits = [&] {
    const size_t begin = at;
    while (at < text.size() && IsDigit(text[at])) ++at;
    return at > begin;
  };
  if (at < text.size() && text[at] == '-') ++at;
  const bool zero = at < text.size() && text[at] == '0';
  const size_t whole = at;
  if (!digits() || (zero && at - whole > 1)) return false;
  if (at < text.size() && text[at] == '.') {
    ++at;
    if (!digits()) return false;
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    if (!digits()) return false;
  }
  return at == text.size();
}

}  // namespace

bool JsonEvents::Fail(std::string_view what) {
  if (error_.empty()) error_ = std::string(what) + " (regel " + std::to_string(line_) + ")";
  return false;
}

bool JsonEvents::Push(std::string_view text) {
  if (!error_.empty()) return false;
  for (size_t at = 0; at < text.size(); ++at) {
    if (state_ == State::kString) {
      // The plain part of a string at once.
      const size_t end = text.find_first_of("\"\\\n", at);
      const std::string_view plain = text.substr(at, end == std::string_view::npos ? text.size() - at : end - at);
      if (!plain.empty()) FlushSurrogate();
      text_ += plain;
      if (text_.size() > kMaxText) return Fail("een tekst is langer dan " + std::to_string(kMaxText) + " bytes");
      if (end == std::string_view::npos) return true;
      at = end;
    }
    if (text[at] == '\n') ++line_;
    if (!Take(text[at])) return false;
  }
  return true;
}

bool JsonEvents::Take(char c) {
  switch (state_) {
    case State::kString:
      if (c == '"') {
        EndString();
        return true;
      }
      if (c != '\\') return Fail("een regeleinde in een tekst");
      state_ = State::kEscape;
      return true;
    case State::kEscape:
      return TakeEscape(c);
    case State::kHex:
      return TakeHex(c);
    case State::kLiteral:
      if (IsDigit(c) || (c >= 'a' && c <= 'z') || c == 'E' || c == '+' || c == '-' || c == '.') {
        text_ += c;
        return text_.size() <= kMaxText || Fail("een getal is te lang");
      }
      if (!EndLiteral()) return false;
      break;
    default:
      break;
  }
  return IsSpace(c) || TakeStructural(c);
}

bool JsonEvents::TakeStructural(char c) {
  switch (state_) {
    case State::kFirstKey:
      if (c == '}') return Close(c);
      [[fallthrough]];
    case State::kKey:
      if (c != '"') return Fail("een naam tussen aanhalingstekens ontbreekt");
      is_key_ = true;
      text_.clear();
      state_ = State::kString;
      return true;
    case State::kColon:
      if (c != ':') return Fail("een dubbele punt ontbreekt");
      state_ = State::kValue;
      return true;
    case State::kComma:
      if (c == '}' || c == ']') return Close(c);
      if (c != ',') return Fail("een komma ontbreekt");
      state_ = stack_.back() == '{' ? State::kKey : State::kValue;
      return true;
    case State::kFirstValue:
      if (c == ']') return Close(c);
      [[fallthrough]];
    case State::kValue:
      return BeginValue(c);
    default:
      return Fail("er staat tekst na het einde");
  }
}

bool JsonEvents::BeginValue(char c) {
  if (c == '{' || c == '[') return Open(c);
  text_.clear();
  if (c == '"') {
    is_key_ = false;
    state_ = State::kString;
    return true;
  }
  if (!IsDigit(c) && c != '-' && (c < 'a' || c > 'z')) return Fail("een waarde ontbreekt");
  text_ = c;
  state_ = State::kLiteral;
  return true;
}

bool JsonEvents::Open(char bracket) {
  if (stack_.size() == kMaxDepth) return Fail("meer dan " + std::to_string(kMaxDepth) + " niveaus diep");
  stack_ += bracket;
  state_ = bracket == '{' ? State::kFirstKey : State::kFirstValue;
  bracket == '{' ? handler_.OnObject() : handler_.OnArray();
  return true;
}

bool JsonEvents::Close(char bracket) {
  if (stack_.empty() || stack_.back() != (bracket == '}' ? '{' : '[')) return Fail("de haken passen niet bij elkaar");
  stack_.pop_back();
  handler_.OnEnd();
  AfterValue();
  return true;
}

void JsonEvents::AfterValue() {
  state_ = stack_.empty() ? State::kDone : State::kComma;
}

void JsonEvents::EndString() {
  FlushSurrogate();
  if (is_key_) {
    state_ = State::kColon;
    handler_.OnKey(text_);
    return;
  }
  AfterValue();
  handler_.OnString(text_);
}

bool JsonEvents::EndLiteral() {
  const bool known = text_ == "true" || text_ == "false" || text_ == "null";
  if (!known && !IsNumber(text_)) return Fail("een waarde is geen getal, true, false of null");
  AfterValue();
  handler_.OnLiteral(text_ == "null" ? std::string_view() : text_);
  return true;
}

bool JsonEvents::TakeEscape(char c) {
  constexpr std::string_view kFrom = "\"\\/bfnrt";
  constexpr std::string_view kTo = "\"\\/\b\f\n\r\t";
  state_ = State::kString;
  if (c == 'u') {
    state_ = State::kHex;
    hex_ = 0;
    hex_digits_ = 0;
    return true;
  }
  const size_t at = kFrom.find(c);
  if (at == std::string_view::npos) return Fail("een onbekende \\-code");
  FlushSurrogate();
  text_ += kTo[at];
  return true;
}

bool JsonEvents::TakeHex(char c) {
  const char lower = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
  if (!IsDigit(lower) && (lower < 'a' || lower > 'f')) return Fail("een onbekende \\u-code");
  hex_ = hex_ * 16 + static_cast<uint32_t>(IsDigit(lower) ? lower - '0' : lower - 'a' + 10);
  if (++hex_digits_ < 4) return true;
  state_ = State::kString;
  const bool high = hex_ >= 0xD800 && hex_ <= 0xDBFF;
  const bool low = hex_ >= 0xDC00 && hex_ <= 0xDFFF;
  if (low && surrogate_ != 0) {
    AppendUtf8(0x10000 + ((surrogate_ - 0xD800) << 10) + (hex_ - 0xDC00), text_);
    surrogate_ = 0;
    return true;
  }
  FlushSurrogate();
  if (high) {
    surrogate_ = hex_;
  } else {
    AppendUtf8(low ? kReplacement : hex_, text_);
  }
  return true;
}

// A high surrogate without its other half is no character.
void JsonEvents::FlushSurrogate() {
  if (surrogate_ != 0) AppendUtf8(kReplacement, text_);
  surrogate_ = 0;
}

bool JsonEvents::Finish() {
  if (!error_.empty()) return false;
  if (state_ == State::kLiteral && stack_.empty() && !EndLiteral()) return false;
  return state_ == State::kDone || Fail("het bestand houdt halverwege op");
}

}  // namespace verzuim
