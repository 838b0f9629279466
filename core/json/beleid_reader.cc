#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "core/beleid/beleid.h"
#include "core/beleid/controle.h"
#include "core/beleid/zin.h"
#include "core/import/medical.h"
#include "core/json/beleid_json.h"
#include "core/json/reader.h"
#include "core/register/rows.h"

namespace verzuim {
namespace {

using beleid::Voorwaarde;

std::optional<int> RequiredInteger(ObjectReader& reader, std::string_view name, int minimum, int maximum) {
  if (reader.Member(name) == nullptr) reader.Missing(name);
  const std::optional<int64_t> value = reader.Integer(name, minimum, maximum);
  if (!value) return std::nullopt;
  return static_cast<int>(*value);
}

template <class T>
std::optional<T> RequiredChoice(ObjectReader& reader, std::string_view name, std::string_view allowed,
                                std::optional<T> (*parse)(std::string_view)) {
  if (reader.Member(name) == nullptr) reader.Missing(name);
  const std::optional<std::string> text = reader.Text(name);
  if (!text) return std::nullopt;
  const std::optional<T> value = parse(*text);
  if (!value) reader.Bad(name, "Kies een van: " + std::string(allowed) + ".");
  return value;
}

// "lesweken": a number, or "schooljaar".
std::optional<beleid::Tijdvak> ReadTijdvak(ObjectReader& reader) {
  const Json* member = reader.Member("lesweken");
  if (member != nullptr && member->is_string() && member->get<std::string>() == "schooljaar") {
    return beleid::kSchooljaar;
  }
  if (member != nullptr && !member->is_number_integer()) {
    reader.Bad("lesweken", "Hier hoort een aantal lesweken te staan van 1 tot en met " +
                               std::to_string(beleid::kMaxLesweken) + ", of \"schooljaar\".");
    return std::nullopt;
  }
  const std::optional<int> lesweken = RequiredInteger(reader, "lesweken", 1, beleid::kMaxLesweken);
  if (!lesweken) return std::nullopt;
  return beleid::Tijdvak{*lesweken};
}

// One condition and all below it. Gives nothing when anything in it is wrong.
class VoorwaardeReader {
 public:
  explicit VoorwaardeReader(std::vector<Problem>& problems) : problems_(problems) {}

  std::optional<Voorwaarde> Read(const Json& node, const std::string& pointer, int depth) {
    if (++count_ > beleid::kMaxDelen) {
      problems_.push_back(PointerProblem(ProblemCode::kBadValue, pointer,
                                         "Een stap kan hoogstens " + std::to_string(beleid::kMaxDelen) +
                                             " voorwaarden hebben. Verdeel ze over meer regels."));
      return std::nullopt;
    }
    const size_t before = problems_.size();
    ObjectReader reader(node, pointer, problems_);
    std::optional<Voorwaarde> made;
    const std::string soort = reader.RequiredText("soort");
    if (problems_.size() == before) made = ReadSoort(reader, soort, pointer, depth);
    if (problems_.size() == before) reader.Finish();
    if (problems_.size() != before) return std::nullopt;
    return made;
  }

 private:
  static std::optional<beleid::Telt> ReadTelt(ObjectReader& reader) {
    return RequiredChoice(reader, "telt", "ongeoorloofd, afwezig, te_laat, ziekte, geoorloofd, alles",
                          &beleid::ParseTelt);
  }
  static std::optional<int> ReadMinstens(ObjectReader& reader, int minimum, int maximum) {
    return RequiredInteger(reader, "minstens", minimum, maximum);
  }

  std::optional<Voorwaarde> ReadSoort(ObjectReader& reader, const std::string& soort, const std::string& pointer,
                                      int depth) {
    if (soort == "uren") return ReadUren(reader);
    if (soort == "aantal") return ReadAantal(reader);
    if (soort == "zelfde") return ReadZelfde(reader);
    if (soort == "weken") return ReadWeken(reader);
    if (soort == "achtereen") return ReadAchtereen(reader);
    if (soort == "stijgend") return ReadStijgend(reader);
    if (soort == "terugval") return ReadTerugval(reader);
    if (soort == "notitie") return ReadNotitie(reader);
    if (soort == "en" || soort == "of") return ReadSamen(reader, soort == "en", pointer, depth);
    reader.Bad("soort", "Kies een van: uren, aantal, zelfde, weken, achtereen, stijgend, terugval, notitie, en, of.");
    return std::nullopt;
  }

