#include "core/import/importer.h"

#include <algorithm>
#include <utility>

#include "core/import/container.h"
#include "core/import/edexml_table.h"
#include "core/import/json_table.h"
#include "core/import/layout.h"
#include "core/import/row_reader.h"
#include "core/import/sample.h"

namespace verzuim {

namespace {

constexpr size_t kSliceBytes = 64 * 1024;

}  // namespace

class Importer::State {
 public:
  State(RowSink& sink, uint16_t file, ImportOptions options)
      : sink_(sink), file_(file), options_(std::move(options)) {}

  bool Push(std::string_view bytes) {
    description_.bytes += bytes.size();
    if (!sniffed_) {
      const size_t size = std::min(bytes.size(), kSniffBytes - start_.size());
      start_.append(bytes.substr(0, size));
      bytes.remove_prefix(size);
      if (start_.size() == kSniffBytes) Sniff(/*complete=*/false);
    }
    // In slices that stay in the processor's cache from the first look at them to the last.
    for (; sniffed_ && !fatal_ && !bytes.empty(); bytes.remove_prefix(std::min(kSliceBytes, bytes.size()))) {
      Read(decoder_->Decode(bytes.substr(0, kSliceBytes)));
    }
    return !fatal_;
  }

  bool Finish() {
    if (!sniffed_) Sniff(/*complete=*/true);
    if (fatal_ || finished_) return !fatal_;
    finished_ = true;
    Read(decoder_->Finish());
    if (records_ && !fatal_) FinishRecords();
    if (fatal_) return false;
    tokenizer_->Finish();
    description_.rows = reader_->rows();
    description_.encoding = decoder_->encoding();
    description_.verklaring.codering = ExplainEncoding(guess_, *decoder_, dos_text_);
    DescribeDates();
    ReportEncoding();
    return true;
  }

  bool Splits() const {
    if (!tokenizer_ || fatal_ || finished_ || records_) return false;
    const Encoding encoding = decoder_->encoding();
    return encoding != Encoding::kUtf16Le && encoding != Encoding::kUtf16Be;
  }

  PartEnd ReadPart(std::string_view bytes, RowSink& sink) const {
    Layout layout = recognition_.layout;
    RowReader reader(layout, sink, file_);
    Tokenizer tokenizer(ConfigFrom(FirstPartLine()), reader);
    Decoder decoder = decoder_->Ahead();
    PartEnd end;
    end.bytes = bytes.size();
    for (; !bytes.empty(); bytes.remove_prefix(std::min(kSliceBytes, bytes.size()))) {
      tokenizer.Push(decoder.Decode(bytes.substr(0, kSliceBytes)));
    }
    end.rows = reader.rows();
    end.lines = tokenizer.line() - FirstPartLine();
    end.at_record = tokenizer.AtRecordStart() && decoder.AtCharacterStart();
    end.decoder = decoder.state();
    for (size_t f = 0; f < kFields; ++f) {
      end.dates[f] = {recognition_.layout.dates[f].format(), layout.dates[f].format()};
    }
    return end;
  }

  bool Fits(const PartEnd& part) const {
    if (!Splits() || !part.at_record || !decoder_->Fits(part.decoder)) return false;
    if (!tokenizer_->AtRecordStart() || !decoder_->AtCharacterStart()) return false;
    for (size_t f = 0; f < kFields; ++f) {
      const std::optional<DateFormat>& here = recognition_.layout.dates[f].format();
      const auto& [before, after] = part.dates[f];
      if (!here || here == before) continue;
      // The part did not know how dates are written and may have said that it assumed one order of day and month.
      if (after && (after != here || after == DateFormat::kDayMonthYear)) return false;
    }
    return true;
  }

  uint32_t PartShift() const { return static_cast<uint32_t>(tokenizer_->line() - FirstPartLine()); }

  void Append(const PartEnd& part) {
    description_.bytes += part.bytes;
    decoder_->Append(part.decoder);
    tokenizer_->PassLines(part.lines);
    reader_->PassRows(part.rows);
    description_.rows = reader_->rows();
    for (size_t f = 0; f < kFields; ++f) {
      DateColumn& column = recognition_.layout.dates[f];
      if (!column.format() && part.dates[f].after) column.TakeDecided(*part.dates[f].after);
    }
  }

