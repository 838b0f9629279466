// Publicatie: what may be shared beside what is true, with each hidden count explained. The true value of a hidden
// count is on this screen only; it is in no file that is made to be shared.
import type { Levering, LeveringCel, Publicatie, PublicatieCel } from 'verzuimkit/bare';
import { type Keuring, celNaam } from '../kijk.js';
import type { State } from '../state.js';
import type { Tekst } from '../text/nl.js';
import type { Action } from '../update.js';
import { h } from '../view/vnode.js';
import { celTabel, deelNaam, periodeKeuze, statusRegel, tijd } from './levering.js';
import { type Kids, type View, alert, button, buttons, dutch, heading, lead, paragraph, table } from './parts.js';

// A hidden count: its marker in a dashed box, and the word for it for who does not see the box.
const hidden = (words: string, spoken: string): Kids => [
  h<Action>('span', { class: 'vk-verborgencel' }, words, h<Action>('span', { class: 'vk-verborgen' }, ` (${spoken})`)),
];

const keyOf = (cel: LeveringCel | PublicatieCel): string => celNaam(cel);

function verdict(t: Tekst, { ingehouden }: Publicatie, keuring: Keuring | undefined, count: number): View {
  if (ingehouden !== undefined) return alert('warning', paragraph(t.uit.ingehouden, ' ', dutch(ingehouden)));
  if (!keuring) return alert('info', paragraph(t.uit.keuren));
  const { bezwaar, tabellen, veilig } = keuring;
  return alert(
    veilig && bezwaar === undefined ? 'ok' : 'error',
    paragraph(veilig ? t.uit.veilig(t.getal(count)) : t.uit.onveilig),
    paragraph(bezwaar === undefined ? t.uit.bewijsGoed(t.getal(tabellen)) : t.uit.bewijsFout(bezwaar)),
  );
}

function known(t: Tekst, cel: PublicatieCel, keuring: Keuring | undefined): string {
  const found = keuring?.cellen.get(keyOf(cel));
  if (!found) return t.uit.onbekend;
  const { hoogste, laagste } = found;
  const range =
    hoogste === null
      ? t.uit.ofMeer(t.getal(laagste))
      : hoogste === laagste
        ? t.uit.precies(t.getal(laagste))
        : t.uit.tussen(t.getal(laagste), t.getal(hoogste));
  return cel.minstens === undefined ? range : `${range}; ${t.uit.gezegd(t.getal(cel.minstens))}`;
}

function explanation(
  t: Tekst,
  { drempel }: Publicatie,
  cells: readonly PublicatieCel[],
  real: ReadonlyMap<string, number>,
  keuring: Keuring | undefined,
): View {
  if (cells.length === 0) return paragraph(t.uit.nietsVerborgen);
  return table(
    'v-verborgen',
    t.uit.verborgenKop,
    [{ head: t.uit.cel }, { head: t.uit.echt, numeric: true }, { head: t.uit.reden }, { head: t.uit.lezer }],
    cells.map((cel) => {
      const count = real.get(keyOf(cel)) ?? 0;
      const place = [deelNaam(t, cel.onderverdeling), t.uit.categorieen[cel.categorie], t.uit.aandeel(cel.interval)];
      return [
        place.join(', '),
        t.getal(count),
        count < drempel ? t.uit.klein(t.getal(drempel)) : t.uit.schild,
        known(t, cel, keuring),
      ];
    }),
  );
}

function sideBySide(t: Tekst, levering: Levering, publicatie: Publicatie): View {
  const shown = new Map(publicatie.cellen.map((cel) => [keyOf(cel), cel]));
  const minutes = new Map(levering.uren.map((uur) => [`${uur.onderverdeling} ${uur.categorie}`, uur.minuten]));
  const told = new Map(publicatie.uren.map((uur) => [`${uur.onderverdeling} ${uur.categorie}`, uur]));
  const { naam } = levering.periode;
  return h<Action>(
    'div',
    { class: 'vk-paar', key: 'paar' },
    celTabel(
      t,
      'v-publicatie',
      t.uit.publicatieKop(naam),
      levering,
      (cel) => {
        const { aantal, markering = '' } = shown.get(keyOf(cel)) ?? { aantal: null };
        return aantal === null ? hidden(markering, t.uit.verborgen) : t.getal(aantal);
      },
      (part, categorie) => {
        const uur = told.get(`${part} ${categorie}`);
        return uur && uur.minuten !== null ? tijd(t, uur.minuten) : hidden(uur?.markering ?? '', t.uit.verborgen);
      },
    ),
    celTabel(
      t,
      'v-echt',
      t.uit.echtKop(naam),
      levering,
      (cel) => {
        const words = t.getal(cel.aantal);
        return shown.get(keyOf(cel))?.aantal === null ? hidden(words, t.uit.verborgenHier) : words;
      },
      (part, categorie) => {
        const words = tijd(t, minutes.get(`${part} ${categorie}`) ?? 0);
        return told.get(`${part} ${categorie}`)?.minuten === null ? hidden(words, t.uit.verborgenHier) : words;
      },
    ),
  );
}

export function publicatieTab(t: Tekst, state: State): View[] {
  const { keuringen, periode } = state.kijk;
  const publicatie = state.uitkomst?.inzage.publicaties[periode];
  const levering = state.uitkomst?.inzage.leveringen[periode];
  if (!publicatie || !levering) return [];
  const cells = publicatie.cellen.filter(({ aantal }) => aantal === null);
  const keuring = keuringen[periode];
  const real = new Map(levering.cellen.map((cel) => [keyOf(cel), cel.aantal]));
  return [
    lead(t.uit.publicatieInleiding),
    periodeKeuze(t, state),
    heading(2, t.uit.publicatieKop(publicatie.periode.naam)),
    statusRegel(t, publicatie),
    h<Action>('div', { role: 'status', key: 'oordeel' }, verdict(t, publicatie, keuring, cells.length)),
    buttons(button(t.uit.bewaarPublicatie, { t: 'bewaar_publicatie' })),
    paragraph(t.uit.haken, ' ', t.uit.alleenSchool),
    sideBySide(t, levering, publicatie),
    heading(2, t.uit.verborgenKop),
    explanation(t, publicatie, cells, real, keuring),
  ].filter((node): node is View => node !== undefined);
}