  static std::optional<Voorwaarde> ReadUren(ObjectReader& reader) {
    const auto telt = ReadTelt(reader);
    const auto minstens = ReadMinstens(reader, 1, beleid::kMaxMinstens);
    const auto tijdvak = ReadTijdvak(reader);
    if (!telt || !minstens || !tijdvak) return std::nullopt;
    return Voorwaarde{beleid::Uren{*telt, *minstens, *tijdvak}};
  }

  static std::optional<Voorwaarde> ReadAantal(ObjectReader& reader) {
    const auto telt = ReadTelt(reader);
    const auto eenheid = RequiredChoice(reader, "eenheid", "lessen, dagen, perioden", &beleid::ParseEenheid);
    const auto minstens = ReadMinstens(reader, 1, beleid::kMaxMinstens);
    const auto tijdvak = ReadTijdvak(reader);
    std::optional<beleid::Les> les;
    if (const Json* member = reader.Member("les")) {
      if (member->is_string() && member->get<std::string>() == "eerste") {
        les = beleid::Les::Eerste();
      } else if (member->is_number_unsigned() && member->get<uint64_t>() <= kMaxLesuur) {
        les = beleid::Les::Lesuur(member->get<int>());
      } else {
        reader.Bad("les", "Hier hoort \"eerste\" te staan, of een lesuur van 0 tot en met " +
                              std::to_string(kMaxLesuur) + ".");
      }
      if (eenheid && *eenheid != beleid::Eenheid::kLessen) {
        reader.Bad("les", "Een bepaalde les kan alleen bij eenheid lessen. Verwijder les of kies lessen.");
      }
    }
    if (!telt || !eenheid || !minstens || !tijdvak) return std::nullopt;
    return Voorwaarde{beleid::Aantal{*telt, *eenheid, *minstens, *tijdvak, les}};
  }

  static std::optional<Voorwaarde> ReadZelfde(ObjectReader& reader) {
    const auto telt = ReadTelt(reader);
    const auto gelijk = RequiredChoice(reader, "zelfde", "weekdag, lesuur, weekdag_en_lesuur", &beleid::ParseGelijk);
    const auto minstens = ReadMinstens(reader, 2, beleid::kMaxMinstens);
    const auto tijdvak = ReadTijdvak(reader);
    if (!telt || !gelijk || !minstens || !tijdvak) return std::nullopt;
    return Voorwaarde{beleid::Zelfde{*telt, *gelijk, *minstens, *tijdvak}};
  }

  static std::optional<Voorwaarde> ReadWeken(ObjectReader& reader) {
    const auto telt = ReadTelt(reader);
    const auto minstens = ReadMinstens(reader, 1, beleid::kMaxLesweken);
    const auto lesweken = RequiredInteger(reader, "lesweken", 1, beleid::kMaxLesweken);
    if (!telt || !minstens || !lesweken) return std::nullopt;
    return Voorwaarde{beleid::Weken{*telt, *minstens, *lesweken}};
  }

  static std::optional<Voorwaarde> ReadAchtereen(ObjectReader& reader) {
    const auto telt = ReadTelt(reader);
    const auto minstens = ReadMinstens(reader, 2, beleid::kMaxAchtereen);
    if (!telt || !minstens) return std::nullopt;
    return Voorwaarde{beleid::Achtereen{*telt, *minstens}};
  }

  static std::optional<Voorwaarde> ReadStijgend(ObjectReader& reader) {
    const auto telt = ReadTelt(reader);
    const auto perioden = RequiredInteger(reader, "perioden", 2, beleid::kMaxPerioden);
    const auto lesweken = RequiredInteger(reader, "lesweken", 1, beleid::kMaxPeriodeLesweken);
    const auto minstens = ReadMinstens(reader, 1, beleid::kMaxMinstens);
    if (!telt || !perioden || !lesweken || !minstens) return std::nullopt;
    return Voorwaarde{beleid::Stijgend{*telt, *perioden, *lesweken, *minstens}};
  }

  static std::optional<Voorwaarde> ReadTerugval(ObjectReader& reader) {
    const auto lesweken = RequiredInteger(reader, "lesweken", 1, beleid::kMaxLesweken);
    if (!lesweken) return std::nullopt;
    return Voorwaarde{beleid::Terugval{*lesweken}};
  }

  static std::optional<Voorwaarde> ReadNotitie(ObjectReader& reader) {
    std::string label = reader.RequiredText("label");
    const auto tijdvak = ReadTijdvak(reader);
    if (!tijdvak) return std::nullopt;
    return Voorwaarde{beleid::Notitie{std::move(label), *tijdvak}};
  }

