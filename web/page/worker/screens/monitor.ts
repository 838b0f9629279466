// Monitor: the school's own view of its absence, in drawings that each have their table.
import type { Categorie, Monitor, MonitorTotaal } from 'verzuimkit/bare';
import type { Dimensie } from '../kijk.js';
import type { State } from '../state.js';
import type { Tekst } from '../text/nl.js';
import type { Action } from '../update.js';
import { h } from '../view/vnode.js';
import { type Kids, type View, dutch, heading, lead, paragraph, selectField, table } from './parts.js';
import { type Point, columns, figure, heatMap, legend, stackedBars, trend } from './tekening.js';

const DIMENSIONS: readonly Dimensie[] = ['school', 'onderverdeling', 'leerjaar', 'klas', 'leeftijd'];
const CATEGORIES: readonly Categorie[] = ['totaal', 'geoorloofd', 'ziekte', 'ongeoorloofd'];
const MAX_PUPILS = 100;
// A share of fewer lessons says little: it stands in brackets and gets no shade.
const FEW_LESSONS = 30;

// 83 of a thousand is "8,3 %".
const share = (t: Tekst, promille: number | null): string =>
  promille === null ? t.uit.geenLestijd : t.uit.procent(t.getal(promille / 10));

const numeric = (heads: readonly string[]): { head: string; numeric: boolean }[] =>
  heads.map((head) => ({ head, numeric: true }));

// What a drawing shows, in one sentence for who does not see it.
function said(t: Tekst, wat: string, points: readonly Point[]): string {
  const known = points.filter((point): point is Point & { value: number } => point.value !== undefined);
  const top = known.reduce<(Point & { value: number }) | undefined>((best, point) => (best && best.value >= point.value ? best : point), undefined);
  return t.uit.beeld(wat, top ? t.uit.hoogste(top.name, top.text) : '');
}

// The table behind a drawing: folded, but not on paper.
const fold = (t: Tekst, open: boolean, inside: View): View =>
  h<Action>('details', { class: 'vk-uitklap', open }, h<Action>('summary', null, t.uit.alsTabel), inside);

function choices(t: Tekst, state: State, monitor: Monitor): View {
  const { categorie, dimensie } = state.kijk;
  // By age only where the profile of the school asks for it.
  const dimensions = DIMENSIONS.filter((value) => monitor.groepen.some((groep) => groep.dimensie === value));
  return h<Action>(
    'div',
    { class: 'vk-naast vk-nietafdrukken', key: 'keuze' },
    selectField({
      id: 'v-categorie',
      label: t.uit.soortVerzuim,
      value: categorie,
      choices: CATEGORIES.map((value) => ({ value, text: t.uit.categorieen[value] ?? value })),
      changed: (waarde) => ({ t: 'kijk', kijk: { categorie: CATEGORIES.find((known) => known === waarde) ?? 'totaal' } }),
    }),
    selectField({
      id: 'v-dimensie',
      label: t.uit.perWat,
      value: dimensie,
      choices: dimensions.map((value) => ({ value, text: t.uit.dimensies[value] ?? value })),
      changed: (waarde) => ({ t: 'kijk', kijk: { dimensie: DIMENSIONS.find((known) => known === waarde) ?? 'school' } }),
    }),
  );
}

