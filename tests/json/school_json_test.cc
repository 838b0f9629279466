#include "core/json/school_json.h"

#include <gtest/gtest.h>

namespace verzuim {
namespace {

constexpr std::string_view kWhole = R"({
  "school": {"brin": "99ZZ", "vestiging": "00", "naam": "Voorbeeldschool", "profiel": "po"},
  "kalender": {"regio": "midden", "vakanties": [{"naam": "herfst", "van": "2025-10-18", "tot": "2025-10-26"}],
               "lesvrij": ["2025-12-05"]},
  "codes": {"Z": "ziekte", "T/J": "gewichtig"},
  "opties": {"venster": "W1", "te_laat_minuten": 5, "luxe_telt_mee": true},
  "rooster": {"lesuren": [{"lesuur": 1, "begin": "08:30", "eind": "12:00"}, {"lesuur": 2, "minuten": 120}],
              "weken": [{"leerjaar": 3, "ma": [1, 2], "wo": [1]}, {"ma": [1]}]},
  "perioden": [{"naam": "eerste", "van": "2025-08-01", "tot": "2025-12-31"}],
  "intervallen": [0, 10],
  "onderverdeling": [{"naam": "onder", "leerjaren": [1, 2, 3, 4]}],
  "publicatie": {"drempel": 10, "nul": "tonen", "markering": "tweevoudig"},
  "beleid": {"versie": "2", "schoolgids": "p. 12", "vanaf": "2025-08-01", "instemming_mr": "2025-06-01", "regels": []}
})";

School Read(std::string_view text) {
  std::vector<Problem> problems;
  School school = ReadSchool(text, problems);
  for (const Problem& problem : problems) ADD_FAILURE() << problem.place.pointer << " " << problem.message;
  return school;
}

// The pointers of the problems, in order.
std::vector<std::string> Pointers(std::string_view text) {
  std::vector<Problem> problems;
  ReadSchool(text, problems);
  std::vector<std::string> pointers;
  for (const Problem& problem : problems)
    pointers.push_back(std::string(WireName(problem.code)) + " " + problem.place.pointer);
  return pointers;
}

using Lines = std::vector<std::string>;

TEST(SchoolJson, ReadsEverything) {
  const School school = Read(kWhole);
  EXPECT_EQ(school.profiel, Profiel::kPo);
  EXPECT_EQ(school.kalender.regio, Regio::kMidden);
  EXPECT_EQ(school.kalender.vakanties.size(), 1u);
  EXPECT_EQ(school.codes.at("T/J"), ReasonClass::kGewichtig);
  EXPECT_EQ(school.opties.venster, Venster::kW1);
  EXPECT_EQ(school.opties.uur, Uur::kKlokuur) << "the profile's own default";
  EXPECT_EQ(school.rooster.Lesson(1)->length.value, 210);
  EXPECT_EQ(school.rooster.weeks[0].lesuren[2], 0b10u);
  EXPECT_EQ(school.levering.intervallen, (std::vector<int>{0, 10}));
  EXPECT_EQ(school.publicatie.drempel, 10);
}

TEST(SchoolJson, WhatIsWrittenReadsBackTheSame) {
  const Json written = SchoolToJson(Read(kWhole));
  EXPECT_EQ(Dump(SchoolToJson(Read(Dump(written)))), Dump(written));
  EXPECT_EQ(Dump(SchoolToJson(Read(Dump(SchoolToJson(School{}))))), Dump(SchoolToJson(School{})));
}

TEST(SchoolJson, TheProfileCountsWhereverItStands) {
  EXPECT_EQ(Read(R"({"opties":{"venster":"W4"},"school":{"profiel":"bes"}})").opties.drempel_vergelijking,
            Vergelijking::kMeerDan);
}

TEST(SchoolJson, EveryMistakeIsNamedWithItsPlace) {
  EXPECT_EQ(Pointers(R"({"kalender":{"regoi":"midden"}})"), Lines{"onbekende_sleutel /kalender/regoi"});
  EXPECT_EQ(Pointers(R"({"kalender":{"regio":"oost"}})"), Lines{"waarde_ongeldig /kalender/regio"});
  EXPECT_EQ(Pointers(R"({"kalender":{"lesvrij":["2026-02-30"]}})"), Lines{"waarde_ongeldig /kalender/lesvrij/0"});
  EXPECT_EQ(Pointers(R"({"opties":{"drempel":960}})"), Lines{"onbekende_optie /opties/drempel"});
  EXPECT_EQ(Pointers(R"({"opties":{"drempel_minuten":0}})"), Lines{"waarde_ongeldig /opties/drempel_minuten"});
  EXPECT_EQ(Pointers(R"({"opties":{"drempel_minuten":960.5}})"), Lines{"waarde_ongeldig /opties/drempel_minuten"});
  EXPECT_EQ(Pointers(R"({"opties":{"venster":"W3"}})"), Lines{"waarde_ongeldig /opties/venster"});
  EXPECT_EQ(Pointers(R"({"codes":{"Z":"ziek"}})"), Lines{"waarde_ongeldig /codes/Z"});
  EXPECT_EQ(Pointers(R"({"perioden":[{"naam":"a","van":"2026-01-01","tot":"2025-01-01"}]})"),
            Lines{"waarde_ongeldig /perioden/0/tot"});
  EXPECT_EQ(Pointers(R"({"intervallen":[5,10]})"), Lines{"waarde_ongeldig /intervallen"});
  EXPECT_EQ(Pointers(R"({"publicatie":{"drempel":1}})"), Lines{"waarde_ongeldig /publicatie/drempel"});
  EXPECT_EQ(Pointers(R"({"school":{"profiel":"vo"},"scholen":{}})"), Lines{"onbekende_sleutel /scholen"});
  EXPECT_EQ(Pointers(R"({"school":[]})"), Lines{"waarde_ongeldig /school"});
  EXPECT_EQ(Pointers(R"({"codes":{"a/b":"fout"}})"), Lines{"waarde_ongeldig /codes/a~1b"});
  EXPECT_EQ(Pointers(R"({"rooster":{"lesuren":[{"lesuur":1,"begin":"25:00","eind":"09:00"}],"weken":[{"ma":[2]}]}})"),
            (Lines{"waarde_ongeldig /rooster/lesuren/0/begin", "waarde_ongeldig /rooster/lesuren/0/eind",
                   "waarde_ongeldig /rooster/weken/0/ma"}));
}

TEST(SchoolJson, RefusesWhatIsNoJson) {
  EXPECT_EQ(Pointers("{"), Lines{"json_ongeldig "});
  EXPECT_EQ(Pointers("\xff"), Lines{"json_ongeldig "});
  EXPECT_EQ(Pointers(R"({"school":{},"school":{}})"), Lines{"json_ongeldig "});
  EXPECT_EQ(Pointers(std::string(100000, '[')), Lines{"json_ongeldig "});
  EXPECT_EQ(Pointers("[]"), Lines{"waarde_ongeldig "});
}

}  // namespace
}  // namespace verzuim
