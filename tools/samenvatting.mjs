// Prints what a run of `verzuimkit bereken` found, in a few Dutch lines: node tools/samenvatting.mjs out
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const NAMEN = {
  '16u': 'zestien uur in vier lesweken',
  '16u_18plus': 'zestien uur, 18 jaar en ouder',
  lrv: 'langdurig relatief verzuim',
  luxe: 'luxeverzuim',
  rmc: 'Doorstroompunt (RMC)',
};

const map = process.argv[2];
const { meldingen } = JSON.parse(readFileSync(join(map, 'meldingen.json'), 'utf8'));
const leerlingen = new Set(meldingen.map(({ leerling }) => leerling)).size;

console.log(`${meldingen.length} meldingen over ${leerlingen} leerlingen`);
for (const [soort, naam] of Object.entries(NAMEN)) {
  const aantal = meldingen.filter((melding) => melding.soort === soort).length;
  if (aantal > 0) console.log(`  ${String(aantal).padStart(5)}  ${naam}`);
}
const { signalen } = JSON.parse(readFileSync(join(map, 'signalen.json'), 'utf8'));
if (signalen.length > 0) {
  const aan = (ontvanger) => signalen.filter((signaal) => signaal.ontvanger === ontvanger).length;
  console.log(`${signalen.length} signalen uit het verzuimbeleid (wetsvoorstel): ${aan('intern')} binnen de school, ` +
    `${aan('jeugdarts')} voor de jeugdarts, ${aan('leerplicht')} voor leerplicht, ${signalen.filter(({ deelbaar }) => deelbaar).length} deelbaar`);
}
console.log(`Waarom elke melding moet: ${join(map, 'meldingen.csv')}, met de lessen in ${join(map, 'melding_regels.csv')}`);