  const FileDescription& description() const { return description_; }
  const std::optional<Problem>& fatal() const { return fatal_; }

 private:
  // Below the header, so that no row is taken for one above it.
  uint64_t FirstPartLine() const { return recognition_.layout.header_line + 1; }

  TokenizerConfig ConfigFrom(uint64_t first_line) const {
    TokenizerConfig config;
    config.delimiter = recognition_.layout.delimiter;
    config.first_line = first_line;
    config.columns = recognition_.layout.typical_cells;
    return config;
  }

  // The first bytes are in start_: decides everything that is decided once, then reads them for real.
  void Sniff(bool complete) {
    sniffed_ = true;
    fatal_ = RefuseContainer(start_);
    if (fatal_) return;
    guess_ = GuessEncoding(start_);
    decoder_.emplace(guess_);
    std::string text(decoder_->Decode(start_));
    if (complete) text += decoder_->Finish();
    description_.encoding = decoder_->encoding();
    dos_text_ = decoder_->encoding() == Encoding::kWindows1252 && LooksLikeDosText(start_);
    double_encoded_ = CountDoubleEncoding(text);
    start_.clear();
    start_.shrink_to_fit();
    fatal_ = RefuseBinary(text);
    if (!fatal_) fatal_ = RefuseContainer(text);  // markup in another encoding shows only now
    if (fatal_) return;
    container_ = ContainerOf(text);
    if (container_ == Container::kJson) records_ = std::make_unique<JsonTable>();
    if (container_ == Container::kEdexml) records_ = std::make_unique<EdexmlTable>();
    if (records_) return ReadRecords(text);
    const SepLine sep = ReadSepLine(text);
    SniffWindow window;
    window.text = std::string_view(text).substr(sep.size);
    window.first_line = sep.size > 0 ? 2 : 1;
    window.complete = complete;
    if (RecogniseWindow(window, sep.delimiter)) Start(window);
  }

  // False when the layout is not understood.
  bool RecogniseWindow(const SniffWindow& window, char delimiter) {
    RecognitionRequest request;
    request.delimiter = delimiter;
    request.container = container_;
    request.choices = options_.columns;
    if (!options_.profile.empty()) {
      request.profile = FindProfile(options_.profile);
      if (request.profile == nullptr) {
        fatal_ = MakeProblem(ProblemCode::kUnknownLayout, {}, "profiel " + options_.profile + " bestaat niet");
        return false;
      }
    }
    recognition_ = Recognise(window, request);
    fatal_ = recognition_.fatal;
    Describe();
    return !fatal_;
  }

  void Describe() {
    const Layout& layout = recognition_.layout;
    description_.delimiter = records_ ? '\0' : layout.delimiter;
    description_.header_row = records_ ? 0 : layout.header_line;
    description_.columns = layout.columns;
    description_.fields.assign(layout.columns.size(), {});
    description_.date_formats.assign(layout.columns.size(), {});
    for (size_t f = 0; f < kFields; ++f) {
      if (layout.column_of[f] == kNoColumn) continue;
      description_.fields[static_cast<size_t>(layout.column_of[f])] = WireName(static_cast<Field>(f));
    }
    if (layout.profile != nullptr) {
      description_.profile = layout.profile->name;
      description_.profile_source = layout.profile->source;
    }
    description_.verklaring = std::move(recognition_.verklaring);
    description_.verklaring.codering = ExplainEncoding(guess_, *decoder_, dos_text_);
    description_.preview = std::move(recognition_.preview);
    DescribeDates();
  }

  void DescribeDates() {
    const Layout& layout = recognition_.layout;
    for (size_t f = 0; f < kFields; ++f) {
      if (layout.column_of[f] == kNoColumn || !layout.dates[f].format()) continue;
      description_.date_formats[static_cast<size_t>(layout.column_of[f])] = WireName(*layout.dates[f].format());
    }
  }

