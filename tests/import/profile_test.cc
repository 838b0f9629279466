// Every profile: a small file of its kind, recognised and read. The shapes are those of docs/formats (sources named
// there); the values are invented.
#include "core/import/profile.h"

#include <gtest/gtest.h>

#include "tests/import/recording_sink.h"

namespace verzuim {
namespace {

using Lines = std::vector<std::string>;

void ExpectFile(const std::string& text, const std::string& profile, const Lines& lines) {
  const Imported got = ImportText(text);
  ASSERT_FALSE(got.fatal) << got.fatal->message;
  EXPECT_EQ(got.description.profile, profile);
  EXPECT_EQ(got.lines, lines);
  EXPECT_EQ(got.description.rows, got.used + got.rejected);
  const Imported forced = ImportText(text, 0, profile);
  EXPECT_EQ(forced.lines, lines) << "forced";
}

TEST(ProfileTest, Lessen) {
  ExpectFile(
      "leerling;datum;lesuur;minuten;status;reden;gemist\n"
      "100123;2025-09-01;3;50;aanwezig;;\n"
      "100123;2025-09-01;4;50;afwezig;Z;50\n"
      "100123;2025-09-02;1;50;te_laat;;12\n"
      "100123;2025-09-02;2;50;Te laat;;\n",
      "lessen",
      {"2: les '100123' 2025-09-01 u3 50min aanwezig ''/?",
       "3: les '100123' 2025-09-01 u4 50min afwezig gemist50 'Z'/?",
       "4: les '100123' 2025-09-02 u1 50min te_laat gemist12 ''/?",
       "5: les '100123' 2025-09-02 u2 50min te_laat ''/?"});
}

TEST(ProfileTest, LessenWithColumnsInAnotherOrderAndMore) {
  ExpectFile(
      "klas,status,minuten,lesuur,datum,stamnr\n"
      "3A,afwezig,50,1,13-09-2025,100123\n",
      "lessen", {"2: les '100123' 2025-09-13 u1 50min afwezig ''/?"});
}

TEST(ProfileTest, Verzuim) {
  ExpectFile(
      "leerling;datum;begintijd;eindtijd;lesuur_van;lesuur_tot;minuten;soort;geoorloofd;reden\n"
      "1;2025-09-01;10:00;11:40;;;;absent;J;Z\n"
      "1;2025-09-02;;;2;3;100;absent;N;\n"
      "1;2025-09-03;;;;;15;te_laat;?;\n"
      "1;2025-09-04;;;1;1;;present;;\n"
      "1;2025-09-05;;;1;1;;verwijderd;;\n"
      "1;2025-09-06;;;1;1;;overig;;BV\n",
      "verzuim",
      {"2: verzuim '1' 2025-09-01..2025-09-01 van600 tot700 afwezig 'Z'/J",
       "3: verzuim '1' 2025-09-02..2025-09-02 u2-3 min100 afwezig ''/N",
       "4: verzuim '1' 2025-09-03..2025-09-03 min15 te_laat ''/?",
       "5: verzuim '1' 2025-09-04..2025-09-04 u1-1 aanwezig ''/?",
       "6: verzuim '1' 2025-09-05..2025-09-05 u1-1 afwezig 'verwijderd'/?",
       "7: verzuim '1' 2025-09-06..2025-09-06 u1-1 afwezig 'BV'/?"});
}

TEST(ProfileTest, Leerlingen) {
  ExpectFile(
      "leerling;geboortedatum;onderwijssoort;leerjaar;klas;gemeente;ingeschreven_van;ingeschreven_tot;"
      "startkwalificatie_sinds;vrijstelling_van;vrijstelling_tot;leerplicht_tot;kwalificatieplicht_tot\n"
      "1;13-05-2010;;3;3A;0363;13-08-2022;;;;;31-07-2027;\n"
      "2;;;;;;;;;;;;\n",
      "leerlingen",
      {"2: leerling '1' geb 2010-05-13 soort 0 jaar 3 klas '3A' gemeente '0363' in 2022-08-13 lp 2027-07-31",
       "3: leerling '2' soort 0 klas '' gemeente ''"});
  ExpectFile("leerling;geboortedatum\n1;2010-05-03\n", "leerlingen",
             {"2: leerling '1' geb 2010-05-03 soort 0 klas '' gemeente ''"});
}

TEST(ProfileTest, KrdAbsentiemeldingen) {
  ExpectFile(
      "100122;20091012;1000;20091012;1045;2;2;Z;Gebeld door vader\r\n"
      "100122;20091013;;20091014;;;;D;\r\n"
      "100122;20091015;0900;;;;;Z;nog ziek\r\n"
      "100122;20091015;0900;20091016;1200;;;Z;\r\n",
      "krd_absentiemeldingen",
      {"1: verzuim '100122' 2009-10-12..2009-10-12 u2-2 van600 tot645 afwezig 'Z'/?",
       "2: verzuim '100122' 2009-10-13..2009-10-14 afwezig 'D'/?",
       "3: verzuim '100122' 2009-10-15 open van540 afwezig 'Z'/?",
       "4: verzuim '100122' 2009-10-15..2009-10-16 van540 tot720 afwezig 'Z'/?"});
}

TEST(ProfileTest, KrdRules) {
  const Imported got = ImportText(
      "1;20091012;1000;20091012;1045;2;2;Z;\r\n"
      "1;20091012;;20091012;;2;;Z;\r\n"          // a begin without an end
      "1;20091012;;20091013;;2;3;Z;\r\n"         // lesuren over two days
      "1;20091013;;20091012;;;;Z;\r\n"           // ends before it begins
      "1;20091012;1045;20091012;1000;;;Z;\r\n"   // idem, in time
      "1;20091012;1000;20091012;1045;2;2;Z\r\n"  // eight fields
      "1;20091012;2460;20091012;2500;;;Z;\r\n"
      "1;20091012;1000;20091012;1100;;;Z;\r\n1;20091012;1000;20091012;1100;;;Z;\r\n1;20091012;1000;20091012;1100;;;Z;"
      "\r\n");
  EXPECT_EQ(got.lines[1].substr(0, 23), "2: af tijdvak_ongeldig ");
  EXPECT_EQ(got.lines[2].substr(0, 23), "3: af tijdvak_ongeldig ");
  EXPECT_EQ(got.lines[3].substr(0, 23), "4: af tijdvak_ongeldig ");
  EXPECT_EQ(got.lines[4].substr(0, 23), "5: af tijdvak_ongeldig ");
  EXPECT_EQ(got.lines[5], "6: af te_weinig_velden [] 8 in plaats van 9");
  EXPECT_EQ(got.lines[6], "7: af tijd_ongeldig [kolom 3] 2460");
  EXPECT_EQ(got.rejected, 6u);
  EXPECT_EQ(got.used, 4u);
}

TEST(ProfileTest, KrdWaarnemingen) {
  ExpectFile(
      "100122;20091012;1000;20091012;1045;2;2;WISK;Afwezig;N\r\n"
      "100122;20091012;1045;20091012;1130;3;3;ENG;Aanwezig;N\r\n"
      "100122;20091012;1045;;;;;ENG;Aanwezig;N\r\n",
      "krd_waarnemingen",
      {"1: verzuim '100122' 2009-10-12..2009-10-12 u2-2 van600 tot645 afwezig ''/?",
       "2: verzuim '100122' 2009-10-12..2009-10-12 u3-3 van645 tot690 aanwezig ''/?",
       "3: af datum_ongeldig [kolom 4] (leeg)"});
}

TEST(ProfileTest, ParsCountsHalfHours) {
  ExpectFile(
      "ovnr,deelnemernaam,groepnaam,typeomschrijving,datumvan,lesuurbegin,lesuureind,tijdvan2,tijdtot2,tijd,reden,"
      "opmerking,naam\n"
      "1001,A,G,Absent,01-09-2025,3,6,,,,,,\n"
      "1001,A,G,Te laat,02-09-2025,3,4,,,,,,\n"
      "1001,A,G,Regulier absent,03-09-2025,3,4,,,,,,\n"
      "1001,A,G,Present,04-09-2025,3,4,,,,,,\n"
      "1001,A,G,Anders,04-09-2025,3,4,,,,,,\n"
      "1001,A,G,Absent,05-09-2025,,,,,,Ziek,,\n",
      "pars_platte_data",
      {"2: verzuim '1001' 2025-09-01..2025-09-01 u3-6 min120 lesuur=30 afwezig ''/?",
       "3: verzuim '1001' 2025-09-02..2025-09-02 u3-4 lesuur=30 te_laat ''/?",
       "4: verzuim '1001' 2025-09-03..2025-09-03 u3-4 min60 lesuur=30 afwezig 'Regulier absent'/?",
       "5: verzuim '1001' 2025-09-04..2025-09-04 u3-4 lesuur=30 aanwezig ''/?",
       "6: af soort_ongeldig [typeomschrijving] Anders", "7: af lesuur_ongeldig [lesuurbegin] (leeg)"});
}

TEST(ProfileTest, MagisterVerantwoording) {
  ExpectFile(
      "idverantwoording;stamnr;daanwezigheid;lesuur;moment;idagendaitem;idabty;opmerking\n"
      "1;100123;2025-09-13 00:00:00;3;2025-09-13 10:20:00;77;12;\n"
      "2;100123;2025-09-13 00:00:00;;2025-09-13 10:20:00;77;12;\n",
      "magister_verantwoording",
      {"2: verzuim '100123' 2025-09-13..2025-09-13 u3-3 afwezig '12'/?", "3: af lesuur_ongeldig [lesuur] (leeg)"});
  ExpectFile(
      "verantwoording_id;absentiereden_code;stamnummer;verantwoording_datum;verantwoording_lesuur;opmerking\n"
      "1;TA;100123;13-09-2025;3;\n",
      "magister_verantwoording", {"2: verzuim '100123' 2025-09-13..2025-09-13 u3-3 afwezig 'TA'/?"});
}

TEST(ProfileTest, MagisterRedenen) {
  ExpectFile(
      "idabty;code;omschr;barcode;idverantwoordingtypen;geoorloofd;bluxeverzuim\n"
      "12;SP;Gespijbeld;;1;0;0\n"
      "13;LX;Luxe verzuim;;1;N;J\n"
      "14;;Zonder code;;1;N;J\n",
      "magister_redenen",
      {"2: reden '12' 'SP' 'Gespijbeld' '' N", "3: reden '13' 'LX' 'Luxe verzuim' '' N luxe",
       "4: af redencode_leeg [code] (leeg)"});
  ExpectFile(
      "absentiereden_code;absentiereden_omschrijving;verantwoordingstype_id;verantwoordingstype_omschrijving;"
      "geoorloofd;luxeverzuim\n"
      "P;Aanwezig;5;Present;J;N\n",
      "magister_redenen", {"2: reden 'P' 'P' 'Aanwezig' 'Present' J"});
}

TEST(ProfileTest, TheTableIsSound) {
  for (const Profile& profile : Profiles()) {
    EXPECT_EQ(FindProfile(profile.name), &profile);
    EXPECT_TRUE(profile.source == kConfirmed || profile.source == kUntested) << profile.name;
    for (const StatusWord& word : profile.status_words) EXPECT_EQ(FindStatus(profile, word.folded), &word);
    for (const FieldSpec& spec : profile.fields) {
      const auto match = MatchField(profile, spec.names.substr(0, spec.names.find(' ')));
      ASSERT_TRUE(match) << profile.name << " " << spec.names;
      EXPECT_EQ(match->field, spec.field);  // no name stands for two fields
      EXPECT_EQ(match->rank, 0u);
    }
  }
  EXPECT_EQ(FindProfile("bestaat_niet"), nullptr);
}

}  // namespace
}  // namespace verzuim
