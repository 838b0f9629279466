// Reading sentences: recursive descent over the grammar in zin.h. The farthest place where nothing fitted, with what
// could have stood there, becomes the message.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "core/beleid/zin.h"
#include "core/register/rows.h"

namespace verzuim::beleid {
namespace {

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  std::variant<std::vector<Stap>, ZinFout> Read() {
    std::vector<Stap> stappen;
    bool fits = Accept("Bij ");
    while (fits) {
      std::optional<Voorwaarde> als = ReadVoorwaarde(0);
      fits = als && Accept(stappen.empty() ? " volgt " : ", volgt ");
      const std::optional<Actie> dan = fits ? ReadActie() : std::nullopt;
      fits = dan && Accept(".");
      if (!fits) break;
      stappen.push_back({std::move(*als), *dan});
      if (at_ == text_.size()) return stappen;
      fits = stappen.size() < kMaxStappen ? Accept(" Daarna, bij ") : Fail("het einde van de zin");
    }
    return ZinFout{farthest_,
                   "Vanaf hier wordt de zin niet begrepen: \"" + Rest() + "\". Hier kan staan: " + expected_ + "."};
  }

 private:
  bool Fail(std::string_view expected) {
    if (at_ > farthest_ || expected_.empty()) {
      farthest_ = at_;
      expected_ = expected;
    } else if (at_ == farthest_ && expected_.find(expected) == std::string::npos) {
      expected_ += "; " + std::string(expected);
    }
    return false;
  }
  // A piece of what is not understood, cut between characters.
  std::string Rest() const {
    constexpr size_t kShown = 40;
    size_t size = std::min(kShown, text_.size() - farthest_);
    while (farthest_ + size < text_.size() && (static_cast<unsigned char>(text_[farthest_ + size]) & 0xC0) == 0x80) {
      ++size;
    }
    return std::string(text_.substr(farthest_, size));
  }
  bool Accept(std::string_view literal) {
    if (text_.substr(at_, literal.size()) != literal) return Fail("\"" + std::string(literal) + "\"");
    at_ += literal.size();
    return true;
  }
  bool Peek(std::string_view literal) const { return text_.substr(at_, literal.size()) == literal; }

  // A whole number without leading zeros, from `minimum` to `maximum`.
  std::optional<int> ReadNumber(int minimum, int maximum) {
    constexpr size_t kDigits = 4;
    size_t end = at_;
    int value = 0;
    while (end < text_.size() && end - at_ < kDigits && text_[end] >= '0' && text_[end] <= '9') {
      value = 10 * value + (text_[end++] - '0');
    }
    const bool shape = end > at_ && (text_[at_] != '0' || end == at_ + 1);
    if (!shape || value < minimum || value > maximum) {
      Fail("een getal van " + std::to_string(minimum) + " tot en met " + std::to_string(maximum));
      return std::nullopt;
    }
    at_ = end;
    return value;
  }
  std::optional<Telt> ReadNoun() {
#define VERZUIM_X(name, wire, noun, ongeoorloofd) \
  if (Accept(noun)) return Telt::k##name;
    VERZUIM_BELEID_TELT(VERZUIM_X)
#undef VERZUIM_X
    return std::nullopt;
  }
  std::optional<Actie> ReadActie() {
#define VERZUIM_X(name, wire, phrase, ontvanger) \
  if (Accept(phrase)) return Actie::k##name;
    VERZUIM_BELEID_ACTIES(VERZUIM_X)
#undef VERZUIM_X
    return std::nullopt;
  }
  std::optional<int> ReadLesweken(int maximum) {
    const std::optional<int> lesweken = ReadNumber(1, maximum);
    if (!lesweken || !Accept(*lesweken == 1 ? " lesweek" : " lesweken")) return std::nullopt;
    return lesweken;
  }
  std::optional<Tijdvak> ReadTijdvak() {
    if (Accept(" in een schooljaar")) return kSchooljaar;
    if (!Accept(" in ")) return std::nullopt;
    const std::optional<int> lesweken = ReadLesweken(kMaxLesweken);
    if (!lesweken) return std::nullopt;
    return Tijdvak{*lesweken};
  }

