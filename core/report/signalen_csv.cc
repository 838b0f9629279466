#include "core/report/signalen_csv.h"

#include "core/report/csv.h"

namespace verzuim {

std::string SignalenCsv(const Session&, const Run& run) {
  CsvWriter csv({"leerling", "regel", "stap", "actie", "van", "tot", "waarde", "drempel", "eenheid", "ontvanger",
                 "deelbaar", "reden_niet_deelbaar", "status", "zin"});
  for (const beleid::Signaal& signaal : run.signalen) {
    std::string redenen;
    for (const beleid::RedenNietDeelbaar reden : signaal.redenen) {
      redenen.append(redenen.empty() ? "" : " ").append(Text(reden));
    }
    const beleid::Meting& meting = signaal.leidend();
    csv.Text(run.reg->pupils()[signaal.pupil].key).Text(signaal.regel).Number(signaal.stap);
    csv.Text(WireName(signaal.actie)).Day(signaal.van).Day(signaal.tot).Number(meting.waarde).Number(meting.drempel);
    csv.Text(WireName(meting.maat)).Text(WireName(signaal.ontvanger())).Text(signaal.deelbaar() ? "J" : "N");
    csv.Text(redenen).Text(WireName(signaal.grond().basis)).Text(signaal.zin).EndRow();
  }
  return csv.Take();
}

}  // namespace verzuim
