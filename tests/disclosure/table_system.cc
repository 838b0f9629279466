// Prints a table of tests/disclosure/tables for optimum.py: {"counts":[…],"sums":[[[totals],[parts]],…]}.
//
// Usage: table_system NAME
#include <cstdio>
#include <string>

#include "core/disclosure/count_table.h"
#include "tests/disclosure/table_files.h"

int main(int argc, char** argv) {
  using namespace verzuim;
  if (argc != 2) return 2;
  const TableFiles files = ReadTableFiles(argv[1]);
  const Result<CountTable> table = ReadCountTable(files.table, files.hierarchy);
  if (!table) return 1;
  std::string counts, sums;
  for (const int64_t n : table->counts) counts += (counts.empty() ? "" : ",") + std::to_string(n);
  for (size_t r = 0; r < table->system.relations(); ++r) {
    std::string total, parts;
    for (const Term& term : table->system.Terms(r)) {
      std::string& list = term.sign < 0 ? total : parts;
      list += (list.empty() ? "" : ",") + std::to_string(term.cell);
    }
    sums += std::string(sums.empty() ? "" : ",") + "[[" + total + "],[" + parts + "]]";
  }
  std::printf("{\"counts\":[%s],\"sums\":[%s]}\n", counts.c_str(), sums.c_str());
  return 0;
}