  // Any condition; `depth` counts the parentheses around it.
  std::optional<Voorwaarde> ReadVoorwaarde(int depth) {
    std::optional<Voorwaarde> first = ReadDeel(depth);
    if (!first) return std::nullopt;
    const bool alle = Peek(" en ");
    const std::string_view joint = alle ? " en " : " of ";
    if (!Peek(joint)) {
      Fail("\" en \"");
      Fail("\" of \"");
      return first;
    }
    if (depth >= kMaxDiepte) {
      Fail("een voorwaarde zonder \"en\" of \"of\" (er staan er te veel in elkaar)");
      return std::nullopt;
    }
    Samen samen{alle, {}};
    samen.delen.push_back(std::move(*first));
    while (Peek(joint)) {
      at_ += joint.size();
      std::optional<Voorwaarde> next = ReadDeel(depth);
      if (!next) return std::nullopt;
      samen.delen.push_back(std::move(*next));
    }
    return Voorwaarde{std::move(samen)};
  }

  std::optional<Voorwaarde> ReadDeel(int depth) {
    if (!Peek("(")) return ReadPhrase();
    const size_t open = at_++;
    std::optional<Voorwaarde> inner = ReadVoorwaarde(depth + 1);
    if (!inner || !Accept(")")) return std::nullopt;
    if (std::holds_alternative<Samen>(inner->vorm)) return inner;
    // Parentheses around one phrase would be a second way to write the same rule.
    at_ = open;
    Fail("een voorwaarde zonder haakjes");
    return std::nullopt;
  }

  std::optional<Voorwaarde> ReadPhrase() {
    const size_t start = at_;
    if (Accept("stijgend ")) return ReadStijgend();
    if (Accept("opnieuw ongeoorloofd verzuim binnen ")) return ReadTerugval();
    if (Accept("een notitie \"")) return ReadNotitie();
    if (const std::optional<int> number = ReadNumber(1, kMaxMinstens)) {
      if (Accept(" uur of meer ")) return ReadUren(*number);
      if (Accept(" keer of vaker ")) return ReadKeer(*number);
      if (Accept(" of meer ")) return ReadAantal(*number);
      return std::nullopt;
    }
    at_ = start;
    const std::optional<Telt> telt = ReadNoun();
    if (!telt) return std::nullopt;
    if (Accept(" op ")) return ReadAchtereen(*telt);
    if (Accept(" in ")) return ReadWeken(*telt);
    return std::nullopt;
  }

  std::optional<Voorwaarde> ReadUren(int minstens) {
    const std::optional<Telt> telt = ReadNoun();
    const std::optional<Tijdvak> tijdvak = telt ? ReadTijdvak() : std::nullopt;
    if (!tijdvak) return std::nullopt;
    return Voorwaarde{Uren{*telt, minstens, *tijdvak}};
  }

  // "3 keer of vaker …": one and the same weekday or lesuur, or late arrivals.
  std::optional<Voorwaarde> ReadKeer(int minstens) {
    const std::optional<Telt> telt = ReadNoun();
    if (!telt) return std::nullopt;
    std::optional<Gelijk> gelijk;
    if (Accept(" op dezelfde weekdag")) gelijk = Gelijk::kWeekdag;
    if (Accept(" in hetzelfde lesuur")) gelijk = gelijk ? Gelijk::kWeekdagEnLesuur : Gelijk::kLesuur;
    if (!gelijk) {
      if (*telt != Telt::kTeLaat) return std::nullopt;
      return FinishAantal({*telt, Eenheid::kLessen, minstens, {}, {}});
    }
    if (minstens < 2) {
      Fail("een getal vanaf 2");
      return std::nullopt;
    }
    const std::optional<Tijdvak> tijdvak = ReadTijdvak();
    if (!tijdvak) return std::nullopt;
    return Voorwaarde{Zelfde{*telt, *gelijk, minstens, *tijdvak}};
  }

