// What goes wrong in real exports: each fault is read, or rejected with its reason, and nothing around it is lost.
#include <gtest/gtest.h>

#include "tests/import/recording_sink.h"

namespace verzuim {
namespace {

using std::string_literals::operator""s;
using Lines = std::vector<std::string>;

const std::string kHeader = "leerling;datum;lesuur;minuten;status;reden;opmerking\n";

std::string Row(int lesuur) {
  return "1;2025-09-13;" + std::to_string(lesuur) + ";50;aanwezig;;\n";
}

// Each row between two good ones.
std::string Between(const std::string& row) {
  const Imported got = ImportText(kHeader + Row(1) + row + Row(2));
  EXPECT_EQ(got.used, 2u) << row;
  EXPECT_EQ(got.rejected, 1u) << row;
  EXPECT_EQ(got.description.rows, 3u) << row;
  return got.lines.size() == 3 ? got.lines[1] : "";
}

TEST(FaultsTest, RowsThatAreNoData) {
  EXPECT_EQ(Between("\n"), "3: af lege_regel [] ");
  EXPECT_EQ(Between(";;;;;;\n"), "3: af lege_regel [] ");
  EXPECT_EQ(Between(" ;\xC2\xA0;;;;;\n"), "3: af lege_regel [] ");
  EXPECT_EQ(Between(kHeader), "3: af herhaalde_kopregel [] ");
  EXPECT_EQ(Between("LEERLING;Datum;Lesuur;Minuten;Status;Reden;Opmerking;\n"), "3: af herhaalde_kopregel [] ");
  EXPECT_EQ(Between("Klas 3A;;;;;;\n"), "3: af groepsregel [] ");
  EXPECT_EQ(Between("Klas 3A\n"), "3: af groepsregel [] ");
  EXPECT_EQ(Between("Totaal;;;50;;;\n"), "3: af totaalregel [] ");
  EXPECT_EQ(Between("Totaal aantal: 3\n"), "3: af totaalregel [] ");
}

TEST(FaultsTest, RaggedRows) {
  EXPECT_EQ(Between("1;2025-09-13;3;50\n"), "3: af te_weinig_velden [] 4 in plaats van 7");
  EXPECT_EQ(Between("100123\n"), "3: af te_weinig_velden [] 1 in plaats van 7");
  EXPECT_EQ(Between("1;2025-09-13;3;50;afwezig;Z;a;b\n"), "3: af te_veel_velden [] 8 in plaats van 7");
  EXPECT_EQ(ImportText(kHeader + "1;2025-09-13;3;50;afwezig;Z;a; ;\n").used, 1u);  // extra fields are empty
}

TEST(FaultsTest, Quotes) {
  EXPECT_EQ(Between("1;\"2025-09-13;3;50;afwezig;Z;\n"), "3: af aanhalingsteken_niet_gesloten [] ");
  const Imported stray = ImportText(kHeader + "1;2025-09-13;3;50;afwezig;Z\";zei \"ja\"\n");
  EXPECT_EQ(stray.lines,
            (Lines{"2: ! los_aanhalingsteken [reden] reden", "2: les '1' 2025-09-13 u3 50min afwezig 'Z\"'/?"}));
  EXPECT_EQ(stray.used, 1u);
  const Imported lines = ImportText(kHeader + "1;2025-09-13;3;50;afwezig;Z;\"gebeld\r\nen gemaild\"\n" + Row(4));
  EXPECT_EQ(lines.lines[1].substr(0, 2), "4:");
}

TEST(FaultsTest, LineEndsAndPadding) {
  const Imported unix_ends = ImportText(kHeader + Row(1) + Row(2));
  std::string crlf, cr;
  for (const char c : kHeader + Row(1) + Row(2)) {
    crlf += c == '\n' ? "\r\n" : std::string(1, c);
    cr += c == '\n' ? '\r' : c;
  }
  EXPECT_EQ(ImportText(crlf).lines, unix_ends.lines);
  EXPECT_EQ(ImportText(cr).lines, unix_ends.lines);
  EXPECT_EQ(ImportText(kHeader + Row(1) + Row(2) + "\x1A\0\0"s).lines, unix_ends.lines);
  std::string open_end = kHeader + Row(1) + Row(2);
  open_end.pop_back();
  EXPECT_EQ(ImportText(open_end).lines, unix_ends.lines);
}

TEST(FaultsTest, Encodings) {
  const std::string header = "leerling;geboortedatum;klas\n";
  const Imported ansi = ImportText(header + "1;2010-05-13;Zo\xEB\n");
  EXPECT_EQ(ansi.description.encoding, Encoding::kWindows1252);
  EXPECT_EQ(ansi.lines, Lines{"2: leerling '1' geb 2010-05-13 soort 0 klas 'Zo\xC3\xAB' gemeente ''"});
  EXPECT_EQ(ImportText(header + "1;2010-05-13;Zo\xC3\xAB\n").lines, ansi.lines);

  std::string utf16 = "\xFF\xFE";
  for (const char c : header + "1;2010-05-13;Zo\xEB\n") utf16 += {c, '\0'};
  EXPECT_EQ(ImportText(utf16).lines, ansi.lines);
  EXPECT_EQ(ImportText(utf16).description.encoding, Encoding::kUtf16Le);

  const Imported no_mark = ImportText(utf16.substr(2));
  EXPECT_EQ(no_mark.lines, (Lines{ansi.lines[0], "0: ! codering_twijfel [] UTF-16LE zonder kenmerk aan het begin"}));
  EXPECT_EQ(ImportText(header + "1;2010-05-13;Zo\xC3\x83\xC2\xAB\n").lines[1], "0: ! codering_beschadigd [] 1");
  EXPECT_EQ(ImportText(header + "1;2010-05-13;Andr\x82s\n").lines[1],
            "0: ! codering_twijfel [] lijkt op de codering van een oud DOS-programma");
  EXPECT_EQ(ImportText(header + "1;2010-05-13;\xC3\xAB\xEB\n").lines[1],
            "0: ! codering_twijfel [] UTF-8, maar 1 tekens passen daar niet bij");
}

TEST(FaultsTest, AnsiThatShowsAfterTheSniffWindow) {
  std::string text = "leerling;geboortedatum;klas\n";
  while (text.size() < 2 * kSniffBytes) text += "1;2010-05-13;3A\n";
  const Imported got = ImportText(text + "1;2010-05-13;Zo\xEB\n");
  EXPECT_EQ(got.description.encoding, Encoding::kWindows1252);
  EXPECT_NE(got.lines.back().find("Zo\xC3\xAB"), std::string::npos);
}

TEST(FaultsTest, DatesDecidedPerColumn) {
  const Imported dutch = ImportText(kHeader + "1;03-04-2026;1;50;aanwezig;;\n1;05-06-2026;1;50;aanwezig;;\n");
  EXPECT_EQ(dutch.lines[0], "0: ! datumnotatie_aangenomen [datum] datum");
  EXPECT_EQ(dutch.lines[1], "2: les '1' 2026-04-03 u1 50min aanwezig ''/?");
  EXPECT_EQ(dutch.description.date_formats[1], "DD-MM-JJJJ");
  const Imported american = ImportText(kHeader + "1;03/04/2026;1;50;aanwezig;;\n1;03/25/2026;1;50;aanwezig;;\n");
  EXPECT_EQ(american.lines[0], "2: les '1' 2026-03-04 u1 50min aanwezig ''/?");
  const Imported mixed = ImportText(kHeader + "1;13-04-2026;1;50;aanwezig;;\n1;14-04-2026;1;50;aanwezig;;\n" +
                                    "1;04-15-2026;1;50;aanwezig;;\n");
  EXPECT_EQ(mixed.lines[2], "4: af datum_ongeldig [datum] 04-15-2026");
}

TEST(FaultsTest, ADateColumnThatIsEmptyAtFirst) {
  std::string text = "leerling;geboortedatum;ingeschreven_tot\n";
  while (text.size() < 2 * kSniffBytes) text += "1;2010-05-13;\n";
  const Imported got = ImportText(text + "1;2010-05-13;03-04-2026\n1;2010-05-13;2026-04-03\n");
  EXPECT_EQ(got.description.date_formats[2], "DD-MM-JJJJ");
  const size_t n = got.lines.size();
  EXPECT_EQ(got.lines[n - 3], "0: ! datumnotatie_aangenomen [ingeschreven_tot] ingeschreven_tot");
  EXPECT_NE(got.lines[n - 2].find("uit 2026-04-03"), std::string::npos);
  EXPECT_NE(got.lines[n - 1].find("af datum_ongeldig"), std::string::npos);
}

}  // namespace
}  // namespace verzuim
