#include "core/import/xml_events.h"

#include <algorithm>

#include "core/import/text.h"
#include "core/import/utf8.h"

namespace verzuim {
namespace {

constexpr std::string_view kSpace = " \t\r\n";

bool StartsWith(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

bool EndsWith(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

std::string_view WithoutPrefix(std::string_view name) {
  const size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

// "#233", "#xE9": false when it is no character.
bool AppendNumbered(std::string_view reference, std::string& out) {
  const bool hex = reference.size() > 1 && (reference[1] == 'x' || reference[1] == 'X');
  const std::string_view digits = reference.substr(hex ? 2 : 1);
  if (digits.empty() || digits.size() > 7) return false;
  uint32_t code = 0;
  for (const char c : digits) {
    const char lower = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
    const bool letter = hex && lower >= 'a' && lower <= 'f';
    if (!IsDigit(lower) && !letter) return false;
    code = code * (hex ? 16 : 10) + static_cast<uint32_t>(letter ? lower - 'a' + 10 : lower - '0');
  }
  if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return false;
  AppendUtf8(code, out);
  return true;
}

bool AppendReference(std::string_view reference, std::string& out) {
  struct Named {
    std::string_view name;
    char value;
  };
  constexpr Named kNamed[] = {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};
  for (const Named& named : kNamed) {
    if (reference != named.name) continue;
    out += named.value;
    return true;
  }
  return StartsWith(reference, "#") && AppendNumbered(reference, out);
}

}  // namespace

bool XmlEvents::Fail(std::string_view what) {
  if (error_.empty()) error_ = std::string(what) + " (regel " + std::to_string(line_) + ")";
  return false;
}

// Whether the tag in pending_, which ends in '>', ends there: comments and CDATA end their own way.
bool XmlEvents::TagEnds() const {
  if (StartsWith(pending_, "!--")) return pending_.size() >= 5 && EndsWith(pending_, "--");
  if (StartsWith(pending_, "![CDATA[")) return EndsWith(pending_, "]]");
  if (StartsWith(pending_, "?")) return EndsWith(pending_, "?");
  return quote_ == 0;
}

bool XmlEvents::Push(std::string_view text) {
  if (!error_.empty()) return false;
  for (size_t at = 0; at < text.size();) {
    if (!in_tag_) {
      const size_t end = std::min(text.find('<', at), text.size());
      const std::string_view part = text.substr(at, end - at);
      line_ += static_cast<uint64_t>(std::count(part.begin(), part.end(), '\n'));
      pending_ += part;
      if (pending_.size() > kMaxTag) return Fail("een tekst is te lang");
      at = end;
      if (at == text.size()) return true;
      const std::string whole = std::move(pending_);
      pending_.clear();
      if (!TakeText(whole)) return false;
      in_tag_ = true;
      quote_ = 0;
      ++at;
      continue;
    }
    const char c = text[at++];
    if (c == '\n') ++line_;
    if (c == '>' && TagEnds()) {
      in_tag_ = false;
      const std::string tag = std::move(pending_);
      pending_.clear();
      if (!TakeTag(tag)) return false;
      continue;
    }
    const bool markup = pending_.empty() ? c != '!' && c != '?' : pending_[0] != '!' && pending_[0] != '?';
    if (markup && quote_ == 0 && (c == '"' || c == '\'')) {
      quote_ = c;
    } else if (c == quote_) {
      quote_ = 0;
    }
    pending_ += c;
    if (pending_.size() > kMaxTag) return Fail("een element is te lang");
  }
  return true;
}

bool XmlEvents::TakeTag(std::string_view tag) {
  if (tag.empty()) return Fail("een leeg element");
  if (tag[0] == '?' || StartsWith(tag, "!--")) return true;
  if (StartsWith(tag, "![CDATA[")) {
    if (open_.empty()) return Fail("er staat tekst buiten het element");
    handler_.OnText(tag.substr(8, tag.size() - 10));
    return true;
  }
  if (tag[0] == '!') return Fail("een documenttype (DTD) wordt niet gelezen");
  if (tag[0] == '/') return TakeEndTag(tag.substr(1));
  return TakeStartTag(tag);
}

bool XmlEvents::TakeEndTag(std::string_view name) {
  const size_t end = name.find_first_of(kSpace);
  if (open_.empty() || open_.back() != name.substr(0, end)) return Fail("de elementen passen niet bij elkaar");
  open_.pop_back();
  handler_.OnEnd();
  return true;
}

bool XmlEvents::TakeStartTag(std::string_view tag) {
  const bool closed = tag.back() == '/';
  if (closed) tag.remove_suffix(1);
  const std::string_view name = tag.substr(0, tag.find_first_of(kSpace));
  if (name.empty()) return Fail("een element zonder naam");
  if (open_.empty() && any_) return Fail("er staat tekst na het einde");
  if (open_.size() == kMaxDepth) return Fail("meer dan " + std::to_string(kMaxDepth) + " niveaus diep");
  any_ = true;
  open_.emplace_back(name);
  handler_.OnElement(WithoutPrefix(name));
  std::string_view rest = tag.substr(name.size());
  while (rest.find_first_not_of(kSpace) != std::string_view::npos) {
    if (!TakeAttribute(rest)) return false;
  }
  if (!closed) return true;
  open_.pop_back();
  handler_.OnEnd();
  return true;
}

bool XmlEvents::TakeAttribute(std::string_view& rest) {
  rest.remove_prefix(rest.find_first_not_of(kSpace));
  const size_t equals = rest.find('=');
  if (equals == std::string_view::npos || equals == 0) return Fail("een attribuut zonder waarde");
  const std::string_view name = rest.substr(0, std::min(rest.find_first_of(kSpace), equals));
  rest.remove_prefix(equals + 1);
  const size_t open = rest.find_first_not_of(kSpace);
  if (open == std::string_view::npos || (rest[open] != '"' && rest[open] != '\'')) {
    return Fail("een attribuut zonder aanhalingstekens");
  }
  const size_t close = rest.find(rest[open], open + 1);
  if (close == std::string_view::npos) return Fail("een aanhalingsteken is niet gesloten");
  std::string value;
  if (!Unescape(rest.substr(open + 1, close - open - 1), value)) return false;
  handler_.OnAttribute(WithoutPrefix(name), value);
  rest.remove_prefix(close + 1);
  return true;
}

bool XmlEvents::Unescape(std::string_view text, std::string& out) {
  for (size_t at = 0; at < text.size();) {
    const size_t ampersand = std::min(text.find('&', at), text.size());
    out += text.substr(at, ampersand - at);
    if (ampersand == text.size()) break;
    const size_t end = text.find(';', ampersand);
    if (end == std::string_view::npos || !AppendReference(text.substr(ampersand + 1, end - ampersand - 1), out)) {
      return Fail("een onbekende &-code");
    }
    at = end + 1;
  }
  return true;
}

bool XmlEvents::TakeText(std::string_view text) {
  if (open_.empty()) {
    return text.find_first_not_of(kSpace) == std::string_view::npos || Fail("er staat tekst buiten het element");
  }
  std::string value;
  if (!Unescape(text, value)) return false;
  if (!value.empty()) handler_.OnText(value);
  return true;
}

bool XmlEvents::Finish() {
  if (!error_.empty()) return false;
  const bool blank = pending_.find_first_not_of(kSpace) == std::string::npos;
  return (!in_tag_ && blank && any_ && open_.empty()) || Fail("het bestand houdt halverwege op");
}

}  // namespace verzuim
