// Files that hold records without being a table: JSON of web services, EDEXML lists.
#include <gtest/gtest.h>

#include <string>

#include "core/import/edexml_table.h"
#include "core/import/json_table.h"
#include "tests/import/recording_sink.h"

namespace verzuim {
namespace {

using Lines = std::vector<std::string>;

// Recognised, read, the same at every chunk size, and no row lost.
void ExpectFile(const std::string& text, const std::string& profile, const Lines& lines) {
  const Imported got = ImportText(text);
  ASSERT_FALSE(got.fatal) << got.fatal->message;
  EXPECT_EQ(got.description.profile, profile);
  EXPECT_EQ(got.lines, lines);
  EXPECT_EQ(got.description.rows, got.used + got.rejected);
  for (const size_t chunk : {1, 2, 3, 7, 64}) EXPECT_EQ(ImportText(text, chunk).lines, lines) << chunk;
  EXPECT_EQ(ImportText(text, 0, profile).lines, lines) << "forced";
}

std::string Refusal(const std::string& text) {
  const Imported got = ImportText(text);
  if (!got.fatal) return "";
  EXPECT_EQ(ImportText(text, 1).fatal->message, got.fatal->message);
  return std::string(WireName(got.fatal->code)) + ": " + got.fatal->message;
}

std::string TableOf(RecordSource& source, const std::string& text) {
  if (!source.Push(text) || !source.Finish()) return "! " + source.error();
  return source.table().Start();
}

std::string Json(const std::string& text) {
  JsonTable table;
  return TableOf(table, text);
}

TEST(JsonTableTest, WritesObjectsOutAndJoinsValues) {
  EXPECT_EQ(Json(R"([{"a":1,"b":{"c":"x;y","d":null},"e":[1,"z"]},{"b":{"c":true},"f":"laat"}])"),
            "a;b.c;b.d;e;f\n1;\"x;y\";;1,z;\n;true;;;laat\n");
}

TEST(JsonTableTest, FindsTheListOfRecords) {
  EXPECT_EQ(Json(R"({"links":[{"x":1}],"totaal":2,"items":[{"a":1},{"a":2}]})"), "totaal;a\n2;1\n2;2\n");
  EXPECT_EQ(Json(R"({"response":{"status":200,"data":[{"a":1}]}})"), "response.status;a\n200;1\n");
  EXPECT_EQ(Json(R"({"entries":{"12":[{"a":1}],"13":[]}})"), "entries.sleutel;a\n12;1\n");
  EXPECT_EQ(Json(R"({"iets":[{"a":1}]})").substr(0, 1), "!");
}

TEST(JsonTableTest, PartsOfARecordAreRecords) {
  EXPECT_EQ(Json(R"([{"leerling":7,"Items":[{"a":1},{"a":2}],"later":"x"},{"leerling":8,"Items":[]}])"),
            "leerling;later;a\n7;x;1\n7;x;2\n");
  EXPECT_EQ(Json(R"({"data":[{"students":["1","2"],"start":1756708200}]})"),
            "start;start.tijd;students\n2025-09-01;08:30;1\n2025-09-01;08:30;2\n");
  EXPECT_EQ(Json(R"([{"a":1,"docenten":[{"x":1}]}])"), "a;docenten\n1;\n");
}

TEST(JsonTableTest, ReadsEveryKindOfText) {
  EXPECT_EQ(Json(R"([{"a":"\u00e9\ud83d\ude00\n\"\\\/","b":-1.5e3}])"), "a;b\n\"é😀 \"\"\\/\";-1.5e3\n");
  EXPECT_EQ(Json(R"([{"a":"\ud83dx\ude00"}])"), "a\n\xEF\xBF\xBDx\xEF\xBF\xBD\n");
}

TEST(JsonTableTest, RefusesWhatIsNoJson) {
  for (const char* text :
       {"[", "[{]", "[{\"a\"}]", "[{\"a\":}]", "[{\"a\":01}]", "[{\"a\":1,}]", "[{\"a\":1}", "[1]]", "[{\"a\":nul}]",
        "[{\"a\":\"x\ny\"}]", "[{\"a\":\"\\x\"}]", "[{\"a\":\"\\u00g0\"}]", "{\"items\":[}", "[{}],"}) {
    EXPECT_EQ(Json(text).substr(0, 1), "!") << text;
  }
}

