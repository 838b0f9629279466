#include "core/beleid/controle.h"

#include <algorithm>
#include <type_traits>

#include "core/register/rows.h"
#include "core/rules/lpw/articles.h"

namespace verzuim::beleid {
namespace {

// Bounds that no pupil can pass. A school year has fewer lesweken than this.
constexpr int kLeswekenPerSchooljaar = 53;
constexpr int kDagenPerWeek = 5;
constexpr int kUrenPerDag = 24;
constexpr int kMinutenPerUur = 60;

std::string Number(int64_t number) {
  return std::to_string(number);
}

class Checker {
 public:
  Checker(const std::vector<std::string>& labels, const Options& options, std::vector<Bezwaar>& bezwaren)
      : labels_(labels), options_(options), bezwaren_(bezwaren) {}

  void Check(const Voorwaarde& voorwaarde, const std::string& pad, bool signaal) {
    Visit([&](const auto& vorm) { Look(vorm, pad, signaal); }, voorwaarde);
  }

 private:
  static int WekenOf(const Tijdvak& tijdvak) {
    return tijdvak.IsSchooljaar() ? kLeswekenPerSchooljaar : tijdvak.lesweken;
  }
  void Object(const std::string& pad, std::string bericht) { bezwaren_.push_back({pad, std::move(bericht)}); }
  void AtMost(int minstens, int most, std::string_view what, const std::string& pad) {
    if (minstens <= most) return;
    Object(pad + "/minstens", "Deze regel kan nooit afgaan: in dit tijdvak passen hoogstens " + Number(most) + " " +
                                  std::string(what) + ". Verlaag het getal of verleng het tijdvak.");
  }
  // Late arrivals that count for nothing have no hours.
  void HasHours(Telt telt, const std::string& pad) {
    if (telt != Telt::kTeLaat || options_.te_laat != TeLaat::kGeen) return;
    Object(pad + "/telt",
           "Deze regel kan nooit afgaan: met de optie te_laat \"geen\" heeft te laat komen geen uren. Tel het aantal "
           "keren (soort aantal), of kies een andere waarde voor de optie.");
  }
  // From the threshold on a melding is a duty, and a signaal of the same hours can never be shared.
  void BelowMelding(Telt telt, int hours, int weken, const std::string& pad, bool signaal) {
    const bool within = signaal && IsOngeoorloofd(telt) && weken <= options_.venster_lesweken;
    if (!within || !lpw::ReachesDrempel({hours * kMinutenPerUur}, options_)) return;
    const bool meer_dan = options_.drempel_vergelijking == Vergelijking::kMeerDan;
    Object(pad + "/minstens",
           "Deze regel kan nooit een signaal geven: " + std::string(meer_dan ? "boven " : "vanaf ") +
               Number(options_.drempel_minuten) + " telminuten in " + Number(options_.venster_lesweken) +
               " lesweken is een melding verplicht. Kies minder uren.");
  }

  void Look(const Uren& v, const std::string& pad, bool signaal) {
    AtMost(v.minstens, WekenOf(v.tijdvak) * kDagenPerWeek * kUrenPerDag, "uren", pad);
    HasHours(v.telt, pad);
    BelowMelding(v.telt, v.minstens, WekenOf(v.tijdvak), pad, signaal);
  }
  void Look(const Aantal& v, const std::string& pad, bool) {
    const int days = WekenOf(v.tijdvak) * kDagenPerWeek;
    switch (v.eenheid) {
      case Eenheid::kLessen:
        if (v.les) return AtMost(v.minstens, days, "dagen met zo'n les", pad);
        return AtMost(v.minstens, days * (kMaxLesuur + 1), "lessen", pad);
      case Eenheid::kDagen:
        return AtMost(v.minstens, days, "lesdagen", pad);
      case Eenheid::kPerioden:
        // Between two periods lies at least one day.
        return AtMost(v.minstens, (days + 1) / 2, "perioden", pad);
    }
  }
  void Look(const Zelfde& v, const std::string& pad, bool) {
    const int weken = WekenOf(v.tijdvak);
    // In reading W4 the window holds so many weekdays, which may all be the same one around vacations.
    const bool per_week = v.gelijk != Gelijk::kLesuur && options_.venster != Venster::kW4;
    AtMost(v.minstens, per_week ? weken : weken * kDagenPerWeek, per_week ? "keer dezelfde weekdag" : "lesdagen",
           pad);
  }
  void Look(const Weken& v, const std::string& pad, bool) { AtMost(v.minstens, v.lesweken, "lesweken", pad); }
  void Look(const Achtereen&, const std::string&, bool) {}
  void Look(const Stijgend& v, const std::string& pad, bool signaal) {
    AtMost(v.minstens, v.lesweken * kDagenPerWeek * kUrenPerDag, "uren", pad);
    HasHours(v.telt, pad);
    BelowMelding(v.telt, v.minstens, v.lesweken, pad, signaal);
  }
  void Look(const Terugval&, const std::string&, bool) {}
  void Look(const Notitie& v, const std::string& pad, bool) {
    if (std::find(labels_.begin(), labels_.end(), v.label) != labels_.end()) return;
    Object(pad + "/label", "Deze regel kan nooit afgaan: het label \"" + v.label +
                               "\" staat niet bij labels. Zet het daar, of kies een label dat er staat.");
  }
  void Look(const Samen& v, const std::string& pad, bool signaal) {
    for (size_t i = 0; i < v.delen.size(); ++i)
      Check(v.delen[i], pad + "/delen/" + Number(static_cast<int64_t>(i)), signaal);
  }

  const std::vector<std::string>& labels_;
  const Options& options_;
  std::vector<Bezwaar>& bezwaren_;
};

}  // namespace

std::vector<Bezwaar> Controleer(const Regel& regel, const std::vector<std::string>& labels, const Options& options) {
  std::vector<Bezwaar> bezwaren;
  Checker checker(labels, options, bezwaren);
  for (size_t s = 0; s < regel.stappen.size(); ++s) {
    const Stap& stap = regel.stappen[s];
    const std::string pad = "/stappen/" + Number(static_cast<int64_t>(s));
    const Ontvanger ontvanger = OntvangerVan(stap.dan);
    checker.Check(stap.als, pad + "/als", ontvanger == Ontvanger::kLeerplicht);
    if (ontvanger == Ontvanger::kLeerplicht && !RustOpOngeoorloofd(stap.als)) {
      bezwaren.push_back(
          {pad,
           "Een signaal aan de leerplichtambtenaar mag alleen rusten op ongeoorloofd verzuim. Kies bij telt: "
           "ongeoorloofd, afwezig of te_laat, en zet een notitie alleen samen (en) met zulk verzuim; of kies een "
           "stap die binnen de school blijft."});
    }
    if (ontvanger == Ontvanger::kJeugdarts && !RustOpZiekte(stap.als)) {
      bezwaren.push_back(
          {pad,
           "Naar de jeugdarts gaat alleen ziekteverzuim. Kies bij telt: ziekte; of kies een stap die binnen de "
           "school blijft."});
    }
  }
  return bezwaren;
}

}  // namespace verzuim::beleid
