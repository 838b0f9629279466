// The core as a native program, from files to text: what tests/web/twin.test.mjs holds against the module.
//
// Usage: json_native onderdruk REQUEST | tel-op REQUEST | controleer PUBLICATIE LEZER | bereken SCHOOL REQUEST FILE…
//
// Prints the answer as it is; of `bereken` also every file that was made, as a line with its name and the bytes.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "core/json/disclosure_json.h"
#include "core/json/envelope.h"
#include "core/json/json_session.h"
#include "core/json/rollup_json.h"

namespace {

std::string Read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string Bereken(const std::vector<std::string>& args) {
  verzuim::JsonSession session;
  std::string out = session.SetSchool(Read(args[1])) + "\n";
  for (size_t i = 3; i < args.size(); ++i) {
    const std::string name = args[i].substr(args[i].rfind('/') + 1);
    out += session.Begin("{\"naam\":\"" + name + "\"}") + "\n";
    session.Push(Read(args[i]));
    out += session.End() + "\n";
  }
  const std::string answer = session.Bereken(Read(args[2]));
  out += answer + "\n";
  const verzuim::Json made = verzuim::Json::parse(answer, nullptr, false);
  if (!made.contains("waarde")) return out;
  for (const verzuim::Json& file : made["waarde"]["bestanden"]) {
    const std::string name = file["naam"];
    out += name + "\n" + session.File(name) + "\n";
  }
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> args(argv + 1, argv + argc);
  std::string answer;
  if (args.size() == 2 && args[0] == "onderdruk") {
    answer = verzuim::OnderdrukJson(Read(args[1]));
  } else if (args.size() == 2 && args[0] == "tel-op") {
    answer = verzuim::TelOpJson(Read(args[1]));
  } else if (args.size() == 3 && args[0] == "controleer") {
    answer = verzuim::ControleerJson(Read(args[1]), Read(args[2]));
  } else if (args.size() >= 4 && args[0] == "bereken") {
    answer = Bereken(args);
  } else {
    return 2;
  }
  std::fwrite(answer.data(), 1, answer.size(), stdout);
  return 0;
}
