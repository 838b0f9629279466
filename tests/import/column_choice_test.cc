#include "core/import/column_choice.h"

#include <gtest/gtest.h>

#include "tests/import/recording_sink.h"

namespace verzuim {
namespace {

Imported Read(std::string_view text, ImportOptions options) {
  RecordingSink sink;
  Importer importer(sink, 0, std::move(options));
  importer.Push(text);
  importer.Finish();
  return {sink.lines, importer.description(), importer.fatal(), sink.used_rows, sink.rejected_rows};
}

constexpr const char* kUnknown = "Wie;Dag;Uur;Duur;Toestand\n1001;2025-09-13;3;50;afwezig\n";

TEST(ColumnChoice, NamesThatNoProfileKnowsAreReadAsChosen) {
  EXPECT_EQ(Read(kUnknown, {}).fatal->code, ProblemCode::kUnknownLayout);
  const Imported got = Read(kUnknown, {"lessen",
                                       {{"Wie", Field::kLeerling},
                                        {"Dag", Field::kDatum},
                                        {"Uur", Field::kLesuur},
                                        {"Duur", Field::kMinuten},
                                        {"Toestand", Field::kStatus}}});
  ASSERT_FALSE(got.fatal);
  EXPECT_EQ(got.used, 1u);
  EXPECT_EQ(got.description.fields, (std::vector<std::string>{"leerling", "datum", "lesuur", "minuten", "status"}));
  // The same rows under the names that the profile knows.
  EXPECT_EQ(got.lines, Read("leerling;datum;lesuur;minuten;status\n1001;2025-09-13;3;50;afwezig\n", {}).lines);
}

TEST(ColumnChoice, AChoiceGoesBeforeTheNameOfAColumn) {
  const std::string_view text =
      "leerling;datum;lesuur;minuten;status;reden;Reden school\n1001;2025-09-13;3;50;afwezig;X;Z\n";
  EXPECT_NE(Read(text, {}).lines[0].find("X"), std::string::npos);
  const Imported got = Read(text, {"lessen", {{"Reden school", Field::kReden}}});
  EXPECT_NE(got.lines[0].find("'Z"), std::string::npos) << got.lines[0];
  EXPECT_EQ(got.description.fields[5], "");
  EXPECT_EQ(got.description.fields[6], "reden");
}

TEST(ColumnChoice, AColumnCanBeLeftOut) {
  const std::string_view text = "leerling;datum;lesuur;minuten;status;reden\n1001;2025-09-13;3;50;afwezig;X\n";
  const Imported got = Read(text, {"lessen", {{"reden", std::nullopt}}});
  EXPECT_EQ(got.used, 1u);
  EXPECT_EQ(got.description.fields[5], "");
  // Without a column that it needs the profile cannot read the file.
  EXPECT_EQ(Read(text, {"lessen", {{"datum", std::nullopt}}}).fatal->code, ProblemCode::kMissingColumn);
}

TEST(ColumnChoice, AFileWithoutAHeaderHasNumberedColumns) {
  const std::string_view text = "1001;20091012;1000;20091012;1045;2;2;Z;\n";
  const Imported plain = Read(text, {});
  ASSERT_EQ(plain.description.profile, "krd_absentiemeldingen");
  ASSERT_EQ(plain.description.fields[7], "reden");
  const Imported got = Read(text, {"krd_absentiemeldingen", {{"kolom 8", std::nullopt}, {"kolom 9", Field::kReden}}});
  EXPECT_EQ(got.description.fields[7], "");
  EXPECT_EQ(got.description.fields[8], "reden");
}

TEST(ColumnChoice, ABsnColumnStaysOut) {
  const Imported got = Read("Wie;geboortedatum\n111222333;2010-05-13\n123456782;2010-05-14\n",
                            {"leerlingen", {{"Wie", Field::kLeerling}}});
  ASSERT_TRUE(got.fatal);
  EXPECT_EQ(got.fatal->code, ProblemCode::kBsnOnlyKey);
}

TEST(ColumnChoice, AMedicalColumnStaysOut) {
  const Imported got = Read("leerling;datum;lesuur;minuten;status;ziektebeeld\n1;2025-09-15;1;50;afwezig;migraine\n",
                            {"lessen", {{"ziektebeeld", Field::kReden}}});
  EXPECT_EQ(got.lines[0], "0: ! medische_kolom_verwijderd [ziektebeeld] ziektebeeld");
  EXPECT_EQ(got.description.fields[5], "");
  for (const std::string& line : got.lines) EXPECT_EQ(line.find("migraine"), std::string::npos) << line;
}

}  // namespace
}  // namespace verzuim
