#include "core/options/uitgeschakeld.h"

#include <algorithm>

namespace verzuim {
namespace {

struct OnderdeelText {
  std::string_view wire, text;
};
constexpr OnderdeelText kOnderdeelTeksten[] = {
#define VERZUIM_X(name, wire, text) {wire, text},
    VERZUIM_ONDERDELEN(VERZUIM_X)
#undef VERZUIM_X
};

constexpr std::string_view kNota = "Wetsvoorstel 36 663, nota naar aanleiding van het verslag (nr. 8)";
constexpr std::string_view kBesTekst = "BWBR0030281, tekst 2025-08-01";
constexpr std::string_view kGeenNorm =
    "Voor deze schoolsoort is geen norm gevonden waaraan de lestijd is te toetsen.";
constexpr std::string_view kBes33 = "Leerplichtwet BES artikel 33";

constexpr Uitgeschakeld kTabel[] = {
    {Profiel::kBes, Onderdeel::kLevering,
     "De levering van aantallen begint in Caribisch Nederland pas als het register onderwijsdeelnemers daar is "
     "ingevoerd.",
     "Wetsvoorstel 36 663", kNota},
    {Profiel::kBes, Onderdeel::kPublicatie, "Zonder levering is er ook niets om veilig te delen.",
     "Wetsvoorstel 36 663", kNota},
    {Profiel::kBes, Onderdeel::kDuo,
     "Een school in Caribisch Nederland meldt aan het bestuurscollege, niet bij het verzuimloket van DUO.", kBes33,
     kBesTekst},
    {Profiel::kBes, Onderdeel::kLrv,
     "Langdurig relatief verzuim berust op voorlichting voor Europees Nederland; artikel 33 kent alleen de zestien uur.",
     kBes33, kBesTekst},
    {Profiel::kBes, Onderdeel::kLuxe,
     "Luxeverzuim heeft hier geen eigen melding en telt daarom mee voor de zestien uur.", kBes33, kBesTekst},
    {Profiel::kBes, Onderdeel::kZestienUur18Plus,
     "De vrijwillige melding bij 18 jaar en ouder berust op voorlichting voor Europees Nederland.", kBes33,
     kBesTekst},
    {Profiel::kBes, Onderdeel::kRmc, "Het doorstroompunt bestaat alleen in Europees Nederland.",
     "Wet educatie en beroepsonderwijs artikel 9.2.1", "BWBR0007625, tekst 2026-01-01"},
    {Profiel::kBes, Onderdeel::kVerlof,
     "De verlofkaarten volgen de Leerplichtwet 1969; Caribisch Nederland heeft eigen gronden en geen kaart daarvoor.",
     "Leerplichtwet BES artikel 20", kBesTekst},
    {Profiel::kBes, Onderdeel::kVrijstelling,
     "De vrijstellingskaarten volgen de Leerplichtwet 1969, die hier niet geldt.", "Leerplichtwet 1969 artikel 5",
     "BWBR0002628, tekst 2026-08-01"},
    {Profiel::kBes, Onderdeel::kSchorsing,
     "De herinneringen volgen wetten voor Europees Nederland, die hier niet gelden.",
     "Wet voortgezet onderwijs 2020 artikel 8.14", "BWBR0044212, tekst 2026-08-01"},
    {Profiel::kBes, Onderdeel::kOnderwijstijd, "De normen voor onderwijstijd gelden voor Europees Nederland.",
     "Overzicht aantal uren onderwijstijd", "rijksoverheid.nl"},
    {Profiel::kSo, Onderdeel::kOnderwijstijd, kGeenNorm, "Overzicht aantal uren onderwijstijd", "rijksoverheid.nl"},
    {Profiel::kVso, Onderdeel::kOnderwijstijd, kGeenNorm, "Overzicht aantal uren onderwijstijd", "rijksoverheid.nl"},
    {Profiel::kMbo, Onderdeel::kOnderwijstijd, kGeenNorm, "Overzicht aantal uren onderwijstijd", "rijksoverheid.nl"},
    {Profiel::kNietBekostigd, Onderdeel::kLevering,
     "De levering van aantallen geldt alleen voor bekostigd onderwijs. Melden moet wel.", "Wetsvoorstel 36 663",
     kNota},
    {Profiel::kNietBekostigd, Onderdeel::kPublicatie, "Zonder levering is er ook niets om veilig te delen.",
     "Wetsvoorstel 36 663", kNota},
    {Profiel::kNietBekostigd, Onderdeel::kBeleid,
     "De plicht tot een verzuimbeleid geldt alleen voor bekostigd onderwijs; een eigen beleid mag.",
     "Wetsvoorstel 36 663", kNota},
    {Profiel::kNietBekostigd, Onderdeel::kSchorsing, "De herinneringen volgen de wetten voor bekostigd onderwijs.",
     "Wet voortgezet onderwijs 2020 artikel 8.14", "BWBR0044212, tekst 2026-08-01"},
    {Profiel::kNietBekostigd, Onderdeel::kOnderwijstijd,
     "De normen voor onderwijstijd gelden voor bekostigd onderwijs.", "Overzicht aantal uren onderwijstijd",
     "rijksoverheid.nl"},
};

}  // namespace

std::string_view WireName(Onderdeel onderdeel) {
  return kOnderdeelTeksten[static_cast<size_t>(onderdeel)].wire;
}
std::string_view TextOf(Onderdeel onderdeel) {
  return kOnderdeelTeksten[static_cast<size_t>(onderdeel)].text;
}

std::vector<Uitgeschakeld> UitgeschakeldVoor(Profiel profiel) {
  std::vector<Uitgeschakeld> list;
  for (const Uitgeschakeld& entry : kTabel) {
    if (entry.profiel == profiel) list.push_back(entry);
  }
  return list;
}

bool IsUitgeschakeld(Profiel profiel, Onderdeel onderdeel) {
  return std::any_of(std::begin(kTabel), std::end(kTabel), [&](const Uitgeschakeld& entry) {
    return entry.profiel == profiel && entry.onderdeel == onderdeel;
  });
}

std::vector<std::string_view> BestandenVan(Onderdeel onderdeel) {
  switch (onderdeel) {
    case Onderdeel::kLevering:
      return {"levering.json", "levering.csv"};
    case Onderdeel::kPublicatie:
      return {"publicatie.json", "publicatie.csv"};
    default:
      return {};
  }
}

}  // namespace verzuim
