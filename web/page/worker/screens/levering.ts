// Levering: the true counts of one period, as they are.
import type { Levering, LeveringCel } from 'verzuimkit/bare';
import type { State } from '../state.js';
import type { Tekst } from '../text/nl.js';
import type { Action } from '../update.js';
import { h } from '../view/vnode.js';
import { type Kids, type View, dutch, facts, heading, lead, paragraph, selectField, table } from './parts.js';

const CATEGORIES = ['totaal', 'geoorloofd', 'ziekte', 'ongeoorloofd'] as const;

// The choice of a period, where there are more.
export function periodeKeuze(t: Tekst, state: State): View | undefined {
  const { leveringen } = state.uitkomst!.inzage;
  if (leveringen.length < 2) return undefined;
  return h<Action>(
    'div',
    { class: 'vk-naast vk-nietafdrukken', key: 'periode' },
    selectField({
      id: 'v-periode',
      label: t.uit.kiesPeriode,
      value: String(state.kijk.periode),
      choices: leveringen.map(({ periode }, i) => ({ value: String(i), text: periode.naam })),
      changed: (waarde) => ({ t: 'kijk', kijk: { periode: Number(waarde) } }),
    }),
  );
}

export const statusRegel = (t: Tekst, { bron, periode }: Pick<Levering, 'bron' | 'periode'>): View =>
  facts([
    [t.uit.periode, t.uit.vanTotEnMet(t.datum(periode.van), t.datum(periode.tot))],
    [t.uit.status, [t.uit.geenWet, ' ', dutch(`${bron}.`)]],
  ]);

export const deelNaam = (t: Tekst, onderverdeling: string): string =>
  onderverdeling === 'totaal' ? t.uit.totaal : onderverdeling;

// 38115 minutes are "635:15": short, for a column.
export const tijd = (t: Tekst, minuten: number): string =>
  t.uit.tijd(t.getal(Math.trunc(minuten / 60)), String(minuten % 60).padStart(2, '0'));

// The cells of a period as a table: a row per subdivision and category, a column per interval. `show` draws a cell.
export function celTabel(
  t: Tekst,
  id: string,
  kop: string,
  levering: Levering,
  show: (cel: LeveringCel) => Kids,
  missed: (onderverdeling: string, categorie: string) => Kids,
): View {
  const parts = Object.keys(levering.leerlingen);
  const intervals = [...new Set(levering.cellen.map(({ interval }) => interval))];
  const byPlace = new Map(levering.cellen.map((cel) => [`${cel.onderverdeling} ${cel.categorie} ${cel.interval}`, cel]));
  return table(
    id,
    kop,
    [
      { head: t.uit.onderverdeling },
      { head: t.uit.categorie },
      ...intervals.map((interval) => ({ head: t.uit.aandeel(interval), numeric: true })),
      { head: t.uit.uren, numeric: true },
    ],
    parts.flatMap((part) =>
      CATEGORIES.map((categorie) => [
        `${deelNaam(t, part)} (${t.getal(levering.leerlingen[part] ?? 0)})`,
        t.uit.categorieen[categorie] ?? categorie,
        ...intervals.map((interval) => {
          const cel = byPlace.get(`${part} ${categorie} ${interval}`);
          return cel && show(cel);
        }),
        missed(part, categorie),
      ]),
    ),
  );
}

export function leveringTab(t: Tekst, state: State): View[] {
  const levering = state.uitkomst?.inzage.leveringen[state.kijk.periode];
  if (!levering) return [];
  const minutes = new Map(levering.uren.map((uur) => [`${uur.onderverdeling} ${uur.categorie}`, uur.minuten]));
  const without = Object.entries(levering.zonder_lestijd).find(([part]) => part === 'totaal')?.[1] ?? 0;
  return [
    lead(t.uit.leveringInleiding),
    periodeKeuze(t, state),
    heading(2, t.uit.leveringKop(levering.periode.naam)),
    statusRegel(t, levering),
    paragraph(t.uit.haken),
    celTabel(
      t,
      'v-levering',
      t.uit.leveringKop(levering.periode.naam),
      levering,
      ({ aantal }) => t.getal(aantal),
      (part, categorie) => tijd(t, minutes.get(`${part} ${categorie}`) ?? 0),
    ),
    without > 0 ? paragraph(t.uit.zonderLestijd(t.getal(without))) : undefined,
  ].filter((node): node is View => node !== undefined);
}
