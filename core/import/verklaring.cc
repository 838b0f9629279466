#include "core/import/verklaring.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "core/import/text.h"

namespace verzuim {
namespace {

std::string Counted(size_t count, std::string_view one, std::string_view more) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : more);
}

std::string KnownColumns(size_t count) {
  return Counted(count, "kolom herkend", "kolommen herkend");
}

std::string KnownNames(size_t count) {
  return Counted(count, "bekende kolomnaam", "bekende kolomnamen");
}

std::string RowName(uint64_t line) {
  return "regel " + std::to_string(line);
}

// How well a row serves as the header of a profile.
struct HeaderFit {
  const Profile* profile = nullptr;
  size_t row = 0;  // in the sample
  size_t matched = 0;
  std::vector<Field> missing;

  bool IsBetterThan(const HeaderFit& other) const {
    return std::make_tuple(missing.empty(), matched) > std::make_tuple(other.missing.empty(), other.matched);
  }
};

class Explainer {
 public:
  Explainer(const SniffWindow& window, const std::vector<Reading>& readings, const RecognitionRequest& request)
      : window_(window),
        readings_(readings),
        best_(readings.front()),
        request_(request),
        rows_(SampleRows(window, best_.delimiter, kScoredRows)) {}

  Verklaring Explain() {
    ExplainDelimiter();
    ExplainHeader();
    ExplainProfile();
    if (request_.container == Container::kTable) ListCandidates();
    return std::move(out_);
  }

 private:
  static std::string Rows(const Reading& reading) {
    return std::to_string(reading.typical.rows) + " van de " + std::to_string(reading.rows) + " regels hebben " +
           Counted(reading.typical.cells, "veld", "velden");
  }

  void ExplainDelimiter() {
    Beslissing& b = out_.scheidingsteken;
    if (request_.container != Container::kTable) {
      b.omdat = "het bestand bevat records (" +
                std::string(request_.container == Container::kJson ? "JSON" : "EDEXML") + "), geen tabel";
      return;
    }
    if (request_.delimiter != 0) {
      b.keuze = DelimiterName(best_.delimiter);
      b.omdat = "de eerste regel van het bestand zegt het (sep=)";
      return;
    }
    if (best_.typical.cells >= 2) {
      b.keuze = DelimiterName(best_.delimiter);
      b.omdat = Ground(best_);
    } else {
      b.omdat = "geen teken verdeelt de regels in velden";
    }
    if (readings_.size() < 2 || readings_[1].typical.cells < 2) return;
    b.tweede = DelimiterName(readings_[1].delimiter);
    b.tweede_omdat = Ground(readings_[1]);
  }

  static std::string Ground(const Reading& reading) {
    return Rows(reading) +
           (reading.profile == nullptr ? "; geen bekende indeling" : "; " + KnownColumns(reading.matched));
  }

  HeaderFit FitOf(const Profile& profile, size_t row) const {
    const ColumnMap map = MapHeader(profile, rows_[row].cells, {}, request_.choices);
    return {&profile, row, CountMapped(map), MissingFields(profile, map)};
  }

  // The best header other than that row (of any profile), or on that row of another profile.
  template <class Accept>
  std::optional<HeaderFit> BestHeader(Accept accept) const {
    std::optional<HeaderFit> best;
    for (size_t row = 0; row < std::min(rows_.size(), kHeaderRows); ++row) {
      for (const Profile& profile : Profiles()) {
        if (!Considered(profile, request_) || !accept(profile, row)) continue;
        HeaderFit fit = FitOf(profile, row);
        if (fit.matched > 0 && (!best || fit.IsBetterThan(*best))) best = std::move(fit);
      }
    }
    return best;
  }

  void ExplainHeader() {
    Beslissing& b = out_.kopregel;
    if (request_.container != Container::kTable) {
      b.omdat = "records noemen bij elke waarde de naam";
      return;
    }
    if (best_.has_header) {
      const SampleRow& row = rows_[best_.header_index];
      const auto filled = std::count_if(row.cells.begin(), row.cells.end(),
                                        [](const std::string& cell) { return !Trim(cell).empty(); });
      b.keuze = RowName(row.line);
      b.omdat = KnownNames(best_.matched) + " van de " + std::to_string(filled);
    } else {
      if (best_.profile != nullptr) b.keuze = "geen";
      b.omdat = "in de eerste " + std::to_string(kHeaderRows) + " regels staan niet genoeg bekende kolomnamen";
    }
    const auto other =
        BestHeader([this](const Profile&, size_t row) { return !best_.has_header || row != best_.header_index; });
    if (!other) return;
    b.tweede = RowName(rows_[other->row].line);
    b.tweede_omdat = KnownNames(other->matched);
  }

