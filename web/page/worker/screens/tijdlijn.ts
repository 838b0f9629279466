// The timeline of one pupil: every day that counts for one of the meldingen, as a drawing and as a table.
import type { Melding } from '../state.js';
import type { Tekst } from '../text/nl.js';
import { h } from '../view/vnode.js';
import type { Action } from '../update.js';
import { type View, heading, table, word } from './parts.js';

export const BREED = 720; // of a drawing over time
const STAAF = 80; // height of the highest bar
const STREEP = 14; // room for the line of one melding
const ONDER = 20; // room for the dates
const DAG_MS = 24 * 60 * 60 * 1000;

interface Dag {
  readonly datum: string;
  readonly minuten: number; // the most that one melding counts of this day
  readonly meldingen: readonly Melding[];
}

// The days behind these meldingen, in their order. A day that counts for several is one day.
export function dagenVan(meldingen: readonly Melding[]): Dag[] {
  const days = new Map<string, Map<Melding, number>>();
  for (const melding of meldingen) {
    for (const { datum, minuten } of melding.regels) {
      const day = days.get(datum) ?? new Map<Melding, number>();
      days.set(datum, day.set(melding, (day.get(melding) ?? 0) + minuten));
    }
  }
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([datum, counts]) => ({ datum, minuten: Math.max(...counts.values()), meldingen: [...counts.keys()] }));
}

export const dagnummer = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / DAG_MS;

function drawing(t: Tekst, meldingen: readonly Melding[], dagen: readonly Dag[], label: string): View {
  const first = dagnummer(dagen[0]!.datum);
  const last = dagnummer(dagen.at(-1)!.datum);
  const step = BREED / (last - first + 1);
  const x = (iso: string): number => Math.round((dagnummer(iso) - first) * step * 100) / 100;
  const width = Math.max(1, Math.min(12, Math.round(step * 80) / 100));
  const highest = Math.max(1, ...dagen.map(({ minuten }) => minuten));
  const top = meldingen.length * STREEP + 4;
  const bottom = top + STAAF;
  return h<Action>(
    'svg:svg',
    { class: 'vk-tijdlijn', role: 'img', 'aria-label': label, viewBox: `0 0 ${BREED} ${bottom + ONDER}` },
    meldingen.map((melding, i) => {
      const days = melding.regels.map(({ datum }) => datum).sort();
      const from = days[0];
      const to = days.at(-1);
      if (from === undefined || to === undefined) return false;
      const length = Math.max(3, Math.round((x(to) - x(from) + width) * 100) / 100);
      return h<Action>('svg:rect', { class: 'vk-streep', x: x(from), y: i * STREEP + 4, width: length, height: 6 });
    }),
    dagen.map(({ datum, minuten }) => {
      const height = Math.max(2, Math.round((minuten / highest) * STAAF));
      return h<Action>('svg:rect', { class: 'vk-staaf', x: x(datum), y: bottom - height, width, height });
    }),
    h<Action>('svg:line', { class: 'vk-tijdas', x1: 0, y1: bottom, x2: BREED, y2: bottom }),
    h<Action>('svg:text', { class: 'vk-aslabel', x: 0, y: bottom + 15 }, t.datum(dagen[0]!.datum)),
    last > first &&
      h<Action>('svg:text', { class: 'vk-aslabel vk-aslabel--eind', x: BREED, y: bottom + 15 }, t.datum(dagen.at(-1)!.datum)),
  );
}

// `meldingen` are those of one pupil; `id` begins the ids of what is made here.
export function tijdlijn(t: Tekst, id: string, meldingen: readonly Melding[]): View | undefined {
  const dagen = dagenVan(meldingen);
  const [first] = dagen;
  if (!first) return undefined;
  const label = t.tijdlijnUitleg(dagen.length, t.datum(first.datum), t.datum(dagen.at(-1)!.datum));
  return h<Action>(
    'figure',
    { class: 'vk-figuur', key: 'tijdlijn' },
    h<Action>('figcaption', null, heading(3, t.tijdlijnKop(meldingen[0]!.leerling), {}, 4), h<Action>('p', null, label)),
    drawing(t, meldingen, dagen, label),
    h<Action>(
      'details',
      null,
      h<Action>('summary', null, t.tijdlijnTabel),
      table(
        `${id}-tijdlijn`,
        t.tijdlijnTabel,
        [{ head: t.dagKop }, { head: t.minuten }, { head: t.teltVoor }],
        dagen.map(({ datum, minuten, meldingen: voor }) => [
          t.dag(datum),
          t.uren(minuten),
          voor.map(({ soort, volgnummer }) => `${word(t.soorten, soort)}, ${t.vervolg(volgnummer)}`).join('; '),
        ]),
      ),
    ),
  );
}
