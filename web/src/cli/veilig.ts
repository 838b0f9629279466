// What onderdruk and tel-op share: the policy of what may be shown, and how long to search.
import type { VeiligOptions } from '../kit.js';
import { type Flags, UsageError } from './args.js';

export const VEILIG_FLAGS: Flags = {
  '--drempel': { waarde: 'N', uitleg: 'aantallen hieronder worden verborgen (standaard 5)' },
  '--nul': {
    waarde: 'verbergen|tonen|waar_mogelijk',
    keuze: ['verbergen', 'tonen', 'waar_mogelijk'],
    uitleg: 'of nul als klein telt (standaard verbergen)',
  },
  '--markering': {
    waarde: 'enkel|tweevoudig',
    keuze: ['enkel', 'tweevoudig'],
    uitleg: 'een teken voor alles wat verborgen is, of twee (standaard enkel)',
  },
  '--patroon': {
    waarde: 'zoeken|vast',
    keuze: ['zoeken', 'vast'],
    uitleg: 'zoekt wat het minste verbergt (standaard), of neemt een vast patroon dat zelf niets verraadt',
  },
  '--iteraties': { waarde: 'N', uitleg: 'zoekstappen; hetzelfde aantal geeft overal dezelfde uitkomst' },
  '--seconden': { waarde: 'S', uitleg: 'zoekt hoogstens zo lang; de uitkomst hangt dan van de computer af' },
};

function whole(values: ReadonlyMap<string, string>, flag: string): number | undefined {
  const text = values.get(flag);
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`${flag} moet een geheel getal zijn.`);
  return Number(text);
}

export function veiligOptions(values: ReadonlyMap<string, string>): VeiligOptions {
  const seconden = whole(values, '--seconden');
  return {
    drempel: whole(values, '--drempel') ?? 5,
    nul: (values.get('--nul') ?? 'verbergen') as 'verbergen',
    markering: (values.get('--markering') ?? 'enkel') as 'enkel',
    ...(values.has('--patroon') && { patroon: values.get('--patroon') as 'vast' }),
    // With a time limit alone the clock ends the search.
    iteraties: whole(values, '--iteraties') ?? (seconden === undefined ? 200 : 10_000_000),
    seconden: seconden ?? 0,
  };
}
