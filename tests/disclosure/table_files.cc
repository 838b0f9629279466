#include "tests/disclosure/table_files.h"

#include <fstream>
#include <sstream>

namespace verzuim {

TableFiles ReadTableFiles(const std::string& name) {
  auto slurp = [](const std::string& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
  };
  const std::string base = std::string(VERZUIM_SOURCE_DIR) + "/tests/disclosure/tables/" + name;
  return {slurp(base + ".csv"), slurp(base + ".hier.csv")};
}

}  // namespace verzuim
