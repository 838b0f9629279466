// Renderer: keeps the tree that the kernel shows, and turns the next tree into the fewest patches.
//
// Elements are kept when tag and key agree, so focus, selection and what a person typed survive a redraw. What a
// person did to a field is noted from the event before the next tree is compared: a field is only written to when
// the state says something else than the person did.
import type { EventType, Gebeurtenis, Op } from '../protocol.ts';
import type { Elem, Handler, VNode } from './vnode.ts';

interface Instance<Action> {
  id: number;
  node: VNode<Action>;
  attrs: Record<string, string>;
  kids: Instance<Action>[];
}

const isText = <Action>(node: VNode<Action>): node is string => typeof node === 'string';

// Places in `values` of one longest ascending run; -1 stands for a new element and is never part of it.
export function longestAscending(values: readonly number[]): Set<number> {
  const tails: number[] = [];
  const previous: number[] = [];
  values.forEach((value, index) => {
    if (value < 0) return;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[tails[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = index;
  });
  const result = new Set<number>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at]!) result.add(at);
  return result;
}

export class Renderer<Action> {
  private roots: Instance<Action>[] = [];
  private readonly byId = new Map<number, Instance<Action>>();
  private nextId = 1;
  private ops: Op[] = [];

  // The patches that make the kernel show `tree` in place of what it shows now.
  render(tree: readonly VNode<Action>[]): Op[] {
    this.ops = [];
    this.roots = this.patchKids(0, this.roots, tree);
    return this.ops;
  }

  // What the view wants done with this event, if anything.
  action(event: Gebeurtenis): Action | undefined {
    const instance = this.byId.get(event.id);
    if (!instance || isText(instance.node)) return undefined;
    if (event.waarde !== undefined && 'value' in instance.attrs) instance.attrs.value = event.waarde;
    if (event.aan === true) instance.attrs.checked = '';
    if (event.aan === false) delete instance.attrs.checked;
    if (event.open === true) instance.attrs.open = '';
    if (event.open === false) delete instance.attrs.open;
    const handler: Handler<Action> | undefined = instance.node.on[event.type];
    return typeof handler === 'function' ? (handler as (e: Gebeurtenis) => Action | undefined)(event) : handler;
  }

  // The id of the element with this id attribute, for the focus patch.
  find(name: string): number | undefined {
    for (const [id, { attrs }] of this.byId) if (attrs.id === name) return id;
    return undefined;
  }

  private create(parent: number, before: number, node: VNode<Action>): Instance<Action> {
    const id = this.nextId++;
    const instance: Instance<Action> = { id, node, attrs: {}, kids: [] };
    this.byId.set(id, instance);
    if (isText(node)) {
      this.ops.push(['text', id, parent, before, node]);
      return instance;
    }
    this.ops.push(['make', id, parent, before, node.tag]);
    for (const type of Object.keys(node.on) as EventType[]) this.ops.push(['listen', id, type, true]);
    instance.kids = node.kids.map((kid) => this.create(id, 0, kid));
    this.patchAttrs(instance, node, false);
    return instance;
  }

  private remove(instance: Instance<Action>): void {
    this.ops.push(['remove', instance.id]);
    this.forget(instance);
  }

  private forget(instance: Instance<Action>): void {
    this.byId.delete(instance.id);
    instance.kids.forEach((kid) => this.forget(kid));
  }

  private patch(instance: Instance<Action>, node: VNode<Action>): void {
    const old = instance.node;
    if (old === node) return;
    instance.node = node;
    if (isText(node)) {
      if (old !== node) this.ops.push(['set', instance.id, node]);
      return;
    }
    const before = (old as Elem<Action>).on;
    for (const type of Object.keys(before) as EventType[]) {
      if (!(type in node.on)) this.ops.push(['listen', instance.id, type, false]);
    }
    for (const type of Object.keys(node.on) as EventType[]) {
      if (!(type in before)) this.ops.push(['listen', instance.id, type, true]);
    }
    const opsBefore = this.ops.length;
    instance.kids = this.patchKids(instance.id, instance.kids, node.kids);
    this.patchAttrs(instance, node, this.ops.length > opsBefore);
  }

  // After the kids: a select can only take a value that one of its options has, and forgets it with them.
  private patchAttrs(instance: Instance<Action>, node: Elem<Action>, kidsChanged: boolean): void {
    for (const name of Object.keys(instance.attrs)) {
      if (!(name in node.attrs)) this.ops.push(['attr', instance.id, name, null]);
    }
    for (const [name, value] of Object.entries(node.attrs)) {
      const stale = kidsChanged && node.tag === 'select' && name === 'value';
      if (stale || instance.attrs[name] !== value) this.ops.push(['attr', instance.id, name, value]);
    }
    instance.attrs = { ...node.attrs };
  }

  private patchKids(parent: number, old: Instance<Action>[], nodes: readonly VNode<Action>[]): Instance<Action>[] {
    const places = new Map<string, number>();
    const names = namesOf(old.map(({ node }) => node));
    names.forEach((name, place) => places.set(name, place));
    const wanted = namesOf(nodes);
    const sources = wanted.map((name) => places.get(name) ?? -1);
    const kept = new Set(sources);
    old.forEach((instance, place) => {
      if (!kept.has(place)) this.remove(instance);
    });
    const still = longestAscending(sources);
    const result: Instance<Action>[] = new Array(nodes.length);
    let next = 0; // the id of the sibling that comes after
    for (let i = nodes.length - 1; i >= 0; --i) {
      const source = sources[i]!;
      if (source < 0) {
        result[i] = this.create(parent, next, nodes[i]!);
      } else {
        result[i] = old[source]!;
        if (!still.has(i)) this.ops.push(['move', result[i]!.id, next]);
        this.patch(result[i]!, nodes[i]!);
      }
      next = result[i]!.id;
    }
    return result;
  }
}

// A name per sibling under which it is found again: kind and key, or kind and how many of that kind came before.
function namesOf<Action>(nodes: readonly VNode<Action>[]): string[] {
  const seen = new Map<string, number>();
  return nodes.map((node) => {
    const kind = isText(node) ? '#' : node.key === undefined ? node.tag : `${node.tag} ${node.key}`;
    const count = seen.get(kind) ?? 0;
    seen.set(kind, count + 1);
    return `${kind} ${count}`;
  });
}