  std::optional<Voorwaarde> ReadAantal(int minstens) {
    if (Accept("ziekmeldingen")) return FinishAantal({Telt::kZiekte, Eenheid::kPerioden, minstens, {}, {}});
    Eenheid eenheid = Eenheid::kLessen;
    if (Accept("dagen met "))
      eenheid = Eenheid::kDagen;
    else if (Accept("perioden met "))
      eenheid = Eenheid::kPerioden;
    else if (!Accept("lessen met "))
      return std::nullopt;
    const size_t at = at_;
    const std::optional<Telt> telt = ReadNoun();
    if (!telt) return std::nullopt;
    // Said otherwise: "3 keer of vaker te laat komen", "4 of meer ziekmeldingen".
    const bool other_words = (eenheid == Eenheid::kLessen && *telt == Telt::kTeLaat) ||
                             (eenheid == Eenheid::kPerioden && *telt == Telt::kZiekte);
    if (other_words) {
      at_ = at;
      Fail(eenheid == Eenheid::kLessen ? "een andere soort verzuim (\"keer of vaker te laat komen\")"
                                       : "een andere soort verzuim (\"of meer ziekmeldingen\")");
      return std::nullopt;
    }
    return FinishAantal({*telt, eenheid, minstens, {}, {}});
  }
  std::optional<Voorwaarde> FinishAantal(Aantal aantal) {
    if (aantal.eenheid == Eenheid::kLessen) {
      if (Accept(" in de eerste les van de dag")) {
        aantal.les = Les::Eerste();
      } else if (Accept(" in het ")) {
        const std::optional<int> lesuur = ReadNumber(0, kMaxLesuur);
        if (!lesuur || !Accept("e lesuur")) return std::nullopt;
        aantal.les = Les::Lesuur(*lesuur);
      }
    }
    const std::optional<Tijdvak> tijdvak = ReadTijdvak();
    if (!tijdvak) return std::nullopt;
    aantal.tijdvak = *tijdvak;
    return Voorwaarde{aantal};
  }

  std::optional<Voorwaarde> ReadAchtereen(Telt telt) {
    const std::optional<int> minstens = ReadNumber(2, kMaxAchtereen);
    if (!minstens || !Accept(" of meer lesdagen achter elkaar")) return std::nullopt;
    return Voorwaarde{Achtereen{telt, *minstens}};
  }

  std::optional<Voorwaarde> ReadWeken(Telt telt) {
    const std::optional<int> minstens = ReadNumber(1, kMaxLesweken);
    if (!minstens || !Accept(" of meer van de laatste ")) return std::nullopt;
    const std::optional<int> lesweken = ReadLesweken(kMaxLesweken);
    if (!lesweken) return std::nullopt;
    return Voorwaarde{Weken{telt, *minstens, *lesweken}};
  }

  std::optional<Voorwaarde> ReadStijgend() {
    const std::optional<Telt> telt = ReadNoun();
    if (!telt || !Accept(" over ")) return std::nullopt;
    const std::optional<int> perioden = ReadNumber(2, kMaxPerioden);
    if (!perioden || !Accept(" perioden van ")) return std::nullopt;
    const std::optional<int> lesweken = ReadLesweken(kMaxPeriodeLesweken);
    if (!lesweken || !Accept(" met ")) return std::nullopt;
    const std::optional<int> minstens = ReadNumber(1, kMaxMinstens);
    if (!minstens || !Accept(" uur of meer in de laatste")) return std::nullopt;
    return Voorwaarde{Stijgend{*telt, *perioden, *lesweken, *minstens}};
  }

  std::optional<Voorwaarde> ReadTerugval() {
    const std::optional<int> lesweken = ReadLesweken(kMaxLesweken);
    if (!lesweken || !Accept(" na het einde van een melding")) return std::nullopt;
    return Voorwaarde{Terugval{*lesweken}};
  }

  std::optional<Voorwaarde> ReadNotitie() {
    const size_t end = text_.find('"', at_);
    const std::string_view label = text_.substr(at_, end == std::string_view::npos ? 0 : end - at_);
    if (!IsLabel(label)) {
      Fail("een label van kleine letters, cijfers, spaties en streepjes, en daarna \"");
      return std::nullopt;
    }
    at_ = end;
    if (!Accept("\" van de mentor")) return std::nullopt;
    const std::optional<Tijdvak> tijdvak = ReadTijdvak();
    if (!tijdvak) return std::nullopt;
    return Voorwaarde{Notitie{std::string(label), *tijdvak}};
  }

  std::string_view text_;
  size_t at_ = 0;
  size_t farthest_ = 0;
  std::string expected_;
};

}  // namespace

std::variant<std::vector<Stap>, ZinFout> ReadZin(std::string_view zin) {
  return Reader(zin).Read();
}

}  // namespace verzuim::beleid
