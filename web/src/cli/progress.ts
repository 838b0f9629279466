// One line on the terminal that says how far the reading is; silent when standard error is not a terminal.
import type { Voortgang } from '../session.js';

const INTERVAL_MS = 100;
const getal = new Intl.NumberFormat('nl-NL');
const megabytes = new Intl.NumberFormat('nl-NL', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

export class ProgressLine {
  readonly #stream: NodeJS.WriteStream;
  #shown = 0;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  /** Draws the state of `naam`, at most ten times a second. */
  show(naam: string, { bytes, totaal, rijen }: Voortgang): void {
    const now = Date.now();
    if (!this.#stream.isTTY || now - this.#shown < INTERVAL_MS) return;
    this.#shown = now;
    this.#draw(progressText(naam, { bytes, rijen, ...(totaal === undefined ? {} : { totaal }) }));
  }

  clear(): void {
    if (this.#shown !== 0) this.#draw('');
    this.#shown = 0;
  }

  #draw(text: string): void {
    this.#stream.write(`\r\u001b[K${text.slice(0, (this.#stream.columns || 80) - 1)}`);
  }
}

/** "lessen.csv: 12,3 van 80,0 MB, 1.234.567 rijen" */
export function progressText(naam: string, { bytes, totaal, rijen }: Voortgang): string {
  const of = totaal === undefined ? '' : ` van ${megabytes.format(totaal / 1e6)}`;
  return `${naam}: ${megabytes.format(bytes / 1e6)}${of} MB, ${getal.format(rijen)} rijen`;
}
