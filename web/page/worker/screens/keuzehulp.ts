// Keuzehulp: each absence episode with the way through DUO's questions, answered from the data.
import type { Keuzehulp } from 'verzuimkit/bare';
import { PER_KEER } from '../kijk.js';
import type { State } from '../state.js';
import type { Tekst } from '../text/nl.js';
import type { Action } from '../update.js';
import { h } from '../view/vnode.js';
import {
  type View,
  badge,
  button,
  buttons,
  dutch,
  heading,
  lead,
  paragraph,
  selectField,
  textField,
} from './parts.js';
import { verzuimlijn } from './verzuimlijn.js';

type Episode = Keuzehulp['episodes'][number];
type Pad = Keuzehulp['paden'][number];

function path(t: Tekst, { uitkomsten, vragen }: Keuzehulp, { stappen, uitkomst, waarom_niet: others }: Pad): View[] {
  const questions = new Map(vragen.map((vraag) => [vraag.vraag, vraag]));
  const outcomes = new Map(uitkomsten.map((outcome) => [outcome.uitkomst, outcome]));
  return [
    h<Action>(
      'ol',
      { class: 'vk-opsomming' },
      stappen.map(({ antwoord, vraag }) => {
        const question = questions.get(vraag);
        return h<Action>('li', null, dutch(question?.tekst ?? vraag), ' ', h<Action>('strong', null, dutch(question?.[antwoord] ?? antwoord)));
      }),
    ),
    paragraph(dutch(outcomes.get(uitkomst)?.tekst ?? uitkomst)),
    heading(4, t.uit.waaromNiet),
    h<Action>(
      'ul',
      { class: 'vk-opsomming' },
      others.map((other) => h<Action>('li', null, dutch(`${outcomes.get(other.uitkomst)?.titel ?? other.uitkomst}: ${other.bericht}`))),
    ),
  ];
}

function card(t: Tekst, state: State, keuzehulp: Keuzehulp, episode: Episode, place: number): View {
  const { aard, leerling, paden, tot, van } = episode;
  const sleutel = `keuzehulp ${leerling} ${van} ${aard}`;
  const open = state.open.has(sleutel);
  const id = `v-keuze-${place}`;
  const title = (pad: Pad | undefined): string =>
    keuzehulp.uitkomsten.find(({ uitkomst }) => uitkomst === pad?.uitkomst)?.titel ?? '';
  return h<Action>(
    'li',
    { class: 'vk-melding', key: sleutel },
    h<Action>(
      'div',
      { class: 'vk-meldingkop' },
      heading(2, t.leerling(leerling), {}, 3),
      paden.map(({ pad }) => badge(title(keuzehulp.paden[pad]))),
    ),
    paragraph(`${t.uit.aarden[aard] ?? aard}: ${t.uit.vanTotEnMet(t.datum(van), t.datum(tot))}`),
    button(t.uit.vragenKop, { t: 'waarom', sleutel }, {
      kind: 'subtle',
      label: t.uit.vragenVan(leerling, t.datum(van)),
      expanded: open,
      controls: open ? id : undefined,
    }),
    open &&
      h<Action>(
        'div',
        { class: 'vk-waarom', id },
        paden.map(({ op, pad }) => {
          const found = keuzehulp.paden[pad];
          return found && h<Action>('div', null, heading(3, [dutch(title(found)), ` (${t.datum(op)})`]), path(t, keuzehulp, found));
        }),
      ),
  );
}

export function keuzehulpTab(t: Tekst, state: State): View[] {
  const keuzehulp = state.uitkomst?.inzage.keuzehulp;
  if (!keuzehulp) return [];
  const { episodes: drawn, keuze, leerling } = state.kijk;
  const shown = keuzehulp.episodes.filter(
    (episode) =>
      episode.leerling.includes(leerling) &&
      (keuze === '' || episode.paden.some(({ pad }) => keuzehulp.paden[pad]?.uitkomst === keuze)),
  );
  // Once only one pupil is left, all absence of that pupil.
  const [only] = new Set(shown.map((episode) => episode.leerling)).size === 1 ? shown : [];
  return [
    lead(t.uit.keuzehulpInleiding),
    h<Action>(
      'div',
      { class: 'vk-naast vk-nietafdrukken', key: 'filter' },
      selectField({
        id: 'v-keuze',
        label: t.uit.uitkomstKop,
        value: keuze,
        choices: [
          { value: '', text: t.uit.alleUitkomsten },
          ...keuzehulp.uitkomsten.map(({ titel, uitkomst }) => ({ value: uitkomst, text: titel })),
        ],
        changed: (waarde) => ({ t: 'kijk', kijk: { keuze: waarde, episodes: PER_KEER } }),
      }),
      textField({
        id: 'v-keuze-leerling',
        label: t.zoekLeerling,
        type: 'search',
        value: leerling,
        maxlength: 40,
        changed: (waarde) => ({ t: 'kijk', kijk: { leerling: waarde, episodes: PER_KEER } }),
      }),
    ),
    h<Action>(
      'p',
      { class: 'vk-stil', role: 'status', key: 'aantal' },
      t.uit.van(t.getal(Math.min(drawn, shown.length)), t.getal(shown.length)),
    ),
    ...(only ? [h<Action>('div', { key: 'lijn' }, verzuimlijn(t, 'v-keuze', only.leerling, keuzehulp, 2))] : []),
    h<Action>(
      'ul',
      { class: 'vk-lijst', key: 'episodes' },
      shown.slice(0, drawn).map((episode, i) => card(t, state, keuzehulp, episode, i)),
    ),
    ...(shown.length > drawn
      ? [h<Action>('div', { key: 'meer' }, buttons(button(t.uit.nogMeer, { t: 'kijk', kijk: { episodes: drawn + PER_KEER } })))]
      : []),
  ];
}
