// The view layer without a browser: its patches, carried out on a plain model, always give the tree that was asked for.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { bundle, root, scratch } from './support.mjs';

const folder = await scratch();
const outfile = join(folder, 'view.mjs');
await bundle({
  stdin: {
    contents: `export { Renderer, longestAscending } from './view/renderer.ts'; export { h } from './view/vnode.ts';`,
    resolveDir: join(root, 'web', 'page', 'worker'),
  },
  bundle: true, format: 'esm', outfile, logLevel: 'warning',
});
const { Renderer, h, longestAscending } = await import(pathToFileURL(outfile));

// What the kernel does, on objects.
class Model {
  nodes = new Map([[0, { kids: [] }]]);
  made = 0;
  apply(ops) {
    for (const [op, id, ...rest] of ops) this[op](id, ...rest);
  }
  place(id, parent, before, node) {
    assert.ok(!this.nodes.has(id), 'a new id');
    this.made += 1;
    this.nodes.set(id, node);
    node.id = id;
    node.parent = this.nodes.get(parent);
    this.insert(node, before);
  }
  insert(node, before) {
    const { kids } = node.parent;
    const at = before === 0 ? kids.length : kids.findIndex(({ id }) => id === before);
    assert.ok(at >= 0, 'the sibling is there');
    kids.splice(at, 0, node);
  }
  make(id, parent, before, tag) { this.place(id, parent, before, { tag, attrs: {}, listens: new Set(), kids: [] }); }
  text(id, parent, before, text) { this.place(id, parent, before, { text }); }
  set(id, text) { this.nodes.get(id).text = text; }
  attr(id, name, value) {
    if (value === null) delete this.nodes.get(id).attrs[name];
    else this.nodes.get(id).attrs[name] = value;
  }
  listen(id, type, on) { this.nodes.get(id).listens[on ? 'add' : 'delete'](type); }
  move(id, before) {
    const node = this.nodes.get(id);
    node.parent.kids.splice(node.parent.kids.indexOf(node), 1);
    this.insert(node, before);
  }
  remove(id) {
    const node = this.nodes.get(id);
    node.parent.kids.splice(node.parent.kids.indexOf(node), 1);
    this.forget(node);
  }
  forget(node) {
    this.nodes.delete(node.id);
    node.kids?.forEach((kid) => this.forget(kid));
  }
  focus(id) { assert.ok(this.nodes.has(id)); }
  shown(node = this.nodes.get(0)) {
    return node.kids.map((kid) => kid.text ?? { tag: kid.tag, attrs: kid.attrs, on: [...kid.listens].sort(), kids: this.shown(kid) });
  }
}
const plain = (tree) =>
  tree.map((node) => (typeof node === 'string' ? node : { tag: node.tag, attrs: { ...node.attrs }, on: Object.keys(node.on).sort(), kids: plain(node.kids) }));

// A small generator of random trees with keyed and unkeyed children.
function generator(seed) {
  let s = seed;
  const random = () => {
    s = (Math.imul(s, 1664525) + 1013904223) >>> 0;
    return s / 4294967296;
  };
  const pick = (list) => list[Math.floor(random() * list.length)];
  const tree = (depth) => {
    const keys = 'abcdefgh'.split('').sort(() => random() - 0.5);
    return Array.from({ length: Math.floor(random() * 7) }, () => {
      if (depth === 0 || random() < 0.2) return pick(['een', 'twee', 'drie']);
      const props = { class: pick(['x', 'y']), hidden: random() < 0.3, on: random() < 0.3 ? { click: 1 } : {} };
      if (random() < 0.6) props.key = keys.pop();
      return h(pick(['div', 'p', 'select']), props, tree(depth - 1));
    });
  };
  return tree;
}

test('after every redraw the model shows the tree', () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const tree = generator(seed);
    const renderer = new Renderer();
    const model = new Model();
    for (let i = 0; i < 10; i += 1) {
      const wanted = tree(3);
      model.apply(renderer.render(wanted));
      assert.deepEqual(model.shown(), plain(wanted), `seed ${seed}, redraw ${i}`);
    }
  }
});

test('the same tree again asks for nothing', () => {
  const renderer = new Renderer();
  const view = () => [h('div', { class: 'a' }, 'tekst', h('input', { value: 'x' }))];
  assert.ok(renderer.render(view()).length > 0);
  assert.deepEqual(renderer.render(view()), []);
});

test('keyed children keep their element when the order changes, with few moves', () => {
  const renderer = new Renderer();
  const model = new Model();
  const view = (keys) => [h('ul', null, keys.map((key) => h('li', { key }, key)))];
  const keys = Array.from({ length: 100 }, (_, i) => `k${i}`);
  model.apply(renderer.render(view(keys)));
  const { made } = model;
  const ops = renderer.render(view([keys[99], ...keys.slice(0, 99)]));
  model.apply(ops);
  assert.equal(model.made, made, 'nothing was made again');
  assert.deepEqual(ops.map(([op]) => op), ['move']);
});

test('what a person typed is not written back', () => {
  const renderer = new Renderer();
  const view = (value) => [h('input', { value, on: { input: (event) => event.waarde } })];
  const [[, id]] = renderer.render(view(''));
  assert.equal(renderer.action({ t: 'gebeurtenis', id, type: 'input', waarde: 'ab' }), 'ab');
  assert.deepEqual(renderer.render(view('ab')), []);
  assert.deepEqual(renderer.render(view('')), [['attr', id, 'value', '']]);
});

test('what a person unfolded is not folded by the next redraw, unless the state says so', () => {
  const renderer = new Renderer();
  const view = (open) => [h('details', { open, on: { toggle: (event) => event.open } })];
  const [[, id]] = renderer.render(view(false));
  assert.equal(renderer.action({ t: 'gebeurtenis', id, type: 'toggle', open: true }), true);
  assert.deepEqual(renderer.render(view(true)), []);
  assert.deepEqual(renderer.render(view(false)), [['attr', id, 'open', null]]);
});

test('a select is given its value again when its options change', () => {
  const renderer = new Renderer();
  const view = (options) => [h('select', { value: 'b' }, options.map((o) => h('option', { key: o, value: o }, o)))];
  renderer.render(view(['a', 'b']));
  const ops = renderer.render(view(['b', 'c']));
  assert.deepEqual(ops.at(-1).slice(2), ['value', 'b']);
});

test('the longest ascending run', () => {
  assert.deepEqual([...longestAscending([3, 0, 1, -1, 2])].sort(), [1, 2, 4]);
  assert.deepEqual([...longestAscending([])], []);
  assert.equal(longestAscending([5, 4, 3, 2, 1]).size, 1);
});
