// The verzuimbeleid: a form for each rule, made from the shapes of its schema, with the sentence of the rule beside it.
import { type Pad, haal, pointer, veldId } from '../pad.js';
import type { Beleidsregel, State } from '../state.js';
import type { Tekst } from '../text/nl.js';
import { ACTIES, MAZL, ONDERDELEN, VOORWAARDEN, type Vormveld, isSamen, nieuweRegel, nieuweStap, nieuweVoorwaarde } from '../vormen.js';
import { h } from '../view/vnode.js';
import type { Action } from '../update.js';
import { type View, alert, button, buttons, dutch, heading, paragraph, selectField, word } from './parts.js';
import { getalVeld, keuzeVeld, tekstVeld } from './velden.js';

const BELEID = ['beleid'] as const;
const REGELS = ['beleid', 'regels'] as const;
const set = (pad: Pad, waarde: unknown, focus?: string): Action => ({
  t: 'zet',
  pad,
  waarde,
  ...(focus === undefined ? {} : { focus }),
});
const listAt = (state: State, pad: Pad): readonly unknown[] => {
  const list = haal(state.school, pad);
  return Array.isArray(list) ? list : [];
};
const idOf = (pad: Pad): string => veldId(pointer(pad));

function vormveld(t: Tekst, state: State, pad: Pad, { naam, verplicht, veld }: Vormveld): View {
  const props = { pad: [...pad, naam], label: word(t.beleidVelden, naam) };
  const labels = listAt(state, ['beleid', 'labels']).map(String);
  if (veld.soort === 'getal') {
    return getalVeld(state, { ...props, ...(veld.woord ? { help: t.ofHetWoord(veld.woord), maxlength: 12 } : {}) });
  }
  const values = veld.soort === 'keuze' ? veld.waarden : labels;
  const current = String(haal(state.school, props.pad) ?? '');
  return keuzeVeld(state, {
    ...props,
    choices: [
      ...(verplicht && values.includes(current) ? [] : [{ value: '', text: t.kies_ }]),
      ...values.map((value) => ({ value, text: word(t.beleidWaarden, value) })),
    ],
    waarde: (value) => (value === '' && !verplicht ? undefined : value),
  });
}

function voorwaarde(t: Tekst, state: State, pad: Pad, naam: string): View {
  const value = haal(state.school, pad);
  const soort = String(haal(value, ['soort']) ?? '');
  const delen = listAt(state, [...pad, 'delen']);
  return h<Action>(
    'fieldset',
    { class: 'vk-voorwaarde', key: pointer(pad) },
    h<Action>('legend', null, naam),
    selectField({
      id: idOf([...pad, 'soort']),
      label: t.soortVoorwaarde,
      value: soort,
      choices: [...VOORWAARDEN.keys()].map((kind) => ({ value: kind, text: word(t.voorwaarden, kind) })),
      changed: (kind) => set(pad, nieuweVoorwaarde(kind, value)),
    }),
    h<Action>(
      'div',
      { class: 'vk-velden', key: soort },
      (VOORWAARDEN.get(soort) ?? []).map((field) => vormveld(t, state, pad, field)),
    ),
    isSamen(soort) && [
      delen.map((_, i) => [
        voorwaarde(t, state, [...pad, 'delen', i], t.deel(i + 1)),
        delen.length > 2 &&
          button(
            t.verwijder,
            set([...pad, 'delen', i], undefined, idOf([...pad, 'soort'])),
            { kind: 'subtle', label: `${t.verwijder}: ${naam}, ${t.deel(i + 1)}` },
          ),
      ]),
      buttons(
        button(
          t.deelErbij,
          set([...pad, 'delen', delen.length], nieuweVoorwaarde('uren'), idOf([...pad, 'delen', delen.length, 'soort'])),
          { label: `${t.deelErbij}: ${naam}` },
        ),
      ),
    ],
  );
}

