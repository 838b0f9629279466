#include "core/import/tokenizer.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "core/import/structural.h"

namespace verzuim {
namespace {

// Larger chunks are taken in slices, so that the buffer stays small and in the processor's cache.
constexpr size_t kSliceBytes = 64 * 1024;

constexpr bool IsLineEnd(char c) {
  return c == '\n' || c == '\r';
}

}  // namespace

Tokenizer::Tokenizer(const TokenizerConfig& config, RecordSink& sink)
    : config_(config), sink_(sink), line_(config.first_line) {
  spans_.resize(config_.max_columns);
  cells_.resize(config_.max_columns);
}

void Tokenizer::Push(std::string_view text) {
  while (!text.empty()) {
    const size_t size = std::min(text.size(), kSliceBytes);
    buffer_.append(text.substr(0, size));
    text.remove_prefix(size);
    Scan();
    DropConsumed();
  }
}

void Tokenizer::Finish() {
  while (buffer_.size() > cell_begin_ && (buffer_.back() == '\0' || buffer_.back() == '\x1A')) buffer_.pop_back();
  scan_ = std::min(scan_, buffer_.size());
  while (!skipping_ && !(record_begin_ == buffer_.size() && span_count_ == 0)) {
    const size_t end = buffer_.size();
    EndCell(end);
    if (in_quotes_ ? inner_lines_ > 0 : IsWorkOfStrayQuote()) {
      ReadAgainByLine(end);
      Scan();
      continue;
    }
    Emit(in_quotes_ ? RecordFault::kUnclosedQuote : RecordFault::kNone);
    StartRecord(end);
  }
}

void Tokenizer::Scan() {
  for (;;) {
    while (scan_ < buffer_.size()) {
      const size_t base = scan_;
      const size_t size = std::min(buffer_.size() - base, kBlockBytes);
      uint64_t mask;
      if (size == kBlockBytes) {
        mask = StructuralMask(buffer_.data() + base, config_.delimiter);
      } else {
        char block[kBlockBytes] = {};
        std::memcpy(block, buffer_.data() + base, size);
        mask = StructuralMask(block, config_.delimiter);
      }
      scan_ = base + size;
      for (; mask != 0; mask &= mask - 1) {
        const size_t at = base + static_cast<size_t>(std::countr_zero(mask));
        // Nearly always: the end of a cell without quotes. Everything else is for Take.
        if (buffer_[at] == config_.delimiter && !special_ && span_count_ < config_.max_columns &&
            at - record_begin_ <= config_.max_record_bytes) {
          spans_[span_count_++] = {static_cast<uint32_t>(cell_begin_), static_cast<uint32_t>(at), false, false};
          cell_begin_ = at + 1;
        } else if (!Take(at)) {
          break;
        }
      }
    }
    if (skipping_ || buffer_.size() - record_begin_ <= config_.max_record_bytes) return;
    GiveUpRecord();
  }
}

bool Tokenizer::Take(size_t at) {
  const char c = buffer_[at];
  if (skipping_) {
    if (IsLineEnd(c)) {
      skipping_ = false;
      after_cr_ = c == '\r';
      ++line_;
      StartRecord(at + 1);
    }
    return true;
  }
  if (at - record_begin_ > config_.max_record_bytes) {
    GiveUpRecord();
    return false;
  }
  if (c == config_.delimiter) {
    if (!in_quotes_) EndCell(at);
    return true;
  }
  if (c == '"') {
    TakeQuote(at);
    return true;
  }
  if (c == '\n' && after_cr_ && at == record_begin_) {
    after_cr_ = false;
    StartRecord(at + 1);
    return !LetSinkTake();
  }
  if (in_quotes_ && at >= by_line_until_) {
    if (c == '\r' || buffer_[at - 1] != '\r') ++inner_lines_;
    return true;
  }
  return EndRecord(at);
}

void Tokenizer::TakeQuote(size_t at) {
  if (in_quotes_) {
    in_quotes_ = false;
    last_quote_ = at;
  } else if (at == cell_begin_) {
    in_quotes_ = cell_quoted_ = special_ = true;
  } else if (cell_quoted_ && at == last_quote_ + 1) {
    in_quotes_ = cell_rewrite_ = true;  // a doubled quote stands for one
  } else if (stray_quote_ < 0) {
    stray_quote_ = static_cast<int>(span_count_);
  }
}

void Tokenizer::EndCell(size_t at) {
  bool rewrite = cell_rewrite_;
  if (cell_quoted_ && (in_quotes_ || last_quote_ + 1 != at)) {
    rewrite = true;
    const auto space = [](char c) { return c == ' ' || c == '\t'; };
    const bool padding = in_quotes_ || std::all_of(buffer_.begin() + static_cast<ptrdiff_t>(last_quote_ + 1),
                                                   buffer_.begin() + static_cast<ptrdiff_t>(at), space);
    if (!padding && stray_quote_ < 0) stray_quote_ = static_cast<int>(span_count_);
  }
  if (span_count_ < config_.max_columns) {
    spans_[span_count_++] = {static_cast<uint32_t>(cell_begin_), static_cast<uint32_t>(at), cell_quoted_, rewrite};
  } else {
    too_many_columns_ = true;
  }
  cell_begin_ = at + 1;
  last_quote_ = kNowhere;
  cell_quoted_ = cell_rewrite_ = special_ = false;
}

bool Tokenizer::EndRecord(size_t at) {
  EndCell(at);
  if (IsWorkOfStrayQuote()) {
    ReadAgainByLine(at + 1);
    return false;
  }
  Emit(in_quotes_ ? RecordFault::kUnclosedQuote : RecordFault::kNone);
  after_cr_ = buffer_[at] == '\r';
  line_ += inner_lines_ + 1;
  StartRecord(at + 1);
  return after_cr_ || !LetSinkTake();
}

bool Tokenizer::LetSinkTake() {
  if (record_begin_ < by_line_until_) return false;
  const TakenRecords taken = sink_.Take(std::string_view(buffer_).substr(record_begin_), line_);
  if (taken.records == 0) return false;
  line_ += taken.records;
  StartRecord(record_begin_ + taken.bytes);
  scan_ = record_begin_;
  return true;
}

bool Tokenizer::IsWorkOfStrayQuote() const {
  return inner_lines_ > 0 && config_.columns != 0 && (span_count_ != config_.columns || stray_quote_ >= 0);
}

void Tokenizer::Emit(RecordFault fault) {
  if (fault != RecordFault::kTooLong && too_many_columns_) fault = RecordFault::kTooManyColumns;
  bool whole = span_count_ > 0 && inner_lines_ == 0;
  for (size_t i = 0; i < span_count_; ++i) {
    const CellSpan& span = spans_[i];
    whole = whole && !span.rewrite;
    cells_[i] =
        span.quoted ? QuotedValue(span) : std::string_view(buffer_.data() + span.begin, span.end - span.begin);
  }
  Record record;
  record.line = line_;
  record.cells = std::span(cells_.data(), span_count_);
  if (whole)
    record.text = std::string_view(buffer_).substr(record_begin_, spans_[span_count_ - 1].end - record_begin_);
  record.fault = fault;
  record.stray_quote = stray_quote_;
  sink_.OnRecord(record);
}

std::string_view Tokenizer::QuotedValue(const CellSpan& cell) {
  const std::string_view all(buffer_);
  if (!cell.rewrite) return all.substr(cell.begin + 1, cell.end - cell.begin - 2);
  // In place: the value is never longer than its text, and the text is not needed again.
  size_t out = cell.begin;
  bool quoted = true;
  for (size_t i = cell.begin + 1; i < cell.end; ++i) {
    if (quoted && buffer_[i] == '"') {
      if (i + 1 >= cell.end || buffer_[i + 1] != '"') {
        quoted = false;
        continue;
      }
      ++i;
    }
    buffer_[out++] = buffer_[i];
  }
  return all.substr(cell.begin, out - cell.begin);
}

void Tokenizer::ReadAgainByLine(size_t through) {
  by_line_until_ = through;
  scan_ = record_begin_;
  after_cr_ = false;
  StartRecord(record_begin_);
}

void Tokenizer::GiveUpRecord() {
  const size_t limit = record_begin_ + config_.max_record_bytes + 1;
  if (inner_lines_ > 0) {
    ReadAgainByLine(limit);
    return;
  }
  span_count_ = 0;
  stray_quote_ = -1;
  Emit(RecordFault::kTooLong);
  skipping_ = special_ = true;
  scan_ = limit;
}

void Tokenizer::StartRecord(size_t at) {
  record_begin_ = cell_begin_ = at;
  last_quote_ = kNowhere;
  in_quotes_ = cell_quoted_ = cell_rewrite_ = too_many_columns_ = false;
  special_ = skipping_;
  stray_quote_ = -1;
  inner_lines_ = 0;
  span_count_ = 0;
}

void Tokenizer::DropConsumed() {
  const size_t gone = skipping_ ? scan_ : record_begin_;
  buffer_.erase(0, gone);
  scan_ -= gone;
  by_line_until_ -= std::min(by_line_until_, gone);
  if (skipping_) {
    StartRecord(0);
    return;
  }
  record_begin_ -= gone;
  cell_begin_ -= gone;
  if (last_quote_ != kNowhere) last_quote_ -= gone;
  for (size_t i = 0; i < span_count_; ++i) {
    spans_[i].begin -= static_cast<uint32_t>(gone);
    spans_[i].end -= static_cast<uint32_t>(gone);
  }
}

}  // namespace verzuim
