// Every word that the page shows, in Dutch; en.ts says the same in English.
//
// The rule: no word in a screen. A new sentence goes into both tables; one that is missing in en.ts, or is left over
// there, is a type error (`npm run check:page`). Numbers, dates and durations are written by the table's own formats
// (`t.getal`, `t.datum`, `t.dag`, `t.uren`, `t.omvang`, `t.meervoud`). What the rule module says itself (articles,
// points to weigh, mistakes in a file) is Dutch in both languages: show it with `dutch()` of screens/parts.ts.
import { formatsOf } from '../format.js';

const formats = formatsOf('nl-NL', { uur: ['uur', 'uur'], minuut: ['minuut', 'minuten'], en: 'en' });
const { getal, meervoud } = formats;

export const nl = {
  ...formats,

  // What kernel and shell say (plain texts; {…} is filled in by them). The build puts this part into both.
  kader: {
    andereTaal: 'English',
    overslaan: 'Naar de inhoud',
    belofte: 'Er verlaat niets deze computer',
    vergeet: 'Vergeet alles',
    zeker: 'Zeker weten? Klik nog eens',
    vergeten: 'Alles is vergeten. U kunt opnieuw beginnen.',
    geweigerd:
      'De pagina weigerde een opdracht van het rekendeel ({reden}; {keer} keer). Vertrouw de uitkomst niet en ' +
      'meld dit bij de maker.',
    gestopt: 'Het rekendeel is gestopt door een fout. Kies «Vergeet alles» en begin opnieuw.',
    titel: 'Verzuimkit: verzuim berekenen op uw eigen computer',
    zonderScript: 'Deze pagina rekent met JavaScript op uw eigen computer. Zet JavaScript aan en laad de pagina opnieuw.',
    veranderd: 'De pagina is gestopt: het venster is van inhoud veranderd.',
    klaar: 'Klaar om te bewaren',
    veilig: 'Gegevens van leerlingen horen op een veilige plek.',
    bewaar: 'Bewaar {naam}',
    bewaarAlle: 'Bewaar alle {aantal} bestanden',
    gegeven: '{naam} is aan de browser gegeven om te bewaren.',
    sluit: 'Sluit',
    eenVoorEen: 'Bewaar ze een voor een',
    knopAfdrukken: 'Gebruik de knop Afdrukken op de pagina zelf.',
  },

  stappen: 'Stappen',
  stap: (n: number, naam: string) => `Stap ${n}: ${naam}`,
  bestand: 'Bestand',
  codes: 'Kolommen en codes',
  school: 'School en kalender',
  uitkomst: 'Uitkomst',
  verder: 'Verder',
  terug: 'Terug',
  laden: 'De rekenmodule wordt gestart.',
  foutenKop: 'Er is iets dat u eerst moet oplossen',
  onverwacht: 'Er ging iets mis dat niet mag gebeuren. Kies «Vergeet alles» en probeer het opnieuw.',
  versie: (versie: string, regelset: string) => `Verzuimkit ${versie}, regels ${regelset}`,

  bestandInleiding:
    'Kies de export van uw leerlingadministratie. Deze pagina rekent op uw eigen computer uit welk verzuim u ' +
    'volgens de wet moet melden, en legt elke melding uit.',
  sleep: 'Sleep uw bestanden hierheen',
  sleepUitleg: 'CSV-bestanden met lessen, verzuim of leerlingen. Meer bestanden tegelijk mag.',
  kies: 'Kies bestanden',
  geenBestand: 'Nog geen bestand bij de hand?',
  voorbeeldUitleg: 'Probeer de voorbeeldschool. De leerlingen daarvan bestaan niet.',
  voorbeeldVo: 'Voorbeeldschool vo',
  voorbeeldPo: 'Voorbeeldschool po',
  gekozen: 'Gekozen bestanden',
  wacht: 'Wacht',
  lezen: (naam: string) => `Lezen van ${naam}`,
  gelezenTot: (bytes: string, rijen: number) => `${bytes}, ${meervoud(rijen, 'rij', 'rijen')} gelezen`,
  vanTotaal: (bytes: string, totaal: string, rijen: number) =>
    `${bytes} van ${totaal}, ${meervoud(rijen, 'rij', 'rijen')} gelezen`,
  stoppen: 'Stop met lezen',
  klaar: (bytes: string, gelezen: number, gebruikt: number, afgewezen: number) =>
    `${bytes}. ${meervoud(gelezen, 'rij', 'rijen')} gelezen: ${getal(gebruikt)} gebruikt, ` +
    `${getal(afgewezen)} afgewezen.`,
  nietGelezen: 'Dit bestand is niet gelezen',
  verwijder: 'Verwijder',
  verwijderNaam: (naam: string) => `Verwijder ${naam}`,
  allesGelezen: 'Alle bestanden zijn gelezen.',

  codesInleiding: 'Kijk of de bestanden goed zijn herkend, en zeg wat elke verzuimcode betekent.',
  herkend: (profiel: string) => `Herkend als ${profiel}`,
  profielBron: 'Herkenning',
  codering: 'Tekens',
  scheidingsteken: 'Scheidingsteken',
  kopregel: 'Kopregel',
  geenKopregel: 'geen',
  kolommen: 'Kolommen',
  kolom: 'Kolom in het bestand',
  gelezenAls: 'Gelezen als',
  datumnotatie: 'Datums',
  nietGebruikt: 'niet gebruikt',
  voorbeeldRijen: (n: number) => `De eerste ${meervoud(n, 'rij', 'rijen')}`,
  codesKop: 'Verzuimcodes',
  geenCodes: 'In deze bestanden staan geen verzuimcodes.',
  zonderCode: 'Geen code',
  aantal: 'Aantal',
  grootte: 'Omvang',
  betekenis: 'Betekenis',
  betekenisVan: (code: string) => `Betekenis van code ${code}`,
  kiesBetekenis: 'Kies een betekenis',
  kiesBetekenisFout: 'Kies wat deze code betekent. Zonder die keuze telt er niets stil mee.',
  codesTeDoen: (n: number) => `${meervoud(n, 'code heeft', 'codes hebben')} nog geen betekenis.`,
  klassen: {
    ziekte: 'Ziekte',
    schorsing: 'Schorsing',
    religie: 'Godsdienst of levensovertuiging',
    vakantieverlof: 'Vakantieverlof',
    gewichtig: 'Gewichtige omstandigheden',
    verboden: 'Verboden om naar school te komen',
    gesloten: 'School gesloten of les vervallen',
    vijfjarige: 'Vrijstelling vijfjarige',
    spijbelen: 'Spijbelen (ongeoorloofd)',
    te_laat: 'Te laat (ongeoorloofd)',
    luxe: 'Luxeverzuim (ongeoorloofd)',
    wacht_op_plek: 'Wacht op een plek (ongeoorloofd)',
    onverklaard: 'Nog niet verklaard',
    geen_verzuim: 'Geen verzuim',
  },

  schoolInleiding: 'Deze gegevens bepalen welke regels, vakanties en termijnen gelden.',
  schoolKop: 'Uw school',
  naam: 'Naam van de school',
  brin: 'BRIN',
  brinUitleg: 'Vier tekens, bijvoorbeeld 01AA. Mag leeg blijven.',
  vestiging: 'Vestiging',
  profiel: 'Soort onderwijs',
  profielen: {
    po: 'Basisonderwijs',
    sbo: 'Speciaal basisonderwijs',
    so: 'Speciaal onderwijs',
    vso: 'Voortgezet speciaal onderwijs',
    vo: 'Voortgezet onderwijs',
    pro: 'Praktijkonderwijs',
    mbo: 'Middelbaar beroepsonderwijs',
    bes: 'Caribisch Nederland (BES)',
    niet_bekostigd: 'Niet bekostigd onderwijs',
  },
  kalenderKop: 'Kalender',
  regio: 'Vakantieregio',
  regios: { noord: 'Noord', midden: 'Midden', zuid: 'Zuid' },
  peildatum: 'Peildatum',
  peildatumUitleg: 'Verzuim na deze dag telt niet mee. Leeg: de laatste dag in uw bestanden.',
  lesvrijKop: 'Eigen vrije dagen',
  lesvrijUitleg: 'Studiedagen en andere dagen zonder les, naast de vakanties van de regio.',
  nieuweDag: 'Datum',
  voegToe: 'Voeg toe',
  haalWeg: (dag: string) => `Verwijder ${dag}`,
  schoolBestandKop: 'Instellingen bewaren',
  schoolBestandUitleg:
    'Bewaar uw keuzes in school.json en open dat bestand de volgende keer. Er staat niets van leerlingen in.',
  schoolLaden: 'Open school.json',
  schoolBewaren: 'Bewaar school.json',
  schoolGeladen: 'De instellingen zijn gelezen.',
  bereken: 'Bereken de meldingen',
  rekenen: 'Bezig met rekenen…',

  wetsvoorstel:
    'De meldingen volgen uit de Leerplichtwet die nu geldt. Signalen, levering en publicatie rusten op ' +
    'wetsvoorstel 36 663, dat nog niet in werking is.',
  tot: (datum: string) => `Gerekend tot en met ${datum}.`,
  tabs: {
    meldingen: 'Meldingen',
    regels: 'Gelezen rijen',
    bewaren: 'Bewaren',
    privacy: 'Privacybewijs',
  },
  onderdelen: 'Onderdelen van de uitkomst',
  aantalMeldingen: (n: number) => (n === 0 ? 'Geen meldingen' : meervoud(n, 'melding', 'meldingen')),
  geenMeldingen: 'Er is geen verzuim gevonden dat u volgens de wet moet melden.',
  nietsBijFilter: 'Geen melding past bij deze keuze.',
  inRegel: (regel: number) => `regel ${regel}`,
  inKolom: (kolom: string) => `kolom ${kolom}`,
  bijvoorbeeld: (plaats: string) => `bijvoorbeeld ${plaats}`,
  soort: 'Soort melding',
  alleSoorten: 'Alle soorten',
  soorten: {
    '16u': 'Zestien uur in vier lesweken',
    '16u_18plus': 'Zestien uur, 18 jaar en ouder',
    lrv: 'Langdurig relatief verzuim',
    luxe: 'Luxeverzuim',
    rmc: 'Doorstroompunt (RMC)',
  },
  zoekLeerling: 'Leerlingnummer',
  orde: 'Volgorde',
  ordes: { termijn: 'Uiterste datum', leerling: 'Leerlingnummer' },
  leerling: (nummer: string) => `Leerling ${nummer}`,
  vervolg: (n: number) => `melding ${n}`,
  periode: 'Verzuim',
  vanTot: (van: string, tot: string) => (van === tot ? van : `${van} tot en met ${tot}`),
  vanLoopt: (van: string) => `vanaf ${van}, loopt nog`,
  uiterlijk: 'Melden uiterlijk',
  telt: 'Telt als',
  waarom: 'Waarom?',
  waaromVan: (leerling: string, soort: string) => `Waarom: ${soort}, leerling ${leerling}`,
  uitleg: (lessen: number, dagen: number, uren: string) =>
    `${meervoud(lessen, 'les', 'lessen')} op ${meervoud(dagen, 'dag', 'dagen')} tellen samen als ${uren}.`,
  plicht: (datum: string) => `De plicht om te melden ontstond op ${datum}.`,
  grond: 'Grond',
  grondTekst: (artikel: string, basis: string, vanaf: string, bron: string) =>
    `${artikel} (${basis}, geldig vanaf ${vanaf}). ${bron}`,
  basis: {
    wet: 'de wet',
    voorlichting: 'voorlichting van DUO of gemeenten',
    wetsvoorstel: 'wetsvoorstel, nog niet in werking',
    'keuze van het project': 'keuze van verzuimkit, omdat de wet het openlaat',
    'keuze van de school': 'keuze van de school',
  },
  letOp: 'Let op',
  lessenKop: 'Dagen en lessen achter deze melding',
  dagKop: 'Dag',
  lesuren: 'Lesuren',
  minuten: 'Telt als',
  rijen: 'Rijen in het bestand',
  lesuur: (n: number) => `${n}e uur`,
  toonMeer: (n: number) => `Toon de volgende ${getal(n)}`,
  getoond: (n: number, alle: number) => `${getal(n)} van ${getal(alle)} getoond`,

  regelsInleiding: 'Elke rij die is gelezen, is gebruikt of afgewezen. Er valt geen rij stil weg.',
  bestandKolom: 'Bestand',
  gelezen: 'Gelezen',
  gebruikt: 'Gebruikt',
  afgewezen: 'Afgewezen',
  samen: 'Samen',
  problemenKop: 'Wat er aan rijen opviel',
  reden: 'Reden',
  geenProblemen: 'Er viel niets op.',
  problemenUitleg: 'In problemen.csv staat elke rij met bestand, regel en reden.',

  bewarenInleiding:
    'Onderaan het venster komt een balk met een knop per bestand. Pas als u daarop klikt, bewaart uw browser iets.',
  bewaren: 'Zet de bestanden klaar',
  afdrukken: 'Afdrukken',

  privacyInleiding:
    'Uw bestanden zijn op deze computer gelezen en nergens heen gestuurd. Hieronder staat ' +
    'waaraan u dat kunt controleren.',
  moduleKop: 'Het rekendeel',
  versieKop: 'Versie',
  regelsetKop: 'Regels',
  compilerKop: 'Gebouwd met',
  sha: 'SHA-256',
  ingelezenKop: 'Gelezen bestanden',
  gemaaktKop: 'Gemaakte bestanden',
  bewaardKop: 'Door u bewaard',
  nietsBewaard: 'Nog niets.',
  beleidKop: 'De regels waaraan de browser deze pagina houdt',
  beleidUitleg:
    'Dit beleid (Content-Security-Policy) staat in de pagina zelf. «connect-src none» betekent: ' +
    'geen enkele verbinding.',
  proefKop: 'Probeer het zelf',
  proefUitleg:
    'Deze knop laat het rekendeel proberen een verbinding te maken, naar een adres dat niet bestaat. De browser ' +
    'hoort dat te weigeren voordat er iets naar buiten gaat.',
  proef: 'Probeer iets te versturen',
  proefGeweigerd: 'De browser heeft de verbinding geweigerd, om de regel connect-src.',
  proefDoorgelaten: 'De browser heeft de verbinding niet geweigerd. Gebruik deze pagina niet in deze browser.',
  controleKop: 'Zo controleert u het',
  controle: [
    'Trek de netwerkkabel los of zet de wifi uit: alles blijft werken.',
    'Open de ontwikkelhulp van uw browser (F12), kies Netwerk en doe alle stappen opnieuw: de lijst blijft leeg.',
    'Bereken de SHA-256 van dit HTML-bestand en van de bewaarde bestanden, en vergelijk die met ' +
      'de uitgave en met deze lijst.',
  ],
  buitenKop: 'Wat dit niet belooft',
  buiten:
    'Browseruitbreidingen, het besturingssysteem, een lek in de browser zelf en wat u met een bewaard bestand ' +
    'doet, vallen buiten deze belofte.',
};

export type Tekst = typeof nl;
