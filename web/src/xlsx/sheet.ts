// One worksheet as the text of a CSV file, row by row. Line n of the text is row n of the sheet, so that a problem
// names the row that a person sees.
import { Damage, damaged, tooLarge } from './damage.js';
import { type NumberKind, numberText } from './number_format.js';
import { RichText, unescapeOoxml } from './parts.js';
import { eachAttribute, type XmlHandler } from './xml.js';

export interface SheetContext {
  shared: readonly string[];
  kinds: readonly NumberKind[];
  date1904: boolean;
}

export const DELIMITER = ';';

const MAX_ROWS = 1_048_576; // of Excel itself
// One more than the core reads: it refuses such a row and says so.
const MAX_COLUMNS = 513;
const MAX_CELLS = 64_000_000; // places between delimiters, empty ones too
const PAD_COLUMNS = 64;

/** "C7" is column 2 (from 0); -1 when it is no place. */
export function columnOf(place: string): number {
  let column = 0;
  let i = 0;
  for (; i < place.length; i += 1) {
    const letter = place.charCodeAt(i) & ~0x20;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return i === 0 || i > 3 ? -1 : column - 1;
}

/** 2 is "C". */
export function lettersOf(column: number): string {
  let letters = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}

// A line end inside a cell would move all rows after it.
function quoted(text: string): string {
  const line = /[\r\n\v\f\u0085\u2028\u2029]/.test(text) ? text.replace(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/g, ' ') : text;
  return /[;"]|^\s|\s$/.test(line) ? `"${line.replaceAll('"', '""')}"` : line;
}

export class SheetReader implements XmlHandler {
  readonly #context: SheetContext;
  readonly #rich = new RichText();
  #out: string[] = [];
  #size = 0;
  #path = 0; // how deep inside sheetData; 0: outside
  #row = 0;
  #lastLine = 0;
  #cells: string[] = [];
  #widest = 0;
  #places = 0;
  #column = -1;
  #type = '';
  #style = 0;
  #value: string | undefined;
  #hasFormula = false;
  #inValue = false;
  #hasInline = false;

  constructor(context: SheetContext) {
    this.#context = context;
  }

  get wantsText(): boolean {
    return this.#inValue || this.#rich.wantsText;
  }
  /** Whether a cell with a value was seen. */
  get hasData(): boolean {
    return this.#lastLine > 0;
  }
  /** Characters that wait to be taken. */
  get size(): number {
    return this.#size;
  }
  /** Rows so far as text; empty ones at the end are not written. */
  take(): string {
    const text = this.#out.join('');
    this.#out = [];
    this.#size = 0;
    return text;
  }

  open(element: string, tag: string): void {
    if (this.#path === 0) {
      if (element === 'sheetData') this.#path = 1;
      else if (element === 'dimension') this.#dimension(tag);
      return;
    }
    this.#path += 1;
    if (this.#path === 2 && element === 'row') this.#openRow(tag);
    else if (this.#path === 3 && element === 'c') this.#openCell(tag);
    else if (this.#path === 4 && element === 'v') {
      this.#inValue = true;
      this.#value = '';
    } else if (this.#path === 4 && element === 'f') this.#hasFormula = true;
    else if (this.#path === 4 && element === 'is') {
      this.#rich.clear();
      this.#hasInline = true;
    } else if (this.#path > 4 && this.#hasInline) this.#rich.open(element);
  }

  close(element: string): void {
    if (this.#path === 0) return;
    if (this.#path === 2 && element === 'row') this.#closeRow();
    else if (this.#path === 3 && element === 'c') this.#closeCell();
    else if (this.#path === 4) this.#inValue = false;
    else if (this.#path > 4 && this.#hasInline) this.#rich.close(element);
    this.#path -= 1;
  }

  text(text: string): void {
    if (this.#inValue) this.#value += text;
    else this.#rich.text(text);
  }

  // What the sheet says of its own size widens short rows: Excel leaves empty cells at the end of a row out.
  #dimension(tag: string): void {
    eachAttribute(tag, (name, value) => {
      if (name !== 'ref') return;
      const width = columnOf(value.slice(value.indexOf(':') + 1)) + 1;
      if (width <= PAD_COLUMNS) this.#widest = width;
    });
  }

  #openRow(tag: string): void {
    let row = this.#row + 1;
    eachAttribute(tag, (name, value) => {
      if (name === 'r') row = Number(value);
    });
    if (!Number.isInteger(row) || row <= this.#row) throw damaged(`na rij ${this.#row} komt rij ${row}`);
    if (row > MAX_ROWS) throw damaged(`rij ${row} bestaat niet`);
    this.#row = row;
    this.#column = -1;
    this.#cells = [];
  }

  #openCell(tag: string): void {
    let column = this.#column + 1;
    this.#type = 'n';
    this.#style = 0;
    eachAttribute(tag, (name, value) => {
      if (name === 'r') column = columnOf(value);
      else if (name === 't') this.#type = value;
      else if (name === 's') this.#style = Number(value);
    });
    if (column < 0) throw damaged(`een cel in rij ${this.#row} heeft geen plaats`);
    this.#column = column;
    this.#value = undefined;
    this.#hasFormula = false;
    this.#hasInline = false;
    this.#rich.clear();
  }

  #closeCell(): void {
    const text = this.#cellText();
    if (text === '') return;
    // Beyond what the core reads only the fact that there is more matters.
    const column = Math.min(this.#column, MAX_COLUMNS - 1);
    while (this.#cells.length < column) this.#cells.push('');
    this.#cells[column] = quoted(text);
  }

  #cellText(): string {
    if (this.#type === 'inlineStr') return this.#hasInline ? this.#rich.take() : '';
    const value = this.#value;
    if (value === undefined) {
      if (!this.#hasFormula || this.#type === 'str') return '';
      throw new Damage(
        'formule_zonder_uitkomst',
        'Deze cel bevat een formule waarvan de uitkomst niet is bewaard. Open het bestand in Excel, bewaar het opnieuw ' +
          'en kies dat bestand.',
        this.#row,
        lettersOf(this.#column),
      );
    }
    switch (this.#type) {
      case 's': {
        const shared = /^\d+$/.test(value) ? this.#context.shared[Number(value)] : undefined;
        if (shared === undefined) throw damaged(`de tekst van cel ${lettersOf(this.#column)}${this.#row} ontbreekt`);
        return shared;
      }
      case 'b':
        return value === '1' || value === 'true' ? 'WAAR' : 'ONWAAR';
      case 'd':
        return value.replace(/T00:00(:00(\.0+)?)?Z?$/, '').replace('T', ' ');
      case 'n':
        return numberText(value, this.#context.kinds[this.#style] ?? { kind: 'number' }, this.#context.date1904);
      default: // str, and e: an error is written as the sheet shows it
        return unescapeOoxml(value);
    }
  }

  #closeRow(): void {
    if (this.#cells.length === 0) return;
    this.#widest = Math.max(this.#widest, this.#cells.length);
    while (this.#cells.length < this.#widest) this.#cells.push('');
    this.#places += this.#cells.length + this.#row - this.#lastLine;
    if (this.#places > MAX_CELLS) throw tooLarge('te veel cellen');
    const line = `${'\n'.repeat(this.#row - this.#lastLine - 1)}${this.#cells.join(DELIMITER)}\n`;
    this.#lastLine = this.#row;
    this.#out.push(line);
    this.#size += line.length;
  }
}