function bands(t: Tekst, monitor: Monitor, state: State): View {
  const { categorie, dimensie } = state.kijk;
  const names = monitor.banden.map(({ band }) => band);
  const cells = monitor.cellen.filter((cel) => cel.dimensie === dimensie && cel.categorie === categorie);
  const groups = [...new Set(cells.map(({ groep }) => groep))];
  const count = new Map(cells.map((cel) => [`${cel.groep} ${cel.band}`, cel.leerlingen]));
  const totals = new Map<string, MonitorTotaal>(
    monitor.totalen.filter((total) => total.dimensie === dimensie && total.categorie === categorie).map((total) => [total.groep, total]),
  );
  const nameOf = (groep: string): string => (groep === 'totaal' ? t.uit.totaal : groep);
  const stacks = groups.map((groep) => ({
    name: nameOf(groep),
    parts: names.map((band) => {
      const n = count.get(`${groep} ${band}`) ?? 0;
      return { label: band, count: n, text: t.getal(n) };
    }),
  }));
  return figure(
    'v-banden',
    t.uit.bandenKop,
    stackedBars(t.uit.beeld(t.uit.bandenKop, ''), stacks),
    paragraph(t.uit.volgorde),
    legend(names.map((band) => t.uit.aandeel(band))),
    monitor.termen.map(({ term, vanaf }) => paragraph(t.uit.termUitleg(t.uit[term], t.getal(vanaf)))),
    fold(
      t,
      state.afdruk,
      table(
        'v-banden-tabel',
        t.uit.cijfers(t.uit.bandenKop),
        [
          { head: t.uit.groep },
          ...numeric([...names.map((band) => t.uit.aandeel(band)), t.uit.deel, t.uit.chronisch, t.uit.ernstig]),
        ],
        groups.map((groep): Kids[] => {
          const total = totals.get(groep);
          return [
            nameOf(groep),
            ...names.map((band) => t.getal(count.get(`${groep} ${band}`) ?? 0)),
            share(t, total?.promille ?? null),
            t.getal(total?.chronisch ?? 0),
            t.getal(total?.ernstig ?? 0),
          ];
        }),
      ),
    ),
  );
}

function weeks(t: Tekst, monitor: Monitor, state: State): View {
  const { categorie } = state.kijk;
  const rows = monitor.weken.filter((week) => week.categorie === categorie);
  const points = rows.map(({ lesweek, promille }): Point => ({
    name: `${lesweek.slice(8)}-${lesweek.slice(5, 7)}`,
    value: promille ?? undefined,
    text: t.getal((promille ?? 0) / 10),
  }));
  return figure(
    'v-weken',
    t.uit.wekenKop,
    columns(said(t, t.uit.wekenKop, points), points, points.length > 30 ? 4 : 1),
    fold(
      t,
      state.afdruk,
      table(
        'v-weken-tabel',
        t.uit.cijfers(t.uit.wekenKop),
        [{ head: t.uit.week }, ...numeric([t.uit.deel, t.uit.gemist, t.uit.metVerzuim])],
        rows.map(({ lesweek, leerlingen, minuten, promille }) => [
          t.datum(lesweek),
          share(t, promille),
          t.uren(minuten),
          t.getal(leerlingen),
        ]),
      ),
    ),
  );
}

function timetable(t: Tekst, monitor: Monitor, state: State): View {
  const { categorie } = state.kijk;
  const cells = monitor.rooster.filter((cel) => cel.categorie === categorie && cel.lessen > 0);
  const days = [...new Set(cells.map(({ weekdag }) => weekdag))].sort((a, b) => a - b);
  const hours = [...new Set(cells.map(({ lesuur }) => lesuur))].sort((a, b) => a - b);
  const byPlace = new Map(cells.map((cel) => [`${cel.weekdag} ${cel.lesuur}`, cel]));
  const point = (hour: number, day: number): Point => {
    const cel = byPlace.get(`${day} ${hour}`);
    const promille = cel && Math.round((1000 * cel.gemist) / cel.lessen);
    const few = cel !== undefined && cel.lessen < FEW_LESSONS;
    const text = promille === undefined ? '' : t.getal(promille / 10);
    return {
      name: `${t.uit.weekdagen[day]}, ${t.lesuur(hour)}`,
      value: few ? undefined : promille,
      text: few ? `(${text})` : text,
    };
  };
  const points = hours.flatMap((hour) => days.map((day) => point(hour, day)));
  return figure(
    'v-rooster',
    t.uit.roosterKop,
    heatMap(
      said(t, t.uit.roosterKop, points),
      days.map((day) => t.uit.weekdagenKort[day] ?? ''),
      hours.map((hour) => t.uit.lesuurKort(String(hour))),
      (row, column) => point(hours[row] ?? 0, days[column] ?? 0),
    ),
    cells.some(({ lessen }) => lessen < FEW_LESSONS) && paragraph(t.uit.weinigLessen(t.getal(FEW_LESSONS))),
    fold(
      t,
      state.afdruk,
      table(
        'v-rooster-tabel',
        `${t.uit.cijfers(t.uit.roosterKop)} (%)`,
        [{ head: t.uit.lesuurKop }, ...numeric(days.map((day) => t.uit.weekdagen[day] ?? ''))],
        hours.map((hour) => [t.lesuur(hour), ...days.map((day) => point(hour, day).text)]),
      ),
    ),
  );
}

