#include "core/disclosure/csv_text.h"

#include "core/disclosure/count_system.h"

namespace verzuim {

std::vector<CsvRow> SplitCsv(std::string_view text) {
  constexpr std::string_view kBom = "\xEF\xBB\xBF";
  if (text.substr(0, kBom.size()) == kBom) text.remove_prefix(kBom.size());
  const size_t sniffed = text.find_first_of(",;\n");
  const char separator = sniffed != std::string_view::npos && text[sniffed] == ';' ? ';' : ',';
  std::vector<CsvRow> rows;
  CsvRow current{1, {""}};
  uint64_t line = 1;
  bool quoted = false;
  auto finish = [&] {
    if (current.fields.size() > 1 || !current.fields.front().empty()) rows.push_back(current);
    current = {line, {""}};
  };
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\n') ++line;
    if (quoted) {
      if (c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
        current.fields.back() += text[++i];
      } else if (c == '"') {
        quoted = false;
      } else {
        current.fields.back() += c;
      }
    } else if (c == '"' && current.fields.back().empty()) {
      quoted = true;
    } else if (c == separator) {
      current.fields.emplace_back();
    } else if (c == '\n') {
      finish();
    } else if (c != '\r') {
      current.fields.back() += c;
    }
  }
  finish();
  return rows;
}

std::optional<int64_t> ParseCount(std::string_view text) {
  if (text.empty() || text.size() > 13) return std::nullopt;
  int64_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  if (value > kMaxCount) return std::nullopt;
  return value;
}

std::string CsvField(std::string_view field) {
  if (field.find_first_of(",;\"\n\r") == std::string_view::npos) return std::string(field);
  std::string out = "\"";
  for (const char c : field) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

}  // namespace verzuim
