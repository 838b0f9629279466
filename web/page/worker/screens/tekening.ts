// Drawings: SVG from plain numbers, within the kernel's list of shapes. Sizes are pixels; a drawing that is wider than
// the window scrolls in its own region. Every drawing says in words what it shows, and its table follows it.
import { h } from '../view/vnode.js';
import type { Action } from '../update.js';
import { type Kids, type View, heading } from './parts.js';

type Shape = ReturnType<typeof h<Action>>;

// A number that the kernel takes as a coordinate.
const at = (value: number): string => String(Math.round(value * 100) / 100);

const rect = (kind: string, x: number, y: number, width: number, height: number): Shape =>
  h<Action>('svg:rect', { class: kind, x: at(x), y: at(y), width: at(Math.max(0, width)), height: at(Math.max(0, height)) });
const line = (kind: string, x1: number, y1: number, x2: number, y2: number): Shape =>
  h<Action>('svg:line', { class: kind, x1: at(x1), y1: at(y1), x2: at(x2), y2: at(y2) });
const text = (kind: string, x: number, y: number, words: string): Shape =>
  h<Action>('svg:text', { class: kind, x: at(x), y: at(y) }, words);

const svg = (width: number, height: number, label: string, ...shapes: (Shape | readonly Shape[])[]): View =>
  h<Action>(
    'svg:svg',
    { class: 'vk-beeld', role: 'img', 'aria-label': label, viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`, width: at(width), height: at(height) },
    ...shapes,
  );

// A drawing with its heading and, under it, the table that says the same.
export const figure = (id: string, kop: string, beeld: View, ...below: Kids[]): View =>
  h<Action>(
    'div',
    { class: 'vk-figuur', key: id },
    heading(2, kop, { id: `${id}-kop` }, 3),
    h<Action>('div', { class: 'vk-beeldvak', role: 'region', tabindex: 0, 'aria-labelledby': `${id}-kop` }, beeld),
    ...below,
  );

const ROW = 32;
const BAR = 22;
// Room for a name of 14 characters.
const NAME = 118;
const WIDTH = 560;
// A letter is about so wide; what does not fit is left to the table.
const LETTER = 8;

export interface Stack {
  name: string;
  parts: readonly { label: string; count: number; text: string }[];
}

// One bar per group, divided by count. A part carries its number where that fits; parts differ in shade and are
// set apart by a gap, in the order of the legend.
export function stackedBars(label: string, groups: readonly Stack[]): View {
  const bars = groups.map(({ name, parts }, row) => {
    const total = parts.reduce((sum, { count }) => sum + count, 0);
    const y = row * ROW + 4;
    let x = NAME;
    const shapes: Shape[] = [text('vk-as', 0, y + 16, name.slice(0, 14))];
    parts.forEach(({ count, text: words }, i) => {
      if (count === 0) return;
      const width = ((WIDTH - NAME) * count) / total;
      shapes.push(rect(`vk-vlak vk-band-${Math.min(i, 5)}`, x, y, width - 1.5, BAR));
      if (words.length * LETTER + 6 < width) shapes.push(text(`vk-getal vk-op-${Math.min(i, 5)}`, x + width / 2, y + 16, words));
      x += width;
    });
    return h<Action>('svg:g', null, ...shapes);
  });
  return svg(WIDTH, groups.length * ROW + 4, label, bars);
}

// What the shades of the bars stand for.
export const legend = (labels: readonly string[]): View =>
  h<Action>(
    'ul',
    { class: 'vk-legenda' },
    labels.map((words, i) =>
      h<Action>(
        'li',
        null,
        h<Action>(
          'svg:svg',
          { class: 'vk-beeld', width: 18, height: 18, 'aria-hidden': true, viewBox: '0 0 18 18' },
          rect(`vk-vlak vk-band-${Math.min(i, 5)}`, 0, 0, 18, 18),
          text(`vk-getal vk-op-${Math.min(i, 5)}`, 9, 14, String(i + 1)),
        ),
        h<Action>('span', null, words),
      ),
    ),
  );

export interface Point {
  name: string;
  // undefined: nothing to measure there.
  value: number | undefined;
  text: string;
}

const TOP = 22;
const PLOT = 150;

function scale(points: readonly Point[]): { top: number; y: (value: number) => number } {
  const highest = Math.max(1, ...points.map(({ value }) => value ?? 0));
  return { top: highest, y: (value) => TOP + PLOT - (PLOT * value) / highest };
}

// Bars side by side; `every`: each how manieth carries its name and number.
export function columns(label: string, points: readonly Point[], every: number): View {
  const step = points.length > 30 ? 18 : 44;
  const { y } = scale(points);
  const width = points.length * step + 40;
  const shapes = points.flatMap(({ name, value, text: words }, i) => {
    const x = i * step + 20;
    const marks: Shape[] = [];
    if (value !== undefined) marks.push(rect('vk-vlak vk-band-2', x, y(value), step - 4, TOP + PLOT - y(value)));
    if (i % every === 0) {
      marks.push(text('vk-as vk-midden', x + step / 2 - 2, TOP + PLOT + 18, name));
      if (value !== undefined) marks.push(text('vk-as vk-midden', x + step / 2 - 2, y(value) - 5, words));
    }
    return marks;
  });
  return svg(Math.max(width, 200), TOP + PLOT + 26, label, line('vk-lijn', 0, TOP + PLOT, width, TOP + PLOT), shapes);
}

// A line through points that each carry their number.
export function trend(label: string, points: readonly Point[]): View {
  const step = 110;
  const { y } = scale(points);
  const width = Math.max(200, points.length * step + 20);
  const known = points.flatMap(({ value }, i) => (value === undefined ? [] : [{ x: i * step + step / 2, y: y(value) }]));
  return svg(
    width,
    TOP + PLOT + 26,
    label,
    line('vk-lijn', 0, TOP + PLOT, width, TOP + PLOT),
    known.length > 1 ? [h<Action>('svg:polyline', { class: 'vk-trend', points: known.map((p) => `${at(p.x)},${at(p.y)}`).join(' ') })] : [],
    points.flatMap(({ name, value, text: words }, i) => {
      const x = i * step + step / 2;
      const marks = [text('vk-as vk-midden', x, TOP + PLOT + 18, name.slice(0, 14))];
      if (value === undefined) return marks;
      return [...marks, h<Action>('svg:circle', { class: 'vk-punt', cx: at(x), cy: at(y(value)), r: 5 }), text('vk-as vk-midden', x, y(value) - 10, words)];
    }),
  );
}

// A grid of shares: darker is more, and every place carries its number.
export function heatMap(
  label: string,
  across: readonly string[],
  down: readonly string[],
  cell: (row: number, column: number) => Point,
): View {
  const w = 62;
  const left = 34;
  const highest = Math.max(1, ...down.flatMap((_, r) => across.map((__, c) => cell(r, c).value ?? 0)));
  const shapes = [
    ...across.map((name, c) => text('vk-as vk-midden', left + c * w + w / 2, 14, name)),
    ...down.flatMap((name, r) => [
      text('vk-as', 0, 20 + r * ROW + 20, name),
      ...across.flatMap((_, c) => {
        const { value, text: words } = cell(r, c);
        if (words === '') return [];
        const shade = (value ?? 0) === 0 ? 0 : Math.min(5, 1 + Math.floor((4.999 * (value ?? 0)) / highest));
        const x = left + c * w;
        return [rect(`vk-vlak vk-band-${shade}`, x, 20 + r * ROW, w - 2, ROW - 2), text(`vk-getal vk-op-${shade}`, x + w / 2 - 1, 20 + r * ROW + 20, words)];
      }),
    ]),
  ];
  return svg(left + across.length * w, 22 + down.length * ROW, label, shapes);
}
