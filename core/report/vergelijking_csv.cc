#include "core/report/vergelijking_csv.h"

#include "core/report/csv.h"

namespace verzuim {
namespace {

void WriteKern(CsvWriter& csv, const MeldingKern* kern) {
  if (kern == nullptr) {
    for (int i = 0; i < 4; ++i) csv.Text("");
    return;
  }
  csv.Text(WireName(kern->soort)).Day(kern->begindatum).Day(kern->einddatum).Number(kern->minuten.value);
}

std::string Reasons(const Vergeleken& vergeleken) {
  std::string text;
  for (const Verandering& reden : vergeleken.redenen) {
    text.append(text.empty() ? "" : " ").append(MessageOf(reden));
  }
  return text;
}

}  // namespace

std::string VergelijkingCsv(const VerzondenBestand& verzonden, const std::vector<VergelijkRegel>& regels) {
  CsvWriter csv({"leerling", "lijst", "verzonden_soort", "verzonden_begindatum", "verzonden_einddatum",
                 "verzonden_minuten", "verzonden_op", "soort", "begindatum", "einddatum", "minuten", "uiterste_datum",
                 "termijn", "dagen", "redenen"});
  for (const auto& [leerling, vergeleken] : regels) {
    const VerzondenMelding* sent = vergeleken.verzonden ? &verzonden.meldingen[*vergeleken.verzonden] : nullptr;
    csv.Text(leerling).Text(WireName(vergeleken.lijst));
    WriteKern(csv, sent != nullptr ? &sent->kern : nullptr);
    csv.Day(sent != nullptr ? sent->verzonden_op : std::nullopt);
    WriteKern(csv, vergeleken.melding ? &*vergeleken.melding : nullptr);
    csv.Day(vergeleken.termijn.uiterste_datum).Text(WireName(vergeleken.termijn.stand));
    csv.Number(vergeleken.termijn.dagen).Text(Reasons(vergeleken)).EndRow();
  }
  return csv.Take();
}

}  // namespace verzuim
