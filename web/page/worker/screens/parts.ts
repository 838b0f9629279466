// The small pieces that screens are made of: names of classes and ARIA live here, once.
import type { Fout } from '../state.js';
import type { Tekst } from '../text/nl.js';
import { type Child, type Elem, type Handlers, h } from '../view/vnode.js';
import type { Action } from '../update.js';

export type View = Elem<Action>;
export type Kids = Child<Action>;

// `look` is how large it looks, where that differs from its place in the order of headings.
export const heading = (
  level: 1 | 2 | 3 | 4,
  text: Kids,
  props: Record<string, string | number> = {},
  look: 1 | 2 | 3 | 4 = level,
): View => h<Action>(`h${level}`, { class: `nl-heading nl-heading--level-${look}`, ...props }, text);

// The one heading that takes focus when a screen opens.
export const screenHeading = (text: string): View => heading(1, text, { id: 'v-kop', tabindex: -1 });

export const paragraph = (...kids: Kids[]): View => h<Action>('p', { class: 'nl-paragraph' }, ...kids);
export const lead = (...kids: Kids[]): View => h<Action>('p', { class: 'nl-paragraph nl-paragraph--lead' }, ...kids);

interface ButtonProps {
  kind?: 'primary' | 'secondary' | 'subtle';
  label?: string;
  expanded?: boolean;
  controls?: string | undefined;
  current?: boolean;
  disabled?: boolean;
  id?: string;
  key?: string;
  keydown?: Handlers<Action>['keydown'];
}
export function button(text: Kids, action: Action, props: ButtonProps = {}): View {
  const { kind = 'secondary', label, expanded, controls, current, disabled, id, key, keydown } = props;
  return h<Action>(
    'button',
    {
      class: `nl-button nl-button--${kind}`,
      'aria-label': label,
      'aria-expanded': expanded,
      'aria-controls': controls,
      'aria-current': current ? 'true' : undefined,
      disabled,
      id,
      ...(key === undefined ? {} : { key }),
      on: { click: action, ...(keydown ? { keydown } : {}) },
    },
    text,
  );
}

export const buttons = (...kids: Kids[]): View => h<Action>('div', { class: 'vk-knoppen' }, ...kids);

export type AlertKind = 'info' | 'ok' | 'warning' | 'error';
export const alert = (kind: AlertKind, ...kids: Kids[]): View =>
  h<Action>(
    'div',
    { class: `utrecht-alert utrecht-alert--${kind}` },
    h<Action>(
      'div',
      { class: 'utrecht-alert__content' },
      h<Action>('div', { class: 'utrecht-alert__message' }, ...kids),
    ),
  );

export const badge = (text: string): View => h<Action>('span', { class: 'nl-data-badge' }, text);
export const card = (...kids: Kids[]): View => h<Action>('section', { class: 'vk-kaart' }, ...kids);

export interface FieldProps {
  id: string;
  label: string;
  help?: Kids;
  error?: Kids;
}
type Described = Record<'aria-describedby' | 'aria-invalid', string | undefined>;

export function field({ id, label, help, error }: FieldProps, control: (described: Described) => View): View {
  const described = {
    'aria-describedby': [help && `${id}-uitleg`, error && `${id}-fout`].filter(Boolean).join(' ') || undefined,
    'aria-invalid': error ? 'true' : undefined,
  };
  return h<Action>(
    'div',
    { class: error ? 'utrecht-form-field utrecht-form-field--invalid' : 'utrecht-form-field' },
    h<Action>(
      'div',
      { class: 'utrecht-form-field__label' },
      h<Action>('label', { class: 'utrecht-form-label', for: id }, label),
    ),
    help &&
      h<Action>(
        'div',
        { class: 'utrecht-form-field__description utrecht-form-field-description', id: `${id}-uitleg` },
        help,
      ),
    error && h<Action>('div', { class: 'vk-veldfout', id: `${id}-fout` }, error),
    h<Action>('div', { class: 'utrecht-form-field__input' }, control(described)),
  );
}

export function textField(
  props: FieldProps & {
    value: string;
    type?: 'text' | 'date' | 'search';
    inputmode?: 'numeric';
    maxlength?: number;
    changed: (value: string) => Action;
  },
): View {
  const { id, value, type = 'text', inputmode, maxlength, changed } = props;
  const on: Handlers<Action> = { input: (event) => changed(event.waarde ?? '') };
  return field(props, (described) =>
    h<Action>('input', {
      class: 'utrecht-textbox utrecht-textbox--html-input',
      id,
      type,
      value,
      inputmode,
      maxlength,
      ...described,
      on,
    }),
  );
}

