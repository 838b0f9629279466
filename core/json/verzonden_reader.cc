#include "core/json/verzonden_reader.h"

#include <optional>
#include <string>
#include <utility>

#include "core/json/reader.h"

namespace verzuim {
namespace {

constexpr int64_t kMostMinutes = 10'000'000;

std::optional<MeldingSoort> ReadSoort(ObjectReader& reader) {
  const std::string text = reader.RequiredText("soort");
#define VERZUIM_X(name, wire, title) \
  if (text == wire) return MeldingSoort::k##name;
  VERZUIM_MELDING_SOORTEN(VERZUIM_X)
#undef VERZUIM_X
  if (!text.empty()) reader.Bad("soort", "Kies een van: 16u, 16u_18plus, lrv, luxe, rmc.");
  return std::nullopt;
}

// null, and for verzonden_op also nothing, is "not there".
std::optional<Date> NullableDay(ObjectReader& reader, std::string_view name, bool required) {
  const Json* member = reader.Member(name);
  if (member == nullptr && required) reader.Missing(name);
  return member == nullptr || member->is_null() ? std::nullopt : reader.Day(name);
}

CreditMinutes ReadMinutes(ObjectReader& reader) {
  if (reader.Member("minuten") == nullptr) reader.Missing("minuten");
  return {static_cast<int32_t>(reader.Integer("minuten", 0, kMostMinutes).value_or(0))};
}

VerzondenRegel ReadRegel(const Json& node, std::string pointer, std::vector<Problem>& problems) {
  ObjectReader reader(node, std::move(pointer), problems);
  VerzondenRegel regel;
  regel.date = reader.RequiredDay("datum").value_or(Date());
  if (reader.Member("lesuur") == nullptr) reader.Missing("lesuur");
  regel.lesuur = static_cast<int>(reader.Integer("lesuur", 0, kMaxLesuur).value_or(0));
  regel.credit = ReadMinutes(reader);
  // Where the row stood then does not matter: files change.
  reader.Text("bestand");
  reader.Member("regel");
  reader.Finish();
  return regel;
}

void ReadMelding(const Json& node, const std::string& pointer, VerzondenBestand& bestand,
                 std::vector<Problem>& problems) {
  ObjectReader reader(node, pointer, problems);
  VerzondenMelding melding;
  MeldingKern& kern = melding.kern;
  std::string leerling = reader.RequiredText("leerling");
  kern.soort = ReadSoort(reader).value_or(MeldingSoort::kZestienUur);
  kern.begindatum = reader.RequiredDay("begindatum").value_or(Date());
  kern.einddatum = NullableDay(reader, "einddatum", /*required=*/true);
  kern.meldbaar_vanaf = reader.RequiredDay("meldbaar_vanaf").value_or(Date());
  kern.uiterste_datum = reader.RequiredDay("uiterste_datum").value_or(Date());
  kern.minuten = ReadMinutes(reader);
  melding.verzonden_op = NullableDay(reader, "verzonden_op", /*required=*/false);
  if (kern.einddatum && *kern.einddatum < kern.begindatum) {
    reader.Bad("einddatum", "De einddatum ligt voor de begindatum.");
  }
  if (melding.verzonden_op && *melding.verzonden_op < kern.begindatum) {
    reader.Bad("verzonden_op", "Een melding kan niet voor de begindatum zijn verzonden.");
  }
  if (reader.Member("regels") == nullptr) reader.Missing("regels");
  if (const Json* regels = reader.Array("regels")) {
    for (size_t i = 0; i < regels->size(); ++i) {
      melding.regels.push_back(ReadRegel((*regels)[i], pointer + "/regels/" + std::to_string(i), problems));
    }
  }
  // The rest explains the melding; nothing is compared with it.
  for (const std::string_view name : {"klas", "leerjaar", "volgnummer", "grond", "let_op", "duo"})
    reader.Member(name);
  reader.Finish();
  bestand.leerlingen.push_back(std::move(leerling));
  bestand.meldingen.push_back(std::move(melding));
}

}  // namespace

VerzondenBestand ReadVerzonden(std::string_view text, std::vector<Problem>& problems) {
  VerzondenBestand bestand;
  std::vector<Problem> found;
  if (const std::optional<Json> parsed = ParseJson(text, "Het bestand met verzonden meldingen", found)) {
    ObjectReader reader(*parsed, "", found);
    if (parsed->is_object() && reader.Member("meldingen") == nullptr) reader.Missing("meldingen");
    if (const Json* list = reader.Array("meldingen")) {
      for (size_t i = 0; i < list->size(); ++i) {
        ReadMelding((*list)[i], "/meldingen/" + std::to_string(i), bestand, found);
      }
    }
    reader.Finish();
  }
  for (Problem& problem : found) {
    problem.place.file = "verzonden";
    problems.push_back(std::move(problem));
  }
  return bestand;
}

}  // namespace verzuim
