#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>

#include "core/json/beleid_json.h"
#include "core/json/publicatie_json.h"
#include "core/json/reader.h"
#include "core/json/school_json.h"

namespace verzuim {
namespace {

constexpr std::array<std::string_view, 7> kWeekdays = {"ma", "di", "wo", "do", "vr", "za", "zo"};

template <class T>
void Choose(ObjectReader& reader, std::string_view name, std::string_view allowed, T& field,
            std::optional<T> (*parse)(std::string_view)) {
  const std::optional<std::string> text = reader.Text(name);
  if (!text) return;
  if (const std::optional<T> value = parse(*text)) {
    field = *value;
  } else {
    reader.Bad(name, std::string("Kies een van: ").append(allowed).append("."));
  }
}

void ReadIdentity(const Json& node, School& school, std::vector<Problem>& problems) {
  ObjectReader reader(node, "/school", problems);
  school.brin = reader.Text("brin").value_or("");
  school.vestiging = reader.Text("vestiging").value_or("");
  school.naam = reader.Text("naam").value_or("");
  Choose(reader, "profiel", "po, sbo, so, vso, vo, pro, mbo, bes, niet_bekostigd", school.profiel, &ParseProfiel);
  reader.Finish();
}

void ReadCalendar(const Json& node, CalendarConfig& kalender, std::vector<Problem>& problems) {
  ObjectReader reader(node, "/kalender", problems);
  if (reader.Member("regio") != nullptr) {
    Regio regio = Regio::kNoord;
    Choose(reader, "regio", "noord, midden, zuid", regio, &ParseRegio);
    kalender.regio = regio;
  }
  if (const Json* list = reader.Array("vakanties")) {
    for (size_t i = 0; i < list->size(); ++i) {
      ObjectReader item((*list)[i], "/kalender/vakanties/" + std::to_string(i), problems);
      item.Text("naam");
      if (const auto range = item.VanTot()) kalender.vakanties.push_back(*range);
      item.Finish();
    }
  }
  if (const Json* list = reader.Array("lesvrij")) {
    for (size_t i = 0; i < list->size(); ++i) {
      const Json& item = (*list)[i];
      const auto date = item.is_string() ? ParseIsoDate(item.get<std::string>()) : std::nullopt;
      if (date) {
        kalender.lesvrij.push_back(*date);
      } else {
        problems.push_back(PointerProblem(ProblemCode::kBadValue, "/kalender/lesvrij/" + std::to_string(i),
                                          "Hier hoort een bestaande datum te staan als JJJJ-MM-DD."));
      }
    }
  }
  reader.Finish();
}

void ReadCodes(const Json& node, School& school, std::vector<Problem>& problems) {
  ObjectReader reader(node, "/codes", problems);
  if (!node.is_object()) return;
  for (const auto& member : node.items()) {
    ReasonClass reason = ReasonClass::kOnverklaard;
    Choose(
        reader, member.key(),
        "ziekte, schorsing, religie, vakantieverlof, gewichtig, verboden, gesloten, vijfjarige, spijbelen, te_laat, "
        "luxe, wacht_op_plek, onverklaard, geen_verzuim",
        reason, &ParseReasonClass);
    school.codes[member.key()] = reason;
  }
}

void ReadOptions(const Json& node, School& school, std::vector<Problem>& problems) {
  ObjectReader reader(node, "/opties", problems);
  if (!node.is_object()) return;
  for (const auto& member : node.items()) {
    const Json& value = member.value();
    OptionValue option = std::string();
    if (value.is_boolean()) option = value.get<bool>();
    if (value.is_number_integer()) option = value.get<int64_t>();
    if (value.is_string()) option = value.get<std::string>();
    if (const auto error = SetOption(school.opties, member.key(), option)) {
      problems.push_back(PointerProblem(error->known ? ProblemCode::kBadValue : ProblemCode::kUnknownOption,
                                        reader.PointerTo(member.key()), error->message));
    }
  }
}

// "08:30" as minutes after midnight.
std::optional<Minutes> ReadClock(ObjectReader& reader, std::string_view name) {
  const std::optional<std::string> text = reader.Text(name);
  if (!text) return std::nullopt;
  const auto digit = [&](size_t i) { return (*text)[i] - '0'; };
  const bool shape = text->size() == 5 && (*text)[2] == ':' && digit(0) >= 0 && digit(0) <= 2 && digit(1) >= 0 &&
                     digit(1) <= 9 && digit(3) >= 0 && digit(3) <= 5 && digit(4) >= 0 && digit(4) <= 9;
  const int minutes = shape ? (digit(0) * 10 + digit(1)) * 60 + digit(3) * 10 + digit(4) : -1;
  if (shape && minutes <= 24 * 60) return Minutes{minutes};
  reader.Bad(name, "Hier hoort een tijd te staan als UU:MM.");
  return std::nullopt;
}

void ReadTimetableLesson(const Json& node, const std::string& pointer, Timetable& rooster,
                         std::vector<Problem>& problems) {
  ObjectReader reader(node, pointer, problems);
  TimetableLesson lesson;
  const auto lesuur = reader.Integer("lesuur", 0, kMaxLesuur);
  if (reader.Member("lesuur") == nullptr) reader.Missing("lesuur");
  lesson.begin = ReadClock(reader, "begin");
  lesson.end = ReadClock(reader, "eind");
  const auto length = reader.Integer("minuten", 1, 480);
  reader.Finish();
  if (!lesuur) return;
  lesson.lesuur = static_cast<uint8_t>(*lesuur);
  if (lesson.begin.has_value() != lesson.end.has_value()) {
    return reader.Bad("eind", "Geef begin en eind allebei, of alleen minuten.");
  }
  if (lesson.begin) {
    lesson.length = *lesson.end - *lesson.begin;
    if (lesson.length.value < 1 || lesson.length.value > 480)
      return reader.Bad("eind", "Een les duurt 1 tot 480 minuten.");
    if (length && *length != lesson.length.value) return reader.Bad("minuten", "Dit past niet bij begin en eind.");
  } else if (length) {
    lesson.length = {static_cast<int32_t>(*length)};
  } else {
    return reader.Missing("minuten");
  }
  if (rooster.Lesson(lesson.lesuur) != nullptr) return reader.Bad("lesuur", "Dit lesuur staat al in de lijst.");
  rooster.lessons.push_back(lesson);
}

void ReadTimetableWeek(const Json& node, const std::string& pointer, Timetable& rooster,
                       std::vector<Problem>& problems) {
  ObjectReader reader(node, pointer, problems);
  TimetableWeek week;
  week.klas = reader.Text("klas").value_or("");
  if (const auto leerjaar = reader.Integer("leerjaar", 0, 16)) week.leerjaar = static_cast<int>(*leerjaar);
  Choose(reader, "onderwijssoort", "po, sbo, so, vso, pro, vmbo, havo, vwo, vavo, mbo", week.onderwijssoort,
         &ParseOnderwijssoort);
  for (size_t d = 0; d < kWeekdays.size(); ++d) {
    const Json* lesuren = reader.Array(kWeekdays[d]);
    if (lesuren == nullptr) continue;
    for (const Json& lesuur : *lesuren) {
      const bool known = lesuur.is_number_unsigned() && lesuur.get<uint64_t>() <= kMaxLesuur &&
                         rooster.Lesson(lesuur.get<int>()) != nullptr;
      if (known) {
        week.lesuren[d] |= uint32_t{1} << lesuur.get<int>();
      } else {
        reader.Bad(kWeekdays[d], "Elk lesuur moet bij lesuren staan.");
      }
    }
  }
  reader.Finish();
  rooster.weeks.push_back(week);
}

void ReadTimetable(const Json& node, Timetable& rooster, std::vector<Problem>& problems) {
  ObjectReader reader(node, "/rooster", problems);
  if (const Json* list = reader.Array("lesuren")) {
    for (size_t i = 0; i < list->size(); ++i) {
      ReadTimetableLesson((*list)[i], "/rooster/lesuren/" + std::to_string(i), rooster, problems);
    }
  }
  if (const Json* list = reader.Array("weken")) {
    for (size_t i = 0; i < list->size(); ++i) {
      ReadTimetableWeek((*list)[i], "/rooster/weken/" + std::to_string(i), rooster, problems);
    }
  }
  if (reader.Member("lesuren") == nullptr) reader.Missing("lesuren");
  if (reader.Member("weken") == nullptr) reader.Missing("weken");
  reader.Finish();
  std::sort(rooster.lessons.begin(), rooster.lessons.end(),
            [](const TimetableLesson& a, const TimetableLesson& b) { return a.lesuur < b.lesuur; });
}

void ReadPerioden(const Json& list, LeveringConfig& levering, std::vector<Problem>& problems) {
  std::set<std::string> names;
  for (size_t i = 0; i < list.size(); ++i) {
    ObjectReader reader(list[i], "/perioden/" + std::to_string(i), problems);
    const std::string naam = reader.RequiredText("naam");
    const auto range = reader.VanTot();
    if (!naam.empty() && !names.insert(naam).second)
      reader.Bad("naam", "Deze naam staat er al. Geef elke periode een eigen naam.");
    if (range) levering.perioden.push_back({naam, *range});
    reader.Finish();
  }
}

void ReadBounds(const Json& list, std::string pointer, std::vector<int>& target, std::vector<Problem>& problems) {
  std::vector<int> bounds;
  for (const Json& item : list) {
    const bool fits = item.is_number_unsigned() && item.get<uint64_t>() < 100;
    if (!fits || (!bounds.empty() && item.get<int>() <= bounds.back())) {
      bounds.clear();
      break;
    }
    bounds.push_back(item.get<int>());
  }
  if (bounds.empty() || bounds.front() != 0) {
    problems.push_back(
        PointerProblem(ProblemCode::kBadValue, std::move(pointer),
                       "Geef hele procenten van klein naar groot, beginnend bij 0 en kleiner dan 100."));
    return;
  }
  target = std::move(bounds);
}

void ReadMonitor(const Json& node, MonitorConfig& monitor, std::vector<Problem>& problems) {
  ObjectReader reader(node, "/monitor", problems);
  if (const Json* list = reader.Array("banden")) ReadBounds(*list, "/monitor/banden", monitor.banden, problems);
  reader.Finish();
}

void ReadOnderverdeling(const Json& list, LeveringConfig& levering, std::vector<Problem>& problems) {
  std::set<std::string> names = {"totaal", "overig"};
  for (size_t i = 0; i < list.size(); ++i) {
    ObjectReader reader(list[i], "/onderverdeling/" + std::to_string(i), problems);
    Onderverdeling part;
    part.naam = reader.RequiredText("naam");
    if (!part.naam.empty() && !names.insert(part.naam).second) reader.Bad("naam", "Deze naam kan niet nog eens.");
    if (const Json* soorten = reader.Array("onderwijssoorten")) {
      for (const Json& soort : *soorten) {
        const auto parsed = soort.is_string() ? ParseOnderwijssoort(soort.get<std::string>()) : std::nullopt;
        if (parsed && *parsed != Onderwijssoort::kOnbekend) {
          part.onderwijssoorten.push_back(*parsed);
        } else {
          reader.Bad("onderwijssoorten", "Kies uit: po, sbo, so, vso, pro, vmbo, havo, vwo, vavo, mbo.");
        }
      }
    }
    if (const Json* leerjaren = reader.Array("leerjaren")) {
      for (const Json& leerjaar : *leerjaren) {
        if (leerjaar.is_number_unsigned() && leerjaar.get<uint64_t>() <= 16) {
          part.leerjaren.push_back(leerjaar.get<int>());
        } else {
          reader.Bad("leerjaren", "Een leerjaar is een geheel getal van 0 tot en met 16.");
        }
      }
    }
    reader.Finish();
    levering.onderverdeling.push_back(std::move(part));
  }
}

// "waar_mogelijk" is for tables only.
std::optional<NulBeleid> ParseSchoolNul(std::string_view wire_name) {
  const auto nul = ParseNulBeleid(wire_name);
  return nul == NulBeleid::kWaarMogelijk ? std::nullopt : nul;
}

void ReadPublicatieBeleid(const Json& node, PublicatieBeleid& beleid, std::vector<Problem>& problems) {
  ObjectReader reader(node, "/publicatie", problems);
  if (const auto drempel = reader.Integer("drempel", 2, kMaxDrempel)) beleid.drempel = static_cast<int>(*drempel);
  Choose(reader, "nul", "verbergen, tonen", beleid.nul, &ParseSchoolNul);
  Choose(reader, "markering", "enkel, tweevoudig", beleid.markering, &ParseMarkeringBeleid);
  Choose(reader, "patroon", "zoeken, vast", beleid.patroon, &ParsePatroonBeleid);
  reader.Finish();
}

}  // namespace

School ReadSchool(std::string_view text, std::vector<Problem>& problems) {
  School school;
  if (text.empty()) return school;
  const std::optional<Json> parsed = ParseJson(text, "school.json", problems);
  if (!parsed) return school;
  ObjectReader reader(*parsed, "", problems);
  if (const Json* node = reader.Member("school")) ReadIdentity(*node, school, problems);
  school.opties = DefaultOptions(school.profiel);
  if (const Json* node = reader.Member("kalender")) ReadCalendar(*node, school.kalender, problems);
  if (const Json* node = reader.Member("codes")) ReadCodes(*node, school, problems);
  if (const Json* node = reader.Member("opties")) ReadOptions(*node, school, problems);
  if (const Json* node = reader.Member("rooster")) ReadTimetable(*node, school.rooster, problems);
  if (const Json* list = reader.Array("perioden")) ReadPerioden(*list, school.levering, problems);
  if (const Json* list = reader.Array("intervallen"))
    ReadBounds(*list, "/intervallen", school.levering.intervallen, problems);
  if (const Json* node = reader.Member("monitor")) ReadMonitor(*node, school.monitor, problems);
  if (const Json* list = reader.Array("onderverdeling")) ReadOnderverdeling(*list, school.levering, problems);
  if (const Json* node = reader.Member("publicatie")) ReadPublicatieBeleid(*node, school.publicatie, problems);
  if (const Json* node = reader.Member("beleid")) {
    school.beleid = ReadVerzuimbeleid(*node, school.opties, problems);
  }
  reader.Finish();
  return school;
}

}  // namespace verzuim
