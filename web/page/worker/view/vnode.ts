// Virtual nodes: what a screen should look like, as plain values. A view is a function from state to these.
import type { EventType, Gebeurtenis } from '../protocol.ts';

export type Handler<Action> = Action | ((event: Gebeurtenis) => Action | undefined);
export type Handlers<Action> = Partial<Record<EventType, Handler<Action>>>;

export interface Elem<Action> {
  tag: string;
  // Tells siblings apart when their order changes; without one, the place among the siblings does.
  key: string | undefined;
  attrs: Readonly<Record<string, string>>;
  on: Handlers<Action>;
  kids: readonly VNode<Action>[];
}
export type VNode<Action> = Elem<Action> | string;

type AttrValue = string | number | boolean | undefined;
export interface Props<Action> {
  key?: string;
  on?: Handlers<Action>;
  [attribute: string]: AttrValue | Handlers<Action>;
}
export type Child<Action> = VNode<Action> | number | false | null | undefined | readonly Child<Action>[];

// An attribute as the document has it: true is the empty string, false and undefined are absent; aria-* takes
// the words true and false.
function attributeText(name: string, value: AttrValue): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'boolean') return String(value);
  if (name.startsWith('aria-')) return String(value);
  return value ? '' : undefined;
}

function flatten<Action>(children: readonly Child<Action>[], into: VNode<Action>[]): void {
  for (const child of children) {
    if (child === false || child === null || child === undefined || child === '') continue;
    if (Array.isArray(child)) flatten(child as readonly Child<Action>[], into);
    else into.push(typeof child === 'number' ? String(child) : (child as VNode<Action>));
  }
}

// h('p', { class: 'vk-stil' }, 'Tekst') is <p class="vk-stil">Tekst</p>.
export function h<Action>(tag: string, props: Props<Action> | null, ...children: Child<Action>[]): Elem<Action> {
  const attrs: Record<string, string> = {};
  for (const [name, value] of Object.entries(props ?? {})) {
    if (name === 'key' || name === 'on') continue;
    const text = attributeText(name, value as AttrValue);
    if (text !== undefined) attrs[name] = text;
  }
  const kids: VNode<Action>[] = [];
  flatten(children, kids);
  return { tag, key: props?.key, attrs, on: props?.on ?? {}, kids };
}
