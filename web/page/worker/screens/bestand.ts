// Step 1: choose files, see them being read.
import type { Bron, Invoer, State } from '../state.js';
import { leest } from '../state.js';
import type { Tekst } from '../text/nl.js';
import { h } from '../view/vnode.js';
import type { Action } from '../update.js';
import {
  type View,
  alert,
  button,
  buttons,
  card,
  fileButton,
  heading,
  lead,
  mistakeText,
  paragraph,
  screenHeading,
} from './parts.js';

const bronnen = (files: readonly File[]): readonly Bron[] =>
  files.map((file) => ({ naam: file.name, omvang: file.size, open: () => file }));
const chosen = (files: File[]): Action => ({ t: 'kies', bronnen: bronnen(files) });

function progress(t: Tekst, { bron, bytes, rijen }: Invoer): View {
  const text =
    bron.omvang === undefined
      ? t.gelezenTot(t.omvang(bytes), rijen)
      : t.vanTotaal(t.omvang(bytes), t.omvang(bron.omvang), rijen);
  return h<Action>(
    'div',
    { class: 'vk-voortgang' },
    // Without a known size the bar has no value: the browser shows that something is going on.
    h<Action>('progress', {
      'aria-label': t.lezen(bron.naam),
      ...(bron.omvang ? { value: bytes, max: bron.omvang } : {}),
    }),
    h<Action>('span', null, text),
  );
}

function fileRow(t: Tekst, invoer: Invoer): View {
  const { beschrijving, bron, fouten, stand, sleutel } = invoer;
  return h<Action>(
    'li',
    { key: String(sleutel), class: 'vk-bestand' },
    h<Action>('h3', { class: 'nl-heading nl-heading--level-3 vk-bestandsnaam' }, bron.naam),
    stand === 'wacht' && paragraph(t.wacht),
    stand === 'leest' && progress(t, invoer),
    beschrijving &&
      stand === 'klaar' &&
      paragraph(t.klaar(t.omvang(invoer.bytes), beschrijving.gelezen, beschrijving.gebruikt, beschrijving.afgewezen)),
    stand === 'fout' &&
      alert(
        'error',
        paragraph(h<Action>('strong', null, t.nietGelezen)),
        fouten.map((fout) => paragraph(...mistakeText(t, fout))),
      ),
    stand === 'fout' && beschrijving && paragraph(button(t.kolommenAanwijzen, { t: 'ga', stap: 'codes' })),
    (stand === 'klaar' || stand === 'fout') &&
      button(t.verwijder, { t: 'verwijder', sleutel }, { kind: 'subtle', label: t.verwijderNaam(bron.naam) }),
  );
}

// The files with how far they are, and one way to stop.
export const gekozenBestanden = (t: Tekst, state: State): View =>
  h<Action>(
    'section',
    { key: 'gekozen', 'aria-labelledby': 'v-gekozen' },
    heading(2, t.gekozen, { id: 'v-gekozen' }),
    h<Action>(
      'ul',
      { class: 'vk-lijst' },
      state.invoer.map((invoer) => fileRow(t, invoer)),
    ),
    // One button for all files, the same for as long as there is something to stop: a click that comes just when one
    // file gives way to the next is not lost.
    leest(state) && h<Action>('div', { key: 'stoppen' }, buttons(button(t.stoppen, { t: 'stop' }))),
  );

export function bestandScherm(t: Tekst, state: State): View[] {
  const busy = leest(state);
  return [
    screenHeading(t.bestand),
    lead(t.bestandInleiding),
    h<Action>(
      'div',
      {
        class: 'vk-sleepvlak',
        on: { drop: (event) => (event.bestanden?.length ? chosen(event.bestanden) : undefined) },
      },
      h<Action>('p', { class: 'nl-paragraph vk-sleeptekst' }, t.sleep),
      paragraph(t.sleepUitleg),
      fileButton('v-kies', t.kies, '.csv,.txt,.tsv,.xlsx,.xlsm,.json,.xml', true, chosen),
    ),
    state.invoer.length > 0 && gekozenBestanden(t, state),
    state.verzonden &&
      h<Action>(
        'section',
        { key: 'verzonden', 'aria-labelledby': 'v-verzonden-kop' },
        heading(2, t.uit.vergelijk.verzondenKop, { id: 'v-verzonden-kop' }),
        paragraph(t.uit.vergelijk.verzondenUitleg(state.verzonden.naam)),
        buttons(
          button(
            t.verwijder,
            { t: 'verzonden', verzonden: undefined },
            { kind: 'subtle', label: t.verwijderNaam(state.verzonden.naam) },
          ),
        ),
      ),
    state.inspectie &&
      !busy &&
      h<Action>('div', { key: 'verder' }, buttons(button(t.verder, { t: 'ga', stap: 'codes' }, { kind: 'primary' }))),
    state.invoer.length === 0 &&
      h<Action>(
        'div',
        { key: 'voorbeeld' },
        card(
          heading(2, t.geenBestand),
          paragraph(t.voorbeeldUitleg),
          buttons(
            button(t.voorbeeldVo, { t: 'voorbeeld', soort: 'vo' }),
            button(t.voorbeeldPo, { t: 'voorbeeld', soort: 'po' }),
          ),
        ),
      ),
  ].filter((node): node is View => Boolean(node));
}
