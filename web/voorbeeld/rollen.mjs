// @ts-check
/**
 * Pupils with a part to play: their absence is written out here day by day, so that what the law asks for can be
 * worked out by hand. `verwacht` is that answer, for the default options of the profile. Nothing random touches
 * these pupils, and the random pupils stay below every threshold (see verzuim.mjs); the answers therefore hold for
 * the whole sample.
 */

import { dayOf, isoOf } from './schooljaar.mjs';

/**
 * @typedef {object} Gebeurtenis  one piece of absence
 * @property {string} van         first day, JJJJ-MM-DD
 * @property {string} [tot]       last day; the same day when left out
 * @property {string} code        the school's code; empty = not explained
 * @property {number} [eerste]    only the first so many lessons of each day
 * @property {number} [behalve]   all lessons but the first so many
 * @property {number} [te_laat]   late: minutes missed of the first lesson
 * @property {{lesuur: number, minuten: number}} [deel]  part of one lesson
 *
 * @typedef {object} Notitie      a row of notities.csv: what the mentor noted, or that a person confirmed a signaal
 * @property {string} datum
 * @property {string} label      of the beleid, or "bevestigd"
 * @property {string} [regel]    confirmed: the rule, by whom and why
 * @property {string} [door]
 * @property {string} [reden]
 *
 * @typedef {object} Signaal     a signaal that must come out because of a note
 * @property {string} regel
 * @property {string} tot        the day it arose
 * @property {string[]} redenen  codes of why it is not deelbaar
 *
 * @typedef {object} Verwacht     a melding that must come out; fields left out are not asserted
 * @property {'16u'|'lrv'|'luxe'|'rmc'} soort
 * @property {string} begindatum
 * @property {string|null} [einddatum]       null: still running
 * @property {string} [meldbaar_vanaf]
 * @property {string} [uiterste_datum]
 *
 * @typedef {object} Rol
 * @property {string} rol
 * @property {string} uitleg
 * @property {string} onderwijssoort
 * @property {number} leerjaar
 * @property {string} [geboren]
 * @property {string} [van]
 * @property {string} [tot]
 * @property {string} [startkwalificatie]
 * @property {[string, string]} [vrijstelling]
 * @property {Gebeurtenis[]} verzuim
 * @property {Verwacht[]} verwacht
 * @property {Notitie[]} [notities]
 * @property {Signaal[]} [signalen]
 * @property {boolean} [volledig]  false: these meldingen come out, others beside them
 */

/** @param {string} code @param {Array<[string, number]>} days @returns {Gebeurtenis[]} */
function uren(code, days) {
  return days.map(([van, eerste]) => ({ van, eerste, code }));
}

