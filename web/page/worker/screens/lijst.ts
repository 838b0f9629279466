// A list of any length, of which only the rows in sight are drawn (view/venster.ts).
//
// A screen reader hears the true place and number of each row (aria-posinset, aria-setsize). The row that holds the
// focus is always drawn, so the focus is never lost; arrow keys, Home and End on a row's button go to other rows.
import type { Gebeurtenis } from '../protocol.js';
import type { Action } from '../update.js';
import { h } from '../view/vnode.js';
import { type Venster, binnen } from '../view/venster.js';
import type { Kids, View } from './parts.js';

// The id of the button of a row; the view of the row gives it to that button.
export const rijKnop = (id: string, rij: number): string => `${id}-rij-${rij}`;

// The row that a key on the button of row `rij` leads to, if any.
export function rijNa(toets: string | undefined, rij: number, aantal: number): number | undefined {
  const naar = { ArrowUp: rij - 1, ArrowDown: rij + 1, Home: 0, End: aantal - 1 }[toets ?? ''];
  return naar !== undefined && naar >= 0 && naar < aantal && naar !== rij ? naar : undefined;
}

export interface LijstProps<T> {
  id: string;
  items: readonly T[];
  sleutel: (item: T) => string;
  venster: Venster;
  focus: string | undefined; // key of the row that holds the focus
  kind: string; // class of a row
  rij: (item: T, place: number) => Kids;
  meting: (event: Gebeurtenis) => Action;
  gefocust: (sleutel: string) => Action;
}

// An empty space as high as the rows that are not drawn there. Of all elements that the kernel allows only a drawing
// can be given a height without a style.
const ruimte = (key: string, rijen: number, hoogte: number): View =>
  h<Action>('svg:svg', { key, class: 'vk-ruimte', width: 1, height: Math.round(rijen * hoogte), 'aria-hidden': true });

export function langeLijst<T>(props: LijstProps<T>): View {
  const { id, items, sleutel, focus, kind, rij, meting, gefocust } = props;
  const { van, tot, hoogte } = binnen(props.venster, items.length);
  const vast = focus === undefined ? -1 : items.findIndex((item) => sleutel(item) === focus);
  const places = Array.from({ length: tot - van }, (_, i) => van + i);
  if (vast >= 0 && vast < van) places.unshift(vast);
  if (vast >= tot) places.push(vast);
  return h<Action>(
    'div',
    { key: id, on: { scroll: meting } },
    ruimte('voor', van, hoogte),
    h<Action>(
      'ul',
      { class: 'vk-lijst vk-langelijst', role: 'list', key: 'rijen' },
      places.map((place) => {
        const item = items[place]!;
        const key = sleutel(item);
        return h<Action>(
          'li',
          {
            key,
            class: kind,
            'aria-posinset': place + 1,
            'aria-setsize': items.length,
            on: { focusin: key === focus ? () => undefined : gefocust(key) },
          },
          rij(item, place),
        );
      }),
    ),
    ruimte('na', items.length - tot, hoogte),
  );
}
