// A streaming reader for the XML of a workbook: elements, attributes and text, at any split of the bytes.
//
// What OOXML does not have, it does not read: no document types, hence no entities of their own and nothing to fetch.
// Names are local names: which prefix a program chose does not matter, nor whether it wrote the strict namespaces.
import { damaged } from './damage.js';

export interface XmlHandler {
  /** `tag` is what stands between the brackets, for `attributesOf`. An empty element is opened and closed. */
  open(name: string, tag: string): void;
  close(name: string): void;
  /** Text between two tags, entities replaced. Called only where `wantsText` is true. */
  text(text: string): void;
  wantsText: boolean;
}

const MAX_DEPTH = 64;
// One tag or one run of text. A cell holds at most 32,767 characters.
const MAX_TOKEN = 1024 * 1024;

const LT = '<';
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function entity(whole: string, name: string | undefined): string {
  if (name !== undefined && Object.hasOwn(NAMED, name)) return NAMED[name] as string;
  const number = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name ?? '');
  const code = number ? Number.parseInt(number[1] ?? (number[2] as string), number[1] ? 16 : 10) : 0;
  const character = code === 9 || code === 10 || code === 13 || (code >= 0x20 && code <= 0x10ffff);
  if (!character || (code >= 0xd800 && code <= 0xdfff)) throw damaged(`het teken ${whole} bestaat niet`);
  return String.fromCodePoint(code);
}

const unescape = (text: string): string => (text.includes('&') ? text.replace(/&(?:([^;&\s]{1,10});)?/g, entity) : text);

// \r\n and \r are line ends in XML, and one line end is \n.
const lines = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 9 || code === 13;

/** Calls `found` for every attribute, with its name as written. */
export function eachAttribute(tag: string, found: (name: string, value: string) => void): void {
  let at = 0;
  while (at < tag.length && !isSpace(tag.charCodeAt(at))) at += 1;
  for (;;) {
    while (at < tag.length && isSpace(tag.charCodeAt(at))) at += 1;
    if (at >= tag.length || tag[at] === '/') return;
    const equals = tag.indexOf('=', at);
    if (equals < 0) throw damaged('een kenmerk heeft geen waarde');
    let quote = equals + 1;
    while (isSpace(tag.charCodeAt(quote))) quote += 1;
    const mark = tag[quote];
    const end = mark === '"' || mark === "'" ? tag.indexOf(mark, quote + 1) : -1;
    if (end < 0) throw damaged('een kenmerk heeft geen waarde');
    found(tag.slice(at, equals).trimEnd(), unescape(tag.slice(quote + 1, end)));
    at = end + 1;
  }
}

/** The attributes of a tag by their names as written. */
export function attributesOf(tag: string): Map<string, string> {
  const all = new Map<string, string>();
  eachAttribute(tag, (name, value) => all.set(name, value));
  return all;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

// Where the tag that starts at `from` ends: a ">" inside quotes does not end it. -1: not yet here.
function tagEnd(text: string, from: number): number {
  let quote = 0;
  for (let i = from; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) {
      quote = code;
    } else if (code === 62) {
      return i;
    } else if (code === 60) {
      throw damaged('een element is niet gesloten');
    }
  }
  return -1;
}

