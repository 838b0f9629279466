// tools/installeer.sh on machines that do not exist: dpkg-query, apt-get and npm are stand-ins that keep a log.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../', import.meta.url));
const BOUW = ['cmake', 'ninja-build', 'g++', 'emscripten', 'nlohmann-json3-dev'];
const TEST = ['clang', 'libclang-rt-14-dev', 'librapidcheck-dev', 'googletest', 'libgtest-dev', 'libbenchmark-dev', 'chromium', 'firefox-esr', 'iproute2', 'python3-scipy', 'python3-openpyxl'];
const made = [];
after(() => made.forEach((folder) => rmSync(folder, { recursive: true })));

// A checkout with only what the script needs, on a machine that has these packages.
function machine({ installed, apt = 'exit 0' }) {
  const root = mkdtempSync(join(tmpdir(), 'verzuimkit-installeer-'));
  made.push(root);
  cpSync(join(project, 'tools'), join(root, 'tools'), { recursive: true });
  mkdirSync(join(root, 'web'));
  writeFileSync(join(root, 'web', 'package-lock.json'), '{"lockfileVersion": 3}');
  writeFileSync(join(root, 'installed'), `${installed.join('\n')}\n`);
  const stand = join(root, 'stand-ins');
  mkdirSync(stand);
  const script = (name, body) => {
    writeFileSync(join(stand, name), `#!/usr/bin/env bash\n${body}\n`);
    chmodSync(join(stand, name), 0o755);
  };
  script('dpkg-query', `grep -qx -- "\${@: -1}" '${root}/installed' && printf installed`);
  script('apt-get', `echo "apt-get $*" >>'${root}/log'\n${apt}`);
  script('sudo', 'exec "$@"');
  script('npm', `echo "npm $*" >>'${root}/log'\nmkdir -p '${root}/web/node_modules'`);
  const run = (...args) => {
    rmSync(join(root, 'log'), { force: true });
    const path = `${stand}${delimiter}${process.env.PATH}`;
    const { status, stderr } = spawnSync(join(root, 'tools', 'installeer.sh'), args, { env: { ...process.env, PATH: path }, encoding: 'utf8' });
    return { status, stderr, log: existsSync(join(root, 'log')) ? readFileSync(join(root, 'log'), 'utf8') : '' };
  };
  return { root, run };
}

test('with everything there it calls neither apt-get nor, the second time, npm', () => {
  const { run } = machine({ installed: [...BOUW, ...TEST, 'ccache'] });
  const first = run('test');
  assert.equal(first.status, 0, first.stderr);
  assert.match(first.log, /^npm --prefix web ci /);
  assert.doesNotMatch(first.log, /apt-get/);
  const second = run('test');
  assert.deepEqual({ status: second.status, log: second.log, stderr: second.stderr }, { status: 0, log: '', stderr: '' });
});

test('a changed lock file brings npm ci back', () => {
  const { root, run } = machine({ installed: BOUW });
  run('bouw');
  writeFileSync(join(root, 'web', 'package-lock.json'), '{"lockfileVersion": 3, "name": "x"}');
  assert.match(run('bouw').log, /npm --prefix web ci /);
});

test('it installs what is missing and no more, after one apt-get update', () => {
  const { run } = machine({ installed: BOUW.filter((name) => name !== 'emscripten' && name !== 'g++') });
  const { status, log, stderr } = run('bouw');
  assert.equal(status, 0, stderr);
  const lines = log.split('\n').filter((line) => line.startsWith('apt-get'));
  assert.deepEqual(lines, ['apt-get update', 'apt-get install -y --no-install-recommends g++ emscripten']);
});

test('for testing it wants the browser and the sanitizers too', () => {
  const { run } = machine({ installed: [...BOUW, 'ccache'] });
  assert.match(run('test').log, new RegExp(`install -y --no-install-recommends ${TEST.join(' ')}\\n`));
});

test('when installing fails it says in Dutch what to do, and stops', () => {
  const { run } = machine({ installed: [], apt: '[[ $1 == update ]]' });
  const { status, stderr } = run('bouw');
  assert.equal(status, 2);
  assert.match(stderr, /Doe het als beheerder: apt-get install cmake ninja-build/);
});

test('without a network it names what is needed', () => {
  const { run } = machine({ installed: [], apt: 'exit 1' });
  const { status, stderr } = run('bouw');
  assert.equal(status, 2);
  assert.match(stderr, /kan de pakketlijst niet ophalen.*emscripten/);
});

test('ccache may be refused', () => {
  const { run } = machine({ installed: [...BOUW, ...TEST], apt: 'exit 1' });
  const { status, stderr } = run('test');
  assert.equal(status, 0);
  assert.match(stderr, /Zonder ccache gaat het ook/);
});

test('a wrong call is refused', () => {
  const { run } = machine({ installed: BOUW });
  assert.equal(run('alles').status, 2);
});
