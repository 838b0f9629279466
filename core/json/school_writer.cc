#include <array>
#include <string>
#include <utility>

#include "core/json/beleid_json.h"
#include "core/json/publicatie_json.h"
#include "core/json/school_json.h"

namespace verzuim {
namespace {

constexpr std::array<std::string_view, 7> kWeekdays = {"ma", "di", "wo", "do", "vr", "za", "zo"};

std::string Clock(Minutes minutes) {
  const auto two = [](int n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
  return two(minutes.value / 60) + ":" + two(minutes.value % 60);
}

Json ToJson(const CalendarConfig& kalender) {
  Json vakanties = Json::array();
  for (const DateRange& range : kalender.vakanties) {
    vakanties.push_back({{"van", ToIso(range.first)}, {"tot", ToIso(range.last)}});
  }
  Json lesvrij = Json::array();
  for (const Date date : kalender.lesvrij) lesvrij.push_back(ToIso(date));
  Json json = Json::object();
  if (kalender.regio) json["regio"] = WireName(*kalender.regio);
  json["vakanties"] = std::move(vakanties);
  json["lesvrij"] = std::move(lesvrij);
  return json;
}

Json ToJson(const Timetable& rooster) {
  Json lesuren = Json::array();
  for (const TimetableLesson& lesson : rooster.lessons) {
    Json item = {{"lesuur", lesson.lesuur}};
    if (lesson.begin) {
      item["begin"] = Clock(*lesson.begin);
      item["eind"] = Clock(*lesson.end);
    }
    item["minuten"] = lesson.length.value;
    lesuren.push_back(std::move(item));
  }
  Json weken = Json::array();
  for (const TimetableWeek& week : rooster.weeks) {
    Json item = Json::object();
    if (!week.klas.empty()) item["klas"] = week.klas;
    if (week.leerjaar) item["leerjaar"] = *week.leerjaar;
    if (week.onderwijssoort != Onderwijssoort::kOnbekend) item["onderwijssoort"] = WireName(week.onderwijssoort);
    for (size_t d = 0; d < kWeekdays.size(); ++d) {
      Json day = Json::array();
      for (int lesuur = 0; lesuur <= kMaxLesuur; ++lesuur) {
        if (week.lesuren[d] >> lesuur & 1) day.push_back(lesuur);
      }
      if (!day.empty()) item[std::string(kWeekdays[d])] = std::move(day);
    }
    weken.push_back(std::move(item));
  }
  return {{"lesuren", std::move(lesuren)}, {"weken", std::move(weken)}};
}

Json ToJson(const std::vector<Onderverdeling>& parts) {
  Json list = Json::array();
  for (const Onderverdeling& part : parts) {
    Json soorten = Json::array();
    for (const Onderwijssoort soort : part.onderwijssoorten) soorten.push_back(WireName(soort));
    list.push_back({{"naam", part.naam}, {"onderwijssoorten", std::move(soorten)}, {"leerjaren", part.leerjaren}});
  }
  return list;
}

}  // namespace

Json SchoolToJson(const School& school) {
  Json codes = Json::object();
  for (const auto& [code, reason] : school.codes) codes[code] = WireName(reason);
  Json opties = Json::object();
  for (const OptionInfo& info : OptionTable()) {
    std::visit([&](const auto& value) { opties[std::string(info.name)] = value; }, GetOption(school.opties, info));
  }
  Json json = {{"school",
                {{"brin", school.brin},
                 {"vestiging", school.vestiging},
                 {"naam", school.naam},
                 {"profiel", WireName(school.profiel)}}},
               {"kalender", ToJson(school.kalender)},
               {"codes", std::move(codes)},
               {"opties", std::move(opties)}};
  if (!school.rooster.empty()) json["rooster"] = ToJson(school.rooster);
  if (!school.levering.perioden.empty()) {
    Json perioden = Json::array();
    for (const PeriodeNaam& periode : school.levering.perioden) {
      perioden.push_back(
          {{"naam", periode.naam}, {"van", ToIso(periode.dates.first)}, {"tot", ToIso(periode.dates.last)}});
    }
    json["perioden"] = std::move(perioden);
  }
  json["intervallen"] = school.levering.intervallen;
  json["monitor"] = {{"banden", school.monitor.banden}};
  if (!school.levering.onderverdeling.empty()) json["onderverdeling"] = ToJson(school.levering.onderverdeling);
  Json publicatie = Json::object();
  WriteBeleid(school.publicatie, publicatie);
  json["publicatie"] = std::move(publicatie);
  if (school.beleid) json["beleid"] = VerzuimbeleidToJson(*school.beleid);
  return json;
}

}  // namespace verzuim