export interface Choice {
  value: string;
  text: string;
}
export function select(
  id: string,
  value: string,
  choices: readonly Choice[],
  changed: (value: string) => Action,
  props: Record<string, string | boolean | undefined> = {},
): View {
  return h<Action>(
    'select',
    {
      class: 'utrecht-select utrecht-select--html-select',
      id,
      value,
      ...props,
      on: { change: (event) => changed(event.waarde ?? '') },
    },
    choices.map((choice) => h<Action>('option', { key: choice.value, value: choice.value }, choice.text)),
  );
}
export const selectField = (
  props: FieldProps & { value: string; choices: readonly Choice[]; changed: (value: string) => Action },
): View =>
  field(props, (described) => select(props.id, props.value, props.choices, props.changed, described));

// The word for a value of the wire; a value without a word stands for itself.
export const word = (table: Readonly<Record<string, string>>, value: string): string => table[value] ?? value;

// A sentence of the rule module or of the law: Dutch, also on an English page.
export const dutch = (text: string): View => h<Action>('span', { lang: 'nl' }, text);

const placeOf = (t: Tekst, { bestand, regel, kolom, pad }: Fout['plaats']): string =>
  [bestand, regel && t.inRegel(regel), kolom && t.inKolom(kolom), pad].filter(Boolean).join(', ');

// A mistake as a person reads it: where, and what to do.
export function mistakeText(t: Tekst, { code, plaats, bericht, van = '' }: Fout): Kids[] {
  if (code === 'geen_profiel') return [`${placeOf(t, plaats)}: ${t.geenProfiel}`];
  if (code === 'niet_leesbaar') return [`${placeOf(t, plaats)}: ${t.nietLeesbaar}`];
  if (code === 'onverwacht') return [`${t.onverwacht} (${van})`];
  const place = placeOf(t, plaats);
  return [place && `${place}: `, dutch(bericht)];
}

// An example of a problem: its sentence and where the first one is.
export const exampleText = (t: Tekst, { plaats, bericht }: Fout): Kids[] => [
  dutch(bericht),
  ` (${t.bijvoorbeeld(placeOf(t, plaats))})`,
];

// The choices of a table of words, with its own order.
export const choicesOf = (table: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(table).map(([value, text]) => ({ value, text }));

// A file field looks like a button; the input itself stays, so that keyboard and screen reader find it.
export const fileButton = (
  id: string,
  text: string,
  accept: string,
  multiple: boolean,
  chosen: (files: File[]) => Action,
): View =>
  h<Action>(
    'span',
    { class: 'vk-bestandsknop' },
    h<Action>('input', {
      class: 'vk-bestandsveld',
      id,
      type: 'file',
      accept,
      multiple,
      on: { change: (event) => (event.bestanden?.length ? chosen(event.bestanden) : undefined) },
    }),
    h<Action>('label', { class: 'nl-button nl-button--secondary', for: id }, text),
  );

export interface Column {
  head: string;
  numeric?: boolean;
}
// A table that scrolls within itself when it does not fit; reachable by keyboard for that reason.
export function table(
  id: string,
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Kids[])[],
): View {
  const cellClass = (i: number) =>
    columns[i]?.numeric ? 'utrecht-table__cell utrecht-table__cell--numeric-column' : 'utrecht-table__cell';
  return h<Action>(
    'div',
    { class: 'utrecht-table-container vk-tabel', role: 'region', tabindex: 0, 'aria-labelledby': id },
    h<Action>(
      'table',
      { class: 'utrecht-table' },
      h<Action>('caption', { class: 'utrecht-table__caption', id }, caption),
      h<Action>(
        'thead',
        { class: 'utrecht-table__header' },
        h<Action>(
          'tr',
          { class: 'utrecht-table__row' },
          columns.map(({ head, numeric }) =>
            h<Action>(
              'th',
              {
                class: numeric
                  ? 'utrecht-table__header-cell utrecht-table__header-cell--numeric-column'
                  : 'utrecht-table__header-cell',
                scope: 'col',
              },
              head,
            ),
          ),
        ),
      ),
      h<Action>(
        'tbody',
        { class: 'utrecht-table__body' },
        rows.map((row) =>
          h<Action>(
            'tr',
            { class: 'utrecht-table__row' },
            row.map((cell, i) => h<Action>('td', { class: cellClass(i) }, cell)),
          ),
        ),
      ),
    ),
  );
}

// Names and values, one pair a line.
export const facts = (pairs: readonly (readonly [string, Kids])[]): View =>
  h<Action>(
    'dl',
    { class: 'vk-feiten' },
    pairs.map(([name, value]) => h<Action>('div', null, h<Action>('dt', null, name), h<Action>('dd', null, value))),
  );
