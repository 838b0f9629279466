// The list of meldingen, each with a why-line that opens into days, lessons, article and points to weigh.
import type { Melding, MeldingRegel, State } from '../state.js';
import { gefilterd, meldingSleutel } from '../state.js';
import type { Tekst } from '../text/nl.js';
import { h } from '../view/vnode.js';
import type { Action } from '../update.js';
import {
  type View,
  alert,
  badge,
  button,
  buttons,
  choicesOf,
  dutch,
  facts,
  heading,
  paragraph,
  selectField,
  table,
  textField,
  word,
} from './parts.js';

// Lessons of the same day together, in the order they came.
function byDay(regels: readonly MeldingRegel[]): [string, MeldingRegel[]][] {
  const days = new Map<string, MeldingRegel[]>();
  for (const regel of regels) {
    const day = days.get(regel.datum);
    if (day) day.push(regel);
    else days.set(regel.datum, [regel]);
  }
  return [...days];
}

const sum = (regels: readonly MeldingRegel[]): number => regels.reduce((total, { minuten }) => total + minuten, 0);
const lesuren = (t: Tekst, regels: readonly MeldingRegel[]): string =>
  regels.flatMap(({ lesuur }) => (lesuur === undefined ? [] : [t.lesuur(lesuur)])).join(', ');
const rijen = (regels: readonly MeldingRegel[]): string => {
  const files = new Map<string, number[]>();
  for (const { bestand, regel } of regels) files.set(bestand, [...(files.get(bestand) ?? []), regel]);
  return [...files].map(([bestand, numbers]) => `${bestand}: ${numbers.join(', ')}`).join('; ');
};

function why(t: Tekst, melding: Melding, id: string): View {
  const { grond } = melding;
  const days = byDay(melding.regels);
  return h<Action>(
    'div',
    { class: 'vk-waarom', id },
    paragraph(
      t.uitleg(melding.regels.length, days.length, t.uren(melding.minuten)),
      ' ',
      t.plicht(t.datum(melding.meldbaarVanaf)),
    ),
    melding.letOp.length > 0 &&
      alert(
        'warning',
        heading(3, t.letOp, {}, 4),
        h<Action>(
          'ul',
          { class: 'vk-opsomming' },
          melding.letOp.map((text) => h<Action>('li', null, dutch(text))),
        ),
      ),
    facts([
      [
        t.grond,
        t.grondTekst(grond.artikel, word(t.basis, grond.basis), t.datum(grond.geldigVanaf), grond.bron),
      ],
    ]),
    table(
      `${id}-dagen`,
      t.lessenKop,
      [{ head: t.dagKop }, { head: t.lesuren }, { head: t.minuten }, { head: t.rijen }],
      days.map(([iso, regels]) => [t.dag(iso), lesuren(t, regels), t.uren(sum(regels)), rijen(regels)]),
    ),
  );
}

function row(t: Tekst, state: State, melding: Melding, place: number): View {
  const sleutel = meldingSleutel(melding);
  const open = state.open.has(sleutel);
  const id = `v-waarom-${place}`;
  const soort = word(t.soorten, melding.soort);
  const periode =
    melding.einddatum === undefined
      ? t.vanLoopt(t.datum(melding.begindatum))
      : t.vanTot(t.datum(melding.begindatum), t.datum(melding.einddatum));
  return h<Action>(
    'li',
    { key: sleutel, class: 'vk-melding' },
    h<Action>(
      'div',
      { class: 'vk-meldingkop' },
      heading(2, t.leerling(melding.leerling), {}, 3),
      badge(soort),
      melding.volgnummer > 1 && h<Action>('span', { class: 'vk-stil' }, t.vervolg(melding.volgnummer)),
    ),
    h<Action>(
      'dl',
      { class: 'vk-meldingfeiten' },
      h<Action>('div', null, h<Action>('dt', null, t.periode), h<Action>('dd', null, periode)),
      h<Action>(
        'div',
        null,
        h<Action>('dt', null, t.uiterlijk),
        h<Action>('dd', null, h<Action>('strong', null, t.datum(melding.uitersteDatum))),
      ),
      h<Action>('div', null, h<Action>('dt', null, t.telt), h<Action>('dd', null, t.uren(melding.minuten))),
    ),
    button(
      t.waarom,
      { t: 'waarom', sleutel },
      {
        kind: 'subtle',
        label: t.waaromVan(melding.leerling, soort),
        expanded: open,
        controls: open ? id : undefined,
      },
    ),
    open && why(t, melding, id),
  );
}

export function meldingenTab(t: Tekst, state: State): View[] {
  const all = state.uitkomst?.meldingen ?? [];
  if (all.length === 0) return [alert('ok', paragraph(t.geenMeldingen))];
  const shown = gefilterd(state);
  const soorten = Object.fromEntries(
    Object.entries(t.soorten).filter(([soort]) => all.some((melding) => melding.soort === soort)),
  );
  const { filter } = state;
  return [
    h<Action>(
      'div',
      { class: 'vk-naast vk-nietafdrukken', key: 'filter' },
      selectField({
        id: 'v-soort',
        label: t.soort,
        value: filter.soort,
        choices: [{ value: '', text: t.alleSoorten }, ...choicesOf(soorten)],
        changed: (soort) => ({ t: 'filter', filter: { soort } }),
      }),
      textField({
        id: 'v-leerling',
        label: t.zoekLeerling,
        type: 'search',
        value: filter.leerling,
        maxlength: 40,
        changed: (leerling) => ({ t: 'filter', filter: { leerling } }),
      }),
      selectField({
        id: 'v-orde',
        label: t.orde,
        value: filter.orde,
        choices: choicesOf(t.ordes),
        changed: (orde) => ({ t: 'filter', filter: { orde: orde === 'leerling' ? 'leerling' : 'termijn' } }),
      }),
    ),
    h<Action>(
      'p',
      { class: 'vk-stil', role: 'status', key: 'aantal' },
      shown.length === 0 ? t.nietsBijFilter : t.getoond(Math.min(state.getoond, shown.length), shown.length),
    ),
    h<Action>(
      'ul',
      { class: 'vk-lijst', key: 'meldingen' },
      shown.slice(0, state.getoond).map((melding, i) => row(t, state, melding, i)),
    ),
    ...(shown.length > state.getoond
      ? [
          h<Action>(
            'div',
            { key: 'meer' },
            buttons(button(t.toonMeer(Math.min(100, shown.length - state.getoond)), { t: 'meer' })),
          ),
        ]
      : []),
  ];
}
