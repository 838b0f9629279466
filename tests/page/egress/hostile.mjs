// The code that takes the worker's place.
import { PATCHES } from './patches.mjs';
import { WAYS } from './ways.mjs';

// The server that the page came from, a name, the number of the computer, and a name over TLS.
const MODES = ['own', 'name', 'number', 'tls'];
const LABEL = new RegExp(`\\b([a-z0-9-]+?)--(?:${MODES.join('|')})\\b`);
export const START = 'v-begin';
export const DONE = 'v-klaar';

// Between two attempts, for a browser that is asked for everything at once drops some of it.
const APART_MS = 20;

/** The way or patch whose address this is, '' when it is of none. @param {string} what arrived */
export function wayOf(what) {
  const match = LABEL.exec(what.toLowerCase());
  return match ? match[1] : '';
}

// Draws one button. When a person clicks it, `attempt` runs, and when that is done there is a heading.
const waiting = (attempt) => `
  const draw = (...ops) => self.postMessage({ t: 'teken', ops });
  self.onmessage = async ({ data }) => {
    if (data.t === 'start') draw(['make', 1, 0, 0, 'button'], ['attr', 1, 'id', '${START}'], ['listen', 1, 'click', true]);
    if (data.t !== 'gebeurtenis') return;
    self.onmessage = null;
    ${attempt}
    draw(['make', 2, 0, 0, 'h1'], ['attr', 2, 'id', '${DONE}']);
  };`;

/**
 * A worker that tries every way out, each with every kind of address.
 *
 * @param {{ zone: string, address: string, ports: { http: number, tls: number, udp: number }, own?: string }} where to:
 *     the collectors, and the page's own host and port when it has a server
 */
export function tryingWays({ zone, address, ports, own }) {
  const attempt = (way, mode) => {
    const label = `${way}--${mode}`;
    const host = { number: address, own: own?.split(':')[0] }[mode] ?? `${label}.${zone}`;
    const port = { tls: ports.tls, own: own?.split(':')[1] }[mode] ?? ports.http;
    return `(async (host, url) => { ${WAYS[way]} })('${host}', addressOf('${host}', ${port}, '${label}', ${mode === 'tls'})).catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, ${APART_MS}));`;
  };
  // Workers in workers come last, as in WAYS.
  const nested = (way) => way.startsWith('nested');
  const ways = Object.keys(WAYS);
  const attempts = [ways.filter((way) => !nested(way)), ways.filter(nested)].flatMap((group) =>
    MODES.filter((mode) => mode !== 'own' || own).flatMap((mode) => group.map((way) => attempt(way, mode))));
  return `
  const nest = (code, options) => new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })), options);
  const addressOf = (host, port, label, tls) => (scheme = 'http') => {
    if (scheme === 'stun') return 'stun:' + host + ':${ports.udp}';
    if (scheme === 'quic') return 'https://' + host + ':${ports.udp}/' + label;
    return scheme + (tls ? 's' : '') + '://' + host + ':' + port + '/' + label;
  };
  ${waiting(attempts.join('\n    '))}`;
}

/** A worker that asks the kernel to draw and to save what would send something. The arguments are those of tryingWays. */
export function tryingPatches({ zone, address, ports }) {
  let next = 10;
  const messages = [];
  for (const [name, make] of Object.entries(PATCHES)) {
    for (const mode of ['name', 'number']) {
      const label = `${name}--${mode}`;
      const host = mode === 'name' ? `${label}.${zone}` : address;
      const ids = [next, next + 1, next + 2];
      next += ids.length;
      // One message each: what is refused must not keep the others back.
      messages.push(...make(`http://${host}:${ports.http}/${label}`, ...ids).map((op) => ({ t: 'teken', ops: [op] })));
    }
  }
  const url = `http://save--name.${zone}:${ports.http}/save--name`;
  return `const messages = ${JSON.stringify(messages)};
  const bytes = () => new TextEncoder().encode('<img src="${url}">').buffer;
  const names = ['a.html', 'a.svg', 'a.csv.html', 'a.url', '../a.csv', '${url}', 'A.CSV', 'a.csv\\n', '', null, {}, ['a.csv']];
  const saves = [...names.map((naam) => ({ naam, bytes: bytes() })), { naam: 'a.csv', bytes: '${url}' }, { naam: 'a.csv', bytes: new URL('${url}').href },
    { naam: 'a.csv', bytes: new Uint8Array(9) }, { naam: 'a.csv', bytes: bytes(), url: '${url}' }, null, 1, {}];
  ${waiting(`for (const message of messages) self.postMessage(message);
    for (const bestand of saves) self.postMessage({ t: 'bewaar', bestanden: [bestand] });
    for (const bestanden of [null, '${url}', { length: 1, 0: saves[0] }, saves]) self.postMessage({ t: 'bewaar', bestanden });
    for (const t of ['navigeer', 'open', 'href', 'start', 'leeg', 'bewaard', 'constructor', '']) self.postMessage({ t, url: '${url}', naam: '${url}' });`)}`;
}
