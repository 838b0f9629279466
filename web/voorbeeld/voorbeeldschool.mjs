// @ts-check
/**
 * Two sample schools, made by a program from a fixed seed: a vo school of 1,200 pupils with a register of lessons, and
 * a po school of 220 pupils with a register of dagdelen, both over the whole school year 2025-2026 in region midden.
 * Invented persons only, without names. The same seed gives the same bytes, in Node and in the browser.
 *
 * What is in it on purpose: pupils for whom the law's answer was worked out by hand (`rollen`), and everything that
 * goes wrong in real exports, in known numbers (`vuil`).
 *
 * @example
 * import { generateVoorbeeldschool } from './voorbeeldschool.mjs';
 * const { school, bestanden } = generateVoorbeeldschool({ soort: 'vo' });
 * for (const { naam, chunks } of bestanden) for (const bytes of chunks()) write(naam, bytes);
 */
import { BELEID_PO, BELEID_VO } from './beleid.mjs';
import { bevolkingPo, bevolkingVo } from './bevolking.mjs';
import { ROLLEN_PO, ROLLEN_VO } from './rollen.mjs';
import { LESVRIJ, dayOf, lesdagen } from './schooljaar.mjs';
import { leerlingenBestand, lessenChunks, notitiesChunks } from './schrijven.mjs';
import { Verzuim, speelRest, speelRol } from './verzuim.mjs';
import { GESLOTEN, vuilInLessen } from './vuil.mjs';

export const STANDAARD_SEED = 2025;

/**
 * What the codes of these two schools mean: the `codes` of school.json. As at one real school, TA is not "te laat"
 * but an absence without leave that the team leader has dealt with.
 */
const CODES_VO = {
  Z: 'ziekte', ZH: 'ziekte', AO: 'gewichtig', BV: 'gewichtig', VK: 'vakantieverlof', RG: 'religie', SC: 'schorsing',
  SG: 'gesloten', TL: 'te_laat', SP: 'spijbelen', TA: 'spijbelen', LX: 'luxe', WP: 'wacht_op_plek', UI: 'geen_verzuim',
};
const CODES_PO = {
  Z: 'ziekte', AR: 'gewichtig', GW: 'gewichtig', VL: 'vakantieverlof', RE: 'religie', H5: 'vijfjarige', TL: 'te_laat',
  OA: 'spijbelen', LX: 'luxe', WP: 'wacht_op_plek',
};

/** @type {import('./verzuim.mjs').Gebruik} */
const GEBRUIK_VO = {
  ziek: 'Z', naarHuis: 'ZH', arts: 'AO', verlof: 'BV', vakantieverlof: 'VK', feest: 'RG', geschorst: 'SC',
  teLaat: 'TL', spijbelt: 'SP', opSchool: 'UI',
};
/** @type {import('./verzuim.mjs').Gebruik} */
const GEBRUIK_PO = {
  ziek: 'Z', naarHuis: 'Z', arts: 'AR', verlof: 'GW', vakantieverlof: 'VL', feest: 'RE', geschorst: 'GW',
  teLaat: 'TL', spijbelt: 'OA', opSchool: 'GW',
};

/**
 * @typedef {object} Bestand
 * @property {string} naam
 * @property {'lessen'|'leerlingen'|'notities'} soort
 * @property {() => Iterable<Uint8Array>} chunks  the bytes; may be called again, and gives the same again
 *
 * @typedef {object} Rolspeler  a pupil with a part to play
 * @property {string} leerling  the number
 * @property {string} rol
 * @property {string} uitleg
 * @property {import('./rollen.mjs').Verwacht[]} verwacht
 * @property {import('./rollen.mjs').Signaal[]} signalen  what comes out because of a note about the pupil
 * @property {boolean} volledig  whether `verwacht` is all that comes out for this pupil
 *
 * @typedef {object} Voorbeeldschool
 * @property {Record<string, unknown>} school  what belongs in school.json
 * @property {Bestand[]} bestanden             leerlingen first
 * @property {Rolspeler[]} rollen
 * @property {string[]} vrijeSpijbelaars       pupils with meldingen that nobody worked out by hand
 * @property {import('./vuil.mjs').Vuil[]} vuil
 */

