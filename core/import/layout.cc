#include "core/import/layout.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/import/bsn.h"
#include "core/import/medical.h"
#include "core/import/text.h"

namespace verzuim {
namespace {

constexpr std::string_view kDelimiters = ";\t,|";  // in order of preference
constexpr size_t kScoredRows = 80;
constexpr size_t kMinSynonyms = 3;  // fewer known names are no header

using ColumnMap = std::array<int, kFields>;

ColumnMap NoColumns() {
  ColumnMap map;
  map.fill(kNoColumn);
  return map;
}

size_t CountMapped(const ColumnMap& map) {
  return static_cast<size_t>(std::count_if(map.begin(), map.end(), [](int column) { return column != kNoColumn; }));
}

using Choices = std::span<const ColumnChoice>;

const ColumnChoice* ChoiceFor(std::string_view column, Choices choices) {
  for (const ColumnChoice& choice : choices) {
    if (Trim(choice.column) == column) return &choice;
  }
  return nullptr;
}

std::string NumberedColumn(size_t index) {
  return "kolom " + std::to_string(index + 1);
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

// Which column feeds which field: as chosen, else going by the names. Columns in `dropped` feed none.
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

// One way to read the file.
struct Reading {
  char delimiter = 0;
  const Profile* profile = nullptr;
  bool complete = false;    // every required column is there
  size_t header_index = 0;  // in the sample; only when has_header
  bool has_header = false;
  size_t matched = 0;   // columns known
  size_t agreeing = 0;  // rows per thousand with the typical number of cells, when that is at least two
  size_t typical = 0;

  auto Rank() const { return std::make_tuple(complete, matched, agreeing); }
};

bool Considered(const Profile& profile, const RecognitionRequest& request) {
  if (request.profile != nullptr) return request.profile == &profile;
  return !profile.container || *profile.container == request.container;
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
    size_t fit = 0;
    size_t filled = 0;
    for (const SampleRow& row : rows) {
      if (IsBlank(row)) continue;
      ++filled;
      if (HasShape(profile, row.cells)) ++fit;
    }
    if (fit * 2 <= filled) continue;  // more than half: a damaged row does not hide the rest
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
  const CellCount typical = TypicalCells(rows, best.has_header ? best.header_index : 0);
  best.typical = typical.cells;
  if (typical.cells >= 2 && !rows.empty()) best.agreeing = typical.rows * 1000 / rows.size();
  return best;
}

std::string NameOf(char delimiter) {
  return delimiter == '\t' ? "tab" : std::string("'") + delimiter + "'";
}

std::string Describe(const Reading& reading, Container container) {
  std::string out = container == Container::kJson     ? "JSON"
                    : container == Container::kEdexml ? "EDEXML"
                                                      : "scheidingsteken " + NameOf(reading.delimiter);
  if (reading.profile == nullptr) return out + ", geen bekende indeling";
  out += ", profiel " + std::string(reading.profile->name) + ", " + std::to_string(reading.matched) +
         " kolommen herkend ";
  out += reading.has_header ? "aan de kopregel" : "aan de vorm van de regels (geen kopregel)";
  return out;
}

// The columns of the chosen reading, those among them that nobody may read, and the notices about both.
class LayoutMaker {
 public:
  LayoutMaker(const SniffWindow& window, const Reading& reading, Choices choices)
      : reading_(reading), choices_(choices), rows_(SampleRows(window, reading.delimiter, SIZE_MAX)) {}

  Recognition Make() {
    Layout& layout = out_.layout;
    layout.delimiter = reading_.delimiter;
    first_data_ = reading_.has_header ? reading_.header_index + 1 : 0;
    layout.typical_cells = TypicalCells(rows_, first_data_).cells;
    NameColumns();
    if (layout.typical_cells == 0) layout.typical_cells = header() != nullptr ? header()->cells.size() : 0;
    FindWithheld();
    MakePreview();
    layout.column_of = NoColumns();
    if (reading_.profile != nullptr) MapColumns(*reading_.profile);
    return std::move(out_);
  }

 private:
  const SampleRow* header() const { return reading_.has_header ? &rows_[reading_.header_index] : nullptr; }

  void NameColumns() {
    Layout& layout = out_.layout;
    if (const SampleRow* row = header()) {
      layout.header_line = row->line;
      for (const std::string& cell : row->cells) layout.columns.emplace_back(Trim(cell));
      while (!layout.columns.empty() && layout.columns.back().empty()) layout.columns.pop_back();
      return;
    }
    const bool known = reading_.profile != nullptr && reading_.complete;
    const size_t width = known ? reading_.profile->headerless.size() : layout.typical_cells;
    for (size_t i = 0; i < width; ++i) layout.columns.push_back(NumberedColumn(i));
  }

  void FindWithheld() {
    Layout& layout = out_.layout;
    std::vector<BsnCount> counts(layout.columns.size());
    for (size_t r = first_data_; r < rows_.size(); ++r) {
      const std::vector<std::string>& cells = rows_[r].cells;
      for (size_t i = 0; i < std::min(cells.size(), counts.size()); ++i) counts[i].Add(cells[i]);
    }
    for (size_t i = 0; i < counts.size(); ++i) {
      const std::string& name = layout.columns[i];
      const bool bsn = (layout.header_line != 0 && NamesBsn(name)) || counts[i].MostAreBsn();
      const bool medical = !bsn && IsMedical(i);
      layout.withheld.push_back(bsn || medical);
      any_bsn_ = any_bsn_ || bsn;
      if (bsn) out_.notices.push_back({ProblemCode::kBsnColumnDropped, name, name});
      if (medical) out_.notices.push_back({ProblemCode::kMedicalColumnDropped, name, name});
    }
  }

  // By its name. Of a file that nobody recognised the names may stand in any of the first rows.
  bool IsMedical(size_t column) const {
    if (out_.layout.header_line != 0) return NamesMedical(out_.layout.columns[column]);
    if (reading_.profile != nullptr) return false;
    return std::any_of(
        rows_.begin(), rows_.begin() + static_cast<ptrdiff_t>(std::min(rows_.size(), kHeaderRows)),
        [column](const SampleRow& row) { return column < row.cells.size() && NamesMedical(row.cells[column]); });
  }

  void MakePreview() {
    for (size_t r = first_data_; r < rows_.size() && out_.preview.size() < kPreviewRows; ++r) {
      std::vector<std::string> line;
      for (size_t i = 0; i < rows_[r].cells.size(); ++i) {
        const bool hidden = i < out_.layout.withheld.size() && out_.layout.withheld[i];
        line.push_back(hidden ? std::string() : MaskBsn(rows_[r].cells[i]));
      }
      out_.preview.push_back(std::move(line));
    }
  }

  void MapColumns(const Profile& profile) {
    Layout& layout = out_.layout;
    layout.column_of = reading_.has_header ? MapHeader(profile, layout.columns, layout.withheld, choices_)
                                           : MapHeaderless(profile, layout.withheld, choices_);
    if (const std::vector<Field> missing = MissingFields(profile, layout.column_of); !missing.empty()) {
      Refuse(profile, missing);
      return;
    }
    layout.profile = &profile;
    NoticeDuplicates();
    DecideDates(profile);
  }

  void Refuse(const Profile& profile, const std::vector<Field>& missing) {
    if (any_bsn_ && missing.front() == Field::kLeerling) {
      out_.fatal = MakeProblem(ProblemCode::kBsnOnlyKey, {});
      return;
    }
    std::string names;
    for (const Field field : missing) names += (names.empty() ? "" : ", ") + NameInHeader(profile, field);
    Place place;
    place.row = out_.layout.header_line;
    out_.fatal = MakeProblem(ProblemCode::kMissingColumn, place, names);
  }

  // The first name that the profile knows the field by.
  static std::string NameInHeader(const Profile& profile, Field field) {
    for (const FieldSpec& spec : profile.fields) {
      if (spec.field == field) return std::string(spec.names.substr(0, spec.names.find(' ')));
    }
    return std::string(WireName(field));
  }

  void NoticeDuplicates() {
    const Layout& layout = out_.layout;
    if (layout.header_line == 0) return;
    std::vector<std::string> seen;
    for (const std::string& name : layout.columns) {
      const std::string folded = FoldName(name);
      if (!folded.empty() && std::count(seen.begin(), seen.end(), folded) == 1) {
        out_.notices.push_back({ProblemCode::kDuplicateHeader, name, name});
      }
      seen.push_back(folded);
    }
  }

  void DecideDates(const Profile& profile) {
    Layout& layout = out_.layout;
    for (size_t f = 0; f < kFields; ++f) {
      layout.dates[f] = DateColumn(profile.dates);
      if (!IsDate(static_cast<Field>(f)) || layout.column_of[f] == kNoColumn) continue;
      const auto column = static_cast<size_t>(layout.column_of[f]);
      for (size_t r = first_data_; r < rows_.size(); ++r) {
        if (column < rows_[r].cells.size()) layout.dates[f].Consider(Trim(rows_[r].cells[column]));
      }
      layout.dates[f].Decide();
      if (layout.dates[f].TakeAssumed()) {
        out_.notices.push_back({ProblemCode::kDateFormatAssumed, layout.columns[column], layout.columns[column]});
      }
    }
  }

  const Reading& reading_;
  const Choices choices_;
  std::vector<SampleRow> rows_;
  size_t first_data_ = 0;
  bool any_bsn_ = false;
  Recognition out_;
};

std::string WhyUnknown(const Reading& best) {
  if (best.typical == 0) return "geen regeleinde gevonden in het begin van het bestand";
  if (best.typical < 2) return "geen scheidingsteken ; of , of | of tab gevonden";
  return "gelezen met scheidingsteken " + NameOf(best.delimiter) + ", maar geen bekende kolomnamen in de eerste " +
         std::to_string(kHeaderRows) + " regels";
}

}  // namespace

Recognition Recognise(const SniffWindow& window, const RecognitionRequest& request) {
  const std::string_view candidates = request.delimiter != 0 ? std::string_view(&request.delimiter, 1) : kDelimiters;
  std::vector<Reading> readings;
  for (const char delimiter : candidates) readings.push_back(ReadWith(window, delimiter, request));
  std::stable_sort(readings.begin(), readings.end(),
                   [](const Reading& a, const Reading& b) { return b.Rank() < a.Rank(); });

  Recognition out = LayoutMaker(window, readings.front(), request.choices).Make();
  out.why = Describe(readings.front(), request.container);
  if (readings.size() > 1 && readings[1].typical >= 2) out.runner_up = Describe(readings[1], request.container);
  if (out.layout.profile == nullptr && !out.fatal) {
    out.fatal = MakeProblem(ProblemCode::kUnknownLayout, {}, WhyUnknown(readings.front()));
  }
  return out;
}

}  // namespace verzuim
