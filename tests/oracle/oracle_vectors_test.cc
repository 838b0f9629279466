// The vectors of tests/vectors against the slow reference: two answers that were written apart must agree, before
// either judges the core. Reads only what vectors use: lessen rows, and verzuim rows by lesuur with one timetable.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/oracle/oracle.h"

namespace verzuim::oracle {
namespace {

using nlohmann::json;

std::vector<std::string> Cells(const std::string& line) {
  std::vector<std::string> cells;
  std::stringstream stream(line);
  for (std::string cell; std::getline(stream, cell, ';');) cells.push_back(cell);
  return cells;
}

// The rows of a file as maps from column to cell; empty cells are left out.
std::vector<std::map<std::string, std::string>> Rows(const json& lines) {
  std::vector<std::map<std::string, std::string>> rows;
  const std::vector<std::string> header = Cells(lines.at(0));
  for (size_t i = 1; i < lines.size(); ++i) {
    const std::vector<std::string> cells = Cells(lines.at(i));
    std::map<std::string, std::string> row;
    for (size_t c = 0; c < cells.size(); ++c) {
      if (!cells[c].empty()) row[header[c]] = cells[c];
    }
    rows.push_back(row);
  }
  return rows;
}

std::optional<Date> DateIn(const std::map<std::string, std::string>& row, const std::string& column) {
  const auto at = row.find(column);
  return at == row.end() ? std::nullopt : ParseIsoDate(at->second);
}

struct Facts {
  Pupil pupil;
  std::vector<DueDay> due;
  std::vector<MissedLesson> missed;
};

class Case {
 public:
  explicit Case(const json& vector) : vector_(vector), school_(vector.at("school")) {
    profiel_ = *ParseProfiel(school_.at("school").at("profiel").get<std::string>());
    options_ = DefaultOptions(profiel_);
    if (!school_.contains("opties")) return;
    for (const auto& [name, value] : school_.at("opties").items()) {
      OptionValue typed = value.is_boolean()  ? OptionValue(value.get<bool>())
                          : value.is_number() ? OptionValue(value.get<int64_t>())
                                              : OptionValue(value.get<std::string>());
      EXPECT_EQ(SetOption(options_, name, typed), std::nullopt) << name;
    }
  }

  std::vector<Answer> Ask() {
    ReadCalendar();
    Facts facts;
    ReadPupil(facts.pupil);
    Date last = Date::FromDays(0), first = Date::FromCivil(2199, 1, 1).value();
    for (const json& file : vector_.at("bestanden")) {
      for (const auto& row : Rows(file.at("regels"))) {
        last = std::max(last, *DateIn(row, "datum"));
        first = std::min(first, *DateIn(row, "datum"));
      }
    }
    const Date today =
        vector_.contains("peildatum") ? *ParseIsoDate(vector_.at("peildatum").get<std::string>()) : last;
    if (school_.contains("rooster")) LayTimetable(facts, first, today);
    for (const json& file : vector_.at("bestanden")) {
      for (const auto& row : Rows(file.at("regels"))) {
        if (row.count("label") != 0) continue;  // notes of a mentor: no melding depends on them
        if (row.count("status") != 0) {
          AddLesson(facts, row);
        } else {
          AddAbsence(facts, row);
        }
      }
    }
    std::sort(facts.due.begin(), facts.due.end(), [](const DueDay& a, const DueDay& b) { return a.date < b.date; });
    std::sort(facts.missed.begin(), facts.missed.end(), [](const MissedLesson& a, const MissedLesson& b) {
      return std::pair(a.date, a.lesuur) < std::pair(b.date, b.lesuur);
    });
    return Evaluate({facts.pupil, facts.due, facts.missed}, calendar_, options_, profiel_, today);
  }

 private:
  void ReadCalendar() {
    const json& given = school_.at("kalender");
    const std::string region = given.value("regio", "");
    calendar_.region = region == "noord"    ? Region::kNorth
                       : region == "midden" ? Region::kMiddle
                       : region == "zuid"   ? Region::kSouth
                                            : Region::kNone;
    for (const json& vacation : given.value("vakanties", json::array())) {
      calendar_.own_vacations.push_back({*ParseIsoDate(vacation.at("van").get<std::string>()),
                                         *ParseIsoDate(vacation.at("tot").get<std::string>())});
    }
    for (const json& day : given.value("lesvrij", json::array())) {
      calendar_.free_days.push_back(*ParseIsoDate(day.get<std::string>()));
    }
  }

  void ReadPupil(Pupil& pupil) {
    for (const auto& row : Rows(vector_.at("leerlingen"))) {
      pupil.geboortedatum = DateIn(row, "geboortedatum");
      pupil.startkwalificatie_sinds = DateIn(row, "startkwalificatie_sinds");
      pupil.leerplicht_tot = DateIn(row, "leerplicht_tot");
      pupil.kwalificatieplicht_tot = DateIn(row, "kwalificatieplicht_tot");
      if (row.count("ingeschreven_van") + row.count("ingeschreven_tot") != 0) {
        pupil.inschrijvingen.push_back({DateIn(row, "ingeschreven_van"), DateIn(row, "ingeschreven_tot")});
      }
      if (row.count("vrijstelling_van") + row.count("vrijstelling_tot") != 0) {
        pupil.vrijstellingen.push_back({DateIn(row, "vrijstelling_van"), DateIn(row, "vrijstelling_tot")});
      }
    }
  }

