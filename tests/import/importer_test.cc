// The documented example of importer.h, and the rules of single cells.
#include "core/import/importer.h"

#include <gtest/gtest.h>

#include "tests/import/recording_sink.h"

namespace verzuim {
namespace {

// One lessen row under the usual header; answers what became of it.
std::string Lesson(const std::string& row) {
  const Imported got =
      ImportText("leerling;datum;lesuur;minuten;status;reden;gemist\n1;2025-09-13;1;50;aanwezig;;\n" + row + "\n");
  EXPECT_EQ(got.used + got.rejected, 2u) << row;
  return got.lines.back();
}

TEST(ImporterTest, RejectsCellsWithTheirColumn) {
  EXPECT_EQ(Lesson(";2025-09-13;1;50;afwezig;;"), "3: af leerling_ongeldig [leerling] (leeg)");
  EXPECT_EQ(Lesson("1,00123E+05;2025-09-13;1;50;afwezig;;"), "3: af leerling_ongeldig [leerling] 1,00123E+05");
  EXPECT_EQ(Lesson("1;2025-02-30;1;50;afwezig;;"), "3: af datum_ongeldig [datum] 2025-02-30");
  EXPECT_EQ(Lesson("1;13-09-2025;1;50;afwezig;;"), "3: af datum_ongeldig [datum] 13-09-2025");
  EXPECT_EQ(Lesson("1;2025-09-13;32;50;afwezig;;"), "3: af lesuur_ongeldig [lesuur] 32");
  EXPECT_EQ(Lesson("1;2025-09-13;;50;afwezig;;"), "3: af lesuur_ongeldig [lesuur] (leeg)");
  EXPECT_EQ(Lesson("1;2025-09-13;1;-50;afwezig;;"), "3: af negatieve_minuten [minuten] -50");
  EXPECT_EQ(Lesson("1;2025-09-13;1;0;afwezig;;"), "3: af minuten_buiten_bereik [minuten] 0");
  EXPECT_EQ(Lesson("1;2025-09-13;1;481;afwezig;;"), "3: af minuten_buiten_bereik [minuten] 481");
  EXPECT_EQ(Lesson("1;2025-09-13;1;50,5;afwezig;;"), "3: af getal_ongeldig [minuten] 50,5");
  EXPECT_EQ(Lesson("1;2025-09-13;1;50;ziek;;"), "3: af status_ongeldig [status] ziek");
  EXPECT_EQ(Lesson("1;2025-09-13;1;50;afwezig;;51"), "3: af gemist_meer_dan_les [gemist] 51");
  EXPECT_EQ(Lesson("1;2025-09-13;1;50;afwezig;;-1"), "3: af negatieve_minuten [gemist] -1");
  EXPECT_EQ(Lesson("1;2025-09-13;1;50;aanwezig;;1"), "3: af aanwezig_met_gemist [gemist] 1");
}

TEST(ImporterTest, AcceptsTheBounds) {
  EXPECT_EQ(Lesson("1;2025-09-13;0;1;afwezig;;0"), "3: les '1' 2025-09-13 u0 1min afwezig gemist0 ''/?");
  EXPECT_EQ(Lesson("1;2025-09-13;31;480;afwezig;;480"), "3: les '1' 2025-09-13 u31 480min afwezig gemist480 ''/?");
  EXPECT_EQ(Lesson(" L-7 ; 2025-09-13 ;1; 50 ; AFWEZIG ; Z ;"), "3: les 'L-7' 2025-09-13 u1 50min afwezig 'Z'/?");
}

TEST(ImporterTest, AbsenceBounds) {
  const Imported got = ImportText(
      "leerling;datum;begintijd;eindtijd;lesuur_van;lesuur_tot;minuten;soort;geoorloofd;reden\n"
      "1;2025-09-13;;;;;1440;absent;;\n1;2025-09-13;;;;;1441;absent;;\n1;2025-09-13;11:00;10:00;;;;absent;;\n"
      "1;2025-09-13;;;3;2;;absent;;\n1;2025-09-13;;;3;;;absent;;\n1;2025-09-13;;;;;;absent;x;\n1;2025-09-13;;;;;;"
      "ziek;;\n");
  EXPECT_EQ(
      got.lines,
      (std::vector<std::string>{
          "2: verzuim '1' 2025-09-13..2025-09-13 min1440 afwezig ''/?",
          "3: af verzuimminuten_buiten_bereik [minuten] 1441", "4: af tijdvak_ongeldig [eindtijd] 11:00 - 10:00",
          "5: af tijdvak_ongeldig [lesuur_tot] lesuur 3 - 2", "6: af tijdvak_ongeldig [lesuur_van] lesuur 3 - ",
          "7: af vlag_ongeldig [geoorloofd] x", "8: af soort_ongeldig [soort] ziek"}));
}

TEST(ImporterTest, PupilBounds) {
  const Imported got = ImportText(
      "leerling;geboortedatum;onderwijssoort;leerjaar;ingeschreven_van;ingeschreven_tot\n"
      "1;2010-05-13;gymnasiast;;;\n1;2010-05-13;;x;;\n1;2010-05-13;;;2025-08-01;2025-07-31\n1;2010-05-13;havo;17;;"
      "\n");
  EXPECT_EQ(got.lines, (std::vector<std::string>{"2: af onderwijssoort_onbekend [onderwijssoort] gymnasiast",
                                                 "3: af getal_ongeldig [leerjaar] x",
                                                 "4: af tijdvak_ongeldig [ingeschreven_tot] 2025-08-01 - 2025-07-31",
                                                 "5: af getal_ongeldig [leerjaar] 17"}));
}

TEST(ImporterTest, FileNumberAndPhysicalLineAreInEveryRef) {
  class Refs : public RecordingSink {
   public:
    void Add(const LessonRow& row) override { refs.push_back(row.ref); }
    std::vector<RowRef> refs;
  };
  Refs sink;
  Importer importer(sink, 7, {});
  importer.Push("leerling;datum;lesuur;minuten;status;opmerking\n1;2025-09-13;1;50;aanwezig;\"twee\nregels\"\n");
  importer.Push("1;2025-09-13;2;50;aanwezig;\n");
  EXPECT_TRUE(importer.Finish());
  EXPECT_EQ(sink.refs, (std::vector<RowRef>{{2, 7}, {4, 7}}));
  EXPECT_EQ(importer.description().bytes, 116u);
}

TEST(ImporterTest, DetailsAreShortAndWhole) {
  std::string euros;
  for (int i = 0; i < 40; ++i) euros += "\xE2\x82\xAC";
  const std::string line = Lesson("1;2025-09-13;1;50;" + euros + ";;");
  EXPECT_EQ(line, "3: af status_ongeldig [status] " + euros.substr(0, 60) + "\xE2\x80\xA6");
}

}  // namespace
}  // namespace verzuim
