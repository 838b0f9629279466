// Vergelijk: the meldingen that were sent beside what the files say now, as the lists of `verzuimkit vergelijk`.
import type { Vergeleken, Vergelijking } from 'verzuimkit/bare';
import { RIJEN_PER_KEER } from '../kijk.js';
import type { State } from '../state.js';
import type { Tekst } from '../text/nl.js';
import type { Action } from '../update.js';
import { h } from '../view/vnode.js';
import { type Kids, type View, button, buttons, dutch, fileButton, lead, paragraph, table, word } from './parts.js';

// In the order in which a person works through them.
const LIJSTEN = ['nieuw', 'te_corrigeren', 'in_te_trekken', 'ongewijzigd', 'te_laat', 'open_termijnen'] as const;
type Lijst = (typeof LIJSTEN)[number];

const lijstId = (lijst: Lijst): string => `v-vergelijk-${lijst.replaceAll('_', '-')}`;

function reasons(t: Tekst, { redenen }: Vergeleken): Kids {
  return h<Action>(
    'ul',
    { class: 'vk-opsomming' },
    redenen.map(({ bericht, was, wordt }) =>
      h<Action>('li', null, dutch(bericht), was !== null && wordt !== null && ` ${t.uit.vergelijk.wasWordt(was, wordt)}`),
    ),
  );
}

function row(t: Tekst, entry: Vergeleken): Kids[] {
  const { leerling, melding, verzonden, termijn } = entry;
  const { begindatum = '', einddatum = null, soort = '' } = melding ?? verzonden ?? {};
  const from = t.datum(begindatum);
  return [
    leerling,
    word(t.soorten, soort),
    einddatum === null ? t.vanLoopt(from) : t.vanTot(from, t.datum(einddatum)),
    t.uit.vergelijk.termijnen[termijn.stand](t.meervoud(termijn.dagen, ...t.uit.vergelijk.dag), t.datum(termijn.uiterste_datum)),
    reasons(t, entry),
  ];
}

function list(t: Tekst, entries: readonly Vergeleken[], lijst: Lijst, drawn: number): View | false {
  if (entries.length === 0) return false;
  const { kolommen, lijsten } = t.uit.vergelijk;
  return h<Action>(
    'section',
    { key: lijst },
    table(
      lijstId(lijst),
      `${lijsten[lijst]} (${t.getal(entries.length)})`,
      [{ head: t.leerlingKop }, { head: t.soort }, { head: t.periode }, { head: kolommen.termijn }, { head: kolommen.redenen }],
      entries.slice(0, drawn).map((entry) => row(t, entry)),
    ),
    entries.length > drawn && paragraph(t.uit.van(t.getal(drawn), t.getal(entries.length))),
  );
}

function outcome(t: Tekst, vergelijking: Vergelijking, drawn: number): Kids {
  const { lijsten, overzicht } = t.uit.vergelijk;
  return [
    table(
      'v-vergelijk',
      overzicht,
      [{ head: t.uit.vergelijk.lijst }, { head: t.aantal, numeric: true }],
      LIJSTEN.map((lijst) => [lijsten[lijst], t.getal(vergelijking[lijst].length)]),
    ),
    buttons(button(t.uit.vergelijk.bewaar, { t: 'bewaar_vergelijking' })),
    LIJSTEN.map((lijst) => list(t, vergelijking[lijst], lijst, drawn)),
    LIJSTEN.some((lijst) => vergelijking[lijst].length > drawn) &&
      h<Action>(
        'div',
        { key: 'meer' },
        buttons(button(t.uit.nogMeer, { t: 'kijk', kijk: { vergeleken: drawn + RIJEN_PER_KEER } })),
      ),
  ];
}

const chosen = (bestand: File): Action => ({ t: 'verzonden_kiezen', bestand });

export function vergelijkTab(t: Tekst, state: State): View[] {
  const vergelijking = state.uitkomst?.inzage.vergelijking;
  const { andere, inleiding, kies, naast } = t.uit.vergelijk;
  return [
    lead(inleiding),
    state.verzonden && vergelijking && paragraph(naast(state.verzonden.naam, vergelijking.samenvatting.verzonden)),
    h<Action>(
      'div',
      { class: 'vk-sleepvlak', key: 'kies', on: { drop: ({ bestanden: [bestand] = [] }) => bestand && chosen(bestand) } },
      fileButton('v-verzonden', vergelijking ? andere : kies, '.json', false, ([bestand]) => chosen(bestand!)),
    ),
    vergelijking && h<Action>('div', { key: 'lijsten' }, outcome(t, vergelijking, state.kijk.vergeleken)),
  ].filter((node): node is View => Boolean(node));
}

