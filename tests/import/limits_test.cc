// What a hostile file meets: the limits that docs/importing.md names are those of the code, and at each of them the
// answer is clear and the memory bounded.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "core/import/json_events.h"
#include "core/import/json_table.h"
#include "core/import/record_source.h"
#include "core/import/tokenizer.h"
#include "core/import/xml_events.h"
#include "tests/import/recording_sink.h"

namespace verzuim {
namespace {

constexpr const char* kHeader = "leerling;geboortedatum;klas\n";
constexpr const char* kRow = "1;2010-05-13;3A\n";

std::string Size(size_t bytes) {
  return bytes % (1024 * 1024) == 0 ? std::to_string(bytes / (1024 * 1024)) + " MiB"
                                    : std::to_string(bytes / 1024) + " KiB";
}

TEST(LimitsTest, TheDocsNameTheLimitsOfTheCode) {
  std::ifstream file(VERZUIM_SOURCE_DIR "/docs/importing.md", std::ios::binary);
  const std::string docs{std::istreambuf_iterator<char>(file), {}};
  EXPECT_EQ(JsonEvents::kMaxDepth, XmlEvents::kMaxDepth);
  for (const std::string& row : {
           "| a record of a table | " + Size(kMaxRecordBytes) + " |",
           "| columns of a table | " + std::to_string(kMaxColumns) + " |",
           "| a string or number in JSON | " + Size(JsonEvents::kMaxText) + " |",
           "| a tag in XML | " + Size(XmlEvents::kMaxTag) + " |",
           "| depth of JSON and XML | " + std::to_string(JsonEvents::kMaxDepth) + " |",
           "| the values of one record | " + Size(kMaxRecordValuesBytes) + " |",
           "| values written again for each record of a list | " + Size(JsonTable::kMaxRepeatedBytes) + " |",
       }) {
    EXPECT_NE(docs.find(row), std::string::npos) << row;
  }
}

ProblemCode Fatal(const std::string& bytes) {
  const Imported got = ImportText(bytes);
  EXPECT_TRUE(got.fatal);
  return got.fatal ? got.fatal->code : ProblemCode::kUnaccountedRows;
}

TEST(LimitsTest, ARecordOfATable) {
  const std::string start = "2;2010-05-13;";
  const auto row = [&](size_t size) { return start + std::string(size - start.size(), 'x') + "\n"; };
  EXPECT_EQ(ImportText(kHeader + std::string(kRow) + row(kMaxRecordBytes)).used, 2u);
  const Imported over = ImportText(kHeader + std::string(kRow) + row(kMaxRecordBytes + 1) + kRow);
  EXPECT_EQ(over.used, 2u);
  EXPECT_EQ(over.lines[1], "3: af regel_te_lang [] 1048576");
}

TEST(LimitsTest, ColumnsOfATable) {
  const auto row = [](size_t cells) { return "2;2010-05-13" + std::string(cells - 2, ';') + "\n"; };
  EXPECT_EQ(ImportText(kHeader + std::string(kRow) + row(kMaxColumns)).used, 2u);
  for (const size_t cells : {kMaxColumns + 1, size_t{1000000}}) {
    const Imported over = ImportText(kHeader + std::string(kRow) + row(cells) + kRow);
    EXPECT_EQ(over.used, 2u);
    EXPECT_EQ(over.lines[1], "3: af te_veel_kolommen [] 512");
  }
  // A header of a million columns is no header.
  EXPECT_EQ(Fatal("leerling;geboortedatum" + std::string(1000000, ';') + "\n1;2010-05-13\n"),
            ProblemCode::kUnknownLayout);
}

// A cell of 100 MB between quotes, also one that is never closed: one row, and what stands around it is read.
TEST(LimitsTest, ACellOf100Megabytes) {
  for (const char* end : {"\"\n", "\n"}) {
    RecordingSink sink;
    Importer importer(sink, 0, {});
    importer.Push(kHeader + std::string(kRow) + "2;2010-05-13;\"");
    const std::string chunk(1024 * 1024, 'x');
    for (int i = 0; i < 100; ++i) importer.Push(chunk);
    importer.Push(end + std::string(kRow));
    EXPECT_TRUE(importer.Finish());
    ASSERT_EQ(sink.lines.size(), 3u);
    EXPECT_EQ(sink.lines[1], "3: af regel_te_lang [] 1048576");
    EXPECT_EQ(sink.used_rows, 2u);
  }
}

TEST(LimitsTest, NulBytes) {
  EXPECT_EQ(Fatal(std::string(1000000, '\0')), ProblemCode::kEmptyFile);
  EXPECT_EQ(Fatal(kHeader + std::string(kRow) + std::string(1000, '\0') + "x\n"), ProblemCode::kBinaryFile);
  // Behind the part that is looked at first they cost the row they are in; at the ends of a cell they are padding.
  std::string text = kHeader;
  while (text.size() < 2 * kSniffBytes) text += kRow;
  const size_t rows = (text.size() - std::string(kHeader).size()) / std::string(kRow).size();
  const std::string nuls(1000, '\0');
  const Imported got = ImportText(text + "2" + nuls + "2;2010-05-13;\n" + nuls + "2" + nuls + ";2010-05-13;\n");
  EXPECT_EQ(got.used, rows + 1);
  EXPECT_EQ(got.rejected, 1u);
  EXPECT_NE(got.lines[rows].find("af leerling_ongeldig"), std::string::npos);
}

TEST(LimitsTest, LoneSurrogates) {
  std::string bytes = "\xFF\xFE";
  for (const char c : kHeader + std::string("1;2010-05-13;")) bytes += {c, '\0'};
  const std::string high{'\x3D', '\xD8'};
  const std::string low{'\x00', '\xDE'};
  const Imported got = ImportText(bytes + high + std::string("A\0", 2) + low + high);
  EXPECT_EQ(got.used, 1u);
  EXPECT_NE(got.lines[0].find("klas '\xEF\xBF\xBD"
                              "A\xEF\xBF\xBD\xEF\xBF\xBD'"),
            std::string::npos)
      << got.lines[0];
  EXPECT_EQ(got.lines[1], "0: ! codering_twijfel [] UTF-16LE, maar 3 tekens passen daar niet bij");
}

TEST(LimitsTest, DepthOfJson) {
  const auto nested = [](size_t depth) {  // an array of records whose value goes so deep in all
    std::string text = R"([{"leerling":"1","geboortedatum":"2010-05-13","x":)";
    return text + std::string(depth - 2, '[') + std::string(depth - 2, ']') + "}]";
  };
  EXPECT_EQ(ImportText(nested(JsonEvents::kMaxDepth)).used, 1u);
  EXPECT_EQ(Fatal(nested(JsonEvents::kMaxDepth + 1)), ProblemCode::kBadRecords);
  EXPECT_EQ(Fatal("[{\"x\":" + std::string(10000000, '[')), ProblemCode::kBadRecords);
}

TEST(LimitsTest, AStringOfJson) {
  const auto record = [](size_t size) {
    return R"([{"leerling":"1","geboortedatum":"2010-05-13","x":")" + std::string(size, 'x') + "\"}]";
  };
  EXPECT_FALSE(ImportText(record(JsonEvents::kMaxText / 2)).fatal);
  EXPECT_EQ(Fatal(record(JsonEvents::kMaxText + 1)), ProblemCode::kBadRecords);
}

TEST(LimitsTest, TagsOfXml) {
  const auto list = [](const std::string& attributes) {
    return "<EDEX><leerlingen><leerling key='1'" + attributes +
           "><geboortedatum>2010-05-13</geboortedatum></leerling></leerlingen></EDEX>";
  };
  std::string attributes;
  for (int i = 0; i < 400; ++i) attributes += " a" + std::to_string(i) + "='x'";
  EXPECT_EQ(ImportText(list(attributes)).used, 1u);
  for (int i = 400; i < 1000000; ++i) attributes += " a" + std::to_string(i) + "='x'";
  EXPECT_EQ(Fatal(list(attributes)), ProblemCode::kBadRecords);
  EXPECT_EQ(Fatal(list(" a='" + std::string(XmlEvents::kMaxTag, 'x') + "'")), ProblemCode::kBadRecords);
  std::string deep = "<EDEX><leerlingen>";
  for (int i = 0; i < 1000000; ++i) deep += "<a>";
  EXPECT_EQ(Fatal(deep), ProblemCode::kBadRecords);
}

// Ten entities of ten of the one before would be ten thousand million letters.
TEST(LimitsTest, EntitiesOfXml) {
  std::string text = "<?xml version=\"1.0\"?><!DOCTYPE EDEX [<!ENTITY a0 \"lol\">";
  for (int i = 1; i <= 10; ++i) {
    text += "<!ENTITY a" + std::to_string(i) + " \"";
    for (int j = 0; j < 10; ++j) text += "&a" + std::to_string(i - 1) + ";";
    text += "\">";
  }
  EXPECT_EQ(Fatal(text + "]><EDEX><leerlingen><leerling key='1'><a>&a10;</a></leerling></leerlingen></EDEX>"),
            ProblemCode::kBadRecords);
}

}  // namespace
}  // namespace verzuim
