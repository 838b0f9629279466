// Random files of every kind that reading in parts has to get right, for tests.
#ifndef VERZUIM_TESTS_SESSION_RANDOM_FILE_H_
#define VERZUIM_TESTS_SESSION_RANDOM_FILE_H_

#include <cstddef>
#include <random>
#include <string>

namespace verzuim {

class RandomFile {
 public:
  explicit RandomFile(uint32_t seed) : random_(seed), kind_(seed % kKinds) {}

  // A file somewhat larger than `bytes`.
  std::string Make(size_t bytes) {
    static const char* const kLineEnds[] = {"\n", "\r\n", "\r\n", "\n", "\r"};
    line_end_ = kLineEnds[Below(5)];
    high_ = Below(5);
    high_from_ = Below(2) == 0 ? 0 : bytes * Below(100) / 100;
    quotes_ = Below(4);
    oddities_ = Below(3);
    by_pupil_ = Below(2) == 0;
    late_dates_ = Below(2) == 0;
    const size_t kind = kind_;
    text_ = Below(4) == 0 ? "\xEF\xBB\xBF" : "";
    if (Below(6) == 0) text_ += "sep=;" + line_end_;
    text_ += Header(kind) + line_end_;
    for (row_ = 0; text_.size() < bytes; ++row_) {
      if (oddities_ == 2 && Below(40) == 0) {
        AddOddity(kind);
      } else {
        text_ += Row(kind) + (oddities_ == 2 && Below(300) == 0 ? "\r" : line_end_);
      }
    }
    if (Below(2) == 0) text_.resize(text_.size() - line_end_.size());
    if (Below(8) == 0) text_ += "\x1A";
    return text_;
  }

  size_t Below(size_t n) { return std::uniform_int_distribution<size_t>(0, n - 1)(random_); }

 private:
  static std::string Header(size_t kind) {
    switch (kind) {
      case 0:
      case 1:
        return "leerling;datum;lesuur;minuten;status;reden;gemist;vak;opmerking";
      case 2:
        return "deelnemernummer;begindatum;begintijd;einddatum;eindtijd;beginlesuur;eindlesuur;redenafkorting;opmerking";
      case 3:
        return "leerling;geboortedatum;onderwijssoort;leerjaar;klas;ingeschreven_van;vrijstelling_van;opmerking";
      case 4:
        return "leerling;datum;label;regel;door;reden";
      case 5:
        return "leerling;datum;soort;reden;ingevoerd;opmerking";
      default:
        return "idabty;code;omschr;type;geoorloofd;luxeverzuim;opmerking";
    }
  }

  std::string Row(size_t kind) {
    switch (kind) {
      case 0:
      case 1:
        return Lesson();
      case 2:
        return Pupil(200) + ";" + Day() + ";;" +
               (late_dates_ && row_ < 1500 ? "" : OneOf({"", Day(), "03-04-2026"})) + ";" + OneOf({"", "10:00"}) +
               ";;;" + OneOf({"Z", "T", "D", ""}) + ";" + Remark();
      case 3:
        return std::to_string(row_) + ";" + OneOf({"2010-05-13", ""}) + ";vwo;" + OneOf({"1", "2", ""}) + ";" +
               OneOf({"3A", "Zo" + High(), ""}) + ";" +
               (late_dates_ && row_ < 1500 ? "" : OneOf({"", "25-08-2024", "01-02-2024"})) + ";;" + Remark();
      case 4:
        return Pupil(5000) + ";" + Day() + ";" + OneOf({"gesprek", "zorg"}) + ";;;";
      case 5:
        return Pupil(200) + ";" + Day() + ";" + OneOf({"absent", "te laat"}) + ";" + OneOf({"Z", "T"}) + ";" +
               OneOf({"", Day() + " 08:15", Day() + " 16:00"}) + ";" + Remark();
      default:
        return std::to_string(oddities_ > 0 && Below(200) == 0 ? row_ / 2 : row_) + ";R" + std::to_string(row_) +
               ";" + Remark() + ";Absent;J;N;";
    }
  }

  // Per pupil and day six lessons, in order, with here and there one that is there already.
  std::string Lesson() {
    size_t place = row_;
    if (oddities_ > 0 && Below(oddities_ == 1 ? 4000 : 60) == 0) place = Below(row_ + 1);
    const size_t lesson = by_pupil_ ? place % 6 : place / 300 % 6;
    const size_t pupil = by_pupil_ ? place / (6 * 40) : place % 300;
    const size_t day = by_pupil_ ? place / 6 % 40 : place / 1800;
    std::string out = std::to_string(100000 + pupil) + ";" + Day(day) + ";" + std::to_string(lesson + 1) + ";" +
                      OneOf({"50", "50", "45"}) + ";";
    switch (Below(12)) {
      case 0:
        out += "afwezig;" + OneOf({"Z", "T" + High(), ""}) + ";;" + OneOf({"wi", "ne", ""}) + ";";
        break;
      case 1:
        out += "te_laat;T;" + OneOf({"", "5", "20"}) + ";;";
        break;
      default:
        out += "aanwezig;;;;";
    }
    return out + Remark();
  }

  void AddOddity(size_t kind) {
    switch (Below(6)) {
      case 0:
        text_ += line_end_;
        break;
      case 1:
        text_ += "Totaal;12" + line_end_;
        break;
      case 2:
        text_ += Header(kind) + line_end_;
        break;
      case 3:
        text_ += "1;2" + line_end_;
        break;
      case 4:
        text_ += "\"" + Row(kind) + line_end_;
        break;
      default:
        text_ += Row(kind) + "5\" scherm" + line_end_;
    }
  }

  std::string Remark() {
    switch (quotes_) {
      case 0:
        return "";
      case 1:
        return OneOf({"", "\"a;b\"", "\"zei \"\"ja\"\"\""});
      case 2:
        return OneOf({"", "gewoon", "\"twee" + line_end_ + "regels;" + line_end_ + "\"", "\"x\"" + High()});
      default:
        return OneOf({"", "\"a" + line_end_ + "b\"", High()});
    }
  }

  // A character outside ASCII, once the file has come so far.
  std::string High() {
    if (text_.size() < high_from_) return "e";
    switch (high_) {
      case 0:
        return "e";
      case 1:
        return "\xC3\xAB";
      case 2:
        return "\xEB";
      case 3:
        return "\x81";
      default:
        return OneOf({"\xC3\xAB", "\xEB", "\xE2\x82\xAC", "\xE2\x82"});
    }
  }

  std::string Pupil(size_t pupils) { return std::to_string(100000 + Below(pupils)); }
  std::string Day() { return Day(Below(200)); }
  static std::string Day(size_t day) {
    const size_t month = 1 + day / 28 % 12;
    const size_t of_month = 1 + day % 28;
    return "2026-" + std::string(month < 10 ? "0" : "") + std::to_string(month) + "-" + (of_month < 10 ? "0" : "") +
           std::to_string(of_month);
  }
  std::string OneOf(std::initializer_list<std::string> texts) { return texts.begin()[Below(texts.size())]; }

  std::mt19937 random_;
  static constexpr size_t kKinds = 7;
  size_t kind_;
  std::string text_;
  std::string line_end_;
  size_t row_ = 0;
  size_t high_ = 0;
  size_t high_from_ = 0;
  size_t quotes_ = 0;
  size_t oddities_ = 0;
  bool by_pupil_ = false;
  bool late_dates_ = false;
};

}  // namespace verzuim

#endif  // VERZUIM_TESTS_SESSION_RANDOM_FILE_H_
