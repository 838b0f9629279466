// The list of meldingen, each with a why-line that opens into days, lessons, article and points to weigh.
import type { Gebeurtenis } from '../protocol.js';
import type { Filter, Melding, MeldingRegel, State } from '../state.js';
import { gefilterd, meldingSleutel } from '../state.js';
import type { Tekst } from '../text/nl.js';
import { h } from '../view/vnode.js';
import type { Action } from '../update.js';
import { langeLijst, rijKnop, rijNa } from './lijst.js';
import {
  type Choice,
  type Kids,
  type View,
  alert,
  badge,
  button,
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
import { tijdlijn } from './tijdlijn.js';
import { verzuimlijn } from './verzuimlijn.js';

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

// Points to weigh that say what another reading of the law would give.
const ANDERE_LEZING = new Set(['venster_w1', 'venster_w2', 'klokuur', 'lesuur']);

const points = (items: Melding['letOp']): View =>
  h<Action>(
    'ul',
    { class: 'vk-opsomming' },
    items.map(({ bericht }) => h<Action>('li', null, dutch(bericht))),
  );

function why(t: Tekst, state: State, melding: Melding, id: string): View {
  const { grond } = melding;
  const days = byDay(melding.regels);
  const letOp = melding.letOp.filter(({ code }) => !ANDERE_LEZING.has(code));
  const lezing = melding.letOp.filter(({ code }) => ANDERE_LEZING.has(code));
  const eigen = (state.uitkomst?.meldingen ?? []).filter(({ leerling }) => leerling === melding.leerling);
  return h<Action>(
    'div',
    { class: 'vk-waarom', id },
    paragraph(
      t.uitleg(melding.regels.length, days.length, t.uren(melding.minuten)),
      ' ',
      t.plicht(t.datum(melding.meldbaarVanaf)),
    ),
    letOp.length > 0 && alert('warning', heading(3, t.letOp, {}, 4), points(letOp)),
    lezing.length > 0 &&
      alert('info', heading(3, t.andereLezing, {}, 4), points(lezing), paragraph(t.andereLezingUitleg)),
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
    tijdlijn(t, id, eigen),
    verzuimlijn(t, id, melding.leerling, state.uitkomst?.inzage.keuzehulp, 3),
  );
}

const LIJST = 'v-meldingen';

const periodeVan = (t: Tekst, { begindatum, einddatum }: Melding): string =>
  einddatum === undefined ? t.vanLoopt(t.datum(begindatum)) : t.vanTot(t.datum(begindatum), t.datum(einddatum));

function row(t: Tekst, state: State, melding: Melding, place: number, aantal: number): Kids {
  const sleutel = meldingSleutel(melding);
  const open = state.open.has(sleutel);
  const id = `v-waarom-${place}`;
  const soort = word(t.soorten, melding.soort);
  const keydown = ({ toets }: Gebeurtenis): Action | undefined => {
    const naar = rijNa(toets, place, aantal);
    return naar === undefined ? undefined : { t: 'naar_rij', place: naar, id: rijKnop(LIJST, naar) };
  };
  return [
    h<Action>(
      'div',
      { class: 'vk-meldingkop' },
      heading(2, t.leerling(melding.leerling), {}, 3),
      badge(soort),
      melding.klas !== '' && h<Action>('span', { class: 'vk-stil' }, t.inKlas(melding.klas)),
      melding.volgnummer > 1 && h<Action>('span', { class: 'vk-stil' }, t.vervolg(melding.volgnummer)),
    ),
    h<Action>(
      'dl',
      { class: 'vk-meldingfeiten' },
      h<Action>('div', null, h<Action>('dt', null, t.periode), h<Action>('dd', null, periodeVan(t, melding))),
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
        id: rijKnop(LIJST, place),
        label: t.waaromVan(melding.leerling, soort),
        expanded: open,
        controls: open ? id : undefined,
        keydown,
      },
    ),
    open && why(t, state, melding, id),
  ];
}

// The values of a field that occur, in the order that a person expects (2 before 10).
const valuesOf = (meldingen: readonly Melding[], field: 'klas' | 'leerjaar'): string[] =>
  [...new Set(meldingen.map((melding) => melding[field]))]
    .filter((value) => value !== '')
    .sort((a, b) => a.localeCompare(b, 'nl', { numeric: true }));