TEST(JsonTableTest, MemoryIsBounded) {
  std::string deep(100, '[');
  EXPECT_NE(Json(deep).find("niveaus"), std::string::npos);
  JsonTable endless;
  EXPECT_TRUE(endless.Push("[{\"a\":\""));
  const std::string part(64 * 1024, 'x');
  int parts = 0;
  while (endless.Push(part) && parts < 1000) ++parts;
  EXPECT_LT(parts, 20);
  EXPECT_NE(endless.error().find("langer"), std::string::npos);
  JsonTable wide;
  EXPECT_TRUE(wide.Push("[{"));
  parts = 0;
  while (wide.Push("\"k" + std::to_string(parts) + "\":\"" + std::string(1000, 'x') + "\",") && parts < 100000)
    ++parts;
  EXPECT_LT(parts, 5000);
  JsonTable around;
  EXPECT_TRUE(around.Push("{\"a\":\"" + std::string(20000, 'x') + "\",\"items\":["));
  EXPECT_FALSE(around.Push("{}"));
}

// A value under a name that is first seen after the columns are fixed.
TEST(JsonTableTest, ALateValueThatMattersRejectsItsRow) {
  std::string text = "[";
  for (int i = 0; i < 3000; ++i) {
    text += R"({"leerling":"1","datum":"2025-09-01","soort":"afwezig","lesuur":)" + std::to_string(i % 8) +
            R"(,"x":"........"},)";
  }
  text += R"({"leerling":"1","datum":"2025-09-02","soort":"afwezig","lesuur":1,"geoorloofd":"J"},)"
          R"({"leerling":"1","datum":"2025-09-03","soort":"afwezig","lesuur":1,"opmerking":"bla"}])";
  const Imported got = ImportText(text);
  ASSERT_FALSE(got.fatal) << got.fatal->message;
  EXPECT_EQ(got.description.rows, 3002u);
  EXPECT_EQ(got.rejected, 1u);
  EXPECT_NE(got.lines[3000].find("te_veel_velden"), std::string::npos) << got.lines[3000];
  EXPECT_EQ(got.lines[3001], "3003: verzuim '1' 2025-09-03..2025-09-03 u1-1 afwezig ''/?");
}

TEST(RecordProfileTest, SomtodayAbsentiemeldingen) {
  ExpectFile(
      R"({"items":[
{"leerling":{"leerlingnummer":1001,"roepnaam":"A"},"absentieReden":{"absentieSoort":"Absent","afkorting":"Z","geoorloofd":true},
 "beginDatumTijd":"2025-09-01T08:30:00.000+02:00","eindDatumTijd":"2025-09-01T10:10:00.000+02:00","beginLesuur":1,"eindLesuur":2},
{"leerling":{"leerlingnummer":1002},"absentieReden":{"absentieSoort":"Telaat","afkorting":"TL","geoorloofd":false},
 "beginDatumTijd":"2025-11-03T08:30:00.000+01:00","eindDatumTijd":"2025-11-03T08:45:00.000+01:00","beginLesuur":1,"eindLesuur":1},
{"leerling":{"leerlingnummer":1003},"absentieReden":{"absentieSoort":"Absent","afkorting":"XC","geoorloofd":false},
 "beginDatumTijd":"2025-11-03T00:00:00.000+01:00","eindDatumTijd":null,"beginLesuur":null,"eindLesuur":null}]})",
      "somtoday_absentiemeldingen",
      {"2: verzuim '1001' 2025-09-01..2025-09-01 u1-2 van510 tot610 afwezig 'Z'/J",
       "3: verzuim '1002' 2025-11-03..2025-11-03 u1-1 van510 tot525 te_laat 'TL'/N",
       "4: verzuim '1003' 2025-11-03 open van0 afwezig 'XC'/N"});
}

TEST(RecordProfileTest, SomtodayWaarnemingen) {
  ExpectFile(
      R"([{"leerling":{"leerlingnummer":"1"},"waarnemingSoort":"Aanwezig","beginDatumTijd":"2025-09-01T08:30:00+02:00",
"eindDatumTijd":"2025-09-01T09:20:00+02:00","beginLesuur":1,"eindLesuur":1},
{"leerling":{"leerlingnummer":"1"},"waarnemingSoort":"Afwezig","beginDatumTijd":"2025-09-01T09:20:00+02:00",
"eindDatumTijd":"2025-09-01T10:10:00+02:00","beginLesuur":2,"eindLesuur":2},
{"leerling":{"leerlingnummer":"1"},"waarnemingSoort":"Nvt","beginDatumTijd":"2025-09-01T10:30:00+02:00",
"eindDatumTijd":"2025-09-01T11:20:00+02:00","beginLesuur":3,"eindLesuur":3}])",
      "somtoday_waarnemingen",
      {"2: verzuim '1' 2025-09-01..2025-09-01 u1-1 van510 tot560 aanwezig ''/?",
       "3: verzuim '1' 2025-09-01..2025-09-01 u2-2 van560 tot610 afwezig ''/?",
       "4: af geen_verzuim [waarnemingSoort] Nvt"});
}

