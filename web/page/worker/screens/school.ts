// Step 3: which school this is, and when there are no lessons.
import type { State } from '../state.js';
import type { Tekst } from '../text/nl.js';
import { h } from '../view/vnode.js';
import type { Action } from '../update.js';
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

function schoolCard(t: Tekst, { school }: State): View {
  const text = (veld: string, label: string, maxlength: number, help?: string): View =>
    textField({
      id: `v-school-${veld}`,
      label,
      value: school.school[veld] ?? '',
      maxlength,
      ...(help === undefined ? {} : { help }),
      changed: (waarde) => ({ t: 'school', veld, waarde }),
    });
  return card(
    heading(2, t.schoolKop),
    selectField({
      id: 'v-profiel',
      label: t.profiel,
      value: school.school.profiel ?? '',
      choices: choicesOf(t.profielen),
      changed: (waarde) => ({ t: 'school', veld: 'profiel', waarde }),
    }),
    text('naam', t.naam, 100),
    h<Action>('div', { class: 'vk-naast' }, text('brin', t.brin, 4, t.brinUitleg), text('vestiging', t.vestiging, 4)),
  );
}

function calendarCard(t: Tekst, state: State): View {
  const { kalender } = state.school;
  const days = kalender.lesvrij ?? [];
  return card(
    heading(2, t.kalenderKop),
    h<Action>(
      'div',
      { class: 'vk-naast' },
      selectField({
        id: 'v-regio',
        label: t.regio,
        value: kalender.regio ?? '',
        choices: choicesOf(t.regios),
        changed: (waarde) => ({ t: 'regio', waarde }),
      }),
      textField({
        id: 'v-peildatum',
        label: t.peildatum,
        help: t.peildatumUitleg,
        type: 'date',
        value: state.peildatum,
        changed: (waarde) => ({ t: 'peildatum', waarde }),
      }),
    ),
    heading(3, t.lesvrijKop),
    paragraph(t.lesvrijUitleg),
    days.length > 0 &&
      h<Action>(
        'ul',
        { class: 'vk-dagen' },
        days.map((iso) =>
          h<Action>(
            'li',
            { key: iso },
            h<Action>('span', null, t.dag(iso)),
            button(t.verwijder, { t: 'dag_eraf', dag: iso }, { kind: 'subtle', label: t.haalWeg(t.dag(iso)) }),
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

export const schoolScherm = (t: Tekst, state: State): View[] => [
  screenHeading(t.school),
  lead(t.schoolInleiding),
  schoolCard(t, state),
  calendarCard(t, state),
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
    state.bezig && paragraph(t.rekenen),
    buttons(
      button(t.bereken, { t: 'bereken' }, { kind: 'primary', disabled: state.bezig }),
      button(t.terug, { t: 'ga', stap: 'codes' }),
    ),
  ),
];
