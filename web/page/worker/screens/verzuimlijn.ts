// All absence of one pupil, excused or not: every episode in the row of its kind, as a drawing and as a table. For the
// school itself: what is excused is no business of whom a melding goes to, so it is not printed with the meldingen.
import type { Keuzehulp } from 'verzuimkit/bare';
import type { Tekst } from '../text/nl.js';
import { h } from '../view/vnode.js';
import type { Action } from '../update.js';
import { type View, heading, paragraph, table, word } from './parts.js';
import { BREED, dagnummer } from './tijdlijn.js';

type Episode = Keuzehulp['episodes'][number];

const RIJ = 30; // room for one kind: its name and its bars
const STAAF = 10;
const ONDER = 20; // room for the dates

function drawing(t: Tekst, episodes: readonly Episode[], van: string, tot: string, label: string): View {
  const first = dagnummer(van);
  const step = BREED / (dagnummer(tot) - first + 1);
  const x = (day: number): number => Math.round((day - first) * step * 100) / 100;
  const kinds = Object.keys(t.uit.aarden).filter((aard) => episodes.some((episode) => episode.aard === aard));
  const bottom = kinds.length * RIJ + 4;
  return h<Action>(
    'svg:svg',
    { class: 'vk-tijdlijn', role: 'img', 'aria-label': label, viewBox: `0 0 ${BREED} ${bottom + ONDER}` },
    kinds.map((aard, i) => [
      h<Action>('svg:text', { class: 'vk-aslabel', x: 0, y: i * RIJ + 12 }, word(t.uit.aarden, aard)),
      episodes
        .filter((episode) => episode.aard === aard)
        .map((episode) => {
          const from = x(dagnummer(episode.van));
          const width = Math.max(2, Math.round((x(dagnummer(episode.tot) + 1) - from) * 100) / 100);
          return h<Action>('svg:rect', { class: 'vk-staaf', x: from, y: i * RIJ + 16, width, height: STAAF });
        }),
    ]),
    h<Action>('svg:line', { class: 'vk-tijdas', x1: 0, y1: bottom, x2: BREED, y2: bottom }),
    h<Action>('svg:text', { class: 'vk-aslabel', x: 0, y: bottom + 15 }, t.datum(van)),
    tot > van && h<Action>('svg:text', { class: 'vk-aslabel vk-aslabel--eind', x: BREED, y: bottom + 15 }, t.datum(tot)),
  );
}

// `id` begins the ids of what is made here; `level` is that of its heading.
export function verzuimlijn(
  t: Tekst,
  id: string,
  leerling: string,
  keuzehulp: Keuzehulp | undefined,
  level: 2 | 3,
): View | undefined {
  const episodes = keuzehulp?.episodes.filter((episode) => episode.leerling === leerling) ?? [];
  const [first] = episodes;
  if (!first) return undefined;
  const tot = episodes.reduce((last, episode) => (episode.tot > last ? episode.tot : last), first.tot);
  const { alleenSchool, gemist, kop, lesdagen, tabel, uitleg } = t.uit.verzuimlijn;
  const label = uitleg(episodes.length, t.datum(first.van), t.datum(tot));
  return h<Action>(
    'figure',
    { class: 'vk-figuur vk-nietafdrukken', key: 'verzuimlijn' },
    h<Action>('figcaption', null, heading(level, kop(leerling), {}, 4), h<Action>('p', null, label)),
    drawing(t, episodes, first.van, tot, label),
    h<Action>(
      'details',
      null,
      h<Action>('summary', null, tabel),
      table(
        `${id}-verzuimlijn`,
        tabel,
        [{ head: t.periode }, { head: t.uit.soort }, { head: lesdagen, numeric: true }, { head: gemist }, { head: t.telt }],
        episodes.map(({ aard, gemiste_minuten: minuten, lesdagen: dagen, telminuten, tot: einde, van }) => [
          t.vanTot(t.datum(van), t.datum(einde)),
          word(t.uit.aarden, aard),
          t.getal(dagen),
          t.uren(minuten),
          t.uren(telminuten),
        ]),
      ),
    ),
    paragraph(alleenSchool),
  );
}