function stap(t: Tekst, state: State, pad: Pad, i: number, aantal: number): View {
  const naam = t.stapVan(i + 1);
  return h<Action>(
    'li',
    { key: String(i) },
    voorwaarde(t, state, [...pad, i, 'als'], naam),
    keuzeVeld(state, {
      pad: [...pad, i, 'dan'],
      label: t.volgt,
      choices: ACTIES.map((value) => ({ value, text: word(t.acties, value) })),
    }),
    aantal > 1 &&
      button(t.verwijder, set([...pad, i], undefined, idOf(pad.slice(0, -1).concat('nummer'))), {
        kind: 'subtle',
        label: `${t.verwijder}: ${naam}`,
      }),
  );
}

function regel(t: Tekst, state: State, i: number, gelezen: Beleidsregel | undefined): View {
  const pad = [...REGELS, i];
  const stappen = [...pad, 'stappen'];
  const steps = listAt(state, stappen);
  const bySentence = haal(state.school, [...pad, 'zin']) !== undefined;
  const nummer = String(haal(state.school, [...pad, 'nummer']) ?? '');
  const naam = t.regelNaam(nummer);
  return h<Action>(
    'li',
    { key: `regel ${i}`, class: 'vk-regel' },
    heading(3, naam),
    gelezen?.zin ? h<Action>('p', { class: 'vk-zin', lang: 'nl' }, gelezen.zin) : alert('warning', paragraph(t.geenZin)),
    tekstVeld(state, { pad: [...pad, 'nummer'], label: t.regelNummer, maxlength: 10 }),
    bySentence
      ? [
          h<Action>('div', { class: 'vk-zinveld' }, tekstVeld(state, { pad: [...pad, 'zin'], label: t.regelZin, help: t.regelZinUitleg, maxlength: 2000 })),
          gelezen?.zin &&
            buttons(button(t.alsVelden, set(pad, { nummer, stappen: gelezen.stappen }), { label: `${t.alsVelden}: ${naam}` })),
        ]
      : [
          h<Action>('ol', { class: 'vk-lijst' }, steps.map((_, n) => stap(t, state, stappen, n, steps.length))),
          buttons(
            button(
              t.stapErbij,
              set([...stappen, steps.length], nieuweStap(), idOf([...stappen, steps.length, 'als', 'soort'])),
              { label: `${t.stapErbij}: ${naam}` },
            ),
          ),
        ],
    buttons(button(t.verwijder, set(pad, undefined, 'v-beleid-erbij'), { kind: 'subtle', label: `${t.verwijder}: ${naam}` })),
  );
}

function kop(t: Tekst, state: State): View {
  const text = (naam: string, label: string, help?: string): View =>
    tekstVeld(state, { pad: [...BELEID, naam], label, optioneel: true, maxlength: 200, ...(help ? { help } : {}) });
  const date = (naam: string, label: string, help?: string): View =>
    tekstVeld(state, { pad: [...BELEID, naam], label, type: 'date', optioneel: true, ...(help ? { help } : {}) });
  return h<Action>(
    'div',
    { class: 'vk-velden', key: 'kop' },
    text('versie', t.beleidVersie),
    text('schoolgids', t.beleidSchoolgids),
    date('vanaf', t.beleidVanaf),
    date('instemming_mr', t.beleidInstemming),
    date('inwerkingtreding', t.beleidInwerking, t.beleidInwerkingUitleg),
  );
}

// The words that a mentor may note; only a condition of the kind notitie needs them.
function labels(t: Tekst, state: State): View {
  const pad = [...BELEID, 'labels'];
  const list = listAt(state, pad);
  return h<Action>(
    'details',
    { class: 'vk-uitklap', key: 'labels' },
    h<Action>('summary', null, t.beleidLabels),
    paragraph(t.beleidLabelsUitleg),
    list.map((_, i) =>
      h<Action>(
        'div',
        { class: 'vk-naast vk-naast--knop', key: String(i) },
        tekstVeld(state, { pad: [...pad, i], label: t.labelNaam(i + 1), maxlength: 40 }),
        button(t.verwijder, set([...pad, i], undefined, 'v-beleid-label'), {
          kind: 'subtle',
          label: t.haalWeg(t.labelNaam(i + 1)),
        }),
      ),
    ),
    buttons(button(t.labelErbij, set([...pad, list.length], '', idOf([...pad, list.length])), { id: 'v-beleid-label' })),
  );
}

