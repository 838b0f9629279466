// The whole view: steps on top, one screen below.
import { veldId } from '../pad.js';
import type { Fout, Stap, State } from '../state.js';
import { STAPPEN, open } from '../state.js';
import type { Tekst } from '../text/nl.js';
import { h } from '../view/vnode.js';
import type { Action } from '../update.js';
import { bestandScherm } from './bestand.js';
import { codeId, codesScherm } from './codes.js';
import { type View, heading, mistakeText, paragraph } from './parts.js';
import { rekenBalk } from './rekenen.js';
import { schoolScherm } from './school.js';
import { uitkomstScherm } from './uitkomst.js';

const SCREENS: Record<Stap, (t: Tekst, state: State) => View[]> = {
  bestand: bestandScherm,
  codes: codesScherm,
  school: schoolScherm,
  uitkomst: uitkomstScherm,
};

const steps = (t: Tekst, state: State): View =>
  h<Action>(
    'nav',
    { class: 'vk-stappen', 'aria-label': t.stappen, key: 'stappen' },
    h<Action>(
      'ol',
      null,
      STAPPEN.map((stap, i) =>
        h<Action>(
          'li',
          { key: stap },
          h<Action>(
            'button',
            {
              class: 'vk-stap',
              'aria-current': stap === state.stap ? 'step' : undefined,
              disabled: stap !== state.stap && !open(state, stap),
              on: { click: { t: 'ga', stap } },
            },
            h<Action>('span', { class: 'nl-number-badge', 'aria-hidden': true }, i + 1),
            h<Action>('span', null, t[stap]),
          ),
        ),
      ),
    ),
  );

// Places in school.json that have a field on the page.
const EDITED = /^\/(school|kalender|opties|beleid)\/./;

function mistake(t: Tekst, state: State, fout: Fout): View {
  const { pad } = fout.plaats;
  if (pad !== undefined && EDITED.test(pad)) {
    const action: Action = { t: 'naar', id: veldId(pad) };
    return h<Action>('li', null, h<Action>('button', { class: 'vk-verwijzing', on: { click: action } }, mistakeText(t, fout)));
  }
  if (fout.code !== 'kies_betekenis') return h<Action>('li', null, mistakeText(t, fout));
  const code = fout.van ?? '';
  const text = `${t.betekenisVan(code)}: ${t.kiesBetekenisFout}`;
  const action: Action = { t: 'naar', id: codeId(state, code) };
  return h<Action>('li', null, h<Action>('button', { class: 'vk-verwijzing', on: { click: action } }, text));
}

const mistakes = (t: Tekst, state: State): View =>
  h<Action>(
    'div',
    {
      class: 'utrecht-alert utrecht-alert--error vk-fouten',
      id: 'v-fouten',
      role: 'alert',
      tabindex: -1,
      key: 'fouten',
    },
    h<Action>(
      'div',
      { class: 'utrecht-alert__content' },
      heading(2, t.foutenKop),
      h<Action>(
        'ul',
        { class: 'vk-opsomming' },
        state.fouten.map((fout) => mistake(t, state, fout)),
      ),
    ),
  );

const announced = (t: Tekst, state: State): string =>
  state.bezig
    ? t.rekenen
    : state.gemeld === 'gelezen'
      ? t.allesGelezen
      : state.gemeld === 'school_geladen'
        ? t.schoolGeladen
        : state.gemeld === 'rekenen_gestopt'
          ? t.rekenenGestopt
          : '';

export function app(t: Tekst, state: State): View[] {
  const status = h<Action>('p', { class: 'vk-verborgen', role: 'status', key: 'status' }, announced(t, state));
  if (!state.module) {
    return [status, h<Action>('main', { key: 'laden', class: 'vk-inhoud' }, heading(1, t.laden, { tabindex: -1 }))];
  }
  return [
    steps(t, state),
    status,
    h<Action>(
      'main',
      { class: 'vk-inhoud', key: state.stap },
      state.fouten.length > 0 && mistakes(t, state),
      state.bezig && state.stap !== 'school' && rekenBalk(t, state),
      SCREENS[state.stap](t, state),
    ),
    h<Action>(
      'footer',
      { class: 'vk-voet', key: 'voet' },
      paragraph(t.versie(state.module.versie, state.module.regelset)),
    ),
  ];
}