  void Start(const SniffWindow& window) {
    for (const LayoutNotice& notice : recognition_.notices) {
      sink_.Report({notice.code, {0, file_}, notice.column, notice.detail});
    }
    reader_ = std::make_unique<RowReader>(recognition_.layout, sink_, file_);
    tokenizer_ = std::make_unique<Tokenizer>(ConfigFrom(window.first_line), *reader_);
    Tokenize(window.text);
  }

  void Read(std::string_view text) { records_ ? ReadRecords(text) : Tokenize(text); }

  // The next text of the table.
  void Tokenize(std::string_view text) {
    tokenizer_->Push(text);
    description_.rows = reader_->rows();
  }

  // In small parts: a few bytes of records can become many of a table.
  void ReadRecords(std::string_view text) {
    constexpr size_t kPart = 4 * 1024;
    for (; !text.empty() && !fatal_; text.remove_prefix(std::min(kPart, text.size()))) {
      const bool readable = records_->Push(text.substr(0, kPart));
      if (!tokenizer_ && records_->table().Sampled()) StartRecords(/*complete=*/false);
      if (fatal_) return;
      if (!readable) return RefuseRecords();
      if (tokenizer_) Tokenize(records_->table().Take());
    }
  }

  void StartRecords(bool complete) {
    const std::string text = records_->table().Start();
    SniffWindow window;
    window.text = text;
    window.complete = complete;
    if (RecogniseWindow(window, TableText::kDelimiter)) Start(window);
  }

  void FinishRecords() {
    if (!records_->Finish()) return RefuseRecords();
    if (records_->table().records() == 0) {
      fatal_ = MakeProblem(ProblemCode::kEmptyFile, {});
    } else if (!tokenizer_) {
      StartRecords(/*complete=*/true);
    }
  }

  void RefuseRecords() { fatal_ = MakeProblem(ProblemCode::kBadRecords, {}, records_->error()); }

  void ReportEncoding() {
    const auto notice = [this](ProblemCode code, const std::string& detail) {
      sink_.Report({code, {0, file_}, {}, detail});
    };
    if (double_encoded_ > 0) notice(ProblemCode::kImplausibleEncoding, std::to_string(double_encoded_));
    const std::string name(WireName(decoder_->encoding()));
    if (decoder_->misfits() > 0) {
      notice(ProblemCode::kEncodingDoubtful,
             name + ", maar " + std::to_string(decoder_->misfits()) + " tekens passen daar niet bij");
    } else if (!guess_.certain) {
      notice(ProblemCode::kEncodingDoubtful, name + " zonder kenmerk aan het begin");
    } else if (dos_text_) {
      notice(ProblemCode::kEncodingDoubtful, "lijkt op de codering van een oud DOS-programma");
    }
  }

  RowSink& sink_;
  const uint16_t file_;
  const ImportOptions options_;
  std::string start_;  // until sniffed
  bool sniffed_ = false;
  bool finished_ = false;
  EncodingGuess guess_;
  bool dos_text_ = false;
  size_t double_encoded_ = 0;
  std::optional<Decoder> decoder_;
  Recognition recognition_;
  std::unique_ptr<RowReader> reader_;
  std::unique_ptr<Tokenizer> tokenizer_;
  Container container_ = Container::kTable;
  std::unique_ptr<RecordSource> records_;  // of a file that is no table
  FileDescription description_;
  std::optional<Problem> fatal_;
};

Importer::Importer(RowSink& sink, uint16_t file, ImportOptions options)
    : state_(std::make_unique<State>(sink, file, std::move(options))) {}
Importer::~Importer() = default;

bool Importer::Push(std::string_view bytes) {
  return state_->Push(bytes);
}
bool Importer::Finish() {
  return state_->Finish();
}
bool Importer::Splits() const {
  return state_->Splits();
}
PartEnd Importer::ReadPart(std::string_view bytes, RowSink& sink) const {
  return state_->ReadPart(bytes, sink);
}
bool Importer::Fits(const PartEnd& part) const {
  return state_->Fits(part);
}
uint32_t Importer::PartShift() const {
  return state_->PartShift();
}
void Importer::Append(const PartEnd& part) {
  state_->Append(part);
}

const FileDescription& Importer::description() const {
  return state_->description();
}
const std::optional<Problem>& Importer::fatal() const {
  return state_->fatal();
}

}  // namespace verzuim