TEST(RecordProfileTest, MagisterPerPupil) {
  ExpectFile(
      R"([{"stamnummer":100123,"Items":[
{"Id":1,"Start":"2025-09-01T06:30:00.0000000Z","Eind":"2025-09-01T07:20:00.0000000Z","Lesuur":1,"Code":"S","Geoorloofd":false,"Verantwoordingtype":1},
{"Id":2,"Start":"2025-11-03T07:30:00.0000000Z","Eind":"2025-11-03T08:20:00.0000000Z","Lesuur":1,"Code":"HV","Geoorloofd":false,"Verantwoordingtype":8}]}])",
      "magister_absenties",
      {"2: verzuim '100123' 2025-09-01..2025-09-01 u1-1 van510 tot560 afwezig 'S'/N",
       "3: af geen_verzuim [Verantwoordingtype] 8"});
}

TEST(RecordProfileTest, Verzuimsignalering) {
  ExpectFile(
      R"({"period":{"begin":"2025-08-18","einde":"2025-09-12"},"scope":"x","students":[{"id":5,"roepnaam":"A"}],
"entries":{"5":[{"date":"2025-09-01","time":"08:30","code":"SP","period":1},
{"date":"2025-09-02","time":"08:35","code":"TL","period":1,"type":"telaat","geoorloofd":false}],
"6":[{"date":"2025-09-01","time":"08:30","code":"HV","period":1,"type":"huiswerkvergeten"}]}})",
      "verzuimsignalering",
      {"2: verzuim '5' 2025-09-01..2025-09-01 u1-1 afwezig 'SP'/?",
       "3: verzuim '5' 2025-09-02..2025-09-02 u1-1 te_laat 'TL'/N", "4: af geen_verzuim [type] huiswerkvergeten"});
}

TEST(RecordProfileTest, Zermelo) {
  ExpectFile(
      R"({"response":{"status":200,"data":[
{"id":1,"start":1756708200,"end":1756711200,"startTimeSlot":1,"endTimeSlot":1,"students":["1","2"],"type":"lesson","cancelled":false,"valid":true,"groups":["3a"]},
{"id":2,"start":1743316200,"end":1743319200,"startTimeSlot":1,"endTimeSlot":1,"students":["1"],"type":"lesson","cancelled":true,"valid":true,"groups":[]},
{"id":3,"start":1756708200,"end":1756711200,"startTimeSlot":1,"endTimeSlot":1,"students":["1"],"type":"exam","cancelled":false,"valid":true,"groups":[]},
{"id":4,"start":1756708200,"end":1756714200,"startTimeSlot":1,"endTimeSlot":2,"students":["3"],"type":"lesson","cancelled":false,"valid":true,"groups":[]}]}})",
      "zermelo_afspraken",
      {"2: les '1' 2025-09-01 u1 50min aanwezig ''/?", "3: les '2' 2025-09-01 u1 50min aanwezig ''/?",
       "4: af geen_les [cancelled] vervallen", "5: af geen_les [type] exam",
       "6: af tijdvak_ongeldig [endTimeSlot] een blok van meer dan een lesuur"});
}

constexpr const char* kEdexml =
    R"(<?xml version="1.0" encoding="UTF-8"?><!-- <EDEX> -->
<e:EDEX xmlns:e="x"><school><schooljaar>2026-2027</schooljaar></school>
<groepen><groep key="g1"><naam>3 &amp; 4</naam><jaargroep>C</jaargroep></groep></groepen>
<leerlingen><leerling key="l1" eckid='e"1'><achternaam>van &#x27;t Hof</achternaam><geboortedatum>2017-05-03</geboortedatum>
<jaargroep>3</jaargroep><groep key="g1"/><bsn>111222333</bsn><instroomdatum>2021-08-01</instroomdatum></leerling>
<leerling key="l2"><achternaam><![CDATA[A<b]]></achternaam><geboortedatum>2012-09-14</geboortedatum><jaargroep>12</jaargroep><groep key="onbekend"/>
<bsn>123456782</bsn></leerling>
<leerling key="l3"><achternaam>C</achternaam><geboortedatum></geboortedatum><jaargroep>S</jaargroep></leerling></leerlingen>
<leerkrachten><leerkracht key="k"><achternaam>D</achternaam></leerkracht></leerkrachten></e:EDEX>
)";

