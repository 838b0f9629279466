// Step 4: the outcome, in tabs.
import type { State, Tab } from '../state.js';
import { TABS, gelezen } from '../state.js';
import type { Tekst } from '../text/nl.js';
import { h } from '../view/vnode.js';
import type { Action } from '../update.js';
import { meldingenTab } from './meldingen.js';
import { privacyTab } from './privacy.js';
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
  buttons(button(t.bewaren, { t: 'bewaren' }, { kind: 'primary' })),
];

const CONTENT: Record<Tab, (t: Tekst, state: State) => View[]> = {
  meldingen: meldingenTab,
  regels: rowsTab,
  bewaren: saveTab,
  privacy: privacyTab,
};

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
      TABS.map((name) =>
        button(t.tabs[name], { t: 'tab', tab: name }, { kind: 'subtle', current: name === tab, key: name }),
      ),
    ),
    h<Action>('div', { key: tab }, CONTENT[tab](t, state)),
  ];
}
