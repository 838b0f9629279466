// Places in school.json: reading and changing one value of it, and the id of the field in which a person does so.

export type Pad = readonly (string | number)[];

// ['kalender', 'regio'] is "/kalender/regio", as the module names the place of a mistake (RFC 6901).
export const pointer = (pad: Pad): string =>
  pad.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

// "/kalender/regio" is edited in the field with id "v-kalender-regio".
export const veldId = (aanwijzer: string): string =>
  `v${aanwijzer.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/-$/, '')}`;

// The value at this place; undefined when there is none.
export function haal(root: unknown, pad: Pad): unknown {
  return pad.reduce<unknown>((at, part) => (at as Record<string | number, unknown> | undefined)?.[part], root);
}

// The same with another value at this place; undefined takes the member, or the element of a list, away. What lies on
// the way is made: a list where a number follows, an object otherwise.
export function zet<T>(root: T, pad: Pad, waarde: unknown): T {
  const [part, ...rest] = pad;
  if (part === undefined) return waarde as T;
  const next = rest.length === 0 ? waarde : zet(haal(root, [part]) ?? (typeof rest[0] === 'number' ? [] : {}), rest, waarde);
  if (Array.isArray(root)) {
    const list = [...root] as unknown[];
    if (next === undefined) list.splice(Number(part), 1);
    else list[Number(part)] = next;
    return list as T;
  }
  const { [part]: _, ...others } = root as Record<string | number, unknown>;
  return (next === undefined ? others : { ...(root as object), [part]: next }) as T;
}