/** @type {Rol[]} */
export const ROLLEN_VO = [
  {
    rol: 'eerste_16u',
    uitleg: 'Zestien lesuren, verspreid over vier lesweken.',
    onderwijssoort: 'vmbo',
    leerjaar: 3,
    verzuim: uren('SP', [
      ['2025-09-01', 3], ['2025-09-04', 2], ['2025-09-09', 4], ['2025-09-12', 3], ['2025-09-17', 2], ['2025-09-22', 2],
    ]),
    verwacht: [{ soort: '16u', begindatum: '2025-09-01', einddatum: '2025-09-22', uiterste_datum: '2025-09-29' }],
  },
  {
    rol: 'vijftien_uur',
    uitleg: 'Een uur te weinig voor een melding.',
    onderwijssoort: 'vmbo',
    leerjaar: 3,
    verzuim: uren('SP', [
      ['2025-09-01', 3], ['2025-09-04', 2], ['2025-09-09', 4], ['2025-09-12', 3], ['2025-09-17', 2], ['2025-09-22', 1],
    ]),
    verwacht: [],
    notities: [
      { datum: '2025-09-10', label: 'werken' },
      { datum: '2025-09-11', label: 'bevestigd', regel: '6.5', door: 'teamleider', reden: 'gesprek met leerling en ouders hielp niet' },
    ],
    signalen: [{ regel: '6.5', tot: '2025-09-10', redenen: ['niet_in_werking'] }],
  },
  {
    rol: 'vervolgmelding',
    uitleg: 'Twee meldingen; wat boven zestien uur uitkomt telt niet door.',
    onderwijssoort: 'havo',
    leerjaar: 3,
    verzuim: uren('SP', [
      ['2025-09-01', 3], ['2025-09-04', 2], ['2025-09-09', 4], ['2025-09-12', 3], ['2025-09-17', 2], ['2025-09-22', 4],
      ['2025-09-23', 4], ['2025-09-25', 4], ['2025-09-30', 4], ['2025-10-02', 3], ['2025-10-03', 1],
    ]),
    verwacht: [
      { soort: '16u', begindatum: '2025-09-01', einddatum: '2025-09-22', uiterste_datum: '2025-09-29' },
      { soort: '16u', begindatum: '2025-09-23', einddatum: '2025-10-03', uiterste_datum: '2025-10-10' },
    ],
  },
  {
    rol: 'over_de_kerst',
    uitleg: 'De kerstvakantie telt niet mee in de vier lesweken.',
    onderwijssoort: 'havo',
    leerjaar: 4,
    verzuim: uren('TA', [['2025-12-04', 4], ['2025-12-17', 4], ['2026-01-07', 4], ['2026-01-13', 4]]),
    verwacht: [{ soort: '16u', begindatum: '2025-12-04', einddatum: '2026-01-13', uiterste_datum: '2026-01-20' }],
  },
  {
    rol: 'vensterrand',
    uitleg: 'De eerste dag valt net buiten het venster van vier lesweken.',
    onderwijssoort: 'vwo',
    leerjaar: 3,
    verzuim: uren('SP', [['2025-09-10', 4], ['2025-09-17', 4], ['2025-09-24', 4], ['2025-10-08', 4]]),
    verwacht: [],
  },
  {
    rol: 'lrv',
    uitleg: 'Zes weken onafgebroken weg: langdurig relatief verzuim na vier lesweken.',
    onderwijssoort: 'vmbo',
    leerjaar: 2,
    verzuim: [{ van: '2026-01-05', tot: '2026-02-13', code: 'SP' }],
    verwacht: [
      { soort: 'lrv', begindatum: '2026-01-05', meldbaar_vanaf: '2026-01-30', einddatum: '2026-02-13', uiterste_datum: '2026-02-06' },
    ],
    volledig: false,
  },
  {
    rol: 'lrv_over_de_kerst',
    uitleg: 'De vier lesweken van langdurig verzuim lopen om de kerstvakantie heen.',
    onderwijssoort: 'vmbo',
    leerjaar: 4,
    verzuim: [{ van: '2025-12-08', tot: '2026-01-23', code: 'SP' }],
    verwacht: [
      { soort: 'lrv', begindatum: '2025-12-08', meldbaar_vanaf: '2026-01-16', einddatum: '2026-01-23', uiterste_datum: '2026-01-23' },
    ],
    volledig: false,
  },
  {
    rol: 'lrv_onderbroken',
    uitleg: 'Een bijgewoonde les op 21 januari breekt de reeks; de voorjaarsvakantie niet.',
    onderwijssoort: 'vmbo',
    leerjaar: 3,
    verzuim: [
      { van: '2026-01-05', tot: '2026-01-20', code: 'SP' },
      { van: '2026-01-21', behalve: 1, code: 'SP' },
      { van: '2026-01-22', tot: '2026-02-27', code: 'SP' },
    ],
    verwacht: [{ soort: 'lrv', begindatum: '2026-01-22', meldbaar_vanaf: '2026-02-25', einddatum: '2026-02-27' }],
    volledig: false,
  },
  {
    rol: 'lrv_loopt_nog',
    uitleg: 'Wacht op een passende plek en is aan het eind van het jaar niet terug.',
    onderwijssoort: 'pro',
    leerjaar: 2,
    verzuim: [{ van: '2026-06-15', tot: '2026-07-17', code: 'WP' }],
    verwacht: [{ soort: 'lrv', begindatum: '2026-06-15', meldbaar_vanaf: '2026-07-10', einddatum: null }],
    volledig: false,
  },
  {
    rol: 'luxe_week',
    uitleg: 'Een week eerder op herfstvakantie, zonder verlof.',
    onderwijssoort: 'havo',
    leerjaar: 1,
    verzuim: [{ van: '2025-10-13', tot: '2025-10-17', code: 'LX' }],
    verwacht: [{ soort: 'luxe', begindatum: '2025-10-13', einddatum: '2025-10-17' }],
  },
  {
    rol: 'luxe_dag',
    uitleg: 'Een dag eerder op voorjaarsvakantie, zonder verlof: ook dat wordt gemeld.',
    onderwijssoort: 'vwo',
    leerjaar: 1,
    verzuim: [{ van: '2026-02-13', code: 'LX' }],
    verwacht: [{ soort: 'luxe', begindatum: '2026-02-13', einddatum: '2026-02-13' }],
  },
  {
    rol: 'achttien_geworden',
    uitleg: 'Vijftien uur voor de achttiende verjaardag, vier erna: geen melding.',
    onderwijssoort: 'havo',
    leerjaar: 5,
    geboren: '2008-01-21',
    verzuim: uren('SP', [['2026-01-12', 4], ['2026-01-15', 4], ['2026-01-16', 4], ['2026-01-20', 3], ['2026-01-21', 4]]),
    verwacht: [],
  },
  {
    rol: 'rmc',
    uitleg: 'Achttien, geen startkwalificatie, vier lesweken weg: melding bij het Doorstroompunt.',
    onderwijssoort: 'vwo',
    leerjaar: 6,
    geboren: '2007-06-11',
    verzuim: [{ van: '2026-03-02', tot: '2026-04-02', code: 'SP' }],
    verwacht: [{ soort: 'rmc', begindatum: '2026-03-02', meldbaar_vanaf: '2026-03-27', uiterste_datum: '2026-04-03' }],
  },
  {
    rol: 'startkwalificatie',
    uitleg: 'Heeft al een havodiploma en doet vwo: niet meer kwalificatieplichtig.',
    onderwijssoort: 'vwo',
    leerjaar: 5,
    geboren: '2008-05-10',
    startkwalificatie: '2025-07-10',
    verzuim: [{ van: '2025-11-03', tot: '2025-11-07', code: 'SP' }],
    verwacht: [],
  },
  {
    rol: 'vrijstelling',
    uitleg: 'Vrijgesteld van november tot en met januari; verzuim in die tijd wordt niet gemeld.',
    onderwijssoort: 'vmbo',
    leerjaar: 1,
    vrijstelling: ['2025-11-01', '2026-01-31'],
    verzuim: [{ van: '2025-11-10', tot: '2025-11-14', code: 'SP' }],
    verwacht: [],
  },
  {
    rol: 'schorsing',
    uitleg: 'Drie dagen geschorst (geoorloofd) en vijftien uur gespijbeld.',
    onderwijssoort: 'vmbo',
    leerjaar: 4,
    verzuim: [
      { van: '2026-03-09', tot: '2026-03-11', code: 'SC' },
      ...uren('SP', [['2026-03-16', 4], ['2026-03-19', 4], ['2026-03-23', 4], ['2026-03-26', 3]]),
    ],
    verwacht: [],
  },
  {
    rol: 'altijd_te_laat',
    uitleg: 'Twintig keer tien minuten te laat in vier lesweken: 240 telminuten.',
    onderwijssoort: 'havo',
    leerjaar: 2,
    verzuim: ['2025-10-27', '2025-11-03', '2025-11-10', '2025-11-17'].flatMap((monday) =>
      [0, 1, 2, 3, 4].map((n) => ({ van: isoOf(dayOf(monday) + n), code: 'TL', te_laat: 10 })),
    ),
    verwacht: [],
  },
  {
    rol: 'toch_ziek',
    uitleg: 'Vier van de zestien uren blijken ziekte te zijn.',
    onderwijssoort: 'havo',
    leerjaar: 4,
    verzuim: [
      ...uren('SP', [['2025-09-01', 3], ['2025-09-04', 2], ['2025-09-12', 3], ['2025-09-17', 2], ['2025-09-22', 2]]),
      ...uren('Z', [['2025-09-09', 4]]),
    ],
    verwacht: [],
    notities: [{ datum: '2025-09-05', label: 'zorgtaken thuis' }],
    signalen: [{ regel: '6.5', tot: '2025-09-05', redenen: ['niet_in_werking', 'niet_bevestigd'] }],
  },
  {
    rol: 'niet_verklaard',
    uitleg: 'Niemand heeft laten weten waarom de leerling weg was; na twee schooldagen telt het voorlopig mee.',
    onderwijssoort: 'vmbo',
    leerjaar: 2,
    verzuim: uren('', [['2026-05-18', 4], ['2026-05-20', 4], ['2026-05-27', 4], ['2026-06-01', 4]]),
    verwacht: [{ soort: '16u', begindatum: '2026-05-18', einddatum: '2026-06-01' }],
  },
  {
    rol: 'nieuw_op_school',
    uitleg: 'Kwam op 7 oktober van een andere school; alleen wat hier is verzuimd telt.',
    onderwijssoort: 'havo',
    leerjaar: 3,
    van: '2025-10-07',
    verzuim: uren('SP', [['2025-10-07', 4], ['2025-10-09', 3]]),
    verwacht: [],
  },
];

