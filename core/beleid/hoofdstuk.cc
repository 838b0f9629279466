#include "core/beleid/hoofdstuk.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/beleid/zin.h"

namespace verzuim::beleid {
namespace {

constexpr std::string_view kMaanden[] = {"januari", "februari", "maart",     "april",   "mei",      "juni",
                                         "juli",    "augustus", "september", "oktober", "november", "december"};

std::string Datum(Date date) {
  return std::to_string(date.day()) + " " + std::string(kMaanden[date.month() - 1]) + " " +
         std::to_string(date.year());
}

bool GeeftSignaal(const Regel& regel) {
  return std::any_of(regel.stappen.begin(), regel.stappen.end(),
                     [](const Stap& stap) { return stap.dan == Actie::kSignaal; });
}

std::string RegelTekst(const Regel& regel) {
  const std::string naam = regel.nummer == kMazlNummer ? "M@ZL" : "Regel " + regel.nummer;
  return naam + ". " + ToZin(regel.stappen);
}

void AddParagraph(std::string& text, std::string_view paragraph) {
  if (paragraph.empty()) return;
  if (!text.empty()) text += "\n\n";
  text += paragraph;
}

constexpr std::string_view kOverSignalen =
    "Een signaal is iets anders dan een wettelijke melding: het is bedoeld om vroeg samen naar een oplossing te zoeken. "
    "Het gaat alleen over ongeoorloofd verzuim, nooit over ziekte of ander geoorloofd verzuim. Voordat een signaal "
    "wordt gegeven, beoordeelt iemand van de school het en legt naam, datum en reden vast.";

class Writer {
 public:
  Writer(const Beleid& beleid, Profiel profiel) : beleid_(beleid), profiel_(profiel), regels_(AlleRegels(beleid)) {}

  Hoofdstuk Write(const std::string& school) {
    WriteHead(school);
    for (size_t i = 0; i < kOnderdelen; ++i) WriteDeel(static_cast<Onderdeel>(i));
    return std::move(made_);
  }

 private:
  std::string_view Gids() const { return profiel_ == Profiel::kMbo ? "het studentenstatuut" : "de schoolgids"; }

  void WriteHead(const std::string& school) {
    made_.tekst = school.empty() ? "Verzuimbeleid\n" : "Verzuimbeleid van " + school + "\n";
    if (profiel_ == Profiel::kNietBekostigd) {
      made_.tekst += "\nNiet bekostigd onderwijs hoeft volgens wetsvoorstel 36 663 geen verzuimbeleid te hebben.\n";
    }
    made_.tekst += "\n";
    Line("Versie", beleid_.versie, "De versie ontbreekt. Vul versie in.");
    Line("Te vinden in", beleid_.schoolgids,
         "Waar het beleid te vinden is ontbreekt. Vul bij schoolgids in waar het in " + std::string(Gids()) +
             " staat.");
    Line("Geldt vanaf", beleid_.vanaf ? Datum(*beleid_.vanaf) : "", "De begindatum ontbreekt. Vul vanaf in.");
    Line("Instemming van ouders en leerlingen in de medezeggenschap",
         beleid_.instemming_mr ? Datum(*beleid_.instemming_mr) : "",
         "De instemming van de medezeggenschap ontbreekt. Vul instemming_mr in.");
  }
  void Line(std::string_view what, const std::string& value, std::string missing) {
    made_.tekst += std::string(what) + ": " + (value.empty() ? "[ontbreekt]" : value) + "\n";
    if (value.empty()) made_.ontbreekt.push_back(std::move(missing));
  }

  void WriteDeel(Onderdeel onderdeel) {
    const std::string& own = beleid_.onderdelen[static_cast<size_t>(onderdeel)];
    HoofdstukDeel deel{onderdeel, own, false};
    bool has_rules = false;
    if (onderdeel == Onderdeel::kWerkwijze) AddRules(deel.tekst, false);
    if (onderdeel == Onderdeel::kSignaal) {
      has_rules = AddRules(deel.tekst, true);
      if (has_rules) AddSignaalText(deel.tekst);
    }
    deel.ontbreekt = own.empty() && !has_rules;
    const std::string number = std::to_string(made_.delen.size() + 1);
    made_.tekst += "\n" + number + ". " + std::string(Title(onderdeel)) + "\n\n";
    if (deel.ontbreekt) {
      made_.tekst += "[Dit onderdeel ontbreekt. " + std::string(Opdracht(onderdeel)) + "]\n";
      made_.ontbreekt.push_back("Onderdeel " + number + " (" + std::string(Title(onderdeel)) + ") ontbreekt. " +
                                std::string(Opdracht(onderdeel)));
      if (!deel.tekst.empty()) made_.tekst += "\n";
    }
    if (!deel.tekst.empty()) made_.tekst += deel.tekst + "\n";
    made_.delen.push_back(std::move(deel));
  }
  // The rules that give a signaal, or the others; whether there are any.
  bool AddRules(std::string& text, bool signaal) const {
    bool any = false;
    for (const Regel& regel : regels_) {
      if (GeeftSignaal(regel) != signaal) continue;
      AddParagraph(text, RegelTekst(regel));
      any = true;
    }
    return any;
  }
  void AddSignaalText(std::string& text) const {
    AddParagraph(text, kOverSignalen);
    AddParagraph(text,
                 beleid_.inwerkingtreding
                     ? "Wij geven signalen vanaf " + Datum(*beleid_.inwerkingtreding) +
                           ", de dag waarop de wet die het signaal regelt in werking treedt."
                     : "Het signaal berust op wetsvoorstel 36 663. Zolang dat niet in werking is, geven wij geen "
                       "signalen; de stappen ervoor zetten wij wel.");
    AddParagraph(text, "Wie het niet eens is met een signaal, kan een klacht indienen bij de klachtencommissie.");
  }

  const Beleid& beleid_;
  const Profiel profiel_;
  const std::vector<Regel> regels_;
  Hoofdstuk made_;
};

}  // namespace

Hoofdstuk MakeHoofdstuk(const Beleid& beleid, Profiel profiel, const std::string& school) {
  return Writer(beleid, profiel).Write(school);
}

}  // namespace verzuim::beleid
