// Judges mutants: one process with every test of the rules in it, and a fork for each question, so that a mutant
// costs no start, no link and no reading of the vectors.
//
//   rechter meet N        each test alone, without any mutant: "test <name> <passes> <microseconds> <sites it
//   asked>…";
//                         before these "vooraf <sites>…", what was asked before main()
//   rechter oordeel       reads "<mutant> <cases> <seconds> <number of a test>…" lines and answers each with what
//   noticed:
//                         "<name of the test>", "crash <name>", "timeout <name>" or "-"
//
// N and <cases> are the random cases of each property, <seconds> the processor time the mutant may take.
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "tests/mutatie/schakel.h"

#define main RegelsMdMain
#include "tools/regels_md.cc"
#undef main

namespace mutatie {
namespace {

std::string ReadText(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST(RegelsMd, IsWhatTheRegistryMakes) {
  const int memory = memfd_create("regels.md", 0);
  std::string path = "/proc/self/fd/" + std::to_string(memory), name = "regels_md";
  char* argv[] = {name.data(), path.data()};
  EXPECT_EQ(RegelsMdMain(2, argv), 0);
  EXPECT_EQ(ReadText(path), ReadText(VERZUIM_SOURCE_DIR "/docs/regels.md"));
  close(memory);
}

std::vector<std::string> TestNames() {
  std::vector<std::string> names;
  const testing::UnitTest& all = *testing::UnitTest::GetInstance();
  for (int s = 0; s < all.total_test_suite_count(); ++s) {
    const testing::TestSuite& suite = *all.GetTestSuite(s);
    for (int t = 0; t < suite.total_test_count(); ++t) {
      names.push_back(std::string(suite.name()) + "." + suite.GetTestInfo(t)->name());
    }
  }
  return names;
}

bool Passes(const std::string& name) {
  testing::GTEST_FLAG(filter) = name;
  return RUN_ALL_TESTS() == 0;
}

// What a fork leaves behind for its parent.
struct Note {
  size_t test;  // the one that ran last
  bool failed;
  unsigned char reached[kMostMutants];
};

// Runs the tests in a fork until one fails; the status it ended with, and its processor time in microseconds.
struct Ended {
  int status;
  long microseconds;
};
Ended RunForked(int mutant, const std::string& cases, int seconds, const std::vector<size_t>& tests,
                const std::vector<std::string>& names, Note& note) {
  const pid_t child = fork();
  if (child == 0) {
    setenv("RC_PARAMS", ("seed=20261122 noshrink=1 max_success=" + cases).c_str(), 1);
    const itimerval limit = {{0, 0}, {seconds, 0}};
    setitimer(ITIMER_PROF, &limit, nullptr);  // SIGPROF ends what runs on
    const rlimit memory = {rlim_t{4} << 30, rlim_t{4} << 30}, no_core = {0, 0};
    setrlimit(RLIMIT_AS, &memory);
    setrlimit(RLIMIT_CORE, &no_core);
    std::fill(std::begin(reached), std::end(reached), 0);
    awake = mutant;
    for (const size_t test : tests) {
      note.test = test;
      note.failed = !Passes(names[test]);
      if (note.failed) break;
    }
    std::copy(std::begin(reached), std::end(reached), note.reached);
    _exit(0);
  }
  Ended ended;
  rusage usage;
  wait4(child, &ended.status, 0, &usage);
  ended.microseconds =
      1000000L * (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + usage.ru_utime.tv_usec + usage.ru_stime.tv_usec;
  return ended;
}

std::string Sites(const unsigned char* asked) {
  std::string text;
  for (int n = 0; n < kMostMutants; ++n) {
    if (asked[n]) text += " " + std::to_string(n);
  }
  return text;
}

void Measure(const std::string& cases, const std::vector<std::string>& names, Note& note) {
  std::cout << "vooraf" << Sites(reached) << "\n";
  for (size_t test = 0; test < names.size(); ++test) {
    const Ended ended = RunForked(0, cases, 600, {test}, names, note);
    const bool passes = ended.status == 0 && !note.failed;
    std::cout << "test " << names[test] << " " << passes << " " << ended.microseconds << Sites(note.reached)
              << std::endl;
  }
}

void Judge(const std::vector<std::string>& names, Note& note) {
  for (std::string line; std::getline(std::cin, line);) {
    std::istringstream words(line);
    int mutant, seconds;
    std::string cases;
    words >> mutant >> cases >> seconds;
    std::vector<size_t> tests;
    for (size_t test; words >> test;) tests.push_back(test);
    const Ended ended = RunForked(mutant, cases, seconds, tests, names, note);
    const std::string name = names[note.test];
    if (ended.status != 0) {
      std::cout << (WIFSIGNALED(ended.status) && WTERMSIG(ended.status) == SIGPROF ? "timeout " : "crash ") << name
                << std::endl;
    } else {
      std::cout << (note.failed ? name : "-") << std::endl;
    }
  }
}

}  // namespace
}  // namespace mutatie

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  auto& listeners = testing::UnitTest::GetInstance()->listeners();
  delete listeners.Release(listeners.default_result_printer());
  void* shared = mmap(nullptr, sizeof(mutatie::Note), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  auto& note = *static_cast<mutatie::Note*>(shared);
  const std::vector<std::string> names = mutatie::TestNames();
  const std::string mode = argc > 1 ? argv[1] : "";
  if (mode == "meet" && argc == 3) {
    mutatie::Measure(argv[2], names, note);
  } else if (mode == "oordeel") {
    mutatie::Judge(names, note);
  } else {
    return 2;
  }
  return 0;
}
