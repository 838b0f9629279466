#include "core/import/container.h"

#include <algorithm>
#include <string>

#include "core/import/edexml_table.h"

namespace verzuim {
namespace {

using std::string_view_literals::operator""sv;

bool Contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::string_view NameOfZip(std::string_view start) {
  if (Contains(start, "opendocument.spreadsheet")) return "OpenDocument-werkblad (.ods)";
  if (Contains(start, "xl/") || Contains(start, "[Content_Types].xml")) return "Excel-werkmap (.xlsx)";
  return "zip-bestand";
}

std::string_view NameOfMagic(std::string_view start) {
  struct Magic {
    std::string_view bytes;
    std::string_view name;
  };
  constexpr Magic kMagics[] = {
      {"\xD0\xCF\x11\xE0"sv, "oud Excel-bestand (.xls), dat als .xlsx bewaard wel kan worden gelezen"},
      {"%PDF"sv, "PDF-bestand"},
      {"\x1F\x8B"sv, "gzip-bestand"},
      {"7z\xBC\xAF"sv, "7z-bestand"},
      {"Rar!"sv, "rar-bestand"},
      {"{\\rtf"sv, "RTF-document"},
  };
  for (const Magic& magic : kMagics) {
    if (start.substr(0, magic.bytes.size()) == magic.bytes) return magic.name;
  }
  return start.substr(0, 4) == "PK\x03\x04"sv ? NameOfZip(start) : std::string_view();
}

std::string_view WithoutMark(std::string_view text) {
  if (text.substr(0, 3) == "\xEF\xBB\xBF"sv) text.remove_prefix(3);
  return text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
}

// Markup is text, but not the text of a table.
std::string_view NameOfMarkup(std::string_view start) {
  start = WithoutMark(start);
  std::string head(start.substr(0, 16));
  for (char& c : head) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  for (const std::string_view tag : {"<html", "<!doctype", "<table", "<body", "<meta"}) {
    if (head.compare(0, tag.size(), tag) == 0) {
      return "webpagina (HTML), ook al heet het misschien .xls; als .xlsx bewaard kan zij wel worden gelezen";
    }
  }
  if (head.compare(0, 5, "<?xml") == 0 && !IsEdexml(start)) return "XML-bestand (geen EDEXML)";
  return {};
}

}  // namespace

std::optional<Problem> RefuseContainer(std::string_view start) {
  std::string_view name = NameOfMagic(start);
  if (name.empty()) name = NameOfMarkup(start);
  if (!name.empty()) return MakeProblem(ProblemCode::kUnsupportedContainer, {}, name);
  return std::nullopt;
}

Container ContainerOf(std::string_view text) {
  text = WithoutMark(text);
  if (text.empty()) return Container::kTable;
  if (text[0] == '<' && IsEdexml(text)) return Container::kEdexml;
  const size_t second = text.find_first_not_of(" \t\r\n", 1);
  const char next = second == std::string_view::npos ? '\0' : text[second];
  // "[Open absentiemeldingen]" may be the title of a table.
  const bool list = text[0] == '[' && (next == '{' || next == '[' || next == ']' || next == '"');
  return list || (text[0] == '{' && (next == '"' || next == '}')) ? Container::kJson : Container::kTable;
}

std::optional<Problem> RefuseBinary(std::string_view text) {
  // NUL and Ctrl-Z at the end are padding of old programs.
  const size_t last = text.find_last_not_of("\0\x1A"sv);
  const std::string_view body = text.substr(0, last == std::string_view::npos ? 0 : last + 1);
  if (body.find_first_not_of(" \t\r\n") == std::string_view::npos) return MakeProblem(ProblemCode::kEmptyFile, {});
  size_t controls = 0;
  for (const char c : body) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < ' ' && c != '\t' && c != '\r' && c != '\n' && c != '\f') ++controls;
  }
  if (controls * 100 > body.size()) {
    return MakeProblem(ProblemCode::kBinaryFile, {}, std::to_string(controls) + " stuurtekens aan het begin");
  }
  return std::nullopt;
}

}  // namespace verzuim
