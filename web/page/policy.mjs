// The Content-Security-Policy of the page, for its <meta> elements and for a server's headers.
import { createHash } from 'node:crypto';

// 'sha256-…' of the text of an inline script or style.
export const hashSource = (text) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

// `scripts` and `styles` are the texts that may run and dress the page; nothing else may, from anywhere.
export function policyFor({ scripts, styles, trustedTypes = '' }) {
  const directives = [
    `default-src 'none'`,
    `script-src ${scripts.map(hashSource).join(' ')} 'wasm-unsafe-eval'`,
    `style-src ${styles.map(hashSource).join(' ')}`,
    'img-src data: blob:',
    'worker-src blob:',
    ...['connect', 'frame', 'child', 'object', 'media', 'font', 'manifest'].map((kind) => `${kind}-src 'none'`),
    `form-action 'none'`,
    `base-uri 'none'`,
    `webrtc 'block'`,
  ];
  if (trustedTypes) directives.push(`require-trusted-types-for 'script'`, `trusted-types ${trustedTypes}`);
  return directives.join('; ');
}
