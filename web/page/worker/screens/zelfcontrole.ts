// Zelfcontrole: what the inspectorate looks at, checked by the school itself.
import type { State } from '../state.js';
import type { Tekst } from '../text/nl.js';
import { type View, dutch, lead, table } from './parts.js';

export function zelfcontroleTab(t: Tekst, state: State): View[] {
  const zelf = state.uitkomst?.inzage.zelfcontrole;
  if (!zelf) return [];
  return [
    lead(t.uit.zelfInleiding),
    table(
      'v-lijst',
      t.uit.lijstKop,
      [{ head: t.uit.oordeel }, { head: t.uit.punt }, { head: t.uit.aantal, numeric: true }],
      zelf.bevindingen.map(({ aantal, bericht, in_orde: good }) => [
        good ? `✓ ${t.uit.inOrde}` : `! ${t.uit.aandacht}`,
        dutch(bericht),
        t.getal(aantal),
      ]),
    ),
    table(
      'v-klassen',
      t.uit.verzuimKop,
      [
        { head: t.uit.klasse },
        { head: t.uit.oordeel },
        { head: t.uit.wettelijk },
        { head: t.uit.lessenGemist, numeric: true },
        { head: t.uit.gemist, numeric: true },
        { head: t.uit.leerlingen, numeric: true },
      ],
      zelf.klassen.map(({ grond, klasse, leerlingen, lessen, minuten, oordeel }) => [
        (t.klassen as Readonly<Record<string, string>>)[klasse] ?? klasse,
        t.uit.oordelen[oordeel] ?? oordeel,
        dutch(grond),
        t.getal(lessen),
        t.uren(minuten),
        t.getal(leerlingen),
      ]),
    ),
    zelf.uitschrijvingen.length > 0 &&
      table(
        'v-uitschrijvingen',
        t.uit.uitschrijvingenKop,
        [{ head: t.uit.leerling }, { head: t.uit.klas }, { head: t.laatsteDag }],
        zelf.uitschrijvingen.map(({ klas, laatste_dag: last, leerling }) => [leerling, klas, t.datum(last)]),
      ),
    zelf.onderwijstijd.length > 0 &&
      table(
        'v-onderwijstijd',
        t.uit.tijdKop,
        [
          { head: t.uit.onderwijssoort },
          { head: t.uit.norm, numeric: true },
          { head: t.uit.laagste, numeric: true },
          { head: t.uit.midden, numeric: true },
          { head: t.uit.onderNorm, numeric: true },
        ],
        zelf.onderwijstijd.map(({ laagste, mediaan, norm_minuten: norm, onder_norm: below, onderwijssoort }) => [
          onderwijssoort,
          t.uren(norm),
          t.uren(laagste),
          t.uren(mediaan),
          t.getal(below),
        ]),
      ),
  ].filter((node): node is View => Boolean(node));
}
