#include "core/json/profiel_json.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "core/import/column_choice.h"
#include "core/import/profile.h"

namespace verzuim {
namespace {

std::string NamesOfProfiles() {
  std::string names;
  for (const Profile& profile : Profiles()) names += (names.empty() ? "" : ", ") + std::string(profile.name);
  return names;
}

const FieldSpec* FindField(const Profile& profile, std::string_view wire) {
  const auto at = std::find_if(profile.fields.begin(), profile.fields.end(),
                               [&](const FieldSpec& spec) { return WireName(spec.field) == wire; });
  return at == profile.fields.end() ? nullptr : &*at;
}

void ReadColumns(const Json& kolommen, const Profile& profile, std::vector<Problem>& problems,
                 std::vector<ColumnChoice>& columns) {
  ObjectReader reader(kolommen, "/profiel/kolommen", problems);
  std::set<std::string> taken;
  for (const auto& [column, value] : kolommen.items()) {
    const std::optional<std::string> wire = reader.Text(column);
    if (!wire) continue;
    if (wire->empty()) {
      columns.push_back({column, std::nullopt});
      continue;
    }
    const FieldSpec* spec = FindField(profile, *wire);
    if (spec == nullptr) {
      reader.Bad(column, "Het profiel " + std::string(profile.name) + " heeft geen veld " + *wire + ".");
    } else if (!taken.insert(*wire).second) {
      reader.Bad(column, "Een andere kolom staat al voor " + *wire + ". Kies er een.");
    } else {
      columns.push_back({column, spec->field});
    }
  }
}

std::string_view WireName(RowKind kind) {
  switch (kind) {
    case RowKind::kLesson:
      return "lessen";
    case RowKind::kAbsence:
      return "verzuim";
    case RowKind::kPupil:
      return "leerlingen";
    case RowKind::kReason:
      return "redenen";
    case RowKind::kNote:
      return "notities";
  }
  return "";
}

}  // namespace

ImportOptions ReadProfiel(ObjectReader& request, std::vector<Problem>& problems) {
  ImportOptions options;
  const Json* member = request.Member("profiel");
  if (member == nullptr) return options;
  if (!member->is_object()) {
    options.profile = request.Text("profiel").value_or("");
    return options;
  }
  ObjectReader reader(*member, "/profiel", problems);
  options.profile = reader.RequiredText("basis");
  const Profile* profile = FindProfile(options.profile);
  if (profile == nullptr && !options.profile.empty()) reader.Bad("basis", "Kies uit: " + NamesOfProfiles() + ".");
  const Json* kolommen = reader.Member("kolommen");
  if (kolommen != nullptr && !kolommen->is_object()) {
    reader.Bad("kolommen", "Hier hoort per kolom de naam van een veld te staan.");
  } else if (kolommen != nullptr && profile != nullptr) {
    ReadColumns(*kolommen, *profile, problems, options.columns);
  }
  reader.Finish();
  return options;
}

Json ProfielenToJson() {
  Json list = Json::array();
  for (const Profile& profile : Profiles()) {
    Json velden = Json::array();
    for (const FieldSpec& spec : profile.fields) {
      velden.push_back({{"veld", WireName(spec.field)}, {"verplicht", spec.required}});
    }
    list.push_back({{"naam", profile.name},
                    {"bron", profile.source},
                    {"soort", WireName(profile.kind)},
                    {"velden", std::move(velden)}});
  }
  return list;
}

}  // namespace verzuim
