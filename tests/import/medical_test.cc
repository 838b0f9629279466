#include "core/import/medical.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "core/import/profile.h"

namespace verzuim {
namespace {

TEST(MedicalTest, Names) {
  for (const char* name : {"Diagnose", "medisch", "Medische gegevens", "MEDICATIE", "ziektebeeld", "Aandoening 1",
                           "naam huisarts", "Arts", "arts/specialist", "soort ziekte", "Ziekte-soort", "Allergieën",
                           "diagnóse", "leerling.medical.notes"}) {
    EXPECT_TRUE(NamesMedical(name)) << name;
  }
  for (const char* name : {"", "leerling", "ziek", "ziekte", "Ziekmelding", "reden", "soort", "startschool", "starts",
                           "absentiereden", "vrijstelling_grond", "verantwoordingtype"}) {
    EXPECT_FALSE(NamesMedical(name)) << name;
  }
}

TEST(MedicalTest, NoColumnThatAProfileReadsIsTakenForOne) {
  for (const Profile& profile : Profiles()) {
    for (const FieldSpec& spec : profile.fields) {
      size_t at = 0;
      while (at <= spec.names.size()) {
        const size_t end = std::min(spec.names.find(' ', at), spec.names.size());
        const std::string name(spec.names.substr(at, end - at));
        EXPECT_FALSE(NamesMedical(name)) << profile.name << " " << name;
        at = end + 1;
      }
    }
  }
}

}  // namespace
}  // namespace verzuim
