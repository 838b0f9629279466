// Any text through the tokenizer with small limits, so that the fuzzer reaches them: the same records for every
// split, physical lines in order, and nothing but line ends, delimiters, quotes and padding lost. The first byte
// chooses the chunk size and the number of columns expected.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/import/tokenizer.h"
#include "tests/fuzz/require.h"

namespace verzuim {
namespace {

struct Seen {
  uint64_t line;
  RecordFault fault;
  int stray_quote;
  std::vector<std::string> cells;
  bool operator==(const Seen&) const = default;
};

class Recorder : public RecordSink {
 public:
  void OnRecord(const Record& record) override {
    seen.push_back({record.line, record.fault, record.stray_quote, {record.cells.begin(), record.cells.end()}});
  }
  std::vector<Seen> seen;
};

std::vector<Seen> Tokenize(std::string_view text, const TokenizerConfig& config, size_t chunk) {
  Recorder recorder;
  Tokenizer tokenizer(config, recorder);
  for (size_t at = 0; at < text.size(); at += chunk) tokenizer.Push(text.substr(at, chunk));
  tokenizer.Finish();
  return recorder.seen;
}

void Check(std::string_view text, const TokenizerConfig& config, size_t chunk) {
  const std::vector<Seen> whole = Tokenize(text, config, text.size() + 1);
  Require(Tokenize(text, config, chunk) == whole, "the same records for every split");
  uint64_t last_line = 0;
  bool complete = true;
  std::string kept;
  for (const Seen& seen : whole) {
    Require(seen.line > last_line, "every record starts on a line of its own");
    last_line = seen.line;
    complete = complete && seen.fault != RecordFault::kTooLong && seen.fault != RecordFault::kTooManyColumns;
    for (const std::string& cell : seen.cells) kept += cell;
  }
  if (!complete) return;
  const auto letters = [](std::string_view from) {
    std::string out;
    for (const char c : from) {
      if (std::string_view(";\"\r\n\x1A").find(c) == std::string_view::npos && c != '\0') out += c;
    }
    return out;
  };
  Require(letters(kept) == letters(text), "no text is lost");
}

}  // namespace
}  // namespace verzuim

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size < 1) return 0;
  verzuim::TokenizerConfig config;
  config.columns = data[0] % 4;
  config.max_record_bytes = 40;
  config.max_columns = 6;
  verzuim::Check({reinterpret_cast<const char*>(data) + 1, size - 1}, config, 1 + data[0] / 4);
  return 0;
}
