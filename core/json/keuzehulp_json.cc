#include "core/json/keuzehulp_json.h"

#include <map>
#include <tuple>
#include <utility>

#include "core/json/envelope.h"

namespace verzuim {
namespace {

constexpr KeuzeUitkomst kUitkomsten[] = {
#define VERZUIM_X(name, wire, soort, moet, titel, tekst) KeuzeUitkomst::k##name,
    VERZUIM_KEUZE_UITKOMSTEN(VERZUIM_X)
#undef VERZUIM_X
};

std::string_view JaNee(bool answer) {
  return answer ? "ja" : "nee";
}

Json Vragen() {
  Json list = Json::array();
  for (int v = 0; v < kVragen; ++v) {
    const VraagTekst& tekst = TekstVan(static_cast<Vraag>(v));
    list.push_back(
        {{"vraag", tekst.wire}, {"bron", tekst.bron}, {"tekst", tekst.tekst}, {"ja", tekst.ja}, {"nee", tekst.nee}});
  }
  return list;
}

Json Uitkomsten() {
  Json list = Json::array();
  for (const KeuzeUitkomst uitkomst : kUitkomsten) {
    const KeuzeUitkomstTekst& tekst = TekstVan(uitkomst);
    list.push_back({{"uitkomst", tekst.wire}, {"titel", tekst.titel}, {"tekst", tekst.tekst}, {"moet", tekst.moet}});
  }
  return list;
}

Json WhyNot(const Keuzepad& pad, KeuzeUitkomst uitkomst) {
  const std::string_view wire = TekstVan(uitkomst).wire;
  if (const std::optional<Vraag> vraag = Belemmering(pad, uitkomst)) {
    const VraagTekst& tekst = TekstVan(*vraag);
    return {{"uitkomst", wire}, {"vraag", tekst.wire}, {"bericht", pad.Answer(*vraag) ? tekst.ja : tekst.nee}};
  }
  return {{"uitkomst", wire}, {"vraag", nullptr}, {"bericht", "Dit verzuim moet of mag worden gemeld."}};
}

Json PadJson(const Keuzepad& pad) {
  Json stappen = Json::array();
  for (int v = 0; v < kVragen; ++v) {
    const auto vraag = static_cast<Vraag>(v);
    if (!pad.Asked(vraag)) continue;
    stappen.push_back({{"vraag", TekstVan(vraag).wire}, {"antwoord", JaNee(pad.Answer(vraag))}});
  }
  Json waarom_niet = Json::array();
  for (const KeuzeUitkomst uitkomst : kUitkomsten) {
    if (uitkomst != pad.uitkomst) waarom_niet.push_back(WhyNot(pad, uitkomst));
  }
  return {{"stappen", std::move(stappen)},
          {"uitkomst", TekstVan(pad.uitkomst).wire},
          {"waarom_niet", std::move(waarom_niet)}};
}

// The paths that occur, numbered in the order in which they first do.
class Paden {
 public:
  size_t NumberOf(const Keuzepad& pad) {
    const auto [at, added] = numbers_.try_emplace({pad.asked, pad.answers}, numbers_.size());
    if (added) list_.push_back(PadJson(pad));
    return at->second;
  }
  Json Take() { return std::move(list_); }

 private:
  std::map<std::tuple<uint32_t, uint32_t>, size_t> numbers_;
  Json list_ = Json::array();
};

Json EpisodeJson(const Run& run, const Episode& episode, Paden& paden) {
  Json asked = Json::array();
  for (const EpisodePad& pad : episode.paden) {
    asked.push_back({{"op", ToIso(pad.op)},
                     {"pad", paden.NumberOf(pad.pad)},
                     {"volgnummer", pad.volgnummer > 0 ? Json(pad.volgnummer) : Json(nullptr)}});
  }
  return {{"leerling", run.reg->pupils()[episode.pupil].key},
          {"aard", WireName(episode.aard)},
          {"van", ToIso(episode.van)},
          {"tot", ToIso(episode.tot)},
          {"lesdagen", episode.lesdagen},
          {"gemiste_minuten", episode.gemist.value},
          {"telminuten", episode.telminuten.value},
          {"paden", std::move(asked)}};
}

}  // namespace

std::string KeuzehulpText(const Run& run) {
  Paden paden;
  std::string episodes;
  for (const Episode& episode : run.episodes) {
    episodes.append(episodes.empty() ? "\n" : ",\n").append(Dump(EpisodeJson(run, episode, paden)));
  }
  Json head = {{"peildatum", ToIso(run.peildatum)},
               {"vragen", Vragen()},
               {"uitkomsten", Uitkomsten()},
               {"paden", paden.Take()}};
  std::string text = Dump(head);
  text.pop_back();  // the list of episodes goes before the closing brace
  return text.append(",\"episodes\":[").append(episodes).append("]}");
}

}  // namespace verzuim
