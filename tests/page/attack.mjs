// A worker that sends the kernel whatever comes up, and what must not have come of it.
//
// What is harmless is written down here once more, from what must not be possible, not from the kernel's own list. Both
// functions are run elsewhere, as text: they use nothing from outside themselves.

// Runs in the worker. Sends `count` messages, most of them broken in one way, and then a mark.
export function attack(count, seed) {
  let s = seed >>> 0; // mulberry32
  const random = () => {
    s = (s + 0x6d2b79f5) | 0;
    let t = Math.imul(s ^ (s >>> 15), 1 | s);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const pick = (list) => list[Math.floor(random() * list.length)];
  const good = ['div', 'p', 'button', 'input', 'select', 'option', 'table', 'tr', 'td', 'progress', 'svg:svg', 'svg:g',
    'svg:path', 'svg:text', 'output', 'details', 'summary', 'label', 'li'];
  const bad = ['script', 'iframe', 'object', 'embed', 'link', 'meta', 'form', 'base', 'a', 'img', 'image', 'video', 'audio',
    'source', 'style', 'template', 'slot', 'frame', 'portal', 'fencedframe', 'math', 'x-y', 'SCRIPT', 'Script', 'textarea',
    'svg:script', 'svg:use', 'svg:image', 'svg:a', 'svg:foreignObject', 'svg:animate', 'svg:set', 'svg:style',
    'svg:feImage', 'html', 'head', 'body', '', ' div', 'div ', 'svg:', '__proto__', 'constructor', 'toString',
    'geolocation', 'selectlist', 'dialog', 'marquee', 'canvas', 'applet', 'bgsound', 'isindex', 'keygen', 'permission'];
  const names = ['class', 'id', 'role', 'type', 'value', 'href', 'src', 'srcset', 'srcdoc', 'action', 'formaction', 'style',
    'onclick', 'onload', 'onerror', 'ONCLICK', 'xlink:href', 'data', 'poster', 'ping', 'background', 'target', 'download',
    'is', 'nonce', 'integrity', 'autofocus', 'contenteditable', 'popovertarget', 'commandfor', 'form', 'list', 'slot', 'part',
    'fill', 'stroke', 'filter', 'mask', 'clip-path', 'cursor', 'marker-end', 'xml:base', 'xmlns', 'attributionsrc',
    'aria-label', 'aria-labelledby', 'for', 'headers', 'accept', 'd', 'points', 'viewBox', 'transform', 'hidden', 'open',
    '__proto__', 'constructor', '', ' class', 'manifest', 'http-equiv', 'content', 'charset', 'lang', 'tabindex', 'name',
    'checked', 'selected', 'multiple', 'disabled', 'elementtiming', 'fetchpriority', 'imagesrcset', 'blocking', 'webkitdirectory'];
  const values = ['', 'x', 'https://weg.invalid/', '//weg.invalid', 'javascript:alert(1)', 'data:text/html,<b onclick=1>',
    'blob:null/1', 'url(https://weg.invalid/a)', 'background:url(//weg.invalid)', 'vk-kaart', 'nl-button', 'vk-kaart onbekend',
    'v-x', 'wortel', 'true', '1', '-1', '0', '1e9', 'text', 'file', 'image', 'submit', 'password', 'hidden', 'module', 'M0 0L1 1',
    'translate(1,1)', 'url(#a)', '0 0 10 10', 'x'.repeat(20000), '\u0000', '<img src=x>', 'region', 'button', 'nl', '.csv', null,
    undefined, 1, true, {}, [], { toString: null }, ['a'], new Map([['a', 1]]), new ArrayBuffer(8), NaN, Infinity];
  const ids = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, -1, 1.5, 2 ** 31, NaN, '1', null, undefined, {}, 'wortel', 2 ** 53];
  let fresh = 100;
  const id = () => (random() < 0.7 ? 100 + Math.floor(random() * Math.max(1, fresh - 100)) : pick(ids));
  const parent = () => (random() < 0.5 ? 0 : id());
  const op = () => {
    switch (Math.floor(random() * 12)) {
      case 0: case 1: case 2: return ['make', random() < 0.9 ? fresh++ : id(), parent(), random() < 0.8 ? 0 : id(), random() < 0.7 ? pick(good) : pick(bad)];
      case 3: return ['text', random() < 0.9 ? fresh++ : id(), parent(), 0, pick(values)];
      case 4: return ['set', id(), pick(values)];
      case 5: case 6: case 7: return ['attr', id(), pick(names), pick(values)];
      case 8: return ['listen', id(), pick(['click', 'input', 'scroll', 'focusin', 'beforeunload', 'error', 'message', '__proto__', 1, null]), pick([true, false, 1])];
      case 9: return [pick(['move', 'move', 'focus']), id(), pick([0, id()])];
      case 10: return [pick(['remove', 'focus']), id()];
      default: return pick([null, [], 'make', {}, ['eval', '1'], ['make'], ['attr', 0, 'class', 'vk-kaart'], ['remove', 0],
        ['make', fresh++, 0, 0, 'div', 'extra'], ['constructor', 1], ['__proto__'], [{}, 1], ['toString', 0, 0, 0]]);
    }
  };
  const message = () => {
    const kind = random();
    if (kind < 0.85) return { t: 'teken', ops: Array.from({ length: 1 + Math.floor(random() * 6) }, op) };
    return pick([null, undefined, 1, 'teken', [], {}, { t: 'teken' }, { t: 'teken', ops: null }, { t: 'teken', ops: {} },
      { t: 'teken', ops: [], extra: 1 }, { t: 'druk_af' }, { t: 'druk_af', url: 'https://weg.invalid' },
      { t: 'bewaar', bestanden: [{ naam: 'a.html', bytes: new ArrayBuffer(1) }] }, { t: 'bewaar', bestanden: [{ naam: '../a.csv', bytes: new ArrayBuffer(1) }] },
      { t: 'bewaar', bestanden: [{ naam: 'a.csv.exe', bytes: new ArrayBuffer(1) }] }, { t: 'bewaar', bestanden: [{ naam: 'a.svg', bytes: new ArrayBuffer(1) }] },
      { t: 'bewaar', bestanden: [{ naam: 'a.csv', bytes: 'https://weg.invalid' }] }, { t: 'bewaar', bestanden: [{ naam: 'a.csv', bytes: new Blob(['x']) }] },
      { t: 'bewaar', bestanden: [{ naam: { toString: 1 }, bytes: new ArrayBuffer(1) }] }, { t: 'navigeer', url: 'https://weg.invalid' },
      { t: 'constructor' }, { t: '__proto__' }, new Map(), new Date(), new Error('x'), new Array(10), { ops: [] },
      { t: 'teken', ops: new Array(60000).fill(['remove', 1]) }]);
  };
  for (let i = 0; i < count; i += 1) self.postMessage(message());
  self.postMessage({ t: 'teken', ops: [['make', 99, 0, 0, 'h1'], ['text', 98, 99, 0, 'klaar met aanvallen'], ['attr', 99, 'id', 'v-klaar']] });
}