/** @type {Rol[]} */
export const ROLLEN_PO = [
  {
    rol: 'vijf_geworden',
    uitleg: 'Leerplichtig vanaf woensdag 1 oktober: de twee dagen ervoor tellen niet, de drie erna zijn zestien uur.',
    onderwijssoort: 'po',
    leerjaar: 2,
    geboren: '2020-09-14',
    verzuim: [{ van: '2025-09-29', tot: '2025-10-03', code: 'OA' }],
    verwacht: [{ soort: '16u', begindatum: '2025-10-01', einddatum: '2025-10-03', uiterste_datum: '2025-10-10' }],
  },
  {
    rol: 'vijf_geworden_met_kennisgeving',
    uitleg: 'Als de vorige, maar de ouders hebben vijf uur gemeld die een vijfjarige per week thuis mag blijven.',
    onderwijssoort: 'po',
    leerjaar: 2,
    geboren: '2020-09-14',
    verzuim: [
      { van: '2025-09-29', tot: '2025-10-02', code: 'OA' },
      { van: '2025-10-03', code: 'H5' },
    ],
    verwacht: [],
  },
  {
    rol: 'vier_jaar',
    uitleg: 'Nog niet leerplichtig: een week weg wordt geregistreerd en niet gemeld.',
    onderwijssoort: 'po',
    leerjaar: 1,
    geboren: '2021-08-20',
    verzuim: [{ van: '2025-11-17', tot: '2025-11-21', code: 'OA' }],
    verwacht: [],
  },
  {
    rol: 'luxe_week',
    uitleg: 'De week voor de herfstvakantie op reis, zonder verlof.',
    onderwijssoort: 'po',
    leerjaar: 5,
    verzuim: [{ van: '2025-10-13', tot: '2025-10-17', code: 'LX' }],
    verwacht: [{ soort: 'luxe', begindatum: '2025-10-13', einddatum: '2025-10-17' }],
  },
  {
    rol: 'luxe_vrijdag',
    uitleg: 'Alleen de vrijdag voor de herfstvakantie.',
    onderwijssoort: 'po',
    leerjaar: 6,
    verzuim: [{ van: '2025-10-17', code: 'LX' }],
    verwacht: [{ soort: 'luxe', begindatum: '2025-10-17', einddatum: '2025-10-17' }],
  },
  {
    rol: 'luxe_na_vakantie',
    uitleg: 'Twee dagen te laat terug van de voorjaarsvakantie.',
    onderwijssoort: 'po',
    leerjaar: 7,
    verzuim: [{ van: '2026-02-23', tot: '2026-02-24', code: 'LX' }],
    verwacht: [{ soort: 'luxe', begindatum: '2026-02-23', einddatum: '2026-02-24' }],
  },
  {
    rol: 'zestien_klokuren',
    uitleg: 'Twee dagen van 5,5 uur en een vrijdag van 5 uur: precies zestien klokuren.',
    onderwijssoort: 'po',
    leerjaar: 8,
    verzuim: ['2026-03-09', '2026-03-10', '2026-03-13'].map((van) => ({ van, code: 'OA' })),
    verwacht: [{ soort: '16u', begindatum: '2026-03-09', einddatum: '2026-03-13', uiterste_datum: '2026-03-20' }],
  },
  {
    rol: 'een_minuut_te_weinig',
    uitleg: 'Als de vorige, maar een minuut korter: 959 minuten.',
    onderwijssoort: 'po',
    leerjaar: 8,
    verzuim: [
      { van: '2026-03-09', tot: '2026-03-10', code: 'OA' },
      { van: '2026-03-13', eerste: 1, code: 'OA' },
      { van: '2026-03-13', deel: { lesuur: 2, minuten: 89 }, code: 'OA' },
    ],
    verwacht: [],
    notities: [{ datum: '2026-03-11', label: 'zorgen thuis' }],
    signalen: [{ regel: '3', tot: '2026-03-11', redenen: ['blijft_intern'] }],
  },
  {
    rol: 'thuis',
    uitleg: 'Zit thuis tot er een passende plek is: langdurig relatief verzuim.',
    onderwijssoort: 'po',
    leerjaar: 4,
    verzuim: [{ van: '2026-01-05', tot: '2026-03-06', code: 'WP' }],
    verwacht: [{ soort: 'lrv', begindatum: '2026-01-05', meldbaar_vanaf: '2026-01-30', einddatum: '2026-03-06' }],
    volledig: false,
  },
  {
    rol: 'verhuisd',
    uitleg: 'Vertrekt bij de kerstvakantie naar een andere school.',
    onderwijssoort: 'po',
    leerjaar: 3,
    tot: '2025-12-19',
    verzuim: [{ van: '2025-12-18', tot: '2025-12-19', code: 'OA' }],
    verwacht: [],
  },
];
