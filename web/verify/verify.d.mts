import type { Certificaat } from '../src/types.js';

export function verify(certificaat: Certificaat): string | null;