TEST(RecordProfileTest, Edexml) {
  ExpectFile(kEdexml, "edexml",
             {"0: ! bsn_kolom_verwijderd [bsn] bsn",
              "2: leerling 'l1' geb 2017-05-03 soort 0 jaar 3 klas '3 & 4' gemeente '' in 2021-08-01",
              "3: leerling 'l2' geb 2012-09-14 soort 0 jaar 2 klas 'onbekend' gemeente ''",
              "4: leerling 'l3' soort 0 klas '' gemeente ''"});
  const Imported got = ImportText(kEdexml);
  for (const auto& line : got.description.preview) {
    for (const std::string& cell : line) EXPECT_EQ(cell.find("111222333"), std::string::npos);
  }
}

TEST(RecordProfileTest, PoDagdelen) {
  ExpectFile(
      "leerlingnummer;groep;datum;dagdeel;reden;geoorloofd\n"
      "12;4;01-09-2025;ochtend;Z;J\n12;4;02-09-2025;Middag;L;N\n12;4;13-09-2025;hele dag;L;N\n12;4;14-09-2025;avond;L;N\n",
      "po_dagdelen",
      {"2: verzuim '12' 2025-09-01..2025-09-01 u1-1 afwezig 'Z'/J",
       "3: verzuim '12' 2025-09-02..2025-09-02 u2-2 afwezig 'L'/N",
       "4: verzuim '12' 2025-09-13..2025-09-13 afwezig 'L'/N", "5: af dagdeel_ongeldig [dagdeel] avond"});
}

TEST(RecordProfileTest, KrdScreenExport) {
  ExpectFile(
      "Nummer;Roepnaam;Voorvoegsel;Achternaam;Afgehandeld;Begindatum;Einddatum;Absentiereden;Groepen;Opleiding;Organisatie-eenheid;\r\n"
      "Groep 1A;;;;;;;;;;;\r\n"
      "100122;Jo;;Boer;Nee;01-09-2025;23-09-2025;Z;1A;Kok;Horeca;\r\n"
      "100123;Al;;Vos;Nee;15-09-2025;;S;1A;Kok;Horeca;\r\n",
      "krd_open_absentiemeldingen",
      {"2: af groepsregel [] ", "3: verzuim '100122' 2025-09-01..2025-09-23 afwezig 'Z'/?",
       "4: verzuim '100123' 2025-09-15 open afwezig 'S'/?"});
}

TEST(EdexmlTableTest, RefusesTricksAndDamage) {
  const auto refusal = [](const std::string& body) { return Refusal("<EDEX><leerlingen>" + body); };
  EXPECT_NE(Refusal("<?xml version=\"1.0\"?><!DOCTYPE lol [<!ENTITY a \"b\">]><EDEX/>").find("bestand_beschadigd"),
            std::string::npos);
  EXPECT_NE(refusal("<leerling key='1'><a>&lol;</a></leerling></leerlingen></EDEX>").find("&-code"),
            std::string::npos);
  EXPECT_NE(refusal("<leerling key='1'>").find("halverwege"), std::string::npos);
  EXPECT_NE(refusal("<leerling key='1'></klas></leerlingen></EDEX>").find("passen niet"), std::string::npos);
  EXPECT_NE(refusal("<leerling key=1></leerling></leerlingen></EDEX>").find("aanhalingstekens"), std::string::npos);
  std::string deep;
  for (int i = 0; i < 100; ++i) deep += "<a>";
  EXPECT_NE(refusal(deep).find("niveaus"), std::string::npos);
  EXPECT_NE(Refusal("<EDEX></EDEX>").find("leeg_bestand"), std::string::npos);
  EXPECT_NE(Refusal("<?xml version='1.0'?><anders/>").find("geen EDEXML"), std::string::npos);
}

TEST(EdexmlTableTest, MemoryIsBounded) {
  EdexmlTable endless;
  EXPECT_TRUE(endless.Push("<EDEX><leerlingen><leerling key='1'><a>"));
  const std::string part(64 * 1024, 'x');
  int parts = 0;
  while (endless.Push(part) && parts < 1000) ++parts;
  EXPECT_LT(parts, 20);
  EdexmlTable many;
  EXPECT_TRUE(many.Push("<EDEX><leerlingen><leerling key='1'>"));
  parts = 0;
  while (many.Push("<b>" + std::string(1000, 'x') + "</b>") && parts < 100000) ++parts;
  EXPECT_LT(parts, 5000);
}

}  // namespace
}  // namespace verzuim
