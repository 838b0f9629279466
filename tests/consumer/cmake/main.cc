// Sixteen missed lessons through the public header, as an outside program would call it.
#include <iostream>
#include <string>

#include "core/json/json_session.h"

int main() {
  std::string csv = "leerling;datum;lesuur;minuten;status;reden;gemist\n";
  for (const char* date : {"2025-09-08", "2025-09-09"}) {
    for (int lesuur = 1; lesuur <= 8; ++lesuur) {
      csv.append("1001;").append(date).append(";").append(std::to_string(lesuur)).append(";50;afwezig;S;\n");
    }
  }
  verzuim::JsonSession session;
  session.SetSchool(R"({"school":{"profiel":"vo"},"kalender":{"regio":"midden"},"codes":{"S":"spijbelen"}})");
  session.Begin(R"({"naam":"lessen.csv"})");
  session.Push(csv);
  session.End();
  std::cout << session.Bereken("{}") << "\n";
}
