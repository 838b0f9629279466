// The tokenizer as a native program, for tests that hold it against another reader of CSV (tests/web/csv.test.mjs).
//
// Standard input: any number of texts, each as its delimiter, its length in bytes in decimals, a line feed, and the
// text. Standard output: for each a line of JSON, the records as lists of cells. A record that has a fault ends in
// its name.
#include <cstdio>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "core/import/tokenizer.h"

namespace {

using nlohmann::json;

const char* NameOf(verzuim::RecordFault fault) {
  switch (fault) {
    case verzuim::RecordFault::kNone:
      break;
    case verzuim::RecordFault::kTooLong:
      return "too long";
    case verzuim::RecordFault::kTooManyColumns:
      return "too many columns";
    case verzuim::RecordFault::kUnclosedQuote:
      return "unclosed quote";
  }
  return nullptr;
}

class Collector : public verzuim::RecordSink {
 public:
  void OnRecord(const verzuim::Record& record) override {
    json cells = json::array();
    for (const std::string_view cell : record.cells) cells.push_back(cell);
    if (const char* fault = NameOf(record.fault)) cells.push_back({{"fault", fault}});
    records.push_back(std::move(cells));
  }
  json records = json::array();
};

}  // namespace

int main() {
  char delimiter = 0;
  size_t size = 0;
  std::string text;
  while (std::cin.get(delimiter) && std::cin >> size && std::cin.get() == '\n') {
    text.resize(size);
    if (!std::cin.read(text.data(), static_cast<std::streamsize>(size))) return 1;
    Collector collector;
    verzuim::TokenizerConfig config;
    config.delimiter = delimiter;
    verzuim::Tokenizer tokenizer(config, collector);
    tokenizer.Push(text);
    tokenizer.Finish();
    const std::string line = collector.records.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
    std::fwrite(line.data(), 1, line.size(), stdout);
  }
  return 0;
}
