// Privacybewijs: what a person can hold this page to, and how to check it.
import type { State } from '../state.js';
import { gelezen } from '../state.js';
import type { Tekst } from '../text/nl.js';
import { h } from '../view/vnode.js';
import type { Action } from '../update.js';
import { type View, alert, button, buttons, facts, fileButton, heading, lead, paragraph, table } from './parts.js';

const hash = (value: string): View => h<Action>('code', { class: 'vk-hash' }, value);

export const privacyTab = (t: Tekst, state: State): View[] => [
  lead(t.privacyInleiding),
  heading(2, t.proefKop),
  paragraph(t.proefUitleg),
  buttons(button(t.proef, { t: 'proef' })),
  h<Action>(
    'div',
    { role: 'status' },
    state.proef === 'geweigerd' && alert('ok', paragraph(t.proefGeweigerd)),
    state.proef === 'doorgelaten' && alert('error', paragraph(t.proefDoorgelaten)),
  ),
  heading(2, t.controleKop),
  h<Action>(
    'ol',
    { class: 'vk-opsomming' },
    t.controle.map((text) => h<Action>('li', null, text)),
  ),
  heading(2, t.uit.paginaKop),
  paragraph(t.uit.paginaUitleg),
  buttons(
    fileButton('v-pagina', t.uit.paginaKies, '.html', false, ([file]) => ({ t: 'pagina_tonen', bestand: file! })),
  ),
  h<Action>(
    'div',
    { role: 'status' },
    state.pagina && facts([[t.uit.paginaSha(state.pagina.naam), hash(state.pagina.sha256)]]),
  ),
  heading(2, t.moduleKop),
  facts([
    [t.versieKop, state.module?.versie ?? ''],
    [t.regelsetKop, state.module?.regelset ?? ''],
    [t.compilerKop, state.module?.compiler ?? ''],
    [t.sha, hash(state.module?.sha256 ?? '')],
  ]),
  table(
    'v-ingelezen',
    t.ingelezenKop,
    [{ head: t.bestandKolom }, { head: t.grootte, numeric: true }, { head: t.sha }],
    gelezen(state).map(({ bron, bytes, beschrijving }) => [
      bron.naam,
      t.omvang(bytes),
      hash(beschrijving?.sha256 ?? ''),
    ]),
  ),
  table(
    'v-gemaakt',
    t.gemaaktKop,
    [{ head: t.bestandKolom }, { head: t.sha }],
    (state.uitkomst?.bestanden ?? []).map(({ naam, sha256 }) => [naam, hash(sha256)]),
  ),
  heading(2, t.bewaardKop),
  state.bewaard.length === 0
    ? paragraph(t.nietsBewaard)
    : h<Action>(
        'ul',
        { class: 'vk-opsomming' },
        state.bewaard.map((naam) => h<Action>('li', null, naam)),
      ),
  heading(2, t.beleidKop),
  paragraph(t.beleidUitleg),
  h<Action>(
    'ul',
    { class: 'vk-beleid' },
    state.beleid.split('; ').map((directive) => h<Action>('li', null, h<Action>('code', null, directive))),
  ),
  heading(2, t.buitenKop),
  paragraph(t.buiten),
];
