// Step 3: which school this is, when there are no lessons, and what the school chose where the law leaves a choice.
import type { State } from '../state.js';
import type { Tekst } from '../text/nl.js';
import { h } from '../view/vnode.js';
import type { Action } from '../update.js';
import { beleidKaart } from './beleid.js';
import { optiesKaart } from './opties.js';
import {
  type View,
  alert,
  button,
  buttons,
  card,
  choicesOf,
  fileButton,
  heading,
  lead,
  paragraph,
  screenHeading,
  selectField,
  textField,
} from './parts.js';
import { rekenBalk } from './rekenen.js';
import { keuzeVeld, tekstVeld } from './velden.js';

const schoolCard = (t: Tekst, state: State): View =>
  card(
    heading(2, t.schoolKop),
    keuzeVeld(state, { pad: ['school', 'profiel'], label: t.profiel, choices: choicesOf(t.profielen) }),
    tekstVeld(state, { pad: ['school', 'naam'], label: t.naam, maxlength: 100 }),
    h<Action>(
      'div',
      { class: 'vk-naast' },
      tekstVeld(state, { pad: ['school', 'brin'], label: t.brin, help: t.brinUitleg, maxlength: 4 }),
      tekstVeld(state, { pad: ['school', 'vestiging'], label: t.vestiging, maxlength: 4 }),
    ),
  );

const VAKANTIES = ['kalender', 'vakanties'] as const;
const NIEUWE_VAKANTIE = { van: '', tot: '' };

// Own vacations take the place of the region's, so it is either the one or the other.
function vacations(t: Tekst, state: State): View {
  const own = state.school.kalender.vakanties;
  const last = own ? own.length - 1 : 0;
  const fields = (i: number): View =>
    h<Action>(
      'li',
      { key: String(i), class: 'vk-naast vk-naast--knop' },
      tekstVeld(state, { pad: [...VAKANTIES, i, 'naam'], label: t.vakantieNaam(i + 1), maxlength: 60 }),
      tekstVeld(state, { pad: [...VAKANTIES, i, 'van'], label: t.eersteDag, type: 'date' }),
      tekstVeld(state, { pad: [...VAKANTIES, i, 'tot'], label: t.laatsteDag, type: 'date' }),
      button(
        t.verwijder,
        // Without a single one, those of the region count again.
        { t: 'zet', pad: last === 0 ? VAKANTIES : [...VAKANTIES, i], waarde: undefined, focus: 'v-vakanties' },
        { kind: 'subtle', label: t.haalWeg(t.vakantieNaam(i + 1)) },
      ),
    );
  return h<Action>(
    'div',
    { key: 'vakanties' },
    selectField({
      id: 'v-vakanties',
      label: t.vakanties,
      value: own ? 'eigen' : 'regio',
      choices: choicesOf(t.vakantieKeuzes),
      changed: (value) => ({ t: 'zet', pad: VAKANTIES, waarde: value === 'eigen' ? [NIEUWE_VAKANTIE] : undefined }),
    }),
    own && paragraph(t.vakantiesUitleg),
    own && h<Action>('ul', { class: 'vk-lijst' }, own.map((_, i) => fields(i))),
    own &&
      buttons(
        button(t.vakantieErbij, {
          t: 'zet',
          pad: [...VAKANTIES, last + 1],
          waarde: NIEUWE_VAKANTIE,
          focus: `v-kalender-vakanties-${last + 1}-naam`,
        }),
      ),
  );
}

function freeDays(t: Tekst, state: State): View {
  const days = state.school.kalender.lesvrij ?? [];
  return h<Action>(
    'div',
    { key: 'lesvrij' },
    heading(3, t.lesvrijKop),
    paragraph(t.lesvrijUitleg),
    days.length > 0 &&
      h<Action>(
        'ul',
        { class: 'vk-dagen' },
        days.map((iso, i) =>
          h<Action>(
            'li',
            { key: iso },
            h<Action>('span', null, t.dag(iso)),
            button(
              t.verwijder,
              { t: 'zet', pad: ['kalender', 'lesvrij', i], waarde: undefined, focus: 'v-nieuwe-dag' },
              { kind: 'subtle', label: t.haalWeg(t.dag(iso)) },
            ),
          ),
        ),
      ),
    h<Action>(
      'div',
      { class: 'vk-naast vk-naast--knop' },
      textField({
        id: 'v-nieuwe-dag',
        label: t.nieuweDag,
        type: 'date',
        value: state.nieuweDag,
        changed: (waarde) => ({ t: 'nieuwe_dag', waarde }),
      }),
      button(t.voegToe, { t: 'dag_erbij' }),
    ),
  );
}

const calendarCard = (t: Tekst, state: State): View =>
  card(
    heading(2, t.kalenderKop),
    h<Action>(
      'div',
      { class: 'vk-naast' },
      keuzeVeld(state, { pad: ['kalender', 'regio'], label: t.regio, choices: choicesOf(t.regios) }),
      textField({
        id: 'v-peildatum',
        label: t.peildatum,
        help: t.peildatumUitleg,
        type: 'date',
        value: state.peildatum,
        changed: (waarde) => ({ t: 'peildatum', waarde }),
      }),
    ),
    vacations(t, state),
    freeDays(t, state),
  );

export const schoolScherm = (t: Tekst, state: State): View[] => [
  screenHeading(t.school),
  lead(t.schoolInleiding),
  schoolCard(t, state),
  calendarCard(t, state),
  beleidKaart(t, state),
  optiesKaart(t, state),
  card(
    heading(2, t.schoolBestandKop),
    paragraph(t.schoolBestandUitleg),
    state.gemeld === 'school_geladen' && alert('ok', paragraph(t.schoolGeladen)),
    buttons(
      fileButton('v-school-json', t.schoolLaden, '.json', false, ([file]) => ({ t: 'school_laden', bestand: file! })),
      button(t.schoolBewaren, { t: 'school_bewaren' }),
    ),
  ),
  h<Action>(
    'div',
    { key: 'verder' },
    state.bezig && rekenBalk(t, state),
    buttons(
      button(t.bereken, { t: 'bereken' }, { kind: 'primary', disabled: state.bezig }),
      button(t.terug, { t: 'ga', stap: 'codes' }),
    ),
  ),
];