/**
 * @param {{soort: 'vo'|'po', seed?: number}} wat
 * @returns {Voorbeeldschool}
 */
export function generateVoorbeeldschool({ soort, seed = STANDAARD_SEED }) {
  if (soort !== 'vo' && soort !== 'po') throw new RangeError(`soort moet vo of po zijn, niet ${soort}`);
  const vo = soort === 'vo';
  const days = lesdagen();
  const leerlingen = vo ? bevolkingVo(seed, days) : bevolkingPo(seed, days);
  const spelers = verdeelRollen(leerlingen, vo ? ROLLEN_VO : ROLLEN_PO);

  const verzuim = new Verzuim(leerlingen, days);
  if (vo) sluitVleugel(verzuim);
  for (const { pupil, rol } of spelers) speelRol(verzuim, pupil, rol);
  speelRest(verzuim, seed, vo ? GEBRUIK_VO : GEBRUIK_PO, vo);

  const plan = vuilInLessen(verzuim, seed);
  const lijst = leerlingenBestand(leerlingen);
  const notities = spelers.map(({ pupil, rol }) => ({ nummer: leerlingen[pupil].nummer, notities: rol.notities ?? [] }));
  return {
    school: {
      school: {
        brin: vo ? '99ZZ' : '99YY',
        vestiging: '00',
        naam: vo ? 'Voorbeeldcollege (verzonnen)' : 'Voorbeeldschool (verzonnen)',
        profiel: soort,
      },
      kalender: { regio: 'midden', lesvrij: LESVRIJ },
      codes: vo ? CODES_VO : CODES_PO,
      beleid: vo ? BELEID_VO : BELEID_PO,
    },
    bestanden: [
      { naam: 'leerlingen.csv', soort: 'leerlingen', chunks: lijst.chunks },
      { naam: 'lessen.csv', soort: 'lessen', chunks: () => lessenChunks(verzuim, plan) },
      { naam: 'notities.csv', soort: 'notities', chunks: () => notitiesChunks(notities) },
    ],
    rollen: spelers.map(({ pupil, rol }) => ({
      leerling: leerlingen[pupil].nummer,
      rol: rol.rol,
      uitleg: rol.uitleg,
      verwacht: rol.verwacht,
      signalen: rol.signalen ?? [],
      volledig: rol.volledig ?? true,
    })),
    vrijeSpijbelaars: leerlingen.filter((l) => l.rol === 'vrije_spijbelaar').map((l) => l.nummer),
    vuil: [...plan.vuil, ...lijst.vuil],
  };
}

/**
 * Gives each role to the first pupil of its year that has none, with the facts the role asks for.
 * @param {import('./bevolking.mjs').Leerling[]} leerlingen @param {import('./rollen.mjs').Rol[]} rollen
 */
function verdeelRollen(leerlingen, rollen) {
  return rollen.map((rol) => {
    const pupil = leerlingen.findIndex(
      ({ klas, ...l }) => !l.rol && klas.onderwijssoort === rol.onderwijssoort && klas.leerjaar === rol.leerjaar,
    );
    const leerling = leerlingen[pupil];
    const { geboren, van, tot, startkwalificatie, vrijstelling } = rol;
    leerling.rol = rol.rol;
    leerling.van = van ? dayOf(van) : undefined;
    leerling.tot = tot ? dayOf(tot) : undefined;
    if (geboren) leerling.geboren = dayOf(geboren);
    if (startkwalificatie) leerling.startkwalificatie = dayOf(startkwalificatie);
    if (vrijstelling) leerling.vrijstelling = [dayOf(vrijstelling[0]), dayOf(vrijstelling[1])];
    return { pupil, rol };
  });
}

/** A wing is closed for a day: no absence and no due time. @param {Verzuim} verzuim */
function sluitVleugel(verzuim) {
  const { dag, onderwijssoort, leerjaar, code } = GESLOTEN;
  verzuim.leerlingen.forEach(({ klas }, pupil) => {
    if (klas.onderwijssoort === onderwijssoort && klas.leerjaar === leerjaar) verzuim.weg(pupil, dag, code);
  });
}