export class XmlReader {
  readonly #handler: XmlHandler;
  readonly #path: string[] = [];
  #decoder: TextDecoder | undefined;
  #start = new Uint8Array(0);
  #rest = '';
  #rooted = false;

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  push(bytes: Uint8Array): void {
    if (!this.#decoder) {
      const start = new Uint8Array(this.#start.byteLength + bytes.byteLength);
      start.set(this.#start);
      start.set(bytes, this.#start.byteLength);
      this.#start = start;
      if (start.byteLength < 4) return;
      this.#decoder = decoderFor(start);
      bytes = start;
    }
    this.#read(this.#rest + this.#decode(bytes, true));
  }

  /** The bytes have ended: everything that was opened has to be closed. */
  end(): void {
    if (this.#decoder) this.#read(this.#rest + this.#decode(new Uint8Array(0), false));
    if (!this.#rooted || this.#path.length > 0 || this.#rest.trim() !== '') throw damaged('de XML houdt te vroeg op');
  }

  #decode(bytes: Uint8Array, stream: boolean): string {
    try {
      return (this.#decoder as TextDecoder).decode(bytes, { stream });
    } catch {
      throw damaged('de XML bevat tekens die niet bestaan');
    }
  }

  #read(text: string): void {
    let at = 0;
    for (;;) {
      const lt = text.indexOf(LT, at);
      if (lt < 0) break;
      if (lt > at) this.#text(text.slice(at, lt), true);
      at = lt;
      const end = this.#markup(text, lt);
      if (end < 0) break;
      at = end;
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > MAX_TOKEN) throw damaged('een onderdeel van de XML is te lang');
  }

  // Reads the markup at `at`; answers where it ends, or -1 when not all of it is here.
  #markup(text: string, at: number): number {
    switch (text[at + 1]) {
      case undefined:
        return -1;
      case '?':
        return this.#skip(text, at, '?>');
      case '!':
        return this.#declaration(text, at);
      default: {
        const end = tagEnd(text, at + 1);
        if (end < 0) return -1;
        this.#tag(text.slice(at + 1, end));
        return end + 1;
      }
    }
  }

  #skip(text: string, at: number, close: string): number {
    const end = text.indexOf(close, at + 2);
    return end < 0 ? -1 : end + close.length;
  }

  #declaration(text: string, at: number): number {
    // Without the bracket: a page in one file cannot hold the whole mark in a script.
    const mark = text.slice(at + 1, at + 9);
    if (mark.startsWith('!--')) {
      const end = text.indexOf('-->', at + 4);
      return end < 0 ? -1 : end + 3;
    }
    if (mark === '![CDATA[') {
      const end = text.indexOf(']]>', at + 9);
      if (end < 0) return -1;
      this.#text(text.slice(at + 9, end), false);
      return end + 3;
    }
    if ('!--'.startsWith(mark) || '![CDATA['.startsWith(mark)) return -1;
    throw damaged('de XML heeft een documenttype; dat hoort niet in een werkmap');
  }

  #text(text: string, escaped: boolean): void {
    if (this.#path.length === 0) {
      if (text.trim() !== '') throw damaged('er staat tekst buiten de XML');
      return;
    }
    if (this.#handler.wantsText) this.#handler.text(lines(escaped ? unescape(text) : text));
  }

  #tag(tag: string): void {
    if (tag[0] === '/') {
      if (this.#path.pop() !== tag.slice(1).trimEnd()) throw damaged('een element is niet gesloten');
      this.#handler.close(localName(tag.slice(1).trimEnd()));
      return;
    }
    let end = 0;
    while (end < tag.length && !isSpace(tag.charCodeAt(end)) && tag[end] !== '/') end += 1;
    const name = tag.slice(0, end);
    if (name === '') throw damaged('een element heeft geen naam');
    if (this.#path.length === 0 && this.#rooted) throw damaged('er zijn twee hoofdelementen');
    if (this.#path.length >= MAX_DEPTH) throw damaged('de XML is te diep genest');
    this.#rooted = true;
    const local = localName(name);
    this.#handler.open(local, tag);
    if (tag.endsWith('/')) this.#handler.close(local);
    else this.#path.push(name);
  }
}

// OOXML is UTF-8 or UTF-16 (ECMA-376 part 2); the first bytes tell which.
function decoderFor(start: Uint8Array): TextDecoder {
  const [a, b] = start as unknown as [number, number];
  const utf16le = (a === 0xff && b === 0xfe) || (a === 0x3c && b === 0);
  const utf16be = (a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c);
  const head = new TextDecoder('latin1').decode(start.subarray(0, 200));
  const declared = /^[^<]*<\?xml[^>]*?encoding\s*=\s*["']([^"']*)/.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
  if (!utf16le && !utf16be && !['utf-8', 'utf8', 'us-ascii'].includes(declared)) {
    throw damaged(`de codering ${declared.slice(0, 20)} hoort niet in een werkmap`);
  }
  return new TextDecoder(utf16le ? 'utf-16le' : utf16be ? 'utf-16be' : 'utf-8', { fatal: true });
}
