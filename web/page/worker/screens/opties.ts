// The options of the rules: one field for each line of the module's own table.
import type { Optie, State } from '../state.js';
import type { Tekst } from '../text/nl.js';
import { h } from '../view/vnode.js';
import type { Action } from '../update.js';
import { type View, badge, dutch, heading, paragraph } from './parts.js';
import { getalVeld, keuzeVeld } from './velden.js';

const titel = (naam: string): string => naam.replaceAll('_', ' ');

function optie(t: Tekst, state: State, { naam, tekst, soort, waarden, standaard }: Optie): View {
  const gewoon = standaard[state.school.school.profiel ?? ''];
  const woord = (waarde: unknown): string =>
    waarde === true ? t.ja : waarde === false ? t.nee : typeof waarde === 'number' ? String(waarde) : titel(String(waarde));
  const veld = {
    pad: ['opties', naam],
    label: titel(naam),
    help: [dutch(tekst), gewoon === undefined ? '' : ` ${t.standaard(woord(gewoon))}`],
  };
  if (soort === 'getal') return getalVeld(state, veld);
  const values = soort === 'ja_nee' ? [true, false] : waarden;
  return keuzeVeld(state, {
    ...veld,
    choices: [
      { value: '', text: t.nietIngesteld },
      ...values.map((waarde) => ({ value: String(waarde), text: woord(waarde) })),
    ],
    waarde: (value) => (value === '' ? undefined : soort === 'ja_nee' ? value === 'true' : value),
  });
}

export function optiesKaart(t: Tekst, state: State): View {
  const mistaken = state.veldfouten.some(({ plaats }) => plaats.pad?.startsWith('/opties/'));
  const ingesteld = Object.keys((state.school.opties ?? {}) as object).length;
  return h<Action>(
    'section',
    { class: 'vk-kaart', key: 'opties', 'aria-labelledby': 'v-opties' },
    heading(2, t.optiesKop, { id: 'v-opties' }),
    paragraph(t.optiesUitleg),
    h<Action>(
      'details',
      {
        class: 'vk-uitklap',
        key: 'opties',
        open: state.optiesOpen || mistaken,
        on: { toggle: (event) => ({ t: 'opties_open', open: event.open === true }) },
      },
      h<Action>('summary', null, t.optiesTonen, ' ', ingesteld > 0 && badge(t.ingesteld(ingesteld))),
      h<Action>(
        'div',
        { class: 'vk-velden' },
        state.opties.map((row) => optie(t, state, row)),
      ),
    ),
  );
}