function filters(t: Tekst, state: State, all: readonly Melding[]): View {
  const { filter } = state;
  const change = (values: Partial<Filter>): Action => ({ t: 'filter', filter: values });
  const choose = (id: string, label: string, veld: 'soort' | 'klas' | 'leerjaar', choices: readonly Choice[], alle: string) =>
    choices.length > 0 &&
    selectField({
      id,
      label,
      value: filter[veld],
      choices: [{ value: '', text: alle }, ...choices],
      changed: (value) => change({ [veld]: value }),
    });
  const asChoices = (values: readonly string[]): Choice[] => values.map((value) => ({ value, text: value }));
  const soorten = choicesOf(t.soorten).filter(({ value }) => all.some(({ soort }) => soort === value));
  return h<Action>(
    'fieldset',
    { class: 'vk-naast vk-filter vk-nietafdrukken', key: 'filter' },
    h<Action>('legend', { class: 'vk-verborgen' }, t.filterKop),
    choose('v-soort', t.soort, 'soort', soorten, t.alleSoorten),
    choose('v-klas', t.klas, 'klas', asChoices(valuesOf(all, 'klas')), t.alleKlassen),
    choose('v-leerjaar', t.leerjaar, 'leerjaar', asChoices(valuesOf(all, 'leerjaar')), t.alleLeerjaren),
    textField({
      id: 'v-uiterlijk',
      label: t.uiterlijkTot,
      type: 'date',
      value: filter.uiterlijk,
      changed: (uiterlijk) => change({ uiterlijk }),
    }),
    textField({
      id: 'v-leerling',
      label: t.zoekLeerling,
      type: 'search',
      value: filter.leerling,
      maxlength: 40,
      changed: (leerling) => change({ leerling }),
    }),
    selectField({
      id: 'v-orde',
      label: t.orde,
      value: filter.orde,
      choices: choicesOf(t.ordes),
      changed: (orde) => change({ orde: orde === 'leerling' ? 'leerling' : 'termijn' }),
    }),
  );
}

// So many rows are put on paper: beyond that nobody reads them, and the kernel refuses that many elements.
const OP_PAPIER = 5000;

// The list as paper has it: all of it, as one table, then the why-lines that are open. Only there while printing.
function onPaper(t: Tekst, state: State, shown: readonly Melding[]): View {
  return h<Action>(
    'div',
    { class: 'vk-alleenafdrukken', key: 'papier' },
    shown.length > OP_PAPIER && paragraph(t.afdrukDeel(OP_PAPIER, shown.length)),
    table(
      'v-papier',
      t.afdrukKop,
      [{ head: t.leerlingKop }, { head: t.soort }, { head: t.periode }, { head: t.uiterlijk }, { head: t.telt }],
      shown
        .slice(0, OP_PAPIER)
        .map((melding) => [
          [melding.leerling, melding.klas !== '' && ` (${t.inKlas(melding.klas)})`],
          word(t.soorten, melding.soort),
          periodeVan(t, melding),
          t.datum(melding.uitersteDatum),
          t.uren(melding.minuten),
        ]),
    ),
    shown
      .filter((melding) => state.open.has(meldingSleutel(melding)))
      .map((melding, i) => [
        heading(2, `${t.leerling(melding.leerling)}: ${word(t.soorten, melding.soort)}`),
        why(t, state, melding, `v-papier-${i}`),
      ]),
  );
}

export function meldingenTab(t: Tekst, state: State): View[] {
  const all = state.uitkomst?.meldingen ?? [];
  if (all.length === 0) return [alert('ok', paragraph(t.geenMeldingen))];
  const shown = gefilterd(state);
  return [
    filters(t, state, all),
    h<Action>(
      'p',
      { class: 'vk-stil', role: 'status', key: 'aantal' },
      shown.length === 0 ? t.nietsBijFilter : t.getoond(shown.length, all.length),
    ),
    ...(state.afdruk ? [onPaper(t, state, shown)] : []),
    ...(shown.length === 0
      ? []
      : [
          langeLijst<Melding>({
            id: LIJST,
            items: shown,
            sleutel: meldingSleutel,
            venster: state.venster,
            focus: state.rij,
            kind: 'vk-melding',
            rij: (melding, place) => row(t, state, melding, place, shown.length),
            meting: ({ boven = 0, lengte = 0, beeld = 0 }) => ({ t: 'schuif', meting: { boven, lengte, beeld } }),
            gefocust: (sleutel) => ({ t: 'rij', sleutel }),
          }),
        ]),
  ];
}