function periods(t: Tekst, monitor: Monitor, state: State): View {
  const { categorie } = state.kijk;
  const rows = monitor.totalen.filter((total) => total.dimensie === 'periode' && total.categorie === categorie);
  const points = rows.map(({ groep, promille }): Point => ({
    name: groep,
    value: promille ?? undefined,
    text: share(t, promille),
  }));
  return figure(
    'v-trend',
    t.uit.trendKop,
    trend(said(t, t.uit.trendKop, points), points),
    fold(
      t,
      state.afdruk,
      table(
        'v-trend-tabel',
        t.uit.cijfers(t.uit.trendKop),
        [{ head: t.uit.periode }, ...numeric([t.uit.deel, t.uit.gemist, t.uit.metVerzuim, t.uit.chronisch, t.uit.ernstig])],
        rows.map(({ chronisch, ernstig, groep, met_verzuim: some, minuten, promille }) => [
          groep,
          share(t, promille),
          t.uren(minuten),
          t.getal(some),
          t.getal(chronisch),
          t.getal(ernstig),
        ]),
      ),
    ),
  );
}

function subjects(t: Tekst, monitor: Monitor, categorie: Categorie): View | undefined {
  const rows = monitor.vakken.filter((vak) => vak.categorie === categorie);
  if (rows.length === 0) return undefined;
  return h<Action>(
    'div',
    { key: 'vakken' },
    table(
      'v-vakken',
      t.uit.vakkenKop,
      [{ head: t.uit.vak }, ...numeric([t.uit.lessenGemist, t.uit.gemist, t.uit.metVerzuim])],
      rows.map(({ gemist, leerlingen, minuten, vak }) => [vak, t.getal(gemist), t.uren(minuten), t.getal(leerlingen)]),
    ),
    paragraph(dutch(monitor.vakken_zonder_deel)),
  );
}

function firstMonths(t: Tekst, { banden, eerste_maanden: first }: Monitor): View {
  const names = banden.map(({ band }) => band);
  const count = new Map(first.cellen.map((cel) => [`${cel.band} ${cel.vervolg_band}`, cel.leerlingen]));
  return h<Action>(
    'div',
    { key: 'eerste-maanden' },
    heading(2, t.uit.vroegKop, {}, 3),
    paragraph(t.uit.vroegUitleg(t.datum(first.van), t.datum(first.tot))),
    table(
      'v-vroeg',
      t.uit.vroegKop,
      [{ head: t.uit.vroegBand }, ...numeric(names.map((band) => t.uit.aandeel(band)))],
      names.map((band) => [t.uit.aandeel(band), ...names.map((later) => t.getal(count.get(`${band} ${later}`) ?? 0))]),
    ),
  );
}

function pupils(t: Tekst, { leerlingen }: Monitor): View {
  return h<Action>(
    'div',
    { key: 'wie' },
    heading(2, t.uit.wieKop, {}, 3),
    leerlingen.length === 0
      ? paragraph(t.uit.niemand)
      : h<Action>(
          'div',
          null,
          leerlingen.length > MAX_PUPILS && paragraph(t.uit.van(t.getal(MAX_PUPILS), t.getal(leerlingen.length))),
          table(
            'v-wie',
            t.uit.wieKop,
            [{ head: t.uit.leerling }, { head: t.uit.klas }, { head: t.uit.term }, ...numeric([t.uit.deel, t.uit.gemist])],
            leerlingen
              .slice(0, MAX_PUPILS)
              .map(({ klas, leerling, promille, term, totaal }) => [leerling, klas, t.uit[term], share(t, promille), t.uren(totaal)]),
          ),
        ),
  );
}

export function monitorTab(t: Tekst, state: State): View[] {
  const monitor = state.uitkomst?.inzage.monitor;
  if (!monitor) return [];
  const { categorie } = state.kijk;
  return [
    lead(t.uit.monitorInleiding),
    paragraph(t.uit.vanTotEnMet(t.datum(monitor.van), t.datum(monitor.tot)), '. ', t.uit.haken),
    choices(t, state, monitor),
    bands(t, monitor, state),
    weeks(t, monitor, state),
    timetable(t, monitor, state),
    periods(t, monitor, state),
    subjects(t, monitor, categorie),
    firstMonths(t, monitor),
    pupils(t, monitor),
  ].filter((node): node is View => node !== undefined);
}
