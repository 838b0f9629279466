#include "core/report/tables.h"

#include <algorithm>
#include <vector>

#include "core/report/csv.h"

namespace verzuim {
namespace {

// Credit minutes as hours and minutes: 960 is "16:00".
std::string Uren(CreditMinutes credit) {
  const int minutes = credit.value % 60;
  return std::to_string(credit.value / 60) + (minutes < 10 ? ":0" : ":") + std::to_string(minutes);
}

std::string LetOpText(const Melding& melding) {
  std::string text;
  for (const LetOp& let_op : melding.let_op) text.append(text.empty() ? "" : " ").append(MessageOf(let_op));
  return text;
}

void WriteLog(CsvWriter& csv, std::string_view file, const RowLog& log) {
  std::vector<const RowLog::Entry*> entries;
  for (const RowLog::Entry& entry : log.entries()) entries.push_back(&entry);
  std::stable_sort(entries.begin(), entries.end(),
                   [](const RowLog::Entry* a, const RowLog::Entry* b) { return a->row < b->row; });
  for (const RowLog::Entry* entry : entries) {
    csv.Text(file).Number(entry->row).Number(entry->rows).Text(log.Text(entry->column));
    csv.Text(WireName(SeverityOf(entry->code))).Text(WireName(entry->code));
    csv.Text(MessageFor(entry->code, log.Text(entry->detail))).EndRow();
  }
}

}  // namespace

std::string MeldingenCsv(const Session&, const Run& run) {
  CsvWriter csv({"leerling", "soort", "omschrijving", "volgnummer", "begindatum", "einddatum", "meldbaar_vanaf",
                 "uiterste_datum", "minuten", "uren", "alle_lessen_gemist", "artikel", "basis", "let_op"});
  for (const Melding& m : run.meldingen) {
    csv.Text(run.reg->pupils()[m.pupil].key).Text(WireName(m.soort)).Text(Title(m.soort)).Number(m.volgnummer);
    csv.Day(m.begindatum).Day(m.einddatum).Day(m.meldbaar_vanaf).Day(m.uiterste_datum);
    csv.Number(m.minuten.value).Text(Uren(m.minuten)).Text(m.alle_lessen_gemist ? "J" : "N");
    csv.Text(m.rule->ref->artikel).Text(WireName(m.rule->basis)).Text(LetOpText(m)).EndRow();
  }
  return csv.Take();
}

std::string MeldingRegelsCsv(const Session& session, const Run& run) {
  CsvWriter csv({"leerling", "soort", "volgnummer", "bestand", "regel", "datum", "lesuur", "minuten"});
  for (const Melding& m : run.meldingen) {
    for (const MeldingRegel& regel : m.regels) {
      csv.Text(run.reg->pupils()[m.pupil].key).Text(WireName(m.soort)).Number(m.volgnummer);
      csv.Text(session.files()[regel.ref.file].name).Number(regel.ref.row).Day(regel.date).Number(regel.lesuur);
      csv.Number(regel.credit.value).EndRow();
    }
  }
  return csv.Take();
}

std::string ProblemenCsv(const Session& session, const Run& run) {
  CsvWriter csv({"bestand", "regel", "aantal_regels", "kolom", "ernst", "code", "bericht"});
  for (const Problem& problem : run.notices) {
    csv.Text(problem.place.file).Number(0).Number(0).Text(problem.place.pointer);
    csv.Text(WireName(SeverityOf(problem.code))).Text(WireName(problem.code)).Text(problem.message).EndRow();
  }
  WriteLog(csv, "", run.reg->general());
  for (size_t f = 0; f < session.files().size(); ++f) WriteLog(csv, session.files()[f].name, run.reg->logs()[f]);
  return csv.Take();
}

std::string LeveringCsv(const PeriodeUitkomst& uitkomst) {
  const Telling& t = uitkomst.telling;
  const std::vector<std::string> intervals = IntervalNames(t.bounds);
  CsvWriter csv({"periode", "onderverdeling", "categorie", "interval", "aantal"});
  for (size_t o = 0; o < t.onderverdelingen.size(); ++o) {
    for (size_t c = 0; c < kCategorieen; ++c) {
      for (size_t i = 0; i < intervals.size(); ++i) {
        csv.Text(t.periode.naam).Text(t.onderverdelingen[o]).Text(WireName(static_cast<Categorie>(c)));
        csv.Text(intervals[i]).Number(t.cells[t.CellIndex(o, c, i)]).EndRow();
      }
    }
  }
  return csv.Take();
}

std::string PublicatieCsv(const PeriodeUitkomst& uitkomst, const PublicatieBeleid& beleid) {
  const Telling& t = uitkomst.telling;
  const std::vector<std::string> intervals = IntervalNames(t.bounds);
  CsvWriter csv({"periode", "onderverdeling", "categorie", "interval", "aantal"});
  for (size_t o = 0; o < t.onderverdelingen.size(); ++o) {
    for (size_t c = 0; c < kCategorieen; ++c) {
      for (size_t i = 0; i < intervals.size(); ++i) {
        const size_t cell = t.CellIndex(o, c, i);
        const Markering mark = uitkomst.publicatie.cells[cell];
        csv.Text(t.periode.naam)
            .Text(t.onderverdelingen[o])
            .Text(WireName(static_cast<Categorie>(c)))
            .Text(intervals[i]);
        if (mark == Markering::kGetoond) {
          csv.Number(t.cells[cell]);
        } else {
          csv.Text(WireName(mark, beleid.drempel));
        }
        csv.EndRow();
      }
    }
  }
  return csv.Take();
}

}  // namespace verzuim
