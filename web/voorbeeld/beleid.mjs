// @ts-check
/**
 * The verzuimbeleid of the two sample schools: complete, so that the chapter has no gaps, and with rules that find
 * something in the invented absence. Bill 36 663 is not in force; no inwerkingtreding is set, so nothing is deelbaar.
 */

const ONDERDELEN = {
  werkwijze:
    'Elke les wordt de aanwezigheid genoteerd. Is een leerling er niet zonder bericht, dan belt de verzuimcoördinator dezelfde ochtend de ouders.',
  taakverdeling:
    'De docent noteert, de mentor spreekt de leerling, de verzuimcoördinator bewaakt de termijnen en de teamleider beslist over een melding of signaal.',
  oorzaken:
    'De mentor vraagt bij elk gesprek naar de reden achter het verzuim. Elk kwartaal bespreekt het team de cijfers per klas, weekdag en lesuur.',
  evaluatie:
    'In februari en juni bespreekt de schoolleiding de cijfers met de medezeggenschapsraad en stelt zij zo nodig de regels bij.',
  ketenpartners:
    'Met de leerplichtambtenaar is er elke maand een spreekuur op school, met de jeugdarts elke zes weken. Het samenwerkingsverband krijgt alleen cijfers.',
  signaal: 'In de volgende gevallen zoeken wij vroeg contact met de leerplichtambtenaar.',
};

const KOP = { versie: '2025-1', vanaf: '2025-08-01', instemming_mr: '2025-06-24', onderdelen: ONDERDELEN, mazl: {} };

/** @type {Record<string, unknown>} */
export const BELEID_VO = {
  ...KOP,
  schoolgids: 'Schoolgids 2025-2026, hoofdstuk 6',
  labels: ['werken', 'zorgtaken thuis'],
  regels: [
    {
      nummer: '6.1',
      zin: 'Bij 3 keer of vaker te laat komen in de eerste les van de dag in 4 lesweken volgt een gesprek met de leerling.',
    },
    {
      nummer: '6.2',
      zin: 'Bij 6 uur of meer ongeoorloofd verzuim in 4 lesweken volgt een gesprek met de ouders. Daarna, bij 9 uur of meer ongeoorloofd verzuim in 4 lesweken, volgt een signaal aan de leerplichtambtenaar.',
    },
    {
      nummer: '6.3',
      zin: 'Bij 3 keer of vaker ongeoorloofd afwezig zijn op dezelfde weekdag in 4 lesweken volgt een signaal aan de leerplichtambtenaar.',
    },
    {
      nummer: '6.4',
      zin: 'Bij opnieuw ongeoorloofd verzuim binnen 4 lesweken na het einde van een melding volgt overleg in het ondersteuningsteam.',
    },
    {
      nummer: '6.5',
      zin: 'Bij (een notitie "werken" van de mentor in 4 lesweken of een notitie "zorgtaken thuis" van de mentor in 4 lesweken) en 2 uur of meer ongeoorloofd verzuim in 4 lesweken volgt een signaal aan de leerplichtambtenaar.',
    },
  ],
};

/** @type {Record<string, unknown>} */
export const BELEID_PO = {
  ...KOP,
  schoolgids: 'Schoolgids 2025-2026, paragraaf 4.3',
  labels: ['zorgen thuis'],
  regels: [
    {
      nummer: '1',
      zin: 'Bij 5 keer of vaker te laat komen in 8 lesweken volgt een gesprek met de ouders. Daarna, bij 10 keer of vaker te laat komen in een schooljaar, volgt een signaal aan de leerplichtambtenaar.',
    },
    { nummer: '2', zin: 'Bij 2 of meer dagen met ongeoorloofd afwezig zijn in 4 lesweken volgt een gesprek met de ouders.' },
    {
      nummer: '3',
      zin: 'Bij een notitie "zorgen thuis" van de mentor in 8 lesweken en 2 of meer dagen met ongeoorloofd verzuim in 8 lesweken volgt overleg in het ondersteuningsteam.',
    },
  ],
};