const onderdelen = (t: Tekst, state: State): View =>
  h<Action>(
    'details',
    { class: 'vk-uitklap', key: 'onderdelen' },
    h<Action>('summary', null, t.beleidOnderdelen),
    ONDERDELEN.map((sleutel) =>
      tekstVeld(state, {
        pad: [...BELEID, 'onderdelen', sleutel],
        label: word(t.onderdeelNamen, sleutel),
        optioneel: true,
        maxlength: 5000,
      }),
    ),
  );

// Sickness to the jeugdarts, with the numbers of the region or sector where those differ from the method's. `zin` is how
// the chapter says it; there is none while something in the beleid is wrong.
const mazl = (t: Tekst, state: State, zin: string | undefined): View =>
  h<Action>(
    'section',
    { class: 'vk-regel', key: 'mazl', 'aria-labelledby': 'v-mazl' },
    heading(3, t.mazlTitel, { id: 'v-mazl' }),
    zin !== undefined && h<Action>('p', { class: 'vk-zin', lang: 'nl' }, zin),
    paragraph(t.mazlUitleg),
    h<Action>(
      'div',
      { class: 'vk-velden' },
      MAZL.map((naam) => getalVeld(state, { pad: [...BELEID, 'mazl', naam], label: word(t.mazlVelden, naam), maxlength: 3 })),
    ),
    buttons(button(t.mazlWeg, set([...BELEID, 'mazl'], undefined, 'v-mazl-erbij'), { kind: 'subtle' })),
  );

export function beleidKaart(t: Tekst, state: State): View {
  const regels = listAt(state, REGELS);
  const last = regels.length;
  const gelezen = state.schoolgids;
  const metMazl = haal(state.school, ['beleid', 'mazl']) !== undefined;
  return h<Action>(
    'section',
    { class: 'vk-kaart', key: 'beleid', 'aria-labelledby': 'v-beleid' },
    heading(2, t.beleidTitel, { id: 'v-beleid' }),
    paragraph(t.beleidInleiding),
    ...(state.school.beleid === undefined
      ? []
      : [
          kop(t, state),
          onderdelen(t, state),
          labels(t, state),
          h<Action>('ul', { class: 'vk-lijst', key: 'regels' }, regels.map((_, i) => regel(t, state, i, gelezen?.regels[i]))),
          metMazl && mazl(t, state, gelezen?.regels[last]?.zin ?? undefined),
        ]),
    buttons(
      button(t.regelErbij, set([...REGELS, last], nieuweRegel(String(last + 1)), idOf([...REGELS, last, 'nummer'])), {
        id: 'v-beleid-erbij',
      }),
      !metMazl && button(t.mazlErbij, set([...BELEID, 'mazl'], {}, idOf([...BELEID, 'mazl', MAZL[0] ?? ''])), { id: 'v-mazl-erbij' }),
      state.school.beleid !== undefined && button(t.beleidWeg, set(BELEID, undefined, 'v-beleid-erbij'), { kind: 'subtle' }),
    ),
    gelezen !== undefined &&
      h<Action>(
        'details',
        { class: 'vk-uitklap', key: 'hoofdstuk' },
        h<Action>('summary', null, t.beleidHoofdstuk),
        h<Action>('pre', { class: 'vk-hoofdstuk', lang: 'nl', tabindex: 0, role: 'region', 'aria-label': t.beleidHoofdstuk }, gelezen.hoofdstuk),
      ),
    gelezen !== undefined &&
      gelezen.ontbreekt.length > 0 &&
      h<Action>(
        'details',
        { class: 'vk-uitklap', key: 'ontbreekt' },
        h<Action>('summary', null, t.beleidOntbreekt(gelezen.ontbreekt.length)),
        h<Action>('ul', { class: 'vk-opsomming' }, gelezen.ontbreekt.map((zin) => h<Action>('li', null, dutch(zin)))),
      ),
  );
}
