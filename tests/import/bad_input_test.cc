// Files that nobody should have given us: a clear problem, bounded memory, no crash.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/import/recording_sink.h"

namespace verzuim {
namespace {

ProblemCode CodeOf(const Imported& got) {
  EXPECT_TRUE(got.fatal);
  EXPECT_TRUE(got.lines.empty());
  EXPECT_EQ(got.description.rows, 0u);
  return got.fatal ? got.fatal->code : ProblemCode::kUnaccountedRows;
}

TEST(BadInputTest, WholeFiles) {
  EXPECT_EQ(CodeOf(ImportText("")), ProblemCode::kEmptyFile);
  EXPECT_EQ(CodeOf(ImportText("\xEF\xBB\xBF\r\n")), ProblemCode::kEmptyFile);
  EXPECT_EQ(CodeOf(ImportText("PK\x03\x04xl/workbook.xml")), ProblemCode::kUnsupportedContainer);
  std::string noise;
  for (int i = 0; i < 100000; ++i) noise += static_cast<char>((i * 7919) >> 3);
  EXPECT_EQ(CodeOf(ImportText(noise)), ProblemCode::kBinaryFile);
  EXPECT_EQ(CodeOf(ImportText("leerling:datum:lesuur:minuten:status\n1:2025-09-13:1:50:aanwezig\n")),
            ProblemCode::kUnknownLayout);
  EXPECT_EQ(CodeOf(ImportText("naam;straat\nx;y\n")), ProblemCode::kUnknownLayout);
  EXPECT_EQ(CodeOf(ImportText("een brief van de school\nmet twee regels\n")), ProblemCode::kUnknownLayout);
}

TEST(BadInputTest, AFatalProblemEndsTheReading) {
  RecordingSink sink;
  Importer importer(sink, 0, {});
  EXPECT_TRUE(importer.Push("%PDF"));
  EXPECT_FALSE(importer.Finish());
  EXPECT_FALSE(importer.Push("leerling;geboortedatum\n1;2010-05-13\n"));
  EXPECT_FALSE(importer.Finish());
  EXPECT_TRUE(sink.lines.empty());
}

TEST(BadInputTest, AHeaderAloneIsAFileWithoutRows) {
  const Imported got = ImportText("leerling;geboortedatum;klas\n");
  EXPECT_FALSE(got.fatal);
  EXPECT_EQ(got.description.rows, 0u);
}

// 200 MB without a line end, in chunks: the rows before it and after it are read, and it costs one row.
TEST(BadInputTest, OneLineOf200Megabytes) {
  constexpr size_t kChunks = 200;
  for (const char fill : {'x', ';', '"'}) {
    RecordingSink sink;
    Importer importer(sink, 0, {});
    importer.Push("leerling;geboortedatum;klas\n1;2010-05-13;3A\n");
    const std::string chunk(1024 * 1024, fill);
    for (size_t i = 0; i < kChunks; ++i) EXPECT_TRUE(importer.Push(chunk));
    importer.Push("\n2;2010-05-13;3A\n");
    EXPECT_TRUE(importer.Finish());
    EXPECT_EQ(sink.lines, (std::vector<std::string>{"2: leerling '1' geb 2010-05-13 soort 0 klas '3A' gemeente ''",
                                                    "3: af regel_te_lang [] 1048576",
                                                    "4: leerling '2' geb 2010-05-13 soort 0 klas '3A' gemeente ''"}));
  }
}

TEST(BadInputTest, NothingButOneLongLine) {
  EXPECT_EQ(CodeOf(ImportText(std::string(3 * kSniffBytes, 'x'))), ProblemCode::kUnknownLayout);
}

// A quote that opens on every line and closes on the next: reading again must not make it slow.
TEST(BadInputTest, QuotesThatNeverMeet) {
  std::string text = "leerling;geboortedatum;klas\n1;2010-05-13;3A\n";
  for (int i = 0; i < 400000; ++i) text += "a\";\"b\n";
  const Imported got = ImportText(text);
  EXPECT_EQ(got.used, 1u);
  EXPECT_EQ(got.description.rows, got.used + got.rejected);
}

TEST(BadInputTest, TooManyColumns) {
  const Imported got =
      ImportText("leerling;geboortedatum\n1;2010-05-13\n2;" + std::string(600, ';') + "\n3;2010-05-14\n");
  EXPECT_EQ(got.used, 2u);
  EXPECT_EQ(got.lines[1], "3: af te_veel_kolommen [] 512");
}

}  // namespace
}  // namespace verzuim
