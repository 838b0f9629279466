#include "core/import/layout.h"

#include <algorithm>
#include <utility>

#include "core/import/bsn.h"
#include "core/import/medical.h"
#include "core/import/text.h"

namespace verzuim {
namespace {

// The columns of the chosen reading, those among them that nobody may read, and the notices about both.
class LayoutMaker {
 public:
  LayoutMaker(const SniffWindow& window, const Reading& reading, std::span<const ColumnChoice> choices)
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
  const std::span<const ColumnChoice> choices_;
  std::vector<SampleRow> rows_;
  size_t first_data_ = 0;
  bool any_bsn_ = false;
  Recognition out_;
};

std::string WhyUnknown(const Reading& best) {
  if (best.typical.cells == 0) return "geen regeleinde gevonden in het begin van het bestand";
  if (best.typical.cells < 2) return "geen scheidingsteken ; of , of | of tab gevonden";
  return "gelezen met scheidingsteken " + DelimiterName(best.delimiter) +
         ", maar geen bekende kolomnamen in de eerste " + std::to_string(kHeaderRows) + " regels";
}

}  // namespace

Recognition Recognise(const SniffWindow& window, const RecognitionRequest& request) {
  const std::vector<Reading> readings = Readings(window, request);
  Recognition out = LayoutMaker(window, readings.front(), request.choices).Make();
  out.verklaring = ExplainLayout(window, readings, request);
  if (out.layout.profile == nullptr && !out.fatal) {
    out.fatal = MakeProblem(ProblemCode::kUnknownLayout, {}, WhyUnknown(readings.front()));
  }
  return out;
}

}  // namespace verzuim
