// The Content-Security-Policy of the page, for its <meta> elements and for a server's headers.
import { createHash } from 'node:crypto';

// 'sha256-…' of the text of an inline script or style.
export const hashSource = (text) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

// The part that is the same for every build.
const FIXED = [
  'img-src data: blob:',
  'worker-src blob:',
  ...['connect', 'frame', 'child', 'object', 'media', 'font', 'manifest'].map((kind) => `${kind}-src 'none'`),
  `form-action 'none'`,
  `base-uri 'none'`,
  `webrtc 'block'`,
];
const NOT_FRAMED = `frame-ancestors 'none'`; // ignored in a <meta> element

// `scripts` and `styles` are the texts that may run and dress the page; nothing else may, from anywhere.
export function policyFor({ scripts, styles, trustedTypes = '' }) {
  const directives = [
    `default-src 'none'`,
    `script-src ${scripts.map(hashSource).join(' ')} 'wasm-unsafe-eval'`,
    `style-src ${styles.map(hashSource).join(' ')}`,
    ...FIXED,
  ];
  if (trustedTypes) directives.push(`require-trusted-types-for 'script'`, `trusted-types ${trustedTypes}`);
  return directives.join('; ');
}

// The headers that a server gives the page. `policy` is the page's own; without it, what every build has in common: the
// browser holds the page to that and to the policy in the page, which names its scripts and styles.
export const headersWith = (policy = FIXED.join('; ')) => ({
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': `${policy}; ${NOT_FRAMED}`,
  'Connection-Allowlist': '()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cache-Control': 'no-store',
});
