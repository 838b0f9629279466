// The explanation of how a file is read: each decision with its ground and what came second.
#include "core/import/verklaring.h"

#include <gtest/gtest.h>

#include "tests/import/recording_sink.h"

namespace verzuim {
namespace {

const std::string kHeader = "leerling;datum;lesuur;minuten;status;reden;opmerking\n";
const std::string kRow = "1;2025-09-13;3;50;afwezig;Z;1,5 uur, gebeld, later\n";

Verklaring Explain(const std::string& bytes, const std::string& profile = {}) {
  return ImportText(bytes, 0, profile).description.verklaring;
}

TEST(VerklaringTest, Delimiter) {
  const Verklaring v = Explain(kHeader + kRow + kRow);
  EXPECT_EQ(v.scheidingsteken.keuze, "';'");
  EXPECT_EQ(v.scheidingsteken.omdat, "3 van de 3 regels hebben 7 velden; 6 kolommen herkend");
  EXPECT_EQ(v.scheidingsteken.tweede, "','");
  EXPECT_EQ(v.scheidingsteken.tweede_omdat, "2 van de 3 regels hebben 4 velden; geen bekende indeling");
  ASSERT_EQ(v.kandidaten.size(), 4u);
  const Kandidaat& best = v.kandidaten[0];
  EXPECT_EQ(best.delimiter, ';');
  EXPECT_EQ(best.profile, "lessen");
  EXPECT_TRUE(best.complete);
  EXPECT_EQ(best.header_row, 1u);
  EXPECT_EQ(best.matched, 6u);
  EXPECT_EQ(best.cells, 7u);
  EXPECT_EQ(best.rows, 3u);
  EXPECT_EQ(v.kandidaten[1].delimiter, ',');
  EXPECT_EQ(v.kandidaten[1].profile, "");
}

TEST(VerklaringTest, WhatAFileSaysOfItself) {
  EXPECT_EQ(Explain("sep=;\n" + kHeader + kRow).scheidingsteken.omdat,
            "de eerste regel van het bestand zegt het (sep=)");
  const Verklaring json = Explain(R"([{"leerling":"1","geboortedatum":"2010-05-13"}])");
  EXPECT_EQ(json.scheidingsteken.keuze, "");
  EXPECT_EQ(json.scheidingsteken.omdat, "het bestand bevat records (JSON), geen tabel");
  EXPECT_EQ(json.kopregel.omdat, "records noemen bij elke waarde de naam");
  EXPECT_EQ(json.profiel.keuze, "leerlingen");
  EXPECT_TRUE(json.kandidaten.empty());
}

TEST(VerklaringTest, Header) {
  const Verklaring v = Explain("Overzicht;reden;\nafgedrukt;vandaag;\n" + kHeader + kRow);
  EXPECT_EQ(v.kopregel.keuze, "regel 3");
  EXPECT_EQ(v.kopregel.omdat, "6 bekende kolomnamen van de 7");
  EXPECT_EQ(v.kopregel.tweede, "regel 1");
  EXPECT_EQ(v.kopregel.tweede_omdat, "1 bekende kolomnaam");
  EXPECT_EQ(Explain(kHeader + kRow).kopregel.tweede, "");
}

TEST(VerklaringTest, Profile) {
  const Verklaring v = Explain(kHeader + kRow);
  EXPECT_EQ(v.profiel.keuze, "lessen");
  EXPECT_EQ(v.profiel.omdat, "6 kolommen herkend, geen verplichte kolom ontbreekt");
  EXPECT_EQ(v.profiel.tweede, "verzuim");
  EXPECT_EQ(v.profiel.tweede_omdat, "5 kolommen herkend, maar het mist soort");
  const Verklaring forced = Explain(kHeader + kRow, "lessen");
  EXPECT_EQ(forced.profiel.omdat, "zo gekozen; 6 kolommen herkend, geen verplichte kolom ontbreekt");
  EXPECT_EQ(forced.profiel.tweede, "");
}

TEST(VerklaringTest, AFileWithoutHeader) {
  const std::string row = "1001;20250901;0900;20250901;1300;1;4;S;\n";
  const Verklaring v = Explain(row + row + "kapot;x\n");
  EXPECT_EQ(v.kopregel.keuze, "geen");
  EXPECT_EQ(v.profiel.keuze, "krd_absentiemeldingen");
  EXPECT_EQ(v.profiel.omdat, "2 van de 3 regels hebben 9 velden met datums, tijden en lesuren waar ze horen");
}

TEST(VerklaringTest, AFileThatIsNotUnderstood) {
  const Verklaring v = Explain("naam;straat;datum\nx;y;2025-09-13\n");
  EXPECT_EQ(v.kopregel.keuze, "");
  EXPECT_EQ(v.kopregel.tweede, "regel 1");
  EXPECT_EQ(v.profiel.keuze, "");
  EXPECT_EQ(v.profiel.omdat, "geen enkele bekende indeling heeft hier genoeg kolommen");
  EXPECT_NE(v.profiel.tweede, "");
}

TEST(VerklaringTest, Encoding) {
  const auto of = [](const std::string& bytes) { return Explain(bytes).codering; };
  const std::string header = "leerling;geboortedatum;klas\n";
  EXPECT_EQ(of(header + "1;2010-05-13;3A\n").omdat, "er staan alleen tekens van ASCII in");
  EXPECT_EQ(of(header + "1;2010-05-13;Zo\xC3\xAB\n").omdat, "de tekens buiten ASCII zijn geldige UTF-8");
  EXPECT_EQ(of(header + "1;2010-05-13;\xC3\xAB\xEB\n").omdat, "de tekens buiten ASCII zijn geldige UTF-8, op 1 na");
  EXPECT_EQ(of("\xEF\xBB\xBF" + header + "1;2010-05-13;\n").omdat,
            "het bestand begint met het merkteken van die codering");
  const Beslissing ansi = of(header + "1;2010-05-13;Zo\xEB\n");
  EXPECT_EQ(ansi.keuze, "Windows-1252");
  EXPECT_EQ(ansi.tweede, "UTF-8");
  EXPECT_EQ(of(header + "1;2010-05-13;Andr\x82s\n").tweede, "codepagina 850 (DOS)");
  std::string utf16;
  for (const char c : header + "1;2010-05-13;\n") utf16 += {c, '\0'};
  EXPECT_EQ(of(utf16).tweede, "Windows-1252");
  EXPECT_EQ(of(utf16).keuze, "UTF-16LE");
}

TEST(VerklaringTest, TheEncodingIsExplainedAsItTurnedOut) {
  std::string text = "leerling;geboortedatum;klas\n";
  while (text.size() < 2 * kSniffBytes) text += "1;2010-05-13;3A\n";
  EXPECT_EQ(Explain(text + "1;2010-05-13;Zo\xEB\n").codering.keuze, "Windows-1252");
}

// It tells of the form only.
TEST(VerklaringTest, NoCellOfARowOfDataIsInIt) {
  const Verklaring v = Explain(kHeader + "geheim-1;2025-09-13;3;50;afwezig;geheim-2;geheim-3\n");
  std::string all;
  for (const Beslissing& b : {v.codering, v.scheidingsteken, v.kopregel, v.profiel}) {
    all += b.keuze + b.omdat + b.tweede + b.tweede_omdat;
  }
  for (const Kandidaat& k : v.kandidaten) all += k.profile;
  EXPECT_EQ(all.find("geheim"), std::string::npos);
}

}  // namespace
}  // namespace verzuim
