// Step 2: what was recognised, and what each reason code means.
import type { Beschrijving, Code, Invoer, State } from '../state.js';
import { gelezen, klasseVan, onbeslist } from '../state.js';
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
  facts,
  heading,
  lead,
  paragraph,
  screenHeading,
  select,
  table,
  word,
} from './parts.js';

const PREVIEW_ROWS = 5;

// The id of the select of a code: codes hold any character, so their place stands for them.
export const codeId = (state: State, code: string): string =>
  `v-code-${(state.inspectie?.codes ?? []).findIndex((known) => known.code === code)}`;

function columns(t: Tekst, id: string, { kolommen }: Beschrijving): View {
  return table(
    id,
    t.kolommen,
    [{ head: t.kolom }, { head: t.gelezenAls }, { head: t.datumnotatie }],
    kolommen.map(({ naam, veld, datum }) => [naam, veld || t.nietGebruikt, datum]),
  );
}

function preview(id: string, t: Tekst, { kolommen, voorbeeld }: Beschrijving): View {
  const rows = voorbeeld.slice(0, PREVIEW_ROWS);
  return table(
    id,
    t.voorbeeldRijen(rows.length),
    kolommen.map(({ naam }) => ({ head: naam })),
    rows,
  );
}

function fileCard(t: Tekst, { bron, beschrijving, sleutel }: Invoer): View | undefined {
  if (!beschrijving) return undefined;
  return h<Action>(
    'section',
    { class: 'vk-kaart', key: String(sleutel), 'aria-labelledby': `v-bestand-${sleutel}` },
    heading(2, bron.naam, { id: `v-bestand-${sleutel}` }),
    h<Action>('p', { class: 'nl-paragraph' }, badge(t.herkend(beschrijving.profiel))),
    facts([
      [t.profielBron, beschrijving.profielBron],
      [t.codering, beschrijving.codering],
      [t.scheidingsteken, beschrijving.scheidingsteken],
      [t.kopregel, beschrijving.kopregel === 0 ? t.geenKopregel : t.inRegel(beschrijving.kopregel)],
    ]),
    columns(t, `v-kolommen-${sleutel}`, beschrijving),
    beschrijving.voorbeeld.length > 0 && preview(`v-voorbeeld-${sleutel}`, t, beschrijving),
  );
}

// Rows without a code have a meaning of their own, which the status of the row gives: nothing to choose.
const withoutCode = (t: Tekst, { aantal, klasse = '' }: Code): View =>
  h<Action>(
    'li',
    { key: `zonder ${klasse}`, class: 'vk-code' },
    h<Action>('span', { class: 'vk-codenaam' }, t.zonderCode),
    h<Action>('span', { class: 'vk-stil' }, `${t.getal(aantal)} ×`),
    h<Action>('span', null, word(t.klassen, klasse)),
  );

function codeRow(t: Tekst, state: State, code: Code): View {
  if (code.code === '') return withoutCode(t, code);
  const id = codeId(state, code.code);
  const klasse = klasseVan(state, code);
  const missing = klasse === '';
  return h<Action>(
    'li',
    { key: `code ${code.code}`, class: missing ? 'vk-code vk-code--open' : 'vk-code' },
    h<Action>(
      'label',
      { for: id, class: 'utrecht-form-label vk-codenaam' },
      h<Action>('span', { class: 'vk-verborgen' }, `${t.betekenis} `),
      code.code,
    ),
    h<Action>('span', { class: 'vk-stil' }, `${t.getal(code.aantal)} ×`),
    select(
      id,
      klasse,
      [...(missing ? [{ value: '', text: t.kiesBetekenis }] : []), ...choicesOf(t.klassen)],
      (value) => ({ t: 'code', code: code.code, klasse: value }),
      { 'aria-invalid': missing ? 'true' : undefined, 'aria-describedby': missing ? `${id}-fout` : undefined },
    ),
    missing && h<Action>('p', { class: 'vk-veldfout', id: `${id}-fout` }, t.kiesBetekenisFout),
  );
}

export function codesScherm(t: Tekst, state: State): View[] {
  const codes = state.inspectie?.codes ?? [];
  const open = onbeslist(state).length;
  return [
    screenHeading(t.codes),
    lead(t.codesInleiding),
    h<Action>(
      'section',
      { class: 'vk-kaart', key: 'codes', 'aria-labelledby': 'v-codes' },
      heading(2, t.codesKop, { id: 'v-codes' }),
      codes.length === 0 && paragraph(t.geenCodes),
      open > 0 && alert('warning', paragraph(t.codesTeDoen(open))),
      h<Action>(
        'ul',
        { class: 'vk-lijst' },
        codes.map((code) => codeRow(t, state, code)),
      ),
    ),
    ...gelezen(state).map((invoer) => fileCard(t, invoer)),
    h<Action>(
      'div',
      { key: 'verder' },
      buttons(
        button(t.verder, { t: 'codes_klaar' }, { kind: 'primary' }),
        button(t.terug, { t: 'ga', stap: 'bestand' }),
      ),
    ),
  ].filter((node): node is View => node !== undefined);
}
