#include "core/import/container.h"

#include <gtest/gtest.h>

#include <string>

namespace verzuim {
namespace {

using std::string_literals::operator""s;

std::string Refused(const std::string& start) {
  const auto problem = RefuseContainer(start);
  return problem ? std::string(WireName(problem->code)) + ": " + problem->message : "";
}

TEST(ContainerTest, NamesWhatItIs) {
  EXPECT_NE(Refused("PK\x03\x04....[Content_Types].xml").find("xlsx"), std::string::npos);
  EXPECT_NE(Refused("PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet").find(".ods"),
            std::string::npos);
  EXPECT_NE(Refused("PK\x03\x04iets.csv").find("zip"), std::string::npos);
  EXPECT_NE(Refused("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1").find("(.xls)"), std::string::npos);
  EXPECT_NE(Refused("%PDF-1.7").find("PDF"), std::string::npos);
  EXPECT_NE(Refused("\x1F\x8B\x08"s).find("gzip"), std::string::npos);
  EXPECT_NE(Refused("\xEF\xBB\xBF\r\n <HTML xmlns:o>").find("webpagina"), std::string::npos);
  EXPECT_NE(Refused("<?xml version='1.0'?><anders/>").find("XML"), std::string::npos);
  EXPECT_EQ(Refused("<?xml version='1.0'?><EDEX/>"), "");
  EXPECT_EQ(Refused(" {\"items\":[]}"), "");
  EXPECT_EQ(Refused("leerling;datum;lesuur"), "");
  EXPECT_EQ(Refused("[Open absentiemeldingen]"), "");
  EXPECT_EQ(Refused(""), "");
}

TEST(ContainerTest, TellsRecordsFromTables) {
  EXPECT_EQ(ContainerOf(" {\"items\":[]}"), Container::kJson);
  EXPECT_EQ(ContainerOf("\xEF\xBB\xBF[ {"), Container::kJson);
  EXPECT_EQ(ContainerOf("[]"), Container::kJson);
  EXPECT_EQ(ContainerOf("<?xml version='1.0'?>\n<!-- lijst --><edex:EDEX>"), Container::kEdexml);
  EXPECT_EQ(ContainerOf("[Open absentiemeldingen]\nNummer;"), Container::kTable);
  EXPECT_EQ(ContainerOf("<5;<5"), Container::kTable);
  EXPECT_EQ(ContainerOf(""), Container::kTable);
}

TEST(ContainerTest, BinaryAndEmpty) {
  const auto code = [](const std::string& text) -> std::string {
    const auto problem = RefuseBinary(text);
    return problem ? std::string(WireName(problem->code)) : "";
  };
  std::string noise;
  for (int i = 0; i < 2000; ++i) noise += static_cast<char>(i * 37 % 128);
  EXPECT_EQ(code(noise), "binair_bestand");
  EXPECT_EQ(code(""), "leeg_bestand");
  EXPECT_EQ(code(" \r\n\r\n\x1A"), "leeg_bestand");
  EXPECT_EQ(code("leerling;datum\n1;2\n\x1A\0\0\0"s), "");
}

}  // namespace
}  // namespace verzuim
