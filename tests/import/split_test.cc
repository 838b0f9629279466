// Any split of the bytes gives the same rows, problems and description; and rows read = used + rejected.
#include <gtest/gtest.h>

#include "tests/import/recording_sink.h"

namespace verzuim {
namespace {

using std::string_literals::operator""s;

void ExpectSame(const Imported& got, const Imported& whole, size_t chunk) {
  EXPECT_EQ(got.lines, whole.lines) << chunk;
  EXPECT_EQ(got.fatal, whole.fatal) << chunk;
  EXPECT_EQ(got.description.encoding, whole.description.encoding) << chunk;
  EXPECT_EQ(got.description.rows, whole.description.rows) << chunk;
  EXPECT_EQ(got.description.bytes, whole.description.bytes) << chunk;
  EXPECT_EQ(got.description.date_formats, whole.description.date_formats) << chunk;
  EXPECT_EQ(got.description.preview, whole.description.preview) << chunk;
}

const std::string kFiles[] = {
    "leerling;datum;lesuur;minuten;status;reden;gemist\r\n100123;2025-09-13;3;50;afwezig;\"Z;\"\"x\"\"\";\r\n\r\n"
    "100123;2025-02-30;3;50;afwezig;Z;\r\n\"100123;2025-09-13;4\r\n100123;13-09-2025;3;50;afwezig;Z;\r\n",
    "sep=,\rleerling,geboortedatum,klas\r1,13-05-2010,\"Zo\xEB\r\n 3A\"\r2,14-05-2010,3B\x1A",
    "\xEF\xBB\xBFleerling\tgeboortedatum\n1\t2010-05-13\nTotaal\t2\n1\t\xE2\x82",
    "100122;20091012;1000;20091012;1045;2;2;Z;Gebeld \"door\" vader;\r\n100122;20091013;;;;;;Z;\xE9;\r\n",
    "\xFF\xFEl\0e\0e\0r\0l\0i\0n\0g\0;\0g\0e\0b\0o\0o\0r\0t\0e\0d\0a\0t\0u\0m\0\n\0"
    "1\0;\0"
    "2\0"s,
    "geen;enkele;bekende;kolom\n1;2;3;4\n",
};

TEST(SplitTest, EveryChunkSizeOfSmallFiles) {
  for (const std::string& file : kFiles) {
    const Imported whole = ImportText(file);
    EXPECT_EQ(whole.description.rows, whole.used + whole.rejected);
    for (size_t chunk = 1; chunk <= file.size(); ++chunk) ExpectSame(ImportText(file, chunk), whole, chunk);
  }
}

TEST(SplitTest, EverySplitInTwo) {
  const std::string& file = kFiles[0];
  const Imported whole = ImportText(file);
  for (size_t at = 0; at <= file.size(); ++at) {
    RecordingSink sink;
    Importer importer(sink, 0, {});
    importer.Push(std::string_view(file).substr(0, at));
    importer.Push({});
    importer.Push(std::string_view(file).substr(at));
    importer.Finish();
    EXPECT_EQ(sink.lines, whole.lines) << at;
  }
}

TEST(SplitTest, ChunksAroundTheSniffWindow) {
  std::string file = "leerling;datum;lesuur;minuten;status;reden\n";
  for (int i = 0; file.size() < kSniffBytes + 5000; ++i) {
    file += std::to_string(100000 + i) + ";2025-09-13;3;50;afwezig;" + (i % 7 == 0 ? "\"Z\n\"" : "Zo\xC3\xAB") + "\n";
  }
  const Imported whole = ImportText(file);
  EXPECT_GT(whole.used, 1000u);
  EXPECT_EQ(whole.rejected, 0u);
  for (const size_t chunk : {1009ul, 4096ul, kSniffBytes - 1, kSniffBytes, kSniffBytes + 1}) {
    ExpectSame(ImportText(file, chunk), whole, chunk);
  }
  // The file ends exactly where the window does.
  const std::string exact = file.substr(0, kSniffBytes);
  const Imported exact_whole = ImportText(exact);
  EXPECT_EQ(exact_whole.description.rows, exact_whole.used + exact_whole.rejected);
  ExpectSame(ImportText(exact, 777), exact_whole, 777);
}

}  // namespace
}  // namespace verzuim
