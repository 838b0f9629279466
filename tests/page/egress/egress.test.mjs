// Nothing leaves the page: hostile code where the worker's code runs tries every way out that a worker has, and asks the
// kernel to draw and save whatever could send something. In Chromium and Firefox ESR with their own preferences, from a
// file and from a server, in a network of this test's own where every name and address leads to a collector. The same code
// in a copy without policy, sandbox and list of what may be drawn shows that the ways and the collectors work.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { scratch } from '../support.mjs';
import { questionOf, serverNameOf } from './collectors.mjs';
import { PATCHES, SILENT_PATCHES } from './patches.mjs';
import { SILENT_WAYS, WAYS } from './ways.mjs';

const BROWSERS = ['chromium', 'firefox'];
const TIMEOUT_MS = 300_000;
// So many different ways must arrive from the copy, or the harness itself proves nothing.
const AT_LEAST = { ways: 30, patches: 25 };
const COLLECTORS = { ways: ['dns', 'http', 'own', 'sni', 'tcp', 'udp'], patches: ['dns', 'http', 'tcp'] };
const ALL = { ways: Object.keys(WAYS), patches: Object.keys(PATCHES) };
const SILENT = { ways: SILENT_WAYS, patches: SILENT_PATCHES };

// Only the loopback of a new network, the address of the collectors on it, and a name server that is one of them.
const NETWORK = 'ip link set lo up && ip address add 203.0.113.1/32 dev lo && mount --bind "$1" /etc/resolv.conf && shift && exec "$@"';
const ADVICE = `This test runs the browsers in a network of its own and cannot make one here. It needs unshare (util-linux), ip
(iproute2) and either root with CAP_SYS_ADMIN or user namespaces for everyone (sysctl kernel.unprivileged_userns_clone=1,
in a container --cap-add SYS_ADMIN). Without it nobody would see a name being looked up, so there is no way around it.`;

const folder = await scratch();
const resolv = join(folder, 'resolv.conf');
await writeFile(resolv, 'nameserver 127.0.0.1\n');

// Runs a command in that network and answers how it ended.
function inNetwork(command, args) {
  const asRoot = process.getuid() === 0 ? [] : ['--map-root-user'];
  const child = spawn('unshare', [...asRoot, '--net', '--mount', '--', 'sh', '-c', NETWORK, 'sh', resolv, command, ...args], {
    env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin`, HOME: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: TIMEOUT_MS,
  });
  let out = '';
  let errors = '';
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (errors += chunk));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: -1, out, errors: String(error) }));
    child.on('close', (code) => resolve({ code, out, errors }));
  });
}

const network = await inNetwork('true', []);
// One after the other: what takes long in one browser must not make the other miss anything.
const results = {};
for (const name of network.code === 0 ? BROWSERS : []) {
  results[name] = await inNetwork(process.execPath, [fileURLToPath(new URL('inside.mjs', import.meta.url)), name]);
}

// No test before this: the folder goes when the first one ends and no other has begun.
test('a network of its own', () => assert.equal(network.code, 0, `${ADVICE}\n${network.errors}`));

for (const [name, { code, out, errors }] of Object.entries(results)) {
  test(`${name} went through all runs`, () => assert.equal(code, 0, errors));
  if (code !== 0) continue;
  const { version, runs, others } = JSON.parse(out);

  for (const { kind, place, quiet, free, held } of runs) {
    test(`${name} ${place} ${kind}: nothing leaves the shipped page`, (t) => {
      t.diagnostic(`${version}; silent for ${quiet} ms after ${ALL[kind].length} ${kind}`);
      assert.equal(held.at(-1).done, true, 'the hostile code came to its end');
      for (const { ways, by, arrivals, frames, opened, moved, offered } of held) {
        assert.deepEqual({ ways, by, arrivals }, { ways: [], by: [], arrivals: 0 });
        assert.deepEqual({ frames, opened, moved, offered }, { frames: 2, opened: 0, moved: false, offered: false });
      }
    });

    test(`${name} ${place} ${kind}: the same arrives where nothing holds it back`, (t) => {
      const arrived = new Set(free.flatMap(({ ways }) => ways));
      const by = new Set(free.flatMap((run) => run.by));
      t.diagnostic(`${arrived.size} of ${ALL[kind].length} arrived, the slowest after ${Math.max(...free.map(({ slowest }) => slowest))} ms`);
      assert.ok(arrived.size >= AT_LEAST[kind], `only ${arrived.size}: ${[...arrived].join(' ')}`);
      assert.ok(quiet >= 2 * Math.max(...free.map(({ slowest }) => slowest)));
      if (place !== 'http://') return;
      assert.deepEqual(ALL[kind].filter((way) => !arrived.has(way)), ALL[kind].filter((way) => SILENT[kind][name].includes(way)));
      assert.deepEqual(COLLECTORS[kind].filter((collector) => !by.has(collector)), []);
    });
  }

  test(`${name} asked for names on its own account only, and was told that there are none`, (t) => {
    t.diagnostic(others.join(' '));
    assert.deepEqual(others.filter((other) => other.includes('lek')), []);
  });
}

test('the collectors read a DNS question and the name in a TLS hello', () => {
  const query = Buffer.from('1234010000010000000000000378797a036c656b0474657374000001' + '0001', 'hex');
  assert.deepEqual(questionOf(query), { name: 'xyz.lek.test', type: 1, end: query.length });
  const name = Buffer.from('abc.lek.test');
  const size = (value, bytes) => Buffer.from(value.toString(16).padStart(2 * bytes, '0'), 'hex');
  const extension = Buffer.concat([size(0, 2), size(name.length + 5, 2), size(name.length + 3, 2), size(0, 1), size(name.length, 2), name]);
  const other = Buffer.from('002b0003020304', 'hex');
  const extensions = Buffer.concat([other, extension]);
  const hello = Buffer.concat([Buffer.from('0303', 'hex'), Buffer.alloc(32), size(0, 1), size(2, 2), size(0x1301, 2), Buffer.from('0100', 'hex'),
    size(extensions.length, 2), extensions]);
  const record = Buffer.concat([Buffer.from('160301', 'hex'), size(hello.length + 4, 2), Buffer.from('01', 'hex'), size(hello.length, 3), hello]);
  assert.equal(serverNameOf(record), 'abc.lek.test');
  assert.equal(serverNameOf(Buffer.from('GET / HTTP/1.1\r\nHost: abc.lek.test\r\n\r\n')), '');
  assert.equal(serverNameOf(record.subarray(0, 20)), '');
});
