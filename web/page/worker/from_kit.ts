// From what the package answers to what the screens show.
import {
  type Bestand,
  type Fout as KitFout,
  type Inspectie as KitInspectie,
  type Optie as KitOptie,
  type ProfielUitleg as KitProfiel,
  type Uitkomst as KitUitkomst,
  VerzuimkitError,
} from 'verzuimkit/bare';
import { inzageVan } from './kijk.js';
import type { Beschrijving, Fout, Inspectie, Optie, ProfielUitleg, Uitkomst } from './state.js';

const mistakeOf = ({ code, plaats, bericht }: KitFout): Fout => ({ code, plaats, bericht });

export const describe = (bestand: Bestand): Beschrijving => ({
  profiel: bestand.profiel,
  profielBron: bestand.profiel_bron,
  codering: bestand.codering,
  scheidingsteken: bestand.scheidingsteken,
  werkblad: bestand.werkblad,
  andereWerkbladen: bestand.andere_werkbladen ?? [],
  kopregel: bestand.kopregel,
  kolommen: bestand.kolommen.map(({ naam, veld, datumnotatie }) => ({ naam, veld, datum: datumnotatie })),
  voorbeeld: bestand.voorbeeld,
  sha256: bestand.sha256,
  ...bestand.rijen,
});

export const inspected = ({ codes, problemen, eerste }: KitInspectie): Inspectie => ({
  codes: codes.map(({ code, aantal, klasse, bron }) => ({ code, aantal, klasse: klasse ?? undefined, bron })),
  problemen: Object.entries(problemen)
    .map(([code, aantal]) => {
      const first = eerste.find((fout) => fout.code === code);
      return { code, aantal, eerste: first && mistakeOf(first) };
    })
    .sort((a, b) => b.aantal - a.aantal),
});

export const optionOf = (optie: KitOptie): Optie => ({
  naam: optie.naam,
  tekst: optie.tekst,
  soort: optie.soort,
  waarden: optie.soort === 'keuze' ? optie.waarden : [],
  standaard: { ...optie.standaard },
});

export const profileOf = ({ naam, velden }: KitProfiel): ProfielUitleg => ({ naam, velden });

// What a file that was refused was found to be, where it has rows that a person can say something about.
export const refusedOf = (error: unknown): Beschrijving | undefined =>
  error instanceof VerzuimkitError && error.bestand && error.bestand.voorbeeld.length > 0
    ? describe(error.bestand)
    : undefined;

export const computed = (made: KitUitkomst): Uitkomst => ({
  peildatum: String(made.samenvatting.peildatum ?? ''),
  inzage: inzageVan(made),
  bestanden: made.bestanden,
  meldingen: made.meldingen.map((melding) => ({
    soort: melding.soort,
    leerling: melding.leerling,
    klas: melding.klas ?? '',
    leerjaar: melding.leerjaar === null ? '' : String(melding.leerjaar),
    volgnummer: melding.volgnummer,
    begindatum: melding.begindatum,
    einddatum: melding.einddatum ?? undefined,
    meldbaarVanaf: melding.meldbaar_vanaf,
    uitersteDatum: melding.uiterste_datum,
    minuten: melding.minuten,
    regels: melding.regels,
    grond: { ...melding.grond, geldigVanaf: melding.grond.geldig_vanaf },
    letOp: melding.let_op,
  })),
});

// What a person is told about anything that was thrown.
export function mistakesOf(error: unknown): Fout[] {
  if (error instanceof VerzuimkitError) return error.fouten.map(mistakeOf);
  const detail = error instanceof Error ? error.message : String(error);
  return [{ code: 'onverwacht', plaats: {}, bericht: '', van: detail }];
}
