// The server of ./run --serve: one page, the headers it is meant to have, nothing else, on this computer only.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { after, before, test } from 'node:test';
import { headersFor, makeServer } from '../../tools/serveer.mjs';

const html = readFileSync(new URL('../../build/page/verzuimkit.html', import.meta.url), 'utf8');
const server = makeServer(html);
before(() => new Promise((resolve) => server.listen(0, '127.0.0.1', resolve)));
after(() => server.close());

function ask(method, path) {
  return new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port: server.address().port, method, path }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts).toString() }));
    });
    call.on('error', reject).end();
  });
}

test('the page comes with its own policy, and what a meta element cannot say', async () => {
  const { status, headers, body } = await ask('GET', '/');
  assert.equal(status, 200);
  assert.equal(body, html);
  const policy = headers['content-security-policy'];
  for (const part of ["default-src 'none'", "connect-src 'none'", "form-action 'none'", "frame-ancestors 'none'", "'sha256-"]) {
    assert.ok(policy.includes(part), part);
  }
  assert.doesNotMatch(policy, /&#|&quot;|&amp;/, 'no HTML escapes in a header');
  assert.equal(headers['connection-allowlist'], '()');
  assert.equal(headers['cross-origin-opener-policy'], 'same-origin');
  assert.equal(headers['referrer-policy'], 'no-referrer');
  assert.equal(headers['x-content-type-options'], 'nosniff');
  assert.equal(headers['x-frame-options'], 'DENY');
});

test('HEAD has the headers and no body; any other path or method is refused', async () => {
  const head = await ask('HEAD', '/');
  assert.equal(head.status, 200);
  assert.equal(head.body, '');
  for (const [method, path] of [['GET', '/verzuimkit.wasm'], ['GET', '/../package.json'], ['GET', '/?x=1'], ['POST', '/']]) {
    assert.equal((await ask(method, path)).status, 404, `${method} ${path}`);
  }
});

test('a page without a policy is not served', () => {
  assert.throws(() => headersFor('<!doctype html><title>x</title>'), /no Content-Security-Policy/);
});
