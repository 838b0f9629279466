#include "core/import/reading.h"

#include <algorithm>

#include "core/import/text.h"

namespace verzuim {
namespace {

constexpr std::string_view kDelimiters = ";\t,|";  // in order of preference

using Choices = std::span<const ColumnChoice>;

const ColumnChoice* ChoiceFor(std::string_view column, Choices choices) {
  for (const ColumnChoice& choice : choices) {
    if (Trim(choice.column) == column) return &choice;
  }
  return nullptr;
}

// Gives the chosen fields their column; of columns with one name the first. Fields that a person chose a column for.
std::array<bool, kFields> TakeChosen(const std::vector<std::string>& names, const std::vector<bool>& dropped,
                                     Choices choices, ColumnMap& map) {
  std::array<bool, kFields> taken{};
  for (size_t i = 0; i < names.size(); ++i) {
    if (i < dropped.size() && dropped[i]) continue;
    const ColumnChoice* choice = ChoiceFor(Trim(names[i]), choices);
    if (choice == nullptr || !choice->field) continue;
    const auto field = static_cast<size_t>(*choice->field);
    if (taken[field]) continue;
    taken[field] = true;
    map[field] = static_cast<int>(i);
  }
  return taken;
}

// Without a header a row is known by its shape: the number of cells, dates and times and numbers where they belong.
bool HasShape(const Profile& profile, const std::vector<std::string>& cells) {
  const size_t width = profile.headerless.size();
  if (cells.size() < width) return false;
  for (size_t i = width; i < cells.size(); ++i) {
    if (!Trim(cells[i]).empty()) return false;
  }
  for (size_t i = 0; i < width; ++i) {
    if (!profile.headerless[i]) continue;
    const std::string_view cell = Trim(cells[i]);
    switch (*profile.headerless[i]) {
      case Field::kDatum:
        if (!ReadDate(cell, DateFormat::kCompact)) return false;
        break;
      case Field::kEinddatum:
        if (!cell.empty() && !ReadDate(cell, DateFormat::kCompact)) return false;
        break;
      case Field::kBegintijd:
      case Field::kEindtijd:
        if (!cell.empty() && (cell.size() != 4 || !AllDigits(cell))) return false;
        break;
      case Field::kLesuur:
      case Field::kLesuurTot:
        if (!cell.empty() && (cell.size() > 2 || !AllDigits(cell))) return false;
        break;
      case Field::kStatus:
        if (FindStatus(profile, cell) == nullptr) return false;
        break;
      default:
        break;
    }
  }
  return true;
}

// The best reading with a header; `complete` is false when columns are missing.
void FindHeader(const std::vector<SampleRow>& rows, const RecognitionRequest& request, Reading& best) {
  for (size_t i = 0; i < std::min(rows.size(), kHeaderRows) && !best.complete; ++i) {
    for (const Profile& profile : Profiles()) {
      if (!Considered(profile, request)) continue;
      const ColumnMap map = MapHeader(profile, rows[i].cells, {}, request.choices);
      const size_t matched = CountMapped(map);
      const bool complete = MissingFields(profile, map).empty();
      if (!complete && matched < kMinSynonyms) continue;
      if (std::make_tuple(complete, matched) <= std::make_tuple(best.complete, best.matched)) continue;
      best.profile = &profile;
      best.complete = complete;
      best.has_header = true;
      best.header_index = i;
      best.matched = matched;
    }
  }
}

void FindShape(const std::vector<SampleRow>& rows, const RecognitionRequest& request, Reading& best) {
  if (best.complete) return;
  for (const Profile& profile : Profiles()) {
    if (profile.headerless.empty() || !Considered(profile, request)) continue;
    const ShapeFit shape = FitShape(profile, rows);
    if (shape.fit * 2 <= shape.filled) continue;  // more than half: a damaged row does not hide the rest
    best.profile = &profile;
    best.complete = true;
    best.has_header = false;
    best.matched = CountMapped(MapHeaderless(profile, {}, request.choices));
    return;
  }
}

Reading ReadWith(const SniffWindow& window, char delimiter, const RecognitionRequest& request) {
  const std::vector<SampleRow> rows = SampleRows(window, delimiter, kScoredRows);
  Reading best;
  best.delimiter = delimiter;
  FindHeader(rows, request, best);
  FindShape(rows, request, best);
  best.typical = TypicalCells(rows, best.has_header ? best.header_index : 0);
  best.rows = rows.size();
  return best;
}

}  // namespace

ColumnMap NoColumns() {
  ColumnMap map;
  map.fill(kNoColumn);
  return map;
}

size_t CountMapped(const ColumnMap& map) {
  return static_cast<size_t>(std::count_if(map.begin(), map.end(), [](int column) { return column != kNoColumn; }));
}

std::string NumberedColumn(size_t index) {
  return "kolom " + std::to_string(index + 1);
}

std::string NameInHeader(const Profile& profile, Field field) {
  for (const FieldSpec& spec : profile.fields) {
    if (spec.field == field) return std::string(spec.names.substr(0, spec.names.find(' ')));
  }
  return std::string(WireName(field));
}

ColumnMap MapHeader(const Profile& profile, const std::vector<std::string>& cells, const std::vector<bool>& dropped,
                    Choices choices) {
  ColumnMap map = NoColumns();
  const std::array<bool, kFields> taken = TakeChosen(cells, dropped, choices, map);
  std::array<size_t, kFields> ranks{};
  for (size_t i = 0; i < cells.size(); ++i) {
    if ((i < dropped.size() && dropped[i]) || ChoiceFor(Trim(cells[i]), choices) != nullptr) continue;
    const std::optional<FieldMatch> match = MatchField(profile, FoldName(cells[i]));
    if (!match) continue;
    const auto field = static_cast<size_t>(match->field);
    if (taken[field] || (map[field] != kNoColumn && ranks[field] <= match->rank)) continue;
    map[field] = static_cast<int>(i);
    ranks[field] = match->rank;
  }
  return map;
}

ColumnMap MapHeaderless(const Profile& profile, const std::vector<bool>& dropped, Choices choices) {
  ColumnMap map = NoColumns();
  std::vector<std::string> names;
  for (size_t i = 0; i < profile.headerless.size(); ++i) names.push_back(NumberedColumn(i));
  const std::array<bool, kFields> taken = TakeChosen(names, dropped, choices, map);
  for (size_t i = 0; i < profile.headerless.size(); ++i) {
    if (!profile.headerless[i] || (i < dropped.size() && dropped[i])) continue;
    const auto field = static_cast<size_t>(*profile.headerless[i]);
    if (!taken[field] && ChoiceFor(names[i], choices) == nullptr) map[field] = static_cast<int>(i);
  }
  return map;
}

std::vector<Field> MissingFields(const Profile& profile, const ColumnMap& map) {
  std::vector<Field> missing;
  for (const FieldSpec& spec : profile.fields) {
    if (spec.required && map[static_cast<size_t>(spec.field)] == kNoColumn) missing.push_back(spec.field);
  }
  return missing;
}

bool Considered(const Profile& profile, const RecognitionRequest& request) {
  if (request.profile != nullptr) return request.profile == &profile;
  return !profile.container || *profile.container == request.container;
}

ShapeFit FitShape(const Profile& profile, const std::vector<SampleRow>& rows) {
  ShapeFit out;
  for (const SampleRow& row : rows) {
    if (IsBlank(row)) continue;
    ++out.filled;
    if (HasShape(profile, row.cells)) ++out.fit;
  }
  return out;
}

std::vector<Reading> Readings(const SniffWindow& window, const RecognitionRequest& request) {
  const std::string_view candidates = request.delimiter != 0 ? std::string_view(&request.delimiter, 1) : kDelimiters;
  std::vector<Reading> readings;
  for (const char delimiter : candidates) readings.push_back(ReadWith(window, delimiter, request));
  std::stable_sort(readings.begin(), readings.end(),
                   [](const Reading& a, const Reading& b) { return b.Rank() < a.Rank(); });
  return readings;
}

}  // namespace verzuim
