// Verlof: leave, suspension, exemption and removal per pupil, with the limits of the law.
import type { VerlofWaarschuwing } from 'verzuimkit/bare';
import { RIJEN_PER_KEER } from '../kijk.js';
import type { State } from '../state.js';
import type { Tekst } from '../text/nl.js';
import type { Action } from '../update.js';
import { h } from '../view/vnode.js';
import { type Kids, type View, button, buttons, dutch, lead, paragraph, table } from './parts.js';

const warnings = (list: readonly VerlofWaarschuwing[]): Kids =>
  list.length > 0 &&
  h<Action>(
    'ul',
    { class: 'vk-opsomming' },
    list.map(({ bericht }) => h<Action>('li', null, dutch(bericht))),
  );

export function verlofTab(t: Tekst, state: State): View[] {
  const verlof = state.uitkomst?.inzage.verlof;
  if (!verlof) return [];
  const { kaarten, verwijderingen, vrijstellingen } = verlof;
  const drawn = state.kijk.kaarten;
  const day = (iso: string | null): string => (iso === null ? '' : t.datum(iso));
  return [
    lead(t.uit.verlofInleiding),
    kaarten.length + verwijderingen.length + vrijstellingen.length === 0 && paragraph(t.uit.geenVerlof),
    kaarten.length > 0 &&
      table(
        'v-kaarten',
        t.uit.kaartenKop,
        [
          { head: t.uit.leerling },
          { head: t.uit.klas },
          { head: t.uit.schooljaar },
          { head: t.uit.soort },
          { head: t.uit.dagen, numeric: true },
          { head: t.uit.over, numeric: true },
          { head: t.uit.waarschuwing },
        ],
        kaarten.slice(0, drawn).map(({ dagen, klas, leerling, over, schooljaar, soort, waarschuwingen }) => [
          leerling,
          klas,
          schooljaar,
          t.uit.soortenVerlof[soort] ?? soort,
          t.getal(dagen),
          over === null ? t.uit.geenGrens : t.getal(over),
          warnings(waarschuwingen),
        ]),
      ),
    kaarten.length > drawn &&
      h<Action>(
        'div',
        { key: 'meer' },
        paragraph(t.uit.van(t.getal(drawn), t.getal(kaarten.length))),
        buttons(button(t.uit.nogMeer, { t: 'kijk', kijk: { kaarten: drawn + RIJEN_PER_KEER } })),
      ),
    vrijstellingen.length > 0 &&
      table(
        'v-vrijstellingen',
        t.uit.vrijstellingKop,
        [
          { head: t.uit.leerling },
          { head: t.uit.klas },
          { head: t.uit.grondLetter },
          { head: t.uit.stand },
          { head: t.uit.kennisgeving },
          { head: t.uit.waarschuwing },
        ],
        vrijstellingen.map(({ kennisgeving, klas, leerling, letter, stand, waarschuwingen }) => [
          leerling,
          klas,
          letter ?? '',
          t.uit.standen[stand] ?? stand,
          day(kennisgeving),
          warnings(waarschuwingen),
        ]),
      ),
    verwijderingen.length > 0 &&
      table(
        'v-verwijderingen',
        t.uit.verwijderingKop,
        [{ head: t.uit.leerling }, { head: t.uit.klas }, { head: t.uit.besluit }, { head: t.uit.waarschuwing }],
        verwijderingen.map(({ besluit, klas, leerling, waarschuwingen }) => [
          leerling,
          klas,
          day(besluit),
          warnings(waarschuwingen),
        ]),
      ),
  ].filter((node): node is View => Boolean(node));
}
