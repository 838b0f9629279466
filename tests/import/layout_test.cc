#include "core/import/layout.h"

#include <gtest/gtest.h>

#include "tests/import/recording_sink.h"

namespace verzuim {
namespace {

constexpr const char* kRow = "100123;2025-09-13;3;50;aanwezig;;\n";
constexpr const char* kHeader = "leerling;datum;lesuur;minuten;status;reden;gemist\n";

TEST(LayoutTest, DescribesTheFile) {
  const Imported got = ImportText(std::string(kHeader) + kRow + kRow);
  EXPECT_EQ(got.description.delimiter, ';');
  EXPECT_EQ(got.description.header_row, 1u);
  EXPECT_EQ(got.description.columns,
            (std::vector<std::string>{"leerling", "datum", "lesuur", "minuten", "status", "reden", "gemist"}));
  EXPECT_EQ(got.description.fields, got.description.columns);
  EXPECT_EQ(got.description.date_formats[1], "JJJJ-MM-DD");
  EXPECT_EQ(got.description.date_formats[0], "");
  EXPECT_EQ(got.description.profile, "lessen");
  EXPECT_EQ(got.description.profile_source, "bevestigd door bron");
  EXPECT_EQ(got.description.preview.size(), 2u);
  EXPECT_EQ(got.description.preview[0][4], "aanwezig");
  EXPECT_EQ(got.description.rows, 2u);
  EXPECT_EQ(got.description.encoding, Encoding::kUtf8);
}

TEST(LayoutTest, EveryDelimiter) {
  for (const char delimiter : {';', ',', '\t', '|'}) {
    std::string text = std::string(kHeader) + kRow;
    for (char& c : text) c = c == ';' ? delimiter : c;
    const Imported got = ImportText(text);
    EXPECT_EQ(got.description.delimiter, delimiter);
    EXPECT_EQ(got.used, 1u);
  }
}

TEST(LayoutTest, DecimalCommasAndRemarksDoNotDecide) {
  const Imported got = ImportText(
      "leerling;datum;lesuur;minuten;status;reden;opmerking\n"
      "1;2025-09-13;3;50;afwezig;Z;1,5 uur, gebeld, later\n"
      "1;2025-09-13;4;50;afwezig;Z;0,5 uur, gebeld, later\n");
  EXPECT_EQ(got.description.delimiter, ';');
  EXPECT_EQ(got.used, 2u);
  EXPECT_EQ(got.description.verklaring.scheidingsteken.tweede, "','");
}

TEST(LayoutTest, SepLine) {
  for (const char* sep : {"sep=|\r\n", "\"sep=|\"\n", "SEP=|\r"}) {
    const Imported got = ImportText(std::string(sep) + "leerling|geboortedatum\n1|2010-05-13\n");
    EXPECT_EQ(got.description.delimiter, '|') << sep;
    EXPECT_EQ(got.description.header_row, 2u);
    EXPECT_EQ(got.lines[0].substr(0, 2), "3:");
  }
  // A sign that is no usual delimiter, but the file says so.
  EXPECT_EQ(ImportText("sep=^\nleerling^geboortedatum\n1^2010-05-13\n").used, 1u);
}

TEST(LayoutTest, TitleRowsAboveTheHeader) {
  const Imported got =
      ImportText(std::string("Overzicht verzuim\n\nPeriode;1 t/m 30 september\n;;;;;;\n") + kHeader + kRow);
  EXPECT_EQ(got.description.header_row, 5u);
  EXPECT_EQ(got.lines.size(), 1u);
  EXPECT_EQ(got.lines[0].substr(0, 2), "6:");
}

TEST(LayoutTest, HeaderNamesInAnySpelling) {
  const Imported got =
      ImportText("\xEF\xBB\xBF Leerling_ID ;\"DATUM\";Les-uur;Minuten\xC2\xA0;Status\n1;2025-09-13;3;50;aanwezig\n");
  EXPECT_EQ(got.used, 1u);
  EXPECT_EQ(got.description.encoding, Encoding::kUtf8Bom);
}

TEST(LayoutTest, DuplicateNamesUseTheFirst) {
  const Imported got = ImportText("leerling;geboortedatum;e-mail;klas;klas;klas\n1;2010-05-13;x;3A;3B;3C\n");
  EXPECT_EQ(got.lines, (std::vector<std::string>{"0: ! dubbele_kolomnaam [klas] klas",
                                                 "2: leerling '1' geb 2010-05-13 soort 0 klas '3A' gemeente ''"}));
}

TEST(LayoutTest, TrailingEmptyColumn) {
  const Imported got =
      ImportText("leerling;datum;lesuur;minuten;status;\n1;2025-09-13;3;50;aanwezig;\n1;2025-09-13;4;50;aanwezig\n");
  EXPECT_EQ(got.description.columns.size(), 5u);
  EXPECT_EQ(got.used, 2u);
}

TEST(LayoutTest, MissingColumnIsNamed) {
  const Imported got = ImportText("leerling;datum;lesuur;status;reden\n1;2025-09-13;3;afwezig;Z\n");
  ASSERT_TRUE(got.fatal);
  EXPECT_EQ(got.fatal->code, ProblemCode::kMissingColumn);
  EXPECT_EQ(got.fatal->place.row, 1u);
  EXPECT_NE(got.fatal->message.find("kolom minuten"), std::string::npos) << got.fatal->message;
  EXPECT_TRUE(got.lines.empty());
}

TEST(LayoutTest, ForcedProfile) {
  EXPECT_EQ(ImportText(std::string(kHeader) + kRow, 0, "leerlingen").fatal->code, ProblemCode::kUnknownLayout);
  const Imported unknown = ImportText(std::string(kHeader) + kRow, 0, "somtoday");
  EXPECT_NE(unknown.fatal->message.find("profiel somtoday bestaat niet"), std::string::npos);
}

TEST(LayoutTest, BsnColumnIsDroppedOnSight) {
  const Imported got = ImportText(
      "nummer;leerling;geboortedatum;klas\n"
      "111222333;1;2010-05-13;111222333\n"
      "123456782;2;2010-05-14;3B\n"
      ";3;geen 111222333;3C\n");
  EXPECT_EQ(got.lines[0], "0: ! bsn_kolom_verwijderd [nummer] nummer");
  EXPECT_EQ(got.lines[3], "4: af datum_ongeldig [geboortedatum] geen *********");
  EXPECT_EQ(got.description.preview[0], (std::vector<std::string>{"", "1", "2010-05-13", "*********"}));
  EXPECT_EQ(got.description.fields[0], "");
  // By its name, whatever it holds.
  EXPECT_EQ(ImportText("BSN;leerling;geboortedatum\nx;1;2010-05-13\n").lines[0],
            "0: ! bsn_kolom_verwijderd [BSN] BSN");
}

TEST(LayoutTest, AMedicalColumnIsNeitherReadNorShown) {
  const Imported got = ImportText(
      "leerling;geboortedatum;Diagnose;klas;huisarts\n"
      "1;2010-05-13;migraine;3A;dr. Pil\n");
  EXPECT_EQ(got.lines[0], "0: ! medische_kolom_verwijderd [Diagnose] Diagnose");
  EXPECT_EQ(got.lines[1], "0: ! medische_kolom_verwijderd [huisarts] huisarts");
  EXPECT_EQ(got.description.preview[0], (std::vector<std::string>{"1", "2010-05-13", "", "3A", ""}));
  EXPECT_EQ(got.used, 1u);
  // Sickness as a reason is not medical: the register is for it.
  const Imported lessons = ImportText(std::string(kHeader) + kRow);
  for (const std::string& line : lessons.lines) EXPECT_EQ(line.find("medische"), std::string::npos) << line;
}

TEST(LayoutTest, AMedicalColumnOfAnUnknownFileIsNotShownEither) {
  // Two names are no header; the names stand below a title.
  const Imported got = ImportText("Overzicht 3A;;\nwie;Medicatie;opm\nAnna;ritalin;x\nBo;geen;y\n");
  ASSERT_TRUE(got.fatal);
  EXPECT_EQ(got.fatal->code, ProblemCode::kUnknownLayout);
  for (const auto& row : got.description.preview) {
    if (row.size() > 1) {
      EXPECT_EQ(row[1], "");
    }
  }
  EXPECT_EQ(got.description.preview[2][0], "Anna");
}

TEST(LayoutTest, BsnAsTheOnlyKeyIsRefused) {
  for (const char* text :
       {"leerling;geboortedatum;klas\n111222333;2010-05-13;3A\n123456782;2010-05-14;3A\n",
        "bsn;geboortedatum;klas;leerjaar\n1;2010-05-13;3A;3\n", "111222333;20091012;1000;20091012;1045;2;2;Z;\n"}) {
    const Imported got = ImportText(text);
    ASSERT_TRUE(got.fatal) << text;
    EXPECT_EQ(got.fatal->code, ProblemCode::kBsnOnlyKey) << text;
    EXPECT_TRUE(got.lines.empty());
    for (const auto& row : got.description.preview) EXPECT_EQ(row[0], "");
  }
}

TEST(LayoutTest, AnotherColumnCanBeTheKey) {
  const Imported got =
      ImportText("leerlingnummer;stamnr;geboortedatum\n111222333;17;2010-05-13\n123456782;18;2010-05-14\n");
  EXPECT_EQ(got.used, 2u);
  EXPECT_EQ(got.lines[1].substr(0, 15), "2: leerling '17");
}

}  // namespace
}  // namespace verzuim
