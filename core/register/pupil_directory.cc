#include "core/register/pupil_directory.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace verzuim {
namespace {

// The first contradiction between what is known and a further row, or empty.
std::string_view ContradictionIn(const Pupil& pupil, const PupilRow& row, bool same_enrolment) {
  const auto differ = [](const auto& known, const auto& said) { return known && said && *known != *said; };
  if (differ(pupil.geboortedatum, row.geboortedatum)) return "geboortedatum";
  if (differ(pupil.startkwalificatie_sinds, row.startkwalificatie_sinds)) return "startkwalificatie_sinds";
  if (differ(pupil.leerplicht_tot, row.leerplicht_tot)) return "leerplicht_tot";
  if (differ(pupil.kwalificatieplicht_tot, row.kwalificatieplicht_tot)) return "kwalificatieplicht_tot";
  if (differ(pupil.verwijdering_besluit, row.verwijdering_besluit)) return "verwijdering_besluit";
  if (!same_enrolment) return {};
  if (differ(pupil.leerjaar, row.leerjaar)) return "leerjaar";
  if (!pupil.klas.empty() && !row.klas.empty() && pupil.klas != row.klas) return "klas";
  if (pupil.onderwijssoort != Onderwijssoort::kOnbekend && row.onderwijssoort != Onderwijssoort::kOnbekend &&
      pupil.onderwijssoort != row.onderwijssoort) {
    return "onderwijssoort";
  }
  return {};
}

template <class T>
void Take(std::optional<T>& known, const std::optional<T>& said) {
  if (said) known = said;
}

void TakeText(std::string& known, std::string_view said) {
  if (!said.empty()) known = said;
}

bool StartsBefore(const Periode& a, const Periode& b) {
  return a.van.value_or(Date::FromDays(INT32_MIN)) < b.van.value_or(Date::FromDays(INT32_MIN));
}

bool Overlap(const Periode& a, const Periode& b) {
  return (!a.tot || !b.van || *b.van <= *a.tot) && (!b.tot || !a.van || *a.van <= *b.tot);
}

// Adds a row to what is known of the pupil; answers why it cannot be used, if so.
struct Refusal {
  ProblemCode code;
  std::string_view detail;
};

std::optional<Refusal> Merge(Pupil& pupil, const PupilRow& row) {
  const Periode enrolment{row.ingeschreven_van, row.ingeschreven_tot};
  const Vrijstelling exemption{row.vrijstelling_van, row.vrijstelling_tot, row.vrijstelling_grond};
  const bool has_exemption = exemption.van || exemption.tot;
  const bool first = !pupil.listed;
  const bool same = !first && std::find(pupil.inschrijvingen.begin(), pupil.inschrijvingen.end(), enrolment) !=
                                  pupil.inschrijvingen.end();
  if (const std::string_view field = ContradictionIn(pupil, row, same); !first && !field.empty()) {
    return Refusal{ProblemCode::kPupilConflict, field};
  }
  const bool overlapping = std::any_of(pupil.inschrijvingen.begin(), pupil.inschrijvingen.end(),
                                       [&](const Periode& known) { return Overlap(known, enrolment); });
  if (!first && !same && overlapping) return Refusal{ProblemCode::kPupilConflict, "ingeschreven_van"};
  const bool known_exemption = !has_exemption || std::find(pupil.vrijstellingen.begin(), pupil.vrijstellingen.end(),
                                                           exemption) != pupil.vrijstellingen.end();
  const bool latest = first || std::none_of(pupil.inschrijvingen.begin(), pupil.inschrijvingen.end(),
                                            [&](const Periode& known) { return StartsBefore(enrolment, known); });
  const Pupil before = pupil;
  pupil.listed = true;
  Take(pupil.geboortedatum, row.geboortedatum);
  Take(pupil.startkwalificatie_sinds, row.startkwalificatie_sinds);
  Take(pupil.leerplicht_tot, row.leerplicht_tot);
  Take(pupil.kwalificatieplicht_tot, row.kwalificatieplicht_tot);
  Take(pupil.verwijdering_besluit, row.verwijdering_besluit);
  TakeText(pupil.gemeente, row.gemeente);
  if (latest) {
    Take(pupil.leerjaar, row.leerjaar);
    TakeText(pupil.klas, row.klas);
    if (row.onderwijssoort != Onderwijssoort::kOnbekend) pupil.onderwijssoort = row.onderwijssoort;
  }
  if (!same) pupil.inschrijvingen.push_back(enrolment);
  if (!known_exemption) pupil.vrijstellingen.push_back(exemption);
  if (pupil == before) return Refusal{ProblemCode::kDuplicateRow, pupil.key};
  return std::nullopt;
}

}  // namespace

PupilDirectory::PupilDirectory(const std::vector<const FileRegister*>& files, std::vector<RowLog>& logs) {
  std::vector<std::string_view> keys;
  for (const FileRegister* file : files) {
    for (uint32_t i = 0; i < file->keys().size(); ++i) keys.push_back(file->keys()[i]);
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  std::unordered_map<std::string_view, size_t> index;
  index.reserve(keys.size());
  pupils_.resize(keys.size());
  records_.resize(keys.size());
  for (size_t i = 0; i < keys.size(); ++i) {
    pupils_[i].key = keys[i];
    index.emplace(keys[i], i);
  }
  for (uint16_t f = 0; f < files.size(); ++f) {
    const FileRegister& file = *files[f];
    for (uint32_t i = 0; i < file.keys().size(); ++i) records_[index.at(file.keys()[i])].push_back({f, i});
    for (const PupilListItem& item : file.pupil_list()) {
      has_list_ = true;
      Pupil& pupil = pupils_[index.at(file.keys()[item.pupil])];
      if (const auto refusal = Merge(pupil, item.data)) {
        logs[f].Add(refusal->code, item.row, 1, {}, refusal->detail, /*was_used=*/true);
      }
    }
  }
  for (Pupil& pupil : pupils_) {
    std::sort(pupil.inschrijvingen.begin(), pupil.inschrijvingen.end(), StartsBefore);
    std::sort(pupil.vrijstellingen.begin(), pupil.vrijstellingen.end(), StartsBefore);
  }
}

}  // namespace verzuim
