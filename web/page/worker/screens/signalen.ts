// Signalen: what the school's own rules found, per recipient, with what may be shared and why not.
import type { Signaal } from 'verzuimkit/bare';
import { PER_KEER } from '../kijk.js';
import type { State } from '../state.js';
import type { Tekst } from '../text/nl.js';
import type { Action } from '../update.js';
import { h } from '../view/vnode.js';
import {
  type View,
  alert,
  badge,
  button,
  buttons,
  dutch,
  facts,
  heading,
  lead,
  paragraph,
  selectField,
  table,
} from './parts.js';

const RECIPIENTS = ['leerplicht', 'jeugdarts', 'intern'] as const;

function overview(t: Tekst, all: readonly Signaal[]): View {
  return table(
    'v-per-ontvanger',
    t.uit.perOntvanger,
    [
      { head: t.uit.ontvanger },
      { head: t.uit.aantalSignalen, numeric: true },
      { head: t.uit.waarvanDeelbaar, numeric: true },
    ],
    RECIPIENTS.map((recipient) => {
      const theirs = all.filter(({ ontvanger }) => ontvanger === recipient);
      return [
        t.uit.ontvangers[recipient],
        t.getal(theirs.length),
        t.getal(theirs.filter(({ deelbaar }) => deelbaar).length),
      ];
    }),
  );
}

const measured = (t: Tekst, waarde: number, drempel: number, eenheid: string): string =>
  eenheid === 'telminuten'
    ? t.uit.gemeten(t.uren(waarde), t.uren(drempel), '').replace(' ;', ';')
    : t.uit.gemeten(t.getal(waarde), t.getal(drempel), t.uit.eenheden[eenheid] ?? eenheid);

function card(t: Tekst, state: State, signaal: Signaal, place: number): View {
  const { deelbaar, reden_niet_deelbaar: redenen } = signaal;
  const sleutel = `signaal ${signaal.regel} ${signaal.stap} ${signaal.leerling} ${signaal.tot}`;
  const open = state.open.has(sleutel);
  const lessons = t.uit.lessenBij(t.getal(signaal.regels.length));
  return h<Action>(
    'li',
    { class: 'vk-melding', key: sleutel },
    h<Action>(
      'div',
      { class: 'vk-meldingkop' },
      heading(2, t.leerling(signaal.leerling), {}, 3),
      badge(t.uit.ontvangers[signaal.ontvanger] ?? signaal.ontvanger),
      h<Action>('span', { class: 'vk-stil' }, t.uit.regelVan(signaal.regel, signaal.schoolgids)),
    ),
    paragraph(dutch(signaal.zin)),
    facts([
      [t.uit.wanneer, t.uit.vanTotEnMet(t.datum(signaal.van), t.datum(signaal.tot))],
      [t.uit.gemetenKop, measured(t, signaal.waarde, signaal.drempel, signaal.eenheid)],
      [t.uit.actie, t.uit.acties[signaal.actie] ?? signaal.actie],
    ]),
    deelbaar
      ? paragraph(h<Action>('strong', null, `✓ ${t.uit.deelbaar}`))
      : h<Action>(
          'div',
          null,
          paragraph(h<Action>('strong', null, `✕ ${t.uit.nietDeelbaar}`)),
          h<Action>(
            'ul',
            { class: 'vk-opsomming' },
            redenen.map(({ bericht }) => h<Action>('li', null, dutch(bericht))),
          ),
        ),
    signaal.regels.length > 0 &&
      button(lessons, { t: 'waarom', sleutel }, {
        kind: 'subtle',
        label: `${lessons}: ${t.leerling(signaal.leerling)}, ${t.datum(signaal.tot)}`,
        expanded: open,
        controls: open ? `v-signaal-${place}-vak` : undefined,
      }),
    open &&
      h<Action>(
        'div',
        { class: 'vk-waarom', id: `v-signaal-${place}-vak` },
        table(
          `v-signaal-${place}`,
          lessons,
          [{ head: t.dagKop }, { head: t.lesuren }, { head: t.minuten }, { head: t.rijen }],
          signaal.regels.map(({ bestand, datum, lesuur, minuten, regel }) => [
            t.dag(datum),
            t.lesuur(lesuur),
            t.uren(minuten),
            `${bestand}: ${regel}`,
          ]),
        ),
      ),
  );
}

export function signalenTab(t: Tekst, state: State): View[] {
  const signalen = state.uitkomst?.inzage.signalen;
  if (!signalen) return [];
  const all = signalen.signalen;
  const { ontvanger, signalen: drawn } = state.kijk;
  const shown = all.filter((signaal) => ontvanger === '' || signaal.ontvanger === ontvanger);
  const status = facts([[t.uit.status, [t.uit.geenWet, ' ', dutch(`${signalen.bron}.`)]]]);
  if (all.length === 0) {
    const none = 'beleid' in state.school ? t.uit.geenSignalen : t.uit.geenBeleid;
    return [lead(t.uit.signalenInleiding), status, alert('info', paragraph(none))];
  }
  return [
    lead(t.uit.signalenInleiding),
    status,
    overview(t, all),
    h<Action>(
      'div',
      { class: 'vk-naast vk-nietafdrukken', key: 'ontvanger' },
      selectField({
        id: 'v-ontvanger',
        label: t.uit.ontvanger,
        value: ontvanger,
        choices: [
          { value: '', text: t.uit.alleOntvangers },
          ...RECIPIENTS.map((value) => ({ value, text: t.uit.ontvangers[value] ?? value })),
        ],
        changed: (waarde) => ({
          t: 'kijk',
          kijk: { ontvanger: RECIPIENTS.find((known) => known === waarde) ?? '', signalen: PER_KEER },
        }),
      }),
    ),
    h<Action>(
      'p',
      { class: 'vk-stil', role: 'status', key: 'aantal' },
      t.uit.van(t.getal(Math.min(drawn, shown.length)), t.getal(shown.length)),
    ),
    h<Action>('ul', { class: 'vk-lijst', key: 'signalen' }, shown.slice(0, drawn).map((signaal, i) => card(t, state, signaal, i))),
    ...(shown.length > drawn
      ? [
          h<Action>(
            'div',
            { key: 'meer' },
            buttons(button(t.uit.nogMeer, { t: 'kijk', kijk: { signalen: drawn + PER_KEER } })),
          ),
        ]
      : []),
  ];
}