  static std::string Names(const Profile& profile, const std::vector<Field>& fields) {
    std::string names;
    for (const Field field : fields) names += (names.empty() ? "" : ", ") + NameInHeader(profile, field);
    return names;
  }

  void ExplainProfile() {
    Beslissing& b = out_.profiel;
    if (best_.profile == nullptr) {
      b.omdat = "geen enkele bekende indeling heeft hier genoeg kolommen";
      SecondProfile();
      return;
    }
    if (!best_.complete) {
      b.omdat = "er ontbreken kolommen";
    } else {
      b.keuze = best_.profile->name;
      b.omdat = best_.has_header ? KnownColumns(best_.matched) + ", geen verplichte kolom ontbreekt" : Shape();
    }
    if (request_.profile != nullptr) {
      b.omdat = "zo gekozen; " + b.omdat;
    } else {
      SecondProfile();
    }
  }

  std::string Shape() const {
    const ShapeFit shape = FitShape(*best_.profile, rows_);
    return std::to_string(shape.fit) + " van de " + std::to_string(shape.filled) + " regels hebben " +
           std::to_string(best_.profile->headerless.size()) + " velden met datums, tijden en lesuren waar ze horen";
  }

  void SecondProfile() {
    Beslissing& b = out_.profiel;
    const Profile* chosen = best_.complete ? best_.profile : nullptr;
    const auto other = BestHeader([&](const Profile& profile, size_t row) {
      return &profile != chosen && (!best_.has_header || row == best_.header_index);
    });
    if (!other) return;
    b.tweede = other->profile->name;
    b.tweede_omdat = KnownColumns(other->matched);
    if (!other->missing.empty()) b.tweede_omdat += ", maar het mist " + Names(*other->profile, other->missing);
  }

  void ListCandidates() {
    for (const Reading& reading : readings_) {
      Kandidaat k;
      k.delimiter = reading.delimiter;
      if (reading.profile != nullptr) k.profile = reading.profile->name;
      k.complete = reading.complete;
      if (reading.has_header) {
        k.header_row = SampleRows(window_, reading.delimiter, reading.header_index + 1).back().line;
      }
      k.matched = reading.matched;
      k.cells = reading.typical.cells;
      k.rows_agreeing = reading.typical.rows;
      k.rows = reading.rows;
      out_.kandidaten.push_back(std::move(k));
    }
  }

  const SniffWindow& window_;
  const std::vector<Reading>& readings_;
  const Reading& best_;
  const RecognitionRequest& request_;
  const std::vector<SampleRow> rows_;
  Verklaring out_;
};

}  // namespace

std::string DelimiterName(char delimiter) {
  return delimiter == '\t' ? "tab" : std::string("'") + delimiter + "'";
}

Beslissing ExplainEncoding(const EncodingGuess& guess, const Decoder& decoder, bool dos) {
  const Encoding encoding = decoder.encoding();
  Beslissing b;
  b.keuze = WireName(encoding);
  if (guess.bom_bytes > 0) {
    b.omdat = "het bestand begint met het merkteken van die codering";
    return b;
  }
  const std::string windows(WireName(Encoding::kWindows1252));
  switch (encoding) {
    case Encoding::kUtf16Le:
    case Encoding::kUtf16Be:
      b.omdat = "om de andere byte is nul, zoals bij gewone letters in UTF-16";
      b.tweede = windows;
      b.tweede_omdat = "dan zou de helft van de tekens een nulteken zijn";
      break;
    case Encoding::kWindows1252:
      b.omdat = "het eerste teken buiten ASCII is geen UTF-8";
      b.tweede = dos ? "codepagina 850 (DOS)" : std::string(WireName(Encoding::kUtf8));
      b.tweede_omdat = dos ? "daar lijken de letters met accenten op" : "daar past dat teken niet in";
      break;
    case Encoding::kUtf8:
    case Encoding::kUtf8Bom:
      b.omdat = decoder.seen_multibyte() ? "de tekens buiten ASCII zijn geldige UTF-8"
                                         : "er staan alleen tekens van ASCII in";
      b.tweede = windows;
      b.tweede_omdat =
          decoder.seen_multibyte() ? "dan zouden het losse vreemde tekens zijn" : "geeft dan dezelfde tekst";
      break;
  }
  if (decoder.misfits() > 0) b.omdat += ", op " + std::to_string(decoder.misfits()) + " na";
  return b;
}

Verklaring ExplainLayout(const SniffWindow& window, const std::vector<Reading>& readings,
                         const RecognitionRequest& request) {
  return Explainer(window, readings, request).Explain();
}

}  // namespace verzuim