  void LayTimetable(Facts& facts, Date first, Date last) {
    const json& lessons = school_.at("rooster").at("lesuren");
    for (const json& lesson : lessons) lengths_[lesson.at("lesuur")] = lesson.at("minuten");
    int minutes = 0;
    for (const auto& [lesuur, length] : lengths_) minutes += length;
    for (Date date = first; date <= last; ++date) {
      if (!IsLessonDay(calendar_, date) || !Enrolled(facts.pupil, date)) continue;
      facts.due.push_back({date, {minutes}, static_cast<int>(lengths_.size())});
    }
  }

  static bool Enrolled(const Pupil& pupil, Date date) {
    return pupil.inschrijvingen.empty() ||
           std::any_of(pupil.inschrijvingen.begin(), pupil.inschrijvingen.end(),
                       [&](const Periode& enrolment) { return enrolment.Contains(date); });
  }

  // The class of a code; std::nullopt for an unknown one that the vector wants ignored. The flag of the export
  // settles what an unknown code means.
  std::optional<ReasonClass> ClassOf(const std::string& code, bool flagged_unauthorised = false) {
    const json& codes = school_.at("codes");
    if (codes.contains(code)) return ParseReasonClass(codes.at(code).get<std::string>());
    if (flagged_unauthorised || vector_.value("onbekend", "") == "ongeoorloofd") return ReasonClass::kSpijbelen;
    return std::nullopt;
  }

  void AddLesson(Facts& facts, const std::map<std::string, std::string>& row) {
    const Date date = *DateIn(row, "datum");
    const int minutes = std::stoi(row.at("minuten"));
    const auto same_day = [&](const DueDay& due) { return due.date == date; };
    if (std::none_of(facts.due.begin(), facts.due.end(), same_day)) facts.due.push_back({date, {0}, 0});
    const auto day = std::find_if(facts.due.begin(), facts.due.end(), same_day);
    day->minutes += Minutes{minutes};
    ++day->lessons;
    const std::string& status = row.at("status");
    if (status == "aanwezig") return;
    const bool late = status == "te_laat";
    MissedLesson lesson{
        date, std::stoi(row.at("lesuur")), {minutes}, {minutes}, ReasonClass::kOnverklaard, late, false, {}};
    if (row.count("gemist") != 0) {
      lesson.missed = {std::stoi(row.at("gemist"))};
    } else if (late) {
      lesson.missed = {options_.te_laat_minuten};
    }
    if (late) lesson.reason = ReasonClass::kTeLaat;
    if (row.count("reden") != 0) lesson.reason = *ClassOf(row.at("reden"));
    facts.missed.push_back(lesson);
  }

  void AddAbsence(Facts& facts, const std::map<std::string, std::string>& row) {
    const Date date = *DateIn(row, "datum");
    const auto reason = ClassOf(row.at("reden"), row.count("geoorloofd") != 0 && row.at("geoorloofd") == "N");
    if (!reason || !IsLessonDay(calendar_, date) || !Enrolled(facts.pupil, date)) return;
    for (int lesuur = std::stoi(row.at("lesuur_van")); lesuur <= std::stoi(row.at("lesuur_tot")); ++lesuur) {
      facts.missed.push_back({date, lesuur, {lengths_.at(lesuur)}, {lengths_.at(lesuur)}, *reason, false, false, {}});
    }
  }

  const json& vector_;
  const json& school_;
  Profiel profiel_;
  Options options_;
  Calendar calendar_;
  std::map<int, int> lengths_;
};

json AsJson(const Answer& answer) {
  return {{"soort", WireName(answer.soort)},
          {"leerling", "1001"},
          {"volgnummer", answer.volgnummer},
          {"begindatum", ToIso(answer.begindatum)},
          {"einddatum", answer.einddatum ? json(ToIso(*answer.einddatum)) : json(nullptr)},
          {"meldbaar_vanaf", ToIso(answer.meldbaar_vanaf)},
          {"uiterste_datum", ToIso(answer.uiterste_datum)},
          {"minuten", answer.minuten}};
}

// Every expected melding has its own answer that says the same under each key the vector gives, and none is left.
void Compare(const json& vector, std::vector<Answer> answers) {
  for (const json& expected : vector.at("verwacht").at("meldingen")) {
    const auto fits = std::find_if(answers.begin(), answers.end(), [&](const Answer& answer) {
      const json got = AsJson(answer);
      for (const auto& [key, value] : expected.items()) {
        if (key == "grond") continue;  // which article: the reference does not say
        if (got.at(key) != value) return false;
      }
      return true;
    });
    EXPECT_NE(fits, answers.end()) << "not answered: " << expected;
    if (fits != answers.end()) answers.erase(fits);
  }
  for (const Answer& answer : answers) ADD_FAILURE() << "not expected: " << AsJson(answer);
}

TEST(OracleTest, AgreesWithEveryVectorThatIsComputed) {
  int asked = 0;
  for (const auto& entry : std::filesystem::directory_iterator(VERZUIM_SOURCE_DIR "/tests/vectors")) {
    const std::string name = entry.path().filename().string();
    if (entry.path().extension() != ".json" || name == "vector.schema.json") continue;
    std::ifstream file(entry.path());
    const json vectors = json::parse(file);
    for (const json& vector : vectors) {
      if (vector.at("verwacht").value("exit", 0) != 0 || vector.at("status") == "bekend_gat") continue;
      SCOPED_TRACE(name + " " + vector.at("id").get<std::string>());
      Compare(vector, Case(vector).Ask());
      ++asked;
    }
  }
  EXPECT_GE(asked, 150);
}

}  // namespace
}  // namespace verzuim::oracle