// Runs in the frame: every element and attribute that should not be there, and what the frame itself became.
export function findings() {
  const wrong = [];
  const attributes = /^(class|id|for|headers|lang|hidden|tabindex|open|role|aria-[a-z]+|type|name|value|checked|selected|disabled|readonly|required|multiple|placeholder|accept|inputmode|min|max|step|maxlength|scope|colspan|rowspan|start|datetime|view[bB]ox|width|height|[xyr]|[xy][12]|c[xy]|rx|d[xy]?|points|transform|spellcheck|autocomplete)$/;
  const elements = new Set(`abbr article button caption code dd details div dl dt em fieldset figcaption figure footer h1 h2
    h3 h4 header hr input label legend li main mark nav ol optgroup option output p pre progress section select small span
    strong summary table tbody td tfoot th thead time tr ul circle desc g line path polyline rect svg text title tspan`.split(/\s+/));
  const types = new Set(['text', 'number', 'date', 'search', 'checkbox', 'radio', 'file', 'button']);
  const address = /(https?:|javascript:|data:|blob:|url\(|\/\/)/i;
  const free = /^(aria-label|aria-valuetext|value|placeholder)$/; // shown as text, never read as an address
  const root = document.getElementById('wortel');
  for (const node of root.querySelectorAll('*')) {
    if (!elements.has(node.localName)) wrong.push(`<${node.localName}>`);
    for (const { name, value } of node.attributes) {
      if (!attributes.test(name)) wrong.push(`${node.localName} ${name}`);
      if (!free.test(name) && address.test(value)) wrong.push(`${node.localName} ${name}=${value.slice(0, 40)}`);
      if (name === 'type' && !types.has(value)) wrong.push(`type=${value}`);
      if (name === 'id' && !value.startsWith('v-')) wrong.push(`id=${value}`);
    }
    if (node.shadowRoot) wrong.push('shadow root');
  }
  for (const { name } of root.attributes) if (name !== 'id') wrong.push(`root ${name}`);
  const outside = [...document.body.children].map((node) => node.id || node.className || node.localName);
  return { wrong, outside, location: String(location), elements: root.querySelectorAll('*').length };
}
