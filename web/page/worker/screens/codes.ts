// Step 2: what was recognised, and what each reason code means.
import type { Code, State } from '../state.js';
import { klasseVan, leest, onbeslist, open } from '../state.js';
import type { Tekst } from '../text/nl.js';
import { h } from '../view/vnode.js';
import type { Action } from '../update.js';
import { gekozenBestanden } from './bestand.js';
import { bestandKaart } from './kolommen.js';
import {
  type View,
  alert,
  button,
  buttons,
  choicesOf,
  heading,
  lead,
  paragraph,
  screenHeading,
  select,
  word,
} from './parts.js';

// The id of the select of a code: codes hold any character, so their place stands for them.
export const codeId = (state: State, code: string): string =>
  `v-code-${(state.inspectie?.codes ?? []).findIndex((known) => known.code === code)}`;

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
  const undecided = onbeslist(state).length;
  return [
    screenHeading(t.codes),
    lead(t.codesInleiding),
    h<Action>(
      'section',
      { class: 'vk-kaart', key: 'codes', 'aria-labelledby': 'v-codes' },
      heading(2, t.codesKop, { id: 'v-codes' }),
      codes.length === 0 && paragraph(t.geenCodes),
      undecided > 0 && alert('warning', paragraph(t.codesTeDoen(undecided))),
      h<Action>(
        'ul',
        { class: 'vk-lijst' },
        codes.map((code) => codeRow(t, state, code)),
      ),
    ),
    leest(state) && gekozenBestanden(t, state),
    ...state.invoer.map((invoer) => bestandKaart(t, state, invoer)),
    h<Action>(
      'div',
      { key: 'verder' },
      buttons(
        button(t.verder, { t: 'codes_klaar' }, { kind: 'primary', disabled: !open(state, 'school') }),
        button(t.terug, { t: 'ga', stap: 'bestand' }),
      ),
    ),
  ].filter((node): node is View => Boolean(node));
}
