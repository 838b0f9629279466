// What the page uses of voorbeeldschool.mjs.
export interface VoorbeeldBestand {
  naam: string;
  soort: 'lessen' | 'leerlingen' | 'notities';
  chunks(): Iterable<Uint8Array>;
}
export function generateVoorbeeldschool(wat: { soort: 'vo' | 'po'; seed?: number }): {
  school: Record<string, unknown>;
  bestanden: VoorbeeldBestand[];
};
