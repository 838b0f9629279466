// docs/hosting.md: each example gives exactly the headers that the page is meant to have, and the page works with them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, test } from 'node:test';
import { headersFor } from '../../tools/serveer.mjs';
import { headersWith } from '../../web/page/policy.mjs';
import { launch, open, shippedPage } from '../page/support.mjs';

const doc = readFileSync(new URL('../../docs/hosting.md', import.meta.url), 'utf8');
const block = (language) => new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(doc)?.[1] ?? assert.fail(`no example for ${language}`);
const found = (language, pattern) => [...block(language).matchAll(pattern)].map(([, name, value]) => [name, value]);

const EXAMPLES = {
  nginx: [
    ...found('nginx', /^\s*add_header (\S+) "([^"]*)" always;$/gm),
    ...found('nginx', /^\s*default_(type) "([^"]*)";$/gm).map(([, value]) => ['Content-Type', value]),
  ],
  apache: [
    ...found('apache', /^\s*Header always set (\S+) "([^"]*)"$/gm),
    ...found('apache', /^\s*Force(Type) "([^"]*)"$/gm).map(([, value]) => ['Content-Type', value]),
  ],
  caddy: found('caddy', /^\s*([A-Z][\w-]+) "([^"]*)"$/gm),
};
const html = await shippedPage();
const browser = await launch();

for (const [name, headers] of Object.entries(EXAMPLES)) {
  test(`the example for ${name} has every header, and no other`, () => {
    assert.equal(new Set(headers.map(([header]) => header)).size, headers.length);
    assert.deepEqual(Object.fromEntries(headers), headersWith());
  });

  test(`every line of the example for ${name} that sets something was read`, () => {
    const lines = block(name).split('\n').filter((line) => line.includes('"') && !line.includes('<Files'));
    assert.equal(lines.length, headers.length);
  });
}

test('what a server repeats is part of what the page says itself', () => {
  const own = headersFor(html)['Content-Security-Policy'].split('; ');
  for (const directive of headersWith()['Content-Security-Policy'].split('; ')) assert.ok(own.includes(directive), directive);
});

test('every header is explained', () => {
  for (const header of Object.keys(headersWith())) if (header !== 'Content-Type') assert.match(doc, new RegExp(`\\| \`${header}\\b`), header);
});

test('the page works with the headers of the examples', async () => {
  const server = createServer((_, response) => response.writeHead(200, Object.fromEntries(EXAMPLES.nginx)).end(html));
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  after(() => server.close());
  const { context, page, kernel } = await open(browser, `http://127.0.0.1:${server.address().port}/`);
  await kernel.getByRole('heading', { level: 1 }).waitFor();
  const allowed = await page.evaluate((address) => fetch(address).then(() => true, () => false), page.url());
  assert.equal(allowed, false);
  await context.close();
});
