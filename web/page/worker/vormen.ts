// The shapes of a rule of the verzuimbeleid, taken from its JSON Schema: which kinds of condition there are, and which
// fields each has. The forms are made from these, so a new kind or field needs only its words.
import schema from 'verzuimkit/schema/beleid.schema.json';

export type Veldsoort =
  | { readonly soort: 'keuze'; readonly waarden: readonly string[] }
  // A whole number, or the one word that may stand instead of it.
  | { readonly soort: 'getal'; readonly minimum: number; readonly woord: string | undefined }
  | { readonly soort: 'label' };
export interface Vormveld {
  readonly naam: string;
  readonly verplicht: boolean;
  readonly veld: Veldsoort;
}

interface Node {
  readonly $ref?: string;
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly type?: string;
  readonly minimum?: number;
  readonly anyOf?: readonly Node[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Node>>;
}

const DEFS = schema.$defs as unknown as Readonly<Record<string, Node>>;
const resolved = (node: Node): Node => (node.$ref ? (DEFS[node.$ref.replace('#/$defs/', '')] ?? {}) : node);

function veldsoort(node: Node): Veldsoort {
  const { enum: waarden, anyOf, minimum = 0, type } = resolved(node);
  if (waarden) return { soort: 'keuze', waarden };
  if (anyOf) {
    const number = anyOf.find((part) => part.type === 'integer');
    const word = anyOf.find((part) => part.const !== undefined);
    return { soort: 'getal', minimum: number?.minimum ?? 0, woord: word?.const };
  }
  return type === 'integer' ? { soort: 'getal', minimum, woord: undefined } : { soort: 'label' };
}

const shapes = (DEFS.voorwaarde?.anyOf ?? []).map(resolved);

// kind -> its fields. The kinds en and of join other conditions and have none.
export const VOORWAARDEN: ReadonlyMap<string, readonly Vormveld[]> = new Map(
  shapes.flatMap(({ properties = {}, required = [] }) => {
    const kinds = properties.soort?.enum ?? [properties.soort?.const ?? ''];
    const fields = Object.entries(properties)
      .filter(([naam]) => naam !== 'soort' && naam !== 'delen')
      .map(([naam, node]): Vormveld => ({ naam, verplicht: required.includes(naam), veld: veldsoort(node) }));
    return kinds.map((kind): [string, readonly Vormveld[]] => [kind, fields]);
  }),
);
export const ACTIES: readonly string[] = DEFS.actie?.enum ?? [];
export const ONDERDELEN: readonly string[] = Object.keys(DEFS.onderdelen?.properties ?? {});
export const MAZL: readonly string[] = Object.keys(DEFS.mazl?.properties ?? {});

export const isSamen = (soort: string): boolean => soort === 'en' || soort === 'of';

type Voorwaarde = Readonly<Record<string, unknown>>;
const LESWEKEN = 4;

function beginwaarde(naam: string, veld: Veldsoort): unknown {
  if (veld.soort === 'keuze') return veld.waarden[0];
  if (veld.soort === 'label') return '';
  return naam === 'lesweken' ? LESWEKEN : Math.max(veld.minimum, 3);
}

// A condition of this kind to begin with. What joins others takes over the one that was there.
export function nieuweVoorwaarde(soort: string, was?: unknown): Voorwaarde {
  if (isSamen(soort)) {
    const delen = (was as { delen?: unknown } | undefined)?.delen;
    return { soort, delen: Array.isArray(delen) ? delen : [was ?? nieuweVoorwaarde('uren'), nieuweVoorwaarde('uren')] };
  }
  const fields = VOORWAARDEN.get(soort) ?? [];
  const values = fields.filter(({ verplicht }) => verplicht).map(({ naam, veld }) => [naam, beginwaarde(naam, veld)]);
  return { soort, ...Object.fromEntries(values) };
}

export const nieuweStap = (): object => ({ als: nieuweVoorwaarde('uren'), dan: ACTIES[0] });
export const nieuweRegel = (nummer: string): object => ({ nummer, stappen: [nieuweStap()] });
