// What a file was recognised as, column by column, and where a person says otherwise.
import { type Kolom, type Kolomkeuze, type Invoer, type ProfielUitleg, type State, kolommenVan, volgensNaam } from '../state.js';
import type { Tekst } from '../text/nl.js';
import { h } from '../view/vnode.js';
import type { Action } from '../update.js';
import {
  type Kids,
  type View,
  alert,
  badge,
  button,
  buttons,
  dutch,
  facts,
  fileButton,
  heading,
  mistakeText,
  paragraph,
  select,
  selectField,
  table,
  word,
} from './parts.js';

const PREVIEW_ROWS = 5;
const EXAMPLES = 3;
// Stands for "as the name of the column says"; no field has this name.
const NAAM = 'volgens_naam';

// How sure it is what a column holds: in words, since a person has to judge it.
function zekerheid(t: Tekst, { naam, veld }: Kolom, keuze: Kolomkeuze | undefined): string {
  if (keuze?.kolommen[naam] !== undefined) return t.doorUGekozen;
  if (veld === '') return t.nietHerkend;
  return naam.toLowerCase().replace(/[^a-z]/g, '') === veld.replaceAll('_', '') ? t.naamGelijk : t.naamBekend;
}

function kolomKeuze(t: Tekst, id: string, kolom: Kolom, invoer: Invoer, profiel: ProfielUitleg | undefined): Kids {
  const { sleutel, keuze } = invoer;
  if (!profiel || kolom.naam === '') return kolom.veld === '' ? t.nietGebruikt : word(t.velden, kolom.veld);
  const vanNaam = volgensNaam(invoer, profiel.naam, kolom);
  const choices = [
    { value: NAAM, text: t.volgensNaam(vanNaam === '' ? t.nietGebruikt : word(t.velden, vanNaam)) },
    { value: '', text: t.nietGebruikt },
    ...profiel.velden.map(({ veld }) => ({ value: veld, text: word(t.velden, veld) })),
  ];
  const changed = (value: string): Action => ({
    t: 'kolom',
    sleutel,
    basis: profiel.naam,
    kolom: kolom.naam,
    veld: value === NAAM ? undefined : value,
  });
  return select(id, keuze?.kolommen[kolom.naam] ?? NAAM, choices, changed, { 'aria-label': t.gelezenAlsVan(kolom.naam) });
}

function columns(t: Tekst, invoer: Invoer, profiel: ProfielUitleg | undefined): View {
  const { kolommen, rijen } = kolommenVan(invoer);
  return table(
    `v-kolommen-${invoer.sleutel}`,
    t.kolommen,
    [{ head: t.kolom }, { head: t.bijvoorbeeldKop }, { head: t.gelezenAls }, { head: t.datumnotatie }, { head: t.zekerheid }],
    kolommen.map((kolom, i) => [
      kolom.naam,
      rijen
        .slice(0, EXAMPLES)
        .map((row) => row[i] ?? '')
        .filter((cell) => cell !== '')
        .join(', '),
      kolomKeuze(t, `v-kolom-${invoer.sleutel}-${i}`, kolom, invoer, profiel),
      kolom.datum,
      zekerheid(t, kolom, invoer.keuze),
    ]),
  );
}

function preview(t: Tekst, invoer: Invoer): View {
  const { kolommen, rijen } = kolommenVan(invoer);
  const rows = rijen.slice(0, PREVIEW_ROWS);
  return h<Action>(
    'details',
    { class: 'vk-uitklap', key: 'voorbeeld' },
    h<Action>('summary', null, t.voorbeeldRijen(rows.length)),
    table(
      `v-voorbeeld-${invoer.sleutel}`,
      t.voorbeeldRijen(rows.length),
      kolommen.map(({ naam }) => ({ head: naam })),
      rows.map((row) => kolommen.map((_, i) => row[i] ?? '')),
    ),
  );
}

// Fields that the profile cannot do without and that no column feeds.
function missing(invoer: Invoer, profiel: ProfielUitleg): string[] {
  const fed = kolommenVan(invoer).kolommen.map(
    (kolom) => invoer.keuze?.kolommen[kolom.naam] ?? volgensNaam(invoer, profiel.naam, kolom),
  );
  return profiel.velden.filter(({ veld, verplicht }) => verplicht && !fed.includes(veld)).map(({ veld }) => veld);
}

function choosing(t: Tekst, invoer: Invoer, profiel: ProfielUitleg | undefined): View {
  const { sleutel, keuze, bron } = invoer;
  const open = profiel ? missing(invoer, profiel) : [];
  return h<Action>(
    'div',
    { key: 'kiezen' },
    keuze && open.length > 0 && alert('warning', paragraph(t.nogAanTeWijzen(open.map((veld) => word(t.velden, veld)).join(', ')))),
    keuze && paragraph(t.kolommenGewijzigd),
    buttons(
      keuze && button(t.herlees, { t: 'herlees', sleutel }, { kind: 'primary', label: t.herleesVan(bron.naam) }),
      keuze && button(t.profielBewaren, { t: 'profiel_bewaren', keuze }),
      fileButton(`v-profiel-json-${sleutel}`, t.profielLaden, '.json', false, ([file]) => ({
        t: 'profiel_laden',
        sleutel,
        bestand: file!,
      })),
    ),
  );
}

export function bestandKaart(t: Tekst, state: State, invoer: Invoer): View | undefined {
  const { bron, beschrijving, sleutel, keuze, stand, fouten } = invoer;
  if (!beschrijving) return undefined;
  const gekozen = keuze?.basis ?? beschrijving.profiel;
  const profiel = state.profielen.find(({ naam }) => naam === gekozen);
  return h<Action>(
    'section',
    { class: 'vk-kaart', key: `bestand ${sleutel}`, 'aria-labelledby': `v-bestand-${sleutel}` },
    heading(2, bron.naam, { id: `v-bestand-${sleutel}` }),
    stand === 'fout' &&
      alert('error', paragraph(h<Action>('strong', null, t.nietGelezen)), fouten.map((fout) => paragraph(...mistakeText(t, fout)))),
    h<Action>(
      'p',
      { class: 'nl-paragraph' },
      badge(beschrijving.profiel === '' ? t.onbekendProfiel : t.herkend(beschrijving.profiel)),
      stand === 'klaar' && ` ${t.bruikbaar(beschrijving.gebruikt, beschrijving.gelezen)}`,
    ),
    facts([
      [t.profielBron, dutch(beschrijving.profielBron)],
      [t.codering, beschrijving.codering],
      beschrijving.werkblad === undefined
        ? [t.scheidingsteken, beschrijving.scheidingsteken]
        : [t.uit.werkblad, t.uit.bladVan(beschrijving.werkblad, beschrijving.andereWerkbladen)],
      [t.kopregel, beschrijving.kopregel === 0 ? t.geenKopregel : t.inRegel(beschrijving.kopregel)],
    ]),
    selectField({
      id: `v-profiel-${sleutel}`,
      label: t.soortBestand,
      help: t.soortBestandUitleg,
      value: gekozen,
      choices: [
        ...(profiel ? [] : [{ value: '', text: t.kiesProfiel }]),
        ...state.profielen.map(({ naam }) => ({ value: naam, text: naam.replaceAll('_', ' ') })),
      ],
      changed: (basis) => ({ t: 'profiel', sleutel, basis }),
    }),
    columns(t, invoer, profiel),
    kolommenVan(invoer).rijen.length > 0 && preview(t, invoer),
    choosing(t, invoer, profiel),
  );
}
