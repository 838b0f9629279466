// Tokenizer: text in chunks of any size to records of cells.
//
// RFC 4180, and where files break it: CR, LF and CRLF end a record, also mixed; a quote inside an unquoted cell or
// text after a closing quote is kept as it stands and marked; a quote that is never closed costs its own line only.
// Memory is bounded by the longest record allowed, whatever the file. Records are the same for every split.
#ifndef VERZUIM_CORE_IMPORT_TOKENIZER_H_
#define VERZUIM_CORE_IMPORT_TOKENIZER_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace verzuim {

// A longer record is rejected as a whole (200 MB of one line must not grow memory).
inline constexpr size_t kMaxRecordBytes = 1024 * 1024;
inline constexpr size_t kMaxColumns = 512;

enum class RecordFault : uint8_t {
  kNone,
  kTooLong,         // cells is empty
  kTooManyColumns,  // cells holds the first max_columns
  kUnclosedQuote,   // cells holds what was read of the line
};

struct Record {
  uint64_t line = 0;                        // physical line on which it starts, from 1; lines inside quotes count
  std::span<const std::string_view> cells;  // valid during the call, as is text
  // The record as it stands in the file, without its line end, of which the cells are parts. Empty when some cell is
  // not, or when the record spans lines.
  std::string_view text = {};
  RecordFault fault = RecordFault::kNone;
  int stray_quote = -1;  // first cell with a quote out of place; -1 = none
};

// Records that a sink took from the text by itself.
struct TakenRecords {
  size_t bytes = 0;
  uint64_t records = 0;
};

class RecordSink {
 public:
  virtual ~RecordSink() = default;
  virtual void OnRecord(const Record& record) = 0;
  // The text that follows the last record; its first record starts on `line`. A sink that knows what is there may
  // take records from its start, each of one line that ends in LF or CRLF; OnRecord gets the rest.
  virtual TakenRecords Take(std::string_view /*text*/, uint64_t /*line*/) { return {}; }
};

struct TokenizerConfig {
  char delimiter = ';';
  uint64_t first_line = 1;
  // Cells a record has, when known (0 = not known). A record that spans lines and has another number of cells, or a
  // quote out of place, is the work of a stray quote: its first line becomes kUnclosedQuote and the other lines are
  // read one by one.
  size_t columns = 0;
  size_t max_record_bytes = kMaxRecordBytes;
  size_t max_columns = kMaxColumns;
};

class Tokenizer {
 public:
  // `sink` must outlive the tokenizer.
  Tokenizer(const TokenizerConfig& config, RecordSink& sink);

  void Push(std::string_view text);
  // The text has ended: hands over a last record without line end. Zero bytes and Ctrl-Z at the very end are
  // padding, no text.
  void Finish();

  // Whether what was pushed ends where a record ends, the whole line end included.
  bool AtRecordStart() const { return buffer_.empty() && !skipping_ && !after_cr_; }
  // The physical line on which the next record starts. Only at the start of one.
  uint64_t line() const { return line_; }
  // So many physical lines were read elsewhere. Only at the start of a record.
  void PassLines(uint64_t lines) { line_ += lines; }

 private:
  struct CellSpan {
    uint32_t begin = 0;  // the buffer is never near 4 GB
    uint32_t end = 0;
    bool quoted = false;
    bool rewrite = false;  // doubled quotes or text after the closing quote: the value is not a plain part
  };

  void Scan();
  // One structural character. False when scanning has to start anew at scan_.
  bool Take(size_t at);
  void TakeQuote(size_t at);
  void EndCell(size_t at);
  bool EndRecord(size_t at);
  // Lets the sink take records that follow. True when it took any: scan_ stands behind them.
  bool LetSinkTake();
  bool IsWorkOfStrayQuote() const;
  void Emit(RecordFault fault);
  std::string_view QuotedValue(const CellSpan& cell);
  // Reads what was taken since the start of the record again, line by line, up to `through`.
  void ReadAgainByLine(size_t through);
  void GiveUpRecord();
  void StartRecord(size_t at);
  void DropConsumed();

  const TokenizerConfig config_;
  RecordSink& sink_;

  // The record being read and what has not been scanned yet. All positions are offsets into it.
  std::string buffer_;
  size_t scan_ = 0;  // first byte not scanned
  size_t record_begin_ = 0;
  size_t cell_begin_ = 0;
  size_t by_line_until_ = 0;  // before this offset every line end ends the record
  size_t last_quote_ = kNowhere;
  bool in_quotes_ = false;
  bool cell_quoted_ = false;
  bool cell_rewrite_ = false;
  bool special_ = false;   // in a quoted cell, or skipping_
  bool skipping_ = false;  // in the rest of a line that was too long
  bool after_cr_ = false;  // the record before ended in CR: an LF right here belongs to it
  bool too_many_columns_ = false;
  int stray_quote_ = -1;
  uint64_t line_;             // on which the record starts
  uint64_t inner_lines_ = 0;  // line ends inside quotes so far
  size_t span_count_ = 0;
  std::vector<CellSpan> spans_;          // max_columns of them, the first span_count_ in use
  std::vector<std::string_view> cells_;  // as many

  static constexpr size_t kNowhere = SIZE_MAX;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_IMPORT_TOKENIZER_H_
