// Step 4: the outcome, in tabs.
import type { State, Tab, Uitkomst } from '../state.js';
import { TABS, gelezen } from '../state.js';
import type { Tekst } from '../text/nl.js';
import { h } from '../view/vnode.js';
import type { Action } from '../update.js';
import { keuzehulpTab } from './keuzehulp.js';
import { leveringTab } from './levering.js';
import { meldingenTab } from './meldingen.js';
import { monitorTab } from './monitor.js';
import { privacyTab } from './privacy.js';
import { publicatieTab } from './publicatie.js';
import { signalenTab } from './signalen.js';
import { vergelijkTab } from './vergelijk.js';
import { verlofTab } from './verlof.js';
import { zelfcontroleTab } from './zelfcontrole.js';
import { type View, alert, button, buttons, exampleText, heading, lead, paragraph, screenHeading, table } from './parts.js';

function rowsTab(t: Tekst, state: State): View[] {
  const files = gelezen(state).flatMap(({ bron, beschrijving }) =>
    beschrijving ? [{ naam: bron.naam, ...beschrijving }] : [],
  );
  const total = (field: 'gelezen' | 'gebruikt' | 'afgewezen'): string =>
    t.getal(files.reduce((sum, file) => sum + file[field], 0));
  const problems = state.inspectie?.problemen ?? [];
  return [
    paragraph(t.regelsInleiding),
    table(
      'v-rijen',
      t.tabs.regels,
      [
        { head: t.bestandKolom },
        { head: t.gelezen, numeric: true },
        { head: t.gebruikt, numeric: true },
        { head: t.afgewezen, numeric: true },
      ],
      [
        ...files.map((file) => [file.naam, t.getal(file.gelezen), t.getal(file.gebruikt), t.getal(file.afgewezen)]),
        [t.samen, total('gelezen'), total('gebruikt'), total('afgewezen')],
      ],
    ),
    heading(2, t.problemenKop),
    problems.length === 0
      ? paragraph(t.geenProblemen)
      : table(
          'v-problemen',
          t.problemenUitleg,
          [{ head: t.reden }, { head: t.aantal, numeric: true }],
          problems.map(({ code, eerste, aantal }) => [eerste ? exampleText(t, eerste) : code, t.getal(aantal)]),
        ),
  ];
}

const saveTab = (t: Tekst, state: State): View[] => [
  paragraph(t.bewarenInleiding),
  table(
    'v-bestanden',
    t.gemaaktKop,
    [{ head: t.bestandKolom }, { head: t.grootte, numeric: true }],
    (state.uitkomst?.bestanden ?? []).map(({ naam, inhoud }) => [naam, t.omvang(inhoud.byteLength)]),
  ),
  buttons(
    button(t.bewaren, { t: 'bewaren', werkmappen: false }, { kind: 'primary' }),
    button(t.uit.bewarenExcel, { t: 'bewaren', werkmappen: true }),
  ),
];

const CONTENT: Record<Tab, (t: Tekst, state: State) => View[]> = {
  meldingen: meldingenTab,
  vergelijk: vergelijkTab,
  keuzehulp: keuzehulpTab,
  signalen: signalenTab,
  monitor: monitorTab,
  levering: leveringTab,
  publicatie: publicatieTab,
  verlof: verlofTab,
  zelfcontrole: zelfcontroleTab,
  regels: rowsTab,
  bewaren: saveTab,
  privacy: privacyTab,
};

// A tab without anything to show is not there: a school that the bill does not count has no levering.
function holds({ inzage }: Uitkomst, tab: Tab): boolean {
  if (tab === 'levering' || tab === 'publicatie') return inzage.leveringen.length > 0;
  if (tab === 'meldingen' || tab === 'vergelijk' || tab === 'regels' || tab === 'bewaren' || tab === 'privacy') return true;
  return inzage[tab] !== undefined;
}

export function uitkomstScherm(t: Tekst, state: State): View[] {
  const { uitkomst, tab } = state;
  if (!uitkomst) return [];
  return [
    h<Action>(
      'div',
      { class: 'vk-uitkomstkop' },
      screenHeading(t.aantalMeldingen(uitkomst.meldingen.length)),
      button(t.afdrukken, { t: 'afdrukken' }),
    ),
    lead(t.tot(t.datum(uitkomst.peildatum))),
    alert('info', paragraph(t.wetsvoorstel)),
    h<Action>(
      'nav',
      { class: 'vk-tabs', 'aria-label': t.onderdelen },
      TABS.filter((name) => holds(uitkomst, name)).map((name) =>
        button(t.tabs[name], { t: 'tab', tab: name }, { kind: 'subtle', current: name === tab, key: name }),
      ),
    ),
    h<Action>('div', { key: tab }, CONTENT[tab](t, state)),
  ];
}