  std::optional<Voorwaarde> ReadSamen(ObjectReader& reader, bool alle, const std::string& pointer, int depth) {
    const Json* delen = reader.Array("delen");
    if (reader.Member("delen") == nullptr) reader.Missing("delen");
    if (delen == nullptr) return std::nullopt;
    if (delen->size() < 2) {
      reader.Bad("delen", "Geef twee of meer voorwaarden, of laat en/of weg.");
      return std::nullopt;
    }
    if (depth >= beleid::kMaxDiepte) {
      reader.Bad("delen", "Er staan te veel keren en/of in elkaar. Verdeel de voorwaarde over meer regels.");
      return std::nullopt;
    }
    beleid::Samen samen{alle, {}};
    for (size_t i = 0; i < delen->size(); ++i) {
      auto deel = Read((*delen)[i], pointer + "/delen/" + std::to_string(i), depth + 1);
      if (deel) samen.delen.push_back(std::move(*deel));
    }
    return Voorwaarde{std::move(samen)};
  }

  std::vector<Problem>& problems_;
  int count_ = 0;
};

std::optional<std::vector<beleid::Stap>> ReadStappen(const Json& list, const std::string& pointer,
                                                     std::vector<Problem>& problems) {
  const size_t before = problems.size();
  std::vector<beleid::Stap> stappen;
  if (list.empty() || list.size() > beleid::kMaxStappen) {
    problems.push_back(PointerProblem(ProblemCode::kBadValue, pointer,
                                      "Een regel heeft 1 tot en met " + std::to_string(beleid::kMaxStappen) +
                                          " stappen. Verdeel ze zo nodig over meer regels."));
    return std::nullopt;
  }
  for (size_t i = 0; i < list.size(); ++i) {
    const std::string at = pointer + "/" + std::to_string(i);
    ObjectReader reader(list[i], at, problems);
    std::optional<Voorwaarde> als;
    if (const Json* node = reader.Member("als")) {
      als = VoorwaardeReader(problems).Read(*node, at + "/als", 0);
    } else if (list[i].is_object()) {
      reader.Missing("als");
    }
    const auto dan = RequiredChoice(
        reader, "dan",
        "mentor, gesprek_leerling, gesprek_ouders, brief_ouders, ondersteuningsteam, jeugdarts, signaal",
        &beleid::ParseActie);
    reader.Finish();
    if (als && dan) stappen.push_back({std::move(*als), *dan});
  }
  if (problems.size() != before) return std::nullopt;
  return stappen;
}

beleid::Mazl ReadMazl(const Json& node, std::vector<Problem>& problems) {
  ObjectReader reader(node, "/beleid/mazl", problems);
  beleid::Mazl mazl;
  const auto set = [&](std::string_view name, int minimum, int maximum, int& field) {
    if (const auto value = reader.Integer(name, minimum, maximum)) field = static_cast<int>(*value);
  };
  set("ziekmeldingen", 1, beleid::kMaxLesweken, mazl.ziekmeldingen);
  set("lesweken", 1, beleid::kMaxLesweken, mazl.lesweken);
  set("lesdagen", 2, beleid::kMaxAchtereen, mazl.lesdagen);
  reader.Finish();
  return mazl;
}

// M@ZL is a rule as any other. What can be wrong with it: more reports than the lesweken have room for.
void CheckMazl(const beleid::Mazl& mazl, const Options& options, std::vector<Problem>& problems) {
  beleid::Beleid only;
  only.mazl = mazl;
  for (const beleid::Regel& regel : beleid::AlleRegels(only)) {
    for (const beleid::Bezwaar& bezwaar : beleid::Controleer(regel, {}, options)) {
      problems.push_back(PointerProblem(ProblemCode::kBadValue, "/beleid/mazl/ziekmeldingen", bezwaar.bericht));
    }
  }
}

// Dutch; empty when a mentor may note this label.
std::string WhyNotLabel(const std::string& label, const std::vector<std::string>& labels) {
  if (!beleid::IsLabel(label)) {
    return "Een label bestaat uit kleine letters, cijfers, spaties en streepjes, hoogstens 40 tekens.";
  }
  if (std::find(labels.begin(), labels.end(), label) != labels.end()) return "Dit label staat er al. Verwijder het.";
  if (label == kBevestigd) return "Het label bevestigd is voor wie een signaal bevestigt. Kies een ander woord.";
  if (!NamesMedical(label)) return {};
  return "Een label gaat over de situatie, nooit over gezondheid. Kies een ander woord, bijvoorbeeld werken.";
}

std::vector<std::string> ReadLabels(const Json& list, std::vector<Problem>& problems) {
  std::vector<std::string> labels;
  for (size_t i = 0; i < list.size(); ++i) {
    const std::string label = list[i].is_string() ? list[i].get<std::string>() : "";
    const std::string bezwaar = WhyNotLabel(label, labels);
    if (bezwaar.empty()) {
      labels.push_back(label);
    } else {
      problems.push_back(PointerProblem(ProblemCode::kBadValue, "/beleid/labels/" + std::to_string(i), bezwaar));
    }
  }
  return labels;
}

}  // namespace

std::optional<beleid::Regel> ReadRegel(const Json& node, const std::string& pointer,
                                       const std::vector<std::string>& labels, const Options& options,
                                       std::vector<Problem>& problems) {
  const size_t before = problems.size();
  ObjectReader reader(node, pointer, problems);
  beleid::Regel regel;
  regel.nummer = reader.RequiredText("nummer");
  const bool named = regel.nummer.find_first_not_of(' ') != std::string::npos && regel.nummer.size() <= 20;
  if (problems.size() == before && (!named || regel.nummer == beleid::kMazlNummer)) {
    reader.Bad("nummer", "Geef de regel een nummer van 1 tot 20 tekens, zoals in de schoolgids (niet mazl).");
  }
  const Json* stappen = reader.Array("stappen");
  const std::optional<std::string> zin = reader.Text("zin");
  reader.Finish();
  if (problems.size() == before && (stappen != nullptr) == zin.has_value()) {
    reader.Bad("stappen", "Geef een regel als stappen of als zin: precies een van de twee.");
  }
  if (problems.size() != before) return std::nullopt;
  if (zin) {
    auto read = beleid::ReadZin(*zin);
    if (const beleid::ZinFout* fout = std::get_if<beleid::ZinFout>(&read)) {
      reader.Bad("zin", fout->bericht);
      return std::nullopt;
    }
    regel.stappen = std::get<std::vector<beleid::Stap>>(std::move(read));
  } else {
    auto read = ReadStappen(*stappen, pointer + "/stappen", problems);
    if (!read) return std::nullopt;
    regel.stappen = std::move(*read);
  }
  for (const beleid::Bezwaar& bezwaar : beleid::Controleer(regel, labels, options)) {
    // Of a rule that was given as a sentence the steps have no place in the file.
    problems.push_back(
        PointerProblem(ProblemCode::kBadValue, pointer + (zin ? "/zin" : bezwaar.pad), bezwaar.bericht));
  }
  if (problems.size() != before) return std::nullopt;
  return regel;
}

beleid::Beleid ReadVerzuimbeleid(const Json& node, const Options& options, std::vector<Problem>& problems) {
  ObjectReader reader(node, "/beleid", problems);
  beleid::Beleid made;
  made.versie = reader.Text("versie").value_or("");
  made.schoolgids = reader.Text("schoolgids").value_or("");
  made.vanaf = reader.Day("vanaf");
  made.instemming_mr = reader.Day("instemming_mr");
  made.inwerkingtreding = reader.Day("inwerkingtreding");
  if (const Json* onderdelen = reader.Member("onderdelen")) {
    ObjectReader parts(*onderdelen, "/beleid/onderdelen", problems);
    for (size_t i = 0; i < beleid::kOnderdelen; ++i) {
      made.onderdelen[i] = parts.Text(WireName(static_cast<beleid::Onderdeel>(i))).value_or("");
    }
    parts.Finish();
  }
  if (const Json* list = reader.Array("labels")) made.labels = ReadLabels(*list, problems);
  if (const Json* mazl = reader.Member("mazl")) {
    made.mazl = ReadMazl(*mazl, problems);
    CheckMazl(*made.mazl, options, problems);
  }
  if (const Json* list = reader.Array("regels")) {
    if (list->size() > beleid::kMaxRegels) {
      reader.Bad("regels", "Een beleid heeft hoogstens " + std::to_string(beleid::kMaxRegels) + " regels.");
    }
    for (size_t i = 0; i < std::min(list->size(), beleid::kMaxRegels); ++i) {
      const std::string pointer = "/beleid/regels/" + std::to_string(i);
      std::optional<beleid::Regel> regel = ReadRegel((*list)[i], pointer, made.labels, options, problems);
      if (!regel) continue;
      const bool twice = std::any_of(made.regels.begin(), made.regels.end(),
                                     [&](const beleid::Regel& other) { return other.nummer == regel->nummer; });
      if (twice) {
        problems.push_back(PointerProblem(ProblemCode::kBadValue, pointer + "/nummer",
                                          "Dit nummer staat er al. Geef elke regel een eigen nummer."));
        continue;
      }
      made.regels.push_back(std::move(*regel));
    }
  }
  reader.Finish();
  return made;
}

}  // namespace verzuim
